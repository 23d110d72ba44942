"""The numbers of slips: 督〔2010〕3号, one series a year, counted from the register."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import normalize

from motiontrack.lean import lean

__all__ = ["SlipNumber", "next_number", "read_number"]

#: What stands before the year where the register has no number yet.
_USUAL = "督"
# The brackets as they should be (GB/T 9704), and those that are typed instead of them.
_NUMBER = r"(?P<series>.*?)\s*[〔【\[(]\s*(?P<year>[0-9]{4})\s*[〕】\])]\s*第?\s*(?P<serial>[0-9]{1,6})\s*号"


@lean
class SlipNumber:
    """A number taken apart: what stands before the year, the year, and the number in that year."""

    series: str
    year: int
    serial: int

    @property
    def words(self) -> str:
        """As it is printed: six-cornered brackets, no 第, no leading zero (GB/T 9704)."""
        return f"{self.series}〔{self.year}〕{self.serial}号"


def read_number(words: str) -> SlipNumber | None:
    """``words`` taken apart; ``None`` for a number of another form."""
    found = re.fullmatch(_NUMBER, normalize("NFKC", words).strip())
    if found is None:
        return None
    return SlipNumber(found["series"], int(found["year"]), int(found["serial"]))


def next_number(register: Iterable[str], year: int) -> SlipNumber:
    """The number after the last of ``year`` in ``register``, in the series that was used last."""
    read = [number for words in register if (number := read_number(words)) is not None]
    series = read[-1].series if read else _USUAL
    serial = max((number.serial for number in read if number.year == year), default=0)
    return SlipNumber(series, year, serial + 1)
