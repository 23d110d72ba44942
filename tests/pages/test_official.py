"""The letter, the units' sheets and the leader's page on paper, and what they make of text from the files."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import TYPE_CHECKING

import pytest

from tests.pages.making import BIDI, HOSTILE, YEAR, assessed, folder
from tests.pages.test_browser import opened
from tests.papers import OFFICIAL_KINDS, summary

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


MONTH_ENDS = [f"2010-{month:02d}-{monthrange(2010, month)[1]}" for month in range(4, 13)]


def pages_of(path: Path, browser: Browser) -> int:
    page, _ = opened(browser, path, 1440)
    try:
        printed = page.pdf(prefer_css_page_size=True, print_background=True)
    finally:
        page.close()
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", printed))


@pytest.mark.parametrize("day", MONTH_ENDS)
def test_the_leaders_page_is_one_page_at_every_months_end(day: str, browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "summary.html"
    path.write_text(summary(assessed(folder(YEAR), day), "html"), encoding="utf-8")

    assert pages_of(path, browser) == 1


@pytest.mark.parametrize("data", ["notice", "one", "many", "odd"])
def test_so_is_that_of_other_plans(data: str, browser: Browser, written: Mapping[str, Path]) -> None:
    assert pages_of(written[f"summary-{data}"], browser) == 1


def test_every_sheet_begins_on_a_page_of_its_own(browser: Browser, written: Mapping[str, Path]) -> None:
    assert (
        pages_of(written["unit-year"], browser)
        >= written["unit-year"].read_text("utf-8").count('class="page sheet"')
        == 13
    )


@pytest.mark.parametrize("paper", OFFICIAL_KINDS)
def test_invented_data_are_marked_on_every_sheet(paper: str, written: Mapping[str, Path]) -> None:
    stamp = '@page { @top-center { content: "示例'

    assert stamp in written[f"{paper}-year"].read_text("utf-8")
    assert stamp not in written[f"{paper}-notice"].read_text("utf-8")


@pytest.mark.parametrize("paper", OFFICIAL_KINDS)
def test_text_from_the_files_can_only_be_read(paper: str, written: Mapping[str, Path]) -> None:
    page = written[f"{paper}-hostile"].read_text("utf-8")

    assert HOSTILE not in page
    assert "<script" not in page
    assert "<img" not in page
    assert not set(BIDI) & set(page)
