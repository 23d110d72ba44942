"""Everything known of one item on one day, gathered once, for the causes to look at."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from motiontrack.assess.facts import (
    Held,
    Ledger,
    Status,
    effective_due,
    entries_by,
    excused_on,
    figure_day,
    in_force,
    leads_on,
    progress_held,
    status_on,
    values_held,
)
from motiontrack.assess.owed import Owed, months_owed, unreported
from motiontrack.assess.pace import Pace, paces
from motiontrack.assess.state import RESTING, Standing, State, stand_of
from motiontrack.book import MonthlyEntry
from motiontrack.lean import lean
from motiontrack.model.bounds import has_bound, is_met
from motiontrack.model.profile import Profile
from motiontrack.model.registers import Decision
from motiontrack.model.resolve import Node, PhaseSpan, RaisedFinding
from motiontrack.model.returns import Entry

__all__ = ["Case", "gather", "phase_of"]


@lean
class Case:
    """One item without parts on one day.

    ``figure_day`` is the day the return in force holds (``None``: never returned); ``progress`` and
    ``values`` are the figures last reported, each with its own day; ``due`` is the effective
    deadline, ``extended_by`` the decision that moved it. ``profile`` says how far behind is behind and
    how near is near; ``excused_by`` is the justified reason (正当理由) accepted on the day.
    """

    node: Node
    day: date
    profile: Profile
    phase: PhaseSpan | None
    lead: tuple[str, ...]
    status: Status
    decisions: tuple[Decision, ...]
    findings: tuple[RaisedFinding, ...]
    returns: tuple[MonthlyEntry, ...]
    force: MonthlyEntry | None
    figure_day: date | None
    due: date | None
    extended_by: Decision | None
    excused_by: Decision | None
    standing: Standing
    owed: tuple[Owed, ...]
    missing: Owed | None
    stages: tuple[Node, ...]
    reached: frozenset[str]
    progress: Held | None
    values: Mapping[str, Held]
    paces: tuple[Pace, ...]

    @property
    def entry(self) -> Entry | None:
        """The return in force."""
        return self.force.entry if self.force else None

    @property
    def due_assumed(self) -> bool:
        """True if the deadline stands in for one that is not printed; one that was extended is real."""
        return self.node.due_assumed and self.extended_by is None

    @property
    def state(self) -> State:
        """The item's state."""
        return self.standing.state


def gather(node: Node, ledger: Ledger, day: date, profile: Profile) -> Case:
    """What is known of ``node`` on ``day``, to be judged by ``profile``."""
    book = ledger.book
    decisions = ledger.decisions(node.id, day)
    status = status_on(decisions)
    every = ledger.returns(node.id, day)
    returns = entries_by(node, every, decisions, book)
    force = in_force(returns)
    standing = stand_of(status, returns, standing=node.standing)
    due, extended_by = effective_due(node, decisions)
    owed = months_owed(node, book, day, returns=returns, decisions=decisions, ended=standing.done_on)
    holds = figure_day(node, force) if force else None
    stages = ledger.stages(node, day)
    progress, values = progress_held(node, returns), values_held(node, returns)
    done = _StagesDone(ledger, decisions, day)
    return Case(
        node=node,
        day=day,
        profile=profile,
        phase=phase_of(node.due.named if node.due else None, book.phases),
        lead=leads_on(node, decisions, book),
        status=status,
        decisions=decisions,
        findings=ledger.findings(node.id, day),
        returns=returns,
        force=force,
        figure_day=holds,
        due=due,
        extended_by=extended_by,
        excused_by=excused_on(decisions, day),
        standing=standing,
        owed=owed,
        missing=unreported(owed, force),
        stages=stages,
        reached=frozenset(
            stage.id for stage in stages if done.holds(stage) or _is_reached(stage, stages, progress, values)
        ),
        progress=progress,
        values=values,
        paces=paces(
            node,
            stages,
            progress,
            values,
            day=holds or day,
            issued=book.issued,
            due=due,
            ended=standing.state in RESTING,
        ),
    )


def phase_of(original: date | None, phases: tuple[PhaseSpan, ...]) -> PhaseSpan | None:
    """The phase whose account an item belongs to for ever, by its original deadline.

    The first phase that ends on or after it; ``None`` is 其后: after the last phase, or no deadline.
    """
    if original is None:
        return None
    return next((span for span in phases if span.last is not None and original <= span.last), None)


@lean
class _StagesDone:
    """Whether a stage was reported done by whoever convenes its task, or closed by a decision."""

    ledger: Ledger
    of_task: tuple[Decision, ...]
    day: date

    def holds(self, stage: Node) -> bool:
        """True if done on the day."""
        every, decisions = self.ledger.returns(stage.id, self.day), self.ledger.decisions(stage.id, self.day)
        if not every and not decisions:
            return False
        moved = () if stage.item.lead else self.of_task
        returns = entries_by(stage, every, moved, self.ledger.book)
        status = status_on(decisions)
        return stand_of(status, returns, standing=False).state is State.DONE


def _is_reached(
    stage: Node, stages: tuple[Node, ...], progress: Held | None, values: Mapping[str, Held]
) -> bool:
    """True if the stage's figures are met, or where it has none, its percents and those before are."""
    wanted = [target for target in stage.item.targets if has_bound(target)]
    if wanted:
        return all(target.id in values and is_met(target, values[target.id].value) for target in wanted)
    if stage.item.percent is None or progress is None:
        return False
    upto = stages[: stages.index(stage) + 1]
    return progress.value >= sum(each.item.percent or 0 for each in upto)
