"""One text to one typed value, strictly: what is not plainly right is refused, never guessed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from motiontrack.model import fields
from motiontrack.model.deadline_rules import FIRST_YEAR, LAST_YEAR, last_day

__all__ = ["LONGEST_IDENTIFIER", "MOST_DECIMALS", "MOST_DIGITS", "READERS", "Refused", "tidy_name"]

# What every file has is read without patterns, which would be compiled at every start; these,
# rarely needed, are compiled by `re` on first use.
_LOOSE_DAY = r"(?a)(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?"
_PADDED_NAME = r"[\u3400-\u9fff](?:[ \u3000\u00a0]*[\u3400-\u9fff]){1,2}"
LONGEST_IDENTIFIER = 60
_NOT_IN_IDENTIFIERS = frozenset("/,;:，；：、")
MOST_DIGITS, MOST_DECIMALS = 15, 6
_FLAGS = {"是": True, "true": True, "否": False, "false": False}


class Refused(Exception):
    """A text that is not of the shape: the diagnostic's code and figures."""

    def __init__(self, code: str, **figures: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.figures = figures


def tidy_name(text: str) -> str:
    """``text`` without the spaces that only pad a short Chinese name in print (杨  扬 is 杨扬)."""
    if text.isalpha():
        return text  # as nearly all: no blank is in it
    text = text.strip()
    if len(text.split()) > 1 and re.fullmatch(_PADDED_NAME, text):
        return re.sub(r"\s", "", text)
    return text


def _identifier(text: str, _shape: fields.Shape) -> str:
    if (
        len(text) > LONGEST_IDENTIFIER
        or not _NOT_IN_IDENTIFIERS.isdisjoint(text)
        or text.split() != [text]  # a blank in it, or nothing at all
    ):
        raise Refused("MT111", value=text)
    return text


def _day(text: str, _shape: fields.Shape) -> date:
    parts = text.split("-")
    if [len(part) for part in parts] != [4, 2, 2] or not all(map(_is_digits, parts)):
        raise Refused("MT105", value=text, suggestion=_suggest_day(text))
    year, month, day = map(int, parts)
    # A year far off is a slip, and would be counted through month by month.
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):  # noqa: PLR2004 - months
        raise Refused("MT105", value=text, suggestion="2010-08-31")
    last = last_day(year, month)
    if not 1 <= day <= last.day:
        raise Refused("MT302", words=text, year=year, month=month, days=last.day, last=last.isoformat())
    return date(year, month, day)


def _suggest_day(text: str) -> str:
    found = re.fullmatch(_LOOSE_DAY, unicodedata.normalize("NFKC", text))
    if found is None:
        return "2010-08-31"
    year, month, day = (int(part) for part in found.groups())
    return f"{year:04d}-{month:02d}-{day:02d}"


def _month(text: str, _shape: fields.Shape) -> str:
    parts = text.split("-")
    if [len(part) for part in parts] != [4, 2] or not all(map(_is_digits, parts)):
        raise Refused("MT109", value=text)
    year, month = map(int, parts)
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):  # noqa: PLR2004 - months
        raise Refused("MT109", value=text)
    return text


def _number(text: str, shape: fields.Shape) -> Decimal:
    assert isinstance(shape, fields.Number)  # noqa: S101 - the table below pairs them
    if not _is_number(text):
        raise Refused("MT104", value=text, suggestion=_suggest_number(text))
    number = Decimal(text)
    if shape.whole and number != number.to_integral_value():
        raise Refused("MT104", value=text, suggestion=str(int(number)))
    if shape.minimum is not None and number < shape.minimum:
        raise Refused("MT110", value=text, minimum=shape.minimum, maximum="")
    if shape.maximum is not None and number > shape.maximum:
        raise Refused("MT110", value=text, minimum="", maximum=shape.maximum)
    return number


def _suggest_number(text: str) -> str:
    plain = re.sub(r"[%,_\s]", "", unicodedata.normalize("NFKC", text))
    return plain if _is_number(plain) else ""


def _is_number(text: str) -> bool:
    """A minus sign at most, up to 15 digits, and behind a point up to 6 more."""
    whole, point, decimals = text.removeprefix("-").partition(".")
    return (
        _is_digits(whole)
        and len(whole) <= MOST_DIGITS
        and (not point or (_is_digits(decimals) and len(decimals) <= MOST_DECIMALS))
    )


def _is_digits(text: str) -> bool:
    """Only the digits 0 to 9: ``isdigit`` alone takes ² and ３."""
    return text.isascii() and text.isdigit()


def _flag(text: str, _shape: fields.Shape) -> bool:
    try:
        return _FLAGS[text]
    except KeyError:
        raise Refused("MT108", value=text) from None


def _choice(text: str, shape: fields.Shape) -> str:
    assert isinstance(shape, fields.Choice)  # noqa: S101 - the table below pairs them
    if text not in shape.words:
        glossed = dict(zip(shape.named, shape.words, strict=False))
        choices = "、".join(f"{word}（{name}）" for name, word in glossed.items()) or "、".join(shape.words)
        raise Refused(
            "MT106",
            value=text,
            choices_zh=choices,
            choices_en="、".join(shape.words),
            suggestion=glossed.get(text, ""),
        )
    return text


#: For each shape of one text the value of a text; raises ``Refused`` with a code and figures.
READERS: dict[type[fields.Shape], Callable[[str, fields.Shape], Any]] = {
    fields.Text: lambda text, _: text,
    fields.Name: lambda text, _: tidy_name(text),
    fields.Identifier: _identifier,
    fields.Reference: lambda text, _: text.strip(),
    fields.When: lambda text, _: text.strip(),
    fields.Day: _day,
    fields.Month: _month,
    fields.Number: _number,
    fields.Flag: _flag,
    fields.Choice: _choice,
}
