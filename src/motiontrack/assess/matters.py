"""What waits for an answer: matters to coordinate, instructions, findings, the deputies' verdicts."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from enum import StrEnum

from motiontrack.assess.assessment import Assessment
from motiontrack.assess.facts import leads_on, status_on
from motiontrack.assess.state import State
from motiontrack.book import MonthlyEntry
from motiontrack.lean import lean
from motiontrack.model.registers import VERDICTS, Decision, Feedback
from motiontrack.model.resolve import Node, RaisedFinding

__all__ = [
    "FindingState",
    "Request",
    "Verdict",
    "days_late",
    "findings_on",
    "instructions",
    "pending",
    "requests",
    "state_of_finding",
    "verdicts",
]


@lean
class Request:
    """A matter that a unit asks to have coordinated (需协调事项), not yet taken back by a later return."""

    unit: str | None
    monthly: MonthlyEntry


def requests(assessment: Assessment, tasks: Collection[str]) -> tuple[Request, ...]:
    """The open ones of ``tasks``, in the plan's order, whichever of an item's units asks.

    A request stands until the same unit's later return for the item asks no more, or the task is
    done or cancelled. What was asked before a task was suspended was answered by that.
    """
    book, ledger, day = assessment.book, assessment.ledger, assessment.day
    still = {task: place for place, task in enumerate(_open(assessment, tasks))}
    found: list[tuple[int, Request]] = []
    for item in ledger.reported():
        node = book.nodes.get(item)
        if node is None or node.task not in still:
            continue
        task = book.nodes[node.task]
        asked = {_asker(monthly, node, assessment): monthly for monthly in ledger.returns(item, day)}
        concerned = {ledger.convener(node, day), *_units_of(node, task, assessment)}
        found += (
            (still[node.task], Request(unit, monthly))
            for unit, monthly in asked.items()
            if monthly.entry.coordinate and unit in concerned and not _answered(monthly, task, assessment)
        )
    return tuple(request for _, request in sorted(found, key=lambda each: each[0]))


def _answered(monthly: MonthlyEntry, task: Node, assessment: Assessment) -> bool:
    """True if the task has been suspended since the return came in."""
    held = status_on(assessment.ledger.decisions(task.id, assessment.day)).held_by
    received = monthly.entry.received
    return held is not None and held.on is not None and received is not None and received <= held.on


def _asker(monthly: MonthlyEntry, node: Node, assessment: Assessment) -> str | None:
    """Whose return it is: the unit it names, else the one that convened as it came in."""
    entry = monthly.entry
    if entry.unit:
        return assessment.book.unit_id(entry.unit)
    return assessment.ledger.convener(node, entry.received or assessment.day)


def _units_of(node: Node, task: Node, assessment: Assessment) -> tuple[str, ...]:
    """The units that lead, do or support an item on the day; one that it was taken from asks no more."""
    decided = assessment.ledger.decisions(task.id, assessment.day)
    leads = leads_on(node if node.item.lead else task, decided, assessment.book)
    return (*leads, *node.does, *node.support, *task.does, *task.support)


def instructions(assessment: Assessment, tasks: Collection[str]) -> tuple[Decision, ...]:
    """The instructions (批示) given by the day on what is still open of ``tasks``, oldest first."""
    book, day = assessment.book, assessment.day
    still = set(_open(assessment, tasks))
    given = [
        decision
        for decision in book.decisions
        if decision.kind == "instruct"
        and decision.on is not None
        and decision.on <= day
        and book.task_of(decision.item) in still
    ]
    return tuple(sorted(given, key=lambda each: each.on or date.max))


def pending(assessment: Assessment) -> tuple[Decision, ...]:
    """What was asked for by the day of work still open and is not decided: of each kind the last an item.

    It is decided in its own row, or in a later one of its kind for the item: files are only added to.
    """
    book, day = assessment.book, assessment.day
    still = set(_open(assessment, {task.node.id for task in assessment.tasks}))
    asked = {
        (decision.kind, decision.item): decision
        for decision in book.decisions
        if decision.applied is not None
        and decision.applied <= day
        and (decision.on is None or decision.on > day)
        and book.task_of(decision.item) in still
    }
    return tuple(each for each in asked.values() if not _is_answered(each, book.decisions, day))


def _is_answered(asked: Decision, decisions: Iterable[Decision], day: date) -> bool:
    return any(
        (each.kind, each.item) == (asked.kind, asked.item)
        and each.on is not None
        and (asked.applied or day) <= each.on <= day
        for each in decisions
    )


def _open(assessment: Assessment, tasks: Collection[str]) -> list[str]:
    ended = (State.DONE, State.CANCELLED)
    return [task.node.id for task in assessment.tasks if task.node.id in tasks and task.state not in ended]


# -- findings


class FindingState(StrEnum):
    """How a finding stands: mended, mended after its day, open, or open after its day."""

    MENDED = "mended"
    MENDED_LATE = "mended-late"
    OPEN = "open"
    OVERDUE = "overdue"


def state_of_finding(raised: RaisedFinding, day: date) -> FindingState:
    """As it is known on ``day``; one without a deadline is never late."""
    mended = raised.finding.resolved_on
    if mended is not None and mended > day:
        mended = None
    late = raised.due is not None and (mended or day) > raised.due
    if mended is not None:
        return FindingState.MENDED_LATE if late else FindingState.MENDED
    return FindingState.OVERDUE if late else FindingState.OPEN


def days_late(raised: RaisedFinding, day: date) -> int | None:
    """How many days after its day it was mended, or is open on ``day``; ``None`` if it is not late."""
    state = state_of_finding(raised, day)
    if raised.due is None or state not in (FindingState.MENDED_LATE, FindingState.OVERDUE):
        return None
    ended = raised.finding.resolved_on if state is FindingState.MENDED_LATE else None
    return ((ended or day) - raised.due).days


def findings_on(findings: Iterable[RaisedFinding], day: date) -> tuple[RaisedFinding, ...]:
    """What had been found on or before ``day``, in the file's order."""
    return tuple(each for each in findings if each.finding.raised_on and each.finding.raised_on <= day)


# -- what the deputies answered


@lean
class Verdict:
    """The last word of one deputy on a day; ``before``: the verdict that it took the place of."""

    feedback: Feedback
    before: str | None

    def unanswered(self, day: date) -> bool:
        """True if the deputy is not satisfied (不满意) and has had no answer by ``day``."""
        answered = self.feedback.answered_on
        return self.feedback.verdict == VERDICTS[-1] and (answered is None or answered > day)


def verdicts(feedback: Iterable[Feedback], day: date) -> tuple[Verdict, ...]:
    """One for each deputy who had answered by ``day``: the last counts; nameless answers each count.

    A later answer without a verdict is no new verdict. Of two on one day the one further down counts.
    """
    known = [each for each in feedback if each.dated is not None and each.dated <= day]
    latest: dict[object, Verdict] = {}
    for place, each in enumerate(sorted(known, key=lambda one: one.dated or date.max)):
        deputy = each.deputy or place
        earlier = latest.get(deputy)
        if earlier is not None and each.verdict is None:
            continue
        latest[deputy] = Verdict(each, earlier.feedback.verdict if earlier else None)
    return tuple(latest.values())
