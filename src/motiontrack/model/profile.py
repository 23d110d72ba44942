"""A light profile: which lights there are, and which causes show which (DESIGN §4)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from motiontrack.model.fields import (
    Choice,
    Flag,
    Identifier,
    Many,
    Nested,
    Number,
    OneOrMany,
    Record,
    Text,
    fact,
    record,
)
from motiontrack.model.vocabulary import Attention, Code, State

__all__ = ["CARRIED_BY", "Condition", "Light", "Mark", "Profile", "Regrade", "Shortfall", "Streak"]


@record
class Light(Record):
    """One light: told apart by word and shape before colour."""

    id: str = fact(Identifier(), ("灯号", "Light"), ("规则内唯一", "unique in the profile"), required=True)
    word_zh: str = fact(Text(), ("中文名", "Chinese word"), ("如 红灯", "as 红灯"), required=True)
    word_en: str = fact(Text(), ("英文名", "English word"), ("如 Red", "as Red"), required=True)
    shape: str = fact(
        Choice(("square", "circle", "triangle", "diamond", "ring", "half-ring")),
        ("形状", "Shape"),
        ("不靠颜色也能分辨", "told apart without colour"),
        required=True,
        default="circle",
    )
    colour: str = fact(Text(), ("颜色", "Colour"), ("#RRGGBB", "as #RRGGBB"), required=True)
    rank: Decimal = fact(
        Number(0, whole=True),
        ("轻重", "Rank"),
        ("数越大越重", "the greater, the worse"),
        required=True,
        default=Decimal(0),
    )


@record
class Shortfall(Record):
    """How far behind: every bound that is given must be met. Whole numbers: print never crosses one."""

    points_from: Decimal | None = fact(
        Number(0, whole=True),
        ("落后不少于", "Points from"),
        ("落后达到多少个百分点（含）", "the gap is so many points or more"),
        default=None,
    )
    points_over: Decimal | None = fact(
        Number(0, whole=True),
        ("落后超过", "Points over"),
        ("落后超过多少个百分点", "the gap is more than so many points"),
        default=None,
    )
    ratio_from: Decimal | None = fact(
        Number(0, whole=True),
        ("落后比例不少于", "Ratio from"),
        ("落后占应达进度的百分之多少（含）", "the gap is so many percent of what was expected, or more"),
        default=None,
    )
    ratio_over: Decimal | None = fact(
        Number(0, whole=True),
        ("落后比例超过", "Ratio over"),
        ("落后超过应达进度的百分之多少", "the gap is more than so many percent of what was expected"),
        default=None,
    )


#: Behind by so much is at risk where a profile does not say: 10 points (银川发改 2025, DOMAIN §2 row 1).
USUAL_SHORTFALL = Shortfall(points_from=Decimal(10))
#: So near is near where a profile does not say: one reporting cycle, in days.
USUAL_NEAR = Decimal(31)


@record
class Condition(Shortfall):
    """One line of the rule table; everything given in it must hold. The first line that holds decides.

    What is asked of a cause (how far, how long, on whose word) must hold of one and the same cause.
    """

    light: str = fact(Identifier(), ("灯号", "Light"), ("成立时亮的灯", "the light it shows"), required=True)
    state: tuple[str, ...] = fact(
        OneOrMany(Choice(tuple(State))), ("状态", "States"), ("处于其中之一", "the state is one of these")
    )
    verified: bool | None = fact(
        Flag(),
        ("已核查", "Verified"),
        ("是：已销号；否：报办结而未销号", "closed after a check, or only reported done"),
    )
    cause: tuple[str, ...] = fact(
        OneOrMany(Choice(tuple(Code))), ("原因", "Causes"), ("有其中之一", "one of these causes is there")
    )
    attention: tuple[str, ...] = fact(
        OneOrMany(Choice(tuple(Attention))),
        ("关注", "Attention"),
        ("关注程度为其中之一", "the attention is one of these"),
    )
    basis: str | None = fact(
        Choice(("stages", "average")),
        ("依据", "Basis"),
        ("落后按节点还是按平均推算", "how the expected progress was found"),
    )
    days_left: Decimal | None = fact(
        Number(0, whole=True),
        ("剩余天数", "Days left"),
        ("距时限不多于几天；用于 due-soon", "the deadline is so many days off or nearer; of due-soon"),
    )
    days_over: Decimal | None = fact(
        Number(0, whole=True),
        ("超过天数", "Days over"),
        ("过了几天以上；用于 overdue 等", "it is past by more than so many days; of overdue and the like"),
    )
    months_from: Decimal | None = fact(
        Number(1, whole=True),
        ("月数", "Months from"),
        ("已连续几个月（含）；用于 start-missed", "for so many months or more; of start-missed"),
    )
    said: tuple[str, ...] = fact(
        OneOrMany(Choice(("behind", "blocked", "unlikely", "with-effort", "coordinate"))),
        ("单位自报", "Said"),
        ("单位填报的是其中之一；用于 problem-declared", "the unit's own word; of problem-declared"),
    )
    unless_excused: bool = fact(
        Flag(),
        ("正当理由除外", "Unless excused"),
        ("有正当理由（excuse 决定）的不按本条", "not where a justified reason was accepted (excuse)"),
        default=False,
    )
    never_returned: bool = fact(
        Flag(), ("从未填报", "Never returned"), ("从未填报过", "no return has come in yet"), default=False
    )
    source: str | None = fact(Text(), ("出处", "Source"), ("这条规则的出处", "where the rule comes from"))

    @property
    def bounds(self) -> tuple[str, ...]:
        """The fields given that ask something of a cause, beside which one it is."""
        return tuple(name for name in CARRIED_BY if getattr(self, name) not in (None, ()))


#: What a condition can ask of a cause -> the causes that carry the figure it is compared with.
CARRIED_BY: Mapping[str, tuple[Code, ...]] = {
    "points_from": (Code.BEHIND, Code.PHASE_SHORT),
    "points_over": (Code.BEHIND, Code.PHASE_SHORT),
    "ratio_from": (Code.BEHIND,),
    "ratio_over": (Code.BEHIND,),
    "basis": (Code.BEHIND,),
    "days_left": (Code.DUE_SOON,),
    "days_over": (
        Code.OVERDUE,
        Code.STAGE_MISSED,
        Code.START_MISSED,
        Code.FORECAST_LATE,
        Code.FINDING_OVERDUE,
        Code.STALE,
    ),
    "months_from": (Code.START_MISSED, Code.YELLOW_STREAK),
    "said": (Code.PROBLEM_DECLARED,),
}


@record
class Mark(Record):
    """A mark beside the light."""

    id: str = fact(Identifier(), ("标记", "Mark"), ("规则内唯一", "unique"), required=True)
    word_zh: str = fact(Text(), ("中文名", "Chinese word"), ("如 临期", "as 临期"), required=True)
    word_en: str = fact(Text(), ("英文名", "English word"), ("如 Due soon", "as Due soon"), required=True)
    cause: str = fact(
        Choice(tuple(Code)),
        ("原因", "Cause"),
        ("由哪个原因引起", "the cause that sets it"),
        required=True,
        default="",
    )


@record
class Streak(Record):
    """How many month-ends running at one light make the cause ``yellow-streak``."""

    light: tuple[str, ...] = fact(
        OneOrMany(Identifier()),
        ("灯号", "Lights"),
        ("计入连续的灯", "the lights that count"),
        required=True,
    )
    months: Decimal = fact(
        Number(1, whole=True),
        ("月数", "Months"),
        ("连续几个月末", "how many month-ends running"),
        required=True,
        default=Decimal(3),
    )


@record
class Regrade(Record):
    """What a month's light becomes once what was missed in it has been made up: a later event beside it."""

    light: tuple[str, ...] = fact(
        OneOrMany(Identifier()),
        ("原灯号", "Lights"),
        ("补上后改判的灯", "the lights re-graded"),
        required=True,
    )
    to: str = fact(
        Identifier(), ("改判为", "To"), ("改判成的灯", "the light shown beside the old one"), required=True
    )
    source: str | None = fact(Text(), ("出处", "Source"), ("这条规则的出处", "where the rule comes from"))


@record
class Profile(Record):
    """The whole of one profile's file."""

    id: str = fact(Identifier(), ("规则", "Profile"), ("规则的编号", "its id"), required=True)
    title_zh: str = fact(Text(), ("中文名", "Chinese title"), ("规则的名称", "its name"), required=True)
    title_en: str = fact(Text(), ("英文名", "English title"), ("规则的名称", "its name"), required=True)
    source: str = fact(
        Text(), ("出处", "Source"), ("门槛的出处", "where its thresholds come from"), required=True
    )
    lights: tuple[Light, ...] = fact(
        Many(Nested("Light")), ("各灯", "Lights"), ("各种灯", "the lights"), required=True
    )
    conditions: tuple[Condition, ...] = fact(
        Many(Nested("Condition")),
        ("规则表", "Conditions"),
        ("自上而下，先成立者为准", "read from the top, the first that holds decides"),
        required=True,
    )
    behind: Shortfall | None = fact(
        Nested("Shortfall"),
        ("落后门槛", "Behind"),
        ("落后多少算有风险；缺省10个百分点", "how far behind is at risk; default 10 points"),
    )
    near: Decimal | None = fact(
        Number(0, whole=True),
        ("临期天数", "Near"),
        ("距时限几天以内算临期；缺省31天", "so many days before the deadline is near; default 31"),
    )
    unsaid: tuple[str, ...] = fact(
        Many(Text()),
        ("未能表达", "Unsaid"),
        ("公布的规则里本工具表达不了的部分", "what the published rule asks for and the profile cannot say"),
    )
    marks: tuple[Mark, ...] = fact(Many(Nested("Mark")), ("标记", "Marks"), ("灯旁的标记", "marks"))
    streak: Streak | None = fact(
        Nested("Streak"), ("连续", "Streak"), ("连续几个月同灯的规则", "the rule of months running")
    )
    regrade: Regrade | None = fact(
        Nested("Regrade"),
        ("补上改判", "Regrade"),
        ("以后补上的，原月份另注改判的灯", "a month made up later shows another light beside its own"),
    )

    @property
    def shortfall(self) -> Shortfall:
        """How far behind is at risk."""
        return self.behind or USUAL_SHORTFALL

    @property
    def near_days(self) -> int:
        """From so many days before its deadline on an item is near it."""
        return int(USUAL_NEAR if self.near is None else self.near)
