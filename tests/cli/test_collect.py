"""``motiontrack collect``: a month's forms out, filled in, and back, with nothing lost and nothing guessed."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from jsonschema import Draft202012Validator

from motiontrack.exchange.identity import PROPERTY, FormKind, Identity, read_identity
from motiontrack.exchange.layout import FILLED
from motiontrack.exchange.opening import open_form
from tests.commands import ROOT, Ran, copy_data, odd_file, run, start
from tests.exchange.filling import (
    SHEET,
    edited,
    fill,
    needs_office,
    place,
    put,
    saved_by_office,
    sheet_of,
    signed,
)  # fmt: skip

YEAR = ROOT / "examples/nantong-2010/data"
JULY = ("open", "2010-07", "--as-of", "2010-07-15")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The example's year as it stood before the returns of July."""
    (tmp_path / ".git").mkdir()
    made = Path(shutil.copytree(YEAR, tmp_path / "data"))
    for month in ("07", "08", "09", "10", "11", "12"):
        (made / f"returns/2010-{month}.yaml").unlink()
    return made


def collect(folder: Path, *arguments: str | Path, lang: str = "zh") -> Ran:
    return run("collect", *arguments, "--data", folder, "--lang", lang)


def opened(folder: Path, unit: str = "发改委", *, lang: str = "zh") -> bytes:
    ran = collect(folder, *JULY, "--unit", unit, lang=lang)
    assert ran.code == 0, ran.err
    return (folder / f"forms/2010-07/2010-07-{unit}.xlsx").read_bytes()


def read(
    folder: Path, data: bytes, *options: str, name: str = "form.xlsx", received: str = "2010-07-24"
) -> Ran:
    path = folder.parent / name
    path.write_bytes(data)
    return collect(folder, "read", path, "--received", received, *options)


def entries(folder: Path, month: str = "2010-07") -> str:
    path = folder / f"returns/{month}.yaml"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def refused(folder: Path) -> list[Path]:
    return sorted((folder / "forms/refused").glob("*.xlsx"))


# -- out


def test_each_unit_gets_what_it_owes_and_no_other(folder: Path) -> None:
    ran = collect(folder, *JULY)
    names = {path.stem.removeprefix("2010-07-") for path in (folder / "forms/2010-07").iterdir()}
    sheet = sheet_of((folder / "forms/2010-07/2010-07-外经贸局.xlsx").read_bytes())
    ids = [row[0].value for row in sheet.rows if row[0].value]

    assert ran.code == 0
    # 考核办, 房管局 and 财政局 have reported what they had to do as done.
    assert {"发改委", "外经贸局", "国土局"} <= names
    assert not {"考核办", "房管局", "财政局"} & names
    assert ids[3:] == ["T08", "T20", "T20/招商活动", "T20/执行额"]
    assert run("validate", "--data", folder).code == 0, "forms are no data files"


def test_what_is_known_stands_beside_what_is_asked(folder: Path) -> None:
    (folder / "returns/2010-06.yaml").write_text(
        (folder / "returns/2010-06.yaml").read_text(encoding="utf-8")
        + "  - {task: T08, received: 2010-06-25, state: in-progress, progress: 31, next: 报市政府审定, forecast: 2010-09-20}\n",
        encoding="utf-8",
    )
    sheet = sheet_of(opened(folder, "外经贸局"))
    row = next(row for row in sheet.rows if row[0].value == "T08")
    shown = [str(cell.value or "") for cell in row]

    assert "6月：推进中 31%" in shown
    assert "报市政府审定\n预计 2010-09-20 完成" in shown


def test_stages_and_items_due_this_month_or_before_are_marked(folder: Path) -> None:
    shown = {
        str(cell.value)
        for unit in ("发改委", "国土局", "经贸委")
        for row in sheet_of(opened(folder, unit)).rows
        for cell in row
    }

    assert "10月\n2010-10-31\n★本月节点：形成规划初稿（7月31日）" in shown
    assert "6月\n2010-06-30\n★已过时限（6月30日）" in shown
    assert (
        "6月\n延期至 2010-08-31\n★已过节点：征求企业和部门意见（6月20日）\n★已过节点：报批印发（6月30日）"
        in shown
    )


def test_a_stage_that_no_figure_tells_of_has_a_row_in_which_it_is_reported_reached(folder: Path) -> None:
    data = opened(folder, "科技局")
    sheet = sheet_of(data)
    asked = {str(row[0].value): [str(cell.value or "") for cell in row] for row in sheet.rows}
    values: dict[tuple[str, str], str | float] = {
        ("T09", "state"): "推进中",
        ("T09", "progress"): 30.0,
        ("T09", "work"): "小组已成立",
    }

    def missed() -> str:
        told = run("status", "--data", folder, "--as-of", "2010-07-24", "--json").out
        task = next(each for each in json.loads(told)["tasks"] if each["id"] == "T09")
        return next((each["text"] for each in task["causes"] if each["code"] == "stage-missed"), "")

    before = missed()
    ran = read(
        folder, fill(data, {**values, ("T09.1", "state"): "已办结", ("T09.1", "done_on"): "2010-06-10"})
    )

    assert "节点：成立编制小组（已完成的，填办理状态和办结日期）" in asked["T09.1"]
    assert "5月\n★已过时限（5月31日）" in asked["T09.1"]
    assert not any("成立编制小组" in cell for cell in asked["T09"])
    assert ran.code == 0, ran.err
    assert "登记 2 项：T09、T09.1" in ran.err
    assert "成立编制小组" in before
    assert "成立编制小组" not in missed()


def test_a_stage_that_another_unit_leads_has_no_row(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "plan.yaml").write_text(
        "plan: {title: 清单, issued: 2010-01-01, year: 2010}\n"
        "tasks:\n"
        "  - {id: T1, text: 建馆, due: 12月, lead: 甲局, person: 甲, stages: ["
        "{id: T1.1, text: 选址, due: 3月}, {id: T1.2, text: 供地, due: 3月, lead: 乙局, person: 乙}]}\n",
        encoding="utf-8",
    )
    (folder / "units.yaml").write_text(
        "units: [{id: 甲局, people: [{name: 甲, post: 责任人}]}, {id: 乙局, people: [{name: 乙, post: 责任人}]}]\n",
        encoding="utf-8",
    )
    collect(folder, "open", "2010-03", "--as-of", "2010-03-01")
    sheet = sheet_of((folder / "forms/2010-03/2010-03-甲局.xlsx").read_bytes())
    shown = {str(row[0].value): [str(cell.value or "") for cell in row] for row in sheet.rows}

    assert "T1.1" in shown
    assert "T1.2" not in shown
    assert any("★本月节点：供地" in cell for cell in shown["T1"])


def test_what_a_stages_row_does_not_ask_for_is_told(folder: Path) -> None:
    ran = read(folder, fill(opened(folder, "科技局"), {("T09.1", "work"): "已成立"}))

    assert ran.code == 1
    assert "请核实 T09.1，工作表“填报”I7：这一格不用填" in ran.err


@pytest.mark.parametrize("kind", ["md", "yaml"])
def test_a_form_of_text_asks_for_the_stages_too(folder: Path, kind: str) -> None:
    collect(folder, *JULY, "--unit", "科技局", "--format", kind)
    text = (folder / f"forms/2010-07/2010-07-科技局.{kind}").read_text(encoding="utf-8")
    begins = "## T09.1 " if kind == "md" else "  - task: T09.1\n"

    assert "节点：成立编制小组" in text
    assert "办结日期" in text.partition(begins)[2].partition("T09.2")[0]
    assert "完成比例" not in text.partition(begins)[2].partition("T09.2")[0]


def test_an_item_whose_return_is_in_is_not_asked_again(folder: Path) -> None:
    run(
        "record",
        "T08",
        "--data",
        folder,
        "--month",
        "2010-07",
        "--received",
        "2010-07-14",
        "--progress",
        "40",
    )
    ids = [row[0].value for row in sheet_of(opened(folder, "外经贸局")).rows]

    assert "T20" in ids
    assert "T08" not in ids


def test_only_what_is_asked_can_be_typed_into(folder: Path) -> None:
    from xml.etree.ElementTree import fromstring

    opened(folder)
    with ZipFile(folder / "forms/2010-07/2010-07-发改委.xlsx") as archive:
        sheet, styles = (archive.read(each).decode() for each in (SHEET, "xl/styles.xml"))
    main = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    formats = fromstring(styles).find(f"{main}cellXfs")  # noqa: S314 - written by ourselves
    assert formats is not None
    is_open = [any(each.get("locked") == "0" for each in style) for style in formats]
    cells = {str(c.get("r")): is_open[int(c.get("s") or 0)] for c in fromstring(sheet).iter(f"{main}c")}  # noqa: S314
    data = (folder / "forms/2010-07/2010-07-发改委.xlsx").read_bytes()

    assert "<sheetProtection" in sheet
    assert all(cells[place(data, "T03", key)] for key in FILLED)
    assert not any(cells[place(data, "T03", key)] for key in ("no", "text", "due", "known", "promised"))
    assert cells[place(data, "T01/占比", "progress")]
    assert not cells[place(data, "T01/占比", "work")]
    for wanted in (
        "未启动,推进中,已办结",
        'orientation="landscape"',
        'paperSize="9"',
        'fitToHeight="0"',
    ):
        assert wanted in sheet, wanted


def test_a_form_says_what_it_is_twice(folder: Path) -> None:
    data = opened(folder)
    sheet = sheet_of(data)
    identity = Identity(FormKind.RETURNS, "2010-07", "发改委", "通政办发〔2010〕57号")

    assert read_identity(sheet.says) == identity
    assert read_identity(str(sheet.rows[0][0].value)) == identity


def test_the_same_day_makes_the_same_bytes_and_a_filled_form_is_never_overwritten(folder: Path) -> None:
    first = opened(folder)
    path = folder / "forms/2010-07/2010-07-发改委.xlsx"
    again = collect(folder, *JULY, "--unit", "发改委")
    path.write_bytes(fill(first, {("T03", "progress"): 60.0}))
    filled = path.read_bytes()
    refusing = collect(folder, *JULY, "--unit", "发改委")

    assert (again.code, "内容相同" in again.err) == (0, True)
    assert (refusing.code, "没有覆盖" in refusing.err) == (1, True)
    assert path.read_bytes() == filled


@pytest.mark.parametrize(
    "month", ["2010-7", "2010年7月", "２０１０．７", "2010。7", "二〇一〇年七月", "2010/7月份", "201007"]
)
def test_a_month_can_be_typed_as_offices_do(folder: Path, month: str) -> None:
    sent = collect(folder, "open", month, "--as-of", "2010-07-15", "--unit", "发改委", "--format", "md")
    path = folder / "forms/2010-07/2010-07-发改委.md"
    text = answered(path.read_text(encoding="utf-8"), "T03", 本月进展="完成初稿")
    ran = read(folder, text.replace("/2010-07/", f"/{month.replace('/', '-')}/").encode(), "--month", month)
    status = collect(folder, "status", month, "--as-of", "2010-07-28")

    assert (sent.code, ran.code, status.code) == (0, 0, 0), ran.err
    assert "task: T03" in entries(folder)


def test_where_nothing_is_asked_it_is_said(folder: Path) -> None:
    ran = collect(folder, "open", "2010-03", "--as-of", "2010-07-15")

    assert ran.code == 0
    assert "没有要填报的事项" in ran.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("open", "2010-13"), "不是月份"),
        (("open", "7月"), "不是月份"),
        (("open", "2010-07", "--unit", "发改局"), "没有“发改局”这个单位"),
        (("open", "2010-07", "--output", "-"), "--output 写的是文件夹"),
        (("open", "2010-07", "--output", ""), "--output"),
        (("status", "七月"), "不是月份"),
        (("read",), "缺少"),
    ],
)
def test_what_is_asked_wrongly_is_told(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    ran = collect(folder, *arguments)

    assert ran.code == 2
    assert said in ran.err


def test_without_the_libraries_it_is_said_what_to_install(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = opened(folder)
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    monkeypatch.setitem(sys.modules, "python_calamine", None)

    for ran in (collect(folder, "open", "2010-06", "--as-of", "2010-05-30"), read(folder, data)):
        assert ran.code == 2
        assert 'pipx install --force ".[excel,word]"' in ran.err


def test_forms_are_not_made_from_faulty_data(folder: Path) -> None:
    with (folder / "decisions.yaml").open("a", encoding="utf-8") as file:
        file.write("  - {kind: extend, item: T99, on: 2010-07-01}\n")
    ran = collect(folder, *JULY)

    assert ran.code == 2
    assert "motiontrack validate" in ran.err
    assert not (folder / "forms").exists()


# -- in


FILLED_IN: dict[tuple[str, str], str | float] = {
    ("T03", "state"): "推进中",
    ("T03", "progress"): "６０％",
    ("T03", "work"): "完成初稿，\n征求意见　　",
    ("T03", "next"): "召开论证会",
    ("T03", "outlook"): "能按期",
    ("T03", "forecast"): "2010.10.20",
    ("T03", "evidence"): "初稿\n会议纪要",
    ("T01", "work"): "上半年数字已出",
    ("T01/增速", "progress"): 13.8,
    ("T01/占比", "progress"): "0.3个百分点",
}


def test_a_filled_form_is_taken_with_its_source(folder: Path) -> None:
    data = signed(signed(fill(opened(folder), FILLED_IN), "填报人", "示　例"), "填报日期", 40382.0)
    ran = read(folder, data, name="发改委回复.xlsx")

    assert (ran.code, ran.err.count("请核实")) == (0, 0), ran.err
    assert "登记 2 项：T01、T03" in ran.err
    assert "未报 3 项：T04、T17、T19" in ran.err
    assert "+    progress: 60\n" in ran.out
    assert entries(folder) == (
        "illustrative: true\nmonth: 2010-07\nentries:\n"
        "  - task: T01\n    received: 2010-07-24\n    date: 2010-07-23\n    by: 示例\n    work: 上半年数字已出\n"
        "    targets:\n      增速: 13.8\n      占比: 0.3\n"
        f"    source:\n      file: 发改委回复.xlsx\n      sheet: 填报\n      hash: {hash_in(folder)}\n"
        "  - task: T03\n    received: 2010-07-24\n    date: 2010-07-23\n    by: 示例\n    state: in-progress\n"
        "    progress: 60\n    outlook: on-time\n    work: |-\n      完成初稿，\n      征求意见\n    next: 召开论证会\n"
        "    forecast: 2010-10-20\n    evidence: [初稿, 会议纪要]\n"
        f"    source:\n      file: 发改委回复.xlsx\n      sheet: 填报\n      hash: {hash_in(folder)}\n"
    )
    assert run("validate", "--data", folder).code == 0
    assert not (folder / "forms/refused").exists()


def hash_in(folder: Path) -> str:
    return entries(folder).partition("hash: ")[2].splitlines()[0]


def test_a_dry_run_shows_and_writes_nothing(folder: Path) -> None:
    data = fill(opened(folder), {**FILLED_IN, ("T04", "progress"): 0.6})
    ran = read(folder, data, "--dry-run")

    assert "+  - task: T03" in ran.out
    assert "T04" in ran.err
    assert "没有写入" in ran.err
    assert entries(folder) == ""
    assert not (folder / "forms/refused").exists()


@pytest.mark.parametrize("name", ["form.xlsx", "另一个名字.xlsx"])
def test_the_same_file_twice_adds_nothing(folder: Path, name: str) -> None:
    data = fill(opened(folder), FILLED_IN)
    read(folder, data)
    first = entries(folder)
    again = read(folder, data, name=name, received="2010-07-25")

    assert (again.code, again.out) == (0, "")
    assert "早已登记" in again.err
    assert entries(folder) == first


def test_the_same_file_named_twice_is_read_once(folder: Path) -> None:
    data = fill(opened(folder), FILLED_IN)
    copy = folder.parent / "copy.xlsx"
    copy.write_bytes(data)
    ran = read(folder, data, str(copy))

    assert "同一个文件" in ran.err
    assert entries(folder).count("task: T03") == 1


def test_the_same_words_saved_again_add_nothing(folder: Path) -> None:
    data = fill(opened(folder), FILLED_IN)
    read(folder, data)
    first = entries(folder)
    again = read(folder, fill(data, {("T03", "progress"): 60.0}), received="2010-07-26")

    assert again.code == 0, again.err
    assert entries(folder) == first


def test_an_old_form_sent_again_is_asked_about_and_a_correction_is_taken_when_said(folder: Path) -> None:
    data = fill(opened(folder), FILLED_IN)
    read(folder, data)
    first = entries(folder)
    other = fill(data, {("T03", "progress"): 65.0})
    asked = read(folder, other, received="2010-07-26")
    kept = entries(folder)
    corrected = read(folder, other, "--correct", received="2010-07-26")

    assert (asked.code, kept) == (1, first)
    assert "2010-07-24 已经收到，内容不同" in asked.err
    assert corrected.code == 0, corrected.err
    assert entries(folder).startswith(first)
    assert "received: 2010-07-26" in entries(folder)[len(first) :]
    assert entries(folder)[len(first) :].count("- task:") == 1


def test_a_correction_can_be_taken_back(folder: Path) -> None:
    data = fill(opened(folder), {("T03", "progress"): 60.0})
    for number, value in enumerate((60.0, 65.0, 60.5, 60.0)):
        signed_anew = signed(fill(data, {("T03", "progress"): value}), "填报人", f"示例{number}")
        ran = read(folder, signed_anew, "--correct", received=f"2010-07-2{number + 3}")
        assert ran.code == 0, ran.err

    assert re.findall(r"progress: (\S+)", entries(folder)) == ["60", "65", "60.5", "60"]


def test_two_forms_that_contradict_each_other_are_asked_about(folder: Path) -> None:
    data = fill(opened(folder), FILLED_IN)
    other = folder.parent / "other.xlsx"
    other.write_bytes(fill(data, {("T03", "progress"): 65.0}))
    ran = read(folder, data, str(other))

    assert ran.code == 1
    assert "form.xlsx 里也有 T03，内容不同" in ran.err
    assert entries(folder).count("task: T03") == 1
    assert entries(folder).count("task: T01") == 1


def test_the_same_words_in_two_forms_are_not_called_taken_where_they_were_refused(folder: Path) -> None:
    data = fill(opened(folder), {("T03", "work"): "完成初稿", ("T19", "state"): "已办结"})
    other = folder.parent / "other.xlsx"
    other.write_bytes(signed(data, "填报人", "示例甲"))
    ran = read(folder, data, str(other))

    assert ran.code == 1
    assert "1 项早已登记，内容相同，不再登记：T03" in ran.err
    assert "form.xlsx 里也有 T19，内容相同，没有登记" in ran.err


def test_one_wrong_row_keeps_no_other_out_and_is_kept_aside(folder: Path) -> None:
    data = fill(
        opened(folder),
        {**FILLED_IN, ("T04", "progress"): 0.6, ("T19", "state"): "已办结", ("T17", "state"): "完成"},
    )
    ran = read(folder, data)
    (copy,) = refused(folder)

    assert ran.code == 1
    assert "登记 2 项：T01、T03" in ran.err
    assert f"T04，工作表“填报”{place(data, 'T04', 'progress')}：0.6 看不出是百分之几" in ran.err
    assert f"T17，工作表“填报”{place(data, 'T17', 'state')}：“完成”不在可选的词里" in ran.err
    assert f"T19，工作表“填报”{place(data, 'T19', 'done_on')}：MT402" in ran.err
    assert copy.read_bytes() == data
    assert "MT402" in copy.with_name(f"{copy.name}.txt").read_text(encoding="utf-8")
    assert run("validate", "--data", folder).code == 0


@pytest.mark.parametrize(
    ("values", "received", "said"),
    [
        ({("T03", "state"): "已办结"}, "2010-07-24", "没有填办结日期。请在这一格填写办结的日期"),
        (
            {("T03", "state"): "已办结", ("T03", "done_on"): "2010-07-30"},
            "2010-07-24",
            "办结日期填的 2010-07-30 晚于收到填报表的日期 2010-07-24",
        ),
        (
            {("T03", "done_on"): "2010-07-20"},
            "2010-07-24",
            "办理状态却没有填已办结。已经办结的，请在这一格选已办结",
        ),
        ({("T03", "work"): "初稿"}, "2010-06-24", "请用 --received 写明"),
    ],
)
def test_what_validate_refuses_is_told_in_the_words_of_the_form(
    folder: Path, values: dict[tuple[str, str], str | float], received: str, said: str
) -> None:
    ran = read(folder, fill(opened(folder), values), received=received)
    told = next(line for line in ran.err.splitlines() if "请核实 T03" in line)

    assert said in told
    assert re.search(r"\b[a-z]+_on\b|(?<!--)received", told) is None, "a form has columns, no keys"


def test_what_was_refused_is_taken_once_it_is_put_right(folder: Path) -> None:
    data = fill(opened(folder), {**FILLED_IN, ("T04", "progress"): 0.6})
    read(folder, data)
    first = entries(folder)
    ran = read(folder, fill(data, {("T04", "progress"): 60.0}), received="2010-07-26")

    assert ran.code == 0, ran.err
    assert entries(folder).startswith(first)
    assert entries(folder)[len(first) :].count("- task: T04") == 1
    assert entries(folder)[len(first) :].count("- task:") == 1


def test_a_doubt_above_the_rows_keeps_none_of_them_out(folder: Path) -> None:
    ran = read(folder, signed(fill(opened(folder), FILLED_IN), "填报日期", "7月23日"))

    assert ran.code == 1
    assert "请核实工作表“填报”" in ran.err
    assert "登记 2 项" in ran.err
    assert "date:" not in entries(folder)
    assert len(refused(folder)) == 1


def test_doubts_are_told_in_the_readers_language(folder: Path) -> None:
    path = folder.parent / "form.xlsx"
    path.write_bytes(fill(opened(folder), {("T04", "progress"): 0.6}))
    ran = collect(folder, "read", path, "--received", "2010-07-24", lang="en")

    assert "How much 0.6 is cannot be told" in ran.err


# -- what a unit does to a form


def moved(data: bytes, one: str, other: str) -> bytes:
    """The form with two rows changed about, as sorting does: ids, printed and filled cells together."""

    def change(xml: str) -> str:
        rows = {n: re.search(rf'<row r="{n}".*?</row>', xml)[0] for n in numbers}  # type: ignore[index]
        for here, there in (numbers, numbers[::-1]):
            text = rows[there].replace(f'<row r="{there}"', f'<row r="{here}"')
            text = re.sub(rf'r="([A-Z]+){there}"', rf'r="\g<1>{here}"', text)
            xml = xml.replace(rows[here], f"@@{here}@@") if f"@@{here}@@" not in xml else xml
            rows[f"new{here}"] = text  # type: ignore[index]
        for here in numbers:
            xml = xml.replace(f"@@{here}@@", rows[f"new{here}"])  # type: ignore[index]
        return xml

    numbers = tuple(int(place(data, each, "no")[1:]) for each in (one, other))
    return edited(data, SHEET, change)


def test_rows_are_known_by_their_ids_wherever_they_stand(folder: Path) -> None:
    data = moved(fill(opened(folder), {("T03", "progress"): 60.0, ("T04", "progress"): 20.0}), "T03", "T04")
    ran = read(folder, data)

    assert ran.code == 0, ran.err
    assert "task: T03\n    received: 2010-07-24\n    progress: 60\n" in entries(folder)
    assert "task: T04\n    received: 2010-07-24\n    progress: 20\n" in entries(folder)


def test_columns_are_known_by_their_keys(folder: Path) -> None:
    data = opened(folder)
    work, problems = place(data, "T03", "work")[0], place(data, "T03", "problems")[0]
    # As if the two columns had changed places: the keys go with them.
    swapped = put(data, {f"{work}4": "problems", f"{problems}4": "work"})
    ran = read(folder, fill(swapped, {("T03", "work"): "完成初稿"}))

    assert ran.code == 0, ran.err
    assert "work: 完成初稿" in entries(folder)


DONE_TO_IT: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "printed-id-moved": (lambda data: put(data, {place(data, "T03", "no"): "T04"}), "像是排序或粘贴时错了行"),
    "id-doubled": (
        lambda data: put(data, {f"A{place(data, 'T04', 'no')[1:]}": "T03"}),
        "T03 有几行",
    ),
    "id-unknown": (lambda data: put(data, {f"A{place(data, 'T03', 'no')[1:]}": "T99"}), "方案里没有 T99"),
    "id-deleted": (lambda data: put(data, {f"A{place(data, 'T03', 'no')[1:]}": ""}), "这一行是自己加的"),
    "merged-down": (
        lambda data: edited(
            data, SHEET, lambda xml: xml.replace('<mergeCells count="2">', f'<mergeCells count="3"><mergeCell ref="{place(data, "T03", "work")}:{place(data, "T04", "work")}"/>')
        ),
        "合并过",
    ),
    "formula": (
        lambda data: edited(
            data,
            SHEET,
            lambda xml: re.sub(
                rf'<c r="({place(data, "T03", "problems")})"[^>]*/>', r'<c r="\1"><f>A1</f></c>', xml
            ),
        ),
        "没有算出结果",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", DONE_TO_IT)
def test_a_row_that_is_not_certain_is_told_and_left_aside(folder: Path, name: str) -> None:
    change, said = DONE_TO_IT[name]
    data = change(fill(opened(folder), {("T03", "work"): "完成初稿", ("T17", "work"): "评审完毕"}))
    ran = read(folder, data)

    assert ran.code == 1
    assert said in ran.err
    assert "task: T03" not in entries(folder)
    assert "task: T17" in entries(folder)
    assert len(refused(folder)) == 1


BESIDE: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "below": (lambda data: added_cell(data, 90, "B", "联系人：张三"), "写在表格之外"),
    "beside": (
        lambda data: added_cell(data, int(place(data, "T17", "no")[1:]), "AB", "见附件"),
        "写在表格之外",
    ),
    "another-deadline": (
        lambda data: put(data, {place(data, "T17", "due"): "11月\n2010-10-31"}),
        "这一格改成了“11月”，方案里是“10月”",
    ),
    "another-task": (
        lambda data: put(data, {place(data, "T03", "text"): "服务业规划（初稿）"}),
        "这一格改成了“服务业规划（初稿）”",
    ),
}


def added_cell(data: bytes, row: int, column: str, text: str) -> bytes:
    """The form with a cell that it did not have."""
    cell = f'<c r="{column}{row}" t="inlineStr"><is><t>{text}</t></is></c>'

    def change(xml: str) -> str:
        if f'<row r="{row}"' in xml:
            return re.sub(rf'(<row r="{row}".*?)</row>', rf"\1{cell}</row>", xml, count=1)
        return xml.replace("</sheetData>", f'<row r="{row}">{cell}</row></sheetData>')

    return edited(data, SHEET, change)


@pytest.mark.parametrize("name", BESIDE)
def test_what_stands_beside_the_form_is_told_and_keeps_no_row_out(folder: Path, name: str) -> None:
    change, said = BESIDE[name]
    ran = read(folder, change(fill(opened(folder), FILLED_IN)))

    assert ran.code == 1
    assert said in ran.err
    assert "登记 2 项：T01、T03" in ran.err
    assert len(refused(folder)) == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda data: fill(data, {("T01/占比", "work"): "提高了"}), "这一格不用填"),
        (lambda data: put(data, {f"A{place(data, 'T01/占比', 'no')[1:]}": "T01/增速"}), "T01/增速 有几行"),
        (lambda data: put(data, {place(data, "T01/占比", "no"): "T03"}), "像是排序或粘贴时错了行"),
    ],
)
def test_a_targets_row_that_is_not_certain_leaves_its_item_aside(
    folder: Path, change: Callable[[bytes], bytes], said: str
) -> None:
    ran = read(folder, change(fill(opened(folder), FILLED_IN)))

    assert ran.code == 1
    assert said in ran.err
    assert "登记 1 项：T03" in ran.err


def rewritten(**changed: str) -> Callable[[bytes], bytes]:
    """The form with another identity, in its cell and in its property."""

    def change(data: bytes) -> bytes:
        old = Identity(FormKind.RETURNS, "2010-07", "发改委", "通政办发〔2010〕57号").written()
        new = old
        for what, value in changed.items():
            new = new.replace(
                {"month": "2010-07", "unit": "发改委", "plan": "57号", "version": "form/1"}[what], value
            )
        for part in ("docProps/custom.xml", "xl/sharedStrings.xml"):
            data = edited(data, part, lambda xml: xml.replace(old, new))
        return data

    return change


WRONG_FORMS: dict[str, tuple[Callable[[bytes], bytes], tuple[str, ...], str]] = {
    "no-form": (lambda _: b"PK\x03\x04", (), "文件已损坏"),
    "another-month": (rewritten(month="2010-06"), ("--month", "2010-07"), "这份表是 2010-06 的"),
    "month-not-asked": (rewritten(month="2012-07"), (), "没有要填报的事项"),
    "another-plan": (rewritten(plan="99号"), (), "属于另一个方案"),
    "unknown-unit": (rewritten(unit="发改局"), (), "没有“发改局”这个单位"),
    "another-version": (rewritten(version="form/9"), (), "别的版本"),
    "pasted-into-another": (
        lambda data: edited(data, "docProps/custom.xml", lambda xml: xml.replace("/发改委/", "/财政局/")),
        (),
        "贴进了另一份",
    ),
    "ids-deleted": (
        lambda data: put(data, {"A1": "", "A4": ""}), (), "隐藏的编号已被删掉",
    ),
    "column-deleted": (lambda data: put(data, {"G4": ""}), (), "缺少这些栏目"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG_FORMS)
def test_a_wrong_form_is_told_and_kept_aside(folder: Path, name: str) -> None:
    change, options, said = WRONG_FORMS[name]
    data = change(fill(opened(folder), FILLED_IN))
    ran = read(folder, data, *options)

    assert ran.code == 1
    assert said in ran.err
    assert entries(folder) == ""
    assert [copy.read_bytes() for copy in refused(folder)] == [data]


def test_a_copied_sheet_without_the_property_is_known_by_its_cell(folder: Path) -> None:
    data = edited(
        opened(folder), "docProps/custom.xml", lambda xml: xml.replace(f'name="{PROPERTY}"', 'name="x"')
    )
    ran = read(folder, fill(data, FILLED_IN))

    assert ran.code == 0, ran.err


def test_files_that_cannot_be_read_keep_the_others_from_nothing(folder: Path) -> None:
    data = fill(opened(folder), FILLED_IN)
    bad = folder.parent / "坏.xlsx"
    bad.write_bytes(data[:3000])
    huge = folder.parent / "大.xlsx"
    huge.write_bytes(b"PK\x03\x04" + bytes(6 * 1024 * 1024))
    ran = read(folder, data, str(bad), str(huge), str(folder.parent / "没有.xlsx"))

    assert ran.code == 1
    assert "坏.xlsx 没有读入：文件已损坏" in ran.err
    assert "大.xlsx 没有读入：文件超过 5 MB" in ran.err
    assert "没有.xlsx 没有读入：文件打不开" in ran.err
    assert "登记 2 项" in ran.err


def test_a_form_before_its_month_is_refused(folder: Path) -> None:
    ran = read(folder, fill(opened(folder), FILLED_IN), received="2010-06-20")

    assert ran.code == 1
    assert "MT409" in ran.err
    assert entries(folder) == ""


def test_nothing_to_say_is_no_value_and_no_evidence(folder: Path) -> None:
    values: dict[tuple[str, str], str | float] = {
        ("T03", "work"): "完成初稿", ("T03", "problems"): "无", ("T03", "forecast"): "无", ("T03", "evidence"): "无",
        ("T17", "done_on"): "/",
    }  # fmt: skip
    ran = read(folder, fill(opened(folder), values))

    assert ran.code == 0, ran.err
    assert "登记 1 项：T03" in ran.err
    assert "work: 完成初稿\n    problems: 无\n    source:" in entries(folder)


def test_what_was_moved_away_since_is_kept_as_the_old_units_word(folder: Path) -> None:
    """T04 went from 经贸委 to 发改委 on 5 July, when the form was out already."""
    ran = collect(folder, "open", "2010-07", "--as-of", "2010-07-01", "--unit", "经贸委")
    assert ran.code == 0, ran.err
    data = (folder / "forms/2010-07/2010-07-经贸委.xlsx").read_bytes()
    taken = read(folder, fill(data, {("T04", "progress"): 30.0, ("T06", "progress"): 40.0}))

    assert taken.code == 0, taken.err
    assert "task: T04\n    unit: 经贸委\n" in entries(folder)
    assert "task: T06\n    received" in entries(folder)


# -- as text


def as_text(folder: Path, kind: str, lang: str = "zh") -> str:
    collect(folder, *JULY, "--unit", "发改委", "--format", kind, lang=lang)
    return (folder / f"forms/2010-07/2010-07-发改委.{kind}").read_text(encoding="utf-8")


def test_a_form_for_mail_has_what_is_known_and_what_is_asked(folder: Path) -> None:
    text = as_text(folder, "md")

    assert (
        "## T03 服务业“十二五”发展规划\n\n- 完成时间：10月 2010-10-31 ★本月节点：形成规划初稿（7月31日）\n"
        in text
    )
    assert "- 上次填报：6月：推进中 35%\n" in text
    assert "- 办理状态（未启动、推进中、已办结）：\n- 完成比例（%）：\n" in text


def answered(text: str, item: str, **values: str) -> str:
    """The form for mail with what is asked of one item typed behind its labels."""
    before, mark, after = text.partition(f"## {item} ")
    for name, value in values.items():
        found = re.search(rf"(?m)^- (?:指标“)?{name}.*：$", after)
        assert found is not None, name
        after = f"{after[: found.end()]}{value}{after[found.end() :]}"
    return before + mark + after


MAIL = {"办理状态": "推进中", "完成比例": "６０％", "本月进展": "完成初稿", "预计完成": "2010.10.20"}


def mailed(folder: Path) -> str:
    """The form for mail, filled in for T03 and a target of T01."""
    text = answered(as_text(folder, "md"), "T03", **MAIL, 佐证材料="初稿")
    return answered(text, "T01", 占比="0.3个百分点").replace("- 填报人：", "- 填报人：示　例")


def quoted(text: str) -> str:
    return "".join(f"> {line}\n" for line in text.splitlines())


def broken(text: str, most: int = 34) -> str:
    """Every line cut after so many characters, as a mail program does."""
    lines = (line[at : at + most] for line in text.splitlines() for at in range(0, max(len(line), 1), most))
    return "\n".join(lines)


@pytest.mark.parametrize(
    "changed",
    [
        lambda text: text,
        quoted,
        lambda text: quoted(quoted(text)).replace("> > ", ">> "),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace("- ", "\u200b•\u00a0\u00a0"),
        lambda text: re.sub("(?m)^(#+|-) ", "", text),  # as seen in a mail program and copied from there
        lambda text: re.sub("(?m)^(#+) ", r"\1", text).replace("#", "＃").replace("- ", "－ "),
        lambda text: text.replace("：", ":").replace("（", "(").replace("）", ")"),
        lambda text: text.replace("\n", "\n\n"),
        lambda text: re.sub("(?m)^- ([^：]+)：", r"- **\1：** ", text),
        broken,
        lambda text: quoted(broken(text)),
        lambda text: f"\ufeff您好，附上七月情况：\n\n{text}\n--\n张三\n电话 0513-1234\n",
        lambda text: (
            f"{text}\n在2010年7月15日，督查室写道：\n{quoted(re.sub('(?m)(- [^：]+：).*$', chr(92) + '1', text))}"
        ),
        lambda text: re.sub(
            "(?m)^(- (?:存在|需协|下步|完成预|办结).*\n)", "", text
        ),  # what is empty was cut out
        lambda text: re.sub("(?m)^(- 本月进展：)(.+)$", r"\1\n\2", quoted(text)).replace(
            "> 完成初稿", "完成初稿"
        ),
        lambda text: re.sub("(?m)^(- 佐证材料：)(.+)$", r"\1\n- \2", text),
    ],
)
def test_what_a_mail_program_does_to_a_form_changes_nothing(
    folder: Path, changed: Callable[[str], str]
) -> None:
    ran = read(folder, changed(mailed(folder)).encode(), name="发改委.md")

    assert ran.code == 0, ran.err
    assert "登记 2 项：T01、T03" in ran.err
    assert "未报 3 项：T04、T17、T19" in ran.err
    assert (
        "by: 示例\n    state: in-progress\n    progress: 60\n    work: 完成初稿\n    forecast: 2010-10-20\n"
        "    evidence: 初稿\n"
    ) in entries(folder)
    assert "targets:\n      占比: 0.3\n    source:\n      file: 发改委.md\n      hash:" in entries(folder)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_a_mail_saved_in_another_encoding_is_read(folder: Path, encoding: str) -> None:
    ran = read(folder, mailed(folder).encode(encoding), name="发改委.txt")

    assert ran.code == 0, ran.err
    assert "登记 2 项：T01、T03" in ran.err


def test_a_form_for_mail_in_english_is_read(folder: Path) -> None:
    text = as_text(folder, "md", "en").replace("- Target 占比 (个百分点):", "- Target 占比 (个百分点): 0.3")
    before, mark, after = text.partition("## T03")
    after = after.replace(
        "- State (not-started, in-progress, done):",
        "- State (not-started, in-progress, done): in-progress",
        1,
    )
    ran = read(folder, (before + mark + after).encode(), name="form.md")

    assert ran.code == 0, ran.err
    assert "登记 2 项：T01、T03" in ran.err


@pytest.mark.parametrize(
    ("typed_in", "said"),
    [
        (
            "完成初稿并向发改委、经贸委、外经贸局、国土局、建设局、旅游局、科技局等单位征求\n意见，共收到18条",
            "征求意见，共收到18条",
        ),
        ("完成初稿\n\n召开论证会", "work: |-\n      完成初稿\n      召开论证会\n"),
        ("\n----\n# 1 完成初稿\n", "work: |-\n      ----\n      # 1 完成初稿\n"),
    ],
)
def test_what_was_typed_on_several_lines_is_kept(folder: Path, typed_in: str, said: str) -> None:
    ran = read(folder, mailed(folder).replace("完成初稿", typed_in).encode(), name="form.md")

    assert ran.code == 0, ran.err
    assert said in entries(folder)


LONG = "关于印发《南通市服务业“十二五”发展规划》初稿及其编制说明的通知（征求意见稿）"


@pytest.mark.parametrize(
    ("change", "line", "said"),
    [
        (lambda text: text.replace("６０％", "0.6"), "完成比例（%）：0.6", "0.6 看不出是百分之几"),
        (lambda text: text.replace("６０％", "60\n比上月多"), "完成比例（%）：60", "不是数字"),
        (lambda text: text.replace("2010.10.20", "10月底"), "预计完成：", "没有写明年份"),
        (lambda text: text.replace("## T03", "## T99"), "## T99", "方案里没有 T99"),
        (lambda text: re.sub("(?m)^## T03.*\n", "", text), "- 办理状态", "像是丢了一行标题"),
        (lambda text: text.replace("- 本月进展：完成初稿", "- 进展：完成初稿"), "- 进展：", "像是一个栏目"),
        (
            lambda text: text.replace("- 本月进展：完成初稿\n", "- 本月进展：完成初稿 "),
            "完成初稿",
            "连着几个栏目",
        ),
        (
            lambda text: text.replace("- 本月进展：完成初稿\n", "- 本月进展：完成初稿"),
            "完成初稿",
            "连着几个栏目",
        ),
        (lambda text: text.replace("- 存在问题：", "- 存在问题\n："), "- 存在问题", "像是一个栏目"),
        (lambda text: text.replace("（能按期、", "（能按期、\n"), "- 完成预期（", "像是一个栏目"),
        (
            lambda text: text.replace("佐证材料：初稿", f"佐证材料：{LONG}\n附件一"),
            "附件一",
            "可能是上一行的后半截",
        ),
        (lambda text: text + quoted(text.replace("完成初稿", "另一稿")), "> ## T03", "不知道以哪一行为准"),
    ],
)
def test_what_is_not_certain_in_a_form_by_mail_is_told_with_its_line(
    folder: Path, change: Callable[[str], str], line: str, said: str
) -> None:
    text = change(mailed(folder))
    lines = text.splitlines()
    ran = read(folder, text.encode(), name="form.md")

    assert ran.code == 1
    assert said in ran.err
    told = [int(each) for each in re.findall(r"第 (\d+) 行：", ran.err)]
    assert any(line in lines[each - 1] for each in told), (told, ran.err)
    assert "task: T03" not in entries(folder)


def test_what_was_typed_where_nothing_is_asked_is_told_and_keeps_nothing_out(folder: Path) -> None:
    text = mailed(folder)
    for above, stray in (
        ("- 上次填报：6月：推进中 35%\n", "已到40%"),
        ("登记）\n", "另附照片"),
        ("57号\n\n", "有变动"),
        ("填报人：示　例\n", "以上请审阅"),
    ):
        assert text.count(above) == 1
        ran = read(folder, text.replace(above, f"{above}\n{stray}\n").encode(), "--dry-run", name="form.md")

        assert (ran.code, ran.err.count("写在栏目之外")) == (1, 1), ran.err
        assert "登记 2 项：T01、T03" in ran.err


def test_a_form_by_mail_says_what_it_is(folder: Path) -> None:
    text = mailed(folder)
    other = text.replace("/发改委/", "/国土局/")
    ran = read(folder, (text + other).encode(), name="form.md")
    bare = read(folder, re.sub("motiontrack/form/1.*", "motiontrack/form/", text).encode(), name="form.md")

    assert "几份不同的填报表" in ran.err
    assert "不是本程序发出的填报表" in bare.err
    assert entries(folder) == ""


@pytest.mark.parametrize(
    "line",
    [
        "- 本月进展" + " " * 10**6,
        "*" * 10**6,
        "> " * 10**6,
        "- 本月进展（" + "（" * 10**6,
        "#" * 10**6,
        "motiontrack/form/\n" * 10**5,
    ],
)
def test_a_line_without_end_is_read_in_time(folder: Path, line: str) -> None:
    ran = read(folder, f"{mailed(folder)}\n## T04\n{line}\n".encode(), name="form.md")

    assert "登记 2 项" in ran.err


def typed(text: str, item: str, **values: str) -> str:
    """The YAML form with keys of one item filled in."""
    before, mark, after = text.partition(f"  - task: {item}\n")
    for key, value in values.items():
        after = re.sub(rf"(?m)^( +{key}:) ", rf"\1 {value} ", after, count=1)
    return before + mark + after


def test_a_yaml_form_comes_back_as_a_workbook_does(folder: Path) -> None:
    text = typed(
        as_text(folder, "yaml"), "T03", state="推进中", progress="60%", forecast="2010.10.20", work="完成初稿"
    )
    text = typed(text, "T01", 增速="13.8", work="半年数字已出").replace("\nby: ", "\nby: 示例甲 ")
    ran = read(folder, text.encode(), name="发改委.yaml")

    assert ran.code == 0, ran.err
    assert "登记 2 项：T01、T03" in ran.err
    assert "未报 3 项：T04、T17、T19" in ran.err
    assert (
        "by: 示例甲\n    state: in-progress\n    progress: 60\n    work: 完成初稿\n    forecast: 2010-10-20\n"
        in entries(folder)
    )
    assert "targets:\n      增速: 13.8\n    source:\n      file: 发改委.yaml\n      hash:" in entries(folder)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda text: typed(text, "T03", progress="0.6"), "请核实 T03，第 32 行：0.6 看不出是百分之几"),
        (lambda text: typed(text, "T03", forecast="10月底"), "没有写明年份"),
        (lambda text: typed(text, "T03", work="x").replace("task: T03", "task: T99"), "方案里没有 T99"),
        (lambda text: text.replace("by: ", "by: [", 1), "第 "),
        (lambda text: text.replace("motiontrack/form/1", "motiontrack/form/x"), "不是本程序发出的填报表"),
    ],
)
def test_what_is_not_certain_in_a_yaml_form_is_told_with_its_line(
    folder: Path, change: Callable[[str], str], said: str
) -> None:
    ran = read(folder, change(as_text(folder, "yaml")).encode(), name="form.yaml")

    assert ran.code == 1
    assert said in ran.err
    assert entries(folder) == ""


def test_an_empty_yaml_form_is_unreported(folder: Path) -> None:
    ran = read(folder, as_text(folder, "yaml", "en").encode(), name="form.yaml")

    assert ran.code == 0, ran.err
    assert "未报 5 项" in ran.err


def test_a_form_saved_as_csv_is_told_to_be_no_workbook(folder: Path) -> None:
    identity = Identity(FormKind.RETURNS, "2010-07", "发改委", "通政办发〔2010〕57号").written()
    ran = read(folder, f"\ufeff{identity},发改委\n1. 新增一批;2. 引导,x\n".encode(), name="form.csv")

    assert ran.code == 1
    assert "不是能读的表格文件" in ran.err
    assert "MT0" not in ran.err


def test_an_empty_folder_is_told(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "收到").mkdir()
    ran = collect(folder, "read", tmp_path / "收到")

    assert "收到 里没有可读的文件" in ran.err


def test_a_unit_that_is_asked_nothing_is_named(folder: Path) -> None:
    ran = collect(folder, *JULY, "--unit", "考核办")

    assert "考核办2010年7月没有要填报的事项" in ran.err


def test_a_level_is_asked_as_it_stands_and_a_share_as_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "plan.yaml").write_text(
        "plan: {title: 清单, issued: 2010-01-01, year: 2010}\n"
        "tasks:\n"
        "  - {id: T01, text: 满意率90%以上, due: 12月, lead: 甲局, person: 甲,"
        " targets: [{id: 满意率, words: 满意率90%以上, kind: level, measure: '%', at_least: 90}]}\n",
        encoding="utf-8",
    )
    (folder / "units.yaml").write_text(
        "units: [{id: 甲局, people: [{name: 甲, post: 责任人}]}]\n", encoding="utf-8"
    )
    collect(folder, "open", "2010-03", "--as-of", "2010-03-01")
    collect(folder, "open", "--plan", "--as-of", "2010-03-01")

    def xml(name: str) -> str:
        with ZipFile(folder / f"forms/{name}") as archive:
            return "".join(archive.read(part).decode() for part in (SHEET, "xl/sharedStrings.xml"))

    month, plan = xml("2010-03/2010-03-甲局.xlsx"), xml("plan/plan-甲局.xlsx")
    assert "（填目前的数，单位：%）" in month
    assert "填目前的数，不用累加" in month
    assert "填自方案实施以来的累计数" not in month
    assert "各节点合计100" in plan.partition("dataValidation ")[2]
    assert "累计完成的百分数" not in plan


def test_a_folder_of_forms_is_read_whole(folder: Path) -> None:
    inbox = folder.parent / "收到"
    inbox.mkdir()
    for unit in ("发改委", "外经贸局"):
        data = opened(folder, unit)
        item = "T03" if unit == "发改委" else "T08"
        (inbox / f"{unit}.xlsx").write_bytes(fill(data, {(item, "work"): "有进展"}))
    (inbox / "~$发改委.xlsx").write_bytes(b"held open")
    ran = collect(folder, "read", inbox, "--received", "2010-07-24")

    assert ran.code == 0, ran.err
    assert entries(folder).count("- task:") == 2


# -- what no office sends, and what comes by bad luck


def with_sheets(data: bytes, count: int) -> bytes:
    """``data`` with ``count`` sheets more, all of one part."""
    named = "".join(f'<sheet name="s{n}" sheetId="{n + 10}" r:id="rId{n + 100}"/>' for n in range(count))
    links = "".join(
        f'<Relationship Id="rId{n + 100}" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships/worksheet" Target="worksheets/sheet1.xml"/>'
        for n in range(count)
    )
    data = edited(data, "xl/workbook.xml", lambda xml: xml.replace("</sheets>", f"{named}</sheets>"))
    part = "xl/_rels/workbook.xml.rels"
    return edited(data, part, lambda xml: xml.replace("</Relationships>", f"{links}</Relationships>"))


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    held = BytesIO(data)
    with ZipFile(held, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of two parts of one name
        archive.writestr(name, content)
    return held.getvalue()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda data: with_sheets(data, 60), "61 张工作表"),
        (lambda data: with_part(data, SHEET, b"<worksheet/>"), "文件已损坏"),
        (lambda data: with_part(data, "docProps/custom.xml2", b""), ""),
        (lambda data: with_part(data, "xl/vbaProject.bin", b"macro"), ""),
        (lambda data: with_part(data, "../../out.txt", b"out"), ""),
        (
            lambda data: edited(
                data, "docProps/custom.xml", lambda xml: xml.replace("/form/1/", f"/form/{'9' * 5000}/")
            ),
            "",
        ),
        (lambda _: b"", "文件是空的"),
    ],
)
def test_a_file_that_was_tampered_with_is_refused_or_read_as_it_was_looked_at(
    folder: Path, change: Callable[[bytes], bytes], said: str
) -> None:
    ran = read(folder, change(fill(opened(folder), FILLED_IN)))

    assert ran.code == (1 if said else 0), ran.err
    assert said in ran.err
    assert ("task: T03" in entries(folder)) == (not said)
    assert not list(folder.parent.rglob("out.txt"))


@pytest.mark.parametrize("kind", ["pipe", "link", "device"])
def test_what_is_no_file_is_told_and_keeps_no_form_out(folder: Path, kind: str) -> None:
    odd = odd_file(kind, folder.parent / "odd.xlsx")
    good = folder.parent / "good.xlsx"
    good.write_bytes(fill(opened(folder), FILLED_IN))
    long = folder.parent / f"{'长' * 300}.xlsx"
    ran = collect(folder, "read", odd, long, good, "--received", "2010-07-24")

    assert ran.code == 1
    assert ran.err.count("没有读入：") == 2
    assert "登记 2 项：T01、T03" in ran.err


def test_a_folder_in_which_nothing_lies_is_told(folder: Path) -> None:
    (folder.parent / "收到").mkdir()
    ran = collect(folder, "read", folder.parent / "收到")

    assert ran.code == 0
    assert "收到 里没有可读的文件" in ran.err


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no file can be called so")
@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("a\nb\x1b[31m\u202e.xlsx".encode(), "a<U+000A>b<U+001B>[31m<U+202E>.xlsx"),
        ("发改委.xlsx".encode("gb18030"), "发改委.xlsx"),
    ],
)
def test_any_name_of_a_file_can_be_shown_and_written_down(folder: Path, name: bytes, called: str) -> None:
    path = folder.parent / os.fsdecode(name)
    for value in (60.0, 0.6):
        path.write_bytes(fill(opened(folder), {("T03", "progress"): value}))
        ran = collect(folder, "read", path, "--received", "2010-07-24")

        assert ran.code == (0 if value == 60 else 1)
        assert ran.err.startswith(f"{called}：发改委2010年7月填报表\n")
    assert f"file: {called}" in entries(folder).replace('"', "")
    assert len(refused(folder)) == 1
    assert run("validate", "--data", folder).code == 0


# -- a unit's own plan


def planned(folder: Path, unit: str = "旅游局", day: str = "2010-04-20") -> bytes:
    ran = collect(folder, "open", "--plan", "--as-of", day, "--unit", unit)
    assert ran.code == 0, ran.err
    return (folder / f"forms/plan/plan-{unit}.xlsx").read_bytes()


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    """The plan as issued, which nobody has reported on."""
    return copy_data(tmp_path)


STAGES: dict[tuple[str, str], str | float] = {
    ("T05", "overseer"): "张　三、李四",
    ("T05", "department"): "规划处",
    ("T05", "clerk"): "王五",
    ("T05/T05.1", "stage"): "完成前期调研",
    ("T05/T05.1", "stage_due"): "6月底",
    ("T05/T05.1", "percent"): 30.0,
    ("T05/T05.2", "stage"): "形成规划初稿",
    ("T05/T05.2", "stage_due"): 40420.0,
    ("T05/T05.2", "percent"): "70％",
}


def test_a_units_plan_is_asked_once_and_taken_whole(notice: Path) -> None:
    ran = read(notice, fill(planned(notice), STAGES), received="2010-04-26")

    assert ran.code == 0, ran.err
    assert (notice / "schedules.yaml").read_text(encoding="utf-8") == (
        "schedules:\n  - unit: 旅游局\n    received: 2010-04-26\n    items:\n      - task: T05\n"
        "        overseer: [张三, 李四]\n        department: 规划处\n        clerk: 王五\n        stages:\n"
        "          - id: T05.1\n            text: 完成前期调研\n            percent: 30\n            due: 6月底\n"
        "          - id: T05.2\n            text: 形成规划初稿\n            percent: 70\n            due: 2010-08-30\n"
    )
    assert run("validate", "--data", notice).code == 0


def test_a_plan_on_file_is_shown_again_and_changed_whole(notice: Path) -> None:
    read(notice, fill(planned(notice), STAGES), received="2010-04-26")
    shutil.rmtree(notice / "forms")
    form = planned(notice, day="2010-05-20")
    same = read(notice, form, received="2010-05-21")
    changed = read(
        notice, fill(form, {("T05", "clerk"): "赵六", ("T05/T05.3", "stage"): "报批"}), received="2010-05-22"
    )
    text = (notice / "schedules.yaml").read_text(encoding="utf-8")

    assert (same.code, same.out) == (0, "")
    assert changed.code == 0, changed.err
    assert text.count("- unit: 旅游局") == 2
    assert text.count("id: T05.1") == 2
    assert "clerk: 赵六" in text
    assert "id: T05.3" in text


@pytest.mark.parametrize(
    ("changed", "value", "cell", "said"),
    [
        (("T05/T05.2", "stage_due"), "9月31日", "stage", "MT302"),
        (("T05/T05.2", "percent"), 0.7, "percent", "0.7 看不出是百分之几"),
    ],
)
def test_a_plan_with_a_doubt_is_left_aside_whole(
    notice: Path, changed: tuple[str, str], value: str | float, cell: str, said: str
) -> None:
    data = fill(planned(notice), {**STAGES, changed: value})
    ran = read(notice, data, received="2010-04-26")

    assert ran.code == 1
    assert f"请核实 T05，工作表“填报”{place(data, 'T05/T05.2', cell)}：{said}" in ran.err
    assert "整份没有登记" in ran.err
    assert not (notice / "schedules.yaml").exists()
    assert len(refused(notice)) == 1


def test_a_plan_that_holds_more_than_a_form_is_not_replaced(folder: Path) -> None:
    form = planned(folder, "发改委", "2010-06-20")
    before = (folder / "schedules.yaml").read_bytes()
    ran = read(folder, fill(form, {("T03", "clerk"): "赵六"}), received="2010-06-21")

    assert ran.code == 1
    assert "请直接改 data/schedules.yaml" in ran.err
    assert (folder / "schedules.yaml").read_bytes() == before


def test_an_empty_plan_form_adds_nothing(notice: Path) -> None:
    ran = read(notice, planned(notice), received="2010-04-26")

    assert ran.code == 0
    assert "没有填写任何一项" in ran.err
    assert not (notice / "schedules.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("open",), "只写一样"),
        (("open", "2010-07", "--plan"), "只写一样"),
        (("open", "--plan", "--format", "md"), "只有 xlsx 一种"),
    ],
)
def test_a_month_or_a_plan_is_asked_for(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    ran = collect(folder, *arguments)

    assert ran.code == 2
    assert said in ran.err


# -- saved by another program


@needs_office
@pytest.mark.slow
@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls"])
def test_forms_saved_by_libreoffice_say_the_same(folder: Path, tmp_path: Path, kind: str) -> None:
    data = saved_by_office(fill(opened(folder), FILLED_IN), kind, tmp_path / "office")
    ran = read(folder, data, name=f"form.{kind}")

    assert (ran.code, ran.err.count("请核实")) == (0, 0), ran.err
    assert "登记 2 项：T01、T03" in ran.err
    assert "progress: 60\n" in entries(folder)
    assert "forecast: 2010-10-20" in entries(folder)
    assert not isinstance(open_form(data), str)


@needs_office
@pytest.mark.slow
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
def test_a_form_prints_on_one_a4_across_with_nothing_too_wide_for_its_cell(
    folder: Path, tmp_path: Path
) -> None:
    values: dict[tuple[str, str], str | float] = {
        ("T03", "state"): "推进中", ("T03", "progress"): 100.25, ("T03", "outlook"): "经努力可按期",
        ("T03", "forecast"): 40420.0, ("T03", "done_on"): 40420.0, ("T01/增速", "progress"): 1234567.5,
    }  # fmt: skip
    data = signed(fill(opened(folder), values), "填报日期", 40420.0)
    printed = tmp_path / "form.pdf"
    printed.write_bytes(saved_by_office(data, "pdf", tmp_path / "office"))

    def told(*command: str | Path) -> str:
        return subprocess.run(command, capture_output=True, check=True).stdout.decode()

    text = told("pdftotext", "-layout", printed, "-")
    assert "###" not in text
    assert text.count("2010-08-30") == 3
    assert all(word in text for word in ("100.25", "1234567.5"))
    assert (
        re.search(r"Pages: +1\n(?:.*\n)*Page size: +841\.89 x 595\.3", told("pdfinfo", printed)) is not None
    )


def months(folder: Path) -> Iterator[Path]:
    yield from sorted((folder / "forms/2010-07").glob("*.xlsx"))


def test_a_whole_month_without_touching_yaml(folder: Path) -> None:
    collect(folder, *JULY)
    forms = list(months(folder))
    count = 0
    for number, path in enumerate(forms):
        data = path.read_bytes()
        values: dict[tuple[str, str], str | float] = {}
        for row in sheet_of(data).rows:
            item = str(row[0].value or "")
            if re.fullmatch(r"T\d+", item):
                values |= {
                    (item, "state"): "推进中",
                    (item, "progress"): 50.0 + number,
                    (item, "work"): f"{item} 的进展",
                }
                count += 1
        path.write_bytes(fill(data, values))
    late, early = forms[0], forms[1:]
    ran = collect(folder, "read", *early, "--received", "2010-07-23")
    before = collect(folder, "status", "2010-07", "--as-of", "2010-07-26")
    collect(folder, "read", late, "--received", "2010-07-27")
    after = collect(folder, "status", "2010-07", "--as-of", "2010-07-28")

    assert ran.code == 0, ran.err
    assert len(forms) >= 9
    assert entries(folder).count("- task:") == count
    assert "要催报的单位 1 个" in before.out
    assert "没有要催的单位" in after.out
    assert run("validate", "--data", folder).code == 0


def test_forms_read_at_the_same_time_are_all_kept(folder: Path) -> None:
    collect(folder, *JULY)
    for path in months(folder):
        data = path.read_bytes()
        ids = [str(row[0].value) for row in sheet_of(data).rows]
        items = [each for each in ids if re.fullmatch(r"T\d+", each)]
        path.write_bytes(fill(data, {(item, "work"): "有进展" for item in items}))

    def one(path: Path) -> int:
        return start("collect", "read", path, "--data", folder, "--received", "2010-07-24")[0]

    with ThreadPoolExecutor(4) as pool:
        codes = list(pool.map(one, months(folder)))

    assert set(codes) == {0}
    assert entries(folder).count("work: 有进展") == sum(
        1
        for path in months(folder)
        for row in sheet_of(path.read_bytes()).rows
        if re.fullmatch(r"T\d+", str(row[0].value))
    )


@pytest.mark.slow
def test_a_kill_while_forms_are_read_loses_nothing_and_reading_again_completes_it(tmp_path: Path) -> None:
    shutil.copytree(YEAR, tmp_path / "data")
    asked = ["--data", str(tmp_path / "data"), "--command", "collect", "--rounds", "6", "--seed", "1"]
    ended = subprocess.run(
        [sys.executable, "-m", "tests.stress.kills", *asked],
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
    )

    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert " 6 killed" in ended.stdout


# -- who has returned


def test_status_counts_each_item_once_and_names_whom_to_call(folder: Path) -> None:
    units = folder / "units.yaml"
    units.write_text(
        units.read_text(encoding="utf-8").replace(
            "{name: 示例丁, post: 联络员}", "{name: 示例丁, post: 联络员, phone: 0513-1234}"
        ),
        encoding="utf-8",
    )
    ran = collect(folder, "status", "2010-06", "--as-of", "2010-06-28")
    lines = ran.out.splitlines()

    assert "合计       20   16    ·    4      ·" in lines
    assert "  旅游局：T05。联系 联络员示例丁（0513-1234）" in lines


def test_a_unit_whose_form_was_left_aside_is_not_chased_as_silent(folder: Path) -> None:
    read(folder, fill(opened(folder), {("T03", "progress"): 0.6}), name=f"{'很长的名字' * 12}.xlsx")
    (copy,) = refused(folder)
    out = collect(folder, "status", "2010-07", "--as-of", "2010-07-28").out

    assert copy.name.startswith("2010-07-发改委-")
    assert f"    来过一份没有全部登记的表：{folder.as_posix()}/forms/refused/{copy.name}" in out.splitlines()
    assert out.count("来过一份") == 1


def test_status_as_json_holds_what_is_printed_and_fits_its_schema(folder: Path) -> None:
    read(folder, fill(opened(folder), {("T03", "progress"): 0.6}), name="表.xlsx")
    ran = collect(folder, "status", "2010-07", "--as-of", "2010-07-28", "--json")
    told = json.loads(ran.out)
    schema = json.loads((ROOT / "schema/collect-status.json").read_text(encoding="utf-8"))
    unit = next(each for each in told["units"] if each["id"] == "发改委")
    (copy,) = refused(folder)

    assert ran.code == 0, ran.err
    assert list(Draft202012Validator(schema).iter_errors(told)) == []
    assert told["schema"] == "motiontrack/collect-status/1"
    assert told["totals"]["by_came"] == {"on-time": 0, "late": 0, "missing": 17, "pending": 0}
    assert unit["totals"]["asked"] == len(unit["items"]) == 5
    assert unit["items"][0]["came"] == "missing"
    assert unit["items"][0]["day"] == "2010-07-25"
    assert unit["contacts"][0] == {"name": "示例甲", "post": "联络员", "phone": None}
    assert unit["aside"] == [f"{folder.as_posix()}/forms/refused/{copy.name}"]


def test_a_return_is_not_missing_before_its_day_has_passed(folder: Path) -> None:
    on, after = (
        collect(folder, "status", "2010-07", "--as-of", day).out for day in ("2010-07-25", "2010-07-26")
    )

    assert "没有要催的单位。还有 17 项未到期，应于2010年7月25日前报。" in on
    assert "要催报的单位" in after


def test_status_without_a_liaison_names_the_responsible_person(folder: Path) -> None:
    units = folder / "units.yaml"
    units.write_text(
        units.read_text(encoding="utf-8").replace("      - {name: 示例丁, post: 联络员}\n", ""),
        encoding="utf-8",
    )
    ran = collect(folder, "status", "2010-06", "--as-of", "2010-06-28", lang="en")

    assert "责任人 戴平 (no phone on record)" in ran.out


def test_what_is_lacking_is_named_as_in_the_help(folder: Path) -> None:
    assert "缺少 YYYY-MM：月份" in collect(folder, "status").err
    assert "缺少 FILES...：收回的填报表" in collect(folder, "read").err


def test_hundreds_that_are_all_missing_are_counted(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    tasks = "".join(
        f"  - {{id: T{n}, text: 事项{n}, due: 12月, lead: 甲局, person: 甲}}\n" for n in range(30)
    )
    plan = "plan: {title: 清单, issued: 2010-01-01, year: 2010}\n"
    (folder / "plan.yaml").write_text(f"{plan}tasks:\n{tasks}", encoding="utf-8")
    (folder / "units.yaml").write_text(
        "units: [{id: 甲局, people: [{name: 甲, post: 责任人}]}]\n", encoding="utf-8"
    )
    (folder / "returns").mkdir()
    none = collect(folder, "status", "2010-02", "--as-of", "2010-03-01").out
    (folder / "returns/2010-02.yaml").write_text(
        "month: 2010-02\nentries: [{task: T0, received: 2010-02-20, progress: 1}]\n", encoding="utf-8"
    )
    some = collect(folder, "status", "2010-02", "--as-of", "2010-03-01").out

    assert "  甲局：全部 30 项。联系 责任人甲" in none
    assert "T1、T2、" in some


def test_a_liaison_without_a_phone_is_named_with_the_responsible_person(folder: Path) -> None:
    units = folder / "units.yaml"
    text = units.read_text(encoding="utf-8")
    units.write_text(
        text.replace("{name: 戴平, post: 责任人}", "{name: 戴平, post: 责任人, phone: 0513-5678}"),
        encoding="utf-8",
    )
    out = collect(folder, "status", "2010-06", "--as-of", "2010-06-28").out

    assert "  旅游局：T05。联系 联络员示例丁（没有登记电话）、责任人戴平（0513-5678）" in out.splitlines()
