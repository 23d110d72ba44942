"""Accounts by phase and by unit: they add up to the total (DESIGN §4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum

from motiontrack.assess.causes import Code
from motiontrack.assess.facts import Ledger, effective_due
from motiontrack.assess.judge import Judgement
from motiontrack.assess.owed import Owed
from motiontrack.assess.state import RESTING
from motiontrack.lean import lean
from motiontrack.model.registers import Decision
from motiontrack.model.resolve import Node, PhaseSpan

__all__ = [
    "PhaseAccount",
    "StepJudgement",
    "StepState",
    "UnitAccount",
    "When",
    "judge_step",
    "leading_units",
    "phase_accounts",
    "unit_accounts",
]


class When(StrEnum):
    """Where a phase lies against the day."""

    PAST = "past"
    CURRENT = "current"
    COMING = "coming"


class StepState(StrEnum):
    """A step is done by a ``step-done`` decision; without one it is 未记录 once its day is past."""

    DONE = "done"
    UNRECORDED = "unrecorded"
    COMING = "coming"


@lean
class StepJudgement:
    """One step of a phase on a day; ``due`` is the effective deadline."""

    node: Node
    phase: str
    state: StepState
    done_on: date | None
    due: date | None
    due_assumed: bool


@lean
class PhaseAccount:
    """The tasks of one phase; ``span`` ``None`` is 其后: due after the last phase, or with no day.

    ``not_done``: due before the phase opens and not done; ``behind``: due from its opening on and
    behind. Together they are what must be ready on opening day.
    """

    span: PhaseSpan | None
    when: When | None
    tasks: tuple[Judgement, ...]
    not_done: tuple[Judgement, ...]
    behind: tuple[Judgement, ...]


@lean
class UnitAccount:
    """The tasks that one unit convenes, and how the returns came in that it owed itself."""

    unit: str
    tasks: tuple[Judgement, ...]
    owed: tuple[Owed, ...]


def judge_step(node: Node, phase: str, ledger: Ledger, day: date) -> StepJudgement:
    """A step on ``day``: done by decision, otherwise unrecorded once its day is past, or still to come."""
    decisions = ledger.decisions(node.id, day)
    done = _step_done(decisions)
    due, extended_by = effective_due(node, decisions)
    past = due is not None and due < day
    state = StepState.DONE if done else StepState.UNRECORDED if past else StepState.COMING
    assumed = node.due_assumed and extended_by is None
    return StepJudgement(node, phase, state, done.on if done else None, due, assumed)


def _step_done(decisions: Iterable[Decision]) -> Decision | None:
    """The first decision that records the step as done and was not undone by sending it back."""
    done: Decision | None = None
    for decision in decisions:
        if decision.kind in ("step-done", "close"):
            done = done or decision
        elif decision.kind == "send-back":
            done = None
    return done


def phase_accounts(
    phases: Iterable[PhaseSpan], tasks: Sequence[Judgement], day: date
) -> tuple[PhaseAccount, ...]:
    """Every phase's account, then 其后 if any task belongs there; each task in exactly one.

    A plan without phases has no accounts.
    """
    still = [(task, _is_behind(task)) for task in tasks if task.due is not None and task.state not in RESTING]
    of_phase: dict[int, list[Judgement]] = {}
    for task in tasks:
        of_phase.setdefault(id(task.phase), []).append(task)
    accounts = [_account(span, of_phase.get(id(span), ()), still, day) for span in phases]
    after = tuple(task for task in tasks if task.phase is None)
    if after and accounts:
        accounts.append(PhaseAccount(None, None, after, (), ()))
    return tuple(accounts)


def _account(
    span: PhaseSpan, tasks: Iterable[Judgement], still: Iterable[tuple[Judgement, bool]], day: date
) -> PhaseAccount:
    """One phase's account; ``still`` are all tasks with a day ahead of them, and whether each is behind."""
    own = tuple(tasks)
    if span.first is None or span.last is None:
        return PhaseAccount(span, None, own, (), ())
    when = When.PAST if day > span.last else When.COMING if day < span.first else When.CURRENT
    not_done = tuple(task for task, _ in still if task.due and task.due < span.first)
    behind = tuple(task for task, late in still if late and task.due and task.due >= span.first)
    return PhaseAccount(span, when, own, not_done, behind)


def _is_behind(task: Judgement) -> bool:
    return any(cause.code is Code.BEHIND for cause in task.causes)


def leading_units(tasks: Iterable[Judgement], unjudged: Iterable[Node] = ()) -> tuple[str, ...]:
    """Every unit that leads a task or a part of one, whether it convenes or not; each once."""
    judged = (unit for task in tasks for each in (task, *task.leaves) for unit in each.lead)
    return tuple(dict.fromkeys((*judged, *(unit for node in unjudged for unit in node.lead))))


def unit_accounts(units: Iterable[str], tasks: Sequence[Judgement]) -> tuple[UnitAccount, ...]:
    """An account for each unit that convenes a task or owed a return, in the order of ``units``.

    A task is one convener's, so the accounts add up to the total; a return is owed by whoever
    convened on its day, so a unit that a task was moved to does not answer for its predecessor.
    """
    own: dict[str, list[Judgement]] = {unit: [] for unit in units}
    owing: dict[str, list[Owed]] = {unit: [] for unit in own}
    for task in tasks:
        if task.lead:
            own.setdefault(task.lead[0], []).append(task)
        for owed in task.owed:
            if owed.unit is not None:
                owing.setdefault(owed.unit, []).append(owed)
    return tuple(
        UnitAccount(unit, tuple(own.get(unit, ())), tuple(owing.get(unit, ())))
        for unit in dict.fromkeys((*own, *owing))
        if own.get(unit) or owing.get(unit)
    )
