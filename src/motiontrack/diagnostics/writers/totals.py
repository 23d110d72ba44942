"""What all writers share: how many there are of each severity."""

from __future__ import annotations

from collections.abc import Iterable

from motiontrack.diagnostics.codes import Severity
from motiontrack.diagnostics.record import Diagnostic

__all__ = ["count"]


def count(diagnostics: Iterable[Diagnostic]) -> dict[Severity, int]:
    """How many there are of each severity; those, too, that one stands for."""
    counted = dict.fromkeys(sorted(Severity, reverse=True), 0)
    for diagnostic in diagnostics:
        counted[diagnostic.severity] += 1 + diagnostic.more
    return counted
