"""What the units reported, month by month: ``data/returns/2010-07.yaml`` (DESIGN §2)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from motiontrack.model.fields import (
    Choice,
    DataFile,
    Day,
    Many,
    Month,
    Name,
    Nested,
    Number,
    OneOrMany,
    Record,
    Reference,
    Table,
    Text,
    fact,
    record,
)

__all__ = ["Entry", "ReturnFile", "ReturnSource"]


@record
class ReturnSource(Record):
    """The form an entry was read from."""

    file: str | None = fact(Text(), ("文件", "File"), ("填报表文件名", "the form's file name"))
    sheet: str | None = fact(Text(), ("工作表", "Sheet"), ("工作表名", "the sheet"))
    hash: str | None = fact(Text(), ("校验值", "Hash"), ("文件的校验值", "the file's hash"))


@record
class Entry(Record):
    """What one unit reported of one item for one month."""

    task: str = fact(
        Reference("item"),
        ("任务编号", "Item"),
        ("任务、分项、节点的编号", "the id of a task, part or stage"),
        required=True,
    )
    unit: str | None = fact(
        Reference("unit"),
        ("填报单位", "Unit"),
        ("缺省为列第一位的责任单位", "default: the convener"),
    )
    received: date | None = fact(
        Day(),
        ("收到日期", "Received"),
        ("收到填报的日期，决定何时算数、是否迟报", "the day it came in; decides as-of and lateness"),
        required=True,
    )
    dated: date | None = fact(
        Day(), ("填报日期", "Date"), ("单位填写的日期", "the unit's own date"), key="date"
    )
    by: str | None = fact(Name(), ("填报人", "By"), ("填报人", "who filled it in"))
    as_of: date | None = fact(
        Day(),
        ("数据截至", "As of"),
        (
            "数据截止日期；缺省为当月填报日，早报的为收到之日",
            "the day the figures hold; default the month's return day, or the day it came if earlier",
        ),
    )
    reviewed_by: str | None = fact(Name(), ("审核人", "Reviewed by"), ("审核人", "who reviewed it"))
    state: str | None = fact(
        Choice(("not-started", "in-progress", "done"), ("未启动", "推进中", "已办结")),
        ("办理状态", "State"),
        ("not-started 未启动，in-progress 推进中，done 已办结", "not-started, in-progress or done"),
    )
    progress: Decimal | None = fact(
        Number(0),
        ("完成比例", "Progress"),
        ("累计完成百分比，可超过100", "running total in percent; may pass 100"),
    )
    pace: str | None = fact(
        Choice(("ahead", "on", "behind", "blocked"), ("超前", "正常", "滞后", "受阻")),
        ("进度自评", "Pace"),
        ("ahead 超前，on 正常，behind 滞后，blocked 受阻", "the unit's own word"),
    )
    outlook: str | None = fact(
        Choice(("on-time", "with-effort", "unlikely"), ("能按期", "经努力可按期", "难以按期")),
        ("完成预期", "Outlook"),
        (
            "on-time 能按期，with-effort 经努力可按期，unlikely 难以按期",
            "on-time, with-effort or unlikely",
        ),
    )
    done_on: date | None = fact(Day(), ("办结日期", "Done on"), ("办结的日期", "the day it was done"))
    work: str | None = fact(Text(), ("本月进展", "Work"), ("本月进展", "what was done this month"))
    problems: str | None = fact(Text(), ("存在问题", "Problems"), ("存在的问题", "what is in the way"))
    coordinate: str | None = fact(
        Text(), ("需协调事项", "To coordinate"), ("需要上级协调的事项", "what needs help from above")
    )
    next: str | None = fact(Text(), ("下步打算", "Next"), ("下一步打算", "what comes next"))
    forecast: date | None = fact(
        Day(), ("预计完成", "Forecast"), ("预计完成的日期", "the day the unit expects to be done")
    )
    targets: dict[str, Decimal] = fact(
        Table(Number()),
        ("指标完成数", "Target values"),
        ("指标编号 → 累计完成数", "target id -> running total"),
    )
    evidence: tuple[str, ...] = fact(
        OneOrMany(Text()), ("佐证材料", "Evidence"), ("佐证材料的名称或位置", "names or places of the proof")
    )
    source: ReturnSource | None = fact(
        Nested("ReturnSource"), ("来源", "Source"), ("来自哪份填报表", "the form it was read from")
    )


@record
class ReturnFile(DataFile):
    """The whole of one month's file."""

    month: str = fact(Month(), ("月份", "Month"), ("如 2010-07", "as 2010-07"), required=True, default="")
    entries: tuple[Entry, ...] = fact(
        Many(Nested("Entry")), ("填报", "Entries"), ("各单位填报", "what the units reported"), required=True
    )
