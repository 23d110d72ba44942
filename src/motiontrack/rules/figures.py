"""MT5: figures of stages and parts against those of the whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import accumulate, pairwise
from typing import NamedTuple

from motiontrack.book import Book
from motiontrack.diagnostics.record import Diagnostic, Note, fault
from motiontrack.model.items import Target
from motiontrack.model.resolve import Node
from motiontrack.rules.walk import plan_nodes, plans_in_force

__all__ = ["last_stage_short", "parts_do_not_add_up", "stage_figures_fall"]


def parts_do_not_add_up(book: Book) -> Iterator[Diagnostic]:
    """MT508: the parts' figures for a total make less than the whole's.

    Why: every part could be met and the whole be short, or one figure was copied wrongly. Only totals
    are added, never levels, rates or ranges, and only if every part has a figure. Parts may well make
    more: what is asked for is at least so much, and each is given some more to be on the safe side.

    Bad: ``at_least: 10`` over parts with 4 and 5. Good: 4 and 6.
    """
    told = [{*each.between} for each in book.file.discrepancies]
    for node in plan_nodes(book):
        for target in node.item.targets if node.parts else ():
            if target.kind != "total" or target.at_least is None or target.at_most is not None:
                continue
            rows = [(part.id, _same(part, target)) for part in node.parts]
            given = [(name, each) for name, each in rows if each is not None and each.at_least is not None]
            if len(given) < len(rows) or any(not _can_be_added(each, target) for _, each in given):
                continue
            if any(node.id in between and between & {name for name, _ in given} for between in told):
                continue  # transcribed, and told of there
            total = sum((each.at_least or Decimal(0) for _, each in given), Decimal(0))
            if total < target.at_least:
                yield fault(
                    "MT508",
                    target.at.place("at_least"),
                    related=((Note.OTHER_HERE, given[0][1].at.place("at_least")),),
                    id=node.id,
                    target=target.id,
                    whole=f"{target.at_least:f}",
                    total=f"{total:f}",
                    units="、".join(f"{name} {each.at_least:f}" for name, each in given),
                )


def _same(node: Node, target: Target) -> Target | None:
    return next((each for each in node.item.targets if each.id == target.id), None)


def _can_be_added(part: Target, whole: Target) -> bool:
    return (
        part.kind in (None, "total")
        and part.at_most is None
        and (part.measure is None or whole.measure is None or part.measure == whole.measure)
    )


class _Figure(NamedTuple):
    """What one stage asks for of a target."""

    stage: Node
    target: Target
    value: Decimal


class _Row(NamedTuple):
    """What stages give for one total of their task, in the order they are due."""

    whole: Node
    target: Target | None
    figures: tuple[_Figure, ...]

    @property
    def wanted(self) -> Decimal | None:
        """What the task itself asks for."""
        return self.target.at_least if self.target is not None else None

    @property
    def falls(self) -> tuple[_Figure, _Figure] | None:
        """The first two that stand beside each other and of which the later is less."""
        return next(((one, two) for one, two in pairwise(self.figures) if two.value < one.value), None)

    @property
    def running(self) -> str:
        """The running totals, if the figures, taken as additions, make the whole: then these were typed."""
        totals = list(accumulate(each.value for each in self.figures))
        return "、".join(f"{each:f}" for each in totals) if totals[1:] and totals[-1] == self.wanted else ""


def stage_figures_fall(book: Book) -> Iterator[Diagnostic]:
    """MT509: a later stage asks for less of a total than an earlier one.

    Why: figures are running totals; judged by these, a task that is in time would be behind. Often
    what each stage adds was typed.

    Bad: ``at_least: 4`` by June and ``at_least: 3`` by September. Good: 4 and 7.
    """
    for row in _rows(book):
        if row.falls is None:
            continue
        before, after = row.falls
        yield fault(
            "MT509",
            after.target.at.place("at_least"),
            related=((Note.OTHER_HERE, before.target.at.place("at_least")),),
            id=after.stage.id,
            target=after.target.id,
            figure=f"{after.value:f}",
            before=f"{before.value:f}",
            running=row.running,
        )


def last_stage_short(book: Book) -> Iterator[Diagnostic]:
    """MT510: the stage due with the task, the last, asks for less than the task's own target.

    Why: a unit that keeps to its plan would miss the target, and be told so only after the deadline.
    Often what each stage adds was typed; figures are running totals. Stages that end before the
    task may leave the rest to its deadline.

    Bad: stages with 4 and 6 where the task asks for 10. Good: 4 and 10.
    """
    for row in _rows(book):
        last = row.figures[-1]
        if row.target is None or row.wanted is None or last.value >= row.wanted or row.falls:
            continue
        if row.running or _ends(row.whole, last.stage):
            yield fault(
                "MT510",
                last.target.at.place("at_least"),
                related=((Note.OTHER_HERE, row.target.at.place("at_least")),),
                id=last.stage.id,
                task=row.whole.id,
                target=last.target.id,
                figure=f"{last.value:f}",
                least=f"{row.wanted:f}",
                running=row.running,
            )


def _ends(whole: Node, stage: Node) -> bool:
    return whole.due is not None and stage.due is not None and stage.due.named >= whole.due.named


def _rows(book: Book) -> Iterator[_Row]:
    """For each item with stages, and each total that they give figures for.

    Of the units' own plans only the latest: what it superseded was answered for in its time.
    """
    for node in plan_nodes(book):
        if node.stages:
            yield from _rows_of(node, node.stages)
    for plan in plans_in_force(book):
        whole = book.nodes.get(plan.task)
        if whole is not None:
            yield from _rows_of(whole, plan.stages)


def _rows_of(whole: Node, stages: tuple[Node, ...]) -> Iterator[_Row]:
    own = {target.id: target for target in whole.item.targets}
    found: dict[str, list[_Figure]] = {}
    for stage in sorted(stages, key=lambda each: each.due.named if each.due else date.max):
        for target in stage.item.targets:
            if target.id and target.at_least is not None:
                found.setdefault(target.id, []).append(_Figure(stage, target, target.at_least))
    for name, figures in found.items():
        final = own.get(name)
        kinds = {each.target.kind for each in figures} | {final.kind if final else None}
        if kinds - {None} == {"total"}:
            yield _Row(whole, final, tuple(figures))
