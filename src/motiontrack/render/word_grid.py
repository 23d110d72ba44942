"""Where the cells of a table lie when each reaches over as many columns and rows as it says."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from motiontrack.lean import lean
from motiontrack.render.word_records import Cell, Paragraph, Run, Table

__all__ = ["Grid", "Place", "placed", "rows_as_text"]

#: Columns that Word takes.
_MOST_COLUMNS = 63
#: A place in a row: a cell and whether it begins there (first column?, first row?); ``None``: there is none.
Place = tuple[Cell, bool, bool] | None
#: Rows of places, all as long, each with a cell somewhere.
Grid = list[list[Place]]


@lean
class _Lying:
    """A cell in its row: from which column up to which, and the last row that it reaches into."""

    cell: Cell
    begin: int
    end: int
    first: int
    last: int


def placed(table: Table) -> Grid | None:
    """The table as a grid; ``None`` where it has more columns than Word takes.

    A column that no cell begins in is none: `colspan="1000"` over three columns reaches over three.
    """
    rows: list[list[_Lying]] = []
    begins: set[int] = set()
    reaching: list[_Lying] = []
    for number, row in enumerate(table.rows):
        reaching = [each for each in reaching if each.last >= number]
        reaching = sorted((*reaching, *_new(row, number, reaching)), key=lambda each: each.begin)
        begins.update(each.begin for each in reaching)
        if len(begins) > _MOST_COLUMNS:
            return None
        rows.append(reaching)
    columns = sorted(begins)
    return [_row(row, number, columns) for number, row in enumerate(rows)]


def _new(row: tuple[Cell, ...], number: int, reaching: list[_Lying]) -> list[_Lying]:
    """The cells that begin in a row, between those that reach into it from above."""
    new: list[_Lying] = []
    column, above = 0, iter((*reaching, None))
    ahead = next(above)
    for cell in row:
        while ahead is not None and ahead.begin <= column:
            column = max(column, ahead.end)
            ahead = next(above)
        end = column + cell.columns
        # HTML lays one cell over the other; in Word the one from above stands.
        shown = end if ahead is None else min(end, ahead.begin)
        new.append(_Lying(cell, column, shown, number, number + cell.rows - 1))
        if len(new) > _MOST_COLUMNS:
            break
        column = end
    return new


def _row(row: list[_Lying], number: int, columns: list[int]) -> list[Place]:
    places: list[Place] = [None] * len(columns)
    for each in row:
        first = bisect_left(columns, each.begin)
        for column in range(first, bisect_left(columns, each.end)):
            places[column] = (each.cell, column == first, each.first == number)
    return places


def rows_as_text(table: Table) -> Iterator[Paragraph]:
    """The rows of a table that Word cannot take, a paragraph each."""
    for row in table.rows:
        runs: list[Run] = []
        for paragraph in (each for cell in row for each in cell.paragraphs if each.runs):
            runs += (Run("\u3000"), *paragraph.runs) if runs else paragraph.runs
        if runs:
            yield Paragraph("body", tuple(runs))
