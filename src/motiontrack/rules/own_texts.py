"""MT1, the office's own paragraphs beside the plan: whether there will be a paper to print them."""

from __future__ import annotations

from collections.abc import Iterator

from motiontrack.book import Book
from motiontrack.diagnostics.record import Diagnostic, Place, Span, fault
from motiontrack.model.own_texts import name_of

__all__ = ["text_for_another_year"]

#: A congress hears of a year in the first months of the next.
_MONTHS_AFTER = 3


def text_for_another_year(book: Book) -> Iterator[Diagnostic]:
    """MT135: a text for one month lies in a folder of a month in which no paper of the plan is made.

    Why: with one wrong digit in the folder's year the words of that month are missing from the paper,
    and nobody notices before it has gone out.

    Bad: ``texts/2011-07/`` beside a plan of 2010. Good: ``texts/2010-07/``, and ``texts/2011-01/`` for
    the report on the year.
    """
    last = max((book.closes, *(each.due for each in book.decisions if each.due)))
    for path in sorted(book.texts):
        name = name_of(path)
        if name is None or name.month is None:
            continue
        year, month = map(int, name.month.split("-"))
        until = _months(last.year, last.month) + _MONTHS_AFTER
        if not _months(book.issued.year, book.issued.month) <= _months(year, month) <= until:
            place = Place(path, Span(1, 1, 1, 1))
            first = book.issued.isoformat()
            yield fault("MT135", place, file=path, month=name.month, first=first, last=last.isoformat())


def _months(year: int, month: int) -> int:
    """A month as a number that the next follows on."""
    return year * 12 + month
