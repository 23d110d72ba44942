"""From what somebody types about an item, a decision, a finding or an answer to a row of a data file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from motiontrack.additions import Addition
from motiontrack.assess.case import gather
from motiontrack.assess.facts import Ledger
from motiontrack.book import Book
from motiontrack.lean import lean
from motiontrack.model.fields import Choice, Name, Nested, OneOrMany, Record, Reference, Table, describe
from motiontrack.model.profile import Profile
from motiontrack.model.registers import Decision, Feedback, Finding
from motiontrack.model.resolve import Kind
from motiontrack.model.returns import Entry
from motiontrack.model.written import Given

__all__ = [
    "RECORDABLE",
    "Recordable",
    "addition_of",
    "in_the_files_words",
    "month_for",
    "names_alone",
    "typed_keys",
]


@lean
class Recordable:
    """What can be recorded: the file (``None``: one a month), its list, and the keys given by position.

    ``ends`` are the keys that are put to a row that is there already, when it comes to its end.
    """

    record: type[Record]
    file: str | None
    key: str
    named: tuple[str, ...]
    ends: tuple[str, ...] = ()


RECORDABLE: Mapping[str, Recordable] = {
    "return": Recordable(Entry, None, "entries", ("task",)),
    "decision": Recordable(Decision, "decisions.yaml", "decisions", ("kind", "item")),
    "finding": Recordable(Finding, "findings.yaml", "findings", ("id",), ("resolved_on", "resolution")),
    "feedback": Recordable(Feedback, "feedback.yaml", "feedback", ("deputy",), ("answered_on",)),
}


def typed_keys(what: Recordable) -> dict[str, bool]:
    """The keys that are given by options -> whether several values may be given."""
    return {
        key: isinstance(each.shape, OneOrMany | Table)
        for key, (_, each) in describe(what.record).items()
        if key not in what.named and not isinstance(each.shape, Nested)
    }


def names_alone(what: Recordable, key: str) -> bool:
    """Whether the several values of a key are ids or names, which hold no comma."""
    shape = describe(what.record)[key][1].shape
    return isinstance(shape, OneOrMany) and isinstance(shape.of, Reference | Name)


def in_the_files_words(record: type[Record], key: str, text: str) -> str:
    """A choice by the word that the files use: ``已办结`` is ``done``; anything else as it was typed."""
    shape = describe(record)[key][1].shape
    if not isinstance(shape, Choice):
        return text
    return dict(zip(shape.named, shape.words, strict=False)).get(text.strip(), text)


def addition_of(what: Recordable, given: Mapping[str, Given], month: str, book: Book) -> Addition:
    """The row for ``given``, or the end of one that is there: how a finding was mended, an answer answered.

    A file that is new says that it is invented where all the data are.
    """
    head = ["illustrative: true"] if book.illustrative else []
    if what.file is None:
        head.append(f"month: {month}")
    said = {
        key: in_the_files_words(what.record, key, fact) if isinstance(fact, str) else fact
        for key, fact in given.items()
    }
    path = what.file or f"returns/{month}.yaml"
    more = {key: fact for key, fact in said.items() if key not in what.named}
    if more and more.keys() <= set(what.ends):
        name = what.named[0]
        return Addition(path, what.key, more, to=(name, str(given[name])))
    return Addition(path, what.key, said, tuple(head))


def month_for(item: str, day: date, book: Book, profile: Profile) -> str:
    """The month that a return of ``item`` received on ``day`` is for.

    The one that is missing, or the one that is owed next, whichever return day is nearer: on 2 July
    that of June, on 24 July that of July. Where neither is owed, the month of the day.
    """
    node = book.nodes.get(item)
    here = f"{day:%Y-%m}"
    if node is None or node.kind not in (Kind.TASK, Kind.PART):
        return here
    missing = gather(node, Ledger(book), day, profile).missing
    if missing is None:
        return here
    ahead = node.clock.day_of(day.year, day.month) if day.month in node.clock.months else None
    if ahead is not None and ahead >= day and ahead - day < day - missing.day:
        return here
    return missing.month
