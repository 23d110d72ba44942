"""Whom to call at a unit or an office."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from motiontrack.assess.people import in_post
from motiontrack.book import Book
from motiontrack.lean import lean

__all__ = ["CONTACT", "ContactView", "contacts_of"]

#: The post of whoever can be called.
CONTACT = "联络员"


@lean
class ContactView:
    """Somebody to be asked."""

    name: str
    post: str | None
    phone: str | None


def contacts_of(
    unit: str | None, book: Book, day: date, posts: Sequence[str] = (CONTACT,)
) -> tuple[ContactView, ...]:
    """Those in the first of ``posts`` at ``unit`` on ``day``; while none has a phone, the next too."""
    found = book.units.get(book.unit_id(unit)) if unit else None
    people = [person for person in found.people if in_post(person, day)] if found else []
    told: list[ContactView] = []
    for post in posts:
        told += [ContactView(each.name, each.post, each.phone) for each in people if each.post == post]
        if any(each.phone for each in told):
            break
    return tuple(told)
