"""MT1: shape."""

from __future__ import annotations

from motiontrack.language.examples.example import Example

__all__ = ["EXAMPLES"]

EXAMPLES: dict[str, Example] = {
    "MT030": Example(
        "plan.yaml",
        "      - {id: 里程, words: 建成绿道2千公里, at_least: 2,000}",
        "      - {id: 里程, words: 建成绿道2千公里, at_least: 2000}",
    ),
    "MT031": Example("plan.yaml", "    lead:\n      * 园林局\n      * 建设局", "    lead: [建设局, 园林局]"),
    "MT032": Example("plan.yaml", "  -id: T02", "  - id: T02"),
    "MT033": Example("units.yaml", "      - {name: 乙二 post: 责任人}", "      - {name: 乙二, post: 责任人}"),
    "MT034": Example("plan.yaml", "    text: 编制\n绿道\n规划", "    text: 编制绿道规划"),
    "MT035": Example(
        "profiles/ours.yaml",
        "  - {id: green, word_zh: 正常, word_en: Normal, shape: circle, colour: #17795A, rank: 1}",
        '  - {id: green, word_zh: 正常, word_en: Normal, shape: circle, colour: "#17795A", rank: 1}',
    ),
    "MT036": Example("plan.yaml", "    lead；建设局", "    lead: 建设局"),
    "MT037": Example("plan.yaml", "    text: 完成 #1 楼至 #3 楼建设", '    text: "完成 #1 楼至 #3 楼建设"'),
    "MT038": Example("plan.yaml", "    due: 6月，lead: 建设局", "    due: 6月\n    lead: 建设局"),
    "MT125": Example("units.yaml", "  - id: 建设局\n    people:", "units:\n  - id: 建设局\n    people:"),
    "MT140": Example(
        "units.yaml",
        bad="  - id: 建设局 # motiontrack: ignore MT604",
        good="  - id: 建设局 # motiontrack: ignore MT604 (内设机构改革，待定编后补报)",
    ),
    "MT141": Example(
        "units.yaml",
        bad="  - id: 建设局 # motiontrack: ignore MT6O4（待定编后补报）",
        good="  - id: 建设局 # motiontrack: ignore MT604 (内设机构改革，待定编后补报)",
    ),
    "MT142": Example(
        "units.yaml",
        bad="  # motiontrack: ignore MT604, MT207（待单位补报）\n  - id: 园林局",
        good="  - id: 园林局",
    ),
    "MT143": Example(
        "plan.yaml",
        bad="  - id: T02 # motiontrack: ignore MT602 (责任人正在研究)",
        good="  - id: T02\n    person: 乙二",
    ),
    "MT144": Example(
        "accepted.json",
        bad='    {"code": "MT604", "file": "units.yaml", "fingerprint": "f184d75bddb501cf4050329d22b94fd9", "message": "园林局尚未报明承办部门，涉及任务 T02。"}',
        good='    {"code": "MT604", "file": "units.yaml", "fingerprint": "34bb004e1eed6c8a78b5844de4b3d154", "message": "建设局尚未报明承办部门，涉及任务 T01。"},',
    ),
    "MT145": Example(
        "units.yaml",
        bad="  - id: 建设局 # motiontrack: ignroe MT604 (待定编后补报)",
        good="  - id: 建设局 # motiontrack: ignore MT604 (内设机构改革，待定编后补报)",
    ),
    "MT101": Example("plan.yaml", "    负责人: 乙二", "    person: 乙二"),
    "MT102": Example(
        "plan.yaml", "  - id: T02\n    due: 11月", "  - id: T02\n    text: 建成绿道10公里\n    due: 11月"
    ),
    "MT103": Example("plan.yaml", "    text: [建成绿道10公里]", "    text: 建成绿道10公里"),
    "MT104": Example(
        "plan.yaml",
        "        words: 投资1,000万元\n        at_least: 1,000",
        "        words: 投资1,000万元\n        at_least: 1000",
    ),
    "MT105": Example("plan.yaml", "  issued: 2010年3月1日", "  issued: 2010-03-01"),
    "MT106": Example(
        "plan.yaml",
        "      - {id: 规划, words: 绿道规划, kind: 文件}",
        "      - {id: 规划, words: 绿道规划, kind: document}",
    ),
    "MT107": Example(
        "plan.yaml", "    lead:\n      - 建设局\n      -", "    lead:\n      - 建设局\n      - 园林局"
    ),
    "MT108": Example("plan.yaml", "    standing: yes", "    standing: 是"),
    "MT109": Example("returns/2010-04.yaml", "month: 2010年4月", "month: 2010-04"),
    "MT110": Example("plan.yaml", "  year: 20100", "  year: 2010"),
    "MT111": Example("plan.yaml", "  - id: T/02", "  - id: T02"),
    "MT116": Example("plan.yaml", "  - id: Ｔ０１", "  - id: T01"),
    "MT117": Example("plan.yaml", "    lead: “建设局”", "    lead: 建设局"),
    "MT127": Example("plan.yaml", "    lead: 建设局；", "    lead: 建设局"),
    "MT118": Example("plan.yaml", "    text: “编制绿道规划”", "    text: 编制绿道规划"),
    "MT119": Example("plan.yaml", "    person: 甲  一", "    person: 甲一"),
    "MT120": Example("units.yaml", "# data/plan.yaml", "# data/plan.yaml\n# data/units.yaml"),
    "MT121": Example("会议记录.yaml", "# data/会议记录.yaml", "# data/forms/会议记录.yaml"),
    "MT122": Example("feedback.yaml", "# data/feedback.yaml -> gone.yaml", "# data/feedback.yaml"),
    "MT123": Example("returns/2010-4.yaml", "# data/returns/2010-4.yaml", "# data/returns/2010-04.yaml"),
    "MT124": Example("decisions.yml", "# data/decisions.yml", "# data/decisions.yaml"),
    "MT126": Example(
        "returns/2010-04.yaml",
        "# data/returns/2010-04.yaml: more than 2000 files beside it",
        "# data/returns/2010-04.yaml",
    ),
    "MT128": Example(
        "texts/monthly.demand.md", "# data/texts/monthly.demand.md", "# data/texts/monthly.demands.md"
    ),
    "MT129": Example(
        "texts/monthly.demands.md", "# data/texts/monthly.demands.md: 0 KB", "# data/texts/monthly.demands.md"
    ),
    "MT134": Example(
        "texts/2010-13/monthly.demands.md",
        "# data/texts/2010-13/monthly.demands.md",
        "# data/texts/2010-12/monthly.demands.md",
    ),
    "MT135": Example(
        "texts/2011-07/monthly.demands.md",
        "# data/texts/2011-07/monthly.demands.md",
        "# data/texts/2010-07/monthly.demands.md",
    ),
    "MT130": Example("plan.yaml", "  severity:\n    MT64: info", "  severity:\n    MT604: info"),
    "MT131": Example("plan.yaml", "  severity:\n    MT602: warning", "  severity:\n    MT415: error"),
    "MT132": Example(
        "plan.yaml",
        "ladder:\n  - {kind: 催办, unanswered: 3}\n  - {kind: 催办, days: 7}",
        "ladder:\n  - {kind: 催办, unanswered: 3, days: 7}",
    ),
    "MT133": Example(
        "plan.yaml",
        "ladder:\n  - {kind: 约谈, unanswered: 1}",
        "ladder:\n  - {kind: 约谈, days: 7}",
    ),
    "MT112": Example(
        file="plan.yaml",
        bad=(
            "parts:\n  - {id: T01a, text: 东线规划, percent: 40}\n  - {id: T01b, text: 西线规划, percent: 60}"
        ),
        good=(
            "stages:\n"
            "  - {id: T02.1, text: 开工, due: 6月, percent: 40}\n"
            "  - {id: T02.2, text: 建成, due: 10月, percent: 60}"
        ),
    ),
    "MT113": Example(
        file="plan.yaml",
        bad=(
            "parts:\n"
            "  - {id: T01a, text: 东线规划}\n"
            "  - {id: T01b, text: 西线规划}\n"
            "stages:\n"
            "  - {id: T01.1, text: 形成初稿, due: 6月}"
        ),
        good=(
            "parts:\n  - id: T02a\n    text: 东段\n    stages:\n      - {id: T02a.1, text: 开工, due: 6月}"
        ),
    ),
    "MT114": Example(
        file="plan.yaml",
        bad=("labels:\n  deadline: 完成时限"),
        good=("labels:\n  due: 完成时限"),
    ),
    "MT150": Example("profiles/ours.yaml", "id: our", "id: ours"),
    "MT151": Example(
        "profiles/ours.yaml", "- light: amber\n  cause: overdue", "- {light: grey, cause: unreported}"
    ),
    "MT152": Example("profiles/default.yaml", "id: default", "id: ours"),
    "MT153": Example("profiles/ours.yaml", "- light: green\n  attention: none", "- {light: green}"),
    "MT154": Example(
        "profiles/ours.yaml",
        '- {id: red, word_zh: 正常, word_en: Red, shape: diamond, colour: "#B3261E", rank: 3}',
        '- {id: red, word_zh: 红灯, word_en: Red, shape: diamond, colour: "#B3261E", rank: 3}',
    ),
    "MT155": Example(
        "profiles/ours.yaml",
        '- {id: red, word_zh: 红灯, word_en: Red, shape: circle, colour: "#B3261E", rank: 3}',
        '- {id: red, word_zh: 红灯, word_en: Red, shape: diamond, colour: "#B3261E", rank: 3}',
    ),
    "MT156": Example(
        "profiles/ours.yaml",
        "- {id: red, word_zh: 红灯, word_en: Red, shape: diamond, colour: 红, rank: 3}",
        '- {id: red, word_zh: 红灯, word_en: Red, shape: diamond, colour: "#B3261E", rank: 3}',
    ),
    "MT157": Example(
        "profiles/ours.yaml", "- {light: done, state: done}", "- {light: grey, cause: unreported}"
    ),
    "MT158": Example("plan.yaml", "profile: yinchuan-2020", "profile: ours"),
    "MT159": Example(
        "profiles/ours.yaml",
        "- {light: red, days_over: 3, source: 第三条}",
        "- {light: red, cause: overdue, days_over: 3, source: 第三条}",
    ),
    "MT160": Example("profiles/ours.yaml", "- {light: green, cause: due-soon, days_left: 90}", "near: 90"),
    "MT161": Example(
        "profiles/ours.yaml",
        "- {light: done, state: done}",
        "- {light: red, cause: overdue, days_over: 3, source: 第三条}",
    ),
    "MT162": Example(
        "profiles/ours.yaml",
        '- {id: green, word_zh: 红灯, word_en: Red, shape: diamond, colour: "#B3261E", rank: 3}',
        '- {id: red, word_zh: 红灯, word_en: Red, shape: diamond, colour: "#B3261E", rank: 3}',
    ),
}
