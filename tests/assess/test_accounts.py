"""Accounts by phase and unit, steps, and what is left unjudged."""

from __future__ import annotations

from collections import Counter

import pytest

from motiontrack.assess.accounts import PhaseAccount, StepState, When, phase_accounts, unit_accounts
from motiontrack.assess.assessment import Assessment, assess
from motiontrack.assess.faults import faulty_items
from motiontrack.book import load_book
from motiontrack.rules import check
from tests.assess.building import (
    PLAN,
    assessed,
    day_of,
    decided,
    default_profile,
    files_of,
    returned,
    task,
)

TASKS = (
    task("due: 2010-04-30", "T1"),
    task("due: 2010-08-31", "T2"),
    task("due: 2010-09-15", "T3"),
    task("due: 2010-12-20", "T4"),
    task("due: 2010-12-21", "T5"),
    task("standing: 是", "T6"),
)


def accounts(day: Assessment) -> dict[str, PhaseAccount]:
    made = phase_accounts(day.book.phases, day.tasks, day.day)
    return {each.span.phase.id if each.span else "其后": each for each in made}


def ids(account: PhaseAccount) -> list[str]:
    return [each.node.id for each in account.tasks]


def test_each_task_is_in_the_account_of_the_first_phase_that_ends_on_or_after_its_deadline() -> None:
    made = accounts(assessed("05-01", *TASKS))

    assert {name: ids(account) for name, account in made.items()} == {
        "P1": ["T1"],
        "P2": ["T2"],
        "P3": ["T3", "T4"],
        "其后": ["T5", "T6"],
    }


def test_without_tasks_after_the_last_phase_there_is_no_such_account() -> None:
    assert "其后" not in accounts(assessed("05-01", *TASKS[:4]))


@pytest.mark.parametrize(
    ("day", "when"),
    [
        ("06-30", When.COMING),
        ("07-01", When.CURRENT),
        ("08-31", When.CURRENT),
        ("09-01", When.PAST),
    ],
)
def test_a_phase_is_coming_current_or_past(day: str, when: When) -> None:
    assert accounts(assessed(day, *TASKS))["P2"].when is when


def test_what_must_be_ready_when_a_phase_opens() -> None:
    """Due before it and not done; due later and behind. A phase is never asked for its own tasks as past."""
    more = returned(
        "2010-05",
        "task: T1, received: 2010-05-25, state: done, done_on: 2010-04-30",
        "task: T4, received: 2010-05-25, progress: 1",
        "task: T5, received: 2010-05-25, progress: 90",
    )

    second = accounts(assessed("06-10", *TASKS, more=more))["P2"]
    third = accounts(assessed("06-10", *TASKS, more=more))["P3"]

    assert [each.node.id for each in second.not_done] == []
    assert [each.node.id for each in third.not_done] == ["T2", "T3"]
    assert [each.node.id for each in second.behind] == ["T4"]


def test_suspended_and_cancelled_tasks_need_not_be_ready() -> None:
    more = decided("item: T2, kind: suspend, on: 2010-05-01", "item: T3, kind: cancel, on: 2010-05-01")

    third = accounts(assessed("06-10", *TASKS, more=more))["P3"]

    assert [each.node.id for each in third.not_done] == ["T1"]
    assert ids(third) == ["T3", "T4"]


# -- units -------------------------------------------------------------------------------------


def test_the_accounts_of_the_units_add_up() -> None:
    tasks = (task(name="T1"), task(name="T2", lead="[经贸委, 发改委]", person="杨扬"), task(name="T3"))
    day = assessed("06-01", *tasks, more=returned("2010-05", "task: T1, received: 2010-05-27, progress: 9"))

    made = unit_accounts(day.book.units, day.tasks)

    assert [(each.unit, len(each.tasks)) for each in made] == [("发改委", 2), ("经贸委", 1)]
    assert sum(len(each.tasks) for each in made) == len(day.tasks)
    assert Counter(owed.late for owed in made[0].owed) == {False: 3, True: 1}


# -- steps -------------------------------------------------------------------------------------

STEPS = PLAN.replace(
    "to: 2010-08-31}",
    "to: 2010-08-31, steps: [{id: S1, text: 视察, due: 7月}, {id: S2, text: 完善提高}]}",
)


def steps(day: str, *decisions: str) -> dict[str, StepState]:
    more = decided(*decisions) if decisions else {}
    return {each.node.id: each.state for each in assessed(day, plan=STEPS, more=more).steps}


def test_a_step_is_unrecorded_from_the_day_after_its_own() -> None:
    assert steps("07-31")["S1"] is StepState.COMING
    assert steps("08-01")["S1"] is StepState.UNRECORDED


def test_a_step_without_a_day_is_due_at_the_phases_end() -> None:
    assert steps("08-31")["S2"] is StepState.COMING
    assert steps("09-01")["S2"] is StepState.UNRECORDED


def test_a_step_is_done_by_decision_from_its_day_on() -> None:
    done = "item: S1, kind: step-done, on: 2010-07-20"

    assert steps("07-19", done)["S1"] is StepState.COMING
    assert steps("07-20", done)["S1"] is StepState.DONE


def test_a_step_sent_back_is_open_again_and_an_extended_one_is_not_yet_unrecorded() -> None:
    back = ("item: S1, kind: step-done, on: 2010-07-20", "item: S1, kind: send-back, on: 2010-08-03")
    moved = "item: S1, kind: extend, on: 2010-07-20, due: 2010-08-15, approver: 市政府"

    assert steps("08-03", *back)["S1"] is StepState.UNRECORDED
    assert steps("08-15", moved)["S1"] is StepState.COMING
    assert steps("08-16", moved)["S1"] is StepState.UNRECORDED


# -- unjudged ----------------------------------------------------------------------------------


def judged_with_faults(texts: dict[str, str]) -> Assessment:
    book, read = load_book({path: text.encode() for path, text in texts.items()})
    assert book is not None
    faulty = faulty_items((*read, *check(book)), book, day_of("06-01"))
    return assess(book, day_of("06-01"), default_profile(), faulty)


@pytest.mark.parametrize(
    "row",
    [
        task("due: 2010-09-31", "T2"),  # no such day
        task("due: 尽快", "T2"),  # no day at all
        task("note: 未印", "T2"),  # no deadline
        task(name="T2", lead="不存在的单位"),
        task(name="T1"),  # an id twice
        task("due: 8月\nparts:\n  - {id: T2a, text: 甲, due: 不详}\n  - {id: T2b, text: 乙}", "T2"),
    ],
    ids=["no-such-day", "no-day", "no-deadline", "no-such-unit", "id-twice", "a-part"],
)
def test_a_row_with_errors_is_listed_and_never_judged(row: str) -> None:
    day = judged_with_faults(files_of(task(name="T1"), row, task(name="T3")))

    assert len(day.tasks) + len(day.unjudged) == 3
    assert day.unjudged
    assert "T3" in [each.node.id for each in day.tasks]
    assert all(each.place.file == "plan.yaml" for each in day.unjudged)


def test_words_that_cannot_be_read_leave_every_row_unjudged_that_has_them() -> None:
    """Two rows with the same unreadable return clock: neither is judged by the default one."""
    rows = (task("due: 8月\nreport: 常报", name) for name in ("T1", "T2"))

    assert [each.node.id for each in judged_with_faults(files_of(*rows)).unjudged] == ["T1", "T2"]


def test_errors_in_what_was_reported_leave_the_task_unjudged() -> None:
    more = returned("2010-05", "task: T1, received: 2010-05-25, progress: 四成")

    day = judged_with_faults(files_of(task(name="T1"), task(name="T2"), more=more))

    assert [(each.node.id, each.place.file) for each in day.unjudged] == [("T1", "returns/2010-05.yaml")]
    assert [each.node.id for each in day.tasks] == ["T2"]
