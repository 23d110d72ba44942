"""How expected progress was worked out: the stages, figures and days behind each comparison."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from motiontrack.assess.case import Case
from motiontrack.assess.pace import Basis, Pace, is_past
from motiontrack.lean import lean
from motiontrack.model.resolve import Node

__all__ = ["AverageWorking", "StagesWorking", "Working", "working_of"]


@lean
class StagesWorking:
    """The stages past on the day of the comparison, each with its percent or its figure of the target.

    ``whole`` is what the figure is a share of: the whole target, or 100 percent. Percents are added;
    figures are running totals, of which the greatest counts.
    """

    past: tuple[tuple[Node, Decimal], ...]
    wanted: Decimal
    whole: Decimal


@lean
class AverageWorking:
    """The days from the start to the day of the comparison, of all days to the deadline."""

    start: date
    due: date
    elapsed: int
    window: int


Working = StagesWorking | AverageWorking


def working_of(case: Case, pace: Pace, issued: date) -> Working | None:
    """What ``pace`` was worked out from; ``None`` where nothing is expected on that basis."""
    if pace.basis is Basis.STAGES_PERCENT:
        return _percents(case, pace.day)
    if pace.basis is Basis.STAGES_FIGURES and pace.target is not None:
        return _figures(case, pace.target, pace.day)
    if pace.basis in (Basis.AVERAGE, Basis.SHORT_WINDOW) and case.due is not None:
        start = case.node.start.start if case.node.start else issued
        window = (case.due - start).days
        return AverageWorking(start, case.due, min(max((pace.day - start).days, 0), max(window, 0)), window)
    return None


def _percents(case: Case, day: date) -> StagesWorking:
    past = tuple((stage, stage.item.percent or Decimal(0)) for stage in case.stages if is_past(stage, day))
    return StagesWorking(past, sum((percent for _, percent in past), Decimal(0)), Decimal(100))


def _figures(case: Case, name: str, day: date) -> StagesWorking:
    planned = [
        (stage, target.at_least)
        for stage in case.stages
        for target in stage.item.targets
        if target.id == name and target.at_least is not None
    ]
    past = tuple((stage, figure) for stage, figure in planned if is_past(stage, day))
    finals = [target.at_least for target in case.node.item.targets if target.id == name and target.at_least]
    whole = finals[-1] if finals else max((figure for _, figure in planned), default=Decimal(0))
    return StagesWorking(past, max((figure for _, figure in past), default=Decimal(0)), whole)
