"""Diagnostics for programs: ``motiontrack/validate/1`` (DESIGN §5). Keys are null, never absent."""

from __future__ import annotations

import json
from typing import Any

from motiontrack.diagnostics.record import Diagnostic, Place, shown_path
from motiontrack.diagnostics.writers.formats import Run
from motiontrack.diagnostics.writers.totals import count
from motiontrack.language.catalogue import Catalogue

__all__ = ["SCHEMA", "write"]

SCHEMA = "motiontrack/validate/1"


def write(run: Run) -> str:
    """All diagnostics of ``run`` by place, how many there are, and how many were left out."""
    ordered = sorted(run.diagnostics, key=lambda each: each.order)
    whole = {
        "schema": SCHEMA,
        "diagnostics": [_diagnostic(each, run.catalogue, run.page.folder) for each in ordered],
        "totals": {severity.word: number for severity, number in count(run.diagnostics).items()},
        "left_out": {"silenced": run.silenced, "accepted": run.accepted},
        "unread": [shown_path(run.page.folder, file) for file in run.unread],
        "unchecked": [shown_path(run.page.folder, file) for file in run.unchecked],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _diagnostic(diagnostic: Diagnostic, catalogue: Catalogue, folder: str) -> dict[str, Any]:
    said = catalogue.diagnostic(diagnostic.code, diagnostic.figures)
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.word,
        "message": said.message,
        "help": said.help or None,
        **_place(diagnostic.place, folder),
        "related": [
            {"note": catalogue.word(f"note.{note}"), **_place(place, folder)}
            for note, place in diagnostic.related
        ],
    }


def _place(place: Place | None, folder: str) -> dict[str, str | int | None]:
    if place is None:
        return dict.fromkeys(("file", "line", "column", "end_line", "end_column"))
    return {"file": shown_path(folder, place.file), **place.span._asdict()}
