"""MT3: deadlines against each other and against the plan. Words are read in ``model.deadlines``.

All by the day that the words name: where it is a day off, that lateness begins after another is no
fault of the document.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from motiontrack.book import DECISIONS, Book
from motiontrack.diagnostics.record import Diagnostic, Note, Place, fault
from motiontrack.model.deadlines import read_deadline
from motiontrack.rules.history import Extensions
from motiontrack.rules.walk import all_items, leaves, plan_nodes, staged

__all__ = [
    "no_deadline",
    "no_yearly_stages",
    "outside_plan",
    "stage_after_deadline",
    "stages_out_of_order",
    "standing_with_deadline",
    "start_after_deadline",
    "start_before_issue",
    "words_and_date_disagree",
]

#: A deadline that is further from the issue than this reaches into another yearly round.
_A_ROUND = timedelta(days=366)


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
    """MT305: a deadline lies before the plan was issued or after it closes; one extended, after it closes.

    Why: it is usually a slip of the year; where it is meant, ``plan.closes`` says how long the
    plan runs.

    Bad: ``due: 2011-10-31`` in the plan of 2010. Good: ``due: 2010-10-31``.
    """
    told: set[Place] = set()
    for node in plan_nodes(book):
        if node.due is None or node.due_assumed or book.issued <= node.due.named <= book.closes:
            continue
        if node.due_place not in told:
            told.add(node.due_place)  # words that many items inherit are one slip
            yield _outside(node.id, node.due.named, node.due_place, book)
    for decision in book.decisions:  # an extension to a day before the plan is another fault (MT416)
        if decision.kind == "extend" and decision.due is not None and decision.due > book.closes:
            yield _outside(decision.item, decision.due, decision.at.place("due"), book)


def _outside(item: str, due: date, place: Place, book: Book) -> Diagnostic:
    return fault(
        "MT305",
        place,
        id=item,
        due=due.isoformat(),
        issued=book.issued.isoformat(),
        closes=book.closes.isoformat(),
        # Only a deadline after the close can be meant, by a plan that runs longer.
        later=due.isoformat() if due > book.closes else "",
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
                due=node.due.named.isoformat(),
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


def stage_after_deadline(book: Book) -> Iterator[Diagnostic]:
    """MT311: a stage is due after the task or part it belongs to, extensions in force included.

    Why: the task would be overdue before its stage is even due.

    Bad: a stage due 11月 in a task due 10月. Good: the stage due 9月, or a decision ``kind: extend``.
    """
    if DECISIONS in book.unread:  # it may have been extended there
        return
    extensions = Extensions(book)
    for whole, node in staged(book):
        if node.due is None or whole.due is None:
            continue
        by = extensions.on(whole.id, date.max)
        if node.due.named > (by.due if by is not None and by.due else whole.due.named):
            yield fault(
                "MT311",
                node.item.at.place("due"),
                id=node.id,
                due=node.due.named.isoformat(),
                task=whole.id,
                task_due=whole.due.named.isoformat(),
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
        if node.start.start > node.due.named:
            yield fault(
                "MT312",
                # What it takes from above is right there; the line to mend is its own.
                node.item.at.place("start" if node.item.start else "due"),
                item=node.id,
                id=node.id,
                start=node.start.start.isoformat(),
                due=node.due.named.isoformat(),
            )


def stages_out_of_order(book: Book) -> Iterator[Diagnostic]:
    """MT318: a stage is due before the one above it.

    Why: stages follow each other; with one out of turn the progress expected by then is wrong. What
    goes on side by side belongs under ``parts``.

    Bad: 初稿 due 8月 and below it 定稿 due 6月. Good: 定稿 due 10月.
    """
    rows = [node.stages for node in plan_nodes(book)] + [plan.stages for plan in book.schedules]
    for stages in rows:
        for before, after in pairwise(stage for stage in stages if stage.due is not None):
            if before.due is None or after.due is None or not (before.item.due or after.item.due):
                continue
            if after.due.named < before.due.named:
                yield fault(
                    "MT318",
                    after.item.at.place("due"),
                    id=after.id,
                    due=after.due.named.isoformat(),
                    before=before.id,
                    before_due=before.due.named.isoformat(),
                    related=((Note.OTHER_HERE, before.item.at.place("due")),),
                )


def no_yearly_stages(book: Book) -> Iterator[Diagnostic]:
    """MT319, MT322: what is due more than a year after the issue, or is standing, has no stage this year.

    Why: nothing is expected of it before its end, or ever; it can be neither late nor behind, and stays
    green the year round. Of standing work this is only a note: much of it has no stages to give.

    Bad: ``due: 2012年底前`` alone. Good: with ``stages`` for the year, as ``{text: 种树1万株, due: 11月}``;
    those of the unit's own plan will do.
    """
    last = date(book.year, 12, 31)
    staged_this_year = {
        whole.id for whole, stage in staged(book) if stage.due is not None and stage.due.named <= last
    }
    for node in leaves(book.tasks):
        due = node.due.named if node.due is not None and not node.due_assumed else None
        # A deadline after the close is asked about itself (MT305).
        far = due is not None and last < due <= book.closes and due - book.issued > _A_ROUND
        # So is one that stands beside standing (MT309).
        standing = node.standing and not node.item.due
        if (standing or far) and node.id not in staged_this_year:
            text, year = node.item.text, book.year
            if standing:
                yield fault("MT322", node.item.at.place("standing"), id=node.id, text=text, year=year)
            else:
                yield fault("MT319", node.due_place, id=node.id, text=text, year=year)


def start_before_issue(book: Book) -> Iterator[Diagnostic]:
    """MT320: an item starts before the plan was issued.

    Why: it may have been under way; if the year or the month is a slip, more is expected of it each
    month than there should be.

    Bad: ``start: 2009-05-01`` in the plan of April 2010. Good: ``start: 2010-05-01``.
    """
    for node in all_items(book):
        if node.start is None or not node.item.start or node.start.start >= book.issued:
            continue
        # 4月 in a plan issued on 7 April begins with the month it was issued in.
        if node.start.end < book.issued:
            yield fault(
                "MT320",
                node.item.at.place("start"),
                id=node.id,
                start=node.start.start.isoformat(),
                issued=book.issued.isoformat(),
            )
