"""Each format against what its readers document, for every golden case and the shipped data."""

from __future__ import annotations

import copy
import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from motiontrack.diagnostics.codes import Severity
from motiontrack.diagnostics.record import Diagnostic, Place, Span, fault, shown_path
from motiontrack.diagnostics.writers.formats import Format, Run
from motiontrack.diagnostics.writers.page import Page
from motiontrack.language.catalogue import load as load_catalogue
from motiontrack.language.wording import Wording
from tests.commands import ROOT
from tests.diagnostics.runs import FOLDERS, mixed, run_of
from tests.missing import missing

HERE = Path(__file__).resolve().parent
EVERY = pytest.mark.parametrize("name", list(FOLDERS))
_RFC3986 = r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-F]{2})+"


# -- what all formats share -----------------------------------------------------------------------


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("form", list(Format), ids=str)
def test_the_format_is_as_kept(form: Format, language: str) -> None:
    """Chinese, one of each severity, another place, no place; ``MOTIONTRACK_UPDATE=1`` writes them again."""
    kept = HERE / "kept" / f"{form.value}.{language}{form.suffixes[0]}"
    written = form.written(mixed(language))
    if os.environ.get("MOTIONTRACK_UPDATE"):
        kept.parent.mkdir(exist_ok=True)
        kept.write_bytes(written.encode())

    assert written == kept.read_bytes().decode()


def test_nothing_is_kept_of_a_format_that_is_gone() -> None:
    there = {path.name for path in (HERE / "kept").iterdir()}

    assert there == {f"{form.value}.{each}{form.suffixes[0]}" for form in Format for each in ("zh", "en")}


@EVERY
@pytest.mark.parametrize("form", list(Format), ids=str)
def test_it_is_whole_and_says_nothing_of_this_machine(form: Format, name: str) -> None:
    run = run_of(FOLDERS[name])

    written = form.written(run)

    assert written == form.written(run)
    assert not written or written.endswith("\n")
    assert "\r" not in written
    assert str(ROOT) not in written
    written.encode()
    shown = Counter(re.findall(r"MT[0-9]{3}", written))
    assert {each.code for each in run.diagnostics} <= shown.keys()


@pytest.mark.parametrize("form", list(Format), ids=str)
def test_the_order_in_which_faults_were_found_shows_nowhere(form: Format) -> None:
    run = mixed()
    turned = mixed(diagnostics=tuple(reversed(run.diagnostics)))

    assert form.written(turned) == form.written(run)


# -- concise --------------------------------------------------------------------------------------


@EVERY
def test_concise_is_one_line_each_that_an_editor_can_jump_to(name: str) -> None:
    run = run_of(FOLDERS[name])

    lines = Format.CONCISE.written(run).splitlines()

    read = [re.fullmatch(r"([^:]+):(\d+):(\d+): (error|warning|info) (MT\d{3}) \S.*", line) for line in lines]
    assert len(lines) == len(run.diagnostics)
    places = [
        (
            shown_path(run.page.folder, each.place.file),
            each.place.span.line,
            each.place.span.column,
            each.code,
        )
        for each in sorted(run.diagnostics, key=lambda each: each.order)
        if each.place
    ]
    assert [(m[1], int(m[2]), int(m[3]), m[5]) for m in read if m] == places


def test_concise_loses_nothing_in_gbk_that_gbk_has() -> None:
    page = Page(folder="数据𠮷", encoding="gbk")
    run = mixed(page=page)

    written = Format.CONCISE.written(run)

    assert "数据<U+20BB7>/units.yaml:3:9: error MT202 单位名称“发改委”登记了两次。" in written
    assert written.encode("gbk").decode("gbk") == written


# -- GitHub: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands ----


class Command(NamedTuple):
    level: str
    properties: dict[str, str]
    data: str


def commands(text: str) -> Iterator[Command]:
    """What the runner takes out of a log: ``::name key=value,key=value::data``, unescaped last to first."""
    for line in text.splitlines():
        if not line.lstrip().startswith("::"):
            assert "##[" not in line, "the older form of a command, which the runner looks for as well"
            continue
        head, data = line.lstrip()[2:].split("::", 1)
        level, _, listed = head.partition(" ")
        pairs = (pair.split("=", 1) for pair in listed.split(",") if pair)
        yield Command(level, {key: unescaped(value) for key, value in pairs}, unescaped(data))


def unescaped(text: str) -> str:
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, character)
    return text


LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


@pytest.mark.parametrize("run", [mixed(), mixed("en"), *(run_of(path) for path in FOLDERS.values())])
def test_github_reads_back_what_was_found_worst_first(run: Run) -> None:
    written = Format.GITHUB.written(run)
    read = list(commands(written))
    ordered = sorted(run.diagnostics, key=lambda each: (-each.severity, each.order))

    levels = Counter(each.level for each in read)
    assert all(number <= 10 for number in levels.values()), (
        "GitHub shows no more than ten of a level in a step"
    )
    cut = len(ordered) > 10 and levels.total() <= len(ordered)
    marked = read[:-1] if cut else read
    assert [LEVELS[each.severity] for each in ordered if each.code] == sorted(
        [LEVELS[each.severity] for each in ordered], key=["error", "warning", "notice"].index
    )
    expected = [each for level in LEVELS for each in [one for one in ordered if one.severity is level][:10]]
    assert len(marked) == len(expected)
    for command, each in zip(marked, expected, strict=True):
        said = run.catalogue.diagnostic(each.code, each.figures)
        assert command.level == LEVELS[each.severity]
        assert command.properties["title"] == f"{each.code} {said.title}"
        assert command.data.split("\n")[0] == said.message
        assert said.help in command.data.split("\n")[-1]
        if each.place is None:
            assert command.properties.keys() == {"title"}
            continue
        span = each.place.span
        assert command.properties["file"] == shown_path(run.page.folder, each.place.file)
        assert command.properties["line"] == str(span.line)
        assert command.properties["endLine"] == str(span.end_line)
        assert ("col" in command.properties) == (span.line == span.end_line)
    assert re.search(r"\d", written.splitlines()[-1]), "the count is last"


def many(errors: int, warnings: int, infos: int) -> Run:
    codes = ["MT142"] * infos + ["MT604"] * warnings + ["MT202"] * errors
    found = tuple(
        fault(code, Place("plan.yaml", Span(number, 1, number, 2)), about="MT604", unit=f"##[error]{number}")
        for number, code in enumerate(codes, 1)
    )
    return Run(found, load_catalogue("en"), Page())


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [
        ((0, 0, 0), (0, 0, 0)),
        ((10, 10, 9), (10, 10, 9)),
        ((11, 0, 0), (10, 0, 1)),
        ((0, 0, 10), (0, 0, 10)),
        ((30, 12, 40), (10, 10, 10)),
    ],
)
def test_what_github_would_drop_is_in_the_log_and_counted_last(
    numbers: tuple[int, int, int], shown: tuple[int, int, int]
) -> None:
    written = Format.GITHUB.written(many(*numbers))

    levels = Counter(each.level for each in commands(written))
    assert (levels["error"], levels["warning"], levels["notice"]) == shown
    whole = f"Errors: {numbers[0]}, warnings: {numbers[1]}, notes: {numbers[2]}."
    assert whole in written.splitlines()[-1]
    plain = [line for line in written.splitlines() if line.startswith("data/plan.yaml:")]
    annotated = sum(1 for each in commands(written) if "file" in each.properties)
    assert annotated + len(plain) == sum(numbers)
    assert (f"{len(plain)} are not marked" in written.splitlines()[-1]) == bool(plain)


# -- GitLab: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format -------------

GITLAB: dict[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1, "pattern": r"^[^\n]*$"},
            "check_name": {"type": "string", "pattern": "^MT[0-9]{3}$"},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!/|\./|[A-Za-z]:/|\.\./)[^\\]+$"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


@pytest.mark.parametrize("run", [mixed(), *(run_of(path) for path in FOLDERS.values())])
def test_gitlab_takes_the_report(run: Run) -> None:
    written = Format.GITLAB.written(run)
    issues = json.loads(written)

    jsonschema.validate(issues, GITLAB)
    assert not written.startswith("\ufeff")  # GitLab's parser refuses a byte order mark
    # Of issues with the same fingerprint GitLab keeps the last only.
    assert len({each["fingerprint"] for each in issues}) == len(issues) == len(run.diagnostics)


@pytest.mark.parametrize(
    "fault_of",
    [
        lambda issue: issue.pop("fingerprint"),
        lambda issue: issue["location"].update(path="/data/plan.yaml"),
        lambda issue: issue["location"]["lines"].update(begin=0),
        lambda issue: issue.update(severity="error"),
    ],
)
def test_what_gitlab_would_not_take_is_seen(fault_of: Callable[[dict[str, Any]], object]) -> None:
    issues = json.loads(Format.GITLAB.written(mixed()))
    fault_of(issues[0])

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(issues, GITLAB)


# -- SARIF 2.1.0 ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def sarif_schema() -> jsonschema.Draft4Validator:
    """The schema of the standard, as a package of its makers carries it."""
    path = ROOT / "tests/pages/node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
    if not path.is_file():
        missing("the schema of SARIF (npm ci in tests/pages)")
    schema = json.loads(path.read_text(encoding="utf-8-sig"))
    jsonschema.Draft4Validator.check_schema(schema)
    return jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())


@pytest.mark.parametrize("run", [mixed(), mixed("en"), *(run_of(path) for path in FOLDERS.values())])
def test_sarif_fits_its_schema(run: Run, sarif_schema: jsonschema.Draft4Validator) -> None:
    whole = json.loads(Format.SARIF.written(run))

    assert [error.message for error in sarif_schema.iter_errors(whole)] == []
    (told,) = whole["runs"]
    rules = told["tool"]["driver"]["rules"]
    assert told["columnKind"] == "unicodeCodePoints"
    assert len(told["results"]) == len(run.diagnostics)
    ordered = sorted(run.diagnostics, key=lambda each: each.order)
    for result, each in zip(told["results"], ordered, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == each.code
        assert result["level"] == {"notice": "note"}.get(LEVELS[each.severity], LEVELS[each.severity])
        if each.place is None:
            assert "locations" not in result
            continue
        (location,) = result["locations"]
        physical = location["physicalLocation"]
        span = each.place.span
        assert list(physical["region"].values()) == [span.line, span.column, span.end_line, span.end_column]
        artifact = physical["artifactLocation"]
        assert artifact["uriBaseId"] in told["originalUriBaseIds"]
        assert re.fullmatch(_RFC3986, artifact["uri"]), "Chinese and blanks are percent-encoded"
        assert unquote(artifact["uri"]) == shown_path(run.page.folder, each.place.file)
        assert len(result.get("relatedLocations", ())) == len(each.related)
    for rule in rules:  # GitHub demands these of every rule
        assert all(rule[name]["text"] for name in ("shortDescription", "fullDescription", "help"))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda run: run["results"][0].pop("message"),
        lambda run: run["results"][1].update(level="notice"),
        lambda run: run["results"][1]["locations"][0]["physicalLocation"]["region"].update(startLine=0),
        lambda run: run.update(columnKind="codePoints"),
        lambda run: run.pop("tool"),
        lambda run: run.update(host="here"),
    ],
)
def test_a_fault_planted_in_sarif_is_found(
    spoil: Callable[[dict[str, Any]], object], sarif_schema: jsonschema.Draft4Validator
) -> None:
    whole = json.loads(Format.SARIF.written(mixed()))
    assert sarif_schema.is_valid(whole)
    faulty = copy.deepcopy(whole)
    spoil(faulty["runs"][0])

    assert not sarif_schema.is_valid(faulty)


@pytest.mark.parametrize(
    ("folder", "uri"),
    [
        ("data", "data/plan.yaml"),
        ("甲 乙", "%E7%94%B2%20%E4%B9%99/plan.yaml"),
        ("/x/a b", "file:///x/a%20b/plan.yaml"),
        ("D:/办公", "file:///D:/%E5%8A%9E%E5%85%AC/plan.yaml"),
    ],
)
def test_a_path_is_a_uri_from_the_root_or_a_whole_one(folder: str, uri: str) -> None:
    run = mixed(page=Page(folder=folder), diagnostics=(fault("MT120", Place("plan.yaml", Span(1, 1, 1, 1))),))

    (result,) = json.loads(Format.SARIF.written(run))["runs"][0]["results"]

    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact["uri"] == uri
    assert ("uriBaseId" in artifact) == (not uri.startswith("file:"))


# -- JUnit: https://docs.gitlab.com/ci/testing/unit_test_reports, and Jenkins' xUnit schema ----------


@pytest.mark.parametrize("run", [mixed(), *(run_of(path) for path in FOLDERS.values())])
def test_junit_is_well_formed_and_its_counts_add_up(run: Run) -> None:
    root = ET.fromstring(Format.JUNIT.written(run).encode())  # noqa: S314 - our own output

    assert root.tag == "testsuites"
    for element in (root, *root):
        assert element.tag in {"testsuites", "testsuite"}
        for name, tag in (("tests", "testcase"), ("failures", "failure"), ("skipped", "skipped")):
            assert element.get(name) == str(len(list(element.iter(tag)))), (element.get("name"), name)
        assert element.get("errors") == "0"
    cases = [(case.get("classname"), case.get("name")) for case in root.iter("testcase")]
    assert len(set(cases)) == len(cases), "GitLab shows the first only of cases with one name"
    assert len(list(root.iter("failure"))) == sum(each.severity is Severity.ERROR for each in run.diagnostics)
    assert len(list(root.iter("failure"))) + len(list(root.iter("skipped"))) == len(run.diagnostics)
    assert {suite.get("name") for suite in root} >= {shown_path(run.page.folder, file) for file in run.files}
    assert all(len(suite) for suite in root), "an empty suite counts as broken"


@pytest.mark.parametrize(
    ("failing", "failures"), [(None, 0), (Severity.ERROR, 2), (Severity.WARNING, 3), (Severity.INFO, 4)]
)
def test_junit_fails_what_makes_the_run_fail(failing: Severity | None, failures: int) -> None:
    root = ET.fromstring(Format.JUNIT.written(mixed(failing=failing)))  # noqa: S314 - our own output

    assert (root.get("failures"), root.get("tests")) == (str(failures), "5")


def test_junit_has_no_row_of_help_where_there_is_none() -> None:
    run = mixed()
    bare = Wording("标题", "有错。", "")
    catalogue = replace(run.catalogue, diagnostics=dict.fromkeys(run.catalogue.diagnostics, bare))

    assert run.catalogue.word("excerpt.help") in Format.JUNIT.written(run)
    assert run.catalogue.word("excerpt.help") not in Format.JUNIT.written(replace(run, catalogue=catalogue))


def test_junit_holds_no_character_that_xml_forbids() -> None:
    dirty = "a\x01\x1b\ufffe\udc80\u2028]]>&<"
    found: tuple[Diagnostic, ...] = (fault("MT202", Place(f"{dirty}.yaml", Span(1, 1, 1, 2)), unit=dirty),)

    written = Format.JUNIT.written(mixed(diagnostics=found, page=Page(folder=dirty)))

    root = ET.fromstring(written)  # noqa: S314 - our own output
    assert "a<U+0001><U+001B><U+FFFE><U+DC80><U+2028>]]>&<" in str(next(root.iter("failure")).get("message"))


def test_sarif_gives_the_reasons_in_both_languages() -> None:
    for language in ("zh", "en"):
        (told,) = json.loads(Format.SARIF.written(mixed(language)))["runs"]
        for rule in told["tool"]["driver"]["rules"]:
            assert rule["fullDescription"]["text"] != rule["shortDescription"]["text"], rule["id"]


def test_a_file_on_another_drive_is_shown_as_it_is() -> None:
    assert shown_path("data", "D:/list/b.json") == "D:/list/b.json"
    assert shown_path("data", "../b.json") == "b.json"
