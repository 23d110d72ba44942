"""One figure against one target's bounds (DESIGN §2, §4)."""

from __future__ import annotations

from decimal import Decimal

from motiontrack.model.items import Target

__all__ = ["has_bound", "is_high", "is_low", "is_met"]


def has_bound(target: Target) -> bool:
    """True if a number was set that a figure can miss."""
    return target.at_least is not None or target.at_most is not None


def is_met(target: Target, value: Decimal) -> bool:
    """True if ``value`` is within the target's bounds."""
    return not is_low(target, value) and not is_high(target, value)


def is_low(target: Target, value: Decimal) -> bool:
    """True below ``at_least``."""
    return target.at_least is not None and value < target.at_least


def is_high(target: Target, value: Decimal) -> bool:
    """True above ``at_most``, of a level or a ceiling (不超过); more than a range asked for is no fault."""
    ceiling = target.kind == "level" or target.at_least is None
    return ceiling and target.at_most is not None and value > target.at_most
