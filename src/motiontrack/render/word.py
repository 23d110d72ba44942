"""A paper in HTML as a Word document, laid out by GB/T 9704.

It is made from the page that the templates wrote, so that an office's own templates and texts count in
Word too, and no sentence is written twice. Nothing in it is a link, a field but the page's number, or a
macro; the same page gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document

from motiontrack.lean import lean
from motiontrack.render.word_columns import column_widths
from motiontrack.render.word_grid import Grid, Place, placed, rows_as_text
from motiontrack.render.word_parts import read_paper
from motiontrack.render.word_records import Block, Cell, Page, Paper, Paragraph, Run
from motiontrack.render.word_styles import LISTS, style_id, styles, w

__all__ = ["paper_docx"]

#: A4 in twips.
_PAGE = {"w": 11906, "h": 16838}


@lean
class _Sheet:
    """How a page lies on paper, in twips; ``small`` is one that should be one page."""

    margins: Mapping[str, int]
    small: bool = False
    numbered: bool = True
    #: Whether the first page bears a number too.
    from_first: bool = True

    @property
    def room(self) -> int:
        """How wide the text is."""
        return _PAGE["w"] - self.margins["left"] - self.margins["right"]


#: 37, 35, 28 and 26 mm; how far the number and the stamp stand from the paper's edge.
_STANDARD = {"top": 2098, "bottom": 1984, "left": 1587, "right": 1474, "header": 1134, "footer": 1417}
_NARROW = _STANDARD | {"top": 1247, "bottom": 1361, "left": 1247, "right": 1247, "header": 567, "footer": 567}
_SHEETS = {
    "": _Sheet(_STANDARD),
    "letter": _Sheet(_STANDARD, from_first=False),
    "sheet": _Sheet(_NARROW, small=True),
    "brief": _Sheet(_NARROW | {"bottom": 1020}, small=True, numbered=False),
}
#: 22 lines of 28.95 points; 28 characters of 15.79 points, told as what is taken from 16.
_GRID = {"type": "linesAndChars", "linePitch": 579, "charSpace": -849}
_RULE, _FRAME = 5, 10  # eighths of a point
_PADDING = 68
#: Parts of an empty document that a paper has no use for: a picture of it, who made it, lists, themes.
_KEPT_PARTS = ("/styles", "/settings", "/header", "/footer", "/officeDocument", "/core-properties")


def paper_docx(html: str) -> bytes:
    """The Word document of a paper in HTML."""
    paper = read_paper(html)
    sections = [(kind, tuple(pages)) for kind, pages in groupby(paper.pages, lambda page: page.kind)]
    sections = sections or [("", ())]
    document = Document()
    body = document.element.body
    for child in list(body):
        body.remove(child)
    for number, (kind, pages) in enumerate(sections, 1):
        made = [
            block for place, page in enumerate(pages) for block in _page(page, _SHEETS[kind], first=not place)
        ]
        body.extend(made or [w("p")])
        about = w("sectPr")
        # A section is told of in its last paragraph, the last one after it.
        (body if number == len(sections) else body[-1].pPr).append(about)
    chinese = paper.language.startswith("zh")
    _set_styles(document, chinese=chinese, small=any(_SHEETS[kind].small for kind, _ in sections))
    _set_settings(document)
    for section, (kind, _) in zip(document.sections, sections, strict=True):
        _set_page(section, _SHEETS[kind], paper.stamp)
    _set_properties(document, paper)
    _drop_unused(document)
    held = io.BytesIO()
    document.save(held)
    return _dateless(held.getvalue())


def _page(page: Page, sheet: _Sheet, *, first: bool) -> Iterator[Any]:
    """The blocks of a page, which begins one unless its section does."""
    for place, block in enumerate(page.blocks):
        breaks = not first and not place
        if isinstance(block, Paragraph):
            after = page.blocks[place + 1] if place + 1 < len(page.blocks) else None
            yield _paragraph(block, sheet, keeps=_goes_along(block, after), breaks=breaks)
            continue
        grid = placed(block)
        if grid is None:
            for number, row in enumerate(rows_as_text(block)):
                yield _paragraph(row, sheet, breaks=breaks and not number)
            continue
        if breaks:
            yield _paragraph(_GAP, sheet, breaks=True)
        yield _table(grid, block.head, sheet)
        # Two tables that touch are one to Word, and none may end a document.
        yield _paragraph(_GAP, sheet)


def _goes_along(paragraph: Paragraph, after: Block | None) -> bool:
    """Whether a paragraph stands on the page of what follows: the end of a paper, or a list."""
    if not isinstance(after, Paragraph):
        return False
    return after.kind in _END or (after.kind in LISTS and paragraph.kind not in LISTS)


#: What stands on no page without some of the text.
_END = ("annex-note", "sign", "sign-day")
_GAP = Paragraph("gap", ())


# -- paragraphs


def _paragraph(paragraph: Paragraph, sheet: _Sheet, *, keeps: bool = False, breaks: bool = False) -> Any:
    properties = w("pPr", w("pStyle", val=style_id(paragraph.kind, small=sheet.small)))
    if keeps:
        properties.append(w("keepNext"))
    if breaks:
        properties.append(w("pageBreakBefore"))
    return w("p", properties, *(_run(run) for run in paragraph.runs))


_SECOND = 3  # h3: as the page has it


def _run(run: Run) -> Any:
    properties = w("rPr")
    if run.head:
        properties.append(w("rStyle", val="Heading1Char" if run.head < _SECOND else "Heading2Char"))
    # Quotation marks and dashes are Chinese ones, of full width.
    properties.append(w("rFonts", hint="eastAsia"))
    if run.bold:
        properties.append(w("b"))
    if run.italic:
        properties.append(w("i"))
    if run.colour:
        properties.append(w("color", val=run.colour))
    return w("r", properties, *_text(run.text))


def _text(text: str) -> Iterator[Any]:
    for place, line in enumerate(text.split("\n")):
        if place:
            yield w("br")
        for part, piece in enumerate(line.split("\t")):
            if part:
                yield w("tab")
            if piece:
                element = w("t")
                element.text = piece
                element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                yield element


# -- tables


def _table(grid: Grid, head: int, sheet: _Sheet) -> Any:
    alone = [[_alone(place) for place in row] for row in grid]
    widths = column_widths(alone, sheet.room, head=head, padding=2 * (_PADDING + _RULE))
    edges = (_line(each, _FRAME) for each in ("top", "left", "bottom", "right"))
    inner = (_line(each, _RULE) for each in ("insideH", "insideV"))
    sides = (w(each, w=_PADDING, type="dxa") for each in ("left", "right"))
    properties = w(
        "tblPr",
        w("tblW", w=sum(widths), type="dxa"),
        w("jc", val="center"),
        w("tblBorders", *edges, *inner),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *sides),
    )
    columns = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    rows = (_row(row, widths, sheet, head=number < head) for number, row in enumerate(grid))
    return w("tbl", properties, columns, *rows)


def _line(edge: str, weight: int) -> Any:
    return w(edge, val="single", sz=weight, space=0, color="000000")


def _alone(place: Place) -> str | None:
    """The text of a cell that is one column wide, where it begins: what its column must hold."""
    return place[0].text if place is not None and place[0].columns == 1 and place[2] else None


def _row(row: Sequence[Place], widths: Sequence[int], sheet: _Sheet, *, head: bool) -> Any:
    properties = w("trPr", w("cantSplit"))
    if head:
        properties.append(w("tblHeader"))
    cells = []
    for column, place in enumerate(row):
        if place is None:
            nothing = (Cell((Paragraph("cell", ()),)), True, True)
            cells.append(_cell(nothing, widths[column], 1, sheet, keeps=head))
        elif place[1]:
            reach = _reach(row, column)
            cells.append(_cell(place, sum(widths[column : column + reach]), reach, sheet, keeps=head))
    return w("tr", properties, *cells)


def _reach(row: Sequence[Place], column: int) -> int:
    """How many columns the cell that begins at ``column`` reaches over."""
    place, reach = row[column], 1
    for after in row[column + 1 :]:
        if place is None or after is None or after[0] is not place[0] or after[1]:
            break
        reach += 1
    return reach


def _cell(place: tuple[Cell, bool, bool], width: int, reach: int, sheet: _Sheet, *, keeps: bool) -> Any:
    cell, _, begins = place
    properties = w("tcPr", w("tcW", w=width, type="dxa"))
    if reach > 1:
        properties.append(w("gridSpan", val=reach))
    if cell.rows > 1:
        properties.append(w("vMerge", val="restart" if begins else "continue"))
    properties.append(w("vAlign", val="center"))
    shown = cell.paragraphs if begins else (Paragraph(cell.paragraphs[0].kind, ()),)
    return w("tc", properties, *(_paragraph(each, sheet, keeps=keeps) for each in shown))


# -- the page and the file


def _set_styles(document: Any, *, chinese: bool, small: bool) -> None:
    element = document.styles.element
    for child in list(element):
        element.remove(child)
    element.extend(styles(chinese=chinese, small=small))


def _set_settings(document: Any) -> None:
    element = document.settings.element
    for child in list(element):
        element.remove(child)
    uri = "http://schemas.microsoft.com/office/word"
    mode = w("compatSetting", name="compatibilityMode", uri=uri, val=15)
    element.extend(
        (
            w("zoom", percent=100),
            w("evenAndOddHeaders"),
            w("characterSpacingControl", val="compressPunctuation"),
            w("compat", w("doNotExpandShiftReturn"), mode),
            w("themeFontLang", val="en-US", eastAsia="zh-CN"),
        )
    )


def _set_page(section: Any, sheet: _Sheet, stamp: str) -> None:
    """A4 with its margins and grid; the number outside, right on odd pages and left on even ones."""
    properties = section._sectPr  # noqa: SLF001 - python-docx has no name for the grid
    properties.append(w("pgSz", **_PAGE))
    properties.append(w("pgMar", **sheet.margins, gutter=0))
    if not sheet.small:
        properties.append(w("docGrid", **_GRID))
    for footer, kind in ((section.footer, "footer"), (section.even_page_footer, "footer-even")):
        _fill(footer, Paragraph(kind, ()), _number() if sheet.numbered else ())
    headers = [section.header, section.even_page_header]
    if not sheet.from_first:
        section.different_first_page_header_footer = True
        _fill(section.first_page_footer, Paragraph("footer", ()), ())
        headers.append(section.first_page_header)
    for header in headers:
        _fill(header, Paragraph("header", (Run(stamp),) if stamp else ()), ())


def _fill(part: Any, paragraph: Paragraph, more: Sequence[Any]) -> None:
    part.is_linked_to_previous = False
    element = part._element  # noqa: SLF001 - the paragraphs of a header, as those of the body
    for child in list(element):
        element.remove(child)
    made = _paragraph(paragraph, _SHEETS[""])
    made.extend(more)
    element.append(made)


def _number() -> tuple[Any, ...]:
    """The page's number between dashes: — 1 —."""
    field = w("fldSimple", _run(Run("1")), instr=" PAGE ")
    return (_run(Run("— ")), field, _run(Run(" —")))


def _set_properties(document: Any, paper: Paper) -> None:
    """The title and the language; no author, no clock."""
    properties = document.core_properties
    element = properties._element  # noqa: SLF001 - python-docx can set a property, not take one away
    for child in list(element):
        element.remove(child)
    properties.title = paper.title[:255]
    properties.language = paper.language


def _drop_unused(document: Any) -> None:
    for relations in (document.part.package.rels, document.part.rels):
        for name, relation in list(relations.items()):
            if not relation.reltype.endswith(_KEPT_PARTS):
                del relations[name]


def _dateless(data: bytes) -> bytes:
    """The same file without the day it was made on."""
    held = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(held, "w") as new:
        for name in old.namelist():
            entry = ZipInfo(name)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.create_system = 3
            new.writestr(entry, old.read(name))
    return held.getvalue()
