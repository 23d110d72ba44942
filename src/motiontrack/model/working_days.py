"""Working days, and counting by them (DESIGN §2). The records that say which they are: ``model.days_off``.

Which days offices work is not a matter of weekends: the State Council's notice moves some to holidays
each year (调休). So a day of a year that no calendar covers is not guessed.
"""

from __future__ import annotations

from datetime import date, timedelta

from motiontrack.lean import lean

__all__ = ["LONGEST_HOLIDAY", "NO_CALENDAR", "SATURDAY", "NotCovered", "WorkingDays"]

#: The longest holiday that is believed; the longest there was, in 2020, had ten days.
LONGEST_HOLIDAY = 31
#: The first day of the weekend, as ``date.weekday`` counts.
SATURDAY = 5
_ONE = timedelta(days=1)


class NotCovered(Exception):
    """A day was asked for of a year that no calendar covers."""

    def __init__(self, year: int) -> None:
        super().__init__(year)
        self.year = year


@lean
class WorkingDays:
    """Which days are worked, in the years that are covered: Monday to Friday but for what is listed."""

    years: frozenset[int] = frozenset()
    off: frozenset[date] = frozenset()
    made_up: frozenset[date] = frozenset()

    def holds(self, day: date) -> bool:
        """Whether ``day`` is worked; raises NotCovered."""
        if day.year not in self.years:
            raise NotCovered(day.year)
        return day in self.made_up or (day.weekday() < SATURDAY and day not in self.off)

    def on_or_after(self, day: date) -> date:
        """``day``, or the next working day if it is a day off; raises NotCovered."""
        while not self.holds(day):
            day += _ONE
        return day

    def after(self, day: date, count: int) -> date:
        """The ``count``-th working day after ``day``, which is not counted itself; raises NotCovered."""
        for _ in range(count):
            day = self.on_or_after(day + _ONE)
        return day


#: What words are read by where there is no calendar.
NO_CALENDAR = WorkingDays()
