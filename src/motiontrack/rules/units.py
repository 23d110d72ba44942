"""MT2: the names of units, and of people where a unit belongs."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from motiontrack.book import Book
from motiontrack.diagnostics.record import Diagnostic, Note, Place, fault
from motiontrack.model.fields import Record
from motiontrack.model.items import Inherited
from motiontrack.near import Names
from motiontrack.rules.references import as_a_list, ids_run_together
from motiontrack.rules.walk import Where, all_items, goals, is_nobody, names_in, plan_nodes, somebody

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
    known = Names([name for name in book.names if name])
    people = _people(book)
    for name, where, item in _not_listed(book):
        if is_nobody(name):
            if not _told_as_missing(where, book):
                yield fault("MT107", where.place, item=item, key=where.field, value=name)
            continue
        if name in people or names_in(name, book.names):
            continue
        listed_as = name.translate(_MARKS)
        yield fault("MT201", where.place, item=item, unit=name, suggestion=known.meant(name), id=listed_as)


def _told_as_missing(where: Where, book: Book) -> bool:
    """True where the word stands alone as what every task must have: it has no unit then (MT601)."""
    record = where.record
    return (
        isinstance(record, Inherited)
        and where.field == "lead"
        and "lead" in book.plan.required
        and not somebody(record.lead)
    )


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
    for name, where, item in _not_listed(book):
        if name in people:
            yield fault("MT214", where.place, item=item, person=name, unit=people[name])


def _not_listed(book: Book) -> Iterator[tuple[str, Where, str | None]]:
    """Every place that names a unit not listed in ``units.yaml``, and the item whose facts hang on it."""
    known = book.names
    for record, field, names, item in _units_named(book):
        for index, name in enumerate(names):
            if name and name not in known:
                yield name, Where(record, field, index), item


def _units_named(book: Book) -> Iterator[tuple[Record, str, tuple[str, ...], str | None]]:
    """Every field that names units, what it names, and the item whose facts hang on it."""
    organisation = book.file.organisation
    if organisation is not None:
        for field in ("lead", "supervisor", "office"):
            yield organisation, field, (getattr(organisation, field) or "",), None
    if book.plan.defaults is not None:
        yield from _roles(book.plan.defaults, None)
    for node in all_items(book):
        yield from _roles(node.item, node.id)
    for month in book.returns:
        yield month.entry, "unit", (month.entry.unit or "",), month.entry.task
    for decision in book.decisions:
        yield decision, "to", decision.to, decision.item
    for raised in book.findings:
        yield raised.finding, "unit", (raised.finding.unit or "",), None
    for slip in book.slips:
        yield slip, "unit", (slip.unit,), None
    for schedule in book.schedule_rows:
        yield schedule, "unit", (schedule.unit,), None


def _roles(record: Inherited, item: str | None) -> Iterator[tuple[Record, str, tuple[str, ...], str | None]]:
    for field, names in (("lead", record.lead), ("does", record.does), ("support", record.support)):
        if names:
            yield record, field, names, item


def names_run_together(book: Book) -> Iterator[Diagnostic]:
    """MT212: several names, of units, people or goals, or several ids are written as one.

    Why: the mark between them is part of no name, and a name that nobody has belongs to nobody.

    Bad: ``lead: 民政局、住建局``. Good: ``lead: [民政局, 住建局]``; the first one convenes.
    """
    people = {person.name for unit in book.units.values() for person in unit.people}
    links = {goal.id for goal in goals(book)}
    for name, where, item in _not_listed(book):
        yield from _run_together(name, where, item, book.names)
    for node in plan_nodes(book):
        for field, names, known in (
            ("person", node.item.person, people),
            ("serves", node.item.serves, links),
        ):
            for index, name in enumerate(names):
                if name not in known:
                    yield from _run_together(name, Where(node.item, field, index), node.id, known)
    for name, where, meant in ids_run_together(book):
        yield fault("MT212", where.place, key=where.field, value=name, suggestion=meant)


def _run_together(name: str, where: Where, item: str | None, known: Collection[str]) -> Iterator[Diagnostic]:
    names = names_in(name, known)
    if names:
        meant = as_a_list(where, names)
        yield fault("MT212", where.place, item=item, key=where.field, value=name, suggestion=meant)


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
