"""The page in a real Chromium, under axe and the W3C's validator, on three widths and on paper."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from tests.missing import missing
from tests.pages.making import ATTACKS, CHARTS, KINDS, PAPERS, SLIPS, YEAR, folder, page_of
from tests.papers import DRAFTS, OFFICIAL

if TYPE_CHECKING:
    from collections.abc import Mapping
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


@pytest.mark.parametrize("kind", [*KINDS, *PAPERS, *OFFICIAL, *DRAFTS, *SLIPS, *CHARTS])
def test_it_fits_every_width_and_asks_for_nothing(
    kind: str, browser: Browser, written: Mapping[str, Path]
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
        ("reply-year", 390),
        ("reply-odd", 1440),
        ("reply-one", 390),
        ("unit-year", 390),
        ("unit-odd", 1440),
        ("unit-one", 390),
        ("summary-year", 390),
        ("summary-odd", 1440),
        ("summary-one", 390),
        ("slips-year", 390),
        ("slips-year-en", 1440),
        ("slips-odd", 390),
        ("charts-year", 1440),
        ("charts-odd", 390),
        *((kind, width) for kind in DRAFTS for width in (390, 1440)),
    ],
)
def test_axe_finds_nothing(
    kind: str, width: int, browser: Browser, axe: str, written: Mapping[str, Path]
) -> None:
    page, _ = opened(browser, written[kind], width)
    try:
        page.evaluate(axe)
        found: dict[str, Any] = page.evaluate("rules => axe.run({runOnly: rules})", RULES)
    finally:
        page.close()

    assert [(each["id"], [node["html"] for node in each["nodes"][:3]]) for each in found["violations"]] == []
    assert len(found["passes"]) > 10  # it did look at the page


def test_an_own_text_stays_on_the_sheet(browser: Browser, written: Mapping[str, Path]) -> None:
    """What is wider makes Chromium print the whole paper smaller."""
    page, _ = opened(browser, written["monthly-draft"], 1440)
    try:
        page.emulate_media(media="print")
        over = page.evaluate(
            "(own => [...own.querySelectorAll('*')].map(each => each.getBoundingClientRect().right)"
            ".filter(right => right > own.getBoundingClientRect().right + 1))(document.querySelector('.own'))"
        )
    finally:
        page.close()

    assert over == []


_MADE = (
    "[...document.querySelectorAll('a, form, button, style, script, svg, title, [onload], [onerror],"
    " [onmouseover], [style*=url], [href], img')].map(e => e.outerHTML)"
    ".filter(e => e.slice(0, e.indexOf('>')).match(/hit|example|javascript/))"
)


@pytest.mark.parametrize("name", ["attacked", "charts-attacked"])
def test_text_from_the_files_can_only_be_read(
    name: str, browser: Browser, written: Mapping[str, Path]
) -> None:
    page, asked = opened(browser, written[name], 1440)
    try:
        page.mouse.move(700, 500)
        shown = page.evaluate("document.body.textContent.replace(/\\s+/g, '')")
        made = page.evaluate(_MADE)
        styles = page.evaluate("document.querySelectorAll('style, script').length")
        seen = page.evaluate("document.querySelector('main').checkVisibility()")
        title = page.title()
    finally:
        page.close()

    # In a drawing long names stand in several lines; put together they are whole all the same.
    assert [attack for attack in ATTACKS if re.sub(r"\s+", "", attack) not in shown] == []
    assert made == []
    assert styles == (2 if name == "attacked" else 1)
    assert seen
    assert title != "hit"
    assert asked == [written[name].as_uri()]


def test_the_validator_finds_nothing(vnu: tuple[str, ...], written: Mapping[str, Path]) -> None:
    done = subprocess.run(
        [*vnu, "--stdout", "--format", "json", *map(str, written.values())],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )

    # Where every text is an attack, most of the page is no Chinese.
    found = [
        each
        for each in json.loads(done.stdout)["messages"]
        if "appears to be written in" not in each["message"]
    ]
    assert [(each["url"][-20:], each.get("lastLine"), each["message"]) for each in found] == []


@pytest.mark.parametrize("kind", CHARTS)
def test_no_word_of_a_chart_leaves_it(kind: str, browser: Browser, written: Mapping[str, Path]) -> None:
    page, _ = opened(browser, written[kind], 800)
    try:
        outside = page.evaluate(
            "[...document.querySelectorAll('.chart text, .chart rect, .chart use')].filter(e => {"
            " const box = e.getBBox(), all = e.ownerSVGElement.viewBox.baseVal;"
            " return box.x < -1 || box.x + box.width > 721 || box.y < -1 || box.y + box.height > all.height + 1;"
            "}).map(e => e.textContent || e.outerHTML)"
        )
    finally:
        page.close()

    assert outside == []


#: Cells in which a word of letters or digits stands in two lines, and those that hold one character a line.
_SQUEEZED = """() => {
  const range = document.createRange();
  const lines = () => new Set([...range.getClientRects()].map(box => Math.round(box.top / 4))).size;
  return [...document.querySelectorAll('td, th')].filter(cell => {
    const words = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), style = getComputedStyle(cell);
    while (words.nextNode()) for (const word of words.currentNode.data.matchAll(/[A-Za-z0-9]+/g)) {
      range.setStart(words.currentNode, word.index);
      range.setEnd(words.currentNode, word.index + word[0].length);
      if (lines() > 1) return true;
    }
    range.selectNodeContents(cell);
    const room = cell.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    return lines() > 1 && room < 1.9 * parseFloat(style.fontSize);
  }).map(cell => cell.textContent.trim());
}"""


@pytest.mark.parametrize(
    "kind",
    [
        "paper-notice",
        "paper-year",
        "paper-year-en",
        "interim-year",
        "final-year",
        "unit-year",
        "summary-year",
    ],
)
def test_no_column_of_a_paper_is_one_character_wide(
    kind: str, browser: Browser, written: Mapping[str, Path]
) -> None:
    page, _ = opened(browser, written[kind], 1024)
    try:
        wide = page.evaluate(_SQUEEZED)
        page.set_viewport_size({"width": WIDTHS[0], "height": 900})
        narrow = page.evaluate(_SQUEEZED)
    finally:
        page.close()

    assert wide == []
    assert narrow == []


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
def test_it_prints_on_a4(kind: str, browser: Browser, written: Mapping[str, Path]) -> None:
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


@pytest.mark.parametrize(
    "kind", ["notice", "year", "year-en", "august-en", "before", "after", "odd", "one", "done"]
)
def test_on_paper_the_summary_is_page_one_and_no_heading_stands_alone(
    kind: str, browser: Browser, written: Mapping[str, Path], tmp_path: Path
) -> None:
    reader = shutil.which("pdftotext")
    if reader is None:
        missing("pdftotext")
    page, _ = opened(browser, written[kind], 1024)
    try:
        page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
        headings = page.evaluate(
            "[...document.querySelectorAll('h2, h3:not(.band h3), caption')].map(e => e.innerText.split('\\n')[0])"
        )
        notes = page.evaluate("[...document.querySelectorAll('.note')].map(e => e.innerText.slice(0, 12))")
    finally:
        page.close()
    printed = subprocess.run(
        [str(reader), "-layout", str(tmp_path / "page.pdf"), "-"], capture_output=True, check=True
    ).stdout.decode()
    sheets = [
        [line.strip() for line in sheet.splitlines() if line.strip()]
        for sheet in printed.removesuffix("\f").split("\f")
    ]

    heads = [line for line in headings if re.match(r"[一二三四五六七八]、|[1-8]\. ", line)]
    assert len(heads) == 8
    first = "\n".join(sheets[0])
    assert heads[0] in first
    assert heads[1] in first
    assert sheets[1][0].startswith(heads[2])
    for number, sheet in enumerate(sheets, 1):
        *body, foot = sheet
        assert re.search(rf"\b{number} of {len(sheets)}$|第{number}页 共{len(sheets)}页$", foot), foot
        assert not any(body[-1].startswith(heading) for heading in headings), body[-1]
        assert not any(body[0].startswith(note) for note in notes), body[0]


@pytest.mark.parametrize("kind", ["notice", "many"])
def test_on_paper_rows_are_whole_and_heads_come_again(
    kind: str, browser: Browser, written: Mapping[str, Path]
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


#: Heads of columns of which a word stands in two lines, or reaches into the next head.
_JOSTLING = """() => {
  const range = document.createRange(), found = [];
  for (const row of document.querySelectorAll('.ut thead tr, .ut tfoot tr, .tt thead tr')) {
    let end = 0;
    for (const word of row.querySelectorAll('.ulab, .strip-head i, th:not(:has(*)), td')) {
      range.selectNodeContents(word);
      const boxes = [...range.getClientRects()];
      if (!boxes.length) continue;
      if (Math.min(...boxes.map(box => box.left)) < end - 1) found.push(word.textContent);
      end = Math.max(...boxes.map(box => box.right));
      const lines = new Set(boxes.map(box => Math.round(box.top / 4))).size;
      if (/^\\w+$/.test(word.textContent) && lines > 1) found.push(word.textContent);
    }
  }
  return found;
}"""


@pytest.mark.parametrize("kind", ["year", "year-en", "august-en"])
def test_the_heads_of_columns_do_not_jostle(kind: str, browser: Browser, written: Mapping[str, Path]) -> None:
    page, _ = opened(browser, written[kind], WIDTHS[1])
    try:
        screens = [page.evaluate(_JOSTLING)]
        page.set_viewport_size({"width": WIDTHS[2], "height": 900})
        screens.append(page.evaluate(_JOSTLING))
        page.set_viewport_size({"width": 1016, "height": 700})  # what A4 has across, less its margins
        page.emulate_media(media="print")
        paper = page.evaluate(_JOSTLING)
    finally:
        page.close()

    assert screens == [[], []]
    assert paper == []


@pytest.mark.parametrize("kind", ["paper-year", "paper-year-en", "interim-year", "unit-year", "summary-year"])
def test_on_a_phone_a_row_begins_with_its_name_and_can_be_read(
    kind: str, browser: Browser, written: Mapping[str, Path]
) -> None:
    page, _ = opened(browser, written[kind], WIDTHS[0])
    try:
        late = page.evaluate(
            "[...document.querySelectorAll('tbody th')].filter(name => [...name.parentElement.children].some("
            "cell => cell.matches('td:not(:empty)') && cell.getBoundingClientRect().top < name.getBoundingClientRect().top - 1"
            ")).map(name => name.textContent)"
        )
        sizes = page.evaluate(
            "[...new Set([...document.querySelectorAll('tbody td')].map(e => parseFloat(getComputedStyle(e).fontSize)))]"
        )
    finally:
        page.close()

    assert late == []
    assert sizes == [15]


@pytest.mark.parametrize("kind", ["interim-year", "final-year"])
def test_a_title_keeps_its_lines_on_a_phone(kind: str, browser: Browser, written: Mapping[str, Path]) -> None:
    page, _ = opened(browser, written[kind], WIDTHS[0])
    try:
        lines = page.evaluate(
            "[...document.querySelectorAll('.title span')].map(e =>"
            " Math.round(e.getBoundingClientRect().height / parseFloat(getComputedStyle(e).lineHeight)))"
        )
    finally:
        page.close()

    assert len(lines) > 1
    assert set(lines) == {1}


def test_many_red_tasks_print_tightly_and_what_made_the_page_is_no_sheet_of_its_own(
    browser: Browser, written: Mapping[str, Path], tmp_path: Path
) -> None:
    reader = shutil.which("pdftotext")
    if reader is None:
        missing("pdftotext")
    april = tmp_path / "april.html"
    april.write_text(page_of(folder(YEAR), "2010-04-30"), encoding="utf-8")
    for path, most in ((written["many"], 51), (written["one"], 5), (april, 9)):
        page, _ = opened(browser, path, 1024)
        try:
            page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
        finally:
            page.close()
        printed = subprocess.run(
            [str(reader), str(tmp_path / "page.pdf"), "-"], capture_output=True, check=True
        ).stdout.decode()
        sheets = printed.removesuffix("\f").split("\f")

        assert len(sheets) <= most
        assert "数据指纹" in sheets[-1]
        assert re.search("口径|待明确", sheets[-1])


@pytest.mark.parametrize("kind", ["year", "many", "before", "odd"])
def test_the_mark_of_the_day_covers_no_count_of_the_band(
    kind: str, browser: Browser, written: Mapping[str, Path]
) -> None:
    page, _ = opened(browser, written[kind], WIDTHS[0])
    try:
        covered = page.evaluate(
            "[...document.querySelectorAll('.band-d b, .band-d small, .band-d .ic, .band-p li, .band-m > b')].filter("
            "e => { const a = e.getBoundingClientRect(),"
            " b = document.querySelector('.band-now span').getBoundingClientRect();"
            " return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;"
            "}).map(e => e.textContent || e.outerHTML)"
        )
    finally:
        page.close()

    assert covered == []


def test_no_step_of_a_past_phase_is_written_across_the_line_of_the_day(
    browser: Browser, written: Mapping[str, Path]
) -> None:
    page, _ = opened(browser, written["year"], 1440)
    try:
        across = page.evaluate(
            "[...document.querySelectorAll('.band-p li > span')].filter(e => {"
            " const a = e.getBoundingClientRect(),"
            " line = document.querySelector('.band-now').getBoundingClientRect().left;"
            " return a.left < line && line < a.right - 1;"
            "}).map(e => e.textContent)"
        )
    finally:
        page.close()

    assert across == []


@pytest.mark.parametrize("kind", ["year", "year-en"])
@pytest.mark.parametrize("width", [1024, None])
def test_no_figure_is_parted_from_its_measure_within_a_word(
    kind: str, width: int | None, browser: Browser, written: Mapping[str, Path]
) -> None:
    page, _ = opened(browser, written[kind], width or 700)
    try:
        if width is None:
            page.emulate_media(media="print")
        broken = page.evaluate(
            "[...document.querySelectorAll('.wi-days, .band-lab')].flatMap(e => {"
            " const walk = document.createTreeWalker(e, NodeFilter.SHOW_TEXT), range = document.createRange(), found = [];"
            " while (walk.nextNode()) for (const m of walk.currentNode.data.matchAll(/个百分点|步骤|任务|points/g)) {"
            "  range.setStart(walk.currentNode, m.index); range.setEnd(walk.currentNode, m.index + m[0].length);"
            "  if (new Set([...range.getClientRects()].map(b => Math.round(b.top))).size > 1) found.push(e.textContent);"
            " } return found; })"
        )
    finally:
        page.close()

    assert broken == []
