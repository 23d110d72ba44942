"""A file that came in by mail, opened without trusting it: a sheet of cells, or why it is not read.

It may be damaged, huge, made to be huge once unpacked, something else by the name of a workbook, or
saved again by WPS or LibreOffice. What the reader of workbooks does not tell (which cells are
percentages, which formulas have no result, what the file says of itself) is taken from the parts of
the file before that reader sees it.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any, NamedTuple
from zipfile import BadZipFile, ZipFile, ZipInfo

from motiontrack.exchange.cells import EMPTY, Cell, Unsure
from motiontrack.exchange.identity import PROPERTY
from motiontrack.lean import lean

__all__ = ["MOST_BYTES", "WORKBOOKS", "LackingExcelError", "Sheet", "cell_name", "open_form"]

#: A filled form takes some 20 KB.
MOST_BYTES = 5 * 1024 * 1024
_MOST_UNPACKED = 50 * 1024 * 1024
_MOST_PARTS = 500
_MOST_SHEETS = 50
#: A form has some hundred rows and twenty columns; a cell far outside would make a sheet of millions.
_MOST_ROWS, _MOST_COLUMNS = 5000, 200
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: What every workbook begins with.
WORKBOOKS = (_ZIP, _OLE)
_LEGACY_WORKBOOK = "Workbook".encode("utf-16-le")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
#: The number formats that are percentages without being described in the file.
_PERCENT_FORMATS = frozenset((9, 10))


class LackingExcelError(Exception):
    """The library that reads workbooks is not installed."""


#: The name of a sheet, a row and a column counted from 0.
_Place = tuple[str, int, int]


class Merged(NamedTuple):
    """Cells made one: first row, first column, last row, last column, counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


@lean
class Sheet:
    """One sheet: its name, its cells from A1 on, what is merged, and what its file says of itself."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    merged: tuple[Merged, ...]
    says: str

    def cell(self, row: int, column: int) -> Cell:
        """The cell there; an empty one outside."""
        if row < len(self.rows) and column < len(self.rows[row]):
            return self.rows[row][column]
        return EMPTY


@lean
class _Known:
    """What the parts of a workbook tell beside its values."""

    percent: frozenset[_Place] = frozenset()
    lacking: frozenset[_Place] = frozenset()
    says: str = ""
    tells_percent: bool = False
    merged: tuple[tuple[str, Merged], ...] = ()


def cell_name(row: int, column: int) -> str:
    """``G7`` for row 6 and column 6, counted from 0."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"


def open_form(data: bytes) -> tuple[Sheet, ...] | Unsure:
    """The sheets of the workbook ``data``, or why it is not read.

    Raises ``LackingExcelError`` where python-calamine is not installed.
    """
    if not data:
        return Unsure("file-empty")
    if len(data) > MOST_BYTES:
        return Unsure("file-large", str(MOST_BYTES // 1024 // 1024))
    if data.startswith(_ZIP):
        parts = _parts(data)
        known = parts if isinstance(parts, Unsure) else _look_inside(parts)
        # What was looked at is read, and nothing that another reader may find in the same bytes.
        data = data if isinstance(parts, Unsure) else _packed(parts)
    elif data.startswith(_OLE):
        known = _of_old_kind(data)
    else:
        known = Unsure("file-kind")
    return known if isinstance(known, Unsure) else _read(data, known)


def _of_old_kind(data: bytes) -> _Known | Unsure:
    """An .xls; what looks like one may be a workbook with a password, or a document of WPS or Word."""
    if _ENCRYPTED in data:
        return Unsure("file-password")
    return _Known() if _LEGACY_WORKBOOK in data else Unsure("file-kind")


def _parts(data: bytes) -> Mapping[str, bytes] | Unsure:
    try:
        with ZipFile(BytesIO(data)) as archive:
            return _unpacked(archive)
    except (BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
        return Unsure("file-damaged")


def _packed(parts: Mapping[str, bytes]) -> bytes:
    held = BytesIO()
    with ZipFile(held, "w") as archive:
        for name, content in parts.items():
            archive.writestr(ZipInfo(name), content)
    return held.getvalue()


def _look_inside(parts: Mapping[str, bytes]) -> _Known | Unsure:
    try:
        if "xl/workbook.xml" in parts:
            return _of_workbook(parts)
        if parts.get("mimetype", b"").startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
            return _of_ods(parts)
    except (SyntaxError, ValueError, KeyError, IndexError):  # SyntaxError: what the XML parser raises
        return Unsure("file-damaged")
    return Unsure("file-kind")


def _unpacked(archive: ZipFile) -> dict[str, bytes] | Unsure:
    """All parts, as many bytes as they say and no more: a small file can claim to unpack to gigabytes."""
    listed = archive.infolist()
    if len({each.filename for each in listed}) < len(listed):
        return Unsure("file-damaged")  # which of two parts of one name counts, each program says for itself
    if len(listed) > _MOST_PARTS or sum(each.file_size for each in listed) > _MOST_UNPACKED:
        return Unsure("file-bomb", str(_MOST_UNPACKED // 1024 // 1024))
    return {each.filename: archive.read(each) for each in listed if not each.is_dir()}


# -- what a workbook tells beside its values


def _of_workbook(parts: Mapping[str, bytes]) -> _Known | Unsure:
    workbook = parts["xl/workbook.xml"]
    if re.search(rb"<workbookPr\b[^>]*\bdate1904=\"(?:1|true)\"", workbook):
        return Unsure("file-1904")
    count = sum(1 for _ in _elements(workbook, "sheet"))
    if count > _MOST_SHEETS:
        return Unsure("file-sheets", str(count))
    percent_styles = _percent_styles(parts.get("xl/styles.xml", b""))
    percent: set[_Place] = set()
    lacking: set[_Place] = set()
    for name, part in _sheets(parts):
        for place, style, is_lacking in _cells(parts[part]):
            if place[0] >= _MOST_ROWS or place[1] >= _MOST_COLUMNS:
                return Unsure("file-far", cell_name(*place))
            if style in percent_styles:
                percent.add((name, *place))
            if is_lacking:
                lacking.add((name, *place))
    return _Known(frozenset(percent), frozenset(lacking), _property(parts), tells_percent=True)


def _sheets(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """The name of each sheet and the part that holds it."""
    links = _elements(parts["xl/_rels/workbook.xml.rels"], "Relationship")
    targets = {str(each.get("Id")): str(each.get("Target")) for each in links}
    for sheet in _elements(parts["xl/workbook.xml"], "sheet"):
        key = next(value for name, value in sheet.attrib.items() if name.endswith("}id"))
        target = targets[key]
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if part in parts:
            yield str(sheet.get("name")), part


def _cells(xml: bytes) -> Iterator[tuple[tuple[int, int], int, bool]]:
    """Every cell with anything in it: its place, its style, and whether a result is lacking."""
    for each in _elements(xml, "c"):
        held = {_bare(child.tag): child.text for child in each}
        if not held:
            continue
        has_result = bool(held.get("v")) or "is" in held
        is_lacking = each.get("t") == "e" or ("f" in held and not has_result and each.get("t") != "str")
        if (has_result or is_lacking) and each.get("r"):
            yield _place(str(each.get("r"))), int(each.get("s") or 0), is_lacking


def _place(reference: str) -> tuple[int, int]:
    found = re.fullmatch(r"([A-Z]{1,3})([1-9][0-9]{0,6})", reference)
    if found is None:
        raise ValueError(reference)
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def _percent_styles(xml: bytes) -> frozenset[int]:
    """The numbers of the cell styles whose number format is a percentage."""
    if not xml:
        return frozenset()
    formats = {
        int(each.get("numFmtId") or 0)
        for each in _elements(xml, "numFmt")
        if "%" in re.sub(r'"[^"]*"|\\.', "", each.get("formatCode") or "")
    } | _PERCENT_FORMATS
    styles = next(_elements(xml, "cellXfs"), ())
    return frozenset(
        number for number, each in enumerate(styles) if int(each.get("numFmtId") or 0) in formats
    )


def _property(parts: Mapping[str, bytes]) -> str:
    """The custom property that a form carries, also after another program saved it."""
    for each in _elements(parts.get("docProps/custom.xml", b""), "property"):
        if each.get("name") == PROPERTY:
            return "".join(each.itertext()).strip()
    return ""


def _of_ods(parts: Mapping[str, bytes]) -> _Known | Unsure:
    """An OpenDocument sheet: it says of each cell how often it is repeated, which can make millions."""
    percent: set[_Place] = set()
    merged: list[tuple[str, Merged]] = []
    for table in _elements(parts["content.xml"], "table"):
        name = _attribute(table, "name")
        for element, row, column in _ods_cells(table):
            rows, columns = _count(element, "number-rows-spanned"), _count(element, "number-columns-spanned")
            bottom, right = row.stop - 1 + rows - 1, column.stop - 1 + columns - 1
            if bottom >= _MOST_ROWS or right >= _MOST_COLUMNS:
                return Unsure("file-far", cell_name(bottom, right))
            if _attribute(element, "value-type") == "percentage":
                percent.update((name, each, other) for each in row for other in column)
            if rows > 1 or columns > 1:
                merged.append((name, Merged(row.start, column.start, bottom, right)))
    says = ""
    for each in _elements(parts.get("meta.xml", b""), "user-defined"):
        if _attribute(each, "name") == PROPERTY:
            says = "".join(each.itertext()).strip()
    return _Known(frozenset(percent), says=says, tells_percent=True, merged=tuple(merged))


def _ods_cells(table: Any) -> Iterator[tuple[Any, range, range]]:
    """Every cell of a sheet with anything in it or over it, and the rows and columns that it stands for."""
    row = 0
    for line in table.iter():
        if _bare(str(line.tag)) != "table-row":
            continue
        rows = range(row, row + _count(line, "number-rows-repeated"))
        row, column = rows.stop, 0
        for cell in line:
            columns = range(column, column + _count(cell, "number-columns-repeated"))
            column = columns.stop
            if _attribute(cell, "value-type") or _attribute(cell, "number-rows-spanned"):
                yield cell, rows, columns


def _attribute(element: Any, name: str) -> str:
    """An attribute by its name, whatever its namespace."""
    return next((value for key, value in element.attrib.items() if _bare(key) == name), "")


def _count(element: Any, name: str) -> int:
    return int(_attribute(element, name) or 1)


def _elements(xml: bytes, name: str) -> Iterator[Any]:
    """Every element of that name, whatever its namespace; documents that define entities are refused."""
    if not xml:
        return
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml or b"\0" in xml:  # in UTF-16 they could not be seen
        raise ValueError(name)
    from xml.etree.ElementTree import fromstring

    for each in fromstring(xml).iter():  # noqa: S314 - it defines no entities, and its size was looked at
        if _bare(str(each.tag)) == name:
            yield each


def _bare(tag: str) -> str:
    return tag.rpartition("}")[2]


# -- the values


def _read(data: bytes, known: _Known) -> tuple[Sheet, ...] | Unsure:
    try:
        from python_calamine import CalamineWorkbook
    except ImportError as error:
        raise LackingExcelError from error
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(data))
        if len(workbook.sheet_names) > _MOST_SHEETS:
            return Unsure("file-sheets", str(len(workbook.sheet_names)))
        sheets = [_sheet(workbook.get_sheet_by_name(name), known) for name in workbook.sheet_names]
    except Exception:  # noqa: BLE001 - the library has an error of its own for each way to be damaged
        return Unsure("file-damaged")
    far = [each for each in sheets if isinstance(each, Unsure)]
    return far[0] if far else tuple(each for each in sheets if isinstance(each, Sheet))


def _sheet(sheet: Any, known: _Known) -> Sheet | Unsure:
    if sheet.total_height > _MOST_ROWS or sheet.total_width > _MOST_COLUMNS:
        return Unsure("file-far", cell_name(sheet.total_height - 1, sheet.total_width - 1))
    values = sheet.to_python(skip_empty_area=False)
    # A formula without a result may stand where the reader of workbooks sees nothing any more.
    lacking = [(row, column) for name, row, column in known.lacking if name == sheet.name]
    height = max([len(values), *(row + 1 for row, _ in lacking)])
    width = max([len(values[0]) if values else 0, *(column + 1 for _, column in lacking)])
    rows = tuple(
        tuple(_cell(_value(values, row, column), (sheet.name, row, column), known) for column in range(width))
        for row in range(height)
    )
    merged = [Merged(*first, *last) for first, last in sheet.merged_cell_ranges or ()]
    merged += [each for name, each in known.merged if name == sheet.name]
    return Sheet(sheet.name, rows, tuple(merged), known.says)


def _value(values: list[list[Any]], row: int, column: int) -> Any:
    return values[row][column] if row < len(values) and column < len(values[row]) else None


def _cell(value: Any, place: _Place, known: _Known) -> Cell:
    if place in known.lacking:
        return Cell(None, lacking=True)
    if value == "" or value is None:
        return EMPTY
    if isinstance(value, timedelta):
        value = str(value)
    if not isinstance(value, str | float | int | bool | datetime | date | time):
        return Cell(str(value))
    return Cell(value, (place in known.percent) if known.tells_percent else None)
