"""The first screen: how it stands, what is late or at risk and why, who has not reported, what comes next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from motiontrack.assess.assessment import Assessment
from motiontrack.assess.causes import INFORMATION, Attention, Cause, Code
from motiontrack.assess.judge import Judgement
from motiontrack.assess.state import State
from motiontrack.language.catalogue import Catalogue
from motiontrack.lean import lean
from motiontrack.views.filters import apply, tile_of
from motiontrack.views.page_next import Coming, coming
from motiontrack.views.page_words import Speaker
from motiontrack.views.sentences import cause_brief
from motiontrack.views.status import SILENCE, StatusView, TaskView, only_unreported

__all__ = ["Digest", "Noted", "Silent", "Turned", "build_digest"]


@lean
class Noted:
    """A task that is overdue or at risk, with its reasons in a few words each."""

    task: TaskView
    why: tuple[str, ...]


@lean
class Silent:
    """A unit with what it has not reported: tasks listed for nothing else, or parts of them."""

    unit: str | None
    items: tuple[str, ...]


@lean
class Turned:
    """The tasks that show the light, or tile, ``now`` and showed ``before`` at the last month's end."""

    before: str
    now: str
    tasks: tuple[str, ...]


@lean
class Digest:
    """All that the first screen says; ``overdue`` and ``at_risk`` the worst light, the longest overdue first.

    ``done_share`` is done ÷ (tasks − cancelled) in percent; ``since`` the last closed month in words,
    at whose end ``turned`` stood otherwise; ``unreported`` how many tasks ``silent`` speaks of, ``owed_by``
    the days by which the missing returns were due; ``not_owed`` how many never reported, and need not yet.
    """

    done: int
    of: int
    done_share: Decimal | None
    since: str | None
    turned: tuple[Turned, ...]
    overdue: tuple[Noted, ...]
    at_risk: tuple[Noted, ...]
    unreported: int
    silent: tuple[Silent, ...]
    owed_by: tuple[str, ...]
    not_owed: int
    coming: tuple[Coming, ...]


def build_digest(assessment: Assessment, status: StatusView, catalogue: Catalogue) -> Digest:
    """The first screen of ``status``, which is made of ``assessment``."""
    tasks = apply(assessment, status.filter)
    views = {view.id: view for view in status.tasks}
    told = [
        Noted(views[task.node.id], _why(task, catalogue))
        for task in tasks
        if task.attention is not Attention.NONE and not only_unreported(views[task.node.id])
    ]
    ranks = {light.id: -light.rank for light in status.profile.lights}
    told.sort(key=lambda each: (ranks[each.task.tile], -each.task.days_over))
    silent = [task for task in tasks if _is_silent(task, views[task.node.id])]
    states = status.totals.by_state
    speaker = Speaker(catalogue, assessment.book.year)
    return Digest(
        done=states["done"],
        of=status.totals.tasks - states["cancelled"],
        done_share=status.totals.done_share,
        since=next((speaker.month(task.trend[-2].month) for task in tasks if len(task.trend) > 1), None),
        turned=_turned(tasks),
        overdue=tuple(each for each in told if each.task.attention is Attention.OVERDUE),
        at_risk=tuple(each for each in told if each.task.attention is not Attention.OVERDUE),
        unreported=len(silent),
        silent=_by_unit(silent),
        owed_by=_owed_by(silent),
        not_owed=sum(1 for task in tasks if task.state is State.UNKNOWN and task.attention is Attention.NONE),
        coming=coming(assessment, status, speaker),
    )


def _is_silent(task: Judgement, view: TaskView) -> bool:
    return task.attention is not Attention.NONE and only_unreported(view)


def _why(task: Judgement, catalogue: Catalogue) -> tuple[str, ...]:
    """What counts against the task, lateness first and silence last; what only informs aside."""
    counted = [cause for cause in task.causes if cause.code not in INFORMATION]
    counted.sort(key=lambda cause: (cause.code in SILENCE, -_days(cause.code, cause.figure("days"))))
    return tuple(dict.fromkeys(_brief(cause, task, catalogue) for cause in counted))


def _brief(cause: Cause, task: Judgement, catalogue: Catalogue) -> str:
    """A reason in a few words that go on in a line; one of a part says of which."""
    said = cause_brief(cause, catalogue)
    said = said[:1].lower() + said[1:]
    return said if cause.item == task.node.id else f"{cause.item} {said}"


def _days(code: Code, days: object) -> int:
    return int(str(days)) if code is Code.OVERDUE else 0


def _by_unit(tasks: Iterable[Judgement]) -> tuple[Silent, ...]:
    """Each silent task under its convener, or its silent parts, each under its own."""
    units: dict[str | None, list[str]] = {}
    for task in tasks:
        missing = [leaf for leaf in task.leaves if any(_is_missing(cause) for cause in leaf.causes)]
        conveners = {_convener(leaf) for leaf in missing}
        for each in (task,) if conveners <= {_convener(task)} else missing:
            units.setdefault(_convener(each), []).append(each.node.id)
    return tuple(Silent(unit, tuple(ids)) for unit, ids in units.items())


def _convener(task: Judgement) -> str | None:
    return next(iter(task.lead), None)


def _is_missing(cause: Cause) -> bool:
    return cause.code is Code.UNREPORTED


def _owed_by(tasks: Iterable[Judgement]) -> tuple[str, ...]:
    days = {str(cause.figure("day")) for task in tasks for cause in task.causes if _is_missing(cause)}
    return tuple(sorted(days))


def _turned(tasks: Sequence[Judgement]) -> tuple[Turned, ...]:
    """What shows another light than at the last month's end, in the plan's order.

    What showed none then (suspended, or not yet judged) or shows none now is not compared.
    """
    changes: dict[tuple[str, str], list[str]] = {}
    for task in tasks:
        if len(task.trend) < 2:  # noqa: PLR2004 - the month asked and the one before
            continue
        before, now = task.trend[-2], tile_of(task)
        if before.light is not None and before.light != now:
            changes.setdefault((before.light, now), []).append(task.node.id)
    return tuple(Turned(*change, tuple(ids)) for change, ids in changes.items())
