"""Positioned values: what a YAML file holds before anything knows what its fields mean.

Every scalar stays the text that was typed, so ``no``, ``010``, ``1:30`` and ``2010-02-30`` mean
nothing until the field they stand in says so. Collections are mutable only because a reader fills
them after it has attached them to their parents; nobody else changes them. They are written out,
since a standard dataclass costs half a millisecond at every start.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from motiontrack.diagnostics.record import Diagnostic, Span

__all__ = ["NULLS", "Entry", "Mapping", "Reading", "Scalar", "Sequence", "Style", "Value"]

Style = Literal["plain", "quoted", "block"]

#: What says, without quotes, that a value was left out.
NULLS = frozenset(("", "~", "null", "Null", "NULL"))


class Scalar(NamedTuple):
    """One piece of text. ``null`` says it was left empty or typed as ``~`` or ``null``, unquoted.

    Its place is kept as four numbers, since of a hundred texts at most one is ever pointed at.
    """

    text: str
    style: Style
    null: bool
    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(*self[3:])


class Sequence:
    """A list, in the order typed."""

    __slots__ = ("items", "span")

    def __init__(self, items: list[Value], span: Span) -> None:
        self.items = items
        self.span = span

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and (self.span, self.items) == (other.span, other.items)

    __hash__ = None  # type: ignore[assignment]  # its items may still grow


class Entry(NamedTuple):
    """A value with the place of its key; the key's text is what the mapping has it under."""

    value: Value
    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def key(self) -> Span:
        """Where the key stands."""
        return Span(*self[1:])


class Mapping:
    """Keys and values in the order typed; of a doubled key, the first."""

    __slots__ = ("entries", "span")

    def __init__(self, entries: dict[str, Entry], span: Span) -> None:
        self.entries = entries
        self.span = span

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Mapping) and (self.span, self.entries) == (other.span, other.entries)

    __hash__ = None  # type: ignore[assignment]


Value = Scalar | Sequence | Mapping


class Reading(NamedTuple):
    """What is in one file.

    ``value`` is none where the file cannot be read as YAML. ``behind`` is then what it would hold,
    mended of all that keeps it from being read, if all of it could be; never to be judged by, only
    to be looked at for further faults. ``touched`` are the lines mended for it.
    """

    value: Value | None
    faults: tuple[Diagnostic, ...]
    behind: Value | None = None
    touched: frozenset[int] = frozenset()
