"""What tells one diagnostic from another over the months, whatever line it has moved to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from motiontrack.diagnostics.record import Diagnostic

__all__ = ["fingerprints", "with_fingerprints"]

#: Figures that change though the fault does not: what else could be written there, how a program or a
#: system words it, what the row says besides.
_PASSING = frozenset(("choices", "known", "reason", "sample", "suggestion", "text"))
_LENGTH = 32


def fingerprints(diagnostics: Sequence[Diagnostic]) -> tuple[str, ...]:
    """A fingerprint for each of ``diagnostics``, no two alike.

    From the code, the file in the data folder, the item and the figures: never from lines, wordings or
    where the folder lies.
    Of several that are alike in all of that, the first in the file is the first.
    """
    from hashlib import sha256

    met: Counter[str] = Counter()
    made = [""] * len(diagnostics)
    for index in sorted(range(len(diagnostics)), key=lambda each: diagnostics[each].order):
        known_by = _known_by(diagnostics[index])
        whole = f"{known_by}\0{met[known_by]}"
        met[known_by] += 1
        made[index] = sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
    return tuple(made)


def with_fingerprints(diagnostics: Sequence[Diagnostic]) -> list[tuple[Diagnostic, str]]:
    """Each of ``diagnostics`` with its fingerprint, by place."""
    rows = zip(diagnostics, fingerprints(diagnostics), strict=True)
    return sorted(rows, key=lambda row: row[0].order)


def _known_by(diagnostic: Diagnostic) -> str:
    file = diagnostic.place.file if diagnostic.place else ""
    figures = sorted(
        f"{name}={value}"
        for name, value in diagnostic.figures
        if name not in _PASSING and not name.endswith(("_zh", "_en"))
    )
    return "\0".join((diagnostic.code, file, diagnostic.item or "", *figures))
