"""MT6: who holds which post of a unit, and when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from motiontrack.book import Book
from motiontrack.diagnostics.record import Diagnostic, Note, Place, fault
from motiontrack.model.units import Person, Unit
from motiontrack.rules.history import Extensions
from motiontrack.rules.walk import leaves

__all__ = ["post_vacant", "tenure_backwards"]


def tenure_backwards(book: Book) -> Iterator[Diagnostic]:
    """MT609: somebody's last day in a post lies before the first.

    Why: the person would be in the post on no day at all.

    Bad: ``{name: 戴平, from: 2010-09-01, to: 2010-08-31}``. Good: ``to: 2011-08-31``.
    """
    for unit in book.unit_rows:
        for person in unit.people:
            if person.first and person.last and person.last < person.first:
                yield fault(
                    "MT609",
                    person.at.place("last"),
                    person=person.name,
                    first=person.first.isoformat(),
                    last=person.last.isoformat(),
                    related=((Note.OTHER_HERE, person.at.place("first")),),
                )


def post_vacant(book: Book) -> Iterator[Diagnostic]:
    """MT608: on some day before a task is due nobody holds the post of its responsible person.

    Why: a successor takes over a post's tasks without a new document; where the list names none,
    the task belongs to nobody from that day, and papers print no one.

    Bad: ``{name: 戴平, post: 责任人, to: 2010-08-31}`` alone, for a task due 10月. Good: a second line with
    the same ``post`` and ``from: 2010-09-01``.
    """
    dated = [unit for unit in book.units.values() if any(each.first or each.last for each in unit.people)]
    if not dated:
        return
    tasks: dict[tuple[str, str], list[tuple[date, str]]] = {}
    last_days = _last_days(book)
    for node in leaves(book.tasks):
        for key in ((unit, name) for unit in node.lead for name in node.person):
            if until := last_days.get(node.id):
                tasks.setdefault(key, []).append((until, node.id))
    for unit in dated:
        for name in dict.fromkeys(person.name for person in unit.people):
            rows = tasks.get((unit.id, name))
            if rows:
                yield from _vacant(unit, name, book.issued, rows)


def _vacant(unit: Unit, name: str, since: date, rows: list[tuple[date, str]]) -> Iterator[Diagnostic]:
    """The first gap in the post of ``name`` that a task of theirs runs into."""
    posts = {person.post for person in unit.people if person.name == name and person.post}
    holders = [person for person in unit.people if person.name == name or person.post in posts]
    gap = _first_gap(holders, since, max(until for until, _ in rows))
    if gap is None:
        return
    first, last, by, left = gap
    # A successor takes over one post; before the first of those listed somebody else may have held it.
    post = next((each.post for each in unit.people if each.name == name and each.post), None)
    day = f"from: {first.isoformat()}" if left else f"to: {last.isoformat()}"
    yield fault(
        "MT608",
        by,
        unit=unit.id,
        person=name,
        left=left,
        suggestion=f"{{name: 姓名, post: {post}, {day}}}" if post else "",
        first=first.isoformat(),
        last=last.isoformat(),
        tasks="、".join(node for until, node in rows if until >= first),
    )


def _first_gap(holders: list[Person], since: date, until: date) -> tuple[date, date, Place, str] | None:
    """The first days from ``since`` to ``until`` that nobody holds, and the date that leaves them open.

    Last who left the post before them; an empty text if it is not known to have been held.
    """
    day, place, left = since, None, ""
    for person in sorted(holders, key=lambda each: each.first or date.min):
        if person.first and person.last and person.last < person.first:
            return None  # MT609
        if person.first and person.first > day:
            last = min(person.first - timedelta(days=1), until)
            return (day, last, place or person.at.place("first"), left) if day <= until else None
        if person.last is None:
            return None
        if person.last >= day:
            day, place, left = person.last + timedelta(days=1), person.at.place("last"), person.name
    return (day, until, place, left) if place is not None and day <= until else None


def _last_days(book: Book) -> dict[str, date]:
    """Each task or part -> the last day on which its person may be asked.

    The deadline, extensions in force included, or the plan's close for standing work; earlier where
    it was done, closed, cancelled or handed to another unit.
    """
    extensions = Extensions(book)
    ended: dict[str, date] = {}
    for decision in book.decisions:
        if decision.on and decision.kind in ("close", "cancel", "reassign"):
            ended[decision.item] = min(decision.on, ended.get(decision.item, decision.on))
    for month in book.returns:
        entry = month.entry
        if entry.done_on:
            ended[entry.task] = min(entry.done_on, ended.get(entry.task, entry.done_on))
    days = {}
    for node in leaves(book.tasks):
        if node.due is None and not node.standing:
            continue
        due = extensions.due(node, date.max) or book.closes
        days[node.id] = min(due, *(ended[each] for each in (node.id, node.task) if each in ended), date.max)
    return days
