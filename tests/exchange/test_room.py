"""No text is cut in a form or in the ledger, as LibreOffice measures it; and rows grow with what is typed."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from motiontrack.exchange.room import SIZES, row_height, size_of
from tests.commands import run, write_files
from tests.exchange.filling import SHEET, needs_office, saved_by_office

HAN = "完成服务业发展规划初稿并向有关部门征求意见。"
MIXED = "建成 Kubernetes-based cloud platform（V2.0，含 OpenStack 存储），接入 PM2.5 监测点 126 个。"
LATIN = "Notwithstanding uncharacteristic implementation-independent interoperability requirements."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Tasks and returns with texts of 1, 5 and 20 lines."""
    texts = [(text, lines) for text in (HAN, MIXED, LATIN) for lines in (1, 5, 20)]
    tasks = [
        f'  - {{id: T{number}, text: "{text * min(lines, 5)}", due: 12月, lead: 甲, person: 乙}}'
        for number, (text, lines) in enumerate(texts, 1)
    ]
    entries = [
        f'  - {{task: T{number}, received: 2010-06-24, state: in-progress, work: "{said}", next: "{said}"}}'
        for number, (text, lines) in enumerate(texts, 1)
        for said in ["\\n".join([text[:18]] * lines)]
    ]
    return write_files(
        tmp_path / "data",
        {
            "plan.yaml": "\n".join(["plan: {title: 方案, issued: 2010-01-01, year: 2010}", "tasks:", *tasks]),
            "units.yaml": "units: [{id: 甲, people: [{name: 乙}]}]",
            "returns/2010-06.yaml": "\n".join(["month: 2010-06", "entries:", *entries]),
        },
    )


def workbook(folder: Path, kind: str) -> Path:
    if kind == "form":
        ran = run("collect", "open", "2010-07", "--as-of", "2010-07-10", "--data", folder)
        path = folder / "forms/2010-07/2010-07-甲.xlsx"
    else:
        path = folder / "ledger.xlsx"
        ran = run(
            "export", "ledger", "--format", "xlsx", "-o", path, "--as-of", "2010-07-10", "--data", folder
        )
    assert ran.code == 0, ran.err
    return path


def heights(flat: str) -> list[float]:
    """The height of each row, in inches."""
    found = re.findall(
        r'style:name="(ro\d+)"[^>]*>\s*<style:table-row-properties[^>]*?row-height="([\d.]+)in"', flat
    )
    by_style = {name: float(value) for name, value in found}
    rows = re.findall(r"<table:table-row ([^>]*)>", flat)
    return [by_style[re.findall(r'style-name="(ro\d+)"', row)[0]] for row in rows if "repeated" not in row]


@needs_office
@pytest.mark.slow
@pytest.mark.parametrize("kind", ["form", "ledger"])
def test_every_row_has_the_room_that_its_text_takes(folder: Path, tmp_path: Path, kind: str) -> None:
    flat = saved_by_office(workbook(folder, kind).read_bytes(), "fods", tmp_path / "a").decode()
    bare = re.sub(r'style:row-height="[^"]*"', "", flat).replace(
        'optimal-row-height="false"', 'optimal-row-height="true"'
    )
    fitted = saved_by_office(bare.encode(), "fods", tmp_path / "b").decode()
    ours, needed = heights(flat), heights(fitted)

    assert len(ours) == len(needed) >= 12
    assert max(needed) > 2, "no text was long"
    assert [(has, needs) for has, needs in zip(ours, needed, strict=True) if needs > has + 0.02] == []


def test_a_row_of_a_form_grows_with_what_is_typed_and_its_head_stays(folder: Path) -> None:
    with ZipFile(workbook(folder, "form")) as archive:
        rows = re.findall(r'<row r="(\d+)"([^>]*)>', archive.read(SHEET).decode())
    fixed = [int(number) for number, row in rows if "customHeight" in row]

    assert all("ht=" in row for number, row in rows if int(number) > 5)
    assert max(fixed) <= 5
    assert fixed


def test_what_no_row_can_hold_is_written_smaller() -> None:
    assert size_of(HAN, 25) == SIZES[0]
    assert size_of("\n".join([HAN] * 20), 25) < SIZES[0]
    assert row_height([("\n".join([HAN] * 500), 25)]) == 409
    assert row_height([("", 25)], least=4) > row_height([("", 25)])
