"""Whatever an office writes: both formats say the same, and nothing of it is more than text."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from motiontrack.render.own_texts import texts_of
from motiontrack.source.text import SourceText

PATH = "texts/monthly.demands.md"
#: What Markdown is made of, what breaks it, and what offices type.
PIECES = (
    "# ", "\n", "\n\n", "===", "---", "- ", "1. ", "1) ", "> ", "*", "**", "_", "`", "```", "~~~", "|", "\n|:-|:-|\n",
    "<b>", "<!-- ", "&lt;", "&#60;", "\\", "[x](", ")", "http://a.b", "javascript:", "![", "]", "    ", "　　", "\t",
    "\u202e", "\n  - ", "\n   1. ", "\n    2) ", "\n　　* ", "甲", "乙。", "：", "a", "2010. ", "<http://a.b>", "[a]: http://a.b", "+ ", "=", ":--", "***",
)  # fmt: skip
ALLOWED = {
    "h3", "h4", "h5", "h6", "p", "strong", "em", "ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr", "th",
    "td", "hr", "br",
}  # fmt: skip


def printed(text: str, form: str) -> str:
    return texts_of("monthly", "2010-07", {PATH: SourceText(PATH, text)}, form).get("demands", "")


def letters(page: str) -> str:
    """What is read on a page, without blanks."""
    return re.sub(r"\s", "", html.unescape(re.sub(r"</?\w[^>]*>", "", page)))


def lists(page: str) -> list[str]:
    """The lists and quotations of a page, as they stand in one another, and their numbers."""
    return re.findall(r"</?(?:ul|ol|li|blockquote)[^>]*>", page)


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@example("a\n===")
@example("**甲。**乙")
@example("- 1. > 甲")
@example("***甲*乙*")
@example("**    # **")
@example("甲\n:--\n")
@example("> - " * 30 + "甲")
@settings(max_examples=400, deadline=None)
def test_a_text_is_only_read(text: str) -> None:
    page, paper = printed(text, "html"), printed(text, "md")
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    again = reader.render(f"# 材料\n\n{paper}\n\n## 下一节\n")

    assert set(re.findall(r"<(\w+)", page)) <= ALLOWED
    assert "href" not in page
    assert "src=" not in re.sub(r">[^<]*<", "><", page)
    assert re.findall(r"<(h[12])>", again) == ["h1", "h2"]
    assert re.findall(r"<(h[3456])>", again) == re.findall(r"<(h[3456])>", page)
    assert again.endswith("<h2>下一节</h2>\n")
    assert set(re.findall(r"<(\w+)", again)) <= ALLOWED | {"h1", "h2"}
    assert letters(again) == f"材料{letters(page)}下一节"
    assert lists(again) == lists(page)


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("# 一\n# 二", [3, 3]),
        ("## 一\n#### 二\n## 三", [3, 4, 3]),  # as if the one between had never been
        ("### 一\n# 二\n## 三", [3, 3, 4]),
        ("# 一\n## 二\n### 三\n#### 四\n##### 五\n###### 六", [3, 4, 5, 6, 6, 6]),
    ],
)
def test_no_heading_skips_a_level(text: str, levels: list[int]) -> None:
    assert [int(each) for each in re.findall(r"<h(\d)", printed(text, "html"))] == levels
    assert [len(each) for each in re.findall(r"(?m)^#+", printed(text, "md"))] == levels


def test_a_cell_is_named_by_its_column() -> None:
    """For a narrow screen, which leaves the row of heads out; a head without words is no head to a reader's ear."""
    page = printed("| 单位 | **期**限 | |\n|--|--|--|\n| 甲 | 8月 | x |", "html")

    assert re.findall(r"<t[hd](?: [^>]*)?>", page) == [
        '<th scope="col">',
        '<th scope="col">',
        "<td>",
        '<td data-l="单位">',
        '<td data-l="期限">',
        "<td>",
    ]


@pytest.mark.parametrize("form", ["md", "html"])
def test_a_table_that_no_sheet_has_room_for_is_text_row_by_row(form: str) -> None:
    def table(columns: int) -> str:
        rows = ([f"{name}{number}" for number in range(columns)] for name in ("列", "**值**"))
        head, values = (f"| {' | '.join(row)} |\n" for row in rows)
        return printed(f"{head}{'|--' * columns}|\n{values}", form)

    assert ("<table>" in table(24)) == (form == "html")
    assert (table(24).count("|") > 24) == (form == "md")
    rows = re.sub(r"</?p>|</?strong>|\*", "", table(25)).split("\n\n" if form == "md" else "\n")
    assert rows == ["\u3000".join(f"{name}{number}" for number in range(25)) for name in ("列", "值")]


#: A list in a list as offices type it: by two blanks, four, a tab, full-width ones, with other marks.
NESTED = (
    "1. 甲\n   - 子\n   - 丑\n2. 乙",
    "1. 甲\n  - 子\n  - 丑\n2. 乙",
    "1. 甲\n - 子\n - 丑\n2. 乙",
    "1. 甲\n    - 子\n    - 丑\n2. 乙",
    "1. 甲\n\t- 子\n\t- 丑\n2. 乙",
    "1. 甲\n　　- 子\n　　- 丑\n2. 乙",
    "　　1. 甲\n　　　　* 子\n　　　　* 丑\n　　2. 乙",
    "1) 甲\n  + 子\n  + 丑\n2) 乙",
    "10. 甲\n    - 子\n    - 丑\n11. 乙",
    "1. 甲\n\n  - 子\n\n  - 丑\n\n2. 乙",
)


@pytest.mark.parametrize("text", NESTED)
def test_a_list_in_a_numbered_list_stays_in_it(text: str) -> None:
    page, paper = printed(text, "html"), printed(text, "md")
    first = re.search(r"\d+", text)
    assert first is not None

    tags = "<li>甲<ul><li>子</li><li>丑</li></ul></li><li>乙</li></ol>"
    for each in (page, MarkdownIt("commonmark").render(paper)):
        assert re.sub(r"\s|</?p>", "", each).endswith(tags), each
        assert each.count("<ol") == 1
    number = int(first[0])
    assert re.findall(r"(\d+)[.)]", paper) == [str(number), str(number + 1)]


def test_a_list_without_gaps_is_printed_without_gaps() -> None:
    text = "1. 甲\n   - 子\n     1. 孙\n2. 乙\n   > 引"

    assert printed(text, "md") == text


@pytest.mark.parametrize(
    ("text", "lists"),
    [
        ("1. 甲\n  1. 子\n  2. 丑\n2. 乙", "ol甲ol子丑乙"),
        ("1. 甲\n 2. 乙\n3. 丙", "ol甲乙丙"),  # set in by chance
        (" 9. 甲\n10. 乙", "ol甲乙"),
        ("- 甲\n * 子", "ul甲ul子"),
        ("- 甲\n\n  续\n- 乙", "ul甲续乙"),
        ("1. 甲\n\n  续\n2. 乙", "ol甲续乙"),
        ("1. 甲\n\n乙\n  - 丙", "ol甲乙ul丙"),
        ("1. 甲\n# 乙\n  - 丙", "ol甲h3乙ul丙"),
        ("1. 甲\n\n1) 乙", "ol甲ol乙"),
        ("- 甲\n* 乙", "ul甲ul乙"),
        ("1. 甲\n  - 子\n    - 孙\n  - 丑\n2. 乙", "ol甲ul子ul孙丑乙"),
        ("1. 甲\n  （续）\n2. 乙", "ol甲（续）乙"),
        ("1. 甲\n　　乙\n  - 丙", "ol甲乙ul丙"),
    ],
)
def test_what_is_set_in_belongs_to_the_item_above(text: str, lists: str) -> None:
    again = MarkdownIt("commonmark").render(printed(text, "md"))

    for each in (printed(text, "html"), again):
        assert re.sub(r"<(?:li|p|/[^>]*)>| start=[^>]*|[<>\s]", "", each) == lists


@pytest.mark.parametrize("mark", ["一、", "（一）", "(1)", "1、", "①", "２、", "1.", "12．", "·", "● "])
@pytest.mark.parametrize("form", ["md", "html"])
def test_a_number_as_offices_write_it_begins_a_paragraph(form: str, mark: str) -> None:
    shown = printed(f"请抓紧：\n{mark}补报。\n{mark}排期，\n逐项落实。", form)

    parts = ["请抓紧：", f"{mark}补报。", f"{mark}排期，逐项落实。"]
    assert shown == ("\n\n".join(parts) if form == "md" else "\n".join(f"<p>{each}</p>" for each in parts))


@pytest.mark.parametrize(
    "text", ["增长\n1.5个百分点", "共计\n2010.7", "| 一、甲 | 乙 |\n|--|--|\n| 1.甲 | 乙 |"]
)
def test_a_number_that_is_none_of_a_paragraph_begins_none(text: str) -> None:
    page = printed(text, "html")

    assert page.count("<p>") + page.count("<table>") == 1


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("抓紧补报：\n5. 甲\n6. 乙", "p抓紧补报：ol甲乙"),  # to Markdown only 1. begins a list here
        ("附件：1. 甲\n      2. 乙", "p附件：1. 甲ol乙"),
        ("    抓紧补报。\n    倒排进度，\n逐项落实。", "p抓紧补报。p倒排进度，逐项落实。"),
        ("一、补报\n    各单位抓紧。\n\t再催。", "p一、补报p各单位抓紧。p再催。"),
        ("抓紧\n  补报。", "p抓紧补报。"),
        ("完成于\n2010. 甲", "p完成于2010. 甲"),
        ("1. 甲\n    续\n3. 乙", "ol甲续乙"),
        ("    | 甲 | 乙 |\n    |--|--|\n    | 丙 | 丁 |", "table甲乙丙丁"),
    ],
)
def test_blanks_and_numbers_begin_a_paragraph_where_a_reader_sees_one(text: str, blocks: str) -> None:
    again = MarkdownIt("commonmark").enable("table").render(printed(text, "md"))

    for each in (printed(text, "html"), again):
        kept = re.sub(r"<(?:li|t[hrd]|thead|tbody|/)[^>]*>| start=[^>]*|[\n]", "", each)
        assert re.sub(r"</?|>", "", kept) == blocks


def test_a_heading_without_words_is_none() -> None:
    assert printed("#\n\n甲\n\n## \n\n### 乙", "html") == "<p>甲</p>\n<h3>乙</h3>"


@pytest.mark.parametrize("mark", ["> ", "- ", "1. ", "> - "])
@pytest.mark.parametrize("form", ["md", "html"])
def test_nothing_is_left_out_however_deep_it_stands(form: str, mark: str) -> None:
    paper = printed(f"{mark * 200}抓紧补报\n\n倒排进度", form)

    assert ("抓紧补报" in paper, "倒排进度" in paper) == (True, True)
