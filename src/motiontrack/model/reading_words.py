"""The words of one plan for days and return clocks, read with its year, its calendar and its faults."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from motiontrack.diagnostics.record import Diagnostic, Place, fault, fault_of
from motiontrack.model.deadlines import (
    Deadline,
    Doubt,
    Recurrence,
    read_deadline,
    read_recurrence,
    rolled,
)
from motiontrack.model.fields import At
from motiontrack.model.items import Item
from motiontrack.model.plan import Plan
from motiontrack.model.working_days import NO_CALENDAR, NotCovered, WorkingDays

__all__ = ["DEFAULT_CLOCK", "Reader"]

#: When returns are owed if the plan does not say: ours, and said to be ours (DESIGN §4).
DEFAULT_CLOCK = "每月25日前"
#: The same read: without the grammar, whose pattern would be compiled at every start.
_DEFAULT = Recurrence(tuple(range(1, 13)), 25)
#: With what the words of a stage begin that comes round again.
_ROUND_BEGINS = frozenset("每按")


class Reader:
    """Reads deadline words in one plan; what it doubts is added to ``faults`` with its place."""

    __slots__ = (
        "_calendar", "_clocks", "_days_are_working", "_faults", "_known", "_lacking", "_received", "_roll",
        "_roll_place", "_told", "_year", "closes", "issued",
    )  # fmt: skip

    def __init__(
        self,
        plan: Plan,
        *,
        year: int,
        received: date | None,
        faults: list[Diagnostic],
        calendar: WorkingDays | None = NO_CALENDAR,
    ) -> None:
        """``calendar`` is ``None`` if it has a fault, which then is the only one to be told."""
        self._year = year
        self._received = received
        self._faults = faults
        self._calendar = calendar
        self._days_are_working = plan.days == "working"
        self._roll = frozenset(plan.roll)
        self._roll_place = plan.at.place("roll")
        self._lacking: set[int] = set()
        #: The time in which stages come round: the plan's, where their item has no start or deadline.
        self.issued = plan.issued or date(year, 1, 1)
        self.closes = plan.closes or date(year, 12, 31)
        self._known: dict[tuple[str, date | None, bool, bool], tuple[Deadline | None, tuple[Doubt, ...]]] = {}
        self._clocks: dict[str, tuple[Recurrence | None, tuple[Doubt, ...]]] = {}
        self._told: set[tuple[str, Place]] = set()

    def when(
        self,
        words: str,
        at: At,
        field: str,
        item: str | None,
        *,
        start: date | None = None,
        total: bool = False,
        of_motion: bool = True,
    ) -> Deadline | None:
        """``words`` as a day or span, or ``None`` after a diagnostic at the ``field`` in which they stand.

        ``of_motion``: whether 收到之日起 speaks of the motion's receipt.
        """
        key = (words, start, total, of_motion)
        if key not in self._known:
            self._known[key] = read_deadline(
                words,
                year=self._year,
                start=start,
                received=self._received,
                has_total_target=total,
                working=self._calendar or NO_CALENDAR,
                days_are_working=self._days_are_working,
                of_motion=of_motion,
            )
        read, doubts = self._known[key]
        if doubts:
            # Only an item keeps the printed words beside a date: a finding and a phase do not.
            beside = {"words_key": "due_words"} if field == "due" and of_motion else {}
            self._tell(doubts, at.place(field), item, key=at.keys.get(field, field), **beside)
        return read

    def rolled(self, deadline: Deadline | None) -> Deadline | None:
        """``deadline``, rolled forward if the plan says so; ``None`` after MT334 if no calendar covers it."""
        if deadline is None or "due" not in self._roll:
            return deadline
        try:
            return rolled(deadline, self._calendar or NO_CALENDAR)
        except NotCovered as lacking:
            self._tell_lacking(lacking.year)
            return None

    def clock(self, words: str, at: At, item: str | None) -> Recurrence | None:
        """``words`` as a return clock, or ``None`` after a diagnostic at the ``report`` of ``at``."""
        if words not in self._clocks:
            read, doubts = read_recurrence(words)
            if read is not None and "report" in self._roll:
                read = replace(read, working=self._calendar or NO_CALENDAR)
            self._clocks[words] = read, doubts
        read, doubts = self._clocks[words]
        if doubts:
            self._tell(doubts, at.place("report"), item)
        return read

    def rounds(self, stage: Item, first: date, last: date) -> tuple[Item, ...]:
        """The dated stages that ``stage`` stands for if it comes round again; none if it does not.

        One with figures is left as it is, and refused: whether they are of each round or of all
        together, nobody can tell.
        """
        if not stage.due or stage.targets or stage.due[0] not in _ROUND_BEGINS:
            return ()
        clock, _ = read_recurrence(stage.due)
        if clock is None:
            return ()
        from motiontrack.model.rounds import rounds_of  # few plans have any

        return rounds_of(stage, clock, first, last)

    def default_clock(self) -> Recurrence:
        """The clock of items that have none, here or above."""
        if "report" not in self._roll:
            return _DEFAULT
        return replace(_DEFAULT, working=self._calendar or NO_CALENDAR)

    def check_return_days(self, clocks: Iterable[Recurrence], issued: date, closes: date) -> None:
        """MT334 for each year that return days from ``issued`` to ``closes`` cannot be rolled in."""
        if "report" not in self._roll:
            return
        for clock in set(clocks):
            for year in range(issued.year, closes.year + 1):
                for day in (clock.named_day_of(year, month) for month in clock.months):
                    try:
                        if issued <= day <= closes:
                            (clock.working or NO_CALENDAR).on_or_after(day)
                    except NotCovered as lacking:
                        self._tell_lacking(lacking.year)

    def _tell_lacking(self, year: int) -> None:
        """What many deadlines lack is one fault of the setting that asks for it."""
        if year not in self._lacking and self._calendar is not None:
            self._lacking.add(year)
            self._faults.append(fault("MT334", self._roll_place, missing=year))

    def _tell(self, doubts: tuple[Doubt, ...], place: Place, item: str | None, **more: str) -> None:
        """Words that many items inherit are one fault of the place where they stand."""
        for code, figures in doubts:
            if code == "MT333" and self._calendar is None:
                continue
            if (code, place) not in self._told:
                self._told.add((code, place))
                self._faults.append(fault_of(code, place, dict(figures) | more, item=item))


#: The fields an item can take from above (DESIGN §2: an item takes what it lacks from its parent).
