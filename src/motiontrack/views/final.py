"""What ``report final`` tells the standing committee at the year's end: results, and what is carried over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from motiontrack.assess.accounts import StepState
from motiontrack.assess.assessment import Assessment
from motiontrack.assess.matters import verdicts
from motiontrack.assess.prospects import Prospect
from motiontrack.assess.state import State
from motiontrack.language.catalogue import Catalogue
from motiontrack.lean import lean
from motiontrack.model.registers import VERDICTS
from motiontrack.views.build import Builder
from motiontrack.views.numbers import shares
from motiontrack.views.overview import CarriedView
from motiontrack.views.paper import PaperView
from motiontrack.views.paper_words import bare
from motiontrack.views.practice import (
    OpeningTold,
    PracticeView,
    StepTold,
    build_opening,
    build_practice,
    steps_ahead,
)
from motiontrack.views.raised import RaisedTold, raised_told
from motiontrack.views.told import GoalTold, TaskTold, goals_told, tasks_told, unsettled

__all__ = ["FinalGoal", "FinalView", "ResultCount", "UnfinishedTold", "VerdictCount", "build_final"]

#: How a task came out; each has exactly one, so the counts add up. What was done comes first.
_RESULTS = (
    "early", "on-time", "late", "done", "overdue", "open", "standing", "suspended", "cancelled", "unjudged",
)  # fmt: skip


@lean
class ResultCount:
    """How many tasks came out so (see ``_RESULTS``), and their share of all, in percent."""

    result: str
    count: int
    share: Decimal


@lean
class FinalGoal:
    """A goal with its tasks counted by result; ``telling`` are those not simply done in time and verified."""

    goal: GoalTold
    results: tuple[ResultCount, ...]
    telling: tuple[TaskTold, ...]


@lean
class UnfinishedTold:
    """A task that is not finished; ``carry`` is ``certain`` or ``possible`` if it goes into the next year.

    ``reasons`` why it does: keys of words.
    """

    told: TaskTold
    carry: str
    reasons: tuple[str, ...]


@lean
class VerdictCount:
    """How many deputies said so at last, and their share; ``verdict`` is ``unsaid`` for those without one."""

    verdict: str
    count: int
    share: Decimal


@lean
class FinalView:
    """What the template sees as ``final``.

    ``changed``: from one verdict to another, each with how many; ``opinions``: what those wrote who are not
    satisfied and were not answered yet; ``names``: what each task is called, by its id.
    """

    opening: OpeningTold
    practice: PracticeView
    results: tuple[ResultCount, ...]
    share_sum: Decimal
    done: int
    late: tuple[TaskTold, ...]
    extended: tuple[TaskTold, ...]
    unfinished: tuple[UnfinishedTold, ...]
    unverified: tuple[TaskTold, ...]
    goals: tuple[FinalGoal, ...]
    raised: tuple[RaisedTold, ...]
    verdicts: tuple[VerdictCount, ...]
    changed: tuple[tuple[str, str, int], ...]
    opinions: tuple[str, ...]
    unrecorded: tuple[StepTold, ...]
    unsettled: tuple[str, ...]
    names: Mapping[str, str]


def build_final(
    assessment: Assessment, paper: PaperView, catalogue: Catalogue, *, folder: str = "data"
) -> FinalView:
    """The view of an assessment whose common part is ``paper``."""
    status = paper.status
    told = tasks_told(assessment, status, Builder(assessment, catalogue, folder))
    adjusted = status.plan.shares == "to-100"
    results = _results(told, status.totals.unjudged, to_hundred=adjusted)
    done = [each for each in told if each.task.state is State.DONE]
    return FinalView(
        opening=build_opening(assessment),
        practice=build_practice(assessment),
        results=results,
        share_sum=sum((each.share for each in results), Decimal(0)),
        done=len(done),
        late=tuple(each for each in done if result_of(each) == "late"),
        extended=tuple(each for each in done if _in_extended_time(each)),
        unfinished=tuple(_unfinished(told, status.prospects.carried)),
        unverified=tuple(each for each in done if each.task.verified is False),
        goals=tuple(_goal(goal, to_hundred=adjusted) for goal in goals_told(told, status, assessment)),
        raised=raised_told(assessment),
        verdicts=_verdicts(paper, to_hundred=adjusted),
        changed=_changed(assessment),
        opinions=_opinions(assessment),
        unrecorded=steps_ahead(assessment, StepState.UNRECORDED),
        unsettled=unsettled(paper),
        names={each.task.id: each.name for each in told},
    )


def result_of(told: TaskTold) -> str:
    """The key of how a task came out."""
    task = told.task
    if task.state is State.DONE:
        return task.timeliness.value if task.timeliness else "done"
    if task.state in (State.STANDING, State.SUSPENDED, State.CANCELLED):
        return task.state.value
    return "overdue" if told.prospect == Prospect.OVERDUE.value else "open"


def _unfinished(told: Iterable[TaskTold], carried: Iterable[CarriedView]) -> Iterator[UnfinishedTold]:
    """What goes on, for a while or into the next year; standing work does by its nature."""
    by_id = {each.id: each for each in carried}
    for each in told:
        carry = by_id.get(each.task.id)
        if carry:
            yield UnfinishedTold(each, "certain" if carry.certain else "possible", carry.reasons)
        elif result_of(each) in ("overdue", "open"):
            yield UnfinishedTold(each, "", ())


def _results(told: Iterable[TaskTold], unjudged: int, *, to_hundred: bool) -> tuple[ResultCount, ...]:
    counted = Counter(map(result_of, told))
    counted["unjudged"] = unjudged
    counts = [(result, counted[result]) for result in _RESULTS if counted[result]]
    percents = shares([count for _, count in counts], to_hundred=to_hundred)
    return tuple(
        ResultCount(result, count, share) for (result, count), share in zip(counts, percents, strict=True)
    )


def _in_extended_time(told: TaskTold) -> bool:
    task = told.task
    return result_of(told) in ("early", "on-time") and task.due != task.due_original


def _goal(goal: GoalTold, *, to_hundred: bool) -> FinalGoal:
    telling = tuple(
        each
        for each in goal.tasks
        if result_of(each) not in ("early", "on-time", "done") or each.task.verified is False
    )
    return FinalGoal(goal, _results(goal.tasks, goal.unjudged, to_hundred=to_hundred), telling)


def _verdicts(paper: PaperView, *, to_hundred: bool) -> tuple[VerdictCount, ...]:
    counts = [(verdict, count) for verdict, count in paper.status.feedback.by_verdict.items() if count]
    percents = shares([count for _, count in counts], to_hundred=to_hundred)
    return tuple(
        VerdictCount(verdict, count, share) for (verdict, count), share in zip(counts, percents, strict=True)
    )


def _opinions(assessment: Assessment) -> tuple[str, ...]:
    last = verdicts(assessment.book.feedback, assessment.day)
    said = (bare(each.feedback.text or "") for each in last if each.unanswered(assessment.day))
    return tuple(dict.fromkeys(filter(None, said)))


def _changed(assessment: Assessment) -> tuple[tuple[str, str, int], ...]:
    last = verdicts(assessment.book.feedback, assessment.day)
    turned: Sequence[tuple[str, str]] = [
        (each.before, each.feedback.verdict)
        for each in last
        if each.before and each.feedback.verdict and each.before != each.feedback.verdict
    ]
    counted = Counter(turned)
    order = sorted(counted, key=lambda pair: (VERDICTS.index(pair[0]), VERDICTS.index(pair[1])))
    return tuple((before, after, counted[before, after]) for before, after in order)
