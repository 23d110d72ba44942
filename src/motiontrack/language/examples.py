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
        "  - {date: 2010-12-01, text: 建得好,还要快}",
        '  - {date: 2010-12-01, text: "建得好,还要快"}',
    ),
    "MT028": Example(
        "feedback.yaml",
        "  - {date: 2010-12-01,\n    text: 建得好",
        "  - {date: 2010-12-01,\n    text: 建得好}",
    ),
    "MT029": Example(
        "feedback.yaml", "    deputy: 代表甲\n   text: 建得好", "    deputy: 代表甲\n    text: 建得好"
    ),
    # -- MT1 shape
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
    "MT120": Example("units.yaml", "# data/plan.yaml", "# data/plan.yaml\n# data/units.yaml"),
    "MT121": Example("2010-04.yaml", "# data/2010-04.yaml", "# data/returns/2010-04.yaml"),
    "MT122": Example("feedback.yaml", "# data/feedback.yaml -> gone.yaml", "# data/feedback.yaml"),
    "MT123": Example("returns/2010-4.yaml", "# data/returns/2010-4.yaml", "# data/returns/2010-04.yaml"),
    # -- MT2 references and units
    # -- MT3 dates and phases
    # -- MT4 returns and decisions
    # -- MT5 targets and figures
    # -- MT6 owners and roles
    # -- MT7 findings and feedback
}
