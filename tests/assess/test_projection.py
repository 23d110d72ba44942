"""The projection from a task's own returns: worked by hand, refused where they say too little, and tried on a year."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motiontrack.assess.assessment import assess
from motiontrack.assess.projection import Projection
from motiontrack.book import load_book
from tests.assess.building import decided, default_profile, judged, returned, task

ROOT = Path(__file__).resolve().parents[2]
# 100 days from start to deadline: a percent a day.
HUNDRED = task("start: 2010-04-10\ndue: 2010-07-19")
STAGED = task(
    "start: 2010-04-10\ndue: 2010-10-31\nstages:\n"
    "  - {id: T1.1, text: 初稿, due: 2010-06-30, percent: 20}\n"
    "  - {id: T1.2, text: 定稿, due: 2010-10-31, percent: 80}"
)


def months(*figures: tuple[str, object]) -> dict[str, str]:
    """Returns received, and holding, on the days given: ``("05-10", 20)``."""
    texts: dict[str, list[str]] = {}
    for day, progress in figures:
        said = f"received: 2010-{day}, as_of: 2010-{day}, progress: {progress}"
        texts.setdefault(f"2010-{day[:2]}", []).append(said)
    return {path: text for month, said in texts.items() for path, text in returned(month, *said).items()}


def projected(day: str, *figures: tuple[str, object], row: str = HUNDRED, **more: str) -> Projection | None:
    return judged(day, row, more=months(*figures) | more).projection


def test_late_by_ten_days_each_time_ends_ten_days_late() -> None:
    # 20 % was expected on 30 April, 60 % on 9 June.
    found = projected("06-20", ("05-10", 20), ("06-19", 60))

    assert found is not None
    assert found.lags == (10, 10)
    assert found.finish == date(2010, 7, 29)
    assert (found.earliest, found.latest) == (date(2010, 6, 28), date(2010, 8, 29))
    assert not found.by_stages


def test_the_middle_of_the_latest_three_and_the_range_of_all() -> None:
    figures = (("04-30", 20), ("05-20", 30), ("06-01", 47), ("07-05", 75))

    found = projected("07-06", *figures)

    assert found is not None
    assert found.lags == (0, 10, 5, 11)
    assert found.finish == date(2010, 7, 29)
    assert found.earliest == date(2010, 7, 6), "31 days before the deadline is past: it was not done then"
    assert found.latest == date(2010, 7, 19) + timedelta(11 + 31)


def test_by_the_stages_where_they_have_percents() -> None:
    # 20 % by 30 June (81 days), then 80 % in 123 days: 10 % on the 41st day, 21 May; 60 % on 31 August.
    found = projected("09-10", ("05-26", 10), ("09-05", 60), row=STAGED)

    assert found is not None
    assert found.by_stages
    assert found.lags == (5, 5)
    assert found.finish == date(2010, 11, 5)


def test_an_extension_moves_the_course() -> None:
    extension = decided("kind: extend, on: 2010-05-01, due: 2010-10-27, approver: 市政府")

    found = projected("06-10", ("05-10", 15), ("06-09", 30), **extension)

    assert found is not None  # half a percent a day now
    assert found.lags == (0, 0)
    assert found.finish == date(2010, 10, 27)


@pytest.mark.parametrize(
    "figures",
    [
        (),
        (("05-10", 20),),
        (("04-30", 20), ("05-30", 20)),
        (("04-30", 0), ("05-30", 20)),  # nothing was expected on no day
        (("04-30", 40), ("05-30", 20)),
        (("04-30", 40), ("05-20", 20), ("06-01", 20)),
        (("04-30", 40), ("05-30", 100)),
    ],
    ids=str,
)
def test_refused_where_fewer_than_two_percents_rise(figures: tuple[tuple[str, object], ...]) -> None:
    assert projected("06-01", *figures) is None


def test_after_a_fall_the_count_starts_anew() -> None:
    found = projected("06-25", ("04-30", 60), ("05-30", 30), ("06-20", 51))

    assert found is not None
    assert [point.percent for point in found.points] == [30, 51]


@pytest.mark.parametrize(
    "row",
    [task("standing: 是"), task("due: 2010-07-19\nparts: [{id: T1a, text: 甲}, {id: T1b, text: 乙}]")],
    ids=["standing", "parts"],
)
def test_refused_where_there_is_no_course(row: str) -> None:
    assert projected("06-20", ("05-10", 20), ("06-19", 60), row=row) is None


def test_refused_for_what_is_done_or_rests() -> None:
    rests = decided("kind: suspend, on: 2010-05-31, reason: 待批")
    done = returned("2010-06", "received: 2010-06-01, state: done, done_on: 2010-05-31")

    assert projected("06-20", ("04-30", 20), ("05-30", 40)) is not None
    assert projected("06-20", ("04-30", 20), ("05-30", 40), **rests) is None
    assert projected("06-20", ("04-30", 20), ("05-30", 40), **done) is None


@given(st.lists(st.integers(1, 99), min_size=2, max_size=6, unique=True).map(sorted), st.integers(1, 9))
def test_the_finish_lies_in_its_range_and_after_what_is_known(percents: list[int], apart: int) -> None:
    days = [date(2010, 4 + place, 12 + apart) for place in range(len(percents))]
    figures = [(f"{day:%m-%d}", percent) for day, percent in zip(days, percents, strict=True)]

    found = projected("10-01", *figures)

    if found is not None:
        assert days[-1] < found.earliest <= found.finish <= found.latest


# -- tried on the worked year -----------------------------------------------------------------------


def test_on_the_worked_year_nine_in_ten_ended_within_the_range() -> None:
    """Every month-end before a task was done, against the day it was: the figures of the documents."""
    folder = ROOT / "examples/nantong-2010/data"
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.yaml")}
    book, _ = load_book(files)
    assert book is not None
    ends = [date(2010, month, 1) - timedelta(1) for month in range(5, 13)]
    done = {
        each.node.id: each.done_on for each in assess(book, date(2011, 1, 31), default_profile(), {}).tasks
    }
    within, off, refused = 0, [], 0
    for end in ends:
        for each in assess(book, end, default_profile(), {}).tasks:
            finished = done[each.node.id]
            if finished is None or finished <= end:
                continue
            if each.projection is None:
                refused += 1
                continue
            off.append((each.projection.finish - finished).days)
            within += each.projection.earliest <= finished <= each.projection.latest
    middle = sorted(map(abs, off))[len(off) // 2]

    page = (ROOT / "docs/explanation/projection.md").read_text(encoding="utf-8")
    told = f"{len(off)} projections, {refused} refused; {within} within the range; the middle one {middle} days off"
    assert told in page
