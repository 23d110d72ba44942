"""What every part of the page needs to speak: words, short dates, and the lamps of lights and tiles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from motiontrack.language.catalogue import Catalogue
from motiontrack.lean import lean
from motiontrack.views.sentences import day_words
from motiontrack.views.status import LightView, StatusView

__all__ = ["NUMBER", "Lamp", "Speaker", "lamps_of", "printable"]

#: Stands where a number belongs that the page prints larger; no file of data can hold it.
NUMBER = "\x1f"

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_GREY = "#5A6673"
#: The contrast of a light's word on white; its mark keeps the profile's own colour.
_TEXT_CONTRAST = 7.0


@lean
class Speaker:
    """The words of the page in one language; ``year`` is the plan's, whose dates go without a year."""

    catalogue: Catalogue
    year: int

    def say(self, key: str, **figures: str | int) -> str:
        """A sentence of the page."""
        return self.catalogue.word(f"page.{key}", **figures)

    def day(self, day: date) -> str:
        """A date as short as can be: 8月31日, 31 Aug; with its year where that is not the plan's."""
        if day.year != self.year:
            return day_words(day, self.catalogue)
        return self.say("day", month=day.month, day=day.day, month_name=_MONTHS[day.month - 1])

    def weekday(self, day: date) -> str:
        """The name of the day of the week."""
        return self.say(f"weekday.{day.isoweekday()}")

    def month(self, month: str) -> str:
        """A month, given as ``2010-08``: 8月, Aug; with its year where that is not the plan's."""
        year, number = (int(part) for part in month.split("-"))
        key = "month" if year == self.year else "month.year"
        return self.say(key, year=year, month=number, month_name=_MONTHS[number - 1])

    def month_mark(self, month: str) -> str:
        """The head of one cell of the trend: 8, Aug."""
        number = int(month.split("-")[1])
        return self.say("month.mark", month=number, month_name=_MONTHS[number - 1])

    def listed(self, parts: list[str] | tuple[str, ...]) -> str:
        """Parts side by side."""
        return self.catalogue.word("join").join(parts)


@lean
class Lamp:
    """A light or a tile as it is drawn: ``css`` is its class, ``ink`` its colour for words.

    ``rests``: the tile of work that shows no light, suspended or cancelled.
    """

    css: str
    id: str
    word: str
    shape: str
    colour: str
    ink: str
    rests: bool


def lamps_of(status: StatusView) -> Mapping[str, Lamp]:
    """Every light and tile by id, in the page's order: from done to worst, what is not known last."""
    shown = sorted(status.profile.lights, key=_place)
    return {light.id: _lamp(light, f"k{number}") for number, light in enumerate(shown)}


def _place(light: LightView) -> tuple[bool, bool, int]:
    return (light.rank < 0, light.shape == "ring", light.rank)


def _lamp(light: LightView, css: str) -> Lamp:
    colour = light.colour if _COLOUR.fullmatch(light.colour) else _GREY
    shape = "cross" if light.id == "cancelled" else light.shape
    return Lamp(css, light.id, light.word, shape, colour, _ink(colour), rests=light.rank < 0)


def _ink(colour: str) -> str:
    """``colour``, darkened until words in it stand out from white."""
    parts = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    while _contrast(parts) < _TEXT_CONTRAST:
        parts = [part * 95 // 100 for part in parts]
    return "#" + "".join(f"{part:02X}" for part in parts)


def _contrast(parts: list[int]) -> float:
    """The contrast on white (WCAG 2.2)."""
    red, green, blue = (_linear(part / 255) for part in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)  # noqa: PLR2004 - WCAG


def printable(text: str) -> str:
    """``text`` as the inside of a string in CSS: whatever is not a letter or a digit as its number."""
    return "".join(each if each.isalnum() else f"\\{ord(each):x} " for each in text)
