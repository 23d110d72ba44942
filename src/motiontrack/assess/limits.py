"""Whether a gap is as great as a profile's bounds say (DESIGN §4)."""

from __future__ import annotations

from fractions import Fraction

from motiontrack.model.profile import Shortfall

__all__ = ["is_short"]

_PERCENT = 100


def is_short(gap: Fraction | None, ratio: Fraction | None, wanted: Shortfall) -> bool:
    """True if ``gap`` (points) and ``ratio`` (share of what was expected) meet every bound that is given.

    Nothing that is even or ahead is short, whatever the bounds; a ratio that there is not meets none.
    """
    if gap is None or gap <= 0:
        return False
    percent = None if ratio is None else ratio * _PERCENT
    return (
        (wanted.points_from is None or gap >= Fraction(wanted.points_from))
        and (wanted.points_over is None or gap > Fraction(wanted.points_over))
        and (wanted.ratio_from is None or (percent is not None and percent >= Fraction(wanted.ratio_from)))
        and (wanted.ratio_over is None or (percent is not None and percent > Fraction(wanted.ratio_over)))
    )
