"""What stands in a cell of a filled form, as the text of a data file, or why that is not certain.

Nothing is guessed: what could mean two things is asked about (docs/decisions/0021).
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time
from decimal import Decimal
from math import isfinite
from typing import TypeGuard

from motiontrack.lean import lean
from motiontrack.model.deadline_rules import FIRST_YEAR, LAST_YEAR
from motiontrack.model.deadlines import DeadlineKind, read_deadline
from motiontrack.model.fields import Choice
from motiontrack.model.scalars import tidy_name

__all__ = ["EMPTY", "Cell", "Unsure", "choice", "day", "name", "number", "percent", "value_words", "words"]

#: What a reader of spreadsheets hands over for a cell.
Raw = str | float | bool | datetime | date | time | None


@lean
class Cell:
    """One cell: its value, and what only the file knows of it.

    ``percent`` says whether its number format is a percentage, ``None`` where the kind of file does
    not tell; ``lacking`` that a formula stands here and its result does not.
    """

    value: Raw = None
    percent: bool | None = False
    lacking: bool = False


EMPTY = Cell()


@lean
class Unsure:
    """Why a cell is not taken: a key of the catalogue's ``collect.doubt`` and what it names."""

    why: str
    value: str = ""
    known: tuple[str, ...] = ()


#: A text of a data file, empty where nothing was filled in; or the doubt.
Read = str | Unsure

#: What stands in a cell where there is nothing to fill in.
_NOTHING = frozenset(("无", "暂无", "没有", "/", "-", "--", "—", "——", "~", "n/a", "none"))
_BLANKS = " \t\r\n\u3000\u00a0\ufeff\u200b"
_NUMBER = r"[-+]?\d+(?:\.\d+)?"
_THOUSANDS = r"[-+]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?"
_COMPACT_DAY = r"(\d{4})(\d{2})(\d{2})"
#: Days counted as Excel does, from 2000 to 2099: a date whose format was lost.
_FIRST_SERIAL, _LAST_SERIAL = 36526, 73050
_EXCEL_BEGINS = date(1899, 12, 30).toordinal()
#: Digits that a spreadsheet keeps; what stands behind them comes from its arithmetic.
_DIGITS = 12
#: A percentage over this is a whole number in a cell that was made a percentage afterwards.
_MOST_TIMES = 10
#: A year as only one can be meant.
_WITH_YEAR = r".*(?:\d{4}|[〇零一二三四五六七八九]{4})\s*[-./年].*"


def words(cell: Cell) -> Read:
    """Words as they were written, without the blanks round them and at the ends of lines."""
    if cell.lacking:
        return Unsure("formula")
    value = cell.value
    if value is None or isinstance(value, bool):
        return "" if value is None else Unsure("not-words", str(value).upper())
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float | int):
        return _plain(_decimal(value)) if isfinite(value) else Unsure("not-words", str(value))
    lines = value.replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "").split("\n")
    return "\n".join(line for each in lines if (line := each.strip(_BLANKS)))


def value_words(cell: Cell) -> Read:
    """The words of a cell that is to hold a value: 无 or a dash says that there is none."""
    said = words(cell)
    if isinstance(said, Unsure):
        return said
    return "" if unicodedata.normalize("NFKC", said).casefold() in _NOTHING else said


def name(cell: Cell) -> Read:
    """A person's name, without the blanks that pad a short one."""
    said = words(cell)
    return said if isinstance(said, Unsure) else tidy_name(said.replace("\u3000", " "))


def choice(cell: Cell, shape: Choice) -> Read:
    """The word of the files for one of the words to choose from, in either language."""
    said = value_words(cell)
    if isinstance(said, Unsure) or not said:
        return said
    text = unicodedata.normalize("NFKC", said).replace(" ", "")
    if text in shape.words:
        return text
    meant = dict(zip(shape.named, shape.words, strict=True)).get(text)
    return meant or Unsure("choice", said, shape.named)


def number(cell: Cell, measure: str = "") -> Read:
    """A plain number; the measure of its target may stand behind it."""
    if measure.strip() in ("%", "％"):
        return percent(cell)
    value = cell.value
    if _is_number(value) and not cell.lacking:
        return Unsure("percent-format", _shown(value)) if cell.percent else _plain(_decimal(value))
    return _typed_number(cell, (measure,) if measure else ())


def percent(cell: Cell) -> Read:
    """A percentage: 60 of ``60``, ``60％``, ``６０``, and of 0.6 where the cell's own format says percent.

    A bare number from above 0 to 1 is asked about: 0.6 may be 60% or less than one.
    """
    value = cell.value
    if cell.lacking or not _is_number(value):
        return _typed_number(cell, ("%",), fraction=True)
    exact = _decimal(value)
    if cell.percent:
        return _plain(exact * 100) if exact <= _MOST_TIMES else Unsure("percent-large", _shown(value))
    return _whole(exact)


def _typed_number(cell: Cell, endings: tuple[str, ...], *, fraction: bool = False) -> Read:
    """A number typed as text, in whatever width; ``fraction``: one from above 0 to 1 is asked about."""
    said = value_words(cell)
    if isinstance(said, Unsure) or not said:
        return said
    text = unicodedata.normalize("NFKC", said).replace(" ", "")
    bare = text
    for ending in endings:
        bare = bare.removesuffix(unicodedata.normalize("NFKC", ending))
    if re.fullmatch(_THOUSANDS, bare):
        bare = bare.replace(",", "")
    if not re.fullmatch(rf"(?a){_NUMBER}", bare):
        return Unsure("number", said)
    exact = Decimal(bare)
    if fraction and bare == text:
        return _whole(exact)
    return _plain(exact)


def _whole(exact: Decimal) -> Read:
    """A percentage written as a number without a sign, if that is what it can only be."""
    if 0 < exact <= 1:
        return Unsure("fraction", _plain(exact))
    return _plain(exact) if exact <= _MOST_TIMES * 100 else Unsure("percent-over", _plain(exact))


def day(cell: Cell) -> Read:
    """A day: a date, the number that Excel counts it by, or words that name exactly one day.

    Words without a year are asked about: in December, 1月10日 is not of the plan's year.
    """
    value = cell.value
    if cell.lacking:
        return Unsure("formula")
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return _within(value)
    if _is_number(value):
        return _counted_day(value)
    said = value_words(cell)
    if isinstance(said, Unsure) or not said:
        return said
    text = unicodedata.normalize("NFKC", said).replace(" ", "")
    if re.fullmatch(r"(?a)\d{5}|\d{8}", text):
        return _counted_day(float(text))
    if not re.fullmatch(_WITH_YEAR, text):
        return Unsure("year", said)
    read, doubts = read_deadline(text, year=FIRST_YEAR)  # words that name their own: none is lent
    if read is None or doubts or read.start != read.end or read.kind is not DeadlineKind.DATE:
        return Unsure("day", said)
    return _within(read.end)


def _counted_day(value: float) -> Read:
    shown = _plain(_decimal(value))
    if _FIRST_SERIAL <= value < _LAST_SERIAL + 1:
        return date.fromordinal(_EXCEL_BEGINS + int(value)).isoformat()
    compact = re.fullmatch(_COMPACT_DAY, shown)
    try:
        return _within(date(*map(int, compact.groups()))) if compact else Unsure("day", shown)
    except ValueError:
        return Unsure("day", shown)


def _within(value: date) -> Read:
    return value.isoformat() if FIRST_YEAR <= value.year <= LAST_YEAR else Unsure("day", value.isoformat())


def _is_number(value: Raw) -> TypeGuard[float]:
    return isinstance(value, float | int) and not isinstance(value, bool) and isfinite(value)


def _decimal(value: float) -> Decimal:
    """The number that was typed: 0.57, not what a computer makes of it."""
    exact = Decimal(repr(value))
    return exact if exact == exact.to_integral_value() else round(exact, _DIGITS)


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text.removeprefix("+")


def _shown(value: float) -> str:
    return f"{_plain(_decimal(value) * 100)}%"
