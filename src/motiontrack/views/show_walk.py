"""The walk from the facts of one item to its light: figures, causes, conditions, in their order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from motiontrack.assess.beside import Beside
from motiontrack.assess.case import Case
from motiontrack.assess.causes import AT_RISK, Attention, Cause, Code, Figure
from motiontrack.assess.considered import NotHeld, not_held
from motiontrack.assess.judge import Judgement, streak_of
from motiontrack.assess.lights import Term, Try, tries_of
from motiontrack.assess.pace import SHORT_WINDOW_DAYS, Basis, Pace, is_past
from motiontrack.assess.reasons import asked_of, asked_of_whole
from motiontrack.assess.state import RESTING, State
from motiontrack.assess.workings import AverageWorking, StagesWorking, working_of
from motiontrack.model.returns import Entry
from motiontrack.views.filters import tile_of
from motiontrack.views.numbers import exact, plain, rounded, rounded_expected, rounded_gap, rounded_ratio
from motiontrack.views.page_rules import cause_said, cause_source, condition_said, condition_source, own_word
from motiontrack.views.sentences import figure_value, month_words
from motiontrack.views.show import (
    BesideView,
    ConsideredView,
    HeldView,
    LinkView,
    PaceView,
    StreakView,
    TryView,
    WalkView,
)
from motiontrack.views.show_speech import Teller
from motiontrack.views.status import MonthView

__all__ = ["walk_of"]

_DARK = (State.SUSPENDED, State.CANCELLED)


def walk_of(task: Judgement, teller: Teller) -> WalkView:
    """Every step from what is known of ``task`` to what it shows."""
    case, own = teller.case(task.node), task.own
    asked = asked_of_whole() if task.parts else asked_of(task.state)
    if task.parts and task.state in RESTING:
        asked = ()
    streak = _streak(task, own, teller)
    tries = tuple(_try(each, task, teller) for each in tries_of(teller.assessment.profile, task.shown))
    if task.parts and task.state is not State.DONE and not own:
        tries = ()
    due = [stage for stage in case.stages if is_past(stage, case.figure_day or case.day)]
    considered = tuple(_considered(each, teller) for each in not_held(case, asked, own))
    codes = {*asked, *(cause.code for cause in task.causes), *((Code.YELLOW_STREAK,) if streak else ())}
    return WalkView(
        state=task.state,
        state_said=_state_said(task, case, teller),
        paces=() if task.parts else tuple(_pace(each, case, teller) for each in case.paces),
        claimed=case.progress.value if case.progress else None,
        claimed_on=case.progress.day if case.progress else None,
        beside=tuple(_beside(each) for each in task.beside),
        stages_due=len(due),
        stages_reached=sum(1 for stage in due if stage.id in case.reached),
        held=tuple(_held(cause, task, teller) for cause in task.causes),
        considered=considered,
        not_asked=() if task.parts else tuple(code for code in Code if code not in codes),
        streak=streak,
        attention=task.attention,
        parts=tuple(LinkView(part.node.id, teller.word_of(tile_of(part))) for part in task.parts),
        tries=tries,
        marks=tuple(teller.word_of(mark) for mark in task.marks),
        light=task.light,
        said=_said(task, tries, teller),
        tile=tile_of(task),
    )


def _state_said(task: Judgement, case: Case, teller: Teller) -> str:
    status, force = case.status, task.last
    if status.held_by is not None:
        kind = teller.say(f"decision.{status.held_by.kind}")
        return teller.say("state.decided", kind=kind, day=teller.day(status.held_by.on or case.day))
    if task.state is State.DONE and status.closed is not None:
        kind = teller.say(f"decision.{status.closed.kind}")
        return teller.say("state.decided", kind=kind, day=teller.day(status.closed.on or case.day))
    if task.parts:
        return teller.say("state.parts")
    if force is None:
        return teller.say("state.never")
    return teller.say("state.reported", month=month_words(force.month, teller.catalogue))


# -- the figures


def _pace(pace: Pace, case: Case, teller: Teller) -> PaceView:
    return PaceView(
        basis=pace.basis,
        target=pace.target,
        day=pace.day,
        expected=None if pace.expected is None else rounded_expected(pace.expected, pace.gap),
        progress=None if pace.progress is None else exact(pace.progress),
        points=None if pace.gap is None else rounded_gap(pace.gap),
        ratio=None if pace.ratio is None else rounded_ratio(pace.ratio),
        working=tuple(_working(pace, case, teller)),
        judged=pace.gap is not None,
    )


def _working(pace: Pace, case: Case, teller: Teller) -> Iterator[str]:
    working = working_of(case, pace, teller.assessment.book.issued)
    if isinstance(working, AverageWorking):
        figures: dict[str, str | int] = {
            "start": teller.day(working.start), "day": teller.day(pace.day), "due": teller.day(working.due),
            "elapsed": working.elapsed, "window": working.window, "most": SHORT_WINDOW_DAYS,
        }  # fmt: skip
        expected = "" if pace.expected is None else plain(rounded_expected(pace.expected, pace.gap))
        yield teller.say(f"working.{pace.basis.value}", expected=expected, **figures)
        return
    if not isinstance(working, StagesWorking) or pace.expected is None:
        return
    day = teller.day(pace.day)
    if not working.past:
        yield teller.say("working.none-due", day=day)
    elif pace.basis is Basis.STAGES_PERCENT:
        sum_said = " + ".join(f"{stage.id} {plain(percent)}%" for stage, percent in working.past)
        yield teller.say("working.stages-percent", sum=sum_said, expected=plain(working.wanted), day=day)
    else:
        stages = teller.listed(f"{stage.id} {plain(figure)}" for stage, figure in working.past)
        yield teller.say(
            "working.stages-figures", stages=stages, day=day, wanted=plain(working.wanted),
            whole=plain(working.whole), expected=plain(rounded_expected(pace.expected, pace.gap)),
        )  # fmt: skip
    if pace.target is not None and pace.entry is not None and working.whole:
        value = pace.entry.targets[pace.target]
        yield teller.say(
            "working.value", value=plain(value), whole=plain(working.whole),
            progress=teller.number(pace.progress or Fraction(0), "progress"),
        )  # fmt: skip


def _beside(each: Beside) -> BesideView:
    return BesideView(
        item=each.item,
        target=each.target,
        claimed=each.claimed,
        value=each.value,
        whole=each.whole,
        share=rounded(each.share),
        points=rounded_gap(each.points),
    )


# -- the causes


def _held(cause: Cause, task: Judgement, teller: Teller) -> HeldView:
    code = cause.code.value
    return HeldView(
        code=cause.code,
        name=teller.name_of(code),
        item=cause.item,
        figures=teller.figures(cause.figures),
        said=teller.sentence(cause, task.node),
        rule=cause_said(code, None, teller.assessment.profile, teller.speaker),
        source=cause_source(cause.code, teller.assessment.profile, teller.catalogue),
        place=teller.place(cause.place) if cause.place else None,
    )


def _streak_figures(teller: Teller) -> dict[str, str]:
    streak = teller.assessment.profile.streak
    if streak is None:
        return {}
    lights = teller.say("or").join(teller.word_of(light) for light in streak.light)
    return {"months": plain(streak.months), "lights": lights}


def _considered(cause: NotHeld, teller: Teller) -> ConsideredView:
    figures = dict(cause.figures)
    declared = [
        teller.named(Entry, name, str(figures[name])) for name in ("pace", "outlook") if figures.get(name)
    ]
    figures["said"] = teller.listed(declared)
    if figures.get("basis"):
        figures["basis"] = teller.say(f"basis.{figures['basis']}")
    if figures.get("missed"):
        bound = str(figures["bound"])
        figures["lacks"] = _bound_said(str(figures["missed"]), bound, figures, "", teller)
    return ConsideredView(
        code=cause.code,
        name=teller.name_of(cause.code.value),
        why=cause.why,
        figures=teller.figures(cause.figures),
        said=teller.told(f"not.{cause.code.value}.{cause.why}", figures.items()).strip(),
    )


def _streak(task: Judgement, own: tuple[Cause, ...], teller: Teller) -> StreakView | None:
    profile, day = teller.assessment.profile, teller.assessment.day
    if profile.streak is None or task.state in RESTING or (task.parts and not own):
        return None
    before = streak_of(task.node, teller.ledger, day, profile)
    months = int(profile.streak.months)
    holds = any(cause.code is Code.YELLOW_STREAK for cause in own)
    if holds:
        why = "holds"
    elif len(before) < months:
        why = "too-few"
    elif any(each.light not in profile.streak.light for each in before):
        why = "broken"
    else:
        why = "no-risk"
    return StreakView(
        months=months,
        lights=tuple(profile.streak.light),
        before=tuple(MonthView(each.month, each.light, None) for each in before),
        holds=holds,
        said=teller.say(f"streak.{why}", count=len(before), **_streak_figures(teller)),
    )


# -- the conditions


def _try(tried: Try, task: Judgement, teller: Teller) -> TryView:
    profile = teller.assessment.profile
    return TryView(
        number=tried.place + 1,
        light=tried.condition.light,
        rule=condition_said(tried.condition, profile, teller.speaker),
        source=condition_source(tried.condition, teller.speaker),
        holds=tried.failed is None,
        failed=tried.failed.value if tried.failed else None,
        said=_try_said(tried, task, teller),
    )


def _try_said(tried: Try, task: Judgement, teller: Teller) -> str:
    state = teller.catalogue.word(f"state.{task.state.value}")
    attention = teller.say(f"attention.{task.shown.attention.value}")
    match tried.failed:
        case Term.STATE:
            return teller.say("try.state", state=state)
        case Term.VERIFIED:
            return teller.say("try.open" if tried.condition.verified else "try.closed")
        case Term.ATTENTION:
            return teller.say("try.attention", attention=attention)
        case Term.NEVER_RETURNED:
            return teller.say("try.returned")
        case Term.UNLESS_EXCUSED:
            return teller.say("try.excused")
        case Term.CAUSE:
            if tried.near:
                near = (_lacks(cause, term, tried, teller) for cause, term in tried.near)
                return teller.catalogue.word("pause").join(dict.fromkeys(near))
            causes = teller.listed(teller.name_of(code) for code in tried.condition.cause)
            return teller.say("try.cause", causes=causes)
    if tried.met:
        return teller.say("try.met", causes=_named(tried.met, teller))
    if tried.condition.state:
        said = [teller.say("try.state", state=state)]
        if tried.condition.verified is not None:
            said.append(teller.say("try.closed" if tried.condition.verified else "try.open"))
        return teller.catalogue.word("pause").join(said)
    if tried.condition.attention:
        weighty = tuple(cause for cause in task.own if _weighs(cause, task.shown.attention))
        return teller.say("try.met", causes=_named(weighty, teller)) if weighty else attention
    return teller.say("try.never" if tried.condition.never_returned else "try.rest")


def _weighs(cause: Cause, attention: Attention) -> bool:
    return cause.code in AT_RISK if attention is Attention.AT_RISK else cause.code.value == attention.value


def _named(causes: tuple[Cause, ...], teller: Teller) -> str:
    return teller.listed(dict.fromkeys(teller.name_of(cause.code.value) for cause in causes))


def _lacks(cause: Cause, term: Term, tried: Try, teller: Teller) -> str:
    """What a cause that a condition names lacks of what else the condition demands."""
    condition, name = tried.condition, teller.name_of(cause.code.value)
    if term is Term.BASIS:
        return teller.say("lacks.basis", basis=teller.say(f"basis.{cause.figure('basis')}"), cause=name)
    if term is Term.SAID:
        words = teller.listed(own_word(word, teller.speaker) for word in condition.said)
        return teller.say("lacks.said", words=words)
    bound = plain(getattr(condition, term.value))
    return _bound_said(term.value, bound, dict(cause.figures), name, teller)


#: The figure of a cause that each bound is put to.
_MEASURED = {
    "points_from": "points", "points_over": "points", "ratio_from": "ratio", "ratio_over": "ratio",
    "days_left": "days", "days_over": "days", "months_from": "months",
}  # fmt: skip


def _bound_said(
    bound_name: str, bound: str, figures: Mapping[str, Figure], cause: str, teller: Teller
) -> str:
    """By how much a bound is missed."""
    measured = _MEASURED[bound_name]
    value = figures.get(measured)
    if value is None or isinstance(value, str):
        return teller.say("lacks.figure", cause=cause)
    shown = Decimal(str(figure_value(measured, value)))
    said = plain(shown * 100 if measured == "ratio" else shown)
    return teller.told(f"lacks.{bound_name}", (("cause", cause), ("bound", bound), (measured, said)))


def _said(task: Judgement, tries: tuple[TryView, ...], teller: Teller) -> str:
    word = teller.word_of(tile_of(task))
    if task.state in _DARK:
        return teller.say("walk.dark", word=word)
    if task.parts and task.state is not State.DONE:
        return teller.say("walk.worst", word=word)
    held = next((each for each in tries if each.holds), None)
    return teller.say("walk.first", number=held.number, word=word) if held else teller.say("walk.none")
