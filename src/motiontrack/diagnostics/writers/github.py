"""Diagnostics as workflow commands of GitHub Actions, which mark lines in a change.

GitHub shows ten annotations of each level in a step and drops the rest without a word. So the worst
come first, what is beyond ten follows as plain lines of the log, and the last line counts them all.
"""

from __future__ import annotations

from itertools import groupby

from motiontrack.diagnostics.codes import Severity
from motiontrack.diagnostics.record import Diagnostic, Place, shown_path
from motiontrack.diagnostics.writers.concise import line
from motiontrack.diagnostics.writers.formats import Run
from motiontrack.diagnostics.writers.totals import totals, unfinished

__all__ = ["write"]

_MOST = 10
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
#: Of the notices one is left for the count, where not everything could be shown.
_SHOWN = {Severity.ERROR: _MOST, Severity.WARNING: _MOST, Severity.INFO: _MOST - 1}


def write(run: Run) -> str:
    """The annotations, what is too much for them, and the count."""
    ordered = sorted(run.diagnostics, key=lambda each: (-each.severity, each.order))
    shown: list[Diagnostic] = []
    rest: list[Diagnostic] = []
    for severity, group in groupby(ordered, key=lambda each: each.severity):
        level = list(group)
        shown += level[: _SHOWN[severity]]
        rest += level[_SHOWN[severity] :]
    rows = [_annotation(each, run) for each in shown]
    rows += [_harmless(line(each, run.catalogue, run.page)) for each in rest]
    counted = totals(run)
    if rest:
        cut = run.catalogue.word("github.cut", totals=counted, count=len(rest))
        rows.append(f"::notice title=motiontrack::{_data(cut)}")
    else:
        rows.append(counted)
    rows += unfinished(run)
    return "\n".join(rows) + "\n"


def _annotation(diagnostic: Diagnostic, run: Run) -> str:
    said = run.catalogue.diagnostic(diagnostic.code, diagnostic.figures)
    properties = _where(diagnostic.place, run.page.folder) if diagnostic.place else {}
    properties["title"] = f"{diagnostic.code} {said.title}"
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    told = [said.message]
    for note, place in diagnostic.related:
        path, span = shown_path(run.page.folder, place.file), place.span
        label, word = run.catalogue.word("excerpt.related"), run.catalogue.word(f"note.{note}")
        told.append(f"{label}{path}:{span.line}:{span.column} {word}")
    if said.help:
        told.append(run.catalogue.word("excerpt.help") + said.help)
    return f"::{_LEVELS[diagnostic.severity]} {listed}::{_data(chr(10).join(told))}"


def _where(place: Place, folder: str) -> dict[str, str]:
    """The properties of a place; columns only within one line, where alone GitHub takes them."""
    span = place.span
    where = {"file": shown_path(folder, place.file), "line": str(span.line), "endLine": str(span.end_line)}
    if span.line == span.end_line:
        # The last column is one that is marked, as the last line is.
        where |= {"col": str(span.column), "endColumn": str(max(span.column, span.end_column - 1))}
    return where


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _harmless(text: str) -> str:
    """``text`` as a line in which the runner finds no command, old or new."""
    text = text.replace("##[", "# #[")
    return text.replace("::", ": :", 1) if text.lstrip().startswith("::") else text
