"""One item judged on one day: state, progress, causes, attention, light, and how it came to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from motiontrack.assess.beside import Beside, disagreeing
from motiontrack.assess.case import Case, gather
from motiontrack.assess.causes import AT_RISK, Attention, Cause, attention_of
from motiontrack.assess.facts import Ledger
from motiontrack.assess.lights import Shown, light_of, marks_of, regraded, streak_cause, worst
from motiontrack.assess.owed import Owed
from motiontrack.assess.pace import Pace
from motiontrack.assess.people import people_now
from motiontrack.assess.projection import Projection, project
from motiontrack.assess.reasons import causes_of, causes_of_whole
from motiontrack.assess.state import RESTING, State, Timeliness, timeliness_of
from motiontrack.book import MonthlyEntry
from motiontrack.lean import lean
from motiontrack.model.profile import Profile
from motiontrack.model.resolve import Node, PhaseSpan

__all__ = ["TREND_MONTHS", "Judgement", "MonthLight", "judge", "judge_through", "streak_of"]

#: How many months the trend shows, the current one included.
TREND_MONTHS = 6


@lean
class MonthLight:
    """The light at a month's end, as it stood then; for the current month, on the day asked.

    ``regraded``: the light that the profile shows beside it, now that what was missed is made up.
    """

    month: str
    light: str | None
    regraded: str | None = None


@lean
class Judgement:
    """One task (or part) on one day.

    ``due`` is the effective deadline and ``due_original`` the printed one; ``due_rolled_from`` is the
    day off from which that one was rolled forward. ``done_assumed``: nobody reported ``done_on``, it is
    the day of the closing. ``paces`` are the comparisons, the one with the
    widest gap first; an item with parts has none. ``stages`` are those that hold on the day, ``reached``
    the ids of those that are done; ``beside`` are the figures that do not fit the percentage claimed, of
    an item with parts those of its parts.
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
    due_rolled_from: date | None
    paces: tuple[Pace, ...]
    causes: tuple[Cause, ...]
    attention: Attention
    light: str | None
    marks: tuple[str, ...]
    last: MonthlyEntry | None
    last_as_of: date | None
    owed: tuple[Owed, ...]
    trend: tuple[MonthLight, ...]
    excused: bool = False
    done_assumed: bool = False
    projection: Projection | None = None
    stages: tuple[Node, ...] = ()
    reached: frozenset[str] = frozenset()
    beside: tuple[Beside, ...] = ()
    parts: tuple[Judgement, ...] = ()

    @property
    def pace(self) -> Pace | None:
        """The comparison to show first; ``None`` for an item with parts."""
        return self.paces[0] if self.paces else None

    @property
    def leaves(self) -> tuple[Judgement, ...]:
        """The item itself, or the parts below it that have no parts: what is returned for."""
        return tuple(leaf for part in self.parts for leaf in part.leaves) if self.parts else (self,)

    @property
    def own(self) -> tuple[Cause, ...]:
        """What counts against the item itself, not against a part of it."""
        if not self.parts:
            return self.causes
        return tuple(cause for cause in self.causes if cause.item == self.node.id)

    @property
    def shown(self) -> Shown:
        """What a profile's conditions are put to: of open work with parts, what counts against itself."""
        if self.parts and self.state not in RESTING:
            return Shown(self.state, attention_of(self.own), self.own, returned=True, excused=self.excused)
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
    trend = _trend(days, tuple(each.light for _, each in seen), profile)
    return _of_case(*seen[-1], ledger, profile, trend)


def judge_through(
    node: Node, ledger: Ledger, days: tuple[date, ...], profile: Profile
) -> tuple[Judgement, ...]:
    """``node`` on each of ``days``, which are in order and leave out no month-end since the issue."""
    return _on_days(node, ledger, days, profile)


def streak_of(node: Node, ledger: Ledger, day: date, profile: Profile) -> tuple[MonthLight, ...]:
    """The lights at the closed month-ends that the streak's rule looks at, worked out without that rule.

    For an item with parts, those of what was found in it or said of it; its parts have their own.
    """
    months = int(profile.streak.months) if profile.streak else 0
    ends = _month_ends(ledger.book.issued, day, months)
    return tuple(MonthLight(f"{each:%Y-%m}", _plain_light(node, ledger, each, profile)) for each in ends)


def _plain_light(node: Node, ledger: Ledger, day: date, profile: Profile) -> str | None:
    case = gather(node, ledger, day, profile)
    if not node.parts:
        return _lit(case, (), profile).plain
    parts = tuple(judge(part, ledger, day, profile) for part in node.parts)
    return _own_light(_itself(case, parts, ledger, profile), profile)


def _on_days(node: Node, ledger: Ledger, days: tuple[date, ...], profile: Profile) -> tuple[Judgement, ...]:
    """``node`` on each of ``days``, the last with its trend."""
    if node.parts:
        parts = zip(*(_on_days(part, ledger, days, profile) for part in node.parts), strict=True)
        finals = _wholes(node, ledger, tuple(zip(days, parts, strict=True)), profile)
    else:
        seen = _seen_on_days(node, ledger, days, profile)
        finals = tuple(_of_case(case, lit, ledger, profile) for case, lit in seen)
    trend = _trend(days, tuple(final.light for final in finals), profile)
    return (*finals[:-1], replace(finals[-1], trend=trend))


def _trend(
    days: tuple[date, ...], lights: tuple[str | None, ...], profile: Profile
) -> tuple[MonthLight, ...]:
    """The light at each month's end as it stood, and what the profile makes of it since."""
    ends = [
        (day, light) for day, light in zip(days, lights, strict=True) if day is days[-1] or _ends_month(day)
    ][-TREND_MONTHS:]
    shown = tuple(light for _, light in ends)
    return tuple(
        MonthLight(day.isoformat()[:7], light, regraded(profile, light, shown[place:]))
        for place, (day, light) in enumerate(ends, 1)
    )


def _ends_month(day: date) -> bool:
    return (day + timedelta(days=1)).day == 1


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
    """``node``, which has no parts, on each of ``days``, with the light by all rules.

    The month-ends among them count for the streak.
    """
    seen: list[tuple[Case, _Lit]] = []
    before: tuple[str | None, ...] = ()
    for day in days:
        case = gather(node, ledger, day, profile)
        lit = _lit(case, before, profile)
        seen.append((case, lit))
        if _ends_month(day):
            before = (*before, lit.plain)
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
        due_rolled_from=case.node.due.rolled_from if case.node.due else None,
        paces=case.paces,
        causes=lit.causes,
        attention=lit.attention,
        light=lit.light,
        marks=marks_of(profile, lit.causes),
        last=case.force,
        last_as_of=case.figure_day,
        owed=case.owed,
        trend=trend,
        excused=case.excused_by is not None,
        done_assumed=standing.done_assumed,
        projection=project(case, ledger.book.issued),
        stages=case.stages,
        reached=case.reached,
        beside=disagreeing(case),
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
        itself = _itself(gather(node, ledger, day, profile), parts, ledger, profile)
        own = itself.causes
        streak = streak_cause(profile, node.id, before) if own else None
        if _ends_month(day):
            before = (*before, _own_light(itself, profile))
        wholes.append(_whole_of(itself, (*own, streak) if streak else own, profile))
    return tuple(wholes)


def _itself(case: Case, parts: tuple[Judgement, ...], ledger: Ledger, profile: Profile) -> Judgement:
    """An item with parts, with what counts against it beside their causes; the streak aside."""
    base = replace(_of_parts(case, parts, ledger, profile), state=_state_of(case, parts))
    if base.state is State.DONE:
        base = _done(base, case, parts)
    return replace(base, causes=causes_of_whole(case) if base.state not in RESTING else ())


def _own_light(whole: Judgement, profile: Profile) -> str | None:
    """The light that the whole's own causes give; ``None`` without any."""
    return light_of(profile, whole.shown) if whole.own else None


def _whole_of(itself: Judgement, own: tuple[Cause, ...], profile: Profile) -> Judgement:
    """An item with parts takes the worst light of them and is counted once (DESIGN §4)."""
    causes = (*(cause for part in itself.parts for cause in part.causes), *own)
    if itself.state in (State.DONE, State.CANCELLED):
        causes = ()
    whole = replace(itself, causes=causes, attention=attention_of(causes), marks=marks_of(profile, causes))
    if whole.state in RESTING:
        return replace(whole, light=light_of(profile, whole.shown))
    lights = (*(part.light for part in whole.parts), _own_light(whole, profile))
    return replace(whole, light=worst(profile, lights))


def _of_parts(case: Case, parts: tuple[Judgement, ...], ledger: Ledger, profile: Profile) -> Judgement:
    """What a whole takes from its parts: their returns, and a deadline or a lead it has not itself."""
    base = _of_case(case, _NOTHING, ledger, profile)
    latest = max((part for part in parts if part.due_original), key=_original, default=None)
    printed = base if base.due_original else latest or base
    return replace(
        base,
        phase=base.phase or printed.phase,
        lead=case.lead or tuple(dict.fromkeys(unit for part in parts for unit in part.lead)),
        due=case.due or max((part.due for part in parts if part.due), default=None),
        due_original=printed.due_original,
        due_rolled_from=printed.due_rolled_from,
        done_on=None,
        verified=None,
        timeliness=None,
        paces=(),
        beside=tuple(each for part in parts for each in part.beside),
        last=max((part.last for part in parts if part.last), key=lambda each: each.serial, default=None),
        last_as_of=max((part.last_as_of for part in parts if part.last_as_of), default=None),
        owed=tuple(owed for part in parts for owed in part.owed),
        parts=parts,
    )


def _original(part: Judgement) -> tuple[date, date]:
    """By the original deadline; of two that were rolled to one day, by the day that the words name."""
    original = part.due_original or date.min
    return original, part.due_rolled_from or original


def _done(base: Judgement, case: Case, parts: tuple[Judgement, ...]) -> Judgement:
    """The whole as done: on the day the last part was, and late if any part was late."""
    done_on = max((part.done_on for part in parts if part.done_on), default=case.standing.done_on)
    late = any(part.timeliness is Timeliness.LATE for part in parts)
    return replace(
        base,
        done_on=done_on,
        done_assumed=any(part.done_assumed for part in parts if part.done_on == done_on)
        or (base.done_assumed and not any(part.done_on for part in parts)),
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
