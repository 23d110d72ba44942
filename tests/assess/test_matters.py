"""What waits for an answer: matters to coordinate, instructions, findings, the deputies' verdicts."""

from __future__ import annotations

from datetime import date

import pytest

from motiontrack.assess.matters import (
    FindingState,
    findings_on,
    instructions,
    pending,
    requests,
    state_of_finding,
    verdicts,
)
from tests.assess.building import assessed, day_of, decided, found, returned, task

LED_BY_TWO = task("due: 2010-10-31\nsupport: 旅游局", lead="[发改委, 经贸委]", person="[蔡惠忠, 杨扬]")


def asked(day: str, *tasks: str, more: dict[str, str]) -> list[tuple[str | None, str | None]]:
    made = assessed(day, *tasks, more=more)
    return [
        (each.unit, each.monthly.entry.coordinate)
        for each in requests(made, {one.node.id for one in made.tasks})
    ]


def waiting(day: str, *decisions: str, **more: dict[str, str]) -> list[tuple[str, str, date | None]]:
    made = assessed(day, more=decided(*decisions) | more.get("more", {}))
    return [(each.kind, each.item, each.due) for each in pending(made)]


EXTENSION = "kind: extend, applied: 2010-07-10, due: 2010-12-31"


@pytest.mark.parametrize(
    ("day", "decision", "waits"),
    [
        ("07-09", EXTENSION, False),
        ("07-10", EXTENSION, True),
        ("07-19", f"{EXTENSION}, on: 2010-07-20", True),
        ("07-20", f"{EXTENSION}, on: 2010-07-20", False),
        ("07-20", "kind: extend, due: 2010-12-31", False),  # nobody knows since when
    ],
)
def test_what_was_asked_for_waits_until_it_is_decided(day: str, decision: str, waits: bool) -> None:
    assert waiting(day, decision) == ([("extend", "T1", date(2010, 12, 31))] if waits else [])


@pytest.mark.parametrize(
    ("granted", "waits"),
    [
        ("kind: extend, on: 2010-07-20, due: 2010-12-31", False),
        ("kind: extend, on: 2010-07-20, due: 2010-11-30", False),  # for less than was asked
        ("kind: extend, on: 2010-07-21, due: 2010-12-31", True),  # not in force yet
        ("kind: extend, on: 2010-07-09, due: 2010-11-30", True),  # an earlier one, before it was asked
        ("kind: instruct, on: 2010-07-20, text: 抓紧", True),
        ("kind: extend, item: T2, on: 2010-07-20, due: 2010-12-31", True),
    ],
)
def test_a_decision_in_a_row_of_its_own_answers_what_was_asked_before(granted: str, waits: bool) -> None:
    made = assessed("07-20", task(), task(name="T2"), more=decided(EXTENSION, granted))

    assert bool(pending(made)) is waits


def test_of_what_was_asked_for_twice_the_last_counts_and_of_finished_work_nothing() -> None:
    again = "kind: extend, applied: 2010-07-12, due: 2011-01-31"
    done = returned("2010-07", "received: 2010-07-20, state: done, progress: 100, done_on: 2010-07-15")

    assert waiting("07-15", EXTENSION, again) == [("extend", "T1", date(2011, 1, 31))]
    assert waiting("07-20", EXTENSION, more=done) == []


def test_a_matter_stands_from_the_day_it_came_until_a_return_that_asks_no_more() -> None:
    more = returned("2010-06", "received: 2010-06-24, progress: 20, coordinate: 需财政局落实经费") | returned(
        "2010-07", "received: 2010-07-24, progress: 30"
    )

    assert asked("06-23", more=more) == []
    assert asked("06-24", more=more) == [("发改委", "需财政局落实经费")]
    assert asked("07-23", more=more) == [("发改委", "需财政局落实经费")]
    assert asked("07-24", more=more) == []


def test_every_unit_of_a_task_is_heard_not_the_convener_alone() -> None:
    more = returned(
        "2010-06",
        "received: 2010-06-24, progress: 20, coordinate: 甲事",
        "unit: 经贸委, received: 2010-06-24, progress: 10, coordinate: 乙事",
        "unit: 旅游局, received: 2010-06-24, progress: 10, coordinate: 丙事",
    )

    assert asked("06-30", LED_BY_TWO, more=more) == [
        ("发改委", "甲事"),
        ("经贸委", "乙事"),
        ("旅游局", "丙事"),
    ]


def test_a_unit_that_the_task_was_taken_from_asks_no_more() -> None:
    more = returned("2010-06", "received: 2010-06-24, progress: 20, coordinate: 甲事") | decided(
        "kind: reassign, on: 2010-07-05, to: 旅游局"
    )

    assert asked("07-04", more=more) == [("发改委", "甲事")]
    assert asked("07-05", more=more) == []


def test_of_what_is_done_or_cancelled_nothing_is_asked() -> None:
    more = returned("2010-06", "received: 2010-06-24, progress: 20, coordinate: 甲事")

    assert asked("07-01", more=more | decided("kind: cancel, on: 2010-07-02")) == [("发改委", "甲事")]
    assert asked("07-02", more=more | decided("kind: cancel, on: 2010-07-02")) == []
    assert asked("07-02", more=more | decided("kind: close, on: 2010-07-02")) == []


def test_a_matter_of_a_part_and_of_a_stage_belongs_to_their_task() -> None:
    rows = (
        task(
            "due: 2010-10-31\nparts:\n  - {id: T1a, text: 甲}\n  - {id: T1b, text: 乙, lead: 旅游局, person: 戴平}"
        ),
        task(
            "due: 2010-10-31\nstages: [{id: T2s, text: 初稿, due: 2010-06-30, percent: 50}]",
            "T2",
            lead="经贸委",
            person="杨扬",
        ),
    )
    more = returned(
        "2010-06",
        "task: T2s, received: 2010-06-24, state: in-progress, coordinate: 丙事",
        "task: T1b, received: 2010-06-24, progress: 10, coordinate: 乙事",
    )

    assert asked("06-30", *rows, more=more) == [("旅游局", "乙事"), ("经贸委", "丙事")]


def test_instructions_on_open_work_oldest_first() -> None:
    rows = (task(), task("due: 2010-10-31", "T2", lead="经贸委", person="杨扬"))
    more = decided(
        "kind: instruct, item: T2, on: 2010-07-10, text: 抓紧办理",
        "kind: instruct, item: T1, on: 2010-06-10, text: 请发改委牵头",
        "kind: instruct, item: T1, text: 尚未批示",
    )

    def given(day: str, tasks: set[str]) -> list[str | None]:
        return [each.text for each in instructions(assessed(day, *rows, more=more), tasks)]

    assert given("06-09", {"T1", "T2"}) == []
    assert given("06-10", {"T1", "T2"}) == ["请发改委牵头"]
    assert given("07-10", {"T1", "T2"}) == ["请发改委牵头", "抓紧办理"]
    assert given("07-10", {"T2"}) == ["抓紧办理"]


@pytest.mark.parametrize(
    ("finding", "day", "state"),
    [
        ("due: 2010-08-31", "08-31", FindingState.OPEN),
        ("due: 2010-08-31", "09-01", FindingState.OVERDUE),
        ("due: 2010-08-31, resolved_on: 2010-08-31", "08-30", FindingState.OPEN),
        ("due: 2010-08-31, resolved_on: 2010-08-31", "08-31", FindingState.MENDED),
        ("due: 2010-08-31, resolved_on: 2010-09-01", "08-31", FindingState.OPEN),
        ("due: 2010-08-31, resolved_on: 2010-09-01", "09-01", FindingState.MENDED_LATE),
        ("text: 没有时限", "12-31", FindingState.OPEN),
    ],
)
def test_how_a_finding_stands(finding: str, day: str, state: FindingState) -> None:
    more = found(f"id: F1, raised_on: 2010-07-22, {finding}".replace("text: 没有时限", "by: 视察组"))
    (raised,) = assessed("12-31", more=more).book.findings

    assert state_of_finding(raised, day_of(day)) is state
    assert findings_on([raised], date(2010, 7, 21)) == ()
    assert findings_on([raised], date(2010, 7, 22)) == (raised,)


def feedback(*answers: str) -> dict[str, str]:
    return {"feedback.yaml": "\n".join(["feedback:", *(f"  - {{{each}}}" for each in answers)])}


def test_the_last_word_of_each_deputy_counts_and_nameless_answers_each() -> None:
    more = feedback(
        "deputy: 甲, date: 2010-11-25, verdict: 不满意",
        "deputy: 乙, date: 2010-11-25, verdict: 满意",
        "date: 2010-11-26, verdict: 基本满意",
        "date: 2010-11-26, verdict: 基本满意",
        "deputy: 甲, date: 2010-12-20, verdict: 基本满意",
    )
    book = assessed("12-31", more=more).book

    def last(day: str) -> list[tuple[str | None, str | None, str | None]]:
        return [
            (each.feedback.deputy, each.feedback.verdict, each.before)
            for each in verdicts(book.feedback, day_of(day))
        ]

    assert last("11-24") == []
    assert last("12-19") == [
        ("甲", "不满意", None), ("乙", "满意", None), (None, "基本满意", None), (None, "基本满意", None),
    ]  # fmt: skip
    assert last("12-20")[0] == ("甲", "基本满意", "不满意")


def test_a_later_answer_without_a_verdict_is_no_new_verdict() -> None:
    more = feedback(
        "deputy: 甲, date: 2010-11-25, verdict: 满意", "deputy: 甲, date: 2010-12-01, text: 已收到"
    )
    (last,) = verdicts(assessed("12-31", more=more).book.feedback, day_of("12-31"))

    assert last.feedback.verdict == "满意"


def test_who_is_not_satisfied_waits_for_an_answer() -> None:
    more = feedback("deputy: 甲, date: 2010-11-25, verdict: 不满意, answered_on: 2010-12-14")
    (last,) = verdicts(assessed("12-31", more=more).book.feedback, day_of("12-31"))

    assert last.unanswered(day_of("12-13"))
    assert not last.unanswered(day_of("12-14"))


@pytest.mark.parametrize(
    ("received", "waits"),
    [("2010-07-19", False), ("2010-07-20", False), ("2010-07-21", True)],
)
def test_what_was_asked_before_a_task_was_suspended_was_answered_by_that(received: str, waits: bool) -> None:
    more = returned("2010-07", f"received: {received}, coordinate: 建议暂停办理") | decided(
        "kind: suspend, on: 2010-07-20"
    )

    assert bool(asked("07-31", task(), more=more)) is waits
