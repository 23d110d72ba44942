"""The percentage claimed beside the figures of the targets, where the two disagree."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.assess.building import judged, returned, task


def asked(kind: str = "total", at_least: str = "at_least: 1000") -> str:
    return task(f"due: 2010-10-31\ntargets: [{{id: 户数, words: 1000户以上, kind: {kind}, {at_least}}}]")


def apart(row: str, *entries: str, day: str = "06-30") -> list[Fraction]:
    more = returned("2010-06", *entries)
    return [each.points for each in judged(day, row, more=more).beside]


@pytest.mark.parametrize(
    ("progress", "value", "points"),
    [
        (60, 300, [30]),
        (30, 600, [30]),  # the figures are ahead of what is claimed
        (39, 300, []),  # nine points
        (40, 300, [10]),
        (130, 1300, []),
        (100, 1300, []),  # more than the whole is no more than done
        (130, 850, [15]),
    ],
)
def test_ten_points_apart_are_told(progress: int, value: int, points: list[int]) -> None:
    said = f"received: 2010-06-24, progress: {progress}, targets: {{户数: {value}}}"

    assert apart(asked(), said) == points


@pytest.mark.parametrize("kind", ["level", "growth", "points", "document", "event"])
def test_only_what_builds_up_is_a_share_of_its_target(kind: str) -> None:
    assert apart(asked(kind), "received: 2010-06-24, progress: 60, targets: {户数: 300}") == []


def test_a_target_without_a_number_is_a_share_of_nothing() -> None:
    row = task("due: 2010-10-31\ntargets: [{id: 户数, words: 若干户, kind: total}]")

    assert apart(row, "received: 2010-06-24, progress: 60, targets: {户数: 300}") == []


def test_figures_of_two_days_may_differ() -> None:
    row = asked()
    more = returned("2010-05", "received: 2010-05-24, targets: {户数: 100}") | returned(
        "2010-06", "received: 2010-06-24, progress: 60"
    )

    assert judged("06-30", row, more=more).beside == ()


def test_what_is_done_is_no_longer_compared() -> None:
    said = "received: 2010-06-24, progress: 100, state: done, done_on: 2010-06-20, targets: {户数: 300}"

    assert apart(asked(), said) == []


def test_of_a_whole_the_parts_are_compared_each_by_itself() -> None:
    row = task(
        """
        due: 2010-10-31
        parts:
          - {id: T1.1, text: 东片, targets: [{id: 户数, words: 1000户, kind: total, at_least: 1000}]}
          - {id: T1.2, text: 西片}
        """
    )
    more = returned("2010-06", "task: T1.1, received: 2010-06-24, progress: 60, targets: {户数: 300}")
    whole = judged("06-30", row, more=more)

    assert [(each.item, each.points) for each in whole.beside] == [("T1.1", Fraction(30))]
    assert whole.beside == whole.parts[0].beside
    assert whole.parts[1].beside == ()
