"""Text in terminal cells: widths, padding and wrapping where Chinese characters take two."""

from __future__ import annotations

import re
from collections.abc import Iterable

from motiontrack.language.display import cell_len

__all__ = ["pad", "wrap"]

#: What may not begin a line in Chinese typesetting; it stays with the character before it.
_NO_START = frozenset("，。；：、！？）》〉」』】〕”’…%％,.;:!?)]}>")
_NO_END = frozenset("（《〈「『【〔“‘([{<")
_PIECES = re.compile(r"[A-Za-z0-9_./:%+~-]+|\s+|.", re.DOTALL)


def pad(text: str, width: int) -> str:
    """``text`` with blanks up to ``width`` cells; longer text is left as it is."""
    return text + " " * max(width - cell_len(text), 0)


def wrap(text: str, width: int) -> list[str]:
    """``text`` in lines of at most ``width`` cells; line breaks in it are kept, nothing is cut off.

    Words and numbers stay whole where they fit; closing marks do not begin a line.
    """
    return [line for part in text.splitlines() or [""] for line in _wrap_line(part.strip(), max(width, 4))]


def _wrap_line(text: str, width: int) -> list[str]:
    lines: list[str] = []
    current = ""
    for piece in _pieces(text, width):
        if current and cell_len(current + piece) > width:
            lines.append(current.rstrip())
            current = piece.lstrip()
        else:
            current += piece
    lines.append(current.rstrip())
    return lines


def _pieces(text: str, width: int) -> Iterable[str]:
    """What may not be parted: a word, or a character with the marks that cling to it."""
    held = ""
    for match in _PIECES.finditer(text):
        piece = match.group()
        if held and (piece[0] in _NO_START or held[-1] in _NO_END) and cell_len(held + piece) <= width:
            held += piece
            continue
        yield from _chopped(held, width)
        held = piece
    yield from _chopped(held, width)


def _chopped(piece: str, width: int) -> Iterable[str]:
    """A word longer than a whole line, in pieces."""
    while cell_len(piece) > width:
        cut = width
        while cell_len(piece[:cut]) > width:
            cut -= 1
        yield piece[:cut]
        piece = piece[cut:]
    if piece:
        yield piece
