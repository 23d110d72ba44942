"""A sheet that is a form: which, and where its rows and columns are, by hidden ids and keys only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from motiontrack.exchange.cells import Unsure, words
from motiontrack.exchange.identity import Identity, read_identity
from motiontrack.exchange.layout import FIGURE, HEAD, KEYS
from motiontrack.exchange.opening import Merged, Sheet, cell_name
from motiontrack.language.display import one_line
from motiontrack.lean import lean

__all__ = [
    "Doubt",
    "Grid",
    "grid_of",
    "identity_in",
    "of_barred",
    "of_merged",
    "of_other_sheets",
    "of_place",
    "of_strangers",
]

#: Sheets that an office program adds for itself.
_RESERVED = "WpsReserved"


@lean
class Doubt:
    """What is not certain in a form, and where: of one row, or of the whole form where ``item`` is empty.

    ``cell`` is a line where there are no sheets.
    """

    unsure: Unsure
    sheet: str = ""
    cell: str = ""
    item: str = ""


@lean
class Grid:
    """Where things are on a sheet: the columns by their keys, the rows by their ids, both from 0.

    ``filled`` are the keys of the columns that are filled in, ``known`` the ids that the plan has.
    """

    sheet: Sheet
    ids: int
    columns: Mapping[str, int]
    rows: Mapping[str, int]
    doubled: Mapping[str, tuple[int, ...]]
    head: tuple[int, ...]
    filled: tuple[str, ...]
    known: frozenset[str]


def identity_in(sheets: Sequence[Sheet]) -> tuple[Sheet, Identity] | Unsure:
    """The sheet that is a form, and what it says it is; by its hidden cell, else by the file's property."""
    found = [(sheet, identity) for sheet in sheets if (identity := _hidden_identity(sheet)) is not None]
    if len({identity for _, identity in found}) > 1:
        return Unsure("form-several")
    by_property = read_identity(sheets[0].says) if sheets else None
    if found and by_property is not None and found[0][1] != by_property:
        return Unsure("form-mixed", by_property.unit or "", (found[0][1].unit,))
    if not found:
        keyed = [sheet for sheet in sheets if _keys_row(sheet) is not None]
        if not keyed or by_property is None:
            return Unsure("form-none")
        found = [(keyed[0], by_property)]
    sheet, identity = found[0]
    return (sheet, identity) if _keys_row(sheet) is not None else Unsure("form-none")


def _hidden_identity(sheet: Sheet) -> Identity | None:
    for line in sheet.rows[:20]:
        for cell in line:
            if isinstance(cell.value, str) and (identity := read_identity(cell.value)) is not None:
                return identity
    return None


def _keys_row(sheet: Sheet) -> tuple[int, int] | None:
    """Where the row of the keys begins."""
    for row, line in enumerate(sheet.rows[:50]):
        for column, cell in enumerate(line):
            if cell.value == KEYS:
                return row, column
    return None


def grid_of(
    sheet: Sheet, filled: Mapping[str, str], known: frozenset[str]
) -> tuple[Grid | None, list[Doubt]]:
    """Where things are; ``filled`` are the keys of the columns to be filled in, with their labels."""
    at = _keys_row(sheet)
    if at is None:
        return None, [Doubt(Unsure("form-none"), sheet.name)]
    keys, ids = at
    columns: dict[str, int] = {}
    for column in range(ids + 1, len(sheet.rows[keys])):
        key = sheet.cell(keys, column).value
        if isinstance(key, str) and key.strip():
            columns.setdefault(key.strip(), column)
    lacking = [label for key, label in filled.items() if key not in columns]
    if lacking:
        return None, [Doubt(Unsure("form-columns", known=tuple(lacking)), sheet.name)]
    found: dict[str, list[int]] = {}
    for row in range(keys + 1, len(sheet.rows)):
        text = words(sheet.cell(row, ids))
        if isinstance(text, str) and text:
            found.setdefault(text, []).append(row)
    head = tuple(row for row in range(len(sheet.rows)) if sheet.cell(row, ids).value == HEAD)
    rows = {item: at[0] for item, at in found.items()}
    doubled = {item: tuple(at) for item, at in found.items() if len(at) > 1}
    return Grid(sheet, ids, columns, rows, doubled, head, tuple(filled), known), []


# -- rows that are not where they were


def of_place(grid: Grid, name: str) -> Iterator[Doubt]:
    """A row whose id is there twice, or does not belong to what is printed beside it."""
    item = name.partition(FIGURE)[0]
    if name in grid.doubled:
        rows = tuple(str(row + 1) for row in grid.doubled[name])
        place = cell_name(grid.rows[name], grid.ids)
        yield Doubt(Unsure("row-doubled", name, rows), grid.sheet.name, place, item)
    column = grid.columns.get("no")
    if column is not None:
        printed = words(grid.sheet.cell(grid.rows[name], column))
        if printed != item:
            shown = one_line(printed, 30) if isinstance(printed, str) else ""
            place = cell_name(grid.rows[name], column)
            yield Doubt(Unsure("row-moved", name, (shown,)), grid.sheet.name, place, item)


def of_barred(grid: Grid, name: str, asked: tuple[str, ...]) -> Iterator[Doubt]:
    """What was written into a row where only ``asked`` is filled in: it would be lost."""
    for key in grid.filled:
        row, column = grid.rows[name], grid.columns[key]
        if key not in asked and words(grid.sheet.cell(row, column)) != "":
            item = name.partition(FIGURE)[0]
            yield Doubt(Unsure("cell-barred"), grid.sheet.name, cell_name(row, column), item)


def of_strangers(grid: Grid) -> Iterator[Doubt]:
    """What stands beside or below the form, and rows that belong to no item of the plan."""
    known = {row: item for item, row in grid.rows.items()}
    known |= {row: item for item, rows in grid.doubled.items() for row in rows}
    filled = {grid.columns[key] for key in grid.filled}
    first = min(grid.rows.values(), default=len(grid.sheet.rows))
    for row in range(first, len(grid.sheet.rows)):
        item = known.get(row, "")
        written = [
            column
            for column, cell in enumerate(grid.sheet.rows[row])
            if column != grid.ids and (column not in grid.columns.values() or not item) and words(cell) != ""
        ]
        if not item and filled & set(written):
            place = cell_name(row, min(filled & set(written)))
            yield Doubt(Unsure("row-no-id"), grid.sheet.name, place)
        elif written:
            yield Doubt(Unsure("cell-outside"), grid.sheet.name, cell_name(row, written[0]))
        is_filled = any(words(grid.sheet.cell(row, column)) != "" for column in filled)
        if item and item not in grid.known and is_filled:
            yield Doubt(Unsure("row-unknown", item), grid.sheet.name, cell_name(row, grid.ids))


def of_other_sheets(sheets: Sequence[Sheet], form: Sheet) -> Iterator[Doubt]:
    """Sheets beside the form that hold anything: what was written there is not read."""
    for sheet in sheets:
        if sheet is form or sheet.name.startswith(_RESERVED):
            continue
        if any(words(cell) != "" for line in sheet.rows for cell in line):
            yield Doubt(Unsure("sheet-extra"), sheet.name)


def of_merged(grid: Grid) -> list[Doubt]:
    """Cells to be filled in that were made one: whether what stands there is meant for each is asked."""
    columns = {grid.columns[key] for key in grid.filled}
    by_row = {row: item.partition(FIGURE)[0] for item, row in grid.rows.items()}
    doubts = []
    for merged in grid.sheet.merged:
        items = [by_row[row] for row in range(merged.top, merged.bottom + 1) if row in by_row]
        touched = columns & set(range(merged.left, merged.right + 1))
        if not items or not touched or (len(items) == 1 and len(touched) == 1):
            continue
        if words(grid.sheet.cell(merged.top, merged.left)) == "":
            continue
        place = _range(merged)
        doubts += [
            Doubt(Unsure("merged", known=tuple(dict.fromkeys(items))), grid.sheet.name, place, item)
            for item in dict.fromkeys(items)
        ]
    return doubts


def _range(merged: Merged) -> str:
    return f"{cell_name(merged.top, merged.left)}:{cell_name(merged.bottom, merged.right)}"
