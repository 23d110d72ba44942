"""Targets: what the words ask for, what was reported, and whether it is reached."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from motiontrack.assess.assessment import Assessment
from motiontrack.assess.case import gather
from motiontrack.assess.judge import Judgement
from motiontrack.assess.state import State
from motiontrack.lean import lean
from motiontrack.model.bounds import has_bound, is_met
from motiontrack.model.items import Target
from motiontrack.views.numbers import plain
from motiontrack.views.page_words import Speaker

__all__ = ["Figure", "TargetRow", "TargetTable", "target_table"]

_MOST_SQUARES = 10
_ROOM = Decimal("1.25")
#: What a growth is counted in, where the words do not say.
_MEASURES = {"growth": "%"}


@lean
class Figure:
    """How a target is drawn. Squares: reached, wanted, optional; else a bar, all in percent of its length."""

    squares: tuple[int, int, int] | None
    done: str
    low: str
    high: str


@lean
class TargetRow:
    """One target; ``result``: ``met``, ``short``, ``none`` (not reported) or ``open`` (no number set)."""

    task: str
    words: str
    stretch: bool
    figure: Figure | None
    value: str
    wanted: str
    result: str
    said: str
    held: str


@lean
class TargetTable:
    """The targets with a number, and those for which the plan set none."""

    numbered: tuple[TargetRow, ...]
    open: tuple[TargetRow, ...]

    def count(self, result: str) -> int:
        """How many targets with a number came out so."""
        return sum(1 for row in self.numbered if row.result == result)


def target_table(assessment: Assessment, speaker: Speaker) -> TargetTable:
    """Every target of the tasks that are judged, in the plan's order."""
    rows = [
        row
        for task in assessment.tasks
        for item in _items(task)
        if item.node.item.targets and item.state is not State.CANCELLED
        for row in _rows(item, assessment, speaker)
    ]
    return TargetTable(
        numbered=tuple(row for row in rows if row.result != "open"),
        open=tuple(row for row in rows if row.result == "open"),
    )


def _items(task: Judgement) -> Iterator[Judgement]:
    yield task
    for part in task.parts:
        yield from _items(part)


def _rows(item: Judgement, assessment: Assessment, speaker: Speaker) -> Iterator[TargetRow]:
    values = gather(item.node, assessment.ledger, assessment.day, assessment.profile).values
    for target in item.node.item.targets:
        held = values.get(target.id)
        yield _row(item, target, held.value if held else None, held.day if held else None, speaker)


def _row(
    item: Judgement, target: Target, value: Decimal | None, held: date | None, speaker: Speaker
) -> TargetRow:
    measure = target.measure or _MEASURES.get(target.kind or "", "")
    numbered = has_bound(target)
    result = (
        "open" if not numbered else "none" if value is None else "met" if is_met(target, value) else "short"
    )
    return TargetRow(
        task=f"{item.node.id}/{target.id}",
        words=target.words,
        stretch=target.stretch,
        figure=_figure(target, value) if numbered else None,
        value="" if value is None else plain(value) if numbered else f"{plain(value)}{measure}",
        wanted=_wanted(target, measure, speaker),
        result=result,
        said=_said(result, target, value, measure, speaker),
        held=speaker.say("target.held", day=speaker.day(held)) if held else "",
    )


def _wanted(target: Target, measure: str, speaker: Speaker) -> str:
    low, high = target.at_least, target.at_most
    if low is not None and high is not None and low != high:
        return speaker.say("target.range", low=plain(low), high=plain(high), measure=measure)
    if low is not None:
        return speaker.say("target.least", low=plain(low), measure=measure)
    if high is not None:
        return speaker.say("target.most", high=plain(high), measure=measure)
    return speaker.say("target.above", above=target.above) if target.above else ""


def _said(result: str, target: Target, value: Decimal | None, measure: str, speaker: Speaker) -> str:
    if result == "short" and value is not None and target.at_least is not None and value < target.at_least:
        return speaker.say("target.short-by", left=plain(target.at_least - value), measure=measure)
    if result == "open":
        return speaker.say("target.open.reported" if value is not None else "target.open")
    return speaker.say(f"target.{result}")


def _figure(target: Target, value: Decimal | None) -> Figure:
    low = target.at_least if target.at_least is not None else target.at_most or Decimal(0)
    high = target.at_most if target.at_most is not None else low
    reached = value or Decimal(0)
    if target.kind in (None, "total", "document", "event") and _countable(low, high, reached):
        squares = (int(reached), int(low), int(max(high, low)))
        return Figure(squares, "", "", "")
    whole = max(low, high, reached) * _ROOM or Decimal(1)
    return Figure(None, _percent(reached / whole), _percent(low / whole), _percent(high / whole))


def _countable(*figures: Decimal) -> bool:
    return all(each == each.to_integral_value() and 0 <= each <= _MOST_SQUARES for each in figures)


def _percent(share: Decimal) -> str:
    return plain((max(share, Decimal(0)) * 100).quantize(Decimal("0.1")))
