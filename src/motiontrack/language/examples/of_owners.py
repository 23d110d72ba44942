"""MT6: owners and roles."""

from __future__ import annotations

from motiontrack.language.examples.example import Example

__all__ = ["EXAMPLES"]

EXAMPLES: dict[str, Example] = {
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
}
