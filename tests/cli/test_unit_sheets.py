"""``motiontrack report unit``: the sheets as they are printed, and whose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_status import EXAMPLE
from tests.commands import Ran, run
from tests.papers import same_words

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion


def sheets(*more: str, day: str = "2010-08-31") -> Ran:
    return run("report", "unit", "--data", EXAMPLE, "--as-of", day, *more)


def units(text: str) -> list[str]:
    return re.findall(r"(?m)^# 1号议案任务单：(.*)$", text)


@pytest.mark.parametrize("ending", ["md", "html"])
def test_the_sheets_as_they_are_printed(ending: str, snapshot: SnapshotAssertion) -> None:
    ran = sheets("--unit", "发改委", "--unit", "国土局", "--unit", "经贸委", "--format", ending)

    assert (ran.code, ran.err) == (0, "")
    assert re.sub(r"(?s)<style>.*?</style>", "", ran.out) == snapshot


def test_both_formats_of_all_units_say_the_same() -> None:
    same_words(sheets().out, sheets("--format", "html").out)


def test_every_unit_that_has_to_do_with_the_plan_gets_one() -> None:
    assert len(units(sheets().out)) == 13
    assert sheets("--format", "html").out.count('class="page sheet"') == 13


def test_a_unit_is_known_by_its_other_name_and_printed_once() -> None:
    assert units(sheets("--unit", "市发改委", "--unit", "旅游局", "--unit", "发改委").out) == [
        "发改委",
        "旅游局",
    ]


def test_a_unit_without_a_task_is_told_so_if_it_is_asked_for() -> None:
    ran = sheets("--unit", "市政府办")

    assert units(ran.out) == ["市政府办"]
    assert "没有牵头的任务。" in ran.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("unit", "--unit", "发改"), "没有，是否应为“发改委”"),
        (("monthly", "--unit", "发改委"), "--unit 只用于 unit"),
        (("unit", "--to", "示例代表一"), "--to 只用于 reply"),
        (("unit", "--unit", " "), "--unit 后面的值是空的"),
    ],
)
def test_what_does_not_fit_is_refused(arguments: tuple[str, ...], said: str) -> None:
    ran = run("report", *arguments, "--data", EXAMPLE)

    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
