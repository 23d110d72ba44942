"""Why a task shows its light, in few words: the rule it hit, and the figure that says most."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from motiontrack.assess.causes import Cause, Code
from motiontrack.assess.judge import Judgement
from motiontrack.assess.lights import light_of
from motiontrack.assess.state import State
from motiontrack.lean import lean
from motiontrack.model.profile import Profile
from motiontrack.views.page_rules import far_said
from motiontrack.views.page_words import NUMBER, Speaker
from motiontrack.views.sentences import brief_key, telling_figure

__all__ = ["Hit", "Rules", "Telling"]


@lean
class Hit:
    """The condition that decided a light, by its place in the profile, and the cause it rests on."""

    place: int | None
    cause: Cause | None


@lean
class Telling:
    """A few words with at most one figure to be printed larger, where ``NUMBER`` stands in them."""

    words: str
    figure: str | None


class Rules:
    """A profile's conditions one by one, to find the one that decided."""

    __slots__ = ("_alone", "profile")

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self._alone = tuple(replace(profile, conditions=(each,)) for each in profile.conditions)

    def hit(self, task: Judgement) -> Hit:
        """What decided the light of ``task``; for one with parts, of the part that shows it."""
        if task.light is None:
            return Hit(None, next((each for each in task.causes if each.code is Code.OVERDUE), None))
        worst = next((part for part in task.parts if part.light == task.light), None)
        if worst is not None and task.state is not State.DONE:
            return self.hit(worst)
        for place, alone in enumerate(self._alone):
            if light_of(alone, task.shown) is not None:
                return Hit(place, self._cause(place, task))
        return Hit(None, None)

    def _cause(self, place: int, task: Judgement) -> Cause | None:
        """The first cause that makes the condition hold by itself."""
        condition = self.profile.conditions[place]
        if not condition.cause and not condition.attention:
            return None
        for cause in task.shown.causes:
            if light_of(self._alone[place], task.shown.because_of(cause)) is not None:
                return cause
        return None

    def label(self, task: Judgement, hit: Hit, speaker: Speaker) -> str:
        """The rule in a few words: what the sub-line of a tile counts."""
        if task.state is State.DONE:
            return speaker.say(f"hit.{task.timeliness.value if task.timeliness else 'done'}")
        if hit.cause is not None:
            return self._of_cause(hit, hit.cause, speaker)
        if task.state in (State.SUSPENDED, State.CANCELLED):
            return speaker.catalogue.word(f"state.{task.state.value}")
        if task.last is None:
            return speaker.say("hit.not-yet")
        return speaker.say(f"hit.{_ease(task)}")

    def _of_cause(self, hit: Hit, cause: Cause, speaker: Speaker) -> str:
        condition = self.profile.conditions[hit.place] if hit.place is not None else None
        if condition is None and cause.code is Code.OVERDUE:
            return speaker.say("hit.overdue.held")
        if cause.code is Code.BEHIND:
            return far_said("hit.far", condition, self.profile, speaker)
        if cause.code is Code.UNREPORTED and not cause.figure("last"):
            return speaker.say("hit.unreported.never")
        return speaker.say(f"hit.{cause.code.value}")

    def telling(self, task: Judgement, hit: Hit, speaker: Speaker, day: date) -> Telling:
        """What is to be read first of a task that needs looking at."""
        cause = hit.cause
        if cause is None:
            return Telling(self.label(task, hit, speaker), None)
        if cause.code is Code.UNREPORTED and cause.figure("last") and task.last_as_of is not None:
            return Telling(speaker.say("big.stale", n=NUMBER), str((day - task.last_as_of).days))
        figure = telling_figure(cause.code, dict(cause.figures))
        if figure is None:
            return Telling(speaker.say(brief_key(cause)), None)
        return Telling(speaker.say(brief_key(cause), n=NUMBER), figure)


def _ease(task: Judgement) -> str:
    """How a task stands that nothing counts against."""
    gap = task.pace.gap if task.pace else None
    if task.state is State.STANDING:
        return "standing"
    if gap is None:
        return "no-figure"
    return "slightly" if gap > 0 else "even"
