"""Which returns are owed, by whom, and when one is missing: DESIGN §4 "Returns owed"."""

from __future__ import annotations

import pytest

from motiontrack.assess.accounts import unit_accounts
from motiontrack.assess.causes import Attention, Code
from tests.assess.building import (
    PLAN,
    assessed,
    cause,
    codes,
    decided,
    judged,
    missing,
    owed_of,
    returned,
    task,
)


def issued(day: str) -> str:
    return PLAN.replace("2010-04-07", day)


# -- the first and the last --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "first"), [("2010-04-07", "2010-04"), ("2010-04-25", "2010-04"), ("2010-04-26", "2010-05")]
)
def test_the_first_return_is_of_the_month_of_issue_if_its_return_day_is_still_to_come(
    day: str, first: str
) -> None:
    assert owed_of(judged("07-01", plan=issued(day)))[0] == first


@pytest.mark.parametrize(
    ("start", "first"), [("2010-07-25", "2010-07"), ("2010-07-26", "2010-08"), ("7月", "2010-07")]
)
def test_with_a_start_of_its_own_the_first_is_of_the_month_it_starts(start: str, first: str) -> None:
    assert owed_of(judged("10-01", task(f"due: 2010-10-31\nstart: {start}")))[0] == first


def test_a_return_is_owed_once_its_day_is_past() -> None:
    assert owed_of(judged("04-25")) == []
    assert owed_of(judged("04-26")) == ["2010-04"]


def test_the_last_return_is_of_the_month_the_plan_closes() -> None:
    assert owed_of(judged("2011-03-01"))[-1] == "2010-12"


def test_the_last_return_is_of_the_month_it_was_done() -> None:
    more = returned("2010-07", "received: 2010-07-24, state: done, done_on: 2010-07-20")

    assert owed_of(judged("12-31", more=more)) == ["2010-04", "2010-05", "2010-06", "2010-07"]


def test_nobody_is_asked_again_for_what_was_already_reported_done() -> None:
    """The return for June came late, on 12 July, and says done on 10 July: July's would repeat it."""
    more = returned("2010-06", "received: 2010-07-12, state: done, done_on: 2010-07-10")

    assert owed_of(judged("12-31", more=more))[-1] == "2010-06"


def test_a_quarterly_clock() -> None:
    quarterly = task("due: 2010-12-20\nreport: 每季度结束后12日内")

    assert owed_of(judged("07-12", quarterly)) == []
    assert owed_of(judged("07-13", quarterly)) == ["2010-06"]
    assert owed_of(judged("2011-02-01", quarterly)) == ["2010-06", "2010-09", "2010-12"]


# -- times in which nobody is asked ------------------------------------------------------------


@pytest.mark.parametrize(
    ("kinds", "asked"),
    [
        (("suspend", "resume"), ["2010-04", "2010-05", "2010-08"]),
        (("cancel", "resume"), ["2010-04", "2010-05", "2010-08"]),
        (("close", "send-back"), ["2010-04", "2010-05", "2010-08"]),
    ],
)
def test_nothing_is_owed_while_it_rests(kinds: tuple[str, str], asked: list[str]) -> None:
    more = decided(f"kind: {kinds[0]}, on: 2010-06-25", f"kind: {kinds[1]}, on: 2010-08-25")

    assert owed_of(judged("08-26", more=more)) == asked


@pytest.mark.parametrize("received", ["06-08", "06-25", "07-02"])
def test_what_was_sent_in_while_nobody_asked_is_not_owed_either(received: str) -> None:
    """Else a form sent of free will could come late, and 应报 would hang on whether it came."""
    rest = decided("kind: suspend, on: 2010-06-10", "kind: resume, on: 2010-07-10")
    more = rest | returned("2010-06", f"received: 2010-{received}, progress: 40")

    assert owed_of(judged("07-20", more=more)) == ["2010-04", "2010-05"]


def test_the_return_that_says_done_is_owed_though_it_is_closed_before_the_return_day() -> None:
    more = returned("2010-05", "received: 2010-05-20, state: done, done_on: 2010-05-19") | decided(
        "kind: close, on: 2010-05-22"
    )

    assert owed_of(judged("06-30", more=more)) == ["2010-04", "2010-05"]


def test_suspended_after_a_return_day_it_is_still_owed() -> None:
    assert owed_of(judged("09-01", more=decided("kind: suspend, on: 2010-06-26")))[-1] == "2010-06"


def test_a_cancelled_item_owes_nothing_from_the_day_it_was_cancelled() -> None:
    assert owed_of(judged("12-31", more=decided("kind: cancel, on: 2010-07-10")))[-1] == "2010-06"


def test_what_was_reported_done_owes_nothing_until_it_is_sent_back() -> None:
    more = returned("2010-05", "received: 2010-05-24, state: done, done_on: 2010-05-20") | decided(
        "kind: send-back, on: 2010-08-10"
    )

    back = judged("08-11", more=more)

    assert owed_of(back) == ["2010-04", "2010-05"]
    assert "unreported" not in codes(back)
    assert "unreported" in codes(judged("08-26", more=more))


# -- unreported --------------------------------------------------------------------------------


def test_unreported_only_from_the_day_after_the_return_day() -> None:
    more = returned("2010-04", "received: 2010-04-25, progress: 5")

    assert "unreported" not in codes(judged("05-25", more=more))
    silent = judged("05-26", more=more)

    assert (silent.attention, silent.light) == (Attention.UNREPORTED, "grey")
    said = cause(silent, Code.UNREPORTED)
    assert (said.figure("month"), said.figure("last"), said.figure("times")) == ("2010-05", "2010-04", 1)


def test_a_late_return_is_late_and_no_longer_missing() -> None:
    more = returned("2010-04", "received: 2010-04-26, progress: 5")

    late = judged("05-01", more=more)

    assert "unreported" not in codes(late)
    assert [each.late for each in late.owed] == [True]


def test_only_the_latest_owed_return_makes_it_unreported() -> None:
    more = returned("2010-06", "received: 2010-06-20, progress: 30")

    shown = judged("07-01", more=more)

    assert missing(shown.owed) == ["2010-04", "2010-05"]
    assert "unreported" not in codes(shown)


def test_a_return_for_the_month_after_stands_in_for_the_one_owed() -> None:
    """The unit skipped June and sent July's early: there is newer news than was asked for."""
    more = returned("2010-07", "received: 2010-07-01, progress: 30")

    assert "unreported" not in codes(judged("07-02", more=more))


# -- whose it is -------------------------------------------------------------------------------

MOVED = decided("kind: reassign, on: 2010-07-01, to: 经贸委, approver: 市政府")


def test_a_new_unit_does_not_answer_for_what_the_former_one_left_out() -> None:
    day = assessed("08-01", more=MOVED)
    accounts = {each.unit: each for each in unit_accounts(day.book.units, day.tasks)}

    assert missing(accounts["发改委"].owed) == ["2010-04", "2010-05", "2010-06"]
    assert missing(accounts["经贸委"].owed) == ["2010-07"]
    assert [len(accounts[unit].tasks) for unit in ("发改委", "经贸委")] == [0, 1]


def test_after_a_reassignment_only_the_new_units_returns_count() -> None:
    more = MOVED | returned(
        "2010-07",
        "unit: 发改委, received: 2010-07-20, progress: 90",
        "unit: 经贸委, received: 2010-07-10, progress: 40",
    )

    shown = judged("07-26", more=more)

    assert shown.pace is not None
    assert shown.pace.progress == 40
