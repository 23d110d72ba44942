"""The words of judgement: what light profiles ask for (DESIGN §4), and what a command line asks by.

They stand below everything that judges, so that a command can name them at no cost.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Attention", "By", "Code", "Per", "Reason", "State"]


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


class By(StrEnum):
    """What tasks can be grouped by."""

    GOAL = "goal"
    AIM = "aim"
    OBJECTIVE = "objective"
    UNIT = "unit"
    PERSON = "person"
    OVERSEER = "overseer"
    PHASE = "phase"


class Reason(StrEnum):
    """What a slip can be for, the gravest first."""

    OVERDUE = "overdue"
    BEHIND = "behind"
    UNREPORTED = "unreported"
    DUE_SOON = "due-soon"


class Per(StrEnum):
    """What one slip is about: one task, or all that one unit is to be pressed for in one way."""

    TASK = "task"
    UNIT = "unit"
