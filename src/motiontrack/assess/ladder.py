"""The ladder by which a unit is pressed: 催办 → 督办 → 通报 → 约谈, counted from the register of slips.

The thresholds stand in one table, and a plan sets others by ``ladder``. Where a published rule was found
it is named; the rest is this tool's, and says so. The reasons are in docs/decisions/0022-ladder.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from motiontrack.lean import lean
from motiontrack.model.registers import SLIP_KINDS, LadderStep, Slip

__all__ = ["LADDER", "Climb", "Ladder", "Rung", "climb", "ladder_of", "rung_of"]


@lean
class Rung:
    """One step: so many slips of it unanswered (``None``: the last step) lead on to the next.

    ``days`` is within how many days an answer is asked. ``source`` is where the count comes from, and
    ``days_source`` where the days do; ``None`` is this tool's own. ``by_plan`` is what the plan names.
    """

    kind: str
    unanswered: int | None
    days: int
    source: str | None = None
    days_source: str | None = None
    by_plan: str | None = None


#: All steps, from the mildest on.
Ladder = tuple[Rung, ...]

_URGENT = "督查时限：领导批示急件1至5日"
LADDER: Ladder = (
    Rung("催办", 2, 5, "广元2018：黄灯两次的发专函督办", _URGENT),
    Rung("督办", 2, 5, "三亚2022：黄灯两次的由副市长约谈；这里先通报", _URGENT),
    Rung("通报", 1, 3),
    Rung("约谈", None, 3),
)


@lean
class Climb:
    """Where the register leaves one matter: the rung to take now, and the slips not answered so far."""

    rung: Rung
    unanswered: tuple[Slip, ...]


def ladder_of(steps: Iterable[LadderStep]) -> Ladder:
    """The ladder of a plan: what it does not set is as everywhere."""
    own = {step.kind: step for step in steps}
    return tuple(_set(rung, own[rung.kind]) if rung.kind in own else rung for rung in LADDER)


def _set(rung: Rung, step: LadderStep) -> Rung:
    counts = step.unanswered is not None and rung.unanswered is not None
    return Rung(
        rung.kind,
        int(step.unanswered) if counts and step.unanswered is not None else rung.unanswered,
        int(step.days) if step.days is not None else rung.days,
        None if counts else rung.source,
        rung.days_source if step.days is None else None,
        step.source,
    )


def rung_of(kind: str, ladder: Ladder) -> Rung:
    """The rung of one kind of slip."""
    return ladder[SLIP_KINDS.index(kind)]


def climb(slips: Iterable[Slip], answered: Callable[[Slip], bool], ladder: Ladder) -> Climb:
    """The rung after ``slips`` (of one matter, in the order they were sent).

    An unanswered slip counts towards the rung above its own. An answer stops the count and takes back
    no rung; a slip below the rung that was reached counts for nothing; of several on one day the
    gravest counts.
    """
    at, count = 0, 0
    silent: list[Slip] = []
    for slip in _one_a_day(slips):
        if answered(slip):
            at, count = max(at, SLIP_KINDS.index(slip.kind)), 0
            continue
        silent.append(slip)
        kind = SLIP_KINDS.index(slip.kind)
        if kind < at:
            continue
        at, count = kind, (count if kind == at else 0) + 1
        limit = ladder[at].unanswered
        if limit is not None and count >= limit:
            at, count = at + 1, 0
    return Climb(ladder[at], tuple(silent))


def _one_a_day(slips: Iterable[Slip]) -> list[Slip]:
    """The gravest slip of each day, by day."""
    by_day: dict[date, Slip] = {}
    for slip in slips:
        if slip.issued_on is None or not slip.kind:
            continue
        there = by_day.get(slip.issued_on)
        if there is None or SLIP_KINDS.index(slip.kind) > SLIP_KINDS.index(there.kind):
            by_day[slip.issued_on] = slip
    return [by_day[day] for day in sorted(by_day)]
