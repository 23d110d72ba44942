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
    "MT150": Example("profiles/ours.yaml", "id: our", "id: ours"),
    "MT151": Example(
        "profiles/ours.yaml", "- light: amber\n  cause: overdue", "- {light: grey, cause: unreported}"
    ),
    "MT152": Example("profiles/default.yaml", "id: default", "id: ours"),
    "MT153": Example("profiles/ours.yaml", "- light: green\n  attention: none", "- {light: green}"),
    "MT154": Example(
        "profiles/ours.yaml",
        '- {id: red, word_zh: 正常, word_en: Red, shape: diamond, colour: "#B3261E", rank: 3}',
        '- {id: red, word_zh: 红灯, word_en: Red, shape: diamond, colour: "#B3261E", rank: 3}',
    ),
    "MT155": Example(
        "profiles/ours.yaml",
        '- {id: red, word_zh: 红灯, word_en: Red, shape: circle, colour: "#B3261E", rank: 3}',
        '- {id: red, word_zh: 红灯, word_en: Red, shape: diamond, colour: "#B3261E", rank: 3}',
    ),
    "MT156": Example(
        "profiles/ours.yaml",
        "- {id: red, word_zh: 红灯, word_en: Red, shape: diamond, colour: 红, rank: 3}",
        '- {id: red, word_zh: 红灯, word_en: Red, shape: diamond, colour: "#B3261E", rank: 3}',
    ),
    "MT157": Example(
        "profiles/ours.yaml", "- {light: done, state: done}", "- {light: grey, cause: unreported}"
    ),
    "MT158": Example("plan.yaml", "profile: yinchuan-2020", "profile: ours"),
    # -- MT2 references and units
    # -- MT3 dates and phases
    # -- MT4 returns and decisions
    # -- MT5 targets and figures
    # -- MT6 owners and roles
    # -- MT7 findings and feedback
}
