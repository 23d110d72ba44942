"""What a draft says of itself: that it is one, and what is wrong in the data it was made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from motiontrack.assess.assessment import Assessment
from motiontrack.diagnostics.record import Diagnostic
from motiontrack.language.catalogue import Catalogue
from motiontrack.lean import lean

__all__ = ["DraftView", "build_draft", "faulty_files"]


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
        tasks = [row for row in assessment.unjudged if row.is_task]
        if tasks:
            join = catalogue.word("list.joint")
            names = (row.node.id or catalogue.word("draft.line", line=row.place.span.line) for row in tasks)
            text += catalogue.word("draft.unjudged", count=len(tasks), tasks=join.join(names))
    return DraftView(catalogue.word("draft.stamp"), text)


def faulty_files(errors: Iterable[Diagnostic], catalogue: Catalogue) -> str:
    """How many errors each file has, the worst first."""
    files = Counter[str]()
    for each in errors:
        files[each.place.file if each.place else ""] += 1 + each.more
    said = (catalogue.word("draft.file", file=file, count=count) for file, count in files.most_common())
    return catalogue.word("list.joint").join(said)
