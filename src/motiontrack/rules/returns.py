"""MT4, returns: what one entry says, by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from motiontrack.book import DECISIONS, Book
from motiontrack.diagnostics.record import Diagnostic, Note, fault
from motiontrack.model.bounds import is_high, is_met
from motiontrack.model.fields import Choice, describe
from motiontrack.model.resolve import Kind
from motiontrack.model.returns import Entry
from motiontrack.rules.history import returned

__all__ = [
    "day_without_done",
    "done_with_target_short",
    "done_without_day",
    "done_without_evidence",
    "full_but_not_done",
    "month_and_file_differ",
    "return_for_a_step",
    "return_for_a_whole",
    "state_and_progress_disagree",
    "unit_not_responsible",
]


def month_and_file_differ(book: Book) -> Iterator[Diagnostic]:
    """MT401: ``month`` in a file of returns is not the month in the file's name.

    Why: the figures would count for the wrong month.

    Bad: ``month: 2010-08`` in ``returns/2010-07.yaml``. Good: ``month: 2010-07``.
    """
    for file in book.return_files:
        named = file.at.file.removeprefix("returns/").removesuffix(".yaml")
        if file.month and file.month != named:
            place = file.at.place("month")
            yield fault("MT401", place, month=file.month, named=named, file=file.at.file)


def done_without_day(book: Book) -> Iterator[Diagnostic]:
    """MT402: a return says done and not on which day.

    Why: early, on time or late is judged by that day.

    Bad: ``state: done`` alone. Good: ``state: done`` with ``done_on: 2010-06-28``.
    """
    for month in returned(book):
        entry = month.entry
        if entry.state == "done" and entry.lacks("done_on"):
            yield fault("MT402", entry.at.place("state"), item=entry.task, id=entry.task)


def day_without_done(book: Book) -> Iterator[Diagnostic]:
    """MT442: a return gives the day it was done and does not say that it is done.

    Why: it stays in progress and becomes overdue, while the unit believes to have reported it done.

    Bad: ``done_on: 2010-06-28`` alone, or with ``state: in-progress``. Good: with ``state: done``; a day
    that is only expected goes under ``forecast``.
    """
    for month in returned(book):
        entry = month.entry
        if entry.done_on is not None and entry.state != "done" and "state" not in entry.at.broken:
            yield fault(
                "MT442",
                entry.at.place("done_on"),
                item=entry.task,
                id=entry.task,
                day=entry.done_on.isoformat(),
            )


def done_without_evidence(book: Book) -> Iterator[Diagnostic]:
    """MT430: a return says that a task or part is done and names no evidence.

    Why: whoever closes it has nothing to check, and must ask the unit again.

    Bad: ``state: done`` with ``done_on`` alone. Good: with ``evidence: 验收单``. Stages need none.
    """
    for month in returned(book):
        entry = month.entry
        node = book.nodes.get(entry.task)
        if node is None or node.kind not in (Kind.TASK, Kind.PART) or node.parts:
            continue
        if entry.state == "done" and entry.lacks("evidence"):
            yield fault("MT430", entry.at.place("state"), id=node.id)


def state_and_progress_disagree(book: Book) -> Iterator[Diagnostic]:
    """MT443: not started with progress above 0, or done with progress below 100.

    Why: one of the two is a slip, and the light follows the state.

    Bad: ``state: done`` with ``progress: 80``. Good: ``progress: 100``, or ``state: in-progress``.
    """
    for month in returned(book):
        entry = month.entry
        if entry.progress is None:
            continue
        begun = entry.state == "not-started" and entry.progress > 0
        short = entry.state == "done" and entry.progress < 100  # noqa: PLR2004 - percent
        if entry.state and (begun or short):
            yield fault(
                "MT443",
                entry.at.place("progress"),
                id=entry.task,
                state_zh=_named(entry.state),
                state_en=entry.state,
                progress=f"{entry.progress:f}",
                related=((Note.OTHER_HERE, entry.at.place("state")),),
            )


def _named(state: str) -> str:
    """What offices call a state."""
    shape = describe(Entry)["state"][1].shape
    return dict(zip(shape.words, shape.named, strict=True))[state] if isinstance(shape, Choice) else state


def progress_under_one(book: Book) -> Iterator[Diagnostic]:
    """MT444: progress is above 0 and less than 1 percent.

    Why: where a spreadsheet shows 30% it holds 0.3; judged as three tenths of a percent, the task would
    be far behind.

    Bad: ``progress: 0.3`` for 30%. Good: ``progress: 30``.
    """
    for month in returned(book):
        entry = month.entry
        if entry.progress is not None and 0 < entry.progress < 1:
            yield fault(
                "MT444",
                entry.at.place("progress"),
                id=entry.task,
                progress=f"{entry.progress:f}",
                meant=f"{(entry.progress * 100).normalize():f}",
            )


def full_but_not_done(book: Book) -> Iterator[Diagnostic]:
    """MT403: progress is 100 or more and the state is not done.

    Why: 100 alone does not say the work is finished and accepted; the task stays open.

    Bad: ``progress: 100`` alone. Good: with ``state: done`` and ``done_on``.
    """
    for month in returned(book):
        entry = month.entry
        if entry.progress is not None and entry.progress >= 100 and entry.state != "done":  # noqa: PLR2004 - percent
            place = entry.at.place("progress")
            yield fault("MT403", place, id=entry.task, progress=str(entry.progress))


def unit_not_responsible(book: Book) -> Iterator[Diagnostic]:
    """MT404: a return comes from a unit that neither leads, does nor supports the item.

    Why: figures from the wrong unit would be judged as the owner's. A step of a phase may be
    reported by anyone where the document names no unit for it.

    Bad: ``unit: 财政局`` for a task of 国土局. Good: ``unit: 国土局``, or leave it out.
    """
    if DECISIONS in book.unread:  # it may have been reassigned there
        return
    moved: dict[str, set[str]] = defaultdict(set)
    for decision in book.decisions:
        if decision.kind == "reassign":
            moved[decision.item].update(book.unit_id(name) for name in decision.to)
    for month in returned(book):
        entry = month.entry
        node = book.nodes.get(entry.task)
        if node is None or not entry.unit or entry.unit not in book.names:
            continue
        allowed = {*node.lead, *node.does, *node.support, *moved[node.id], *moved[node.task]}
        if node.kind is Kind.STEP and not allowed:
            continue
        if book.unit_id(entry.unit) not in allowed:
            place = entry.at.place("unit")
            yield fault(
                "MT404", place, item=entry.task, id=node.id, unit=entry.unit, units="、".join(node.lead)
            )


def return_for_a_step(book: Book) -> Iterator[Diagnostic]:
    """MT407: a return is about a step of a phase.

    Why: a step is done by a decision of the office that took it; the return would change nothing.

    Bad: ``task: S4`` in a file of returns. Good: ``{kind: step-done, item: S4, on: 2010-07-28}`` in
    ``decisions.yaml``.
    """
    for month in returned(book):
        node = book.nodes.get(month.entry.task)
        if node is not None and node.kind is Kind.STEP:
            yield fault("MT407", month.entry.at.place("task"), item=node.id, id=node.id)


def return_for_a_whole(book: Book) -> Iterator[Diagnostic]:
    """MT410: a return gives the state or the progress of an item that has parts.

    Why: an item with parts stands where its parts stand; what is reported of the whole changes nothing.

    Bad: ``{task: T05, progress: 60}`` where T05 has the parts T05a and T05b. Good: an entry for each part.
    """
    for month in returned(book):
        node = book.nodes.get(month.entry.task)
        said = [name for name in ("state", "progress") if getattr(month.entry, name) is not None]
        if node is not None and node.parts and said:
            parts = "、".join(part.id for part in node.parts)
            yield fault("MT410", month.entry.at.place(said[0]), id=node.id, units=parts)


def done_with_target_short(book: Book) -> Iterator[Diagnostic]:
    """MT411: a return says done and reports less than a target asks for, or more than a level may be.

    Why: it would be closed as done with the figure unmet, and nobody told.

    Bad: ``state: done`` with ``targets: {培训: 480}`` where the plan asks for 500. Good: 500, or the
    state left in progress.
    """
    for month in returned(book):
        entry = month.entry
        node = book.nodes.get(entry.task)
        if entry.state != "done" or node is None:
            continue
        for target in node.item.targets:
            value = entry.targets.get(target.id)
            if value is not None and not is_met(target, value):
                yield fault(
                    "MT411",
                    entry.at.place("targets"),
                    id=node.id,
                    words=target.words,
                    wanted=str(target.at_most if is_high(target, value) else target.at_least),
                    value=str(value),
                )
