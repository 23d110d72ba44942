"""Diagnostics for a person: the place and the sentence, the line itself with carets, what to do."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from motiontrack.diagnostics.codes import Severity
from motiontrack.diagnostics.record import Diagnostic, Place, capped, shown_path
from motiontrack.diagnostics.writers.formats import Run
from motiontrack.diagnostics.writers.totals import totals, unfinished
from motiontrack.language.display import cell_len, visible

__all__ = ["write"]

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_CUT = "..."  # not an ellipsis, which Chinese consoles draw two cells wide
_NARROWEST = 40
_MOST_OF_A_KIND = 500  # in one file: nobody reads on, and a terminal would take minutes


def write(run: Run) -> str:
    """All diagnostics of ``run``, and how many there are; a file not in ``sources`` has no excerpt.

    By severity, then by place: the errors last, next to the totals, where a terminal stops scrolling.
    """
    writer = _Writer(run)
    told = capped(sorted(run.diagnostics, key=lambda each: each.order), _MOST_OF_A_KIND)
    ordered = sorted(told, key=lambda each: (each.severity, each.order))
    blocks = [writer.block(each) for each in ordered]
    foot = "\n".join([totals(run), *unfinished(run)])
    return "\n\n".join([*blocks, foot]) + "\n"


class _Writer:
    """The blocks of one page."""

    def __init__(self, run: Run) -> None:
        self.catalogue = run.catalogue
        self.sources = run.sources
        self.page = run.page

    def block(self, diagnostic: Diagnostic) -> str:
        said = self.catalogue.diagnostic(diagnostic.code, diagnostic.figures)
        severity = self.catalogue.word(f"severity.{diagnostic.severity.word}")
        head = [self._where(diagnostic.place)] if diagnostic.place else []
        head += [self._paint(severity, diagnostic.severity), diagnostic.code, said.message]
        rows = [" ".join(head)]
        if diagnostic.place:
            rows += self._excerpt(diagnostic.place, "^", diagnostic.severity)
        for note, place in diagnostic.related:
            label = self.catalogue.word("excerpt.related")
            rows.append(f"{label}{self._where(place)} {self.catalogue.word(f'note.{note}')}")
            rows += self._excerpt(place, "-", diagnostic.severity)
        if said.help:
            rows.append(self.catalogue.word("excerpt.help") + said.help)
        return "\n".join(rows)

    def _where(self, place: Place) -> str:
        path = visible(shown_path(self.page.folder, place.file), self.page.encoding)
        return f"{path}:{place.span.line}:{place.span.column}:"

    def _excerpt(self, place: Place, mark: str, severity: Severity) -> list[str]:
        """The line of ``place`` and the row of marks under it; nothing where there is nothing to see."""
        source, span = self.sources.get(place.file), place.span
        if source is None:
            return []
        line = source.line(span.line)
        if not line.strip() and span[:2] == span[2:]:
            return []
        end = span.end_column if span.end_line == span.line else len(line) + 1
        gutter = f"{span.line:>4} | "
        room = max(self.page.width, _NARROWEST) - len(gutter)
        text, blanks, marks = _window(line, span.column - 1, end - 1, room, self.page.encoding)
        blank = " " * (len(gutter) - 2) + "| "
        return [(gutter + text).rstrip(), blank + " " * blanks + self._paint(mark * marks, severity)]

    def _paint(self, text: str, severity: Severity) -> str:
        return f"\x1b[1;{_COLOURS[severity]}m{text}\x1b[0m" if self.page.colour else text


def _window(line: str, start: int, end: int, room: int, encoding: str) -> tuple[str, int, int]:
    """As much of ``line`` as fits in ``room`` cells around its characters ``start`` to ``end``.

    Returns the text, how many cells stand before the marked ones, and how many are marked.
    """
    start = min(start, len(line))
    if len(line) <= room and cell_len(text := visible(line, encoding)) <= room:
        before = visible(line[:start], encoding)
        middle = visible(line[start : max(start + 1, end)], encoding)
        return text, cell_len(before), max(1, cell_len(middle))
    marked = _shown(line[start : min(max(start + 1, end), start + room + 1)], encoding)
    left = _shown(line[max(0, start - room) : start][::-1], encoding)
    after = start + len(marked)
    right = _shown(line[after : after + room], encoding)

    def cells(pieces: Sequence[str]) -> int:
        return cell_len("".join(pieces))

    whole = len(left) == start and after + len(right) >= len(line)
    if not whole or cells([*reversed(left), *marked, *right]) > room:
        # What is marked first, a third of the rest before it, and the other two behind.
        space = room - 2 * len(_CUT)
        marked = _fit(marked, space * 2 // 3)
        space -= cells(marked)
        left = _fit(left, max(space // 3, space - cells(right)))
        space -= cells(left)
        right = _fit(right, space) if start + len(marked) == after else []
    before = "".join(reversed(left))
    if len(left) < start:
        before = _CUT + before
    tail = "".join(right)
    if start + len(marked) + len(right) < len(line):
        tail += _CUT
    middle = "".join(marked)
    return before + middle + tail, cell_len(before), max(1, cell_len(middle))


def _shown(characters: str, encoding: str) -> list[str]:
    return [visible(each, encoding) for each in characters]


def _fit(pieces: Sequence[str], room: int) -> list[str]:
    """The first of ``pieces`` that together take up no more than ``room`` cells."""
    taken = 0

    def fits(piece: str) -> bool:
        nonlocal taken
        taken += cell_len(piece)
        return taken <= room

    return list(takewhile(fits, pieces))
