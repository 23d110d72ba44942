"""MT2: what is pointed at must exist, exist once, and be of the right kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from motiontrack.book import Book
from motiontrack.diagnostics.record import Diagnostic, Note, Place, fault
from motiontrack.model.fields import Record, describe
from motiontrack.model.items import Item, Target
from motiontrack.model.plan import Goal, Organisation, Phase, PlanFile
from motiontrack.model.resolve import Kind
from motiontrack.near import Names
from motiontrack.rules.walk import (
    Where,
    all_items,
    goals,
    listed,
    names_in,
    plan_nodes,
    target_index,
    targeted,
)

__all__ = ["as_a_list", "doubled_id", "ids_run_together", "unknown_item", "unknown_target", "wrong_kind"]


def doubled_id(book: Book) -> Iterator[Diagnostic]:
    """MT204: an id stands twice: in the plan, or a target's id twice in one item.

    Why: a return for it could mean either. A unit's later plan for a task may use the stage ids of
    the one it supersedes.

    Bad: two tasks with ``id: T05``. Good: ``T05`` and ``T06``.
    """
    revised = _revised(book)
    named = ((each, item) for each, item in _named(book) if not revised or each.at.place("id") not in revised)
    yield from _doubled(named)
    yield from _doubled((each.finding, None) for each in book.findings)
    for owner, targets in targeted(book):
        if len(targets) > 1:
            yield from _doubled((target, owner.id) for target in targets)


def _doubled(records: Iterable[tuple[Any, str | None]]) -> Iterator[Diagnostic]:
    """Records with the id of one before them; each comes with the item that it touches."""
    seen: dict[str, Record] = {}
    for record, item in records:
        first = seen.setdefault(record.id, record)
        if first is not record and record.id:
            related = ((Note.FIRST_HERE, first.at.place("id")),)
            yield fault("MT204", record.at.place("id"), item=item, id=record.id, related=related)


def _revised(book: Book) -> frozenset[Place]:
    """The places of stage ids that an earlier plan of the same unit for the same task has as well."""
    known: dict[tuple[str, str], set[str]] = {}
    again: set[Place] = set()
    for plan in book.schedules:
        before = known.setdefault((plan.unit, plan.task), set())
        again.update(stage.item.at.place("id") for stage in plan.stages if stage.id in before)
        before.update(stage.id for stage in plan.stages)
    return frozenset(again)


def _named(book: Book) -> Iterator[tuple[Record, str | None]]:
    """Every record with an id of its own in the plan, and the item it is, if it is one."""
    file = book.file
    for record in (*goals(book), *file.phases, *file.discrepancies):
        yield record, None
    if file.organisation is not None:
        for requirement in file.organisation.requirements:
            yield requirement, None
    for node in all_items(book):
        yield node.item, node.id


def unknown_item(book: Book) -> Iterator[Diagnostic]:
    """MT203: a return, decision, finding, slip or discrepancy names something the plan does not have.

    Why: the fact would be lost without a word.

    Bad: ``task: T22`` in a plan of 21 tasks. Good: ``task: T21``.
    """
    everything = _kinds(book)
    # What could not be read may be what is meant: the stages of a unit's plan, the steps of a phase.
    whole = listed(book, "aims", "objectives", "phases") and "schedules.yaml" not in book.unread
    for named in _items_named(book):
        name = named.name
        if name and name not in everything and (whole or named.only_tasks) and not names_in(name, everything):
            yield fault("MT203", named.where.place, id=name, suggestion=named.known.meant(name))
    if not whole:
        return
    names = Names(everything)
    for name, where in _between(book):
        if name not in everything and not names_in(name, everything):
            yield fault("MT203", where.place, id=name, suggestion=names.meant(name))


def ids_run_together(book: Book) -> Iterator[tuple[str, Where, str]]:
    """Each text that is several ids, and the list that was meant; none where only one can be named."""
    everything = _kinds(book)
    named = [(each.name, each.where) for each in _items_named(book)]
    for name, where in (*named, *_between(book)):
        if name not in everything and (names := names_in(name, everything)):
            yield name, where, as_a_list(where, names) if where.nth is not None else ""


def as_a_list(where: Where, names: Iterable[str]) -> str:
    """The whole list as it should be typed, where one of its texts runs ``names`` together.

    A list may stand there already: to put another into it would be the next mistake.
    """
    value = getattr(where.record, where.field)
    if isinstance(value, str):
        return ""  # no list can stand there
    typed = list(value)
    typed[where.nth or 0 : (where.nth or 0) + 1] = names
    return f"[{', '.join(typed)}]"


def _between(book: Book) -> Iterator[tuple[str, Where]]:
    for discrepancy in book.file.discrepancies:
        for index, name in enumerate(discrepancy.between):
            yield name, Where(discrepancy, "between", index)


def wrong_kind(book: Book) -> Iterator[Diagnostic]:
    """MT213: a return, decision, finding, slip or unit's plan names something of a kind it cannot be about.

    Why: the id exists, so nothing looks amiss; but no task is touched, and the fact is lost.

    Bad: ``{kind: close, item: O3, on: 2010-10-20}``, an objective. Good: ``item: T14``, the task.
    """
    everything = _kinds(book)
    slipped = [each for each in _items_named(book) if each.name not in each.known and each.name in everything]
    meant = _tasks_of(book) if slipped else {}
    for named in slipped:
        record, key = everything[named.name]
        found = describe(record)[key][1]
        yield fault(
            "MT213",
            named.where.place,
            id=named.name,
            what_zh=found.label_zh,
            what_en=found.label_en.lower(),
            tasks="、".join(meant.get(named.name, ())),
        )


def _tasks_of(book: Book) -> dict[str, list[str]]:
    """The tasks that are meant where something else is named: those that serve a goal, the one of a stage."""
    meant: dict[str, list[str]] = {}
    for node in all_items(book):
        if node.kind is Kind.STAGE:
            meant.setdefault(node.id, [node.task])
        for name in node.item.serves:
            meant.setdefault(name, []).append(node.id)
    return meant


class _Named(NamedTuple):
    """A place that names an item, and the items that it may name."""

    name: str
    where: Where
    known: Names
    only_tasks: bool = False


def _items_named(book: Book) -> Iterator[_Named]:
    # A plan that came on no day is not in force, and has been told of: its stages are there.
    stages = [stage.id for plan in book.schedule_rows for row in plan.items for stage in row.stages]
    known = Names(dict.fromkeys((*book.nodes, *stages)))
    for month in book.returns:
        yield _Named(month.entry.task, Where(month.entry, "task"), known)
    for decision in book.decisions:
        yield _Named(decision.item, Where(decision, "item"), known)
    for raised in book.findings:
        for index, name in enumerate(raised.finding.tasks):
            yield _Named(name, Where(raised.finding, "tasks", index), known)
    for slip in book.slips:
        for index, name in enumerate(slip.items):
            yield _Named(name, Where(slip, "items", index), known)
    tasks = (node.id for node in plan_nodes(book) if node.kind in (Kind.TASK, Kind.PART))
    whole = Names(dict.fromkeys(tasks))
    for schedule in book.schedule_rows:
        for row in schedule.items:
            yield _Named(row.task, Where(row, "task"), whole, only_tasks=True)


#: Where an item of each kind is declared.
_DECLARED: dict[Kind, tuple[type[Record], str]] = {
    Kind.TASK: (PlanFile, "tasks"),
    Kind.PART: (Item, "parts"),
    Kind.STAGE: (Item, "stages"),
    Kind.STEP: (Phase, "steps"),
}


def _kinds(book: Book) -> dict[str, tuple[type[Record], str]]:
    """Every id of the plan and of the units' own plans -> the record and the list it stands in."""
    kinds: dict[str, tuple[type[Record], str]] = {}
    for name in ("aims", "objectives", "phases", "discrepancies"):
        kinds |= dict.fromkeys((row.id for row in getattr(book.file, name)), (PlanFile, name))
    if book.file.organisation is not None:
        required = (row.id for row in book.file.organisation.requirements)
        kinds |= dict.fromkeys(required, (Organisation, "requirements"))
    for plan in book.schedule_rows:
        for row in plan.items:
            kinds |= dict.fromkeys((stage.id for stage in row.stages), _DECLARED[Kind.STAGE])
    kinds |= {node.id: _DECLARED[node.kind] for node in all_items(book)}
    kinds.pop("", None)
    return kinds


def unknown_target(book: Book) -> Iterator[Diagnostic]:
    """MT206: a target that is restated, exceeded or reported by a return does not exist.

    Why: the figures would be compared with nothing.

    Bad: ``restates: O6/项目`` where O6 has only ``示范项目``. Good: ``restates: O6/示范项目``.
    """
    pointing = [
        (owner, target)
        for owner, targets in targeted(book)
        for target in targets
        if target.restates or target.above
    ]
    if pointing and listed(book, "aims", "objectives"):
        yield from _pointing_nowhere(pointing, book)
    known: dict[str, Names] = {}
    for month in book.returns:
        node = book.nodes.get(month.entry.task)
        if node is None or not month.entry.targets or "targets" in node.item.at.broken:
            continue
        if node.id not in known:
            known[node.id] = Names(dict.fromkeys(target.id for target in node.item.targets))
        for name in month.entry.targets:
            if name not in known[node.id]:
                place = month.entry.at.place(f"targets.{name}")
                yield fault("MT206", place, item=node.id, id=name, suggestion=known[node.id].meant(name))


def _pointing_nowhere(pointing: Iterable[tuple[Item | Goal, Target]], book: Book) -> Iterator[Diagnostic]:
    index = target_index(book)
    names = Names(index)
    owners = {*(goal.id for goal in goals(book)), *(node.id for node in all_items(book))}
    for owner, target in pointing:
        pointed = [("restates", target.restates or "")]
        # ``above`` may be words; with the id of a record before a stroke it is meant as a target.
        if target.above and target.above.partition("/")[0] in owners and "/" in target.above:
            pointed.append(("above", target.above))
        for field, name in pointed:
            if name and name not in index:
                near = names.meant(name)
                meant = "" if near == f"{owner.id}/{target.id}" else near
                yield fault("MT206", target.at.place(field), item=owner.id, id=name, suggestion=meant)
