"""Repairs put into files, and the proof that they change what they are meant to change and no more.

Only what a diagnostic carries as its ``repair`` is done, by splicing the text: what lies between two
repairs is never written anew. Then the file is read again, and where the proof fails, the repair is
left to a person (docs/decisions/0016).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from motiontrack.book import file_faults
from motiontrack.diagnostics.record import Diagnostic, Edit, Recode, Span
from motiontrack.source.reader import MOST_FOUND, read_through
from motiontrack.source.text import SourceText, decode, split_lines
from motiontrack.source.values import Mapping as Keys
from motiontrack.source.values import Scalar, Value
from motiontrack.source.values import Sequence as Items

__all__ = ["Change", "Repaired", "repair_file", "repair_files"]

_MOST_ROUNDS = 20  # a slip can hide another, hardly twenty
_MOST_PROOFS = 40
_LINE_END = "\r\n|\r|\n"


class Change(NamedTuple):
    """One repair that was made: the code of the fault, and the line (0: the whole file)."""

    file: str
    line: int
    code: str


class Repaired(NamedTuple):
    """One file after its repairs: its bytes, what it was in UTF-8, and every change."""

    data: bytes
    legible: bytes
    changes: tuple[Change, ...]


def repair_files(files: Mapping[str, bytes]) -> dict[str, Repaired]:
    """Those of ``files`` in which something can be repaired, repaired."""
    repaired = {path: repair_file(path, files[path]) for path in sorted(files)}
    return {path: each for path, each in repaired.items() if each.changes}


def repair_file(path: str, data: bytes) -> Repaired:
    """One file with all that is certain repaired, slips that were hidden behind others too."""
    made: list[Change] = []
    legible = data
    for _ in range(_MOST_ROUNDS):
        changes, after = _round(path, data)
        if not changes:
            break
        made += changes
        data = after
        if not changes[0].line:
            legible = after
    return Repaired(data, legible, tuple(sorted(set(made))))


def _round(path: str, data: bytes) -> tuple[Sequence[Change], bytes]:
    """The repairs of the faults that are seen now."""
    faults = file_faults(path, data)
    recode = next(((each, repair) for each, repair in _repairs(faults) if isinstance(repair, Recode)), None)
    if recode is not None:
        fault, how = recode
        after = _recoded(data, how.encoding)
        return ((Change(path, 0, fault.code),), after) if after is not None else ((), data)
    edits: dict[int, list[tuple[str, Edit]]] = {}
    for fault, repair in _repairs(faults):
        if isinstance(repair, Edit):
            edits.setdefault(repair.span.line, []).append((fault.code, repair))
    if not edits:
        return (), data
    before = _Text.of(path, data)
    if before is None:
        return (), data
    lines = [line for line in sorted(edits) if before.may_be_changed(line)]
    proofs = _Proofs(before, {line: _apart(edits[line]) for line in lines})
    kept = proofs.most(lines)
    changes = [Change(path, line, code) for line in kept for code, _ in proofs.edits[line]]
    return changes, proofs.spliced(kept)


def _repairs(faults: Iterable[Diagnostic]) -> Iterable[tuple[Diagnostic, Edit | Recode]]:
    return ((fault, repair) for fault in faults for repair in fault.repair)


def _apart(edits: list[tuple[str, Edit]]) -> list[tuple[str, Edit]]:
    """Edits of one line that do not touch each other; the others wait for the next round."""
    apart: list[tuple[str, Edit]] = []
    end = 0
    for code, edit in sorted(edits, key=lambda each: each[1].span):
        if edit.span.column > end:
            apart.append((code, edit))
            end = edit.span.end_column
    return apart


def _recoded(data: bytes, encoding: str) -> bytes | None:
    """``data`` in UTF-8, if going back gives the same bytes."""
    text = data.decode(encoding)
    mark = data[:2]
    back = text.encode("utf-16-le" if mark == b"\xff\xfe" else "utf-16-be") if encoding == "utf-16" else None
    if (mark + back if back is not None else text.encode(encoding)) != data:
        return None
    after = text.encode("utf-8")
    return after if decode("", after)[0] is not None else None


class _Text(NamedTuple):
    """A file as it is: the bytes before its text, the text with its own line ends, and as it is read."""

    mark: bytes
    raw: str
    lines: tuple[str, ...]
    source: SourceText

    @classmethod
    def of(cls, path: str, data: bytes) -> _Text | None:
        source, _ = decode(path, data)
        if source is None:
            return None
        whole = data.decode("utf-8")
        raw = whole.lstrip("\ufeff")
        lines = source.lines if raw == source.text else split_lines(raw)
        return cls(whole[: len(whole) - len(raw)].encode("utf-8"), raw, lines, source)

    def may_be_changed(self, line: int) -> bool:
        """False for a line with a character that is only shown as another."""
        return self.lines[line - 1] == self.source.line(line)


class _Proofs:
    """One file, and which of the edits of its lines can be proved."""

    def __init__(self, before: _Text, edits: Mapping[int, Sequence[tuple[str, Edit]]]) -> None:
        self.before = before
        self.edits = edits
        self._reading = read_through(before.source)
        self._starts = [0, *(match.end() for match in re.finditer(_LINE_END, before.raw))]
        self._left = _MOST_PROOFS

    def most(self, lines: Sequence[int]) -> list[int]:
        """As many of ``lines`` as can be repaired together."""
        kept: list[int] = []
        waiting = [list(lines)]
        while waiting and self._left > 0:
            these = waiting.pop()
            if not these:
                continue
            self._left -= 1
            if self._proven([*kept, *these]):
                kept += these
            elif len(these) > 1:
                half = len(these) // 2
                waiting += [these[half:], these[:half]]
        return kept

    def spliced(self, lines: Iterable[int]) -> bytes:
        """The file with the edits of ``lines``."""
        raw = self.before.raw
        pieces: list[str] = []
        at = 0
        for line in sorted(lines):
            start = self._starts[line - 1] - 1
            for _, edit in self.edits[line]:
                pieces += [raw[at : start + edit.span.column], edit.text]
                at = start + edit.span.end_column
        pieces.append(raw[at:])
        return self.before.mark + "".join(pieces).encode("utf-8")

    def _proven(self, lines: Sequence[int]) -> bool:
        """Whether the file, read again, differs in what those edits are to change, and in nothing else."""
        touched = set(lines)
        after = _Text.of(self.before.source.path, self.spliced(lines))
        if after is None or not _alike(self.before.source.lines, after.source.lines, touched):
            return False
        old, new = self._reading, read_through(after.source)
        if any(_gone(each, self.edits[line]) for line in lines for each in _at(new.faults, line)):
            return False
        if old.value is None:
            meant = new.value or new.behind
            if meant is not None and any(line in touched for line in _going_on(meant)):
                return False
            return new.value is not None or _fewer(new.faults, old.faults)
        intended = {edit.span: edit.text for line in lines for _, edit in self.edits[line]}
        return new.value is not None and _same(old.value, new.value, touched, intended)


def _at(faults: Iterable[Diagnostic], line: int) -> list[Diagnostic]:
    return [each for each in faults if each.place and each.place.span.line == line]


def _gone(fault: Diagnostic, edits: Sequence[tuple[str, Edit]]) -> bool:
    """Whether ``fault`` is one that the edits were to take away."""
    return not fault.repair and fault.code in {code for code, _ in edits}


def _alike(old: Sequence[str], new: Sequence[str], touched: set[int]) -> bool:
    return len(old) == len(new) and all(
        one == other or number in touched for number, (one, other) in enumerate(zip(old, new, strict=True), 1)
    )


def _fewer(new: Sequence[Diagnostic], old: Sequence[Diagnostic]) -> bool:
    """Fewer faults in a file that still cannot be read, and no kind of fault that was not there before."""
    now, before = _count(new), _count(old)
    # From some thousands on nobody counts any more, and some of them gone shows no others.
    fewer = now.total() < before.total() or before.total() >= MOST_FOUND
    return fewer and not any(now[code] > before[code] for code in now)


def _count(faults: Iterable[Diagnostic]) -> Counter[str]:
    count: Counter[str] = Counter()
    for each in faults:
        count[each.code] += 1 + each.more
    return count


def _same(old: Value, new: Value, touched: set[int], intended: Mapping[Span, str]) -> bool:
    """Whether two trees hold the same, but for what stands on the lines touched; there, as intended."""
    if isinstance(old, Scalar) and isinstance(new, Scalar):
        if old.span in intended:
            return new.text == intended[old.span]
        return old.text == new.text or _within(old.span, touched)
    if isinstance(old, Keys) and isinstance(new, Keys):
        return len(old.entries) == len(new.entries) and all(
            (word == other_word or _within(one.key, touched))
            and _same(one.value, other.value, touched, intended)
            for (word, one), (other_word, other) in zip(old.entries.items(), new.entries.items(), strict=True)
        )
    if isinstance(old, Items) and isinstance(new, Items):
        return len(old.items) == len(new.items) and all(
            _same(one, other, touched, intended) for one, other in zip(old.items, new.items, strict=True)
        )
    return _within(old.span, touched)


def _going_on(value: Value) -> Iterator[int]:
    """The lines on which an unquoted text goes on from the one above: nothing there is a key or a mark."""
    if isinstance(value, Scalar):
        if value.style == "plain":
            yield from range(value.span.line + 1, value.span.end_line + 1)
    elif isinstance(value, Keys):
        for entry in value.entries.values():
            yield from _going_on(entry.value)
    else:
        for item in value.items:
            yield from _going_on(item)


def _within(span: Span, touched: set[int]) -> bool:
    return all(line in touched for line in range(span.line, span.end_line + 1))
