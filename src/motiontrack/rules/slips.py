"""MT8: the register of slips (催办单、督办单) that were sent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from motiontrack.book import Book
from motiontrack.diagnostics.record import Diagnostic, Note, fault
from motiontrack.model.registers import Slip
from motiontrack.model.slip_numbers import read_number
from motiontrack.near import Names

__all__ = [
    "answered_before_issued",
    "cause_of_no_item",
    "chased_twice_a_day",
    "due_before_issued",
    "number_of_another_year",
    "number_twice",
    "to_another_unit",
]


def number_twice(book: Book) -> Iterator[Diagnostic]:
    """MT801: two slips have one number.

    Why: an answer to it could be to either, and the next number is counted from the register.

    Bad: ``number: 督〔2010〕1号`` twice. Good: ``督〔2010〕1号`` and ``督〔2010〕2号``.
    """
    seen: dict[object, Slip] = {}
    for slip in book.slips:
        first = seen.setdefault(read_number(slip.number) or slip.number, slip)
        if first is not slip and slip.number:
            related = ((Note.FIRST_HERE, first.at.place("number")),)
            yield fault("MT801", slip.at.place("number"), number=slip.number, related=related)


def number_of_another_year(book: Book) -> Iterator[Diagnostic]:
    """MT802: the year in a slip's number is not the year it was sent in.

    Why: numbers begin anew each year, so it takes a number of another year's register; or the day is a
    slip of the hand, and the ladder counts it where it does not belong.

    Bad: ``number: 督〔2009〕2号`` with ``issued_on: 2010-08-02``. Good: ``number: 督〔2010〕2号``.
    """
    for slip in book.slips:
        read = read_number(slip.number)
        if read is not None and slip.issued_on is not None and read.year != slip.issued_on.year:
            yield fault(
                "MT802",
                slip.at.place("number"),
                number=slip.number,
                issued=slip.issued_on.isoformat(),
                year=str(slip.issued_on.year),
            )


def to_another_unit(book: Book) -> Iterator[Diagnostic]:
    """MT803: a slip went to a unit that neither leads, does nor supports what it is about.

    Why: whoever must do it was not asked, and the next step of the ladder would rest on that. Who must
    mend what an inspection found in the item may be asked too.

    Bad: ``unit: 财政局`` for a task of 园林局. Good: ``unit: 园林局``.
    """
    answerable = _answerable(book)
    for slip in book.slips:
        if slip.unit not in book.names:
            continue
        for index, name in enumerate(slip.items):
            node = book.nodes.get(name)
            if node is None or not node.convener:
                continue
            if book.unit_id(slip.unit) not in answerable[name] | {*node.lead, *node.does, *node.support}:
                place = slip.at.place("items", index) if len(slip.items) > 1 else slip.at.place("unit")
                yield fault("MT803", place, id=name, unit=slip.unit, units="、".join(node.lead))


def _answerable(book: Book) -> defaultdict[str, set[str]]:
    """Each item -> the units that came to answer for it: by a decision, or for a finding in it."""
    units: defaultdict[str, set[str]] = defaultdict(set)
    for decision in book.decisions:
        if decision.kind == "reassign":
            units[decision.item].update(book.unit_id(name) for name in decision.to)
    for raised in book.findings:
        for name in raised.finding.tasks:
            units[name].add(book.unit_id(raised.finding.unit or ""))
    for node in book.in_order:
        units[node.id] |= units[node.task]
    return units


def answered_before_issued(book: Book) -> Iterator[Diagnostic]:
    """MT804: a slip was answered before it was sent.

    Why: it would count as answered from the first day, and the unit would never be pressed.

    Bad: ``issued_on: 2010-08-02`` with ``answered_on: 2010-07-05``. Good: ``answered_on: 2010-08-05``.
    """
    for slip, answered, issued in _days(book, "answered_on"):
        yield fault(
            "MT804",
            slip.at.place("answered_on"),
            number=slip.number,
            answered=answered.isoformat(),
            issued=issued.isoformat(),
            related=((Note.OTHER_HERE, slip.at.place("issued_on")),),
        )


def due_before_issued(book: Book) -> Iterator[Diagnostic]:
    """MT805: a slip was to be answered by a day before it was sent.

    Why: nobody could answer in time, and it would be pressed again on the next day.

    Bad: ``issued_on: 2010-08-02`` with ``due: 2010-07-07``. Good: ``due: 2010-08-07``.
    """
    for slip, due, issued in _days(book, "due"):
        yield fault(
            "MT805",
            slip.at.place("due"),
            number=slip.number,
            due=due.isoformat(),
            issued=issued.isoformat(),
            related=((Note.OTHER_HERE, slip.at.place("issued_on")),),
        )


def _days(book: Book, name: str) -> Iterator[tuple[Slip, date, date]]:
    """The slips of which the day ``name`` is before the day they were sent."""
    for slip in book.slips:
        day: date | None = getattr(slip, name)
        if day is not None and slip.issued_on is not None and day < slip.issued_on:
            yield slip, day, slip.issued_on


def cause_of_no_item(book: Book) -> Iterator[Diagnostic]:
    """MT806: a slip gives causes for an item that it is not about.

    Why: the ladder counts a slip by its causes; under another id they count for nothing.

    Bad: ``items: T02`` with ``causes: {T01: overdue}``. Good: ``causes: {T02: overdue}``.
    """
    for slip in book.slips:
        for name in slip.causes:
            if name not in slip.items and "items" not in slip.at.broken:
                yield fault(
                    "MT806",
                    slip.at.place(f"causes.{name}"),
                    id=name,
                    number=slip.number,
                    suggestion=Names(slip.items).meant(name),
                )


def chased_twice_a_day(book: Book) -> Iterator[Diagnostic]:
    """MT807: one unit was sent two slips of one item for one cause on one day.

    Why: nobody is asked the same thing twice; and the ladder, which would climb two steps, counts them
    once.

    Bad: two slips of ``2010-08-02`` to 园林局 with ``causes: {T02: overdue}``. Good: one slip.
    """
    seen: dict[tuple[object, ...], Slip] = {}
    for slip in book.slips:
        told = False
        for name, causes in slip.causes.items():
            for cause in causes:
                first = seen.setdefault((slip.issued_on, book.unit_id(slip.unit), name, cause), slip)
                if first is slip or told or slip.issued_on is None:
                    continue
                told = True
                yield fault(
                    "MT807",
                    slip.at.place("number"),
                    unit=slip.unit,
                    id=name,
                    number=first.number,
                    issued=slip.issued_on.isoformat(),
                    related=((Note.FIRST_HERE, first.at.place("number")),),
                )
