"""A stage that comes round again (每季度末 编印简报) as the dated stages that it stands for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from motiontrack.model.items import Item
from motiontrack.model.recurrence import Recurrence

__all__ = ["rounds_of"]

#: Ten years of months: more rounds than that are a slip of a year.
_MOST = 120
_PLACES = Decimal("0.000001")


def rounds_of(stage: Item, clock: Recurrence, first: date, last: date) -> tuple[Item, ...]:
    """``stage`` once for every day of ``clock`` from ``first`` to ``last``, both included.

    ``T03.q`` becomes ``T03.q-1``, ``T03.q-2`` …, each with its day, the printed words beside it, and an
    equal part of the share; the last has what the division leaves. None if there is no such day.
    """
    days = [day for day in _days(clock, first, last) if first <= day <= last][:_MOST]
    shares = _shares(stage.percent, len(days))
    return tuple(
        replace(
            stage,
            id=f"{stage.id}-{number}" if stage.id else "",
            text=f"{stage.text}（{day:%Y-%m}）",
            due=day.isoformat(),
            due_words=stage.due_words or stage.due,
            percent=share,
        )
        for number, (day, share) in enumerate(zip(days, shares, strict=True), 1)
    )


def _days(clock: Recurrence, first: date, last: date) -> Iterator[date]:
    """The days of every year that the time touches, and of the one before, whose last may fall in it."""
    for year in range(first.year - 1, last.year + 1):
        for month in clock.months:
            yield clock.named_day_of(year, month)


def _shares(percent: Decimal | None, count: int) -> list[Decimal | None]:
    if percent is None or not count:
        return [None] * count
    each = (percent / count).quantize(_PLACES).normalize()
    return [*[each] * (count - 1), percent - each * (count - 1)]
