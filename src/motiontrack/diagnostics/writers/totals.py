"""What several writers share: how many there are of each severity, and a diagnostic in one text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from motiontrack.diagnostics.codes import Severity
from motiontrack.diagnostics.record import Diagnostic, shown_path
from motiontrack.language.display import visible

if TYPE_CHECKING:
    from motiontrack.diagnostics.writers.formats import Run

__all__ = ["count", "paragraph", "totals", "unfinished"]


def count(diagnostics: Iterable[Diagnostic]) -> dict[Severity, int]:
    """How many there are of each severity; those, too, that one stands for."""
    counted = dict.fromkeys(sorted(Severity, reverse=True), 0)
    for diagnostic in diagnostics:
        counted[diagnostic.severity] += 1 + diagnostic.more
    return counted


def totals(run: Run) -> str:
    """The sentence that counts them, and what comments and the list of accepted ones leave out."""
    counted = count(run.diagnostics)
    said = [
        run.catalogue.word(
            "totals",
            errors=counted[Severity.ERROR],
            warnings=counted[Severity.WARNING],
            infos=counted[Severity.INFO],
        )
    ]
    if run.silenced:
        said.append(run.catalogue.word("totals.silenced", count=run.silenced))
    if run.accepted:
        said.append(run.catalogue.word("totals.accepted", count=run.accepted))
    return run.catalogue.word("sentence.joint").join(said)


def unfinished(run: Run) -> list[str]:
    """The sentences that say of what else nobody knows yet whether it is right."""
    said = (("totals.unread", run.unread), ("totals.unchecked", run.unchecked))
    joint = run.catalogue.word("list.joint")
    return [
        run.catalogue.word(
            key, files=joint.join(visible(shown_path(run.page.folder, file)) for file in files)
        )
        for key, files in said
        if files
    ]


def paragraph(diagnostic: Diagnostic, run: Run) -> str:
    """What is wrong and what to do, for formats that have one text for both."""
    said = run.catalogue.diagnostic(diagnostic.code, diagnostic.figures)
    return run.catalogue.word("sentence.joint").join(each for each in (said.message, said.help) if each)
