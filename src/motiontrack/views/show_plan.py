"""A phase, a finding and a goal as they are shown."""

from __future__ import annotations

from collections.abc import Iterator

from motiontrack.assess.accounts import phase_accounts
from motiontrack.assess.matters import findings_on, state_of_finding
from motiontrack.model.items import Target
from motiontrack.model.plan import Goal
from motiontrack.model.resolve import PhaseSpan, RaisedFinding
from motiontrack.views.filters import goals_of_node
from motiontrack.views.show import (
    FindingView,
    GoalKind,
    GoalView,
    PhaseStoryView,
    RowView,
    TargetView,
)
from motiontrack.views.show_item import target_views, wanted_said, with_parts
from motiontrack.views.show_speech import Teller

__all__ = ["finding_views", "goal_view", "phase_view"]


def phase_view(span: PhaseSpan, teller: Teller) -> PhaseStoryView:
    """A phase: its account, its steps, its tasks, and what must be ready the day it opens."""
    assessment = teller.assessment
    accounts = phase_accounts(assessment.book.phases, assessment.tasks, assessment.day)
    account = next(each for each in accounts if each.span is span)
    ids = {step.id for step in span.steps}
    steps = [teller.row(step) for step in assessment.steps if step.node.id in ids]
    steps += [teller.row(row) for row in assessment.unjudged if row.node.id in ids]
    return PhaseStoryView(
        account=teller.builder.phase(account),
        steps=tuple(steps),
        tasks=tuple(teller.row(task) for task in account.tasks),
        not_done=tuple(teller.row(task) for task in account.not_done),
        behind=tuple(teller.row(task) for task in account.behind),
        place=teller.place(span.phase.at.place("id")),
    )


# -- findings


def finding_views(teller: Teller) -> Iterator[FindingView]:
    """Every finding that was known on the day, as they stand in the file."""
    for raised in findings_on(teller.assessment.book.findings, teller.assessment.day):
        yield _finding(raised, teller)


def _finding(raised: RaisedFinding, teller: Teller) -> FindingView:
    finding, day = raised.finding, teller.assessment.day
    assert finding.raised_on is not None  # noqa: S101 - the caller has looked
    mended = finding.resolved_on if finding.resolved_on and finding.resolved_on <= day else None
    days = ((mended or day) - raised.due).days if raised.due else None
    return FindingView(
        id=finding.id,
        text=finding.text,
        by=finding.by,
        occasion=finding.occasion,
        raised_on=finding.raised_on,
        unit=teller.assessment.book.unit_id(finding.unit) if finding.unit else None,
        due_words=finding.due,
        due=raised.due,
        state=state_of_finding(raised, day),
        days=days,
        resolved_on=mended,
        resolution=finding.resolution if mended else None,
        tasks=tuple(_rows_of(finding.tasks, teller)),
        place=teller.place(finding.at.place("id")),
    )


def _rows_of(items: tuple[str, ...], teller: Teller) -> Iterator[RowView]:
    """The tasks that items belong to, each once."""
    tasks = set(map(teller.assessment.book.task_of, items))
    yield from (teller.row(task) for task in teller.assessment.tasks if task.node.id in tasks)
    yield from (teller.row(row) for row in teller.assessment.unjudged if row.node.id in tasks)


# -- goals


def goal_view(name: str, kind: GoalKind, goal: Goal | None, teller: Teller) -> GoalView:
    """An aim, an objective, or a goal that the annex prints: ``goal`` is ``None``, ``name`` its words."""
    assessment = teller.assessment
    tasks = [task for task in assessment.tasks if name in goals_of_node(task.node)]
    unjudged = [row for row in assessment.unjudged if row.is_task and name in goals_of_node(row.node)]
    own = [_own_target(target, goal, teller) for target in goal.targets] if goal else []
    serving = [
        target for task in tasks for node in with_parts(task.node) for target in target_views(node, teller)
    ]
    return GoalView(
        id=goal.id if goal else None,
        kind=kind,
        text=goal.text if goal else name,
        until=goal.until if goal else None,
        targets=(*own, *serving),
        tasks=(*(teller.row(task) for task in tasks), *(teller.row(row, "unjudged") for row in unjudged)),
        place=teller.place(goal.at.place("id")) if goal else None,
    )


def _own_target(target: Target, goal: Goal, teller: Teller) -> TargetView:
    """A target of the main text: nobody reports against it; the tasks' targets that repeat it follow."""
    return TargetView(
        item=goal.id, id=target.id, words=target.words, wanted=wanted_said(target, teller),
        value=None, as_of=None, met=None, measure=target.measure or "",
    )  # fmt: skip
