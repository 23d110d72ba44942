"""MT4, extensions: asked for in time, and to a later day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from motiontrack.book import Book
from motiontrack.diagnostics.record import Diagnostic, Note, fault
from motiontrack.model.registers import Decision
from motiontrack.rules.history import Extensions, decided, printed_deadlines

__all__ = ["extension_asked_late", "extension_not_later"]


class _Extension(NamedTuple):
    """An extension to ``due``.

    ``last`` is the extension that it follows, ``known`` the one in force when it was asked for.
    """

    decision: Decision
    due: date
    first_printed: date
    last_printed: date
    last: Decision | None
    known: Decision | None


def _extensions(book: Book) -> Iterator[_Extension]:
    """Every extension of an item with a deadline, in force or only asked for."""
    if not any(each.kind == "extend" for each in book.decisions):
        return
    printed, extensions = printed_deadlines(book), Extensions(book)
    for decision in decided(book):
        if decision.kind != "extend" or decision.due is None or decision.item not in printed:
            continue
        known = extensions.on(decision.item, decision.applied or date.max)
        last = known
        if decision.on is not None:
            last = extensions.before(decision) if decision.item in book.nodes else None
            known = last if known is decision else known
        # One that is only asked for follows what was in force when it was.
        yield _Extension(decision, decision.due, *printed[decision.item], last, known)


def extension_asked_late(book: Book) -> Iterator[Diagnostic]:
    """MT415: an extension was asked for after the deadline that it moves.

    Why: who asks after the day is late already; 逾期后补报 must be seen by whoever approves it, and by
    whoever reads that the task is in time.

    Bad: ``applied: 2010-05-06`` for a task due 4月. Good: ``applied: 2010-04-20``.
    """
    for each in _extensions(book):
        applied = each.decision.applied
        if applied is None:
            continue
        due = (each.known.due if each.known else None) or each.last_printed
        if applied > due:
            yield fault(
                "MT415",
                each.decision.at.place("applied"),
                id=each.decision.item,
                applied=applied.isoformat(),
                due=due.isoformat(),
                days=(applied - due).days,
            )


def extension_not_later(book: Book) -> Iterator[Diagnostic]:
    """MT416, MT417: an extension to the printed deadline or before it, or not beyond the one in force.

    Why: an extension to an earlier day would make the item overdue sooner than printed (an error:
    nothing is judged on it); one that takes back part of an earlier extension may be meant.

    Bad: ``{kind: extend, item: T01, due: 2010-05-31}`` for a task due 6月. Good: ``due: 2010-08-31``.
    """
    for each in _extensions(book):
        if each.due <= each.first_printed:
            yield fault(
                "MT416",
                each.decision.at.place("due"),
                item=each.decision.item if each.decision.on else None,  # what is only asked changes nothing
                id=each.decision.item,
                due=each.due.isoformat(),
                printed=each.first_printed.isoformat(),
            )
        elif each.last is not None and each.last.due is not None and each.due <= each.last.due:
            yield fault(
                "MT417",
                each.decision.at.place("due"),
                id=each.decision.item,
                due=each.due.isoformat(),
                last=each.last.due.isoformat(),
                related=((Note.OTHER_HERE, each.last.at.place("due")),),
            )
