"""MT5: a target's words against the figures typed beside them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from motiontrack.book import Book
from motiontrack.diagnostics.record import Diagnostic, Note, fault
from motiontrack.model.items import Target
from motiontrack.model.target_words import Bound, Stated, base_year, stated_figure
from motiontrack.rules.walk import below, targeted

__all__ = ["base_year_differs", "words_and_figure_disagree"]

#: Kinds of which a figure in the words need not be the target's.
_NOT_COUNTED = ("document", "event")
#: Fields of which one that cannot be read leaves nothing to compare the words with.
_COMPARED = frozenset(("at_least", "at_most", "kind", "measure", "set_by", "above"))


def words_and_figure_disagree(book: Book) -> Iterator[Diagnostic]:
    """MT506: the words state one figure in the target's measure, and another was typed, or none.

    Why: papers print the words and the target is judged by the figure; it is a slip of copying. Words
    with several figures, or that say 每, 各, 其中 and the like, are left alone.

    Bad: ``words: 引进1~2家金融机构`` with ``at_least: 2``. Good: ``at_least: 1`` with ``at_most: 2``.
    """
    measures = _measures_above(book)
    for owner, targets in targeted(book):
        for target in targets:
            measure = target.measure or measures.get((owner.id, target.id))
            stated = stated_figure(target.words, measure) if measure and target.words else None
            if stated is None or _agrees(stated, target):
                continue
            given = _given(target)
            yield fault(
                "MT506",
                target.at.place("words"),
                related=((Note.OTHER_HERE, target.at.place(given[0][0])),) if given else (),
                words=target.words,
                read=stated.words,
                given="、".join(f"{key}: {value:f}" for key, value in given),
                meant=_meant(stated),
            )


def _measures_above(book: Book) -> dict[tuple[str, str], str]:
    """For each target of a part or stage, the measure of the same target of the whole."""
    return {
        (node.id, target.id): target.measure
        for whole, node in below(book)
        if node.item.targets
        for target in whole.item.targets
        if target.measure
    }


def _given(target: Target) -> list[tuple[str, Decimal]]:
    bounds = (("at_least", target.at_least), ("at_most", target.at_most))
    return [(key, value) for key, value in bounds if value is not None]


def _agrees(stated: Stated, target: Target) -> bool:
    """True unless the figures typed cannot be what the words state."""
    if target.at.broken & _COMPARED:
        return True
    low, high = target.at_least, target.at_most
    if low is None and high is None:
        return (
            bool(target.set_by or target.above) or target.kind in _NOT_COUNTED or stated.bound is Bound.LOOSE
        )
    if stated.bound is Bound.LOOSE or any(value is not None and value < 0 for value in (low, high)):
        return True  # 左右 has room; a decrease may be typed either way
    if stated.high is not None:
        ends = (stated.low, stated.high)
        if not stated.sure or stated.bound is not Bound.PLAIN:
            return all(value in ends for value in (low, high) if value is not None)
        return low == stated.low and high in (None, stated.high)
    typed = (stated.low, stated.low / stated.times)  # 94.9 with 万平方米 in the words
    if stated.bound is Bound.FLOOR:
        return low in typed
    if stated.bound is Bound.CEILING:
        return high in typed
    return low in typed or high in typed


def _meant(stated: Stated) -> str:
    if stated.high is not None:
        return f"at_least: {stated.low:f}、at_most: {stated.high:f}"
    return f"{'at_most' if stated.bound is Bound.CEILING else 'at_least'}: {stated.low:f}"


def base_year_differs(book: Book) -> Iterator[Diagnostic]:
    """MT511: the words count from another year than ``base``.

    Why: the same growth is a different figure over another year.

    Bad: ``words: 比2015年下降15%`` with ``base: {year: 2016}``. Good: ``base: {year: 2015}``.
    """
    for _, targets in targeted(book):
        for target in targets:
            if target.base is None or target.base.year is None:
                continue
            year = base_year(target.words)
            if year is not None and year != target.base.year:
                place = target.base.at.place("year")
                yield fault("MT511", place, words=target.words, year=year, typed=str(target.base.year))
