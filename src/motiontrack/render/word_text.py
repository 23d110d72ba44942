"""What stands in a line of a page: its text in one look or several, with blanks as HTML shows them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from motiontrack.render.word_records import Paragraph, Run

__all__ = [
    "LEFT_OUT",
    "NO_TEXT",
    "SPACE",
    "classes_of",
    "inline",
    "is_inline",
    "keeps_lines",
    "paragraphs_of",
    "plain_text",
    "runs_of",
    "whole",
]

#: Drawings stand beside a table of the same figures; what is only for a screen is no part of a paper.
LEFT_OUT = frozenset(("head", "script", "style", "svg", "template", "title"))
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark"}
    | {"q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var"}
)
SPACE = " \t\n\r\f"
#: What XML cannot hold.
NO_TEXT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_COLOUR = re.compile(r"--c:\s*#([0-9A-Fa-f]{6})\b")


def classes_of(element: Any) -> set[str]:
    """The names in its ``class``."""
    return set((element.get("class") or "").split())


def is_inline(element: Any) -> bool:
    """Whether it stands in a line, with all that is in it."""
    return element.tag in _INLINE and all(child.tag in LEFT_OUT or is_inline(child) for child in element)


def inline(element: Any, look: Run) -> Iterator[Run]:
    """The text of an element that stands in a line, in one look or several."""
    if element.tag in LEFT_OUT:
        return
    if element.tag == "br":
        yield Run("\v")
        return
    look = Run(
        "",
        bold=look.bold or element.tag in ("b", "strong"),
        italic=look.italic or element.tag in ("em", "i"),
        head=look.head,
        colour=look.colour,
    )
    if "light" in classes_of(element):
        colour = _COLOUR.search(element.get("style") or "")
        yield Run(
            f"{NO_TEXT.sub('', element.get('data-shape') or '')}\u00a0", colour=colour[1] if colour else ""
        )
    yield from runs_of(element.text, look)
    for child in element:
        yield from inline(child, look)
        yield from runs_of(child.tail, look)


def runs_of(text: str | None, look: Run | None = None) -> Iterator[Run]:
    """``text`` in one look; nothing if there is none."""
    if text:
        look = look or Run("")
        yield Run(NO_TEXT.sub("", text), look.bold, look.italic, look.head, look.colour)


def keeps_lines(element: Any) -> bool:
    """Whether breaks in the text are breaks on paper, as the style sheet says of left-hand cells."""
    return element.tag == "pre" or (element.tag in ("td", "th") and "l" in classes_of(element))


def paragraphs_of(kind: str, pieces: Iterable[Run], *, pre: bool = False) -> Iterator[Paragraph]:
    """The pieces as a paragraph with blanks as HTML shows them; none if nothing is in it."""
    runs: list[Run] = []
    blank = True  # at the beginning of a line
    for piece in pieces:
        text = re.sub(rf"[{SPACE}]+", lambda blanks: "\v" if pre and "\n" in blanks[0] else " ", piece.text)
        text = re.sub(r" ?\v ?", "\n", text)
        if blank:
            text = text.lstrip(" ")
        if text:
            blank = text[-1] in " \n"
            runs.append(Run(text, piece.bold, piece.italic, piece.head, piece.colour))
    while runs and not runs[-1].text.strip(SPACE):
        runs.pop()
    if runs:
        last = runs[-1]
        runs[-1] = Run(last.text.rstrip(SPACE), last.bold, last.italic, last.head, last.colour)
        yield Paragraph(kind, tuple(runs))


def whole(element: Any) -> str:
    """All text in an element, as one."""
    return "".join(run.text for run in inline(element, Run("")))


def plain_text(text: str) -> str:
    """``text`` on one line, without what XML cannot hold."""
    return " ".join(NO_TEXT.sub("", text).split())
