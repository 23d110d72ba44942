"""What every part of the story needs: words, places, fields by their own labels, rows of tasks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from motiontrack.assess.accounts import StepJudgement
from motiontrack.assess.assessment import Assessment, Unjudged
from motiontrack.assess.case import Case, gather
from motiontrack.assess.causes import INFORMATION, Cause, Figure
from motiontrack.assess.judge import Judgement
from motiontrack.diagnostics.record import Place
from motiontrack.language.catalogue import Catalogue
from motiontrack.model import fields
from motiontrack.model.fields import Record, Shape, describe
from motiontrack.model.resolve import Node
from motiontrack.views.build import Builder
from motiontrack.views.filters import tile_of
from motiontrack.views.numbers import plain
from motiontrack.views.page_words import Speaker
from motiontrack.views.sentences import cause_sentence, day_words, figure_value, figure_values, told_figures
from motiontrack.views.show import NoteView, PlaceView, RowView

__all__ = ["Teller"]

#: The fields that hold a percentage.
_PERCENTS = ("progress", "percent")


class Teller:
    """One assessment told in one language."""

    __slots__ = ("assessment", "builder", "catalogue", "ledger", "speaker")

    def __init__(self, assessment: Assessment, catalogue: Catalogue, folder: str) -> None:
        self.assessment = assessment
        self.catalogue = catalogue
        self.builder = Builder(assessment, catalogue, folder)
        self.ledger = assessment.ledger
        self.speaker = Speaker(catalogue, assessment.book.year)

    def case(self, node: Node) -> Case:
        """Everything known of ``node`` on the day."""
        return gather(node, self.ledger, self.assessment.day, self.assessment.profile)

    def say(self, key: str, **figures: str | int) -> str:
        """A sentence of the section."""
        return self.catalogue.word(f"show.{key}", **figures)

    def told(self, key: str, figures: Iterable[tuple[str, Figure]]) -> str:
        """A sentence with a cause's figures put into words."""
        return self.say(key, **told_figures(figures, self.catalogue))

    def day(self, day: date) -> str:
        """A date in words."""
        return day_words(day, self.catalogue)

    def listed(self, names: Iterable[str]) -> str:
        """Names side by side."""
        return self.catalogue.word("join").join(names)

    def place(self, place: Place) -> PlaceView:
        """Where a fact stands, as a reader finds it."""
        return PlaceView(self.builder.file(place.file), place.span.line)

    def figures(self, figures: Iterable[tuple[str, Figure]]) -> Mapping[str, str | int | Decimal | None]:
        """Figures as data."""
        return figure_values(figures)

    def number(self, value: Fraction | Decimal, name: str = "expected") -> str:
        """A figure as it is printed."""
        return plain(Decimal(str(figure_value(name, Fraction(value)))))

    def name_of(self, cause: str) -> str:
        """What a cause is called."""
        return self.catalogue.word(f"cause-name.{cause}")

    def word_of(self, light: str) -> str:
        """The word of a light or a tile."""
        return self.builder.profile().words[light]

    # -- fields

    def notes(self, record: Record, *, without: Collection[str] = ()) -> tuple[NoteView, ...]:
        """Every field that is written in ``record``, by its own label; ``without`` are keys left out."""
        return tuple(self._notes(record, without))

    def _notes(self, record: Record, without: Collection[str]) -> Iterator[NoteView]:
        for key, (attribute, description) in describe(type(record)).items():
            value = getattr(record, attribute)
            if key in without or value in (None, (), "", {}, False):
                continue
            said = self._value(value, description.shape, key) + ("%" if key in _PERCENTS else "")
            yield NoteView(key, self.label(type(record), key), said)

    def label(self, record: type[Record], key: str) -> str:
        """What a field is called in the reader's language."""
        return str(getattr(describe(record)[key][1], f"label_{self.catalogue.language}"))

    def named(self, record: type[Record], key: str, word: str) -> str:
        """What one word of a choice is called: offices have Chinese names for them."""
        shape = describe(record)[key][1].shape
        return self._value(word, shape, key)

    def _value(self, value: Any, shape: Shape, key: str = "") -> str:
        match shape:
            case fields.Choice(words, names):
                if self.catalogue.language == "zh" and names and value in words:
                    return names[words.index(value)]
                return self.catalogue.words.get(f"{key}.{value}") or str(value).replace("-", " ")
            case fields.Many(of) | fields.OneOrMany(of):
                return self.listed(self._value(each, of) for each in value)
            case fields.Table(of):
                return self.listed(f"{name} {self._value(each, of)}" for name, each in value.items())
            case fields.Nested(_):
                return " ".join(note.text for note in self._notes(value, ()))
            case fields.Flag():
                return self.say("yes")
        if isinstance(value, date):
            return self.day(value)
        return plain(value) if isinstance(value, Decimal) else str(value)

    # -- rows

    def row(self, item: Judgement | StepJudgement | Unjudged, *roles: str) -> RowView:
        """One line of a list; ``roles`` are words of the catalogue."""
        node, item_record = item.node, item.node.item
        base = RowView(
            id=node.id,
            text=item_record.text,
            roles=tuple(self.say(f"role.{role}") for role in roles),
            unit=node.convener,
            person=self.listed(node.person) or None,
            due=node.due.end if node.due else None,
            state=None,
            light=None,
            said=None,
            tile=None,
        )
        if isinstance(item, Unjudged):
            return base
        if isinstance(item, StepJudgement):
            return replace(base, due=item.due, state=item.state.value)
        return replace(
            base,
            unit=item.lead[0] if item.lead else None,
            person=self.listed(item.person_now) or base.person,
            due=item.due,
            state=item.state.value,
            light=item.light,
            said=self._reason(item),
            tile=tile_of(item),
        )

    def _reason(self, task: Judgement) -> str | None:
        """The cause that says most of a task: the first that is more than information."""
        weighty = [cause for cause in task.causes if cause.code not in INFORMATION]
        return self.sentence(weighty[0], task.node) if weighty else None

    def sentence(self, cause: Cause, node: Node) -> str:
        """A cause's sentence, with the part it is of where that is not the item shown."""
        part = f"{cause.item} " if cause.item != node.id else ""
        return part + cause_sentence(cause, self.catalogue)
