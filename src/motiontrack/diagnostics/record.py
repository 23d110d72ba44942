"""A diagnostic: one fault found in the files, as a code and figures.

Sentences are made in ``motiontrack.language``; this module knows none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from motiontrack.diagnostics.codes import CODES, Severity
from motiontrack.lean import lean

__all__ = [
    "Diagnostic",
    "Edit",
    "Figure",
    "Note",
    "Place",
    "Recode",
    "Repair",
    "Severity",
    "Span",
    "and_more",
    "capped",
    "fault",
    "fault_of",
    "shown_path",
]

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


class Edit(NamedTuple):
    """A stretch of one line of the file of the diagnostic, and what is to stand there instead."""

    span: Span
    text: str


class Recode(NamedTuple):
    """The whole file, read in ``encoding``, is to be written in UTF-8."""

    encoding: str


Repair = Edit | Recode


class Note(StrEnum):
    """Why a second place is shown with a diagnostic; the words are in the catalogue."""

    FIRST_HERE = "first-here"
    OTHER_HERE = "other-here"
    ASKED_HERE = "asked-here"


@lean
class Diagnostic:
    """One fault.

    ``figures`` are the named values that the sentence of ``code`` needs; ``item`` is the id of
    the task or step whose facts the fault touches, so that it can be left unjudged. ``repair`` is
    what to do to the file, only where that is certain; the figure ``suggestion`` is for reading.
    """

    code: str
    severity: Severity
    place: Place | None
    figures: tuple[tuple[str, Figure], ...] = ()
    related: tuple[tuple[Note, Place], ...] = ()
    item: str | None = None
    repair: tuple[Repair, ...] = ()

    @property
    def more(self) -> int:
        """How many more of its kind in its file it stands for."""
        return next((value for name, value in self.figures if name == "more" and isinstance(value, int)), 0)

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
    repair: tuple[Repair, ...] = (),
    **figures: Figure,
) -> Diagnostic:
    """A diagnostic with the severity that ``code`` is declared with."""
    return fault_of(code, place, figures, item=item, related=related, repair=repair)


def fault_of(
    code: str,
    place: Place | None,
    figures: Mapping[str, Figure],
    *,
    item: str | None = None,
    related: tuple[tuple[Note, Place], ...] = (),
    repair: tuple[Repair, ...] = (),
) -> Diagnostic:
    """``fault`` for figures that are already a mapping."""
    return Diagnostic(code, CODES[code].severity, place, tuple(figures.items()), related, item, repair)


def capped(faults: Iterable[Diagnostic], most: int) -> tuple[Diagnostic, ...]:
    """``faults`` with no more than ``most`` of a kind in a file; the last of them stands for the rest.

    A slip made on every line of a large file is one thing to tell, and one to repair: what repairs the
    rest goes with it.
    """
    kept: list[Diagnostic] = []
    last: dict[tuple[str, str], int] = {}
    seen: dict[tuple[str, str], int] = {}
    rest: dict[tuple[str, str], list[Diagnostic]] = {}
    for each in faults:
        kind = (each.place.file if each.place else "", each.code)
        seen[kind] = seen.get(kind, 0) + 1
        if seen[kind] <= most:
            last[kind] = len(kept)
            kept.append(each)
        else:
            rest.setdefault(kind, []).append(each)
    for kind, more in rest.items():
        repair = tuple(edit for each in more for edit in each.repair)
        kept[last[kind]] = and_more(kept[last[kind]], sum(1 + each.more for each in more), repair)
    return tuple(kept)


def and_more(last: Diagnostic, count: int, repair: tuple[Repair, ...] = ()) -> Diagnostic:
    """``last`` as the one that says that there are ``count`` more of its kind, at least."""
    figures = tuple(figure for figure in last.figures if figure[0] != "more")
    return replace(last, figures=(*figures, ("more", last.more + count)), repair=(*last.repair, *repair))


def shown_path(folder: str, file: str) -> str:
    """``file`` of the data folder, or one beside it, as a reader, an editor or a server finds it."""
    if file[1:3] == ":/":  # on another drive than the folder
        return file
    if file.startswith(("../", "/")):
        from posixpath import join, normpath

        return normpath(join(folder, file))
    return f"{folder.rstrip('/')}/{file}" if folder not in {"", "."} else file
