"""A light profile: which lights there are, and which causes show which (DESIGN §4)."""

from __future__ import annotations

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

__all__ = ["Condition", "Light", "Mark", "Profile", "Streak"]


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
class Condition(Record):
    """One line of the rule table; everything given in it must hold. The first line that holds decides."""

    light: str = fact(Identifier(), ("灯号", "Light"), ("成立时亮的灯", "the light it shows"), required=True)
    state: tuple[str, ...] = fact(
        OneOrMany(Text()), ("状态", "States"), ("处于其中之一", "the state is one of these")
    )
    cause: tuple[str, ...] = fact(
        OneOrMany(Text()), ("原因", "Causes"), ("有其中之一", "one of these causes is there")
    )
    attention: tuple[str, ...] = fact(
        OneOrMany(Text()), ("关注", "Attention"), ("关注程度为其中之一", "the attention is one of these")
    )
    basis: str | None = fact(
        Choice(("stages", "average")),
        ("依据", "Basis"),
        ("落后按节点还是按平均推算", "how the expected progress was found"),
    )
    points_over: Decimal | None = fact(
        Number(0),
        ("落后超过", "Points over"),
        ("落后超过多少个百分点", "the gap is more than so many points"),
    )
    never_returned: bool = fact(
        Flag(), ("从未填报", "Never returned"), ("从未填报过", "no return has come in yet"), default=False
    )
    source: str | None = fact(Text(), ("出处", "Source"), ("这条规则的出处", "where the rule comes from"))


@record
class Mark(Record):
    """A mark beside the light."""

    id: str = fact(Identifier(), ("标记", "Mark"), ("规则内唯一", "unique"), required=True)
    word_zh: str = fact(Text(), ("中文名", "Chinese word"), ("如 临期", "as 临期"), required=True)
    word_en: str = fact(Text(), ("英文名", "English word"), ("如 Due soon", "as Due soon"), required=True)
    cause: str = fact(Text(), ("原因", "Cause"), ("由哪个原因引起", "the cause that sets it"), required=True)


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
    marks: tuple[Mark, ...] = fact(Many(Nested("Mark")), ("标记", "Marks"), ("灯旁的标记", "marks"))
    streak: Streak | None = fact(
        Nested("Streak"), ("连续", "Streak"), ("连续几个月同灯的规则", "the rule of months running")
    )
