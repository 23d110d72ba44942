"""What an ID given to ``show`` means: an item, a unit, a person, a phase, a finding or a goal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from motiontrack.book import Book
from motiontrack.language.catalogue import LANGUAGES, load
from motiontrack.lean import lean
from motiontrack.model.plan import Goal
from motiontrack.model.resolve import Kind, Node
from motiontrack.model.scalars import tidy_name
from motiontrack.near import alike
from motiontrack.views.show import GoalKind, ShownKind

__all__ = ["Meant", "goals_of", "meanings", "names_near"]


#: So many names are suggested, and so alike they must be.
_NEAR, _ALIKE = 3, 0.5


@lean
class Meant:
    """One thing that a name can mean, by its own name."""

    kind: ShownKind
    name: str


def meanings(book: Book, day: date, asked: str) -> tuple[Meant, ...]:
    """Everything that ``asked`` can mean on ``day``; ``unit:发改委`` says which kind is meant.

    As written first; else without regard to case, full-width characters and leading zeros.
    """
    known = _known_names(book, day)
    kind, name = _kind_asked(asked)
    for same in (tidy_name, _folded):
        found = [
            *_named(known, asked, None, same),
            *(_named(known, name, kind, same) if kind is not None else ()),
        ]
        if found:
            return tuple(dict.fromkeys(found))
    return ()


def _named(
    known: Mapping[ShownKind, tuple[str, ...]], asked: str, kind: ShownKind | None, same: object
) -> Iterator[Meant]:
    assert callable(same)  # noqa: S101 - one of the two above
    for each, names in known.items():
        if kind in (None, each):
            yield from (Meant(each, name) for name in names if same(name) == same(asked))


def _folded(name: str) -> str:
    """A name as loosely as it may be typed: ``ｔ7`` for T07."""
    return re.sub(r"0+(?=\d)", "", unicodedata.normalize("NFKC", tidy_name(name)).casefold())


def _kind_asked(asked: str) -> tuple[ShownKind | None, str]:
    """The kind that stands before a colon, in any of the languages, and the name behind it."""
    before, colon, behind = asked.replace("：", ":", 1).partition(":")
    if not colon:
        return None, asked
    words = {kind.value: kind for kind in ShownKind}
    for language in LANGUAGES:
        words |= {
            load(language, "causes", "show").word(f"show.kind.{kind.value}").casefold(): kind
            for kind in ShownKind
        }
    return words.get(before.strip().casefold()), behind.strip()


def names_near(book: Book, day: date, asked: str) -> tuple[str, ...]:
    """The names most like ``asked``, of the kind that it says it means."""
    kind, name = _kind_asked(asked)
    known = _known_names(book, day)
    names = known[kind] if kind else dict.fromkeys(each for every in known.values() for each in every)
    return tuple(alike(name if kind else asked, names, _NEAR, _ALIKE))


def _known_names(book: Book, day: date) -> Mapping[ShownKind, tuple[str, ...]]:
    """Every name of each kind that was known on ``day``."""
    found = {
        ShownKind.ITEM: _items(book, day),
        ShownKind.UNIT: book.names,
        ShownKind.PERSON: _people(book, day),
        ShownKind.PHASE: (span.phase.id for span in book.phases),
        ShownKind.FINDING: _findings(book, day),
        ShownKind.GOAL: (name for name, _, _ in goals_of(book)),
    }
    return {kind: tuple(dict.fromkeys(name for name in names if name)) for kind, names in found.items()}


def _items(book: Book, day: date) -> Iterator[str]:
    """The plan's items, and the stages of the units' own plans that had come."""
    own = set(_ids((*book.tasks, *book.steps)))
    known = {name for plan in book.schedules if plan.received <= day for name in _ids(plan.stages)}
    return (name for name in book.nodes if name in own or name in known)


def _ids(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        yield node.id
        yield from _ids((*node.parts, *node.stages))


def _people(book: Book, day: date) -> Iterator[str]:
    for unit in book.unit_rows:
        yield from (person.name for person in unit.people)
    for node in book.nodes.values():
        if node.kind is not Kind.STAGE:
            yield from (*node.person, *node.overseer, node.clerk or "")
    for plan in book.schedules:
        if plan.received <= day:
            yield from (*plan.scheduled.overseer, plan.scheduled.clerk or "")


def _findings(book: Book, day: date) -> Iterator[str]:
    for raised in book.findings:
        if raised.finding.raised_on is not None and raised.finding.raised_on <= day:
            yield raised.finding.id


def goals_of(book: Book) -> Iterator[tuple[str, GoalKind, Goal | None]]:
    """Aims and objectives by id, then the goals that the annex prints, by their words."""
    yield from ((goal.id, GoalKind.AIM, goal) for goal in book.file.aims)
    yield from ((goal.id, GoalKind.OBJECTIVE, goal) for goal in book.file.objectives)
    for node in book.nodes.values():
        if node.item.goal:
            yield node.item.goal, GoalKind.GOAL, None
