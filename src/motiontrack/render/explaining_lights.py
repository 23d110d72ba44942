"""A cause or a light profile in full, for a person who asks why a task shows what it shows."""

from __future__ import annotations

from collections.abc import Iterator

from motiontrack.assess.causes import AT_RISK, INFORMATION, Code
from motiontrack.language.display import cell_len
from motiontrack.model.profile import Profile
from motiontrack.render.lines import HEAD, QUIET, SHAPES, Line, Segment
from motiontrack.render.sheet import Sheet, hanging, readable, row, sections
from motiontrack.views.page_rules import cause_said, cause_source, condition_said
from motiontrack.views.page_words import Speaker

__all__ = ["cause_lines", "profile_lines"]

_SEE = "docs/reference/causes-and-lights.md"
_SEE_PROFILES = "docs/reference/profiles.md"


def cause_lines(cause: Code, profile: Profile, sheet: Sheet) -> Iterator[Line]:
    """One cause: when it holds, what is said of it, and which lights it leads to."""
    words = sheet.catalogue.words
    weight = _weight(cause)
    yield (
        Segment(f"{sheet.catalogue.word(f'cause-name.{cause}')}  ", HEAD),
        Segment(sheet.say(f"weight.{weight}")),
        Segment(f"  {cause}", QUIET),
    )
    yield ()
    own = [key for key in words if key == f"cause.{cause}" or key.startswith(f"cause.{cause}.")]
    decides = [
        sheet.say("decides", number=number, light=_light(profile, condition.light, sheet))
        for number, condition in enumerate(profile.conditions, 1)
        if cause in condition.cause or weight in condition.attention
    ]
    decides += [sheet.say("marks", mark=_word(mark, sheet)) for mark in profile.marks if mark.cause == cause]
    yield from sections(
        sheet,
        ("when", [cause_said(cause, None, profile, Speaker(sheet.catalogue, 0))]),
        ("message", [readable(words[key], sheet.catalogue) for key in own]),
        ("lights", decides or [sheet.say("decides.nothing")]),
        ("sources", [cause_source(cause, profile, sheet.catalogue)]),
        ("see", [_SEE]),
    )


def _weight(cause: Code) -> str:
    """The attention that the cause calls for, or that it is for information only."""
    if cause in AT_RISK:
        return "at-risk"
    return "information" if cause in INFORMATION else cause.value


def profile_lines(profile: Profile, sheet: Sheet) -> Iterator[Line]:
    """A light profile: its conditions in their order, each with its source."""
    title = str(getattr(profile, f"title_{sheet.catalogue.language}"))
    yield (Segment(title, HEAD), Segment(f"  {profile.id}", QUIET))
    yield ()
    yield from row(sheet, Segment(sheet.say("first-holds")))
    yield ()
    speaker = Speaker(sheet.catalogue, 0)
    for number, condition in enumerate(profile.conditions, 1):
        label = f"{number:>2}  {_light(profile, condition.light, sheet)}  "
        yield from hanging(Segment(label, HEAD), condition_said(condition, profile, speaker), sheet)
        if condition.source:
            blank = Segment(" " * cell_len(label))
            yield from hanging(blank, sheet.say("source", source=condition.source), sheet, QUIET)
    yield ()
    for mark in profile.marks:
        label = sheet.say("mark", mark=_word(mark, sheet))
        yield from hanging(Segment(label, HEAD), cause_said(mark.cause, None, profile, speaker), sheet)
    yield ()
    unsaid = [("unsaid", [*profile.unsaid])] if profile.unsaid else []
    yield from sections(sheet, ("sources", [profile.source]), *unsaid, ("see", [_SEE_PROFILES]))


def _light(profile: Profile, light_id: str, sheet: Sheet) -> str:
    light = next(each for each in profile.lights if each.id == light_id)
    return f"{SHAPES[light.shape]} {_word(light, sheet)}"


def _word(named: object, sheet: Sheet) -> str:
    """What a light or a mark is called."""
    return str(getattr(named, f"word_{sheet.catalogue.language}"))
