"""The whole plan judged as of one day: a pure function of (Book, day, profile) (DESIGN §4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from motiontrack.assess.accounts import StepJudgement, judge_step
from motiontrack.assess.facts import Ledger
from motiontrack.assess.judge import Judgement, judge
from motiontrack.book import Book
from motiontrack.diagnostics.record import Diagnostic, Place, Severity
from motiontrack.lean import lean
from motiontrack.model.profile import Profile
from motiontrack.model.resolve import Node

__all__ = ["Assessment", "Unjudged", "assess", "faulty_items"]


@lean
class Unjudged:
    """A task with errors in its row or in what was reported of it: counted, never judged."""

    node: Node
    place: Place


@lean
class Assessment:
    """Every task of the plan, judged or listed as unjudged, and every step, as of ``day``."""

    book: Book
    day: date
    profile: Profile
    tasks: tuple[Judgement, ...]
    steps: tuple[StepJudgement, ...]
    unjudged: tuple[Unjudged, ...]


def faulty_items(diagnostics: Iterable[Diagnostic]) -> dict[str, Place]:
    """Item id -> place of its first error, for every item that an error touches."""
    faulty: dict[str, Place] = {}
    for diagnostic in diagnostics:
        if diagnostic.severity is Severity.ERROR and diagnostic.item and diagnostic.place:
            faulty.setdefault(diagnostic.item, diagnostic.place)
    return faulty


def assess(book: Book, day: date, profile: Profile, faulty: Mapping[str, Place]) -> Assessment:
    """``book`` as of ``day``; the items in ``faulty`` leave their task unjudged."""
    ledger = Ledger(book)
    tasks: list[Judgement] = []
    unjudged: list[Unjudged] = []
    by_task = {
        (book.nodes[item].task if item in book.nodes else item): place
        for item, place in reversed([*faulty.items()])
    }
    seen: set[str] = set()
    for node in book.tasks:
        place = by_task.get(node.id) or _unreadable(node, seen)
        if place is not None:
            unjudged.append(Unjudged(node, place))
        else:
            tasks.append(judge(node, ledger, day, profile))
        seen.add(node.id)
    steps = tuple(judge_step(step, span.phase.id, ledger, day) for span in book.phases for step in span.steps)
    return Assessment(book, day, profile, tuple(tasks), steps, tuple(unjudged))


def _unreadable(node: Node, seen: set[str]) -> Place | None:
    """The place of a row that cannot be judged whatever else holds: no id, a doubled id, no deadline."""
    if not node.id or node.id in seen:
        return node.item.at.place()
    undated = next((leaf for leaf in _leaves(node) if leaf.due is None and not leaf.standing), None)
    return undated.due_place if undated else None


def _leaves(node: Node) -> Iterator[Node]:
    if not node.parts:
        yield node
    for part in node.parts:
        yield from _leaves(part)
