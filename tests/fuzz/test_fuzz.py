"""A few rounds of the fuzz at every run; for many there is ``python -m tests.fuzz``."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.commands import ROOT
from tests.fuzz.rounds import one_round


@pytest.mark.parametrize("seed", range(60))
def test_whatever_is_broken_is_told(seed: int) -> None:
    one_round(seed)


def test_it_runs_by_itself() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz", "2", "7"], cwd=ROOT, capture_output=True, check=False
    )

    assert (done.returncode, done.stdout) == (0, b"2 rounds from 7, 0 findings\n")
