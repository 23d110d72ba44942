"""A month's form as a workbook: what is known is locked, what is asked for is open, on A4 across."""

from __future__ import annotations

from datetime import date

from motiontrack.exchange.asking import AskedFigure, AskedItem, AskedStage, Form
from motiontrack.exchange.drawing import (
    FIRST_ROW,
    Drawing,
    Heading,
    limit,
    limit_days,
    limit_percent,
    workbook_of,
)
from motiontrack.exchange.layout import COLUMNS, FIGURE, OF_STAGE, Column, choices, label
from motiontrack.exchange.room import row_height
from motiontrack.exchange.shown import (
    due_words,
    figure_words,
    instructions,
    is_level,
    known_figure,
    known_words,
    promised_words,
    stage_due_words,
    stage_words,
    title,
)
from motiontrack.language.catalogue import Catalogue
from motiontrack.views.page_words import Speaker

__all__ = ["form_workbook"]

#: Room to write in for whoever fills a row in, also by hand on paper.
_LEAST_LINES = 4


def form_workbook(form: Form, catalogue: Catalogue, day: date) -> bytes:
    """The form as an .xlsx that says it was made on ``day``.

    Raises ``LackingExcelError`` where XlsxWriter is not installed.
    """
    heading = Heading(
        identity=form.identity,
        title=title(form, catalogue),
        how=instructions(form, catalogue),
        columns=COLUMNS,
        labels=[label(column.key, catalogue) for column in COLUMNS],
    )
    return workbook_of(heading, Speaker(catalogue, form.year), day, lambda on: _write_rows(on, form))


def _write_rows(on: Drawing, form: Form) -> int:
    row = FIRST_ROW
    for item in form.items:
        _write_item(on, row, item)
        row += 1
        for stage in item.stages:
            _write_stage(on, row, stage)
            row += 1
        for figure in item.figures:
            _write_figure(on, row, item, figure)
            row += 1
    return row


def _write_item(on: Drawing, row: int, item: AskedItem) -> None:
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
            on.sheet.write_string(
                row, number, said[column.key], on.style(name, said[column.key], column.width)
            )
    widths = {column.key: column.width for column in COLUMNS}
    on.sheet.set_row(row, row_height(((text, widths[key]) for key, text in said.items()), least=_LEAST_LINES))


def _write_filled(on: Drawing, row: int, number: int, column: Column) -> None:
    """An open cell of an item's row, with what it takes."""
    name = label(column.key, on.catalogue)
    offered = choices(column.key, on.catalogue)
    if offered:
        on.sheet.write_blank(row, number, None, on.formats["filled-centred"])
        message = on.catalogue.word("collect.pick", choices=on.catalogue.word("list.joint").join(offered))
        limit(on, row, number, name, message, {"validate": "list", "source": [*offered]})
    elif column.key in ("forecast", "done_on"):
        on.sheet.write_blank(row, number, None, on.formats["filled-day"])
        limit_days(on, row, number, name)
    elif column.key == "progress":
        on.sheet.write_blank(row, number, None, on.formats["filled-centred"])
        limit_percent(on, row, number, name, on.catalogue.word("collect.percent"))
    else:
        on.sheet.write_blank(row, number, None, on.formats["filled"])


#: How the cells of a stage's row look that say what it is; the others as what is known of an item.
_STAGE_STYLES = {"no": "centred", "due": "falls-due"}


def _write_stage(on: Drawing, row: int, stage: AskedStage) -> None:
    """The row of a stage, in which only whether and when it was reached is asked for."""
    said = {
        "no": stage.node.id,
        "text": stage_words(stage, on.catalogue),
        "due": stage_due_words(stage, on.speaker),
    }
    on.sheet.write_string(row, 0, stage.node.id)
    for number, column in enumerate(COLUMNS, start=1):
        if column.key in OF_STAGE:
            _write_filled(on, row, number, column)
        else:
            name, text = _STAGE_STYLES.get(column.key, "known"), said.get(column.key, "")
            on.sheet.write_string(row, number, text, on.style(name, text, column.width))
    widths = {column.key: column.width for column in COLUMNS}
    on.sheet.set_row(row, row_height(((text, widths[key]) for key, text in said.items()), least=_LEAST_LINES))


def _write_figure(on: Drawing, row: int, item: AskedItem, figure: AskedFigure) -> None:
    """The row of a target, in which only its running total is asked for."""
    said = {
        "no": item.node.id,  # also where its item stands on the page before
        "text": figure_words(figure, on.speaker),
        "known": known_figure(figure, on.speaker),
    }
    on.sheet.write_string(row, 0, f"{item.node.id}{FIGURE}{figure.target.id}")
    for number, column in enumerate(COLUMNS, start=1):
        if column.key != "progress":
            text = said.get(column.key, "")
            style = on.style("centred" if column.key == "no" else "known", text, column.width)
            on.sheet.write_string(row, number, text, style)
            continue
        on.sheet.write_blank(row, number, None, on.formats["filled-centred"])
        limits = {"validate": "decimal", "criteria": ">=", "value": -1e12}
        asked = on.catalogue.word("collect.now" if is_level(figure) else "collect.total")
        limit(on, row, number, figure.target.id, asked, limits)
    widths = {column.key: column.width for column in COLUMNS}
    on.sheet.set_row(row, row_height((text, widths[key]) for key, text in said.items()))
