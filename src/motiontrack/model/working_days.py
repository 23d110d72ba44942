"""Working days: ``data/calendar.yaml``, and counting by it (DESIGN §2).

Which days offices work is not a matter of weekends: the State Council's notice moves some to holidays
each year (调休). So a day of a year that the calendar does not cover is not guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from motiontrack.diagnostics.record import Place
from motiontrack.lean import lean
from motiontrack.model.fields import DataFile, Day, Many, Nested, Number, Record, Text, fact, record

__all__ = [
    "LONGEST_HOLIDAY",
    "NO_CALENDAR",
    "CalendarFile",
    "Holiday",
    "NotCovered",
    "WorkingDays",
    "listed_days",
    "strays",
    "working_days",
]

#: The longest holiday that is believed; the longest there was, in 2020, had ten days.
LONGEST_HOLIDAY = 31
_SATURDAY = 5
_DECEMBER = 12
_ONE = timedelta(days=1)


@record
class Holiday(Record):
    """Days off that belong together, weekends among them (放假、公休、调休)."""

    name: str = fact(Text(), ("节日", "Name"), ("节日名称", "what is celebrated"), required=True)
    first: date | None = fact(
        Day(), ("起", "From"), ("放假的第一天", "the first day off"), required=True, key="from"
    )
    last: date | None = fact(
        Day(), ("止", "To"), ("放假的最后一天；缺省即只放一天", "the last day off; absent: one day"), key="to"
    )
    source: str | None = fact(
        Text(), ("依据", "Source"), ("与整份放假安排不同的依据", "where it differs from the file's")
    )

    @property
    def length(self) -> int | None:
        """How many days it has: none or fewer if it ends before it begins; ``None`` if that is unread."""
        if self.first is None or "last" in self.at.broken:
            return None
        return ((self.last or self.first) - self.first).days + 1


@record
class CalendarFile(DataFile):
    """The whole of ``data/calendar.yaml``: days off and made-up working days, year by year."""

    years: tuple[Decimal, ...] = fact(
        Many(Number(1978, whole=True, maximum=2100)),
        ("年份", "Years"),
        ("放假安排已经登记齐全的年份", "the years whose days off are all listed here"),
        required=True,
    )
    source: str | None = fact(
        Text(),
        ("依据", "Source"),
        ("如 国办发明电〔2009〕27号", "the notice that sets them"),
    )
    holidays: tuple[Holiday, ...] = fact(
        Many(Nested("Holiday")), ("放假", "Holidays"), ("各节放假的日期", "the days off"), required=True
    )
    workdays: tuple[date, ...] = fact(
        Many(Day()),
        ("调休上班", "Made-up days"),
        ("周末上班的日期", "Saturdays and Sundays that are worked"),
    )


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
        return day in self.made_up or (day.weekday() < _SATURDAY and day not in self.off)

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


def working_days(file: CalendarFile) -> WorkingDays | None:
    """The working days that ``file`` gives, or ``None`` if it has a fault that could move any of them."""
    listed = [day for day, _ in listed_days(file)]
    years = frozenset(map(int, file.years))
    if (
        file.at.broken
        or len(file.at.fields.get("holidays", ())) > len(file.holidays) + 1  # a row that could not be read
        or any(not _is_sound(each) for each in file.holidays)
        or len(listed) > len(set(listed))
        or any(strays(file))
    ):
        return None
    made_up = frozenset(file.workdays)
    return WorkingDays(years, frozenset(listed) - made_up, made_up)


def strays(file: CalendarFile) -> Iterator[tuple[date, Place]]:
    """Holidays and made-up days of years that ``file`` does not cover, each with its place.

    A holiday that reaches into a year that is covered belongs to it, and so does a day made up for
    it in the December before (元旦 2019: off from 30 December 2018, 29 December worked).
    """
    years = frozenset(map(int, file.years))
    for holiday in file.holidays:
        reached = {each.year for each in (holiday.first, holiday.last) if each is not None}
        if holiday.first is not None and not reached & years:
            yield holiday.first, holiday.at.place("first")
    for index, day in enumerate(file.workdays):
        if day.year not in years and not (day.month == _DECEMBER and day.year + 1 in years):
            yield day, file.at.place("workdays", index)


def _is_sound(holiday: Holiday) -> bool:
    return not holiday.at.broken and 1 <= (holiday.length or 0) <= LONGEST_HOLIDAY


def listed_days(file: CalendarFile) -> Iterator[tuple[date, Place]]:
    """Every day that ``file`` lists, off or made up, with the place of its row."""
    for holiday in file.holidays:
        if holiday.first is not None and (holiday.length or 0) <= LONGEST_HOLIDAY:
            for number in range(holiday.length or 0):
                yield holiday.first + number * _ONE, holiday.at.place("first")
    for index, made_up in enumerate(file.workdays):
        yield made_up, file.at.place("workdays", index)
