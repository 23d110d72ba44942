"""A bad and a good example of each code, as typed in a file: the same in every language.

Only ``explain`` and the reference import this. Every line stands in a golden case of the code
(``bad``), or in one that is free of faults (``good``), which a test holds. What is wrong with a file
as a whole is said in a comment: ``# data/PATH``, and after a colon what it is like.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["EXAMPLES", "Example"]


class Example(NamedTuple):
    """What is wrong and what is right, as lines of one data file."""

    file: str
    bad: str
    good: str


EXAMPLES: dict[str, Example] = {
    # -- MT0 text and YAML
    "MT001": Example("feedback.yaml", "# data/feedback.yaml: GBK", "# data/feedback.yaml: UTF-8"),
    "MT002": Example("feedback.yaml", "    text: 建得\0好", "    text: 建得好"),
    "MT003": Example("feedback.yaml", "# data/feedback.yaml: 5.1 MB", "feedback: []"),
    "MT004": Example("feedback.yaml", "    text: [[[[[[[[[[[[[[[[[[[[", "    text: 建得好"),
    "MT005": Example("feedback.yaml", "    text: 建得\x0b好", "    text: 建得好"),
    "MT006": Example(
        "feedback.yaml", "    deputy: 代表甲\n  \u3000text: 建得好", "    deputy: 代表甲\n    text: 建得好"
    ),
    "MT010": Example("feedback.yaml", "    text: 建得好\n    ]", "    text: 建得好"),
    "MT011": Example("feedback.yaml", "    text：建得好", "    text: 建得好"),
    "MT012": Example("feedback.yaml", "    text:建得好", "    text: 建得好"),
    "MT013": Example(
        "feedback.yaml", "    deputy: 代表甲\n\ttext: 建得好", "    deputy: 代表甲\n    text: 建得好"
    ),
    "MT014": Example("feedback.yaml", "    text: @代表乙 建得好", '    text: "@代表乙 建得好"'),
    "MT015": Example(
        "feedback.yaml", '    text: "建得好\n  - date: 2010-12-02', '    text: "建得好"\n  - date: 2010-12-02'
    ),
    "MT016": Example(
        "feedback.yaml",
        "    deputy: 代表甲\n    text: 建得好\n    deputy: 代表乙",
        "    deputy: 代表甲\n    text: 建得好",
    ),
    "MT017": Example("feedback.yaml", "    text: &a 建得好", '    text: "&a 建得好"'),
    "MT018": Example("feedback.yaml", "    text: !!str 建得好", "    text: 建得好"),
    "MT019": Example("feedback.yaml", "    <<: {text: 建得好}", "    text: 建得好"),
    "MT020": Example("feedback.yaml", "    text: 建得好\n---\nfeedback: []", "    text: 建得好"),
    "MT021": Example("feedback.yaml", "    [text]: 建得好", "    text: 建得好"),
    "MT022": Example("feedback.yaml", "feedback:\n  [1,1,1,1,1,1,1,1,1,1,1,1", "feedback: []"),
    "MT023": Example("feedback.yaml", "# feedback:", "feedback: []"),
    "MT024": Example("feedback.yaml", "  － date: 2010-12-01", "  - date: 2010-12-01"),
    "MT025": Example("feedback.yaml", "# data/feedback.yaml: UTF-16", "# data/feedback.yaml: UTF-8"),
    "MT026": Example("feedback.yaml", "    text: 建<FF><FF>", "    text: 建得好"),
    "MT027": Example(
        "feedback.yaml",
        "  - {date: 2010-12-01, deputy: 代表甲, text: 建得好,还要快}",
        '  - {date: 2010-12-01, deputy: 代表甲, text: "建得好,还要快"}',
    ),
    "MT028": Example(
        "feedback.yaml",
        "  - {date: 2010-12-01, deputy: 代表甲,\n    text: 建得好",
        "  - {date: 2010-12-01, deputy: 代表甲,\n    text: 建得好}",
    ),
    "MT029": Example(
        "feedback.yaml", "    deputy: 代表甲\n   text: 建得好", "    deputy: 代表甲\n    text: 建得好"
    ),
    # -- MT1 shape
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
    # -- MT2 references and units
    "MT201": Example(
        file="plan.yaml",
        bad="lead: [园林局, 园林处]",
        good="lead: [建设局, 园林局]",
    ),
    "MT202": Example(
        file="units.yaml",
        bad=("- id: 园林局\n  aliases: [市园林局, 建设局]"),
        good=("- id: 建设局\n  aliases: [市建设局, 建委]"),
    ),
    "MT203": Example(
        file="returns/2010-04.yaml",
        bad="- {task: T1O, received: 2010-04-24}",
        good="- {task: T01, received: 2010-04-24}",
    ),
    "MT204": Example(
        file="plan.yaml",
        bad=("- id: T01\n  text: 建成绿道10公里"),
        good=("- id: T02\n  text: 建成绿道10公里"),
    ),
    "MT205": Example(
        file="plan.yaml",
        bad="serves: [G1, O1, O7]",
        good="serves: [G1, O1]",
    ),
    "MT206": Example(
        file="plan.yaml",
        bad="- {id: 里程, words: 绿道10公里, at_least: 10, restates: O1/长度}",
        good="targets: [{id: 里程, words: 绿道10公里, at_least: 10, restates: O1/里程}]",
    ),
    "MT207": Example(
        file="plan.yaml",
        bad="person: [乙二, 乙三]",
        good="person: 乙二",
    ),
    "MT210": Example(
        file="plan.yaml",
        bad=(
            "aims:\n"
            "  - id: G1\n"
            "    text: 五年建成绿道50公里\n"
            "tasks:\n"
            "  - id: T01\n"
            "    text: 编制绿道规划\n"
            "    serves: O1"
        ),
        good=(
            "aims:\n"
            "  - id: G1\n"
            "    text: 五年建成绿道50公里\n"
            "tasks:\n"
            "  - id: T01\n"
            "    text: 编制绿道规划\n"
            "    serves: [G1, O1]"
        ),
    ),
    "MT211": Example(
        file="plan.yaml",
        bad=("- id: T02\n  text: 建成绿道10公里\n  due: 11月\n  lead: 园林局\n  person: 乙二"),
        good=(
            "- id: T02\n  text: 引进企业，开展活动\n  due: 10月\n  lead: 建设局\n  person: 甲一\n  serves: O1"
        ),
    ),
    "MT212": Example(
        file="plan.yaml",
        bad=("lead: 建设局、园林局\nperson: 甲一，乙二"),
        good=("lead: [建设局, 园林局]\nperson: [甲一, 乙二]"),
    ),
    "MT213": Example(
        file="decisions.yaml",
        bad="- {kind: instruct, item: O1, on: 2010-06-30, text: 抓紧}",
        good="- {kind: instruct, item: T01, on: 2010-06-30, text: 抓紧}",
    ),
    "MT214": Example(
        file="plan.yaml",
        bad="lead: 甲一",
        good=("lead: 建设局\nperson: 甲一"),
    ),
    "MT215": Example(
        file="schedules.yaml",
        bad=(
            "- unit: 建设局\n"
            "  received: 2010-04-27\n"
            "  items:\n"
            "    - {task: T01, department: 规划科}\n"
            "- unit: 市建设局\n"
            "  received: 2010-04-27\n"
            "  items:\n"
            "    - {task: T04, department: 照明科}"
        ),
        good=(
            "- unit: 园林局\n"
            "  received: 2010-04-27\n"
            "  items:\n"
            "    - {task: T02, department: 工程科}\n"
            "    - {task: T03, department: 绿化科}"
        ),
    ),
    "MT216": Example(
        file="schedules.yaml",
        bad=(
            "- unit: 园林局\n"
            "  received: 2010-04-27\n"
            "  items:\n"
            "    - {task: T01, stages: [{id: 节点1, text: 开工, due: 6月}]}"
        ),
        good=(
            "- unit: 园林局\n"
            "  received: 2010-04-27\n"
            "  items:\n"
            "    - {task: T02, stages: [{id: 节点2, text: 开工, due: 6月}]}"
        ),
    ),
    "MT217": Example(
        file="units.yaml",
        bad=("- id: 建设局\n- id: 市建设局"),
        good=("- id: 建设局\n  aliases: [市建设局, 建委]"),
    ),
    "MT218": Example(
        file="plan.yaml",
        bad=("aims:\n  - id: G1\n    text: 五年建成绿道50公里\ntasks:\n  - id: T01\n    text: 编制绿道规划"),
        good=("tasks:\n  - id: T01\n    text: 编制绿道规划\n    serves: [G1, O1]"),
    ),
    # -- MT3 dates and phases
    "MT301": Example("plan.yaml", "  - id: T02\n    text: 建成绿道10公里", "    due: 6月"),
    "MT302": Example("plan.yaml", "    due: 9月31日", "    due: 2010-06-30"),
    "MT303": Example("plan.yaml", "    due: 6月初", "    due: 2010-06-05\n    due_words: 6月初"),
    "MT304": Example("plan.yaml", "    due: 3月内", "    due: 3个月内"),
    "MT305": Example("plan.yaml", "    due: 2011-11-30", "    due: 2010-06-30"),
    "MT306": Example("plan.yaml", "    due: 长期坚持", "    standing: 是"),
    "MT307": Example(
        "plan.yaml",
        "    due: 分别于6月和9月完成",
        "      - {id: T04-1, text: 上半年巡查一遍, due: 上半年}\n      - {id: T04-2, text: 再巡查一遍, due: 年底前}",
    ),
    "MT308": Example("plan.yaml", "    due: 2010-05-31\n    due_words: 6月底前", "    due: 2010-06-30"),
    "MT309": Example("plan.yaml", "    due: 6月\n    standing: 是", "    standing: 是"),
    "MT310": Example(
        "plan.yaml",
        "  - {id: P2, name: 检查, from: 8月, to: 7月}",
        "  - {id: P1, name: 部署, from: 3月, to: 4月}",
    ),
    "MT311": Example(
        "plan.yaml",
        "    due: 6月\n      - {id: T01-2, text: 定稿, due: 7月}",
        "      - {id: T01-1, text: 初稿, due: 5月}",
    ),
    "MT312": Example("plan.yaml", "    due: 6月\n    start: 7月", "    start: 3月"),
    "MT313": Example("plan.yaml", "    due: 每月25日前", "    report: 每季度结束后12日内"),
    "MT314": Example("plan.yaml", "    due: 3个月内", "    due: 3个月内\n    start: 2010-09-01"),
    "MT315": Example(
        "plan.yaml",
        "  - {id: P1, name: 部署, from: 3月, to: 4月}\n  - {id: P2, name: 检查, from: 4月, to: 7月}",
        "  - {id: P2, name: 检查, from: 4月11日, to: 4月11日}",
    ),
    "MT316": Example("plan.yaml", "    report: 有空就报", "    report: 每季度结束后12日内"),
    "MT317": Example(
        "plan.yaml",
        "      - {id: S3, text: 分解任务, due: 5月}",
        "      - {id: S2, text: 组织视察, due: 8月}",
    ),
    "MT318": Example(
        "plan.yaml",
        "      - {id: T01-1, text: 形成初稿, due: 8月}\n      - {id: T01-2, text: 征求意见, due: 6月}",
        "      - {id: T01-1, text: 形成初稿, due: 8月}\n      - {id: T01-3, text: 论证报批, due: 10月}",
    ),
    "MT319": Example(
        "plan.yaml",
        "    due: 2012年底前",
        "    due: 2012年底前\n    stages:\n      - {id: T04-1, text: 今年种树1万株, due: 2010-11-30}",
    ),
    "MT320": Example(
        "plan.yaml",
        "  - {id: T01, text: 编制绿道规划, due: 6月, start: 2009-05-01, lead: 建设局, person: 甲一}",
        "  - {id: T02, text: 建成绿道10公里, due: 11月, start: 2010-05-01, lead: 园林局, person: 乙二}",
    ),
    "MT321": Example(
        "plan.yaml",
        "  - {id: P2, name: 检查, from: 2011年7月, to: 2011年8月}",
        "  - {id: P1, name: 部署, from: 3月, to: 4月}",
    ),
    "MT330": Example("plan.yaml", "due: 秋季开学前", "due: 2010-08-31"),
    "MT331": Example("plan.yaml", "due: 月底前", "due: 10月底前"),
    "MT332": Example("plan.yaml", "due: 闭会之日起2个月内", "due: 交办之日起3个月内"),
    "MT333": Example("plan.yaml", "due: 收到后20个工作日内", "due: 2010-03-29"),
    "MT334": Example("plan.yaml", "roll: due", "roll: [due, report]"),
    "MT335": Example("plan.yaml", "report: 每周五", "report: 每月25日前"),
    "MT336": Example("calendar.yaml", "- 2010-10-02", "- 2010-10-09"),
    "MT337": Example("calendar.yaml", "- 2011-01-30", "- 2010-10-09"),
    "MT338": Example(
        "calendar.yaml",
        "- {name: 国庆节, from: 2010-10-01, to: 2010-01-07}",
        "- {name: 国庆节, from: 2010-10-01, to: 2010-10-07}",
    ),
    "MT339": Example("calendar.yaml", "- 2010-10-08", "- 2010-10-09"),
    # -- MT4 returns and decisions
    "MT322": Example(
        "plan.yaml",
        "    standing: 是\n    lead: 建设局",
        "    standing: 是\n    lead: 园林局\n    person: 乙二\n    stages:\n      - {id: T02-1, text: 巡查一遍, due: 6月}",
    ),
    "MT401": Example("returns/2010-04.yaml", "month: 2010-05", "month: 2010-04"),
    "MT402": Example(
        "returns/2010-04.yaml",
        "  - task: T01\n    received: 2010-04-24\n    state: done",
        "  - {task: T01, unit: 建设局, received: 2010-05-24, state: done, done_on: 2010-05-24, progress: 120, evidence: [照片, 批文]}",
    ),
    "MT403": Example(
        "returns/2010-04.yaml",
        "    state: in-progress\n    progress: 100",
        "  - {task: T01, unit: 建设局, received: 2010-05-24, state: done, done_on: 2010-05-24, progress: 120, evidence: [照片, 批文]}",
    ),
    "MT404": Example(
        "returns/2010-04.yaml",
        "  - task: T01\n    unit: 园林局",
        "  - {task: T02, unit: 园林局, received: 2010-04-26, progress: 0, forecast: 2010-12-01, next: 抓紧招标}",
    ),
    "MT405": Example(
        "decisions.yaml",
        "  - {kind: extend, item: T01, on: 2010-06-01, approver: 市政府办, reason: 等待批复}",
        "  - {kind: extend, item: T07, on: 2010-06-20, due: 2010-08-31, approver: 市政府办, reason: 汛期停工}",
    ),
    "MT406": Example(
        "returns/2010-04.yaml",
        "    received: 2010-04-24\n    as_of: 2010-04-25",
        "  - {task: T01, received: 2010-04-24, as_of: 2010-04-24, progress: 99.5, pace: on, outlook: with-effort}",
    ),
    "MT407": Example(
        "returns/2010-04.yaml",
        "  - {task: S1, received: 2010-04-24, state: done, done_on: 2010-04-20}",
        "  - {task: T01b, unit: 园林局, received: 2010-05-24, work: 已动员}",
    ),
    "MT408": Example(
        "decisions.yaml",
        "  - {kind: step-done, item: T02, on: 2010-04-20}",
        "  - {kind: step-done, item: S1, on: 2010-04-20}",
    ),
    "MT409": Example(
        "returns/2010-05.yaml",
        "  - {task: T02, received: 2010-04-30, progress: 10}",
        "  - {task: T01a, received: 2010-05-01, progress: 10}",
    ),
    "MT410": Example(
        "returns/2010-04.yaml",
        "  - {task: T01, received: 2010-04-24, progress: 30}",
        "  - {task: T01b, unit: 园林局, received: 2010-05-24, work: 已动员}",
    ),
    "MT411": Example(
        "returns/2010-05.yaml",
        "  - {task: T02, received: 2010-05-24, state: done, done_on: 2010-05-20, targets: {里程: 4}, evidence: 验收单}",
        "  - {task: T02, received: 2010-05-26, state: done, done_on: 2010-05-20, targets: {里程: 5}, evidence: 验收单}",
    ),
    "MT412": Example(
        "decisions.yaml",
        "  - {kind: close, item: T02, on: 2010-05-28, approver: 市政府办}",
        "  - {kind: close, item: T03, on: 2010-05-28, approver: 市政府办}",
    ),
    "MT413": Example(
        "decisions.yaml",
        "  - {kind: suspend, item: T01, on: 2010-06-10, approver: 市政府办}",
        "  - {kind: suspend, item: T02, on: 2010-06-10, approver: 市政府办, reason: 上级政策正在调整}",
    ),
    "MT414": Example(
        "decisions.yaml",
        "  - {kind: extend, item: T01, on: 2010-06-24, due: 2010-08-31, reason: 扩大征求意见范围}",
        "  - {kind: extend, item: T02, on: 2010-11-24, due: 2010-12-20, reason: 扩大征求意见范围, approver: 市政府办}",
    ),
    "MT415": Example(
        "decisions.yaml",
        "  - {kind: extend, item: T01, applied: 2010-07-06, due: 2010-08-31, reason: 等待批复}",
        "  - {kind: extend, item: T02, applied: 2010-11-30, due: 2010-12-20, reason: 等待批复}",
    ),
    "MT416": Example(
        "decisions.yaml",
        "  - {kind: extend, item: T01, on: 2010-06-24, due: 2010-05-31, reason: 等待批复, approver: 市政府办}",
        "  - {kind: extend, item: T03, on: 2010-11-24, due: 2010-12-01, reason: 等待批复, approver: 市政府办}",
    ),
    "MT417": Example(
        "decisions.yaml",
        "  - {kind: extend, item: T01, on: 2010-06-24, due: 2010-09-30, reason: 等待批复, approver: 市政府办}\n  - {kind: extend, item: T01, on: 2010-07-24, due: 2010-08-31, reason: 等待批复, approver: 市政府办}",
        "  - {kind: extend, item: T02, on: 2010-11-20, due: 2010-12-10, reason: 等待批复, approver: 市政府办}\n  - {kind: extend, item: T02, on: 2010-11-24, due: 2010-12-31, reason: 等待批复, approver: 市政府办}",
    ),
    "MT418": Example(
        "decisions.yaml",
        "  - {kind: close, item: T01, on: 2010-06-01, approver: 市政府办}\n  - {kind: close, item: T01, on: 2010-07-01, approver: 市政府办}",
        "  - {kind: close, item: T02, on: 2010-06-01, approver: 市政府办}\n  - {kind: send-back, item: T02, on: 2010-06-10, reason: 缺验收意见}\n  - {kind: close, item: T02, on: 2010-08-01, approver: 市政府办}",
    ),
    "MT419": Example(
        "decisions.yaml",
        "  - {kind: cancel, item: T02, on: 2010-06-01, reason: 并入T03, approver: 市政府办}\n  - {kind: suspend, item: T02, on: 2010-07-01, reason: 等待批复, approver: 市政府办}",
        "  - {kind: cancel, item: T03, on: 2010-06-01, reason: 并入T02, approver: 市政府办}\n  - {kind: resume, item: T03, on: 2010-07-01, approver: 市政府办}\n  - {kind: extend, item: T03, on: 2010-07-02, due: 2010-12-31, reason: 等待批复, approver: 市政府办}",
    ),
    "MT420": Example(
        "decisions.yaml",
        "  - {kind: resume, item: T01, on: 2010-07-01, approver: 市政府办}",
        "  - {kind: suspend, item: T02, on: 2010-06-01, reason: 等待批复, approver: 市政府办}\n  - {kind: resume, item: T02, on: 2010-07-01, approver: 市政府办}",
    ),
    "MT421": Example(
        "decisions.yaml",
        "  - {kind: suspend, item: T01, on: 2010-06-01, reason: 等待批复, approver: 市政府办}\n  - {kind: suspend, item: T01, on: 2010-08-01, reason: 等待批复, approver: 市政府办}",
        "  - {kind: suspend, item: T02, on: 2010-06-01, reason: 等待批复, approver: 市政府办}\n  - {kind: resume, item: T02, on: 2010-07-01, approver: 市政府办}\n  - {kind: suspend, item: T02, on: 2010-08-01, reason: 等待批复, approver: 市政府办}",
    ),
    "MT422": Example(
        "decisions.yaml",
        "  - {kind: send-back, item: T01, on: 2010-06-10, reason: 缺验收意见}",
        "  - {kind: send-back, item: T02, on: 2010-06-10, reason: 缺验收意见}",
    ),
    "MT423": Example(
        "decisions.yaml",
        "  - {kind: extend, item: T01, applied: 2010-06-24, on: 2010-06-18, due: 2010-08-31, reason: 等待批复, approver: 市政府办}",
        "  - {kind: extend, item: T02, applied: 2010-06-24, on: 2010-06-24, due: 2010-12-31, reason: 等待批复, approver: 市政府办}",
    ),
    "MT424": Example(
        "decisions.yaml",
        "  - {kind: reassign, item: T01, on: 2010-05-01, to: 建设局, approver: 市政府办}",
        "  - {kind: reassign, item: T02, on: 2010-05-01, to: 建设局, approver: 市政府办}",
    ),
    "MT425": Example(
        "decisions.yaml",
        "  - {kind: step-done, item: S2, on: 2010-04-22}",
        "  - {kind: step-done, item: S1, on: 2010-04-22}",
    ),
    "MT426": Example(
        "decisions.yaml",
        "  - {kind: suspend, item: T01, on: 2009-07-15, reason: 等待批复, approver: 市政府办}",
        "  - {kind: suspend, item: T02, on: 2010-07-15, reason: 等待批复, approver: 市政府办}",
    ),
    "MT427": Example(
        "decisions.yaml",
        "  - {kind: close, item: T01, on: 2010-05-23, approver: 市政府办}",
        "  - {kind: close, item: T02, on: 2010-05-24, approver: 市政府办}",
    ),
    "MT428": Example(
        "decisions.yaml",
        "  - {kind: resume, item: T01, on: 2010-07-01, due: 2010-10-15, approver: 市政府办}",
        "  - {kind: extend, item: T01, on: 2010-07-01, due: 2010-10-15, reason: 暂停期间顺延, approver: 市政府办}",
    ),
    "MT429": Example(
        "returns/2010-06.yaml",
        "  - {task: T01, received: 2010-06-24, progress: 38}",
        "  - {task: T03, received: 2010-06-24, progress: 38, work: 剔除不符合条件的，进度相应核减}",
    ),
    "MT430": Example(
        "returns/2010-05.yaml",
        "  - {task: T01, received: 2010-05-24, state: done, done_on: 2010-05-20}",
        "  - {task: T02, received: 2010-05-24, state: done, done_on: 2010-05-20, evidence: 验收单}",
    ),
    "MT431": Example(
        "returns/2010-06.yaml",
        "  - {task: T01, received: 2010-06-24, progress: 60, work: 已将初稿送各部门征求意见。}",
        "  - {task: T02, received: 2010-06-24, progress: 60, work: 完成4公里。}",
    ),
    "MT432": Example(
        "returns/2010-05.yaml",
        "  - {task: T01, received: 2010-05-24, progress: 10, work: 正在有序推进中。}",
        "  - {task: T02, received: 2010-05-24, progress: 10, work: 完成初稿，已送3个部门征求意见。}",
    ),
    "MT433": Example(
        "returns/2010-05.yaml",
        "  - {task: T01, received: 2010-05-24, outlook: unlikely, work: 正在征求意见。}",
        "  - {task: T01, received: 2010-06-24, outlook: unlikely, problems: 上位政策尚未明确}",
    ),
    "MT434": Example(
        "returns/2010-06.yaml",
        "  - {task: T01, received: 2010-06-24, work: 补充说明。}",
        "  - {task: T03, received: 2010-06-24, work: 补充论证意见。}",
    ),
    "MT435": Example(
        "returns/2010-05.yaml",
        "  - {task: T01, received: 2010-05-24, progress: 19}",
        "  - {task: T02, received: 2010-05-24, progress: 25}",
    ),
    "MT436": Example(
        "returns/2010-05.yaml",
        "  - {task: T01, received: 2010-05-24, date: 2010-05-28, progress: 10}",
        "  - {task: T02, received: 2010-05-24, date: 2010-05-23, progress: 10}",
    ),
    "MT437": Example(
        "returns/2010-05.yaml",
        "  - {task: T01, received: 2010-05-24, forecast: 2010-04-30}",
        "  - {task: T02, received: 2010-05-24, forecast: 2010-09-15}",
    ),
    "MT438": Example(
        "returns/2010-05.yaml",
        "  - {task: T01, received: 2011-05-24, progress: 10}",
        "  - {task: T02, received: 2010-05-24, progress: 10}",
    ),
    "MT439": Example(
        "returns/2010-05.yaml",
        "  - {task: T01, received: 2010-05-24, state: done, done_on: 2009-05-20, evidence: 验收单}",
        "  - {task: T02, received: 2010-05-24, state: done, done_on: 2010-05-20, evidence: 验收单}",
    ),
    "MT440": Example(
        "returns/2010-05.yaml",
        "  - {task: T01, received: 2010-06-03, state: done, done_on: 2010-06-02, evidence: 验收单}",
        "  - {task: T02, received: 2010-06-03, state: done, done_on: 2010-05-31, evidence: 验收单}",
    ),
    "MT441": Example(
        "returns/2010-06.yaml",
        "  - {task: T01, received: 2010-06-24, state: in-progress}",
        "  - {task: T02, received: 2010-06-24, state: in-progress}",
    ),
    "MT442": Example(
        "returns/2010-05.yaml",
        "  - {task: T03, received: 2010-05-24, state: in-progress, done_on: 2010-05-20}",
        "  - {task: T02, received: 2010-05-24, state: done, done_on: 2010-05-20, evidence: 验收单}",
    ),
    "MT443": Example(
        "returns/2010-05.yaml",
        "  - {task: T01, received: 2010-05-24, state: done, done_on: 2010-05-20, progress: 80, evidence: 验收单}",
        "  - {task: T02, received: 2010-05-24, state: done, done_on: 2010-05-20, progress: 100, evidence: 验收单}",
    ),
    "MT444": Example(
        "returns/2010-05.yaml",
        "  - {task: T01, received: 2010-05-24, progress: 0.35}",
        "  - {task: T03, received: 2010-05-24, progress: 35}",
    ),
    # -- MT5 targets and figures
    "MT501": Example(
        file="plan.yaml",
        bad=("- id: 里程\n  words: 绿道8公里\n  at_least: 8\n  restates: O1/里程"),
        good=(
            "discrepancies:\n"
            "  - id: D1\n"
            "    between: [O1, T01]\n"
            "    kind: figure\n"
            "    text: 正文作10公里，附件作8公里\n"
            "    ruling: {by: 市政府办, on: 2010-03-10, text: 以正文为准}"
        ),
    ),
    "MT502": Example(
        file="plan.yaml",
        bad=("- id: D1\n  between: T01\n  text: 正文作“绿道”，附件作“绿廊”"),
        good=(
            "- id: D1\n"
            "  between: [O1, T01]\n"
            "  text: 正文作“绿道”，附件作“绿廊”\n"
            "  ruling: {by: 市政府办, on: 2010-03-10, text: 以正文为准}"
        ),
    ),
    "MT503": Example(
        file="plan.yaml",
        bad="- {id: 里程, words: 绿道2至3公里, at_least: 3, at_most: 2}",
        good="- {id: 里程, words: 绿道2至3公里, measure: 公里, at_least: 2, at_most: 3}",
    ),
    "MT504": Example(
        file="plan.yaml",
        bad=(
            "stages:\n"
            "  - {id: T02.1, text: 开工, due: 6月, percent: 80}\n"
            "  - {id: T02.2, text: 建成, due: 10月, percent: 60}"
        ),
        good=(
            "stages:\n"
            "  - {id: T01a-1, text: 初稿, due: 5月, percent: 40}\n"
            "  - {id: T01a-2, text: 定稿, percent: 60}"
        ),
    ),
    "MT505": Example(
        file="plan.yaml",
        bad=(
            "stages:\n"
            "  - {id: T02.1, text: 开工, due: 6月, percent: 30}\n"
            "  - {id: T02.2, text: 建成, due: 10月, percent: 60}"
        ),
        good=(
            "stages:\n"
            "  - {id: T01a-1, text: 初稿, due: 5月, percent: 40}\n"
            "  - {id: T01a-2, text: 定稿, percent: 60}"
        ),
    ),
    "MT506": Example(
        file="plan.yaml",
        bad="- {id: 企业, words: 引进1~2家企业, measure: 家, kind: total, at_least: 2}",
        good="- {id: 企业, words: 引进1~2家企业, measure: 家, kind: total, at_least: 1, at_most: 2}",
    ),
    "MT507": Example(
        file="plan.yaml",
        bad="- {id: 投资, words: 完成投资10000万元, measure: 万元, at_least: 10000}",
        good="- {id: 投资, words: 完成投资0.4亿元, measure: 亿元, at_least: 0.4}",
    ),
    "MT508": Example(
        file="plan.yaml",
        bad=(
            "targets:\n"
            "  - {id: 里程, words: 建成绿道10公里, measure: 公里, kind: total, at_least: 10}\n"
            "parts:\n"
            "  - {id: T01a, text: 东段, targets: [{id: 里程, words: 东段4公里, at_least: 4}]}\n"
            "  - {id: T01b, text: 西段, targets: [{id: 里程, words: 西段5公里, at_least: 5}]}"
        ),
        good=(
            "targets:\n"
            "  - {id: 里程, words: 建成绿道10公里, measure: 公里, kind: total, at_least: 10}\n"
            "parts:\n"
            "  - {id: T02a, text: 东段, targets: [{id: 里程, words: 东段4公里, at_least: 4}]}\n"
            "  - {id: T02b, text: 西段, targets: [{id: 里程, words: 西段6公里, at_least: 6}]}"
        ),
    ),
    "MT509": Example(
        file="plan.yaml",
        bad=(
            "stages:\n"
            "  - {id: T01.1, text: 东段, due: 6月, targets: [{id: 里程, words: 东段4公里, at_least: 4}]}\n"
            "  - {id: T01.2, text: 西段, due: 9月, targets: [{id: 里程, words: 西段3公里, at_least: 3}]}"
        ),
        good=(
            "stages:\n"
            "  - {id: T02.1, text: 东段, due: 6月, targets: [{id: 里程, words: 累计4公里, at_least: 4}]}\n"
            "  - {id: T02.2, text: 西段, due: 9月, targets: [{id: 里程, words: 累计7公里, at_least: 7}]}"
        ),
    ),
    "MT510": Example(
        file="plan.yaml",
        bad=(
            "targets:\n"
            "  - {id: 里程, words: 建成绿道10公里, measure: 公里, kind: total, at_least: 10}\n"
            "stages:\n"
            "  - {id: T01.1, text: 东段, due: 6月, targets: [{id: 里程, words: 东段4公里, at_least: 4}]}\n"
            "  - {id: T01.2, text: 西段, due: 9月, targets: [{id: 里程, words: 西段6公里, at_least: 6}]}"
        ),
        good=(
            "targets:\n"
            "  - {id: 里程, words: 建成绿道10公里, measure: 公里, kind: total, at_least: 10}\n"
            "stages:\n"
            "  - {id: T04.1, text: 东段, due: 6月, targets: [{id: 里程, words: 累计4公里, at_least: 4}]}\n"
            "  - {id: T04.2, text: 西段, due: 9月, targets: [{id: 里程, words: 累计10公里, at_least: 10}]}"
        ),
    ),
    "MT511": Example(
        file="plan.yaml",
        bad="- {id: 能耗, words: 能耗比2009年下降15%, kind: growth, at_least: 15, base: {year: 2008}}",
        good="- {id: 水耗, words: 水耗比2009年下降10%, kind: growth, at_least: 10, base: {year: 2009}}",
    ),
    # -- MT6 owners and roles
    "MT601": Example(
        file="plan.yaml",
        bad=("- id: T02\n  text: 建成绿道10公里\n  due: 11月\n  person: 乙二"),
        good=("- id: T02\n  text: 建成绿道10公里\n  due: 11月\n  lead: 园林局\n  person: 乙二"),
    ),
    "MT602": Example(
        file="plan.yaml",
        bad=("- id: T02\n  text: 建成绿道10公里\n  due: 11月\n  lead: 园林局"),
        good=("- id: T02\n  text: 建成绿道10公里\n  due: 11月\n  lead: 园林局\n  person: 乙二"),
    ),
    "MT603": Example(
        file="plan.yaml",
        bad=(
            "require: [lead, person, due, goal, overseer]\n"
            "tasks:\n"
            "  - id: T01\n"
            "    text: 编制绿道规划\n"
            "    due: 6月\n"
            "    lead: 建设局\n"
            "    goal: 规划先行\n"
            "    person: 甲一"
        ),
        good=(
            "require: [lead, person, due, overseer, goal]\n"
            "defaults: {lead: 建设局, person: 甲一, overseer: 丙三, report: 每季度末}"
        ),
    ),
    "MT604": Example(
        file="schedules.yaml",
        bad=("- unit: 园林局\n  received: 2010-05-02\n  items: [{task: T02, clerk: 丁四}]"),
        good=(
            "- unit: 园林局\n"
            "  received: 2010-04-02\n"
            "  items:\n"
            "    - {task: T01b, department: 工程科, clerk: 己六}"
        ),
    ),
    "MT605": Example(
        file="plan.yaml",
        bad="lead: [园林局, 建设局, 园林局]",
        good=("lead: 建设局\nsupport: [园林局, 交通局]"),
    ),
    "MT606": Example(
        file="units.yaml",
        bad="- id: 交通局",
        good=("- id: 建设局\n  people: [{name: 甲一, post: 责任人}]"),
    ),
    "MT607": Example(
        file="plan.yaml",
        bad=("lead: 园林局\nperson: 甲一"),
        good=("lead: 园林局\nperson: 乙二"),
    ),
    "MT608": Example(
        file="units.yaml",
        bad=("people:\n  - {name: 甲一, post: 责任人, to: 2010-08-31}"),
        good=(
            "people:\n"
            "  - {name: 丙三, post: 责任人, from: 2008-01-01, to: 2010-08-31}\n"
            "  - {name: 庚七, post: 责任人, from: 2010-09-01, to: 2010-10-31}"
        ),
    ),
    "MT609": Example(
        file="units.yaml",
        bad="- {name: 丁四, post: 联络员, from: 2010-09-01, to: 2010-08-31}",
        good="- {name: 戊五, post: 联络员, from: 2010-09-01, to: 2010-09-01}",
    ),
    "MT610": Example(
        file="plan.yaml",
        bad="lead: 各县区政府",
        good="lead: [建设局, 各县区政府]",
    ),
    "MT611": Example(
        file="plan.yaml",
        bad=("overseer: 丙三\nclerk: 丙三"),
        good=("overseer: 市领导\nclerk: 丁四"),
    ),
    "MT612": Example(
        file="plan.yaml",
        bad="person: [乙二, 园林局]",
        good="person: 乙二",
    ),
    # -- MT7 findings and feedback
    "MT701": Example(
        "findings.yaml",
        "  - {id: F1, raised_on: 2010-07-22, text: 标识不全, tasks: T01}",
        "  - {id: F2, raised_on: 2010-07-22, text: 照明不足, tasks: T02, unit: 园林局, due: 8月底前}",
    ),
    "MT702": Example(
        "findings.yaml",
        "  - {id: F1, raised_on: 2010-07-22, text: 标识不全, tasks: T01, unit: 建设局, due: 8月底前, resolved_on: 2010-07-08, resolution: 已补齐标识}",
        "  - {id: F2, raised_on: 2010-07-22, text: 照明不足, tasks: T02, unit: 园林局, due: 8月底前, resolved_on: 2010-07-22, resolution: 当场更换}",
    ),
    "MT703": Example(
        "findings.yaml",
        "  - {id: F2, raised_on: 2010-07-22, text: 照明不足, tasks: T02, unit: 园林局, due: 8月底前, resolved_on: 2010-08-18}",
        "  - {id: F3, raised_on: 2010-07-22, text: 护栏松动, tasks: T02, unit: 园林局, due: 8月底前, resolved_on: 2010-08-18, resolution: 已加固护栏}",
    ),
    "MT704": Example(
        "findings.yaml",
        "  - {id: F1, raised_on: 2010-07-22, text: 标识不全, tasks: T01, unit: 建设局, due: 6月底前}",
        "  - {id: F2, raised_on: 2010-07-22, text: 照明不足, tasks: T02, unit: 园林局, due: 8月底前}",
    ),
    "MT705": Example(
        "findings.yaml",
        "  - {id: F1, raised_on: 2009-07-22, text: 标识不全, tasks: T01, unit: 建设局, due: 8月底前}",
        "  - {id: F2, raised_on: 2010-07-22, text: 照明不足, tasks: T02, unit: 园林局, due: 8月底前}",
    ),
    "MT706": Example(
        "feedback.yaml",
        "  - {deputy: 代表一, date: 2010-11-26, verdict: 基本满意, text: 建议加快, answered_on: 2010-11-14}",
        "  - {deputy: 代表二, date: 2010-11-26, verdict: 基本满意, text: 建议加快, answered_on: 2010-11-26}",
    ),
    "MT707": Example(
        "feedback.yaml",
        "  - {deputy: 代表一, date: 2010-11-26, verdict: 不满意}",
        "  - {deputy: 代表二, date: 2010-11-26, verdict: 不满意, text: 原因说明不够, answered_on: 2010-12-14}",
    ),
    "MT708": Example(
        "feedback.yaml",
        "  - {date: 2010-11-25, verdict: 满意}",
        "  - {deputy: 代表一, date: 2010-11-25, verdict: 满意}",
    ),
    "MT709": Example(
        "findings.yaml",
        "  - {id: F1, raised_on: 2010-07-22, text: 标识不全, unit: 建设局, due: 8月底前}",
        "  - {id: F2, raised_on: 2010-07-22, text: 照明不足, tasks: T02, unit: 园林局, due: 8月底前}",
    ),
    # -- MT8 slips
    "MT801": Example(
        "slips.yaml",
        "  - {number: 督〔2010〕1号, issued_on: 2010-08-02, kind: 催办, unit: 园林局, items: T02}",
        "  - {number: 督〔2010〕2号, issued_on: 2010-08-02, kind: 催办, unit: 园林局, items: T02}",
    ),
    "MT802": Example(
        "slips.yaml",
        "  - {number: 督〔2009〕2号, issued_on: 2010-08-02, kind: 催办, unit: 园林局, items: T02}",
        "  - {number: 督〔2010〕2号, issued_on: 2010-08-02, kind: 催办, unit: 园林局, items: T02}",
    ),
    "MT803": Example(
        "slips.yaml",
        "  - {number: 督〔2010〕2号, issued_on: 2010-08-02, kind: 催办, unit: 建设局, items: T02}",
        "  - {number: 督〔2010〕2号, issued_on: 2010-08-02, kind: 催办, unit: 园林局, items: T02}",
    ),
    "MT804": Example("slips.yaml", "    answered_on: 2010-07-05", "    answered_on: 2010-08-05"),
    "MT805": Example("slips.yaml", "    due: 2010-07-07", "    due: 2010-08-07"),
    "MT806": Example("slips.yaml", "    causes: {T01: overdue}", "    causes: {T02: overdue}"),
    "MT807": Example(
        "slips.yaml",
        "  - {number: 督〔2010〕3号, issued_on: 2010-08-02, kind: 催办, unit: 园林局, items: T02, causes: {T02: overdue}}",
        "  - {number: 督〔2010〕3号, issued_on: 2010-08-09, kind: 催办, unit: 园林局, items: T02, causes: {T02: overdue}}",
    ),
}
