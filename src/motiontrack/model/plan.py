"""The plan as issued: ``data/plan.yaml`` (DESIGN §2)."""

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
from motiontrack.model.items import Inherited, Item, Target
from motiontrack.model.registers import LadderStep
from motiontrack.model.settings import RuleSettings, Thresholds

__all__ = [
    "Discrepancy",
    "Goal",
    "Group",
    "Member",
    "Motion",
    "Organisation",
    "Phase",
    "Plan",
    "PlanFile",
    "Requirement",
    "Ruling",
]


#: What every item without parts must have if the plan does not say (DESIGN §2).
DEFAULT_REQUIRE = ("lead", "person", "due")


@record
class Motion(Record):
    """The motion (议案) that the plan answers."""

    number: str | None = fact(Text(), ("议案号", "Number"), ("如“1号”", "as printed"))
    title: str = fact(Text(), ("议案标题", "Title"), ("议案的标题", "the motion's title"), required=True)
    meeting: str | None = fact(
        Text(), ("会议", "Meeting"), ("确定议案的会议", "the congress session that adopted it")
    )
    proposers: tuple[str, ...] = fact(
        OneOrMany(Name()), ("提案人", "Proposers"), ("领衔代表或提出单位", "deputies or bodies that moved it")
    )
    received: date | None = fact(
        Day(),
        ("交办日期", "Received"),
        ("政府收到交办的日期", "the day the government was handed the motion"),
    )


@record
class Plan(Record):
    """The document itself and what its tasks share."""

    title: str = fact(Text(), ("方案标题", "Title"), ("工作方案的标题", "the plan's title"), required=True)
    document: str | None = fact(
        Text(), ("文号", "Document number"), ("如 通政办发〔2010〕57号", "the document's number")
    )
    issued: date | None = fact(
        Day(), ("印发日期", "Issued"), ("缺省为当年1月1日", "absent: 1 January of the year")
    )
    year: Decimal | None = fact(
        Number(1978, whole=True, maximum=2100),
        ("年度", "Year"),
        ("方案所属年度，“4月”等按此年度理解", "the year that bare months belong to"),
        required=True,
    )
    approach: str | None = fact(Text(), ("工作思路", "Approach"), ("工作思路原文", "the section as printed"))
    closes: date | None = fact(
        Day(), ("截止日期", "Closes"), ("缺省为当年12月31日", "absent: 31 December of the year")
    )
    days: str = fact(
        Choice(("calendar", "working"), ("自然日", "工作日")),
        ("日的计算", "Days"),
        (
            "“N日内”按自然日（calendar，缺省）还是工作日（working）推算；按工作日的须有 calendar.yaml",
            "what N日内 counts: calendar days (the default) or working days, by calendar.yaml",
        ),
        default="calendar",
    )
    roll: tuple[str, ...] = fact(
        OneOrMany(Choice(("due", "report"), ("完成时间", "填报时间"))),
        ("顺延", "Roll"),
        (
            "遇休息日顺延到下一个工作日的：due 完成时间，report 填报时间；缺省不顺延；须有 calendar.yaml",
            "what moves to the next working day from a day off: deadlines, return days; by calendar.yaml",
        ),
    )
    language: str | None = fact(
        Choice(("zh", "en")), ("语言", "Language"), ("输出语言", "the language of the output")
    )
    shares: str = fact(
        Choice(("plain", "to-100"), ("四舍五入", "凑足100")),
        ("占比取舍", "Shares"),
        (
            "文稿中占比的取舍：plain 各项四舍五入，合计可能不是100（缺省）；to-100 按最大余数，合计为100",
            "how shares are rounded in papers: each by itself (the default), or to add up to 100",
        ),
        default="plain",
    )
    profile: str | None = fact(
        Text(),
        ("亮灯规则", "Profile"),
        ("规则的编号；缺省为 default", "the id of the light rules; absent: default"),
    )
    labels: dict[str, str] = fact(
        Table(Text()),
        ("表头", "Labels"),
        ("字段 → 印发的表头", "field -> the heading as printed"),
    )
    defaults: Inherited | None = fact(
        Nested("Inherited"),
        ("缺省值", "Defaults"),
        ("各任务未写时沿用的值", "what tasks take if they have none themselves"),
    )
    require: tuple[str, ...] | None = fact(
        Many(Choice(("lead", "person", "due", "overseer", "department", "clerk", "goal"))),
        ("必填项", "Require"),
        (
            "每项任务必须有的字段，缺一项报一个错误；缺省 lead、person、due",
            "fields every item without parts must end up with; default lead, person, due",
        ),
        default=None,
    )
    expect: tuple[str, ...] = fact(
        Many(Choice(("overseer", "department", "clerk"))),
        ("应报明事项", "Expect"),
        (
            "方案要求各单位报明、附件未列的字段；未报明的单位各有一条警告",
            "fields the document asks each unit to name; one warning for each unit that has not",
        ),
    )

    @property
    def required(self) -> tuple[str, ...]:
        """The fields every item without parts must end up with."""
        return DEFAULT_REQUIRE if self.require is None else self.require


@record
class Member(Record):
    """A post in the leading group, with its holder if the document names one."""

    post: str = fact(Text(), ("职务", "Post"), ("印发的职务", "the post as printed"), required=True)
    name: str | None = fact(Name(), ("姓名", "Name"), ("印发的姓名", "the name as printed"))


@record
class Group(Record):
    """The leading group (领导小组)."""

    head: Member | None = fact(Nested("Member"), ("组长", "Head"), ("组长", "the head"))
    deputies: tuple[Member, ...] = fact(
        Many(Nested("Member")), ("副组长", "Deputies"), ("副组长", "the deputy heads")
    )
    members: tuple[Member, ...] = fact(Many(Nested("Member")), ("成员", "Members"), ("成员", "the members"))


@record
class Requirement(Record):
    """One demand of the document on all units (工作要求), as printed."""

    id: str = fact(Identifier(), ("编号", "Id"), ("全方案唯一", "unique in the plan"), required=True)
    title: str | None = fact(Text(), ("标题", "Title"), ("小标题", "its heading"))
    text: str = fact(Text(), ("原文", "Text"), ("要求的原文", "the words as printed"), required=True)


@record
class Organisation(Record):
    """Who leads, who supervises, who answers for the whole."""

    lead: str | None = fact(
        Reference("unit"),
        ("总牵头单位", "Lead unit"),
        ("议案办理总牵头单位", "the unit that leads the whole"),
    )
    supervisor: str | None = fact(
        Reference("unit"),
        ("督办单位", "Supervising office"),
        ("检查督办的单位", "the office that inspects and chases"),
    )
    office: str | None = fact(
        Reference("unit"),
        ("领导小组办公室", "Group's office"),
        ("领导小组办公室所在单位", "the unit where the group's office sits"),
    )
    group: Group | None = fact(
        Nested("Group"), ("领导小组", "Leading group"), ("议案办理工作领导小组", "the leading group")
    )
    requirements: tuple[Requirement, ...] = fact(
        Many(Nested("Requirement")),
        ("工作要求", "Requirements"),
        ("对各单位的要求，原文", "what the document demands of the units, as printed"),
    )


@record
class Goal(Record):
    """An aim (总体目标) or an objective (年度主要工作任务)."""

    id: str = fact(Identifier(), ("编号", "Id"), ("全方案唯一", "unique in the plan"), required=True)
    text: str = fact(Text(), ("原文", "Text"), ("印发的原文", "the words as printed"), required=True)
    until: str | None = fact(
        When(), ("期限", "Until"), ("目标的期限原文", "until when, in the printed words")
    )
    targets: tuple[Target, ...] = fact(
        Many(Nested("Target")), ("指标", "Targets"), ("原文写明的指标", "the targets its words state")
    )


@record
class Phase(Record):
    """A phase (阶段) with its steps."""

    id: str = fact(Identifier(), ("编号", "Id"), ("全方案唯一", "unique in the plan"), required=True)
    name: str = fact(Text(), ("阶段名称", "Name"), ("阶段的名称", "the phase's name"), required=True)
    first: str = fact(
        When(),
        ("起", "From"),
        ("起始时间，原文或日期", "its first day: words or a date"),
        required=True,
        key="from",
    )
    last: str = fact(
        When(),
        ("止", "To"),
        ("结束时间，原文或日期", "its last day: words or a date"),
        required=True,
        key="to",
    )
    steps: tuple[Item, ...] = fact(
        Many(Nested("Item")),
        ("步骤", "Steps"),
        ("阶段内的工作步骤；未写时间的按阶段末计", "its steps; one without a date is due at the phase's end"),
    )


@record
class Ruling(Record):
    """Who settled a contradiction, and how."""

    by: str | None = fact(Text(), ("裁定单位", "By"), ("由谁裁定", "who ruled"))
    document: str | None = fact(Text(), ("文号", "Document"), ("裁定文件", "the document"))
    on: date | None = fact(Day(), ("日期", "On"), ("裁定日期", "the day"))
    text: str | None = fact(Text(), ("裁定", "Text"), ("裁定内容", "what was ruled"))


@record
class Discrepancy(Record):
    """What contradicts what inside the document; reported, never settled by the tool."""

    id: str = fact(Identifier(), ("编号", "Id"), ("全方案唯一", "unique in the plan"), required=True)
    between: tuple[str, ...] = fact(
        OneOrMany(Reference("any")),
        ("涉及", "Between"),
        ("互相矛盾的条目编号", "the ids of what contradicts"),
        required=True,
    )
    kind: str | None = fact(
        Choice(("figure", "wording")),
        ("类型", "Kind"),
        ("figure 数字，wording 文字", "figure or wording"),
        default="wording",
    )
    text: str = fact(Text(), ("说明", "Text"), ("矛盾之处", "what differs"), required=True)
    ruling: Ruling | None = fact(
        Nested("Ruling"), ("裁定", "Ruling"), ("由谁如何明确", "who settled it, and how")
    )


@record
class PlanFile(DataFile):
    """The whole of ``data/plan.yaml``."""

    motion: Motion | None = fact(Nested("Motion"), ("议案", "Motion"), ("所办理的议案", "the motion"))
    plan: Plan | None = fact(Nested("Plan"), ("方案", "Plan"), ("工作方案", "the document"), required=True)
    organisation: Organisation | None = fact(
        Nested("Organisation"), ("组织", "Organisation"), ("组织领导", "who leads and supervises")
    )
    aims: tuple[Goal, ...] = fact(
        Many(Nested("Goal")), ("总体目标", "Aims"), ("总体目标", "the overall goals")
    )
    objectives: tuple[Goal, ...] = fact(
        Many(Nested("Goal")),
        ("年度主要工作任务", "Objectives"),
        ("年度主要工作任务", "the year's main tasks"),
    )
    phases: tuple[Phase, ...] = fact(
        Many(Nested("Phase")), ("工作步骤", "Phases"), ("各阶段及步骤", "the phases and their steps")
    )
    discrepancies: tuple[Discrepancy, ...] = fact(
        Many(Nested("Discrepancy")),
        ("文内矛盾", "Discrepancies"),
        ("文件内部互相矛盾之处", "what contradicts what inside the document"),
    )
    tasks: tuple[Item, ...] = fact(
        Many(Nested("Item")), ("任务", "Tasks"), ("任务分解表各行", "the rows of the annex"), required=True
    )
    rules: RuleSettings | None = fact(
        Nested("RuleSettings"),
        ("校验规则", "Rules"),
        ("本方案调整的校验级别和界限", "severities and thresholds that this plan sets differently"),
    )
    ladder: tuple[LadderStep, ...] = fact(
        Many(Nested("LadderStep")),
        ("督办层级", "Ladder"),
        (
            "催办、督办、通报、约谈各几件未回复升级、限几天回复，与缺省不同的",
            "what this plan sets otherwise of the ladder by which units are pressed",
        ),
    )

    @property
    def thresholds(self) -> Thresholds:
        """The figures that rules go by: the plan's own, else the defaults."""
        return (self.rules and self.rules.thresholds) or Thresholds()
