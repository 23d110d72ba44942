"""One item judged on one day: state, progress, causes, attention, light, and how it came to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from motiontrack.assess.case import Case, gather, phase_of
from motiontrack.assess.causes import AT_RISK, Attention, Cause, attention_of
from motiontrack.assess.facts import Ledger
from motiontrack.assess.lights import Shown, light_of, marks_of, streak_cause, worst
from motiontrack.assess.owed import Owed
from motiontrack.assess.pace import Pace
from motiontrack.assess.people import people_now
from motiontrack.assess.reasons import causes_of, causes_of_whole
from motiontrack.assess.state import State, Timeliness, timeliness_of
from motiontrack.book import MonthlyEntry
from motiontrack.lean import lean
from motiontrack.model.profile import Profile
from motiontrack.model.resolve import Node, PhaseSpan

__all__ = ["TREND_MONTHS", "Judgement", "MonthLight", "judge"]

#: How many months the trend shows, the current one included.
TREND_MONTHS = 6


@lean
class MonthLight:
    """The light at a month's end, as it stood then; for the current month, on the day asked."""

    month: str
    light: str | None


@lean
class Judgement:
    """One task (or part) on one day.

    ``due`` is the effective deadline and ``due_original`` the printed one. ``pace`` is the
    comparison with the widest gap, ``None`` for an item with parts.
    """

    node: Node
    phase: PhaseSpan | None
    lead: tuple[str, ...]
    person_now: tuple[str, ...]
    state: State
    done_on: date | None
    verified: bool | None
    timeliness: Timeliness | None
    due: date | None
    due_assumed: bool
    due_original: date | None
    pace: Pace | None
    causes: tuple[Cause, ...]
    attention: Attention
    light: str | None
    marks: tuple[str, ...]
    last: MonthlyEntry | None
    last_as_of: date | None
    owed: tuple[Owed, ...]
    trend: tuple[MonthLight, ...]
    excused: bool = False
    parts: tuple[Judgement, ...] = ()

    @property
    def shown(self) -> Shown:
        """What a profile's conditions can ask of it."""
        returned, verified = self.last is not None, self.verified is True
        return Shown(self.state, self.attention, self.causes, returned, verified, self.excused)


def judge(node: Node, ledger: Ledger, day: date, profile: Profile) -> Judgement:
    """``node`` on ``day`` by ``profile``, with the light it showed at the month-ends before."""
    months = int(profile.streak.months) if profile.streak else 0
    days = (*_month_ends(ledger.book.issued, day, TREND_MONTHS - 1 + months), day)
    if node.parts:
        return _on_days(node, ledger, days, profile)[-1]
    # Of the days before, only the light is asked for: no judgement is put together for them.
    seen = _seen_on_days(node, ledger, days, profile)
    trend = _trend(days, tuple(each.light for _, each in seen))
    return _of_case(*seen[-1], ledger, profile, trend)


def _on_days(node: Node, ledger: Ledger, days: tuple[date, ...], profile: Profile) -> tuple[Judgement, ...]:
    """``node`` on each of ``days``, the last with its trend."""
    if node.parts:
        parts = zip(*(_on_days(part, ledger, days, profile) for part in node.parts), strict=True)
        finals = _wholes(node, ledger, tuple(zip(days, parts, strict=True)), profile)
    else:
        seen = _seen_on_days(node, ledger, days, profile)
        finals = tuple(_of_case(case, lit, ledger, profile) for case, lit in seen)
    trend = _trend(days, tuple(final.light for final in finals))
    return (*finals[:-1], replace(finals[-1], trend=trend))


def _trend(days: tuple[date, ...], lights: tuple[str | None, ...]) -> tuple[MonthLight, ...]:
    shown = zip(days[-TREND_MONTHS:], lights[-TREND_MONTHS:], strict=True)
    return tuple(MonthLight(day.isoformat()[:7], light) for day, light in shown)


class _Lit(NamedTuple):
    """What is said of an item on a day, and the light for it; ``plain`` is the light without the streak."""

    causes: tuple[Cause, ...]
    attention: Attention
    light: str | None
    plain: str | None


_NOTHING = _Lit((), Attention.NONE, None, None)


def _seen_on_days(
    node: Node, ledger: Ledger, days: tuple[date, ...], profile: Profile
) -> list[tuple[Case, _Lit]]:
    """``node``, which has no parts, on each of ``days``, with the light by all rules."""
    seen: list[tuple[Case, _Lit]] = []
    for day in days:
        case = gather(node, ledger, day, profile)
        seen.append((case, _lit(case, tuple(lit.plain for _, lit in seen), profile)))
    return seen


def _lit(case: Case, before: tuple[str | None, ...], profile: Profile) -> _Lit:
    """The causes and the light of ``case``; ``before`` are the plain lights at the month-ends before."""
    causes = causes_of(case)
    attention, plain = _light(case, causes, profile)
    at_risk = any(cause.code in AT_RISK for cause in causes)
    streak = streak_cause(profile, case.node.id, before) if at_risk else None
    if streak is None:
        return _Lit(causes, attention, plain, plain)
    causes = (*causes, streak)
    attention, light = _light(case, causes, profile)
    return _Lit(causes, attention, light, plain)


def _light(case: Case, causes: tuple[Cause, ...], profile: Profile) -> tuple[Attention, str | None]:
    attention = attention_of(causes)
    returned, verified, excused = (
        case.force is not None,
        case.standing.verified is True,
        case.excused_by is not None,
    )
    return attention, light_of(profile, Shown(case.state, attention, causes, returned, verified, excused))


def _month_ends(issued: date, day: date, count: int) -> tuple[date, ...]:
    """The last ``count`` closed month-ends before ``day``, oldest first, none before the issue."""
    ends: list[date] = []
    end = day.replace(day=1) - timedelta(days=1)
    while len(ends) < count and end >= issued:
        ends.append(end)
        end = end.replace(day=1) - timedelta(days=1)
    return tuple(reversed(ends))


def _of_case(
    case: Case, lit: _Lit, ledger: Ledger, profile: Profile, trend: tuple[MonthLight, ...] = ()
) -> Judgement:
    standing = case.standing
    return Judgement(
        node=case.node,
        phase=case.phase,
        lead=case.lead,
        person_now=people_now(case, ledger.book),
        state=standing.state,
        done_on=standing.done_on,
        verified=standing.verified,
        timeliness=timeliness_of(standing.done_on, case.due),
        due=case.due,
        due_assumed=case.due_assumed,
        due_original=case.node.due.end if case.node.due else None,
        pace=case.paces[0],
        causes=lit.causes,
        attention=lit.attention,
        light=lit.light,
        marks=marks_of(profile, lit.causes),
        last=case.force,
        last_as_of=case.figure_day,
        owed=case.owed,
        trend=trend,
        excused=case.excused_by is not None,
    )


def _wholes(
    node: Node,
    ledger: Ledger,
    days: tuple[tuple[date, tuple[Judgement, ...]], ...],
    profile: Profile,
) -> tuple[Judgement, ...]:
    """An item with parts on each of ``days``, which come with the parts as they stood.

    Its parts make the returns; a decision on the whole reaches them through the ledger. What an
    inspection found in the whole, or a unit declared of it, counts beside their causes as if it
    were one part more, with a streak of its own.
    """
    wholes: list[Judgement] = []
    before: tuple[str | None, ...] = ()
    for day, parts in days:
        case = gather(node, ledger, day, profile)
        state = _state_of(case, parts)
        own = causes_of_whole(case) if state not in _RESTING else ()
        base = replace(_of_parts(case, parts, ledger, profile), state=state)
        if state is State.DONE:
            base = _done(base, case, parts)
        streak = streak_cause(profile, node.id, before) if own else None
        before = (*before, _own_light(base, own, profile))
        wholes.append(_whole_of(base, (*own, streak) if streak else own, profile))
    return tuple(wholes)


#: What is judged by none of its own causes.
_RESTING = (State.DONE, State.SUSPENDED, State.CANCELLED)


def _own_light(base: Judgement, own: tuple[Cause, ...], profile: Profile) -> str | None:
    """The light that the whole's own causes give; ``None`` without any."""
    if not own:
        return None
    return light_of(profile, replace(base.shown, causes=own, attention=attention_of(own), returned=True))


def _whole_of(base: Judgement, own: tuple[Cause, ...], profile: Profile) -> Judgement:
    """An item with parts takes the worst light of them and is counted once (DESIGN §4)."""
    causes = (*(cause for part in base.parts for cause in part.causes), *own)
    if base.state in (State.DONE, State.CANCELLED):
        causes = ()
    base = replace(base, causes=causes, attention=attention_of(causes), marks=marks_of(profile, causes))
    if base.state in _RESTING:
        return replace(base, light=light_of(profile, base.shown))
    return replace(
        base, light=worst(profile, (*(part.light for part in base.parts), _own_light(base, own, profile)))
    )


def _of_parts(case: Case, parts: tuple[Judgement, ...], ledger: Ledger, profile: Profile) -> Judgement:
    """What a whole takes from its parts: their returns, and a deadline or a lead it has not itself."""
    base = _of_case(case, _NOTHING, ledger, profile)
    original = base.due_original or max(
        (part.due_original for part in parts if part.due_original), default=None
    )
    return replace(
        base,
        phase=base.phase or phase_of(original, ledger.book.phases),
        lead=case.lead or tuple(dict.fromkeys(unit for part in parts for unit in part.lead)),
        due=case.due or max((part.due for part in parts if part.due), default=None),
        due_original=original,
        done_on=None,
        verified=None,
        timeliness=None,
        pace=None,
        last=max((part.last for part in parts if part.last), key=lambda each: each.serial, default=None),
        last_as_of=max((part.last_as_of for part in parts if part.last_as_of), default=None),
        owed=tuple(owed for part in parts for owed in part.owed),
        parts=parts,
    )


def _done(base: Judgement, case: Case, parts: tuple[Judgement, ...]) -> Judgement:
    """The whole as done: on the day the last part was, and late if any part was late."""
    done_on = max((part.done_on for part in parts if part.done_on), default=case.standing.done_on)
    late = any(part.timeliness is Timeliness.LATE for part in parts)
    return replace(
        base,
        done_on=done_on,
        verified=case.status.closed is not None or all(part.verified is not False for part in parts),
        timeliness=Timeliness.LATE if late else timeliness_of(done_on, base.due),
    )


def _state_of(case: Case, parts: tuple[Judgement, ...]) -> State:
    if case.status.held is not None:
        return State(case.status.held)
    if case.status.closed is not None:
        return State.DONE
    states = {part.state for part in parts} - {State.CANCELLED}
    if not states:
        return State.CANCELLED
    still_open = states - {State.DONE}
    if not still_open:
        return State.DONE
    if still_open == {State.SUSPENDED}:
        return State.SUSPENDED
    if states <= {State.UNKNOWN, State.NOT_STARTED}:
        return State.UNKNOWN if State.UNKNOWN in states else State.NOT_STARTED
    return State.STANDING if states == {State.STANDING} else State.IN_PROGRESS
