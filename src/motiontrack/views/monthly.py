"""What the monthly paper alone tells: who stands where, what was decided in the month, what comes next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby

from motiontrack.assess.assessment import Assessment
from motiontrack.assess.causes import Code
from motiontrack.language.catalogue import Catalogue
from motiontrack.lean import lean
from motiontrack.model.registers import Decision
from motiontrack.model.resolve import Node
from motiontrack.views.annex import AnnexRow, annex_row
from motiontrack.views.build import Builder
from motiontrack.views.monthly_reasons import reasons_told
from motiontrack.views.overview import InstructionView, RequestView
from motiontrack.views.page_rules import LightRule, light_rules
from motiontrack.views.page_words import Speaker
from motiontrack.views.paper import AttentionGroup, PaperView
from motiontrack.views.paper_words import bare, called
from motiontrack.views.practice import OpeningTold, build_opening
from motiontrack.views.raised import RaisedTold, raised_told
from motiontrack.views.status import LightView
from motiontrack.views.told import GoalTold, TaskTold, goals_told, tasks_told

__all__ = [
    "AnnexGoal",
    "DecisionTold",
    "DueDay",
    "FlaggedGroup",
    "FlaggedTask",
    "MonthlyView",
    "NamedItem",
    "SilentTask",
    "build_monthly",
]

#: What changes when or by whom the work is to be done; what is closed or done shows in the lights.
_KINDS = frozenset(("extend", "suspend", "resume", "cancel", "reassign", "send-back"))


@lean
class NamedItem:
    """What is spoken of: a task, or a ``part`` or ``stage`` (``kind``) of one, called ``name``.

    Of a row with errors there is no ``task``.
    """

    task: TaskTold | None
    kind: str
    name: str


@lean
class DecisionTold:
    """A decision that came into force in the month; ``due`` and ``to`` are what it settles."""

    kind: str
    item: NamedItem
    lead: tuple[str, ...]
    on: date
    due: date | None
    to: tuple[str, ...]
    reason: str
    approver: str
    document: str


@lean
class FlaggedTask:
    """A task that needs attention, with its reasons: sentences without their end."""

    told: TaskTold
    reasons: tuple[str, ...]


@lean
class SilentTask:
    """A task of which only is known that it was not reported; ``missing``: how many returns never came."""

    told: TaskTold
    missing: int | None


@lean
class FlaggedGroup:
    """The tasks of one light that need attention: ``count`` of the ``total`` that show it."""

    light: LightView
    count: int
    total: int
    told: tuple[FlaggedTask, ...]
    silent: tuple[SilentTask, ...]


@lean
class DueDay:
    """A day on which open tasks fall due."""

    day: date
    tasks: tuple[TaskTold, ...]


@lean
class AnnexGoal:
    """The tasks of one goal; ``name`` is ``None`` for those without one."""

    name: str | None
    rows: tuple[AnnexRow, ...]


@lean
class MonthlyView:
    """``decided``: in the month of the paper up to its day; ``findings``: all that were raised by then.

    ``units``: by light, the units that convene its tasks, each with how many. ``next_due``: by day.
    ``rules``: the lights in the order they are judged, each with what sets it. ``names``: what each task
    is called, by its id.
    """

    opening: OpeningTold
    units: Mapping[str, tuple[tuple[str, int], ...]]
    groups: tuple[FlaggedGroup, ...]
    decided: tuple[DecisionTold, ...]
    instructions: tuple[tuple[InstructionView, NamedItem], ...]
    requests: tuple[tuple[RequestView, NamedItem], ...]
    findings: tuple[RaisedTold, ...]
    next_due: tuple[DueDay, ...]
    goals: tuple[AnnexGoal, ...]
    rules: tuple[LightRule, ...]
    names: Mapping[str, str]


def build_monthly(
    assessment: Assessment, paper: PaperView, catalogue: Catalogue, *, folder: str = "data"
) -> MonthlyView:
    """The monthly paper's own view of an assessment whose common part is ``paper``."""
    status = paper.status
    told = tasks_told(assessment, status, Builder(assessment, catalogue, folder))
    by_id = {each.task.id: each for each in told}
    names = _Names(assessment, by_id)
    return MonthlyView(
        opening=build_opening(assessment),
        units=_units(told),
        groups=tuple(_groups(assessment, paper, by_id, catalogue)),
        decided=tuple(_decided(assessment, names)),
        instructions=tuple((each, names.of(each.item)) for each in status.instructions),
        requests=tuple((each, names.of(each.item)) for each in status.requests),
        findings=raised_told(assessment),
        next_due=tuple(_days(by_id[task.id] for task in paper.next_due)),
        goals=tuple(_goals(assessment, goals_told(told, status, assessment), paper, catalogue)),
        rules=light_rules(assessment.profile, status.profile.words, Speaker(catalogue, paper.year)),
        names={each.task.id: each.name for each in told},
    )


class _Names:
    """What items are called, found by their ids."""

    def __init__(self, assessment: Assessment, tasks: Mapping[str, TaskTold]) -> None:
        self.book = assessment.book
        self.tasks = tasks
        self.parts = {leaf.node.id for task in assessment.tasks for leaf in task.leaves}

    def of(self, item: str) -> NamedItem:
        """What the item with this id is called."""
        if item in self.tasks:
            return NamedItem(self.tasks[item], "task", "")
        name = called(self.book.nodes[item].item.text) if item in self.book.nodes else item
        task = self.tasks.get(self.book.task_of(item))
        return NamedItem(task, "part" if item in self.parts else "stage", name)


def _units(told: Iterable[TaskTold]) -> Mapping[str, tuple[tuple[str, int], ...]]:
    counted: dict[str, Counter[str]] = {}
    for each in told:
        counted.setdefault(each.task.tile, Counter())[each.convener] += 1
    return {tile: tuple(units.items()) for tile, units in counted.items()}


def _groups(
    assessment: Assessment, paper: PaperView, by_id: Mapping[str, TaskTold], catalogue: Catalogue
) -> Iterator[FlaggedGroup]:
    judged = {task.node.id: task for task in assessment.tasks}
    for group in paper.groups:
        noted = (
            FlaggedTask(by_id[task.id], reasons_told(judged[task.id], catalogue, paper.year))
            for task in group.told
        )
        yield FlaggedGroup(
            light=group.light,
            count=group.count,
            total=paper.status.totals.by_light[group.light.id],
            told=tuple(noted),
            silent=tuple(_silent(group, by_id)),
        )


def _silent(group: AttentionGroup, by_id: Mapping[str, TaskTold]) -> Iterator[SilentTask]:
    for task in group.silent:
        missing = (each.figures.get("times") for each in task.causes if each.code is Code.UNREPORTED)
        yield SilentTask(by_id[task.id], next((int(str(each)) for each in missing if each), None))


def _decided(assessment: Assessment, names: _Names) -> Iterator[DecisionTold]:
    book, day = assessment.book, assessment.day
    made = [(each.on, each) for each in book.decisions if each.on is not None and each.kind in _KINDS]
    # What was resumed and extended on one day was resumed first, in whatever order it was recorded.
    for on, decision in sorted(made, key=lambda pair: (pair[0], pair[1].kind != "resume")):
        node = book.nodes.get(decision.item)
        if day.replace(day=1) <= on <= day and node is not None:
            yield _decision(decision, on, node, names)


def _decision(decision: Decision, on: date, node: Node, names: _Names) -> DecisionTold:
    return DecisionTold(
        kind=decision.kind,
        item=names.of(decision.item),
        lead=node.lead,
        on=on,
        due=decision.due,
        to=decision.to,
        reason=bare(decision.reason or ""),
        approver=decision.approver or "",
        document=decision.document or "",
    )


def _days(tasks: Iterable[TaskTold]) -> Iterator[DueDay]:
    for day, due in groupby(tasks, key=lambda each: each.task.due):
        if day is not None:
            yield DueDay(day, tuple(due))


def _goals(
    assessment: Assessment, goals: Iterable[GoalTold], paper: PaperView, catalogue: Catalogue
) -> Iterator[AnnexGoal]:
    judged = {task.node.id: task for task in assessment.tasks}
    for goal in goals:
        rows = (annex_row(each, judged[each.task.id], paper, catalogue) for each in goal.tasks)
        if goal.tasks:  # else all of its rows have errors
            yield AnnexGoal(goal.name, tuple(rows))
