"""Diagnostics as GitLab's Code Quality report: shown beside a merge request, new ones and gone ones."""

from __future__ import annotations

import json
from typing import Any

from motiontrack.diagnostics.codes import Severity
from motiontrack.diagnostics.fingerprint import with_fingerprints
from motiontrack.diagnostics.record import Diagnostic, Place, Span, shown_path
from motiontrack.diagnostics.writers.formats import Run
from motiontrack.diagnostics.writers.totals import paragraph

__all__ = ["write"]

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}
#: GitLab takes none without a place.
_NOWHERE = Place("plan.yaml", Span(1, 1, 1, 1))


def write(run: Run) -> str:
    """A list of issues, by place; an empty list where there are none."""
    issues = [_issue(diagnostic, made, run) for diagnostic, made in with_fingerprints(run.diagnostics)]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issue(diagnostic: Diagnostic, made: str, run: Run) -> dict[str, Any]:
    place = diagnostic.place or _NOWHERE
    return {
        "description": paragraph(diagnostic, run),
        "check_name": diagnostic.code,
        "fingerprint": made,
        "severity": _SEVERITIES[diagnostic.severity],
        "location": {
            "path": shown_path(run.page.folder, place.file),
            "lines": {"begin": place.span.line, "end": place.span.end_line},
        },
    }
