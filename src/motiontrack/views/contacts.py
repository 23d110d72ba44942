"""Whom to call at an office."""

from __future__ import annotations

from datetime import date

from motiontrack.assess.people import in_post
from motiontrack.book import Book
from motiontrack.lean import lean
from motiontrack.model.units import Person

__all__ = ["ContactView", "contacts_of"]

#: The post of whoever can be called.
_CONTACT = "联络员"


@lean
class ContactView:
    """Whom to call."""

    name: str
    phone: str | None


def contacts_of(office: str | None, book: Book, day: date) -> tuple[ContactView, ...]:
    """Those at ``office`` who can be called on ``day``; none where the data name nobody."""
    unit = book.units.get(book.unit_id(office)) if office else None
    people: tuple[Person, ...] = unit.people if unit else ()
    return tuple(
        ContactView(each.name, each.phone) for each in people if each.post == _CONTACT and in_post(each, day)
    )
