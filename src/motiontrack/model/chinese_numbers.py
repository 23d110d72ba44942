"""Chinese print made plain: full-width forms, odd spaces, dashes and numerals."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["NUMBER", "YEAR", "read_number", "read_year", "tidy"]

# 二○一○年 is printed with a circle; typed with a letter (Latin, Greek, Cyrillic) or with 0.
_ZEROS = "〇零○◯OoΟοОо"
_ONES = "一二三四五六七八九"
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−─"), "-") | dict.fromkeys(map(ord, "〜∼"), "~")

NUMBER = rf"(?:[1-9][0-9]{{2}}|[0-9]{{1,2}}|[{_ZEROS[:2]}{_ONES}十廿卅]{{1,3}})"
"""Pattern of a number from 0 to 999 in digits, or to 99 in Chinese; read with ``read_number``."""

YEAR = rf"(?:[0-9]{{4}}|[0{_ZEROS}{_ONES}]{{4}})"
"""Pattern of a year in four digits of either kind; read with ``read_year``."""

_YEAR_DIGITS = dict.fromkeys(map(ord, _ZEROS), "0") | {ord(one): str(n) for n, one in enumerate(_ONES, 1)}
_SPACES = r"(?<=[0-9])\s+(?=[0-9])|(\s+)"


def _chinese_numbers() -> dict[str, int]:
    """Every way to write 0 to 99 that official print uses."""
    ones = ["", *_ONES]
    numbers = {"〇": 0, "零": 0} | {one: n for n, one in enumerate(ones) if n}
    for tens in range(1, 10):
        heads = {1: ["十"], 2: ["二十", "廿"], 3: ["三十", "卅"]}.get(tens, [f"{ones[tens]}十"])
        numbers |= {head + one: 10 * tens + n for head in heads for n, one in enumerate(ones)}
    return numbers


_NUMBERS = _chinese_numbers()


def tidy(words: str) -> str:
    """``words`` in half width (NFKC), with plain dashes and no spaces.

    A space between two digits stays: ``1 2月`` may be two numbers, and which is not ours to say.
    """
    plain = unicodedata.normalize("NFKC", words).translate(_DASHES).strip()
    if len(plain.split()) < 2:  # noqa: PLR2004 - one piece has no space in it
        return plain
    return re.sub(_SPACES, lambda space: "" if space[1] else " ", plain)


def read_number(text: str) -> int | None:
    """The number that a match of ``NUMBER`` stands for; None for one that nobody writes (十二十)."""
    return int(text) if text.isascii() else _NUMBERS.get(text)


def read_year(text: str) -> int:
    """The year that a match of ``YEAR`` stands for: 2010, 二○一○, 二0一0."""
    return int(text.translate(_YEAR_DIGITS))
