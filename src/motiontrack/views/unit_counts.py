"""Tasks counted by the unit that convenes them, where they are too many to be named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from motiontrack.lean import lean
from motiontrack.views.status import TaskView

__all__ = ["UnitCount", "counted_by_unit"]


@lean
class UnitCount:
    """A unit, and how many of its tasks (or parts of them) are meant."""

    unit: str | None
    count: int


def counted_by_unit(tasks: Iterable[TaskView]) -> tuple[UnitCount, ...]:
    """Each convener with how many of ``tasks``, most first."""
    counted = Counter(next(iter(task.lead), None) for task in tasks)
    return tuple(UnitCount(unit, count) for unit, count in counted.most_common())
