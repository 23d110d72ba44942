"""What all forms have in common as workbooks: the page, the head, formats, and what a cell takes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from motiontrack.exchange.identity import PROPERTY, Identity
from motiontrack.exchange.layout import HEAD, KEYS, SIGNED, Column, label
from motiontrack.exchange.opening import LackingExcelError
from motiontrack.exchange.room import SIZES, row_height, size_of
from motiontrack.language.catalogue import Catalogue
from motiontrack.lean import lean
from motiontrack.views.page_words import Speaker

__all__ = ["FIRST_ROW", "Drawing", "Heading", "limit", "limit_days", "limit_percent", "workbook_of"]

_TITLE, _HOW, _HEAD, _KEYS, _LABELS, FIRST_ROW = range(6)
_A4 = 9
_SHEET = "xl/worksheets/sheet1.xml"
_FIXED = rb'(<row r="(\d+)"[^>]*) customHeight="1"'
_GREATEST_PERCENT = 1000
#: Days that a form takes: a slip of a century is told at once.
_FIRST_DAY, _LAST_DAY = date(2000, 1, 1), date(2099, 12, 31)
_LONGEST_MESSAGE, _LONGEST_MESSAGE_TITLE = 255, 32
#: The columns in which the labels of the head stand; what is asked for stands behind each.
_SIGNED_AT = {"by": 2, "reviewed_by": 4, "date": 7}
_BODY, _HEADING = "宋体", "黑体"
#: The formats of cells that hold words of any length.
_LETTERS = ("known", "falls-due", "filled")


@lean
class Heading:
    """What stands above the rows: what the form is, its title, how it is filled in, its columns.

    ``signed``: whether it asks who filled it in, who looked it over, and when.
    """

    identity: Identity
    title: str
    how: str
    columns: Sequence[Column]
    labels: Sequence[str]
    signed: bool = True


@lean
class Drawing:
    """What is written on: the workbook's sheet, its formats by name, and the words."""

    sheet: Any
    formats: dict[str, Any]
    speaker: Speaker

    @property
    def catalogue(self) -> Catalogue:
        """The words of the form's language."""
        return self.speaker.catalogue

    def style(self, name: str, text: str, width: float) -> Any:
        """The format ``name`` for ``text`` in a column of ``width``, smaller where it must be."""
        return self.formats[f"{name}-{size_of(text, width)}" if name in _LETTERS else name]


def workbook_of(heading: Heading, speaker: Speaker, day: date, write_rows: Callable[[Drawing], int]) -> bytes:
    """An .xlsx that says it was made on ``day``; ``write_rows`` writes from ``FIRST_ROW`` and tells the next.

    Raises ``LackingExcelError`` where XlsxWriter is not installed.
    """
    try:
        from xlsxwriter import Workbook
    except ImportError as error:
        raise LackingExcelError from error
    held = BytesIO()
    plain_text = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    workbook = Workbook(held, {"in_memory": True, **plain_text})
    workbook.set_properties({"title": heading.title, "created": datetime.combine(day, time())})
    workbook.set_custom_property(PROPERTY, heading.identity.written(), "text")
    sheet = workbook.add_worksheet(speaker.catalogue.word("collect.sheet"))
    on = Drawing(sheet, _formats(workbook), speaker)
    _set_page(on, heading)
    _write_head(on, heading)
    last = write_rows(on)
    sheet.print_area(0, 0, last - 1, len(heading.columns))
    workbook.close()
    return _growing(held.getvalue())


def _growing(data: bytes) -> bytes:
    """``data`` with rows that grow with what is typed: a height that was set by hand would stay."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == _SHEET:
                content = re.sub(_FIXED, lambda row: row[1] if int(row[2]) > FIRST_ROW else row[0], content)
            new.writestr(part, content)
    return made.getvalue()


def _formats(workbook: Any) -> dict[str, Any]:
    cell = {"font_name": _BODY, "font_size": 10, "border": 1, "text_wrap": True, "valign": "vcenter"}
    known = {**cell, "bg_color": "#F2F2F2"}
    filled = {**cell, "bg_color": "#FFFDF0", "locked": False, "valign": "top"}
    centred = {"align": "center", "valign": "vcenter"}
    plain = {"font_name": _BODY, "font_size": 10, "text_wrap": True, "valign": "vcenter"}
    made = {
        "title": {"font_name": _HEADING, "font_size": 16, **centred},
        "how": plain,
        "label": {**plain, "align": "right", "text_wrap": False},
        "signed": {**plain, "border": 1, "bg_color": "#FFFDF0", "locked": False, "align": "left"},
        "signed-day": {
            **plain, "border": 1, "bg_color": "#FFFDF0", "locked": False, "align": "left",
            "num_format": "yyyy-mm-dd",
        },
        "heading": {**cell, "bold": True, "bg_color": "#DDE6F0", **centred},
        "heading-filled": {**cell, "bold": True, "bg_color": "#FBEFC4", **centred},
        "known": known,
        "falls-due": {**known, "bold": True, "font_color": "#B00020"},
        "centred": {**known, **centred},
        "filled": filled,
        "filled-centred": {**filled, **centred},
        "filled-day": {**filled, **centred, "num_format": "yyyy-mm-dd"},
        "barred": {**cell, "bg_color": "#F2F2F2"},
    }  # fmt: skip
    made |= {f"{name}-{size}": {**made[name], "font_size": size} for name in _LETTERS for size in SIZES}
    return {name: workbook.add_format(each) for name, each in made.items()}


def _set_page(on: Drawing, heading: Heading) -> None:
    sheet = on.sheet
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.55)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_LABELS)
    sheet.center_horizontally()
    sheet.set_footer("&C&P / &N")
    sheet.freeze_panes(FIRST_ROW, 3)
    # Whoever writes more than fits may make a row higher; nothing else can be moved.
    allowed = dict.fromkeys(("format_rows", "format_columns"), True)
    sheet.protect("", {**allowed, "select_locked_cells": True, "select_unlocked_cells": True})
    sheet.set_column(0, 0, None, None, {"hidden": True})
    for number, column in enumerate(heading.columns, start=1):
        sheet.set_column(number, number, column.width)


def _write_head(on: Drawing, heading: Heading) -> None:
    sheet, last = on.sheet, len(heading.columns)
    sheet.write_string(_TITLE, 0, heading.identity.written())
    sheet.merge_range(_TITLE, 1, _TITLE, last, heading.title, on.formats["title"])
    sheet.set_row(_TITLE, 30)
    width = sum(column.width for column in heading.columns)
    sheet.merge_range(_HOW, 1, _HOW, last, heading.how, on.formats["how"])
    sheet.set_row(_HOW, row_height([(heading.how, width)]))
    if heading.signed:
        _write_signed(on)
    sheet.set_row(_KEYS, None, None, {"hidden": True})
    sheet.write_string(_KEYS, 0, KEYS)
    for number, column in enumerate(heading.columns, start=1):
        sheet.write_string(_KEYS, number, column.key)
        style = on.formats["heading-filled" if column.filled else "heading"]
        sheet.write_string(_LABELS, number, heading.labels[number - 1], style)
    sheet.set_row(_LABELS, 56)


def _write_signed(on: Drawing) -> None:
    """Who filled the form in, who looked it over, and when: asked for once."""
    on.sheet.set_row(_HEAD, 22)
    on.sheet.write_string(_HEAD, 0, HEAD)
    for key in SIGNED:
        column = _SIGNED_AT[key]
        name = label(key, on.catalogue)
        on.sheet.write_string(
            _HEAD, column, on.catalogue.word("collect.signed", label=name), on.formats["label"]
        )
        on.sheet.write_blank(_HEAD, column + 1, None, on.formats["signed-day" if key == "date" else "signed"])
        if key == "date":
            limit_days(on, _HEAD, column + 1, name)


def limit_days(on: Drawing, row: int, number: int, name: str) -> None:
    """A day."""
    limits = {"validate": "date", "criteria": "between", "minimum": _FIRST_DAY, "maximum": _LAST_DAY}
    limit(on, row, number, name, on.catalogue.word("collect.date"), limits)


def limit_percent(on: Drawing, row: int, number: int, name: str, message: str) -> None:
    """A percentage as a plain number: in a cell made a percentage 60 would be typed as 0.6 by some."""
    limits = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": _GREATEST_PERCENT}
    limit(on, row, number, name, message, limits)


def limit(on: Drawing, row: int, number: int, name: str, message: str, limits: dict[str, Any]) -> None:
    """What a cell takes, said when it is entered and when something else was typed."""
    heading, said = name[:_LONGEST_MESSAGE_TITLE], message[:_LONGEST_MESSAGE]
    told = dict.fromkeys(("input_title", "error_title"), heading)
    told |= dict.fromkeys(("input_message", "error_message"), said)
    on.sheet.data_validation(row, number, row, number, {**limits, **told})
