"""Figures for people: rounded only in print, and never across a threshold (DESIGN §4)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

__all__ = [
    "exact",
    "numeral",
    "plain",
    "rounded",
    "rounded_expected",
    "rounded_gap",
    "rounded_ratio",
    "shares",
]

#: The most decimals a number in the files can have.
_TYPED_PLACES = 6
_DIGITS = "零一二三四五六七八九"


def rounded_gap(points: Fraction) -> Decimal:
    """A gap in points for print: never on the other side of a whole number, nor on it.

    The bounds of light rules are whole numbers (``model.profile.Shortfall``), so none is crossed.
    """
    return rounded(points, judged=_whole_beside(points))


def rounded_expected(expected: Fraction, gap: Fraction | None) -> Decimal:
    """Expected progress for print, with as many decimals as its gap, so that the sum on paper holds.

    89.005 expected less 70 is printed 19.01, never 19; beside it 89 would be one hundredth short.
    """
    places = 1 if gap is None else -int(rounded_gap(gap).as_tuple().exponent)
    return _quantized(expected, max(places, 1))


def rounded_ratio(ratio: Fraction) -> Decimal:
    """A gap as a share of what was expected, three decimals: never across a whole percent."""
    return rounded(ratio, places=3, judged=(each / 100 for each in _whole_beside(ratio * 100)))


def _whole_beside(value: Fraction) -> tuple[Fraction, Fraction]:
    return Fraction(floor(value)), Fraction(ceil(value))


def rounded(value: Fraction, *, places: int = 1, judged: Iterable[Fraction] = ()) -> Decimal:
    """``value`` to ``places`` decimals, half up; with more decimals where it would else reach a threshold.

    29.96 points, not red at "over 30", print 29.96 and never 30.0.
    """
    limits = tuple(judged)
    shown = _quantized(value, places)
    while _sides(Fraction(shown), limits) != _sides(value, limits):
        places += 1
        shown = _quantized(value, places)
    return shown


def exact(value: Fraction) -> Decimal:
    """``value`` with all its decimals where it has few, as every figure that was typed; else rounded."""
    shown = _quantized(value, _TYPED_PLACES)
    return shown.normalize() if Fraction(shown) == value else rounded(value)


def _sides(value: Fraction, limits: tuple[Fraction, ...]) -> list[int]:
    """For each limit whether ``value`` is above (1), on (0) or below it (-1)."""
    return [(value > limit) - (value < limit) for limit in limits]


def _quantized(value: Fraction, digits: int) -> Decimal:
    """``value`` to so many decimals, half up (away from zero); exact, whatever its size."""
    units = int(abs(value) * 10**digits + Fraction(1, 2))
    return Decimal((int(value < 0 and units > 0), Decimal(units).as_tuple().digits, -digits))


def plain(value: Decimal | int) -> str:
    """The figure without trailing zeros or an exponent: ``45``, ``56.3``."""
    text = f"{Decimal(value):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def numeral(number: int) -> str:
    """A number from 1 to 99 as headings count: 一, 十, 二十一; a greater one in figures."""
    tens, ones = divmod(number, 10)
    if tens >= len(_DIGITS):
        return str(number)
    head = ("" if tens == 1 else _DIGITS[tens]) + "十" if tens else ""
    return head + (_DIGITS[ones] if ones else "")


def shares(counts: Iterable[int], *, to_hundred: bool = False) -> tuple[Decimal, ...]:
    """Each count's share of their sum in percent, one decimal; all 0 where the sum is 0.

    Plain rounding, half up: the shares may add up to 99.9 or 100.1, and whoever prints them says so.
    ``to_hundred``: by the largest remainder, the first of equals, so that they add up to 100.
    """
    counted = tuple(counts)
    total = sum(counted)
    if not to_hundred or not total:
        return tuple(_quantized(Fraction(100 * count, total or 1), 1) for count in counted)
    tenths = [divmod(1000 * count, total) for count in counted]
    left = 1000 - sum(whole for whole, _ in tenths)
    by_remainder = sorted(range(len(tenths)), key=lambda place: -tenths[place][1])
    raised = set(by_remainder[:left])
    return tuple(Decimal(whole + (place in raised)) / 10 for place, (whole, _) in enumerate(tenths))
