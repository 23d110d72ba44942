"""Which items errors leave unjudged on a day: an error in a fact counts from the day of that fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from motiontrack.book import Book
from motiontrack.diagnostics.codes import CODES
from motiontrack.diagnostics.record import Diagnostic, Place, Severity
from motiontrack.model.fields import Record

__all__ = ["faulty_items"]


def faulty_items(diagnostics: Iterable[Diagnostic], book: Book, day: date) -> dict[str, Place]:
    """Item id -> place of its first error, for every item that an error touches on ``day``.

    An error in a return, a decision, a finding or a unit's own plan counts from the day it was
    received, came into force or was raised: what is known later changes no past day. Where that day
    could not be read it counts always. A fault that the plan calls an error and the program does not
    leaves nothing unjudged: its facts can be read (decision 0012).
    """
    faulty: dict[str, Place] = {}
    facts: _Facts | None = None
    for diagnostic in diagnostics:
        item, place = diagnostic.item, diagnostic.place
        if CODES[diagnostic.code].severity is not Severity.ERROR or not item or not place or item in faulty:
            continue
        facts = facts or _Facts(book)
        known = facts.day_at(place)
        if known is None or known <= day:
            faulty[item] = place
    return faulty


class _Facts:
    """The dated rows of the registers by where they start, to look up what row a place lies in."""

    __slots__ = ("_rows",)

    def __init__(self, book: Book) -> None:
        found: dict[str, list[tuple[tuple[int, int], date | None]]] = {}
        for row, day in _dated(book):
            found.setdefault(row.at.file, []).append(((row.at.span.line, row.at.span.column), day))
        self._rows = {file: sorted(rows, key=lambda each: each[0]) for file, rows in found.items()}

    def day_at(self, place: Place) -> date | None:
        """The day of the row that ``place`` lies in; ``None`` if it lies in none or the day is unread."""
        from bisect import bisect_right  # only a faulty file pays for it

        rows = self._rows.get(place.file, [])
        start = (place.span.line, place.span.column)
        index = bisect_right(rows, start, key=lambda each: each[0])
        return rows[index - 1][1] if index else None


def _dated(book: Book) -> Iterator[tuple[Record, date | None]]:
    """Every row of a register with the day from which it counts."""
    for file in book.return_files:
        yield from ((entry, entry.received) for entry in file.entries)
    yield from ((decision, decision.on) for decision in book.decisions)
    yield from ((schedule, schedule.received) for schedule in book.schedule_rows)
    yield from ((raised.finding, raised.finding.raised_on) for raised in book.findings)
