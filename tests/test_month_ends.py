"""The nine month-ends that were worked by hand (``docs/explanation/month-ends.zh-CN.md``) are what is printed.

The page was written from the files and the rules, before the program was asked. Every cell of its tables
is compared with ``status --json``, and every sum in it is done again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.commands import run

ROOT = Path(__file__).resolve().parents[1]
OPTIONS = ("--data", str(ROOT / "examples/nantong-2010/data"), "--as-of")
PAGE = ROOT / "docs/explanation/month-ends.zh-CN.md"
MONTH_ENDS = [date(2010, month, 30 if month in (4, 6, 9, 11) else 31) for month in range(4, 13)]
ISSUED = date(2010, 4, 7)
NONE = "—"

LIGHTS = {"done": "已办结", "green": "正常", "yellow": "黄灯", "grey": "未报", "red": "红灯"}
RESTING = {"suspended": "暂停", "cancelled": "取消"}
TILES = LIGHTS | RESTING
STATES = RESTING | {"unknown": "情况不明", "in-progress": "推进中", "done": "已办结"}
TIMELINESS = {"early": "提前", "on-time": "按期", "late": "逾期"}
ATTENTION = {"overdue": "逾期", "at-risk": "有风险", "unreported": "未报", "none": "无"}
SAID = {
    "behind": "滞后",
    "blocked": "受阻",
    "with-effort": "经努力可按期",
    "unlikely": "难以按期",
    "coordinate": "有需协调事项",
}
BASES = {"时限不足92天": "short-window", "文字节点": "stages-worded", "不判断": "not-judged"}

Json = dict[str, Any]
Row = dict[str, str]


@cache
def printed(day: date) -> Json:
    answer: Json = json.loads(run("status", *OPTIONS, day.isoformat(), "--json").out)
    return answer


@cache
def tasks(day: date) -> dict[str, Json]:
    return {task["id"]: task for task in printed(day)["tasks"]}


# -- the page ----------------------------------------------------------------------------------


@cache
def section(title: str) -> str:
    """What stands under ``title``, up to the next heading."""
    found = re.search(
        rf"^##+ {title}\n(.*?)(?=^##|\Z)", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    assert found, title
    return found[1]


def table(title: str) -> list[Row]:
    lines = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in section(title).splitlines()
        if line.startswith("|")
    ]
    head, _, *rows = lines
    return [dict(zip(head, row, strict=True)) for row in rows]


def titled(day: date) -> str:
    return f"{day.month}月{day.day}日"


def short(day: str) -> str:
    """``2010-07-23`` -> ``7-23``."""
    _, month, of_month = map(int, day.split("-"))
    return f"{month}-{of_month}"


def dated(words: str) -> date:
    month, of_month = map(int, words.split("-"))
    return date(2010, month, of_month)


def number(value: float | None) -> str:
    return NONE if value is None else f"{value:g}"


def tile(task: Json) -> str:
    return LIGHTS.get(task["light"]) or RESTING[task["state"]]


# -- one row, as the program has it ------------------------------------------------------------


def state(task: Json) -> str:
    said = STATES[task["state"]]
    if task["state"] != "done":
        return said
    open_yet = "" if task["verified"] else "，待核查"
    return f"{said}（{short(task['done_on'])}，{TIMELINESS[task['timeliness']]}{open_yet}）"


def return_in_force(task: Json) -> str:
    last = task["last_return"]
    return f"{int(last['month'][5:])}月，{short(last['received'])}收" if last else NONE


def reason(code: str, of: Json) -> str:
    match code:
        case "overdue":
            return f"逾期{of['days']}天"
        case "behind":
            return f"滞后{number(of['points'])}" + (f"（{of['target']}）" if of["target"] else "")
        case "stage-missed":
            return f"节点{of['stage']}未完成"
        case "problem-declared":
            word = of["pace"] or of["outlook"] or "coordinate"
            return f"自报{SAID[word]}"
        case "target-short":
            return f"{of['target']}{number(of['value'])}不足{number(of['wanted'])}"
        case "yellow-streak":
            return f"前{of['months']}个月末均黄或红"
        case "forecast-late":
            return f"预计{short(of['forecast'])}完成"
        case "finding-overdue":
            return f"问题{of['finding']}整改逾期{of['days']}天"
        case "phase-short":
            return f"{of['phase']}准备不足（{'未报' if of['unreported'] else '滞后'}）"
        case "unreported":
            return f"{int(of['month'][5:])}月未报"
        case "due-soon":
            return f"临期{of['days']}天"
        case "stale":
            return f"数据陈旧{of['days']}天"
        case "regressed":
            return f"由{number(of['before'])}降为{number(of['progress'])}"
        case "extended":
            return f"延期至{short(of['due'])}"
        case "sent-back":
            return f"{short(of['on'])}退回"
        case "unverified":
            return "待核查"
    raise AssertionError(code)


def as_printed(task: Json) -> Row:
    """Every column that can be told from the answer alone, as the page would have it."""
    return {
        "编号": task["id"],
        "状态": state(task),
        "现行填报": return_in_force(task),
        "进度": number(task["progress"]),
        "应完成": number(task["expected"]),
        "差距": number(task["gap"] and task["gap"]["points"]),
        "原因": "；".join(sorted(reason(each["code"], each["figures"]) for each in task["causes"])) or NONE,
        "关注": ATTENTION[task["attention"]],
        "灯": LIGHTS.get(task["light"], NONE),
    }


def as_worked(row: Row) -> Row:
    kept = {name: cell for name, cell in row.items() if name not in ("数据日", "依据")}
    return kept | {"原因": "；".join(sorted(row["原因"].split("；")))}


@pytest.mark.parametrize("day", MONTH_ENDS, ids=str)
def test_every_row_is_what_the_program_says(day: date) -> None:
    assert [as_worked(row) for row in table(titled(day))] == [
        as_printed(task) for task in tasks(day).values()
    ]


# -- the day of the figures, and the sums ------------------------------------------------------


def held_on(day: date, row: Row) -> str:
    """The day the figures hold; of another month's return where the page names it."""
    last = tasks(day)[row["编号"]]["last_return"]
    if last is None:
        return NONE
    named = re.search(r"（(\d+)月填报）", row["数据日"])
    if not named:
        return short(last["as_of"])
    month = f"2010-{int(named[1]):02d}"
    known = [tasks(end)[row["编号"]]["last_return"] for end in MONTH_ENDS if end <= day]
    return short(next(each["as_of"] for each in known if each and each["month"] == month)) + named[0]


@pytest.mark.parametrize("day", MONTH_ENDS, ids=str)
def test_the_day_of_the_figures(day: date) -> None:
    for row in table(titled(day)):
        assert row["数据日"] == held_on(day, row), row["编号"]
        # Where a cause names the day, it is this one.
        for each in tasks(day)[row["编号"]]["causes"]:
            if each["code"] in ("behind", "stage-missed", "stale"):
                assert short(each["figures"]["day"]) == row["数据日"].split("（")[0], row["编号"]


def share(words: str) -> Fraction:
    """``21÷30`` -> 70 percent."""
    part, whole = words.split("÷")
    return Fraction(part) / Fraction(whole) * 100


def worked_out(row: Row, day: date, due: date) -> tuple[str, Fraction | None, Fraction | None]:
    """The basis that a sum stands for, what it makes expected, and reported, where it says so."""
    words = row["依据"]
    if words in BASES:
        return BASES[words], None, None
    kind, sum_ = words.split(" ", 1)
    if kind == "节点":
        return "stages-percent", Fraction(sum(map(int, sum_.split("+")))), None
    if kind == "平均":
        held = day if row["数据日"] == NONE else dated(row["数据日"])
        assert sum_ == f"{(held - ISSUED).days}÷{(due - ISSUED).days}", row["编号"]
        return "average", share(sum_), None
    expected, reported = sum_.split("，")
    assert expected.split("÷")[1] == reported.split("÷")[1], row["编号"]
    return "stages-figures", share(expected.removeprefix("应")), share(reported.removeprefix("报"))


@pytest.mark.parametrize("day", MONTH_ENDS, ids=str)
def test_every_sum_comes_to_what_is_printed(day: date) -> None:
    for row in table(titled(day)):
        task = tasks(day)[row["编号"]]
        basis, expected, reported = worked_out(row, day, date.fromisoformat(task["due"]))

        assert basis == task["expected_basis"], row["编号"]
        assert (expected is None) == (row["应完成"] == NONE), row["编号"]
        if expected is not None:
            places = len(row["应完成"].partition(".")[2]) or 1
            assert number(round(float(expected), places)) == row["应完成"], row["编号"]
        if reported is not None:
            assert number(round(float(reported), 1)) == row["进度"], row["编号"]


@pytest.mark.parametrize("day", MONTH_ENDS, ids=str)
def test_the_target_whose_figures_are_shown(day: date) -> None:
    for row in table(titled(day)):
        if "，报" in row["依据"]:
            told = json.loads(run("show", row["编号"], *OPTIONS, day.isoformat(), "--json").out)
            shown = told["item"]["walk"]["paces"][0]

            assert row["依据"].split(" ")[0] == shown["target"], row["编号"]
            assert row["数据日"].split("（")[0] == short(shown["day"]), row["编号"]


def sums(text: str) -> Iterator[tuple[str, Fraction, Fraction]]:
    """Every ``107天÷207天=51.7%``, ``40+40=80`` and ``60-45=15`` of a text: what is said, done, and written."""
    for found in re.finditer(r"([\d.]+)天?÷([\d.]+)天?=([\d.]+)%", text):
        yield found[0], Fraction(round(float(share(f"{found[1]}÷{found[2]}")), 1)), Fraction(float(found[3]))
    for found in re.finditer(r"(\d+(?:[+-]\d+)+)=(\d+)", text):
        yield found[0], Fraction(sum(map(int, re.findall(r"-?\d+", found[1])))), Fraction(found[2])


def test_the_sums_between_the_tables() -> None:
    worked = list(sums(PAGE.read_text(encoding="utf-8")))

    assert len(worked) > 15  # else they are written in a way that is not read
    for said, done, written in worked:
        assert done == written, said


# -- totals, and what changed ------------------------------------------------------------------


@pytest.mark.parametrize("day", MONTH_ENDS, ids=str)
def test_the_totals(day: date) -> None:
    written = re.search(r"合计(\d+)项：(.*)。", section(titled(day)))
    totals = printed(day)["totals"]

    assert written
    assert int(written[1]) == totals["tasks"]
    assert dict(re.findall(r"(\D+?)(\d+)(?:，|$)", written[2])) == {
        TILES[light]: str(count) for light, count in totals["by_light"].items()
    }


def grade(task: Json) -> tuple[str, str | None]:
    return tile(task), task["timeliness"]


@pytest.mark.parametrize(("before", "day"), [*pairwise(MONTH_ENDS)], ids=str)
def test_what_changed(before: date, day: date) -> None:
    written = re.findall(r"^- (T\d\d) (\S+?)→(\S+?)：", section(titled(day)), re.MULTILINE)

    assert written == [
        (name, tile(tasks(before)[name]), tile(task))
        for name, task in tasks(day).items()
        if grade(task) != grade(tasks(before)[name])
    ]


# -- phases and returns ------------------------------------------------------------------------


def test_the_accounts_of_the_phases() -> None:
    assert table("阶段账") == [
        {"截至": short(day.isoformat()), "阶段": phase["id"]}
        | {word: str(phase["by_light"][light]) for light, word in TILES.items()}
        for day in MONTH_ENDS
        for phase in printed(day)["phases"]
        if phase["tasks"]
    ]


@pytest.mark.parametrize("day", [date(2010, 6, 30), date(2010, 9, 30), date(2010, 12, 31)], ids=str)
def test_the_returns_of_the_units(day: date) -> None:
    *rows, total = table(f"截至{titled(day)}")
    columns = {"应报": "owed", "按期": "on_time", "迟报": "late", "缺报": "missing"}
    units = {each["id"]: each["returns"] for each in printed(day)["units"] if each["returns"]["owed"]}

    assert {row["单位"]: {name: int(row[name]) for name in columns} for row in rows} == {
        unit: {name: returns[key] for name, key in columns.items()} for unit, returns in units.items()
    }
    assert {name: int(total[name]) for name in columns} == {
        name: sum(returns[key] for returns in units.values()) for name, key in columns.items()
    }
