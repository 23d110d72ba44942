"""MT4, decisions beside each other: whether one fits what was decided and reported before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from motiontrack.book import Book
from motiontrack.diagnostics.record import Diagnostic, Note, fault
from motiontrack.model.registers import Decision
from motiontrack.model.resolve import Kind
from motiontrack.rules.history import claims, in_force, named, turns, whole_and_parts

__all__ = [
    "closed_twice",
    "closed_without_a_claim",
    "decided_when_over",
    "reassigned_to_the_same",
    "resumed_without_suspension",
    "sent_back_without_a_claim",
    "suspended_twice",
]

#: What is left without a subject once an item is over.
_NOT_WHEN_CLOSED = frozenset(("extend", "suspend", "reassign", "cancel"))
_NOT_WHEN_CANCELLED = _NOT_WHEN_CLOSED | {"send-back"}


def reassigned_to_the_same(book: Book) -> Iterator[Diagnostic]:
    """MT424: an item is reassigned to the units that lead it already.

    Why: it changes nothing; the unit or the item is a slip, and another one waits for the work.

    Bad: ``{kind: reassign, item: T04, to: 经贸委}`` where 经贸委 leads T04. Good: ``to: 发改委``.
    """
    for item, decisions in in_force(book).items():
        leads = book.nodes[item].lead
        for decision in decisions:
            if decision.kind != "reassign" or not decision.to:
                continue
            to = tuple(book.unit_id(name) for name in decision.to)
            if to == leads:
                yield fault("MT424", decision.at.place("to"), id=item, units="、".join(to))
            leads = to


def closed_twice(book: Book) -> Iterator[Diagnostic]:
    """MT418: an item is closed that is closed already, with no sending back between.

    Why: the later day would count as the day it was verified; the item is often a slip, and the one
    meant stays open.

    Bad: two ``kind: close`` for T01. Good: one; or a ``kind: send-back`` between them.
    """
    for decisions in in_force(book).values():
        for turn in turns(decisions):
            if turn.decision.kind == "close" and turn.before.closed is not None and not turn.before.cancelled:
                yield fault(
                    "MT418",
                    turn.decision.at.place("item"),
                    id=turn.decision.item,
                    on=turn.before.closed.on.isoformat() if turn.before.closed.on else "",
                    related=((Note.FIRST_HERE, turn.before.closed.at.place("item")),),
                )


def decided_when_over(book: Book) -> Iterator[Diagnostic]:
    """MT419: something closed or cancelled is extended, suspended, reassigned or cancelled after that.

    Why: an extension after the closing turns 逾期办结 into 按期办结; of what is cancelled nothing is left
    to decide. Either the item is a slip, or it must be opened again first.

    Bad: ``close`` of T01 on 2010-07-15 and ``extend`` on 2010-08-01. Good: ``send-back`` (after a
    cancellation ``resume``) between them.
    """
    for decisions in in_force(book).values():
        for turn in turns(decisions):
            over, decision = turn.before.over, turn.decision
            if over is None or over.on is None or turn.day <= over.on:
                continue
            idle = _NOT_WHEN_CANCELLED if turn.before.cancelled else _NOT_WHEN_CLOSED
            if decision.kind in idle:
                yield fault(
                    "MT419",
                    decision.at.place("kind"),
                    id=decision.item,
                    kind_zh=named(decision.kind),
                    kind_en=decision.kind,
                    ended_zh=named(over.kind),
                    ended_en=over.kind,
                    on=over.on.isoformat(),
                    opening="resume" if turn.before.cancelled else "send-back",
                    related=((Note.OTHER_HERE, over.at.place("kind")),),
                )


def resumed_without_suspension(book: Book) -> Iterator[Diagnostic]:
    """MT420: an item is resumed that is neither suspended nor cancelled.

    Why: it changes nothing, and the item that was meant stays suspended, without a light.

    Bad: ``kind: resume`` for T07 alone. Good: after a ``kind: suspend`` for T07.
    """
    for decisions in in_force(book).values():
        for turn in turns(decisions):
            if turn.decision.kind == "resume" and not (turn.before.suspended or turn.before.cancelled):
                yield fault("MT420", turn.decision.at.place("item"), id=turn.decision.item)


def suspended_twice(book: Book) -> Iterator[Diagnostic]:
    """MT421: an item is suspended that is suspended already.

    Why: the days it was overdue before it was suspended would count up to the second day; a
    ``resume`` is missing, or the item is a slip.

    Bad: two ``kind: suspend`` for T07. Good: a ``kind: resume`` between them.
    """
    for decisions in in_force(book).values():
        for turn in turns(decisions):
            if turn.decision.kind == "suspend" and turn.before.suspended is not None:
                yield fault(
                    "MT421",
                    turn.decision.at.place("item"),
                    id=turn.decision.item,
                    on=turn.before.suspended.on.isoformat() if turn.before.suspended.on else "",
                    related=((Note.FIRST_HERE, turn.before.suspended.at.place("item")),),
                )


def sent_back_without_a_claim(book: Book) -> Iterator[Diagnostic]:
    """MT422: an item is sent back that was neither closed nor reported as done by then.

    Why: there is nothing to send back; the claim was not recorded, or the item is a slip and the one
    meant still shows as done.

    Bad: ``kind: send-back`` for T10 with no return that says done. Good: after a return with
    ``state: done``.
    """
    claimed = claims(book)
    for item, decisions in in_force(book).items():
        node = book.nodes[item]
        backs = [turn for turn in turns(decisions) if turn.decision.kind == "send-back"]
        if not backs:
            continue
        rows = {node.id, *whole_and_parts(node)}
        days = (entry.received or date.min for row in rows for entry in claimed.get(row, ()))
        first = min(days, default=date.max)
        for turn in backs:
            if turn.before.over is None and first > turn.day:
                yield fault("MT422", turn.decision.at.place("item"), id=item)


def closed_without_a_claim(book: Book) -> Iterator[Diagnostic]:
    """MT412, MT427: an item is closed that no return has said is done, or not before it was closed.

    Why: it shows as done from the day it is closed, on nobody's word; often the item is a slip, and one
    that is open leaves the list. An office may have seen for itself that work is done, so this stays
    a warning: it would be worse to make somebody write a return that never came. Of an item with parts
    each part is asked, and all are told of at once; a claim that was sent back no longer counts.

    Bad: ``{kind: close, item: T03, on: 2010-10-20}`` with no return for T03 that says done. Good: a
    return with ``state: done`` and ``done_on`` first.
    """
    made = in_force(book)
    claimed = {
        item: sorted(each.received for each in rows if each.received) for item, rows in claims(book).items()
    }
    backs = {
        item: [each.on for each in decisions if each.kind == "send-back" and each.on]
        for item, decisions in made.items()
    }
    for item, decisions in made.items():
        node = book.nodes[item]
        if node.kind is Kind.STEP:
            continue
        for turn in turns(decisions):
            if turn.decision.kind != "close" or turn.before.cancelled or turn.before.closed:
                continue
            unclaimed: dict[date | None, list[str]] = {}
            late: dict[str, date] = {}
            for row in whole_and_parts(node):
                if row != item and _settled(made.get(row, ()), turn.day):
                    continue
                # A part is sent back by a decision of its own or of the whole.
                sent = (_last(backs.get(each, ()), turn.day) for each in {row, item})
                back = max((day for day in sent if day is not None), default=None)
                days = claimed.get(row, [])
                after = bisect_right(days, back) if back is not None else 0
                if after == len(days):
                    unclaimed.setdefault(back, []).append(row)
                elif days[after] > turn.day:
                    late[row] = days[after]
            for back, rows in unclaimed.items():
                yield fault(
                    "MT412",
                    turn.decision.at.place("item"),
                    tasks="、".join(rows),
                    returned=back.isoformat() if back else "",
                )
            if late:
                yield fault(
                    "MT427",
                    turn.decision.at.place("on"),
                    tasks="、".join(late),
                    on=turn.day.isoformat(),
                    received=max(late.values()).isoformat(),
                )


def _last(days: Sequence[date], day: date) -> date | None:
    """The last of ``days``, which are in order, up to ``day``."""
    count = bisect_right(days, day)
    return days[count - 1] if count else None


def _settled(decisions: list[Decision] | tuple[Decision, ...], day: date) -> bool:
    """True if a part was closed or cancelled by a decision of its own by then."""
    return any(
        each.kind in ("close", "cancel") and each.on is not None and each.on <= day for each in decisions
    )
