"""The text of a paper's body, read out of the page that it is written as."""

from __future__ import annotations

from html.parser import HTMLParser

__all__ = ["body_of_page"]

_LEFT_OUT = frozenset(("head", "style", "title", "table", "svg"))
#: Elements without an end.
_VOID = frozenset(("br", "hr", "img", "meta", "link", "wbr", "col", "input"))


def body_of_page(paper: str) -> str:
    """The text up to the annex, without tables and drawings."""
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
