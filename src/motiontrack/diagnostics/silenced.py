"""``# motiontrack: ignore MT604 (reason)``: what a comment in the data silences, and what it cannot.

At the end of the line that a diagnostic points to, or on a line of its own directly above it. Only
warnings and notes can be silenced: an error leaves something unjudged, and that must be seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from motiontrack.diagnostics.codes import CODES, NOT_SILENCED, Severity
from motiontrack.diagnostics.record import Diagnostic, Place, Span, fault
from motiontrack.diagnostics.selecting import named, nearest, words_in
from motiontrack.near import alike
from motiontrack.source.comments import Comment, comments_with
from motiontrack.source.text import SourceText, decode

__all__ = ["silence"]

_MARKER = "motiontrack"
_ASKS = r"#+\s*motiontrack\s*(?P<colon>[:：]?)\s*(?P<rest>.*)"
_IGNORE = r"(?i:ignore)(?![a-z])\s*[:：]?(?P<codes>[^(（]*)(?P<reason>[(（].*)?"
_CODE_LIKE = r"[A-Za-z]{2}[0-9Oo]+"
_OPENING, _CLOSING = "(（", ")）"


class _Ask(NamedTuple):
    """One code that a comment with a reason names, and the lines it is about."""

    code: str
    place: Place
    lines: tuple[int, ...]


def silence(
    found: Sequence[Diagnostic], files: Mapping[str, bytes]
) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """What is left of ``found`` with what is wrong in the comments themselves, and what is silenced."""
    marked = [path for path, data in files.items() if _MARKER.encode() in data]
    if not marked:
        return tuple(found), ()
    told: list[Diagnostic] = []
    asked = [ask for path in marked for ask in _asks(path, files[path], told)]
    wanted = {(ask.place.file, line, ask.code): ask for ask in asked for line in ask.lines}
    kept, silenced, used = [], [], set()
    for each in found:
        ask = wanted.get((each.place.file, each.place.span.line, each.code)) if each.place else None
        if ask is None:
            kept.append(each)
        elif each.severity is Severity.ERROR:  # the plan made it graver than it is declared
            kept.append(each)
            told.append(fault("MT143", ask.place, about=each.code))
            used.add(ask)
        else:
            silenced.append(each)
            used.add(ask)
    # Where something could not be read or judged, what a comment is for may merely not have been seen.
    if not any(each.severity is Severity.ERROR for each in found):
        told += [fault("MT142", ask.place, about=ask.code) for ask in asked if ask not in used]
    return (*kept, *told), tuple(silenced)


def _asks(path: str, data: bytes, told: list[Diagnostic]) -> Iterator[_Ask]:
    source, _ = decode(path, data)
    if source is None:
        return
    below = _rows_below(source)
    for comment in comments_with(source, _MARKER) or ():
        match = re.search(_ASKS, comment.text)  # another comment may stand before it
        if match:
            text, span = comment.text[match.start() :], comment.span
            span = span._replace(column=span.column + match.start())
            if match["colon"]:
                yield from _read(path, comment._replace(text=text, span=span), match["rest"], below, told)
            elif _meant(match["rest"]):  # without the colon what was meant is not done, and must be said
                told.append(fault("MT145", Place(path, span)))


def _read(
    path: str, comment: Comment, rest: str, below: Sequence[int], told: list[Diagnostic]
) -> Iterator[_Ask]:
    """The codes of one comment, if it is written as it must be; ``below`` is as from ``_rows_below``."""
    place = Place(path, comment.span)
    match = re.match(_IGNORE, rest)
    bracketed = bool(match and match["reason"])
    words = words_in(match["codes"].partition(" #")[0]) if match else ()
    # Without brackets the reason itself may follow the codes.
    words = tuple(word for word in words if bracketed or named(word) or re.fullmatch(_CODE_LIKE, word))
    if match is None or not words:
        if match or _meant(rest):
            told.append(fault("MT145", place))
        return
    for word in (word for word in words if named(word) is None):
        at = _word_place(place, comment.text, word)
        told.append(fault("MT141", at, about=word, suggestion=nearest(word)))
    codes = dict.fromkeys(code for code in map(named, words) if code)
    refused = [code for code in codes if code in NOT_SILENCED or CODES[code].severity is Severity.ERROR]
    told.extend(fault("MT143", place, about=code) for code in refused)
    able = [code for code in codes if code not in refused]
    if able and not _inside(match["reason"] or ""):
        told.append(fault("MT140", place, codes="、".join(able)))
        return
    for code in able:
        yield _Ask(code, place, _lines(comment, below))


def _meant(rest: str) -> bool:
    """Whether a comment that does not say ``ignore`` was meant to."""
    first = "".join(re.findall(r"^[a-zA-Z]+", rest)).lower()
    return bool(re.search(r"MT[0-9]{3}", rest) or alike(first, ["ignore"]))


def _inside(text: str) -> str:
    """What stands in the brackets that ``text`` begins with, to its end if they are not closed."""
    depth = 0
    for at, character in enumerate(text):
        depth += (character in _OPENING) - (character in _CLOSING)
        if depth == 0:
            return text[1:at].strip()
    return text[1:].strip()


def _word_place(place: Place, text: str, word: str) -> Place:
    """Where ``word`` stands in the comment ``text`` at ``place``."""
    at = text.find(word)
    if at < 0:  # typed in full-width letters
        return place
    line, column = place.span.line, place.span.column + at
    return Place(place.file, Span(line, column, line, column + len(word)))


def _rows_below(source: SourceText) -> tuple[int, ...]:
    """For each line, counted from 0, the number of the next that is no comment."""
    below, found = len(source.lines) + 1, []
    for number in range(len(source.lines), 0, -1):
        found.append(below)
        if not source.line(number).lstrip(" \t").startswith("#"):
            below = number
    return tuple(reversed(found))


def _lines(comment: Comment, below: Sequence[int]) -> tuple[int, ...]:
    """The lines that a comment is about: its own; alone on it, also the next that is no comment."""
    line = comment.span.line
    return (line, below[line - 1]) if comment.alone else (line,)
