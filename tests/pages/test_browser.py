"""The page in a real Chromium, under axe and the W3C's validator, on three widths and on paper."""

from __future__ import annotations

import json
import re
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from tests.pages.making import KINDS, PAPERS, SLIPS

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

WIDTHS = (390, 1024, 1440)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_A4 = {(595, 842), (842, 595)}
_TO_WIDEST = "Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"


def opened(browser: Browser, path: Path, width: int) -> tuple[Page, list[str]]:
    """The page at one width, and every request that anything in it makes."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: asked.append(f"dialog {dialog.message}"))
    page.goto(path.as_uri())
    return page, asked


@pytest.mark.parametrize("kind", [*KINDS, *PAPERS, *SLIPS])
def test_it_fits_every_width_and_asks_for_nothing(
    kind: str, browser: Browser, written: dict[str, Path]
) -> None:
    page, asked = opened(browser, written[kind], WIDTHS[0])
    try:
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate(_TO_WIDEST) <= width, width
        assert asked == [written[kind].as_uri()]
        assert page.title() != "hit"
    finally:
        page.close()


@pytest.mark.parametrize(
    ("kind", "width"),
    [
        ("notice", 390),
        ("year", 1440),
        ("year-en", 390),
        ("odd", 1440),
        ("one", 390),
        ("hostile", 1440),
        ("paper-notice", 390),
        ("paper-year", 1440),
        ("paper-year-en", 390),
        ("paper-odd", 1440),
        ("interim-year", 1440),
        ("interim-odd", 390),
        ("final-year", 390),
        ("slips-year", 390),
        ("slips-year-en", 1440),
        ("slips-odd", 390),
    ],
)
def test_axe_finds_nothing(
    kind: str, width: int, browser: Browser, axe: str, written: dict[str, Path]
) -> None:
    page, _ = opened(browser, written[kind], width)
    try:
        page.evaluate(axe)
        found: dict[str, Any] = page.evaluate("rules => axe.run({runOnly: rules})", RULES)
    finally:
        page.close()

    assert [(each["id"], [node["html"] for node in each["nodes"][:3]]) for each in found["violations"]] == []
    assert len(found["passes"]) > 20  # it did look at the page


def test_the_validator_finds_nothing(vnu: tuple[str, ...], written: dict[str, Path]) -> None:
    done = subprocess.run(
        [*vnu, "--stdout", "--format", "json", *map(str, written.values())],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )

    found = json.loads(done.stdout)["messages"]
    assert [(each["url"][-20:], each.get("lastLine"), each["message"]) for each in found] == []


@pytest.mark.parametrize(
    "kind",
    [
        "notice",
        "year",
        "year-en",
        "odd",
        "one",
        "paper-year",
        "paper-notice-en",
        "interim-year",
        "final-odd",
        "slips-year",
    ],
)
def test_it_prints_on_a4(kind: str, browser: Browser, written: dict[str, Path]) -> None:
    page, _ = opened(browser, written[kind], 1440)
    try:
        printed = page.pdf(prefer_css_page_size=True, print_background=True)
    finally:
        page.close()
    boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]", printed)
    sizes = {(round(float(width)), round(float(height))) for width, height in boxes}

    assert boxes
    assert sizes <= _A4
    assert (595, 842) in sizes


@pytest.mark.parametrize("kind", ["notice", "many"])
def test_on_paper_rows_are_whole_and_heads_come_again(
    kind: str, browser: Browser, written: dict[str, Path]
) -> None:
    page, _ = opened(browser, written[kind], 1024)
    try:
        page.emulate_media(media="print")
        rows = page.evaluate(
            "[...new Set([...document.querySelectorAll('tbody tr > *, .wi')]"
            ".filter(e => !e.matches('.goal, [scope=rowgroup]')).map(e => getComputedStyle(e).breakInside"
            " === 'avoid' || getComputedStyle(e.parentElement).breakInside === 'avoid'))]"
        )
        heads = page.evaluate(
            "[...new Set([...document.querySelectorAll('thead')].map(e => getComputedStyle(e).display))]"
        )
        hidden = page.evaluate("getComputedStyle(document.querySelector('.toc')).display")
    finally:
        page.close()

    assert rows == [True]
    assert heads == ["table-header-group"]
    assert hidden == "none"
