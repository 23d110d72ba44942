"""Bytes to text. No guessing of encodings: UTF-8, or a diagnostic that names what it is instead."""

from __future__ import annotations

import re
from math import ceil
from typing import NamedTuple

from motiontrack.diagnostics.record import Diagnostic, Place, Recode, Repair, Span, and_more, fault

__all__ = [
    "LIST_MARKS",
    "MAX_BYTES",
    "MOST_OF_A_KIND",
    "MOST_OF_PARAGRAPHS",
    "ODD_SPACES",
    "Explained",
    "SourceText",
    "decode",
    "forbidden_characters",
    "split_lines",
]

_MEBIBYTE = 1024 * 1024
MAX_BYTES = 5 * _MEBIBYTE
"""Far above any plan; below the sizes at which libyaml's quadratic corners would be felt."""

MOST_OF_PARAGRAPHS = _MEBIBYTE // 10
"""Of one text of an office's own: eight times a whole paper. A larger one would be set for minutes."""

MOST_OF_A_KIND = 50
"""Faults of one kind in one file's text that are told one by one."""
_SAMPLE = 30

# What YAML refuses (C0 except tab and line ends, DEL, C1, surrogates, non-characters), and NEL, LS
# and PS, which libyaml takes for line ends where no editor shows one: `a: x<LS>b: y` is two keys.
# A string: compiled by `re` for a text that may hold one, 1 ms that others need not pay.
_FORBIDDEN = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]"

ODD_SPACES = "\u00a0\u200b\u200c\u200d\u3000\ufeff"
"""What looks like a space, or like nothing, and is neither to YAML."""

LIST_MARKS = frozenset("—–·•●－、*+")
"""What offices type before the entries of a list, where YAML takes ``- `` alone."""

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


class Explained(NamedTuple):
    """Why a text cannot be read.

    ``mended`` is the text without that, if it then can be read; ``touched`` are the lines in which it
    is another. It is ``whole`` if none of them had to be left out.
    """

    faults: tuple[Diagnostic, ...]
    mended: SourceText | None = None
    touched: frozenset[int] = frozenset()
    whole: bool = True


def split_lines(text: str) -> tuple[str, ...]:
    """Split on LF, CRLF and CR only: ``str.splitlines`` knows more line ends than YAML does."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return tuple(text.split("\n"))


def decode(path: str, data: bytes, most: int = MAX_BYTES) -> tuple[SourceText | None, tuple[Diagnostic, ...]]:
    """Decode one file of at most ``most`` bytes.

    With forbidden characters (MT005) the text is still returned, each of them replaced by U+FFFD:
    positions hold, the other faults of the file can be found, and nothing prints a control code.
    """
    if len(data) > most:
        size = ceil(len(data) * 10 / _MEBIBYTE) / 10  # never the limit itself
        return None, (
            fault("MT003", _at(path), size=str(size), limit=f"{most / _MEBIBYTE:.1f}".removesuffix(".0")),
        )
    if data.startswith(_UTF16_MARKS):
        return None, (fault("MT025", _at(path), repair=_surely_utf16(data)),)
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
    """MT005 for the characters that may not stand in a text file."""
    # All of them are unprintable, and most texts hold nothing unprintable but their line ends.
    if source.text.replace("\n", "").isprintable() or not re.search(_FORBIDDEN, source.text):
        return ()
    found: list[Diagnostic] = []
    count = 0
    for number, line in enumerate(source.lines, 1):
        for match in re.finditer(_FORBIDDEN, line):
            count += 1
            if count <= MOST_OF_A_KIND:
                place = _at(source.path, number, match.start() + 1)
                found.append(fault("MT005", place, character=f"U+{ord(match[0]):04X}"))
    if count > len(found):
        found[-1] = and_more(found[-1], count - len(found))
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
    shown = "".join(c if c.isprintable() else " " for c in sample)
    return fault("MT001", place, repair=_surely_gbk(data, text), sample=shown)


def _surely_utf16(data: bytes) -> tuple[Repair, ...]:
    """How to repair a file that says it is UTF-16, if it can be read so to its end."""
    try:
        text = data.decode("utf-16")
    except UnicodeDecodeError:
        return ()
    return () if "\0" in text or re.search(_FORBIDDEN, text) else (Recode("utf-16"),)


def _surely_gbk(data: bytes, text: str) -> tuple[Repair, ...]:
    """How to repair a file that can be read as GBK, if it is certain that this is what it is.

    Most bytes can be read as GBK: Big5, and UTF-8 mixed with GBK, too. But then what is read are rare
    characters; in what people write nine in ten are of the 3,755 that GB 2312 puts first.
    """
    ideographs = re.findall("[\u3400-\u9fff]", text)
    if not ideographs or re.search(_FORBIDDEN + "|[\ue000-\uf8ff]", text):
        return ()
    if sum(map(_is_common, ideographs)) < len(ideographs) * 9 // 10:
        return ()
    # A line that is good UTF-8, with characters that take three bytes there, was not typed in GBK.
    for line in data.split(b"\n"):
        if not line.isascii() and any(ord(each) >= 0x800 for each in line.decode("utf-8", "ignore")):  # noqa: PLR2004
            try:
                line.decode("utf-8")
            except UnicodeDecodeError:
                continue
            return ()
    return (Recode("gb18030"),)


def _is_common(character: str) -> bool:
    """Whether GB 2312 has ``character`` among those it puts first, by how often they are used."""
    return b"\xb0" <= character.encode("gb18030") < b"\xd8"


def _at(path: str, line: int = 1, column: int = 1) -> Place:
    width = 0 if (line, column) == (1, 1) else 1
    return Place(path, Span(line, column, line, column + width))
