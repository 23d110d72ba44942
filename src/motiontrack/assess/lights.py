"""Lights and marks from a profile: an ordered list of conditions on causes (DESIGN §4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum

from motiontrack.assess.causes import Attention, Cause, Code
from motiontrack.assess.pace import Basis
from motiontrack.assess.state import State
from motiontrack.lean import lean
from motiontrack.model.decode import decode
from motiontrack.model.profile import Condition, Profile
from motiontrack.source.reader import read_values
from motiontrack.source.text import decode as decode_text

__all__ = [
    "DEFAULT_PROFILE",
    "Shown",
    "Term",
    "Try",
    "light_of",
    "load_profile",
    "marks_of",
    "tries_of",
    "worst",
]

DEFAULT_PROFILE = "default"


@lean
class Shown:
    """What a condition can ask of an item."""

    state: State
    attention: Attention
    causes: tuple[Cause, ...]
    returned: bool


class ProfileFaultyError(Exception):
    """A profile's file that is not a profile; the packaged ones are held by tests."""


def load_profile(name: str, read: Callable[[str], bytes]) -> Profile:
    """The profile ``name``; ``read`` gives the bytes of a profile's file by its name."""
    path = f"{name}.yaml"
    source, faults = decode_text(path, read(path))
    value, more = read_values(source) if source else (None, ())
    profile, last = decode(Profile, value, source) if source and value else (None, ())
    if not isinstance(profile, Profile) or faults or more or last:
        raise ProfileFaultyError(path, *faults, *more, *last)
    return profile


def light_of(profile: Profile, shown: Shown) -> str | None:
    """The id of the light of the first condition that holds; ``None`` while suspended or cancelled."""
    if shown.state in (State.SUSPENDED, State.CANCELLED):
        return None
    return next((each.light for each in profile.conditions if not failing(each, shown)), None)


class Term(StrEnum):
    """What a condition can demand: the names of its fields."""

    STATE = "state"
    ATTENTION = "attention"
    NEVER_RETURNED = "never_returned"
    CAUSE = "cause"


def failing(condition: Condition, shown: Shown) -> Term | None:
    """The first demand of ``condition`` that ``shown`` does not meet; ``None`` if it holds."""
    if condition.state and shown.state.value not in condition.state:
        return Term.STATE
    if condition.attention and shown.attention.value not in condition.attention:
        return Term.ATTENTION
    if condition.never_returned and shown.returned:
        return Term.NEVER_RETURNED
    if condition.cause and not any(_meets(condition, cause) for cause in shown.causes):
        return Term.CAUSE
    return None


@lean
class Try:
    """One condition put to an item. ``failed`` is the demand that was not met, ``None`` where it held.

    ``met`` are the causes that meet the condition; ``near`` those it names that fall short of its
    basis or its points.
    """

    place: int
    condition: Condition
    failed: Term | None
    met: tuple[Cause, ...]
    near: tuple[Cause, ...]


def tries_of(profile: Profile, shown: Shown) -> Iterator[Try]:
    """Every condition up to the first that holds, which gives the light; none for work that shows none."""
    if shown.state in (State.SUSPENDED, State.CANCELLED):
        return
    for place, condition in enumerate(profile.conditions):
        named = [cause for cause in shown.causes if cause.code.value in condition.cause]
        met = tuple(cause for cause in named if _meets(condition, cause))
        near = tuple(cause for cause in named if not _meets(condition, cause))
        failed = failing(condition, shown)
        yield Try(place, condition, failed, met, near)
        if failed is None:
            return


def _meets(condition: Condition, cause: Cause) -> bool:
    if cause.code.value not in condition.cause:
        return False
    basis = cause.figure("basis")
    if condition.basis and (not isinstance(basis, str) or Basis(basis).family != condition.basis):
        return False
    points = cause.figure("points")
    if condition.points_over is None:
        return True
    return points is not None and not isinstance(points, str) and points > condition.points_over


def marks_of(profile: Profile, causes: tuple[Cause, ...]) -> tuple[str, ...]:
    """The ids of the marks beside the light, in the profile's order."""
    codes = {cause.code.value for cause in causes}
    return tuple(mark.id for mark in profile.marks if mark.cause in codes)


def worst(profile: Profile, lights: tuple[str | None, ...]) -> str | None:
    """The light of greatest rank; ``None`` if none is lit."""
    ranks = _ranks(profile)
    lit = [light for light in lights if light is not None]
    return max(lit, key=lambda light: ranks[light], default=None)


def _ranks(profile: Profile) -> Mapping[str, int]:
    return {light.id: int(light.rank) for light in profile.lights}


def streak_cause(profile: Profile, item: str, before: tuple[str | None, ...]) -> Cause | None:
    """``yellow-streak`` if the closed month-ends just before all showed one of the streak's lights.

    ``before`` are the lights at closed month-ends, oldest first, worked out without this rule.
    """
    streak = profile.streak
    if streak is None:
        return None
    months = int(streak.months)
    running = before[-months:]
    if len(running) < months or any(light not in streak.light for light in running):
        return None
    return Cause(Code.YELLOW_STREAK, item, (("months", months),), None)
