"""What a month's form asks of one unit, and what was known before it: the same for every kind of file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from motiontrack.assess.case import Case, gather
from motiontrack.assess.facts import Ledger
from motiontrack.assess.owed import return_days
from motiontrack.book import Book, leaves
from motiontrack.exchange.identity import FormKind, Identity
from motiontrack.lean import lean
from motiontrack.model.bounds import has_bound
from motiontrack.model.deadline_rules import last_day
from motiontrack.model.items import Target
from motiontrack.model.profile import Profile
from motiontrack.model.resolve import Kind, Node
from motiontrack.model.vocabulary import State

__all__ = [
    "AskedFigure",
    "AskedItem",
    "AskedStage",
    "Due",
    "Form",
    "form_for",
    "identity_of",
]

_TOLD_BY_STATE = ("document", "event")


@lean
class AskedFigure:
    """A target of an item: what is asked for it, and the running total last reported."""

    target: Target
    last: Decimal | None
    last_day: date | None


@lean
class Due:
    """What falls due in the month or is past already: a stage by its words, or the item itself."""

    words: str
    day: date
    past: bool
    is_stage: bool


@lean
class AskedStage:
    """A stage that falls due and that only its unit's word can tell to be reached: it has its own row."""

    node: Node
    due: Due


@lean
class AskedItem:
    """One item of a form.

    ``falls_due`` are the stages that the item's own figures tell of, and the item itself.
    ``state`` … ``last_month`` are what was last reported, ``next`` and ``forecast`` what was promised
    with it; ``return_day`` is the day this month's return is owed.
    """

    node: Node
    return_day: date
    due: date | None
    extended: bool
    falls_due: tuple[Due, ...]
    state: State
    progress: Decimal | None
    last_month: str | None
    next: str | None
    forecast: date | None
    figures: tuple[AskedFigure, ...]
    stages: tuple[AskedStage, ...]


@lean
class Form:
    """One unit's form for one month."""

    identity: Identity
    title: str
    year: int
    items: tuple[AskedItem, ...]

    @property
    def return_days(self) -> tuple[date, ...]:
        """The days on which its returns are owed; nearly always one."""
        return tuple(sorted({item.return_day for item in self.items}))


def identity_of(book: Book, month: str, unit: str, kind: FormKind = FormKind.RETURNS) -> Identity:
    """How a form of this plan names itself: by the document's number, else by its title."""
    name = book.plan.document or book.plan.title
    return Identity(kind, month, unit, " ".join(name.split()))


def form_for(unit: str, month: str, book: Book, day: date, profile: Profile) -> Form:
    """The form of ``unit`` as it is to be sent out on ``day``; without items if nothing is asked of it."""
    ledger = Ledger(book)
    items = tuple(
        item
        for node, convener in _convened(book, ledger, day)
        if convener == unit
        for item in _asked(node, month, ledger, day, profile)
    )
    return Form(identity_of(book, month, unit), book.plan.title, book.year, items)


def _convened(book: Book, ledger: Ledger, day: date) -> Iterator[tuple[Node, str | None]]:
    return ((node, ledger.convener(node, day)) for node in leaves(book.tasks))


def _asked(node: Node, month: str, ledger: Ledger, day: date, profile: Profile) -> Iterator[AskedItem]:
    """``node`` as its form asks for it, if it is open, owes a return for ``month`` and has sent none."""
    return_day = dict(return_days(node, ledger.book)).get(month)
    if return_day is None or node.kind not in (Kind.TASK, Kind.PART):
        return
    case = gather(node, ledger, day, profile)
    if not case.state.is_open or any(each.month == month for each in case.returns):
        return
    entry = case.entry
    stages = tuple(_stages_due(case, month))
    own = [
        each
        for each in stages
        # One that another unit leads is that unit's to report: this one's word on it decides nothing.
        if _told_by_word(each.node) and ledger.convener(each.node, day) == ledger.convener(node, day)
    ]
    yield AskedItem(
        node=node,
        return_day=return_day,
        due=case.due,
        extended=case.extended_by is not None,
        falls_due=(
            *(each.due for each in stages if each not in own),
            *_item_due(case, month),
        ),
        state=case.state,
        progress=case.progress.value if case.progress else None,
        last_month=case.force.month if case.force else None,
        next=entry.next if entry else None,
        forecast=entry.forecast if entry else None,
        figures=tuple(_figure(target, case) for target in node.item.targets if _is_counted(target, case)),
        stages=tuple(own),
    )


def _is_counted(target: Target, case: Case) -> bool:
    """Whether a running total is asked for: a document that must be there is told by the item's state."""
    return target.kind not in _TOLD_BY_STATE or has_bound(target) or target.id in case.values


def _figure(target: Target, case: Case) -> AskedFigure:
    held = case.values.get(target.id)
    return AskedFigure(target, held.value if held else None, held.day if held else None)


def _stages_due(case: Case, month: str) -> Iterator[AskedStage]:
    """The stages not reached whose day is in the month or before it."""
    first, last = _days_of(month)
    for stage in case.stages:
        if stage.due is not None and stage.due.end <= last and stage.id not in case.reached:
            due = Due(stage.item.text, stage.due.end, past=stage.due.end < first, is_stage=True)
            yield AskedStage(stage, due)


def _told_by_word(stage: Node) -> bool:
    """Whether no figure of its item can tell that the stage is reached."""
    return stage.item.percent is None and not any(has_bound(target) for target in stage.item.targets)


def _item_due(case: Case, month: str) -> Iterator[Due]:
    """The item itself, if its day is in the month or before it."""
    first, last = _days_of(month)
    if case.due is not None and case.due <= last:
        yield Due(case.node.item.text, case.due, past=case.due < first, is_stage=False)


def _days_of(month: str) -> tuple[date, date]:
    year, number = (int(part) for part in month.split("-"))
    last = last_day(year, number)
    return last.replace(day=1), last
