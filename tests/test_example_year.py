"""The worked year in ``examples/nantong-2010``: nothing real beside the notice, and every hard case once.

What each row of ``EXPECTED`` says was worked out by hand from DESIGN §4, not taken from the program.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import pytest

from motiontrack.assess.accounts import unit_accounts
from motiontrack.assess.assessment import Assessment, assess
from motiontrack.assess.causes import Attention
from motiontrack.assess.faults import faulty_items
from motiontrack.assess.judge import Judgement
from motiontrack.assess.reminding import remind
from motiontrack.assess.state import State
from motiontrack.book import Book, load_book
from motiontrack.diagnostics.record import Diagnostic, Severity
from motiontrack.model.registers import DECISION_KINDS
from motiontrack.model.vocabulary import Reason
from motiontrack.rules import check
from tests.assess.building import default_profile

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "nantong-2010"
NOTICE = ROOT / "data"

FILES = [
    "decisions.yaml",
    "feedback.yaml",
    "findings.yaml",
    "plan.yaml",
    *(f"returns/2010-{month:02d}.yaml" for month in range(4, 13)),
    "schedules.yaml",
    "slips.yaml",
    "units.yaml",
]


def read(folder: Path) -> tuple[Book, tuple[Diagnostic, ...]]:
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.yaml"))
    }
    book, found = load_book(files)
    assert book is not None
    return book, (*found, *check(book))


@cache
def year() -> tuple[Book, tuple[Diagnostic, ...]]:
    return read(EXAMPLE / "data")


@cache
def on(day: str) -> Assessment:
    book, found = year()
    as_of = date.fromisoformat(day)
    return assess(book, as_of, default_profile(), faulty_items(found, book, as_of))


def task_on(day: str, task: str) -> Judgement:
    return next(each for each in on(day).tasks if each.node.id == task)


def text_of(name: str) -> str:
    return (EXAMPLE / "data" / name).read_text(encoding="utf-8")


# -- what is real, and what is not ------------------------------------------------------------------


def test_the_files() -> None:
    data = EXAMPLE / "data"
    assert sorted(path.relative_to(data).as_posix() for path in data.rglob("*") if path.is_file()) == FILES


@pytest.mark.parametrize("name", FILES)
def test_every_file_says_first_that_it_is_invented(name: str) -> None:
    lines = text_of(name).split("\n")

    assert lines[0].startswith("# 虚构：")
    assert lines.count("illustrative: true") == 1
    assert year()[0].illustrative


def test_the_plan_is_the_notice() -> None:
    ours = [line for line in text_of("plan.yaml").split("\n") if line != "illustrative: true"]
    real = (NOTICE / "plan.yaml").read_text(encoding="utf-8").split("\n")

    # The marked head and the path of the schema differ, and one blank line round the mark.
    assert real[0] == "# yaml-language-server: $schema=../schema/plan.json"
    assert ours[1].startswith("# Invented: ")
    assert ours[2] == "# yaml-language-server: $schema=../../../schema/plan.json"
    assert [line for line in ours[3:] if line] == [line for line in real[1:] if line]


def test_the_printed_units_and_people_are_kept() -> None:
    ours = year()[0].unit_rows
    real = read(NOTICE)[0].unit_rows

    assert [(unit.id, unit.aliases, unit.kind) for unit in ours] == [
        (unit.id, unit.aliases, unit.kind) for unit in real
    ]
    for unit, printed in zip(ours, real, strict=True):
        names = [person.name for person in unit.people if not person.name.startswith("示例")]
        assert names == [person.name for person in printed.people]


def test_every_other_name_says_that_it_is_invented() -> None:
    book = year()[0]
    printed = {person.name for unit in read(NOTICE)[0].unit_rows for person in unit.people}
    names = {person.name for unit in book.unit_rows for person in unit.people} - printed
    for entry in (monthly.entry for monthly in book.returns):
        names |= {name for name in (entry.by, entry.reviewed_by) if name}
    for row in chain.from_iterable(schedule.items for schedule in book.schedule_rows):
        names |= {*row.overseer, *((row.clerk,) if row.clerk else ())}

    assert len(names) > 15
    assert all(name.startswith("示例") for name in names)
    assert text_of("feedback.yaml").count("deputy: ") == text_of("feedback.yaml").count("deputy: 示例代表")
    numbers = [decision.document for decision in book.decisions if decision.document]
    assert numbers
    assert all("示例" in number for number in numbers)
    assert not any(person.phone for unit in book.unit_rows for person in unit.people)


def test_every_kind_of_decision_is_there() -> None:
    decisions = year()[0].decisions

    assert {decision.kind for decision in decisions} == set(DECISION_KINDS)
    assert [decision.item for decision in decisions if decision.on is None] == ["T02", "T17"]


def test_the_year_reaches_over_all_its_months() -> None:
    book = year()[0]

    entries = Counter(monthly.month for monthly in book.returns)
    assert entries == {
        "2010-04": 20, "2010-05": 20, "2010-06": 19, "2010-07": 17, "2010-08": 15,
        "2010-09": 19, "2010-10": 22, "2010-11": 10, "2010-12": 7,
    }  # fmt: skip
    assert len({schedule.unit for schedule in book.schedule_rows}) == 10
    assert len(book.findings) == 6


# -- what validate says of it -----------------------------------------------------------------------

WARNINGS = {
    "MT210": 1, "MT211": 2, "MT303": 1, "MT403": 1, "MT415": 2, "MT430": 2, "MT433": 1, "MT435": 1,
    "MT501": 3, "MT502": 13, "MT604": 4,
}  # fmt: skip


def test_exactly_these_warnings_and_no_error() -> None:
    found = year()[1]

    assert [each for each in found if each.severity is not Severity.WARNING] == []
    assert Counter(each.code for each in found) == WARNINGS


def test_what_the_notice_leaves_open_is_open_here_too() -> None:
    ours, real = (Counter(each.code for each in found) for found in (year()[1], read(NOTICE)[1]))

    assert {code: ours[code] for code in real if code != "MT604"} == {
        code: count for code, count in real.items() if code != "MT604"
    }


def test_the_warnings_of_the_year_itself() -> None:
    said = {
        (each.code, dict(each.figures).get("unit") or dict(each.figures).get("id"))
        for each in year()[1]
        if each.code[:3] in ("MT4", "MT6")
    }

    # 考核办, 房管局 and 文化局 sent no implementation plan, that of 民政局 names no clerk.
    assert said == {
        ("MT604", "考核办"), ("MT604", "房管局"), ("MT604", "民政局"), ("MT604", "文化局"),
        ("MT403", "T10"), ("MT415", "T02"), ("MT415", "T16"), ("MT430", "T10"), ("MT430", "T21"),
        ("MT433", "T20"), ("MT435", "T20"),
    }  # fmt: skip


def test_the_readme_counts_the_same_warnings() -> None:
    readme = (EXAMPLE / "README.md").read_text(encoding="utf-8")

    for code, count in WARNINGS.items():
        assert f"| {code} | {count} |" in readme, code
    assert f"0 个错误、{sum(WARNINGS.values())} 个警告" in readme


#: The lights in the README's long table, and what the program calls them.
WORDS = {
    "红灯": "red", "黄灯": "yellow", "未报": "grey", "正常": "green", "已办结": "done",
    "暂停": "suspended", "取消": "cancelled",
}  # fmt: skip


def test_the_readmes_table_is_true() -> None:
    readme = (EXAMPLE / "README.md").read_text(encoding="utf-8")
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in readme.split("\n")]
    rows = [row for row in cells if len(row) == 6 and row[1].startswith("T")]

    assert len(rows) > 70
    assert {row[1] for row in rows} == {f"T{number:02d}" for number in range(1, 22)}
    assert all(row[5] in FILES for row in rows)
    shown = [task_on(day, task) for _, task, day, *_ in rows]
    assert [(row[1], row[2], WORDS[row[3]]) for row in rows] == [
        (row[1], row[2], task.light or task.state.value) for row, task in zip(rows, shown, strict=True)
    ]
    for day, counts in AT_MONTHS_END.items():
        assert f"| {day} | {' | '.join(map(str, counts))} |" in readme


# -- the lights at every month's end ----------------------------------------------------------------

#: Counted from the story of each task: done, green, yellow, grey, red, suspended, cancelled.
AT_MONTHS_END = {
    "2010-04-30": (0, 19, 1, 1, 0, 0, 0),
    "2010-05-31": (0, 18, 1, 1, 1, 0, 0),
    "2010-06-30": (2, 12, 3, 2, 1, 1, 0),
    "2010-07-31": (2, 11, 2, 3, 1, 2, 0),
    "2010-08-31": (3, 9, 4, 3, 0, 2, 0),
    "2010-09-30": (3, 9, 6, 0, 2, 0, 1),
    "2010-10-31": (10, 4, 5, 0, 1, 0, 1),
    "2010-11-30": (13, 4, 0, 0, 3, 0, 1),
    "2010-12-31": (18, 0, 1, 0, 1, 0, 1),
    "2011-01-01": (18, 0, 0, 0, 2, 0, 1),
}
LIGHTS = ("done", "green", "yellow", "grey", "red", "suspended", "cancelled")


@pytest.mark.parametrize("day", AT_MONTHS_END)
def test_lights_at_a_months_end(day: str) -> None:
    shown = Counter(each.light or each.state.value for each in on(day).tasks)

    assert on(day).unjudged == ()
    assert tuple(shown[light] for light in LIGHTS) == AT_MONTHS_END[day]
    assert sum(shown.values()) == 21


def test_lights_add_up_on_every_day_of_every_fortnight() -> None:
    day = date(2010, 4, 7)
    while day <= date(2011, 1, 31):
        shown = Counter(each.light or each.state.value for each in on(day.isoformat()).tasks)
        assert sum(shown.values()) == 21
        assert set(shown) <= set(LIGHTS)
        day += timedelta(days=14)


# -- the hard cases ---------------------------------------------------------------------------------


class Expected(NamedTuple):
    """What one task must show on one day; ``causes`` are all of them, those for information too."""

    day: str
    task: str
    state: str
    light: str | None
    attention: str
    causes: str


E = Expected
EXPECTED = [
    # Never returned: grey from the first day, unreported from the day after the 25th.
    E("2010-04-25", "T12", "unknown", "grey", "none", ""),
    E("2010-04-26", "T12", "unknown", "grey", "unreported", "unreported"),
    E("2010-08-31", "T12", "unknown", "grey", "unreported", "unreported"),
    # Its first return: 40.7 points behind by the average, which never passes yellow.
    E("2010-09-21", "T12", "in-progress", "yellow", "at-risk", "behind"),
    # Extended on 10-28: from 27.1 points behind to 14.8; due on 11-30, so due soon only from 10-30.
    E("2010-10-27", "T12", "in-progress", "yellow", "at-risk", "behind phase-short due-soon"),
    E("2010-10-28", "T12", "in-progress", "yellow", "at-risk", "behind phase-short extended"),
    E("2010-10-30", "T12", "in-progress", "yellow", "at-risk", "behind phase-short extended due-soon"),
    # Done on 11-29 and told on 12-03: overdue in between, in time in the end.
    E("2010-11-30", "T12", "in-progress", "green", "none", "extended due-soon"),
    E("2010-12-01", "T12", "in-progress", "red", "overdue", "overdue extended"),
    E("2010-12-03", "T12", "done", "done", "none", "extended unverified"),
    # Last day, day after; an extension only asked for changes nothing; late for ever.
    E("2010-04-30", "T02", "in-progress", "yellow", "at-risk", "problem-declared due-soon"),
    E("2010-05-01", "T02", "in-progress", "red", "overdue", "overdue problem-declared"),
    E("2010-05-15", "T02", "in-progress", "red", "overdue", "overdue problem-declared"),
    E("2010-05-31", "T02", "in-progress", "red", "overdue", "overdue forecast-late"),
    E("2010-06-22", "T02", "in-progress", "red", "overdue", "overdue forecast-late"),
    E("2010-06-23", "T02", "done", "done", "none", "unverified"),
    E("2010-07-02", "T02", "done", "done", "none", ""),
    # Something to coordinate, though on pace; progress that fell is only told.
    E("2010-05-31", "T17", "in-progress", "yellow", "at-risk", "problem-declared"),
    E("2010-07-31", "T17", "in-progress", "green", "none", "regressed"),
    # Behind by exactly 10 points, by stages.
    E("2010-08-31", "T17", "in-progress", "yellow", "at-risk", "behind stage-missed"),
    E("2010-09-01", "T17", "in-progress", "yellow", "at-risk", "behind stage-missed finding-overdue"),
    E("2010-09-30", "T17", "in-progress", "yellow", "at-risk", "stage-missed finding-overdue due-soon"),
    E("2010-10-14", "T17", "in-progress", "yellow", "at-risk", "stage-missed finding-overdue due-soon"),
    E("2010-10-15", "T17", "in-progress", "yellow", "at-risk", "stage-missed due-soon"),
    # Exactly 30 points is yellow; the correction of 10-28 makes it 31, which is red.
    E("2010-10-27", "T17", "in-progress", "yellow", "at-risk", "behind stage-missed phase-short due-soon"),
    E("2010-10-28", "T17", "in-progress", "red", "at-risk", "behind stage-missed phase-short due-soon"),
    # Yellow, yellow, red at three month-ends: a streak by the profile, where a red month counts as well.
    E("2010-11-01", "T17", "in-progress", "red", "overdue",
      "overdue behind stage-missed phase-short yellow-streak"),
    E("2010-12-21", "T17", "done", "done", "none", "unverified"),
    # A month left out; the return of the next month stands in.
    E("2010-06-25", "T05", "in-progress", "green", "none", "stale"),
    E("2010-06-26", "T05", "in-progress", "grey", "unreported", "unreported stale"),
    E("2010-07-23", "T05", "in-progress", "green", "none", ""),
    E("2010-10-08", "T05", "done", "done", "none", "unverified"),
    # A late return: grey from the 26th until it came.
    E("2010-07-26", "T06", "in-progress", "grey", "unreported", "unreported stale"),
    E("2010-07-29", "T06", "in-progress", "green", "none", ""),
    # A schedule superseded on 07-12; before it the old one counts.
    E("2010-06-30", "T08", "in-progress", "yellow", "at-risk", "stage-missed"),
    E("2010-07-11", "T08", "in-progress", "yellow", "at-risk", "stage-missed"),
    E("2010-07-12", "T08", "in-progress", "green", "none", ""),
    # The phase opens on 11-01: short from 31 days before.
    E("2010-09-30", "T08", "in-progress", "yellow", "at-risk", "behind stage-missed due-soon"),
    E("2010-10-01", "T08", "in-progress", "yellow", "at-risk", "behind stage-missed phase-short due-soon"),
    E("2010-10-31", "T08", "in-progress", "green", "none", "due-soon"),
    E("2010-11-01", "T08", "in-progress", "red", "overdue", "overdue"),
    E("2010-11-02", "T08", "done", "done", "none", "unverified"),
    # A stage missed, then made up; the next one missed.
    E("2010-08-31", "T03", "in-progress", "yellow", "at-risk", "behind stage-missed"),
    E("2010-09-30", "T03", "in-progress", "yellow", "at-risk", "stage-missed due-soon"),
    E("2010-10-22", "T03", "done", "done", "none", "unverified"),
    E("2010-11-10", "T03", "done", "done", "none", ""),
    # More than 30 points behind by stages, though extended: stages stay until the unit reschedules.
    E("2010-06-23", "T18", "in-progress", "green", "none", "due-soon"),
    E("2010-06-24", "T18", "in-progress", "red", "at-risk", "behind stage-missed phase-short extended"),
    E("2010-07-24", "T18", "in-progress", "red", "at-risk", "behind stage-missed phase-short extended"),
    E("2010-07-26", "T18", "in-progress", "green", "none", "extended"),
    E("2010-07-31", "T18", "in-progress", "green", "none", "extended due-soon"),
    E("2010-08-31", "T18", "done", "done", "none", "extended unverified"),
    E("2010-09-15", "T18", "done", "done", "none", "extended"),
    # Due soon from 31 days before; done by the second return of the month.
    E("2010-05-29", "T14", "in-progress", "green", "none", ""),
    E("2010-05-30", "T14", "in-progress", "green", "none", "due-soon"),
    E("2010-06-29", "T14", "in-progress", "green", "none", "due-soon"),
    E("2010-06-30", "T14", "done", "done", "none", "unverified"),
    # Suspended when overdue: no light, but the 20 days stay; then resumed, extended, late.
    E("2010-06-30", "T16", "in-progress", "yellow", "at-risk", "problem-declared due-soon"),
    E("2010-07-19", "T16", "in-progress", "red", "overdue", "overdue problem-declared"),
    E("2010-07-20", "T16", "suspended", None, "overdue", "overdue"),
    E("2010-08-31", "T16", "suspended", None, "overdue", "overdue"),
    E("2010-09-10", "T16", "in-progress", "yellow", "at-risk", "problem-declared stale extended"),
    E("2010-09-30", "T16", "in-progress", "yellow", "at-risk", "behind problem-declared extended due-soon"),
    E("2010-10-16", "T16", "in-progress", "red", "overdue", "overdue behind problem-declared extended"),
    E("2010-10-22", "T16", "done", "done", "none", "extended unverified"),
    # Suspended in time: nothing owed; afterwards the average counts the whole time.
    E("2010-06-10", "T07", "suspended", None, "none", ""),
    E("2010-08-31", "T07", "suspended", None, "none", ""),
    E("2010-09-01", "T07", "in-progress", "green", "none", "stale extended"),
    E("2010-09-30", "T07", "in-progress", "yellow", "at-risk", "behind extended"),
    E("2010-10-01", "T07", "in-progress", "yellow", "at-risk", "behind phase-short extended"),
    E("2010-11-30", "T07", "in-progress", "green", "none", "extended due-soon"),
    E("2010-12-13", "T07", "done", "done", "none", "extended unverified"),
    # Stages in words: missed, made up by a return of the stage itself, blocked, missed, red, recovered.
    E("2010-06-30", "T09", "in-progress", "yellow", "at-risk", "stage-missed"),
    E("2010-07-31", "T09", "in-progress", "yellow", "at-risk", "problem-declared"),
    E("2010-08-31", "T09", "in-progress", "yellow", "at-risk", "stage-missed"),
    E("2010-09-01", "T09", "in-progress", "red", "at-risk", "stage-missed yellow-streak"),
    E("2010-09-23", "T09", "in-progress", "red", "at-risk", "stage-missed yellow-streak"),
    E("2010-09-24", "T09", "in-progress", "green", "none", ""),
    E("2010-09-30", "T09", "in-progress", "green", "none", "due-soon"),
    E("2010-10-28", "T09", "done", "done", "none", "unverified"),
    # Behind by figures, made up; a finding mended late; extended after the deadline, with its stage.
    E("2010-07-31", "T13", "in-progress", "red", "at-risk", "behind stage-missed problem-declared"),
    E("2010-08-31", "T13", "in-progress", "green", "none", ""),
    E("2010-09-01", "T13", "in-progress", "yellow", "at-risk", "finding-overdue"),
    E("2010-09-07", "T13", "in-progress", "yellow", "at-risk", "finding-overdue"),
    E("2010-09-08", "T13", "in-progress", "green", "none", ""),
    E("2010-10-31", "T13", "in-progress", "yellow", "at-risk", "problem-declared forecast-late due-soon"),
    E("2010-11-01", "T13", "in-progress", "red", "overdue",
      "overdue problem-declared target-short forecast-late"),
    E("2010-11-08", "T13", "in-progress", "yellow", "at-risk", "problem-declared extended"),
    E("2010-11-09", "T13", "in-progress", "yellow", "at-risk", "problem-declared extended due-soon"),
    E("2010-11-30", "T13", "in-progress", "green", "none", "extended due-soon"),
    E("2010-12-10", "T13", "done", "done", "none", "extended unverified"),
    # Two months silent; 100 without done; done, sent back, done again in time.
    E("2010-07-26", "T10", "in-progress", "grey", "unreported", "unreported"),
    E("2010-08-31", "T10", "in-progress", "grey", "unreported", "unreported stale"),
    E("2010-09-20", "T10", "in-progress", "green", "none", ""),
    E("2010-09-30", "T10", "in-progress", "green", "none", "due-soon"),
    E("2010-10-18", "T10", "done", "done", "none", "unverified"),
    E("2010-10-25", "T10", "in-progress", "green", "none", "due-soon sent-back"),
    E("2010-11-01", "T10", "in-progress", "red", "overdue", "overdue sent-back"),
    E("2010-11-05", "T10", "done", "done", "none", "unverified"),
    # Silent with it; late again when its phase is near: the light is grey, the attention at-risk.
    E("2010-08-31", "T15", "in-progress", "grey", "unreported", "unreported stale"),
    E("2010-09-30", "T15", "in-progress", "green", "none", "due-soon"),
    E("2010-10-27", "T15", "in-progress", "grey", "at-risk", "phase-short unreported due-soon stale"),
    E("2010-10-29", "T15", "done", "done", "none", "unverified"),
    # The unit's own word and figures; red goes before grey.
    E("2010-09-30", "T19", "in-progress", "red", "at-risk", "behind stage-missed problem-declared due-soon"),
    E("2010-10-26", "T19", "in-progress", "red", "at-risk",
      "behind stage-missed problem-declared phase-short unreported due-soon stale"),
    E("2010-10-27", "T19", "in-progress", "yellow", "at-risk", "problem-declared forecast-late due-soon"),
    E("2010-11-01", "T19", "in-progress", "red", "overdue",
      "overdue problem-declared target-short forecast-late"),
    E("2010-11-30", "T19", "in-progress", "red", "overdue",
      "overdue behind stage-missed target-short phase-short"),
    E("2010-12-16", "T19", "done", "done", "none", "unverified"),
    # Never met: target short, a month left out while overdue, a finding not mended.
    E("2010-07-31", "T20", "in-progress", "green", "none", ""),
    E("2010-11-01", "T20", "in-progress", "red", "overdue", "overdue target-short"),
    E("2010-11-25", "T20", "in-progress", "red", "overdue", "overdue target-short"),
    E("2010-11-26", "T20", "in-progress", "red", "overdue",
      "overdue target-short phase-short unreported stale"),
    E("2010-12-31", "T20", "in-progress", "red", "overdue",
      "overdue behind stage-missed problem-declared target-short finding-overdue phase-short"),
    # A stage with a percent and a figure: its figure decides. Sent back after the deadline: late.
    E("2010-08-31", "T21", "in-progress", "green", "none", ""),
    E("2010-09-30", "T21", "in-progress", "red", "at-risk", "behind stage-missed due-soon"),
    E("2010-10-31", "T21", "done", "done", "none", "unverified"),
    E("2010-11-08", "T21", "in-progress", "red", "overdue", "overdue sent-back"),
    E("2010-11-22", "T21", "done", "done", "none", "unverified"),
    # Reassigned on 07-05: no stages until the new unit sends its own, and it owes the return of July.
    E("2010-07-04", "T04", "in-progress", "green", "none", ""),
    E("2010-07-05", "T04", "in-progress", "yellow", "at-risk", "behind"),
    E("2010-07-20", "T04", "in-progress", "green", "none", ""),
    E("2010-07-26", "T04", "in-progress", "grey", "unreported", "unreported stale"),
    E("2010-07-27", "T04", "in-progress", "green", "none", ""),
    E("2010-10-31", "T04", "in-progress", "yellow", "at-risk", "forecast-late due-soon"),
    E("2010-11-01", "T04", "in-progress", "red", "overdue", "overdue forecast-late"),
    E("2010-11-19", "T04", "done", "done", "none", "unverified"),
    # Cancelled: merged into T03.
    E("2010-07-31", "T11", "in-progress", "yellow", "at-risk", "behind"),
    E("2010-09-09", "T11", "in-progress", "yellow", "at-risk", "behind"),
    E("2010-09-10", "T11", "cancelled", None, "none", ""),
    # Figures of the quarter, stale after 31 days; open at the year's end.
    E("2010-07-31", "T01", "in-progress", "green", "none", ""),
    E("2010-08-01", "T01", "in-progress", "green", "none", "stale"),
    E("2010-10-22", "T01", "in-progress", "green", "none", ""),
    E("2010-11-29", "T01", "in-progress", "green", "none", "stale"),
    E("2010-11-30", "T01", "in-progress", "green", "none", "due-soon stale"),
    E("2010-12-31", "T01", "in-progress", "yellow", "at-risk", "problem-declared due-soon stale"),
    E("2011-01-01", "T01", "in-progress", "red", "overdue", "overdue problem-declared target-short stale"),
]  # fmt: skip


@pytest.mark.parametrize("row", EXPECTED, ids=lambda row: f"{row.task}-{row.day}")
def test_a_hard_case(row: Expected) -> None:
    shown = task_on(row.day, row.task)

    assert (shown.state.value, shown.light, shown.attention.value) == (row.state, row.light, row.attention)
    assert {cause.code.value for cause in shown.causes} == set(row.causes.split())


def test_every_task_and_every_state_has_a_row() -> None:
    assert {row.task for row in EXPECTED} == {f"T{number:02d}" for number in range(1, 22)}
    # No task of the notice is standing, and nobody reports a task as not started.
    shown = {row.state for row in EXPECTED}
    assert {state.value for state in State} - shown == {"standing", "not-started"}
    assert {row.attention for row in EXPECTED} == {attention.value for attention in Attention}


@pytest.mark.parametrize(
    ("task", "done_on", "timeliness", "verified"),
    [
        ("T02", "2010-06-10", "late", True),
        ("T03", "2010-10-20", "on-time", True),
        ("T04", "2010-11-18", "late", True),
        ("T05", "2010-09-30", "early", True),  # 31 days before
        ("T06", "2010-10-01", "on-time", True),  # 30 days before
        ("T07", "2010-12-10", "on-time", True),  # extended to 12-15
        ("T08", "2010-10-30", "on-time", True),
        ("T09", "2010-10-26", "on-time", True),
        ("T10", "2010-10-30", "on-time", True),  # the second time
        ("T12", "2010-11-29", "on-time", True),  # extended to 11-30
        ("T13", "2010-12-08", "on-time", True),  # extended to 12-10
        ("T14", "2010-06-28", "on-time", True),
        ("T15", "2010-10-28", "on-time", True),
        ("T16", "2010-10-20", "late", True),  # though extended, to 10-15
        ("T17", "2010-12-20", "late", False),
        ("T18", "2010-08-30", "on-time", True),  # extended to 08-31
        ("T19", "2010-12-15", "late", False),
        ("T21", "2010-11-20", "late", True),  # the second time
    ],
)
def test_what_is_done_at_the_years_end(task: str, done_on: str, timeliness: str, verified: bool) -> None:
    shown = task_on("2010-12-31", task)

    assert shown.done_on == date.fromisoformat(done_on)
    assert shown.timeliness is not None
    assert (shown.timeliness.value, shown.verified) == (timeliness, verified)


@pytest.mark.parametrize(
    ("day", "task", "expected", "progress"),
    [
        ("2010-08-31", "T03", Fraction(60), Fraction(50)),
        ("2010-10-27", "T17", Fraction(80), Fraction(50)),
        ("2010-10-28", "T17", Fraction(80), Fraction(49)),
        ("2010-06-24", "T18", Fraction(80), Fraction(45)),
        ("2010-07-24", "T18", Fraction(100), Fraction(55)),
        ("2010-07-26", "T18", Fraction(40), Fraction(55)),
        ("2010-07-11", "T08", Fraction(30), Fraction(25)),
        ("2010-07-12", "T08", Fraction(0), Fraction(25)),
        # By average over the days since the issue: 4-07 to 10-31 are 207, to 11-30 237, to 12-15 252.
        ("2010-09-21", "T12", Fraction(167 * 100, 207), Fraction(40)),
        ("2010-10-27", "T12", Fraction(201 * 100, 207), Fraction(70)),
        ("2010-10-28", "T12", Fraction(201 * 100, 237), Fraction(70)),
        ("2010-09-30", "T07", Fraction(170 * 100, 252), Fraction(30)),
        ("2010-07-05", "T04", Fraction(78 * 100, 207), Fraction(10)),
        ("2010-07-20", "T04", Fraction(0), Fraction(10)),
        # By figures, the widest gap first: 0 of 2; 0 of 2; 27 of 30.
        ("2010-07-31", "T13", Fraction(50), Fraction(0)),
        ("2010-09-30", "T21", Fraction(50), Fraction(0)),
        ("2010-12-31", "T20", Fraction(100), Fraction(90)),
        # The second of two returns of one day counts: 19 %, not 25 %.
        ("2010-09-30", "T20", Fraction(100, 3), Fraction(1900, 30)),
        # 100 and not done; nothing known.
        ("2010-09-30", "T10", Fraction(70), Fraction(100)),
    ],
)
def test_expected_progress(day: str, task: str, expected: Fraction, progress: Fraction) -> None:
    pace = task_on(day, task).pace

    assert pace is not None
    assert (pace.expected, pace.progress) == (expected, progress)


def test_overdue_days_stop_at_the_suspension() -> None:
    days = {
        day: [cause.figure("days") for cause in task_on(day, "T16").causes]
        for day in ("2010-07-20", "2010-07-31", "2010-09-09")
    }

    assert days == {"2010-07-20": [20], "2010-07-31": [20], "2010-09-09": [20]}


def test_more_than_was_asked_is_no_fault() -> None:
    done = task_on("2010-10-29", "T15")
    assert done.last is not None

    assert done.last.entry.progress == 120
    assert done.last.entry.targets["对接活动"] == 5  # 2 were asked for
    assert done.attention is Attention.NONE


def test_who_answers_after_a_change() -> None:
    assert task_on("2010-08-31", "T12").person_now == ("黄振平",)
    assert task_on("2010-09-01", "T12").person_now == ("示例戌",)
    assert [(task_on(day, "T04").lead, task_on(day, "T04").person_now) for day in ("2010-07-04", "2010-07-05")] == [
        (("经贸委",), ("杨扬",)),
        (("发改委",), ("蔡惠忠",)),
    ]  # fmt: skip


def test_the_returns_of_a_unit() -> None:
    accounts = {account.unit: account for account in unit_accounts(year()[0].units, on("2010-12-31").tasks)}
    finance = accounts["金融办"].owed

    # T10 and T15, April to October each: July and August missing, three came late.
    assert len(finance) == 14
    assert sorted(owed.month for owed in finance if owed.received is None) == [
        "2010-07", "2010-07", "2010-08", "2010-08",
    ]  # fmt: skip
    assert sorted(owed.month for owed in finance if owed.late) == ["2010-06", "2010-06", "2010-10"]
    # 文化局: five missing before its first; owed up to November, in which T12 was done.
    culture = accounts["文化局"].owed
    assert [owed.month for owed in culture if owed.received is None] == [
        f"2010-{month:02d}" for month in range(4, 9)
    ]
    assert culture[-1].month == "2010-11"


@pytest.mark.parametrize(
    ("day", "step", "state"),
    [
        ("2010-04-08", "S1", "done"),
        ("2010-04-20", "S3", "coming"),
        ("2010-04-21", "S3", "unrecorded"),
        ("2010-04-23", "S3", "done"),
        ("2010-07-21", "S4", "coming"),
        ("2010-07-22", "S4", "done"),
        ("2010-12-31", "S8", "coming"),
        ("2011-01-01", "S8", "unrecorded"),
    ],
)
def test_steps(day: str, step: str, state: str) -> None:
    assert next(each.state.value for each in on(day).steps if each.node.id == step) == state


# -- the slips: each is what ``remind`` said on its day, by the register up to it ---------------------


def test_every_slip_is_what_was_due_on_its_day() -> None:
    book, found_faults = year()
    for slip in book.slips:
        assert slip.issued_on is not None
        assert slip.number.startswith("示例")
        before = replace(book, slips=tuple(each for each in book.slips if each.issued_on < slip.issued_on))  # type: ignore[operator]
        then = assess(
            before, slip.issued_on, default_profile(), faulty_items(found_faults, book, slip.issued_on)
        )
        due = {
            (chase.rung.kind, chase.unit, item.item.node.id)
            for chase in remind(then, reasons=[Reason.OVERDUE, Reason.UNREPORTED]).chases
            for item in chase.items
        }
        assert {(slip.kind, slip.unit, item) for item in slip.items} <= due, slip.number


def test_the_slips_climb_and_some_are_answered() -> None:
    slips = year()[0].slips

    assert Counter(slip.kind for slip in slips) == {"催办": 17, "督办": 4}
    assert [slip.number for slip in slips if slip.answered_on] == ["示例督〔2010〕3号", "示例督〔2010〕12号"]
