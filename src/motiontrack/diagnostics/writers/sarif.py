"""Diagnostics as SARIF 2.1.0, the format of code scanning. No clock, no machine, no absolute path."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from motiontrack import __version__
from motiontrack.diagnostics.codes import CODES, Code, Severity
from motiontrack.diagnostics.fingerprint import with_fingerprints
from motiontrack.diagnostics.record import Diagnostic, Place, shown_path
from motiontrack.diagnostics.writers.formats import Run
from motiontrack.diagnostics.writers.totals import paragraph
from motiontrack.language.catalogue import Catalogue
from motiontrack.views.about import about_code

__all__ = ["write"]

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LANGUAGES = {"zh": "zh-CN", "en": "en-US"}


def write(run: Run) -> str:
    """One run with the rules that speak in it, and a result for each diagnostic, by place."""
    catalogue = run.catalogue
    codes = sorted({each.code for each in run.diagnostics})
    language = _LANGUAGES.get(catalogue.language, catalogue.language)
    driver = {
        "name": "motiontrack",
        "version": __version__,
        "language": language,
        "rules": [_rule(CODES[code], catalogue) for code in codes],
    }
    index = {code: place for place, code in enumerate(codes)}
    told = {
        "tool": {"driver": driver},
        "language": language,
        "columnKind": "unicodeCodePoints",
        # Where the root lies differs from machine to machine, so it has a name only.
        "originalUriBaseIds": {_ROOT: {"description": {"text": catalogue.word("sarif.root")}}},
        "invocations": [{"executionSuccessful": True}],
        "results": [_result(each, made, index, run) for each, made in with_fingerprints(run.diagnostics)],
    }
    whole = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [told]}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _rule(code: Code, catalogue: Catalogue) -> dict[str, Any]:
    wording = catalogue.diagnostics[code.code]
    help_text = catalogue.word("sarif.help", title=wording.title)
    return {
        "id": code.code,
        "name": code.name,
        "shortDescription": {"text": wording.title},
        "fullDescription": {"text": about_code(code.code, catalogue) or wording.title},
        "help": {"text": help_text},
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
    }


def _result(diagnostic: Diagnostic, made: str, index: Mapping[str, int], run: Run) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": diagnostic.code,
        "ruleIndex": index[diagnostic.code],
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": paragraph(diagnostic, run)},
        "partialFingerprints": {"motiontrack/v1": made},
    }
    if diagnostic.place:
        result["locations"] = [_location(diagnostic.place, run.page.folder)]
    if diagnostic.related:
        result["relatedLocations"] = [
            {
                "id": number,
                **_location(place, run.page.folder),
                "message": {"text": run.catalogue.word(f"note.{note}")},
            }
            for number, (note, place) in enumerate(diagnostic.related, 1)
        ]
    return result


def _location(place: Place, folder: str) -> dict[str, Any]:
    span = place.span
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    artifact = _artifact(shown_path(folder, place.file))
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}


def _artifact(path: str) -> dict[str, str]:
    """``path`` as a URI from the root of the repository; a path outside of any as a whole one."""
    # Names that are not UTF-8 on disk keep their bytes.
    if re.match(r"[A-Za-z]:/", path):
        return {"uri": "file:///" + path[:2] + quote(path[2:], errors="surrogateescape")}
    uri = quote(path, errors="surrogateescape")
    return {"uri": f"file://{uri}"} if path.startswith("/") else {"uri": uri, "uriBaseId": _ROOT}
