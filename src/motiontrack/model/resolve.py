"""Items with what they inherit, their deadlines read, their units by id (DESIGN §2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from operator import attrgetter
from typing import Any, NamedTuple

from motiontrack.diagnostics.record import Place
from motiontrack.lean import lean
from motiontrack.model.deadlines import Deadline, Recurrence
from motiontrack.model.fields import Record
from motiontrack.model.items import Inherited, Item
from motiontrack.model.plan import Phase, Plan
from motiontrack.model.reading_words import Reader
from motiontrack.model.registers import Finding, Schedule, Scheduled

__all__ = [
    "Kind",
    "Node",
    "PhaseSpan",
    "RaisedFinding",
    "UnitPlan",
    "resolve_findings",
    "resolve_phase",
    "resolve_schedules",
    "resolve_tasks",
    "schedules_by_unit",
]


class Kind(StrEnum):
    """What an item is in the plan."""

    TASK = "task"
    PART = "part"
    STAGE = "stage"
    STEP = "step"


@lean
class Node:
    """An item with everything it inherits.

    ``task`` is the id of the task (or step) it belongs to. ``due_assumed`` says that the document
    prints no deadline and a phase's end or the plan's close stands in. ``unread`` are the fields
    that were written, here or above, but could not be read, each with its place.
    """

    item: Item
    kind: Kind
    task: str
    lead: tuple[str, ...]
    does: tuple[str, ...]
    support: tuple[str, ...]
    person: tuple[str, ...]
    overseer: tuple[str, ...]
    department: str | None
    clerk: str | None
    due: Deadline | None
    due_holder: Record
    due_assumed: bool
    start: Deadline | None
    standing: bool
    clock: Recurrence
    unread: Mapping[str, Place]
    parts: tuple[Node, ...] = ()
    stages: tuple[Node, ...] = ()

    @property
    def id(self) -> str:
        """The item's id."""
        return self.item.id

    @property
    def due_place(self) -> Place:
        """Where its deadline stands, or could stand."""
        return self.due_holder.at.place("due")

    @property
    def convener(self) -> str | None:
        """The unit that stands first among the leads."""
        return self.lead[0] if self.lead else None

    @property
    def due_words(self) -> str | None:
        """The deadline as the document prints it; ``None`` where it prints none."""
        if self.due is None or self.due_assumed:
            return self.item.due_words
        return self.item.due_words or self.due.words


@lean
class PhaseSpan:
    """A phase with its first and last day and its steps; a day is ``None`` if it could not be read."""

    phase: Phase
    first: date | None
    last: date | None
    steps: tuple[Node, ...]


@lean
class UnitPlan:
    """One task (or part) in a unit's own implementation plan, in force from the day it was received.

    ``schedule`` is the whole of that plan.
    """

    unit: str
    received: date
    schedule: Schedule
    task: str
    scheduled: Scheduled
    stages: tuple[Node, ...]


@lean
class RaisedFinding:
    """What an inspection found, with the day by which it must be mended."""

    finding: Finding
    due: date | None


_INHERITED = (
    "lead", "does", "support", "person", "overseer", "department", "clerk", "due", "start", "report",
)  # fmt: skip
_UNITS = frozenset(("lead", "does", "support"))
#: What is taken as it stands (units by their ids), and what an item has that finds none of it above.
_TAKEN: dict[str, Any] = {
    "lead": (), "does": (), "support": (), "person": (), "overseer": (), "department": None, "clerk": None,
}  # fmt: skip


class _Context(NamedTuple):
    """What an item can inherit: the chain of records from itself up, nearest first, and the plan's close.

    ``held`` are the nearest records that have a field, or tried to; ``taken`` what an item has of
    the fields that it takes as they stand.
    """

    chain: tuple[Inherited, ...]
    held: Mapping[str, Inherited]
    taken: Mapping[str, Any]
    names: Mapping[str, str]
    closes: date | None
    reader: Reader

    def holder(self, name: str) -> Inherited | None:
        """The nearest record that has the field, or tried to."""
        return self.held.get(name)

    def under(self, item: Inherited) -> _Context:
        own = _held_by(item)
        taken = {name: self._take(item, name) for name in own if name in _TAKEN}
        return _Context(
            (item, *self.chain),
            {**self.held, **dict.fromkeys(own, item)} if own else self.held,
            {**self.taken, **taken} if taken else self.taken,
            self.names,
            self.closes,
            self.reader,
        )

    def _take(self, item: Inherited, name: str) -> Any:
        value = getattr(item, name) or _TAKEN[name]
        return tuple([self.names.get(unit, unit) for unit in value]) if name in _UNITS else value


def _held_by(record: Inherited) -> list[str]:
    """The fields that ``record`` has, or tried to have."""
    broken = record.at.broken
    return [
        name for name, value in zip(_INHERITED, _inherited(record), strict=True) if value or name in broken
    ]


_inherited = attrgetter(*_INHERITED)


def _context(
    chain: tuple[Inherited, ...], names: Mapping[str, str], closes: date | None, reader: Reader
) -> _Context:
    """The context of what stands under ``chain``, whose nearest record comes first."""
    context = _Context((), {}, _TAKEN, names, closes, reader)
    for record in reversed(chain):
        context = context.under(record)
    return context


def resolve_tasks(
    tasks: Iterable[Item], plan: Plan, names: Mapping[str, str], closes: date, reader: Reader
) -> tuple[Node, ...]:
    """The tasks of the annex with their parts and stages; ``names`` maps aliases to unit ids."""
    chain = (plan.defaults,) if plan.defaults else ()
    context = _context(chain, names, None if "due" in plan.required else closes, reader)
    return tuple(_resolve(task, Kind.TASK, task.id, context) for task in tasks)


def resolve_phase(phase: Phase, reader: Reader) -> PhaseSpan:
    """A phase with its days; a step without a deadline is due on the phase's last day."""
    first = reader.when(phase.first, phase.at, "first", None) if phase.first else None
    last = reader.when(phase.last, phase.at, "last", None) if phase.last else None
    context = _context((), {}, last.end if last else None, reader)
    steps = tuple(_resolve(step, Kind.STEP, step.id, context) for step in phase.steps)
    return PhaseSpan(phase, first.start if first else None, last.end if last else None, steps)


def resolve_schedules(
    schedules: Iterable[Schedule], tasks: Iterable[Node], plan: Plan, names: Mapping[str, str], reader: Reader
) -> tuple[UnitPlan, ...]:
    """The units' own plans; rows for tasks and parts that do not exist are left to the rules."""
    by_id = {each[0].id: each for each in _tasks_and_parts(tasks)}
    above = (plan.defaults,) if plan.defaults else ()
    plans = []
    for schedule in schedules:
        if schedule.received is None:
            continue
        for row in schedule.items:
            if row.task not in by_id:
                continue
            node, *parents = by_id[row.task]
            chain = (node.item, *(parent.item for parent in parents), *above)
            context = _context(chain, names, None, reader)
            stages = _stages(row.stages, node.task, context, node.start, node.due)
            unit = names.get(schedule.unit, schedule.unit)
            plans.append(UnitPlan(unit, schedule.received, schedule, node.id, row, stages))
    return tuple(plans)


def schedules_by_unit(
    schedules: Iterable[Schedule], names: Mapping[str, str]
) -> dict[str, tuple[tuple[date, Schedule], ...]]:
    """Each unit's own plans with the day each came, the latest last.

    The latest supersedes the whole of those before it, also for a task it does not list.
    """
    of_unit: dict[str, list[tuple[date, Schedule]]] = {}
    for schedule in schedules:
        if schedule.received is not None:
            unit = names.get(schedule.unit, schedule.unit)
            of_unit.setdefault(unit, []).append((schedule.received, schedule))
    return {unit: tuple(sorted(each, key=lambda row: row[0])) for unit, each in of_unit.items()}


def _tasks_and_parts(nodes: Iterable[Node], above: tuple[Node, ...] = ()) -> Iterator[tuple[Node, ...]]:
    """Every task and part, each with what it is a part of behind it, nearest first."""
    for node in nodes:
        yield (node, *above)
        yield from _tasks_and_parts(node.parts, (node, *above))


def resolve_findings(findings: Iterable[Finding], reader: Reader) -> tuple[RaisedFinding, ...]:
    """The findings with their time limits read; N日内 counts from the day one was raised."""
    raised = []
    for finding in findings:
        read = None
        if finding.due:
            start, at = finding.raised_on, finding.at
            read = reader.rolled(reader.when(finding.due, at, "due", None, start=start, of_motion=False))
        raised.append(RaisedFinding(finding, read.end if read else None))
    return tuple(raised)


def _resolve(item: Item, kind: Kind, task: str, above: _Context) -> Node:
    context = above.under(item)
    start = _start(context, item)
    due, assumed = _due(context, item, start.start if start else None)
    standing = _stands(context)
    clock = _clock(context, item)
    unread = _unread(context, {"due": due, "start": start, "report": clock})
    if standing:
        unread.pop("due", None)
    return Node(
        item=item,
        kind=kind,
        task=task,
        **context.taken,
        due=due,
        due_holder=context.holder("due") or item,
        due_assumed=assumed,
        start=start,
        standing=standing,
        clock=clock or context.reader.default_clock(),
        unread=unread,
        parts=tuple(_resolve(part, Kind.PART, task, context) for part in item.parts),
        stages=_stages(item.stages, task, context, start, due),
    )


def _stages(
    stages: Iterable[Item], task: str, context: _Context, start: Deadline | None, due: Deadline | None
) -> tuple[Node, ...]:
    """The stages of an item from ``start`` to ``due``; what comes round again, round by round."""
    first = start.start if start else context.reader.issued
    last = due.end if due else context.reader.closes
    dated = (each for stage in stages for each in context.reader.rounds(stage, first, last) or (stage,))
    return tuple(_resolve(stage, Kind.STAGE, task, context) for stage in dated)


def _start(context: _Context, item: Item) -> Deadline | None:
    holder = context.holder("start")
    if holder is None or holder.start is None:
        return None
    return context.reader.when(holder.start, holder.at, "start", item.id)


def _due(context: _Context, item: Item, start: date | None) -> tuple[Deadline | None, bool]:
    """The deadline, and whether it is assumed. A standing item has none of its own or its parent's."""
    holder = context.holder("due")
    if item.standing and not item.due:
        return None, False
    if holder is not None and holder.due is not None:
        total = any(target.kind == "total" for target in item.targets)
        read = context.reader.when(holder.due, holder.at, "due", item.id, start=start, total=total)
        return context.reader.rolled(read), False
    if holder is not None or context.closes is None or _stands(context):
        return None, False
    return Deadline(words="", start=context.closes, end=context.closes, rule="assumed"), True


def _stands(context: _Context) -> bool:
    """True if the item is standing, itself or through a parent, and no nearer deadline says otherwise."""
    for record in context.chain:
        if getattr(record, "standing", False):
            return True
        if record.due or "due" in record.at.broken:
            return False
    return False


def _clock(context: _Context, item: Item) -> Recurrence | None:
    holder = context.holder("report")
    if holder is None or not holder.report:
        return None
    return context.reader.clock(holder.report, holder.at, item.id)


def _unread(context: _Context, read: Mapping[str, object]) -> dict[str, Place]:
    """The fields that stand here or above without a value; ``read`` are those of which words were read."""
    unread = {}
    for name in _INHERITED:
        holder = context.held.get(name)
        if holder is not None and (read.get(name, holder) is None or not getattr(holder, name)):
            unread[name] = holder.at.place(name)
    return unread
