"""MT15: an office's own light rules can be judged by, and told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from motiontrack.book import Book
from motiontrack.diagnostics.record import Diagnostic, Note, Place, fault
from motiontrack.model.fields import Record
from motiontrack.profiles import SHIPPED
from motiontrack.rules.walk import suggest

if TYPE_CHECKING:  # few offices have rules of their own: others need not pay for the records
    from motiontrack.model.profile import Condition, Profile

__all__ = [
    "colour_not_read",
    "condition_missing",
    "light_unknown",
    "lights_of_one_shape",
    "lights_of_one_word",
    "name_and_file_differ",
    "profile_unknown",
    "silence_not_told",
]

_COLOUR = "#[0-9A-Fa-f]{6}"


def name_and_file_differ(book: Book) -> Iterator[Diagnostic]:
    """MT150, MT152: light rules are called otherwise than their file, or as rules that come with the program.

    Why: a light names the rules it was judged by; two of one name could not be told apart later.

    Bad: ``id: default`` in ``profiles/ours.yaml``. Good: ``id: ours`` there.
    """
    for profile in book.profiles:
        named = profile.at.file.removeprefix("profiles/").removesuffix(".yaml")
        if profile.id in SHIPPED:
            yield fault("MT152", profile.at.place("id"), id=profile.id, known="、".join(SHIPPED))
        elif profile.id and profile.id != named:
            yield fault("MT150", profile.at.place("id"), id=profile.id, named=named)


def light_unknown(book: Book) -> Iterator[Diagnostic]:
    """MT151: a condition, the streak or the re-grading names a light that the rules do not have.

    Why: the task it holds for would show nothing.

    Bad: ``light: amber`` where only ``yellow`` is listed. Good: ``light: yellow``.
    """
    for profile in book.profiles:
        known = tuple(light.id for light in profile.lights)
        if not known or "lights" in profile.at.broken:
            continue
        for name, place in _lights_named(profile):
            if name and name not in known:
                near = suggest(name, known)
                yield fault("MT151", place, light=name, suggestion=near, known="、".join(known))


def _lights_named(profile: Profile) -> Iterator[tuple[str, Place]]:
    for condition in profile.conditions:
        yield condition.light, condition.at.place("light")
    for record in (profile.streak, profile.regrade):
        if record is not None:
            yield from ((name, record.at.place("light", index)) for index, name in enumerate(record.light))
    if profile.regrade is not None:
        yield profile.regrade.to, profile.regrade.at.place("to")


def condition_missing(book: Book) -> Iterator[Diagnostic]:
    """MT153: not every task would show a light: the last condition asks for something.

    Why: tiles add up only if each task shows exactly one light.

    Bad: a last condition ``{light: green, attention: none}``. Good: ``{light: green}`` as the last one.
    """
    for profile in book.profiles:
        last = profile.conditions[-1] if profile.conditions else None
        if last is not None and _asks(last):
            yield fault("MT153", last.at.place("light"), light=last.light)


def _asks(condition: Condition) -> bool:
    """True if anything is asked for beside the light that is shown, and its source."""
    return any(name not in ("light", "source") for name in condition.at.fields)


def lights_of_one_word(book: Book) -> Iterator[Diagnostic]:
    """MT154: two lights have the same word.

    Why: a paper could not tell them apart.

    Bad: two lights with ``word_zh: 黄灯``. Good: ``黄灯`` and ``橙灯``.
    """
    for field in ("word_zh", "word_en"):
        for light, first, value in _alike(book, field):
            related = ((Note.FIRST_HERE, first.at.place(field)),)
            yield fault("MT154", light.at.place(field), related=related, key=field, value=value)


def lights_of_one_shape(book: Book) -> Iterator[Diagnostic]:
    """MT155: two lights have the same shape.

    Why: printed in black and white they are told apart by their shapes.

    Bad: two lights with ``shape: circle``. Good: ``circle`` and ``triangle``.
    """
    for light, first, value in _alike(book, "shape"):
        related = ((Note.FIRST_HERE, first.at.place("shape")),)
        yield fault("MT155", light.at.place("shape"), related=related, value=value)


def _alike(book: Book, field: str) -> Iterator[tuple[Record, Record, str]]:
    """Each light whose ``field`` is that of a light above it, with that light and the value."""
    for profile in book.profiles:
        seen: dict[str, Record] = {}
        for light in profile.lights:
            value = getattr(light, field)
            first = seen.setdefault(value, light)
            if value and first is not light and field in light.at.fields:
                yield light, first, value


def colour_not_read(book: Book) -> Iterator[Diagnostic]:
    """MT156: a colour is not six hexadecimal digits after ``#``.

    Why: the page would show grey instead.

    Bad: ``colour: red``. Good: ``colour: "#B3261E"``, in quotes because of the ``#``.
    """
    for profile in book.profiles:
        for light in profile.lights:
            if light.colour and not re.fullmatch(_COLOUR, light.colour):
                yield fault("MT156", light.at.place("colour"), value=light.colour)


def silence_not_told(book: Book) -> Iterator[Diagnostic]:
    """MT157: the rules have no condition for a return that is missing.

    Why: a task nobody has reported on would show the light of one that is well (未报不是正常).

    Bad: conditions for ``overdue`` and ``behind`` only. Good: one with ``cause: unreported`` before the last.
    """
    for profile in book.profiles:
        asked = {cause for condition in profile.conditions for cause in condition.cause}
        asked |= {attention for condition in profile.conditions for attention in condition.attention}
        if profile.conditions and "unreported" not in asked:
            yield fault("MT157", profile.at.place("conditions"), id=profile.id)


def profile_unknown(book: Book) -> Iterator[Diagnostic]:
    """MT158: ``plan.profile`` names light rules that there are not.

    Why: no task could be judged.

    Bad: ``profile: yinchuan``. Good: ``profile: yinchuan-2025``, or a file ``profiles/yinchuan.yaml``.
    """
    named = book.plan.profile
    known = (*SHIPPED, *(profile.id for profile in book.profiles))
    if named and named not in known:
        place, near = book.plan.at.place("profile"), suggest(named, known)
        yield fault("MT158", place, name=named, suggestion=near, known="、".join(known))
