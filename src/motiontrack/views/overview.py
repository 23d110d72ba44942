"""What stands beside the tasks in the status: roll-ups, prospects, what waits for an answer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from motiontrack.lean import lean

__all__ = [
    "AccountView",
    "CarriedView",
    "FeedbackView",
    "FindingsView",
    "InstructionView",
    "ProspectsView",
    "RequestView",
]


@lean
class AccountView:
    """The tasks counted under one heading; ``id`` null: those that have none.

    ``done_share`` is done ÷ (tasks − cancelled) in percent, plainly rounded to one decimal and never
    up to 100. ``laggards`` are overdue or at risk, the worst first. ``also``: tasks that belong here
    too and are counted under another heading.
    """

    id: str | None
    name: str | None
    tasks: int
    unjudged: int
    by_light: Mapping[str, int]
    by_state: Mapping[str, int]
    by_attention: Mapping[str, int]
    done_share: Decimal | None
    laggards: tuple[str, ...]
    also: tuple[str, ...]


@lean
class CarriedView:
    """A task that goes into the next year for certain, or may, and why."""

    id: str
    certain: bool
    reasons: tuple[str, ...]


@lean
class ProspectsView:
    """Each task's prospect by its unit's word, ``tasks`` by prospect; what is left for the next year.

    ``stages`` and ``stages_reached`` count the stages that were due by the day.
    """

    tasks: Mapping[str, tuple[str, ...]]
    stages: int
    stages_reached: int
    carried: tuple[CarriedView, ...]


@lean
class RequestView:
    """A matter that a unit asks to have coordinated (需协调事项)."""

    item: str
    unit: str | None
    month: str
    received: date
    text: str
    file: str
    line: int


@lean
class InstructionView:
    """An instruction (批示) on work that is still open."""

    item: str
    on: date
    by: str | None
    text: str | None
    due: date | None
    document: str | None
    file: str
    line: int


@lean
class FindingsView:
    """What inspections found (问题): the four add up to ``raised``."""

    raised: int
    mended: int
    mended_late: int
    open: int
    overdue: int
    still_open: tuple[str, ...]


@lean
class FeedbackView:
    """What the deputies answered; ``by_verdict`` counts the last word of each and adds up to ``deputies``.

    ``changed`` came to another verdict; ``unanswered`` are not satisfied and were not answered yet.
    """

    answers: int
    deputies: int
    by_verdict: Mapping[str, int]
    changed: int
    unanswered: tuple[str, ...]
