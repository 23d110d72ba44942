"""Running commands in tests: in this process, and as a process of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from typer.testing import CliRunner

from motiontrack.cli.app import build_app

__all__ = ["DATA", "ROOT", "Ran", "copy_data", "odd_file", "run", "start", "write_files"]

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "data"


class Ran(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


def run(*arguments: str | Path, language: str = "zh") -> Ran:
    """A command in this process; anything but an exit is raised."""
    result = CliRunner().invoke(build_app(language), [str(each) for each in arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Ran(result.exit_code, result.stdout, result.stderr)


def start(*arguments: str | Path, cwd: Path = ROOT, **environment: str) -> tuple[int, bytes, bytes]:
    """A command as a process of its own, with its raw output."""
    done = subprocess.run(
        [sys.executable, "-m", "motiontrack", *(str(each) for each in arguments)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment},
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    return done.returncode, done.stdout, done.stderr


def copy_data(folder: Path) -> Path:
    """A copy of the shipped data in a project of its own."""
    (folder / ".git").mkdir(parents=True, exist_ok=True)
    return Path(shutil.copytree(DATA, folder / "data"))


def write_files(folder: Path, files: dict[str, str]) -> Path:
    """``files`` (path -> text) below ``folder``."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def odd_file(kind: str, path: Path) -> Path:
    """What is at a path and is no ordinary file."""
    match kind:
        case "folder":
            path.mkdir()
        case "pipe" if hasattr(os, "mkfifo"):
            os.mkfifo(path)
        case "link":
            path.symlink_to("gone")
        case "device" if Path("/dev/zero").exists():
            path.symlink_to("/dev/zero")
        case _:
            pytest.skip(f"no {kind} here")
    return path
