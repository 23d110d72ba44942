"""MT6: every row somebody must answer for has a unit and a person."""

from __future__ import annotations

from collections.abc import Iterator

from motiontrack.book import Book
from motiontrack.diagnostics.record import Diagnostic, Note, Place, fault, fault_of
from motiontrack.model.fields import Record
from motiontrack.model.items import Inherited, Item
from motiontrack.model.resolve import Node
from motiontrack.model.units import Unit
from motiontrack.rules.walk import (
    all_items,
    by_convener,
    is_open_group,
    labels,
    leaves,
    plan_nodes,
    plans_in_force,
    somebody,
)

__all__ = [
    "missing_owner",
    "open_group_convenes",
    "overseer_is_clerk",
    "unit_has_not_named",
    "unit_in_two_roles",
]

_OWN_CODE = {"lead": "MT601", "person": "MT602"}
#: The fields that name units and people, in which a word may stand that is no name.
_NAMING = frozenset(("lead", "does", "support", "person", "overseer", "department", "clerk"))


def missing_owner(book: Book) -> Iterator[Diagnostic]:
    """MT601, MT602, MT603: a task or part without a unit, a person, or another required field.

    Which fields: ``plan.require``, by default ``[lead, person, due]``; a missing deadline is
    MT301. One diagnostic for each missing field. ``待定`` or ``无`` names nobody.

    Why: a task that is late has nobody who can be asked; within the unit nobody answers for it.

    Bad: a task with ``lead: 旅游局`` and no ``person``. Good: ``person: 戴平`` beside it.
    """
    wanted = [name for name in book.plan.required if name != "due"]
    for node in leaves(book.tasks):
        for name in wanted:
            if _has(node, name, book):
                continue
            figures = {"id": node.id, "text": node.item.text, "key": name, **labels(Item, name)}
            figures["value"] = next(iter(node.person), "") if name == "person" else ""
            code = _OWN_CODE.get(name, "MT603")
            yield fault_of(code, node.item.at.place(name), figures, item=node.id)


def _has(node: Node, name: str, book: Book) -> bool:
    if name == "goal":  # a part is under the goal of its task
        whole = book.nodes.get(node.task, node)
        return not (node.item.lacks("goal") and whole.item.lacks("goal"))
    value = getattr(node, name)
    return name in node.unread or (somebody(value) if name in _NAMING else bool(value))


def unit_has_not_named(book: Book) -> Iterator[Diagnostic]:
    """MT604: a unit has not named what the document asks every unit to name (``plan.expect``).

    Why: a document may demand a department and a clerk of each unit while its annex leaves them
    open; until the unit's own plan names them, nobody below the leader can be asked. One
    diagnostic a unit. A unit's later plan supersedes its earlier ones, so only the latest is asked.

    Bad: ``plan.expect: [department, clerk]`` and a unit with neither. Good: the unit's plan in
    ``schedules.yaml`` gives ``department`` and ``clerk`` for each of its tasks.
    """
    if not book.plan.expect:
        return
    asked = ((Note.ASKED_HERE, book.plan.at.place("expect")),)
    named = {
        (plan.unit, plan.task, field) for plan in plans_in_force(book) for field in _given(plan.scheduled)
    }
    led_by = by_convener(leaves(book.tasks))
    for unit in book.units.values():
        led = led_by.get(unit.id, [])
        missing = [
            field
            for field in book.plan.expect
            if any(
                not somebody(getattr(node, field))
                and named.isdisjoint({(unit.id, node.task, field), (unit.id, node.id, field)})
                for node in led
            )
        ]
        if missing:
            called = [labels(Item, field) for field in missing]
            yield fault(
                "MT604",
                unit.at.place("id"),
                related=asked,
                unit=unit.id,
                tasks="、".join(node.id for node in led),
                keys="、".join(missing),
                labels_zh="、".join(label["label_zh"] for label in called),
                labels_en=", ".join(label["label_en"].lower() for label in called),
            )


def _given(record: object) -> Iterator[str]:
    return (name for name in ("overseer", "department", "clerk") if somebody(getattr(record, name)))


def unit_in_two_roles(book: Book) -> Iterator[Diagnostic]:
    """MT605: one item names the same unit twice: in one role, or as supporting what it leads or does.

    Why: it would be asked twice for one piece of work, and the unit that was meant not at all. A unit
    that leads may do the work as well.

    Bad: ``lead: 发改委`` with ``support: [财政局, 市发改委]``. Good: ``support: [财政局, 国土局]``.
    """
    for record, above, item in _role_holders(book):
        places: dict[str, tuple[str, int]] = {}
        for field, names in (("lead", record.lead), ("does", record.does), ("support", record.support)):
            seen: dict[str, tuple[str, int]] = {}
            for index, name in enumerate(names):
                unit = book.names.get(name, name)
                taken = above.get(unit, "") if field == "support" and unit not in seen else ""
                if unit in seen or taken:
                    other = seen.get(unit) or places.get(unit)
                    first = record.at.place(*other) if other else None
                    yield _twice(name, record.at.place(field, index), item, field, taken, first)
                seen.setdefault(unit, (field, index))
            if field != "support":
                places = seen | places


def _twice(
    name: str, place: Place, item: str | None, field: str, taken: str, other: Place | None
) -> Diagnostic:
    role, before = labels(Inherited, field), labels(Inherited, taken) if taken else {}
    return fault(
        "MT605",
        place,
        item=item,
        related=((Note.OTHER_HERE, other),) if other else (),
        id=item or "plan.defaults",
        unit=name,
        role_zh=role["label_zh"],
        role_en=role["label_en"].lower(),
        taken_zh=before.get("label_zh", ""),
        taken_en=before.get("label_en", "").lower(),
    )


def _role_holders(book: Book) -> Iterator[tuple[Inherited, dict[str, str], str | None]]:
    """Every record that names units itself, with who leads and who does the work, inherited ones too."""
    defaults = book.plan.defaults
    if defaults is not None:
        yield defaults, _roles(defaults.lead, defaults.does, book), None
    for node in all_items(book):
        if node.item.lead or node.item.does or node.item.support:
            yield node.item, _roles(node.lead, node.does, book), node.id


def _roles(lead: tuple[str, ...], does: tuple[str, ...], book: Book) -> dict[str, str]:
    return {book.unit_id(name): "does" for name in does} | {book.unit_id(name): "lead" for name in lead}


def open_group_convenes(book: Book) -> Iterator[Diagnostic]:
    """MT610: the unit that convenes a task is an open group: 各县(市)区政府, 有关部门, 发改委等部门.

    Why: of a group nobody in particular owes the returns, and nobody can be asked. One diagnostic a
    group.

    Bad: ``lead: 各县区政府``. Good: ``lead: [商务局, 各县区政府]``, or a part for each of the districts.
    """
    led = by_convener(leaves(book.tasks))
    for unit in book.units.values():
        if unit.id in led and is_open_group(unit):
            tasks = "、".join(node.id for node in led[unit.id])
            named = next(_named(unit, led[unit.id], book), "")
            yield fault("MT610", unit.at.place("id"), unit=unit.id, tasks=tasks, suggestion=named)


def _named(group: Unit, led: list[Node], book: Book) -> Iterator[str]:
    """Who could convene in place of ``group``: the one its name begins with, or another that leads."""
    first = book.names.get(group.id.partition("等")[0])
    if first is not None and first != group.id:
        yield first
    for node in led:
        yield from (name for name in node.lead if name in book.units and not is_open_group(book.units[name]))


def overseer_is_clerk(book: Book) -> Iterator[Diagnostic]:
    """MT611: the same person is overseer (责任领导) and clerk (承办责任人) of a task.

    Why: one is to press the other; with one person in both posts nobody stands above the clerk, and a
    slip of the column is likely.

    Bad: ``overseer: 丙三`` with ``clerk: 丙三``. Good: ``clerk: 戊五``.
    """
    for node in plan_nodes(book):
        yield from _both(node.item, node.overseer, node.id)
    for schedule in book.schedule_rows:
        for row in schedule.items:
            whole = book.nodes.get(row.task)
            above = whole.overseer if whole is not None else ()
            yield from _both(row, row.overseer or above, row.task)


def _both(record: Record, overseer: tuple[str, ...], item: str) -> Iterator[Diagnostic]:
    clerk = getattr(record, "clerk", None)
    if clerk and clerk in overseer:
        yield fault("MT611", record.at.place("clerk"), id=item, person=clerk)
