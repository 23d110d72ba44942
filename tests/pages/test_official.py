"""The letter, the units' sheets and the leader's page in a real Chromium, under axe and the validator, on paper."""

from __future__ import annotations

import json
import re
import subprocess
from calendar import monthrange
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from motiontrack.assess.assessment import Assessment
from tests.pages.making import BIDI, HOSTILE, KINDS, YEAR, assessed, folder
from tests.pages.test_browser import _TO_WIDEST, RULES, WIDTHS, opened
from tests.papers import reply, sheets, summary

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

PAPERS: dict[str, Callable[[Assessment], str]] = {
    "reply": lambda of: reply(of, ending="html"),
    "unit": lambda of: sheets(of, ending="html"),
    "summary": lambda of: summary(of, "html"),
}
WRITTEN = [
    f"{paper}-{data}" for paper in PAPERS for data in ("notice", "year", "one", "many", "odd", "hostile")
]
MONTH_ENDS = [f"2010-{month:02d}-{monthrange(2010, month)[1]}" for month in range(4, 13)]


@cache
def _judged(data: str) -> Assessment:
    texts, day, _ = KINDS[data]
    return assessed(texts(), day)


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    room = tmp_path_factory.mktemp("official")
    made = {}
    for name in WRITTEN:
        paper, data = name.split("-")
        made[name] = room / f"{name}.html"
        made[name].write_text(PAPERS[paper](_judged(data)), encoding="utf-8")
    return made


@pytest.mark.parametrize("name", WRITTEN)
def test_it_fits_every_width_and_asks_for_nothing(
    name: str, browser: Browser, papers: dict[str, Path]
) -> None:
    page, asked = opened(browser, papers[name], WIDTHS[0])
    try:
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate(_TO_WIDEST) <= width, width
        assert asked == [papers[name].as_uri()]
        assert page.title() != "hit"
    finally:
        page.close()


@pytest.mark.parametrize(
    ("name", "width"),
    [
        (f"{paper}-{data}", width)
        for paper in PAPERS
        for data, width in (("year", 390), ("odd", 1440), ("one", 390))
    ],
)
def test_axe_finds_nothing(
    name: str, width: int, browser: Browser, axe: str, papers: dict[str, Path]
) -> None:
    page, _ = opened(browser, papers[name], width)
    try:
        page.evaluate(axe)
        found: dict[str, Any] = page.evaluate("rules => axe.run({runOnly: rules})", RULES)
    finally:
        page.close()

    assert [(each["id"], [node["html"] for node in each["nodes"][:3]]) for each in found["violations"]] == []
    assert len(found["passes"]) > 10  # it did look at the page


def test_the_validator_finds_nothing(vnu: tuple[str, ...], papers: dict[str, Path]) -> None:
    done = subprocess.run(
        [*vnu, "--stdout", "--format", "json", *map(str, papers.values())],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )

    found = json.loads(done.stdout)["messages"]
    assert [(each["url"][-20:], each.get("lastLine"), each["message"]) for each in found] == []


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
def test_so_is_that_of_other_plans(data: str, browser: Browser, papers: dict[str, Path]) -> None:
    assert pages_of(papers[f"summary-{data}"], browser) == 1


def test_every_sheet_begins_on_a_page_of_its_own(browser: Browser, papers: dict[str, Path]) -> None:
    assert (
        pages_of(papers["unit-year"], browser)
        >= papers["unit-year"].read_text("utf-8").count('class="page sheet"')
        == 13
    )


@pytest.mark.parametrize("paper", PAPERS)
def test_invented_data_are_marked_on_every_sheet(paper: str, papers: dict[str, Path]) -> None:
    stamp = '@page { @top-center { content: "示例'

    assert stamp in papers[f"{paper}-year"].read_text("utf-8")
    assert stamp not in papers[f"{paper}-notice"].read_text("utf-8")


@pytest.mark.parametrize("paper", PAPERS)
def test_text_from_the_files_can_only_be_read(paper: str, papers: dict[str, Path]) -> None:
    page = papers[f"{paper}-hostile"].read_text("utf-8")

    assert HOSTILE not in page
    assert "<script" not in page
    assert "<img" not in page
    assert not set(BIDI) & set(page)
