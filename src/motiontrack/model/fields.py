"""How a field of a record is described, once, for everything that needs it.

The description drives the loader, the JSON Schema, the reference page and the labels in
reports (DESIGN §2). A record is a frozen slotted dataclass whose fields are made by ``fact``.
"""

from __future__ import annotations

import dataclasses
from typing import Any, TypeVar, dataclass_transform

from motiontrack.diagnostics.record import Place, Span
from motiontrack.lean import lean, made_lean

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


@lean
class At:
    """Where a record stands in its file.

    ``fields`` holds, for each key that was written, the span of its value, then of each element
    if it is a list; for a table also, as ``targets.WORD``, the span of each word. ``broken`` are
    the fields whose value could not be read: they have had their diagnostic and must not be
    called missing as well.
    """

    file: str
    span: Span
    fields: dict[str, tuple[Span, ...]]
    broken: frozenset[str] = frozenset()

    def place(self, key: str | None = None, index: int | None = None) -> Place:
        """The place of one field's value (of its ``index``-th element), or of the record's head."""
        spans = self.fields.get(key) if key else None
        if not spans:
            return Place(self.file, self.span)
        if index is None or index + 1 >= len(spans):
            return Place(self.file, spans[0])
        return Place(self.file, spans[index + 1])


NOWHERE = At("", Span(0, 0, 0, 0), {})

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
