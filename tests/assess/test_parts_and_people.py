"""Items with parts, reassignment, and who holds a post on a day."""

from __future__ import annotations

import pytest

from motiontrack.assess.causes import Attention
from motiontrack.assess.state import State, Timeliness
from tests.assess.building import (
    UNITS,
    assessed,
    codes,
    day_of,
    decided,
    found,
    judged,
    returned,
    task,
)

WHOLE = task(
    """
    due: 2010-08-31
    parts:
      - {id: T1a, text: 名牌}
      - {id: T1b, text: 标准, due: 2010-10-31}
    """
)


def of_parts(first: str, second: str, received: str = "2010-06-25") -> dict[str, str]:
    entries = [
        f"task: {part}, received: {received}, {said}"
        for part, said in (("T1a", first), ("T1b", second))
        if said
    ]
    return returned(received[:7], *entries)


DONE = "state: done, done_on: 2010-06-20"


# -- parts -------------------------------------------------------------------------------------


def test_an_item_with_parts_is_counted_once() -> None:
    day = assessed("06-26", WHOLE, task(name="T2"), more=of_parts(DONE, "progress: 30"))

    assert [each.node.id for each in day.tasks] == ["T1", "T2"]
    assert [each.node.id for each in day.tasks[0].parts] == ["T1a", "T1b"]


def test_it_is_done_when_all_parts_are_on_the_day_of_the_last() -> None:
    one = judged("06-26", WHOLE, more=of_parts(DONE, "progress: 30"))
    both = judged("06-26", WHOLE, more=of_parts(DONE, "state: done, done_on: 2010-06-22"))

    assert (one.state, one.done_on) == (State.IN_PROGRESS, None)
    assert (both.state, both.done_on, both.light) == (State.DONE, day_of("06-22"), "done")
    assert both.verified is False


def test_it_is_late_if_one_part_was_late_though_the_whole_had_longer() -> None:
    whole = task(
        "due: 2010-10-31\nparts:\n  - {id: T1a, text: 名牌, due: 2010-06-10}\n  - {id: T1b, text: 标准}"
    )

    done = judged("06-26", whole, more=of_parts(DONE, "state: done, done_on: 2010-06-22"))

    assert done.timeliness is Timeliness.LATE


def test_a_cancelled_part_is_not_waited_for() -> None:
    more = of_parts(DONE, "") | decided("item: T1b, kind: cancel, on: 2010-06-01")

    assert judged("06-26", WHOLE, more=more).state is State.DONE


def test_it_shows_the_worst_light_of_its_parts() -> None:
    shown = judged("06-25", WHOLE, more=of_parts("outlook: on-time", "outlook: unlikely"))

    assert [part.light for part in shown.parts] == ["green", "yellow"]
    assert (shown.light, shown.attention) == ("yellow", Attention.AT_RISK)


def test_one_part_overdue_makes_the_whole_overdue() -> None:
    shown = judged("09-01", WHOLE, more=of_parts("progress: 50", "progress: 50"))

    assert [part.attention for part in shown.parts] == [Attention.OVERDUE, Attention.UNREPORTED]
    assert (shown.attention, shown.light) == (Attention.OVERDUE, "red")


@pytest.mark.parametrize(
    ("first", "second", "state"),
    [
        ("", "", State.UNKNOWN),
        ("state: not-started", "", State.UNKNOWN),
        ("state: not-started", "state: not-started", State.NOT_STARTED),
        ("state: not-started", "progress: 5", State.IN_PROGRESS),
        (DONE, "", State.IN_PROGRESS),
    ],
)
def test_nothing_is_under_way_that_nobody_has_said_is(first: str, second: str, state: State) -> None:
    assert judged("06-26", WHOLE, more=of_parts(first, second)).state is state


def test_done_and_suspended_parts_are_not_a_done_tile() -> None:
    more = of_parts(DONE, "progress: 5") | decided("item: T1b, kind: suspend, on: 2010-06-26")

    shown = judged("06-26", WHOLE, more=more)

    assert (shown.state, shown.light) == (State.SUSPENDED, None)


def test_a_decision_on_one_part_is_that_parts_only() -> None:
    more = decided("item: T1a, kind: extend, on: 2010-08-20, due: 2010-09-30, approver: 市政府")

    first, second = judged("09-01", WHOLE, more=more).parts

    assert (first.due, first.due_original) == (day_of("09-30"), day_of("08-31"))
    assert second.due == day_of("10-31")


def test_an_extension_of_the_whole_reaches_the_parts_that_took_its_deadline() -> None:
    """Else the approved extension would leave the task red."""
    more = decided("kind: extend, on: 2010-08-20, due: 2010-12-10, approver: 市政府")

    shown = judged("09-01", WHOLE, more=more)

    assert [part.due for part in shown.parts] == [day_of("12-10"), day_of("10-31")]
    assert "overdue" not in codes(shown)


@pytest.mark.parametrize(
    ("kind", "state"),
    [("suspend", State.SUSPENDED), ("cancel", State.CANCELLED), ("close", State.DONE)],
)
def test_a_decision_on_the_whole_stands_above_its_parts(kind: str, state: State) -> None:
    shown = judged("08-01", WHOLE, more=decided(f"kind: {kind}, on: 2010-06-10"))

    assert shown.state is state
    assert {part.state for part in shown.parts} == {state}
    assert {each.month for each in shown.owed} <= {"2010-04", "2010-05", "2010-06"}


def test_what_was_found_in_the_whole_counts_beside_the_parts() -> None:
    more = of_parts("progress: 60", "progress: 60") | found("id: F1, raised_on: 2010-06-01, due: 2010-06-20")

    shown = judged("06-25", WHOLE, more=more)

    assert [part.light for part in shown.parts] == ["green", "green"]
    assert (shown.light, shown.attention) == ("yellow", Attention.AT_RISK)


def test_what_a_unit_declares_of_the_whole_counts_but_its_parts_say_what_is_done() -> None:
    said = "task: T1, received: 2010-06-25, state: done, done_on: 2010-06-20, coordinate: 请协调用地"
    parts = [f"task: T1{part}, received: 2010-06-25, progress: 60" for part in "ab"]

    shown = judged("06-25", WHOLE, more=returned("2010-06", said, *parts))

    assert (shown.state, shown.done_on, shown.timeliness) == (State.IN_PROGRESS, None, None)
    assert (shown.light, codes(shown)) == ("yellow", {"problem-declared"})


def test_without_a_deadline_or_a_lead_of_its_own_it_takes_its_parts() -> None:
    rows = (
        "  - id: T1\n    text: 两家分办\n    parts:\n"
        "      - {id: T1a, text: 甲, lead: 经贸委, person: 杨扬, due: 2010-07-31}\n"
        "      - {id: T1b, text: 乙, lead: 旅游局, person: 戴平, due: 2010-08-31}\n"
    )

    shown = judged("05-01", rows)

    assert shown.lead == ("经贸委", "旅游局")
    assert (shown.due, shown.due_original) == (day_of("08-31"), day_of("08-31"))
    assert shown.phase is not None
    assert shown.phase.phase.id == "P2"


def test_the_trend_shows_what_was_found_in_the_whole() -> None:
    """From the day after the time limit on, at every month-end since, and red after three of them."""
    more = of_parts("progress: 90", "progress: 90") | found("id: F1, raised_on: 2010-05-10, due: 2010-06-10")
    for month in ("07", "08", "09"):
        rows = [f"task: {part}, received: 2010-{month}-25, progress: 99" for part in ("T1a", "T1b")]
        more |= returned(f"2010-{month}", *rows)
    whole = WHOLE.replace("due: 2010-08-31", "due: 2010-12-20").replace("2010-10-31", "2010-12-20")
    shown = judged("10-01", whole, more=more)

    assert [(each.month, each.light) for each in shown.trend] == [
        ("2010-05", "grey"),
        ("2010-06", "yellow"),
        ("2010-07", "yellow"),
        ("2010-08", "yellow"),
        ("2010-09", "red"),
        ("2010-10", "red"),
    ]
    assert shown.light == "red"
    assert [each.light for each in shown.parts] == ["green", "green"]
    assert "yellow-streak" in codes(shown)


# -- reassignment ------------------------------------------------------------------------------

MOVED = decided("kind: reassign, on: 2010-07-01, to: 经贸委, approver: 市政府")


def test_a_reassignment_moves_the_lead_and_the_person_and_the_printed_person_stays() -> None:
    before, after = judged("06-30", more=MOVED), judged("07-01", more=MOVED)

    assert (before.lead, before.person_now) == (("发改委",), ("蔡惠忠",))
    assert (after.lead, after.person_now) == (("经贸委",), ("杨扬",))
    assert after.node.person == ("蔡惠忠",)


def test_a_reassignment_of_the_whole_moves_the_parts_that_took_its_lead() -> None:
    whole = task("due: 2010-08-31\nparts:\n  - {id: T1a, text: 甲}\n  - {id: T1b, text: 乙, lead: 旅游局}")

    assert [part.lead for part in judged("07-01", whole, more=MOVED).parts] == [("经贸委",), ("旅游局",)]


# -- people ------------------------------------------------------------------------------------


def staff(*people: str) -> dict[str, str]:
    rows = "".join(f"\n      - {{{each}}}" for each in people)
    return {"units.yaml": UNITS.replace(" [{name: 蔡惠忠, post: 责任人}]", rows)}


SUCCEEDED = staff("name: 蔡惠忠, post: 责任人, to: 2010-07-15", "name: 王新, post: 责任人, from: 2010-07-16")


@pytest.mark.parametrize(("day", "now"), [("07-15", "蔡惠忠"), ("07-16", "王新")])
def test_a_successor_in_the_post_inherits_the_task(day: str, now: str) -> None:
    shown = judged(day, more=SUCCEEDED)

    assert shown.person_now == (now,)
    assert shown.node.person == ("蔡惠忠",)


def test_a_post_that_is_vacant_is_nobodys() -> None:
    gap = staff("name: 蔡惠忠, post: 责任人, to: 2010-07-15", "name: 王新, post: 责任人, from: 2010-08-01")

    assert judged("07-20", more=gap).person_now == ()


def test_only_the_same_post_is_inherited() -> None:
    other = staff("name: 蔡惠忠, post: 责任人, to: 2010-07-15", "name: 李四, post: 联络员")

    assert judged("07-16", more=other).person_now == ()


def test_who_left_no_post_leaves_it_to_nobody() -> None:
    """Two people without a post do not follow each other."""
    unnamed = staff("name: 蔡惠忠, to: 2010-07-15", "name: 李四")

    assert judged("07-16", more=unnamed).person_now == ()


def test_a_printed_name_that_no_unit_lists_stays() -> None:
    assert judged("07-16", more=staff("name: 李四, post: 责任人")).person_now == ("蔡惠忠",)
