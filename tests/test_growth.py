"""Twice as much to check is twice the work: lines of Python that are run are counted, never seconds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from random import Random
from types import FrameType
from typing import Any

import pytest

from motiontrack.book import load_book
from motiontrack.diagnostics.baseline import accept, parse, write
from motiontrack.diagnostics.codes import CODES
from motiontrack.diagnostics.silenced import silence
from motiontrack.near import Names
from motiontrack.rules import examine

PLAN = "plan: {title: 工作方案, year: 2010, language: zh}\ntasks:\n"
UNITS = "units:\n  - {id: 甲局, people: [{name: 张三, post: 责任人}]}\n"
TASK = "  - {id: T01, text: 编制规划, due: 10月, lead: 甲局, person: 张三}\n"
CHARACTERS = "市县区建设水利农业林业旅游文化教育卫生交通民政财政国土环保"


def lines_run(work: Callable[[], object]) -> int:
    """How many lines of Python ``work`` runs."""
    count = 0

    def trace(_frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def names(many: int, salt: int) -> list[str]:
    """Long names without a number, each like all others."""
    dice = Random(salt)  # noqa: S311 - the same names at every run
    return ["".join(dice.choices(CHARACTERS, k=30)) for _ in range(many)]


def task(number: int, lead: str = "甲局", person: str = "张三") -> str:
    return f"  - {{id: T{number:05d}, text: 编制规划, due: 10月, lead: {lead}, person: {person}}}\n"


def checked(plan: str, units: str = UNITS) -> Callable[[], object]:
    files = {"plan.yaml": plan.encode(), "units.yaml": units.encode()}

    def work() -> None:
        book, found = load_book(files)
        silence(examine(book, found), files)

    return work


def comments_in_a_row(many: int) -> Callable[[], object]:
    return checked(PLAN + TASK + "# motiontrack: ignore MT604 (理由)\n" * many)


def hashes_in_texts(many: int) -> Callable[[], object]:
    texts = ", ".join('"motiontrack #1"' for _ in range(many))
    return checked(
        f"{PLAN.replace('tasks', f'labels: {{due: [{texts}]}} # motiontrack: 甲{chr(10)}tasks')}{TASK}"
    )


def units_by_other_names(many: int) -> Callable[[], object]:
    listed = "".join(f"  - {{id: {name}}}\n" for name in names(many, 1))
    return checked(PLAN + "".join(task(*each) for each in enumerate(names(many, 2))), UNITS + listed)


def people_by_other_names(many: int) -> Callable[[], object]:
    people = ", ".join(f"{{name: {name}, post: 责任人}}" for name in names(many, 1))
    tasks = "".join(task(number, person=name) for number, name in enumerate(names(many, 2)))
    return checked(PLAN + tasks, f"units:\n  - {{id: 甲局, people: [{people}]}}\n")


def odd_spaces_on_a_line(many: int) -> Callable[[], object]:
    return checked(
        PLAN + "  - {id: T01, " + ", ".join(f"a{number}\u3000b: 1" for number in range(many)) + "}\n"
    )


def commas_that_cut_one_value(many: int) -> Callable[[], object]:
    return checked(
        PLAN + "  - {id: T01, text: 甲, " + ", ".join(f"乙{number}" for number in range(many)) + "}\n"
    )


def a_list_of_accepted_ones(many: int) -> Callable[[], object]:
    plan = PLAN + "".join(task(number, person=f"李{number}") for number in range(many))
    book, found = load_book({"plan.yaml": plan.encode(), "units.yaml": UNITS.encode()})
    told = examine(book, found)
    text = write(told, lambda each: each.code)
    assert len(told) >= many
    return lambda: accept(told, parse(text), "accepted.json", CODES)


WORKS = (
    comments_in_a_row,
    hashes_in_texts,
    units_by_other_names,
    people_by_other_names,
    odd_spaces_on_a_line,
    commas_that_cut_one_value,
    a_list_of_accepted_ones,
)


@pytest.mark.parametrize("made", WORKS, ids=lambda made: made.__name__)
def test_twice_as_much_is_twice_the_work(made: Callable[[int], Callable[[], object]]) -> None:
    made(30)()  # what is imported and kept is not counted
    counts = [lines_run(made(many)) for many in (150, 300, 600)]

    assert counts[1] / counts[0] < 2.4, counts
    assert counts[2] / counts[1] < 2.4, counts


def test_a_long_line_is_never_suggested_whole() -> None:
    """Of thousands of faults on one line of megabytes each would hold all of it."""
    cut = ", ".join(f"乙{number}" for number in range(500))
    row = ", ".join(
        [*(f"a{number}\u3000b: 1" for number in range(300)), "x: *a", "y: !!str b", "text: 甲", cut]
    )
    _, found = load_book({"plan.yaml": (PLAN + "  - {" + row + "}\n").encode(), "units.yaml": UNITS.encode()})

    assert {"MT006", "MT017", "MT018", "MT027"} <= {each.code for each in found}
    assert max(len(str(dict(each.figures).get("suggestion", ""))) for each in found) < 1500


def test_the_likest_of_many_names_is_found() -> None:
    known = names(3_000, 1)
    for name in known[::300]:
        slipped = name[:10] + "甲" + name[11:]
        assert Names(known).meant(slipped) == name


def test_what_is_no_name_is_compared_with_none() -> None:
    assert Names(["甲" * 1_000_000]).meant("乙" * 1_000_000) == ""
