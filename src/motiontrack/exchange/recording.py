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
from motiontrack.model.fields import Choice, Name, Nested, OneOrMany, Record, Reference, Table, describe
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
    "names_alone",
    "parted",
    "slip_meant",
    "typed_keys",
]


@lean
class Recordable:
    """What can be recorded: the file (``None``: one a month), its list, and the keys given by position.

    ``fills`` are the keys that are put into the row that is named, where they are not there yet: if
    nothing else is given, or always where no row is ever added (``adds``). ``today`` is the key that
    holds the day of recording where none is given.
    """

    record: type[Record]
    file: str | None
    key: str
    named: tuple[str, ...]
    fills: tuple[str, ...] = ()
    today: str | None = None
    adds: bool = True


RECORDABLE: Mapping[str, Recordable] = {
    "return": Recordable(Entry, None, "entries", ("task",), today="received"),
    "decision": Recordable(Decision, "decisions.yaml", "decisions", ("kind", "item")),
    "finding": Recordable(Finding, "findings.yaml", "findings", ("id",), ("resolved_on", "resolution")),
    "feedback": Recordable(Feedback, "feedback.yaml", "feedback", ("deputy",), ("answered_on",)),
    "answer": Recordable(
        Slip, "slips.yaml", "slips", ("number",), ("answered_on", "note"), today="answered_on", adds=False
    ),
}


def typed_keys(what: Recordable) -> dict[str, bool]:
    """The keys that are given by options -> whether several values may be given."""
    return {
        key: isinstance(each.shape, OneOrMany | Table)
        for key, (_, each) in describe(what.record).items()
        if key not in what.named and not isinstance(each.shape, Nested) and (what.adds or key in what.fills)
    }


def names_alone(what: Recordable, key: str) -> bool:
    """Whether the several values of a key are ids or names, which hold no comma."""
    shape = describe(what.record)[key][1].shape
    return isinstance(shape, OneOrMany) and isinstance(shape.of, Reference | Name)


def parted(names: str) -> tuple[str, ...]:
    """Several ids or names typed in one value, whatever stands between them."""
    return tuple(name for name in re.split(r"[、，,；;\s]+", names) if name)


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
    more = {key: fact for key, fact in said.items() if key not in what.named}
    if what.adds and not (more and more.keys() <= set(what.fills)):
        return Addition(file, what.key, said, tuple(head))
    (name,) = what.named
    return Filling(file, what.key, (name, str(said[name])), more)


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
