"""A bad and a good example of each code, as typed in a file: the same in every language.

Only ``explain`` and the reference import this. Every line stands in a golden case of the code
(``bad``) or is free of it (``good``), which a test holds.
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
    # -- MT1 shape
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
        bad="- {task: Ｔ０１, received: 2010-04-24}",
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
        bad=(
            "objectives:\n"
            "  - id: O1\n"
            "    text: 今年建成绿道10公里\n"
            "tasks:\n"
            "  - id: T01\n"
            "    text: 编制绿道规划"
        ),
        good=(
            "objectives:\n"
            "  - id: O1\n"
            "    text: 今年建成绿道10公里\n"
            "tasks:\n"
            "  - id: T01\n"
            "    text: 编制绿道规划\n"
            "    serves: [G1, O1]"
        ),
    ),
    # -- MT3 dates and phases
    # -- MT4 returns and decisions
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
            "defaults: {lead: 建设局, person: 甲  一, overseer: 丙三, report: 每季度末}"
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
}
