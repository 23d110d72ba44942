"""The shipped notice (通政办发〔2010〕57号) alone, without a single return: DESIGN §4, last lines."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest

from motiontrack.assess.accounts import phase_accounts, unit_accounts
from motiontrack.assess.assessment import Assessment, assess
from motiontrack.assess.causes import Attention
from motiontrack.book import Book, load_book
from tests.assess.building import default_profile

DATA = Path(__file__).resolve().parents[2] / "data"
ISSUED = {"plan.yaml", "units.yaml"}  # what the office adds later does not change what the notice says


@cache
def notice() -> Book:
    book, _ = load_book({name: (DATA / name).read_bytes() for name in ISSUED})
    assert book is not None
    return book


def on(day: date) -> Assessment:
    return assess(notice(), day, default_profile(), {})


def with_attention(day: str, attention: Attention) -> list[str]:
    return [each.node.id for each in on(date.fromisoformat(day)).tasks if each.attention is attention]


def test_nothing_is_left_unjudged() -> None:
    assert on(date(2010, 5, 15)).unjudged == ()


@pytest.mark.parametrize(
    ("day", "overdue"),
    [
        ("2010-04-30", []),
        ("2010-05-01", ["T02"]),
        ("2010-05-15", ["T02"]),
        ("2010-06-30", ["T02"]),
        ("2010-07-01", ["T02", "T14", "T16", "T18"]),
        ("2010-07-31", ["T02", "T14", "T16", "T18"]),
    ],
)
def test_who_is_overdue(day: str, overdue: list[str]) -> None:
    assert with_attention(day, Attention.OVERDUE) == overdue


@pytest.mark.parametrize(
    ("day", "count"), [("2010-10-31", 4), ("2010-11-01", 20), ("2010-12-31", 20), ("2011-01-01", 21)]
)
def test_how_many_are_overdue(day: str, count: int) -> None:
    assert len(with_attention(day, Attention.OVERDUE)) == count


def test_the_other_17_are_unreported_at_the_end_of_july() -> None:
    assert len(with_attention("2010-07-31", Attention.UNREPORTED)) == 17


def test_the_phases_accounts_are_1_3_and_17() -> None:
    day = on(date(2010, 8, 31))
    made = phase_accounts(day.book.phases, day.tasks, day.day)

    assert [len(each.tasks) for each in made] == [1, 3, 17]


def test_silence_is_never_green() -> None:
    for day in (date(2010, 4, 7), date(2010, 6, 30), date(2010, 12, 31)):
        assert {each.light for each in on(day).tasks} <= {"grey", "red"}


def test_every_count_adds_up_on_every_day_of_the_year() -> None:
    lights = {light.id for light in default_profile().lights}
    day = date(2010, 1, 1)
    while day <= date(2011, 1, 31):
        shown = on(day)
        units = unit_accounts(shown.book.units, shown.tasks)
        phases = phase_accounts(shown.book.phases, shown.tasks, day)
        assert len(shown.tasks) == 21, day
        assert sum(Counter(each.light for each in shown.tasks if each.light in lights).values()) == 21, day
        assert sum(len(each.tasks) for each in units) == 21, day
        assert sum(len(each.tasks) for each in phases) == 21, day
        assert sum(len(each.owed) for each in units) == sum(len(each.owed) for each in shown.tasks), day
        day += timedelta(days=1)
