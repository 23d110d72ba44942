"""Codes as people type them."""

from __future__ import annotations

import pytest

from motiontrack.diagnostics.codes import CODES
from motiontrack.diagnostics.selecting import codes_in, named, nearest


def family(begin: str) -> frozenset[str]:
    return frozenset(code for code in CODES if code.startswith(begin))


@pytest.mark.parametrize(
    ("texts", "codes"),
    [
        (["MT604"], frozenset({"MT604"})),
        (["mt604"], frozenset({"MT604"})),
        (["ＭＴ６０４"], frozenset({"MT604"})),
        (["MT6"], family("MT6")),
        (["MT60"], family("MT60")),
        (["MT"], frozenset(CODES)),
        (["no-person"], frozenset({"MT602"})),
        (["No_Person"], frozenset({"MT602"})),
        (["MT604,MT602"], frozenset({"MT604", "MT602"})),
        (["MT604，MT602、MT601；MT603"], frozenset({"MT601", "MT602", "MT603", "MT604"})),
        ([" MT604 , ", "no-person"], frozenset({"MT604", "MT602"})),
        (["MT604 MT602"], frozenset({"MT604", "MT602"})),
        ([""], frozenset()),
    ],
)
def test_codes_are_exact_begun_or_named(texts: list[str], codes: frozenset[str]) -> None:
    assert codes_in(texts) == (codes, ())


@pytest.mark.parametrize("word", ["MT999", "MT6040", "person", "E501", "全部", "-", "604"])
def test_what_means_no_code_is_handed_back(word: str) -> None:
    assert codes_in([f"MT604,{word}"]) == (frozenset({"MT604"}), (word,))


def test_names_are_as_good_as_codes() -> None:
    names = [each.name for each in CODES.values()]

    assert len(set(names)) == len(names), "a name must be one code's"
    assert [named(name) for name in names] == list(CODES)
    assert [named(code) for code in CODES] == list(CODES)


@pytest.mark.parametrize(
    ("word", "near"),
    [("MT6O4", "MT604"), ("no-persn", "no-person"), ("NT602", "MT602"), ("甲", ""), ("zzz", "")],
)
def test_the_nearest_is_what_was_probably_meant(word: str, near: str) -> None:
    assert nearest(word) == near
