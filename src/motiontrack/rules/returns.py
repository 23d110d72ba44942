"""MT4: returns and decisions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from motiontrack.book import Book
from motiontrack.diagnostics.record import Diagnostic, fault
from motiontrack.model.fields import describe
from motiontrack.model.registers import Decision
from motiontrack.model.resolve import Kind

__all__ = [
    "closed_without_a_claim",
    "day_after_receipt",
    "decision_lacks_field",
    "done_with_target_short",
    "done_without_day",
    "full_but_not_done",
    "month_and_file_differ",
    "return_before_its_month",
    "return_for_a_step",
    "return_for_a_whole",
    "step_done_without_a_step",
    "unit_not_responsible",
]

#: What a kind of decision needs to change anything.
_NEEDS = {"extend": "due", "reassign": "to"}


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
    for month in book.returns:
        entry = month.entry
        if entry.state == "done" and entry.lacks("done_on"):
            yield fault("MT402", entry.at.place("state"), item=entry.task, id=entry.task)


def full_but_not_done(book: Book) -> Iterator[Diagnostic]:
    """MT403: progress is 100 or more and the state is not done.

    Why: 100 alone does not say the work is finished and accepted; the task stays open.

    Bad: ``progress: 100`` alone. Good: with ``state: done`` and ``done_on``.
    """
    for month in book.returns:
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
    moved: dict[str, set[str]] = defaultdict(set)
    for decision in book.decisions:
        if decision.kind == "reassign":
            moved[decision.item].update(book.unit_id(name) for name in decision.to)
    for month in book.returns:
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


def decision_lacks_field(book: Book) -> Iterator[Diagnostic]:
    """MT405: a decision lacks what it decides: an extension its new deadline, a reassignment its unit.

    Why: it would change nothing, silently.

    Bad: ``kind: extend`` without ``due``. Good: ``due: 2010-09-30`` beside it.
    """
    described = describe(Decision)
    for decision in book.decisions:
        name = _NEEDS.get(decision.kind)
        if name and decision.lacks(name):
            label = described[name][1]
            yield fault(
                "MT405",
                decision.at.place("kind"),
                item=decision.item,
                kind=decision.kind,
                key=name,
                label_zh=label.label_zh,
                label_en=label.label_en,
            )


def day_after_receipt(book: Book) -> Iterator[Diagnostic]:
    """MT406: a return speaks of a day after it was received: ``done_on`` or ``as_of``.

    Why: nobody can report what has not happened yet; one of the dates is a slip.

    Bad: ``received: 2010-06-25`` with ``done_on: 2010-06-30``. Good: ``done_on: 2010-06-24``.
    """
    for month in book.returns:
        entry = month.entry
        for name in ("done_on", "as_of"):
            day = getattr(entry, name)
            if day is not None and entry.received is not None and day > entry.received:
                yield fault(
                    "MT406",
                    entry.at.place(name),
                    item=entry.task,
                    key=name,
                    day=day.isoformat(),
                    received=entry.received.isoformat(),
                )


def return_for_a_step(book: Book) -> Iterator[Diagnostic]:
    """MT407: a return is about a step of a phase.

    Why: a step is done by a decision of the office that took it; the return would change nothing.

    Bad: ``task: S4`` in a file of returns. Good: ``{kind: step-done, item: S4, on: 2010-07-28}`` in
    ``decisions.yaml``.
    """
    for month in book.returns:
        node = book.nodes.get(month.entry.task)
        if node is not None and node.kind is Kind.STEP:
            yield fault("MT407", month.entry.at.place("task"), item=node.id, id=node.id)


def step_done_without_a_step(book: Book) -> Iterator[Diagnostic]:
    """MT408: a ``step-done`` decision is about something that is no step of a phase.

    Why: it would change nothing, silently; a task is closed by ``close``.

    Bad: ``{kind: step-done, item: T05, on: 2010-10-20}``. Good: ``{kind: close, item: T05, …}``.
    """
    for decision in book.decisions:
        node = book.nodes.get(decision.item)
        if decision.kind == "step-done" and node is not None and node.kind is not Kind.STEP:
            yield fault("MT408", decision.at.place("item"), item=node.id, id=node.id)


def return_before_its_month(book: Book) -> Iterator[Diagnostic]:
    """MT409: a return was received before the month it is about had begun.

    Why: nothing can be reported of days still ahead, and it would stand above every return of the
    months between; the month or the day is a slip.

    Bad: ``received: 2010-07-24`` in ``returns/2010-09.yaml``. Good: in ``returns/2010-07.yaml``.
    """
    for month in book.returns:
        received = month.entry.received
        if received is not None and f"{received:%Y-%m}" < month.month:
            yield fault(
                "MT409",
                month.entry.at.place("received"),
                item=month.entry.task,
                month=month.month,
                received=received.isoformat(),
            )


def return_for_a_whole(book: Book) -> Iterator[Diagnostic]:
    """MT410: a return gives the state or the progress of an item that has parts.

    Why: an item with parts stands where its parts stand; what is reported of the whole changes nothing.

    Bad: ``{task: T05, progress: 60}`` where T05 has the parts T05a and T05b. Good: an entry for each part.
    """
    for month in book.returns:
        node = book.nodes.get(month.entry.task)
        said = [name for name in ("state", "progress") if getattr(month.entry, name) is not None]
        if node is not None and node.parts and said:
            parts = "、".join(part.id for part in node.parts)
            yield fault("MT410", month.entry.at.place(said[0]), id=node.id, units=parts)


def done_with_target_short(book: Book) -> Iterator[Diagnostic]:
    """MT411: a return says done and reports less than a target asks for.

    Why: it would be closed as done with the figure unmet, and nobody told.

    Bad: ``state: done`` with ``targets: {培训: 480}`` where the plan asks for 500. Good: 500, or the
    state left in progress.
    """
    for month in book.returns:
        entry = month.entry
        node = book.nodes.get(entry.task)
        if entry.state != "done" or node is None:
            continue
        for target in node.item.targets:
            value = entry.targets.get(target.id)
            if value is not None and target.at_least is not None and value < target.at_least:
                yield fault(
                    "MT411",
                    entry.at.place("targets"),
                    id=node.id,
                    words=target.words,
                    wanted=str(target.at_least),
                    value=str(value),
                )


def closed_without_a_claim(book: Book) -> Iterator[Diagnostic]:
    """MT412: a task is closed that no return has said is done.

    Why: it would show as done from the day it is closed, on nobody's word; often the id is a slip.

    Bad: ``{kind: close, item: T03, on: 2010-10-20}`` with no return for T03 that says done. Good: a
    return with ``state: done`` and ``done_on`` first.
    """
    claimed = {month.entry.task for month in book.returns if month.entry.state == "done"}
    for decision in book.decisions:
        node = book.nodes.get(decision.item)
        if decision.kind != "close" or decision.on is None or node is None or node.kind is Kind.STEP:
            continue
        wanted = {part.id for part in node.parts} or {node.id}
        if not wanted & claimed:
            yield fault("MT412", decision.at.place("item"), id=node.id)
