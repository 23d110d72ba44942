"""MT2: the units' own implementation plans, and the tasks they are for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from motiontrack.book import DECISIONS, Book
from motiontrack.diagnostics.record import Diagnostic, Note, Place, fault
from motiontrack.model.resolve import Node

__all__ = ["plan_of_another_unit", "plans_on_one_day"]


def plans_on_one_day(book: Book) -> Iterator[Diagnostic]:
    """MT215: two implementation plans of one unit were received on the same day.

    Why: a later plan supersedes an earlier one whole, so one of the two would be dropped, with its
    stages and names, merely because of the order in the file.

    Bad: 财政局 with ``received: 2010-04-27`` twice, a task in each. Good: one plan with both tasks.
    """
    seen: dict[tuple[str, date], Place] = {}
    for schedule in book.schedule_rows:
        if schedule.received is None or not schedule.unit:
            continue
        key = (book.unit_id(schedule.unit), schedule.received)
        if key in seen:
            first = ((Note.FIRST_HERE, seen[key]),)
            day = schedule.received.isoformat()
            yield fault("MT215", schedule.at.place("received"), related=first, unit=schedule.unit, day=day)
        else:
            seen[key] = schedule.at.place("received")


def plan_of_another_unit(book: Book) -> Iterator[Diagnostic]:
    """MT216: a unit's plan has stages for a task that another unit convenes.

    Why: a task is judged by the plan of the unit that convenes it, so these stages count for nothing;
    often the task's id is a slip.

    Bad: in the plan of 财政局, ``task: T16`` of 国土局 with ``stages``. Good: ``task: T14``; what a unit
    that supports or does the work names (``department``, ``clerk``) may stand there.
    """
    if DECISIONS in book.unread:  # it may have been reassigned there
        return
    moved: dict[str, set[str]] = {}
    for decision in book.decisions:
        if decision.kind == "reassign" and decision.to:
            moved.setdefault(decision.item, set()).add(book.unit_id(decision.to[0]))
    for schedule in book.schedule_rows:
        unit = book.unit_id(schedule.unit)
        for row in schedule.items:
            node = book.nodes.get(row.task)
            if node is None or unit not in book.units or node.convener is None:
                continue
            conveners = {node.convener, *moved.get(node.id, ()), *moved.get(node.task, ())}
            if unit in conveners or (_takes_part(unit, node) and not row.stages):
                continue
            yield fault("MT216", row.at.place("task"), unit=schedule.unit, id=node.id, convener=node.convener)


def _takes_part(unit: str, node: Node) -> bool:
    return unit in (*node.lead, *node.does, *node.support)
