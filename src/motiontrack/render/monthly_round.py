"""A month's returns at a terminal: a row a unit, and below it those that must be chased, with whom to ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from motiontrack.language.catalogue import Catalogue
from motiontrack.language.display import cell_len
from motiontrack.render.columns import pad, wrap
from motiontrack.render.lines import HEAD, QUIET, Line, Segment
from motiontrack.views.contacts import ContactView
from motiontrack.views.monthly_round import Came, RoundCounts, RoundUnit, RoundView
from motiontrack.views.sentences import day_words, month_words

__all__ = ["round_lines"]

_INDENT = "  "
#: More than these are not named one by one where all of a unit are missing.
_MANY = 12


def round_lines(view: RoundView, catalogue: Catalogue, *, width: int) -> Iterator[Line]:
    """The whole of it."""
    month, day = month_words(view.month, catalogue), day_words(view.as_of, catalogue)
    yield (Segment(catalogue.word("collect.round", month=month, day=day), HEAD),)
    if not view.units:
        yield (Segment(catalogue.word("collect.round-nothing")),)
        return
    yield from _table(view, catalogue)
    chased = [unit for unit in view.units if unit.of(Came.MISSING)]
    yield ()
    if not chased:
        yield (Segment(_nobody(view, catalogue)),)
        return
    yield (Segment(catalogue.word("collect.chase", count=len(chased)), HEAD),)
    for unit in chased:
        yield from _chased(unit, catalogue, width)


def _table(view: RoundView, catalogue: Catalogue) -> Iterator[Line]:
    heads = [catalogue.word("collect.round-unit"), catalogue.word("collect.round-asked")]
    heads += [catalogue.word(f"collect.came.{came.value}") for came in Came]
    rows = [_row(unit.id, unit.totals) for unit in view.units]
    total = _row(catalogue.word("rollup.sum"), view.totals)
    widths = [max(cell_len(row[place]) for row in (heads, *rows, total)) for place in range(len(heads))]
    rule = (Segment(" ".join("-" * each for each in widths), QUIET),)
    yield _line(heads, widths, HEAD)
    yield rule
    yield from (_line(row, widths) for row in rows)
    yield rule
    yield _line(total, widths, HEAD)


def _row(name: str, counts: RoundCounts) -> list[str]:
    # A zero is a dot: what is there stands out.
    return [name, str(counts.asked), *(str(counts.by_came[came.value] or "·") for came in Came)]


def _line(cells: Sequence[str], widths: Sequence[int], style: str = "") -> Line:
    first, *counts = cells
    right = [" " * (width - cell_len(cell)) + cell for cell, width in zip(counts, widths[1:], strict=True)]
    return (Segment(" ".join((pad(first, widths[0]), *right)), style),)


def _nobody(view: RoundView, catalogue: Catalogue) -> str:
    """That nobody is to be chased, and by when the returns come that are not due yet."""
    waited_for = [item for unit in view.units for item in unit.of(Came.PENDING)]
    if not waited_for:
        return catalogue.word("collect.nobody")
    days = catalogue.word("list.joint").join(
        day_words(day, catalogue) for day in sorted({item.day for item in waited_for})
    )
    return catalogue.word("collect.nobody-yet", count=len(waited_for), days=days)


def _chased(unit: RoundUnit, catalogue: Catalogue, width: int) -> Iterator[Line]:
    joint = catalogue.word("list.joint")
    missing = unit.of(Came.MISSING)
    if len(missing) == unit.totals.asked > _MANY:
        items = catalogue.word("collect.chased-all", count=len(missing))
    else:
        items = joint.join(item.id for item in missing)
    contacts = joint.join(_contact(each, catalogue) for each in unit.contacts)
    asked = contacts or catalogue.word("collect.no-contact")
    said = catalogue.word("collect.chased", unit=unit.id, items=items, contacts=asked)
    for number, line in enumerate(wrap(said, width - len(_INDENT) * 2)):
        yield (Segment((_INDENT * 2 if number else _INDENT) + line),)
    for file in unit.aside:
        # Not to be blamed for silence: something came, and waits to be put right.
        yield (Segment(_INDENT * 2 + catalogue.word("collect.chased-aside", file=file)),)


def _contact(person: ContactView, catalogue: Catalogue) -> str:
    phone = person.phone or catalogue.word("collect.no-phone")
    return catalogue.word("collect.contact", post=person.post or "", name=person.name, phone=phone)
