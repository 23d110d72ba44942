"""接下来: the next days on which something falls due, ends or begins, at most six."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from motiontrack.assess.accounts import StepState, When
from motiontrack.assess.assessment import Assessment
from motiontrack.assess.judge import Judgement
from motiontrack.assess.matters import FindingState, findings_on, state_of_finding
from motiontrack.assess.owed import return_days
from motiontrack.assess.state import State
from motiontrack.lean import lean
from motiontrack.model.registers import Finding
from motiontrack.views.page_words import Speaker
from motiontrack.views.status import StatusView

__all__ = ["Coming", "Peak", "coming", "next_return", "other_days", "peak_of"]

_MOST = 6
#: So many tasks are named by their ids, and so many findings of one day told; more are only counted.
_NAMED = 4
_OPEN = (State.UNKNOWN, State.NOT_STARTED, State.IN_PROGRESS)


@lean
class Coming:
    """One day ahead and all that falls on it."""

    day: date
    words: str
    weekday: str
    said: tuple[str, ...]
    peak: bool


@lean
class Peak:
    """The day ahead on which most tasks fall due."""

    day: date
    count: int


def peak_of(status: StatusView) -> Peak | None:
    """The busiest deadline ahead, the soonest of equals."""
    counted = Counter(
        task.due for task in status.tasks if task.due and task.due >= status.as_of and task.state in _OPEN
    )
    if not counted:
        return None
    day = min(counted, key=lambda each: (-counted[each], each))
    return Peak(day, counted[day])


def coming(assessment: Assessment, status: StatusView, speaker: Speaker) -> tuple[Coming, ...]:
    """The next days, soonest first."""
    peak = peak_of(status)
    days: dict[date, list[str]] = {}
    for day, said in (*_deadlines(status, speaker), *other_days(assessment, status, speaker)):
        days.setdefault(day, []).append(said)
    return tuple(
        Coming(
            day=day,
            words=speaker.day(day),
            weekday=speaker.weekday(day),
            said=tuple(days[day]),
            peak=peak is not None and peak.count > 1 and day == peak.day,
        )
        for day in sorted(days)[:_MOST]
    )


def other_days(assessment: Assessment, status: StatusView, speaker: Speaker) -> Iterator[tuple[date, str]]:
    """All that falls on a day ahead beside the deadlines of tasks."""
    yield from _returns(assessment, status, speaker)
    yield from _phases(status, speaker)
    yield from _steps(status, speaker)
    yield from _findings(assessment, status, speaker)


def _deadlines(status: StatusView, speaker: Speaker) -> Iterator[tuple[date, str]]:
    due: dict[date, list[str]] = {}
    for task in status.tasks:
        if task.due is not None and task.due >= status.as_of and task.state in _OPEN:
            due.setdefault(task.due, []).append(task.id)
    for day, ids in due.items():
        key = "next.due" if len(ids) <= _NAMED else "next.due.many"
        yield day, speaker.say(key, count=len(ids), tasks=speaker.listed(ids))


def _returns(assessment: Assessment, status: StatusView, speaker: Speaker) -> Iterator[tuple[date, str]]:
    """The next return day, with how many returns are owed on it for the tasks shown."""
    owed: Counter[tuple[date, str]] = Counter()
    shown = {task.id for task in status.tasks}
    for task in assessment.tasks:
        if task.node.id not in shown:
            continue
        for leaf in task.leaves:
            if leaf.state.is_open:
                following = next_return(leaf, assessment)
                if following is not None:
                    owed[following] += 1
    if owed:
        day, month = min(owed)
        yield day, speaker.say("next.returns", month=speaker.month(month), count=owed[day, month])


def next_return(task: Judgement, assessment: Assessment) -> tuple[date, str] | None:
    """The first return day from the day on, and the month it is for; a return already in is not asked for."""
    reported = task.last.month if task.last is not None else ""
    for month, due in return_days(task.node, assessment.book):
        if due >= assessment.day and month > reported:
            return due, month
    return None


def _phases(status: StatusView, speaker: Speaker) -> Iterator[tuple[date, str]]:
    for phase in status.phases:
        if phase.first is None or phase.last is None:
            continue
        if phase.when is When.COMING:
            yield phase.first, speaker.say("next.opens", name=phase.name)
        if phase.when is not When.PAST:
            steps = sum(
                1
                for step in status.steps
                if step.phase == phase.id and step.due == phase.last and step.state is StepState.COMING
            )
            if steps:
                yield phase.last, speaker.say("next.steps", name=phase.name, count=steps)
            else:
                yield phase.last, speaker.say("next.closes", name=phase.name)


def _steps(status: StatusView, speaker: Speaker) -> Iterator[tuple[date, str]]:
    """Steps with a day of their own; those due as their phase ends are counted with it."""
    ends = {phase.id: phase.last for phase in status.phases}
    for step in status.steps:
        if step.due is None or step.state is not StepState.COMING or step.due == ends.get(step.phase):
            continue
        yield step.due, speaker.say("next.step", text=step.text.rstrip("。"))


def _findings(assessment: Assessment, status: StatusView, speaker: Speaker) -> Iterator[tuple[date, str]]:
    """The findings to be mended; where not everything is shown, those about a task that is."""
    shown = {task.id for task in status.tasks}
    days: dict[date, list[Finding]] = {}
    for raised in findings_on(assessment.book.findings, assessment.day):
        touches = set(map(assessment.book.task_of, raised.finding.tasks))
        if status.filter.narrows and not shown & touches:
            continue
        if state_of_finding(raised, assessment.day) is FindingState.OPEN and raised.due is not None:
            days.setdefault(raised.due, []).append(raised.finding)
    for due, findings in days.items():
        if len(findings) > _NAMED:
            yield due, speaker.say("next.findings.many", count=len(findings))
            continue
        for finding in findings:
            key = "next.finding" if finding.unit else "next.finding.nobody"
            yield due, speaker.say(key, text=finding.text.rstrip("。"), unit=finding.unit or "")
