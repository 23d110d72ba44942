"""A task as a row of a table tells it: in the annex of the circular and on its unit's sheet."""

from __future__ import annotations

from motiontrack.assess.causes import Code
from motiontrack.assess.judge import Judgement
from motiontrack.language.catalogue import Catalogue
from motiontrack.lean import lean
from motiontrack.views.paper import PaperView
from motiontrack.views.sentences import cause_sentence
from motiontrack.views.told import TaskTold

__all__ = ["AnnexRow", "annex_row"]


@lean
class AnnexRow:
    """A task in the annex, or a part of one.

    ``work`` is what its last return tells, if that is of the latest month; ``back`` says that it was
    sent back.
    """

    told: TaskTold
    work: str
    back: str
    parts: tuple[AnnexRow, ...]


def annex_row(told: TaskTold, item: Judgement, paper: PaperView, catalogue: Catalogue) -> AnnexRow:
    """The row of ``item``, of which ``told`` tells."""
    own = (cause for cause in item.causes if cause.code is Code.SENT_BACK and cause.item == item.node.id)
    return AnnexRow(
        told=told,
        work=_work(told, paper),
        back=next((cause_sentence(cause, catalogue, paper.year) for cause in own), ""),
        parts=tuple(
            annex_row(part, judged, paper, catalogue)
            for part, judged in zip(told.parts, item.parts, strict=True)
        ),
    )


def _work(told: TaskTold, paper: PaperView) -> str:
    last = told.task.last_return
    latest = paper.returns.month if paper.returns else ""
    return told.work if last is not None and last.month >= latest else ""
