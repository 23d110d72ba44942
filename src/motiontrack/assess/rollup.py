"""Roll-ups: the tasks by goal, aim, objective, unit, person, overseer or phase (DESIGN §4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from motiontrack.assess.assessment import Assessment, Unjudged
from motiontrack.assess.case import phase_of
from motiontrack.assess.judge import Judgement
from motiontrack.lean import lean
from motiontrack.model.plan import Goal
from motiontrack.model.resolve import Node
from motiontrack.model.vocabulary import By

__all__ = ["Group", "roll_up"]


@lean
class Group:
    """The tasks counted under one heading; ``key`` ``None`` holds those that have none.

    ``also`` are the ids of tasks that belong here too and are counted under another heading.
    """

    key: str | None
    tasks: tuple[Judgement, ...]
    unjudged: tuple[Unjudged, ...]
    also: tuple[str, ...]

    @property
    def size(self) -> int:
        """How many tasks are counted here, judged or not."""
        return len(self.tasks) + len(self.unjudged)


def roll_up(
    by: By,
    assessment: Assessment,
    tasks: Sequence[Judgement],
    unjudged: Iterable[Unjudged],
    *,
    every: bool = True,
) -> tuple[Group, ...]:
    """``tasks`` and the unjudged ones by ``by``, each counted once, so that the groups add up.

    What has several (two objectives, two people) is counted under the first, as the first unit
    convenes, and named under the others. In the plan's order, what has none last; ``every``: with
    the aims, objectives and phases that no task belongs to.
    """
    counted: dict[str | None, list[Judgement]] = {}
    left_out: dict[str | None, list[Unjudged]] = {}
    also: dict[str | None, list[str]] = {}
    order: dict[str | None, None] = dict.fromkeys(_known(by, assessment) if every else ())
    for task in tasks:
        keys: tuple[str | None, ...] = _keys(by, task, assessment) or (None,)
        first, *others = keys
        counted.setdefault(first, []).append(task)
        for key in others:
            also.setdefault(key, []).append(task.node.id)
        order |= dict.fromkeys((first, *others))
    for row in unjudged:
        if row.is_task:
            key = next(iter(_keys_as_printed(by, row.node, assessment)), None)
            left_out.setdefault(key, []).append(row)
            order.setdefault(key)
    return tuple(
        Group(
            key,
            tuple(counted.get(key, ())),
            tuple(left_out.get(key, ())),
            tuple(also.get(key, ())),
        )
        for key in sorted(order, key=_places(by, assessment, order).__getitem__)
    )


def _known(by: By, assessment: Assessment) -> Iterator[str]:
    """The headings of which there are some in the plan even without a task."""
    book = assessment.book
    match by:
        case By.AIM:
            yield from (each.id for each in book.file.aims)
        case By.OBJECTIVE:
            yield from (each.id for each in book.file.objectives)
        case By.PHASE:
            yield from (span.phase.id for span in book.phases)


def _places(by: By, assessment: Assessment, order: Iterable[str | None]) -> dict[str | None, int]:
    """Where each heading stands: in the file's order, else as the tasks come to it; what has none last."""
    known: list[str | None] = [*_known(by, assessment)]
    if by is By.UNIT:
        known += assessment.book.units
    headings = dict.fromkeys((*known, *(key for key in order if key is not None), None))
    return {key: place for place, key in enumerate(headings)}


def _keys(by: By, task: Judgement, assessment: Assessment) -> tuple[str, ...]:
    """Every heading that a task belongs to as it stands on the day, the one it is counted under first."""
    match by:
        case By.UNIT:
            keys = (*task.lead, *(key for part in task.parts for key in _keys(by, part, assessment)))
        case By.PERSON:
            own = task.person_now or task.node.person
            keys = (*own, *(key for part in task.parts for key in _keys(by, part, assessment)))
        case By.OVERSEER:
            own = _overseers(task, assessment)
            keys = (*own, *(key for part in task.parts for key in _keys(by, part, assessment)))
        case By.PHASE:
            keys = (task.phase.phase.id,) if task.phase else ()
        case _:
            keys = _keys_as_printed(by, task.node, assessment)
    return tuple(dict.fromkeys(keys))


def _overseers(task: Judgement, assessment: Assessment) -> tuple[str, ...]:
    """Who oversees a task: as its convener's own latest plan names them, else as printed."""
    row = assessment.ledger.scheduled(task.node, assessment.day)
    return (row.overseer if row else ()) or task.node.overseer


def _keys_as_printed(by: By, node: Node, assessment: Assessment) -> tuple[str, ...]:
    """The headings of an item and its parts by what the plan says of them alone."""
    book = assessment.book
    if by is By.PHASE:
        phase = phase_of(node.due.named if node.due else None, book.phases)
        return (phase.phase.id,) if phase else ()
    own = {
        By.GOAL: (node.item.goal,) if node.item.goal else (),
        By.AIM: _serving(node, book.file.aims),
        By.OBJECTIVE: _serving(node, book.file.objectives),
        By.UNIT: node.lead,
        By.PERSON: node.person,
        By.OVERSEER: node.overseer,
    }[by]
    parts = (key for part in node.parts for key in _keys_as_printed(by, part, assessment))
    return tuple(dict.fromkeys((*own, *parts)))


def _serving(node: Node, goals: Iterable[Goal]) -> tuple[str, ...]:
    ids = {each.id for each in goals}
    return tuple(each for each in node.item.serves if each in ids)
