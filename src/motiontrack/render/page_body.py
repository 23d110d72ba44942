"""The text of a paper's body, read out of the page that it is written as."""

from __future__ import annotations

import re
from html.parser import HTMLParser

__all__ = ["body_of_page"]

#: Where the annex begins. What stands behind it is most of a long paper, and parsing it took an
#: eighth of printing one of 1,000 tasks.
_ANNEX = re.compile(r"""<div\b[^>]*\bclass=["'](?:[^"']*\s)?annex[\s"']""")
#: Heads, tables and drawings, whole.
_LEFT_OUT = re.compile(r"<(head|style|title|table|svg)\b.*?</\1>", re.DOTALL)


def body_of_page(paper: str) -> str:
    """The text up to the annex, without tables and drawings."""
    reader = _Text()
    reader.feed(_LEFT_OUT.sub("\n", _ANNEX.split(paper, maxsplit=1)[0]))
    return "".join(reader.text)


class _Text(HTMLParser):
    """The text of a page, each element's apart."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - whatever ends, a text ends
        self.text.append("\n")

    def handle_data(self, data: str) -> None:
        self.text.append(data)
