"""What errors in the data leave unjudged: which tasks and steps, and from which day on."""

from __future__ import annotations

from textwrap import dedent

import pytest

from motiontrack.assess.assessment import Assessment, assess
from motiontrack.assess.faults import faulty_items
from motiontrack.book import load_book
from motiontrack.rules import check
from tests.assess.building import (
    PLAN,
    day_of,
    decided,
    default_profile,
    files_of,
    returned,
    scheduled,
    task,
)


def assessed_with_faults(
    day: str, *tasks: str, more: dict[str, str] | None = None, plan: str = PLAN
) -> Assessment:
    texts = files_of(*tasks, more=more, plan=plan)
    book, read = load_book({path: dedent(text).encode() for path, text in texts.items()})
    assert book is not None
    faulty = faulty_items((*read, *check(book)), book, day_of(day))
    return assess(book, day_of(day), default_profile(), faulty)


def unjudged(day: Assessment) -> dict[str, tuple[str, int]]:
    return {each.node.id: (each.place.file, each.place.span.line) for each in day.unjudged}


# -- steps -------------------------------------------------------------------------------------

STEPS = PLAN.replace(
    "to: 2010-04-30}",
    "to: 2010-04-30, steps: [{id: S1, text: 动员会, due: 2月31日}, {id: S2, text: 印发方案}]}",
)


def test_a_faulty_step_is_listed_and_not_judged() -> None:
    day = assessed_with_faults("06-01", plan=STEPS)

    assert unjudged(day) == {"S1": ("plan.yaml", 4)}
    assert [each.node.id for each in day.steps] == ["S2"]
    assert [each.node.id for each in day.tasks] == ["T1"]


def test_the_steps_of_a_phase_whose_end_cannot_be_read_are_not_judged() -> None:
    day = assessed_with_faults("06-01", plan=STEPS.replace("to: 2010-04-30", "to: 4月31日"))

    assert unjudged(day) == {"S1": ("plan.yaml", 4), "S2": ("plan.yaml", 4)}
    assert day.steps == ()


def test_a_step_whose_decision_is_faulty_is_not_judged() -> None:
    more = decided("kind: step-done, item: S2, on: 2010-05-10, due: 随便")

    assert set(unjudged(assessed_with_faults("06-01", plan=STEPS, more=more))) == {"S1", "S2"}
    assert set(unjudged(assessed_with_faults("05-09", plan=STEPS, more=more))) == {"S1"}


# -- a fault counts from the day of its fact ---------------------------------------------------


@pytest.mark.parametrize(
    "more",
    [
        returned("2010-09", "received: 2010-09-25, progress: 很多"),
        returned("2010-08", "received: 2010-08-25, progress: 10")
        | returned("2010-09", "task: T2, received: 2010-09-20", "received: 2010-09-25, targets: {无此项: 3}"),
        decided("kind: extend, due: 随便, on: 2010-09-25"),
        scheduled("unit: 旅游局, received: 2010-01-05, items: []",
                  "unit: 发改委, received: 2010-09-25, items: [{task: T1, stages: [{id: X1, text: 一, due: 2月31日}]}]"),
    ],
    ids=["return", "return-rule", "decision", "schedule"],
)  # fmt: skip
def test_a_fault_counts_only_from_the_day_of_its_fact(more: dict[str, str]) -> None:
    rows = (task(), task(name="T2"))

    assert unjudged(assessed_with_faults("09-24", *rows, more=more)) == {}
    assert set(unjudged(assessed_with_faults("09-25", *rows, more=more))) == {"T1"}


@pytest.mark.parametrize(
    "more",
    [
        returned("2010-09", "received: 不详, progress: 30"),
        decided("kind: extend, due: 2010-12-01, on: 9月31日"),
        decided("kind: extend, due: 随便"),
    ],
    ids=["return", "decision", "only-asked"],
)
def test_a_fault_counts_always_where_its_day_could_not_be_read(more: dict[str, str]) -> None:
    assert set(unjudged(assessed_with_faults("04-10", more=more))) == {"T1"}


def test_the_place_is_that_of_the_first_fault_that_counts() -> None:
    more = returned("2010-05", "received: 2010-09-25, progress: 很多", "received: 2010-05-25, progress: 很多")

    assert unjudged(assessed_with_faults("06-01", more=more)) == {"T1": ("returns/2010-05.yaml", 4)}


# -- what many rows inherit --------------------------------------------------------------------


def with_defaults(fields: str) -> str:
    return PLAN.replace("year: 2010}", f"year: 2010, defaults: {{{fields}}}}}")


@pytest.mark.parametrize(
    "fields",
    [
        "report: 随便",
        "report: [随便]",
        "start: 2月31日",
        "overseer: {a: b}",
        "department: [a]",
        "due: 2月31日",
    ],
)
def test_a_faulty_default_leaves_every_row_unjudged_that_takes_it(fields: str) -> None:
    due = "note: 一" if fields.startswith("due") else "due: 2010-10-31"
    rows = (
        task(due, "T1"),
        task(due, "T2"),
        task(f"{due}\nparts: [{{id: T3a, text: 三}}]", "T3"),
        task(
            "due: 2010-08-31\nstart: 2010-05-01\nreport: 每月25日前\noverseer: 王\ndepartment: 科",
            "T4",
        ),
    )
    day = assessed_with_faults("06-01", *rows, plan=with_defaults(fields))

    assert [each.node.id for each in day.tasks] == ["T4"]
    assert unjudged(day) == dict.fromkeys(("T1", "T2", "T3"), ("plan.yaml", 2))


def test_a_faulty_default_lead_leaves_only_rows_without_their_own_unjudged() -> None:
    bare = "  - {id: T2, text: 无单位, person: 戴平, due: 2010-10-31}"
    day = assessed_with_faults("06-01", task(), bare, plan=with_defaults("lead: {a: b}"))

    assert [each.node.id for each in day.tasks] == ["T1"]
    assert unjudged(day) == {"T2": ("plan.yaml", 2)}


def test_a_standing_row_needs_no_default_deadline() -> None:
    day = assessed_with_faults("06-01", task("standing: 是"), plan=with_defaults("due: 2月31日"))

    assert unjudged(day) == {}
