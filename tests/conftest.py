"""What every test stands on: the same surroundings on every machine, and the same examples."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

#: These make Typer and Rich colour what goes into a pipe, or choose a language.
CLEARED = (
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "FORCE_COLOR",
    "GITHUB_ACTIONS",
    "LANGUAGE",
    "LC_CTYPE",
    "LC_MESSAGES",
    "MOTIONTRACK_LANG",
    "PY_COLORS",
    "PYTHONIOENCODING",
    "PYTHONPATH",
    "TTY_COMPATIBLE",
    "TTY_INTERACTIVE",
)
FIXED = {
    "COLUMNS": "80",
    "LANG": "C.UTF-8",
    "LC_ALL": "C.UTF-8",
    "NO_COLOR": "1",
    "PYTHONUTF8": "1",  # for the processes that tests start
    "TERMINAL_WIDTH": "80",
    "TZ": "UTC",
}

# Some of these are read once, while Typer is imported, so they must be settled before any test is.
for _name in CLEARED:
    os.environ.pop(_name, None)
os.environ.update(FIXED)

# The same examples at every run, so that a red run can be had again on another machine. To look for
# new ones: pytest --hypothesis-profile=explore
settings.register_profile("steady", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("explore", deadline=None, max_examples=2000)
settings.load_profile("steady")


def _read_time_zone() -> None:
    if hasattr(time, "tzset"):  # not on Windows
        time.tzset()


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Undo what an earlier test, or the machine, has set."""
    for name in CLEARED:
        monkeypatch.delenv(name, raising=False)
    for name, value in FIXED.items():
        monkeypatch.setenv(name, value)
    _read_time_zone()
    yield
    monkeypatch.undo()
    _read_time_zone()
