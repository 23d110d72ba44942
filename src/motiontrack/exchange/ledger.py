"""The ledger as CSV that Excel opens without harm, and as a workbook to be worked with and printed."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from motiontrack.exchange.room import SIZES, row_height, size_of
from motiontrack.views.ledger import Cell, LedgerRow, LedgerView
from motiontrack.views.numbers import plain

__all__ = ["ledger_csv", "ledger_xlsx"]

#: What a program for tables may take for a formula or a command where a cell begins with it.
_DANGEROUS = tuple("=+-@\t\r\n＝＋－＠")
#: The most characters that a cell of a workbook holds.
_LONGEST = 32_767
#: A mark for Excel, which reads Chinese in CSV only behind it.
_MARK = "\ufeff"
_A3_PAPER = 8
#: A column that is narrower holds words that stand in the middle.
_NARROW = 14
#: The first columns, which name the task and stay in sight.
_NAMING = 4
_SCALE = 68
_HEAD = 2
_TURNING = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def ledger_csv(ledger: LedgerView) -> str:
    """The table as CSV, to be written in UTF-8: the mark for Excel first, lines end in CRLF.

    A text that could be taken for a formula is shown with an apostrophe before it. Figures and days are
    this program's own and stay as they are.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([_safe(column.heading) for column in ledger.columns])
    writer.writerows([_plain(cell) for cell in row.cells] for row in ledger.rows)
    return _MARK + text.getvalue()


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return plain(cell)
    return cell.isoformat() if isinstance(cell, date) else _safe(cell)


def _safe(text: str) -> str:
    text = text.translate(_TURNING)
    return f"'{text}" if text.startswith(_DANGEROUS) else text


def ledger_xlsx(ledger: LedgerView) -> bytes:
    """The table as a workbook: one sheet, headings that stay, a filter, printed on A3 lying.

    Every text is written as a text, so that none is a formula or a link. Raises ``ImportError`` where
    XlsxWriter is not installed.
    """
    from xlsxwriter import Workbook

    data = io.BytesIO()
    book = Workbook(data, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    # The day asked for, not the clock: the same files and day give the same bytes.
    book.set_properties({"title": ledger.title, "created": _noon(ledger.as_of)})
    _fill(book, book.add_worksheet(ledger.name), ledger)
    book.close()
    return data.getvalue()


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12)  # noqa: DTZ001 - a day, in no place's time


def _fill(book: Any, sheet: Any, ledger: LedgerView) -> None:
    last = len(ledger.columns) - 1
    base = {"font_name": "宋体", "font_size": 10, "valign": "vcenter", "text_wrap": True, "border": 1}
    text = {size: book.add_format(base | {"font_size": size}) for size in SIZES}
    middle = {size: book.add_format(base | {"font_size": size, "align": "center"}) for size in SIZES}
    number = book.add_format(base | {"num_format": "0.##", "align": "center"})
    day = book.add_format(base | {"num_format": "yyyy-mm-dd", "align": "center"})
    heading = book.add_format(
        base | {"bold": True, "align": "center", "bg_color": "#E7E6E6", "font_name": "黑体"}
    )
    title = book.add_format({"bold": True, "font_size": 16, "font_name": "黑体", "valign": "vcenter"})
    note = book.add_format({"font_size": 10, "font_name": "宋体", "valign": "vcenter"})
    sheet.write_string(0, 0, _kept(ledger.title), title)
    sheet.write_string(1, 0, _kept(ledger.note), note)
    sheet.set_row(0, 28)
    sheet.set_row(_HEAD, 33)
    for place, column in enumerate(ledger.columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(_HEAD, place, _kept(column.heading), heading)
    lights: dict[str, Any] = {}
    for line, row in enumerate(ledger.rows, _HEAD + 1):
        sheet.set_row(line, _height(ledger, row))
        for place, (column, cell) in enumerate(zip(ledger.columns, row.cells, strict=True)):
            if isinstance(cell, Decimal):
                sheet.write_number(line, place, float(cell), number)
            elif isinstance(cell, date):
                sheet.write_datetime(line, place, _noon(cell).replace(hour=0), day)
            elif not cell:
                sheet.write_blank(line, place, None, text[SIZES[0]])
            elif column.key == "light" and row.colour:
                if row.colour not in lights:
                    lit = {"align": "center", "bold": True, "font_color": row.colour}
                    lights[row.colour] = book.add_format(base | lit)
                sheet.write_string(line, place, _kept(cell), lights[row.colour])
            else:
                styles = middle if column.width < _NARROW else text
                sheet.write_string(line, place, _kept(cell), styles[size_of(cell, column.width)])
    sheet.freeze_panes(_HEAD + 1, _NAMING)
    sheet.autofilter(_HEAD, 0, _HEAD + max(len(ledger.rows), 1), last)
    sheet.repeat_rows(_HEAD)
    sheet.set_landscape()
    sheet.set_paper(_A3_PAPER)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    # Two pages side by side, each with the columns that name the task: on one nobody could read it.
    sheet.repeat_columns(0, _NAMING - 1)
    sheet.set_v_pagebreaks([place for place, column in enumerate(ledger.columns) if column.key == "month"])
    sheet.set_print_scale(_SCALE)
    sheet.set_footer("&C&P / &N")


def _height(ledger: LedgerView, row: LedgerRow) -> float:
    """The height of a row that shows all its text: not every program finds it when it opens a file."""
    cells = zip(ledger.columns, row.cells, strict=True)
    return row_height((cell, column.width) for column, cell in cells if isinstance(cell, str))


def _kept(text: str) -> str:
    text = text.translate(_TURNING)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
