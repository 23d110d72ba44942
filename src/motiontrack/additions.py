"""Facts put into data files, and the proof that nothing else changed and nothing wrong came in.

A file is only added to: the row is spliced into the text, the text is read again, and must hold what
it held and one row more, which holds what was given. Then the whole folder is checked as ``validate``
checks it, and an addition that brings an error is refused with that error.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from motiontrack.book import Book, load_book, record_of
from motiontrack.diagnostics.record import Diagnostic, Severity
from motiontrack.lean import lean
from motiontrack.model.fields import RECORDS, Many, Nested, describe
from motiontrack.model.written import Given, rows_of, written
from motiontrack.rules import examine
from motiontrack.source.appending import Content, append_row, content, fill_row, new_file
from motiontrack.source.reading import read_source
from motiontrack.source.text import SourceText, decode
from motiontrack.source.values import Value

__all__ = ["Added", "Addition", "Filling", "add"]


@lean
class Addition:
    """One row for the list ``key`` of the file ``path`` of the data folder.

    ``head`` are the lines that a new file begins with, as ``month: 2010-07``.
    """

    path: str
    key: str
    given: Mapping[str, Given]
    head: tuple[str, ...] = ()


@lean
class Filling:
    """Fields for a row that is there: the one of the list ``key`` of ``path`` that waits for them.

    ``by`` is the key of the field that names it and what it holds. No field is ever written over.
    """

    path: str
    key: str
    by: tuple[str, str]
    given: Mapping[str, Given]


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
    unplaced: Addition | Filling | None = None


def add(files: Mapping[str, bytes], additions: Iterable[Addition | Filling]) -> Added:
    """``additions`` put into ``files`` (path -> bytes), all of them or none."""
    after = dict(files)
    for together in _together(additions):
        first = together[0]
        there = after.get(first.path)
        data = _filled(there, first) if isinstance(first, Filling) else _with(there, together)
        if data is None:
            return Added({}, (), (), {}, None, first)
        after[first.path] = data
    sources: dict[str, SourceText] = {}
    book, found = load_book(after, sources)
    new = _new(examine(*load_book(files)), examine(book, found))
    errors = tuple(each for each in new if each.severity is Severity.ERROR)
    changed = {path: data for path, data in after.items() if files.get(path) != data}
    return Added(changed, errors, tuple(each for each in new if each not in errors), sources, book)


def _together(additions: Iterable[Addition | Filling]) -> Iterator[tuple[Any, ...]]:
    """Rows that follow one another in one list are put there at once; each filling is for itself."""
    numbered = enumerate(additions)

    def place(each: tuple[int, Addition | Filling]) -> tuple[object, ...]:
        number, addition = each
        own = number if isinstance(addition, Filling) else None
        return addition.path, addition.key, own

    for _, group in groupby(numbered, key=place):
        yield tuple(addition for _, addition in group)


def _with(data: bytes | None, additions: tuple[Addition, ...]) -> bytes | None:
    """The file ``data`` (``None``: there is none yet) with rows for one of its lists.

    ``None`` if that cannot be proved.
    """
    path, key = additions[0].path, additions[0].key
    record = _row_record(path, key)
    rows = [written(record, each.given) for each in additions]
    if data is None:
        text = new_file(additions[0].head, key, *rows)
        return text.encode("utf-8") if _holds(text, additions, before=None) else None
    there = _read(path, data)
    if there is None:
        return None
    mark, raw, value = there
    extended = append_row(raw, value, key, *rows)
    if extended is None or not _holds(extended, additions, before=value):
        return None
    return (mark + extended).encode("utf-8")


def _filled(data: bytes | None, filling: Filling) -> bytes | None:
    """The file ``data`` with the fields in their row; ``None`` if that cannot be proved."""
    there = _read(filling.path, data) if data is not None else None
    if there is None:
        return None
    mark, raw, value = there
    held = content(value)
    rows = held.get(filling.key) if isinstance(held, dict) else None
    if not isinstance(held, dict) or not isinstance(rows, list):
        return None
    key, text = filling.by
    waiting = [
        (nth, row)
        for nth, row in enumerate(rows)
        if isinstance(row, dict) and row.get(key) == text and not row.keys() & filling.given.keys()
    ]
    if len(waiting) != 1:
        return None  # none is meant, or nobody can tell which
    nth, row = waiting[0]
    lines = written(_row_record(filling.path, filling.key), filling.given)
    extended = fill_row(raw, value, filling.key, nth, lines)
    if extended is None:
        return None
    rows[nth] = row | _meant(filling.given)
    now = _read(filling.path, extended.encode("utf-8"))
    return (mark + extended).encode("utf-8") if now is not None and content(now[2]) == held else None


def _read(path: str, data: bytes) -> tuple[str, str, Value] | None:
    """The mark that a file begins with, its text and what that holds; ``None`` if it cannot be added to."""
    source, _ = decode(path, data)
    if source is None:
        return None
    whole = data.decode("utf-8")
    raw = whole.lstrip("\ufeff")
    read = read_source(source)
    if raw != source.text or read.value is None:
        return None  # what is only shown as another character would be lost
    return whole[: len(whole) - len(raw)], raw, read.value


def _row_record(path: str, key: str) -> type:
    """The record class of the rows of a file's list."""
    record = record_of(path)
    shape = describe(record)[key][1].shape if record is not None else None
    if not isinstance(shape, Many) or not isinstance(shape.of, Nested):
        raise KeyError(f"{path} has no list {key}")
    return RECORDS[shape.of.record]


def _holds(text: str, additions: tuple[Addition, ...], *, before: Value | None) -> bool:
    """Whether ``text``, read anew, holds what was there and the rows as they were given, and no new fault."""
    key = additions[0].key
    source, found = decode(additions[0].path, text.encode("utf-8"))
    read = read_source(source) if source is not None and not found else None
    if read is None or read.value is None or read.faults:
        return False
    now = content(read.value)
    held = content(before) if before is not None else {key: None}
    if not isinstance(now, dict) or not isinstance(held, dict):
        return False
    rows, old = now.get(key), held.get(key) or []
    meant = [_meant(each.given) for each in additions]
    if not isinstance(rows, list) or not isinstance(old, list) or rows != [*old, *meant]:
        return False
    return before is None or held | {key: rows} == now


def _meant(given: Mapping[str, Given]) -> dict[str, Content]:
    """``given`` as a reader finds it: a list of one is its one text."""
    meant: dict[str, Content] = {}
    for key, fact in given.items():
        if not fact:
            continue
        if isinstance(fact, Mapping):
            meant[key] = {name: _one_or_many(value) for name, value in fact.items()}
        elif rows := [*rows_of(fact)]:
            meant[key] = [_meant(row) for row in rows]
        else:
            meant[key] = _one_or_many(_texts(fact))
    return meant


def _texts(fact: str | Sequence[str] | Sequence[Mapping[str, Given]]) -> Sequence[str]:
    """A fact that holds no rows, as texts."""
    return [fact] if isinstance(fact, str) else [each for each in fact if isinstance(each, str)]


def _one_or_many(fact: str | Sequence[str]) -> Content:
    return fact if isinstance(fact, str) else fact[0] if len(fact) == 1 else list(fact)


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
