"""MT3: phases, their order, and the days of their steps."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from motiontrack.book import Book
from motiontrack.diagnostics.record import Diagnostic, Note, fault

__all__ = ["phase_order", "phase_outside_plan", "step_outside_phase"]


def phase_order(book: Book) -> Iterator[Diagnostic]:
    """MT310, MT315: a phase ends before it begins, or begins before the one above it ends.

    Why: every task belongs to exactly one phase's account.

    Bad: ``from: 8月`` with ``to: 7月``. Good: ``from: 7月`` with ``to: 8月``.
    """
    for span in book.phases:
        if span.first and span.last and span.first > span.last:
            yield fault(
                "MT310",
                span.phase.at.place("first"),
                id=span.phase.id,
                first=span.first.isoformat(),
                last=span.last.isoformat(),
            )
    for before, after in pairwise(book.phases):
        if before.last and after.first and after.first <= before.last:
            yield fault(
                "MT315",
                after.phase.at.place("first"),
                id=after.phase.id,
                before=before.phase.id,
                first=after.first.isoformat(),
                last=before.last.isoformat(),
                related=((Note.OTHER_HERE, before.phase.at.place("last")),),
            )


def step_outside_phase(book: Book) -> Iterator[Diagnostic]:
    """MT317: a step is due on a day that is not in its phase.

    Why: it would show as unrecorded in a phase that has not begun, or is over; the month is a slip, or
    the step stands under the wrong phase.

    Bad: ``due: 9月`` for a step of the phase from 7月 to 8月. Good: ``due: 8月``.
    """
    for span in book.phases:
        for step in span.steps:
            if step.due is None or step.due_assumed or span.first is None or span.last is None:
                continue
            if span.first <= span.last and not span.first <= step.due.named <= span.last:
                yield fault(
                    "MT317",
                    step.due_place,
                    id=step.id,
                    due=step.due.named.isoformat(),
                    phase=span.phase.id,
                    first=span.first.isoformat(),
                    last=span.last.isoformat(),
                )


def phase_outside_plan(book: Book) -> Iterator[Diagnostic]:
    """MT321: a whole phase lies before the plan was issued or after it closes.

    Why: no task would belong to it, and its steps show as unrecorded, or as still to come, for ever.

    Bad: ``from: 2011年7月`` in the plan of 2010. Good: ``from: 7月``.
    """
    for span in book.phases:
        if span.first is None or span.last is None or span.first > span.last:
            continue
        if span.last < book.issued or span.first > book.closes:
            yield fault(
                "MT321",
                span.phase.at.place("last" if span.last < book.issued else "first"),
                id=span.phase.id,
                first=span.first.isoformat(),
                last=span.last.isoformat(),
                issued=book.issued.isoformat(),
                closes=book.closes.isoformat(),
            )
