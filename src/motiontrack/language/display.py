"""Foreign text made fit to stand in a message: one line, nothing invisible, not too long."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

__all__ = ["cell_len", "one_line", "visible"]

_ELLIPSIS = "…"
_HIDDEN = frozenset(("Cc", "Cf", "Cn", "Cs", "Zl", "Zp"))
_ORDINARY_BLANKS = " \u3000"
#: What Chinese and English texts are made of beside characters of Han, by the cells it takes.
_NARROW = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("“”‘’…·—")
_WIDE = frozenset(map(chr, (*range(0x3000, 0x302A), *range(0xFF01, 0xFF61))))


def visible(text: str, encoding: str = "utf-8") -> str:
    """``text`` with every character that would not be seen, or not be printed, spelled out.

    Control and bidi characters could move the cursor or turn the line round; a no-break space
    looks like the right one; what ``encoding`` lacks would come out as a question mark.
    """
    # Printable is what is neither hidden nor a blank other than the space; most texts end here.
    if text.isprintable() and (encoding == "utf-8" or text.isascii()):
        return text
    return "".join([_shown(character, encoding) for character in text])


def one_line(text: str, columns: int) -> str:
    """``text`` in one line of at most ``columns`` terminal cells, cut with ``…``."""
    start = text[: columns * 4]  # a whole file may be one value; what is far behind is cut anyway
    line = visible(" ".join(start.split()) if "\n" in start or "\t" in start else start.strip())
    if len(start) == len(text) and _width(line) <= columns:
        return line
    room = columns - 1
    kept = []
    for character in line:
        room -= _cells(character)
        if room < 0:
            break
        kept.append(character)
    return "".join(kept) + _ELLIPSIS


@lru_cache(maxsize=4096)
def cell_len(text: str) -> int:
    """The cells of a terminal that ``text`` takes, as Rich counts them.

    Rich's tables are imported only for a text with anything rare in it.
    """
    wide = 0
    for character in text:
        if character in _NARROW:
            continue
        if "\u4e00" <= character <= "\u9fff" or character in _WIDE:
            wide += 1
        else:
            from rich.cells import cell_len as exact

            return exact(text)
    return len(text) + wide


@lru_cache(maxsize=4096)
def _shown(character: str, encoding: str) -> str:
    if character == "\t":
        return "<TAB>"
    category = unicodedata.category(character)
    if category in _HIDDEN or (category == "Zs" and character not in _ORDINARY_BLANKS):
        return f"<U+{ord(character):04X}>"
    if encoding != "utf-8":
        try:
            character.encode(encoding)
        except UnicodeEncodeError:
            return f"<U+{ord(character):04X}>"
    return character


def _width(text: str) -> int:
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
