"""Stages that come round again: one for each day, with its own id, its own share and its own light."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from motiontrack.book import load_book
from motiontrack.model.resolve import Node
from motiontrack.rules import check
from tests.assess.building import PLAN, book_of, codes, files_of, judged, returned, scheduled, task


def quarterly(
    stage: str, due: str = "due: 2010-12-20", more: dict[str, str] | None = None
) -> tuple[Node, ...]:
    row = task(f"{due}\nstages:\n  - {{id: T1.q, text: 编印简报, {stage}}}")
    (only,) = book_of(files_of(row, more=more)).tasks
    return only.stages


def days(stages: tuple[Node, ...]) -> list[str]:
    return [each.due.end.isoformat() for each in stages if each.due]


@pytest.mark.parametrize(
    ("words", "due", "expected"),
    [
        ("每季度末", "due: 2010-12-20", ["2010-06-30", "2010-09-30"]),
        ("每季度末", "due: 2010-12-31", ["2010-06-30", "2010-09-30", "2010-12-31"]),
        ("每季度末", "start: 2010-07-01\ndue: 2010-12-31", ["2010-09-30", "2010-12-31"]),
        ("每季度末", "start: 2010-06-30\ndue: 2010-09-30", ["2010-06-30", "2010-09-30"]),
        ("每季度末", "standing: 是", ["2010-06-30", "2010-09-30", "2010-12-31"]),
        ("每月25日前", "due: 2010-07-24", ["2010-04-25", "2010-05-25", "2010-06-25"]),
        ("每月25日前", "due: 2010-07-25", ["2010-04-25", "2010-05-25", "2010-06-25", "2010-07-25"]),
        ("每半年", "due: 2011-12-31", ["2010-06-30", "2010-12-31", "2011-06-30", "2011-12-31"]),
        ("每季度结束后12日内", "due: 2010-12-20", ["2010-04-12", "2010-07-12", "2010-10-12"]),
    ],
)
def test_one_stage_for_every_day_in_the_time_of_its_item(words: str, due: str, expected: list[str]) -> None:
    assert days(quarterly(f"due: {words}", due)) == expected


def test_each_has_its_own_id_its_month_and_the_printed_words() -> None:
    first, second = quarterly("due: 每季度末")

    assert [first.id, second.id] == ["T1.q-1", "T1.q-2"]
    assert [first.item.text, second.item.text] == ["编印简报（2010-06）", "编印简报（2010-09）"]
    assert first.due_words == "每季度末"


@pytest.mark.parametrize("due", ["due: 2010-12-20", "due: 2010-12-31", "standing: 是"])
def test_the_shares_add_up_to_the_whole(due: str) -> None:
    shares = [each.item.percent for each in quarterly("due: 每季度末, percent: 100", due)]

    assert sum(share or 0 for share in shares) == Decimal(100)
    assert max(shares, key=lambda each: each or 0) == shares[-1]


def test_a_round_that_was_reported_done_is_reached_and_the_next_is_missed_on_its_own_day() -> None:
    row = task("due: 2010-12-20\nstages:\n  - {id: T1.q, text: 编印简报, due: 每季度末, percent: 100}")
    first = returned("2010-06", "task: T1.q-1, received: 2010-06-25, state: done, done_on: 2010-06-24")
    more = first | returned("2010-09", "task: T1, received: 2010-10-01, as_of: 2010-10-01, progress: 50")

    assert "stage-missed" not in codes(judged("07-01", row, more=more))
    assert "stage-missed" in codes(judged("10-01", row, more=more))


def test_expected_progress_counts_the_rounds_that_are_past() -> None:
    row = task("due: 2010-12-20\nstages:\n  - {id: T1.q, text: 编印简报, due: 每季度末, percent: 100}")
    more = returned("2010-07", "received: 2010-07-24, progress: 50")
    pace = judged("07-31", row, more=more).pace

    assert pace is not None
    assert pace.expected == Fraction(50)


def test_in_a_units_own_plan_too() -> None:
    plan = scheduled(
        "unit: 发改委, received: 2010-05-06, "
        "items: [{task: T1, stages: [{id: T1.q, text: 编印简报, due: 每季度末}]}]"
    )
    (only,) = book_of(files_of(more=plan)).schedules

    assert days(only.stages) == ["2010-06-30", "2010-09-30"]


@pytest.mark.parametrize(
    "stage",
    [
        "due: 每季度末, targets: [{id: 简报, words: 2期, at_least: 2}]",  # of each round, or of all?
        "due: 每周五",
    ],
)
def test_what_cannot_be_told_apart_is_refused(stage: str) -> None:
    row = task(f"due: 2010-12-20\nstages:\n  - {{id: T1.q, text: 编印简报, {stage}}}")
    book, found = load_book({path: text.encode() for path, text in files_of(row, plan=PLAN).items()})
    assert book is not None

    assert "MT313" in {each.code for each in (*found, *check(book))}


def test_a_task_that_comes_round_is_still_refused() -> None:
    row = task("due: 每季度末")
    _, found = load_book({path: text.encode() for path, text in files_of(row, plan=PLAN).items()})

    assert [each.code for each in found] == ["MT313"]
