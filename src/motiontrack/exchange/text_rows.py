"""Forms that came back as text: what was written for an item, whatever the text looks like, made rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from motiontrack.diagnostics.record import Recode
from motiontrack.exchange.cells import EMPTY, Cell, Unsure, number
from motiontrack.exchange.filled import Filled, FilledRow, read_value
from motiontrack.exchange.grid import Doubt
from motiontrack.exchange.identity import FORM_MARK, Identity
from motiontrack.exchange.layout import field
from motiontrack.lean import lean
from motiontrack.model.fields import OneOrMany
from motiontrack.model.resolve import Node
from motiontrack.model.written import Given
from motiontrack.source.text import SourceText, decode

__all__ = ["Block", "Typed", "file_fault", "filled_of", "text_of"]


@lean
class Typed:
    """What was typed for a key, and the line where that begins."""

    text: str
    line: int

    @property
    def cell(self) -> Cell:
        """It, as a cell of a sheet would hold it."""
        return Cell(self.text) if self.text else EMPTY


@lean
class Block:
    """What was typed for one item: by the keys of a return, by the ids of its targets."""

    item: str
    line: int
    values: Mapping[str, Typed]
    totals: Mapping[str, Typed]
    doubts: tuple[Doubt, ...] = ()


def text_of(data: bytes) -> SourceText | Unsure:
    """The text of a file that says it is a form, in UTF-8 or in what is certainly another encoding."""
    if not data:
        return Unsure("file-empty")
    source, faults = decode("form", data)
    if source is None:
        certain = [repair.encoding for each in faults for repair in each.repair if isinstance(repair, Recode)]
        if certain:
            source, faults = SourceText("form", data.decode(certain[0]).removeprefix("\ufeff")), ()
    if (source is None and FORM_MARK.encode() not in data) or (
        source is not None and FORM_MARK not in source.text
    ):
        return Unsure("file-kind")
    if source is None or faults:
        first = faults[0]
        return file_fault(first.code, first.place.span.line if first.place is not None else 1)
    return source


def file_fault(code: str, line: int) -> Unsure:
    """Why a text is not read as a whole."""
    return Unsure("file-yaml", str(line), (code,) if code else ())


def filled_of(
    identity: Identity,
    head: Mapping[str, Typed],
    blocks: Iterable[Block],
    nodes: Mapping[str, Node],
    beside: Iterable[Doubt] = (),
) -> Filled:
    """What a form says; ``nodes`` are the plan's items by their ids, ``beside`` what else is doubtful."""
    signed, doubts = _values(head, "")
    rows: list[FilledRow] = []
    seen: dict[str, int] = {}
    for block in blocks:
        row, found = _row(block, nodes.get(block.item), signed)
        if row is None and not found:
            continue
        if block.item in seen:
            lines = (str(seen[block.item]), str(block.line))
            found.append(Doubt(Unsure("row-doubled", block.item, lines), "", str(block.line), block.item))
        doubts += found
        if row is not None and not found:
            rows.append(row)
        seen.setdefault(block.item, block.line)
    doubled = {doubt.item for doubt in doubts if doubt.unsure.why == "row-doubled"}
    kept = tuple(row for row in rows if row.item not in doubled)
    return Filled(identity, "", kept, (*doubts, *beside))


def _row(
    block: Block, node: Node | None, signed: Mapping[str, Given]
) -> tuple[FilledRow | None, list[Doubt]]:
    """What a block says of its item, ``None`` where nothing was filled in; and what is not certain in it."""
    given, doubts = _values(block.values, block.item)
    targets, of_targets = _figures(block, node)
    doubts += [*of_targets, *block.doubts]
    if targets:
        given["targets"] = targets
    if not given and not doubts:
        return None, []
    if node is None:
        why = Unsure("row-unknown", block.item) if block.item else Unsure("row-no-id")
        return None, [Doubt(why, "", str(block.line), block.item)]
    places = {"task": str(block.line), **{key: str(typed.line) for key, typed in block.values.items()}}
    if block.totals:
        places["targets"] = str(min(typed.line for typed in block.totals.values()))
    return FilledRow(block.item, {**signed, **given}, places), doubts


def _values(typed: Mapping[str, Typed], item: str) -> tuple[dict[str, Given], list[Doubt]]:
    given: dict[str, Given] = {}
    doubts: list[Doubt] = []
    for key, each in typed.items():
        read = read_value(key, each.cell)
        if isinstance(read, Unsure):
            doubts.append(Doubt(read, "", str(each.line), item))
        elif read:
            given[key] = tuple(read.split("\n")) if isinstance(field(key).shape, OneOrMany) else read
    return given, doubts


def _figures(block: Block, node: Node | None) -> tuple[dict[str, str], list[Doubt]]:
    measures = {target.id: target.measure or "" for target in node.item.targets} if node is not None else {}
    totals: dict[str, str] = {}
    doubts: list[Doubt] = []
    for name, each in block.totals.items():
        read = number(each.cell, measures.get(name, ""))
        if isinstance(read, Unsure):
            doubts.append(Doubt(read, "", str(each.line), block.item))
        elif read:
            totals[name] = read
    return totals, doubts
