"""Lights and marks from a profile: an ordered list of conditions on causes (DESIGN §4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from fractions import Fraction

from motiontrack.assess.causes import Attention, Cause, Code, Figure, attention_of
from motiontrack.assess.limits import missed
from motiontrack.assess.pace import Basis
from motiontrack.assess.state import State
from motiontrack.lean import lean
from motiontrack.model.decode import decode
from motiontrack.model.profile import Condition, Profile
from motiontrack.source.reading import read_source
from motiontrack.source.text import decode as decode_text
from motiontrack.source.values import Reading

__all__ = ["Shown", "Term", "Try", "light_of", "load_profile", "marks_of", "regraded", "tries_of", "worst"]


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
    read = read_source(source) if source else Reading(None, ())
    profile, last = decode(Profile, read.value, source) if source and read.value else (None, ())
    if not isinstance(profile, Profile) or faults or read.faults or last:
        raise ProfileFaultyError(path, *faults, *read.faults, *last)
    return profile


def light_of(profile: Profile, shown: Shown) -> str | None:
    """The id of the light of the first condition that holds; ``None`` while suspended or cancelled."""
    if shown.state in (State.SUSPENDED, State.CANCELLED):
        return None
    return next((each.light for each in profile.conditions if not failing(each, shown)), None)


class Term(StrEnum):
    """What a condition can demand, by the names of its fields: of the item, then of one of its causes."""

    STATE = "state"
    VERIFIED = "verified"
    ATTENTION = "attention"
    NEVER_RETURNED = "never_returned"
    CAUSE = "cause"
    UNLESS_EXCUSED = "unless_excused"

    BASIS = "basis"
    SAID = "said"
    POINTS_FROM = "points_from"
    POINTS_OVER = "points_over"
    RATIO_FROM = "ratio_from"
    RATIO_OVER = "ratio_over"
    DAYS_LEFT = "days_left"
    DAYS_OVER = "days_over"
    MONTHS_FROM = "months_from"


def failing(condition: Condition, shown: Shown) -> Term | None:
    """The first demand of ``condition`` that ``shown`` does not meet; ``None`` if it holds.

    Whether it is excused comes last: a reason excuses only what would hold without it.
    """
    if condition.state and shown.state not in condition.state:
        return Term.STATE
    if condition.verified is not None and condition.verified is not shown.verified:
        return Term.VERIFIED
    if condition.attention and shown.attention not in condition.attention:
        return Term.ATTENTION
    if condition.never_returned and shown.returned:
        return Term.NEVER_RETURNED
    if condition.cause:
        if not any(_meets(condition, cause) for cause in shown.causes):
            return Term.CAUSE
    elif condition.bounds:  # what is asked of a cause holds of none (MT159)
        return Term.CAUSE
    return Term.UNLESS_EXCUSED if condition.unless_excused and shown.excused else None


def _meets(condition: Condition, cause: Cause) -> bool:
    """True if ``cause`` is one that is asked for, and all that is asked of it holds."""
    return cause.code in condition.cause and lacking(condition, cause) is None


def lacking(condition: Condition, cause: Cause) -> Term | None:
    """The first demand on a cause that ``cause`` does not meet; ``None`` if it meets all."""
    figures = dict(cause.figures)
    basis = figures.get("basis")
    if condition.basis and (not isinstance(basis, str) or Basis(basis).family != condition.basis):
        return Term.BASIS
    if condition.said and not any(_says(figures, word) for word in condition.said):
        return Term.SAID
    bound = missed(_number(figures.get("points")), _number(figures.get("ratio")), condition)
    if bound is not None:
        return Term(bound)
    days, months = _number(figures.get("days")), _number(figures.get("months"))
    if condition.days_left is not None and (days is None or days > condition.days_left):
        return Term.DAYS_LEFT
    if condition.days_over is not None and (days is None or days <= condition.days_over):
        return Term.DAYS_OVER
    if condition.months_from is not None and (months is None or months < condition.months_from):
        return Term.MONTHS_FROM
    return None


@lean
class Try:
    """One condition put to an item. ``failed`` is the demand that was not met, ``None`` where it held.

    ``met`` are the causes that meet the condition; ``near`` those it names that lack what else it
    demands of them, each with the first demand.
    """

    place: int
    condition: Condition
    failed: Term | None
    met: tuple[Cause, ...]
    near: tuple[tuple[Cause, Term], ...]


def tries_of(profile: Profile, shown: Shown) -> Iterator[Try]:
    """Every condition up to the first that holds, which gives the light; none for work that shows none."""
    if shown.state in (State.SUSPENDED, State.CANCELLED):
        return
    for place, condition in enumerate(profile.conditions):
        named = [(each, lacking(condition, each)) for each in shown.causes if each.code in condition.cause]
        met = tuple(cause for cause, lacks in named if lacks is None)
        near = tuple((cause, lacks) for cause, lacks in named if lacks is not None)
        failed = failing(condition, shown)
        yield Try(place, condition, failed, met, near)
        if failed is None:
            return


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


def regraded(profile: Profile, light: str | None, later: tuple[str | None, ...]) -> str | None:
    """The light shown beside ``light`` of a past month, once a later one says that it was made up.

    Made up is what later shows a light that weighs less than the one it is re-graded to. The light
    itself stays as it stood.
    """
    rule = profile.regrade
    if rule is None or light is None or light not in rule.light:
        return None
    ranks = _ranks(profile)
    made_up = any(each is not None and ranks[each] < ranks[rule.to] for each in later)
    return rule.to if made_up else None
