"""A bad and a good example of each code, as typed in a file: the same in every language.

Only ``explain`` and the reference import this. Every line stands in a golden case of the code
(``bad``) or is free of it (``good``), which a test holds.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["EXAMPLES", "Example"]


class Example(NamedTuple):
    """What is wrong and what is right, as lines of one data file."""

    file: str
    bad: str
    good: str


EXAMPLES: dict[str, Example] = {
    # -- MT0 text and YAML
    # -- MT1 shape
    # -- MT2 references and units
    # -- MT3 dates and phases
    # -- MT4 returns and decisions
    # -- MT5 targets and figures
    # -- MT6 owners and roles
    # -- MT7 findings and feedback
}
