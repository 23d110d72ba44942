"""A unit's own plan read back from its form, and taken into ``schedules.yaml`` whole or not at all.

A later plan supersedes the earlier one whole, so that half a plan would take back the other half.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from motiontrack.additions import Added, Addition, add
from motiontrack.book import Book
from motiontrack.diagnostics.record import Diagnostic
from motiontrack.exchange.cells import Cell, Read, Unsure, day, name, percent, words
from motiontrack.exchange.grid import Doubt, Grid, grid_of, of_barred, of_merged, of_place, of_strangers
from motiontrack.exchange.identity import Identity
from motiontrack.exchange.layout import FIGURE
from motiontrack.exchange.opening import Sheet, cell_name
from motiontrack.exchange.plan_form import OF_ITEM, OF_STAGE
from motiontrack.lean import lean
from motiontrack.model.fields import describe
from motiontrack.model.items import Item
from motiontrack.model.registers import Schedule, Scheduled
from motiontrack.model.resolve import Kind, Node
from motiontrack.model.scalars import tidy_name
from motiontrack.model.written import Given

__all__ = ["FilledPlan", "TakenPlan", "read_plan_form", "take_plans"]

_OF_ROW = {"stage": "text", "stage_due": "due", "percent": "percent"}
_BETWEEN_NAMES = r"[、,，;；\n]\s*"
Rows = tuple[Mapping[str, Given], ...]


@lean
class FilledPlan:
    """A unit's plan as it came back: its items with their stages, where each was read, and the doubts."""

    file: str
    hash: str
    identity: Identity
    sheet: str
    items: Rows
    cells: Mapping[str, str]
    doubts: tuple[Doubt, ...]


@lean
class TakenPlan:
    """What became of one form: the items taken, those that are in the files already, what is not certain."""

    form: FilledPlan
    accepted: tuple[str, ...]
    again: tuple[str, ...]
    doubts: tuple[Doubt, ...]
    refused: tuple[tuple[Doubt, Diagnostic], ...] = ()

    @property
    def identity(self) -> Identity:
        """What the form is of."""
        return self.form.identity

    @property
    def whole(self) -> bool:
        """Whether nothing of it was left aside."""
        return not self.doubts and not self.refused


def read_plan_form(
    sheet: Sheet, identity: Identity, nodes: Mapping[str, Node], *, file: str, hash_: str
) -> FilledPlan:
    """What ``sheet`` says; ``nodes`` are the plan's items by their ids."""
    labels = {key: describe(Scheduled)[key][1].label_zh for key in OF_ITEM}
    labels |= {key: describe(Item)[_OF_ROW[key]][1].label_zh for key in OF_STAGE}
    grid, doubts = grid_of(sheet, labels, _rows_there_may_be(sheet, nodes))
    if grid is None:
        return FilledPlan(file, hash_, identity, sheet.name, (), {}, tuple(doubts))
    doubts += of_merged(grid)
    doubts += of_strangers(grid)
    cells: dict[str, str] = {}
    items: list[Mapping[str, Given]] = []
    for item in (each for each in grid.rows if FIGURE not in each and each in nodes):
        given = _values(grid, item, item, OF_ITEM, cells, doubts)
        stages = [*_stages(grid, item, cells, doubts)]
        doubts += of_place(grid, item) if given or stages else ()
        if given or stages:
            items.append({"task": item, **given, "stages": stages})
    return FilledPlan(file, hash_, identity, sheet.name, tuple(items), cells, tuple(doubts))


def _rows_there_may_be(sheet: Sheet, nodes: Mapping[str, Node]) -> frozenset[str]:
    """The tasks and parts, and the rows for stages of them, whose ids the form itself has given out."""
    texts = {str(cell.value) for line in sheet.rows for cell in line[:3] if isinstance(cell.value, str)}
    items = {node.id for node in nodes.values() if node.kind in (Kind.TASK, Kind.PART)}
    return frozenset((*items, *(text for text in texts if text.partition(FIGURE)[0] in items)))


def _stages(
    grid: Grid, item: str, cells: dict[str, str], doubts: list[Doubt]
) -> Iterator[Mapping[str, Given]]:
    """The stages of one item, in the order of their rows."""
    rows = sorted((row, each) for each, row in grid.rows.items() if each.startswith(f"{item}{FIGURE}"))
    for _, each in rows:
        given = _values(grid, each, item, OF_STAGE, cells, doubts)
        if given:
            yield {"id": each.partition(FIGURE)[2], **{_OF_ROW[key]: value for key, value in given.items()}}


def _values(
    grid: Grid, row: str, item: str, keys: tuple[str, ...], cells: dict[str, str], doubts: list[Doubt]
) -> dict[str, Given]:
    given: dict[str, Given] = {}
    doubts += of_barred(grid, row, keys)
    for key in keys:
        place = cell_name(grid.rows[row], grid.columns[key])
        cells.setdefault(row.rpartition(FIGURE)[2], place)
        read = _value(key, grid.sheet.cell(grid.rows[row], grid.columns[key]))
        if isinstance(read, Unsure):
            doubts.append(Doubt(read, grid.sheet.name, place, item))
        elif read:
            given[key] = tuple(map(tidy_name, re.split(_BETWEEN_NAMES, read))) if key == "overseer" else read
    return given


def _value(key: str, cell: Cell) -> Read:
    if key == "clerk":
        return name(cell)
    if key == "percent":
        return percent(cell)
    if key == "stage_due" and not isinstance(cell.value, str):
        return day(cell)  # a date; words are the grammar's to read
    read = words(cell)
    return " ".join(read.split("\n")) if isinstance(read, str) else read


# -- into the files


def take_plans(
    files: Mapping[str, bytes], forms: Sequence[FilledPlan], book: Book, received: date
) -> tuple[Added, tuple[TakenPlan, ...]]:
    """``forms``, received on ``received``, taken into ``files``, each whole or not at all."""
    taken: list[TakenPlan] = []
    additions: list[Addition] = []
    added = add(files, ())
    for form in forms:
        unit = book.unit_id(form.identity.unit)
        latest = _latest(unit, book)
        tasks = tuple(str(item["task"]) for item in form.items)
        if form.doubts or not form.items:
            taken.append(TakenPlan(form, (), (), form.doubts))
        elif _stands_already(form.items, latest):
            taken.append(TakenPlan(form, (), tasks, ()))
        elif _holds_more(latest):
            taken.append(TakenPlan(form, (), (), (Doubt(Unsure("plan-more", unit), form.sheet),)))
        else:
            tried = add(files, (*additions, _addition(form.items, unit, received, book)))
            if tried.refused:
                refused = tuple((_doubt(each, form, tried.book), each) for each in tried.refused)
                taken.append(TakenPlan(form, (), (), (), refused))
                continue
            additions.append(_addition(form.items, unit, received, book))
            added = tried
            taken.append(TakenPlan(form, tasks, (), ()))
    return added, tuple(taken)


def _addition(items: Rows, unit: str, received: date, book: Book) -> Addition:
    head = ("illustrative: true",) if book.illustrative else ()
    given: dict[str, Given] = {"unit": unit, "received": received.isoformat(), "items": items}
    return Addition("schedules.yaml", "schedules", given, head)


def _latest(unit: str, book: Book) -> Schedule | None:
    """The plan that the unit handed in last."""
    own = [each for each in book.schedule_rows if book.unit_id(each.unit) == unit]
    return max(own, key=lambda each: each.received or date.min, default=None)


def _stands_already(items: Rows, latest: Schedule | None) -> bool:
    """Whether the unit's latest plan says the same."""
    return latest is not None and [_told(each) for each in items] == [
        _of_record(each) for each in latest.items
    ]


def _holds_more(latest: Schedule | None) -> bool:
    """Whether the plan on file has what no form can: targets of a stage, a unit of its own."""
    stages = [stage for row in latest.items for stage in row.stages] if latest is not None else []
    return any(stage.at.given - {"id", *_OF_ROW.values()} for stage in stages)


def _told(row: Mapping[str, Given]) -> dict[str, object]:
    """A row without what is empty, in a form in which two can be compared."""
    told: dict[str, object] = {}
    for key, fact in row.items():
        if isinstance(fact, str):
            told[key] = fact
        elif fact:
            told[key] = [_told(each) if isinstance(each, Mapping) else each for each in fact]
    return told


def _of_record(scheduled: Scheduled) -> dict[str, object]:
    stages = [
        {
            "id": stage.id,
            "text": stage.text,
            **({"due": stage.due} if stage.due else {}),
            **({"percent": f"{stage.percent:f}"} if stage.percent is not None else {}),
        }
        for stage in scheduled.stages
    ]
    row = {
        "task": scheduled.task,
        "overseer": scheduled.overseer,
        "department": scheduled.department or "",
        "clerk": scheduled.clerk or "",
        "stages": stages,
    }
    return {key: list(fact) if isinstance(fact, tuple) else fact for key, fact in row.items() if fact}


def _doubt(found: Diagnostic, form: FilledPlan, book: Book | None) -> Doubt:
    """The cell that an error comes from: of the stage, else of the item, in whose lines it stands."""
    line = found.place.span.line if found.place is not None else 0
    named = [*_named(book.schedule_rows if book is not None else ())]
    before = [(at, each) for at, each in named if at <= line and each in form.cells]
    _, where = max(before, default=(0, found.item or ""))
    item = where if where in {str(each["task"]) for each in form.items} else where.rpartition(".")[0]
    return Doubt(Unsure("refused"), form.sheet, form.cells.get(where, ""), item)


def _named(schedules: Sequence[Schedule]) -> Iterator[tuple[int, str]]:
    """The line of every item and stage of the units' plans, and its id."""
    for schedule in schedules:
        for row in schedule.items:
            yield row.at.span.line, row.task
            yield from ((stage.at.span.line, stage.id) for stage in row.stages)
