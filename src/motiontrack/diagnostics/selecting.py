"""Which codes somebody means: exact ones, the beginning of some, or their names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from motiontrack.diagnostics.codes import CODES
from motiontrack.near import alike

__all__ = ["codes_in", "named", "nearest", "words_in"]

_BETWEEN = r"[\s,、;]+"


def words_in(text: str) -> tuple[str, ...]:
    """The words of a list as people type it: commas of both widths, 、 and blanks between them."""
    return tuple(word for word in re.split(_BETWEEN, unicodedata.normalize("NFKC", text)) if word)


def named(word: str) -> str | None:
    """The one code that ``word`` is, or is the name of."""
    code = word.upper()
    if code in CODES:
        return code
    name = word.lower().replace("_", "-")
    return next((each.code for each in CODES.values() if each.name == name), None)


def codes_in(texts: Iterable[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """All codes that ``texts`` mean, and the words among them that mean none."""
    meant: set[str] = set()
    unknown: list[str] = []
    for word in (word for text in texts for word in words_in(text)):
        code = named(word)
        begun = {code} if code else {each for each in CODES if each.startswith(word.upper())}
        meant |= begun
        if not begun:
            unknown.append(word)
    return frozenset(meant), tuple(unknown)


def nearest(word: str) -> str:
    """The code or name that was probably meant, or an empty text."""
    # A letter O for a nought is the slip that is made most.
    typed = word.upper().replace("O", "0")
    near = alike(typed, CODES, cutoff=0.7) if word[-1:].isdigit() else []
    near += alike(word.lower(), (each.name for each in CODES.values()))
    return near[0] if near else ""
