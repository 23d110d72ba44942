"""MT3: the calendar of working days. What words need of it is told where they are read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from motiontrack.book import Book
from motiontrack.diagnostics.record import Diagnostic, Note, Place, fault
from motiontrack.model.working_days import LONGEST_HOLIDAY, SATURDAY

__all__ = ["day_listed_twice", "day_outside_years", "holiday_span", "made_up_day_on_a_weekday"]


def day_listed_twice(book: Book) -> Iterator[Diagnostic]:
    """MT336: a day stands in two holidays, or in a holiday and among the days made up for it.

    Why: it would be off and worked at once, and a deadline counted over it would have two answers.

    Bad: ``from: 2010-10-01, to: 2010-10-07`` with ``workdays: [2010-10-07]``.
    Good: ``workdays: [2010-10-09]``.
    """
    seen: dict[date, Place] = {}
    told: set[tuple[Place, Place]] = set()
    for day, place in book.calendar.listed() if book.calendar else ():
        before = seen.setdefault(day, place)
        if before != place and (before, place) not in told:
            told.add((before, place))  # two holidays that overlap by many days are one slip
            yield fault("MT336", place, day=day.isoformat(), related=((Note.FIRST_HERE, before),))


def day_outside_years(book: Book) -> Iterator[Diagnostic]:
    """MT337: a holiday or a made-up day is of a year that the calendar does not say it covers.

    Why: only the years in ``years`` are counted by, so the line would do nothing. A holiday that
    reaches into a covered year belongs to it.

    Bad: ``years: [2010]`` with ``workdays: [2011-01-30]``. Good: ``years: [2010, 2011]`` with it.
    """
    if book.calendar is None or "years" in book.calendar.at.broken:
        return
    for day, place in book.calendar.strays():
        yield fault("MT337", place, day=day.isoformat(), year=day.year)


def holiday_span(book: Book) -> Iterator[Diagnostic]:
    """MT338: a holiday ends before it begins, or lasts longer than any ever did.

    Why: one wrong figure would make weeks of days off, or none.

    Bad: ``from: 2010-10-01`` with ``to: 2010-01-07``. Good: ``from: 2010-10-01`` with
    ``to: 2010-10-07``.
    """
    for holiday in book.calendar.holidays if book.calendar else ():
        days = holiday.length
        if days is None or holiday.first is None or holiday.is_believed:
            continue
        yield fault(
            "MT338",
            holiday.at.place("last"),
            name=holiday.name,
            first=holiday.first.isoformat(),
            last=(holiday.last or holiday.first).isoformat(),
            days=days if days > LONGEST_HOLIDAY else "",
            most=LONGEST_HOLIDAY,
        )


def made_up_day_on_a_weekday(book: Book) -> Iterator[Diagnostic]:
    """MT339: a day made up for a holiday is no Saturday or Sunday.

    Why: weekdays are worked anyway, so another day was probably meant, and that one is now
    counted as off.

    Bad: ``workdays: [2010-10-08]``, a Friday. Good: ``workdays: [2010-10-09]``.
    """
    for index, day in enumerate(book.calendar.workdays if book.calendar else ()):
        if day.weekday() < SATURDAY and book.calendar is not None:
            yield fault("MT339", book.calendar.at.place("workdays", index), day=day.isoformat())
