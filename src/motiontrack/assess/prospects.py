"""What can be told the congress: how each task will end by its unit's word, and what is left for next year.

In July the standing committee asks what can be shown and what will come in time; in November what will
be carried into the next year (结转). Neither is a light: they sort what is known, word by word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from motiontrack.assess.causes import Code
from motiontrack.assess.judge import Judgement
from motiontrack.assess.state import State
from motiontrack.lean import lean

__all__ = ["Carried", "Carry", "Prospect", "accounted_by", "carried_over", "prospect_of"]

#: A plan that runs longer is one of several years.
_YEAR_DAYS = 366


class Prospect(StrEnum):
    """Where a task stands for its end; each has exactly one, so the counts add up."""

    DONE = "done"
    ON_TIME = "on-time"
    WITH_EFFORT = "with-effort"
    UNLIKELY = "unlikely"
    UNSAID = "unsaid"
    OVERDUE = "overdue"
    STANDING = "standing"
    SUSPENDED = "suspended"
    CANCELLED = "cancelled"


#: Of a task with parts the worst counts: late, then what the units say, worst first, silence before effort.
_WORST_FIRST = (
    Prospect.OVERDUE,
    Prospect.UNLIKELY,
    Prospect.UNSAID,
    Prospect.WITH_EFFORT,
    Prospect.ON_TIME,
)
_SETTLED = {
    State.DONE: Prospect.DONE,
    State.STANDING: Prospect.STANDING,
    State.SUSPENDED: Prospect.SUSPENDED,
    State.CANCELLED: Prospect.CANCELLED,
}
_SAID = {"on-time": Prospect.ON_TIME, "with-effort": Prospect.WITH_EFFORT, "unlikely": Prospect.UNLIKELY}


def prospect_of(task: Judgement) -> Prospect:
    """By its state, then whether it is past its deadline, then its unit's word (``outlook``)."""
    if task.state in _SETTLED:
        return _SETTLED[task.state]
    if any(cause.code is Code.OVERDUE for cause in task.causes):
        return Prospect.OVERDUE
    of_parts = {prospect_of(part) for part in task.parts}
    if task.parts:
        return next((each for each in _WORST_FIRST if each in of_parts), Prospect.UNSAID)
    outlook = task.last.entry.outlook if task.last else None
    return _SAID.get(outlook or "", Prospect.UNSAID)


class Carry(StrEnum):
    """Why a task goes into the next year, or may."""

    OPEN = "open"
    PLANNED = "planned"
    EXTENDED = "extended"
    FORECAST = "forecast"
    OVERDUE = "overdue"
    UNLIKELY = "unlikely"
    SUSPENDED = "suspended"


#: What is certain on the day; the rest may still turn.
_CERTAIN = frozenset({Carry.OPEN, Carry.PLANNED, Carry.EXTENDED})


@lean
class Carried:
    """A task that will be carried over (``certain``), or may be, and why."""

    task: Judgement
    certain: bool
    reasons: tuple[Carry, ...]


def accounted_by(issued: date, closes: date, day: date) -> date:
    """The day by which work must be finished not to be carried over, asked on ``day``.

    The plan's close; of a plan of several years the end of the year asked in, until the close comes first.
    """
    if (closes - issued).days <= _YEAR_DAYS:
        return closes
    return min(closes, date(max(day.year, issued.year), 12, 31))


def carried_over(tasks: Iterable[Judgement], closes: date, day: date) -> tuple[Carried, ...]:
    """What of ``tasks`` is not finished as the plan, or its year, closes on ``closes``, as far as is known.

    Certain: open after the close, or a deadline after it, printed or by an extension. Possible: the
    unit's own forecast lies after it, the task is overdue and no earlier day is forecast, the unit
    says 难以按期, or it is suspended. Standing work goes on by its nature and is not carried over.
    """
    found = ((task, tuple(_reasons(task, closes, day))) for task in tasks)
    return tuple(
        Carried(task, not _CERTAIN.isdisjoint(reasons), reasons) for task, reasons in found if reasons
    )


def _reasons(task: Judgement, closes: date, day: date) -> Iterator[Carry]:
    if task.state in (State.DONE, State.CANCELLED, State.STANDING):
        return
    if day > closes:
        yield Carry.OPEN
    if task.due is not None and task.due > closes:
        printed = task.due_original is not None and task.due_original > closes
        yield Carry.PLANNED if printed else Carry.EXTENDED
    if task.state is State.SUSPENDED:
        yield Carry.SUSPENDED
        return
    forecast = _forecast(task)
    if forecast is not None and forecast > closes:
        yield Carry.FORECAST
    prospect = prospect_of(task)
    if prospect is Prospect.OVERDUE and (forecast is None or forecast < day):
        yield Carry.OVERDUE
    if prospect is Prospect.UNLIKELY:
        yield Carry.UNLIKELY


def _forecast(task: Judgement) -> date | None:
    """The day its unit expects to be done on, by the return in force; of parts still open, the last."""
    if task.parts:
        days = (_forecast(part) for part in task.parts if part.state not in _SETTLED)
        return max((day for day in days if day is not None), default=None)
    return task.last.entry.forecast if task.last else None
