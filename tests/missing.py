"""What a test cannot run without: it is skipped, except where everything must hold."""

from __future__ import annotations

import os

import pytest

__all__ = ["missing"]


def missing(what: str) -> None:
    """Skip, saying what is not there; under CI nothing may be left out."""
    said = f"{what} is not installed (.ci/run installs it)"
    if os.environ.get("CI") == "true":
        pytest.fail(said)
    pytest.skip(said)
