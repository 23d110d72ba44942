"""The ``md`` filter: what comes out is read as exactly the characters that went in."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from motiontrack.render.papers import md


def shown(text: str) -> str:
    """What a reader of Markdown sees of ``text``, inside a table's cell."""
    page = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    rendered = page.render(f"| a |\n|:--|\n| {text} |\n")
    cell = re.search(r"<td[^>]*>(.*?)</td>", rendered, re.DOTALL)
    assert cell, rendered
    assert not re.search("<", cell[1]), rendered
    return html.unescape(cell[1])


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
    ],
)
def test_marks_are_shown_and_do_nothing(text: str) -> None:
    assert shown(md(text)) == text


@pytest.mark.parametrize("text", ["## 标题", "###### 标题", "---", "- - -", "===", "# ", "1. ", ":--", "–"])
def test_what_would_be_a_heading_or_a_rule_is_a_paragraph(text: str) -> None:
    page = MarkdownIt("commonmark").enable("table")

    assert page.render(f"上一段\n{md(text)}\n") == f"<p>上一段\n{text.strip()}</p>\n"
    assert page.render(md(text)) == f"<p>{text.strip()}</p>\n"


def test_breaks_become_spaces_and_direction_marks_go() -> None:
    assert md("一\r\n二\u2028三\u202e四\u2066") == "一 二 三四"


@given(st.text(st.sampled_from("ab1.)#*_`~|<>&[]()!\\+->修路。 "), min_size=1, max_size=30))
def test_any_text_comes_back(text: str) -> None:
    assert shown(md(text)).split() == text.split()
