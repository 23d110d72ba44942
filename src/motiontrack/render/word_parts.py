"""What a paper in HTML consists of: paragraphs and tables, each of a named kind, in their order.

Only the parts that ``templates/paper/html.txt`` makes have kinds of their own. Whatever else an office's
template writes is read as paragraphs of the body: its look may be lost, its text never is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from motiontrack.lean import lean

__all__ = ["Block", "Cell", "Page", "Paper", "Paragraph", "Run", "Table", "read_paper"]


@lean
class Run:
    """A stretch of text in one look. A line break in it is a line break on paper."""

    text: str
    bold: bool = False
    italic: bool = False
    #: In the head of a run-in paragraph: the level that the heading has.
    head: int = 0
    colour: str = ""


@lean
class Paragraph:
    """A paragraph; ``kind`` is a row in the table of styles."""

    kind: str
    runs: tuple[Run, ...]


@lean
class Cell:
    """A cell of a table, which may reach over several columns and rows."""

    paragraphs: tuple[Paragraph, ...]
    columns: int = 1
    rows: int = 1

    @property
    def text(self) -> str:
        """All that it says, its paragraphs each on a line."""
        return "\n".join("".join(run.text for run in each.runs) for each in self.paragraphs)


@lean
class Table:
    """Rows of cells; the first ``head`` of them come again on each page."""

    rows: tuple[tuple[Cell, ...], ...]
    head: int


Block = Paragraph | Table


@lean
class Page:
    """What begins a page of its own; ``kind`` is a row in the table of sheets."""

    kind: str
    blocks: tuple[Block, ...]


@lean
class Paper:
    """A paper: its language, its title, what is stamped on each page, and its pages."""

    language: str
    title: str
    stamp: str
    pages: tuple[Page, ...]


#: Drawings stand beside a table of the same figures; what is only for a screen is no part of a paper.
_LEFT_OUT = frozenset(("head", "script", "style", "svg", "template", "title"))
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark"}
    | {"q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var"}
)
#: By class first, then by tag.
_BY_CLASS = {
    "annex-no": "annex-number",
    "annex-note": "annex-note",
    "blank": "blank",
    "byline": "byline",
    "call": "call",
    "draft": "draft",
    "mark": "mark",
    "organ": "organ",
    "ref": "reference",
    "sample": "sample",
    "tnote": "note",
}
_BY_TAG = {
    "blockquote": "quotation",
    "caption": "caption",
    "figcaption": "caption",
    "h1": "title",
    "h2": "heading",
    "h3": "subheading",
    "h4": "subheading",
    "h5": "subheading",
    "h6": "subheading",
}
_SPACE = " \t\n\r\f"
#: What XML cannot hold.
_NO_TEXT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_COLOUR = re.compile(r"--c:\s*#([0-9A-Fa-f]{6})\b")
_MOST_CELLS = 63  # columns that Word takes


def read_paper(html: str) -> Paper:
    """The parts of a paper.

    Raises ``ImportError`` where lxml is not installed, ``RecursionError`` where too much is in one another.
    """
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

    # A long text in one element is no attack: it has come through the templates' bounds.
    parser = HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = document_fromstring(_NO_TEXT.sub("", html), parser=parser)
    except ParserError:  # nothing is in it
        return Paper("zh-CN", "", "", ())
    body = next(root.iter("body"), root)
    return Paper(
        language=root.get("lang") or "zh-CN",
        title=_plain(root.findtext(".//title") or ""),
        stamp=_plain(body.get("data-stamp") or ""),
        pages=tuple(_pages(body)),
    )


def _pages(body: Any) -> Iterator[Page]:
    pages = body.find_class("page") or [body]
    if any(text.strip(_SPACE) for text in _outside(body, set(pages))):
        pages = [body]
    for page in pages:
        blocks = tuple(_blocks(page, "body"))
        if blocks:
            yield Page(_page_kind(page), blocks)


def _page_kind(page: Any) -> str:
    if page.find_class("letterhead"):
        return "letter"
    return next((each for each in ("brief", "sheet") if each in _classes(page)), "")


def _outside(element: Any, pages: set[Any]) -> Iterator[str]:
    """Text that stands in no page: where there is any, the pages are not all there is."""
    yield element.text or ""
    for child in element:
        if child not in pages and child.tag not in _LEFT_OUT:
            yield from _outside(child, pages)
        yield child.tail or ""


def _blocks(element: Any, kind: str, *, fixed: bool = False) -> Iterator[Block]:
    """What an element holds: its own text in paragraphs of ``kind``, and the blocks in it.

    ``fixed``: all paragraphs in it are of that kind, as in a table's cell.
    """
    pieces: list[Run] = list(_runs(element.text))
    for child in element:
        if child.tag in _LEFT_OUT:
            pass
        elif _is_inline(child):
            pieces += _inline(child, Run(""))
        else:
            yield from _paragraph(kind, pieces, pre=_keeps_lines(element))
            pieces = []
            yield from _block(child, kind, fixed=fixed)
        pieces += _runs(child.tail)
    yield from _paragraph(kind, pieces, pre=_keeps_lines(element))


def _is_inline(element: Any) -> bool:
    return element.tag in _INLINE and all(child.tag in _LEFT_OUT or _is_inline(child) for child in element)


def _block(element: Any, kind: str, *, fixed: bool) -> Iterator[Block]:
    classes = _classes(element)
    if element.tag == "table" and not fixed:
        yield from _table(element)
    elif element.tag in ("ol", "ul"):
        yield from _list(element, kind, fixed=fixed)
    elif "run" in classes and not fixed:
        yield from _run_in(element)
    elif "sign" in classes:
        for place, line in enumerate(element):
            yield from _blocks(line, "sign-day" if place else "sign")
    elif element.tag == "h1":
        lines = [_whole(span) for span in element.iter("span")] or [_whole(element)]
        yield from _paragraph("title", [Run("\n".join(lines))], pre=True)
    else:
        yield from _blocks(element, kind if fixed else _kind(element, classes, kind), fixed=fixed)


def _classes(element: Any) -> set[str]:
    return set((element.get("class") or "").split())


def _kind(element: Any, classes: set[str], inherited: str) -> str:
    named = next((_BY_CLASS[each] for each in _BY_CLASS if each in classes), None) or _BY_TAG.get(element.tag)
    if named == "heading" and "t" in classes:
        return "annex-title"
    if named == "subheading" and any("annex" in _classes(each) for each in element.iterancestors()):
        return "annex-subheading"
    return named or inherited


def _run_in(element: Any) -> Iterator[Block]:
    """A head and what follows it on the same line."""
    pieces: list[Run] = []
    for child in element:
        heading = re.fullmatch("h([1-6])", str(child.tag))
        pieces += _inline(child, Run("", head=int(heading[1]) if heading else 0))
        pieces += _runs(child.tail)
    yield from _paragraph("body", pieces)


def _list(element: Any, kind: str, *, fixed: bool) -> Iterator[Block]:
    classes = _classes(element)
    numbered = element.tag == "ol"
    if not fixed:
        kind = _list_kind(element, classes, kind)
    start = element.get("start") or "1"
    number = int(start) if re.fullmatch(r"\d{1,6}", start) else 1
    for item in element:
        if item.tag in _LEFT_OUT:
            continue
        mark = f"{number}." if numbered else "·"
        number += 1
        yield from _item(list(_blocks(item, kind, fixed=fixed)), kind, mark, fixed=fixed)


def _list_kind(element: Any, classes: set[str], inherited: str) -> str:
    for name in ("told", "small", "plain", "letter"):
        if name in classes:
            return name
    if element.getparent() is not None and inherited == "told":
        return "ground"
    return "list-2" if inherited.startswith("list") else "list"


def _item(blocks: list[Block], kind: str, mark: str, *, fixed: bool) -> Iterator[Block]:
    """The blocks of an item, its mark before the first."""
    gap = " " if fixed or kind == "letter" else "\t"
    for place, block in enumerate(blocks):
        if place == 0 and isinstance(block, Paragraph):
            yield Paragraph(kind, (Run(f"{mark}{gap}"), *block.runs))
        else:
            yield block


def _table(element: Any) -> Iterator[Block]:
    caption = element.find("caption")
    if caption is not None:
        yield from _blocks(caption, "caption", fixed=True)
    rows: list[tuple[Cell, ...]] = []
    head = 0
    for row in element.iter("tr"):
        if next(row.iterancestors("table")) is not element:
            continue
        in_head = next((each.tag for each in row.iterancestors("thead", "tbody", "tfoot")), "") == "thead"
        head += in_head and head == len(rows)
        heavy = in_head or "sum" in _classes(row)
        cells = tuple(_cell(cell, heavy=heavy) for cell in row if cell.tag in ("td", "th"))
        if cells:
            rows.append(cells[:_MOST_CELLS])
    if rows:
        # A table of heads alone would have nothing to repeat them over.
        yield Table(tuple(rows), head if head < len(rows) else 0)


def _cell(element: Any, *, heavy: bool) -> Cell:
    left = "l" in _classes(element)
    kind = "cell-head" if heavy else "cell-left" if left else "cell"
    paragraphs = tuple(each for each in _blocks(element, kind, fixed=True) if isinstance(each, Paragraph))
    return Cell(paragraphs or (Paragraph(kind, ()),), _span(element, "colspan"), _span(element, "rowspan"))


def _span(element: Any, name: str) -> int:
    given = element.get(name) or "1"
    return min(max(int(given), 1), _MOST_CELLS) if re.fullmatch(r"\d{1,6}", given) else 1


# -- text


def _inline(element: Any, look: Run) -> Iterator[Run]:
    """The text of an element that stands in a line, in one look or several."""
    if element.tag in _LEFT_OUT:
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
    if "light" in _classes(element):
        colour = _COLOUR.search(element.get("style") or "")
        yield Run(
            f"{_NO_TEXT.sub('', element.get('data-shape') or '')}\u00a0", colour=colour[1] if colour else ""
        )
    yield from _runs(element.text, look)
    for child in element:
        yield from _inline(child, look)
        yield from _runs(child.tail, look)


def _runs(text: str | None, look: Run | None = None) -> Iterator[Run]:
    if text:
        look = look or Run("")
        yield Run(_NO_TEXT.sub("", text), look.bold, look.italic, look.head, look.colour)


def _keeps_lines(element: Any) -> bool:
    """Whether breaks in the text are breaks on paper, as the style sheet says of left-hand cells."""
    return element.tag == "pre" or (element.tag in ("td", "th") and "l" in _classes(element))


def _paragraph(kind: str, pieces: Iterable[Run], *, pre: bool = False) -> Iterator[Paragraph]:
    """The pieces as a paragraph with blanks as HTML shows them; none if nothing is in it."""
    runs: list[Run] = []
    blank = True  # at the beginning of a line
    for piece in pieces:
        text = re.sub(rf"[{_SPACE}]*\n[{_SPACE}]*", "\v", piece.text) if pre else piece.text
        text = re.sub(rf"[{_SPACE}]+", " ", text)
        text = re.sub(r" ?\v ?", "\n", text)
        if blank:
            text = text.lstrip(" ")
        if text:
            blank = text[-1] in " \n"
            runs.append(Run(text, piece.bold, piece.italic, piece.head, piece.colour))
    while runs and not runs[-1].text.strip(_SPACE):
        runs.pop()
    if runs:
        last = runs[-1]
        runs[-1] = Run(last.text.rstrip(_SPACE), last.bold, last.italic, last.head, last.colour)
        yield Paragraph(kind, tuple(runs))


def _whole(element: Any) -> str:
    return "".join(run.text for run in _inline(element, Run("")))


def _plain(text: str) -> str:
    return " ".join(_NO_TEXT.sub("", text).split())
