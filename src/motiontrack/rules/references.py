"""MT2: what is pointed at must exist, and exist once."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from motiontrack.book import Book
from motiontrack.diagnostics.record import Diagnostic, Note, Place, fault
from motiontrack.model.fields import Record
from motiontrack.model.resolve import Kind
from motiontrack.rules.walk import (
    all_items,
    goals,
    leaves,
    listed,
    names_in,
    plan_nodes,
    suggest,
    target_index,
    targeted,
)

__all__ = [
    "doubled_id",
    "doubled_unit",
    "names_run_together",
    "not_served",
    "person_in_no_unit",
    "serves_nothing",
    "unknown_item",
    "unknown_link",
    "unknown_target",
    "unknown_unit",
]


def unknown_unit(book: Book) -> Iterator[Diagnostic]:
    """MT201: a unit that ``units.yaml`` does not list.

    Why: the task would belong to nobody who can be asked.

    Bad: ``lead: 发改局`` where only ``发改委`` is listed. Good: ``lead: 发改委``.
    """
    known = [name for name in book.names if name]
    for name, place, item in _units_named(book):
        if name and name not in book.names and not names_in(name, book.names):
            yield fault("MT201", place, item=item, unit=name, suggestion=suggest(name, known))


def _units_named(book: Book) -> Iterator[tuple[str, Place, str | None]]:
    """Every place that names a unit: name, place, and the item whose facts hang on it."""
    organisation = book.file.organisation
    if organisation is not None:
        for field in ("lead", "supervisor", "office"):
            yield getattr(organisation, field) or "", organisation.at.place(field), None
    if book.plan.defaults is not None:
        yield from _roles(book.plan.defaults, None)
    for node in all_items(book):
        yield from _roles(node.item, node.id)
    for month in book.returns:
        yield month.entry.unit or "", month.entry.at.place("unit"), month.entry.task
    for decision in book.decisions:
        for index, name in enumerate(decision.to):
            yield name, decision.at.place("to", index), decision.item
    for raised in book.findings:
        finding = raised.finding
        yield finding.unit or "", finding.at.place("unit"), None
    for schedule in book.schedule_rows:
        yield schedule.unit, schedule.at.place("unit"), None


def _roles(record: Record, item: str | None) -> Iterator[tuple[str, Place, str | None]]:
    for field in ("lead", "does", "support"):
        for index, name in enumerate(getattr(record, field)):
            yield name, record.at.place(field, index), item


def names_run_together(book: Book) -> Iterator[Diagnostic]:
    """MT212: several names, of units, people or goals, are written as one.

    Why: the mark between them is part of no name, and one name nobody has belongs to nobody.

    Bad: ``lead: 民政局、住建局``. Good: ``lead: [民政局, 住建局]``; the first one convenes.
    """
    people = {person.name for unit in book.units.values() for person in unit.people}
    links = {goal.id for goal in goals(book)}
    for name, place, item in _units_named(book):
        yield from _run_together(name, place, item, book.names)
    for node in plan_nodes(book):
        for field, known in (("person", people), ("serves", links)):
            for index, name in enumerate(getattr(node.item, field)):
                yield from _run_together(name, node.item.at.place(field, index), node.id, known)


def _run_together(name: str, place: Place, item: str | None, known: Collection[str]) -> Iterator[Diagnostic]:
    names = () if name in known else names_in(name, known)
    if names:
        yield fault("MT212", place, item=item, value=name, suggestion=f"[{', '.join(names)}]")


def doubled_unit(book: Book) -> Iterator[Diagnostic]:
    """MT202: two units share an id or an alias.

    Why: a return or a task naming it could mean either.

    Bad: ``- id: 发改委`` twice. Good: one entry, the other name under ``aliases``.
    """
    seen: dict[str, Place] = {}
    for unit in book.unit_rows:
        names = [(unit.id, unit.at.place("id"))]
        names += [(alias, unit.at.place("aliases", index)) for index, alias in enumerate(unit.aliases)]
        for name, place in names:
            if name in seen:
                yield fault("MT202", place, unit=name, related=((Note.FIRST_HERE, seen[name]),))
            elif name:
                seen[name] = place


def doubled_id(book: Book) -> Iterator[Diagnostic]:
    """MT204: an id stands twice: in the plan, or a target's id twice in one item.

    Why: a return for it could mean either. A unit's later plan for a task may use the stage ids of
    the one it supersedes.

    Bad: two tasks with ``id: T05``. Good: ``T05`` and ``T06``.
    """
    seen: dict[str, Place] = {}
    revised = _revised(book)
    for record, item in _named(book):
        name, place = getattr(record, "id", ""), record.at.place("id")
        if place in revised:
            continue
        if name in seen:
            yield fault("MT204", place, item=item, id=name, related=((Note.FIRST_HERE, seen[name]),))
        elif name:
            seen[name] = place
    raised: dict[str, Place] = {}
    for each in book.findings:
        name, place = each.finding.id, each.finding.at.place("id")
        if name in raised:
            yield fault("MT204", place, id=name, related=((Note.FIRST_HERE, raised[name]),))
        elif name:
            raised[name] = place
    for owner, targets in targeted(book):
        inside: dict[str, Place] = {}
        for target in targets:
            place = target.at.place("id")
            if target.id in inside:
                related = ((Note.FIRST_HERE, inside[target.id]),)
                yield fault("MT204", place, item=owner.id, id=target.id, related=related)
            elif target.id:
                inside[target.id] = place


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
    """MT203: a return, decision, finding or discrepancy names something the plan does not have.

    Why: the fact would be lost without a word.

    Bad: ``task: T22`` in a plan of 21 tasks. Good: ``task: T21``.
    """
    for name, place, known in _items_named(book):
        if name and name not in known:
            yield fault("MT203", place, id=name, suggestion=suggest(name, known))
    if not listed(book, "aims", "objectives", "phases"):
        return
    everything = {getattr(record, "id", "") for record, _ in _named(book)}
    for discrepancy in book.file.discrepancies:
        for index, name in enumerate(discrepancy.between):
            if name not in everything:
                place = discrepancy.at.place("between", index)
                yield fault("MT203", place, id=name, suggestion=suggest(name, everything))


def _items_named(book: Book) -> Iterator[tuple[str, Place, Collection[str]]]:
    """Every place that names an item, and the items that it may name."""
    for month in book.returns:
        yield month.entry.task, month.entry.at.place("task"), book.nodes
    for decision in book.decisions:
        yield decision.item, decision.at.place("item"), book.nodes
    whole = {node.id for node in plan_nodes(book) if node.kind in (Kind.TASK, Kind.PART)}
    for schedule in book.schedule_rows:
        for row in schedule.items:
            yield row.task, row.at.place("task"), whole
    for raised in book.findings:
        for index, name in enumerate(raised.finding.tasks):
            yield name, raised.finding.at.place("tasks", index), book.nodes


def unknown_link(book: Book) -> Iterator[Diagnostic]:
    """MT205: ``serves`` names no aim and no objective.

    Why: the task would be missing from the account of the goal it was meant for.

    Bad: ``serves: O9`` in a plan with O1 to O7. Good: ``serves: O7``.
    """
    if not listed(book, "aims", "objectives"):
        return
    known = {goal.id for goal in goals(book)}
    for node in plan_nodes(book):
        for index, name in enumerate(node.item.serves):
            if name not in known and not names_in(name, known):
                place = node.item.at.place("serves", index)
                yield fault("MT205", place, item=node.id, id=name, suggestion=suggest(name, known))


def unknown_target(book: Book) -> Iterator[Diagnostic]:
    """MT206: a target that is restated, or that a return reports, does not exist.

    Why: the figures would be compared with nothing.

    Bad: ``restates: O6/项目`` where O6 has only ``示范项目``. Good: ``restates: O6/示范项目``.
    """
    index = target_index(book)
    for owner, targets in targeted(book):
        for target in targets:
            if target.restates and target.restates not in index and listed(book, "aims", "objectives"):
                place = target.at.place("restates")
                near = suggest(target.restates, index)
                yield fault("MT206", place, item=owner.id, id=target.restates, suggestion=near)
    for month in book.returns:
        node = book.nodes.get(month.entry.task)
        known = [target.id for target in node.item.targets] if node else []
        for name in month.entry.targets:
            if node is not None and name not in known:
                place = month.entry.at.place(f"targets.{name}")
                yield fault("MT206", place, item=node.id, id=name, suggestion=suggest(name, known))


def person_in_no_unit(book: Book) -> Iterator[Diagnostic]:
    """MT207: a task's person stands in no unit's list of people.

    Why: when the post changes hands, the successor could not be found.

    Bad: ``person: 杨杨`` where the unit lists 杨扬. Good: ``person: 杨扬``.
    """
    people = {person.name for unit in book.units.values() for person in unit.people}
    tasks = (node.item for node in plan_nodes(book) if node.kind in (Kind.TASK, Kind.PART))
    for record in (*([book.plan.defaults] if book.plan.defaults else ()), *tasks):
        for index, name in enumerate(record.person):
            if name not in people and not names_in(name, people):
                place = record.at.place("person", index)
                yield fault("MT207", place, person=name, suggestion=suggest(name, people))


def not_served(book: Book) -> Iterator[Diagnostic]:
    """MT210: no task serves an aim or an objective.

    Why: nothing that is tracked would show whether it is met.

    Bad: an aim G2 that no task's ``serves`` names. Good: ``serves: G2`` on a task, where the
    document's words connect them.
    """
    served = {name for node in plan_nodes(book) for name in node.item.serves}
    for goal in goals(book):
        if goal.id and goal.id not in served:
            yield fault("MT210", goal.at.place("id"), id=goal.id, text=goal.text)


def serves_nothing(book: Book) -> Iterator[Diagnostic]:
    """MT211: neither a task nor any part of it serves an aim or an objective, though the plan has some.

    Why: it would be missing from every account by goal.

    Bad: a task without ``serves``. Good: ``serves: O3``.
    """
    if not goals(book):
        return
    for task in book.tasks:
        if all(node.item.lacks("serves") for node in (task, *leaves(task.parts))):
            yield fault("MT211", task.item.at.place("id"), id=task.id, text=task.item.text)
