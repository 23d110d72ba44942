"""The status of a plan as templates, JSON and the terminal see it: ``motiontrack/status/1`` (DESIGN §5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from decimal import Decimal

from motiontrack.assess.accounts import StepState, When
from motiontrack.assess.causes import INFORMATION, Attention, Code
from motiontrack.assess.pace import Basis
from motiontrack.assess.state import State, Timeliness
from motiontrack.lean import lean
from motiontrack.views.overview import (
    AccountView,
    FeedbackView,
    FindingsView,
    InstructionView,
    ProspectsView,
    RequestView,
)

__all__ = [
    "SCHEMA",
    "SILENCE",
    "CauseView",
    "ComparedView",
    "FilterView",
    "GapView",
    "LightView",
    "MonthView",
    "PhaseView",
    "PlanView",
    "ProfileView",
    "ProjectionView",
    "ReturnCounts",
    "ReturnView",
    "StatusView",
    "StepView",
    "TaskView",
    "TotalsView",
    "UnitView",
    "UnjudgedView",
    "only_unreported",
]

SCHEMA = "motiontrack/status/1"

#: Shown to people, left out of the JSON, whose keys DESIGN §5 fixes.
_HUMAN = {"human": True}


@lean
class PlanView:
    """The document."""

    title: str
    document: str | None
    issued: date
    year: int
    illustrative: bool
    closes: date = field(metadata=_HUMAN)
    motion: str | None = field(metadata=_HUMAN)
    motion_number: str | None = field(metadata=_HUMAN)
    motion_name: str | None = field(metadata=_HUMAN)
    lead: str | None = field(metadata=_HUMAN)
    supervisor: str | None = field(metadata=_HUMAN)
    labels: Mapping[str, str] = field(metadata=_HUMAN)
    shares: str = field(metadata=_HUMAN)


@lean
class LightView:
    """One light of the profile, or the tile of suspended or cancelled work."""

    id: str
    word: str
    shape: str
    colour: str
    rank: int


@lean
class ProfileView:
    """The rules of the lights. ``words`` gives every light and mark its word."""

    id: str
    title: str
    source: str = field(metadata=_HUMAN)
    lights: tuple[LightView, ...] = field(metadata=_HUMAN)
    words: Mapping[str, str] = field(metadata=_HUMAN)


@lean
class FilterView:
    """What was asked for; all ``None`` shows everything."""

    unit: str | None = None
    person: str | None = None
    phase: str | None = None
    goal: str | None = None
    light: str | None = None

    @property
    def narrows(self) -> bool:
        """True if anything was asked for, so that not everything is shown."""
        return any((self.unit, self.person, self.phase, self.goal, self.light))


@lean
class TotalsView:
    """Counts of what the filter shows; each of the three adds up to ``tasks`` less ``unjudged``."""

    tasks: int
    by_light: Mapping[str, int]
    by_state: Mapping[str, int]
    by_attention: Mapping[str, int]
    unjudged: int
    done_share: Decimal | None = field(metadata=_HUMAN)


@lean
class CauseView:
    """One reason, with its figures, its sentence and the place of its fact."""

    code: Code
    figures: Mapping[str, str | int | Decimal | None]
    text: str
    file: str | None
    line: int | None
    item: str = field(metadata=_HUMAN)


@lean
class GapView:
    """Expected less reported: in points, and as a share of what was expected."""

    points: Decimal
    ratio: Decimal | None


@lean
class ReturnView:
    """The return in force: its month, the day it came, the day its figures hold."""

    month: str
    received: date
    as_of: date


@lean
class MonthView:
    """The light at one month's end as it stood; ``regraded``: another beside it, once it was made up."""

    month: str
    light: str | None
    regraded: str | None


@lean
class ProjectionView:
    """When the task will be done if it goes on as it has; ``returns`` is how many percents it rests on."""

    finish: date
    earliest: date
    latest: date
    returns: int
    by_stages: bool


@lean
class ComparedView:
    """A figure beside what was expected of it on its day, in percent.

    ``target`` names what it is a share of, where the task has more than that one figure.
    """

    target: str | None
    progress: Decimal
    expected: Decimal | None
    day: date


@lean
class TaskView:
    """One task. ``progress``, ``expected`` and ``gap`` are in percent and points.

    They are those of the first of ``compared``: every figure that was reported, the widest gap first.
    ``claimed`` and ``counted`` stand beside ``progress`` where what the unit says and what its figures
    say disagree: the percentage reported, and the lowest share of a target. Of a task with parts
    ``done_assumed``: nobody reported ``done_on``, it is the day of the closing.
    ``apart`` are the parts of which that holds. ``figure_day`` is the day ``progress`` holds: earlier
    than the last return's where that one gave no figure.
    """

    id: str
    goal: str | None
    text: str
    lead: tuple[str, ...]
    does: tuple[str, ...]
    support: tuple[str, ...]
    person: str | None
    person_now: str | None
    due: date | None
    due_original: date | None
    due_rolled_from: date | None
    due_words: str | None
    due_assumed: bool
    phase: str | None
    state: State
    timeliness: Timeliness | None
    done_on: date | None
    done_assumed: bool
    verified: bool | None
    light: str | None
    marks: tuple[str, ...]
    attention: Attention
    progress: Decimal | None
    expected: Decimal | None
    expected_basis: Basis | None
    gap: GapView | None
    causes: tuple[CauseView, ...]
    last_return: ReturnView | None
    trend: tuple[MonthView, ...]
    projection: ProjectionView | None
    tile: str = field(metadata=_HUMAN)
    work: str | None = field(metadata=_HUMAN)
    problems: str | None = field(metadata=_HUMAN)
    next: str | None = field(metadata=_HUMAN)
    claimed: Decimal | None = field(metadata=_HUMAN)
    counted: Decimal | None = field(metadata=_HUMAN)
    figure_day: date | None = field(metadata=_HUMAN)
    apart: tuple[str, ...] = field(metadata=_HUMAN)
    compared: tuple[ComparedView, ...] = field(metadata=_HUMAN)

    @property
    def days_over(self) -> int:
        """How many days it is overdue, by the part that is longest; 0 if none is."""
        days = (each.figures.get("days") for each in self.causes if each.code is Code.OVERDUE)
        return max((int(str(each)) for each in days), default=0)

    @property
    def claim_shown(self) -> Decimal | None:
        """``claimed``, unless it is among ``compared``."""
        return self.claimed if all(each.progress != self.claimed for each in self.compared) else None

    @property
    def count_shown(self) -> Decimal | None:
        """``counted``, where it says more than ``compared`` and ``claim_shown``."""
        told = {round(each.progress, 1) for each in self.compared}
        return None if self.claim_shown is not None or self.counted in told else self.counted


@lean
class StepView:
    """One step of a phase."""

    id: str
    phase: str
    text: str
    due: date | None
    due_assumed: bool
    state: StepState
    done_on: date | None


@lean
class PhaseView:
    """A phase's account; ``id`` is ``None`` for 其后, what is due after the last phase."""

    id: str | None
    name: str
    first: date | None = field(metadata={"key": "from"})
    last: date | None = field(metadata={"key": "to"})
    when: When | None
    tasks: tuple[str, ...]
    by_light: Mapping[str, int]
    by_state: Mapping[str, int]
    not_done: tuple[str, ...]
    behind: tuple[str, ...]


@lean
class ReturnCounts:
    """Returns owed up to the day, and how they came: they add up to ``owed``."""

    owed: int
    on_time: int
    late: int
    missing: int


@lean
class UnitView:
    """A unit's account: the tasks it convenes."""

    id: str
    tasks: int
    by_light: Mapping[str, int]
    returns: ReturnCounts


@lean
class UnjudgedView:
    """A row with errors: counted, never judged."""

    id: str | None
    file: str
    line: int


@lean
class StatusView:
    """The whole answer."""

    schema: str
    as_of: date
    plan: PlanView
    profile: ProfileView
    filter: FilterView
    totals: TotalsView
    tasks: tuple[TaskView, ...]
    steps: tuple[StepView, ...]
    phases: tuple[PhaseView, ...]
    units: tuple[UnitView, ...]
    rollups: Mapping[str, tuple[AccountView, ...]]
    prospects: ProspectsView
    requests: tuple[RequestView, ...]
    instructions: tuple[InstructionView, ...]
    findings: FindingsView
    feedback: FeedbackView
    unjudged: tuple[UnjudgedView, ...]


def only_unreported(task: TaskView) -> bool:
    """True for a task that is listed only because nothing was reported of it."""
    return all(cause.code in SILENCE or cause.code in INFORMATION for cause in task.causes)


#: ``phase-short`` of a task that is unreported and not known to be behind says no more than that.
SILENCE = (Code.UNREPORTED, Code.PHASE_SHORT)
