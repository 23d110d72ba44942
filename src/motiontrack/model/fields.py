"""How a field of a record is described, once, for everything that needs it.

The description drives the loader, the JSON Schema, the reference page and the labels in
reports (DESIGN §2). A record is a frozen slotted dataclass whose fields are made by ``fact``.
"""

from __future__ import annotations

import dataclasses
from typing import Any, NamedTuple, TypeVar, dataclass_transform

from motiontrack.diagnostics.record import Place, Span
from motiontrack.lean import lean, made_lean
from motiontrack.source.values import Mapping, Scalar, Sequence, Value

__all__ = [
    "RECORDS",
    "At",
    "Choice",
    "DataFile",
    "Day",
    "Description",
    "Flag",
    "Identifier",
    "Many",
    "Month",
    "Name",
    "Nested",
    "Number",
    "OneOrMany",
    "Record",
    "Reference",
    "Shape",
    "Table",
    "Text",
    "When",
    "describe",
    "fact",
    "head",
    "record",
]


@lean
class Shape:
    """What a value must look like; subclasses say which."""


@lean
class Text(Shape):
    """Words kept as they were written."""


@lean
class Name(Shape):
    """A person's name; spaces that only pad a two-character name are dropped (杨  扬 is 杨扬)."""


@lean
class Identifier(Shape):
    """A short name that other records point at; no blanks and no ``/``."""


@lean
class Reference(Shape):
    """The identifier of something declared elsewhere: ``unit``, ``item``, ``link``, ``target``."""

    to: str


@lean
class Day(Shape):
    """A date written ``2010-08-31``."""


@lean
class Month(Shape):
    """A month written ``2010-08``."""


@lean
class When(Shape):
    """Deadline words (``10月底前``) or a date; read by the grammar in ``model.deadlines``."""


@lean
class Number(Shape):
    """A plain decimal number, with the least and the greatest value allowed."""

    minimum: int | None = None
    whole: bool = False
    maximum: int | None = None


@lean
class Flag(Shape):
    """Yes or no: ``是``, ``否``, ``true``, ``false``."""


@lean
class Choice(Shape):
    """One of a few words. ``named`` are what offices call them, in the same order."""

    words: tuple[str, ...]
    named: tuple[str, ...] = ()


@lean
class Many(Shape):
    """A list."""

    of: Shape


@lean
class OneOrMany(Shape):
    """One value, or a list of them; the first convenes."""

    of: Shape


@lean
class Nested(Shape):
    """A record inside a record. ``record`` names the class, which may be declared later."""

    record: str


@lean
class Table(Shape):
    """Free keys, each with a value of one shape. ``keys`` are those an editor should offer."""

    of: Shape
    keys: tuple[str, ...] = ()


@lean
class Description:
    """One field: its key in the file, its shape, and what it is called and means."""

    key: str
    shape: Shape
    required: bool
    label_zh: str
    label_en: str
    meaning_zh: str
    meaning_en: str


_DESCRIPTION = "motiontrack"
T = TypeVar("T")
_UNSET = object()


def fact(
    shape: Shape,
    label: tuple[str, str],
    meaning: tuple[str, str],
    *,
    required: bool = False,
    default: object = _UNSET,
    key: str | None = None,
) -> Any:
    """A dataclass field with its description; ``label`` and ``meaning`` are (Chinese, English).

    ``key`` is the word in the file where Python reserves it (``from``).
    """
    described = (shape, label, meaning, required, key)
    if isinstance(shape, Table):
        return dataclasses.field(default_factory=dict, metadata={_DESCRIPTION: described})
    if default is _UNSET:
        default = _empty(shape, required=required)
    return dataclasses.field(default=default, metadata={_DESCRIPTION: described})


def _empty(shape: Shape, *, required: bool) -> object:
    """What a field holds that was left out: an empty list, an empty required word, else ``None``."""
    if isinstance(shape, Many | OneOrMany):
        return ()
    if required and isinstance(shape, Text | Name | Identifier | Reference | When):
        return ""
    return None


class At(NamedTuple):
    """Where a record stands in its file.

    ``written`` is what it was read from, in which a place is looked up when somebody asks for it,
    and ``keys`` the key in the file for each field. ``broken`` are the fields whose value could not
    be read: they have had their diagnostic and must not be called missing as well.
    """

    file: str
    written: Mapping
    keys: dict[str, str]
    broken: frozenset[str] = frozenset()

    @property
    def span(self) -> Span:
        """The record's head."""
        return head(self.written)

    @property
    def given(self) -> frozenset[str]:
        """The fields that were written, with whatever value."""
        return frozenset(name for name, key in self.keys.items() if key in self.written.entries)

    def rows(self, field: str) -> int:
        """How many rows the list ``field`` was written with, read or not; 0 if it is no list."""
        entry = self.written.entries.get(self.keys.get(field, ""))
        return len(entry.value.items) if entry is not None and isinstance(entry.value, Sequence) else 0

    def place(self, key: str | None = None, index: int | None = None) -> Place:
        """The place of one field's value, of the ``index``-th of a list, or of the record's head.

        Of a table also, as ``targets.WORD``, the place of each word.
        """
        field, _, word = (key or "").partition(".")
        entry = self.written.entries.get(self.keys.get(field, ""))
        if entry is None:
            return Place(self.file, head(self.written))
        value = entry.value
        if word and isinstance(value, Mapping):
            row = value.entries.get(word)
            return Place(self.file, head(self.written) if row is None else row.key)
        if index is not None and isinstance(value, Sequence) and index < len(value.items):
            value = value.items[index]
        return Place(self.file, head(value))


def head(value: Value) -> Span:
    """The first line of a value: for a mapping, its first key and, on the same line, its value."""
    if not isinstance(value, Mapping) or not value.entries:
        return value.span
    first = next(iter(value.entries.values()))
    start, text = first.key, first.value
    if isinstance(text, Scalar) and not text.null and text.end_line == start.line:
        return Span(start.line, start.column, text.end_line, text.end_column)
    return start


NOWHERE = At("", Mapping({}, Span(0, 0, 0, 0)), {})

#: Every record class by its name, from when its module is imported: ``Nested`` names them.
RECORDS: dict[str, type[Any]] = {}


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(fact,))
def record(cls: type[T]) -> type[T]:
    """``cls`` as a frozen dataclass with slots whose fields are given by name."""
    made = RECORDS[cls.__name__] = made_lean(cls, kw_only=True)
    return made


@record
class Record:
    """What every record has: where it was read."""

    at: At = NOWHERE

    def lacks(self, name: str) -> bool:
        """True if the field was left out, rather than written and unreadable."""
        return not getattr(self, name) and name not in self.at.broken


@record
class DataFile(Record):
    """What every data file may say of itself."""

    illustrative: bool = fact(
        Flag(), ("示例", "Illustrative"), ("示例数据，非实际情况", "invented data, not facts"), default=False
    )


_described: dict[type[Record], dict[str, tuple[str, Description]]] = {}


def describe(record: type[Record]) -> dict[str, tuple[str, Description]]:
    """``key -> (attribute, description)`` for a record class, in the order of declaration."""
    if record in _described:
        return _described[record]
    table = {}
    for field in dataclasses.fields(record):
        described = field.metadata.get(_DESCRIPTION)
        if described is None:
            continue
        shape, label, meaning, required, key = described
        key = key or field.name
        table[key] = (field.name, Description(key, shape, required, *label, *meaning))
    _described[record] = table
    return table
