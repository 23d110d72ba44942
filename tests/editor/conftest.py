"""The YAML language server that VS Code, Neovim and others run, in Chinese and without a network."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.commands import ROOT
from tests.editor.server import LanguageServer
from tests.missing import missing

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).resolve().parent
PACKAGE = HERE / "node_modules" / "yaml-language-server"


@pytest.fixture(scope="session")
def server() -> Iterator[LanguageServer]:
    """One server for the whole run."""
    node = shutil.which("node")
    if node is None:
        missing("node")
    program = PACKAGE / "bin" / "yaml-language-server"
    if not program.is_file():
        missing("yaml-language-server (npm ci in tests/editor)")
    command = [str(node), "--require", str(HERE / "offline.cjs"), str(program), "--stdio"]
    with LanguageServer(command, PACKAGE / "l10n") as server:
        yield server


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """An office's folder: its own data beside the schemas that came with the program."""
    shutil.copytree(ROOT / "schema", tmp_path / "schema")
    (tmp_path / "data" / "returns").mkdir(parents=True)
    return tmp_path
