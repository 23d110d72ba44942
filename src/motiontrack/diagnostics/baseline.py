"""The list of diagnostics that an office has accepted: JSON, one entry a line, for version control.

Only warnings and notes are accepted; an entry outlives a moved line, since its fingerprint does.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from motiontrack.diagnostics.codes import CODES, Severity
from motiontrack.diagnostics.fingerprint import fingerprints
from motiontrack.diagnostics.record import Diagnostic, Place, Span, fault

__all__ = ["SCHEMA", "Accepted", "BaselineFaultyError", "accept", "parse", "write"]

SCHEMA = "motiontrack/baseline/1"
#: Of an entry whose own line cannot be told.
_FIRST_LINE = Span(1, 1, 1, 1)


class BaselineFaultyError(Exception):
    """The file is no list of accepted diagnostics; ``line`` is 0 where none can be named."""

    def __init__(self, line: int = 0) -> None:
        super().__init__(line)
        self.line = line


class Accepted(NamedTuple):
    """One entry: the fingerprint decides, the rest is for people. ``span`` is its line in the list."""

    code: str
    file: str
    fingerprint: str
    message: str
    span: Span


def write(
    diagnostics: Sequence[Diagnostic],
    sentence: Callable[[Diagnostic], str],
    kept: Iterable[Accepted] = (),
) -> str:
    """The list that accepts the warnings and notes of ``diagnostics``, and keeps ``kept``; in order."""
    able = [each for each in diagnostics if each.severity < Severity.ERROR]
    rows = [
        (each.place.file if each.place else "", each.code, made, sentence(each))
        for each, made in zip(able, fingerprints(able), strict=True)
    ]
    rows = sorted((*rows, *((each.file, each.code, each.fingerprint, each.message) for each in kept)))
    entries = (
        {"code": code, "file": file, "fingerprint": made, "message": message}
        for file, code, made, message in rows
    )
    lines = ",\n".join("    " + json.dumps(each, ensure_ascii=False) for each in entries)
    listed = f"[\n{lines}\n  ]" if lines else "[]"
    return f'{{\n  "schema": {json.dumps(SCHEMA)},\n  "accepted": {listed}\n}}\n'


def parse(text: str) -> tuple[Accepted, ...]:
    """The entries of a list; raises ``BaselineFaultyError``."""
    text = text.removeprefix("\ufeff")
    try:
        whole = json.loads(text)
    except json.JSONDecodeError as error:
        raise BaselineFaultyError(error.lineno) from error
    except (RecursionError, ValueError) as error:  # too deep, or a number too long to read
        raise BaselineFaultyError from error
    if not isinstance(whole, dict) or whole.get("schema") != SCHEMA:
        raise BaselineFaultyError
    entries = whole.get("accepted")
    if not isinstance(entries, list):
        raise BaselineFaultyError
    spans = _spans(text)
    return tuple(_entry(each, spans) for each in entries)


def _entry(value: Any, spans: Mapping[str, Span]) -> Accepted:
    match value:
        case {"code": str(code), "file": str(file), "fingerprint": str(made), "message": str(message)}:
            return Accepted(code, file, made, message, spans.get(made, _FIRST_LINE))
    raise BaselineFaultyError


def _spans(text: str) -> dict[str, Span]:
    """Each fingerprint -> the line it stands in first."""
    found: dict[str, Span] = {}
    for number, line in enumerate(text.split("\n"), 1):
        prints = re.findall(r'"fingerprint"\s*:\s*"([^"]*)"', line)
        start = len(line) - len(line.lstrip()) + 1
        span = Span(number, start, number, max(start, len(line.rstrip().rstrip(",")) + 1))
        for made in prints:
            found.setdefault(made, span)
    return found


def accept(
    found: Sequence[Diagnostic],
    listed: Sequence[Accepted],
    path: str,
    asked: Collection[str],
    *,
    judged: bool = True,
) -> tuple[tuple[Diagnostic, ...], int]:
    """What is left of ``found`` without what is accepted, and how many are.

    ``path`` is the list's own, seen from the data folder; entries of codes that are not ``asked`` for
    are left alone. What is listed and gone is told, so that the list can be shortened; not unless all
    was ``judged``: what is left unread for an error would seem to be gone.
    """
    prints = {each.fingerprint for each in listed}
    able = [each for each in found if each.severity < Severity.ERROR]
    met = dict(zip(map(id, able), fingerprints(able), strict=True))
    there = frozenset(met.values())
    kept = tuple(each for each in found if met.get(id(each)) not in prints)
    told: list[Diagnostic] = []
    judged = judged and not any(each.severity is Severity.ERROR for each in found)
    for entry in listed:
        place = Place(path, entry.span)
        if entry.code in CODES and entry.code not in asked:
            continue
        if entry.code in CODES and CODES[entry.code].severity is Severity.ERROR:
            told.append(fault("MT143", place, about=entry.code))
        elif judged and entry.fingerprint not in there:
            told.append(fault("MT144", place, about=entry.code, file=entry.file, message=entry.message))
    return (*kept, *told), len(found) - len(kept)
