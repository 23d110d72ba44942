"""What tasks can be grouped by; apart from the grouping, so that a command line can name it at no cost."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["By"]


class By(StrEnum):
    """What tasks can be grouped by."""

    GOAL = "goal"
    AIM = "aim"
    OBJECTIVE = "objective"
    UNIT = "unit"
    PERSON = "person"
    OVERSEER = "overseer"
    PHASE = "phase"
