"""The filter of the table of tasks, in a real Chromium: it needs a script, and the page does not need it."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.missing import missing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

_SHOWN = "[...document.querySelectorAll('.tt tr[id]')].filter(r => r.checkVisibility()).map(r => r.id)"
_TILES = "[...document.querySelectorAll('.tile-num b')].map(e => e.textContent).join('+')"


@pytest.fixture
def year(browser: Browser, written: Mapping[str, Path]) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(written["year"].as_uri())
    yield page
    page.close()


def ids(page: Page) -> list[str]:
    return [f"T{int(each.removeprefix('task-')):02d}" for each in page.evaluate(_SHOWN)]


def said(page: Page) -> str:
    return page.locator(".f-n").inner_text()


def test_without_a_script_there_is_no_filter_and_every_task(
    browser: Browser, written: Mapping[str, Path]
) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(written["year"].as_uri())

    assert page.locator(".filter").is_hidden()
    assert page.locator(".tt tr[id]:visible").count() == 21
    page.close()


def test_a_light_a_unit_and_a_goal_narrow_the_table_and_it_says_so(year: Page) -> None:
    before = year.evaluate(_TILES)

    year.locator(".filter input[name=k]").nth(3).check(force=True)
    assert ids(year) == ["T03", "T09", "T11", "T17"]
    assert said(year) == "显示4项（共21项）；其他各处的合计仍为全部21项"

    year.locator(".filter select[name=u]").select_option(label="发改委 5")
    assert ids(year) == ["T03", "T17"]

    year.locator(".filter select[name=g]").select_option(index=3)
    assert ids(year) == ["T03"]
    assert year.evaluate(_TILES) == before

    year.locator(".filter button[type=reset]").click()
    year.wait_for_function("document.querySelector('.f-n').textContent === '显示全部21项'")
    assert len(ids(year)) == 21


def test_the_goal_stays_beside_the_tasks_that_are_left(year: Page) -> None:
    year.locator(".filter input[name=q]").fill("杨建忠")

    row = year.locator(".tt tr[id]:visible")
    assert row.count() == 1
    assert row.locator("th.goal").get_attribute("rowspan") == "1"
    assert row.locator("th.goal").inner_text().startswith("组织编制十大行业布局规划")


@pytest.mark.parametrize(
    ("typed", "found"), [("Ｔ０３", ["T03"]), ("t03", ["T03"]), (" 杨建忠 ", ["T11"]), ("没有这样的任务", [])]
)
def test_what_is_typed_with_an_input_method_is_found(year: Page, typed: str, found: list[str]) -> None:
    year.locator(".filter input[name=q]").fill(typed)

    assert ids(year) == found
    assert ("没有符合条件的任务" in said(year)) == (not found)


def test_letters_on_their_way_to_characters_are_not_looked_for(year: Page) -> None:
    year.evaluate(
        "const box = document.querySelector('.filter input[name=q]');"
        "box.dispatchEvent(new CompositionEvent('compositionstart', {bubbles: true}));"
        "box.value = \"yang'jian\"; box.dispatchEvent(new InputEvent('input', {bubbles: true}));"
    )
    assert len(ids(year)) == 21

    year.evaluate(
        "const box = document.querySelector('.filter input[name=q]'); box.value = '杨建';"
        "box.dispatchEvent(new CompositionEvent('compositionend', {bubbles: true}));"
    )
    assert ids(year) == ["T11"]


def test_it_is_worked_and_heard_without_a_mouse(year: Page) -> None:
    year.locator(".filter input[name=k]").first.focus()
    year.keyboard.press("ArrowRight")

    assert set(ids(year)) == {"T02", "T14", "T18"}
    assert year.locator(".f-n").evaluate("e => e.tagName") == "OUTPUT"  # read out when it changes
    outline = "getComputedStyle(document.querySelector('.filter input:focus-visible + span')).outlineStyle"
    assert year.evaluate(outline) == "solid"


def test_paper_has_every_task_whatever_is_shown(year: Page, tmp_path: Path) -> None:
    reader = shutil.which("pdftotext")
    if reader is None:
        missing("pdftotext")
    year.locator(".filter input[name=q]").fill("T03")
    assert ids(year) == ["T03"]

    year.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    text = subprocess.run(
        [str(reader), "-layout", str(tmp_path / "page.pdf"), "-"], capture_output=True, check=True
    ).stdout.decode()

    table = text[text.index("四、任务总表") : text.index("五、责任单位")]
    assert set(re.findall(r"\bT\d\d\b", table)) >= {f"T{number:02d}" for number in range(1, 22)}
    assert "恢复全部" not in text
    assert ids(year) == ["T03"]


def test_finished_goals_fold_on_the_screen_open_by_key_and_when_narrowed(
    browser: Browser, written: Mapping[str, Path]
) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(written["many"].as_uri())
    assert len(page.evaluate(_SHOWN)) == 275

    box = page.locator(".fold input")
    assert box.count() == 1
    box.focus()
    page.keyboard.press("Space")
    assert len(page.evaluate(_SHOWN)) == 300

    page.keyboard.press("Space")
    page.locator(".filter input[name=q]").fill("T50")
    assert page.evaluate(_SHOWN) == ["task-50"]

    page.locator(".filter input[name=q]").fill("")
    page.emulate_media(media="print")
    assert len(page.evaluate(_SHOWN)) == 300
    assert page.locator(".fold").is_hidden()
    page.close()


def test_nothing_but_the_pages_own_script_runs(browser: Browser, written: Mapping[str, Path]) -> None:
    page = browser.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto(written["hostile"].as_uri())
    assert refused == []

    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"document.title=1\">')")
    page.evaluate(
        "const s = document.createElement('script'); s.text = 'document.title = 2'; document.body.append(s)"
    )
    page.wait_for_timeout(50)

    assert page.title() not in ("1", "2")
    assert any("Content Security Policy" in each for each in refused)
    page.close()
