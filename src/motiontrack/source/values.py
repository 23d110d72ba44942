"""Positioned values: what a YAML file holds before anything knows what its fields mean.

Every scalar stays the text that was typed, so ``no``, ``010``, ``1:30`` and ``2010-02-30`` mean
nothing until the field they stand in says so. The classes are mutable only because the reader
fills a collection after it has attached it to its parent; nobody else changes them. They are
written out, since a standard dataclass costs half a millisecond at every start.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from motiontrack.diagnostics.record import Span

__all__ = ["Entry", "Mapping", "Scalar", "Sequence", "Style", "Value"]

Style = Literal["plain", "quoted", "block"]


class Scalar:
    """One piece of text. ``null`` says it was left empty or typed as ``~`` or ``null``, unquoted."""

    __slots__ = ("null", "span", "style", "text")

    def __init__(self, text: str, span: Span, style: Style, null: bool) -> None:  # noqa: FBT001 - a field
        self.text = text
        self.span = span
        self.style = style
        self.null = null


class Sequence:
    """A list, in the order typed."""

    __slots__ = ("items", "span")

    def __init__(self, items: list[Value], span: Span) -> None:
        self.items = items
        self.span = span


class Entry(NamedTuple):
    """One key with its value; the key is kept because diagnostics point at it."""

    key: Scalar
    value: Value


class Mapping:
    """Keys and values in the order typed; of a doubled key, the first."""

    __slots__ = ("entries", "span")

    def __init__(self, entries: dict[str, Entry], span: Span) -> None:
        self.entries = entries
        self.span = span


Value = Scalar | Sequence | Mapping
