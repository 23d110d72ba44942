"""MT4, returns: the days in one entry, against each other and against its month."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from motiontrack.book import Book
from motiontrack.diagnostics.record import Diagnostic, Note, fault
from motiontrack.model.deadline_rules import last_day
from motiontrack.model.resolve import Kind
from motiontrack.rules.history import returned

__all__ = [
    "before_the_plan",
    "dated_after_receipt",
    "day_after_its_month",
    "day_after_receipt",
    "forecast_gone_by",
    "received_long_after",
    "return_before_its_month",
]


def day_after_receipt(book: Book) -> Iterator[Diagnostic]:
    """MT406: a return speaks of a day after it was received: ``done_on`` or ``as_of``.

    Why: nobody can report what has not happened yet; one of the dates is a slip.

    Bad: ``received: 2010-06-25`` with ``done_on: 2010-06-30``. Good: ``done_on: 2010-06-24``.
    """
    for month in returned(book):
        entry = month.entry
        for name in ("done_on", "as_of"):
            day = getattr(entry, name)
            if day is not None and entry.received is not None and day > entry.received:
                yield fault(
                    "MT406",
                    entry.at.place(name),
                    item=entry.task,
                    key=name,
                    day=day.isoformat(),
                    received=entry.received.isoformat(),
                )


def dated_after_receipt(book: Book) -> Iterator[Diagnostic]:
    """MT436: the unit's own date on a return is later than the day it was received.

    Why: a form cannot be filled in after it came; if ``received`` is the slip, the return counts from
    the wrong day and may be called in time when it was late.

    Bad: ``date: 2010-06-28`` with ``received: 2010-06-25``. Good: ``date: 2010-06-23``.
    """
    for month in returned(book):
        entry = month.entry
        if entry.dated is not None and entry.received is not None and entry.dated > entry.received:
            yield fault(
                "MT436",
                entry.at.place("dated"),
                id=entry.task,
                day=entry.dated.isoformat(),
                received=entry.received.isoformat(),
                related=((Note.OTHER_HERE, entry.at.place("received")),),
            )


def return_before_its_month(book: Book) -> Iterator[Diagnostic]:
    """MT409: a return was received before the month it is about had begun.

    Why: nothing can be reported of days still ahead, and it would stand above every return of the
    months between; the month or the day is a slip.

    Bad: ``received: 2010-07-24`` in ``returns/2010-09.yaml``. Good: in ``returns/2010-07.yaml``.
    """
    for month in returned(book):
        received = month.entry.received
        if received is not None and f"{received:%Y-%m}" < month.month:
            yield fault(
                "MT409",
                month.entry.at.place("received"),
                item=month.entry.task,
                month=month.month,
                received=received.isoformat(),
            )


def day_after_its_month(book: Book) -> Iterator[Diagnostic]:
    """MT440: a return speaks of a day after the month it is for: ``done_on`` or ``as_of``.

    Why: what was done in July would count for June, and the return of July seem missing.

    Bad: ``done_on: 2010-07-02`` in ``returns/2010-06.yaml``. Good: in ``returns/2010-07.yaml``. A day of
    an earlier month is fine: it was reported late.
    """
    for month in returned(book):
        entry, last = month.entry, _last_day(month.month)
        for name in ("done_on", "as_of"):
            day: date | None = getattr(entry, name)
            # A day after receipt is another fault (MT406).
            if day is not None and day > last and (entry.received is None or day <= entry.received):
                yield fault(
                    "MT440",
                    entry.at.place(name),
                    id=entry.task,
                    key=name,
                    day=day.isoformat(),
                    month=month.month,
                    right=f"{day:%Y-%m}",
                )


def received_long_after(book: Book) -> Iterator[Diagnostic]:
    """MT438: a return was received long after its month: by default more than 92 days.

    Why: it is usually a slip of the year, and until that day the return counts for nothing: the item
    shows as not reported. Coming some days late is no fault of the file; ``status`` speaks of that.

    Bad: ``received: 2011-06-25`` in ``returns/2010-06.yaml``. Good: ``received: 2010-06-25``.
    """
    most = int(book.file.thresholds.receipt_days)
    for month in returned(book):
        received = month.entry.received
        days = (received - _last_day(month.month)).days if received is not None else 0
        if received is not None and days > most:
            yield fault(
                "MT438",
                month.entry.at.place("received"),
                id=month.entry.task,
                received=received.isoformat(),
                month=month.month,
                days=days,
            )


def before_the_plan(book: Book) -> Iterator[Diagnostic]:
    """MT439: a return was received, or the work done, before the plan was issued.

    Why: it is usually a slip of the year; work done a year too early would be called 提前.

    Bad: ``done_on: 2009-06-28`` in the plan of 2010. Good: ``done_on: 2010-06-28``.
    """
    for month in returned(book):
        entry = month.entry
        node = book.nodes.get(entry.task)
        # A stage may have been reached before the plan that asks for it was issued.
        names = ("received",) if node is None or node.kind is Kind.STAGE else ("received", "done_on")
        for name in names:
            day: date | None = getattr(entry, name)
            if day is not None and day < book.issued:
                yield fault(
                    "MT439",
                    entry.at.place(name),
                    id=entry.task,
                    key=name,
                    day=day.isoformat(),
                    issued=book.issued.isoformat(),
                )


def forecast_gone_by(book: Book) -> Iterator[Diagnostic]:
    """MT437: a return expects to be done on a day that had passed when it was written.

    Why: the forecast is last month's, or a slip; nobody can plan by it.

    Bad: ``received: 2010-08-24`` with ``forecast: 2010-07-31``. Good: ``forecast: 2010-09-15``, or
    ``state: done`` with ``done_on``.
    """
    for month in returned(book):
        entry = month.entry
        written = entry.as_of or entry.received
        if entry.forecast is None or written is None or entry.state == "done":
            continue
        if entry.forecast < written:
            yield fault(
                "MT437",
                entry.at.place("forecast"),
                id=entry.task,
                forecast=entry.forecast.isoformat(),
                day=written.isoformat(),
            )


@lru_cache(maxsize=256)
def _last_day(month: str) -> date:
    year, number = (int(part) for part in month.split("-"))
    return last_day(year, number)
