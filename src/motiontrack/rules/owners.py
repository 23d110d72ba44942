"""MT6: every row somebody must answer for has a unit and a person."""

from __future__ import annotations

from collections.abc import Iterator

from motiontrack.book import Book
from motiontrack.diagnostics.record import Diagnostic, Note, fault, fault_of
from motiontrack.model.fields import describe
from motiontrack.model.items import Item
from motiontrack.model.resolve import Node, schedules_by_unit
from motiontrack.rules.walk import leaves

__all__ = ["missing_owner", "unit_has_not_named"]

_OWN_CODE = {"lead": "MT601", "person": "MT602"}


def missing_owner(book: Book) -> Iterator[Diagnostic]:
    """MT601, MT602, MT603: a task or part without a unit, a person, or another required field.

    Which fields: ``plan.require``, by default ``[lead, person, due]``; a missing deadline is
    MT301. One diagnostic for each missing field.

    Bad: a task with ``lead: 旅游局`` and no ``person``. Good: ``person: 戴平`` beside it.
    """
    wanted = [name for name in book.plan.required if name != "due"]
    for node in leaves(book.tasks):
        for name in wanted:
            if _has(node, name, book):
                continue
            figures = {"id": node.id, "text": node.item.text, "key": name, **_label(name)}
            code = _OWN_CODE.get(name, "MT603")
            yield fault_of(code, node.item.at.place(name), figures, item=node.id)


def _has(node: Node, name: str, book: Book) -> bool:
    if name == "goal":  # a part is under the goal of its task
        whole = book.nodes.get(node.task, node)
        return not (node.item.lacks("goal") and whole.item.lacks("goal"))
    return name in node.unread or bool(getattr(node, name))


def _label(name: str) -> dict[str, str]:
    description = describe(Item)[name][1]
    return {"label_zh": description.label_zh, "label_en": description.label_en}


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
    latest = {unit: plans[-1][1] for unit, plans in schedules_by_unit(book.schedule_rows, book.names).items()}
    named = {
        (plan.unit, plan.task, field)
        for plan in book.schedules
        if plan.schedule is latest.get(plan.unit)
        for field in _given(plan.scheduled)
    }
    for unit in book.units.values():
        led = [node for node in leaves(book.tasks) if node.convener == unit.id]
        missing = [
            field
            for field in book.plan.expect
            if any(
                not getattr(node, field)
                and named.isdisjoint({(unit.id, node.task, field), (unit.id, node.id, field)})
                for node in led
            )
        ]
        if missing:
            labels = [_label(field) for field in missing]
            yield fault(
                "MT604",
                unit.at.place("id"),
                related=asked,
                unit=unit.id,
                tasks="、".join(node.id for node in led),
                keys="、".join(missing),
                labels_zh="、".join(label["label_zh"] for label in labels),
                labels_en=", ".join(label["label_en"].lower() for label in labels),
            )


def _given(record: object) -> Iterator[str]:
    return (name for name in ("overseer", "department", "clerk") if getattr(record, name))
