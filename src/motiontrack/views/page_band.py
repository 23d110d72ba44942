"""The band of months: phases with their steps above, the tasks due in each month below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from motiontrack.assess.accounts import StepState, When
from motiontrack.assess.state import State
from motiontrack.lean import lean
from motiontrack.model.deadline_rules import last_day
from motiontrack.model.deadlines import read_deadline
from motiontrack.views.page_words import Lamp, Speaker
from motiontrack.views.status import PhaseView, StatusView, StepView, TaskView

__all__ = ["Band", "BandGap", "BandPhase", "BandStep", "Column", "Marks", "band_of"]

_MOST_COLUMNS = 15
#: More marks than this in a month are counted instead of drawn.
_MOST_MARKS = 24
_MONTHS_IN_YEAR = 12
#: In a gap this wide its note takes one line, and what is below it is free.
_ROOMY = 2
_STOPS = ",，;；。"


@lean
class Marks:
    """Tasks of one light that are due in a month."""

    lamp: Lamp
    count: int


@lean
class Column:
    """A month (a quarter or a year in a long plan): ``now`` is where in it the day lies, in percent."""

    words: str
    past: bool
    now: str | None
    due: int
    left: int
    marks: tuple[Marks, ...]
    drawn: bool


@lean
class BandStep:
    """A step in few words; the whole of it stands in the table of steps."""

    words: str
    state: StepState


@lean
class BandPhase:
    """A phase over its columns, counted from 1; ``lane`` is its row where phases overlap.

    ``room``: the columns that its steps may be written over, with those of a gap behind it.
    """

    name: str
    span: str
    when: When
    column: int
    width: int
    lane: int
    room: int
    steps: tuple[BandStep, ...]


@lean
class BandGap:
    """Columns between two phases for which the plan has no steps."""

    column: int
    width: int
    due: int


@lean
class Band:
    """The whole band. ``undated`` are the tasks without a deadline, which stand in no month."""

    columns: tuple[Column, ...]
    phases: tuple[BandPhase, ...]
    gaps: tuple[BandGap, ...]
    lanes: int
    undated: int


def band_of(status: StatusView, lamps: Mapping[str, Lamp], speaker: Speaker) -> Band:
    """The band of a plan, from its issue (or first phase) to its close or the last deadline."""
    dues = [task.due for task in status.tasks if task.due]
    days = [status.plan.issued, status.plan.closes, *dues]
    days += [day for phase in status.phases for day in (phase.first, phase.last) if day]
    first = min(day for day in days if day not in dues)
    scale = _Scale(first, max(days))
    by_column: list[list[TaskView]] = [[] for _ in range(scale.count)]
    for task in status.tasks:
        if task.due:
            by_column[scale.place(task.due)].append(task)
    columns = tuple(
        _column(number, tasks, scale, status.as_of, lamps, speaker) for number, tasks in enumerate(by_column)
    )
    phases = _phases(status, scale, speaker)
    gaps = _gaps(phases, columns)
    lanes = max((phase.lane for phase in phases), default=1)
    return Band(
        columns=columns,
        phases=_with_room(phases, gaps, columns) if lanes == 1 else phases,
        gaps=gaps,
        lanes=lanes,
        undated=sum(1 for task in status.tasks if task.due is None),
    )


class _Scale:
    """Days to columns. At most 15: months, else quarters, else years, the last one open-ended."""

    __slots__ = ("count", "open", "origin", "size")

    def __init__(self, first: date, last: date) -> None:
        for self.size in (1, 3, _MONTHS_IN_YEAR):
            self.origin = _months(first) // self.size
            self.count = _months(last) // self.size - self.origin + 1
            if self.count <= _MOST_COLUMNS:
                break
        self.open = self.count > _MOST_COLUMNS
        self.count = min(self.count, _MOST_COLUMNS)

    def place(self, day: date) -> int:
        """The column of ``day``; the first for what lies before, the last for what lies after."""
        return min(max(_months(day) // self.size - self.origin, 0), self.count - 1)

    def first(self, number: int) -> date:
        """The first day of a column."""
        months = (self.origin + number) * self.size
        return date(months // _MONTHS_IN_YEAR, months % _MONTHS_IN_YEAR + 1, 1)

    def last(self, number: int) -> date:
        """The last day of a column."""
        if self.open and number == self.count - 1:
            return date.max
        months = (self.origin + number + 1) * self.size - 1
        year, month = months // _MONTHS_IN_YEAR, months % _MONTHS_IN_YEAR + 1
        return last_day(year, month)

    def words(self, number: int, speaker: Speaker) -> str:
        """What stands over a column."""
        first = self.first(number)
        if self.size == 1:
            words = speaker.month(f"{first:%Y-%m}")
        elif self.size == _MONTHS_IN_YEAR:
            words = speaker.say("band.year", year=first.year)
        else:
            words = speaker.say("band.quarter", year=first.year, quarter=(first.month + 2) // 3)
        return speaker.say("band.open", words=words) if self.open and number == self.count - 1 else words


def _months(day: date) -> int:
    return day.year * _MONTHS_IN_YEAR + day.month - 1


def _column(
    number: int, tasks: list[TaskView], scale: _Scale, day: date, lamps: Mapping[str, Lamp], speaker: Speaker
) -> Column:
    first, last = scale.first(number), scale.last(number)
    now = None
    if first <= day <= last and last != date.max:
        now = f"{((day - first).days + 1) * 100 // ((last - first).days + 1)}"
    counted = Counter(task.tile for task in tasks)
    closed = _closed(tasks)
    return Column(
        words=scale.words(number, speaker),
        past=first <= day,
        now=now,
        due=len(tasks),
        left=len(tasks) - closed if closed else 0,
        marks=tuple(Marks(lamp, counted[tile]) for tile, lamp in lamps.items() if counted[tile]),
        drawn=len(tasks) <= _MOST_MARKS,
    )


def _closed(tasks: Sequence[TaskView]) -> int:
    """How many need no more work."""
    return sum(1 for task in tasks if task.state in (State.DONE, State.CANCELLED))


def _phases(status: StatusView, scale: _Scale, speaker: Speaker) -> tuple[BandPhase, ...]:
    found: list[BandPhase] = []
    ends: list[int] = []
    dated = [each for each in status.phases if each.id and each.first and each.last and each.when]
    for phase in sorted(dated, key=lambda each: each.first or date.min):
        if phase.first is None or phase.last is None or phase.when is None:
            continue
        start, end = scale.place(phase.first), scale.place(phase.last)
        lane = next((lane for lane, taken in enumerate(ends) if taken < start), len(ends))
        ends[lane : lane + 1] = [end]
        steps = tuple(
            BandStep(_briefly(step, status.plan.year), step.state)
            for step in status.steps
            if step.phase == phase.id
        )
        span = _span(phase, speaker)
        width = end - start + 1
        found.append(BandPhase(phase.name, span, phase.when, start + 1, width, lane + 1, width, steps))
    return tuple(found)


def _span(phase: PhaseView, speaker: Speaker) -> str:
    first, last = phase.first, phase.last
    if first is None or last is None:
        return ""
    whole = first.day == 1 and last == last_day(last.year, last.month)
    if not whole:
        return speaker.say("span", first=speaker.day(first), last=speaker.day(last))
    start, end = speaker.month(f"{first:%Y-%m}"), speaker.month(f"{last:%Y-%m}")
    return start if start == end else speaker.say("span", first=start, last=end)


def _briefly(step: StepView, year: int) -> str:
    """The first clause that says what is to be done; the words before it only say when."""
    clauses = _clauses(step.text)
    if len(clauses) > 1 and _is_time(clauses[0], year):
        clauses = clauses[1:]
    rest = len(clauses) > 1
    return f"{clauses[0]}…" if rest else clauses[0]


def _clauses(text: str) -> list[str]:
    for stop in _STOPS:
        text = text.replace(stop, "\n")
    return [clause for clause in (part.strip() for part in text.split("\n")) if clause] or [text]


def _is_time(words: str, year: int) -> bool:
    read, _ = read_deadline(words, year=year)
    return read is not None


def _with_room(
    phases: Sequence[BandPhase], gaps: Sequence[BandGap], columns: Sequence[Column]
) -> tuple[BandPhase, ...]:
    """The phases, each with the columns of the gap that follows it, if its note leaves any below it.

    They end before the line of the day, for words do not run across it, but are never put into one column.
    """
    after = {gap.column: gap.width for gap in gaps if gap.width >= _ROOMY}
    before = next((number + int(each.now) // 100 for number, each in enumerate(columns) if each.now), None)
    wide: list[BandPhase] = []
    for phase in phases:
        end = phase.column - 1 + phase.width
        free = after.get(end + 1, 0)
        if before is not None and end <= before:
            free = min(free, max(before - end, _ROOMY - phase.width))
        wide.append(replace(phase, room=phase.width + free))
    return tuple(wide)


def _gaps(phases: Sequence[BandPhase], columns: Sequence[Column]) -> tuple[BandGap, ...]:
    covered = {number for phase in phases for number in range(phase.column, phase.column + phase.width)}
    gaps: list[BandGap] = []
    for number in range(min(covered, default=1), max(covered, default=0) + 1):
        if number in covered:
            continue
        due = columns[number - 1].due
        if gaps and gaps[-1].column + gaps[-1].width == number:
            gaps[-1] = BandGap(gaps[-1].column, gaps[-1].width + 1, gaps[-1].due + due)
        else:
            gaps.append(BandGap(number, 1, due))
    return tuple(gaps)
