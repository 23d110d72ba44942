"""MT2: which task serves which aim or objective."""

from __future__ import annotations

from collections.abc import Iterator

from motiontrack.book import Book
from motiontrack.diagnostics.record import Diagnostic, fault
from motiontrack.near import Names
from motiontrack.rules.walk import goals, leaves, listed, names_in, plan_nodes

__all__ = ["not_served", "nothing_linked", "serves_nothing", "unknown_link"]


def unknown_link(book: Book) -> Iterator[Diagnostic]:
    """MT205: ``serves`` names no aim and no objective.

    Why: the task would be missing from the account of the goal it was meant for.

    Bad: ``serves: O9`` in a plan with O1 to O7. Good: ``serves: O7``.
    """
    if not listed(book, "aims", "objectives"):
        return
    known = {goal.id for goal in goals(book)}
    names = Names(known)
    for node in plan_nodes(book):
        for index, name in enumerate(node.item.serves):
            if name not in known and not names_in(name, known):
                place = node.item.at.place("serves", index)
                yield fault("MT205", place, item=node.id, id=name, suggestion=names.meant(name))


def nothing_linked(book: Book) -> Iterator[Diagnostic]:
    """MT218: the plan has aims or objectives and no task says which of them it serves.

    Why: one thing was left out, not one for each task and goal; until it is put in there is no
    account by goal. Told once, in place of MT210 and MT211.

    Bad: objectives O1 to O7 and no ``serves`` in the whole plan. Good: ``serves: O3`` on each task.
    """
    first = next(iter(goals(book)), None)
    if first is not None and book.tasks and _is_unlinked(book):
        yield fault("MT218", first.at.place("id"), goals=len(goals(book)), tasks=len(book.tasks))


def _is_unlinked(book: Book) -> bool:
    return all(node.item.lacks("serves") for node in plan_nodes(book))


def not_served(book: Book) -> Iterator[Diagnostic]:
    """MT210: no task serves an aim or an objective.

    Why: nothing that is tracked would show whether it is met.

    Bad: an aim G2 that no task's ``serves`` names. Good: ``serves: G2`` on a task, where the
    document's words connect them.
    """
    known = {goal.id for goal in goals(book)}
    served: set[str] = set()
    for node in plan_nodes(book):
        if "serves" in node.item.at.broken:
            return  # it may be the one
        for name in node.item.serves:
            served.update((name,) if name in known else names_in(name, known))
    if not served:
        return  # MT218, or nothing to serve
    for goal in goals(book):
        if goal.id and goal.id not in served:
            yield fault("MT210", goal.at.place("id"), id=goal.id, text=goal.text)


def serves_nothing(book: Book) -> Iterator[Diagnostic]:
    """MT211: neither a task nor any part of it serves an aim or an objective, though the plan has some.

    Why: it would be missing from every account by goal.

    Bad: a task without ``serves``. Good: ``serves: O3``.
    """
    if not goals(book) or _is_unlinked(book):
        return
    for task in book.tasks:
        if all(node.item.lacks("serves") for node in (task, *leaves(task.parts))):
            yield fault("MT211", task.item.at.place("id"), id=task.id, text=task.item.text)
