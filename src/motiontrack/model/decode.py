"""Positioned values to records by ``model.fields``: every fault, none hiding the next."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple

from motiontrack.diagnostics.record import Diagnostic, Edit, Place, Span, fault_of
from motiontrack.model import fields, items, plan, registers, returns, settings, units  # noqa: F401 - for RECORDS
from motiontrack.model.fields import RECORDS, At, Description, Record, describe, head
from motiontrack.model.likely_keys import likely_key, list_that_fits, lists_of, rows_under
from motiontrack.model.scalars import READERS, Refused, in_curly_quotes
from motiontrack.source.text import LIST_MARKS, SourceText
from motiontrack.source.values import Mapping, Scalar, Sequence, Value

__all__ = ["RECORDS", "decode", "known_keys"]


@lru_cache(maxsize=1)
def known_keys() -> frozenset[str]:
    """Every key of every record."""
    return frozenset(key for record in RECORDS.values() for key in describe(record))


#: The key that says whose facts a record holds, so that its faults leave that item unjudged.
_OWNER_KEY: dict[type[Record], str] = {
    items.Item: "id",
    returns.Entry: "task",
    registers.Decision: "item",
    registers.Scheduled: "task",
}

#: A line that holds nothing but a key or a dash, and behind it what has become a comment: #20号文.
_HASH_FIRST = r" *(?:- +)*(?:[^\s:#]+: +|(?<=- ))(?P<value>#(?:[0-9](?:[^#]*[^#\s])?|[0-9A-Za-z]+)) *"

_MISSING = object()
_BROKEN = object()
_NONE: frozenset[str] = frozenset()
#: What begins a text of which there may be something to say beside what it reads.
_ODDLY = frozenset("“‘【〔〖-") | LIST_MARKS
#: Brackets that are typed for those of a list, and with what no name and no id begins or ends.
_LIST_BRACKETS = {"【": "】", "〔": "〕", "〖": "〗"}
_BARE = (fields.Reference, fields.Name, fields.Identifier, fields.Choice)


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


class _Field(NamedTuple):
    """One field as decoding needs it: ``read`` if it is one text, ``read_item`` if a list of texts."""

    name: str
    shape: fields.Shape
    read: Callable[[str, Any], Any] | None
    item: Any
    read_item: Callable[[str, Any], Any] | None
    one_will_do: bool


class _Table(NamedTuple):
    """A record class as decoding needs it, by the keys of the file."""

    fields: dict[str, _Field]
    keys: dict[str, str]
    required: tuple[tuple[str, Description], ...]
    owner_key: str | None


_tables: dict[type[Record], _Table] = {}


def _table(record: type[Record]) -> _Table:
    if record in _tables:
        return _tables[record]
    described = describe(record)
    table = _tables[record] = _Table(
        {key: _field(name, each.shape) for key, (name, each) in described.items()},
        {name: key for key, (name, _) in described.items()},
        tuple((name, each) for name, each in described.values() if each.required),
        _OWNER_KEY.get(record),
    )
    return table


def _field(name: str, shape: fields.Shape) -> _Field:
    of = shape.of if isinstance(shape, fields.Many | fields.OneOrMany) else None
    read_item = READERS.get(type(of)) if of else None
    return _Field(name, shape, READERS.get(type(shape)), of, read_item, isinstance(shape, fields.OneOrMany))


class _Decoder:
    """One file's walk; collects faults so that none hides the next."""

    __slots__ = ("faults", "file", "may_be_cut", "source")

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.file = source.path
        self.faults: list[Diagnostic] = []
        # Rare: others need not look behind each of their texts.
        self.may_be_cut = any(f" #{digit}" in source.text for digit in "0123456789")

    def record(self, record: type[Record], value: Value, owner: str | None, key: str) -> Any:
        """``value`` as ``record``, or ``None`` if it is not a mapping."""
        if not isinstance(value, Mapping):
            fitting = list_that_fits(record, value) if not key and isinstance(value, Sequence) else ""
            if fitting and isinstance(value, Sequence):
                self._fault("MT125", head(value.items[0]), owner, key=fitting)
            else:
                self._wrong_shape(value, "mapping", key, owner)
            return None
        known, keys, required, owner_key = _table(record)
        owner = _owner_of(owner_key, value) or owner
        given: dict[str, Any] = {}
        broken: set[str] = set()
        if not key and (lost := self._lost_key(record, value)) is not None:
            value, missing = lost
            broken.add(known[missing].name)
        for word, entry in value.entries.items():
            field = known.get(word)
            if field is None:
                meant = self._unknown_key(word, entry.key, record, owner)
                if meant and meant not in value.entries:
                    broken.add(known[meant].name)  # it is there, by another name
                continue
            name, shape, read, of, read_item, one_will_do = field
            here = entry.value
            if type(here) is Scalar and read is not None:
                text = here.text
                if here.null or not text or text.isspace():
                    if here.null and self._in_comment(here, owner):
                        broken.add(name)
                    continue
                try:
                    good = read(text, shape)
                except Refused as refused:
                    self._refused(refused, here, owner, word)
                    broken.add(name)
                    if (other := known.get(str(refused.figures.get("other", "")))) is not None:
                        broken.add(other.name)  # it is there, on the line of this one
                    continue
                if text[0] in _ODDLY or (type(shape) is fields.Name and good != text):
                    self._doubt(shape, good, here, owner, word)
                if self.may_be_cut and here.style == "plain":
                    self._cut_short(here, owner)
                given[name] = good
                continue
            if read_item is not None and type(here) is not Mapping:
                items = here.items if type(here) is Sequence else [here] if one_will_do else []
                if whole := _texts(items, read_item, of):
                    given[name] = whole
                    continue
            got = self.value(shape, here, owner, word)
            if got is _MISSING:
                if type(here) is Scalar and here.null and self._in_comment(here, owner):
                    broken.add(name)
                continue
            if got is _BROKEN:
                broken.add(name)
            else:
                given[name] = got
        for name, description in required:
            if name not in given and name not in broken:
                broken.add(name)
                entry_there = value.entries.get(description.key)
                self._missing_key(description, head(entry_there.value if entry_there else value), owner)
        return record(at=At(self.file, value, keys, frozenset(broken) if broken else _NONE), **given)

    def _lost_key(self, record: type[Record], value: Mapping) -> tuple[Mapping, str] | None:
        """The file without the rows that stand under another key than theirs, whose own line is missing."""
        lists = lists_of(record)
        if all(key in value.entries for key in lists):
            return None
        for word, entry in value.entries.items():
            rows, own = entry.value, lists.get(word)
            if own is None or not isinstance(rows, Sequence):
                continue
            alien = (isinstance(row, Mapping) and bool(row.entries.keys() - own) for row in rows.items)
            first = next((at for at, each in enumerate(alien) if each), len(rows.items))
            lost = Sequence(rows.items[first:], rows.span)
            missing = list_that_fits(record, lost, value.entries)
            if missing:
                self._fault("MT125", head(lost.items[0]), None, key=missing)
                self._many(rows_under(record, missing), lost, None, missing)  # what else is wrong in them
                kept = entry._replace(value=Sequence(rows.items[:first], rows.span))
                return Mapping({**value.entries, word: kept}, value.span), missing
        return None

    def _in_comment(self, empty: Scalar, owner: str | None) -> bool:
        """Say so if a value that begins with ``#`` has become a comment: a colour or a number, no remark."""
        line = self.source.line(empty.line)
        match = re.fullmatch(_HASH_FIRST, line) if "#" in line else None
        if match is None or not any(map(str.isdigit, match["value"])):
            return False
        span = Span(empty.line, match.start("value") + 1, empty.line, match.end("value") + 1)
        mended = f'{line[: span.column - 1]}"{match["value"]}"'
        # With more words behind it, some of them may be a remark after all.
        certain = match["value"][1:].isalnum()
        repair = (Edit(span, f'"{match["value"]}"'),) if certain else ()
        self._fault("MT035", span, owner, repair, mark=match["value"], suggestion=mended.strip())
        return True

    def _cut_short(self, text: Scalar, owner: str | None) -> None:
        """Say so if behind a text ``#1`` has become a comment: a number of something, not a remark."""
        rest = self.source.line(text.end_line)[text.end_column - 1 :]
        match = re.match(r" +(#[0-9].*)", rest)
        if match is None:
            return
        at = text.end_column + match.start(1)
        left = match[1].rstrip()
        span = Span(text.end_line, at, text.end_line, at + len(left))
        whole = f"{text.text}{rest[: match.start(1)]}{left}".replace('"', "”")
        self._fault("MT037", span, owner, cut=left, suggestion=f'"{whole}"')

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
                if self._other_marks(value, owner) or self._other_brackets(shape.of, value, owner):
                    return _BROKEN
                one = self.value(shape.of, value, owner, key)
                return one if one is _MISSING or one is _BROKEN else (one,)
            case fields.Table():
                return self._table(shape.of, value, owner, key)
        raise TypeError(shape)

    def _many(self, shape: fields.Shape, value: Value, owner: str | None, key: str) -> Any:
        if not isinstance(value, Sequence):
            if self._other_marks(value, owner) or self._other_brackets(shape, value, owner):
                return _BROKEN
            entry = self._only_entry(shape, value)
            self._wrong_shape(value, "list", key, owner, entry)
            if entry:
                self.value(shape, value, owner, key)  # what else is wrong in it
            return _BROKEN
        read = [self.value(shape, item, owner, key) for item in value.items]
        for item, result in zip(value.items, read, strict=True):
            if result is _MISSING and not (isinstance(item, Scalar) and self._in_comment(item, owner)):
                self._fault("MT107", item.span, owner, key=key, value="")
        kept = tuple(item for item in read if item is not _MISSING and item is not _BROKEN)
        # A list of records keeps its good rows; a list of words with a bad one is not the list meant.
        whole = len(kept) == len(read) or isinstance(shape, fields.Nested)
        return kept if whole else _BROKEN

    def _only_entry(self, shape: fields.Shape, value: Value) -> str:
        """The first line of the only entry of a list, with the dash it lost; empty for anything else."""
        if not isinstance(value, Mapping) or not isinstance(shape, fields.Nested):
            return ""
        line, column, *_ = head(value)
        row = self.source.line(line)
        if row[: column - 1].strip() or value.entries.keys().isdisjoint(describe(RECORDS[shape.record])):
            return ""
        return f"- {row.strip()}"

    def _other_marks(self, value: Value, owner: str | None) -> bool:
        """Say so if a list was typed with another mark than ``- `` before its entries."""
        if not isinstance(value, Scalar) or value.style != "plain":
            return False
        if value.text[:1] not in LIST_MARKS and value.text[:1] != "-":
            return False
        from motiontrack.source.lines import list_mark  # only a faulty file pays for it
        from motiontrack.source.spans import edit_of_line

        start = value.span
        rows = range(start.line, start.end_line + 1)
        found = [(number, list_mark(self.source.line(number), start.column - 1)) for number in rows]
        if any(slip is None for _, slip in found):
            return False
        for number, slip in found:
            assert slip is not None  # noqa: S101 - looked at above
            line = self.source.line(number)
            span = Span(number, slip.column, number, slip.column + slip.width)
            repair = (edit_of_line(number, line, slip.mended),)
            if slip.code == "MT031":
                self._fault("MT031", span, owner, repair, mark=slip.mark, suggestion=slip.mended.strip())
            else:
                self._fault("MT032", span, owner, repair, key="", suggestion=slip.mended.strip())
        return True

    def _other_brackets(self, shape: fields.Shape, value: Value, owner: str | None) -> bool:
        """Say so if a list was typed in other brackets than ``[]``."""
        if not isinstance(value, Scalar) or not isinstance(shape, _BARE) or value.style != "plain":
            return False
        text, span = value.text, value.span
        if text[-1:] != _LIST_BRACKETS.get(text[:1], "no text") or span.line != span.end_line:
            return False
        line = self.source.line(span.line)
        names = [part.strip() for part in re.split("[、，,；;]", text[1:-1])]
        mended = f"{line[: span.column - 1]}[{', '.join(names)}]{line[span.end_column - 1 :]}"
        repair = (Edit(span, f"[{', '.join(names)}]"),)
        self._fault("MT024", span, owner, repair, mark=text[0], suggestion=mended.strip())
        return True

    def _table(self, shape: fields.Shape, value: Value, owner: str | None, key: str) -> Any:
        if not isinstance(value, Mapping):
            self._wrong_shape(value, "mapping", key, owner)
            return _BROKEN
        table = {}
        for word, entry in value.entries.items():
            read = self.value(shape, entry.value, owner, word)
            if read is _MISSING:
                self._fault("MT107", entry.key, owner, key=word, value="")
            elif read is not _BROKEN:
                table[word] = read
        return table

    def _scalar(self, shape: fields.Shape, value: Value, owner: str | None, key: str) -> Any:
        if not isinstance(value, Scalar):
            self._wrong_shape(value, "value", key, owner)
            return _BROKEN
        try:
            read = READERS[type(shape)](value.text, shape)
        except Refused as refused:
            self._refused(refused, value, owner, key)
            return _BROKEN
        self._doubt(shape, read, value, owner, key)
        return read

    def _doubt(self, shape: fields.Shape, read: Any, value: Scalar, owner: str | None, key: str) -> None:
        """What is read, and was perhaps not meant so."""
        if isinstance(shape, fields.Name) and read != value.text.strip():
            self._fault("MT119", value.span, owner, self._repair(value, read), key=key, suggestion=read)
        elif isinstance(shape, fields.Text) and value.style == "plain" and in_curly_quotes(read):
            self._fault("MT118", value.span, owner, key=key, suggestion=read[1:-1])

    def _repair(self, value: Scalar, meant: str) -> tuple[Edit, ...]:
        """What to do to the file so that ``value`` reads ``meant``; nothing where that is not certain."""
        line, column, end_line, end_column = value.span
        if not meant or line != end_line:
            return ()
        if value.style == "quoted":  # the quotes stay
            column, end_column = column + 1, end_column - 1
        typed = self.source.line(line)[column - 1 : end_column - 1]
        return (Edit(Span(line, column, line, end_column), meant),) if typed == value.text else ()

    def _refused(self, refused: Refused, value: Scalar, owner: str | None, key: str) -> None:
        repair = self._repair(value, refused.certain)
        self._fault(refused.code, value.span, owner, repair, key=key, **refused.figures)

    def _wrong_shape(
        self, value: Value, wanted: str, key: str, owner: str | None, suggestion: str = ""
    ) -> None:
        if wanted == "mapping" and isinstance(value, Scalar):
            from motiontrack.source.traps import not_a_mapping  # only a faulty file pays for it

            slipped = tuple(not_a_mapping(self.source, value))
            self.faults.extend(replace(each, item=owner) for each in slipped)
            if slipped:
                return
        found = {Scalar: "value", Sequence: "list", Mapping: "mapping"}[type(value)]
        span = head(value) if isinstance(value, Mapping) else value.span
        key = key or self.file
        self._fault("MT103", span, owner, key=key, wanted=wanted, found=found, suggestion=suggestion)

    def _unknown_key(self, word: str, span: Span, record: type[Record], owner: str | None) -> str:
        described = describe(record)
        suggestion = likely_key(word, tuple(description for _, description in described.values()))
        self._fault("MT101", span, owner, key=word, suggestion=suggestion, known="、".join(described))
        return suggestion

    def _missing_key(self, description: Description, span: Span, owner: str | None) -> None:
        self._fault(
            "MT102", span, owner,
            key=description.key, label_zh=description.label_zh, label_en=description.label_en,
        )  # fmt: skip

    def _fault(
        self,
        code: str,
        span: Span,
        owner: str | None,
        repair: tuple[Edit, ...] = (),
        **figures: str | int,
    ) -> None:
        self.faults.append(fault_of(code, Place(self.file, span), figures, item=owner, repair=repair))


def _owner_of(key: str | None, value: Mapping) -> str | None:
    entry = value.entries.get(key) if key else None
    if entry is None or not isinstance(entry.value, Scalar) or entry.value.null:
        return None
    return entry.value.text.strip() or None


def _texts(items: list[Value], read: Callable[[str, Any], Any], shape: fields.Shape) -> tuple[Any, ...]:
    """What a list of good texts reads; nothing if there is anything to say about one of them."""
    found = []
    try:
        for item in items:
            if type(item) is not Scalar or item.null or not item.text or item.text.isspace():
                return ()
            got = read(item.text, shape)
            if got != item.text or item.text[0] in _ODDLY:
                return ()
            found.append(got)
    except Refused:
        return ()
    return tuple(found)
