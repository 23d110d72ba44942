"""What holds of every plan and every history, whatever was reported and decided."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motiontrack.assess.accounts import phase_accounts, unit_accounts
from motiontrack.assess.assessment import Assessment, assess
from motiontrack.assess.causes import Attention
from motiontrack.assess.judge import Judgement
from motiontrack.assess.rollup import roll_up
from motiontrack.book import load_book
from motiontrack.model.vocabulary import By
from motiontrack.profiles import SHIPPED
from tests.assess.building import (
    decided,
    default_profile,
    files_of,
    found,
    returned,
    rules_of,
    scheduled,
    task,
)

STAGES = """
due: 2010-10-31
targets: [{id: 项目, words: 项目10个, kind: total, at_least: 10}]
stages:
  - {id: T2a, text: 初稿, due: 2010-06-30, percent: 40}
  - {id: T2b, text: 送审, due: 2010-08-31, percent: 35}
"""
FIGURES = """
due: 2010-10-31
targets: [{id: 项目, words: 项目10个, kind: total, at_least: 10}]
stages:
  - {id: T2a, text: 3个, due: 2010-05-31, targets: [{id: 项目, words: 3个, kind: total, at_least: 3}]}
  - {id: T2b, text: 7个, due: 2010-08-31, targets: [{id: 项目, words: 7个, kind: total, at_least: 7}]}
"""
PARTS = """
due: 2010-08-31
parts:
  - {id: T3a, text: 名牌}
  - {id: T3b, text: 标准, due: 2010-11-30}
"""
TASKS = (
    task("due: 2010-10-31", "T1"),
    task(STAGES, "T2"),
    task(PARTS, "T3"),
    task("standing: 是", "T4"),
)
ITEMS = ("T1", "T2", "T2a", "T3", "T3a", "T3b", "T4")
UNITS = ("发改委", "经贸委", "旅游局")

days = st.dates(date(2010, 4, 1), date(2011, 1, 31))


@dataclass(frozen=True)
class Fact:
    """One line of a register: its file's kind, the month if it is a return, and the day it is known from."""

    kind: str
    month: str
    known: date
    text: str


def _text(**fields: object) -> str:
    return ", ".join(f"{name}: {value}" for name, value in fields.items() if value is not None)


@st.composite
def returns(draw: st.DrawFn) -> Fact:
    received = draw(days)
    month = f"2010-{draw(st.integers(4, 12)):02d}"
    state = draw(st.sampled_from([None, "not-started", "in-progress", "done"]))
    text = _text(
        task=draw(st.sampled_from(ITEMS)),
        unit=draw(st.sampled_from([None, *UNITS])),
        received=received,
        as_of=draw(st.none() | st.dates(date(2010, 4, 1), received)),
        state=state,
        done_on=draw(st.dates(date(2010, 4, 1), received)) if state == "done" else None,
        progress=draw(st.none() | st.integers(0, 120)),
        targets=draw(st.none() | st.integers(0, 12).map(lambda value: f"{{项目: {value}}}")),
        pace=draw(st.sampled_from([None, "on", "behind"])),
        outlook=draw(st.sampled_from([None, "on-time", "unlikely"])),
        forecast=draw(st.none() | days),
    )
    return Fact("return", month, received, text)


@st.composite
def decisions(draw: st.DrawFn) -> Fact:
    kind = draw(st.sampled_from(["extend", "suspend", "resume", "cancel", "reassign", "send-back", "close"]))
    on = draw(days)
    text = _text(
        kind=kind,
        item=draw(st.sampled_from(ITEMS)),
        on=on,
        due=draw(days) if kind == "extend" else None,
        to=draw(st.sampled_from(UNITS)) if kind == "reassign" else None,
    )
    return Fact("decision", "", on, text)


@st.composite
def findings(draw: st.DrawFn) -> Fact:
    raised = draw(days)
    tasks = draw(st.sampled_from(["T1", "T2", "T3", "T3a"]))
    return Fact("finding", "", raised, _text(tasks=tasks, id="F1", raised_on=raised, due=draw(days)))


@st.composite
def plans(draw: st.DrawFn) -> Fact:
    """A unit's own plan with one stage."""
    received = draw(days)
    stage = _text(id="X1", text="初稿", due=draw(days), percent=draw(st.integers(0, 100)))
    rows = f"[{{task: {draw(st.sampled_from(['T1', 'T2', 'T4']))}, stages: [{{{stage}}}]}}]"
    return Fact("plan", "", received, _text(unit=draw(st.sampled_from(UNITS)), received=received, items=rows))


facts = st.lists(returns() | decisions() | findings() | plans(), max_size=12)


def texts(known: list[Fact]) -> dict[str, str]:
    more: dict[str, str] = {}
    for month in sorted({fact.month for fact in known if fact.kind == "return"}):
        more |= returned(month, *(fact.text for fact in known if fact.month == month))
    for kind, register in (("decision", decided), ("finding", found), ("plan", scheduled)):
        rows = [fact.text for fact in known if fact.kind == kind]
        if rows:
            more |= register(*rows)
    return files_of(*TASKS, more=more)


def assessment(files: dict[str, str], day: date) -> Assessment:
    book, _ = load_book({path: text.encode() for path, text in files.items()})
    assert book is not None
    return assess(book, day, default_profile(), {})


def summary(shown: Judgement) -> dict[str, Any]:
    """All of a judgement but the lines its facts stand on, which move when a line is added above."""
    pace = shown.pace
    return {
        "id": shown.node.id,
        "phase": shown.phase and shown.phase.phase.id,
        "who": (shown.lead, shown.person_now),
        "state": (shown.state, shown.done_on, shown.verified, shown.timeliness),
        "due": (shown.due, shown.due_original),
        "pace": pace and (pace.basis, pace.day, pace.expected, pace.progress, pace.target),
        "causes": [(each.code, each.item, each.figures) for each in shown.causes],
        "light": (shown.attention, shown.light, shown.marks),
        "last": (shown.last and shown.last.month, shown.last_as_of),
        "owed": shown.owed,
        "trend": shown.trend,
        "parts": [summary(part) for part in shown.parts],
    }


def answer(files: dict[str, str], day: date) -> list[dict[str, Any]]:
    return [summary(shown) for shown in assessment(files, day).tasks]


@settings(max_examples=100, deadline=None)
@given(facts, days)
def test_what_became_known_later_never_changes_the_answer(known: list[Fact], day: date) -> None:
    then = [fact for fact in known if fact.known <= day]

    assert answer(texts(known), day) == answer(texts(then), day)


@settings(max_examples=60, deadline=None)
@given(facts, days, st.randoms(use_true_random=False))
def test_neither_the_order_of_the_files_nor_a_second_run_matters(
    known: list[Fact], day: date, random: Any
) -> None:
    files = texts(known)
    paths = list(files)
    random.shuffle(paths)
    shuffled = {path: files[path] for path in paths}

    assert assessment(files, day).tasks == assessment(shuffled, day).tasks


@settings(max_examples=60, deadline=None)
@given(facts, days)
def test_everything_adds_up(known: list[Fact], day: date) -> None:
    shown = assessment(texts(known), day)
    units = unit_accounts(shown.book.units, shown.tasks)
    phases = phase_accounts(shown.book.phases, shown.tasks, day)
    tiles = Counter(each.light or each.state.value for each in shown.tasks)
    lights = {light.id for light in default_profile().lights}

    assert set(tiles) <= {*lights, "suspended", "cancelled"}
    assert tiles.total() == len(TASKS)
    assert sum(len(each.tasks) for each in units) == len(TASKS)
    assert sum(len(each.tasks) for each in phases) == len(TASKS)
    assert sum(len(each.owed) for each in units) == sum(len(each.owed) for each in shown.tasks)
    for by in By:
        groups = roll_up(by, shown, shown.tasks, ())
        assert sorted(task.node.id for each in groups for task in each.tasks) == sorted(
            task.node.id for task in shown.tasks
        )


@settings(max_examples=80, deadline=None)
@given(facts, days)
def test_what_holds_of_every_judgement(known: list[Fact], day: date) -> None:
    for shown in assessment(texts(known), day).tasks:
        done, rests = shown.state.value == "done", shown.state.value in ("suspended", "cancelled")
        assert (shown.light == "done") is done
        assert (shown.light is None) is rests
        assert not (done or shown.state.value == "cancelled") or shown.attention is Attention.NONE
        assert shown.light != "green" or shown.attention is Attention.NONE
        assert done is (shown.done_on is not None) is (shown.verified is not None)
        assert shown.done_on is None or shown.done_on <= day
        assert all(each.trend[-1].light == each.light for each in (shown, *shown.parts))
        assert all(each.day < day for each in shown.owed)
        assert all(each.received is None or each.received <= day for each in shown.owed)


RANKS = {light.id: int(light.rank) for light in default_profile().lights}


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.integers(0, 100), min_size=1, max_size=8),
    st.integers(1, 60),
    st.sampled_from(["T1", "T2"]),
    st.integers(0, 60),
)
def test_more_progress_never_makes_a_light_worse(
    reported: list[int], more: int, item: str, later: int
) -> None:
    """Monthly returns from April on; all else equal, the last one reports more."""
    months = [f"2010-{month:02d}" for month in range(4, 4 + len(reported))]
    last = months[-1]
    day = date.fromisoformat(f"{last}-25") + timedelta(days=later)

    def light(figures: list[int]) -> str | None:
        said = {
            path: text
            for month, figure in zip(months, figures, strict=True)
            for path, text in returned(
                month, f"task: {item}, received: {month}-25, state: in-progress, progress: {figure}"
            ).items()
        }
        tasks = assessment(files_of(*TASKS, more=said), day).tasks
        return next(each.light for each in tasks if each.node.id == item)

    before, after = light(reported), light([*reported[:-1], reported[-1] + more])

    assert before is not None
    assert after is not None
    assert RANKS[after] <= RANKS[before]


@pytest.mark.parametrize("rules", SHIPPED)
@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 12), min_size=1, max_size=8), st.integers(1, 6), st.integers(0, 60))
def test_a_greater_running_total_never_makes_a_light_worse(
    rules: str, reported: list[int], more: int, later: int
) -> None:
    """By every profile that ships; all else equal, the last return gives more of the target."""
    months = [f"2010-{month:02d}" for month in range(4, 4 + len(reported))]
    day = date.fromisoformat(f"{months[-1]}-25") + timedelta(days=later)

    def rank(figures: list[int]) -> float:
        said = {
            path: text
            for month, figure in zip(months, figures, strict=True)
            for path, text in returned(
                month, f"task: T2, received: {month}-25, state: in-progress, targets: {{项目: {figure}}}"
            ).items()
        }
        book, _ = load_book(
            {path: text.encode() for path, text in files_of(task(FIGURES, "T2"), more=said).items()}
        )
        assert book is not None
        profile = rules_of(rules, book)
        light = next(each.light for each in assess(book, day, profile, {}).tasks if each.node.id == "T2")
        return next(float(each.rank) for each in profile.lights if each.id == light)

    assert rank([*reported[:-1], reported[-1] + more]) <= rank(reported)
