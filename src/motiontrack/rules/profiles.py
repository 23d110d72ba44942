"""MT15: an office's own light rules can be judged by, and told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from motiontrack.book import Book
from motiontrack.diagnostics.record import Diagnostic, Note, Place, fault
from motiontrack.model.fields import Record
from motiontrack.near import Names
from motiontrack.profiles import SHIPPED

if TYPE_CHECKING:  # few offices have rules of their own: others need not pay for the records
    from decimal import Decimal

    from motiontrack.model.profile import Condition, Profile, Shortfall

__all__ = [
    "bound_without_its_cause",
    "cause_begins_later",
    "colour_not_read",
    "condition_missing",
    "id_twice",
    "lateness_not_told",
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
        names, listed, ids = Names(known), "、".join(known), frozenset(known)
        for name, place in _lights_named(profile):
            if name and name not in ids:
                yield fault("MT151", place, light=name, suggestion=names.meant(name), known=listed)


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
    return any(name not in ("light", "source") for name in condition.at.given)


def lights_of_one_word(book: Book) -> Iterator[Diagnostic]:
    """MT154: two lights have the same word.

    Why: a paper could not tell them apart.

    Bad: two lights with ``word_zh: 黄灯``. Good: ``黄灯`` and ``橙灯``.
    """
    for field in ("word_zh", "word_en"):
        for light, first, value in _alike(book, "lights", field):
            related = ((Note.FIRST_HERE, first.at.place(field)),)
            yield fault("MT154", light.at.place(field), related=related, key=field, value=value)


def lights_of_one_shape(book: Book) -> Iterator[Diagnostic]:
    """MT155: two lights have the same shape.

    Why: printed in black and white they are told apart by their shapes.

    Bad: two lights with ``shape: circle``. Good: ``circle`` and ``triangle``.
    """
    for light, first, value in _alike(book, "lights", "shape"):
        related = ((Note.FIRST_HERE, first.at.place("shape")),)
        yield fault("MT155", light.at.place("shape"), related=related, value=value)


def _alike(book: Book, rows: str, field: str) -> Iterator[tuple[Record, Record, str]]:
    """Each of ``rows`` whose ``field`` is that of one above it, with that one and the value."""
    for profile in book.profiles:
        seen: dict[str, Record] = {}
        for row in getattr(profile, rows):
            value = getattr(row, field)
            first = seen.setdefault(value, row)
            if value and first is not row and field in row.at.given:
                yield row, first, value


def colour_not_read(book: Book) -> Iterator[Diagnostic]:
    """MT156: a colour is not six hexadecimal digits after ``#``.

    Why: the page would show grey instead.

    Bad: ``colour: red``. Good: ``colour: "#B3261E"``, in quotes because of the ``#``.
    """
    for profile in book.profiles:
        for light in profile.lights:
            if light.colour and not re.fullmatch(_COLOUR, light.colour):
                yield fault("MT156", light.at.place("colour"), value=light.colour)


def bound_without_its_cause(book: Book) -> Iterator[Diagnostic]:
    """MT159: a condition bounds a figure, and not every cause that it asks for carries the figure.

    Why: by a cause without the figure it would never hold, and without any cause it holds of no task.

    Bad: ``{light: red, days_over: 3}``. Good: ``{light: red, cause: overdue, days_over: 3}``.
    """
    if not book.profiles:  # others need not pay for the records
        return
    from motiontrack.model.profile import CARRIED_BY

    for condition in _conditions(book):
        for name in () if "cause" in condition.at.broken else condition.bounds:
            carried = CARRIED_BY[name]
            if not condition.cause or not {*condition.cause} <= {*carried}:
                yield fault("MT159", condition.at.place(name), key=name, choices="、".join(carried))


def cause_begins_later(book: Book) -> Iterator[Diagnostic]:
    """MT160: a condition asks for less than what makes its cause at all.

    That is ``days_left`` above ``near`` (by default 31 days), or a gap smaller than ``behind`` says (by
    default 10 points).

    Why: between the two the cause is not there yet, so that the condition does not hold as it was meant.

    Bad: ``{light: red, cause: due-soon, days_left: 90}`` alone. Good: with ``near: 90`` in the rules.
    """
    for profile in book.profiles:
        for condition in profile.conditions:
            left = condition.days_left
            if "due-soon" in condition.cause and left is not None and left > profile.near_days:
                yield fault(
                    "MT160",
                    condition.at.place("days_left"),
                    key="days_left",
                    field="near",
                    days=profile.near_days,
                    value="",
                )
            if "behind" in condition.cause and "behind" not in profile.at.broken:
                yield from _behind_later(condition, profile)


def _behind_later(condition: Condition, profile: Profile) -> Iterator[Diagnostic]:
    asked, begins = _least(condition), _least(profile.shortfall)
    for measure, bound in asked.items():
        first = begins.get(measure)
        if first is None and profile.behind is None and len(asked) == 1:
            first = begins["points"]  # shares alone are asked for, and what is usual holds in points
        elif first is None or bound.strict >= first.strict:
            continue
        value = f"{first.key}: {first.value:f}"
        yield fault(
            "MT160", condition.at.place(bound.key), key=bound.key, field="behind", days="", value=value
        )


class _Bound(NamedTuple):
    """What a gap must reach (``over``: exceed), and the field that says so."""

    value: Decimal
    over: bool
    key: str

    @property
    def strict(self) -> tuple[Decimal, bool]:
        """The greater, the fewer gaps are so great."""
        return self.value, self.over


def _least(wanted: Shortfall) -> dict[str, _Bound]:
    """The bound for points, and for ratio, that a gap must meet; of two the stricter."""
    found: dict[str, _Bound] = {}
    for measure in ("points", "ratio"):
        keys = ((f"{measure}_from", False), (f"{measure}_over", True))
        given = [(getattr(wanted, key), over, key) for key, over in keys]
        if bounds := [_Bound(*each) for each in given if each[0] is not None]:
            found[measure] = max(bounds)
    return found


def _conditions(book: Book) -> Iterator[Condition]:
    return (condition for profile in book.profiles for condition in profile.conditions)


def silence_not_told(book: Book) -> Iterator[Diagnostic]:
    """MT157: the rules have no condition for a return that is missing.

    Why: a task nobody has reported on would show the light of one that is well (未报不是正常).

    Bad: conditions for ``overdue`` and ``behind`` only. Good: one with ``cause: unreported`` before the last.
    """
    for profile in _without(book, "unreported"):
        yield fault("MT157", profile.at.place("conditions"), id=profile.id)


def lateness_not_told(book: Book) -> Iterator[Diagnostic]:
    """MT161: the rules have no condition for a task that is overdue.

    Why: a task past its deadline would show the light of one that is well.

    Bad: conditions for ``behind`` and ``unreported`` only. Good: one with ``cause: overdue`` above them.
    """
    for profile in _without(book, "overdue"):
        yield fault("MT161", profile.at.place("conditions"), id=profile.id)


def _without(book: Book, word: str) -> Iterator[Profile]:
    """The light rules no condition of which asks for ``word``, which is a cause and an attention alike."""
    for profile in book.profiles:
        asked = {each for row in profile.conditions for each in (*row.cause, *row.attention)}
        if profile.conditions and word not in asked:
            yield profile


def id_twice(book: Book) -> Iterator[Diagnostic]:
    """MT162: two lights, or two marks, have one id.

    Why: the tasks of both would be counted under one of them, and the tiles would not add up.

    Bad: two lights with ``id: red``. Good: ``red`` and ``orange``.
    """
    for rows in ("lights", "marks"):
        for row, first, value in _alike(book, rows, "id"):
            related = ((Note.FIRST_HERE, first.at.place("id")),)
            yield fault("MT162", row.at.place("id"), related=related, id=value)


def profile_unknown(book: Book) -> Iterator[Diagnostic]:
    """MT158: ``plan.profile`` names light rules that there are not.

    Why: no task could be judged.

    Bad: ``profile: yinchuan``. Good: ``profile: yinchuan-2025``, or a file ``profiles/yinchuan.yaml``.
    """
    named = book.plan.profile
    known = (*SHIPPED, *(profile.id for profile in book.profiles))
    if named and named not in known and f"profiles/{named}.yaml" not in book.unread:
        begun = next((name for name in known if name.startswith(named)), "")
        place, near = book.plan.at.place("profile"), Names(known).meant(named) or begun
        yield fault("MT158", place, name=named, suggestion=near, known="、".join(known))
