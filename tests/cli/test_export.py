"""``motiontrack export``: what other programs read back is what stands in the files, and can do nothing."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
import zipfile
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import icalendar
import pytest
import python_calamine
from hypothesis import given
from hypothesis import strategies as st

from motiontrack.exchange.ics import calendar_ics
from motiontrack.exchange.ledger import ledger_csv, ledger_xlsx
from motiontrack.views.calendar import CalendarView, EventView
from motiontrack.views.ledger import LedgerColumn, LedgerRow, LedgerView
from tests.cli.test_status import july
from tests.commands import DATA, copy_data, run, start, write_files

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

__all__ = ["july"]

DAY = ("--as-of", "2010-07-31")


def exported(what: str, folder: Path, *more: str) -> str:
    ran = run("export", what, "--data", folder, *more)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


# -- the ledger


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_ledger_as_it_is_written(
    july: Path, language: str, snapshot: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(july)

    assert run("export", "ledger", *DAY, "--lang", language).out == snapshot


def test_every_task_is_a_row_and_says_what_status_says(july: Path) -> None:
    rows = table(exported("ledger", july, *DAY))
    tasks = json.loads(run("status", "--data", july, *DAY, "--json").out)["tasks"]

    assert [row["编号"] for row in rows] == [task["id"] for task in tasks]
    assert [row["时限日期"] for row in rows] == [task["due"] or "" for task in tasks]
    assert [float(row["完成比例（%）"] or -1) for row in rows] == [
        -1 if task["progress"] is None else task["progress"] for task in tasks
    ]
    assert "红灯" in {row["灯号"] for row in rows}
    assert next(row for row in rows if row["编号"] == "T04")["存在问题"] == "规划单位尚未确定"


def test_what_is_not_judged_stands_in_its_place(july: Path) -> None:
    plan = july / "plan.yaml"
    plan.write_text(
        plan.read_text(encoding="utf-8").replace("lead: 国土局", "lead: 国土厅", 1), encoding="utf-8"
    )
    ran = run("export", "ledger", "--data", july, *DAY)
    rows = {row["编号"]: row for row in table(ran.out)}

    assert (ran.code, len(rows)) == (1, 21)
    assert rows["T16"]["灯号"] == "未判定"
    assert "plan.yaml 第" in rows["T16"]["判定理由"]


def test_parts_stand_below_their_task(tmp_path: Path) -> None:
    folder = write_files(
        tmp_path / "data",
        {
            "plan.yaml": "plan: {title: 方案, year: 2010, issued: 2010-03-01}\ntasks:\n"
            "  - {id: T1, text: 全部, due: 10月, lead: 甲局, person: 张三, parts: [{id: T1a, text: 一半}, {id: T1b, text: 另一半}]}\n"
            "  - {id: T2, text: 其他, due: 10月, lead: 甲局, person: 张三}\n",
            "units.yaml": "units:\n  - {id: 甲局, people: [{name: 张三, post: 责任人}]}\n",
        },
    )
    rows = table(run("export", "ledger", "--data", folder, *DAY).out)

    assert [(row["序号"], row["编号"]) for row in rows] == [
        ("1", "T1"),
        ("1.1", "T1a"),
        ("1.2", "T1b"),
        ("2", "T2"),
    ]


def test_csv_for_excel_begins_with_its_mark_and_ends_lines_its_way(july: Path) -> None:
    code, out, _ = start("export", "ledger", "--data", july, *DAY)

    assert code == 0
    assert out.startswith("\ufeff序号,编号,".encode())
    assert out.count(b"\r\n") >= 22
    assert out.endswith(b"\r\n")


def ledger_of(*texts: str) -> LedgerView:
    columns = (LedgerColumn("text", "=任务", 20),)
    rows = tuple(LedgerRow((text,), None) for text in texts)
    return LedgerView(date(2010, 7, 31), "台账", "=1+1", "@说明", columns, rows)


#: What no cell begins with.
DANGEROUS_FIRST = tuple("=+-@\t\r\n＝＋－＠")
DANGEROUS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "\n=1", '=cmd|"/c calc"!A1')


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_text_is_a_formula_in_csv(text: str) -> None:
    heading, cell = (row[0] for row in csv.reader(io.StringIO(ledger_csv(ledger_of(text))[1:], newline="")))

    assert (heading, cell) == ("'=任务", "'" + text)


@pytest.mark.parametrize("text", [*DANGEROUS, "http://x/", "_x0041_", "a\x07b", "{=1}", "<b>&"])
def test_no_text_is_a_formula_or_a_link_in_a_workbook(text: str, tmp_path: Path) -> None:
    path = tmp_path / "l.xlsx"
    path.write_bytes(ledger_xlsx(ledger_of(text)))
    (sheet,) = python_calamine.load_workbook(path).sheet_names
    rows = python_calamine.load_workbook(path).get_sheet_by_name(sheet).to_python()
    with zipfile.ZipFile(path) as parts:
        whole = {name: parts.read(name).decode("utf-8", "replace") for name in parts.namelist()}

    assert rows[0][0] == "=1+1"
    assert str(rows[3][0]).replace("\r", "\n").strip() == text.replace("\r", "\n").strip()
    assert not any(
        "<f>" in each or "hyperlink" in each.lower() for name, each in whole.items() if "sheet" in name
    )


def test_the_workbook_holds_what_the_csv_holds(july: Path, tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    assert exported("ledger", july, *DAY, "--output", str(path)) == ""
    rows = python_calamine.load_workbook(path).get_sheet_by_index(0).to_python(skip_empty_area=False)
    written = list(csv.reader(io.StringIO(exported("ledger", july, *DAY)[1:], newline="")))

    def shown(cell: Any) -> str:
        return f"{cell:g}" if isinstance(cell, float) else str(cell)

    assert str(rows[0][0]) == "《关于强化政策驱动促进南通服务业又好又快发展的议案》办理工作方案任务台账"
    assert "示例" in str(rows[1][0])
    assert [[shown(cell) for cell in row] for row in rows[2:]] == written


def test_the_same_files_and_day_give_the_same_bytes(july: Path, tmp_path: Path) -> None:
    for what, ending in (("ledger", "xlsx"), ("ledger", "csv"), ("calendar", "ics")):
        one, two = (tmp_path / f"{number}.{ending}" for number in (1, 2))
        for path in (one, two):
            exported(what, july, *DAY, "--output", str(path))
        assert one.read_bytes() == two.read_bytes()


def test_a_text_too_long_for_a_cell_is_cut_and_not_lost(tmp_path: Path) -> None:
    path = tmp_path / "l.xlsx"
    path.write_bytes(ledger_xlsx(ledger_of("长" * 40_000)))
    cell = python_calamine.load_workbook(path).get_sheet_by_index(0).to_python()[3][0]

    assert isinstance(cell, str)
    assert (len(cell), cell[-1]) == (32_767, "…")


def test_what_it_cannot_write_is_told_with_what_it_can(july: Path) -> None:
    old = run("export", "ledger", "--data", july, "--output", "台账.xls")
    kind = run("export", "台帐", "--data", july)

    assert (old.code, kind.code) == (2, 2)
    assert ".csv、.xlsx" in old.err
    assert "KIND 的值不对，可以写：ledger、calendar、facts、台账、日历、事实" in kind.err


def test_what_is_exported_can_be_named_in_chinese(july: Path) -> None:
    for word, name in (("台账", "ledger"), ("日历", "calendar")):
        assert exported(word, july, *DAY) == exported(name, july, *DAY)
    assert exported("事实", july) == exported("facts", july)


def test_without_xlsxwriter_it_says_what_to_install(
    july: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    ran = run("export", "ledger", "--data", july, *DAY, "--output", tmp_path / "l.xlsx")

    assert ran.code == 2
    assert "XlsxWriter" in ran.err
    assert "--format csv" in ran.err
    assert exported("ledger", july, *DAY)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("ledger", "--format", "xlsx"), "--output"),
        (("ledger", "--output", "l.xls"), ".csv"),
        (("ledger", "--format", "ics"), "csv"),
        (("calendar", "--output", "l.csv"), ".ics"),
        (("facts", "--as-of", "2010-07-31"), "--as-of"),
        (("table",), "ledger"),
    ],
)
def test_what_cannot_be_written_is_refused(arguments: tuple[str, ...], said: str) -> None:
    ran = run("export", *arguments, "--data", DATA)

    assert ran.code == 2
    assert said in ran.err


# -- facts


def facts(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in exported("facts", folder).splitlines()]


def test_every_fact_is_a_line_with_its_kind_and_place(july: Path) -> None:
    found = facts(july)
    kinds = {fact["kind"] for fact in found}
    lines = {
        name: (july / name).read_text(encoding="utf-8").split("\n")
        for name in ("plan.yaml", "decisions.yaml")
    }

    assert kinds >= {"plan", "motion", "organisation", "aim", "objective", "phase", "step", "task", "target"}
    assert kinds >= {"unit", "person", "return", "decision"}
    assert all(set(fact) <= {"kind", "file", "line", "of", "month", "fact"} for fact in found)
    for fact in found:
        name = Path(fact["file"]).name
        if name in lines and "id" in fact["fact"]:
            assert fact["fact"]["id"] in lines[name][fact["line"] - 1]


def test_facts_hold_what_was_written_and_nothing_else(july: Path) -> None:
    found = facts(july)

    assert next(fact["fact"] for fact in found if fact["kind"] == "decision") == {
        "kind": "extend",
        "item": "T16",
        "on": "2010-06-25",
        "applied": "2010-06-20",
        "due": "2010-09-30",
        "reason": "等省政策",
        "approver": "市政府办",
    }
    assert {fact["month"] for fact in found if fact["kind"] == "return"} == {"2010-07"}
    assert next(fact for fact in found if fact["kind"] == "person")["of"] == "发改委"
    assert "standing" not in next(fact for fact in found if fact["kind"] == "task")["fact"]


# -- the calendar


def calendar(text: str) -> icalendar.Calendar:
    return icalendar.Calendar.from_ical(text.encode())


def events(text: str) -> dict[str, Any]:
    return {str(event["SUMMARY"]): event for event in calendar(text).walk("VEVENT")}


def test_the_days_of_the_plan_are_there(july: Path) -> None:
    found = events(exported("calendar", july, *DAY))

    due = next(event for name, event in found.items() if name.startswith("T16 完成时限"))
    assert due.decoded("DTSTART") == date(2010, 9, 30)
    assert due.decoded("DTEND") == date(2010, 10, 1)
    assert "已延期，原定2010年6月30日" in str(due["DESCRIPTION"])
    assert int(due["SEQUENCE"]) == 1
    assert found["2010年8月填报截止（17项）"].decoded("DTSTART") == date(2010, 8, 25)
    assert next(event for name, event in found.items() if name.startswith("T21"))["STATUS"] == "CANCELLED"
    assert any(name.startswith("步骤 S1") for name in found)
    assert any(name.startswith("T02 已办结") for name in found)


def test_slips_and_findings_are_there(tmp_path: Path) -> None:
    folder = copy_data(tmp_path)
    run("remind", "--data", folder, "--unit", "国土局", "--as-of", "2010-07-01", "--issue")
    text = "findings:\n  - {id: F1, raised_on: 2010-07-01, text: 标识不全, tasks: T01, unit: 发改委, due: 8月底前}\n"
    write_files(folder, {"findings.yaml": text})
    found = events(exported("calendar", folder, *DAY))

    assert found["督〔2010〕1号 回复时限（国土局，催办）"].decoded("DTSTART") == date(2010, 7, 6)
    assert found["问题 F1 整改时限（发改委）"].decoded("DTSTART") == date(2010, 8, 31)


def test_uids_stay_and_are_told_apart(july: Path) -> None:
    one, two = (calendar(exported("calendar", july, "--as-of", f"2010-0{month}-28")) for month in (6, 8))
    uids = [[str(event["UID"]) for event in each.walk("VEVENT")] for each in (one, two)]

    assert len(set(uids[0])) == len(uids[0])
    assert {uid for uid in uids[0] if uid.startswith("due-")} == {
        uid for uid in uids[1] if uid.startswith("due-")
    }


def test_it_holds_to_the_grammar(july: Path) -> None:
    code, out, _ = start("export", "calendar", "--data", july, *DAY)
    text = out.decode()
    lines = text.split("\r\n")

    assert code == 0
    assert lines[-1] == ""
    assert all("\n" not in line and "\r" not in line for line in lines)
    assert max(len(line.encode()) for line in lines) <= 75
    assert (lines[0], lines[-2]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    unfolded = re.sub("\r\n ", "", text).split("\r\n")
    assert all(re.match(r"[A-Z-]+(?:;[A-Z]+=[A-Z]+)?:", line) for line in unfolded[:-1])
    assert {line for line in unfolded if line.startswith("DTSTAMP")} == {"DTSTAMP:20100731T000000Z"}
    assert calendar(text).errors == []


@pytest.mark.parametrize(
    "text",
    [
        "a,b;c\\d",
        "第一行\n第二行",
        "END:VEVENT\r\nBEGIN:VALARM",
        "x\x00y\u202ez",
        "长" * 200,
        "a" * 75,
        "é" * 74,
    ],
)
def test_no_text_is_a_property(text: str) -> None:
    day = date(2010, 7, 31)
    event = EventView("due-1@p", day, 0, cancelled=False, done=True, summary=text, description=text)
    written = calendar_ics(CalendarView(day, text, (event,)))
    (read,) = calendar(written).walk("VEVENT")

    assert str(read["DESCRIPTION"]) == text.replace("\r\n", "\n").replace("\x00", " ").replace("\u202e", " ")
    assert not calendar(written).walk("VALARM")
    assert read.decoded("DTEND") - read.decoded("DTSTART") == timedelta(days=1)


#: Everything a user can type, and much that means something to one of the readers.
TEXTS = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cc", "Cs", "Co", "Cn"]),
        st.sampled_from("=+-@'\"\t\n,;:\\|，。中"),
    ),
    max_size=60,
)
_TURNED = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])


@given(st.lists(TEXTS.filter(lambda text: not text.startswith("'")), min_size=1, max_size=4))
def test_every_text_is_read_back_from_csv(texts: list[str]) -> None:
    rows = list(csv.reader(io.StringIO(ledger_csv(ledger_of(*texts))[1:], newline="")))[1:]
    shown = [(row or [""])[0] for row in rows]

    assert [each.removeprefix("'") if each[1:2] in DANGEROUS_FIRST else each for each in shown] == [
        each.translate(_TURNED) for each in texts
    ]
    assert not any(each[:1] in DANGEROUS_FIRST for each in shown)


@given(TEXTS.filter(str.strip))
def test_no_text_breaks_the_calendar(text: str) -> None:
    day = date(2010, 7, 31)
    event = EventView("due-1@p", day, 0, cancelled=False, done=True, summary=text, description=text)
    written = calendar_ics(CalendarView(day, text, (event,)))
    unfolded = written.replace("\r\n ", "").split("\r\n")

    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))
    assert sum(line.startswith("BEGIN:") for line in unfolded) == 2
    assert len(calendar(written).walk("VEVENT")) == 1
