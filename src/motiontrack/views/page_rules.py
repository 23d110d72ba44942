"""The rules of the lights in words, each with its source, and how many tasks each decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from motiontrack.assess.causes import AT_RISK, Attention, Code
from motiontrack.lean import lean
from motiontrack.model.profile import Condition, Profile
from motiontrack.views.numbers import plain
from motiontrack.views.page_words import Lamp, Speaker

__all__ = ["MarkRow", "RuleRow", "condition_said", "condition_source", "mark_rows", "rule_rows"]


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
        MarkRow(words[mark.id], counted[mark.id], speaker.say(f"rule.cause.{mark.cause}"))
        for mark in profile.marks
    )


def condition_source(condition: Condition, speaker: Speaker) -> str:
    """Where the condition comes from, or that it needs no source or lacks one."""
    if condition.source:
        return condition.source
    judged = condition.cause or condition.attention or condition.never_returned
    return speaker.say("rule.source.none" if judged else "rule.source.needless")


def condition_said(condition: Condition, profile: Profile, speaker: Speaker) -> str:
    """The condition in words: everything that it demands."""
    said = []
    word = speaker.catalogue.word
    if condition.state:
        said.append(speaker.listed([word(f"state.{state}") for state in condition.state]))
    if condition.cause:
        said.append(_causes(condition, profile, speaker))
    if condition.attention:
        said.append(speaker.listed([_attention(each, speaker) for each in condition.attention]))
    if condition.never_returned:
        said.append(speaker.say("rule.never"))
    return word("pause").join(said) or speaker.say("rule.rest")


def _causes(condition: Condition, profile: Profile, speaker: Speaker) -> str:
    named = []
    for code in condition.cause:
        if code == "behind" and condition.points_over is not None:
            said = speaker.say("rule.cause.behind.over", points=plain(condition.points_over))
        elif code == "yellow-streak" and profile.streak is not None:
            words = {light.id: _word(light, speaker) for light in profile.lights}
            lights = speaker.listed([words.get(light, light) for light in profile.streak.light])
            said = speaker.say("rule.cause.yellow-streak", months=plain(profile.streak.months), lights=lights)
        else:
            said = speaker.say(f"rule.cause.{code}")
        if condition.basis:
            said = speaker.say(f"rule.basis.{condition.basis}", said=said)
        named.append(said)
    return speaker.listed(named)


def _word(light: object, speaker: Speaker) -> str:
    return str(getattr(light, f"word_{speaker.catalogue.language}"))


def _attention(name: str, speaker: Speaker) -> str:
    """What stands behind an attention: at-risk is any of many causes, and each is named."""
    if name != Attention.AT_RISK.value:
        return speaker.say(f"rule.attention.{name}")
    codes = [code for code in Code if code in AT_RISK]
    causes = speaker.listed([speaker.say(f"rule.cause.{code.value}.short") for code in codes])
    return speaker.say("rule.attention.at-risk", causes=causes)
