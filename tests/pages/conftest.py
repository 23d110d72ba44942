"""A real browser and a real validator; without them the tests skip, except where everything must hold."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.missing import missing
from tests.pages.making import CHARTS, KINDS, PAPERS, SLIPS, charts, page, paper, slips
from tests.papers import DRAFTS, OFFICIAL, draft, official

if TYPE_CHECKING:
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


class Written(Mapping[str, Path]):
    """Every kind of page and paper as a file, made when a test first asks for it."""

    def __init__(self, room: Path) -> None:
        self._room = room

    def __getitem__(self, name: str) -> Path:
        path = self._room / f"{name}.html"
        if not path.exists():
            path.write_text(_MAKERS[name](name), encoding="utf-8")
        return path

    def __iter__(self) -> Iterator[str]:
        return iter(_MAKERS)

    def __len__(self) -> int:
        return len(_MAKERS)


_MAKERS: Mapping[str, Callable[[str], str]] = (
    dict.fromkeys(KINDS, page)
    | dict.fromkeys(PAPERS, paper)
    | dict.fromkeys(OFFICIAL, official)
    | dict.fromkeys(DRAFTS, draft)
    | dict.fromkeys(CHARTS, charts)
    | dict.fromkeys(SLIPS, slips)
)


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Every kind of page and paper as a file, by its name."""
    return Written(tmp_path_factory.mktemp("pages"))
