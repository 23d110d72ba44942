"""Forms filled in as a unit would: cells set in the workbook's own XML, or saved by LibreOffice."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from html import escape
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from motiontrack.exchange.cells import Unsure
from motiontrack.exchange.layout import KEYS
from motiontrack.exchange.opening import Sheet, cell_name, open_form

__all__ = ["SHEET", "edited", "fill", "place", "saved_by_office", "sheet_of", "signed"]

SHEET = "xl/worksheets/sheet1.xml"
Value = str | float

needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


def sheet_of(data: bytes) -> Sheet:
    """The one sheet of a workbook."""
    sheets = open_form(data)
    assert not isinstance(sheets, Unsure), sheets.why
    return sheets[0]


def place(data: bytes, row: str, key: str) -> str:
    """The cell of a row, by its hidden id, and a column, by its hidden key."""
    sheet = sheet_of(data)
    (keys, ids), *_ = [
        (number, column)
        for number, line in enumerate(sheet.rows)
        for column, cell in enumerate(line)
        if cell.value == KEYS
    ]
    column = next(at for at, cell in enumerate(sheet.rows[keys]) if cell.value == key)
    return cell_name(next(at for at, line in enumerate(sheet.rows) if line[ids].value == row), column)


def fill(data: bytes, values: Mapping[tuple[str, str], Value]) -> bytes:
    """``data`` with the cells (row, key) set."""
    return put(data, {place(data, row, key): value for (row, key), value in values.items()})


def signed(data: bytes, label: str, value: Value) -> bytes:
    """``data`` with the cell behind a label of the head set."""
    for number, line in enumerate(sheet_of(data).rows):
        for column, cell in enumerate(line):
            if isinstance(cell.value, str) and cell.value.strip("：:") == label:
                return put(data, {cell_name(number, column + 1): value})
    raise KeyError(label)


def put(data: bytes, values: Mapping[str, Value]) -> bytes:
    """``data`` with cells set by their names."""

    def change(xml: str) -> str:
        for name, value in values.items():
            xml, count = re.subn(
                rf'<c r="{name}"( s="\d+")?(?: t="\w+")?(?:/>|>.*?</c>)',
                lambda found, name=name, value=value: _cell(name, found[1] or "", value),  # type: ignore[misc]
                xml,
                count=1,
            )
            assert count == 1, name
        return xml

    return edited(data, SHEET, change)


def _cell(name: str, style: str, value: Value) -> str:
    if isinstance(value, str):
        text = escape(value, quote=False)
        return f'<c r="{name}"{style} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    return f'<c r="{name}"{style}><v>{value!r}</v></c>'


def edited(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """``data`` with the text of one part changed."""
    held = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(held, "w", ZIP_DEFLATED) as new:
        for each in old.infolist():
            content = old.read(each)
            if each.filename == part:
                content = change(content.decode()).encode()
            new.writestr(each.filename, content)
    return held.getvalue()


def saved_by_office(data: bytes, kind: str, folder: Path) -> bytes:
    """``data`` opened and saved again by LibreOffice as ``kind``."""
    (folder / "in").mkdir(parents=True, exist_ok=True)
    (folder / "in/form.xlsx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", folder, folder / "in/form.xlsx"],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return (folder / f"form.{kind}").read_bytes()
