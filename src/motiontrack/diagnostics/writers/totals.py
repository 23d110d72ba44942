"""What all writers share: how many there are of each severity, and how a path is shown."""

from __future__ import annotations

from collections.abc import Iterable

from motiontrack.diagnostics.codes import Severity
from motiontrack.diagnostics.record import Diagnostic

__all__ = ["count", "shown_path"]


def count(diagnostics: Iterable[Diagnostic]) -> dict[Severity, int]:
    """How many there are of each severity, none left out."""
    counted = dict.fromkeys(sorted(Severity, reverse=True), 0)
    for diagnostic in diagnostics:
        counted[diagnostic.severity] += 1
    return counted


def shown_path(folder: str, file: str) -> str:
    """``file`` of the data folder as a reader, an editor or a server finds it."""
    return f"{folder.rstrip('/')}/{file}" if folder not in {"", "."} else file
