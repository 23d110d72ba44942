"""A deadline that was rolled forward: every view names the day it was and the day it is."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.commands import copy_data, run, write_files

CALENDAR = """\
# 虚构，仅供测试
illustrative: true
years: [2010]
holidays:
  - {name: 国庆节, from: 2010-10-01, to: 2010-10-07}
"""
EXTENDED = """\
# 虚构，仅供测试
illustrative: true
decisions:
  - {kind: extend, item: T05, on: 2010-10-20, due: 2010-11-30, approver: 市政府办, reason: 等省政策}
"""
DAY = ("--as-of", "2010-10-30")


@pytest.fixture
def rolled(tmp_path: Path) -> Path:
    """The notice, which rolls: T05 is due 10月, and the 31st is a Sunday."""
    folder = copy_data(tmp_path)
    plan = folder / "plan.yaml"
    plan.write_text(
        plan.read_text("utf-8").replace("\n  year: 2010\n", "\n  year: 2010\n  roll: due\n"), "utf-8"
    )
    return write_files(folder, {"calendar.yaml": CALENDAR})


def terminal(folder: Path, language: str = "zh") -> list[str]:
    """The cells of T05's deadline, from above."""
    ran = run("status", "--data", folder, *DAY, "--unit", "旅游局", "--lang", language)
    return re.findall(r"10月\(10-31\)|(?:顺延至|延至|moved |now )\d\d-\d\d", ran.out)


def page(folder: Path, language: str = "zh") -> str:
    """The cell of T05's deadline on the page, without its marks."""
    out = run("report", "page", "--data", folder, *DAY, "--lang", language).out
    row = out[out.index('<td class="no">T05</td>') :]
    cell = row[row.index('<td class="due') :].partition("</td>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", cell).split())


def monthly(folder: Path, language: str = "zh") -> str:
    """T05's row in the paper."""
    out = run("report", "monthly", "--data", folder, *DAY, "--lang", language).out
    return next(row for row in out.splitlines() if "旅游行业布局规划 |" in row and "| 10月" in row)


def due_of(folder: Path, name: str) -> tuple[str, str, str | None]:
    answer = json.loads(run("status", "--data", folder, *DAY, "--json").out)
    task = next(each for each in answer["tasks"] if each["id"] == name)
    return task["due"], task["due_original"], task["due_rolled_from"]


def test_in_json(rolled: Path) -> None:
    assert due_of(rolled, "T05") == ("2010-11-01", "2010-11-01", "2010-10-31")
    assert due_of(rolled, "T02")[2] is None


@pytest.mark.parametrize(("language", "said"), [("zh", "顺延至11-01"), ("en", "moved 11-01")])
def test_at_the_terminal(rolled: Path, language: str, said: str) -> None:
    assert terminal(rolled, language) == ["10月(10-31)", said]


@pytest.mark.parametrize(
    ("language", "said"),
    [("zh", "10月 10月31日 顺延至11月1日"), ("en", "10月 31 Oct moved to 1 Nov")],
)
def test_on_the_page(rolled: Path, language: str, said: str) -> None:
    assert page(rolled, language).startswith(said)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", "10月（10月31日，顺延至11月1日） |"),
        ("en", "10月 (31 October; moved to 1 November) |"),
    ],
)
def test_in_the_monthly_paper(rolled: Path, language: str, said: str) -> None:
    assert said in monthly(rolled, language)


def test_a_date_is_not_named_twice(rolled: Path) -> None:
    plan = rolled / "plan.yaml"
    text = plan.read_text("utf-8")
    row = text[text.index("- id: T05") :]
    plan.write_text(
        text.replace(row, re.sub(r"due: 10月\n", "due: 2010-10-31\n", row, count=1)), encoding="utf-8"
    )

    assert page(rolled).startswith("10月31日 顺延至11月1日")


def test_what_was_extended_after_it_was_rolled(rolled: Path) -> None:
    write_files(rolled, {"decisions.yaml": EXTENDED})

    assert due_of(rolled, "T05") == ("2010-11-30", "2010-11-01", "2010-10-31")
    assert terminal(rolled) == ["10月(10-31)", "顺延至11-01", "延至11-30"]
    assert page(rolled).startswith("10月 延至11月30日")
    assert "10月（10月31日，顺延至11月1日，延至11月30日）" in monthly(rolled)


def test_nothing_is_said_where_nothing_was_rolled(tmp_path: Path) -> None:
    folder = copy_data(tmp_path)

    assert due_of(folder, "T05") == ("2010-10-31", "2010-10-31", None)
    assert terminal(folder) == ["10月(10-31)"]
    assert "顺延" not in page(folder) + monthly(folder)
