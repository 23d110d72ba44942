"""Lights and marks from a profile: an ordered list of conditions on causes (DESIGN §4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from motiontrack.assess.causes import Attention, Cause, Code, Figure, attention_of
from motiontrack.assess.limits import is_short
from motiontrack.assess.pace import Basis
from motiontrack.assess.state import State
from motiontrack.lean import lean
from motiontrack.model.decode import decode
from motiontrack.model.profile import Condition, Profile
from motiontrack.source.reader import read_values
from motiontrack.source.text import decode as decode_text

__all__ = ["Shown", "light_of", "load_profile", "marks_of", "worst"]


@lean
class Shown:
    """What a condition can ask of an item.

    ``verified``: closed after a check; ``excused``: a justified reason (正当理由) is accepted on the day.
    """

    state: State
    attention: Attention
    causes: tuple[Cause, ...]
    returned: bool
    verified: bool = False
    excused: bool = False

    def because_of(self, cause: Cause) -> Shown:
        """The same item with ``cause`` alone: whether a condition holds by it."""
        return replace(self, causes=(cause,), attention=attention_of((cause,)))


class ProfileFaultyError(Exception):
    """A profile's file that is not a profile; the packaged ones are held by tests."""


def load_profile(name: str, data: bytes) -> Profile:
    """The shipped profile ``name`` from the bytes of its file; an office's own are in the Book."""
    path = f"{name}.yaml"
    source, faults = decode_text(path, data)
    value, more = read_values(source) if source else (None, ())
    profile, last = decode(Profile, value, source) if source and value else (None, ())
    if not isinstance(profile, Profile) or faults or more or last:
        raise ProfileFaultyError(path, *faults, *more, *last)
    return profile


def light_of(profile: Profile, shown: Shown) -> str | None:
    """The id of the light of the first condition that holds; ``None`` while suspended or cancelled."""
    if shown.state in (State.SUSPENDED, State.CANCELLED):
        return None
    return next((each.light for each in profile.conditions if _holds(each, shown)), None)


def _holds(condition: Condition, shown: Shown) -> bool:
    if condition.state and shown.state not in condition.state:
        return False
    if condition.verified is not None and condition.verified is not shown.verified:
        return False
    if condition.attention and shown.attention not in condition.attention:
        return False
    if condition.never_returned and shown.returned:
        return False
    if condition.unless_excused and shown.excused:
        return False
    if not condition.cause:
        return not condition.bounds  # what is asked of a cause holds of none (MT159)
    return any(_meets(condition, cause) for cause in shown.causes)


def _meets(condition: Condition, cause: Cause) -> bool:
    """True if ``cause`` is one that is asked for, and all that is asked of it holds."""
    if cause.code not in condition.cause:
        return False
    figures = dict(cause.figures)
    basis = figures.get("basis")
    if condition.basis and (not isinstance(basis, str) or Basis(basis).family != condition.basis):
        return False
    if condition.said and not any(_says(figures, word) for word in condition.said):
        return False
    if _asks_how_far(condition):
        gap, ratio = _number(figures.get("points")), _number(figures.get("ratio"))
        if not is_short(gap, ratio, condition):
            return False
    days, months = _number(figures.get("days")), _number(figures.get("months"))
    return (
        (condition.days_left is None or (days is not None and days <= condition.days_left))
        and (condition.days_over is None or (days is not None and days > condition.days_over))
        and (condition.months_from is None or (months is not None and months >= condition.months_from))
    )


def _asks_how_far(condition: Condition) -> bool:
    bounds = (condition.points_from, condition.points_over, condition.ratio_from, condition.ratio_over)
    return any(bound is not None for bound in bounds)


def _says(figures: Mapping[str, Figure], word: str) -> bool:
    """True if the unit's own word is ``word``; ``coordinate`` is anything it asks to be coordinated."""
    if word == "coordinate":
        return bool(figures.get("coordinate"))
    return word in (figures.get("pace"), figures.get("outlook"))


def _number(figure: Figure) -> Fraction | None:
    return None if figure is None or isinstance(figure, str) else Fraction(figure)


def marks_of(profile: Profile, causes: tuple[Cause, ...]) -> tuple[str, ...]:
    """The ids of the marks beside the light, in the profile's order."""
    codes = {cause.code for cause in causes}
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
