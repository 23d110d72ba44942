"""``data/calendar.yaml``: the days off of each year. Only imported where there is such a file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from motiontrack.diagnostics.record import Place
from motiontrack.model.fields import DataFile, Day, Many, Nested, Number, Record, Text, fact, record
from motiontrack.model.working_days import LONGEST_HOLIDAY, WorkingDays

__all__ = ["CalendarFile", "Holiday"]

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

    @property
    def is_believed(self) -> bool:
        """Whether it ends where it can: not before it begins, nor weeks later."""
        return 1 <= (self.length or 0) <= LONGEST_HOLIDAY


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

    def working_days(self) -> WorkingDays | None:
        """The working days that it gives, or ``None`` if it has a fault that could move any of them."""
        listed = [day for day, _ in self.listed()]
        if (
            self.at.broken
            or self.at.rows("holidays") > len(self.holidays)  # a row could not be read
            or any(each.at.broken or not each.is_believed for each in self.holidays)
            or len(listed) > len(set(listed))
            or any(self.strays())
        ):
            return None
        made_up = frozenset(self.workdays)
        return WorkingDays(self._covered(), frozenset(listed) - made_up, made_up)

    def strays(self) -> Iterator[tuple[date, Place]]:
        """Holidays and made-up days of years that it does not cover, each with its place.

        A holiday that reaches into a year that is covered belongs to it, and so does a day made up for
        it in the December before (元旦 2019: off from 30 December 2018, 29 December worked).
        """
        years = self._covered()
        for holiday in self.holidays:
            reached = {each.year for each in (holiday.first, holiday.last) if each is not None}
            if holiday.first is not None and not reached & years:
                yield holiday.first, holiday.at.place("first")
        for index, day in enumerate(self.workdays):
            if day.year not in years and not (day.month == _DECEMBER and day.year + 1 in years):
                yield day, self.at.place("workdays", index)

    def listed(self) -> Iterator[tuple[date, Place]]:
        """Every day that it lists, off or made up, with the place of its row."""
        for holiday in self.holidays:
            if holiday.first is not None and holiday.is_believed:
                for number in range(holiday.length or 0):
                    yield holiday.first + number * _ONE, holiday.at.place("first")
        for index, made_up in enumerate(self.workdays):
            yield made_up, self.at.place("workdays", index)

    def _covered(self) -> frozenset[int]:
        return frozenset(map(int, self.years))
