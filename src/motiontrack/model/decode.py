"""Positioned values to records by ``model.fields``: every fault, none hiding the next."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

from motiontrack.diagnostics.record import Diagnostic, Place, Span, fault_of
from motiontrack.model import fields, items, plan, registers, returns, settings, units  # noqa: F401 - for RECORDS
from motiontrack.model.fields import RECORDS, At, Description, Record, describe
from motiontrack.model.scalars import READERS, Refused
from motiontrack.source.text import SourceText
from motiontrack.source.values import Mapping, Scalar, Sequence, Value

__all__ = ["RECORDS", "decode"]

#: The key that says whose facts a record holds, so that its faults leave that item unjudged.
_OWNER_KEY: dict[type[Record], str] = {
    items.Item: "id",
    returns.Entry: "task",
    registers.Decision: "item",
    registers.Scheduled: "task",
}

_MISSING = object()
_BROKEN = object()


def decode(
    record: type[Record], value: Value, source: SourceText
) -> tuple[Record | None, tuple[Diagnostic, ...]]:
    """The record that ``value`` holds, and all that is wrong with its shape.

    ``None`` if ``value`` is no mapping at all; a record whose own fields are faulty still comes
    back, with the faulty fields empty and named in ``at.broken``.
    """
    decoder = _Decoder(source)
    decoded = decoder.record(record, value, None, "")
    return decoded, tuple(decoder.faults)


class _Decoder:
    """One file's walk; collects faults so that none hides the next."""

    __slots__ = ("faults", "file", "source")

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.file = source.path
        self.faults: list[Diagnostic] = []

    def record(self, record: type[Record], value: Value, owner: str | None, key: str) -> Any:
        """``value`` as ``record``, or ``None`` if it is not a mapping."""
        if not isinstance(value, Mapping):
            self._wrong_shape(value, "mapping", key, owner)
            return None
        owner = _owner_of(record, value) or owner
        described = describe(record)
        given: dict[str, Any] = {}
        spans: dict[str, tuple[Span, ...]] = {}
        broken: set[str] = set()
        for word, entry in value.entries.items():
            known = described.get(word)
            if known is None:
                self._unknown_key(entry.key, described, owner)
                continue
            name, description = known
            shape, here = description.shape, entry.value
            if type(here) is Scalar:
                spans[name] = (here.span,)
            else:
                spans[name] = _spans(here)
                if isinstance(shape, fields.Table) and isinstance(here, Mapping):
                    for row in here.entries.values():
                        spans[f"{name}.{row.key.text}"] = (row.key.span,)
            read = self.value(shape, here, owner, word)
            if read is _MISSING:
                continue
            if read is _BROKEN:
                broken.add(name)
            else:
                given[name] = read
        head = _head(value)
        for name, description in described.values():
            if description.required and name not in given and name not in broken:
                broken.add(name)
                self._missing_key(description, spans.get(name, (head,))[0], owner)
        return record(at=At(self.file, head, spans, frozenset(broken)), **given)

    def value(self, shape: fields.Shape, value: Value, owner: str | None, key: str) -> Any:
        """``value`` as ``shape``; ``_MISSING`` if it is empty, ``_BROKEN`` after a diagnostic."""
        if isinstance(value, Scalar) and (value.null or not value.text or value.text.isspace()):
            return _MISSING
        if type(shape) in READERS:  # first, and not by one isinstance after another: most values are such
            return self._scalar(shape, value, owner, key)
        match shape:
            case fields.Nested():
                decoded = self.record(RECORDS[shape.record], value, owner, key)
                return _BROKEN if decoded is None else decoded
            case fields.Many():
                return self._many(shape.of, value, owner, key)
            case fields.OneOrMany():
                if isinstance(value, Sequence):
                    return self._many(shape.of, value, owner, key)
                one = self.value(shape.of, value, owner, key)
                return one if one is _MISSING or one is _BROKEN else (one,)
            case fields.Table():
                return self._table(shape.of, value, owner, key)
        raise TypeError(shape)

    def _many(self, shape: fields.Shape, value: Value, owner: str | None, key: str) -> Any:
        if not isinstance(value, Sequence):
            self._wrong_shape(value, "list", key, owner)
            return _BROKEN
        read = [self.value(shape, item, owner, key) for item in value.items]
        for item, result in zip(value.items, read, strict=True):
            if result is _MISSING:
                self._fault("MT107", item.span, owner, key=key)
        kept = tuple(item for item in read if item is not _MISSING and item is not _BROKEN)
        # A list of records keeps its good rows; a list of words with a bad one is not the list meant.
        whole = len(kept) == len(read) or isinstance(shape, fields.Nested)
        return kept if whole else _BROKEN

    def _table(self, shape: fields.Shape, value: Value, owner: str | None, key: str) -> Any:
        if not isinstance(value, Mapping):
            self._wrong_shape(value, "mapping", key, owner)
            return _BROKEN
        table = {}
        for word, entry in value.entries.items():
            read = self.value(shape, entry.value, owner, word)
            if read is _MISSING:
                self._fault("MT107", entry.key.span, owner, key=word)
            elif read is not _BROKEN:
                table[word] = read
        return table

    def _scalar(self, shape: fields.Shape, value: Value, owner: str | None, key: str) -> Any:
        if not isinstance(value, Scalar):
            self._wrong_shape(value, "value", key, owner)
            return _BROKEN
        try:
            return READERS[type(shape)](value.text, shape)
        except Refused as refused:
            self._fault(refused.code, value.span, owner, key=key, **refused.figures)
            return _BROKEN

    def _wrong_shape(self, value: Value, wanted: str, key: str, owner: str | None) -> None:
        if wanted == "mapping" and isinstance(value, Scalar):
            from motiontrack.source.traps import not_a_mapping  # only a faulty file pays for it

            slipped = tuple(not_a_mapping(self.source, value))
            self.faults.extend(replace(each, item=owner) for each in slipped)
            if slipped:
                return
        found = {Scalar: "value", Sequence: "list", Mapping: "mapping"}[type(value)]
        span = _head(value) if isinstance(value, Mapping) else value.span
        self._fault("MT103", span, owner, key=key or self.file, wanted=wanted, found=found)

    def _unknown_key(self, key: Scalar, described: dict[str, Any], owner: str | None) -> None:
        suggestion = _suggest(key.text, tuple(description for _, description in described.values()))
        known = "、".join(described)
        self._fault("MT101", key.span, owner, key=key.text, suggestion=suggestion, known=known)

    def _missing_key(self, description: Description, span: Span, owner: str | None) -> None:
        self._fault(
            "MT102", span, owner,
            key=description.key, label_zh=description.label_zh, label_en=description.label_en,
        )  # fmt: skip

    def _fault(self, code: str, span: Span, owner: str | None, **figures: str | int) -> None:
        self.faults.append(fault_of(code, Place(self.file, span), figures, item=owner))


def _owner_of(record: type[Record], value: Mapping) -> str | None:
    key = _OWNER_KEY.get(record)
    entry = value.entries.get(key) if key else None
    if entry is None or not isinstance(entry.value, Scalar) or entry.value.null:
        return None
    return entry.value.text.strip() or None


def _head(value: Value) -> Span:
    """The first line of a value: for a mapping, its first key and, on the same line, its value."""
    if type(value) is not Mapping or not value.entries:
        return value.span
    first = next(iter(value.entries.values()))
    start, end = first.key.span, first.value.span
    if isinstance(first.value, Scalar) and not first.value.null and end.end_line == start.line:
        return Span(start.line, start.column, end.end_line, end.end_column)
    return start


def _spans(value: Value) -> tuple[Span, ...]:
    if isinstance(value, Sequence):
        return (value.span, *(_head(item) for item in value.items))
    return (_head(value),)


@lru_cache(maxsize=1024)
def _suggest(word: str, descriptions: tuple[Description, ...]) -> str:
    """The key that was probably meant: by its label, else by likeness to one; or an empty text."""
    keys = {
        name: each.key for each in descriptions for name in (each.label_zh, each.label_en.lower(), each.key)
    }
    if word.lower() in keys:
        return keys[word.lower()]
    from difflib import get_close_matches  # only a faulty file pays for it

    return keys[near[0]] if (near := get_close_matches(word.lower(), keys, n=1)) else ""
