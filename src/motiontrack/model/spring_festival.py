"""The day of the Spring Festival (春节), and the last day before its holiday."""

from __future__ import annotations

from datetime import date, timedelta

__all__ = ["before_the_holiday", "spring_festival"]

_FIRST_YEAR = 1978

# Month and day of 正月初一 from 1978 to 2100, ten years a line, by the rules of the lunisolar calendar
# (GB/T 33661-2017 农历的编算和颁行). Worked out from new moons and solstices in Chinese time and the same
# as two published tables; a test compares it with one of them.
_DAYS = """
0207 0128 0216 0205 0125 0213 0202 0220 0209 0129
0217 0206 0127 0215 0204 0123 0210 0131 0219 0207
0128 0216 0205 0124 0212 0201 0122 0209 0129 0218
0207 0126 0214 0203 0123 0210 0131 0219 0208 0128
0216 0205 0125 0212 0201 0122 0210 0129 0217 0206
0126 0213 0203 0123 0211 0131 0219 0208 0128 0215
0204 0124 0212 0201 0122 0210 0130 0217 0206 0126
0214 0202 0123 0211 0201 0219 0208 0128 0215 0204
0124 0212 0202 0121 0209 0129 0217 0205 0126 0214
0203 0123 0211 0131 0219 0207 0127 0215 0205 0124
0212 0202 0122 0209 0129 0217 0206 0126 0214 0203
0124 0210 0130 0218 0207 0127 0215 0205 0125 0212
0201 0121 0209
"""


def spring_festival(year: int) -> date | None:
    """正月初一 in ``year``, or ``None`` for a year that is not in the table."""
    days = _DAYS.split()
    if not 0 <= year - _FIRST_YEAR < len(days):
        return None
    written = days[year - _FIRST_YEAR]
    return date(year, int(written[:2]), int(written[2:]))


def before_the_holiday(year: int) -> date | None:
    """The last day before the holiday that 全国年节及纪念日放假办法 gives, as it stands in ``year``.

    The holiday begins with 正月初一, and with 除夕, the day before it, from 2008 to 2013 (State Council
    decision of 14 December 2007) and again from 2025 (decision of 8 November 2024).
    """
    festival = spring_festival(year)
    if festival is None:
        return None
    eve_is_off = 2008 <= year <= 2013 or year >= 2025  # noqa: PLR2004 - the years in the docstring
    return festival - timedelta(days=2 if eve_is_off else 1)
