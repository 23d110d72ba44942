"""Golden cases: in each folder of ``tests/cases`` exactly the marked faults are found, and no other.

A mark stands at the end of the faulty line: ``# expect: MT301 MT602``. Where no mark can stand (GBK,
a missing file), ``expect.txt`` has ``file:line:column CODE``. ``# allow: MT211`` at the top of a file
leaves a code out of account. ``expected.txt`` is what a reader of Chinese sees; write all of them
again with ``MOTIONTRACK_UPDATE=1 pytest tests/rules``.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import pytest

from motiontrack.book import load_book
from motiontrack.cli.loading import load as load_folder
from motiontrack.diagnostics.baseline import accept, parse
from motiontrack.diagnostics.codes import CODES
from motiontrack.diagnostics.record import Diagnostic
from motiontrack.diagnostics.silenced import silence
from motiontrack.diagnostics.writers.formats import Format, Run
from motiontrack.diagnostics.writers.page import Page
from motiontrack.language.catalogue import load as load_catalogue
from motiontrack.rules import RULES, examine
from motiontrack.source.text import decode

CASES = Path(__file__).resolve().parents[1] / "cases"
UPDATE = bool(os.environ.get("MOTIONTRACK_UPDATE"))

_MARK = re.compile(r"# expect: (MT\d{3}(?: MT\d{3})*)[ \r]*$")
_ALLOW = re.compile(r"\A(?:#.*\n)*# allow: (MT\d{3}(?: MT\d{3})*)$", re.MULTILINE)
_LISTED = re.compile(r"(?P<file>\S+):(?P<line>\d+):(?P<column>\d+) (?P<code>MT\d{3})")

#: What is too large for the repository, or is no file that git can keep: made when it is needed.
MADE: dict[str, Callable[[Path], object]] = {
    "mt003-file-too-large": lambda folder: (folder / "feedback.yaml").write_bytes(
        b"#" * (5 * 1024 * 1024 + 1)
    ),
    "mt022-too-many-values": lambda folder: (folder / "feedback.yaml").write_text(
        "feedback:\n  [" + "1," * 250_000 + "]\n", encoding="utf-8"
    ),
    "mt126-too-many-files": lambda folder: [
        (folder / f"会议记录{number}.yaml").write_text("", encoding="utf-8") for number in range(2_000)
    ],
    "mt122-file-unreadable": lambda folder: (folder / "feedback.yaml").symlink_to("gone.yaml"),
}


#: The list of accepted diagnostics that a case may have.
ACCEPTED = "accepted.json"


class Found(NamedTuple):
    """One fault, as marks name it."""

    file: str
    line: int
    code: str


class Case(NamedTuple):
    """What a case folder says must be found in it."""

    expected: list[Found]
    columns: dict[Found, int]
    allowed: set[str]


def names() -> list[str]:
    return sorted(path.name for path in CASES.iterdir() if path.is_dir())


def read_case(name: str) -> Case:
    folder = CASES / name
    case = Case([], {}, set())
    for path in sorted(folder.rglob("*.yaml")):
        content = path.read_bytes().decode("utf-8", errors="replace")
        file = path.relative_to(folder).as_posix()
        for number, line in enumerate(content.split("\n"), 1):
            if mark := _MARK.search(line):
                case.expected.extend(Found(file, number, code) for code in mark[1].split())
        if allowed := _ALLOW.search(content):
            case.allowed.update(allowed[1].split())
    listed = folder / "expect.txt"
    for line in listed.read_text(encoding="utf-8").splitlines() if listed.exists() else ():
        match = _LISTED.fullmatch(line)
        assert match, f"{name}/expect.txt: {line!r}"
        found = Found(match["file"], int(match["line"]), match["code"])
        case.expected.append(found)
        case.columns[found] = int(match["column"])
    return case


def folder_of(name: str, tmp_path: Path) -> Path:
    if name not in MADE:
        return CASES / name
    folder = tmp_path / "data"
    shutil.copytree(CASES / name, folder)
    try:
        MADE[name](folder)
    except OSError as error:  # Windows lets not everybody make links
        pytest.skip(str(error))
    return folder


def find(folder: Path, allowed: Iterable[str]) -> list[Diagnostic]:
    """What ``load_book`` and the rules find; what only the disk can show, the loader adds."""
    loaded = load_folder(folder)
    book, diagnostics = load_book(loaded.files)
    pure, silenced = silence(examine(book, diagnostics), loaded.files)
    assert tuple(each for each in loaded.diagnostics if each.code not in ("MT122", "MT126")) == pure
    assert loaded.silenced == silenced
    found = [each for each in loaded.diagnostics if each.code not in allowed]
    listed = folder / ACCEPTED
    if listed.exists():
        found = list(accept(found, parse(listed.read_text(encoding="utf-8")), ACCEPTED, CODES)[0])
    return sorted(found, key=lambda each: each.order)


@pytest.mark.parametrize("name", names())
def test_exactly_the_marked_faults_are_found(name: str, tmp_path: Path) -> None:
    case = read_case(name)
    folder = folder_of(name, tmp_path)

    found = find(folder, case.allowed)

    places = [(each, each.place) for each in found]
    assert all(place is not None for _, place in places)
    marked = sorted(Found(place.file, place.span.line, each.code) for each, place in places if place)
    assert marked == sorted(case.expected)
    for each, place in places:
        assert place is not None
        column = case.columns.get(Found(place.file, place.span.line, each.code))
        assert column in (None, place.span.column), each.code
        assert place.span[:2] <= place.span[2:], each.code
    if name.startswith("clean-"):
        assert not case.expected
        assert not case.allowed
    else:
        assert name[:5].upper() in {each.code for each in case.expected} | UNREAD.get(name, set())
    compare(name, found, folder)


#: Cases named after a code that the fault in them must not lead to.
UNREAD = {
    "mt203-schedules-unreadable-hide-nothing-else": {"MT203"},
    "mt205-aims-unreadable-hides-nothing-else": {"MT205"},
    "mt401-month-unreadable-entries-still-checked": {"MT401"},
}


def compare(name: str, found: list[Diagnostic], folder: Path) -> None:
    """The page in Chinese, byte for byte."""
    golden = CASES / name / "expected.txt"
    if name.startswith("clean-"):
        assert not golden.exists()
        return
    decoded = {
        path.relative_to(folder).as_posix(): decode(path.relative_to(folder).as_posix(), path.read_bytes())[0]
        for path in sorted([*folder.rglob("*.yaml"), *folder.glob(ACCEPTED)])
        if path.exists()
    }
    sources = {file: source for file, source in decoded.items() if source is not None}
    run = Run(tuple(found), load_catalogue("zh"), Page(folder="data", width=80), sources)
    page = Format.TEXT.written(run).encode()
    if UPDATE:
        golden.write_bytes(page)
    assert page.decode() == golden.read_bytes().decode()


def test_every_code_has_a_case() -> None:
    shown = {each.code for name in names() for each in read_case(name).expected}

    assert shown == set(CODES)


def test_no_mark_is_misspelt() -> None:
    for name in names():
        for path in sorted((CASES / name).rglob("*.yaml")):
            content = path.read_bytes().decode("utf-8", errors="replace")
            wished = len(re.findall(r"# *(?:expect|allow)\b", content))
            read = sum(bool(_MARK.search(line)) for line in content.split("\n"))
            assert wished == read + bool(_ALLOW.search(content)), path


def test_every_case_says_that_it_is_invented() -> None:
    for name in names():
        plan = (CASES / name / "plan.yaml").read_text(encoding="utf-8")
        assert plan.startswith("# 虚构"), name


def test_every_rule_says_why_and_shows_a_bad_and_a_good_line() -> None:
    for rule in RULES:
        said = rule.__doc__ or ""
        codes = re.findall(r"MT\d{3}", said.split(":")[0])
        assert codes, rule.__name__
        assert set(codes) <= set(CODES), rule.__name__
        assert all(word in said for word in ("Why:" if len(codes) == 1 else "", "Bad:", "Good:")), (
            rule.__name__
        )


def test_every_rule_is_silent_and_speaks_in_some_case() -> None:
    """No rule is passed by merely because nothing it looks at is there."""
    speaking: set[str] = set()
    for name in names():
        if name in MADE:
            continue
        files = {
            path.relative_to(CASES / name).as_posix(): path.read_bytes()
            for path in (CASES / name).rglob("*")
            if path.suffix in (".yaml", ".md")
        }
        book, _ = load_book(files)
        if book is None:
            continue
        said = {rule.__name__ for rule in RULES if any(rule(book))}
        # In one clean case a comment silences what a rule says.
        assert not (said and name.startswith("clean-") and name != "clean-silenced")
        speaking |= said
    assert speaking == {rule.__name__ for rule in RULES}


def test_severities_are_those_declared(tmp_path: Path) -> None:
    for name in names():
        if name in MADE:
            continue
        for each in find(CASES / name, ()):
            assert each.severity is CODES[each.code].severity
