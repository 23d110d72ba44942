"""The rows of a faulty text: a fault on one of them, its neighbours, and how far in they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from motiontrack.diagnostics.record import Diagnostic, Figure, Place, Span, fault_of
from motiontrack.source import lines as typed
from motiontrack.source.spans import edit_of_line

__all__ = [
    "KEY_ALONE",
    "LOOK_BACK",
    "Fault",
    "has_words",
    "level_of",
    "line_above",
    "of_slip",
    "opens_block",
    "place_at",
    "row_at",
]

LOOK_BACK = 50
"""So many rows are looked at around a place where something is wrong."""


class Fault(NamedTuple):
    """A fault on one line, and that line as it should be, if that can be told."""

    line: int
    diagnostic: Diagnostic
    mended: str | None


def of_slip(path: str, row: str, number: int, slip: typed.Slip) -> Fault:
    """The fault of a slip in line ``number``, which is ``row``."""
    span = Span(number, slip.column, number, slip.column + slip.width)
    # In the indentation the number of spaces is what matters, so they are shown.
    in_indent = slip.code == "MT006" and not row[: slip.column - 1].strip(" -")
    suggestion = slip.mended.rstrip() if in_indent else slip.mended.strip()
    place = Place(path, span)
    repair = (edit_of_line(number, row, slip.mended),) if slip.certain else ()
    figures: dict[str, Figure]
    if slip.code == "MT006":
        figures = {"character": f"U+{ord(slip.mark[0]):04X}"}
    else:
        figures = {"mark": slip.mark} if slip.code in ("MT024", "MT031") else {"key": slip.key}
    figures["suggestion"] = suggestion
    return Fault(number, fault_of(slip.code, place, figures, repair=repair), slip.mended)


def opens_block(row: str) -> bool:
    """Whether a block text begins behind the key of a line."""
    if "|" not in row and ">" not in row:
        return False
    value = typed.parts(row).value
    return value[:1] in ("|", ">") and typed.why_quote(value) is None


def row_at(rows: Sequence[str], number: int) -> str:
    """Line ``number``, counted from 1; empty outside the text."""
    return rows[number - 1] if 0 < number <= len(rows) else ""


def place_at(path: str, line: int, column: int) -> Place:
    """The place of one character."""
    return Place(path, Span(line, column, line, column + 1))


def has_words(row: str) -> bool:
    """Whether a line is neither empty nor a comment."""
    return row.strip(" \t")[:1] not in ("", "#")


def line_above(rows: Sequence[str], line: int) -> int:
    """The nearest line above ``line`` that is neither empty nor a comment; 0 if there is none."""
    return next((number for number in range(line - 1, 0, -1) if has_words(rows[number - 1])), 0)


KEY_ALONE = r" *(?:- +)*[^\s:\[\]{},\"'#]+: *(?:#.*)?"


def level_of(row: str) -> int | None:
    """How far in the key of a line stands."""
    before, key, _, _ = typed.parts(row)
    if key is not None:
        return before.index(key)
    return len(before) if re.fullmatch(KEY_ALONE, row) else None
