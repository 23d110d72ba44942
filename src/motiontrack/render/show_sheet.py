"""What every part of ``show`` needs at a terminal: labels in a column, hanging indents, lists of tasks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from motiontrack.language.catalogue import Catalogue
from motiontrack.language.display import cell_len
from motiontrack.lean import lean
from motiontrack.render.columns import pad, wrap
from motiontrack.render.lines import HEAD, QUIET, SHAPES, Line, Segment
from motiontrack.render.sheet import hung
from motiontrack.views.numbers import plain
from motiontrack.views.sentences import day_words
from motiontrack.views.show import PlaceView, RowView, ShowView, TargetView
from motiontrack.views.status import ReturnCounts

__all__ = ["INDENT", "ShowSheet"]

INDENT = 2


@lean
class ShowSheet:
    """What is shown, in which language, in how many cells."""

    view: ShowView
    catalogue: Catalogue
    width: int

    def say(self, key: str, **figures: str | int) -> str:
        """A sentence of the section."""
        return self.catalogue.word(f"show.{key}", **figures)

    def day(self, day: date) -> str:
        """A date in words."""
        return day_words(day, self.catalogue)

    def listed(self, names: Iterable[str]) -> str:
        """Names side by side."""
        return self.catalogue.word("join").join(names)

    def paused(self, parts: Iterable[str]) -> str:
        """Parts of a sentence."""
        return self.catalogue.word("pause").join(part for part in parts if part)

    def light(self, tile: str) -> Segment:
        """Shape and word of a light or a tile, in its colour."""
        light = next(each for each in self.view.profile.lights if each.id == tile)
        return Segment(f"{SHAPES[light.shape]} {light.word}", f"bold {light.colour}")

    def heading(self, text: str) -> Iterator[Line]:
        """A heading between empty lines."""
        yield ()
        for line in wrap(text, self.width):
            yield (Segment(line, HEAD),)

    def said(self, text: str, indent: int = INDENT, style: str = "") -> Iterator[Line]:
        """A text on lines of its own."""
        return hung(" " * indent, text, self.width, style=style)

    def place(self, place: PlaceView | None, indent: int) -> Iterator[Line]:
        """Where a fact stands, on a line of its own."""
        if place is not None:
            yield from self.said(f"{place.file}:{place.line}", indent, QUIET)

    def pairs(self, pairs: Iterable[tuple[str, str | None]]) -> Iterator[Line]:
        """Labels in a column with what they hold; those that hold nothing are left out."""
        return self.labelled(((self.say(f"label.{key}"), text) for key, text in pairs if text), INDENT)

    def labelled(self, pairs: Iterable[tuple[str, str]], indent: int) -> Iterator[Line]:
        """Texts beside their labels, which share a column."""
        kept = tuple(pairs)
        column = max((cell_len(label) for label, _ in kept), default=0) + 2
        for label, text in kept:
            yield from hung(" " * indent + pad(label, column), text, self.width, label_style=QUIET)

    # -- lists

    def rows(self, rows: Iterable[RowView]) -> Iterator[Line]:
        """Tasks or steps, each with its light, whose it is, when due, and what counts against it."""
        for row in rows:
            yield from self._row(row)

    def _row(self, row: RowView) -> Iterator[Line]:
        mark = self.light(row.tile) if row.tile else Segment(self._state(row))
        column = max(cell_len(self.light(each.id).text) for each in self.view.profile.lights) + 2
        label = " " * INDENT + pad(mark.text, column)
        indent = cell_len(label)
        yield from hung((Segment(label, mark.style),), f"{row.id}  {row.text}", self.width)
        due = self.say("row.due", day=row.due.isoformat()) if row.due else self.say("row.standing")
        who = " ".join(each for each in (row.unit, row.person) if each)
        yield from self.said(self.paused((self.listed(row.roles), who, due)), indent, QUIET)
        if row.said:
            yield from hung(" " * indent + "- ", row.said, self.width)

    def _state(self, row: RowView) -> str:
        return self.catalogue.word(f"step.{row.state}") if row.state else self.say("role.unjudged")

    def targets(self, targets: Iterable[TargetView], stated_by: str | None = None) -> Iterator[Line]:
        """Targets against figures; nobody reports against those that ``stated_by`` states."""
        for target in targets:
            yield from hung(
                " " * INDENT + f"{target.item}/{target.id}  ", target.words, self.width, label_style=QUIET
            )
            said = self._target_said(target, reported=target.item != stated_by)
            if said:
                yield from self.said(said, INDENT * 2)

    def _target_said(self, target: TargetView, *, reported: bool) -> str:
        said = [self.say("target.wanted", wanted=target.wanted)] if target.wanted else []
        if target.value is None or target.as_of is None:
            said += [self.say("target.unreported")] if reported else []
        else:
            value, day = plain(target.value), self.day(target.as_of)
            said.append(self.say("target.reported", value=value, measure=target.measure, day=day))
        if target.met is not None:
            said.append(self.say("target.met" if target.met else "target.short"))
        return self.paused(said)

    def counts(self, returns: ReturnCounts) -> str:
        """How the returns owed came in."""
        if not returns.owed:
            return self.say("owed.none")
        return self.say(
            "owed.counts", owed=returns.owed, on_time=returns.on_time, late=returns.late,
            missing=returns.missing,
        )  # fmt: skip
