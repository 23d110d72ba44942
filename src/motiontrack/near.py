"""The one search for the name that was probably meant, bounded in what it may cost.

A slip is often made on every row, and difflib takes a twentieth of a millisecond to compare two names:
a thousand unknown ones against a thousand known ones took a minute.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from typing import NamedTuple
from unicodedata import normalize

__all__ = ["Names", "alike"]

_LONGEST_TEXT = 200
_LONGEST_NAME = 60  # as much of a name as is ever shown
_TRIED = 4
_LOOKED_AT = 500  # names for one word: by its rarest pieces, which tell most


def alike(word: str, known: Iterable[str], most: int = 1, cutoff: float = 0.6) -> list[str]:
    """Up to ``most`` of ``known`` that are like ``word``, the likest first; none for what is no name."""
    if len(word) > _LONGEST_TEXT:
        return []
    from difflib import get_close_matches  # only who has made a slip pays for it

    return get_close_matches(word, [each for each in known if len(each) <= _LONGEST_TEXT], most, cutoff)


class _Group(NamedTuple):
    """Names with the same numbers in them, and for each piece of one those that hold it."""

    names: list[str]
    holders: dict[str, list[str]]

    def likely(self, word: str) -> list[str]:
        """The few names that share most with ``word``."""
        if len(self.names) <= _TRIED:
            return self.names
        if not self.holders:
            for name in self.names:
                for piece in _pieces(name):
                    self.holders.setdefault(piece, []).append(name)
        shared: Counter[str] = Counter()
        room = _LOOKED_AT
        for holding in sorted((self.holders.get(piece, []) for piece in _pieces(word)), key=len):
            room -= len(holding)
            if room < 0:
                break
            shared.update(holding)
        return [name for name, _ in shared.most_common(_TRIED)]


class Names:
    """Known names, to ask for the one that was probably meant; looked through when first asked."""

    __slots__ = ("_by_looks", "_by_numbers", "_known")

    def __init__(self, known: Collection[str]) -> None:
        self._known = known
        self._by_numbers: dict[tuple[str, ...], _Group] | None = None
        self._by_looks: dict[str, list[str]] = {}

    def __contains__(self, name: object) -> bool:
        return name in self._known

    def meant(self, word: str) -> str:
        """The known name that was probably meant, or an empty text.

        First one that looks the same (Ｔ０１, TO1 and t01 for T01), then one that is like it, but never
        one with another number in it: T09 is as far from T02 as from any other task.
        """
        if len(word) > _LONGEST_NAME:
            return ""
        by_numbers = self._looked_through()
        same = self._by_looks.get(_looks(word), ())
        if len(same) == 1 and same[0] != word:
            return same[0]
        group = by_numbers.get(_numbers(word))
        return next(iter(alike(word, group.likely(word), cutoff=0.5)), "") if group else ""

    def _looked_through(self) -> dict[tuple[str, ...], _Group]:
        if self._by_numbers is None:
            self._by_numbers = {}
            for name in self._known:
                if len(name) <= _LONGEST_NAME:
                    self._by_numbers.setdefault(_numbers(name), _Group([], {})).names.append(name)
                    self._by_looks.setdefault(_looks(name), []).append(name)
        return self._by_numbers


def _pieces(name: str) -> Iterable[str]:
    """Each character and each two that stand side by side, in order and once."""
    return dict.fromkeys([*name, *(name[at : at + 2] for at in range(len(name) - 1))])


def _numbers(name: str) -> tuple[str, ...]:
    return tuple(number.lstrip("0") for number in re.findall("[0-9]+", name))


_LOOKALIKES = str.maketrans("oil|", "0111")


def _looks(name: str) -> str:
    """``name`` as it looks to a hasty reader: half width, one case, no O for 0 and no l for 1."""
    return normalize("NFKC", name).casefold().translate(_LOOKALIKES)
