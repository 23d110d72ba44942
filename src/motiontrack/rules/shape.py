"""MT1: what is well formed and yet read by nothing."""

from __future__ import annotations

from collections.abc import Iterator

from motiontrack.book import Book
from motiontrack.diagnostics.record import Diagnostic, fault
from motiontrack.model.decode import RECORDS
from motiontrack.model.fields import Nested, describe
from motiontrack.model.items import Item
from motiontrack.model.plan import PlanFile
from motiontrack.model.resolve import Kind
from motiontrack.near import Names
from motiontrack.rules.walk import all_items

__all__ = ["label_of_no_field", "never_judged", "percent_outside_stage"]


def percent_outside_stage(book: Book) -> Iterator[Diagnostic]:
    """MT112: ``percent`` stands on something that is no stage.

    Why: it is a stage's share of its task; tasks and parts all weigh the same, so it would be
    ignored without a word.

    Bad: parts with ``percent: 40`` and ``percent: 60``. Good: the same on ``stages``; on parts, none.
    """
    for node in all_items(book):
        if node.item.percent is not None and node.kind is not Kind.STAGE:
            yield fault("MT112", node.item.at.place("percent"), id=node.id)


def never_judged(book: Book) -> Iterator[Diagnostic]:
    """MT113: ``stages`` or ``parts`` stand where nothing judges them.

    Why: an item with parts stands where its parts stand, and a stage or a step is reached or not;
    what stands beside or below would never be late.

    Bad: a task with ``parts`` and ``stages`` of its own. Good: the ``stages`` under each part.
    """
    for node in all_items(book):
        single = node.kind in (Kind.STAGE, Kind.STEP)
        if node.stages and (single or node.parts):
            yield fault("MT113", node.item.at.place("stages"), id=node.id, key="stages")
        if node.parts and single:
            yield fault("MT113", node.item.at.place("parts"), id=node.id, key="parts")


def label_of_no_field(book: Book) -> Iterator[Diagnostic]:
    """MT114: ``plan.labels`` names a field that there is not.

    Why: the heading would be printed nowhere, and papers keep the tool's own word.

    Bad: ``labels: {deadline: 完成时限}``. Good: ``labels: {due: 完成时限}``.
    """
    if not book.plan.labels:
        return
    known = _labelled()
    names = Names(known)
    called = {each: key for key, names in known.items() for each in names}
    for name in book.plan.labels:
        if name not in known:
            place = book.plan.at.place(f"labels.{name}")
            meant = called.get(name.lower()) or names.meant(name)
            yield fault("MT114", place, key=name, suggestion=meant)


def _labelled() -> dict[str, tuple[str, ...]]:
    """Every field that a heading can be for, with what it is called: of items, and of the plan's sections."""
    known: dict[str, tuple[str, ...]] = {}
    known |= {key: (each.label_zh, each.label_en.lower()) for key, (_, each) in describe(Item).items()}
    for section, (_, described) in describe(PlanFile).items():
        if isinstance(described.shape, Nested):
            fields = describe(RECORDS[described.shape.record])
            known |= {f"{section}.{key}": (each.label_zh,) for key, (_, each) in fields.items()}
    return known
