"""Text in a drawing: a line of SVG does not break by itself, so a long name is cut into lines before."""

from __future__ import annotations

from unicodedata import east_asian_width

from markupsafe import Markup

__all__ = ["folded"]

#: At 12 units a letter: a Chinese character is as wide as high, a Latin one a little more than half,
#: a capital three quarters, and some nearly as much as a Chinese one.
_WIDE, _BROAD, _CAPITAL, _NARROW = 12.0, 11.5, 9.0, 7.5
_BROAD_ONES = "MWmw%@—…"
#: No line begins with these.
_CLOSERS = "，。；：、！？）》」』”’…,.;:!?)%"


def folded(text: str, room: float) -> tuple[str, ...]:
    """``text`` in lines no wider than ``room`` units, broken at a blank or beside a Chinese character.

    What a macro returns is escaped already: it is taken as the text it stands for, so that no line ends
    inside ``&amp;``, and escaped again when it is printed.
    """
    if isinstance(text, Markup):
        text = text.unescape()
    lines: list[str] = []
    start = 0
    width, last = 0.0, 0
    for place, character in enumerate(text):
        own = _width(character)
        if place > start and width + own > room:
            end = last if last > start else place
            lines.append(text[start:end].rstrip())
            start = end + (text[end : end + 1] == " ")
            width = sum(map(_width, text[start:place]))
            last = start
        if (character == " " or own == _WIDE) and text[place + 1 : place + 2] not in tuple(_CLOSERS):
            last = place + (own == _WIDE)
        width += own
    return (*lines, text[start:].rstrip()) if text[start:].strip() or not lines else tuple(lines)


def _width(character: str) -> float:
    if east_asian_width(character) in "WFA":
        return _WIDE
    if character in _BROAD_ONES:
        return _BROAD
    return _CAPITAL if character.isupper() else _NARROW
