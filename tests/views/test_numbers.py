"""Figures in print: rounded, and never onto the other side of a threshold."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motiontrack.assess.causes import Code
from motiontrack.language.catalogue import load
from motiontrack.views.numbers import numeral, rounded, rounded_expected, rounded_gap, rounded_ratio, shares
from motiontrack.views.sentences import cause_sentence, figure_value
from tests.assess.building import cause, judged, returned, task


def side(value: Fraction, limit: Fraction) -> int:
    return (value > limit) - (value < limit)


#: Close to a threshold, which is a whole number, as close as anybody can report.
near = st.builds(
    lambda limit, over, parts: limit + Fraction(over, parts),
    st.integers(-120, 120),
    st.integers(-3, 3),
    st.sampled_from([1, 3, 7, 97, 10**4, 10**6, 3 * 10**7, 365 * 10**6, 10**15]),
)


def test_what_is_expected_less_what_is_reported_is_the_gap_on_paper() -> None:
    expected = Fraction(170 * 100, 191)  # 89.005…

    assert rounded_gap(expected - 70) == Decimal("19.01")
    assert rounded_expected(expected, expected - 70) == Decimal("89.01")
    assert rounded_expected(expected, Fraction(-5)) == rounded_expected(expected, None) == Decimal("89.0")


@given(st.integers(0, 1000), st.integers(1, 400), st.integers(0, 100))
def test_the_sum_on_paper_holds_to_the_last_decimal_printed(days: int, window: int, progress: int) -> None:
    expected = Fraction(100 * days, window)
    gap = expected - progress
    printed = rounded_expected(expected, gap) - progress

    unit = Decimal(1).scaleb(int(rounded_gap(gap).as_tuple().exponent))
    assert abs(printed - rounded_gap(gap)) <= unit
    assert gap < 0 or printed == rounded_gap(gap)


@given(st.fractions(-120, 120) | near)
def test_a_printed_gap_stays_on_its_own_side_of_every_threshold(gap: Fraction) -> None:
    shown = Fraction(rounded_gap(gap))

    assert all(side(shown, Fraction(limit)) == side(gap, Fraction(limit)) for limit in range(-121, 122))
    assert abs(shown - gap) <= Fraction(1, 20)


@given(st.fractions(-120, 120) | near)
def test_a_printed_ratio_stays_on_its_own_side_of_every_percent(percent: Fraction) -> None:
    shown = Fraction(rounded_ratio(percent / 100)) * 100

    assert all(side(shown, Fraction(limit)) == side(percent, Fraction(limit)) for limit in range(-121, 122))
    assert abs(shown - percent) <= Fraction(1, 20)


@given(st.fractions(-(10**15), 10**15))
def test_without_a_threshold_one_decimal_is_printed_half_up(value: Fraction) -> None:
    shown = rounded(value)

    assert shown.as_tuple().exponent == -1
    assert abs(Fraction(shown) - value) <= Fraction(1, 20)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("29.96", "29.96"),
        ("29.94", "29.9"),
        ("30", "30.0"),
        ("30.04", "30.04"),
        ("9.999", "9.999"),
        ("14.96", "14.96"),
        ("45.2", "45.2"),
        ("10.0000003", "10.0000003"),
        ("0.04", "0.04"),
        ("-0.04", "-0.04"),
        ("0", "0.0"),
        ("56.25", "56.3"),
        ("-56.25", "-56.3"),
    ],
)
def test_examples(value: str, shown: str) -> None:
    assert str(rounded_gap(Fraction(value))) == shown


def test_a_progress_of_minus_nothing_is_nothing() -> None:
    assert str(rounded(Fraction("-0.01"))) == "0.0"


def test_the_sentence_prints_2996_where_2996_was_judged() -> None:
    stages = "due: 2010-10-31\nstages: [{id: T1a, text: 初稿, due: 2010-06-30, percent: 50}]"
    shown = judged("07-24", task(stages), more=returned("2010-07", "received: 2010-07-24, progress: 20.04"))
    behind = cause(shown, Code.BEHIND)

    assert shown.light == "yellow"
    assert figure_value("points", behind.figure("points")) == Decimal("29.96")
    assert "落后29.96个百分点" in cause_sentence(behind, load("zh"))


# -- shares ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("counts", "plainly", "to_hundred"),
    [
        ([1, 1, 1], "33.3 33.3 33.3", "33.4 33.3 33.3"),
        ([2, 1, 3], "33.3 16.7 50.0", "33.3 16.7 50.0"),
        ([1, 1, 1, 1, 1, 1], "16.7 16.7 16.7 16.7 16.7 16.7", "16.7 16.7 16.7 16.7 16.6 16.6"),
        ([1, 0, 20], "4.8 0.0 95.2", "4.8 0 95.2"),
        ([0, 0], "0.0 0.0", "0.0 0.0"),
        ([7], "100.0", "100"),
    ],
)
def test_shares_are_rounded_each_by_itself_or_to_add_up(
    counts: list[int], plainly: str, to_hundred: str
) -> None:
    assert [*map(str, shares(counts))] == plainly.split()
    assert [*shares(counts, to_hundred=True)] == [Decimal(each) for each in to_hundred.split()]


@given(st.lists(st.integers(0, 400), min_size=1, max_size=12).filter(any))
def test_shares_to_a_hundred_add_up_and_are_never_a_tenth_off(counts: list[int]) -> None:
    made = shares(counts, to_hundred=True)

    assert sum(made) == 100
    for count, share in zip(counts, made, strict=True):
        assert abs(Fraction(share) - Fraction(100 * count, sum(counts))) < Fraction(1, 10)
        assert count or not share


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (21, "二十一"), (99, "九十九"), (100, "100")],
)
def test_headings_count_in_chinese(number: int, said: str) -> None:
    assert numeral(number) == said
