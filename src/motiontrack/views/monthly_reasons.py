"""The reasons of a light as a circular says them: to readers who have no ids, and no sentence twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from motiontrack.assess.causes import Cause, Code
from motiontrack.assess.judge import Judgement
from motiontrack.language.catalogue import Catalogue
from motiontrack.views.paper_words import called, said_by
from motiontrack.views.sentences import cause_sentence

__all__ = ["in_words", "reasons_told"]

#: What is due soon has a section of its own.
_ELSEWHERE = frozenset((Code.DUE_SOON,))
#: A cause that says no more than one of those that stand for it, where there is one.
_SAID_BY = {Code.PHASE_SHORT: {Code.BEHIND, Code.UNREPORTED}, Code.STALE: {Code.UNREPORTED}}
#: Figures that are somebody's words, which end where the sentence round them goes on.
_WORDS = frozenset(("text", "problems", "coordinate", "reason", "words"))


def reasons_told(task: Judgement, catalogue: Catalogue, year: int) -> tuple[str, ...]:
    """Each reason as a sentence without its end, those of one part in one; days of ``year`` go without it."""
    parts = {leaf.node.id: leaf for leaf in task.leaves}
    told = []
    for item, causes in groupby(_kept(task.causes), key=lambda cause: cause.item):
        of = parts.get(item, task)
        said = [cause_sentence(_as_said(cause), catalogue, year) for cause in causes]
        told += said if of is task else [_of_part(of, task, said, catalogue)]
    return tuple(told)


def _kept(causes: Sequence[Cause]) -> Iterator[Cause]:
    codes: dict[str, set[Code]] = {}
    for cause in causes:
        codes.setdefault(cause.item, set()).add(cause.code)
    for cause in causes:
        if cause.code not in _ELSEWHERE and not codes[cause.item] & _SAID_BY.get(cause.code, set()):
            yield cause


def _of_part(part: Judgement, task: Judgement, said: Sequence[str], catalogue: Catalogue) -> str:
    key = "cause.of-part" if part.lead == task.lead else "cause.of-part.unit"
    return catalogue.word(
        key,
        part=called(part.node.item.text),
        unit=catalogue.word("join").join(part.lead),
        said=catalogue.word("pause").join(said),
    )


def in_words(cause: Cause) -> Cause:
    """``cause`` with somebody's words as they stand inside a sentence."""
    figures = (
        (name, said_by(str(value)) if value and name in _WORDS else value) for name, value in cause.figures
    )
    return replace(cause, figures=tuple(figures))


def _as_said(cause: Cause) -> Cause:
    """``cause`` without ids; what is asked to be coordinated stands in a section of its own."""
    figures = dict(in_words(cause).figures)
    if "finding" in figures:
        figures["finding"] = None
    if figures.get("coordinate"):
        figures |= {"coordinate": None, "asks": 1}
    return replace(cause, figures=tuple(figures.items()))
