"""A real browser and a real validator; without them the tests skip, except where everything must hold."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.missing import missing
from tests.pages.making import CHARTS, KINDS, PAPERS, SLIPS, charts, page, paper, slips

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

HERE = Path(__file__).resolve().parent
#: The browser speaks to nobody of its own accord.
QUIET = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-quic",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
)
_CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe."""
    path = HERE / "node_modules" / "axe-core" / "axe.min.js"
    if not path.is_file():
        missing("axe-core (npm ci in tests/pages)")
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def vnu() -> tuple[str, ...]:
    """The command of the W3C's validator."""
    java, jar = shutil.which("java"), HERE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    if java is None:
        missing("java")
    if not jar.is_file():
        missing("vnu-jar (npm ci in tests/pages)")
    return (str(java), "-jar", str(jar))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run."""
    path = next((found for name in _CHROMIUMS if (found := shutil.which(name))), None)
    if path is None:
        missing("chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright")
        raise
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*QUIET])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every kind of page and paper as a file."""
    room = tmp_path_factory.mktemp("pages")
    paths = {kind: room / f"{kind}.html" for kind in KINDS}
    for kind, path in paths.items():
        path.write_text(page(kind), encoding="utf-8")
    for name in PAPERS:
        paths[name] = room / f"{name}.html"
        paths[name].write_text(paper(name), encoding="utf-8")
    for name in CHARTS:
        paths[name] = room / f"{name}.html"
        paths[name].write_text(charts(name), encoding="utf-8")
    for name in SLIPS:
        paths[name] = room / f"{name}.html"
        paths[name].write_text(slips(name), encoding="utf-8")
    return paths
