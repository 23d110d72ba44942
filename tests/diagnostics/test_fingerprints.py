"""A fingerprint outlives a moved line, another wording and another language, and is no other's."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motiontrack.book import load_book
from motiontrack.diagnostics.fingerprint import fingerprints
from motiontrack.diagnostics.record import Diagnostic, Place, Span, fault
from motiontrack.diagnostics.writers.formats import Format
from motiontrack.rules import check
from tests.diagnostics.runs import FOLDERS, mixed, run_of
from tests.rules.test_cases import CASES


def moved(diagnostic: Diagnostic, lines: int) -> Diagnostic:
    if diagnostic.place is None:
        return diagnostic
    file, span = diagnostic.place
    there = Span(span.line + lines, span.column + 2, span.end_line + lines, span.end_column + 2)
    return replace(diagnostic, place=Place(file, there))


@pytest.mark.parametrize("name", list(FOLDERS))
def test_no_two_of_a_run_are_alike_and_all_outlive_moved_lines(name: str) -> None:
    found = run_of(FOLDERS[name]).diagnostics

    made = fingerprints(found)

    assert len(set(made)) == len(found)
    assert fingerprints([moved(each, 7) for each in found]) == made


#: Codes of what stands in no row of its own: a slip or a comment in the text, a condition of a profile.
ROWLESS = {"MT010", "MT031", "MT032", "MT033", "MT034", "MT036", "MT140", "MT145", "MT159"}


@pytest.mark.parametrize("name", list(FOLDERS))
def test_two_rows_with_one_fault_are_told_apart_by_what_they_are(name: str) -> None:
    """And not by their order, in which the second would become the first when the first is mended."""
    found = [each for each in run_of(FOLDERS[name]).diagnostics if each.code not in ROWLESS]

    alone = [fingerprints([each])[0] for each in found]

    assert len(set(alone)) == len(found)


@given(st.permutations(range(6)), st.integers(min_value=0, max_value=9))
def test_of_faults_that_are_alike_each_keeps_its_own(order: list[int], lines: int) -> None:
    found = [fault("MT107", Place("plan.yaml", Span(10 * n, 1, 10 * n, 2)), key="lead") for n in range(1, 7)]
    made = dict(zip(found, fingerprints(found), strict=True))
    turned = [found[index] for index in order]

    assert fingerprints([moved(each, lines) for each in turned]) == tuple(made[each] for each in turned)
    assert len(set(made.values())) == 6


def test_neither_language_nor_wording_is_in_it() -> None:
    zh, en = mixed("zh"), mixed("en")
    reworded = replace(
        zh.diagnostics[1], figures=(*zh.diagnostics[1].figures[:3], ("labels_zh", "另一种说法"))
    )

    assert fingerprints(zh.diagnostics) == fingerprints(en.diagnostics)
    assert fingerprints([reworded]) == fingerprints([zh.diagnostics[1]])
    for form in (Format.GITLAB, Format.SARIF):
        prints = set(fingerprints(zh.diagnostics))
        assert all(each in form.written(run) for run in (zh, en) for each in prints)


@pytest.mark.parametrize(
    "changes",
    [
        {"code": "MT204"},
        {"place": Place("units.yaml", Span(3, 1, 3, 2))},
        {"item": "T02"},
        {"figures": (("id", "T09"), ("suggestion", ""))},
    ],
)
def test_code_file_item_and_figures_are_in_it(changes: dict[str, Any]) -> None:
    one = fault("MT203", Place("plan.yaml", Span(3, 1, 3, 2)), item="T01", id="T08", suggestion="T07")

    assert fingerprints([replace(one, **changes)]) != fingerprints([one])


def test_what_could_be_written_instead_is_not_in_it() -> None:
    one = fault("MT203", None, id="T08", suggestion="T07")

    assert fingerprints([one]) == fingerprints([fault("MT203", None, suggestion="", id="T08")])


@pytest.mark.parametrize("code", ["MT706", "MT707", "MT708"])
def test_another_deputys_answer_is_another_fault(code: str) -> None:
    rows = {
        "MT706": ("{deputy: 甲, date: 2010-11-26, answered_on: 2010-11-14}", "乙"),
        "MT707": ("{deputy: 甲, date: 2010-11-26, verdict: 不满意}", "乙"),
        "MT708": ("{date: 2010-11-26, verdict: 满意, text: 甲}", "乙"),
    }
    row, other = rows[code]
    folder = CASES / "mt708-feedback-without-deputy"
    files = {name: (folder / name).read_bytes() for name in ("plan.yaml", "units.yaml")}
    made = set()
    for each in (row, row.replace("甲", other)):
        book, _ = load_book({**files, "feedback.yaml": f"feedback:\n  - {each}\n".encode()})
        assert book is not None
        made |= set(fingerprints([found for found in check(book) if found.code == code]))

    assert len(made) == 2
