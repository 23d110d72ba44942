"""Expected progress (时序进度) and the gap to it, like with like, in exact fractions (DESIGN §4)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from motiontrack.assess.facts import Held
from motiontrack.lean import lean
from motiontrack.model.resolve import Node
from motiontrack.model.returns import Entry

__all__ = ["SHORT_WINDOW_DAYS", "Basis", "Pace", "is_past", "paces"]

#: Items due within one quarter are never judged by linear pace (DESIGN §4; DOMAIN §2 default 1).
SHORT_WINDOW_DAYS = 92
_WHOLE = Fraction(100)
_NOTHING = Fraction(0)


class Basis(StrEnum):
    """How the expected progress was found."""

    STAGES_PERCENT = "stages-percent"
    STAGES_FIGURES = "stages-figures"
    STAGES_WORDED = "stages-worded"
    AVERAGE = "average"
    SHORT_WINDOW = "short-window"
    NO_DEADLINE = "no-deadline"
    NOT_JUDGED = "not-judged"

    @property
    def family(self) -> str:
        """``stages``, ``average`` or ``none``: what a profile's condition asks for."""
        if self.value.startswith("stages"):
            return "stages"
        return "average" if self is Basis.AVERAGE else "none"


@lean
class Pace:
    """One comparison. ``expected`` and ``progress`` in percent; ``gap`` in points, positive if behind.

    ``target`` names the target whose figures were compared, if figures were. ``day`` is the day
    ``expected`` is for: the day the figure in force holds. ``entry`` is the return it stands in.
    """

    basis: Basis
    day: date
    expected: Fraction | None
    progress: Fraction | None
    target: str | None = None
    entry: Entry | None = None

    @property
    def gap(self) -> Fraction | None:
        """Expected less progress, in points; ``None`` where either is unknown."""
        if self.expected is None or self.progress is None:
            return None
        return self.expected - self.progress

    @property
    def ratio(self) -> Fraction | None:
        """The gap as a share of what was expected; ``None`` where nothing was."""
        gap = self.gap
        return None if gap is None or not self.expected else gap / self.expected


def paces(
    node: Node,
    stages: tuple[Node, ...],
    progress: Held | None,
    values: Mapping[str, Held],
    *,
    day: date,
    issued: date,
    due: date | None,
    ended: bool = False,
) -> tuple[Pace, ...]:
    """Every like-with-like comparison, each on the day its figure holds, the one to show first.

    Stages if there are any: their percents against the percent reported, a stage's figures
    against the same target's. Else the average over the days from start to ``due``, none where
    the whole window is under 92 days. Nothing is expected of a standing item, nor of one
    that is ``ended``: done, suspended or cancelled. ``day`` is for what no figure was reported of.
    """
    if ended:
        return (_reported(Basis.NOT_JUDGED, None, progress, day),)
    if node.standing:
        return (_reported(Basis.NO_DEADLINE, None, progress, day),)
    if stages:
        found = _by_figures(node, stages, values, day)
        if any(stage.item.percent is not None for stage in stages):
            upto = progress.day if progress else day
            found.insert(0, _reported(Basis.STAGES_PERCENT, _percent_due(stages, upto), progress, day))
        if not found:
            return (_reported(Basis.STAGES_WORDED, None, progress, day),)
        return tuple(sorted(found, key=_telling_first))
    if due is None:
        return (_reported(Basis.NO_DEADLINE, None, progress, day),)
    start = node.start.start if node.start else issued
    window = (due - start).days
    if window < SHORT_WINDOW_DAYS:
        return (_reported(Basis.SHORT_WINDOW, None, progress, day),)
    elapsed = ((progress.day if progress else day) - start).days
    share = Fraction(min(max(elapsed, 0), window), window)
    return (_reported(Basis.AVERAGE, share * _WHOLE, progress, day),)


def _reported(basis: Basis, expected: Fraction | None, progress: Held | None, day: date) -> Pace:
    if progress is None:
        return Pace(basis, day, expected, None)
    return Pace(basis, progress.day, expected, Fraction(progress.value), entry=progress.entry)


def _telling_first(pace: Pace) -> tuple[bool, bool, bool, Fraction]:
    """The widest gap first, but of what is due or behind: 0 of 0 tells nothing, and hides a percent."""
    gap = pace.gap
    if gap is None:
        return (True, False, False, _NOTHING)
    idle = not pace.expected and gap <= 0
    return (False, idle, idle and pace.target is not None, -gap)


def is_past(stage: Node, day: date) -> bool:
    """True from the day after the stage's deadline: something is late only then."""
    return stage.due is not None and stage.due.end < day


def _percent_due(stages: tuple[Node, ...], day: date) -> Fraction:
    return sum((Fraction(stage.item.percent or 0) for stage in stages if is_past(stage, day)), Fraction(0))


def _by_figures(node: Node, stages: tuple[Node, ...], values: Mapping[str, Held], day: date) -> list[Pace]:
    """For each target that stages give figures for: the running total due against the one reported.

    Levels are met or broken, never behind.
    """
    levels = {target.id for target in node.item.targets if target.kind == "level"}
    finals = {target.id: target.at_least for target in node.item.targets if target.at_least is not None}
    planned: dict[str, list[tuple[Node, Decimal]]] = {}
    for stage in stages:
        for target in stage.item.targets:
            if (
                target.id
                and target.at_least is not None
                and target.kind != "level"
                and target.id not in levels
            ):
                planned.setdefault(target.id, []).append((stage, target.at_least))
    found = []
    for name, steps in planned.items():
        whole = Fraction(finals.get(name) or max(figure for _, figure in steps))
        if whole > 0:
            found.append(_figure_pace(name, steps, whole, values.get(name), day))
    return found


def _figure_pace(
    name: str, steps: list[tuple[Node, Decimal]], whole: Fraction, held: Held | None, day: date
) -> Pace:
    upto = held.day if held else day
    wanted = max((figure for stage, figure in steps if is_past(stage, upto)), default=Decimal(0))
    expected = Fraction(wanted) / whole * _WHOLE
    actual = Fraction(held.value) / whole * _WHOLE if held else None
    return Pace(Basis.STAGES_FIGURES, upto, expected, actual, name, held.entry if held else None)
