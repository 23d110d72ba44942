"""The registers that are only appended to: decisions, schedules, findings, feedback, slips (DESIGN §2)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from motiontrack.model.fields import (
    Choice,
    DataFile,
    Day,
    Identifier,
    Many,
    Name,
    Nested,
    Number,
    OneOrMany,
    Record,
    Reference,
    Table,
    Text,
    When,
    fact,
    record,
)
from motiontrack.model.items import Item
from motiontrack.model.vocabulary import Code

__all__ = [
    "DECISION_KINDS",
    "SLIP_KINDS",
    "Decision",
    "DecisionFile",
    "Feedback",
    "FeedbackFile",
    "Finding",
    "FindingFile",
    "LadderStep",
    "Schedule",
    "ScheduleFile",
    "Scheduled",
    "Slip",
    "SlipFile",
]

DECISION_KINDS = (
    "extend",
    "suspend",
    "resume",
    "cancel",
    "reassign",
    "excuse",
    "accept",
    "send-back",
    "close",
    "step-done",
    "instruct",
)
#: What offices call them, in the same order.
DECISIONS_NAMED = (
    "延期",
    "暂停",
    "恢复",
    "取消",
    "改派",
    "说明正当理由",
    "验收",
    "退回",
    "销号",
    "步骤完成",
    "批示",
)


#: What a deputy may answer, the best first.
VERDICTS = ("满意", "基本满意", "不满意")

#: The steps by which an office presses a unit, the mildest first; the ladder is ``assess.ladder``'s.
SLIP_KINDS = ("催办", "督办", "通报", "约谈")


@record
class Decision(Record):
    """What was decided of one item. Without ``on`` it is only asked for and changes nothing."""

    kind: str = fact(
        Choice(DECISION_KINDS, DECISIONS_NAMED),
        ("类别", "Kind"),
        (
            "延期、暂停、恢复、取消、改派、说明正当理由、验收、退回、销号、步骤完成、批示，依次对应各词",
            "what was decided",
        ),
        required=True,
        default="",
    )
    item: str = fact(
        Reference("item"), ("条目编号", "Item"), ("任务、步骤等的编号", "the item's id"), required=True
    )
    on: date | None = fact(
        Day(), ("生效日期", "On"), ("生效的日期；缺省表示尚在申请", "in force from; absent = only asked")
    )
    applied: date | None = fact(Day(), ("申请日期", "Applied"), ("申请的日期", "the day it was asked for"))
    due: date | None = fact(
        Day(), ("新的完成时间", "New deadline"), ("延期后的完成时间", "the deadline after an extension")
    )
    to: tuple[str, ...] = fact(
        OneOrMany(Reference("unit")), ("改派单位", "To"), ("改由哪个单位负责", "the unit it goes to")
    )
    reason: str | None = fact(Text(), ("理由", "Reason"), ("理由", "why"))
    approver: str | None = fact(Text(), ("批准人", "Approver"), ("批准的人或单位", "who approved"))
    document: str | None = fact(Text(), ("文号", "Document"), ("批准文件", "the document"))
    text: str | None = fact(Text(), ("内容", "Text"), ("批示、意见的内容", "what it says"))


@record
class DecisionFile(DataFile):
    """The whole of ``data/decisions.yaml``."""

    decisions: tuple[Decision, ...] = fact(
        Many(Nested("Decision")), ("决定", "Decisions"), ("各项决定", "the decisions"), required=True
    )


@record
class Scheduled(Record):
    """One task in a unit's own implementation plan (实施方案)."""

    task: str = fact(Reference("item"), ("任务编号", "Task"), ("任务的编号", "the task's id"), required=True)
    overseer: tuple[str, ...] = fact(
        OneOrMany(Name()), ("责任领导", "Overseer"), ("责任领导", "the leader above")
    )
    department: str | None = fact(Text(), ("承办部门", "Department"), ("承办部门", "the department"))
    clerk: str | None = fact(Name(), ("承办责任人", "Clerk"), ("承办责任人", "the clerk"))
    stages: tuple[Item, ...] = fact(Many(Nested("Item")), ("节点", "Stages"), ("各节点", "its stages"))


@record
class Schedule(Record):
    """A unit's implementation plan; a later one supersedes from the day it was received."""

    unit: str = fact(Reference("unit"), ("单位", "Unit"), ("报送单位", "whose plan it is"), required=True)
    received: date | None = fact(
        Day(), ("收到日期", "Received"), ("收到的日期", "the day it came in"), required=True
    )
    items: tuple[Scheduled, ...] = fact(
        Many(Nested("Scheduled")), ("任务", "Items"), ("各任务的安排", "its tasks"), required=True
    )


@record
class ScheduleFile(DataFile):
    """The whole of ``data/schedules.yaml``."""

    schedules: tuple[Schedule, ...] = fact(
        Many(Nested("Schedule")), ("实施方案", "Schedules"), ("各单位实施方案", "the plans"), required=True
    )


@record
class Finding(Record):
    """What an inspection (视察、检查) found in the work, and what became of it."""

    id: str = fact(Identifier(), ("编号", "Id"), ("全部问题中唯一", "unique"), required=True)
    raised_on: date | None = fact(
        Day(), ("提出日期", "Raised on"), ("提出的日期", "the day it was raised"), required=True
    )
    by: str | None = fact(Text(), ("提出人", "By"), ("由谁提出", "who raised it"))
    occasion: str | None = fact(Text(), ("场合", "Occasion"), ("视察、检查等", "the inspection"))
    text: str = fact(Text(), ("问题", "Text"), ("问题内容", "what was found"), required=True)
    tasks: tuple[str, ...] = fact(
        OneOrMany(Reference("item")), ("涉及任务", "Tasks"), ("涉及的任务", "the tasks it touches")
    )
    unit: str | None = fact(Reference("unit"), ("整改单位", "Unit"), ("整改单位", "who must mend it"))
    due: str | None = fact(When(), ("整改时限", "Due"), ("整改时限", "by when"))
    resolved_on: date | None = fact(Day(), ("整改日期", "Resolved on"), ("整改完成日期", "when mended"))
    resolution: str | None = fact(Text(), ("整改情况", "Resolution"), ("整改情况", "how it was mended"))


@record
class FindingFile(DataFile):
    """The whole of ``data/findings.yaml``."""

    findings: tuple[Finding, ...] = fact(
        Many(Nested("Finding")), ("问题", "Findings"), ("视察、检查发现的问题", "the findings"), required=True
    )


@record
class Feedback(Record):
    """What one deputy (代表) answered."""

    deputy: str | None = fact(Text(), ("代表", "Deputy"), ("代表姓名或代号", "the deputy"))
    dated: date | None = fact(Day(), ("日期", "Date"), ("反馈日期", "the day"), required=True, key="date")
    verdict: str | None = fact(Choice(VERDICTS), ("评价", "Verdict"), ("评价", "the verdict"))
    text: str | None = fact(Text(), ("意见", "Text"), ("意见内容", "what was said"))
    answered_on: date | None = fact(Day(), ("答复日期", "Answered on"), ("答复日期", "when answered"))
    result: str | None = fact(
        Text(), ("办理类别", "Class"), ("办理结果类别，各地不同", "result class; local"), key="class"
    )


@record
class FeedbackFile(DataFile):
    """The whole of ``data/feedback.yaml``."""

    feedback: tuple[Feedback, ...] = fact(
        Many(Nested("Feedback")), ("代表反馈", "Feedback"), ("代表反馈", "the answers"), required=True
    )


@record
class Slip(Record):
    """One slip (催办单、督办单) that was sent to a unit, as it was sent."""

    number: str = fact(
        Text(), ("编号", "Number"), ("单号，如 督〔2010〕3号", "as printed: 督〔2010〕3号"), required=True
    )
    issued_on: date | None = fact(
        Day(), ("发出日期", "Issued on"), ("发出的日期", "the day it was sent"), required=True
    )
    kind: str = fact(
        Choice(SLIP_KINDS),
        ("类别", "Kind"),
        ("催办、督办、通报、约谈，依次加重", "reminder, supervision, circular, talk; each graver"),
        required=True,
        default="",
    )
    unit: str = fact(
        Reference("unit"), ("主送单位", "Unit"), ("发给哪个单位", "whom it was sent to"), required=True
    )
    items: tuple[str, ...] = fact(
        OneOrMany(Reference("item")),
        ("事项", "Items"),
        ("任务、分项的编号", "ids of tasks or parts"),
        required=True,
    )
    causes: dict[str, tuple[str, ...]] = fact(
        Table(OneOrMany(Choice(tuple(Code)))),
        ("当时的理由", "Causes"),
        ("发出时各事项的理由：事项编号: 理由", "why, on that day: each item with its causes"),
    )
    asked: str | None = fact(Text(), ("办理要求", "Asked"), ("要求做什么", "what is asked"))
    due: date | None = fact(Day(), ("回复时限", "Due"), ("要求何日前回复", "to be answered by"))
    answered_on: date | None = fact(
        Day(), ("回复日期", "Answered on"), ("收到回复的日期", "the day the answer came in")
    )
    note: str | None = fact(Text(), ("备注", "Note"), ("备注", "anything else"))


@record
class LadderStep(Record):
    """What this plan sets otherwise for one step of the ladder (督办层级)."""

    kind: str = fact(
        Choice(SLIP_KINDS),
        ("类别", "Kind"),
        ("催办、督办、通报、约谈", "reminder, supervision, circular or talk"),
        required=True,
        default="",
    )
    unanswered: Decimal | None = fact(
        Number(1, whole=True, maximum=99),
        ("未回复件数", "Unanswered"),
        (
            "这一类有几件未回复就升到下一级；缺省 催办 2、督办 2、通报 1",
            "so many of this kind unanswered lead to the next; default 催办 2, 督办 2, 通报 1",
        ),
    )
    days: Decimal | None = fact(
        Number(1, whole=True, maximum=366),
        ("回复天数", "Days"),
        (
            "要求几天内回复；缺省 催办、督办 5，通报、约谈 3",
            "an answer is asked within so many days; default 催办 and 督办 5, 通报 and 约谈 3",
        ),
    )
    source: str | None = fact(
        Text(),
        ("依据", "Source"),
        (
            "规定这些数的文件和条款，升级时印在单上",
            "the rule that says so; printed on the slip that it leads to",
        ),
    )


@record
class SlipFile(DataFile):
    """The whole of ``data/slips.yaml``."""

    slips: tuple[Slip, ...] = fact(
        Many(Nested("Slip")), ("督办单", "Slips"), ("已发出的催办单、督办单", "the slips sent"), required=True
    )
