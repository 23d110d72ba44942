"""MT2: references and units."""

from __future__ import annotations

from motiontrack.language.examples.example import Example

__all__ = ["EXAMPLES"]

EXAMPLES: dict[str, Example] = {
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
}
