"""MT5: figures that disagree, main text against annex; and wording that does."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from motiontrack.book import Book
from motiontrack.diagnostics.record import Diagnostic, Note, fault
from motiontrack.model.chinese_numbers import tidy
from motiontrack.model.items import Target
from motiontrack.model.plan import Discrepancy
from motiontrack.rules.walk import below, plan_nodes, target_index, targeted

__all__ = [
    "Disagreement",
    "disagreements",
    "figures_disagree",
    "measures_differ",
    "range_backwards",
    "stage_shares",
    "wording_disagrees",
]

_ALL = Decimal(100)


def figures_disagree(book: Book) -> Iterator[Diagnostic]:
    """MT501: a target and the one it restates have different figures, and nobody has ruled.

    Why: a unit that meets one may miss the other; the document must be settled by whoever issued
    it, never by this tool. One diagnostic for each target restated, however many restate it.

    Bad: the main text says 2~3个 and the annex 各2个. Good: the same figures, or under
    ``discrepancies`` a ``kind: figure`` between the two, with a ``ruling``.
    """
    for each in disagreements(book):
        yield fault(
            "MT501",
            each.target.at.place("words"),
            id=each.owner,
            words=each.target.words,
            other=each.other,
            other_words=each.stated.words,
            related=((Note.OTHER_HERE, each.stated.at.place("words")),),
        )


class Disagreement(NamedTuple):
    """``target`` of ``owner`` has other figures than ``stated`` of ``other``, which it restates."""

    owner: str
    target: Target
    other: str
    stated: Target


def disagreements(book: Book) -> Iterator[Disagreement]:
    """Each target whose figures a record restates differently, once a record, unless it is ruled on."""
    index = target_index(book)
    ruled = [{*each.between} for each in book.file.discrepancies if each.kind == "figure" and _is_ruled(each)]
    for owner, targets in targeted(book):
        told: set[str] = set()
        for target in targets:
            stated = index.get(target.restates or "")
            if stated is None or target.restates is None or target.restates in told:
                continue
            other = target.restates.split("/")[0]
            if any({owner.id, other} <= between for between in ruled):
                continue
            if (target.at_least, target.at_most) != (stated.at_least, stated.at_most):
                told.add(target.restates)
                yield Disagreement(owner.id, target, other, stated)


def measures_differ(book: Book) -> Iterator[Diagnostic]:
    """MT507: one target is counted in two measures: where it is restated, or in a stage or part of it.

    Why: figures of 家 and 个, of % and 个百分点, of 万元 and 亿元 cannot be compared, and are. A
    difference that is transcribed under ``discrepancies`` is told there.

    Bad: ``measure: 亿元`` in the task and ``measure: 万元`` in its stage. Good: 万元 in both.
    """
    index = target_index(book)
    told = [{*each.between} for each in book.file.discrepancies]
    for owner, targets in targeted(book):
        for target in targets:
            stated = index.get(target.restates or "")
            other = (target.restates or "").split("/")[0]
            if stated is not None and not any({owner.id, other} <= between for between in told):
                yield from _measured(owner.id, target, other, stated)
    for whole, node in below(book):
        above = {target.id: target for target in whole.item.targets} if node.item.targets else {}
        for target in node.item.targets:
            if target.id in above and not any({node.id, whole.id} <= between for between in told):
                yield from _measured(node.id, target, whole.id, above[target.id])


def _measured(owner: str, target: Target, other: str, stated: Target) -> Iterator[Diagnostic]:
    if target.measure and stated.measure and tidy(target.measure) != tidy(stated.measure):
        yield fault(
            "MT507",
            target.at.place("measure"),
            related=((Note.OTHER_HERE, stated.at.place("measure")),),
            id=owner,
            target=target.id,
            measure=target.measure,
            other=other,
            other_measure=stated.measure,
        )


def range_backwards(book: Book) -> Iterator[Diagnostic]:
    """MT503: ``at_least`` is greater than ``at_most``.

    Why: no figure could meet it.

    Bad: ``at_least: 3`` with ``at_most: 2``. Good: ``at_least: 2`` with ``at_most: 3``.
    """
    for owner, targets in targeted(book):
        for target in targets:
            if (
                target.at_least is not None
                and target.at_most is not None
                and target.at_least > target.at_most
            ):
                yield fault(
                    "MT503",
                    target.at.place("at_least"),
                    item=owner.id,
                    low=str(target.at_least),
                    high=str(target.at_most),
                )


def stage_shares(book: Book) -> Iterator[Diagnostic]:
    """MT504, MT505: the percents of an item's stages add up to more than 100, or to less.

    Why: with more, a task that is done would be behind; with less, the end is expected of nobody.

    Bad: stages with ``percent: 80`` and ``percent: 90``. Good: 40 and 60.
    """
    rows = [(node.id, node.stages) for node in plan_nodes(book)]
    rows += [(plan.task, plan.stages) for plan in book.schedules]
    for name, stages in rows:
        given = [stage.item for stage in stages if stage.item.percent is not None]
        total = sum((item.percent or Decimal(0) for item in given), Decimal(0))
        if not given or total == _ALL:
            continue
        place = given[0].at.place("percent")
        if total > _ALL:
            yield fault("MT504", place, item=name, id=name, total=f"{total:f}")
        else:
            yield fault("MT505", place, id=name, total=f"{total:f}")


def wording_disagrees(book: Book) -> Iterator[Diagnostic]:
    """MT502: a contradiction transcribed under ``discrepancies`` has no ruling yet.

    Why: papers must print 待明确 until somebody with the right to do so has settled it.

    Bad: ``text: 正文作“产业”，附件作“行业”`` alone. Good: with ``ruling: {by: …, text: …}``.
    """
    computed = {frozenset((each.owner, each.other)) for each in disagreements(book)}
    for discrepancy in book.file.discrepancies:
        # What is found by comparing figures has been told there (MT501).
        told = discrepancy.kind == "figure" and frozenset(discrepancy.between) in computed
        if not told and not _is_ruled(discrepancy) and discrepancy.text:
            yield fault(
                "MT502",
                discrepancy.at.place("text"),
                id=discrepancy.id,
                between="、".join(discrepancy.between),
                difference=discrepancy.text,
            )


def _is_ruled(discrepancy: Discrepancy) -> bool:
    """True if a ruling says something; an empty one settles nothing."""
    return discrepancy.ruling is not None and bool(discrepancy.ruling.text)
