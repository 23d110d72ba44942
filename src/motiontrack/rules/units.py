"""MT2: the names of units, and of people where a unit belongs."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from motiontrack.book import Book
from motiontrack.diagnostics.record import Diagnostic, Note, Place, fault
from motiontrack.model.fields import Record
from motiontrack.rules.walk import all_items, goals, names_in, plan_nodes, suggest

__all__ = [
    "doubled_unit",
    "names_run_together",
    "person_as_unit",
    "units_look_alike",
    "unknown_unit",
]

#: What no name of a unit can hold, in words that are one name all the same: 各县、市、区政府.
_MARKS = str.maketrans("", "", "、，,；;：:/ ")
#: The levels of government that may stand before the name of a unit, or be left out.
_LEVELS = ("省", "市", "县", "区", "州", "旗", "镇", "乡")


def unknown_unit(book: Book) -> Iterator[Diagnostic]:
    """MT201: a unit that ``units.yaml`` does not list.

    Why: the task would belong to nobody who can be asked.

    Bad: ``lead: 发改局`` where only ``发改委`` is listed. Good: ``lead: 发改委``.
    """
    known = [name for name in book.names if name]
    people = _people(book)
    for name, place, item in _units_named(book):
        if not name or name in book.names or name in people or names_in(name, book.names):
            continue
        listed_as = name.translate(_MARKS)
        yield fault("MT201", place, item=item, unit=name, suggestion=suggest(name, known), id=listed_as)


def _people(book: Book) -> dict[str, str]:
    """Each person -> the unit that lists them; the first, if several do."""
    people: dict[str, str] = {}
    for unit in book.units.values():
        for person in unit.people:
            people.setdefault(person.name, unit.id)
    return people


def person_as_unit(book: Book) -> Iterator[Diagnostic]:
    """MT214: a person's name stands where a unit belongs.

    Why: two columns of the table were swapped; nobody could be asked for the task, and if the name
    were listed as a unit the slip would never show.

    Bad: ``lead: 戴平``. Good: ``lead: 旅游局`` and ``person: 戴平``.
    """
    people = _people(book)
    for name, place, item in _units_named(book):
        if name and name in people and name not in book.names:
            yield fault("MT214", place, item=item, person=name, unit=people[name])


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

    Why: the mark between them is part of no name, and a name that nobody has belongs to nobody.

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


def units_look_alike(book: Book) -> Iterator[Diagnostic]:
    """MT217: two units whose names differ only by the level of government before one of them.

    Why: they are mostly one body printed in two ways; its tasks and returns would be counted apart.

    Bad: ``- id: 发改委`` and ``- id: 市发改委``. Good: one entry with ``aliases: [市发改委]``; two bodies
    are told apart by ``区发改委`` and ``市发改委``.
    """
    told: set[tuple[str, str]] = set()
    for unit in book.units.values():
        names = [(unit.id, unit.at.place("id"))]
        names += [(alias, unit.at.place("aliases", index)) for index, alias in enumerate(unit.aliases)]
        for name, place in names:
            short = name[1:] if name.startswith(_LEVELS) else ""
            other = book.units.get(book.names.get(short, ""))
            if other is None or other.id == unit.id or (unit.id, other.id) in told:
                continue
            told.add((unit.id, other.id))
            first = ((Note.OTHER_HERE, other.at.place("id")),)
            yield fault("MT217", place, related=first, unit=name, other=short, kept=other.id)
