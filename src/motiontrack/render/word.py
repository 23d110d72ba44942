"""A paper in HTML as a Word document, laid out by GB/T 9704.

It is made from the page that the templates wrote, so that an office's own templates and texts count in
Word too, and no sentence is written twice. Nothing in it is a link, a field but the page's number, or a
macro; the same page gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document

from motiontrack.render.word_columns import column_widths
from motiontrack.render.word_parts import Cell, Paper, Paragraph, Run, Table, read_paper
from motiontrack.render.word_styles import style_id, styles, w

__all__ = ["paper_docx"]

#: A4 and its margins: 37, 35, 28 and 26 mm, in twips.
_PAGE = {"w": 11906, "h": 16838}
_MARGINS = {"top": 2098, "bottom": 1984, "left": 1587, "right": 1474}
#: How far the lines above and below the text stand from the paper's edge.
_EDGES = {"header": 1134, "footer": 1417, "gutter": 0}
_ROOM = _PAGE["w"] - _MARGINS["left"] - _MARGINS["right"]
#: 22 lines of 28.95 points; 28 characters of 15.79 points, told as what is taken from 16.
_GRID = {"type": "linesAndChars", "linePitch": 579, "charSpace": -849}
_RULE, _FRAME = 5, 10  # eighths of a point
_PADDING = 68
#: Parts of an empty document that a paper has no use for: a picture of it, who made it, lists, themes.
_KEPT_PARTS = ("/styles", "/settings", "/header", "/footer", "/officeDocument", "/core-properties")


def paper_docx(html: str) -> bytes:
    """The Word document of a paper in HTML."""
    paper = read_paper(html)
    document = Document()
    body = document.element.body
    for child in list(body):
        body.remove(child)
    body.extend(_blocks(paper))
    chinese = paper.language.startswith("zh")
    _set_styles(document, chinese=chinese)
    _set_settings(document)
    body.append(w("sectPr"))
    _set_page(document, paper)
    _set_properties(document, paper)
    _drop_unused(document)
    held = io.BytesIO()
    document.save(held)
    return _dateless(held.getvalue())


def _blocks(paper: Paper) -> Iterator[Any]:
    for block in paper.blocks:
        if isinstance(block, Table):
            yield _table(block)
            yield _paragraph(Paragraph("gap", ()))
        else:
            yield _paragraph(block)
    if not paper.blocks:
        yield w("p")


# -- paragraphs


def _paragraph(paragraph: Paragraph, *, keeps: bool = False) -> Any:
    properties = w("pPr", w("pStyle", val=style_id(paragraph.kind)))
    if keeps:
        properties.append(w("keepNext"))
    if paragraph.new_page:
        properties.append(w("pageBreakBefore"))
    return w("p", properties, *(_run(run) for run in paragraph.runs))


def _run(run: Run) -> Any:
    properties = w("rPr")
    if run.head:
        properties.append(w("rStyle", val="Heading2Char"))
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


def _table(table: Table) -> Any:
    grid = _placed(table)
    count = max(len(row) for row in grid)
    grid = [[*row, *[None] * (count - len(row))] for row in grid]
    alone = [[_alone(place) for place in row] for row in grid]
    widths = column_widths(alone, _ROOM, head=table.head, padding=2 * (_PADDING + _RULE))
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
    rows = (_row(row, widths, head=number < table.head) for number, row in enumerate(grid))
    return w("tbl", properties, columns, *rows)


def _line(edge: str, weight: int) -> Any:
    return w(edge, val="single", sz=weight, space=0, color="000000")


#: A place in a row: a cell and whether it begins there; ``None`` where there is none.
_Place = tuple[Cell, bool, bool] | None


def _placed(table: Table) -> list[list[_Place]]:
    """The table as a grid: each cell at all places that it reaches over (first column?, first row?)."""
    grid: list[list[_Place]] = [[] for _ in table.rows]
    for number, row in enumerate(table.rows):
        place = 0
        for cell in row:
            while place < len(grid[number]) and grid[number][place] is not None:
                place += 1
            for line in range(number, min(number + cell.rows, len(grid))):
                grid[line] += [None] * (place + cell.columns - len(grid[line]))
                for column in range(place, place + cell.columns):
                    if grid[line][column] is None:
                        grid[line][column] = (cell, column == place, line == number)
            place += cell.columns
    return grid


def _alone(place: _Place) -> str | None:
    """The text of a cell that is one column wide, where it begins: what its column must hold."""
    return place[0].text if place is not None and place[0].columns == 1 and place[2] else None


def _row(row: Sequence[_Place], widths: Sequence[int], *, head: bool) -> Any:
    properties = w("trPr", w("cantSplit"))
    if head:
        properties.append(w("tblHeader"))
    cells = []
    for column, place in enumerate(row):
        if place is None:
            nothing = (Cell((Paragraph("cell", ()),)), True, True)
            cells.append(_cell(nothing, widths[column], 1, keeps=head))
        elif place[1]:
            reach = _reach(row, column)
            cells.append(_cell(place, sum(widths[column : column + reach]), reach, keeps=head))
    return w("tr", properties, *cells)


def _reach(row: Sequence[_Place], column: int) -> int:
    """How many columns the cell that begins at ``column`` reaches over."""
    place, reach = row[column], 1
    for after in row[column + 1 :]:
        if place is None or after is None or after[0] is not place[0] or after[1]:
            break
        reach += 1
    return reach


def _cell(place: tuple[Cell, bool, bool], width: int, reach: int, *, keeps: bool) -> Any:
    cell, _, begins = place
    properties = w("tcPr", w("tcW", w=width, type="dxa"))
    if reach > 1:
        properties.append(w("gridSpan", val=reach))
    if cell.rows > 1:
        properties.append(w("vMerge", val="restart" if begins else "continue"))
    properties.append(w("vAlign", val="center"))
    shown = cell.paragraphs if begins else (Paragraph(cell.paragraphs[0].kind, ()),)
    return w("tc", properties, *(_paragraph(each, keeps=keeps) for each in shown))


# -- the page and the file


def _set_styles(document: Any, *, chinese: bool) -> None:
    element = document.styles.element
    for child in list(element):
        element.remove(child)
    element.extend(styles(chinese=chinese))


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


def _set_page(document: Any, paper: Paper) -> None:
    """A4 with its margins and grid; the number outside, right on odd pages and left on even ones."""
    section = document.sections[0]
    properties = section._sectPr  # noqa: SLF001 - python-docx has no name for the grid
    properties.append(w("pgSz", **_PAGE))
    properties.append(w("pgMar", **_MARGINS, **_EDGES))
    properties.append(w("docGrid", **_GRID))
    for footer, kind in ((section.footer, "footer"), (section.even_page_footer, "footer-even")):
        _fill(footer, Paragraph(kind, ()), _number())
    if paper.stamp:
        for header in (section.header, section.even_page_header):
            _fill(header, Paragraph("header", (Run(paper.stamp),)), ())


def _fill(part: Any, paragraph: Paragraph, more: Sequence[Any]) -> None:
    part.is_linked_to_previous = False
    element = part._element  # noqa: SLF001 - the paragraphs of a header, as those of the body
    for child in list(element):
        element.remove(child)
    made = _paragraph(paragraph)
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
