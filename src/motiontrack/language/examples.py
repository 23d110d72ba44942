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
    "MT330": Example("plan.yaml", "due: 秋季开学前", "due: 2010-08-31"),
    "MT331": Example("plan.yaml", "due: 月底前", "due: 10月底前"),
    "MT332": Example("plan.yaml", "due: 闭会之日起2个月内", "due: 交办之日起3个月内"),
    "MT333": Example("plan.yaml", "due: 收到后20个工作日内", "due: 2010-03-29"),
    "MT334": Example("plan.yaml", "roll: due", "roll: [due, report]"),
    "MT335": Example("plan.yaml", "report: 每周五", "report: 每月25日前"),
    "MT336": Example("calendar.yaml", "- 2010-10-02", "- 2010-10-09"),
    "MT337": Example("calendar.yaml", "- 2011-01-30", "- 2010-10-09"),
    "MT338": Example(
        "calendar.yaml",
        "- {name: 国庆节, from: 2010-10-01, to: 2010-01-07}",
        "- {name: 国庆节, from: 2010-10-01, to: 2010-10-07}",
    ),
    "MT339": Example("calendar.yaml", "- 2010-10-08", "- 2010-10-09"),
    # -- MT4 returns and decisions
    # -- MT5 targets and figures
    # -- MT6 owners and roles
    # -- MT7 findings and feedback
}
