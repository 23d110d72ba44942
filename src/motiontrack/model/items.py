"""Items and targets: one record for task, part, stage and step (DESIGN §2)."""

from __future__ import annotations

from decimal import Decimal

from motiontrack.model.fields import (
    Choice,
    Flag,
    Identifier,
    Many,
    Name,
    Nested,
    Number,
    OneOrMany,
    Record,
    Reference,
    Text,
    When,
    fact,
    record,
)

__all__ = ["TARGET_KINDS", "Base", "Inherited", "Item", "Target"]

TARGET_KINDS = ("total", "level", "growth", "points", "document", "event")


@record
class Base(Record):
    """The base a growth is counted from."""

    year: Decimal | None = fact(
        Number(1900, whole=True, maximum=2100),
        ("基期年份", "Base year"),
        ("基数所属年份", "the year of the base figure"),
    )
    value: Decimal | None = fact(
        Number(), ("基数", "Base value"), ("基期的数值", "the figure in the base year")
    )


@record
class Target(Record):
    """One target that the words state; figures are running totals."""

    id: str = fact(
        Identifier(),
        ("指标编号", "Target id"),
        ("在本项内唯一，填报时用它指明指标", "unique in its item; returns name the target by it"),
        required=True,
    )
    words: str = fact(
        Text(), ("指标原文", "Words"), ("方案印发的原文", "the words as printed"), required=True
    )
    measure: str | None = fact(
        Text(), ("计量单位", "Measure"), ("家、次、%、个百分点等", "as printed: 家, 次, %, 个百分点 …")
    )
    kind: str | None = fact(
        Choice(TARGET_KINDS, ("累计数", "时点水平", "增长", "百分点", "文件", "事件")),
        ("类型", "Kind"),
        (
            "total 累计数，level 时点水平，growth 比基期增长（%），points 百分点，document 文件，event 事件",
            "total builds up, level holds, growth in percent over the base, points, document, event",
        ),
    )
    at_least: Decimal | None = fact(
        Number(), ("下限", "At least"), ("不少于的数", "the figure to reach at least")
    )
    at_most: Decimal | None = fact(
        Number(),
        ("上限", "At most"),
        ("不超过的数；与下限同写即为区间", "the figure not to pass; with at_least, a range"),
    )
    stretch: bool = fact(
        Flag(), ("力争", "Stretch"), ("原文用“力争”", "the words say 力争 (strive for)"), default=False
    )
    base: Base | None = fact(
        Nested("Base"), ("基数", "Base"), ("增长的基期和基数", "what a growth is counted from")
    )
    above: str | None = fact(
        Text(),
        ("高于", "Above"),
        ("要高于的对象：原文，或另一指标", "what it must exceed: words, or another target"),
    )
    restates: str | None = fact(
        Reference("target"),
        ("重述", "Restates"),
        (
            "正文中同一指标，写作 O6/指标编号；数字不一致时提示",
            "the same target elsewhere in the plan, as O6/id; differing figures are reported",
        ),
    )
    set_by: str | None = fact(
        Text(), ("下达单位", "Set by"), ("数值由谁另行下达", "who sets the value later")
    )


@record
class Inherited(Record):
    """What an item takes from its parent, and a task from ``plan.defaults``, if it has none itself."""

    lead: tuple[str, ...] = fact(
        OneOrMany(Reference("unit")),
        ("责任单位", "Lead unit"),
        (
            "牵头、主办或分办责任单位；列第一位的召集",
            "the unit or units that lead; the first one convenes",
        ),
    )
    does: tuple[str, ...] = fact(
        OneOrMany(Reference("unit")),
        ("落实单位", "Doing units"),
        ("在牵头单位之下负责落实的单位", "the units that do the work under a lead"),
    )
    support: tuple[str, ...] = fact(
        OneOrMany(Reference("unit")),
        ("配合单位", "Supporting units"),
        ("配合、协办单位", "the units that support"),
    )
    person: tuple[str, ...] = fact(
        OneOrMany(Name()), ("责任人", "Responsible person"), ("印发的责任人", "the person as printed")
    )
    overseer: tuple[str, ...] = fact(
        OneOrMany(Name()),
        ("责任领导", "Overseer"),
        ("责任领导、分管领导", "the leader above the unit"),
    )
    department: str | None = fact(
        Text(), ("承办部门", "Department"), ("单位内的承办部门", "the department that handles it")
    )
    clerk: str | None = fact(
        Name(), ("承办责任人", "Clerk"), ("承办部门的责任人", "the person in the department")
    )
    due: str | None = fact(
        When(),
        ("完成时间", "Deadline"),
        (
            "方案的原文（10月底前）或日期（2010-10-31）",
            "the words as printed (10月底前), or a date (2010-10-31)",
        ),
    )
    start: str | None = fact(
        When(), ("开始时间", "Start"), ("方案写明的开始时间", "the start, where the plan prints one")
    )
    report: str | None = fact(
        Text(),
        ("填报时间", "Return clock"),
        (
            "何时填报，如“每月25日前”（缺省，由本工具设定）",
            "when returns are owed; 每月25日前 (by the 25th of each month) is this tool's default",
        ),
    )


@record
class Item(Inherited):
    """A task, a part (side by side), a stage (节点, in sequence) or a step of a phase."""

    id: str = fact(Identifier(), ("编号", "Id"), ("全方案唯一", "unique in the whole plan"), required=True)
    text: str = fact(
        Text(), ("办理主要内容", "Content"), ("任务内容原文", "the words as printed"), required=True
    )
    goal: str | None = fact(
        Text(),
        ("工作目标", "Goal"),
        (
            "附件第一列；合并单元格的各行写同一个目标",
            "the annex's first column; rows of one merged cell share it",
        ),
    )
    serves: tuple[str, ...] = fact(
        OneOrMany(Reference("link")),
        ("对应目标", "Serves"),
        ("对应的总体目标、年度任务的编号", "ids of the aims and objectives it serves"),
    )
    standing: bool = fact(
        Flag(),
        ("长期推进", "Standing"),
        ("长期任务，无完成时间", "open-ended; has no deadline and is never overdue"),
        default=False,
    )
    due_words: str | None = fact(
        Text(),
        ("完成时间原文", "Deadline as printed"),
        ("完成时间由人工定为日期时，印发的原文", "the printed words, where the date was set by hand"),
    )
    targets: tuple[Target, ...] = fact(
        Many(Nested("Target")), ("指标", "Targets"), ("原文写明的各项指标", "every target the words state")
    )
    parts: tuple[Item, ...] = fact(
        Many(Nested("Item")), ("分项", "Parts"), ("并列的分项", "parts side by side")
    )
    stages: tuple[Item, ...] = fact(
        Many(Nested("Item")), ("节点", "Stages"), ("先后的节点", "stages in sequence")
    )
    percent: Decimal | None = fact(
        Number(0),
        ("节点占比", "Share"),
        ("节点占整项任务的百分比", "a stage's share of the task, in percent"),
    )
    note: str | None = fact(Text(), ("备注", "Note"), ("办公室的备注", "the office's own note"))
    since: str | None = fact(
        Text(), ("起始说明", "Since"), ("由谁、何时列入", "when and by what it was taken in")
    )
    waits_for: str | None = fact(
        Text(), ("前提", "Waits for"), ("须等待的外部事项", "the outside act it depends on")
    )
    no: str | None = fact(Text(), ("序号", "Printed number"), ("印发的序号", "the number as printed"))
