"""The plain part of YAML, read without libyaml: three times as fast, or not at all.

What offices type is nearly all of one kind: a key and a text on one line, lists with a dash, short
lists and mappings in brackets that end on their line, comments. That is read here, a line at a time,
to the same values with the same spans as ``source.reader`` makes of libyaml's events
(tests/source/test_plain.py holds both against each other). At the first line of which that is not
certain - a text that simply goes on, or has empty lines in it, a tab, an anchor, an escape, a doubled
key, anything like a slip or a fault - the answer is ``None``, and libyaml reads the whole file: every
diagnostic is its work.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from motiontrack.diagnostics.record import Span
from motiontrack.source.braces import suspected
from motiontrack.source.text import ODD_SPACES, SourceText
from motiontrack.source.values import NULLS, Entry, Mapping, Scalar, Sequence, Value

__all__ = ["read_plain"]

#: Deeper and larger than this is libyaml's reader to count.
_DEEPEST, _MOST_VALUES = 30, 250_000

#: With what no text begins that stands for itself: YAML's own signs.
_START = r"(?![!\"#%&'*,:>?@\[\]`{|}]|-(?![0-9]))"
#: Nor with these, which are slips there; not in the pattern, where they take 3 ms to compile.
_SLIPS = frozenset(f"“‘［｛－{ODD_SPACES}")
_QUOTED = r"\"([^\"\\\t]*)\"|'([^'\t]*)'"
_TEXT = rf"{_START}[^:# \t]+(?:(?::| +)[^:# \t]+)*"
_LINE = (
    rf"( *)(- +)?(?:(\w[\w.]*):(?: +|$))?"
    rf"(?:{_QUOTED}|({_TEXT})|([\[{{].*[\]}}])|([|>]-?))? *(?:(?<= )#.*)?$"
)
# In brackets: a key, a text or an opening bracket, and what follows it.
_PIECE = r"[^,:#\[\]{}\"' \t]+"
_INSIDE = rf" *(?:(\w+): +)?(?:{_QUOTED}|({_START}{_PIECE}(?: +{_PIECE})*)|([\[{{])) *([,\]}}]?)"

_Level = tuple[int, Mapping | Sequence, int, int]


class _Doubt(Exception):
    """This is not the plain part of YAML, or not certainly."""


def read_plain(source: SourceText) -> Mapping | None:
    """The value of a text that is a mapping in plain YAML without a fault; else ``None``."""
    text = source.text
    if "＃" in text or "\ufeff" in text:
        return None
    # No more values than lines, and than what begins a list, a mapping or one more entry in them.
    if len(source.lines) + sum(map(text.count, ("- ", ",", "[", "{"))) > _MOST_VALUES:
        return None
    braced = [row for row in source.lines if "{" in row or "｛" in row]
    if any(map(suspected, braced)):
        return None
    try:
        return _read(source.lines)
    except _Doubt:
        return None


def _read(rows: tuple[str, ...]) -> Mapping:
    line_of, new = re.compile(_LINE).match, tuple.__new__
    inside = re.compile(_INSIDE).match
    keys: dict[str, str] = {}  # one string for all entries of a name
    stack: list[_Level] = []  # the open collections that stand around the innermost one
    indent = -1  # how far in the innermost one stands, where it began,
    node: Mapping | Sequence | None = None
    at_line = at_column = 0
    entries: dict[str, Entry] | None = None  # and its entries, if it is a mapping
    waiting: str | None = None  # a key behind which its line held nothing,
    key_at = (0, 0, 0, 0)  # and where the last key stands
    end_line = end_column = 0  # where the last value ended
    read_to = 0  # the last line of a text over several lines
    root, word = Mapping({}, Span(1, 1, 1, 1)), ""
    nulls, slips = NULLS, _SLIPS

    for number, row in enumerate(rows, 1):
        if number <= read_to:
            continue
        match = line_of(row)
        if match is None:
            if row.lstrip(" ").startswith("#"):
                continue
            raise _Doubt
        spaces, dash, key, double, single, plain, bracket, block = match.groups()
        if not (key or dash):
            if plain is double is single is bracket is block is None:
                continue
            raise _Doubt  # a text that goes on, or stands for the whole file
        column = len(spaces)

        # -- the collection this line belongs to
        if column != indent or (dash is None) is not (entries is not None) or waiting is not None:
            opens = waiting is not None and (column > indent or (dash is not None and column == indent))
            if node is None:
                opens = dash is None
                if not opens:
                    raise _Doubt
            elif not opens:
                if waiting is not None:
                    _fill(entries, waiting, key_at)
                    waiting = None
                while column < indent or (column == indent and dash is None and entries is None):
                    node.span = Span(at_line, at_column, end_line, end_column)
                    if not stack:
                        raise _Doubt
                    indent, node, at_line, at_column = stack.pop()
                    entries = node.entries if type(node) is Mapping else None
                if column != indent or (dash is None) is not (entries is not None):
                    raise _Doubt
            if opens:
                opened: Mapping | Sequence
                if node is None:
                    opened = root
                else:
                    opened = Mapping({}, root.span) if dash is None else Sequence([], root.span)
                    entries[waiting] = new(Entry, (opened, *key_at))  # type: ignore[index]
                    waiting = None
                    stack.append((indent, node, at_line, at_column))
                    if len(stack) > _DEEPEST:
                        raise _Doubt
                indent, node, at_line, at_column = column, opened, number, column + 1
                entries = opened.entries if type(opened) is Mapping else None
        if dash is not None:
            column += len(dash)
            if key is not None:
                # A mapping that begins behind the dash: its keys stand where this one does.
                opened = Mapping({}, root.span)
                node.items.append(opened)  # type: ignore[union-attr]
                stack.append((indent, node, at_line, at_column))  # type: ignore[arg-type]
                if len(stack) > _DEEPEST:
                    raise _Doubt
                indent, node, at_line, at_column = column, opened, number, column + 1
                entries = opened.entries

        # -- the key
        if key is not None:
            if key not in keys:
                if key in nulls or key[0].isdigit():
                    raise _Doubt  # 1.id: perhaps the number of an entry, and no part of its key
                keys[key] = key
            word = keys[key]
            if word in entries:  # type: ignore[operator]
                raise _Doubt
            key_at = (number, column + 1, number, column + len(word) + 1)

        # -- the value
        value: Value
        if plain is not None:
            begin, end = match.span(6)
            if plain[0] in slips or (key is None and (":" in plain or "：" in plain)):
                raise _Doubt  # perhaps a key, perhaps something else
            end_line, end_column = number, end + 1
            value = new(Scalar, (plain, "plain", plain in nulls, number, begin + 1, number, end_column))
        elif double is not None or single is not None:
            begin, end = match.span(5 if double is None else 4)
            end_line, end_column = number, end + 2
            text = single if double is None else double
            value = new(Scalar, (text, "quoted", False, number, begin, number, end_column))
        elif bracket is not None:
            begin, end = match.span(7)
            value, ended = _in_brackets(row, begin, number, inside)
            if ended != end or (bracket[0] == "[" and ("，" in bracket or "“" in bracket or "］" in bracket)):
                raise _Doubt
            end_line, end_column = number, end + 1
        elif block is not None and key is not None:
            value = _over_lines(rows, number, match.start(8), block, indent)
            read_to = end_line = value.end_line
            end_column = value.end_column
        elif key is not None:
            waiting, end_line, end_column = word, number, key_at[3] + 1
            continue
        else:
            raise _Doubt
        if key is not None:
            entries[word] = new(Entry, (value, *key_at))  # type: ignore[index]
        else:
            node.items.append(value)  # type: ignore[union-attr]

    if node is None:
        raise _Doubt
    if waiting is not None:
        _fill(entries, waiting, key_at)
    stack.append((indent, node, at_line, at_column))
    for _, node, at_line, at_column in stack:
        node.span = Span(at_line, at_column, end_line, end_column)
    return root


def _fill(entries: dict[str, Entry] | None, key: str, at: tuple[int, int, int, int]) -> None:
    """What stands behind a key with nothing behind it: an empty text, right after the colon."""
    line, column = at[2], at[3] + 1
    empty = Scalar("", "plain", True, line, column, line, column)  # noqa: FBT003 - a field
    entries[key] = Entry(empty, *at)  # type: ignore[index]


def _over_lines(rows: tuple[str, ...], number: int, at: int, mark: str, least: int) -> Scalar:
    """The text that stands set in below line ``number``: as far as its first line, none empty."""
    first, count = rows[number] if number < len(rows) else "", len(rows)
    margin = first[: len(first) - len(first.lstrip(" "))]
    last = number
    while last < count and rows[last].startswith(margin) and rows[last] > margin:
        if rows[last][len(margin)] in " \t" or "\t" in rows[last] or _starts_oddly(rows[last]):
            raise _Doubt
        last += 1
    below = last
    while below < count and len(rows[below]) < len(margin) and not rows[below].strip(" "):
        below += 1
    if len(margin) <= least or last in (number, count) or (below < count and rows[below].startswith(margin)):
        raise _Doubt
    text = ("\n" if mark[0] == "|" else " ").join(row[len(margin) :] for row in rows[number:last])
    text += "" if mark.endswith("-") else "\n"
    return Scalar(text, "block", False, number, at + 1, last, len(rows[last - 1]) + 1)  # noqa: FBT003 - a field


def _starts_oddly(row: str) -> bool:
    """Whether a line of a text may be a key, or hold a slip: then all of ``source.lines`` must look at it."""
    first = row.lstrip(" -")[:1]
    if not "a" <= first <= "z":
        return first in _SLIPS
    from motiontrack.source.lines import any_slip  # rare where papers are Chinese

    return any_slip((row,))


def _behind_blanks(row: str, at: int) -> int:
    """Where the first character from ``at`` on is that is no space; a long row is not copied for it."""
    while row.startswith(" ", at):
        at += 1
    return at


def _in_brackets(
    row: str, at: int, number: int, inside: Callable[[str, int], re.Match[str] | None], depth: int = 0
) -> tuple[Value, int]:
    """The list or mapping whose bracket stands at ``at``, and where it ends, on the same line."""
    new, closing = tuple.__new__, "]" if row[at] == "[" else "}"
    items: list[Value] = []
    entries: dict[str, Entry] | None = None if closing == "]" else {}
    ended, after = at + 1, ","
    first = _behind_blanks(row, ended)
    if row.startswith(closing, first):
        ended, after = first + 1, closing
    while after == ",":
        match = inside(row, ended)
        if match is None or depth > _DEEPEST:
            raise _Doubt
        key, double, single, plain, bracket, after = match.groups()
        ended = match.end()
        value: Value
        if plain is not None:
            if plain[0] in _SLIPS:
                raise _Doubt
            begin, end = match.span(4)
            value = new(Scalar, (plain, "plain", plain in NULLS, number, begin + 1, number, end + 1))
        elif bracket is not None:
            value, ended = _in_brackets(row, match.start(5), number, inside, depth + 1)
            behind = _behind_blanks(row, ended)
            after, ended = row[behind : behind + 1], behind + 1
        else:
            begin, end = match.span(3 if double is None else 2)
            text = single if double is None else double
            value = new(Scalar, (text, "quoted", False, number, begin, number, end + 2))
        if entries is None:
            if key is not None:
                raise _Doubt
            items.append(value)
        else:
            if key is None or key in entries or key in NULLS:
                raise _Doubt
            begin, end = match.span(1)
            entries[key] = new(Entry, (value, number, begin + 1, number, end + 1))
    if after != closing:
        raise _Doubt
    span = Span(number, at + 1, number, ended + 1)
    return (Sequence(items, span) if entries is None else Mapping(entries, span)), ended
