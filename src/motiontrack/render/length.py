"""How long a paper's body is, counted in the paper itself, without its annex and tables.

As office programs count: a Chinese character or a punctuation mark is one, a word or a number in Latin
letters is one.
"""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

__all__ = ["length_of"]

_COUNTED = r"[A-Za-z0-9.%+/:_-]*[A-Za-z0-9%]|[^\s]"
_LEFT_OUT = frozenset(("head", "style", "title", "table", "svg"))
#: Elements without an end.
_VOID = frozenset(("br", "hr", "img", "meta", "link", "wbr", "col", "input"))


def length_of(paper: str, form: str) -> int:
    """How many characters the body of a paper has that is written as ``form``."""
    text = _of_page(paper) if form == "html" else _of_markdown(paper)
    return len(re.findall(_COUNTED, text))


def _of_markdown(paper: str) -> str:
    """The text up to the annex, without the marks of Markdown."""
    body = re.split(r"(?m)^## .*?(?:附件|附表|Annex)", paper, maxsplit=1)[0]
    body = re.sub(r"(?m)^\|.*$|^ *(?:#+|>|-|\d+\.) ", "", body)
    return html.unescape(re.sub(r"\\(.)|\*+", r"\1", body))


def _of_page(paper: str) -> str:
    reader = _Body()
    reader.feed(paper)
    return "".join(reader.text)


class _Body(HTMLParser):
    """The text of a page up to its annex, each element's apart."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self._inside: list[str] = []
        self._over = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "div" and "annex" in (dict(attrs).get("class") or "").split():
            self._over = True
        if tag not in _VOID:
            self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.text.append("\n")
        if tag in self._inside:
            while self._inside.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not self._over and not _LEFT_OUT.intersection(self._inside):
            self.text.append(data)
