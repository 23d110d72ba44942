"""The words of judgement that light profiles ask for: states, causes, attention (DESIGN §4)."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Attention", "Code", "State"]


class State(StrEnum):
    """The states of an item."""

    UNKNOWN = "unknown"
    NOT_STARTED = "not-started"
    IN_PROGRESS = "in-progress"
    DONE = "done"
    STANDING = "standing"
    SUSPENDED = "suspended"
    CANCELLED = "cancelled"

    @property
    def is_open(self) -> bool:
        """Whether anything is still to be reported of it."""
        return self not in (State.DONE, State.SUSPENDED, State.CANCELLED)


class Code(StrEnum):
    """Every cause."""

    OVERDUE = "overdue"
    BEHIND = "behind"
    STAGE_MISSED = "stage-missed"
    START_MISSED = "start-missed"
    PROBLEM_DECLARED = "problem-declared"
    TARGET_SHORT = "target-short"
    YELLOW_STREAK = "yellow-streak"
    FORECAST_LATE = "forecast-late"
    FINDING_OVERDUE = "finding-overdue"
    PHASE_SHORT = "phase-short"
    UNREPORTED = "unreported"
    DUE_SOON = "due-soon"
    STALE = "stale"
    REGRESSED = "regressed"
    DEADLINE_ASSUMED = "deadline-assumed"
    EXTENDED = "extended"
    UNVERIFIED = "unverified"
    SENT_BACK = "sent-back"


class Attention(StrEnum):
    """How much an item needs looking at; the first that applies."""

    OVERDUE = "overdue"
    AT_RISK = "at-risk"
    UNREPORTED = "unreported"
    NONE = "none"

    @property
    def weight(self) -> int:
        """The greater, the worse."""
        return {Attention.OVERDUE: 3, Attention.AT_RISK: 2, Attention.UNREPORTED: 1}.get(self, 0)
