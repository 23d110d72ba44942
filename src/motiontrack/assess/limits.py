"""Whether a gap is as great as a profile's bounds say (DESIGN §4)."""

from __future__ import annotations

from fractions import Fraction

from motiontrack.model.profile import Shortfall

__all__ = ["is_short", "missed"]

_PERCENT = 100


def is_short(gap: Fraction | None, ratio: Fraction | None, wanted: Shortfall) -> bool:
    """True if ``gap`` (points) and ``ratio`` (share of what was expected) meet every bound that is given.

    Nothing that is even or ahead is short, whatever the bounds; a ratio that there is not meets none.
    """
    return gap is not None and gap > 0 and missed(gap, ratio, wanted) is None


def missed(gap: Fraction | None, ratio: Fraction | None, wanted: Shortfall) -> str | None:
    """The name of the first bound that a gap does not meet; one that there is not meets none."""
    percent = None if ratio is None else ratio * _PERCENT
    if wanted.points_from is not None and (gap is None or gap < Fraction(wanted.points_from)):
        return "points_from"
    if wanted.points_over is not None and (gap is None or gap <= Fraction(wanted.points_over)):
        return "points_over"
    if wanted.ratio_from is not None and (percent is None or percent < Fraction(wanted.ratio_from)):
        return "ratio_from"
    if wanted.ratio_over is not None and (percent is None or percent <= Fraction(wanted.ratio_over)):
        return "ratio_over"
    return None
