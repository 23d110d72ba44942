"""A diagnostic: one fault found in the files, as a code and figures.

Sentences are made in ``motiontrack.language``; this module knows none.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from motiontrack.diagnostics.codes import CODES, Severity
from motiontrack.lean import lean

__all__ = ["Diagnostic", "Figure", "Note", "Place", "Severity", "Span", "fault", "fault_of", "shown_path"]

Figure = str | int


class Span(NamedTuple):
    """A stretch of one file: lines and columns from 1, columns in code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Place(NamedTuple):
    """Where a fact stands: the file's path inside the data folder, with ``/``, and the span."""

    file: str
    span: Span


class Note(StrEnum):
    """Why a second place is shown with a diagnostic; the words are in the catalogue."""

    FIRST_HERE = "first-here"
    OTHER_HERE = "other-here"
    ASKED_HERE = "asked-here"
    OPENED_HERE = "opened-here"


@lean
class Diagnostic:
    """One fault.

    ``figures`` are the named values that the sentence of ``code`` needs; ``item`` is the id of
    the task or step whose facts the fault touches, so that it can be left unjudged.
    """

    code: str
    severity: Severity
    place: Place | None
    figures: tuple[tuple[str, Figure], ...] = ()
    related: tuple[tuple[Note, Place], ...] = ()
    item: str | None = None

    @property
    def order(self) -> tuple[str, int, int, str, tuple[tuple[str, str], ...]]:
        """Sort key: by place, then code, so that a run prints the same every time."""
        file, span = self.place or ("", Span(0, 0, 0, 0))
        figures = tuple((name, str(value)) for name, value in self.figures)
        return (file, span.line, span.column, self.code, figures)


def fault(
    code: str,
    place: Place | None,
    *,
    item: str | None = None,
    related: tuple[tuple[Note, Place], ...] = (),
    **figures: Figure,
) -> Diagnostic:
    """A diagnostic with the severity that ``code`` is declared with."""
    return fault_of(code, place, figures, item=item, related=related)


def fault_of(
    code: str,
    place: Place | None,
    figures: Mapping[str, Figure],
    *,
    item: str | None = None,
    related: tuple[tuple[Note, Place], ...] = (),
) -> Diagnostic:
    """``fault`` for figures that are already a mapping."""
    return Diagnostic(code, CODES[code].severity, place, tuple(figures.items()), related, item)


def shown_path(folder: str, file: str) -> str:
    """``file`` of the data folder, or one beside it, as a reader, an editor or a server finds it."""
    if file[1:3] == ":/":  # on another drive than the folder
        return file
    if file.startswith(("../", "/")):
        from posixpath import join, normpath

        return normpath(join(folder, file))
    return f"{folder.rstrip('/')}/{file}" if folder not in {"", "."} else file
