"""Whatever an office writes: both formats say the same, and nothing of it is more than text."""

from __future__ import annotations

import html
import re

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
    "\u202e", "甲", "乙。", "：", "a", "2010. ", "<http://a.b>", "[a]: http://a.b", "+ ", "=", ":--", "***",
)  # fmt: skip
ALLOWED = {
    "h4", "h5", "h6", "p", "strong", "em", "ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr", "th",
    "td", "hr", "br",
}  # fmt: skip


def printed(text: str, form: str) -> str:
    return texts_of("monthly", "2010-07", {PATH: SourceText(PATH, text)}, form).get("demands", "")


def letters(page: str) -> str:
    """What is read on a page, without blanks."""
    return re.sub(r"\s", "", html.unescape(re.sub(r"</?\w[^>]*>", "", page)))


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@example("a\n===")
@example("**甲。**乙")
@example("- 1. > 甲")
@example("***甲*乙*")
@example("**    # **")
@example("甲\n:--\n")
@settings(max_examples=400, deadline=None)
def test_a_text_is_only_read(text: str) -> None:
    page, paper = printed(text, "html"), printed(text, "md")
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    again = reader.render(f"# 材料\n\n{paper}\n\n## 下一节\n")

    assert set(re.findall(r"<(\w+)", page)) <= ALLOWED
    assert "href" not in page
    assert "src=" not in re.sub(r">[^<]*<", "><", page)
    assert re.findall(r"<(h[123])>", again) == ["h1", "h2"]
    assert again.endswith("<h2>下一节</h2>\n")
    assert set(re.findall(r"<(\w+)", again)) <= ALLOWED | {"h1", "h2"}
    assert letters(again) == f"材料{letters(page)}下一节"
