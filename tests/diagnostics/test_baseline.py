"""The list of accepted diagnostics: steady, readable, and never hiding an error."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from motiontrack.diagnostics.baseline import Accepted, BaselineFaultyError, accept, parse, write
from motiontrack.diagnostics.codes import CODES, Severity
from motiontrack.diagnostics.record import Diagnostic, Place, Span, fault
from tests.diagnostics.runs import FOLDERS, run_of


def warning(line: int, unit: str = "甲局") -> Diagnostic:
    return fault("MT604", Place("units.yaml", Span(line, 3, line, 9)), unit=unit)


def sentence(diagnostic: Diagnostic) -> str:
    return f"{diagnostic.code} “{dict(diagnostic.figures).get('unit', '')}”"


def listed(*found: Diagnostic) -> tuple[Accepted, ...]:
    return parse(write(found, sentence))


def left(found: list[Diagnostic], *entries: Accepted) -> list[str]:
    return [each.code for each in accept(found, entries, "../accepted.json", CODES)[0]]


@pytest.mark.parametrize("name", list(FOLDERS))
def test_all_but_errors_are_accepted(name: str) -> None:
    found = run_of(FOLDERS[name]).diagnostics
    errors = tuple(each for each in found if each.severity is Severity.ERROR)

    kept, accepted = accept(found, listed(*found), "../accepted.json", CODES)

    assert kept == errors
    assert accepted == len(found) - len(errors)


def test_the_list_is_the_same_whatever_the_order_and_one_entry_a_line() -> None:
    found = [warning(9, "丙局"), warning(3, "甲局"), warning(5, "乙局")]
    text = write(found, sentence)

    assert text == write(found[::-1], sentence)
    assert text.endswith("]\n}\n")
    assert sum('"MT604"' in line for line in text.splitlines()) == 3
    assert "“甲局”" in text.replace("MT604 ", "")
    assert json.loads(write([], sentence)) == {"schema": "motiontrack/baseline/1", "accepted": []}


def test_what_has_moved_is_still_accepted_and_what_is_new_is_not() -> None:
    entries = listed(warning(3), warning(8, "乙局"))

    assert left([warning(30), warning(80, "乙局")], *entries) == []
    assert left([warning(3), warning(8, "乙局"), warning(9, "丙局")], *entries) == ["MT604"]


def test_of_two_that_are_alike_one_more_is_new() -> None:
    assert left([warning(3), warning(4)], *listed(warning(3))) == ["MT604"]
    assert left([warning(3)], *listed(warning(3), warning(4))) == ["MT144"]


def test_what_has_gone_is_told_on_its_line_of_the_list() -> None:
    entries = listed(warning(3), warning(8, "乙局"))
    (gone,), accepted = accept([warning(3)], entries, "../accepted.json", CODES)

    assert accepted == 1
    assert gone.code == "MT144"
    assert gone.severity is Severity.INFO
    assert dict(gone.figures) == {"about": "MT604", "file": "units.yaml", "message": "MT604 “乙局”"}
    assert gone.place is not None
    assert gone.place.file == "../accepted.json"
    assert gone.place.span == next(each.span for each in entries if "乙局" in each.message)
    assert gone.place.span.line in (4, 5)


def test_while_there_are_errors_nothing_is_called_gone() -> None:
    error = fault("MT101", Place("plan.yaml", Span(1, 1, 1, 2)))

    assert left([error], *listed(warning(3))) == ["MT101"]


def test_entries_of_codes_that_nobody_asks_for_are_let_be() -> None:
    assert accept([], listed(warning(3)), "a.json", {"MT602"}) == ((), 0)


def test_an_error_that_somebody_listed_stays_and_is_told() -> None:
    error = fault("MT602", Place("plan.yaml", Span(3, 3, 3, 9)), item="T01", id="T01")
    (accepted,) = listed(replace(error, severity=Severity.WARNING))

    assert left([error], accepted) == ["MT602", "MT143"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("{", 1),
        ('{\n"schema": "motiontrack/baseline/1",\n<<<<<<< HEAD\n', 3),
        ("[]", 0),
        ("1", 0),
        ('{"schema": "motiontrack/baseline/2", "accepted": []}', 0),
        ('{"schema": "motiontrack/baseline/1"}', 0),
        ('{"schema": "motiontrack/baseline/1", "accepted": {}}', 0),
        ('{"schema": "motiontrack/baseline/1", "accepted": [1]}', 0),
        ('{"schema": "motiontrack/baseline/1", "accepted": [{"code": "MT604"}]}', 0),
        ("[" * 100_000, 0),
        ("1" * 5_000, 0),
    ],
)
def test_what_is_no_such_list_is_refused(text: str, line: int) -> None:
    with pytest.raises(BaselineFaultyError) as refused:
        parse(text)

    assert refused.value.line == line
