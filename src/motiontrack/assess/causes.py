"""What can be said of an item: each cause a code with figures and the fact it rests on."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from motiontrack.diagnostics.record import Place
from motiontrack.lean import lean
from motiontrack.model.vocabulary import Attention, Code

__all__ = ["AT_RISK", "INFORMATION", "Attention", "Cause", "Code", "Figure", "attention_of", "iso"]

Figure = str | int | Fraction | None


AT_RISK = frozenset(
    {
        Code.BEHIND,
        Code.STAGE_MISSED,
        Code.START_MISSED,
        Code.PROBLEM_DECLARED,
        Code.TARGET_SHORT,
        Code.YELLOW_STREAK,
        Code.FORECAST_LATE,
        Code.FINDING_OVERDUE,
        Code.PHASE_SHORT,
    }
)
INFORMATION = frozenset(Code) - AT_RISK - {Code.OVERDUE, Code.UNREPORTED}


@lean
class Cause:
    """One reason, of one item, with the figures of its sentence and the place of its fact."""

    code: Code
    item: str
    figures: tuple[tuple[str, Figure], ...]
    place: Place | None

    def figure(self, name: str) -> Figure:
        """The named figure, or ``None``."""
        return dict(self.figures).get(name)


def iso(day: date | None) -> str | None:
    """A day as a figure."""
    return day.isoformat() if day else None


def attention_of(causes: tuple[Cause, ...]) -> Attention:
    """*overdue*, else *at-risk*, else *unreported*, else *none* (DESIGN §4)."""
    codes = {cause.code for cause in causes}
    if Code.OVERDUE in codes:
        return Attention.OVERDUE
    if codes & AT_RISK:
        return Attention.AT_RISK
    if Code.UNREPORTED in codes:
        return Attention.UNREPORTED
    return Attention.NONE
