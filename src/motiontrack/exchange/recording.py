"""From what somebody types about an item, a decision, a finding or an answer to a row of a data file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from unicodedata import normalize

from motiontrack.additions import Addition, Filling
from motiontrack.assess.case import gather
from motiontrack.assess.facts import Ledger
from motiontrack.book import Book
from motiontrack.lean import lean
from motiontrack.model.fields import Choice, Nested, OneOrMany, Record, Table, describe
from motiontrack.model.profile import Profile
from motiontrack.model.registers import Decision, Feedback, Finding, Slip
from motiontrack.model.resolve import Kind
from motiontrack.model.returns import Entry
from motiontrack.model.slip_numbers import read_number
from motiontrack.model.written import Given

__all__ = [
    "RECORDABLE",
    "Recordable",
    "addition_of",
    "in_the_files_words",
    "month_for",
    "slip_meant",
    "typed_keys",
]


@lean
class Recordable:
    """What can be recorded: the file (``None``: one a month), its list, and the keys given by position.

    ``fills`` are the keys that are put into the row that is named, where they are not there yet; without
    any, a row is added. ``today`` is the key that holds the day of recording where none is given.
    """

    record: type[Record]
    file: str | None
    key: str
    named: tuple[str, ...]
    fills: tuple[str, ...] = ()
    today: str | None = None


RECORDABLE: Mapping[str, Recordable] = {
    "return": Recordable(Entry, None, "entries", ("task",), today="received"),
    "decision": Recordable(Decision, "decisions.yaml", "decisions", ("kind", "item")),
    "finding": Recordable(Finding, "findings.yaml", "findings", ("id",)),
    "feedback": Recordable(Feedback, "feedback.yaml", "feedback", ("deputy",)),
    "answer": Recordable(
        Slip, "slips.yaml", "slips", ("number",), fills=("answered_on", "note"), today="answered_on"
    ),
}


def typed_keys(what: Recordable) -> dict[str, bool]:
    """The keys that are given by options -> whether several values may be given."""
    return {
        key: isinstance(each.shape, OneOrMany | Table)
        for key, (_, each) in describe(what.record).items()
        if key not in what.named and not isinstance(each.shape, Nested) and key in (what.fills or key)
    }


def in_the_files_words(record: type[Record], key: str, text: str) -> str:
    """A choice by the word that the files use: ``已办结`` is ``done``; anything else as it was typed."""
    shape = describe(record)[key][1].shape
    if not isinstance(shape, Choice):
        return text
    return dict(zip(shape.named, shape.words, strict=False)).get(text.strip(), text)


def addition_of(what: Recordable, given: Mapping[str, Given], month: str, book: Book) -> Addition | Filling:
    """The row for ``given``, or the fields for the row that it names.

    A file that is new says that it is invented where all the data are.
    """
    head = ["illustrative: true"] if book.illustrative else []
    if what.file is None:
        head.append(f"month: {month}")
    said = {
        key: in_the_files_words(what.record, key, fact) if isinstance(fact, str) else fact
        for key, fact in given.items()
    }
    file = what.file or f"returns/{month}.yaml"
    if not what.fills:
        return Addition(file, what.key, said, tuple(head))
    (name,) = what.named
    return Filling(file, what.key, (name, str(said.pop(name))), said)


def slip_meant(words: str, book: Book) -> Slip | None:
    """The slip of that number, in whatever brackets, or of that number in the last year there is."""
    numbered = [(slip, read_number(slip.number)) for slip in book.slips]
    last = max((read.year for _, read in numbered if read is not None), default=0)
    short = re.fullmatch(r"\s*([0-9]{1,6})\s*号?\s*", normalize("NFKC", words))
    wanted = read_number(words)
    for slip, read in numbered:
        if slip.number == words or (read is not None and read == wanted):
            return slip
        if short and read is not None and (read.year, read.serial) == (last, int(short[1])):
            return slip
    return None


def month_for(item: str, day: date, book: Book, profile: Profile) -> str:
    """The month that a return of ``item`` received on ``day`` is for: the missing one, else the day's.

    What came in after the return day is for the month that was owed, not for the month it came in.
    """
    node = book.nodes.get(item)
    if node is not None and node.kind in (Kind.TASK, Kind.PART):
        missing = gather(node, Ledger(book), day, profile).missing
        if missing is not None:
            return missing.month
    return f"{day:%Y-%m}"
