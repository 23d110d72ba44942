"""A month's returns at a terminal: a row a unit, and below it those that must be chased, with whom to ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from motiontrack.language.catalogue import Catalogue
from motiontrack.language.display import cell_len
from motiontrack.model.units import Person
from motiontrack.render.columns import pad, wrap
from motiontrack.render.lines import HEAD, QUIET, Line, Segment
from motiontrack.views.monthly_round import Came, RoundUnit, RoundView
from motiontrack.views.sentences import day_words, month_words

__all__ = ["round_lines"]

_INDENT = "  "


def round_lines(
    view: RoundView, catalogue: Catalogue, aside: Mapping[str, Sequence[str]], place: str, *, width: int
) -> Iterator[Line]:
    """The whole of it; ``aside`` are the forms in ``place`` that were not taken whole, by unit."""
    month, day = month_words(view.month, catalogue), day_words(view.as_of, catalogue)
    yield (Segment(catalogue.word("collect.round", month=month, day=day), HEAD),)
    if not view.units:
        yield (Segment(catalogue.word("collect.round-nothing")),)
        return
    yield from _table(view, catalogue)
    chased = [unit for unit in view.units if unit.of(Came.MISSING)]
    yield ()
    if not chased:
        yield (Segment(catalogue.word("collect.nobody")),)
        return
    yield (Segment(catalogue.word("collect.chase", count=len(chased)), HEAD),)
    for unit in chased:
        files = [f"{place}/{name}" for name in aside.get(unit.unit, ())]
        yield from _chased(unit, files, catalogue, width)


def _table(view: RoundView, catalogue: Catalogue) -> Iterator[Line]:
    heads = [catalogue.word("collect.round-unit"), catalogue.word("collect.round-asked")]
    heads += [catalogue.word(f"collect.came.{came.value}") for came in Came]
    rows = [_row(unit.unit, [len(unit.of(came)) for came in Came]) for unit in view.units]
    total = _row(catalogue.word("rollup.sum"), [view.count(came) for came in Came])
    widths = [max(cell_len(row[place]) for row in (heads, *rows, total)) for place in range(len(heads))]
    rule = (Segment(" ".join("-" * each for each in widths), QUIET),)
    yield _line(heads, widths, HEAD)
    yield rule
    yield from (_line(row, widths) for row in rows)
    yield rule
    yield _line(total, widths, HEAD)


def _row(name: str, counts: Sequence[int]) -> list[str]:
    # A zero is a dot: what is there stands out.
    return [name, str(sum(counts)), *(str(count) if count else "·" for count in counts)]


def _line(cells: Sequence[str], widths: Sequence[int], style: str = "") -> Line:
    first, *counts = cells
    right = [" " * (width - cell_len(cell)) + cell for cell, width in zip(counts, widths[1:], strict=True)]
    return (Segment(" ".join((pad(first, widths[0]), *right)), style),)


def _chased(unit: RoundUnit, aside: Sequence[str], catalogue: Catalogue, width: int) -> Iterator[Line]:
    joint = catalogue.word("list.joint")
    items = joint.join(item.id for item in unit.of(Came.MISSING))
    contacts = joint.join(_contact(each, catalogue) for each in unit.contacts)
    asked = contacts or catalogue.word("collect.no-contact")
    said = catalogue.word("collect.chased", unit=unit.unit, items=items, contacts=asked)
    for number, line in enumerate(wrap(said, width - len(_INDENT) * 2)):
        yield (Segment((_INDENT * 2 if number else _INDENT) + line),)
    for file in aside:
        # Not to be blamed for silence: something came, and waits to be put right.
        yield (Segment(_INDENT * 2 + catalogue.word("collect.chased-aside", file=file)),)


def _contact(person: Person, catalogue: Catalogue) -> str:
    phone = person.phone or catalogue.word("collect.no-phone")
    return catalogue.word("collect.contact", post=person.post or "", name=person.name, phone=phone)
