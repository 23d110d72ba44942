"""How each kind of paragraph looks in Word: one row a kind, by GB/T 9704 as ``templates/paper/paper.css``.

Fonts are named as the standard names them; a machine that lacks one shows its own. Widths counted in
characters are told to Word in characters, so that they hold whatever the font.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from motiontrack.lean import lean

__all__ = ["DEEPEST_LIST", "LINE", "LISTS", "LOOKS", "Look", "fonts", "style_id", "styles", "w"]

BIAO, FANG, HEI, KAI, SONG = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"
#: Letters and digits of a paper in English.
_LATIN = "Times New Roman"
_BODY_SIZE = 16
#: Lists of an office's own in one another; at the sixth half of the line is left.
DEEPEST_LIST = 6
#: 22 lines to a page of 225 mm, in points.
LINE = 28.95


@lean
class Look:
    """A style: measures in points, indents in characters."""

    kind: str
    #: The name that Word knows it by, or ours.
    name: str
    font: str = FANG
    size: float = _BODY_SIZE
    line: float = LINE
    align: str = "both"
    first: float = 0
    left: float = 0
    hanging: float = 0
    right: float = 0
    before: float = 0
    after: float = 0
    #: 0 is the highest in the navigation.
    level: int | None = None
    #: Stays on the page of what follows.
    keeps: bool = False
    border: str = ""
    colour: str = ""


LOOKS = (
    Look("body", "Normal", first=2),
    Look("title", "Title", BIAO, 22, 36.2, "center", before=7.2, after=7.2, keeps=True),
    Look("heading", "heading 1", HEI, align="left", first=2, level=0, keeps=True),
    Look("subheading", "heading 2", KAI, align="left", first=2, level=1, keeps=True),
    Look("byline", "题下说明", KAI, align="center"),
    Look("sample", "示例说明", HEI, 10, 16, "left", border="single", colour="3F4B58"),
    Look("call", "主送机关", align="left", before=LINE),
    Look("draft", "草稿说明", HEI, 10.5, 18, "left", border="single", colour="B3261E"),
    Look("quotation", "引文", KAI, left=2, right=2),
    Look("mark", "信函版头右上", HEI, align="right"),
    Look("organ", "发文机关标志", BIAO, 30, 48, "center", border="double", colour="B80000"),
    Look("reference", "发文字号", align="right", after=LINE),
    Look("blank", "待补内容", KAI, first=2, border="dashed", colour="3F4B58"),
    Look("annex-note", "附件说明", align="left", left=5, hanging=3, before=LINE),
    Look("sign", "署名", align="right", right=2, before=2 * LINE, keeps=True),
    Look("sign-day", "成文日期", align="right", right=4),
    Look("annex-number", "附件序号", HEI, align="left", keeps=True),
    Look("annex-title", "附件标题", BIAO, 18, LINE, "center", after=LINE / 2, level=0, keeps=True),
    Look("annex-subheading", "附件小标题", KAI, 12, LINE, "left", level=1, keeps=True),
    Look("note", "表注", size=9.5, line=14, align="left", before=5.7),
    Look("told", "事项", HEI, 14, 22, "left", left=2, hanging=2, before=4, keeps=True),
    Look("ground", "事项理由", size=12, line=19, align="left", left=3.5, hanging=1.5),
    Look("plain", "列项", size=13, line=22, align="left", left=3, hanging=2),
    Look("small", "小字列项", size=10, line=15, align="left", left=3, hanging=2),
    Look("letter", "正文列项", first=2),
    Look("list", "自拟列项", left=4, hanging=2),
    *(
        Look(f"list-{level}", f"自拟{'一二三四五六'[level - 1]}级列项", left=2 + 2 * level, hanging=2)
        for level in range(2, DEEPEST_LIST + 1)
    ),
    Look("caption", "caption", HEI, 10.5, 18, "left", keeps=True),
    Look("cell", "表格居中", size=10, line=14, align="center"),
    Look("cell-left", "表格左齐", size=10, line=14, align="left"),
    Look("cell-head", "表头", HEI, 10, 14, "center"),
    # Between a table and what follows: two tables that touch are one to Word.
    Look("gap", "表后空白", size=5, line=10),
    Look("header", "header", SONG, 9, 12, "center", colour="444444"),
    Look("footer", "footer", SONG, 14, 16, "right", right=1),
    Look("footer-even", "偶数页页码", SONG, 14, 16, "left", left=1),
)


#: The kinds of items.
LISTS = frozenset(
    each.kind
    for each in LOOKS
    if each.kind in ("told", "ground", "plain", "small", "letter") or "list" in each.kind
)
_COMPACT = "-compact"
#: Of a sheet that should be one page: what the size and the line of each become.
_SMALLER: Mapping[float, tuple[float, float]] = {
    16: (12, 19),
    14: (12, 19),
    13: (10.5, 16),
    12: (10.5, 16),
    10: (9.5, 13),
}


def compact(look: Look) -> Look:
    """The same kind on a sheet that should be one page."""
    size, line = _SMALLER.get(look.size, (look.size, look.line))
    return dataclasses.replace(
        look,
        kind=look.kind + _COMPACT,
        name=f"{look.name}（紧凑）",
        size=size,
        line=line,
        before=look.before / 3,
        after=look.after / 3,
    )


def w(tag: str, *children: Any, **attributes: object) -> Any:
    """An element of WordprocessingML, its attributes in the same namespace."""
    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    element.extend(children)
    return element


def style_id(kind: str, *, small: bool = False) -> str:
    """What a paragraph of this kind points at; ``small``: on a sheet that should be one page."""
    return _IDS[kind] + ("Compact" if small else "")


#: Word looks for its own styles by these ids too.
_IDS = {each.kind: "".join(part.capitalize() for part in each.kind.split("-")) for each in LOOKS} | {
    "body": "Normal",
    "heading": "Heading1",
    "subheading": "Heading2",
}


def fonts(font: str, *, chinese: bool) -> Any:
    """A font for all letters; in English, Chinese ones only."""
    latin = font if chinese else _LATIN
    return w("rFonts", ascii=latin, hAnsi=latin, eastAsia=font, cs=latin)


def styles(*, chinese: bool, small: bool) -> Iterator[Any]:
    """All that stands in ``word/styles.xml``: the defaults, a style a kind, and what Word expects.

    ``small``: those of sheets that should be one page, too.
    """
    # The first is that of letters and digits: as Chinese a number would be broken between its digits.
    language = w("lang", val="en-US" if chinese else "en-GB", eastAsia="zh-CN")
    yield w(
        "docDefaults",
        w("rPrDefault", w("rPr", fonts(FANG, chinese=chinese), w("sz", val=32), w("szCs", val=32), language)),
        w("pPrDefault", w("pPr")),
    )
    for look in LOOKS:
        yield _style(look, style_id(look.kind), chinese=chinese)
        if small:
            yield _style(compact(look), style_id(look.kind, small=True), chinese=chinese)
    # The head of a run-in paragraph: the characters of a heading in a paragraph of the body.
    for level, font in ((1, HEI), (2, KAI)):
        yield w(
            "style",
            w("name", val=f"heading {level} Char"),
            w("basedOn", val="DefaultParagraphFont"),
            w("link", val=f"Heading{level}"),
            w("rPr", fonts(font, chinese=chinese)),
            type="character",
            customStyle=1,
            styleId=f"Heading{level}Char",
        )
    yield _default("character", "DefaultParagraphFont", "Default Paragraph Font")
    yield _default("table", "TableNormal", "Normal Table", w("tblPr", w("tblInd", w=0, type="dxa")))
    yield _default("numbering", "NoList", "No List")


def _default(kind: str, name: str, shown: str, *more: Any) -> Any:
    about = (w("name", val=shown), w("uiPriority", val=99), w("semiHidden"), w("unhideWhenUsed"))
    return w("style", *about, *more, type=kind, default=1, styleId=name)


def _style(look: Look, identity: str, *, chinese: bool) -> Any:
    style = w("style", w("name", val=look.name), type="paragraph", styleId=identity)
    if look.kind == "body":
        style.set(qn("w:default"), "1")
    else:
        if not look.name.isascii():
            style.set(qn("w:customStyle"), "1")
        style.append(w("basedOn", val="Normal"))
        style.append(w("next", val="Normal" if look.keeps else identity))
        if look.kind in ("heading", "subheading"):
            style.append(w("link", val=f"{identity}Char"))
    style.append(w("qFormat"))
    style.append(w("pPr", *_paragraph(look, chinese=chinese)))
    style.append(w("rPr", *_letters(look, chinese=chinese)))
    return style


def _paragraph(look: Look, *, chinese: bool) -> Iterator[Any]:
    """In the order that the schema of Word wants."""
    yield w("keepNext", val=int(look.keeps))
    if look.border:
        edges = ("bottom",) if look.border == "double" else ("top", "left", "bottom", "right")
        colour = look.colour if look.border == "double" else "767B81"
        yield w("pBdr", *(w(each, val=look.border, sz=4, space=1, color=colour) for each in edges))
    # A comma beyond the edge of the text would be no longer within the standard's 28 characters.
    yield w("overflowPunct", val=0)
    if look.kind.startswith("cell"):
        # The quarter of a blank between 10 and 月 would break the narrowest columns.
        yield w("autoSpaceDE", val=0)
        yield w("autoSpaceDN", val=0)
    # Every line has its height already. The grid of characters is that of the letters, below: LibreOffice,
    # which fits no 16 points into 15.79, would give each two places.
    yield w("snapToGrid", val=0)
    yield w(
        "spacing",
        before=_twips(look.before),
        after=_twips(look.after),
        line=_twips(look.line),
        lineRule="exact",
    )
    yield _indents(look, first=look.first if chinese else 0)
    yield w("jc", val=look.align)
    if look.level is not None:
        yield w("outlineLvl", val=look.level)


def _indents(look: Look, *, first: float) -> Any:
    """Every one is named, so that none is taken over from the body."""

    def both(name: str, characters: float) -> dict[str, int]:
        return {f"{name}Chars": round(characters * 100), name: _twips(characters * look.size)}

    hanging = both("hanging", look.hanging) if look.hanging else both("firstLine", first)
    return w("ind", **both("left", look.left), **both("right", look.right), **hanging)


def _letters(look: Look, *, chinese: bool) -> Iterator[Any]:
    yield fonts(look.font, chinese=chinese)
    yield w("b", val=0)
    # What is smaller than the body has no 28 characters to a line.
    yield w("snapToGrid", val=int(look.size == _BODY_SIZE))
    if look.colour:
        yield w("color", val=look.colour)
    yield w("sz", val=round(look.size * 2))
    yield w("szCs", val=round(look.size * 2))


def _twips(points: float) -> int:
    return round(points * 20)
