"""Facts put into data files, and the proof that nothing else changed and nothing wrong came in.

A file is only added to: the row is spliced into the text, the text is read again, and must hold what
it held and one row more, which holds what was given. Then the whole folder is checked as ``validate``
checks it, and an addition that brings an error is refused with that error.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from motiontrack.book import Book, load_book, record_of
from motiontrack.diagnostics.record import Diagnostic, Severity
from motiontrack.lean import lean
from motiontrack.model.fields import RECORDS, Many, Nested, describe
from motiontrack.model.written import Given, rows_of, written
from motiontrack.rules import examine
from motiontrack.source.appending import append_row, content, new_file
from motiontrack.source.reading import read_source
from motiontrack.source.text import SourceText, decode
from motiontrack.source.values import Value

__all__ = ["Added", "Addition", "add"]


@lean
class Addition:
    """One row for the list ``key`` of the file ``path`` of the data folder.

    ``head`` are the lines that a new file begins with, as ``month: 2010-07``.
    """

    path: str
    key: str
    given: Mapping[str, Given]
    head: tuple[str, ...] = ()


class Added(NamedTuple):
    """What the additions come to.

    ``files`` are the changed files as they would be; ``refused`` the errors that they would bring, none
    if they may be written; ``warnings`` what ``validate`` would have to say of them beside that;
    ``sources`` the texts to quote from, and ``book`` the Book as it would be. ``unplaced`` is an
    addition whose list is written so that nothing can be put into it without touching what stands there.
    """

    files: dict[str, bytes]
    refused: tuple[Diagnostic, ...]
    warnings: tuple[Diagnostic, ...]
    sources: dict[str, SourceText]
    book: Book | None
    unplaced: Addition | None = None


def add(files: Mapping[str, bytes], additions: Iterable[Addition]) -> Added:
    """``additions`` put into ``files`` (path -> bytes), all of them or none."""
    after = dict(files)
    for addition in additions:
        data = _with(after.get(addition.path), addition)
        if data is None:
            return Added({}, (), (), {}, None, addition)
        after[addition.path] = data
    sources: dict[str, SourceText] = {}
    book, found = load_book(after, sources)
    new = _new(examine(*load_book(files)), examine(book, found))
    errors = tuple(each for each in new if each.severity is Severity.ERROR)
    changed = {path: data for path, data in after.items() if files.get(path) != data}
    return Added(changed, errors, tuple(each for each in new if each not in errors), sources, book)


def _with(data: bytes | None, addition: Addition) -> bytes | None:
    """The file ``data`` (``None``: there is none yet) with the row; ``None`` if that cannot be proved."""
    record = _row_record(addition.path, addition.key)
    row = written(record, addition.given)
    if data is None:
        text = new_file(addition.head, addition.key, row)
        return text.encode("utf-8") if _holds(text, addition, before=None) else None
    source, _ = decode(addition.path, data)
    if source is None:
        return None
    whole = data.decode("utf-8")
    raw = whole.lstrip("\ufeff")
    mark = whole[: len(whole) - len(raw)]
    read = read_source(source)
    if raw != source.text or read.value is None:
        return None  # what is only shown as another character would be lost
    extended = append_row(raw, read.value, addition.key, row)
    if extended is None or not _holds(extended, addition, before=read.value):
        return None
    return (mark + extended).encode("utf-8")


def _row_record(path: str, key: str) -> type:
    """The record class of the rows of a file's list."""
    record = record_of(path)
    shape = describe(record)[key][1].shape if record is not None else None
    if not isinstance(shape, Many) or not isinstance(shape.of, Nested):
        raise KeyError(f"{path} has no list {key}")
    return RECORDS[shape.of.record]


def _holds(text: str, addition: Addition, *, before: Value | None) -> bool:
    """Whether ``text``, read anew, holds what was there and the row as it was given, and no fault is new."""
    source, found = decode(addition.path, text.encode("utf-8"))
    read = read_source(source) if source is not None and not found else None
    if read is None or read.value is None or read.faults:
        return False
    now = content(read.value)
    held = content(before) if before is not None else {addition.key: None}
    if not isinstance(now, dict) or not isinstance(held, dict):
        return False
    rows, old = now.get(addition.key), held.get(addition.key) or []
    if not isinstance(rows, list) or not isinstance(old, list) or rows != [*old, _meant(addition.given)]:
        return False
    return before is None or held | {addition.key: rows} == now


def _meant(given: Mapping[str, Given]) -> dict[str, object]:
    """``given`` as a reader finds it: a list of one is its one text."""
    meant: dict[str, object] = {}
    for key, fact in given.items():
        if not fact:
            continue
        if isinstance(fact, str):
            meant[key] = fact
        elif isinstance(fact, Mapping):
            meant[key] = dict(fact)
        elif rows := [*rows_of(fact)]:
            meant[key] = [_meant(row) for row in rows]
        else:
            meant[key] = fact[0] if len(fact) == 1 else list(fact)
    return meant


def _new(before: Iterable[Diagnostic], after: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """What is told of the files as they would be and was not told before, wherever it stands."""
    known = Counter(_told(each) for each in before)
    new = []
    for each in after:
        if known[_told(each)]:
            known[_told(each)] -= 1
        else:
            new.append(each)
    return tuple(new)


def _told(found: Diagnostic) -> tuple[object, ...]:
    return found.code, found.place.file if found.place else None, found.item, found.figures
