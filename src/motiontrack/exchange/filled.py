"""A month's form read back: what each row says of its item, and what is not certain in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from unicodedata import normalize

from motiontrack.exchange.cells import (
    Cell,
    Read,
    Unsure,
    choice,
    day,
    name,
    number,
    percent,
    value_words,
    words,
)
from motiontrack.exchange.grid import Doubt, Grid, grid_of, of_barred, of_merged, of_place, of_strangers
from motiontrack.exchange.identity import Identity
from motiontrack.exchange.layout import FIGURE, FILLED, OF_STAGE, SIGNED, field
from motiontrack.exchange.opening import Sheet, cell_name
from motiontrack.lean import lean
from motiontrack.model.fields import Choice, Day, Name, Number, OneOrMany
from motiontrack.model.resolve import Kind, Node
from motiontrack.model.written import Given

__all__ = ["Filled", "FilledRow", "read_form", "read_value"]


@lean
class FilledRow:
    """What one row says of its item, by the keys of a return; ``cells`` are where each was read."""

    item: str
    given: Mapping[str, Given]
    cells: Mapping[str, str]


@lean
class Filled:
    """A form as it came back: the rows that say something, and what is not certain."""

    identity: Identity
    sheet: str
    rows: tuple[FilledRow, ...]
    doubts: tuple[Doubt, ...]


def read_form(sheet: Sheet, identity: Identity, nodes: Mapping[str, Node]) -> Filled:
    """What ``sheet`` says; ``nodes`` are the plan's items by their ids."""
    grid, doubts = grid_of(sheet, {key: field(key).label_zh for key in FILLED}, frozenset(_ids(nodes)))
    if grid is None:
        return Filled(identity, sheet.name, (), tuple(doubts))
    head, of_head = _head(grid)
    doubts += of_head
    doubts += of_merged(grid)
    rows = []
    for item in dict.fromkeys(each.partition(FIGURE)[0] for each in grid.rows):
        given, cells, found = _row(grid, item, nodes.get(item))
        doubts += found
        if any(each.item == item for each in doubts):
            continue
        if given:
            rows.append(FilledRow(item, {**head, **given}, cells))
    doubts += _of_known(grid, nodes)
    doubts += of_strangers(grid)
    return Filled(identity, sheet.name, tuple(rows), tuple(doubts))


def _ids(nodes: Mapping[str, Node]) -> Iterator[str]:
    """What a row can be about: every item of the plan, and every target of one."""
    for node in nodes.values():
        yield node.id
        yield from (f"{node.id}{FIGURE}{target.id}" for target in node.item.targets)


# -- what is asked for once


def _head(grid: Grid) -> tuple[dict[str, Given], list[Doubt]]:
    """Who filled the form in and when: each stands behind its label."""
    given: dict[str, Given] = {}
    doubts = []
    for row in grid.head:
        for column, key in _labels(grid, row):
            cell = grid.sheet.cell(row, column)
            read = read_value(key, cell)
            if isinstance(read, Unsure):
                doubts.append(Doubt(read, grid.sheet.name, cell_name(row, column)))
            elif read:
                given[key] = read
    return given, doubts


def _labels(grid: Grid, row: int) -> Iterator[tuple[int, str]]:
    """The column behind each label of the head, and the key that it asks for."""
    named = {name: key for key in SIGNED for name in (field(key).label_zh, field(key).label_en)}
    for column, cell in enumerate(grid.sheet.rows[row]):
        if isinstance(cell.value, str):
            key = named.get(cell.value.strip(" \u3000:："))
            if key is not None:
                yield column + 1, key


# -- the rows


def _row(grid: Grid, item: str, node: Node | None) -> tuple[dict[str, Given], dict[str, str], list[Doubt]]:
    """What the rows of one item say, with the cell of each key, and what is not certain in them."""
    given: dict[str, Given] = {}
    cells: dict[str, str] = {}
    doubts: list[Doubt] = []
    if node is None:
        return given, cells, doubts
    if item in grid.rows:
        row = grid.rows[item]
        asked = OF_STAGE if node.kind is Kind.STAGE else FILLED
        doubts += of_barred(grid, item, asked)
        for key in asked:
            cells[key] = place = cell_name(row, grid.columns[key])
            read = read_value(key, grid.sheet.cell(row, grid.columns[key]))
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
        doubts += of_place(grid, item)
    return given, cells, doubts


def _of_known(grid: Grid, nodes: Mapping[str, Node]) -> Iterator[Doubt]:
    """What was written over in the cells that say what an item is: it is no return, and would be lost.

    It keeps no row out. A row that stands in another's place is told as such.
    """
    for item, row in grid.rows.items():
        node = nodes.get(item)
        if node is None or node.kind is Kind.STAGE or any(of_place(grid, item)):
            continue
        printed = {"text": node.item.text, "due": "" if node.standing else node.due_words}
        for key, meant in printed.items():
            said = words(grid.sheet.cell(row, grid.columns[key])) if key in grid.columns else ""
            # Below the printed words of a deadline stands what was made of them.
            shown = said.partition("\n")[0] if key == "due" and isinstance(said, str) else said
            if isinstance(shown, str) and shown and meant and _bare(shown) != _bare(meant):
                place = cell_name(row, grid.columns[key])
                yield Doubt(Unsure("cell-known", shown, (meant,)), grid.sheet.name, place)


def _bare(text: str) -> str:
    """A text without what another program may have changed in it."""
    return "".join(normalize("NFKC", text).split())


def _figures(grid: Grid, node: Node) -> tuple[dict[str, str], dict[str, str], list[Doubt]]:
    """The running totals of an item's targets, each in a row of its own."""
    totals: dict[str, str] = {}
    places: dict[str, str] = {}
    doubts: list[Doubt] = []
    for target in node.item.targets:
        row_id = f"{node.id}{FIGURE}{target.id}"
        row = grid.rows.get(row_id)
        if row is None:
            continue
        column = grid.columns["progress"]
        place = cell_name(row, column)
        doubts += of_barred(grid, row_id, ("progress",))
        read = number(grid.sheet.cell(row, column), target.measure or "")
        if read:
            doubts += of_place(grid, row_id)
        if isinstance(read, Unsure):
            doubts.append(Doubt(read, grid.sheet.name, place, node.id))
        elif read:
            totals[target.id], places[target.id] = read, place
    return totals, places, doubts


def read_value(key: str, cell: Cell) -> Read:
    """What stands for a key of a return."""
    shape = field(key).shape
    if isinstance(shape, Choice):
        return choice(cell, shape)
    if isinstance(shape, Day):
        return day(cell)
    if isinstance(shape, Number):
        return percent(cell)
    if isinstance(shape, OneOrMany):
        return value_words(cell)  # 无 is no evidence
    return name(cell) if isinstance(shape, Name) else words(cell)
