"""Roll-ups by every heading: each task counted once, so that they add up, and named wherever it belongs."""

from __future__ import annotations

from datetime import date

import pytest

from motiontrack.assess.assessment import Assessment, assess
from motiontrack.assess.faults import faulty_items
from motiontrack.assess.rollup import Group, roll_up
from motiontrack.book import load_book
from motiontrack.model.vocabulary import By
from motiontrack.rules import check
from tests.assess.building import (
    PLAN,
    UNITS,
    assessed,
    day_of,
    decided,
    default_profile,
    files_of,
    scheduled,
    task,
)
from tests.test_example_year import on

GOALS = """
aims:
  - {id: G1, text: 服务业持续增长}
  - {id: G2, text: 没有任务对应的总体目标}
objectives:
  - {id: O1, text: 编制规划}
  - {id: O2, text: 培育品牌}
"""
TASKS = (
    task("due: 2010-04-30\ngoal: 目标甲\nserves: [O2, O1]", "T1"),
    task(
        "due: 2010-08-31\ngoal: 目标乙\nserves: [G1, O1]",
        "T2",
        lead="[经贸委, 旅游局]",
        person="[杨扬, 戴平]",
    ),
    task(
        "due: 2010-12-31\noverseer: 甲局长\nparts:\n  - {id: T3a, text: 甲}\n"
        "  - {id: T3b, text: 乙, lead: 旅游局, person: 戴平, goal: 目标甲}",
        "T3",
    ),
    task("standing: 是\noverseer: [甲局长, 乙局长]", "T4", lead="旅游局", person="戴平"),
)


def grouped(by: By, made: Assessment, *, every: bool = True) -> dict[str | None, tuple[list[str], list[str]]]:
    """Heading -> the tasks counted there, the tasks named there."""
    groups = roll_up(by, made, made.tasks, made.unjudged, every=every)
    return {each.key: (ids(each), list(each.also)) for each in groups}


def ids(group: Group) -> list[str]:
    return [*(each.node.id for each in group.tasks), *(each.node.id for each in group.unjudged)]


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (By.GOAL, {"目标甲": (["T1", "T3"], []), "目标乙": (["T2"], []), None: (["T4"], [])}),
        (By.AIM, {"G1": (["T2"], []), "G2": ([], []), None: (["T1", "T3", "T4"], [])}),
        (By.OBJECTIVE, {"O1": (["T2"], ["T1"]), "O2": (["T1"], []), None: (["T3", "T4"], [])}),
        (By.UNIT, {"发改委": (["T1", "T3"], []), "经贸委": (["T2"], []), "旅游局": (["T4"], ["T2", "T3"])}),
        (By.PERSON, {"蔡惠忠": (["T1", "T3"], []), "杨扬": (["T2"], []), "戴平": (["T4"], ["T2", "T3"])}),
        (By.OVERSEER, {"甲局长": (["T3", "T4"], []), "乙局长": ([], ["T4"]), None: (["T1", "T2"], [])}),
        (By.PHASE, {"P1": (["T1"], []), "P2": (["T2"], []), "P3": ([], []), None: (["T3", "T4"], [])}),
    ],
)
def test_each_task_is_counted_once_and_named_where_else_it_belongs(
    by: By, expected: dict[str | None, tuple[list[str], list[str]]]
) -> None:
    made = grouped(by, assessed("07-31", *TASKS, plan=PLAN + GOALS))

    assert made == expected
    assert list(made) == list(expected), "the order"


def test_what_no_task_belongs_to_is_left_out_where_only_some_tasks_are_shown() -> None:
    made = assessed("07-31", *TASKS, plan=PLAN + GOALS)

    assert list(grouped(By.AIM, made, every=False)) == ["G1", None]
    assert list(grouped(By.PHASE, made, every=False)) == ["P1", "P2", None]


def test_a_task_counts_for_the_unit_that_has_it_on_the_day() -> None:
    moved = decided("item: T1, kind: reassign, on: 2010-07-05, to: 旅游局")

    def units(day: str) -> dict[str | None, tuple[list[str], list[str]]]:
        return grouped(By.UNIT, assessed(day, task(), more=moved))

    assert units("07-04") == {"发改委": (["T1"], [])}
    assert units("07-05") == {"旅游局": (["T1"], [])}


def test_a_task_counts_for_the_person_who_is_in_the_post_on_the_day() -> None:
    succeeded = UNITS.replace(
        "people: [{name: 蔡惠忠, post: 责任人}]",
        "people: [{name: 蔡惠忠, post: 责任人, to: 2010-08-31}, {name: 某某, post: 责任人, from: 2010-09-01}]",
    )
    more = {"units.yaml": succeeded}

    assert list(grouped(By.PERSON, assessed("08-31", task(), more=more))) == ["蔡惠忠"]
    assert list(grouped(By.PERSON, assessed("09-01", task(), more=more))) == ["某某"]


def test_the_overseer_is_whom_the_units_own_plan_names_from_the_day_it_came() -> None:
    plan = scheduled("unit: 发改委, received: 2010-05-06, items: [{task: T1, overseer: 丙局长}]")
    rows = (task("due: 2010-10-31\noverseer: 甲局长"),)

    assert list(grouped(By.OVERSEER, assessed("05-05", *rows, more=plan))) == ["甲局长"]
    assert list(grouped(By.OVERSEER, assessed("05-06", *rows, more=plan))) == ["丙局长"]


def test_a_row_with_an_error_is_counted_by_what_can_be_read_of_it() -> None:
    rows = (*TASKS, task("due: 尽快\ngoal: 目标乙", "T5", lead="经贸委", person="杨扬"))
    files = files_of(*rows, plan=PLAN + GOALS)
    book, read = load_book({path: text.encode() for path, text in files.items()})
    assert book is not None
    faulty = faulty_items((*read, *check(book)), book, day_of("06-30"))
    made = assess(book, day_of("06-30"), default_profile(), faulty)

    assert [each.node.id for each in made.unjudged] == ["T5"]
    assert grouped(By.GOAL, made)["目标乙"] == (["T2", "T5"], [])
    assert grouped(By.UNIT, made)["经贸委"] == (["T2", "T5"], [])
    assert grouped(By.PHASE, made)[None] == (["T3", "T4", "T5"], [])
    for by in By:
        assert sum(each.size for each in roll_up(by, made, made.tasks, made.unjudged)) == 5


@pytest.mark.parametrize("by", By)
@pytest.mark.parametrize("month", range(4, 13))
def test_the_worked_year_adds_up_on_every_month_end(by: By, month: int) -> None:
    day = date(2010, month, 28).isoformat()
    made = on(day)
    groups = roll_up(by, made, made.tasks, made.unjudged)
    counted = [name for group in groups for name in ids(group)]

    assert sorted(counted) == [f"T{number:02d}" for number in range(1, 22)]
    assert all(not set(each.also) & set(ids(each)) for each in groups)
