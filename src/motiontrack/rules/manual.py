"""What the docstring of each rule says of its codes: the manual in English, kept beside what it is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from inspect import getdoc
from typing import NamedTuple

from motiontrack.rules import RULES

__all__ = ["Manual", "manual", "read_docstring"]

_DOCSTRING = r"""(?xs)
    (?P<codes>MT\d{3}(?:,\ MT\d{3})*):\ (?P<what>.+?)
    (?:\n\nWhy:\ (?P<why>.+?))?
    \n\nBad:\ .+?\sGood:\ .+
"""


class Manual(NamedTuple):
    """What a rule finds, and why that matters; ``why`` is empty where ``what`` says it all."""

    what: str
    why: str


def manual(rules: Iterable[Callable[..., object]] = RULES) -> dict[str, Manual]:
    """Code -> manual, for every code that a rule function reports."""
    return {code: said for rule in rules for code, said in read_docstring(getdoc(rule) or "").items()}


def read_docstring(text: str) -> dict[str, Manual]:
    """The manual of each code that a rule's docstring begins with; nothing if it is not laid out so."""
    match = re.fullmatch(_DOCSTRING, text)
    if match is None:  # Python run with -OO has no docstrings; a test holds that all have the layout
        return {}
    said = Manual(_sentences(match["what"]), _sentences(match["why"] or ""))
    return dict.fromkeys(match["codes"].split(", "), said)


def _sentences(text: str) -> str:
    """``text`` in one line, with a capital and one kind of quotes around what is typed."""
    line = " ".join(text.split()).replace("``", "`")
    return line[:1].upper() + line[1:]
