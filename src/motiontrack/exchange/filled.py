"""A filled form read back: rows by their hidden ids, columns by their hidden keys, never by position."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from motiontrack.exchange.cells import Cell, Read, Unsure, choice, day, name, number, percent, words
from motiontrack.exchange.identity import FormKind, Identity, read_identity
from motiontrack.exchange.layout import FIGURE, FILLED, HEAD, KEYS, SIGNED, field
from motiontrack.exchange.opening import Merged, Sheet, cell_name
from motiontrack.language.display import one_line
from motiontrack.lean import lean
from motiontrack.model.fields import Choice, Day, Name, Number, OneOrMany
from motiontrack.model.resolve import Node
from motiontrack.model.written import Given

__all__ = ["Doubt", "Filled", "FilledRow", "identity_in", "read_form", "read_value"]


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
class FilledRow:
    """What one row says of its item, by the keys of a return; ``cells`` are where each was read."""

    item: str
    given: Mapping[str, Given]
    cells: Mapping[str, str]


@lean
class Filled:
    """A form as it came back: the rows that say something, those left empty, and what is not certain."""

    identity: Identity
    sheet: str
    rows: tuple[FilledRow, ...]
    empty: tuple[str, ...]
    doubts: tuple[Doubt, ...]


@lean
class _Grid:
    """Where things are on a sheet: the columns by their keys, the rows by their ids, both from 0."""

    sheet: Sheet
    ids: int
    columns: Mapping[str, int]
    rows: Mapping[str, int]
    doubled: Mapping[str, tuple[int, ...]]
    head: tuple[int, ...]
    nodes: Mapping[str, Node]
    year: int


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


def read_form(sheet: Sheet, identity: Identity, nodes: Mapping[str, Node], year: int) -> Filled:
    """What ``sheet`` says; ``nodes`` are the plan's items by their ids, and ``year`` is the plan's."""
    if identity.kind is not FormKind.RETURNS:
        raise ValueError(identity.kind)
    grid, doubts = _grid(sheet, nodes, year)
    if grid is None:
        return Filled(identity, sheet.name, (), (), tuple(doubts))
    head, of_head = _head(grid)
    doubts += of_head
    doubts += _of_merged(grid)
    rows, empty = [], []
    for item in dict.fromkeys(each.partition(FIGURE)[0] for each in grid.rows):
        given, cells, found = _row(grid, item)
        doubts += found
        if any(each.item == item for each in doubts):
            continue
        if not given:
            empty.append(item)
        else:
            rows.append(FilledRow(item, {**head, **given}, cells))
    doubts += _of_strangers(grid)
    return Filled(identity, sheet.name, tuple(rows), tuple(empty), tuple(doubts))


def _grid(sheet: Sheet, nodes: Mapping[str, Node], year: int) -> tuple[_Grid | None, list[Doubt]]:
    at = _keys_row(sheet)
    if at is None:
        return None, [Doubt(Unsure("form-none"), sheet.name)]
    keys, ids = at
    columns: dict[str, int] = {}
    for column in range(ids + 1, len(sheet.rows[keys])):
        key = sheet.cell(keys, column).value
        if isinstance(key, str) and key.strip():
            columns.setdefault(key.strip(), column)
    lacking = [key for key in FILLED if key not in columns]
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
    return _Grid(sheet, ids, columns, rows, doubled, head, nodes, year), []


# -- what is asked for once


def _head(grid: _Grid) -> tuple[dict[str, Given], list[Doubt]]:
    """Who filled the form in and when: each stands behind its label."""
    given: dict[str, Given] = {}
    doubts = []
    for row in grid.head:
        for column, key in _labels(grid, row):
            cell = grid.sheet.cell(row, column)
            read = read_value(key, cell, grid.year)
            if isinstance(read, Unsure):
                doubts.append(Doubt(read, grid.sheet.name, cell_name(row, column)))
            elif read:
                given[key] = read
    return given, doubts


def _labels(grid: _Grid, row: int) -> Iterator[tuple[int, str]]:
    """The column behind each label of the head, and the key that it asks for."""
    named = {name: key for key in SIGNED for name in (field(key).label_zh, field(key).label_en)}
    for column, cell in enumerate(grid.sheet.rows[row]):
        if isinstance(cell.value, str):
            key = named.get(cell.value.strip(" \u3000:："))
            if key is not None:
                yield column + 1, key


# -- the rows


def _row(grid: _Grid, item: str) -> tuple[dict[str, Given], dict[str, str], list[Doubt]]:
    """What the rows of one item say, with the cell of each key, and what is not certain in them."""
    given: dict[str, Given] = {}
    cells: dict[str, str] = {}
    doubts: list[Doubt] = []
    node = grid.nodes.get(item)
    if node is None:
        return given, cells, doubts
    if item in grid.rows:
        row = grid.rows[item]
        for key in FILLED:
            cells[key] = place = cell_name(row, grid.columns[key])
            read = read_value(key, grid.sheet.cell(row, grid.columns[key]), grid.year)
            if isinstance(read, Unsure):
                doubts.append(Doubt(read, grid.sheet.name, place, item))
            elif read:
                given[key] = tuple(read.split("\n")) if isinstance(field(key).shape, OneOrMany) else read
    targets, places, found = _figures(grid, node)
    if targets:
        given["targets"] = targets
        cells["targets"] = next(iter(places.values()))
    doubts += found
    if item in grid.rows and (given or doubts):
        doubts += _of_place(grid, item)
    return given, cells, doubts


def _figures(grid: _Grid, node: Node) -> tuple[dict[str, str], dict[str, str], list[Doubt]]:
    """The running totals of an item's targets, each in a row of its own."""
    totals: dict[str, str] = {}
    places: dict[str, str] = {}
    doubts = []
    for target in node.item.targets:
        row = grid.rows.get(f"{node.id}{FIGURE}{target.id}")
        if row is None:
            continue
        column = grid.columns["progress"]
        place = cell_name(row, column)
        read = number(grid.sheet.cell(row, column), target.measure or "")
        if isinstance(read, Unsure):
            doubts.append(Doubt(read, grid.sheet.name, place, node.id))
        elif read:
            totals[target.id], places[target.id] = read, place
    return totals, places, doubts


def read_value(key: str, cell: Cell, year: int) -> Read:
    """What stands for a key of a return; ``year`` is the plan's."""
    shape = field(key).shape
    if isinstance(shape, Choice):
        return choice(cell, shape)
    if isinstance(shape, Day):
        return day(cell, year)
    if isinstance(shape, Number):
        return percent(cell)
    return name(cell) if isinstance(shape, Name) else words(cell)


# -- rows that are not where they were


def _of_place(grid: _Grid, item: str) -> Iterator[Doubt]:
    """A row whose id is there twice, or does not belong to what is printed beside it."""
    if item in grid.doubled:
        rows = tuple(str(row + 1) for row in grid.doubled[item])
        yield Doubt(
            Unsure("row-doubled", item, rows), grid.sheet.name, cell_name(grid.rows[item], grid.ids), item
        )
    column = grid.columns.get("no")
    if column is not None:
        printed = words(grid.sheet.cell(grid.rows[item], column))
        if printed != item:
            shown = one_line(printed, 30) if isinstance(printed, str) else ""
            place = cell_name(grid.rows[item], column)
            yield Doubt(Unsure("row-moved", item, (shown,)), grid.sheet.name, place, item)


def _of_strangers(grid: _Grid) -> Iterator[Doubt]:
    """Rows that are filled in and belong to no item of the plan, also those without an id."""
    known = {row: item for item, row in grid.rows.items()}
    known |= {row: item for item, rows in grid.doubled.items() for row in rows}
    first = min(grid.rows.values(), default=len(grid.sheet.rows))
    for row in range(first, len(grid.sheet.rows)):
        filled = [grid.columns[key] for key in FILLED if words(grid.sheet.cell(row, grid.columns[key])) != ""]
        item = known.get(row, "")
        if not filled:
            continue
        if not item:
            yield Doubt(Unsure("row-no-id"), grid.sheet.name, cell_name(row, filled[0]))
        elif not _is_asked(item, grid.nodes):
            yield Doubt(Unsure("row-unknown", item), grid.sheet.name, cell_name(row, grid.ids))


def _is_asked(name: str, nodes: Mapping[str, Node]) -> bool:
    item, mark, target = name.partition(FIGURE)
    node = nodes.get(item)
    return node is not None and (not mark or any(each.id == target for each in node.item.targets))


def _of_merged(grid: _Grid) -> list[Doubt]:
    """Cells to be filled in that were made one: whether what stands there is meant for each is asked."""
    columns = {grid.columns[key] for key in FILLED}
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
