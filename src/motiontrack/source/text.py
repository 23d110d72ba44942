"""Bytes to text. No guessing of encodings: UTF-8, or a diagnostic that names what it is instead."""

from __future__ import annotations

import re

from motiontrack.diagnostics.record import Diagnostic, Place, Span, fault

__all__ = ["MAX_BYTES", "SourceText", "decode", "forbidden_characters", "split_lines"]

MAX_BYTES = 5 * 1024 * 1024
"""Far above any plan; below the sizes at which libyaml's quadratic corners would be felt."""

_MOST_FORBIDDEN = 20
_SAMPLE = 30

# What YAML refuses (C0 except tab and line ends, DEL, C1, surrogates, non-characters), and NEL, LS
# and PS, which libyaml takes for line ends where no editor shows one: `a: x<LS>b: y` is two keys.
# A string: compiled by `re` for a text that may hold one, 1 ms that others need not pay.
_FORBIDDEN = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]"

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_UTF8_MARK = b"\xef\xbb\xbf"


class SourceText:
    """The text of one file, without its byte order mark; never changed. Equal if path and text are.

    ``lines`` are without their ends; a text that ends with a line end has an empty last line,
    which is where its end lies.
    """

    __slots__ = ("lines", "path", "text")

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.lines = split_lines(text)

    def __repr__(self) -> str:
        return f"SourceText(path={self.path!r}, text={self.text!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SourceText) and (self.path, self.text) == (other.path, other.text)

    def __hash__(self) -> int:
        return hash((self.path, self.text))

    def line(self, number: int) -> str:
        """Line ``number``, counted from 1; empty outside the text."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


def split_lines(text: str) -> tuple[str, ...]:
    """Split on LF, CRLF and CR only: ``str.splitlines`` knows more line ends than YAML does."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return tuple(text.split("\n"))


def decode(path: str, data: bytes) -> tuple[SourceText | None, tuple[Diagnostic, ...]]:
    """Decode one file.

    With forbidden characters (MT005) the text is still returned, each of them replaced by U+FFFD:
    positions hold, the other faults of the file can be found, and nothing prints a control code.
    """
    if len(data) > MAX_BYTES:
        size = f"{len(data) / 1024 / 1024:.1f}"
        return None, (fault("MT003", _at(path), size=size, limit=MAX_BYTES // 1024 // 1024),)
    if data.startswith(_UTF16_MARKS):
        return None, (fault("MT025", _at(path)),)
    data = data.removeprefix(_UTF8_MARK)
    if b"\0" in data:
        return None, (fault("MT002", _at(path)),)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, (_not_utf8(path, data, error.start),)
    # libyaml swallows a second mark without counting it, which would shift every column.
    source = SourceText(path, text.lstrip("\ufeff"))
    faults = forbidden_characters(source)
    if faults:
        source = SourceText(path, re.sub(_FORBIDDEN, "\ufffd", source.text))
    return source, faults


def forbidden_characters(source: SourceText) -> tuple[Diagnostic, ...]:
    """MT005 for the first twenty characters that may not stand in a text file."""
    found: list[Diagnostic] = []
    # All of them are unprintable, and most texts hold nothing unprintable but their line ends.
    if source.text.replace("\n", "").isprintable() or not re.search(_FORBIDDEN, source.text):
        return ()
    for number, line in enumerate(source.lines, 1):
        for match in re.finditer(_FORBIDDEN, line):
            place = _at(source.path, number, match.start() + 1)
            found.append(fault("MT005", place, character=f"U+{ord(match[0]):04X}"))
            if len(found) == _MOST_FORBIDDEN:
                return tuple(found)
    return tuple(found)


def _not_utf8(path: str, data: bytes, offset: int) -> Diagnostic:
    """Name the fault of a file that is not UTF-8, at its first byte that is not."""
    before = split_lines(data[:offset].decode("utf-8").lstrip("\ufeff"))
    place = _at(path, len(before), len(before[-1]) + 1)
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return fault("MT026", place, byte=f"0x{data[offset]:02X}")
    lines = split_lines(text)
    # The line as GBK shows it: a reader who recognises the words knows that the guess is right.
    sample = lines[min(len(before), len(lines)) - 1].strip()[:_SAMPLE]
    return fault("MT001", place, sample="".join(c if c.isprintable() else " " for c in sample))


def _at(path: str, line: int = 1, column: int = 1) -> Place:
    width = 0 if (line, column) == (1, 1) else 1
    return Place(path, Span(line, column, line, column + width))
