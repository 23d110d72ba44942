"""A form that came back as YAML: rows by their ids, as from a workbook, each value with its line."""

from __future__ import annotations

import re
from collections.abc import Mapping

from motiontrack.exchange.cells import EMPTY, Cell, Unsure, number
from motiontrack.exchange.filled import Filled, FilledRow, read_value
from motiontrack.exchange.grid import Doubt
from motiontrack.exchange.identity import Identity, read_identity
from motiontrack.exchange.layout import FILLED, SIGNED, field
from motiontrack.lean import lean
from motiontrack.model.fields import OneOrMany
from motiontrack.model.resolve import Node
from motiontrack.model.written import Given
from motiontrack.source.reading import read_source
from motiontrack.source.text import decode
from motiontrack.source.values import Entry, Scalar, Sequence, Value
from motiontrack.source.values import Mapping as Keys

#: The line in which such a file says what it is of.
_BEGINS = rb"(?m)^\W*form[ \t]*(?::|\xef\xbc\x9a)"

__all__ = ["YamlForm", "open_yaml_form", "read_yaml_form"]


@lean
class YamlForm:
    """A file that says that it is a form: what it is of, and its keys."""

    identity: Identity
    keys: Keys


def open_yaml_form(data: bytes) -> YamlForm | Unsure:
    """The form in ``data``, or why there is none."""
    if re.search(_BEGINS, data) is None:
        return Unsure("file-kind")  # also a form saved as CSV: its ids may be lost, and its lists are
    source, faults = decode("form.yaml", data)
    read = read_source(source) if source is not None and not faults else None
    found = [*faults, *(read.faults if read is not None else ())]
    if found or read is None or not isinstance(read.value, Keys):
        first = found[0] if found else None
        line = str(first.place.span.line) if first is not None and first.place is not None else "1"
        return Unsure("file-yaml", line, (first.code,) if first is not None else ())
    identity = read_identity(_text(read.value.entries.get("form")))
    return YamlForm(identity, read.value) if identity is not None else Unsure("form-none")


def read_yaml_form(form: YamlForm, nodes: Mapping[str, Node]) -> Filled:
    """What the form says; ``nodes`` are the plan's items by their ids."""
    doubts: list[Doubt] = []
    head = _values(form.keys, SIGNED, "", doubts)
    rows: list[FilledRow] = []
    entries = form.keys.entries.get("entries")
    listed = entries.value.items if entries is not None and isinstance(entries.value, Sequence) else []
    seen: dict[str, int] = {}
    for value in listed:
        if not isinstance(value, Keys):
            continue
        item, line = _text(value.entries.get("task")), value.span.line
        before = len(doubts)
        given = _values(value, FILLED, item, doubts)
        node = nodes.get(item)
        targets = _figures(value, node, doubts) if node is not None else {}
        if targets:
            given["targets"] = targets
        if not given and len(doubts) == before:
            continue
        if node is None:
            why = Unsure("row-unknown", item) if item else Unsure("row-no-id")
            doubts.append(Doubt(why, "", str(line), item))
        elif item in seen:
            why = Unsure("row-doubled", item, (str(seen[item]), str(line)))
            doubts.append(Doubt(why, "", str(line), item))
        elif len(doubts) == before:
            places = {key: str(entry.line) for key, entry in value.entries.items()}
            rows.append(FilledRow(item, {**head, **given}, places))
        seen.setdefault(item, line)
    doubled = {doubt.item for doubt in doubts if doubt.unsure.why == "row-doubled"}
    kept = tuple(row for row in rows if row.item not in doubled)
    return Filled(form.identity, "", kept, tuple(doubts))


def _values(keys: Keys, asked: tuple[str, ...], item: str, doubts: list[Doubt]) -> dict[str, Given]:
    """What was filled in for the keys ``asked``; what is not certain is added to ``doubts``."""
    given: dict[str, Given] = {}
    for key in asked:
        entry = keys.entries.get(key)
        read = read_value(key, _cell(entry))
        if isinstance(read, Unsure):
            doubts.append(Doubt(read, "", str(entry.line if entry else 1), item))
        elif read:
            given[key] = tuple(read.split("\n")) if isinstance(field(key).shape, OneOrMany) else read
    return given


def _figures(keys: Keys, node: Node, doubts: list[Doubt]) -> dict[str, str]:
    entry = keys.entries.get("targets")
    if entry is None or not isinstance(entry.value, Keys):
        return {}
    measures = {target.id: target.measure or "" for target in node.item.targets}
    totals: dict[str, str] = {}
    for name, each in entry.value.entries.items():
        read = number(_cell(each), measures.get(name, ""))
        if isinstance(read, Unsure):
            doubts.append(Doubt(read, "", str(each.line), node.id))
        elif read:
            totals[name] = read
    return totals


def _cell(entry: Entry | None) -> Cell:
    text = _text(entry)
    return Cell(text) if text else EMPTY


def _text(entry: Entry | None) -> str:
    """What a key holds, lists line by line."""
    return _of(entry.value) if entry is not None else ""


def _of(value: Value) -> str:
    if isinstance(value, Scalar):
        return "" if value.null else value.text
    if isinstance(value, Sequence):
        return "\n".join(_of(item) for item in value.items)
    return ""
