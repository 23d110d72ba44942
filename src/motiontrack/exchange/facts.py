"""Every fact of the data files as JSON Lines: one a line, with its kind, file and line.

What stands in the file is under ``fact``, by the keys of the file; a row inside another names it by ``of``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from motiontrack.book import Book
from motiontrack.diagnostics.record import shown_path
from motiontrack.model.fields import Description, Many, Nested, Record, describe

__all__ = ["facts_jsonl"]

#: What one row of a list is called, where it is not the list's name without its last letter.
_KINDS = {
    "entries": "return",
    "people": "person",
    "feedback": "feedback",
    "holidays": "holiday",
    "items": "scheduled-task",
}


def facts_jsonl(book: Book, *, folder: str = "data") -> str:
    """All facts, in the order of the files; what is computed from them is not among them."""
    return "".join(
        json.dumps(fact, ensure_ascii=False, allow_nan=False) + "\n" for fact in _facts(book, folder)
    )


def _facts(book: Book, folder: str) -> Iterator[dict[str, Any]]:
    file = book.file
    for kind, record in (("plan", file.plan), ("motion", file.motion), ("organisation", file.organisation)):
        if record is not None:
            yield from _of(record, kind, folder)
    yield from _rows("aims", file.aims, folder)
    yield from _rows("objectives", file.objectives, folder)
    yield from _rows("phases", file.phases, folder)
    yield from _rows("tasks", file.tasks, folder)
    yield from _rows("discrepancies", file.discrepancies, folder)
    yield from _rows("units", book.unit_rows, folder)
    yield from _rows("schedules", book.schedule_rows, folder)
    for month in book.return_files:
        yield from _rows("entries", month.entries, folder, month=month.month)
    yield from _rows("decisions", book.decisions, folder)
    yield from _rows("findings", (raised.finding for raised in book.findings), folder)
    yield from _rows("feedback", book.feedback, folder)
    yield from _rows("slips", book.slips, folder)
    if book.calendar is not None:
        yield from _of(book.calendar, "calendar", folder)


def _kind(key: str) -> str:
    return _KINDS.get(key) or (key[:-3] + "y" if key.endswith("ies") else key.removesuffix("s"))


def _rows(key: str, records: Iterable[Record], folder: str, **known: str) -> Iterator[dict[str, Any]]:
    for record in records:
        yield from _of(record, _kind(key), folder, **known)


def _of(record: Record, kind: str, folder: str, **known: str) -> Iterator[dict[str, Any]]:
    """``record`` as a fact, and every row of the lists in it as facts of their own, which name it."""
    place = record.at.place()
    described = describe(type(record))
    inner = {key: name for key, (name, field) in described.items() if _is_list_of_facts(field)}
    fact = {key: _plain(value) for key, value in _given(record) if key not in inner}
    file = shown_path(folder, place.file)
    yield {"kind": kind, "file": file, "line": place.span.line, **known, "fact": fact}
    own = fact.get("id") or fact.get("unit") or fact.get("task")
    for key, name in inner.items():
        yield from _rows(key, getattr(record, name), folder, **({"of": str(own)} if own else {}))


def _is_list_of_facts(field: Description) -> bool:
    return isinstance(field.shape, Many) and isinstance(field.shape.of, Nested)


def _given(record: Record) -> Iterator[tuple[str, Any]]:
    """The fields that were written and could be read, by their keys."""
    given = record.at.given
    for key, (name, _) in describe(type(record)).items():
        value = getattr(record, name)
        if name in given and value not in (None, (), {}, ""):
            yield key, value


def _plain(value: Any) -> Any:
    if isinstance(value, Record):
        return {key: _plain(inner) for key, inner in _given(value)}
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else value
