"""``status --json``: the keys of DESIGN §5 and those that stand beside the tasks, and counts that add up under every filter."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from motiontrack.assess.assessment import Assessment, assess
from motiontrack.assess.faults import faulty_items
from motiontrack.assess.state import State
from motiontrack.book import load_book
from motiontrack.language.catalogue import load
from motiontrack.rules import check
from motiontrack.views.build import build_status
from motiontrack.views.build_overview import done_share
from motiontrack.views.filters import apply, check_names
from motiontrack.views.plain import schema_of, to_json
from motiontrack.views.status import SCHEMA, FilterView, StatusView
from tests.assess.building import (
    PLAN,
    assessed,
    day_of,
    decided,
    default_profile,
    files_of,
    found,
    returned,
    task,
)

DATA = Path(__file__).resolve().parents[2] / "data"
ZH = load("zh")

#: DESIGN §5, key by key.
KEYS = {
    "": "schema as_of plan profile filter totals tasks steps phases units rollups prospects requests "
    "instructions findings feedback unjudged",
    "plan": "title document issued year illustrative",
    "profile": "id title",
    "filter": "unit person phase goal light",
    "totals": "tasks by_light by_state by_attention unjudged",
    "tasks": "id goal text lead does support person person_now due due_original due_rolled_from due_words due_assumed phase "
    "state timeliness done_on done_assumed verified light marks attention progress expected expected_basis gap causes "
    "last_return trend projection",
    "tasks/gap": "points ratio",
    "tasks/causes": "code figures text file line",
    "tasks/last_return": "month received as_of",
    "tasks/trend": "month light regraded",
    "tasks/projection": "finish earliest latest returns by_stages",
    "steps": "id phase text due due_assumed state done_on",
    "phases": "id name from to when tasks by_light by_state not_done behind",
    "units": "id tasks by_light returns",
    "units/returns": "owed on_time late missing",
    "rollups": "goal aim objective unit person overseer phase",
    "rollups/unit": "id name tasks unjudged by_light by_state by_attention done_share laggards also",
    "prospects": "tasks stages stages_reached carried",
    "prospects/carried": "id certain reasons",
    "requests": "item unit month received text file line",
    "instructions": "item on by text due document file line",
    "findings": "raised mended mended_late open overdue still_open",
    "feedback": "answers deputies by_verdict changed unanswered",
    "unjudged": "id file line",
}

TASKS = (
    task("due: 2010-04-30\ngoal: 目标甲", "T1"),
    task("due: 2010-08-31\ngoal: 目标甲\nsupport: 旅游局", "T2", lead="经贸委", person="杨扬"),
    task(
        "due: 2010-12-10\ngoal: 目标乙\nstages: [{id: T3a, text: 初稿, due: 2010-05-31, percent: 50}]",
        "T3",
        lead="旅游局",
        person="戴平",
    ),
    task(
        "due: 2010-12-31\nparts:\n  - {id: T4a, text: 甲}\n"
        "  - {id: T4b, text: 乙, lead: 旅游局, person: 戴平}",
        "T4",
    ),
    task("due: 2010-10-31", "T5"),
    task("due: 2010-10-31", "T6"),
    task("standing: 是", "T7"),
)
FACTS = {
    **returned("2010-05", "task: T3, received: 2010-05-27, progress: 10"),
    **returned(
        "2010-06",
        "task: T1, received: 2010-06-25, state: done, done_on: 2010-06-20",
        "task: T2, received: 2010-06-25, progress: 45.04, work: 已出初稿, coordinate: 需落实经费",
        "task: T3, received: 2010-06-26, progress: 20.04",
    ),
    **decided(
        "item: T5, kind: suspend, on: 2010-06-01",
        "item: T6, kind: cancel, on: 2010-06-01",
        "item: T2, kind: instruct, on: 2010-06-10, approver: 市政府办, text: 抓紧办理",
    ),
    **found("id: F1, raised_on: 2010-06-01, due: 2010-06-20"),
}
STEPS = PLAN.replace(
    "to: 2010-04-30}",
    "to: 2010-04-30, steps: [{id: S1, text: 座谈会, due: 2010-04-10}, {id: S2, text: 部署}]}",
)


@cache
def worked() -> Assessment:
    return assessed("06-30", *TASKS, more=FACTS, plan=STEPS)


def with_an_unjudged_row() -> Assessment:
    rows = (*TASKS, task("due: 尽快", "T8"))
    files = files_of(*rows, more=FACTS, plan=STEPS)
    book, read = load_book({path: text.encode() for path, text in files.items()})
    assert book is not None
    faulty = faulty_items((*read, *check(book)), book, day_of("06-30"))
    return assess(book, day_of("06-30"), default_profile(), faulty)


def plain(assessment: Assessment, asked: FilterView | None = None) -> dict[str, Any]:
    shown = json.loads(to_json(build_status(assessment, ZH, asked=asked)))
    assert isinstance(shown, dict)
    return shown


def at(value: Any, path: str) -> list[dict[str, Any]]:
    """Every mapping at ``path``, through lists; what is null is left out."""
    found_here = [value]
    for name in path.split("/") if path else ():
        found_here = [each[name] for each in found_here if each[name] is not None]
        found_here = [one for each in found_here for one in (each if isinstance(each, list) else [each])]
    return found_here


# -- keys and schema ---------------------------------------------------------------------------


@pytest.mark.parametrize("path", KEYS)
def test_the_keys_are_those_of_the_design_and_never_absent(path: str) -> None:
    records = at(plain(with_an_unjudged_row()), path)

    assert records, f"the case has nothing at {path}"
    assert {tuple(sorted(record)) for record in records} == {tuple(sorted(KEYS[path].split()))}


@pytest.mark.parametrize("asked", [FilterView(), FilterView(phase="P2"), FilterView(light="red")])
def test_the_json_is_what_its_schema_says(asked: FilterView) -> None:
    schema = schema_of(StatusView, title="motiontrack status", constant=SCHEMA)
    jsonschema.Draft202012Validator.check_schema(schema)

    for assessment in (worked(), with_an_unjudged_row()):
        jsonschema.validate(plain(assessment, asked), schema, cls=jsonschema.Draft202012Validator)


def test_causes_name_a_file_and_a_line() -> None:
    overdue = plain(assessed("09-01", *TASKS))["tasks"][1]["causes"][0]

    assert (overdue["code"], overdue["file"]) == ("overdue", "data/plan.yaml")
    assert isinstance(overdue["line"], int)


def test_an_extended_step_shows_the_day_it_was_moved_to() -> None:
    plan = PLAN.replace("to: 2010-04-30}", "to: 2010-04-30, steps: [{id: S1, text: 动员会}]}")
    more = decided("kind: extend, item: S1, on: 2010-04-20, due: 2010-05-20")

    def step(day: str) -> tuple[Any, ...]:
        (only,) = plain(assessed(day, plan=plan, more=more))["steps"]
        return only["due"], only["due_assumed"], only["state"]

    assert step("04-19") == ("2010-04-30", True, "coming")
    assert step("05-20") == ("2010-05-20", False, "coming")
    assert step("05-21") == ("2010-05-20", False, "unrecorded")


def test_an_unjudged_step_is_listed_and_not_counted_as_a_task() -> None:
    plan = PLAN.replace("to: 2010-04-30}", "to: 2010-04-30, steps: [{id: S1, text: 动员会, due: 2月31日}]}")
    book, read = load_book({path: text.encode() for path, text in files_of(plan=plan).items()})
    assert book is not None
    faulty = faulty_items(read, book, day_of("06-30"))
    status = plain(assess(book, day_of("06-30"), default_profile(), faulty))

    assert [each["id"] for each in status["unjudged"]] == ["S1"]
    assert status["steps"] == []
    assert (status["totals"]["tasks"], status["totals"]["unjudged"]) == (1, 0)


def test_a_task_never_returned_has_no_figures_not_zero() -> None:
    silent = plain(assessed("06-30", *TASKS))["tasks"][0]

    assert silent["progress"] is silent["gap"] is silent["last_return"] is None


def test_the_gap_is_in_points_and_as_a_share_exact_to_the_threshold() -> None:
    third = plain(worked())["tasks"][2]

    assert (third["progress"], third["expected"]) == (20.04, 50)
    assert third["gap"] == {"points": 29.96, "ratio": 0.599}
    assert third["light"] == "yellow"


# -- counts ------------------------------------------------------------------------------------


def adds_up(shown: dict[str, Any]) -> bool:
    totals = shown["totals"]
    judged = totals["tasks"] - totals["unjudged"]
    sums = {sum(totals[name].values()) for name in ("by_light", "by_state", "by_attention")}
    prospects = sum(len(ids) for ids in shown["prospects"]["tasks"].values())
    return sums == {judged} == {len(shown["tasks"])} == {prospects} and all(
        rollup_adds_up(accounts, totals) for accounts in shown["rollups"].values()
    )


def rollup_adds_up(accounts: list[dict[str, Any]], totals: dict[str, Any]) -> bool:
    """Every count of every account is a share of the same count in the totals, and none is left over."""
    counts = ("by_light", "by_state", "by_attention")
    return (
        sum(each["tasks"] for each in accounts) == totals["tasks"]
        and sum(each["unjudged"] for each in accounts) == totals["unjudged"]
        and all(
            sum(each[name][key] for each in accounts) == count
            for name in counts
            for key, count in totals[name].items()
        )
    )


FILTERS = [
    FilterView(),
    FilterView(unit="发改委"),
    FilterView(unit="市发改委"),
    FilterView(unit="旅游局"),
    FilterView(person="杨扬"),
    FilterView(phase="P3"),
    FilterView(goal="目标甲"),
    FilterView(light="红灯"),
    FilterView(light="suspended"),
    FilterView(unit="旅游局", light="red"),
]


@pytest.mark.parametrize("asked", FILTERS, ids=to_json)
def test_the_totals_are_of_what_the_filter_shows(asked: FilterView) -> None:
    assert adds_up(plain(worked(), asked))
    assert adds_up(plain(with_an_unjudged_row(), asked))


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        (FilterView(), "T1 T2 T3 T4 T5 T6 T7"),
        (FilterView(unit="旅游局"), "T2 T3 T4"),  # supports, leads, leads a part
        (FilterView(person="戴平"), "T3 T4"),  # of the task, of a part
        (FilterView(phase="P1"), "T1"),
        (FilterView(goal="目标甲"), "T1 T2"),
        (FilterView(light="cancelled"), "T6"),
        (FilterView(light="已办结"), "T1"),
        (FilterView(light="Done"), "T1"),
        (FilterView(unit="旅游局", goal="目标甲"), "T2"),
        (FilterView(unit="旅游局", light="done"), ""),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_a_filter_keeps(asked: FilterView, kept: str) -> None:
    assert [each.node.id for each in apply(worked(), asked)] == kept.split()


def test_by_units_by_phases_and_by_lights_are_the_same_tasks() -> None:
    shown = plain(worked())
    total = len(shown["tasks"])

    assert sum(unit["tasks"] for unit in shown["units"]) == total
    assert [sum(unit["by_light"].values()) for unit in shown["units"]] == [
        unit["tasks"] for unit in shown["units"]
    ]
    assert sum(len(phase["tasks"]) for phase in shown["phases"]) == total
    assert all(sum(phase["by_light"].values()) == len(phase["tasks"]) for phase in shown["phases"])
    for name, count in shown["totals"]["by_light"].items():
        assert sum(unit["by_light"][name] for unit in shown["units"]) == count


def test_every_laggard_is_named_under_every_heading_the_worst_first() -> None:
    shown = plain(assessed("09-01", *TASKS, more=FACTS))
    behind = {each["id"] for each in shown["tasks"] if each["attention"] in ("overdue", "at-risk")}
    overdue = {each["id"] for each in shown["tasks"] if each["attention"] == "overdue"}

    assert overdue
    assert behind > overdue
    for accounts in shown["rollups"].values():
        named = [each["laggards"] for each in accounts]
        assert sorted(name for each in named for name in each) == sorted(behind)
        assert all(
            [name in overdue for name in each] == sorted((n in overdue for n in each), reverse=True)
            for each in named
        )


@pytest.mark.parametrize(
    ("states", "share"),
    [
        (["done"], 100),
        (["done", "cancelled"], 100),
        (["cancelled"], None),
        (["unknown"], 0),
        (["done", "done", "unknown"], 66.7),
        (["done"] * 1999 + ["unknown"], 99.95),
        (["done"] + ["unknown"] * 2999, 0.03),
    ],
)
def test_the_share_of_what_is_done_is_rounded_and_never_to_all_or_nothing(
    states: list[str], share: float | None
) -> None:
    one = worked().tasks[0]
    tasks = [replace(one, state=State(each)) for each in states]

    assert done_share(tasks, len(tasks)) == (None if share is None else Decimal(str(share)))


def test_findings_and_verdicts_are_counted_and_add_up() -> None:
    answers = "deputy: 甲, date: 2010-06-01, verdict: 不满意", "deputy: 乙, date: 2010-06-02"
    more = FACTS | {"feedback.yaml": "feedback:\n" + "".join(f"  - {{{each}}}\n" for each in answers)}
    shown = plain(assessed("06-30", *TASKS, more=more))

    assert shown["findings"] == {
        "raised": 1, "mended": 0, "mended_late": 0, "open": 0, "overdue": 1, "still_open": ["F1"],
    }  # fmt: skip
    assert shown["feedback"] == {
        "answers": 2,
        "deputies": 2,
        "by_verdict": {"满意": 0, "基本满意": 0, "不满意": 1, "unsaid": 1},
        "changed": 0,
        "unanswered": ["甲"],
    }


def test_a_filter_keeps_the_matters_and_findings_of_the_tasks_it_shows() -> None:
    def kept(asked: FilterView) -> tuple[list[str], list[str], int]:
        shown = plain(worked(), asked)
        requests, given = ([each["item"] for each in shown[name]] for name in ("requests", "instructions"))
        return requests, given, shown["findings"]["raised"]

    assert kept(FilterView()) == (["T2"], ["T2"], 1)
    assert kept(FilterView(unit="经贸委")) == (["T2"], ["T2"], 0)
    assert kept(FilterView(unit="发改委")) == ([], [], 1)


def test_returns_are_on_time_late_or_missing() -> None:
    for unit in plain(worked())["units"]:
        counts = unit["returns"]
        assert counts["owed"] == counts["on_time"] + counts["late"] + counts["missing"]


def test_one_phases_account_still_says_what_was_left_over_before_it() -> None:
    """T2 of the second phase is open: the third must know, though only its own tasks are shown."""
    (third,) = plain(worked(), FilterView(phase="P3"))["phases"]

    assert third["tasks"] == ["T3", "T5", "T6"]
    assert third["not_done"] == ["T2"]


def test_a_row_with_errors_is_counted_and_listed() -> None:
    shown = plain(with_an_unjudged_row())

    assert shown["totals"]["tasks"] == 8
    assert [row["id"] for row in shown["unjudged"]] == ["T8"]


def test_unknown_names_are_told() -> None:
    book, profile = worked().book, default_profile()

    assert check_names(book, profile, FilterView(unit="市发改委", light="红灯")) is None
    unknown = check_names(book, profile, FilterView(unit="财政局"))
    assert unknown is not None
    assert (unknown.option, unknown.value) == ("unit", "财政局")


def test_the_notice_adds_up_every_week_of_its_year() -> None:
    book, _ = load_book({name: (DATA / name).read_bytes() for name in ("plan.yaml", "units.yaml")})
    assert book is not None
    day = date(2010, 1, 1)
    while day <= date(2011, 1, 3):
        shown = plain(assess(book, day, default_profile(), {}))
        assert adds_up(shown), day
        assert shown["totals"]["tasks"] == 21, day
        day += timedelta(days=7)


def test_the_text_is_what_the_standard_library_would_write() -> None:
    odd = FilterView('引“号"\\与\n换行\u2028', "", None, "\x01é😀", "0")
    for asked in (FilterView(), odd):
        text = to_json(build_status(with_an_unjudged_row(), ZH, asked=asked))
        assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"


def test_in_november_of_the_first_of_three_years_what_is_due_later_is_carried_over() -> None:
    plan = PLAN.replace("year: 2010}", "year: 2010, closes: 2012-12-31}")
    seen = assessed("11-30", task("due: 到2012年底"), plan=plan)
    view = build_status(seen, ZH)

    assert [(each.id, each.certain, each.reasons) for each in view.prospects.carried] == [
        ("T1", True, ("planned",))
    ]
