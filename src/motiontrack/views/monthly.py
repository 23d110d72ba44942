"""What the monthly paper alone tells: what was decided in the month, and what inspections found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from motiontrack.assess.assessment import Assessment
from motiontrack.lean import lean
from motiontrack.model.registers import Decision
from motiontrack.model.resolve import Node
from motiontrack.views.paper_words import bare
from motiontrack.views.raised import RaisedTold, raised_told

__all__ = ["DecisionTold", "MonthlyView", "build_monthly"]

#: What changes when or by whom the work is to be done; what is closed or done shows in the lights.
_KINDS = frozenset(("extend", "suspend", "resume", "cancel", "reassign", "send-back"))


@lean
class DecisionTold:
    """A decision that came into force in the month; ``due`` and ``to`` are what it settles."""

    kind: str
    item: str
    text: str
    lead: tuple[str, ...]
    on: date
    due: date | None
    to: tuple[str, ...]
    reason: str
    approver: str
    document: str


@lean
class MonthlyView:
    """``decided``: in the month of the paper up to its day; ``findings``: all that were raised by then."""

    decided: tuple[DecisionTold, ...]
    findings: tuple[RaisedTold, ...]


def build_monthly(assessment: Assessment) -> MonthlyView:
    """The monthly paper's own view of an assessment."""
    return MonthlyView(tuple(_decided(assessment)), raised_told(assessment))


def _decided(assessment: Assessment) -> Iterator[DecisionTold]:
    book, day = assessment.book, assessment.day
    made = [(each.on, each) for each in book.decisions if each.on is not None and each.kind in _KINDS]
    for on, decision in sorted(made, key=lambda pair: pair[0]):
        node = book.nodes.get(decision.item)
        if day.replace(day=1) <= on <= day and node is not None:
            yield _view(decision, on, node)


def _view(decision: Decision, on: date, node: Node) -> DecisionTold:
    return DecisionTold(
        kind=decision.kind,
        item=decision.item,
        text=bare(node.item.text),
        lead=node.lead,
        on=on,
        due=decision.due,
        to=decision.to,
        reason=bare(decision.reason or ""),
        approver=decision.approver or "",
        document=decision.document or "",
    )
