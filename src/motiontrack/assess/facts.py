"""What was known of one item on a day: nothing received, decided or raised later counts (DESIGN §4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache

from motiontrack.book import Book, MonthlyEntry
from motiontrack.lean import lean
from motiontrack.model.deadline_rules import last_day
from motiontrack.model.deadlines import Deadline, Recurrence
from motiontrack.model.registers import Decision, Schedule, Scheduled
from motiontrack.model.resolve import Kind, Node, RaisedFinding, UnitPlan, schedules_by_unit
from motiontrack.model.returns import Entry

__all__ = [
    "Held",
    "Ledger",
    "Status",
    "effective_due",
    "entries_by",
    "excused_on",
    "figure_day",
    "in_force",
    "leads_on",
    "of_months",
    "progress_held",
    "reported_before",
    "status_on",
    "values_held",
]


class Ledger:
    """All facts of a Book by item, in order; asked per item and day."""

    __slots__ = ("_decisions", "_findings", "_plans", "_returns", "_schedules", "book")

    def __init__(self, book: Book) -> None:
        self.book = book
        self._returns: dict[str, list[MonthlyEntry]] = defaultdict(list)
        self._decisions: dict[str, list[Decision]] = defaultdict(list)
        self._findings: dict[str, list[RaisedFinding]] = defaultdict(list)
        self._plans: dict[str, list[UnitPlan]] = defaultdict(list)
        for monthly in sorted(book.returns, key=_return_order):
            self._returns[monthly.entry.task].append(monthly)
        for decision in sorted(book.decisions, key=lambda each: each.on or date.max):
            for item in dict.fromkeys(_reached_by(decision, book)):
                self._decisions[item].append(decision)
        for raised in book.findings:
            for item in dict.fromkeys(_judged_as(name, book) for name in raised.finding.tasks):
                self._findings[item].append(raised)
        self._schedules = schedules_by_unit(book.schedule_rows, book.names)
        for plan in book.schedules:
            self._plans[plan.task].append(plan)

    def returns(self, item: str, day: date) -> tuple[MonthlyEntry, ...]:
        """The item's returns received on or before ``day``, the one in force last."""
        return tuple(
            monthly
            for monthly in self._returns.get(item, ())
            if monthly.entry.received is not None and monthly.entry.received <= day
        )

    def decisions(self, item: str, day: date) -> tuple[Decision, ...]:
        """The item's decisions in force on ``day``, in the order they came into force."""
        return tuple(each for each in self._decisions.get(item, ()) if each.on is not None and each.on <= day)

    def findings(self, item: str, day: date) -> tuple[RaisedFinding, ...]:
        """What had been found in the item on or before ``day``."""
        return tuple(
            each
            for each in self._findings.get(item, ())
            if each.finding.raised_on is not None and each.finding.raised_on <= day
        )

    def reported(self) -> Iterable[str]:
        """The items that there are returns for, whenever they came."""
        return self._returns.keys()

    def convener(self, node: Node, day: date) -> str | None:
        """The unit that convenes an item on ``day``; a stage without a lead of its own has its task's."""
        decided = node.task if node.kind is Kind.STAGE and not node.item.lead else node.id
        return next(iter(leads_on(node, self.decisions(decided, day), self.book)), None)

    def scheduled(self, node: Node, day: date) -> Scheduled | None:
        """The item's row in the latest plan that its convener had handed in by ``day``."""
        latest = self._latest_plan(node, day)
        return next((row for row in latest.items if row.task == node.id), None) if latest else None

    def stages(self, node: Node, day: date) -> tuple[Node, ...]:
        """The stages that hold on ``day``: those of the convener's own latest plan, else the plan's.

        The latest plan supersedes the earlier ones whole: what it gives no stages has the document's
        again. A stage's deadline is the effective one; a cancelled stage is no longer among them.
        """
        own = self._own_stages(node, day)
        stages = own[-1] if own else node.stages
        decided = ((stage, self.decisions(stage.id, day)) for stage in stages)
        return tuple(_moved(stage, made) for stage, made in decided if status_on(made).held != "cancelled")

    def _own_stages(self, node: Node, day: date) -> list[tuple[Node, ...]]:
        """The stages for ``node`` in the latest plan of whoever convenes it on ``day``."""
        plans = self._plans.get(node.id)
        latest = self._latest_plan(node, day) if plans else None
        if not plans or latest is None:
            return []
        return [plan.stages for plan in plans if plan.schedule is latest and plan.stages]

    def _latest_plan(self, node: Node, day: date) -> Schedule | None:
        """The latest plan of whoever convenes ``node`` on ``day``, of those received by then."""
        convener = self.convener(node, day) or ""
        known = [plan for received, plan in self._schedules.get(convener, ()) if received <= day]
        return known[-1] if known else None


def _return_order(monthly: MonthlyEntry) -> tuple[str, date, int]:
    return (monthly.month, monthly.entry.received or date.max, monthly.serial)


#: What a decision on an item with parts changes in a part only if the part has none of its own.
_TAKEN_OVER = {"extend": "due", "reassign": "lead"}


def _reached_by(decision: Decision, book: Book) -> Iterator[str]:
    """The item decided on, and the parts under it that take from it what was decided."""
    yield decision.item
    node = book.nodes.get(decision.item)
    if node is not None:
        yield from _parts_reached(node, _TAKEN_OVER.get(decision.kind))


def _parts_reached(node: Node, own: str | None) -> Iterator[str]:
    for part in node.parts:
        if own is None or not getattr(part.item, own):
            yield part.id
            yield from _parts_reached(part, own)


def _judged_as(item: str, book: Book) -> str:
    """The item that a fact about ``item`` counts against: for a stage, the task it belongs to."""
    node = book.nodes.get(item)
    return node.task if node is not None and node.kind is Kind.STAGE else item


def _moved(stage: Node, decisions: tuple[Decision, ...]) -> Node:
    due, by = effective_due(stage, decisions)
    if due is None or by is None:
        return stage
    return replace(stage, due=Deadline(words=due.isoformat(), start=due, end=due, rule="extended"))


@lean
class Status:
    """What the decisions say of an item: ``suspended``, ``cancelled``, closed, sent back, or nothing."""

    held: str | None = None
    held_by: Decision | None = None
    closed: Decision | None = None
    sent_back: Decision | None = None


def status_on(decisions: Iterable[Decision]) -> Status:
    """Decisions in force, in order, to where they leave the item.

    A cancellation is final but for a later ``resume``: neither suspending nor closing (the 销号 of
    what was cancelled) makes it anything else. Sending back undoes a closing before it.
    """
    held: Decision | None = None
    closed: Decision | None = None
    sent_back: Decision | None = None
    for decision in decisions:
        match decision.kind:
            case "cancel":
                held = decision
            case "resume":
                held = None
            case "suspend" | "close" if held is not None and held.kind == "cancel":
                pass
            case "suspend":
                held = decision
            case "close":
                held, closed = None, decision
            case "send-back":
                closed, sent_back = None, decision
    word = {"suspend": "suspended", "cancel": "cancelled"}.get(held.kind) if held else None
    return Status(word, held, closed, sent_back)


def leads_on(node: Node, decisions: Iterable[Decision], book: Book) -> tuple[str, ...]:
    """The leading units after every reassignment in force; the first convenes."""
    leads = node.lead
    for decision in decisions:
        if decision.kind == "reassign" and decision.to:
            leads = tuple(book.unit_id(name) for name in decision.to)
    return leads


def effective_due(node: Node, decisions: Iterable[Decision]) -> tuple[date | None, Decision | None]:
    """The last extension's date and the extension, else the original deadline and ``None``."""
    due = node.due.end if node.due else None
    by: Decision | None = None
    for decision in decisions:
        if decision.kind == "extend" and decision.due is not None:
            due, by = decision.due, decision
    return due, by


def excused_on(decisions: Iterable[Decision], day: date) -> Decision | None:
    """The last justified reason in force on ``day``: up to its ``due``, that day included, if it has one."""
    excuses = [each for each in decisions if each.kind == "excuse" and (each.due is None or day <= each.due)]
    return excuses[-1] if excuses else None


def entries_by(
    node: Node, returns: Iterable[MonthlyEntry], decisions: tuple[Decision, ...], book: Book
) -> tuple[MonthlyEntry, ...]:
    """The returns of whoever convened on the day each was received."""
    kept = []
    for monthly in returns:
        received = monthly.entry.received
        then = tuple(each for each in decisions if each.on is not None and received and each.on <= received)
        unit = monthly.entry.unit
        if unit is None or book.unit_id(unit) in leads_on(node, then, book)[:1]:
            kept.append(monthly)
    return tuple(kept)


def in_force(returns: tuple[MonthlyEntry, ...]) -> MonthlyEntry | None:
    """The greatest by (month, received, place in file): the last of an ordered sequence."""
    return returns[-1] if returns else None


def of_months(returns: tuple[MonthlyEntry, ...]) -> tuple[MonthlyEntry, ...]:
    """The return in force for each month, oldest first: a later one for the same month replaces it whole."""
    return tuple({monthly.month: monthly for monthly in returns}.values())


@lean
class Held:
    """A figure in force, the day it holds, and the return it stands in."""

    value: Decimal
    day: date
    entry: Entry


def progress_held(node: Node, returns: tuple[MonthlyEntry, ...]) -> Held | None:
    """The percent last reported. A later return that leaves it out does not take it back.

    Otherwise a unit far behind would be judged no more from the month it gives no figure.
    """
    for monthly in reversed(of_months(returns)):
        if monthly.entry.progress is not None:
            return Held(monthly.entry.progress, figure_day(node, monthly), monthly.entry)
    return None


def reported_before(force: MonthlyEntry | None, returns: tuple[MonthlyEntry, ...]) -> MonthlyEntry | None:
    """The last return with a percent that is for an earlier month than ``force``."""
    if force is None:
        return None
    earlier = (each for each in reversed(of_months(returns)) if each.month < force.month)
    return next((each for each in earlier if each.entry.progress is not None), None)


def values_held(node: Node, returns: tuple[MonthlyEntry, ...]) -> dict[str, Held]:
    """For each target the value last reported, as ``progress_held`` for the percent."""
    held: dict[str, Held] = {}
    for monthly in of_months(returns):
        if not monthly.entry.targets:
            continue
        day = figure_day(node, monthly)
        held.update({name: Held(value, day, monthly.entry) for name, value in monthly.entry.targets.items()})
    return held


def figure_day(node: Node, monthly: MonthlyEntry) -> date:
    """The day the figures hold: ``as_of``, else the month's return day.

    Never after receipt, since a form that came in early cannot speak of days still ahead; and never
    after the month it is for, since 每季度结束后12日内 asks for the quarter, not for the days after it.
    """
    entry = monthly.entry
    if entry.as_of is not None:
        return entry.as_of
    day = _return_day(node.clock, monthly.month)
    return min(day, entry.received) if entry.received else day


@lru_cache(maxsize=512)
def _return_day(clock: Recurrence, month: str) -> date:
    """The day on which the return of ``month`` is due, or the month's last where that comes first."""
    year, number = (int(part) for part in month.split("-"))
    return min(clock.day_of(year, number), last_day(year, number))
