"""Files that are no good forms: each is told for what it is, and none takes the program with it."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from motiontrack.exchange.cells import Cell, Unsure
from motiontrack.exchange.grid import of_other_sheets
from motiontrack.exchange.opening import MOST_BYTES, Sheet, cell_name, open_form
from tests.exchange.filling import SHEET, edited, needs_office, saved_by_office


def book(write: Callable[[xlsxwriter.Workbook, object], object] = lambda *_: None) -> bytes:
    """A workbook with one sheet on which ``write`` was let."""
    held = BytesIO()
    workbook = xlsxwriter.Workbook(held, {"in_memory": True})
    write(workbook, workbook.add_worksheet("填报"))
    workbook.close()
    return held.getvalue()


def why(data: bytes) -> str:
    found = open_form(data)
    return found.why if isinstance(found, Unsure) else ""


def bomb() -> bytes:
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * (60 * 1024 * 1024))
    return held.getvalue()


def lying_bomb() -> bytes:
    """A bomb whose directory says it is small."""
    data = bytearray(bomb())
    size = (60 * 1024 * 1024).to_bytes(4, "little")
    while size in data:
        at = data.index(size)
        data[at : at + 4] = (100).to_bytes(4, "little")
    return bytes(data)


def of(part: str, change: Callable[[str], str]) -> bytes:
    return edited(book(lambda _, sheet: sheet.write(0, 0, "甲")), part, change)  # type: ignore[attr-defined]


def ods(content: str, kind: str = "spreadsheet") -> bytes:
    held = BytesIO()
    with ZipFile(held, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        archive.writestr("content.xml", content)
    return held.getvalue()


FAR_ODS = (
    '<d xmlns:o="urn:o" xmlns:t="urn:t"><t:table t:name="填报"><t:table-row t:number-rows-repeated="1000000">'
    '<t:table-cell o:value-type="float" t:number-columns-repeated="16000"/></t:table-row></t:table></d>'
)
BROKEN = {
    "empty": (b"", "file-empty"),
    "huge": (b"PK\x03\x04" + bytes(MOST_BYTES), "file-large"),
    "text": ("填报".encode(), "file-kind"),
    "a-page": (b"<html><table></table></html>", "file-kind"),
    "cut-off": (book()[:2000], "file-damaged"),
    "one-byte-wrong": (book().replace(b"\x00\x00", b"\x01\x00", 40), "file-damaged"),
    "a-document": (ods("", "presentation"), "file-kind"),
    "bomb": (bomb(), "file-bomb"),
    "lying-bomb": (lying_bomb(), "file-damaged"),
    "far-cell": (of(SHEET, lambda xml: xml.replace('r="A1"', 'r="XFD1048576"')), "file-far"),
    "far-ods": (ods(FAR_ODS), "file-far"),
    "entities": (of(SHEET, lambda xml: xml.replace("<worksheet", "<!DOCTYPE a [<!ENTITY b 'c'>]><worksheet", 1)), "file-damaged"),
    "no-xml": (of(SHEET, lambda _: "<worksheet"), "file-damaged"),
    "counted-from-1904": (of("xl/workbook.xml", lambda xml: xml.replace("<workbookPr ", '<workbookPr date1904="1" ')), "file-1904"),
    "password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "file-password"),
    "word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "file-kind"),
    "broken-xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "file-damaged"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_told_for_what_it_is(name: str) -> None:
    data, told = BROKEN[name]

    assert why(data) == told


def test_a_bomb_is_not_unpacked() -> None:
    data = bomb()
    tracemalloc.start()
    why(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < 5 * 1024 * 1024


@given(st.binary(max_size=400), st.integers(0, 5000))
def test_no_bytes_raise(noise: bytes, at: int) -> None:
    whole = book()

    open_form(noise)
    open_form(b"PK\x03\x04" + noise)
    open_form(whole[:at] + noise + whole[at + len(noise) :])


def test_what_the_reader_of_workbooks_does_not_tell() -> None:
    def write(workbook: xlsxwriter.Workbook, sheet: object) -> None:
        for row, code in enumerate(("0%", "0.00%", '0"%"', "0", "General", "yyyy-mm-dd")):
            sheet.write(row, 0, 0.5, workbook.add_format({"num_format": code}))  # type: ignore[attr-defined]
        sheet.write_formula(6, 0, "=1/0", None, "#DIV/0!")  # type: ignore[attr-defined]
        sheet.write_formula(7, 0, "=A1", None, 0.5)  # type: ignore[attr-defined]
        sheet.write_formula(8, 2, "=B1")  # type: ignore[attr-defined]

    data = edited(book(write), SHEET, lambda xml: xml.replace("<f>B1</f><v>0</v>", "<f>B1</f>"))
    sheets = open_form(data)
    assert not isinstance(sheets, Unsure)
    cells = [row[0] for row in sheets[0].rows]

    assert [cell.percent for cell in cells[:5]] == [True, True, False, False, False]
    assert [cell.lacking for cell in cells[6:]] == [True, False, False]
    assert sheets[0].cell(8, 2).lacking
    assert cells[7] == Cell(0.5)


def test_cells_are_named_as_people_see_them() -> None:
    assert [cell_name(0, 0), cell_name(6, 6), cell_name(9, 25), cell_name(0, 26), cell_name(0, 701)] == [
        "A1", "G7", "Z10", "AA1", "ZZ1",
    ]  # fmt: skip


def percent_and_merged() -> bytes:
    def write(workbook: xlsxwriter.Workbook, sheet: object) -> None:
        sheet.write(0, 0, 0.5, workbook.add_format({"num_format": "0%"}))  # type: ignore[attr-defined]
        sheet.write(0, 1, 0.5)  # type: ignore[attr-defined]
        sheet.merge_range(1, 1, 2, 1, "两行一样")  # type: ignore[attr-defined]
        sheet.write(3, 0, 40420, workbook.add_format({"num_format": "yyyy-mm-dd"}))  # type: ignore[attr-defined]

    return book(write)


@needs_office
@pytest.mark.slow
@pytest.mark.parametrize(("kind", "percent"), [("xlsx", True), ("ods", True), ("xls", None)])
def test_what_libreoffice_saved_is_known_as_well(tmp_path: Path, kind: str, percent: bool | None) -> None:
    sheets = open_form(saved_by_office(percent_and_merged(), kind, tmp_path))
    assert not isinstance(sheets, Unsure)
    (sheet,) = sheets

    assert sheet.cell(0, 0) == Cell(0.5, percent=percent)
    assert sheet.cell(0, 1).percent in (False, None)
    assert sheet.cell(3, 0).value == date(2010, 8, 30)
    assert sheet.merged == ((1, 1, 2, 1),)


def test_a_sheet_beside_the_form_is_told_unless_it_is_empty_or_an_office_programs_own() -> None:
    def sheet(name: str, *values: str) -> Sheet:
        return Sheet(name, (tuple(Cell(value) for value in values),), (), "")

    form = sheet("填报", "甲")
    others = (
        form,
        sheet("Sheet2"),
        sheet("Sheet3", "　"),
        sheet("说明", "见附件"),
        sheet("WpsReserved_CellImgList", "1"),
    )

    assert [doubt.sheet for doubt in of_other_sheets(others, form)] == ["说明"]
