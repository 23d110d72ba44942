"""A row put at the end of a list in a YAML text, or fields at the end of a row; nothing else is touched."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Sequence as Lines

from motiontrack.source.text import split_lines
from motiontrack.source.values import Mapping, Scalar, Sequence, Value

__all__ = ["Content", "append_row", "content", "fill_row", "new_file"]

#: A value without its places: what two readings of one text have in common.
Content = str | None | list["Content"] | dict[str, "Content"]

_INDENT = "  "
_LINE_END = "\r\n|\r|\n"


def content(value: Value) -> Content:
    """What ``value`` holds, wherever it stands; ``None`` for what was left empty."""
    if isinstance(value, Scalar):
        return None if value.null else value.text
    if isinstance(value, Sequence):
        return [content(item) for item in value.items]
    return {key: content(entry.value) for key, entry in value.entries.items()}


def new_file(head: Lines[str], key: str, *rows: Lines[str]) -> str:
    """A text that holds ``head`` and the list ``key`` with ``rows``, each the lines of one."""
    return "".join(f"{line}\n" for line in (*head, f"{key}:", *_dashed(rows, _INDENT)))


def append_row(raw: str, root: Value, key: str, *rows: Lines[str]) -> str | None:
    """``raw``, which was read as ``root``, with ``rows`` (each its lines) as the last of the list ``key``.

    ``None`` where the list is written in a way that nothing can be put into without touching what
    stands there: in brackets with rows in it, or as something that is no list.
    """
    if not isinstance(root, Mapping):
        return None
    end = _line_end(raw)
    entry = root.entries.get(key)
    if entry is None:
        return _at_end(raw, (f"{key}:", *_dashed(rows, _INDENT)), end)
    if isinstance(entry.value, Scalar) and entry.value.null and entry.value.text == "":
        return _inserted(raw, entry.line + 1, _dashed(rows, _INDENT), end)
    if not isinstance(entry.value, Sequence):
        return None
    if not entry.value.items:
        return _instead_of_brackets(raw, entry.value, rows, end)
    first = entry.value.items[0]
    line = _start(first)
    dash = re.match(r"( *)- ", split_lines(raw)[line - 1])
    if dash is None:
        return None
    indent = dash[1]
    following = [each.line for each in root.entries.values() if each.line > entry.line]
    if not following:
        return _at_end(raw, _dashed(rows, indent), end)
    return _inserted(raw, _before(raw, min(following)), _dashed(rows, indent), end)


def fill_row(raw: str, root: Value, key: str, nth: int, fields: Lines[str]) -> str | None:
    """``raw``, which was read as ``root``, with ``fields`` at the end of the ``nth`` row of the list ``key``.

    ``fields`` are lines ``key: value``. ``None`` where the row is written in a way that cannot be added to.
    """
    entry = root.entries.get(key) if isinstance(root, Mapping) else None
    if entry is None or not isinstance(root, Mapping) or not isinstance(entry.value, Sequence):
        return None
    items = entry.value.items
    row = items[nth]
    if not isinstance(row, Mapping) or not row.entries:
        return None
    starts = _starts(raw)
    first = starts[row.span.line - 1] + row.span.column - 1
    if raw[first : first + 1] == "{":
        return _before_brace(raw, starts[row.span.end_line - 1] + row.span.end_column - 1, fields)
    following = [_start(each) for each in items[nth + 1 :]]
    following += [each.line for each in root.entries.values() if each.line > entry.line]
    lines = split_lines(raw)
    number = min(following, default=len(lines) + 1)
    while number > 1 and (not lines[number - 2].strip() or lines[number - 2].lstrip().startswith("#")):
        number -= 1
    indent = " " * (next(iter(row.entries.values())).column - 1)
    return _inserted(raw, number, [f"{indent}{field}" for field in fields], _line_end(raw))


def _before_brace(raw: str, end: int, fields: Lines[str]) -> str | None:
    """In a row in braces, of which ``end`` is just behind."""
    if raw[end - 1 : end] != "}":
        return None
    body = raw[: end - 1].rstrip(" ")
    joint = " " if body.endswith(",") else ", "
    return f"{body}{joint}{', '.join(fields)}{raw[end - 1 :]}"


def _starts(raw: str) -> list[int]:
    """Where each line begins."""
    return [0, *(match.end() for match in re.finditer(_LINE_END, raw))]


def _start(value: Value) -> int:
    return value.line if isinstance(value, Scalar) else value.span.line


def _dashed(rows: Iterable[Lines[str]], indent: str) -> tuple[str, ...]:
    return tuple(
        f"{indent}{_INDENT if number else '- '}{line}" for row in rows for number, line in enumerate(row)
    )


def _line_end(raw: str) -> str:
    """The line end that the text uses; of several, the first."""
    found = re.search(_LINE_END, raw)
    return found[0] if found else "\n"


def _at_end(raw: str, lines: Lines[str], end: str) -> str:
    """After the last line that holds anything, comments too; blank lines at the end stay there."""
    body = raw.rstrip("\r\n \t")
    tail = raw[len(body) :]
    rest = re.sub(rf"\A[ \t]*(?:{_LINE_END})", "", tail, count=1)
    kept = tail[: len(tail) - len(rest)] or end
    return body + kept + "".join(f"{line}{end}" for line in lines) + rest


def _inserted(raw: str, number: int, lines: Lines[str], end: str) -> str:
    """Before line ``number``."""
    starts = _starts(raw)
    if number > len(starts):
        return _at_end(raw, lines, end)
    at = starts[number - 1]
    return raw[:at] + "".join(f"{line}{end}" for line in lines) + raw[at:]


def _before(raw: str, number: int) -> int:
    """The first of the blank lines and comments that stand above line ``number`` and belong to it."""
    lines = split_lines(raw)
    while number > 1 and (not lines[number - 2].strip() or lines[number - 2].startswith("#")):
        number -= 1
    return number


def _instead_of_brackets(raw: str, value: Sequence, rows: Iterable[Lines[str]], end: str) -> str | None:
    """Rows in the place of ``[]``."""
    starts = _starts(raw)
    span = value.span
    at = starts[span.line - 1] + span.column - 1
    brackets = re.compile(rf"\[\s*\][ \t]*(?={_LINE_END}|\Z|#)").match(raw, at)
    if brackets is None:
        return None
    before = raw[:at].rstrip(" ")
    comment = re.compile(r"[^\r\n]*").match(raw, brackets.end())
    note = f" {comment[0]}" if comment and comment[0] else ""
    rest = raw[comment.end() if comment else brackets.end() :]
    lines = end.join(_dashed(rows, _INDENT))
    return f"{before}{note}{end}{lines}{rest or end}"
