"""MT3: deadlines, phases and their order. Words themselves are read in ``model.deadlines``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from motiontrack.book import Book
from motiontrack.diagnostics.record import Diagnostic, Note, Place, fault
from motiontrack.model.deadlines import read_deadline
from motiontrack.rules.walk import all_items, leaves, plan_nodes, staged

__all__ = [
    "no_deadline",
    "outside_plan",
    "phase_order",
    "stage_after_deadline",
    "standing_with_deadline",
    "start_after_deadline",
    "words_and_date_disagree",
]


def no_deadline(book: Book) -> Iterator[Diagnostic]:
    """MT301: a task or part has no deadline and is not standing.

    Why: nothing could ever be called late.

    Bad: a task without ``due``. Good: ``due: 10月``, or ``standing: 是`` for open-ended work.
    """
    if "due" not in book.plan.required:
        return
    for node in leaves(book.tasks):
        if node.due is None and not node.standing and "due" not in node.unread:
            place = node.item.at.place("due")
            yield fault("MT301", place, item=node.id, id=node.id, text=node.item.text, year=book.year)


def outside_plan(book: Book) -> Iterator[Diagnostic]:
    """MT305: a deadline lies before the plan was issued or after it closes.

    Why: it is usually a slip of the year; where it is meant, ``plan.closes`` says how long the
    plan runs.

    Bad: ``due: 2011-10-31`` in the plan of 2010. Good: ``due: 2010-10-31``.
    """
    told: set[Place] = set()
    for node in plan_nodes(book):
        if node.due is None or node.due_assumed or node.due_place in told:
            continue
        if not book.issued <= node.due.named <= book.closes:
            told.add(node.due_place)  # words that many items inherit are one slip
            yield fault(
                "MT305",
                node.due_place,
                id=node.id,
                due=node.due.end.isoformat(),
                issued=book.issued.isoformat(),
                closes=book.closes.isoformat(),
                # Only a deadline after the close can be meant, by a plan that runs longer.
                later=node.due.end.isoformat() if node.due.end > book.closes else "",
            )


def words_and_date_disagree(book: Book) -> Iterator[Diagnostic]:
    """MT308: the printed words and the date set by hand are different days.

    Why: papers print the words and lights follow the date. Words with more than one reading
    (4月初) are left to whoever set the date.

    Bad: ``due: 2010-09-30`` with ``due_words: 10月``. Good: ``due: 2010-10-31`` with it.
    """
    for node in all_items(book):
        words = node.item.due_words
        if not words or node.due is None or not node.item.due:
            continue
        read, doubts = read_deadline(words, year=book.year)
        if read is not None and not doubts and read.end != node.due.named:
            yield fault(
                "MT308",
                node.item.at.place("due"),
                words=words,
                read=read.end.isoformat(),
                due=node.due.end.isoformat(),
                related=((Note.OTHER_HERE, node.item.at.place("due_words")),),
            )


def standing_with_deadline(book: Book) -> Iterator[Diagnostic]:
    """MT309: an item is standing and has a deadline of its own.

    Why: a standing item is never overdue, so the deadline would be ignored without a word.

    Bad: ``standing: 是`` with ``due: 10月``. Good: one of the two; yearly goals as ``stages``.
    """
    for node in plan_nodes(book):
        if node.item.standing and node.item.due:
            yield fault(
                "MT309", node.item.at.place("standing"), item=node.id, id=node.id, words=node.item.due
            )


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


def stage_after_deadline(book: Book) -> Iterator[Diagnostic]:
    """MT311: a stage is due after the task or part it belongs to, extensions in force included.

    Why: the task would be overdue before its stage is even due.

    Bad: a stage due 11月 in a task due 10月. Good: the stage due 9月, or a decision ``kind: extend``.
    """
    extended: dict[str, date] = {}
    for decision in book.decisions:
        if decision.kind == "extend" and decision.on and decision.due:
            extended[decision.item] = max(decision.due, extended.get(decision.item, decision.due))
    for whole, node in staged(book):
        if node.due is None or whole.due is None:
            continue
        if node.due.end > max(whole.due.end, extended.get(whole.id, whole.due.end)):
            yield fault(
                "MT311",
                node.item.at.place("due"),
                id=node.id,
                due=node.due.end.isoformat(),
                task=whole.id,
                task_due=whole.due.end.isoformat(),
                related=((Note.OTHER_HERE, whole.due_place),),
            )


def start_after_deadline(book: Book) -> Iterator[Diagnostic]:
    """MT312: an item starts after it is due.

    Why: its pace could not be worked out.

    Bad: ``start: 11月`` with ``due: 10月``. Good: ``start: 5月`` with ``due: 10月``.
    """
    for node in all_items(book):
        if node.start is None or node.due is None or not (node.item.start or node.item.due):
            continue
        if node.start.start > node.due.end:
            yield fault(
                "MT312",
                node.item.at.place("start"),
                item=node.id,
                id=node.id,
                start=node.start.start.isoformat(),
                due=node.due.end.isoformat(),
            )
