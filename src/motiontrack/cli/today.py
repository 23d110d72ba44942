"""The clock, read in this one function of the whole program."""

from __future__ import annotations

from datetime import date

__all__ = ["today"]


def today() -> date:
    """The day on this machine's own calendar, which is the one its user lives by."""
    return date.today()  # noqa: DTZ011 - the local day is meant
