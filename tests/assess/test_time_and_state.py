"""Deadlines, states and timeliness: DESIGN §4, each boundary from both sides."""

from __future__ import annotations

import pytest

from motiontrack.assess.causes import Attention, Code
from motiontrack.assess.state import State, Timeliness
from tests.assess.building import PLAN, cause, codes, day_of, decided, judged, owed_of, returned, task

DUE_AUGUST = task("due: 8月")
DONE = "state: done, done_on"


# -- the deadline ------------------------------------------------------------------------------


def test_overdue_from_the_day_after() -> None:
    assert "overdue" not in codes(judged("08-31", DUE_AUGUST))

    late = judged("09-01", DUE_AUGUST)

    assert late.attention is Attention.OVERDUE
    assert cause(late, Code.OVERDUE).figures == (("due", "2010-08-31"), ("days", 1))


def test_overdue_names_the_line_of_its_deadline() -> None:
    place = cause(judged("09-01", DUE_AUGUST), Code.OVERDUE).place

    assert place is not None
    assert place.file == "plan.yaml"


ROLLED = PLAN.replace("year: 2010", "year: 2010, roll: [due, report]")
CALENDAR = {"calendar.yaml": "years: [2010]\nholidays: [{name: 国庆节, from: 2010-10-01, to: 2010-10-07}]"}


def test_a_rolled_deadline_is_overdue_from_the_day_after_the_one_it_rolled_to() -> None:
    october = task("due: 10月底前")  # the 31st is a Sunday
    assert "overdue" in codes(judged("11-01", october, more=CALENDAR))
    assert "overdue" not in codes(judged("11-01", october, more=CALENDAR, plan=ROLLED))

    late = judged("11-02", october, more=CALENDAR, plan=ROLLED)

    assert cause(late, Code.OVERDUE).figures == (("due", "2010-11-01"), ("days", 1))
    assert late.due_original == late.due == day_of("11-01")
    assert late.due_rolled_from == day_of("10-31")
    assert judged("11-02", october, more=CALENDAR).due_rolled_from is None


def test_a_rolled_task_stays_in_the_account_of_its_phase_and_so_does_the_whole_of_its_parts() -> None:
    august = "due: 8月29日前"  # a Sunday, rolled to 30 August
    ends = ROLLED.replace("to: 2010-08-31", "to: 2010-08-29")
    part = f"parts:\n  - {{id: T1-1, text: 拟稿, {august}}}"
    for rows in (august, part):
        shown = judged("08-01", task(rows), more=CALENDAR, plan=ends)
        assert shown.phase is not None
        assert shown.phase.phase.id == "P2"
        assert (shown.due_original, shown.due_rolled_from) == (day_of("08-30"), day_of("08-29"))


def test_of_parts_rolled_to_one_day_the_whole_has_the_later_of_the_days_they_were_rolled_from() -> None:
    # 28 and 29 August are a weekend; the 30th is nobody's to be rolled from.
    days = ("8月28日前", "8月29日前", "8月28日前")
    parts = "".join(f"\n  - {{id: T1-{number}, text: 拟稿, due: {due}}}" for number, due in enumerate(days))
    shown = judged("08-01", task(f"parts:{parts}"), more=CALENDAR, plan=ROLLED)
    assert (shown.due_original, shown.due_rolled_from) == (day_of("08-30"), day_of("08-29"))

    later = task(f"parts:{parts}\n  - {{id: T1-9, text: 定稿, due: 8月30日前}}")
    shown = judged("08-01", later, more=CALENDAR, plan=ROLLED)
    assert (shown.due_original, shown.due_rolled_from) == (day_of("08-30"), None)


def test_a_rolled_return_is_missing_from_the_day_after_the_one_it_rolled_to() -> None:
    # 25 July 2010 is a Sunday.
    on_monday, on_tuesday = (judged(day, task(), more=CALENDAR, plan=ROLLED) for day in ("07-26", "07-27"))

    assert owed_of(on_monday)[-1] == "2010-06"
    assert owed_of(on_tuesday)[-1] == "2010-07"
    assert owed_of(judged("07-26", task(), more=CALENDAR))[-1] == "2010-07"


EXTENDED = decided(
    "kind: extend, on: 2010-08-20, applied: 2010-08-10, due: 2010-10-15, approver: 市政府",
)


def test_an_extension_moves_the_deadline_and_the_original_stays() -> None:
    in_time, late = judged("10-15", DUE_AUGUST, more=EXTENDED), judged("10-16", DUE_AUGUST, more=EXTENDED)

    assert "overdue" not in codes(in_time)
    assert "overdue" in codes(late)
    assert (late.due, late.due_original) == (day_of("10-15"), day_of("08-31"))
    assert cause(late, Code.EXTENDED).figure("original") == "2010-08-31"
    assert late.phase is not None
    assert late.phase.phase.id == "P2"  # the account is for ever that of the original deadline


def test_an_extension_counts_from_the_day_it_is_in_force() -> None:
    assert judged("08-19", DUE_AUGUST, more=EXTENDED).due == day_of("08-31")
    assert judged("08-20", DUE_AUGUST, more=EXTENDED).due == day_of("10-15")


def test_an_extension_only_asked_for_changes_nothing() -> None:
    asked = decided("kind: extend, applied: 2010-08-10, due: 2010-10-15, approver: 市政府")

    assert "overdue" in codes(judged("09-01", DUE_AUGUST, more=asked))


def test_the_last_extension_decides() -> None:
    twice = decided(
        "kind: extend, on: 2010-10-01, due: 2010-12-31, approver: 市政府",
        "kind: extend, on: 2010-08-20, due: 2010-10-15, approver: 市政府",
    )

    assert judged("09-30", DUE_AUGUST, more=twice).due == day_of("10-15")
    assert judged("10-01", DUE_AUGUST, more=twice).due == day_of("12-31")


def test_standing_work_is_never_overdue() -> None:
    standing = judged("2011-06-30", task("standing: 是"))

    assert standing.state is State.STANDING
    assert standing.pace is not None
    assert standing.pace.expected is None
    assert "overdue" not in codes(standing)


def test_nothing_is_expected_of_standing_work_though_it_has_stages_by_percent() -> None:
    yearly = task("{}\nstages:\n  - {{id: T1a, text: 年度, due: 6月, percent: 60}}".format("standing: 是"))

    shown = judged("07-25", yearly, more=returned("2010-07", "received: 2010-07-24, progress: 10"))

    assert shown.pace is not None
    assert shown.pace.gap is None
    assert "behind" not in codes(shown)


# -- states ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("state: not-started", State.NOT_STARTED),
        ("progress: 0", State.NOT_STARTED),
        ("state: in-progress", State.IN_PROGRESS),
        ("progress: 5", State.IN_PROGRESS),
        ("work: 已召开座谈会", State.IN_PROGRESS),
        ("progress: 100", State.IN_PROGRESS),  # 100 alone is not done
        ("state: done, done_on: 2010-05-20", State.DONE),
    ],
)
def test_what_a_return_says_is_the_state(said: str, state: State) -> None:
    assert judged("05-25", more=returned("2010-05", f"received: 2010-05-25, {said}")).state is state


def test_never_returned_is_unknown_and_has_no_figures() -> None:
    silent = judged("04-20")

    assert silent.state is State.UNKNOWN
    assert silent.light == "grey"
    assert silent.pace is not None
    assert silent.pace.progress is None
    assert silent.pace.gap is None


def test_a_return_counts_from_the_day_it_came_in() -> None:
    more = returned("2010-05", "received: 2010-05-24, state: in-progress")

    assert judged("05-23", more=more).state is State.UNKNOWN
    assert judged("05-24", more=more).state is State.IN_PROGRESS


@pytest.mark.parametrize(("kind", "state"), [("suspend", State.SUSPENDED), ("cancel", State.CANCELLED)])
def test_suspended_and_cancelled_show_no_light(kind: str, state: State) -> None:
    more = decided(f"kind: {kind}, on: 2010-06-10, approver: 市政府")

    assert judged("06-09", more=more).state is State.UNKNOWN
    held = judged("06-10", more=more)

    assert (held.state, held.light, held.attention) == (state, None, Attention.NONE)


def test_a_suspension_ends_with_a_resumption() -> None:
    more = decided("kind: suspend, on: 2010-06-10", "kind: resume, on: 2010-09-10")

    assert judged("09-09", more=more).state is State.SUSPENDED
    assert judged("09-10", more=more).state is State.UNKNOWN


def test_what_was_overdue_when_it_was_suspended_stays_overdue() -> None:
    """先逾期后中止 does not wash the delay off; what falls due while suspended is not overdue."""
    in_time = judged("12-01", DUE_AUGUST, more=decided("kind: suspend, on: 2010-08-31"))
    late = judged("12-01", DUE_AUGUST, more=decided("kind: suspend, on: 2010-09-10"))

    assert in_time.attention is Attention.NONE
    assert (late.state, late.light, late.attention) == (State.SUSPENDED, None, Attention.OVERDUE)
    assert cause(late, Code.OVERDUE).figure("days") == 10


@pytest.mark.parametrize("after", ["suspend", "close"])
def test_a_cancellation_is_final(after: str) -> None:
    more = decided("kind: cancel, on: 2010-06-10", f"kind: {after}, on: 2010-07-10")

    assert judged("07-11", more=more).state is State.CANCELLED


def test_a_resumption_takes_a_cancellation_back() -> None:
    more = decided("kind: cancel, on: 2010-06-10", "kind: resume, on: 2010-07-10")

    assert judged("07-10", more=more).state is State.UNKNOWN


def test_a_return_that_is_silent_on_the_state_leaves_it() -> None:
    first = returned("2010-05", "received: 2010-05-25, state: not-started")
    silent = returned("2010-06", "received: 2010-06-25, work: 正在研究")

    assert judged("06-26", more=first | silent).state is State.NOT_STARTED
    started = returned("2010-06", "received: 2010-06-25, progress: 3")
    assert judged("06-26", more=first | started).state is State.IN_PROGRESS


# -- done --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("done_on", "timeliness"),
    [
        ("2010-07-31", Timeliness.EARLY),  # 31 days before
        ("2010-08-01", Timeliness.ON_TIME),  # 30 days before
        ("2010-08-31", Timeliness.ON_TIME),
        ("2010-09-01", Timeliness.LATE),
    ],
)
def test_early_on_time_and_late(done_on: str, timeliness: Timeliness) -> None:
    more = returned("2010-09", f"received: 2010-09-05, {DONE}: {done_on}")

    done = judged("2011-03-01", DUE_AUGUST, more=more)

    assert (done.state, done.timeliness, done.light) == (State.DONE, timeliness, "done")
    assert done.attention is Attention.NONE


def test_late_is_by_the_effective_deadline() -> None:
    more = EXTENDED | returned("2010-10", f"received: 2010-10-20, {DONE}: 2010-10-15")

    assert judged("10-20", DUE_AUGUST, more=more).timeliness is Timeliness.ON_TIME


REPORTED = returned("2010-08", f"received: 2010-08-25, {DONE}: 2010-08-20")


def test_done_is_to_be_verified_until_it_is_closed() -> None:
    more = REPORTED | decided("kind: close, on: 2010-09-15, approver: 市政府办")
    before, after = judged("09-14", DUE_AUGUST, more=more), judged("09-15", DUE_AUGUST, more=more)

    assert (before.verified, codes(before)) == (False, {"unverified"})
    assert (after.verified, codes(after)) == (True, set())
    assert after.done_on == day_of("08-20")


def test_a_closing_confirms_the_day_that_was_claimed_whatever_came_in_since() -> None:
    """Else an official done in time would be late by the day the office got round to closing."""
    more = (
        REPORTED
        | returned("2010-09", "received: 2010-09-25, work: 材料已归档")
        | decided("kind: close, on: 2010-10-15, approver: 市政府办")
    )

    assert judged("09-26", DUE_AUGUST, more=more).state is State.DONE
    closed = judged("10-15", DUE_AUGUST, more=more)
    assert (closed.done_on, closed.timeliness) == (day_of("08-20"), Timeliness.ON_TIME)


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("progress: 100", State.DONE),
        ("progress: 90", State.IN_PROGRESS),
        ("state: in-progress", State.IN_PROGRESS),
    ],
)
def test_only_a_return_that_says_so_reopens_what_was_reported_done(said: str, state: State) -> None:
    more = REPORTED | returned("2010-09", f"received: 2010-09-25, {said}")

    assert judged("09-26", DUE_AUGUST, more=more).state is state


def test_closed_without_a_claim_is_done_on_the_day_it_was_closed() -> None:
    closed = judged("09-01", DUE_AUGUST, more=decided("kind: close, on: 2010-08-30"))

    assert (closed.state, closed.done_on, closed.verified) == (State.DONE, day_of("08-30"), True)
    assert closed.done_assumed


def test_a_day_that_was_claimed_is_not_assumed_but_one_that_was_sent_back_is_claimed_no_more() -> None:
    """Closed the day after it was sent back, and not reported again: nobody named that day."""
    closing = "kind: close, on: 2010-09-03"
    claimed = judged("09-04", DUE_AUGUST, more=REPORTED | decided(closing))
    undone = judged("09-04", DUE_AUGUST, more=REPORTED | decided("kind: send-back, on: 2010-09-02", closing))

    assert (claimed.done_on, claimed.done_assumed) == (day_of("08-20"), False)
    assert (undone.done_on, undone.done_assumed) == (day_of("09-03"), True)


def test_a_whole_is_assumed_done_on_the_day_of_its_last_part_if_that_one_is() -> None:
    whole = task("due: 8月\nparts: [{id: T1a, text: 甲}, {id: T1b, text: 乙}]")
    told = returned("2010-08", f"task: T1a, received: 2010-08-25, {DONE}: 2010-08-20, evidence: 照片")
    parts = judged("09-04", whole, more=told | decided("item: T1b, kind: close, on: 2010-08-30"))
    closed = judged("09-04", whole, more=decided("kind: close, on: 2010-08-30"))

    assert (parts.done_on, parts.done_assumed) == (day_of("08-30"), True)
    assert (closed.done_on, closed.done_assumed) == (day_of("08-30"), True)


BACK = decided("kind: send-back, on: 2010-09-02, reason: 缺验收材料")


def test_sent_back_is_open_again_and_overdue() -> None:
    assert judged("09-01", DUE_AUGUST, more=REPORTED | BACK).state is State.DONE
    back = judged("09-02", DUE_AUGUST, more=REPORTED | BACK)

    assert (back.state, back.attention, back.done_on) == (State.IN_PROGRESS, Attention.OVERDUE, None)


@pytest.mark.parametrize(("received", "done"), [("09-02", False), ("09-03", True)])
def test_done_again_counts_if_it_came_in_after_it_was_sent_back(received: str, done: bool) -> None:
    again = returned(
        "2010-08",
        f"received: 2010-08-25, {DONE}: 2010-08-20",
        f"received: 2010-{received}, {DONE}: 2010-09-01",
    )

    shown = judged("09-03", DUE_AUGUST, more=again | BACK)

    assert (shown.state is State.DONE) is done
    if done:
        assert (shown.done_on, shown.timeliness) == (day_of("09-01"), Timeliness.LATE)


def test_what_was_sent_back_says_so_until_it_is_done_again() -> None:
    again = REPORTED | returned("2010-09", f"received: 2010-09-20, {DONE}: 2010-09-18")

    assert "sent-back" not in codes(judged("09-01", DUE_AUGUST, more=again | BACK))
    told = cause(judged("09-02", DUE_AUGUST, more=again | BACK), Code.SENT_BACK)
    assert told.figures == (("on", "2010-09-02"), ("reason", "缺验收材料"))
    assert told.place is not None
    assert told.place.file == "decisions.yaml"
    assert "sent-back" in codes(judged("09-19", DUE_AUGUST, more=again | BACK))
    assert "sent-back" not in codes(judged("09-20", DUE_AUGUST, more=again | BACK))


def test_having_been_sent_back_changes_no_light() -> None:
    early = returned("2010-07", f"received: 2010-07-25, {DONE}: 2010-07-20")
    shown = judged("08-10", DUE_AUGUST, more=early | decided("kind: send-back, on: 2010-08-02"))

    assert (shown.light, shown.attention, codes(shown)) == (
        "green",
        Attention.NONE,
        {"sent-back", "due-soon"},
    )


def test_sending_back_undoes_a_closing() -> None:
    more = REPORTED | decided("kind: close, on: 2010-09-01", "kind: send-back, on: 2010-09-10")

    assert judged("09-09", DUE_AUGUST, more=more).state is State.DONE
    assert judged("09-10", DUE_AUGUST, more=more).state is State.IN_PROGRESS


# -- which return is in force ------------------------------------------------------------------


def test_the_conveners_return_decides_over_another_units() -> None:
    two = task("due: 2010-10-31\nsupport: 经贸委")
    more = returned(
        "2010-05",
        "unit: 市发改委, received: 2010-05-20, progress: 10",
        f"unit: 经贸委, received: 2010-05-24, {DONE}: 2010-05-23",
    )

    shown = judged("05-25", two, more=more)

    assert shown.state is State.IN_PROGRESS
    assert shown.last is not None
    assert shown.last.entry.unit == "市发改委"


def test_the_later_received_of_one_month_wins_wherever_it_stands() -> None:
    more = returned("2010-05", "received: 2010-05-28, progress: 20", "received: 2010-05-20, progress: 10")

    early, late = judged("05-27", more=more), judged("05-28", more=more)

    assert early.pace is not None
    assert early.pace.progress == 10
    assert late.pace is not None
    assert late.pace.progress == 20


def test_of_two_received_on_one_day_the_one_further_down_wins() -> None:
    more = returned("2010-05", "received: 2010-05-20, progress: 10", "received: 2010-05-20, progress: 15")

    shown = judged("05-20", more=more)

    assert shown.pace is not None
    assert shown.pace.progress == 15


def test_a_late_return_for_an_earlier_month_does_not_override_a_later_month() -> None:
    more = returned("2010-05", "received: 2010-07-02, progress: 10") | returned(
        "2010-06", "received: 2010-06-24, progress: 30"
    )

    shown = judged("07-03", more=more)

    assert shown.last is not None
    assert shown.last.month == "2010-06"
    assert shown.pace is not None
    assert shown.pace.progress == 30
