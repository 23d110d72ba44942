"""The ``md`` filter: what comes out is read as exactly the characters that went in."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from motiontrack.render.papers import md

TURNING = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))


PAGE = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
#: Where a text can stand, and what a reader of Markdown makes of it there.
PLACES = {
    "cell": ("| a |\n|:--|\n| {} |\n", r"<td[^>]*>(.*?)</td>"),
    "paragraph": ("上文\n\n{}\n\n下文\n", r"<p>上文</p>\n<p>(.*?)</p>\n<p>下文</p>"),
    "line below another": ("上文\n{}\n", r"<p>上文\n(.*?)</p>"),
    "item": ("1. {}\n2. 下文\n", r"<ol>\n<li>(.*?)</li>\n<li>下文</li>"),
    "ground": ("1. 上文\n\n    - {}\n", r"<ul>\n<li>(.*?)</li>\n</ul>"),
    "heading": ("## {}\n\n下文\n", r"<h2>(.*?)</h2>\n<p>下文</p>"),
    "heading with a number": ("## 附件　{}\n", r"<h2>附件　(.*?)</h2>"),
    "quotation": ("> {}\n", r"<blockquote>\n<p>(.*?)</p>\n</blockquote>"),
    "beside Chinese": ("甲：{}，乙\n", r"<p>甲：(.*?)，乙</p>"),
}


def shown(text: str, place: str = "cell") -> str:
    """What a reader of Markdown sees of ``text``, in one of the places of a paper."""
    pattern, around = PLACES[place]
    rendered = PAGE.render(pattern.format(text))
    found = re.fullmatch(rf".*?{around}.*", rendered, re.DOTALL)
    assert found, rendered
    assert not re.search("<", found[1]), rendered
    return html.unescape(found[1])


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "text",
    [
        "2010. 年底",
        "# 标题",
        "- 一项",
        "+ 一项",
        "> 引文",
        "**粗**和_斜_",
        "`码`",
        "a | b",
        "<script>alert(1)</script>",
        "[点](javascript:x)",
        "![图](x)",
        "AT&T &lt; &amp;",
        "1~2个~~3个~~",
        r"C:\temp",
        "8%以上*重点*",
        "---",
        "- - -",
        "===",
        "=",
        "***",
        "___",
        "```",
        "~~~",
        "标题 #",
        "标题 ##",
        "#",
        "C#",
        "**注意：**请",
        "__“注意”__请",
        "1) 一",
        "12345678901. 一",
        "[x]: http://x",
        "<!-- 注 -->",
        "<http://x>",
        "&#35;",
        "\\",
        "|",
        "|--|",
        ":--",
    ],
)
def test_marks_are_shown_and_do_nothing(text: str, place: str) -> None:
    assert shown(md(text, begins="heading" not in place), place) == text


@pytest.mark.parametrize("text", ["## 标题", "###### 标题", "---", "- - -", "===", "# ", "1. ", ":--", "–"])
def test_what_would_be_a_heading_or_a_rule_is_a_paragraph(text: str) -> None:
    page = MarkdownIt("commonmark").enable("table")

    assert page.render(f"上一段\n{md(text)}\n") == f"<p>上一段\n{text.strip()}</p>\n"
    assert page.render(md(text)) == f"<p>{text.strip()}</p>\n"


def test_breaks_become_spaces_and_direction_marks_go() -> None:
    assert md("一\r\n二\u2028三\u202e四\u2066") == "一 二 三四"


@pytest.mark.parametrize("place", PLACES)
@given(
    text=st.text(
        st.sampled_from("ab1.)#*_`~|<>&[]()!\\+-=>:;\"'修路。：“”　 \t\n\x1c\u2028"), min_size=1, max_size=30
    )
)
def test_any_text_comes_back(text: str, place: str) -> None:
    """Without what only parts lines and words: what is blank all over is not printed at all."""
    assume(text.split())
    assert shown(md(text, begins="heading" not in place), place).split() == text.split()


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=20))
def test_any_letters_come_back(text: str) -> None:
    assume(text.split() and not set(text) & set(map(chr, TURNING)))
    for place in PLACES:
        assert shown(md(text, begins="heading" not in place), place).split() == text.split()
