"""What the papers to the congress tell of each task and each goal: facts by day, figures against targets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from motiontrack.assess.assessment import Assessment
from motiontrack.assess.case import gather
from motiontrack.assess.causes import Attention, Code
from motiontrack.assess.facts import status_on
from motiontrack.assess.judge import Judgement
from motiontrack.assess.matters import pending
from motiontrack.assess.prospects import prospect_of
from motiontrack.assess.state import State, Timeliness
from motiontrack.lean import lean
from motiontrack.model.bounds import has_bound, is_met
from motiontrack.model.items import Target
from motiontrack.views.build import Builder
from motiontrack.views.paper import PaperView
from motiontrack.views.paper_words import bare, called, put_right, said_by
from motiontrack.views.status import LightView, StatusView, TaskView

__all__ = [
    "GoalTold",
    "Stopped",
    "TargetTold",
    "TaskTold",
    "asked_until",
    "best_first",
    "extensions_asked",
    "goals_told",
    "stopped_by",
    "tasks_told",
    "unsettled",
]

#: A goal of so many tasks is told task by task.
_FEW = 3


@lean
class TargetTold:
    """One target and the figure last reported of it.

    ``name`` is its words (``worded``), or its id where another target of the item has the same words.
    ``result``: ``met``, ``short``, ``none`` (a number was set and none reported), ``open`` (none was set) or
    ``made``: a document or an event, of which a number says nothing.
    ``left`` is what is lacking to the least that was asked for.
    """

    name: str
    worded: bool
    measure: str
    value: Decimal | None
    day: date | None
    result: str
    left: Decimal | None


@lean
class Stopped:
    """The decision by which a task was suspended, cancelled or sent back."""

    on: date | None
    reason: str | None
    document: str | None


@lean
class TaskTold:
    """One task, or a part, in words that fit into a sentence: full-width marks, no mark at the end.

    ``name``: a task that is all of its goal is called by the goal, as the heading over it is: the plan
    prints it as what the goal asks for, which alone may be no more than a fragment.
    ``lit``: it is overdue or at risk, and shows a light that no task without trouble shows.
    ``days_off``: done so many days after its deadline, before it if negative.
    ``asked``: an extension to that day was asked for and is not in force.
    """

    task: TaskView
    name: str
    text: str
    lit: bool
    lead: tuple[str, ...]
    person: str
    prospect: str
    days_off: int | None
    asked: date | None
    stopped: Stopped | None
    targets: tuple[TargetTold, ...]
    evidence: tuple[str, ...]
    work: str
    problems: str
    next: str
    unreported: bool
    parts: tuple[TaskTold, ...]

    @property
    def convener(self) -> str:
        """The unit that convenes, empty if there is none."""
        return self.lead[0] if self.lead else ""

    @property
    def silent(self) -> bool:
        """Whether it is owed returns and never had one, so that there is nothing else to tell of it."""
        return self.task.state is State.UNKNOWN and self.unreported and not self.parts

    @property
    def figures(self) -> tuple[TargetTold, ...]:
        """The targets of which a number was reported that says something."""
        return tuple(each for each in self.targets if each.value is not None and each.result != "made")


@lean
class GoalTold:
    """The tasks of one goal; ``name`` is ``None`` for those without one.

    ``lights`` are counted of all its tasks, ``unjudged`` are rows with errors beside them; ``told`` are
    those a mid-year paper speaks of one by one, ``rest`` how many it only counts.
    """

    name: str | None
    tasks: tuple[TaskTold, ...]
    lights: tuple[tuple[LightView, int], ...]
    told: tuple[TaskTold, ...]
    unjudged: int

    @property
    def size(self) -> int:
        """How many tasks the goal has, judged or not."""
        return len(self.tasks) + self.unjudged

    @property
    def rest(self) -> int:
        """How many tasks are not in ``told``."""
        return len(self.tasks) - len(self.told)


def tasks_told(assessment: Assessment, status: StatusView, builder: Builder) -> tuple[TaskTold, ...]:
    """Every judged task, in the plan's order."""
    views = {task.id: task for task in status.tasks}
    calm = frozenset(each.tile for each in status.tasks if each.attention is Attention.NONE)
    teller = _Teller(builder, calm, extensions_asked(assessment))
    sizes = _sizes(assessment)
    told = (
        replace(teller.of(task, views[task.node.id]), name=_name(task, sizes)) for task in assessment.tasks
    )
    return tuple(_distinct(tuple(told)))


def _sizes(assessment: Assessment) -> Counter[str | None]:
    """How many tasks each goal has, judged or not."""
    unjudged = (row.node for row in assessment.unjudged if row.is_task)
    return Counter(node.item.goal for node in (*(task.node for task in assessment.tasks), *unjudged))


def _name(task: Judgement, sizes: Mapping[str | None, int]) -> str:
    goal = task.node.item.goal
    return called(goal if goal and sizes[goal] == 1 else task.node.item.text)


def _distinct(told: Sequence[TaskTold]) -> Iterator[TaskTold]:
    """Two tasks of one name are told by their whole text, two of one text by their ids as well."""
    names, texts = Counter(each.name for each in told), Counter(each.text for each in told)
    for each in told:
        if names[each.name] == 1:
            yield each
        else:
            own = f"{each.text}（{each.task.id}）" if texts[each.text] > 1 else each.text
            yield replace(each, name=own)


@lean
class _Teller:
    """Tells items one by one; ``calm`` are the lights that tasks without trouble show.

    ``asked``: the days to which items would be extended.
    """

    builder: Builder
    calm: frozenset[str]
    asked: Mapping[str, date]

    def of(self, item: Judgement, view: TaskView) -> TaskTold:
        assessment = self.builder.assessment
        case = gather(item.node, assessment.ledger, assessment.day, assessment.profile)
        entries = [leaf.last.entry for leaf in item.leaves if leaf.last]
        return TaskTold(
            task=view,
            name=called(item.node.item.text),
            text=said_by(item.node.item.text),
            lit=view.attention in (Attention.OVERDUE, Attention.AT_RISK) and view.tile not in self.calm,
            lead=item.lead,
            person=view.person_now or view.person or "",
            prospect=prospect_of(item).value,
            days_off=_days_off(item),
            asked=asked_until(item, self.asked),
            stopped=stopped_by(item, assessment),
            targets=_targets(item, {key: (held.value, held.day) for key, held in case.values.items()}),
            evidence=_evidence(item, assessment),
            work=_joined(entry.work for entry in entries),
            problems=_joined(entry.problems for entry in entries),
            next=_joined(entry.next for entry in entries),
            unreported=any(cause.code is Code.UNREPORTED for cause in item.causes),
            parts=tuple(self.of(part, self.builder.task(part)) for part in item.parts),
        )


def _days_off(item: Judgement) -> int | None:
    if item.state is not State.DONE or item.done_on is None or item.due is None:
        return None
    days = (item.done_on - item.due).days
    # A part of it may have been late though the whole was not.
    return days if days > 0 or item.timeliness is not Timeliness.LATE else None


def _joined(texts: Iterable[str | None]) -> str:
    return "；".join(dict.fromkeys(said for text in texts if (said := put_right(said_by(text)))))


def extensions_asked(assessment: Assessment) -> Mapping[str, date]:
    """The days to which items would be extended, as was asked for and is not decided, by their ids."""
    return {each.item: each.due for each in pending(assessment) if each.kind == "extend" and each.due}


def asked_until(item: Judgement, asked: Mapping[str, date]) -> date | None:
    """The day that an extension which was ``asked`` for would move the deadline to."""
    due = asked.get(item.node.id)
    return due if due and item.due and due > item.due else None


def stopped_by(item: Judgement, assessment: Assessment) -> Stopped | None:
    """What suspended or cancelled an item that is so now."""
    if item.state not in (State.SUSPENDED, State.CANCELLED):
        return None
    by = status_on(assessment.ledger.decisions(item.node.id, assessment.day)).held_by
    return Stopped(by.on, bare(by.reason or "") or None, by.document) if by else None


def _targets(item: Judgement, values: Mapping[str, tuple[Decimal, date]]) -> tuple[TargetTold, ...]:
    targets = item.node.item.targets
    worded = Counter(target.words for target in targets)
    return tuple(
        _target(target, values.get(target.id), worded=worded[target.words] == 1) for target in targets
    )


def _target(target: Target, held: tuple[Decimal, date] | None, *, worded: bool) -> TargetTold:
    value, day = held or (None, None)
    name = said_by(target.words) if worded else target.id
    least = target.at_least
    met = value is not None and is_met(target, value)
    if has_bound(target):
        result = "none" if value is None else "met" if met else "short"
    else:
        result = "made" if target.kind in ("document", "event") else "open"
    left = least - value if value is not None and least is not None and value < least else None
    measure = target.measure or ("%" if target.kind == "growth" else "")
    return TargetTold(name, worded, measure, value, day, result, left)


def _evidence(item: Judgement, assessment: Assessment) -> tuple[str, ...]:
    """The proof that came with the returns, each once."""
    returns = (
        each for leaf in item.leaves for each in assessment.ledger.returns(leaf.node.id, assessment.day)
    )
    return tuple(dict.fromkeys(said_by(proof) for each in returns for proof in each.entry.evidence))


def unsettled(paper: PaperView) -> tuple[str, ...]:
    """What contradicts what in the document and is not ruled on."""
    return tuple(said_by(each.told) for each in paper.contradictions if each.ruling is None)


def goals_told(told: Sequence[TaskTold], status: StatusView, assessment: Assessment) -> tuple[GoalTold, ...]:
    """The goals in the plan's order, those without one last."""
    groups: dict[str | None, list[TaskTold]] = {node.item.goal: [] for node in assessment.book.tasks}
    unjudged = Counter(row.node.item.goal for row in assessment.unjudged if row.is_task)
    for each in told:
        groups[each.task.goal].append(each)
    order = sorted(groups, key=lambda goal: goal is None)
    return tuple(_goal(goal, tuple(groups[goal]), unjudged[goal], status) for goal in order)


def best_first(light: LightView) -> tuple[bool, int]:
    """The order in which a report to the congress counts: what is done first, what rests last."""
    return light.rank < 0, light.rank


def _goal(goal: str | None, tasks: tuple[TaskTold, ...], unjudged: int, status: StatusView) -> GoalTold:
    counted = Counter(each.task.tile for each in tasks)
    lights = sorted(status.profile.lights, key=best_first)
    return GoalTold(
        name=said_by(goal) if goal else None,
        tasks=tasks,
        lights=tuple((light, counted[light.id]) for light in lights if counted[light.id]),
        told=tasks if len(tasks) <= _FEW else tuple(each for each in tasks if _is_telling(each)),
        unjudged=unjudged,
    )


def _is_telling(each: TaskTold) -> bool:
    """What a goal of many tasks tells one by one: what is settled, what is behind, what was asked for."""
    return each.task.attention.value != "none" or not each.task.state.is_open
