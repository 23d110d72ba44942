"""When an item will be done if it goes on as it has: from its own returns, with an honest range (DESIGN §4).

For information only: no cause and no light rests on it. How it does on a worked year is measured in
tests/assess/test_projection.py and told in docs/explanation/projection.md.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from math import ceil

from motiontrack.assess.case import Case
from motiontrack.assess.facts import figure_day, of_months
from motiontrack.assess.state import State
from motiontrack.book import MonthlyEntry
from motiontrack.lean import lean
from motiontrack.model.resolve import Node

__all__ = ["CYCLE_DAYS", "Point", "Projection", "course_of", "points_of", "project"]

_WHOLE = Fraction(100)
#: Fewer rising points say nothing of how an item goes on.
LEAST_POINTS = 2
#: So many of the latest points make the middle estimate.
LATEST_POINTS = 3
#: One reporting cycle, in days: what happens between two returns is not seen, so the range is wider by it.
CYCLE_DAYS = 31
#: Beyond so many days after its deadline nobody can say anything.
MOST_DAYS = 3653


@lean
class Point:
    """A percent on a day: reported and holding on it, or expected by it."""

    day: date
    percent: Fraction


@lean
class Projection:
    """A finish day, the range around it, and what they rest on.

    ``points`` are the percents returned; ``lags`` tell for each how many days after the day it was
    expected it was reached, by the stages' percents (``by_stages``) or the average over time.
    ``finish`` is the deadline moved by the middle one of the latest lags; ``earliest`` and ``latest`` by
    the least and the greatest of all, and a reporting cycle on either side.
    """

    finish: date
    earliest: date
    latest: date
    points: tuple[Point, ...]
    lags: tuple[int, ...]
    by_stages: bool


def project(case: Case, issued: date) -> Projection | None:
    """The projection for ``case``; ``None`` where its returns do not say enough.

    Refused: what is done or rests, has parts or no deadline, and has fewer than two rising percents.
    """
    if case.state not in (State.IN_PROGRESS, State.NOT_STARTED) or case.due is None or case.node.parts:
        return None
    points = points_of(case.node, case.returns)
    if len(points) < LEAST_POINTS or not points[0].percent < points[-1].percent < _WHOLE:
        return None
    course = course_of(case, issued)
    lags = tuple((point.day - day).days for point in points if (day := _expected_day(course, point.percent)))
    if len(lags) < LEAST_POINTS or max(map(abs, lags)) > MOST_DAYS:
        return None

    def moved(days: int) -> date:
        # What is not done on the last day reported will not have been done before the next.
        return max(course[-1].day + timedelta(days), points[-1].day + timedelta(1))

    return Projection(
        finish=moved(_middle(lags[-LATEST_POINTS:])),
        earliest=moved(min(lags) - CYCLE_DAYS),
        latest=moved(max(lags) + CYCLE_DAYS),
        points=points,
        lags=lags,
        by_stages=_has_percents(case),
    )


def _middle(lags: tuple[int, ...]) -> int:
    """The middle lag; of two in the middle the greater, since hope is cheap."""
    return sorted(lags)[len(lags) // 2]


def points_of(node: Node, returns: tuple[MonthlyEntry, ...]) -> tuple[Point, ...]:
    """The percents in force by the day they hold, from the last fall on: what went back starts anew.

    ``returns`` are the convener's, in order. Of two percents for one day the later return's counts.
    """
    by_day: dict[date, Fraction] = {}
    for monthly in of_months(returns):
        if monthly.entry.progress is not None:
            by_day[figure_day(node, monthly)] = Fraction(monthly.entry.progress)
    points = [Point(day, by_day[day]) for day in sorted(by_day)]
    falls = [
        place for place, (before, after) in enumerate(pairwise(points), 1) if after.percent < before.percent
    ]
    return tuple(points[falls[-1] :] if falls else points)


def course_of(case: Case, issued: date) -> tuple[Point, ...]:
    """What is expected when, rising from nothing at the start to all on the effective deadline.

    Between two stages' deadlines in proportion to the days; the stages' percents, where there are any.
    """
    start = case.node.start.start if case.node.start else issued
    course = [Point(start, Fraction(0))]
    upto = Fraction(0)
    for stage in sorted(case.stages, key=lambda each: each.due.end if each.due else date.max):
        upto += Fraction(stage.item.percent or 0)
        if stage.due is not None and stage.due.end > course[-1].day and course[-1].percent < upto <= _WHOLE:
            course.append(Point(stage.due.end, upto))
    if case.due is not None and case.due > course[-1].day:
        last = Point(case.due, _WHOLE)
        course[-1:] = [last] if course[-1].percent >= _WHOLE else [course[-1], last]
    return tuple(course)


def _expected_day(course: tuple[Point, ...], percent: Fraction) -> date | None:
    """The day by which ``percent`` was expected; ``None`` for nothing, and beyond the course."""
    for before, after in pairwise(course):
        if before.percent < percent <= after.percent:
            share = (percent - before.percent) / (after.percent - before.percent)
            return before.day + timedelta(ceil(share * (after.day - before.day).days))
    return None


def _has_percents(case: Case) -> bool:
    return any(stage.item.percent is not None for stage in case.stages)
