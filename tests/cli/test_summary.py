"""``motiontrack report summary``: the leader's page as it is printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_status import EXAMPLE
from tests.commands import run
from tests.papers import same_words

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion


def summed_up(day: str, *more: str) -> str:
    ran = run("report", "summary", "--data", EXAMPLE, "--as-of", day, *more)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


@pytest.mark.parametrize("ending", ["md", "html"])
@pytest.mark.parametrize("day", ["2010-08-31", "2010-11-30"])
def test_the_page_as_it_is_printed(day: str, ending: str, snapshot: SnapshotAssertion) -> None:
    assert re.sub(r"(?s)<style>.*?</style>", "", summed_up(day, "--format", ending)) == snapshot


def test_both_formats_say_the_same() -> None:
    same_words(summed_up("2010-10-31"), summed_up("2010-10-31", "--format", "html"))


def test_there_is_no_english_one() -> None:
    ran = run("report", "summary", "--data", EXAMPLE, "--lang", "en", language="en")

    assert (ran.code, ran.out) == (2, "")
    assert "without a translation" in ran.err
