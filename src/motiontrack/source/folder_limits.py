"""How much a data folder may hold: each file has its own bounds, and ten thousand small ones need one too."""

from __future__ import annotations

from motiontrack.diagnostics.record import Diagnostic, Place, Span, fault

__all__ = ["MOST_BYTES", "MOST_ENTRIES", "MOST_FILES", "most_entries", "not_read"]

MOST_FILES = 2_000
"""Returns of a hundred years, and as much again of what does not belong there."""

MOST_BYTES = 24 * 1024 * 1024
"""A thousand tasks reported at length for a year take about as much."""

MOST_ENTRIES = 350_000
"""Lines and list entries: read, judged and told, so many fit into half a gigabyte, with their texts."""


def most_entries(data: bytes) -> int:
    """As many as there are lines in a file, and what begins a list, a mapping or one more entry in them."""
    lines = max(data.count(b"\n"), data.count(b"\r")) + 1
    return lines + sum(map(data.count, (b"- ", b",", b"[", b"{")))


def not_read(file: str, count: int) -> Diagnostic:
    """MT126: ``file`` is the first of ``count`` that are not read, since the folder holds too much."""
    return fault(
        "MT126",
        Place(file, Span(1, 1, 1, 1)),
        file=file,
        count=count,
        most_files=MOST_FILES,
        most_size=MOST_BYTES // 1024 // 1024,
        most_entries=MOST_ENTRIES,
    )
