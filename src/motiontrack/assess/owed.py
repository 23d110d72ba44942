"""Returns owed (应报): which months' returns an item owes, and how each was met (DESIGN §4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache

from motiontrack.assess.facts import leads_on
from motiontrack.book import Book, MonthlyEntry
from motiontrack.lean import lean
from motiontrack.model.deadlines import Recurrence
from motiontrack.model.registers import Decision
from motiontrack.model.resolve import Node

__all__ = ["Owed", "months_owed", "return_days", "unreported"]


@lean
class Owed:
    """One return that was owed: its month, its return day, and the day it came (``None``: missing).

    ``unit`` is the one that convened on the return day: what it left out is not its successor's.
    """

    month: str
    day: date
    received: date | None
    unit: str | None

    @property
    def late(self) -> bool:
        """True if it came, after its return day."""
        return self.received is not None and self.received > self.day


def months_owed(
    node: Node,
    book: Book,
    day: date,
    *,
    returns: Iterable[MonthlyEntry],
    decisions: tuple[Decision, ...],
    ended: date | None,
) -> tuple[Owed, ...]:
    """Every return whose day has passed on ``day``, oldest first.

    From the month of issue if issued by its return day, else the next, or from the item's start;
    up to the month of ``ended`` (the day it was done) or of the plan's close. Not owed is a month
    whose return day falls in a rest: nobody is asked while the item is suspended or cancelled,
    whatever is sent in of free will, nor while it is closed or reported done and not sent back,
    unless the return came: it may be the one that says so.
    """
    returns = tuple(returns)
    received = _first_received(returns)
    stopped = tuple(_rests(decisions, _RESUMED_BY))
    finished = (*_rests(decisions, _REOPENED_BY), *_rests_of_claims(returns, decisions))
    moved = any(each.kind == "reassign" for each in decisions)
    last = min(book.closes, ended) if ended else book.closes
    owed = []
    for month, due in return_days(node, book, last):
        if due >= day:
            break
        came = received.get(month)
        rests = stopped if came is not None else (*stopped, *finished)
        if not any(rest.holds(due) for rest in rests):
            unit = _convener_on(due, node, decisions, book) if moved else node.convener
            owed.append(Owed(month, due, came, unit))
    return tuple(owed)


def _first_received(returns: tuple[MonthlyEntry, ...]) -> dict[str, date]:
    """Month -> the day its first return came."""
    received: dict[str, date] = {}
    for monthly in returns:
        came = monthly.entry.received
        if came is not None:
            received[monthly.month] = min(came, received.get(monthly.month, came))
    return received


def _convener_on(day: date, node: Node, decisions: tuple[Decision, ...], book: Book) -> str | None:
    made = (each for each in decisions if each.on is not None and each.on <= day)
    return next(iter(leads_on(node, made, book)), None)


def return_days(node: Node, book: Book, last: date | None = None) -> tuple[tuple[str, date], ...]:
    """Every month that a return of ``node`` is asked for, with its return day, oldest first.

    Up to the month of ``last``, by default of the plan's close.
    """
    begins = max(book.issued, node.start.start) if node.start else book.issued
    return _return_days(node.clock, begins, last or book.closes)


@lru_cache(maxsize=512)
def _return_days(clock: Recurrence, begins: date, last: date) -> tuple[tuple[str, date], ...]:
    """Every month with its return day; most items of a plan share them, on each day they are judged."""
    days = []
    year, month = begins.year, begins.month
    while (year, month) <= (last.year, last.month):
        if month in clock.months:
            due = clock.day_of(year, month)
            if due >= begins:
                days.append((f"{year:04d}-{month:02d}", due))
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)  # noqa: PLR2004 - months
    return tuple(days)


@lean
class _Rest:
    """A time in which no return is asked for: its first day, and the day it ends (``None``: it lasts)."""

    first: date
    until: date | None

    def holds(self, day: date) -> bool:
        return self.first <= day and (self.until is None or day < self.until)


def _rests(decisions: Iterable[Decision], ended_by: Mapping[str, tuple[str, ...]]) -> Iterator[_Rest]:
    """From each decision of a kind in ``ended_by`` until one of the kinds that end it."""
    since: dict[str, date] = {}
    for decision in decisions:
        if decision.on is None:
            continue
        if decision.kind in ended_by:
            since.setdefault(decision.kind, decision.on)
        for kind in [kind for kind in since if decision.kind in ended_by[kind]]:
            yield _Rest(since.pop(kind), decision.on)
    yield from (_Rest(first, None) for first in since.values())


#: What stops the work, and what makes it finished; with what ends each.
_RESUMED_BY = {"suspend": ("resume", "close"), "cancel": ("resume",)}
_REOPENED_BY = {"close": ("send-back",)}


def _rests_of_claims(returns: tuple[MonthlyEntry, ...], decisions: tuple[Decision, ...]) -> Iterator[_Rest]:
    """From the day a return said done came in, until it was sent back or a later return said otherwise."""
    backs = [each.on for each in decisions if each.kind == "send-back" and each.on is not None]
    for monthly in returns:
        came = monthly.entry.received
        if monthly.entry.state != "done" or monthly.entry.done_on is None or came is None:
            continue
        undone = (
            each.entry.received
            for each in returns
            if each.entry.received is not None and each.entry.received > came and _reopens(each)
        )
        ends = [*(back for back in backs if back >= came), *undone]
        yield _Rest(came, min(ends, default=None))


def _reopens(monthly: MonthlyEntry) -> bool:
    return monthly.entry.state in ("not-started", "in-progress")


def unreported(owed: tuple[Owed, ...], newest: MonthlyEntry | None) -> Owed | None:
    """The latest owed return, if neither it nor news for a later month has come; else ``None``.

    ``newest`` is the return in force. It stands in for the one owed if it is for a later month; one
    that came before its month began is an error (MT409) and leaves the task unjudged.
    """
    if not owed or owed[-1].received is not None:
        return None
    if newest is not None and newest.month > owed[-1].month:
        return None
    return owed[-1]
