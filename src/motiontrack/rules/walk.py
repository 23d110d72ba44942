"""Ways through a Book that several rules share."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from motiontrack.book import Book
from motiontrack.model.items import Item, Target
from motiontrack.model.plan import Goal
from motiontrack.model.resolve import Kind, Node

__all__ = [
    "all_items",
    "goals",
    "leaves",
    "listed",
    "names_in",
    "plan_nodes",
    "staged",
    "suggest",
    "target_index",
    "targeted",
]


def plan_nodes(book: Book) -> Iterator[Node]:
    """Every task, part, stage and step of the plan, in its order."""
    return iter(book.in_order)


def all_items(book: Book) -> Iterator[Node]:
    """``plan_nodes`` and the stages of the units' own plans."""
    yield from book.in_order
    for plan in book.schedules:
        yield from _down(plan.stages)


def _down(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _down((*node.parts, *node.stages))


def staged(book: Book) -> Iterator[tuple[Node, Node]]:
    """Every stage with the task or part that it is a stage of."""
    for node in plan_nodes(book):
        yield from ((node, stage) for stage in node.stages)
    for plan in book.schedules:
        whole = book.nodes.get(plan.task)
        yield from ((whole, stage) for stage in plan.stages if whole is not None)


def leaves(nodes: Iterable[Node]) -> Iterator[Node]:
    """The tasks and parts without parts: the rows somebody must answer for."""
    for node in nodes:
        if node.parts:
            yield from leaves(node.parts)
        elif node.kind in (Kind.TASK, Kind.PART):
            yield node


def listed(book: Book, *names: str) -> bool:
    """True if these lists of the plan could be read (or are not there); else nothing in them is known."""
    return not book.file.at.broken.intersection(names)


def goals(book: Book) -> tuple[Goal, ...]:
    """Aims and objectives."""
    return (*book.file.aims, *book.file.objectives)


def targeted(book: Book) -> Iterator[tuple[Item | Goal, tuple[Target, ...]]]:
    """Every record with its targets."""
    for goal in goals(book):
        yield goal, goal.targets
    for node in all_items(book):
        yield node.item, node.item.targets


def target_index(book: Book) -> dict[str, Target]:
    """``ITEM/TARGET`` -> the target."""
    return {f"{owner.id}/{target.id}": target for owner, targets in targeted(book) for target in targets}


def suggest(word: str, known: Iterable[str]) -> str:
    """The known name that was probably meant, or an empty text.

    Never one with another number in it: T09 is as far from T02 as from any other task.
    """
    from difflib import get_close_matches  # only a faulty file pays for it

    near = _by_numbers(tuple(known)).get(_numbers(word), [])
    return next(iter(get_close_matches(word, near, n=1, cutoff=0.5)), "")


def _numbers(name: str) -> tuple[str, ...]:
    return tuple(number.lstrip("0") for number in re.findall("[0-9]+", name))


@lru_cache(maxsize=8)
def _by_numbers(known: tuple[str, ...]) -> dict[tuple[str, ...], list[str]]:
    """The numbers in a name -> the names with them. One slip is often made on every row of a file."""
    index: dict[tuple[str, ...], list[str]] = {}
    for name in known:
        index.setdefault(_numbers(name), []).append(name)
    return index


_MARKS = frozenset("、，,；;")
_BETWEEN_NAMES = r"[、，,；;\s]+"


def names_in(word: str, known: Collection[str]) -> tuple[str, ...]:
    """The known names that ``word`` runs together (``民政局、住建局``); empty if it is not only such."""
    if _MARKS.isdisjoint(word) and word.split() == [word]:
        return ()  # as nearly all: without the pattern, which would be compiled at every start
    parts = tuple(part for part in re.split(_BETWEEN_NAMES, word) if part)
    return parts if len(parts) > 1 and all(part in known for part in parts) else ()
