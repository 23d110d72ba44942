"""The reference of deadline words: every rule is there, and its examples are read by it."""

from __future__ import annotations

import re

import pytest

from motiontrack.language.deadline_words import CLOCKS, READ, REFUSED
from motiontrack.model.chinese_numbers import tidy
from motiontrack.model.deadline_rules import BOUNDS, POINTS
from motiontrack.model.deadline_spans import WITHIN
from motiontrack.model.recurrence import CLOCK_RULES, read_recurrence
from motiontrack.render.deadline_reference import deadlines_page, read_example

#: Rules that know words only to say why they cannot be read; the page has them under their codes.
REFUSING = {"no-month", "after-event"}


def test_every_rule_is_told_of_and_no_other() -> None:
    assert set(READ) == {rule for rule, *_ in (*POINTS, *BOUNDS, *WITHIN)} - REFUSING | {"range"}
    assert set(CLOCKS) == {rule for rule, *_ in CLOCK_RULES}


@pytest.mark.parametrize(
    ("rule", "words"), [(rule, words) for rule, said in READ.items() for words in said.examples]
)
def test_an_example_is_read_by_its_rule(rule: str, words: str) -> None:
    found, _ = read_example(words)
    assert found is not None
    assert found.rule == rule


@pytest.mark.parametrize(
    ("code", "words"), [(code, words) for code, said in REFUSED.items() for words in said.examples]
)
def test_an_example_is_refused_for_its_reason(code: str, words: str) -> None:
    found, doubts = read_example(words)
    assert (found, [doubt.code for doubt in doubts]) == (None, [code])


@pytest.mark.parametrize(
    ("rule", "words"), [(rule, words) for rule, said in CLOCKS.items() for words in said.examples]
)
def test_an_example_of_a_clock_is_read_by_its_rule(rule: str, words: str) -> None:
    assert read_recurrence(words)[0] is not None
    assert rule == next(name for name, pattern, _ in CLOCK_RULES if re.fullmatch(pattern, tidy(words)))


def test_each_rule_is_told_in_both_languages_and_fits_a_gbk_console() -> None:
    for said in (*READ.values(), *REFUSED.values(), *CLOCKS.values()):
        assert said.zh
        assert said.en
        assert said.examples
        assert "|" not in "".join((said.zh, said.en, *said.examples))  # would end a cell of the table
    assert deadlines_page().encode("gbk")
