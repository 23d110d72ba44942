"""Positioned values: what a YAML file holds before anything knows what its fields mean.

Every scalar stays the text that was typed, so ``no``, ``010``, ``1:30`` and ``2010-02-30`` mean
nothing until the field they stand in says so. The classes are mutable only because the reader
fills a collection after it has attached it to its parent; nobody else changes them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from motiontrack.diagnostics.record import Span

__all__ = ["Entry", "Mapping", "Scalar", "Sequence", "Style", "Value"]

Style = Literal["plain", "quoted", "block"]


@dataclass(slots=True)
class Scalar:
    """One piece of text. ``null`` says it was left empty or typed as ``~`` or ``null``, unquoted."""

    text: str
    span: Span
    style: Style
    null: bool


@dataclass(slots=True)
class Sequence:
    """A list, in the order typed."""

    items: list[Value]
    span: Span


class Entry(NamedTuple):
    """One key with its value; the key is kept because diagnostics point at it."""

    key: Scalar
    value: Value


@dataclass(slots=True)
class Mapping:
    """Keys and values in the order typed; of a doubled key, the first."""

    entries: dict[str, Entry]
    span: Span


Value = Scalar | Sequence | Mapping
