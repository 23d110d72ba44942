"""What an example is."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Example"]


class Example(NamedTuple):
    """What is wrong and what is right, as lines of one data file."""

    file: str
    bad: str
    good: str
