"""Word made from a paper's page: what stands where, opened by python-docx; whole papers in tests/cli/test_word.py."""

from __future__ import annotations

import io
import re
from time import process_time
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import example, given
from hypothesis import strategies as st
from lxml.etree import ParserError
from lxml.html import HTMLParser, document_fromstring
from markupsafe import escape

from motiontrack.render.word import paper_docx
from motiontrack.render.word_columns import column_widths
from motiontrack.render.word_styles import LOOKS, compact

PAGE = '<!DOCTYPE html><html lang="{}"><head><title>通报</title><style>p {{}}</style></head><body{}><main>{}</main></body></html>'


def made(body: str, language: str = "zh-CN", stamp: str = "") -> Any:
    about = f' data-stamp="{stamp}"' if stamp else ""
    return Document(io.BytesIO(paper_docx(PAGE.format(language, about, f'<div class="page">{body}</div>'))))


def paragraphs(document: Any) -> list[tuple[str, str]]:
    return [(each.style.name, each.text) for each in document.paragraphs if each.text]


def test_each_part_of_a_paper_is_a_style_of_its_own() -> None:
    document = made(
        '<h1 class="title"><span>办理情况</span><span>的汇报</span></h1>'
        '<p class="byline">（2010年7月28日）</p><p class="call">各位委员：</p>'
        '<h2>一、总体\n情况</h2><div class="run"><h3>（一）进展。</h3><p>已办结<strong>3项</strong>。</p></div>'
        "<h3>（二）黄灯</h3><p>正文<br>另行</p>"
        '<p class="blank">〔待补〕</p><p class="annex-note">附件：表</p>'
        '<div class="sign"><p>市政府办</p><p>2010年7月28日</p></div><p class="tnote">注</p>'
    )

    assert paragraphs(document) == [
        ("Title", "办理情况\n的汇报"),
        ("题下说明", "（2010年7月28日）"),
        ("主送机关", "各位委员："),
        ("Heading 1", "一、总体 情况"),
        ("Normal", "（一）进展。已办结3项。"),
        ("Heading 2", "（二）黄灯"),
        ("Normal", "正文\n另行"),
        ("待补内容", "〔待补〕"),
        ("附件说明", "附件：表"),
        ("署名", "市政府办"),
        ("成文日期", "2010年7月28日"),
        ("表注", "注"),
    ]
    run_in = next(each for each in document.paragraphs if "进展" in each.text)
    assert [(run.text, run.style.name, run.bold) for run in run_in.runs] == [
        ("（一）进展。", "heading 2 Char", None),
        ("已办结", "Default Paragraph Font", None),
        ("3项", "Default Paragraph Font", True),
        ("。", "Default Paragraph Font", None),
    ]


def test_lists_are_numbered_and_may_stand_in_one_another() -> None:
    document = made(
        '<ol class="told"><li><p>甲</p>\n<ul>\n<li>理由</li></ul></li><li><p>乙</p></li></ol>'
        '<ol class="plain small" start="3"><li>丙</li></ol>'
        '<div class="own"><p>自拟。</p><ul><li>一<ul><li>二</li></ul></li></ul></div>'
    )

    assert paragraphs(document) == [
        ("事项", "1.\t甲"),
        ("事项理由", "·\t理由"),
        ("事项", "2.\t乙"),
        ("小字列项", "3.\t丙"),
        ("Normal", "自拟。"),
        ("自拟列项", "·\t一"),
        ("自拟二级列项", "·\t二"),
    ]


def test_an_own_text_keeps_its_levels_and_what_belongs_to_an_item() -> None:
    document = made(
        "<ol><li><p>一</p><p>续</p><ol><li>二<ul><li>三<ol><li>四</li></ol></li></ul></li></ol></li>"
        "<li></li><li><ul><li>五</li></ul></li><li><blockquote><p>引</p></blockquote></li></ol>"
    )

    assert paragraphs(document) == [
        ("自拟列项", "1.\t一"),
        ("自拟列项", "\t续"),
        ("自拟二级列项", "1.\t二"),
        ("自拟三级列项", "·\t三"),
        ("自拟四级列项", "1.\t四"),
        ("自拟列项", "2."),
        ("自拟列项", "3."),
        ("自拟二级列项", "·\t五"),
        ("自拟列项", "4.\t引"),
    ]
    lefts = [each.style.element.pPr.find(qn("w:ind")).get(qn("w:leftChars")) for each in document.paragraphs]
    assert lefts[:5] == ["400", "400", "600", "800", "1000"]


def test_a_table_is_whole() -> None:
    document = made(
        "<table><caption>灯号</caption><thead><tr><th>目标</th><th>任务</th><th>灯号</th></tr></thead><tbody>"
        '<tr><th scope="rowgroup" rowspan="2">甲</th><td class="l">1. 一\n2. 二</td>'
        '<td><span class="light" style="--c: #B42318" data-shape="◆"><svg><title>图</title></svg>红灯</span></td></tr>'
        '<tr><td>丙</td><td></td></tr><tr class="sum"><td colspan="3">合计2项</td></tr></tbody></table>'
    )
    (table,) = document.tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]

    assert paragraphs(document) == [("Caption", "灯号")]
    assert rows == [
        ["目标", "任务", "灯号"],
        ["甲", "1. 一\n2. 二", "◆\xa0红灯"],
        ["甲", "丙", ""],
        ["合计2项"] * 3,
    ]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows] == [
        True,
        False,
        False,
        False,
    ]
    assert table._tbl.tblPr.find(qn("w:tblLayout")).get(qn("w:type")) == "fixed"
    light = table.cell(1, 2).paragraphs[0].runs
    assert [str(run.font.color.rgb) for run in light] == ["B42318", "None"]
    # Two tables that touch would be one.
    assert table._tbl.getnext().tag == qn("w:p")


def cells_of(body: str) -> list[list[str]]:
    (table,) = made(body).tables
    return [[cell.text for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize("columns", [3, 1000, 100_000, 10**20, 0])
def test_a_cell_reaches_over_no_more_columns_than_there_are(columns: int) -> None:
    rows = cells_of(f'<table><tr><td colspan="{columns}">合计</td></tr><tr><td>甲<td>乙<td>丙</tr></table>')

    assert rows == [["合计"] * 3 if columns else ["合计", "", ""], ["甲", "乙", "丙"]]


@pytest.mark.parametrize("rows", ["2", "65534", "99999999999", "0", " +2项"])
def test_a_cell_reaches_over_no_more_rows_than_its_group_has(rows: str) -> None:
    """And a row in which no cell begins is one of them."""
    page = (
        f'<table><tbody><tr><td rowspan="{rows}">甲</td><td rowspan="{rows}">乙</td></tr><tr></tr></tbody>'
        "<tbody><tr><td>丙</td><td>丁</td></tr></tbody></table>"
    )

    assert cells_of(page) == [["甲", "乙"], ["甲", "乙"], ["丙", "丁"]]


def test_a_table_wider_than_word_takes_is_text_row_by_row() -> None:
    row = "".join(f"<td>{number}列</td>" for number in range(64))
    document = made(f"<table><caption>宽表</caption><tr>{row}</tr><tr><td></td></tr></table>")

    assert paragraphs(document) == [
        ("Caption", "宽表"),
        ("Normal", "\u3000".join(f"{number}列" for number in range(64))),
    ]
    assert not document.tables
    assert len(made(f"<table><tr>{row.removesuffix('<td>63列</td>')}</tr></table>").tables) == 1


def test_no_span_keeps_anybody_waiting() -> None:
    """Counted, not timed: the places of the grid are no more than the cells make columns and rows."""
    body = "<tr><td rowspan=65534 colspan=1000>甲</td></tr>" * 3000
    document = made(f"<table>{body}</table>")

    assert not document.tables  # each begins a column of its own
    assert [text for _, text in paragraphs(document)] == ["甲"] * 3000
    high = "<tr><td rowspan=65534>甲</td><td>乙</td></tr>" + "<tr><td colspan=1000>丙</td></tr>" * 3000
    (table,) = made(f"<table>{high}</table>").tables
    assert len(table._tbl.tblGrid) == 2


def test_no_run_of_blanks_keeps_anybody_waiting() -> None:
    """Each blank was once tried as the first before a line break: 100,000 took ten seconds."""
    begun = process_time()
    document = made(f'<table><tr><td class="l">甲{" " * 100_000}乙 \n 丙</td></tr></table>')

    assert document.tables[0].cell(0, 0).text == "甲 乙\n丙"
    assert process_time() - begun < 3


def test_a_page_of_the_paper_begins_a_page() -> None:
    document = made(
        '<p>一</p></div><div class="page annex"><p class="annex-no">附件</p><h2 class="t">表</h2>'
    )

    assert paragraphs(document) == [("Normal", "一"), ("附件序号", "附件"), ("附件标题", "表")]
    breaks = [each.paragraph_format.page_break_before for each in document.paragraphs]
    assert breaks == [None, True, None]


def test_who_signs_stands_on_no_page_alone() -> None:
    """GB/T 9704 wants text on the page of the signature; what comes before it goes along."""
    document = made(
        '<p>一</p><p>以上报告，请予审议。</p><p class="annex-note">附件：表</p>'
        '<div class="sign"><p>市政府办</p><p>2010年7月28日</p></div>'
    )

    kept = [each.text for each in document.paragraphs if each.paragraph_format.keep_with_next]
    assert kept == ["以上报告，请予审议。", "附件：表", "市政府办"]


def test_what_leads_to_a_list_stands_on_the_page_of_its_first_item() -> None:
    document = made(
        '<div class="run"><h3>（一）逾期办结2项。</h3><p></p></div><ol class="letter"><li>甲</li><li>乙</li></ol>'
        '<p>措施：</p><div class="own"><ul><li>丙<ul><li>丁</li></ul></li></ul></div><p>完</p>'
    )

    kept = [each.text for each in document.paragraphs if each.paragraph_format.keep_with_next]
    assert kept == ["（一）逾期办结2项。", "措施："]


def test_sheets_of_other_kinds_have_their_own_margins_and_sizes() -> None:
    """A letter bears no number on its first page, a leader's page none; what should be one page is smaller."""
    document = made(
        '<div class="letterhead"><p class="organ">南通市人民政府办公室</p><p class="ref">通政办函〔2010〕1号</p></div>'
        '<div class="run"><h2>一、进展。</h2><p>正文</p></div><ol class="letter"><li>甲</li></ol>'
        '</div><div class="page sheet"><h2>任务</h2></div><div class="page sheet"><table><tr><td>一</td></tr></table>'
        '</div><div class="page brief"><p>摘要</p>'
    )
    letter, sheets, brief = document.sections

    assert [(style.removesuffix("（紧凑）"), text) for style, text in paragraphs(document)] == [
        ("发文机关标志", "南通市人民政府办公室"),
        ("发文字号", "通政办函〔2010〕1号"),
        ("Normal", "一、进展。正文"),
        ("正文列项", "1. 甲"),
        ("heading 1", "任务"),
        ("Normal", "摘要"),
    ]
    heads = [run.style.name for run in document.paragraphs[2].runs]
    assert heads == ["heading 1 Char", "Default Paragraph Font"]
    assert [round(each.left_margin.mm) for each in document.sections] == [28, 22, 22]
    assert letter.different_first_page_header_footer
    assert not letter.first_page_footer.paragraphs[0]._p.findall(qn("w:fldSimple"))
    numbers = [
        len(each.footer.paragraphs[0]._p.findall(qn("w:fldSimple"))) for each in (letter, sheets, brief)
    ]
    assert numbers == [1, 1, 0]
    sizes = {each.style.name: each.style.font.size.pt for each in document.paragraphs}
    assert sizes["Normal"] == 16
    assert sizes["Normal（紧凑）"] == sizes["heading 1（紧凑）"] == 12
    breaks = [each for each in document.paragraphs if each.paragraph_format.page_break_before]
    assert len(breaks) == 1  # the second sheet; the others begin a section


def test_text_that_an_office_puts_anywhere_is_kept() -> None:
    document = made("裸文字<section><div>一<p>二</p>三</div></section><blockquote>四</blockquote>")
    outside = Document(io.BytesIO(paper_docx(PAGE.format("zh-CN", "", '页外<div class="page">页内</div>'))))

    assert [text for _, text in paragraphs(document)] == ["裸文字", "一", "二", "三", "四"]
    assert [text for _, text in paragraphs(outside)] == ["页外", "页内"]


def test_the_page_is_that_of_the_standard() -> None:
    document = made("<p>一</p>", stamp="示例：数据均为虚构")
    section = document.sections[0]
    millimetres = [round(each.mm) for each in (section.page_width, section.page_height, section.top_margin,
                                               section.bottom_margin, section.left_margin, section.right_margin)]  # fmt: skip

    assert millimetres == [210, 297, 37, 35, 28, 26]
    assert document.settings.odd_and_even_pages_header_footer
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        (number,) = footer.paragraphs
        assert "".join(each.text for each in number._p.iter(qn("w:t"))) == "— 1 —"
        assert number.style.element.pPr.find(qn("w:jc")).get(qn("w:val")) == side
        assert number.style.font.size.pt == 14
    for header in (section.header, section.even_page_header):
        assert [each.text for each in header.paragraphs] == ["示例：数据均为虚构"]
    assert document.core_properties.title == "通报"
    assert document.core_properties.author == ""


def test_headings_are_those_of_word_and_look_as_the_standard_has_them() -> None:
    styles = {each.name: each for each in made("<p>一</p>").styles}

    for name, level, font in (("Heading 1", "0", "黑体"), ("Heading 2", "1", "楷体_GB2312")):
        properties = styles[name].element.pPr
        assert properties.find(qn("w:outlineLvl")).get(qn("w:val")) == level
        assert properties.find(qn("w:ind")).get(qn("w:firstLineChars")) == "200"
        assert styles[name].element.rPr.rFonts.get(qn("w:eastAsia")) == font
        assert styles[name].paragraph_format.keep_with_next
    assert styles["Normal"].element.rPr.rFonts.get(qn("w:eastAsia")) == "仿宋_GB2312"
    assert styles["Title"].element.rPr.rFonts.get(qn("w:eastAsia")) == "方正小标宋简体"
    assert styles["Normal"].paragraph_format.line_spacing.pt == pytest.approx(28.95)


def test_a_paper_in_english_is_not_indented_and_has_letters_of_its_own() -> None:
    styles = {each.name: each for each in made("<p>One</p>", "en").styles}

    assert styles["Normal"].element.pPr.find(qn("w:ind")).get(qn("w:firstLineChars")) == "0"
    assert styles["Normal"].element.rPr.rFonts.get(qn("w:ascii")) == "Times New Roman"


HOSTILE = st.text(min_size=1, max_size=40)


@given(HOSTILE)
def test_any_text_is_text(text: str) -> None:
    """In a paragraph, a cell, a caption and a stamp: nothing in it becomes markup, a field or a link."""
    given_text = escape(text)
    body = f"<p>a{given_text}b</p><table><caption>a{given_text}b</caption><tr><td>a{given_text}b</td></tr></table>"
    data = paper_docx(
        PAGE.format("zh-CN", f' data-stamp="a{given_text}b"', f'<div class="page">{body}</div>')
    )
    document = Document(io.BytesIO(data))
    found = [*(each.text for each in document.paragraphs if each.text), document.tables[0].cell(0, 0).text]

    kept = re.sub("[^\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]| ", "", text)
    assert [re.sub("[\n\t ]", "", each) for each in found] == [f"a{kept}b"] * 3
    assert sorted(
        set(re.findall(r"<w:(hyperlink|instrText|fldSimple|object|altChunk|drawing)\b", everything(data)))
    ) == ["fldSimple"]


def everything(data: bytes) -> str:
    with ZipFile(io.BytesIO(data)) as parts:
        return "".join(
            parts.read(name).decode() for name in parts.namelist() if name.endswith((".xml", ".rels"))
        )


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "{ HYPERLINK x }",
        '<w:r/>"&amp;',
        "<script>alert(1)</script>",
        "javascript:x",
        "\x00\x0b\ufffe甲",
        "]]>",
    ],
)
def test_marks_do_nothing(text: str) -> None:
    document = made(f"<p>{escape(text)}</p>")

    assert [shown for _, shown in paragraphs(document)] == [re.sub("[\x00\x0b\ufffe]", "", text)]


PIECES = [
    "<p>", "</p>", "<div class='page'>", "<div class='page brief'>", "</div>", "<table>", "</table>", "<thead>", "<tr>", "<td>", "<td rowspan=3>",
    "<th colspan=2>", "</td>", "<caption>", "<ol class='told'>", "<ul>", "<li>", "</li>", "<h1 class='title'>", "<h2>", "<div class='run'>",
    "<div class='sign'>", "<span class='light' data-shape='◆'>", "<b>", "</b>", "<br>", "<svg>", "</svg>", "<!-- x -->", "<html lang='en'>",
    "<title>", "<script>", "甲", "乙 ", "\n", "&lt;", "&#0;", "&#xFFFE;", "<", ">", "<?x?>", "<![CDATA[", "<td rowspan=99999 colspan=99999>", "<ol start='-1'>",
]  # fmt: skip


def shown(element: Any) -> str:
    """What a page says, without blanks: its letters, and not what is for a screen or a machine."""
    if element.tag in ("head", "script", "style", "svg", "template", "title"):
        return ""
    inside = "".join(shown(child) + (child.tail or "") for child in element)
    return re.sub(r"\s", "", (element.text or "") + inside)


def letters(text: str) -> list[str]:
    """Not the marks of items; and not in their order, since what stands between rows comes before them."""
    return sorted(re.sub(r"[\W\d]", "", text))


@given(st.lists(st.sampled_from([*PIECES, "裸"]), max_size=25).map("".join))
@example("<ul>裸<li>甲</li>裸<p>乙</p></ul>")
@example("<h1 class='title'>裸<span>甲</span></h1>")
@example("<table>裸<tr>裸<td>甲</td>裸</tr><caption>甲</caption><caption>乙</caption></table>")
@example("<table><thead><thead><tr><td>甲</td></tr></thead></thead><td>乙</td></table>")
@example("<div class='sign'>裸<b>甲</b>裸</div><div class='run'>裸<ul><li>甲</li></ul></div>")
@example("<div class='page'>甲<div class='page'>乙</div></div>")
def test_no_letter_of_a_page_is_lost_or_told_twice(html: str) -> None:
    try:
        page = document_fromstring(html, parser=HTMLParser(remove_comments=True, remove_pis=True))
    except ParserError:
        return
    document = Document(io.BytesIO(paper_docx(html)))
    said = "".join(each.text or "" for each in document.element.body.iter(qn("w:t")))

    assert letters(said) == letters(shown(page))


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_whatever_a_template_writes_becomes_a_document(html: str) -> None:
    document = Document(io.BytesIO(paper_docx(html)))

    assert document.element.body[-1].tag == qn("w:sectPr")
    for table in document.tables:
        assert len({sum(cell.grid_span for cell in row.cells) for row in table.rows}) <= 2


def test_a_page_too_deep_to_read_is_refused() -> None:
    with pytest.raises(RecursionError):
        paper_docx("<div>" * 5000 + "甲" + "</div>" * 5000)


def test_links_and_drawings_become_text_or_nothing() -> None:
    data = paper_docx(
        PAGE.format(
            "zh-CN",
            "",
            '<div class="page"><p><a href="http://x">甲</a><img src="x" alt="乙"></p><script>丙</script></div>',
        )
    )

    assert paragraphs(Document(io.BytesIO(data))) == [("Normal", "甲")]
    assert "http://x" not in everything(data)


def test_the_file_holds_no_clock_and_nothing_of_an_empty_document() -> None:
    data = paper_docx(PAGE.format("zh-CN", "", "<p>一</p>"))
    with ZipFile(io.BytesIO(data)) as parts:
        assert {each.date_time for each in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        names = set(parts.namelist())
    assert "python-docx" not in everything(data)
    assert "Macintosh" not in everything(data)
    assert not [name for name in names if "thumbnail" in name or "custom" in name or "vba" in name]
    assert data == paper_docx(PAGE.format("zh-CN", "", "<p>一</p>"))


def test_every_style_has_a_name_of_its_own() -> None:
    assert len({each.kind for each in LOOKS}) == len(LOOKS)
    assert len({each.name for each in LOOKS}) == len(LOOKS)
    assert not {compact(each).name for each in LOOKS} & {each.name for each in LOOKS}


def test_columns_take_the_whole_room_and_long_texts_most_of_it() -> None:
    rows = [
        ["编号", "内容", "责任人"],
        *([f"T{n:02d}", "加快推进服务业集聚区建设" * 4, "蔡惠忠"] for n in range(3)),
    ]
    widths = column_widths(rows, 8845, head=1, padding=146)

    assert sum(widths) == 8845
    assert widths[1] > 3 * max(widths[0], widths[2])
    assert widths[2] >= 3 * 200 + 146  # three characters in one line


@given(
    st.lists(
        st.lists(st.one_of(st.none(), st.text(max_size=60)), min_size=1, max_size=12), min_size=1, max_size=8
    )
)
def test_columns_add_up_whatever_they_hold(rows: list[list[str | None]]) -> None:
    widths = column_widths(rows, 8845, head=0, padding=146)

    assert sum(widths) == 8845
    assert min(widths) > 0
