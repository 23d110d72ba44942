"""What of a page counts as a paper's body."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from motiontrack.render.page_body import body_of_page


@pytest.mark.parametrize("classes", ["annex", "new annex", "annex wide"])
def test_the_body_ends_where_the_annex_begins(classes: str) -> None:
    page = f'<p class="annex-no">附件1</p><p>正文。</p><div id="a" class="{classes}"><p>附件。</p></div>'
    assert body_of_page(page).split() == ["附件1", "正文。"]


def test_tables_drawings_and_heads_are_left_out() -> None:
    page = (
        "<head><title>题</title><style>p{}</style></head><p>一&amp;二</p><table><tr><td>表</td></tr></table>"
        "<p>三</p><svg><title>图</title></svg><p>四</p>"
    )
    assert body_of_page(page).split() == ["一&二", "三", "四"]


def test_an_annex_of_any_length_is_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is most of a long paper: parsing it took an eighth of printing one of 1,000 tasks."""
    seen: list[int] = []
    feed = HTMLParser.feed

    def watched(self: HTMLParser, data: str) -> None:
        seen.append(len(data))
        feed(self, data)

    monkeypatch.setattr(HTMLParser, "feed", watched)
    body_of_page("<p>正文。</p><div class='annex'>" + "<p>附件。</p>" * 10_000)
    assert seen == [len("<p>正文。</p>")]
