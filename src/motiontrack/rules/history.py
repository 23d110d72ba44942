"""What was decided and reported of each item, in order: ways through a Book for rules on its course."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from motiontrack.book import Book, MonthlyEntry
from motiontrack.model.registers import DECISION_KINDS, DECISIONS_NAMED, Decision
from motiontrack.model.resolve import Node
from motiontrack.model.returns import Entry
from motiontrack.rules.walk import all_items, leaves, plan_nodes

__all__ = [
    "Course",
    "Extensions",
    "Held",
    "Turn",
    "by_unit",
    "claims",
    "course_of",
    "decided",
    "in_force",
    "named",
    "printed_deadlines",
    "returned",
    "returned_by",
    "turns",
    "whole_and_parts",
]

_NAMES = dict(zip(DECISION_KINDS, DECISIONS_NAMED, strict=True))


def named(kind: str) -> str:
    """What offices call a kind of decision (extend is 延期)."""
    return _NAMES.get(kind, kind)


def decided(book: Book) -> Iterator[Decision]:
    """The decisions that say what they are about; of the others nothing more can be said."""
    return (decision for decision in book.decisions if decision.item)


def returned(book: Book) -> Iterator[MonthlyEntry]:
    """The returns that say what they are about."""
    return (month for month in book.returns if month.entry.task)


def in_force(book: Book) -> dict[str, list[Decision]]:
    """The decisions in force of each item that exists, in the order in which they came into force."""
    made: dict[str, list[Decision]] = {}
    dated = [(each.on, each) for each in book.decisions if each.on is not None and each.item in book.nodes]
    for _, decision in sorted(dated, key=lambda row: row[0]):
        made.setdefault(decision.item, []).append(decision)
    return made


class Extensions:
    """The extensions in force of every item: its own, and those of what it takes its deadline from.

    An extension of a task reaches its parts without a deadline of their own, as judgement has it.
    Looked up by day, never written out for each part: a task may have many of both.
    """

    __slots__ = ("_above", "_given", "_nodes", "_placed")

    def __init__(self, book: Book) -> None:
        self._nodes = book.nodes
        self._given: dict[str, tuple[list[tuple[date, int]], list[Decision]]] = {}
        self._placed: dict[int, tuple[date, int]] = {}
        self._above: dict[str, str] = {}
        extended = (each for each in book.decisions if each.kind == "extend" and each.item in book.nodes)
        placed = [((each.on, index), each) for index, each in enumerate(extended) if each.on and each.due]
        for place, decision in sorted(placed, key=lambda row: row[0]):
            places, decisions = self._given.setdefault(decision.item, ([], []))
            places.append(place)
            decisions.append(decision)
            self._placed[id(decision)] = place
        for node in plan_nodes(book) if placed else ():
            self._above.update({part.id: node.id for part in node.parts if not part.item.due})

    def on(self, item: str, day: date) -> Decision | None:
        """The extension that holds for ``item`` on ``day``."""
        return self._last(item, (day + _A_DAY if day < date.max else day, -1))

    def before(self, decision: Decision) -> Decision | None:
        """The extension of the same item that ``decision``, which is in force, follows."""
        return self._last(decision.item, self._placed[id(decision)])

    def due(self, node: Node, day: date) -> date | None:
        """The deadline of ``node`` that holds on ``day``."""
        by = self.on(node.id, day)
        if by is not None:
            return by.due
        return node.due.end if node.due is not None else None

    def _last(self, item: str, before: tuple[date, int]) -> Decision | None:
        found: tuple[tuple[date, int], Decision] | None = None
        at: str | None = item
        while at is not None:
            places, decisions = self._given.get(at, ((), ()))
            count = bisect_left(places, before)
            if count and (found is None or places[count - 1] > found[0]):
                found = places[count - 1], decisions[count - 1]
            at = self._above.get(at)
        return found[1] if found else None


_A_DAY = timedelta(days=1)


class Held(NamedTuple):
    """Where decisions leave an item: what holds it, if anything does.

    As judgement has it (``assess.facts``): a cancellation ends only by ``resume``, a closing only by
    ``send-back``, and what is cancelled can be neither suspended nor closed.
    """

    closed: Decision | None = None
    cancelled: Decision | None = None
    suspended: Decision | None = None

    @property
    def over(self) -> Decision | None:
        """The cancellation or the closing after which nothing is left to do."""
        return self.cancelled or self.closed

    def after(self, decision: Decision) -> Held:
        """Where ``decision`` leaves the item."""
        match decision.kind:
            case "cancel":
                return Held(self.closed, decision)
            case "resume":
                return Held(self.closed)
            case "suspend" if self.cancelled is None:
                return Held(self.closed, None, decision)
            case "close" | "step-done" if self.cancelled is None:
                return Held(decision)
            case "send-back":
                return Held(None, self.cancelled, self.suspended)
        return self


class Turn(NamedTuple):
    """A decision in force on ``day``, and what held the item before it."""

    decision: Decision
    day: date
    before: Held


def turns(decisions: Iterable[Decision]) -> Iterator[Turn]:
    """Each of an item's decisions in force, in order, with what held before it."""
    held = Held()
    for decision in decisions:
        if decision.on is not None:
            yield Turn(decision, decision.on, held)
            held = held.after(decision)


class Course(NamedTuple):
    """Where an item stood after each of its decisions in force, in order."""

    days: tuple[date, ...]
    held: tuple[Held, ...]

    def over_on(self, day: date) -> Decision | None:
        """The closing or cancellation that holds at the beginning of ``day``."""
        count = bisect_left(self.days, day)
        return self.held[count - 1].over if count else None


def course_of(decisions: Iterable[Decision]) -> Course:
    """The course of an item whose decisions in force, in order, are ``decisions``."""
    rows = [(turn.day, turn.before.after(turn.decision)) for turn in turns(decisions)]
    return Course(tuple(day for day, _ in rows), tuple(held for _, held in rows))


def printed_deadlines(book: Book) -> dict[str, tuple[date, date]]:
    """The earliest and the latest deadline printed for each item that has one: the same but for stages.

    A unit's later plan may use a stage's id again, with another day.
    """
    found: dict[str, tuple[date, date]] = {}
    for node in all_items(book):
        if node.due is not None and not node.due_assumed and node.id:
            first, last = found.get(node.id, (node.due.end, node.due.end))
            found[node.id] = (min(first, node.due.end), max(last, node.due.end))
    return found


def whole_and_parts(node: Node) -> tuple[str, ...]:
    """The ids that a decision about ``node`` is really about: of its parts without parts, if it has any."""
    return tuple(part.id for part in leaves(node.parts)) or (node.id,)


def claims(book: Book) -> dict[str, list[Entry]]:
    """The returns of each item that say it is done, in the order of the files."""
    found: dict[str, list[Entry]] = {}
    for month in book.returns:
        if month.entry.state == "done":
            found.setdefault(month.entry.task, []).append(month.entry)
    return found


def by_unit(book: Book) -> Mapping[tuple[str, str], tuple[MonthlyEntry, ...]]:
    """The returns of each item by one unit, the one in force of each month, oldest month first."""
    found: dict[tuple[str, str], dict[str, MonthlyEntry]] = {}
    for month in sorted(book.returns, key=_order):
        found.setdefault((month.entry.task, returned_by(month, book)), {})[month.month] = month
    return {key: tuple(months.values()) for key, months in found.items()}


def returned_by(month: MonthlyEntry, book: Book) -> str:
    """The unit that a return is of; by default the item's convener."""
    if month.entry.unit:
        return book.unit_id(month.entry.unit)
    node = book.nodes.get(month.entry.task)
    return (node.convener if node else None) or ""


def _order(month: MonthlyEntry) -> tuple[str, date, int]:
    return (month.month, month.entry.received or date.max, month.serial)
