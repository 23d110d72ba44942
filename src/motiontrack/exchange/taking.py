"""Filled forms taken into the data files: what is new and certain, the rest with the reason why not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from motiontrack.additions import Added, Addition, add
from motiontrack.assess.facts import Ledger
from motiontrack.assess.owed import return_days
from motiontrack.book import Book, MonthlyEntry, leaves
from motiontrack.diagnostics.record import Diagnostic
from motiontrack.exchange.asking import form_for, identity_of
from motiontrack.exchange.cells import Unsure
from motiontrack.exchange.filled import Filled, FilledRow
from motiontrack.exchange.grid import Doubt
from motiontrack.exchange.identity import VERSION, FormKind, Identity
from motiontrack.lean import lean
from motiontrack.model.fields import describe
from motiontrack.model.profile import Profile
from motiontrack.model.returns import Entry
from motiontrack.model.written import Given

__all__ = ["Form", "Taken", "TakenForm", "fits_the_plan", "take"]


@lean
class Form:
    """A form that came in: the name of its file, the hash of its bytes, and what it says."""

    file: str
    hash: str
    filled: Filled


@lean
class TakenForm:
    """What became of one form: its items by what was done with them, and what is not certain.

    ``again`` are those that stand in the files already, ``unreported`` those that the unit owes and
    left out. ``refused`` are what ``validate`` would call errors, each with the cell that it comes from.
    """

    form: Form
    accepted: tuple[str, ...]
    again: tuple[str, ...]
    unreported: tuple[str, ...]
    doubts: tuple[Doubt, ...]
    refused: tuple[tuple[Doubt, Diagnostic], ...] = ()

    @property
    def identity(self) -> Identity:
        """What the form is of."""
        return self.form.filled.identity

    @property
    def whole(self) -> bool:
        """Whether nothing of it was left aside."""
        return not self.doubts and not self.refused


@lean
class Taken:
    """What all forms come to: the changed files, and what became of each form."""

    added: Added
    forms: tuple[TakenForm, ...]


@lean
class _Row:
    """One row on its way into the files."""

    form: Form
    row: FilledRow
    addition: Addition


@lean
class _Judged:
    """A form with the rows of it that are new, and those that a form before it had with the same words."""

    form: TakenForm
    rows: tuple[_Row, ...]
    twins: tuple[tuple[FilledRow, _Row], ...]


def fits_the_plan(identity: Identity, book: Book, *, month: str | None) -> Unsure | None:
    """Why a form is not of this plan, of this month (if one is asked for) or of any unit; else ``None``."""
    own = identity_of(book, identity.month, identity.unit, identity.kind)
    if identity.version != VERSION:
        return Unsure("form-version", str(identity.version))
    # Without blanks: a mail may have been broken in the middle of it.
    if "".join(identity.plan.split()) != "".join(own.plan.split()):
        return Unsure("form-plan", identity.plan, (own.plan,))
    if book.unit_id(identity.unit) not in book.units:
        return Unsure("form-unit", identity.unit)
    if identity.kind is FormKind.PLAN:
        return None
    if month is not None and identity.month != month:
        return Unsure("form-month", identity.month, (month,))
    asked = {each for node in leaves(book.tasks) for each, _ in return_days(node, book)}
    return None if identity.month in asked else Unsure("form-month-not-asked", identity.month)


def take(
    files: Mapping[str, bytes],
    forms: Sequence[Form],
    book: Book,
    received: date,
    profile: Profile,
    *,
    correct: bool,
) -> Taken:
    """``forms``, received on ``received``, taken into ``files``; ``correct``: they may change what is in."""
    ledger = Ledger(book)
    seen: dict[tuple[str, str, str], _Row] = {}
    judged = [_judged(form, ledger, received, profile, seen, correct=correct) for form in forms]
    rows = [row for each in judged for row in each.rows]
    refused: list[tuple[_Row, Doubt, Diagnostic]] = []
    added = add(files, [row.addition for row in rows])
    while added.refused:
        # Rows are refused one by one: an error in one must not keep the others out.
        found = [(row, doubt, each) for each in added.refused for row, doubt in _blamed(each, added, rows)]
        refused += found
        bad = {id(row) for row, _, _ in found}
        rows = [row for row in rows if id(row) not in bad]
        added = add(files, [row.addition for row in rows])
    accepted = {id(row.row) for row in rows} if added.unplaced is None else set()
    return Taken(added, tuple(_settled(each, accepted, refused) for each in judged))


def _settled(judged: _Judged, accepted: set[int], refused: list[tuple[_Row, Doubt, Diagnostic]]) -> TakenForm:
    """What became of a form, now that it is known which rows were taken."""
    form = judged.form
    mine = {id(row) for row in judged.rows}
    its = tuple((doubt, each) for row, doubt, each in refused if id(row) in mine)
    taken = tuple(row.row.item for row in judged.rows if id(row.row) in accepted)
    again, doubts = list(form.again), list(form.doubts)
    for row, before in judged.twins:
        if id(before.row) in accepted:
            again.append(row.item)
        else:
            doubts.append(_aside("twin-refused", form.form, row, before.form.file))
    told = {*taken, *again, *(each.item for each in doubts), *(each.item for each, _ in its)}
    left = tuple(item for item in form.unreported if item not in told)
    return replace(
        form, accepted=taken, again=tuple(again), doubts=tuple(doubts), refused=its, unreported=left
    )


# -- row by row


def _judged(
    form: Form,
    ledger: Ledger,
    received: date,
    profile: Profile,
    seen: dict[tuple[str, str, str], _Row],
    *,
    correct: bool,
) -> _Judged:
    """The rows of a form that are new, and what is to be said of the others.

    ``seen`` are the rows of the forms before it: two that came in together may contradict each other.
    """
    book, filled = ledger.book, form.filled
    unit, month = book.unit_id(filled.identity.unit), filled.identity.month
    known = sorted((each for each in book.returns if each.month == month), key=_order)
    rows: list[_Row] = []
    twins: list[tuple[FilledRow, _Row]] = []
    again: list[str] = []
    doubts = list(filled.doubts)
    for row in filled.rows:
        given = _given(form, row, unit, ledger, received)
        of_item = [each for each in known if each.entry.task == row.item and _by(each, unit, ledger)]
        new = _Row(form, row, _addition(given, month, book))
        before = seen.setdefault((month, unit, row.item), new)
        if any(_is_from(each, form) for each in of_item) or _says_the_same(of_item[-1:], given):
            again.append(row.item)
        elif before is not new and _alike(before.addition.given, given):
            twins.append((row, before))
        elif before is not new:
            doubts.append(_aside("twice", form, row, before.form.file))
        elif of_item and not correct:
            last = of_item[-1].entry.received
            doubts.append(_aside("already-in", form, row, last.isoformat() if last else ""))
        else:
            rows.append(new)
    owed = (item.node.id for item in form_for(unit, month, book, received, profile).items)
    taken = TakenForm(form, (), tuple(again), tuple(owed), tuple(doubts))
    return _Judged(taken, tuple(rows), tuple(twins))


def _aside(why: str, form: Form, row: FilledRow, *known: str) -> Doubt:
    """A row that is left aside as a whole, at the first of its cells."""
    cell = next(iter(row.cells.values()), "")
    return Doubt(Unsure(why, row.item, known), form.filled.sheet, cell, row.item)


def _given(form: Form, row: FilledRow, unit: str, ledger: Ledger, received: date) -> dict[str, Given]:
    source = {"file": form.file, "sheet": form.filled.sheet, "hash": form.hash}
    source = {key: value for key, value in source.items() if value}
    given: dict[str, Given] = {
        "task": row.item,
        "received": received.isoformat(),
        **row.given,
        "source": source,
    }
    node = ledger.book.nodes.get(row.item)
    if node is None or ledger.convener(node, received) != unit:
        given["unit"] = unit
    return given


def _addition(given: Mapping[str, Given], month: str, book: Book) -> Addition:
    head = ["illustrative: true"] if book.illustrative else []
    return Addition(f"returns/{month}.yaml", "entries", given, (*head, f"month: {month}"))


def _by(monthly: MonthlyEntry, unit: str, ledger: Ledger) -> bool:
    """Whether a return is the unit's: one that names none is of whoever convened when it came."""
    entry = monthly.entry
    if entry.unit is not None:
        return ledger.book.unit_id(entry.unit) == unit
    node = ledger.book.nodes.get(entry.task)
    return node is not None and entry.received is not None and ledger.convener(node, entry.received) == unit


def _order(monthly: MonthlyEntry) -> tuple[date, int]:
    """The later received counts, and of one day the one that stands further down."""
    return monthly.entry.received or date.min, monthly.serial


def _is_from(monthly: MonthlyEntry, form: Form) -> bool:
    source = monthly.entry.source
    return source is not None and source.hash == form.hash


#: What differs between two readings of the same words.
_OF_THE_WAY = frozenset(("received", "source", "date", "by", "reviewed_by", "unit", "as_of", "pace"))


def _says_the_same(latest: list[MonthlyEntry], given: Mapping[str, Given]) -> bool:
    """Whether the return in the files says what the row says, whoever signed it and whenever it came."""
    described = describe(Entry).items()
    said = ({key: getattr(each.entry, name) for key, (name, _) in described} for each in latest)
    return any(_alike(each, given) for each in said)


def _alike(one: Mapping[str, object], other: Mapping[str, object]) -> bool:
    keys = describe(Entry).keys() - _OF_THE_WAY
    return all(_as_given(one.get(key)) == _as_given(other.get(key)) for key in keys)


def _as_given(value: object) -> object:
    """A fact of a record, or of a row, in one form in which they can be compared."""
    if not value and value != 0:
        return None
    if isinstance(value, Mapping):
        return {name: _as_given(each) for name, each in value.items()}
    if isinstance(value, tuple | list):
        return "\n".join(str(each) for each in value)
    if isinstance(value, date):
        return value.isoformat()
    text = str(value)
    return text.rstrip("0").rstrip(".") if "." in text and text.replace(".", "").isdigit() else text


# -- what validate says of a row, and which cell it comes from


#: Where an error is that something else was left empty: the key of the cell that is to be filled in.
_TO_FILL_IN = {"MT402": "done_on", "MT442": "state"}


def _blamed(found: Diagnostic, added: Added, rows: list[_Row]) -> Iterator[tuple[_Row, Doubt]]:
    """The rows that an error is about, each with the cell it comes from; all, if that cannot be told."""
    at = list(_entry_at(found, added.book))
    mine = [
        (row, entry)
        for entry in at
        for row in rows
        if entry.source is not None and entry.source.hash == row.form.hash and entry.task == row.row.item
    ]
    if mine:
        for row, entry in mine:
            yield row, _doubt(row, _TO_FILL_IN.get(found.code) or _key_at(found, entry))
        return
    of_item = [row for row in rows if row.row.item == found.item]
    for row in of_item or rows:
        yield row, _doubt(row, "")


def _doubt(row: _Row, key: str) -> Doubt:
    cell = row.row.cells.get(key) or next(iter(row.row.cells.values()), "")
    return Doubt(Unsure("refused"), row.form.filled.sheet, cell, row.row.item)


def _entry_at(found: Diagnostic, book: Book | None) -> Iterator[Entry]:
    """The entry in whose lines a diagnostic stands."""
    if book is None or found.place is None:
        return
    line = found.place.span.line
    entries = (each.entry for each in book.returns if each.entry.at.file == found.place.file)
    before = [entry for entry in entries if entry.at.span.line <= line]
    if before:
        yield max(before, key=lambda entry: entry.at.span.line)


def _key_at(found: Diagnostic, entry: Entry) -> str:
    """The key in whose value a diagnostic stands."""
    line = found.place.span.line if found.place is not None else 0
    written = entry.at.written.entries
    before = [key for key, value in written.items() if value.line <= line]
    return max(before, key=lambda key: written[key].line, default="")
