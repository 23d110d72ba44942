"""A month's form as a workbook: what is known is locked, what is asked for is open, on A4 across."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from motiontrack.exchange.asking import AskedFigure, AskedItem, Form
from motiontrack.exchange.identity import PROPERTY
from motiontrack.exchange.layout import COLUMNS, FIGURE, HEAD, KEYS, SIGNED, Column, choices, label
from motiontrack.exchange.opening import LackingExcelError
from motiontrack.exchange.shown import (
    due_words,
    figure_words,
    instructions,
    known_figure,
    known_words,
    promised_words,
    title,
)
from motiontrack.language.catalogue import Catalogue
from motiontrack.language.display import cell_len
from motiontrack.lean import lean
from motiontrack.views.page_words import Speaker

__all__ = ["form_workbook"]

_TITLE, _HOW, _HEAD, _KEYS, _LABELS, _FIRST = range(6)
_A4 = 9
_POINTS_A_LINE = 14.0
#: Room to write in for whoever fills a row in, also by hand on paper.
_LEAST_LINES = 4
_MOST_POINTS = 400.0  # a row of a sheet can be 409 points high
_GREATEST_PERCENT = 1000
#: Days that a form takes: a slip of a century is told at once.
_FIRST_DAY, _LAST_DAY = date(2000, 1, 1), date(2099, 12, 31)
_LONGEST_MESSAGE, _LONGEST_MESSAGE_TITLE = 255, 32
_MERGED_HEAD = {"by": 2, "reviewed_by": 5, "date": 9}
_BODY, _HEADING = "宋体", "黑体"


@lean
class _Sheet:
    """What is written on: the workbook's sheet, its formats by name, the words, and the form."""

    sheet: Any
    formats: dict[str, Any]
    speaker: Speaker
    form: Form

    @property
    def catalogue(self) -> Catalogue:
        """The words of the form's language."""
        return self.speaker.catalogue


def form_workbook(form: Form, catalogue: Catalogue, day: date) -> bytes:
    """The form as an .xlsx that says it was made on ``day``.

    Raises ``LackingExcelError`` where XlsxWriter is not installed.
    """
    try:
        from xlsxwriter import Workbook
    except ImportError as error:
        raise LackingExcelError from error
    held = BytesIO()
    plain_text = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    workbook = Workbook(held, {"in_memory": True, **plain_text})
    workbook.set_properties({"title": title(form, catalogue), "created": datetime.combine(day, time())})
    workbook.set_custom_property(PROPERTY, form.identity.written(), "text")
    sheet = workbook.add_worksheet(catalogue.word("collect.sheet"))
    on = _Sheet(sheet, _formats(workbook), Speaker(catalogue, form.year), form)
    _set_page(on)
    _write_head(on)
    row = _FIRST
    for item in form.items:
        _write_item(on, row, item)
        row += 1
        for figure in item.figures:
            _write_figure(on, row, item, figure)
            row += 1
    sheet.print_area(0, 0, row - 1, len(COLUMNS))
    workbook.close()
    return held.getvalue()


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
    return {name: workbook.add_format(each) for name, each in made.items()}


def _set_page(on: _Sheet) -> None:
    sheet = on.sheet
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.55)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_LABELS)
    sheet.center_horizontally()
    sheet.set_footer("&C&P / &N")
    sheet.freeze_panes(_FIRST, 3)
    # Whoever writes more than fits may make a row higher; nothing else can be moved.
    allowed = dict.fromkeys(("format_rows", "format_columns"), True)
    sheet.protect("", {**allowed, "select_locked_cells": True, "select_unlocked_cells": True})
    sheet.set_column(0, 0, None, None, {"hidden": True})
    for number, column in enumerate(COLUMNS, start=1):
        sheet.set_column(number, number, column.width)


def _write_head(on: _Sheet) -> None:
    sheet, last = on.sheet, len(COLUMNS)
    sheet.write_string(_TITLE, 0, on.form.identity.written())
    sheet.merge_range(_TITLE, 1, _TITLE, last, title(on.form, on.catalogue), on.formats["title"])
    sheet.set_row(_TITLE, 30)
    how = instructions(on.form, on.catalogue)
    width = sum(column.width for column in COLUMNS)
    sheet.merge_range(_HOW, 1, _HOW, last, how, on.formats["how"])
    sheet.set_row(_HOW, _height([(how, width)], least=1))
    _write_signed(on)
    sheet.set_row(_KEYS, None, None, {"hidden": True})
    sheet.write_string(_KEYS, 0, KEYS)
    for number, column in enumerate(COLUMNS, start=1):
        sheet.write_string(_KEYS, number, column.key)
        heading = on.formats["heading-filled" if column.filled else "heading"]
        sheet.write_string(_LABELS, number, label(column.key, on.catalogue), heading)
    sheet.set_row(_LABELS, 4 * _POINTS_A_LINE)


def _write_signed(on: _Sheet) -> None:
    """Who filled the form in, who looked it over, and when: asked for once."""
    on.sheet.set_row(_HEAD, 22)
    on.sheet.write_string(_HEAD, 0, HEAD)
    for key in SIGNED:
        column = _MERGED_HEAD[key]
        name = label(key, on.catalogue)
        on.sheet.write_string(
            _HEAD, column, on.catalogue.word("collect.signed", label=name), on.formats["label"]
        )
        on.sheet.write_blank(_HEAD, column + 1, None, on.formats["signed-day" if key == "date" else "signed"])
        if key == "date":
            _limit_days(on, _HEAD, column + 1, name)


def _write_item(on: _Sheet, row: int, item: AskedItem) -> None:
    said = {
        "no": item.node.id,
        "text": item.node.item.text,
        "due": due_words(item, on.speaker),
        "known": known_words(item, on.speaker),
        "promised": promised_words(item, on.speaker),
    }
    on.sheet.write_string(row, 0, item.node.id)
    for number, column in enumerate(COLUMNS, start=1):
        if column.filled:
            _write_filled(on, row, number, column)
        else:
            falls_due = column.key == "due" and item.falls_due
            name = "falls-due" if falls_due else "centred" if column.key == "no" else "known"
            on.sheet.write_string(row, number, said[column.key], on.formats[name])
    widths = {column.key: column.width for column in COLUMNS}
    on.sheet.set_row(row, _height([(text, widths[key]) for key, text in said.items()], least=_LEAST_LINES))


def _write_filled(on: _Sheet, row: int, number: int, column: Column) -> None:
    """An open cell of an item's row, with what it takes."""
    name = label(column.key, on.catalogue)
    offered = choices(column.key, on.catalogue)
    if offered:
        on.sheet.write_blank(row, number, None, on.formats["filled-centred"])
        message = on.catalogue.word("collect.pick", choices=on.catalogue.word("list.joint").join(offered))
        _limit(on, row, number, name, message, {"validate": "list", "source": [*offered]})
    elif column.key in ("forecast", "done_on"):
        on.sheet.write_blank(row, number, None, on.formats["filled-day"])
        _limit_days(on, row, number, name)
    elif column.key == "progress":
        on.sheet.write_blank(row, number, None, on.formats["filled-centred"])
        limits = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": _GREATEST_PERCENT}
        _limit(on, row, number, name, on.catalogue.word("collect.percent"), limits)
    else:
        on.sheet.write_blank(row, number, None, on.formats["filled"])


def _write_figure(on: _Sheet, row: int, item: AskedItem, figure: AskedFigure) -> None:
    """The row of a target, in which only its running total is asked for."""
    said = {"text": figure_words(figure, on.speaker), "known": known_figure(figure, on.speaker)}
    on.sheet.write_string(row, 0, f"{item.node.id}{FIGURE}{figure.target.id}")
    for number, column in enumerate(COLUMNS, start=1):
        if column.key != "progress":
            on.sheet.write_string(row, number, said.get(column.key, ""), on.formats["known"])
            continue
        on.sheet.write_blank(row, number, None, on.formats["filled-centred"])
        limits = {"validate": "decimal", "criteria": ">=", "value": -1e12}
        _limit(on, row, number, figure.target.id, on.catalogue.word("collect.total"), limits)
    widths = {column.key: column.width for column in COLUMNS}
    on.sheet.set_row(row, _height([(text, widths[key]) for key, text in said.items()], least=1))


def _limit_days(on: _Sheet, row: int, number: int, name: str) -> None:
    limits = {"validate": "date", "criteria": "between", "minimum": _FIRST_DAY, "maximum": _LAST_DAY}
    _limit(on, row, number, name, on.catalogue.word("collect.date"), limits)


def _limit(on: _Sheet, row: int, number: int, name: str, message: str, limits: dict[str, Any]) -> None:
    """What a cell takes, said when it is entered and when something else was typed."""
    heading, said = name[:_LONGEST_MESSAGE_TITLE], message[:_LONGEST_MESSAGE]
    told = dict.fromkeys(("input_title", "error_title"), heading)
    told |= dict.fromkeys(("input_message", "error_message"), said)
    on.sheet.data_validation(row, number, row, number, {**limits, **told})


def _height(texts: list[tuple[str, float]], *, least: int) -> float:
    """The height at which none of ``texts`` (text, width of its column) is cut."""
    lines = max((sum(_lines(text, width)) for text, width in texts), default=0)
    return min(max(lines, least) * _POINTS_A_LINE + 4, _MOST_POINTS)


def _lines(text: str, width: float) -> Iterator[int]:
    """The lines that each paragraph takes: characters of Han are two wide, and none is broken in half."""
    room = max(int(width) - 2, 2)
    for paragraph in text.split("\n"):
        yield max(1, -(-cell_len(paragraph) // room))
