"""The rules of the lights in words, each with its source, and how many tasks each decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import groupby

from motiontrack.assess.causes import AT_RISK, Attention, Code
from motiontrack.language.catalogue import Catalogue
from motiontrack.lean import lean
from motiontrack.model.profile import Condition, Profile, Shortfall
from motiontrack.views.numbers import plain
from motiontrack.views.page_words import Lamp, Speaker

__all__ = [
    "LightRule",
    "MarkRow",
    "RuleRow",
    "cause_said",
    "cause_source",
    "condition_said",
    "condition_source",
    "far_said",
    "light_rules",
    "mark_rows",
    "own_word",
    "rule_rows",
]


@lean
class RuleRow:
    """One condition; ``count`` are the tasks whose light it decided."""

    number: int
    lamp: Lamp
    count: int
    said: str
    source: str


@lean
class MarkRow:
    """One mark beside the light."""

    word: str
    count: int
    said: str


@lean
class LightRule:
    """What makes a task show a light: the conditions of it that stand together, in words."""

    word: str
    said: tuple[str, ...]


def light_rules(profile: Profile, words: Mapping[str, str], speaker: Speaker) -> tuple[LightRule, ...]:
    """The conditions in their order, the first that holds decides; 已办结 for what is done says all."""
    told = []
    for light, conditions in groupby(profile.conditions, key=lambda each: each.light):
        said = (condition_said(each, profile, speaker) for each in conditions)
        if others := tuple(each for each in said if each != words[light]):
            told.append(LightRule(words[light], others))
    return tuple(told)


def rule_rows(
    profile: Profile, lamps: Mapping[str, Lamp], hits: Iterable[int | None], speaker: Speaker
) -> tuple[RuleRow, ...]:
    """The conditions in their order; the first that holds decides."""
    counted = Counter(hits)
    return tuple(
        RuleRow(
            number=place + 1,
            lamp=lamps[condition.light],
            count=counted[place],
            said=condition_said(condition, profile, speaker),
            source=condition_source(condition, speaker),
        )
        for place, condition in enumerate(profile.conditions)
    )


def mark_rows(
    profile: Profile, words: Mapping[str, str], shown: Iterable[str], speaker: Speaker
) -> tuple[MarkRow, ...]:
    """The marks, with what sets them."""
    counted = Counter(shown)
    return tuple(
        MarkRow(words[mark.id], counted[mark.id], cause_said(mark.cause, None, profile, speaker))
        for mark in profile.marks
    )


def condition_source(condition: Condition, speaker: Speaker) -> str:
    """Where the condition comes from, or that it needs no source or lacks one."""
    if condition.source:
        return condition.source
    judged = condition.cause or condition.attention or condition.never_returned
    return speaker.say("rule.source.none" if judged else "rule.source.needless")


def condition_said(condition: Condition, profile: Profile, speaker: Speaker) -> str:
    """All that one line of a profile asks for, in words."""
    said = []
    word = speaker.catalogue.word
    if condition.state:
        said.append(speaker.listed([word(f"state.{state}") for state in condition.state]))
    if condition.verified is not None:
        said.append(speaker.say("rule.verified" if condition.verified else "rule.unverified"))
    if condition.cause:
        said.append(_causes(condition, profile, speaker))
    if condition.attention:
        said.append(speaker.listed([_attention(each, profile, speaker) for each in condition.attention]))
    if condition.never_returned:
        said.append(speaker.say("rule.never"))
    whole = word("pause").join(said) or speaker.say("rule.rest")
    return speaker.say("rule.unless-excused", said=whole) if condition.unless_excused else whole


def _causes(condition: Condition, profile: Profile, speaker: Speaker) -> str:
    named = []
    for code in condition.cause:
        said = cause_said(code, condition, profile, speaker)
        if condition.basis:
            said = speaker.say(f"rule.basis.{condition.basis}", said=said)
        named.append(said)
    return speaker.listed(named)


def cause_said(code: str, condition: Condition | None, profile: Profile, speaker: Speaker) -> str:
    """One cause, with how far, how long or on whose word ``condition`` asks for it, if one does."""
    key = f"rule.cause.{code}"
    match code:
        case Code.BEHIND:
            return far_said("far", condition, profile, speaker)
        case Code.YELLOW_STREAK if profile.streak is not None:
            words = {light.id: _word(light, speaker) for light in profile.lights}
            lights = speaker.listed([words.get(light, light) for light in profile.streak.light])
            return speaker.say(key, months=plain(profile.streak.months), lights=lights)
        case Code.DUE_SOON:
            left = condition.days_left if condition else None
            return speaker.say(key, days=profile.near_days if left is None else plain(left))
        case Code.START_MISSED if condition and condition.months_from is not None:
            return speaker.say(f"{key}.months", months=plain(condition.months_from))
        case Code.PROBLEM_DECLARED if condition and condition.said:
            return speaker.say(
                f"{key}.said", words=speaker.listed([own_word(each, speaker) for each in condition.said])
            )
    if condition and condition.days_over is not None:
        return speaker.say("rule.days-over", said=speaker.say(key), days=plain(condition.days_over))
    return speaker.say(key)


def cause_source(code: Code, profile: Profile, catalogue: Catalogue) -> str:
    """Where a cause comes from: where ``profile`` sets how far or how near it is, the profile."""
    own = {
        Code.BEHIND: profile.behind is not None,
        Code.DUE_SOON: profile.near is not None,
        Code.YELLOW_STREAK: True,
    }
    if own.get(code):
        title = str(getattr(profile, f"title_{catalogue.language}"))
        return catalogue.word("cause-source.profile", title=title)
    return catalogue.word(f"cause-source.{code}")


def far_said(family: str, condition: Shortfall | None, profile: Profile, speaker: Speaker) -> str:
    """How far behind ``condition`` asks for; where it does not say, how far is behind at all by ``profile``.

    ``family``: ``far`` for a sentence, ``hit.far`` for the label of a tile.
    """
    asked = condition if condition is not None and _bounds(condition) else profile.shortfall
    said = [
        speaker.say(
            f"{family}.any" if name == "points_over" and not bound else f"{family}.{name}", n=plain(bound)
        )
        for name, bound in _bounds(asked)
    ]
    return speaker.catalogue.word("pause").join(said) or speaker.say(f"{family}.any")


def _bounds(asked: Shortfall) -> list[tuple[str, Decimal]]:
    bounds = [
        (name, getattr(asked, name)) for name in ("points_from", "points_over", "ratio_from", "ratio_over")
    ]
    return [(name, bound) for name, bound in bounds if bound is not None]


def own_word(word: str, speaker: Speaker) -> str:
    """A word that a unit says of itself, as ``said`` of a condition has it."""
    if word == "coordinate":
        return speaker.say("rule.said.coordinate")
    family = "pace" if word in ("behind", "blocked") else "outlook"
    return speaker.catalogue.word(f"{family}.{word}")


def _word(light: object, speaker: Speaker) -> str:
    return str(getattr(light, f"word_{speaker.catalogue.language}"))


def _attention(name: str, profile: Profile, speaker: Speaker) -> str:
    """What stands behind an attention: at-risk is any of many causes, and each is named."""
    if name != Attention.AT_RISK.value:
        return speaker.say(f"rule.attention.{name}")
    codes = [code for code in Code if code in AT_RISK]
    causes = speaker.listed(
        [
            far_said("far", None, profile, speaker)
            if code is Code.BEHIND
            else speaker.say(f"rule.cause.{code.value}.short")
            for code in codes
        ]
    )
    return speaker.say("rule.attention.at-risk", causes=causes)
