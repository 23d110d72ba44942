"""The whole plan judged as of one day: a pure function of (Book, day, profile) (DESIGN §4)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from motiontrack.assess.accounts import StepJudgement, judge_step
from motiontrack.assess.facts import Ledger
from motiontrack.assess.judge import Judgement, judge
from motiontrack.book import Book, leaves
from motiontrack.diagnostics.record import Place
from motiontrack.lean import lean
from motiontrack.model.profile import Profile
from motiontrack.model.resolve import Kind, Node

__all__ = ["Assessment", "Unjudged", "assess"]


@lean
class Unjudged:
    """A task or step with errors in its row or in what was reported of it: listed, never judged."""

    node: Node
    place: Place

    @property
    def is_task(self) -> bool:
        """True for a task, which counts in the total; false for a step."""
        return self.node.kind is Kind.TASK


@lean
class Assessment:
    """Every task of the plan, judged or listed as unjudged, and every step, as of ``day``.

    ``ledger`` holds the facts by item that they were judged on.
    """

    book: Book
    ledger: Ledger
    day: date
    profile: Profile
    tasks: tuple[Judgement, ...]
    steps: tuple[StepJudgement, ...]
    unjudged: tuple[Unjudged, ...]


def assess(book: Book, day: date, profile: Profile, faulty: Mapping[str, Place]) -> Assessment:
    """``book`` as of ``day``; the items in ``faulty`` leave their task or step unjudged."""
    ledger = Ledger(book)
    tasks: list[Judgement] = []
    unjudged: list[Unjudged] = []
    by_task = {book.task_of(item): place for item, place in reversed([*faulty.items()])}
    seen: set[str] = set()
    for node in book.tasks:
        place = by_task.get(node.id) or _unreadable(node, seen, None)
        if place is not None:
            unjudged.append(Unjudged(node, place))
        else:
            tasks.append(judge(node, ledger, day, profile))
        seen.add(node.id)
    steps: list[StepJudgement] = []
    for span in book.phases:
        for step in span.steps:
            place = by_task.get(step.id) or _unreadable(step, seen, span.phase.at.place("last"))
            if place is not None:
                unjudged.append(Unjudged(step, place))
            else:
                steps.append(judge_step(step, span.phase.id, ledger, day))
            seen.add(step.id)
    return Assessment(book, ledger, day, profile, tuple(tasks), tuple(steps), tuple(unjudged))


def _unreadable(node: Node, seen: set[str], closes: Place | None) -> Place | None:
    """The place of what keeps a row from being judged whatever else holds.

    No id or a doubled one, a field that could not be read here or above, no deadline; ``closes`` is
    where the day stands that would stand in for one.
    """
    if not node.id or node.id in seen:
        return node.item.at.place()
    for leaf in leaves((node,)):
        if leaf.unread:
            return next(iter(leaf.unread.values()))
        if leaf.due is None and not leaf.standing:
            return closes or leaf.due_place
    return None
