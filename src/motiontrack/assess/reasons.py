"""Every cause of an item without parts: one small function a cause (DESIGN §4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction

from motiontrack.assess.case import Case
from motiontrack.assess.causes import Cause, Code, Figure, iso
from motiontrack.assess.facts import reported_before
from motiontrack.assess.limits import is_short
from motiontrack.assess.pace import is_past
from motiontrack.assess.state import State
from motiontrack.diagnostics.record import Place
from motiontrack.model.bounds import is_high, is_low
from motiontrack.model.items import Target
from motiontrack.model.returns import Entry

__all__ = [
    "NEAR_DAYS",
    "asked_of",
    "asked_of_whole",
    "causes_of",
    "causes_of_whole",
    "newest_figures",
    "stale_after",
]

#: One reporting cycle: a phase's opening so near is near, and figures as old are stale.
NEAR_DAYS = 31
_MONTHS_IN_YEAR = 12
#: What a form holds where there is nothing to say: 无, 暂无, none, a dash.
_NOTHING = frozenset({"", "无", "暂无", "没有", "暂没有", "均无", "none", "nil", "no", "na"})

Reason = Callable[[Case], Iterator[Cause]]


def causes_of(case: Case) -> tuple[Cause, ...]:
    """All causes of ``case`` but the streak, which needs earlier days."""
    return tuple(cause for reason in _reasons_of(case.state).values() for cause in reason(case))


def causes_of_whole(case: Case) -> tuple[Cause, ...]:
    """What counts against an item with parts beside its parts' causes: what was found in it or said of it."""
    return tuple(cause for reason in _OF_WHOLE.values() for cause in reason(case))


def asked_of(state: State) -> tuple[Code, ...]:
    """The causes that are looked for in an item of that state, the streak aside."""
    return tuple(_reasons_of(state))


def asked_of_whole() -> tuple[Code, ...]:
    """The causes that are looked for in an item with parts itself."""
    return tuple(_OF_WHOLE)


def _reasons_of(state: State) -> Mapping[Code, Reason]:
    """What is done has only what is to be known of it, cancelled work only its history.

    Suspended work is judged no more, but what was overdue already when it was suspended stays so.
    """
    return _OF_RESTING.get(state, _OF_OPEN)


def _cause(case: Case, code: Code, place: Place | None, **figures: Figure) -> Cause:
    return Cause(code, case.node.id, tuple(figures.items()), place)


def _overdue(case: Case) -> Iterator[Cause]:
    """From the day after the effective deadline; a standing item never."""
    yield from _overdue_on(case, case.day)


def _overdue_before(case: Case) -> Iterator[Cause]:
    """Suspended work that was overdue on the day it was suspended; its days count up to then."""
    held = case.status.held_by
    if held is not None and held.on is not None:
        yield from _overdue_on(case, held.on, until=held.on.isoformat())


def _overdue_on(case: Case, day: date, **held: Figure) -> Iterator[Cause]:
    if case.node.standing or case.due is None or day <= case.due:
        return
    place = case.extended_by.at.place("due") if case.extended_by else case.node.due_place
    yield _cause(case, Code.OVERDUE, place, due=case.due.isoformat(), days=(day - case.due).days, **held)


def _behind(case: Case) -> Iterator[Cause]:
    for pace in case.paces:
        if pace.entry is None or not is_short(pace.gap, pace.ratio, case.profile.shortfall):
            continue
        place = pace.entry.at.place("targets" if pace.target else "progress")
        yield _cause(
            case, Code.BEHIND, place,
            points=pace.gap, ratio=pace.ratio, expected=pace.expected, progress=pace.progress,
            basis=pace.basis.value, day=pace.day.isoformat(), target=pace.target,
        )  # fmt: skip


def _stage_missed(case: Case) -> Iterator[Cause]:
    """Stages due before the day the figures hold, and not reached by them."""
    if case.figure_day is None:
        return
    for stage in case.stages:
        if is_past(stage, case.figure_day) and stage.id not in case.reached and stage.due is not None:
            days = (case.figure_day - stage.due.end).days
            yield _cause(
                case, Code.STAGE_MISSED, stage.due_place,
                stage=stage.id, text=stage.item.text, due=stage.due.end.isoformat(), days=days,
                day=case.figure_day.isoformat(),
            )  # fmt: skip


def _start_missed(case: Case) -> Iterator[Cause]:
    """A start written in the plan has passed and the return in force, from after it, says not started."""
    start, holds = case.node.start, case.figure_day
    if start is None or holds is None or case.state is not State.NOT_STARTED:
        return
    if holds > start.end:
        place = case.node.item.at.place("start")
        days, months = (holds - start.end).days, _month_ends_passed(start.end, holds)
        yield _cause(case, Code.START_MISSED, place, start=start.end.isoformat(), days=days, months=months)


def _month_ends_passed(start: date, day: date) -> int:
    """How many month-ends lie from ``start`` to ``day``, both included: months it should have begun in."""
    between = (day.year - start.year) * _MONTHS_IN_YEAR + day.month - start.month
    return between + ((day + timedelta(days=1)).day == 1)


def _problem_declared(case: Case) -> Iterator[Cause]:
    """The unit's own word in a fixed field: pace, outlook, or something to coordinate; never free text.

    无 in the field asks for nothing: a form filled in to the last box is not a call for help.
    """
    entry = case.entry
    if entry is None:
        return
    pace = entry.pace if entry.pace in ("behind", "blocked") else None
    outlook = entry.outlook if entry.outlook in ("unlikely", "with-effort") else None
    coordinate = _said(entry.coordinate)
    if not (pace or outlook or coordinate):
        return
    first = "pace" if pace else "outlook" if outlook else "coordinate"
    yield _cause(
        case, Code.PROBLEM_DECLARED, entry.at.place(first),
        pace=pace, outlook=outlook, coordinate=coordinate, problems=_said(entry.problems),
    )  # fmt: skip


def _said(text: str | None) -> str | None:
    """``text``, or ``None`` if it only says that there is nothing to say."""
    plain = "".join(each for each in text or "" if each.isalnum()).casefold()
    return None if plain in _NOTHING else text


def _target_short(case: Case) -> Iterator[Cause]:
    """A reported value that misses its target once the deadline is past.

    At once where time cannot mend it: a level outside its bounds, a running total above its ceiling.
    """
    past = case.due is not None and case.day > case.due
    worded = Counter(target.words for target in case.node.item.targets)
    for target in case.node.item.targets:
        held = case.values.get(target.id)
        if held is None:
            continue
        high, low = is_high(target, held.value), is_low(target, held.value)
        at_once = target.kind == "level" or (high and target.kind == "total")
        if (high or low) and (past or at_once):
            yield _cause(
                case, Code.TARGET_SHORT, held.entry.at.place("targets"),
                target=target.id, words=target.words, value=Fraction(held.value),
                wanted=_wanted(target, high=high), measure=target.measure, day=iso(held.day),
                # The words alone do not tell which of two it is: 新开工和竣工各2个.
                **({"among": worded[target.words]} if worded[target.words] > 1 else {}),
            )  # fmt: skip


def _wanted(target: Target, *, high: bool) -> Fraction | None:
    bound = target.at_most if high else target.at_least
    return None if bound is None else Fraction(bound)


def _forecast_late(case: Case) -> Iterator[Cause]:
    entry = case.entry
    if (
        entry is not None
        and entry.forecast is not None
        and case.due is not None
        and entry.forecast > case.due
    ):
        days = (entry.forecast - case.due).days
        place = entry.at.place("forecast")
        yield _cause(
            case, Code.FORECAST_LATE, place,
            forecast=entry.forecast.isoformat(), due=case.due.isoformat(), days=days,
        )  # fmt: skip


def _finding_overdue(case: Case) -> Iterator[Cause]:
    """A time limit for mending what was found has passed, and nothing says it was mended."""
    for raised in case.findings:
        finding, due = raised.finding, raised.due
        mended = finding.resolved_on is not None and finding.resolved_on <= case.day
        if not mended and due is not None and case.day > due:
            yield _cause(
                case, Code.FINDING_OVERDUE, finding.at.place("due"),
                finding=finding.id, due=due.isoformat(), days=(case.day - due).days, text=finding.text,
            )  # fmt: skip


def _phase_short(case: Case) -> Iterator[Cause]:
    """The item's phase is current or opens within a cycle, and it is unreported or behind."""
    phase = case.phase
    if phase is None or phase.first is None or phase.last is None:
        return
    near = phase.first - timedelta(days=NEAR_DAYS) <= case.day <= phase.last
    short = [pace.gap for pace in case.paces if is_short(pace.gap, pace.ratio, case.profile.shortfall)]
    gap = max((each for each in short if each is not None), default=None)
    if near and (case.missing is not None or gap is not None):
        yield _cause(
            case, Code.PHASE_SHORT, phase.phase.at.place("first"),
            phase=phase.phase.id, name=phase.phase.name, opens=phase.first.isoformat(),
            current=int(case.day >= phase.first),
            unreported=int(case.missing is not None), points=gap,
        )  # fmt: skip


def _unreported(case: Case) -> Iterator[Cause]:
    if case.missing is None:
        return
    place = case.entry.at.place("task") if case.entry else case.node.item.at.place("id")
    last = case.force.month if case.force else None
    yield _cause(
        case, Code.UNREPORTED, place,
        month=case.missing.month, day=case.missing.day.isoformat(), last=last,
        times=sum(1 for each in case.owed if each.received is None),
    )  # fmt: skip


def _due_soon(case: Case) -> Iterator[Cause]:
    near = case.profile.near_days
    if case.due is not None and not case.node.standing and 0 <= (case.due - case.day).days <= near:
        days = (case.due - case.day).days
        place = case.extended_by.at.place("due") if case.extended_by else case.node.due_place
        yield _cause(case, Code.DUE_SOON, place, due=case.due.isoformat(), days=days)


def _stale(case: Case) -> Iterator[Cause]:
    """The figures in force are older than one reporting cycle."""
    held, entry = newest_figures(case)
    if held is None or entry is None:
        return
    days = (case.day - held).days
    if days > stale_after(case):
        yield _cause(case, Code.STALE, entry.at.place("as_of"), day=held.isoformat(), days=days)


def newest_figures(case: Case) -> tuple[date | None, Entry | None]:
    """The day the figures in force hold, and the return they stand in.

    The percent last reported, else the newest of the targets' figures: a later return that gives
    none makes them no newer. Where none was ever given, the return in force is all there is.
    """
    if case.progress is not None:
        return case.progress.day, case.progress.entry
    if case.values:
        newest = max(case.values.values(), key=lambda held: held.day)
        return newest.day, newest.entry
    return case.figure_day, case.entry


def stale_after(case: Case) -> int:
    """How many days old a figure may be: the months between two returns, counted as reporting cycles."""
    return NEAR_DAYS * _MONTHS_IN_YEAR // len(case.node.clock.months)


def _regressed(case: Case) -> Iterator[Cause]:
    """Progress fell against the return in force for an earlier month."""
    if case.force is None or case.entry is None or case.entry.progress is None:
        return
    earlier = reported_before(case.force, case.returns)
    before = earlier.entry.progress if earlier else None
    if earlier is not None and before is not None and case.entry.progress < before:
        yield _cause(
            case, Code.REGRESSED, case.entry.at.place("progress"),
            progress=Fraction(case.entry.progress), before=Fraction(before), month=earlier.month,
        )  # fmt: skip


def _deadline_assumed(case: Case) -> Iterator[Cause]:
    if case.due_assumed and case.due is not None:
        place = case.node.item.at.place("id")
        yield _cause(case, Code.DEADLINE_ASSUMED, place, due=case.due.isoformat())


def _extended(case: Case) -> Iterator[Cause]:
    by, original = case.extended_by, case.node.due
    if by is not None and by.due is not None:
        yield _cause(
            case, Code.EXTENDED, by.at.place("due"),
            due=by.due.isoformat(), original=original.end.isoformat() if original else None,
            on=iso(by.on), approver=by.approver,
        )  # fmt: skip


def _sent_back(case: Case) -> Iterator[Cause]:
    """The claim of being done was not accepted, and none was made since."""
    by = case.status.sent_back
    if by is not None:
        yield _cause(case, Code.SENT_BACK, by.at.place("kind"), on=iso(by.on), reason=by.reason or by.text)


def _unverified(case: Case) -> Iterator[Cause]:
    if case.standing.verified is False:
        yield _cause(case, Code.UNVERIFIED, case.standing.place, done_on=iso(case.standing.done_on))


_OF_WHOLE: dict[Code, Reason] = {
    Code.PROBLEM_DECLARED: _problem_declared,
    Code.FORECAST_LATE: _forecast_late,
    Code.FINDING_OVERDUE: _finding_overdue,
}
_OF_RESTING: dict[State, dict[Code, Reason]] = {
    State.DONE: {Code.EXTENDED: _extended, Code.UNVERIFIED: _unverified},
    State.SUSPENDED: {Code.OVERDUE: _overdue_before, Code.EXTENDED: _extended},
    State.CANCELLED: {Code.EXTENDED: _extended},
}
_OF_OPEN: dict[Code, Reason] = {
    Code.OVERDUE: _overdue,
    Code.BEHIND: _behind,
    Code.STAGE_MISSED: _stage_missed,
    Code.START_MISSED: _start_missed,
    Code.PROBLEM_DECLARED: _problem_declared,
    Code.TARGET_SHORT: _target_short,
    Code.FORECAST_LATE: _forecast_late,
    Code.FINDING_OVERDUE: _finding_overdue,
    Code.PHASE_SHORT: _phase_short,
    Code.UNREPORTED: _unreported,
    Code.DUE_SOON: _due_soon,
    Code.STALE: _stale,
    Code.REGRESSED: _regressed,
    Code.DEADLINE_ASSUMED: _deadline_assumed,
    Code.EXTENDED: _extended,
    Code.SENT_BACK: _sent_back,
}
