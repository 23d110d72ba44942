"""One month's returns by unit: who has returned, on time, late, not at all, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from motiontrack.assess.assessment import Assessment
from motiontrack.assess.case import Case, gather
from motiontrack.assess.owed import return_days
from motiontrack.assess.people import in_post
from motiontrack.book import Book, leaves
from motiontrack.lean import lean
from motiontrack.model.resolve import Node
from motiontrack.model.units import Person

__all__ = ["Came", "RoundItem", "RoundUnit", "RoundView", "build_round"]

#: Who is asked about a form, in this order.
_ASKED = ("联络员", "责任人")


class Came(StrEnum):
    """How the return of one item stands."""

    ON_TIME = "on-time"
    LATE = "late"
    MISSING = "missing"
    PENDING = "pending"


@lean
class RoundItem:
    """One item's return: its day, the day it came, how it stands."""

    id: str
    text: str
    unit: str
    day: date
    received: date | None
    came: Came


@lean
class RoundUnit:
    """One unit: its items, and who is to be asked."""

    unit: str
    items: tuple[RoundItem, ...]
    contacts: tuple[Person, ...]

    def of(self, came: Came) -> tuple[RoundItem, ...]:
        """Its items that stand so."""
        return tuple(item for item in self.items if item.came is came)


@lean
class RoundView:
    """One month as of a day, by unit in the order of the list of units; each item counted once."""

    month: str
    as_of: date
    units: tuple[RoundUnit, ...]

    def count(self, came: Came) -> int:
        """How many items stand so."""
        return sum(len(unit.of(came)) for unit in self.units)


def build_round(assessment: Assessment, month: str) -> RoundView:
    """The returns of ``month`` as they stand on the day of the assessment."""
    book, day = assessment.book, assessment.day
    unjudged = {each.node.id for each in assessment.unjudged}
    judged = (node for node in book.tasks if node.id not in unjudged)
    items = [item for node in leaves(judged) for item in _item(node, month, assessment)]
    names = dict.fromkeys((*book.units, *(item.unit for item in items)))
    units = (
        RoundUnit(name, its, tuple(_contacts(name, book, day)))
        for name in names
        if (its := tuple(item for item in items if item.unit == name))
    )
    return RoundView(month, day, tuple(units))


def _item(node: Node, month: str, assessment: Assessment) -> Iterator[RoundItem]:
    """The item's return for the month, if one is asked for."""
    day = dict(return_days(node, assessment.book)).get(month)
    if day is None:
        return
    case = gather(node, assessment.ledger, assessment.day, assessment.profile)
    owed = next((each for each in case.owed if each.month == month), None)
    if owed is not None:
        came = Came.MISSING if owed.received is None else Came.LATE if owed.late else Came.ON_TIME
        yield RoundItem(node.id, node.item.text, owed.unit or "", day, owed.received, came)
    elif day >= assessment.day:
        yield from _not_due_yet(case, month, day)


def _not_due_yet(case: Case, month: str, day: date) -> Iterator[RoundItem]:
    """A return whose day is still ahead: it came, or it is waited for while the item is open."""
    received = min(
        (each.entry.received for each in case.returns if each.month == month and each.entry.received),
        default=None,
    )
    unit = next(iter(case.lead), "")
    if received is not None or case.state.is_open:
        came = Came.PENDING if received is None else Came.ON_TIME
        yield RoundItem(case.node.id, case.node.item.text, unit, day, received, came)


def _contacts(unit: str, book: Book, day: date) -> Iterator[Person]:
    """Who is asked: whoever is 联络员 on the day, and while nobody named has a phone also the 责任人."""
    found = book.units.get(unit)
    people = [person for person in found.people if in_post(person, day)] if found else []
    for post in _ASKED:
        holders = [person for person in people if person.post == post]
        yield from holders
        if any(person.phone for person in holders):
            return
