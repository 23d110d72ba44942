"""What a plan sets under ``rules``: severities, and the figures that rules go by."""

from __future__ import annotations

import json
from pathlib import Path
from textwrap import dedent

import pytest

from motiontrack.book import load_book
from motiontrack.diagnostics.codes import CODES, Severity
from motiontrack.diagnostics.record import Diagnostic
from motiontrack.model.settings import Thresholds
from motiontrack.rules import check, examine
from tests.assess.building import PLAN, files_of, returned
from tests.commands import copy_data, run

#: A return that says 100 and not done: MT403, a warning that touches T1.
FULL = returned("2010-05", "received: 2010-05-24, progress: 100, work: 报批")


def found(rules: str, more: dict[str, str] | None = None) -> dict[str, Severity]:
    """What a reader of this plan is told: code -> severity."""
    return {each.code: each.severity for each in read(rules, more)}


def read(rules: str, more: dict[str, str] | None = None) -> tuple[Diagnostic, ...]:
    texts = files_of(more=FULL if more is None else more, plan=f"{PLAN}rules: {rules}\n")
    book, diagnostics = load_book({path: dedent(text).encode() for path, text in texts.items()})
    assert book is not None
    return examine(book, diagnostics)


def test_nothing_set_leaves_every_code_as_declared() -> None:
    for rules in ("~", "{}", "{severity: {}}", "{severity: ~, thresholds: ~}"):
        assert found(rules) == {"MT403": CODES["MT403"].severity}


@pytest.mark.parametrize("word", ["info", "warning", "error"])
def test_a_warning_is_what_the_plan_calls_it(word: str) -> None:
    assert found(f"{{severity: {{MT403: {word}}}}}") == {"MT403": Severity[word.upper()]}


def test_what_is_switched_off_is_not_told() -> None:
    assert found("{severity: {MT403: off}}") == {}


def test_what_was_met_while_reading_is_set_as_well() -> None:
    files = files_of(more={"草稿.yaml": "a: 1\n"}, plan=f"{PLAN}rules: {{severity: {{MT121: error}}}}\n")
    book, diagnostics = load_book({path: dedent(text).encode() for path, text in files.items()})

    assert [each.severity for each in diagnostics] == [Severity.WARNING]
    assert [each.severity for each in examine(book, diagnostics)] == [Severity.ERROR]


@pytest.mark.parametrize("word", ["off", "info", "warning"])
@pytest.mark.parametrize("code", [code for code, each in CODES.items() if each.severity is Severity.ERROR])
def test_no_error_can_be_lowered(code: str, word: str) -> None:
    more = returned("2010-05", "received: 2010-05-24, state: done")  # MT402, an error

    told = found(f"{{severity: {{{code}: {word}}}}}", more)

    assert told["MT402"] is Severity.ERROR
    assert told["MT131"] is Severity.ERROR


def test_an_error_set_to_error_is_no_fault() -> None:
    assert found("{severity: {MT602: error}}", {}) == {}


def test_without_a_plan_nothing_is_set() -> None:
    book, diagnostics = load_book({"plan.yaml": b"rules: {severity: {MT120: off}}\n"})

    assert book is None
    assert examine(book, diagnostics) == diagnostics


def test_a_threshold_that_cannot_be_read_is_a_fault_and_the_default_holds() -> None:
    told = read("{thresholds: {same_words: 1, fall_point: 5}}", {})

    assert {each.code: dict(each.figures)["key"] for each in told} == {
        "MT110": "same_words", "MT101": "fall_point",
    }  # fmt: skip
    assert dict(next(each for each in told if each.code == "MT101").figures)["suggestion"] == "fall_points"


def test_each_threshold_says_its_default_where_users_read() -> None:
    schema = json.loads((Path(__file__).parents[2] / "schema/plan.json").read_text(encoding="utf-8"))
    described = schema["definitions"]["Thresholds"]["properties"]

    assert described.keys() == {"fall_points", "same_words", "receipt_days"}
    for name, field in described.items():
        default = getattr(Thresholds(), name)
        assert f"缺省 {default} " in field["description"]
        assert f"default {default} " in field["description"]


@pytest.mark.parametrize(
    ("rules", "codes"),
    [("{thresholds: {same_words: 2}}", {"MT431"}), ("{}", set()), ("{thresholds: {same_words: 3}}", set())],
)
def test_the_threshold_for_the_same_words_decides(rules: str, codes: set[str]) -> None:
    entry = "work: 已送三个部门征求意见"
    more = returned("2010-05", f"received: 2010-05-24, {entry}") | returned(
        "2010-06", f"received: 2010-06-24, {entry}"
    )

    assert found(rules, more).keys() == codes


@pytest.mark.parametrize(("days", "codes"), [(91, {"MT438"}), (92, set())])
def test_the_threshold_for_receipt_decides(days: int, codes: set[str]) -> None:
    more = returned("2010-05", "received: 2010-08-31, work: 补报")  # 92 days after 31 May

    assert found(f"{{thresholds: {{receipt_days: {days}}}}}", more).keys() == codes


# -- the commands all see the same ------------------------------------------------------------------


@pytest.fixture
def raised(tmp_path: Path) -> Path:
    """The notice, whose open question about T01 the office calls an error."""
    folder = copy_data(tmp_path)
    plan = folder / "plan.yaml"
    plan.write_text(
        plan.read_text(encoding="utf-8") + "\nrules:\n  severity: {MT501: error, MT604: off}\n",
        encoding="utf-8",
    )
    return folder


def test_a_raised_fault_stops_validate_and_status_and_the_papers(raised: Path) -> None:
    assert run("validate", "--data", raised).code == 1
    assert run("status", "--data", raised, "--as-of", "2010-08-31").code == 1
    assert run("report", "monthly", "--data", raised, "--as-of", "2010-08-31").code == 1


def test_what_is_off_is_in_no_format(raised: Path) -> None:
    told = json.loads(run("validate", "--data", raised, "--format", "json").out)

    assert "MT604" not in {each["code"] for each in told["diagnostics"]}
    assert {each["severity"] for each in told["diagnostics"] if each["code"] == "MT501"} == {"error"}
    assert told["totals"]["error"] == 3
    assert "MT604" not in run("validate", "--data", raised).out


def test_a_raised_fault_leaves_nothing_unjudged(tmp_path: Path) -> None:
    folder = copy_data(tmp_path)
    plan = folder / "plan.yaml"
    # MT303 is about step S1, which would not be judged if the program itself called it an error.
    plan.write_text(
        plan.read_text(encoding="utf-8") + "\nrules:\n  severity: {MT303: error}\n", encoding="utf-8"
    )

    ran = run("status", "--data", folder, "--as-of", "2010-08-31", "--json")

    assert ran.code == 1
    answer = json.loads(ran.out)
    assert answer["unjudged"] == []
    assert "S1" in {step["id"] for step in answer["steps"]}


def test_check_itself_knows_only_what_is_declared(raised: Path) -> None:
    files = {path.name: path.read_bytes() for path in raised.glob("*.yaml")}
    book, _ = load_book(files)
    assert book is not None

    assert {each.severity for each in check(book)} == {Severity.WARNING}
