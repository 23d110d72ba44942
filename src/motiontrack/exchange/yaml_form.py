"""A form that came back as YAML: rows by their ids, as from a workbook, each value with its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from motiontrack.exchange.cells import Unsure
from motiontrack.exchange.filled import Filled
from motiontrack.exchange.identity import Identity, read_identity
from motiontrack.exchange.layout import FILLED, SIGNED
from motiontrack.exchange.text_rows import Block, Typed, file_fault, filled_of
from motiontrack.lean import lean
from motiontrack.model.resolve import Node
from motiontrack.source.reading import read_source
from motiontrack.source.text import SourceText
from motiontrack.source.values import Entry, Scalar, Sequence, Value
from motiontrack.source.values import Mapping as Keys

__all__ = ["YamlForm", "open_yaml_form", "read_yaml_form"]


@lean
class YamlForm:
    """A file that says that it is a form: what it is of, and its keys."""

    identity: Identity
    keys: Keys


def open_yaml_form(source: SourceText) -> YamlForm | Unsure:
    """The form that is written in ``source``, or why it is not read."""
    read = read_source(source)
    if read.faults or not isinstance(read.value, Keys):
        first = read.faults[0] if read.faults else None
        line = first.place.span.line if first is not None and first.place is not None else 1
        return file_fault(first.code if first is not None else "", line)
    identity = read_identity(_text(read.value.entries.get("form")))
    return YamlForm(identity, read.value) if identity is not None else Unsure("form-none")


def read_yaml_form(form: YamlForm, nodes: Mapping[str, Node]) -> Filled:
    """What the form says; ``nodes`` are the plan's items by their ids."""
    return filled_of(form.identity, _typed(form.keys, SIGNED), _blocks(form.keys), nodes)


def _blocks(keys: Keys) -> Iterator[Block]:
    entries = keys.entries.get("entries")
    listed = entries.value.items if entries is not None and isinstance(entries.value, Sequence) else []
    for value in listed:
        if isinstance(value, Keys):
            targets = value.entries.get("targets")
            totals = targets.value if targets is not None else None
            yield Block(
                _text(value.entries.get("task")),
                value.span.line,
                _typed(value, FILLED),
                _typed(totals, tuple(totals.entries)) if isinstance(totals, Keys) else {},
            )


def _typed(keys: Keys, asked: tuple[str, ...]) -> dict[str, Typed]:
    return {key: Typed(_text(entry), entry.line) for key in asked if (entry := keys.entries.get(key))}


def _text(entry: Entry | None) -> str:
    """What a key holds, lists line by line."""
    return _of(entry.value) if entry is not None else ""


def _of(value: Value) -> str:
    if isinstance(value, Scalar):
        return "" if value.null else value.text
    if isinstance(value, Sequence):
        return "\n".join(_of(item) for item in value.items)
    return ""
