"""One item, unit, person, phase, finding or goal with its whole story: ``motiontrack/show/1`` (DESIGN §5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from motiontrack.assess.causes import Attention, Code
from motiontrack.assess.matters import FindingState
from motiontrack.assess.pace import Basis
from motiontrack.assess.state import State
from motiontrack.lean import lean
from motiontrack.model.resolve import Kind as ItemKind
from motiontrack.views.status import (
    MonthView,
    PhaseView,
    PlanView,
    ProfileView,
    ReturnCounts,
    StepView,
    TaskView,
)

__all__ = [
    "SCHEMA",
    "ComingView",
    "ConsideredView",
    "DueView",
    "EventView",
    "ExtensionView",
    "FindingView",
    "GoalKind",
    "GoalView",
    "HeldView",
    "ItemView",
    "LinkView",
    "MonthReturnsView",
    "NoteView",
    "OwedView",
    "PaceView",
    "PersonView",
    "PhaseStoryView",
    "PlaceView",
    "PostView",
    "RowView",
    "ShowView",
    "ShownKind",
    "StageView",
    "StreakView",
    "TargetView",
    "TryView",
    "UnitStoryView",
    "WalkView",
    "What",
]

SCHEMA = "motiontrack/show/1"
#: Shown to people, left out of the JSON.
_HUMAN = {"human": True}


class ShownKind(StrEnum):
    """What can be shown."""

    ITEM = "item"
    UNIT = "unit"
    PERSON = "person"
    PHASE = "phase"
    FINDING = "finding"
    GOAL = "goal"


class What(StrEnum):
    """What can happen in the story of an item."""

    ISSUED = "issued"
    SCHEDULE = "schedule"
    RETURN = "return"
    ASKED = "asked"
    DECISION = "decision"
    FOUND = "found"
    MENDED = "mended"
    SLIP = "slip"
    ANSWERED = "answered"
    TURNED = "turned"


class GoalKind(StrEnum):
    """What a goal is in the document."""

    AIM = "aim"
    OBJECTIVE = "objective"
    GOAL = "goal"


@lean
class PlaceView:
    """Where a fact stands."""

    file: str
    line: int


@lean
class LinkView:
    """Something named elsewhere, with its words."""

    id: str
    text: str


@lean
class NoteView:
    """One field of a record: its key, its name in the reader's language, what stands in it."""

    key: str
    label: str
    text: str


@lean
class ExtensionView:
    """One extension of the deadline, in force."""

    on: date
    before: date | None
    due: date
    approver: str | None
    document: str | None
    place: PlaceView


@lean
class DueView:
    """The deadline: the words, the rule that read them, the day they give, and every extension."""

    words: str | None
    rule: str
    said: str
    original: date
    effective: date
    assumed: bool
    extensions: tuple[ExtensionView, ...]
    place: PlaceView


@lean
class EventView:
    """One thing that happened. ``day`` is when it counted, ``None`` if no day was written.

    ``item`` is the part or stage it is of, where it is not the item itself. ``in_force``: for a
    return or an implementation plan, whether it counts on the day shown; ``None`` for what cannot
    be superseded. ``light`` and ``attention`` are what the item turned to.
    """

    day: date | None
    what: What
    item: str | None
    said: str
    notes: tuple[NoteView, ...]
    in_force: bool | None
    light: str | None
    attention: Attention | None
    place: PlaceView | None
    tile: str | None = field(metadata=_HUMAN)


@lean
class OwedView:
    """One return that was owed, by whom, and how it came; ``late`` counts days, 0 in time."""

    item: str
    month: str
    due: date
    unit: str | None
    received: date | None
    late: int | None


@lean
class StageView:
    """One stage that holds on the day; ``past`` on the day the figures hold."""

    id: str
    text: str
    due: date | None
    percent: Decimal | None
    past: bool
    reached: bool
    place: PlaceView


@lean
class TargetView:
    """One target, and the figure last reported of it; ``met`` is ``None`` where nothing can be said."""

    item: str
    id: str
    words: str
    wanted: str | None
    value: Decimal | None
    as_of: date | None
    met: bool | None
    measure: str = field(metadata=_HUMAN)


@lean
class PaceView:
    """One comparison of what is expected with what was reported, and how it was worked out."""

    basis: Basis
    target: str | None
    day: date
    expected: Decimal | None
    progress: Decimal | None
    points: Decimal | None
    ratio: Decimal | None
    working: tuple[str, ...]
    judged: bool


@lean
class HeldView:
    """A cause that holds: its figures, its rule and where the rule comes from."""

    code: Code
    name: str
    item: str
    figures: Mapping[str, str | int | Decimal | None]
    said: str
    rule: str
    source: str
    place: PlaceView | None


@lean
class ConsideredView:
    """A cause that was looked for and does not hold, with the figure that decided."""

    code: Code
    name: str
    why: str
    figures: Mapping[str, str | int | Decimal | None]
    said: str


@lean
class StreakView:
    """The rule of months running: the lights it looks at, worked out without it."""

    months: int
    lights: tuple[str, ...]
    before: tuple[MonthView, ...]
    holds: bool
    said: str


@lean
class TryView:
    """One condition of the profile, put to the item. ``failed`` names the demand that was not met."""

    number: int
    light: str
    rule: str
    source: str
    holds: bool
    failed: str | None
    said: str


@lean
class BesideView:
    """A target whose figure does not fit the percentage claimed for the same day, ``points`` apart."""

    item: str
    target: str
    claimed: Decimal
    value: Decimal
    whole: Decimal
    share: Decimal
    points: Decimal


@lean
class WalkView:
    """From the facts to the light, step by step; ``light`` is ``None`` for what shows none.

    ``claimed`` is the percentage the unit reported of the whole, ``beside`` the targets whose figures say
    something else; ``stages_due`` are those past on the
    day the figures hold.
    """

    state: State
    state_said: str
    paces: tuple[PaceView, ...]
    claimed: Decimal | None
    claimed_on: date | None
    beside: tuple[BesideView, ...]
    stages_due: int
    stages_reached: int
    held: tuple[HeldView, ...]
    considered: tuple[ConsideredView, ...]
    not_asked: tuple[Code, ...]
    streak: StreakView | None
    attention: Attention
    parts: tuple[LinkView, ...]
    tries: tuple[TryView, ...]
    marks: tuple[str, ...]
    light: str | None
    said: str
    tile: str = field(metadata=_HUMAN)


@lean
class RowView:
    """One task, part or step in a list; ``roles`` says why it is listed. Unjudged: no state."""

    id: str
    text: str
    roles: tuple[str, ...]
    unit: str | None
    person: str | None
    due: date | None
    state: str | None
    light: str | None
    said: str | None
    tile: str | None = field(metadata=_HUMAN)


@lean
class ItemView:
    """A task, part, stage or step. ``notes`` are the other fields that its record holds."""

    id: str
    kind: ItemKind
    belongs_to: str | None
    text: str
    goal: str | None
    serves: tuple[LinkView, ...]
    lead: tuple[str, ...]
    lead_now: tuple[str, ...]
    does: tuple[str, ...]
    support: tuple[str, ...]
    person: tuple[str, ...]
    person_now: tuple[str, ...]
    overseer: tuple[str, ...]
    department: str | None
    clerk: str | None
    report: str
    phase: LinkView | None
    notes: tuple[NoteView, ...]
    due: DueView | None
    standing: bool
    task: TaskView | None
    step: StepView | None
    unjudged: PlaceView | None
    parts: tuple[RowView, ...]
    stages: tuple[StageView, ...]
    targets: tuple[TargetView, ...]
    story: tuple[EventView, ...]
    returns: tuple[OwedView, ...]
    walk: WalkView | None
    months: tuple[MonthView, ...]
    place: PlaceView


@lean
class PostView:
    """Somebody in a post of a unit; ``now``: on the day shown."""

    unit: str
    name: str
    post: str | None
    first: date | None = field(metadata={"key": "from"})
    last: date | None = field(metadata={"key": "to"})
    phone: str | None
    now: bool
    place: PlaceView


@lean
class MonthReturnsView:
    """The returns that a unit owed for one month."""

    month: str
    returns: ReturnCounts


@lean
class ComingView:
    """One day ahead and what falls due on it."""

    day: date
    said: tuple[str, ...]


@lean
class UnitStoryView:
    """A unit: its people, its tasks, its returns, what was found, what comes next, whom to ask."""

    id: str
    aliases: tuple[str, ...]
    kind: str | None
    people: tuple[PostView, ...]
    tasks: tuple[RowView, ...]
    returns: ReturnCounts
    months: tuple[MonthReturnsView, ...]
    findings: tuple[FindingView, ...]
    coming: tuple[ComingView, ...]
    ask: tuple[PostView, ...]
    place: PlaceView


@lean
class PersonView:
    """A person: the posts, and the tasks answered for."""

    name: str
    posts: tuple[PostView, ...]
    tasks: tuple[RowView, ...]


@lean
class PhaseStoryView:
    """A phase: its account, its steps, its tasks, and what must be ready the day it opens."""

    account: PhaseView
    steps: tuple[RowView, ...]
    tasks: tuple[RowView, ...]
    not_done: tuple[RowView, ...]
    behind: tuple[RowView, ...]
    place: PlaceView


@lean
class FindingView:
    """What an inspection found, and what became of it; ``days`` are those since its time limit."""

    id: str
    text: str
    by: str | None
    occasion: str | None
    raised_on: date
    unit: str | None
    due_words: str | None
    due: date | None
    state: FindingState
    days: int | None
    resolved_on: date | None
    resolution: str | None
    tasks: tuple[RowView, ...]
    place: PlaceView


@lean
class GoalView:
    """An aim, an objective or a goal of the annex: its targets, and the tasks that serve it."""

    id: str | None
    kind: GoalKind
    text: str
    until: str | None
    targets: tuple[TargetView, ...]
    tasks: tuple[RowView, ...]
    place: PlaceView | None


@lean
class ShowView:
    """The whole answer: one of the six, the others null. ``later`` counts the facts known only afterwards."""

    schema: str
    as_of: date
    kind: ShownKind
    plan: PlanView
    profile: ProfileView
    later: int
    item: ItemView | None
    unit: UnitStoryView | None
    person: PersonView | None
    phase: PhaseStoryView | None
    finding: FindingView | None
    goal: GoalView | None
