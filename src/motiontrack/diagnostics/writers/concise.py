"""One line a diagnostic: ``file:line:column: severity CODE message``, as editors and grep know it."""

from __future__ import annotations

from motiontrack.diagnostics.record import Diagnostic, shown_path
from motiontrack.diagnostics.writers.formats import Run
from motiontrack.diagnostics.writers.page import Page
from motiontrack.language.catalogue import Catalogue
from motiontrack.language.display import visible

__all__ = ["line", "write"]


def write(run: Run) -> str:
    """All diagnostics of ``run`` by place; nothing where there are none."""
    ordered = sorted(run.diagnostics, key=lambda each: each.order)
    return "".join(line(each, run.catalogue, run.page) + "\n" for each in ordered)


def line(diagnostic: Diagnostic, catalogue: Catalogue, page: Page) -> str:
    """One diagnostic; the severity in the word of options and JSON, whatever the language."""
    said = catalogue.diagnostic(diagnostic.code, diagnostic.figures)
    head = [diagnostic.severity.word, diagnostic.code, said.message]
    if diagnostic.place:
        span = diagnostic.place.span
        path = visible(shown_path(page.folder, diagnostic.place.file), page.encoding)
        head.insert(0, f"{path}:{span.line}:{span.column}:")
    return " ".join(head)
