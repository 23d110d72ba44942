"""What a draft says of itself: that it is one, and what is wrong in the data it was made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from motiontrack.assess.assessment import Assessment
from motiontrack.diagnostics.record import Diagnostic
from motiontrack.language.catalogue import Catalogue
from motiontrack.lean import lean
from motiontrack.views.paper import UnjudgedTask, unjudged_tasks

__all__ = ["DraftView", "build_draft", "faulty_files"]

#: No more are named; what is left out is said.
_MOST = 12


@lean
class DraftView:
    """``stamp`` stands on every sheet that is printed, ``text`` on the first."""

    stamp: str
    text: str


def build_draft(errors: Iterable[Diagnostic], assessment: Assessment, catalogue: Catalogue) -> DraftView:
    """The stamp of a draft; ``catalogue`` has the words of papers."""
    errors = tuple(errors)
    text = catalogue.word("draft.plain")
    if errors:
        count = sum(1 + each.more for each in errors)
        text = catalogue.word("draft.faulty", count=count, files=faulty_files(errors, catalogue))
        tasks = unjudged_tasks(assessment)
        if tasks:
            names = [_name(task, catalogue) for task in tasks[:_MOST]]
            listed = catalogue.word("list.joint").join(names)
            key = "draft.unjudged" if len(tasks) <= _MOST else "draft.unjudged.more"
            text += catalogue.word(key, count=len(tasks), tasks=listed)
    return DraftView(catalogue.word("draft.stamp"), text)


def _name(task: UnjudgedTask, catalogue: Catalogue) -> str:
    """Its words, and the id by which the office finds its row."""
    if not task.name:
        return task.id or catalogue.word("draft.line", line=task.line)
    return catalogue.word("draft.task", name=task.name, id=task.id) if task.id else task.name


def faulty_files(errors: Iterable[Diagnostic], catalogue: Catalogue) -> str:
    """How many errors each file has, the worst first."""
    files = Counter[str]()
    for each in errors:
        files[each.place.file if each.place else ""] += 1 + each.more
    said = (catalogue.word("draft.file", file=file, count=count) for file, count in files.most_common())
    return catalogue.word("list.joint").join(said)
