"""What a paper in HTML consists of: paragraphs and tables, each of a named kind, in their order.

Only the parts that ``templates/paper/html.txt`` makes have kinds of their own. Whatever else an office's
template writes is read as paragraphs of the body: its look may be lost, its text never is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from motiontrack.render.word_records import Block, Cell, Page, Paper, Paragraph, Run, Table
from motiontrack.render.word_styles import DEEPEST_LIST
from motiontrack.render.word_text import (
    LEFT_OUT,
    NO_TEXT,
    SPACE,
    classes_of,
    inline,
    is_inline,
    keeps_lines,
    paragraphs_of,
    plain_text,
    runs_of,
    whole,
)

__all__ = ["read_paper"]

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
#: How far a cell can reach over columns and over rows, as HTML says.
_MOST_COLUMNS, _MOST_ROWS = 1000, 65534
_GROUPS = ("thead", "tbody", "tfoot")
#: What a table consists of: parts within parts, and what in them is read by itself.
_PARTS = {"table": (*_GROUPS, "tr")} | dict.fromkeys(_GROUPS, ("tr",))
_READ = {"table": ("caption",), "tr": ("td", "th")}


def read_paper(html: str) -> Paper:
    """The parts of a paper.

    Raises ``ImportError`` where lxml is not installed, ``RecursionError`` where too much is in one another.
    """
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

    # A long text in one element is no attack: it has come through the templates' bounds.
    parser = HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = document_fromstring(NO_TEXT.sub("", html), parser=parser)
    except ParserError:  # nothing is in it
        return Paper("zh-CN", "", "", ())
    body = next(root.iter("body"), root)
    return Paper(
        language=root.get("lang") or "zh-CN",
        title=plain_text(root.findtext(".//title") or ""),
        stamp=plain_text(body.get("data-stamp") or ""),
        pages=tuple(_pages(body)),
    )


def _pages(body: Any) -> Iterator[Page]:
    found = body.find_class("page")
    pages = [each for each in found if not any("page" in classes_of(above) for above in each.iterancestors())]
    pages = pages or [body]
    if any(text.strip(SPACE) for text in _outside(body, set(pages))):
        pages = [body]
    for page in pages:
        blocks = tuple(_blocks(page, "body"))
        if blocks:
            yield Page(_page_kind(page), blocks)


def _page_kind(page: Any) -> str:
    if page.find_class("letterhead"):
        return "letter"
    return next((each for each in ("brief", "sheet") if each in classes_of(page)), "")


def _outside(element: Any, pages: set[Any]) -> Iterator[str]:
    """Text that stands in no page: where there is any, the pages are not all there is."""
    yield element.text or ""
    for child in element:
        if child not in pages and child.tag not in LEFT_OUT:
            yield from _outside(child, pages)
        yield child.tail or ""


def _blocks(element: Any, kind: str, *, fixed: bool = False) -> Iterator[Block]:
    """What an element holds: its own text in paragraphs of ``kind``, and the blocks in it.

    ``fixed``: all paragraphs in it are of that kind, as in a table's cell.
    """
    pieces: list[Run] = list(runs_of(element.text))
    for child in element:
        if child.tag in LEFT_OUT:
            pass
        elif is_inline(child):
            pieces += inline(child, Run(""))
        else:
            yield from paragraphs_of(kind, pieces, pre=keeps_lines(element))
            pieces = []
            yield from _block(child, kind, fixed=fixed)
        pieces += runs_of(child.tail)
    yield from paragraphs_of(kind, pieces, pre=keeps_lines(element))


def _block(element: Any, kind: str, *, fixed: bool) -> Iterator[Block]:
    classes = classes_of(element)
    if element.tag == "table" and not fixed:
        yield from _table(element)
    elif element.tag in ("ol", "ul"):
        yield from _list(element, kind, fixed=fixed)
    elif "run" in classes and not fixed:
        yield from _run_in(element)
    elif "sign" in classes:
        yield from _signed(element)
    elif element.tag == "h1":
        spans = [each for each in element if each.tag == "span"]
        lines = [whole(each) for each in spans]
        # Text beside the lines is an office's own, and its title one line.
        if "".join(lines).strip(SPACE) != whole(element).strip(SPACE):
            lines = [whole(element)]
        yield from paragraphs_of("title", [Run("\n".join(lines))], pre=True)
    else:
        yield from _blocks(element, kind if fixed else _kind(element, classes, kind), fixed=fixed)


def _kind(element: Any, classes: set[str], inherited: str) -> str:
    named = next((_BY_CLASS[each] for each in _BY_CLASS if each in classes), None) or _BY_TAG.get(element.tag)
    if named == "heading" and "t" in classes:
        return "annex-title"
    if named == "subheading" and any("annex" in classes_of(each) for each in element.iterancestors()):
        return "annex-subheading"
    return named or inherited


def _signed(element: Any) -> Iterator[Block]:
    """Who signs, and below it the day."""
    yield from paragraphs_of("sign", runs_of(element.text))
    for place, line in enumerate(each for each in element if each.tag not in LEFT_OUT):
        kind = "sign-day" if place else "sign"
        yield from _blocks(line, kind)
        yield from paragraphs_of(kind, runs_of(line.tail))


def _run_in(element: Any) -> Iterator[Block]:
    """A head and what follows it on the same line; a list or a table after it stands by itself."""
    pieces: list[Run] = list(runs_of(element.text))
    for child in element:
        heading = re.fullmatch("h([1-6])", str(child.tag))
        if heading or child.tag == "p" or child.tag in LEFT_OUT or is_inline(child):
            pieces += inline(child, Run("", head=int(heading[1]) if heading else 0))
        else:
            yield from paragraphs_of("body", pieces)
            pieces = []
            yield from _block(child, "body", fixed=False)
        pieces += runs_of(child.tail)
    yield from paragraphs_of("body", pieces)


def _list(element: Any, kind: str, *, fixed: bool) -> Iterator[Block]:
    classes = classes_of(element)
    numbered = element.tag == "ol"
    if not fixed:
        kind = _list_kind(element, classes, kind)
    start = element.get("start") or "1"
    number = int(start) if re.fullmatch(r"[0-9]{1,6}", start) else 1
    yield from paragraphs_of(kind, runs_of(element.text))
    for item in element:
        if item.tag == "li":
            mark = f"{number}." if numbered else "·"
            number += 1
            yield from _item(list(_blocks(item, kind, fixed=fixed)), kind, mark, fixed=fixed)
        elif is_inline(item):
            yield from paragraphs_of(kind, inline(item, Run("")))
        elif item.tag not in LEFT_OUT:
            yield from _block(item, kind, fixed=fixed)
        yield from paragraphs_of(kind, runs_of(item.tail))


def _list_kind(element: Any, classes: set[str], inherited: str) -> str:
    for name in ("told", "small", "plain", "letter"):
        if name in classes:
            return name
    if element.getparent() is not None and inherited == "told":
        return "ground"
    if not inherited.startswith("list"):
        return "list"
    return f"list-{min(int(inherited[5:] or 1) + 1, DEEPEST_LIST)}"


def _item(blocks: list[Block], kind: str, mark: str, *, fixed: bool) -> Iterator[Block]:
    """The blocks of an item, its mark before the first; its other paragraphs begin below the first."""
    gap = " " if fixed or kind == "letter" else "\t"
    if not blocks or not isinstance(blocks[0], Paragraph) or _is_deeper(blocks[0], kind):
        blocks = [Paragraph(kind, ()), *blocks]
    for place, block in enumerate(blocks):
        if place == 0 and isinstance(block, Paragraph):
            yield Paragraph(kind, (Run(f"{mark}{gap}" if block.runs else mark), *block.runs))
        elif isinstance(block, Paragraph) and block.kind == kind and gap == "\t":
            yield Paragraph(kind, (Run(gap), *block.runs))
        else:
            yield block


def _is_deeper(paragraph: Paragraph, kind: str) -> bool:
    """Whether it is an item of a list within the item, with a mark of its own."""
    return paragraph.kind != kind and paragraph.kind.startswith(("list", "ground"))


def _table(element: Any) -> Iterator[Block]:
    for caption in element.iterchildren("caption"):
        yield from _blocks(caption, "caption", fixed=True)
    yield from _astray(element)
    rows: list[tuple[Cell, ...]] = []
    head, reached = 0, 0
    for row, left in _rows(element):
        in_head = row.getparent().tag == "thead"
        heavy = in_head or "sum" in classes_of(row)
        cells = tuple(_cell(cell, left, heavy=heavy) for cell in row if cell.tag in ("td", "th"))
        # A row without cells is one where others reach into it.
        if cells or reached > len(rows):
            head += in_head and head == len(rows)
            reached = max([reached, *(len(rows) + each.rows for each in cells)])
            rows.append(cells)
    if rows:
        # A table of heads alone would have nothing to repeat them over.
        yield Table(tuple(rows), head if head < len(rows) else 0)


def _rows(element: Any) -> Iterator[tuple[Any, int]]:
    """The rows of a table, each with how many are left of its group: no cell reaches further."""
    groups: list[list[Any]] = [[]]
    for child in element:
        if child.tag == "tr":
            groups[-1].append(child)
        else:
            rows = [each for each in child if each.tag == "tr"] if child.tag in _GROUPS else []
            groups += rows, []
    for rows in groups:
        for place, row in enumerate(rows):
            yield row, len(rows) - place


def _astray(element: Any) -> Iterator[Block]:
    """What stands in a table and in no cell of it; browsers show it before the table."""
    yield from paragraphs_of("body", runs_of(element.text))
    for child in element:
        if child.tag in _PARTS.get(element.tag, ()):
            yield from _astray(child)
        elif is_inline(child):
            yield from paragraphs_of("body", inline(child, Run("")))
        elif child.tag not in (*_READ.get(element.tag, ()), *LEFT_OUT):
            yield from _block(child, "body", fixed=False)
        yield from paragraphs_of("body", runs_of(child.tail))


def _cell(element: Any, left: int, *, heavy: bool) -> Cell:
    aligned = "l" in classes_of(element)
    kind = "cell-head" if heavy else "cell-left" if aligned else "cell"
    paragraphs = tuple(each for each in _blocks(element, kind, fixed=True) if isinstance(each, Paragraph))
    rows = _span(element, "rowspan", _MOST_ROWS)
    return Cell(
        paragraphs or (Paragraph(kind, ()),),
        max(_span(element, "colspan", _MOST_COLUMNS), 1),
        min(rows or left, left),  # 0 is up to the last of the group
    )


def _span(element: Any, name: str, most: int) -> int:
    """A number as HTML reads it: what follows the digits is nothing to it."""
    found = re.match(rf"[{SPACE}]*\+?0*([0-9]+)", element.get(name) or "1")
    if found is None:
        return 1
    return most if len(found[1]) > len(str(most)) else min(int(found[1]), most)
