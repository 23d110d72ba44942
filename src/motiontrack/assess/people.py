"""Who holds a post on a day: a successor inherits the post's tasks without a new document (DOMAIN §1)."""

from __future__ import annotations

from datetime import date

from motiontrack.assess.case import Case
from motiontrack.book import Book
from motiontrack.model.units import Person

__all__ = ["in_post", "people_now"]

#: The post whose holder answers for a task that was moved to another unit.
_ANSWERS = "责任人"


def people_now(case: Case, book: Book) -> tuple[str, ...]:
    """The people who answer for the item on ``case.day``: those printed, or who followed them.

    After a reassignment, whoever holds 责任人 in the new convening unit. A printed name that no
    unit lists stays as printed; a post without a holder gives nobody.
    """
    if case.lead != case.node.lead and case.lead:
        unit = book.units.get(case.lead[0])
        return tuple(_holders(unit.people, _ANSWERS, case.day)) if unit else ()
    people = [person for name in case.lead if name in book.units for person in book.units[name].people]
    return tuple(
        dict.fromkeys(name for printed in case.node.person for name in _now(printed, people, case.day))
    )


def _now(printed: str, people: list[Person], day: date) -> list[str]:
    own = [person for person in people if person.name == printed]
    if not own or any(in_post(person, day) for person in own):
        return [printed]
    return [name for person in own for name in _holders(people, person.post, day)]


def _holders(people: list[Person] | tuple[Person, ...], post: str | None, day: date) -> list[str]:
    """Who holds ``post`` on ``day``; where no post is given, nobody follows."""
    return [person.name for person in people if post and person.post == post and in_post(person, day)]


def in_post(person: Person, day: date) -> bool:
    """True from the first to the last day in the post, both included."""
    return (person.first is None or person.first <= day) and (person.last is None or day <= person.last)
