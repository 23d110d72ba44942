"""How long a paper's body is, counted in the paper itself, without its annex and tables.

As office programs count: a Chinese character or a punctuation mark is one, a word or a number in Latin
letters is one.
"""

from __future__ import annotations

import re

__all__ = ["length_of"]

_COUNTED = r"[A-Za-z0-9.%+/:_-]*[A-Za-z0-9%]|[^\s]"


def length_of(paper: str, form: str) -> int:
    """How many characters the body of a paper has that is written as ``form``."""
    return len(re.findall(_COUNTED, _of_page(paper) if form == "html" else _of_markdown(paper)))


def _of_page(paper: str) -> str:
    from motiontrack.render.page_body import body_of_page  # a parser that Markdown does not need

    return body_of_page(paper)


def _of_markdown(paper: str) -> str:
    """The text up to the annex, without the marks of Markdown."""
    body = re.split(r"(?m)^## .*?(?:附件|附表|Annex)", paper, maxsplit=1)[0]
    body = re.sub(r"(?m)^\|.*$|^ *(?:#+|>|-|\d+\.) ", "", body)
    plain = re.sub(r"\\(.)|\*+", r"\1", body)
    if "&" in plain:
        import html  # its table of names is large, and few papers have any

        plain = html.unescape(plain)
    return plain
