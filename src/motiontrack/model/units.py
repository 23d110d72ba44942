"""The units and their people: ``data/units.yaml`` (DESIGN §2)."""

from __future__ import annotations

from datetime import date

from motiontrack.model.fields import (
    Choice,
    DataFile,
    Day,
    Identifier,
    Many,
    Name,
    Nested,
    OneOrMany,
    Record,
    Text,
    fact,
    record,
)

__all__ = ["Person", "Unit", "UnitFile"]


@record
class Person(Record):
    """Somebody in a post of a unit for a time; a successor in a post inherits its tasks."""

    name: str = fact(Name(), ("姓名", "Name"), ("姓名", "the name"), required=True)
    post: str | None = fact(
        Text(), ("职务", "Post"), ("责任人、分管领导、联络员等", "责任人, 分管领导, 联络员 …")
    )
    first: date | None = fact(Day(), ("任职起", "From"), ("任职第一天", "first day in the post"), key="from")
    last: date | None = fact(Day(), ("任职止", "To"), ("任职最后一天", "last day in the post"), key="to")
    phone: str | None = fact(Text(), ("电话", "Phone"), ("联系电话", "phone number"))


@record
class Unit(Record):
    """A body that leads, does or supports tasks."""

    id: str = fact(Identifier(), ("单位", "Unit"), ("印发的简称", "the printed short name"), required=True)
    aliases: tuple[str, ...] = fact(
        OneOrMany(Identifier()),
        ("别名", "Aliases"),
        ("文件中的其他写法", "other names the documents print for it"),
    )
    kind: str | None = fact(
        Choice(("unit", "group", "office", "company"), ("单位", "一组单位", "督办机构", "企业")),
        ("类别", "Kind"),
        (
            "unit 单位，group 一组单位，office 督办机构，company 企业",
            "unit, group of units, office that supervises, company",
        ),
        default="unit",
    )
    people: tuple[Person, ...] = fact(
        Many(Nested("Person")), ("人员", "People"), ("责任人、分管领导、联络员等", "its people and posts")
    )


@record
class UnitFile(DataFile):
    """The whole of ``data/units.yaml``."""

    units: tuple[Unit, ...] = fact(
        Many(Nested("Unit")), ("单位", "Units"), ("各责任单位", "the units"), required=True
    )
