"""One month's returns by unit, ``motiontrack/collect-status/1``: who has returned, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum

from motiontrack.assess.assessment import Assessment
from motiontrack.assess.case import Case, gather
from motiontrack.assess.owed import return_days
from motiontrack.book import leaves
from motiontrack.lean import lean
from motiontrack.model.resolve import Node
from motiontrack.views.build import Builder
from motiontrack.views.contacts import CONTACT, ContactView, contacts_of
from motiontrack.views.status import PlanView, UnjudgedView

__all__ = [
    "SCHEMA",
    "Came",
    "RoundCounts",
    "RoundItem",
    "RoundUnit",
    "RoundView",
    "build_round",
]

SCHEMA = "motiontrack/collect-status/1"

#: Who is asked about a form, in this order.
_ASKED = (CONTACT, "责任人")


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
    day: date
    received: date | None
    came: Came


@lean
class RoundCounts:
    """How many returns are asked for, and how many of them stand how."""

    asked: int
    by_came: Mapping[str, int]


@lean
class RoundUnit:
    """One unit: its items, who is to be asked, and the copies of forms of it that were not taken whole."""

    id: str
    totals: RoundCounts
    items: tuple[RoundItem, ...]
    contacts: tuple[ContactView, ...]
    aside: tuple[str, ...]

    def of(self, came: Came) -> tuple[RoundItem, ...]:
        """Its items that stand so."""
        return tuple(item for item in self.items if item.came is came)


@lean
class RoundView:
    """One month as of a day, by unit in the order of the list of units; each item counted once."""

    schema: str
    as_of: date
    month: str
    plan: PlanView
    totals: RoundCounts
    units: tuple[RoundUnit, ...]
    unjudged: tuple[UnjudgedView, ...]


def build_round(builder: Builder, month: str, aside: Mapping[str, Sequence[str]]) -> RoundView:
    """The returns of ``month`` as they stand on the day of the assessment; ``aside`` by unit."""
    assessment = builder.assessment
    book, day = assessment.book, assessment.day
    unjudged = {each.node.id for each in assessment.unjudged}
    judged = (node for node in book.tasks if node.id not in unjudged)
    found = [each for node in leaves(judged) for each in _item(node, month, assessment)]
    names = dict.fromkeys((*book.units, *(unit for unit, _ in found)))
    units = (
        RoundUnit(name, _counts(its), its, contacts_of(name, book, day, _ASKED), tuple(aside.get(name, ())))
        for name in names
        if (its := tuple(item for unit, item in found if unit == name))
    )
    return RoundView(
        schema=SCHEMA,
        as_of=day,
        month=month,
        plan=builder.plan(),
        totals=_counts([item for _, item in found]),
        units=tuple(units),
        unjudged=tuple(builder.unjudged(each) for each in assessment.unjudged),
    )


def _counts(items: Sequence[RoundItem]) -> RoundCounts:
    return RoundCounts(len(items), {came.value: sum(item.came is came for item in items) for came in Came})


def _item(node: Node, month: str, assessment: Assessment) -> Iterator[tuple[str, RoundItem]]:
    """The item's return for the month, if one is asked for, with the unit that owes it."""
    day = dict(return_days(node, assessment.book)).get(month)
    if day is None:
        return
    case = gather(node, assessment.ledger, assessment.day, assessment.profile)
    owed = next((each for each in case.owed if each.month == month), None)
    if owed is not None:
        came = Came.MISSING if owed.received is None else Came.LATE if owed.late else Came.ON_TIME
        yield owed.unit or "", RoundItem(node.id, node.item.text, day, owed.received, came)
    elif day >= assessment.day:
        yield from _not_due_yet(case, month, day)


def _not_due_yet(case: Case, month: str, day: date) -> Iterator[tuple[str, RoundItem]]:
    """A return whose day is still ahead: it came, or it is waited for while the item is open."""
    received = min(
        (each.entry.received for each in case.returns if each.month == month and each.entry.received),
        default=None,
    )
    unit = next(iter(case.lead), "")
    if received is not None or case.state.is_open:
        came = Came.PENDING if received is None else Came.ON_TIME
        yield unit, RoundItem(case.node.id, case.node.item.text, day, received, came)
