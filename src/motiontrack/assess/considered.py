"""Causes that were looked for and do not hold, each with the figure that decided (DESIGN §1: why)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from fractions import Fraction

from motiontrack.assess.case import Case
from motiontrack.assess.causes import Cause, Code, Figure, iso
from motiontrack.assess.facts import reported_before
from motiontrack.assess.limits import missed
from motiontrack.assess.pace import is_past
from motiontrack.assess.reasons import NEAR_DAYS, newest_figures, stale_after
from motiontrack.assess.state import State
from motiontrack.lean import lean
from motiontrack.model.bounds import has_bound, is_met

__all__ = ["DECIDERS", "NotHeld", "not_held"]


@lean
class NotHeld:
    """A cause that does not hold: ``why`` names the sentence, ``figures`` are what decided."""

    code: Code
    why: str
    figures: tuple[tuple[str, Figure], ...]

    def figure(self, name: str) -> Figure:
        """The named figure, or ``None``."""
        return dict(self.figures).get(name)


#: What a decider returns: the sentence's name and its figures.
Why = tuple[str, dict[str, Figure]]


def not_held(case: Case, asked: Iterable[Code], causes: tuple[Cause, ...]) -> tuple[NotHeld, ...]:
    """Every cause among ``asked`` that is not among ``causes``, in the order of asking."""
    held = {cause.code for cause in causes}
    found = []
    for code in asked:
        if code not in held:
            why, figures = DECIDERS[code](case)
            found.append(NotHeld(code, why, tuple(figures.items())))
    return tuple(found)


def _overdue(case: Case) -> Why:
    if case.node.standing or case.due is None:
        return "no-deadline", {}
    held = case.status.held_by
    if case.state is State.SUSPENDED and held is not None and held.on is not None:
        return "held", {"due": iso(case.due), "on": iso(held.on), "days": (case.due - held.on).days}
    return "not-yet", {"due": iso(case.due), "days": (case.due - case.day).days}


def _behind(case: Case) -> Why:
    gaps = [pace for pace in case.paces if pace.gap is not None]
    if not gaps:
        pace = case.paces[0]
        if pace.expected is None:
            return "not-expected", {"basis": pace.basis.value}
        return "no-figure", {"expected": pace.expected, "day": pace.day.isoformat()}
    widest = max(gaps, key=lambda pace: pace.gap or Fraction(0))
    gap = widest.gap or Fraction(0)
    figures: dict[str, Figure] = {
        "points": abs(gap), "expected": widest.expected, "progress": widest.progress,
    }  # fmt: skip
    if gap <= 0:
        return ("ahead" if gap < 0 else "even"), figures
    bound = missed(gap, widest.ratio, case.profile.shortfall)
    wanted = getattr(case.profile.shortfall, bound) if bound else None
    return "short", figures | {"ratio": widest.ratio, "missed": bound, "bound": wanted and int(wanted)}


def _stage_missed(case: Case) -> Why:
    if not case.stages:
        return "no-stages", {}
    if case.figure_day is None:
        return "no-return", {}
    past = [stage for stage in case.stages if is_past(stage, case.figure_day)]
    if past:
        return "reached", {"count": len(past), "day": iso(case.figure_day)}
    dues = [stage.due.end for stage in case.stages if stage.due is not None]
    return "not-yet", {"due": iso(min(dues, default=None)), "day": iso(case.figure_day)}


def _start_missed(case: Case) -> Why:
    if case.node.start is None:
        return "no-start", {}
    if case.figure_day is None:
        return "no-return", {}
    if case.state is not State.NOT_STARTED:
        return "other-state", {}
    return "not-yet", {"start": iso(case.node.start.end)}


def _problem_declared(case: Case) -> Why:
    if case.entry is None:
        return ("parts-report" if case.node.parts else "no-return"), {}
    if case.entry.pace is None and case.entry.outlook is None:
        return "silent", {}
    return "well", {"pace": case.entry.pace, "outlook": case.entry.outlook}


def _target_short(case: Case) -> Why:
    bound = [target for target in case.node.item.targets if has_bound(target)]
    if not bound:
        return "no-target", {}
    reported = [target for target in bound if target.id in case.values]
    if not reported:
        return "no-figure", {"count": len(bound)}
    if all(is_met(target, case.values[target.id].value) for target in reported):
        return "met", {"count": len(reported)}
    return ("not-yet" if case.due else "no-deadline"), {"due": iso(case.due)}


def _forecast_late(case: Case) -> Why:
    if case.entry is None:
        return ("parts-report" if case.node.parts else "no-return"), {}
    if case.entry.forecast is None:
        return "no-forecast", {}
    if case.due is None:
        return "no-deadline", {}
    return "in-time", {"forecast": iso(case.entry.forecast), "due": iso(case.due)}


def _finding_overdue(case: Case) -> Why:
    if not case.findings:
        return "none", {}
    open_dues = [
        raised.due
        for raised in case.findings
        if raised.finding.resolved_on is None or raised.finding.resolved_on > case.day
    ]
    if not open_dues:
        return "mended", {"count": len(case.findings)}
    due = min((each for each in open_dues if each is not None), default=None)
    return ("not-yet" if due else "no-limit"), {"count": len(open_dues), "due": iso(due)}


def _phase_short(case: Case) -> Why:
    phase = case.phase
    if phase is None or phase.first is None or phase.last is None:
        return "no-phase", {}
    figures: dict[str, Figure] = {
        "name": phase.phase.name, "opens": iso(phase.first), "closes": iso(phase.last), "near": NEAR_DAYS,
    }  # fmt: skip
    if case.day < phase.first - timedelta(days=NEAR_DAYS):
        return "far", figures | {"days": (phase.first - case.day).days}
    return ("past" if case.day > phase.last else "ready"), figures


def _unreported(case: Case) -> Why:
    if not case.owed:
        return "none-owed", {}
    latest = case.owed[-1]
    if latest.received is not None:
        return "came", {"month": latest.month, "day": iso(latest.received)}
    return "later", {"month": latest.month, "last": case.force.month if case.force else None}


def _due_soon(case: Case) -> Why:
    if case.node.standing or case.due is None:
        return "no-deadline", {}
    days = (case.due - case.day).days
    return ("past" if days < 0 else "far"), {"days": abs(days), "near": case.profile.near_days}


def _stale(case: Case) -> Why:
    held, _ = newest_figures(case)
    if held is None:
        return "no-return", {}
    return "fresh", {"days": (case.day - held).days, "most": stale_after(case), "day": iso(held)}


def _regressed(case: Case) -> Why:
    if case.entry is None:
        return "no-return", {}
    if case.entry.progress is None:
        return "no-figure", {}
    earlier = reported_before(case.force, case.returns)
    if earlier is None:
        return "first", {}
    before = Fraction(earlier.entry.progress or 0)
    return "not-less", {
        "progress": Fraction(case.entry.progress), "before": before, "month": earlier.month,
    }  # fmt: skip


def _deadline_assumed(case: Case) -> Why:
    if case.due is None:
        return "no-deadline", {}
    return "printed", {}


def _extended(_case: Case) -> Why:
    return "none", {}


def _unverified(case: Case) -> Why:
    return "closed", {"on": iso(case.status.closed.on if case.status.closed else None)}


def _sent_back(_case: Case) -> Why:
    return "never", {}


#: One for each cause that is looked for in an item by itself; the streak is the profile's.
DECIDERS: dict[Code, Callable[[Case], Why]] = {
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
    Code.UNVERIFIED: _unverified,
    Code.SENT_BACK: _sent_back,
}
