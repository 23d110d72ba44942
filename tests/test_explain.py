"""What ``explain`` and the reference of rules draw on: for every code a why in both languages and an example."""

from __future__ import annotations

import re
from collections.abc import Iterator
from inspect import getdoc
from pathlib import Path

import pytest

from motiontrack.assess.causes import Code as Cause
from motiontrack.diagnostics.codes import CODES
from motiontrack.language.catalogue import LANGUAGES, load
from motiontrack.language.examples import EXAMPLES
from motiontrack.render.explaining import FAMILIES
from motiontrack.rules import RULES
from motiontrack.rules.manual import manual, read_docstring
from motiontrack.views.about import about_code

CASES = Path(__file__).resolve().parent / "cases"
CODE = pytest.mark.parametrize("code", sorted(CODES))

#: Codes that have no why or no example yet.
NOT_YET: frozenset[str] = frozenset()

#: Bad examples that stand in no file of the repository, and why.
NOT_TYPED = {
    "MT003": "a file of 5 MB",
    "MT022": "500 000 values",
    "MT126": "2 000 files",
    "MT129": "a file of blanks",
    "MT026": "bytes that are no characters",
    "MT122": "a link to nowhere",
}

_MARK = re.compile(r" *# (?:expect|allow):.*$")
_NOTE = re.compile(r"# data/(?P<path>[^ :]+)(?:: (?P<encoding>[\w-]+))?")


def texts(folder: Path, file: str | None = None) -> Iterator[str]:
    """The texts of a case's files, or of the one called ``file`` if it is there."""
    for path in sorted([*folder.rglob("*.yaml"), *folder.rglob("*.json")]):
        if file is not None and path != folder / file:
            continue
        content = path.read_bytes()
        for encoding in ("utf-8-sig", "gbk", "utf-16"):
            try:
                yield content.decode(encoding)
                break
            except UnicodeDecodeError:
                continue


def bare(line: str) -> str:
    """A line without its mark, its indentation by spaces and what trails."""
    return _MARK.sub("", line).strip(" \r")


def stands_in(line: str, folder: Path) -> bool:
    """Whether a line of an example stands in a case, or what it notes of a file is true there."""
    note = _NOTE.fullmatch(line)
    if note:
        return true_of(folder / note["path"], note["encoding"])
    lines = {bare(each) for text in texts(folder) for each in text.split("\n")}
    shown = bare(line)
    return shown in lines or (shown.endswith("[[[") and any(each.startswith(shown) for each in lines))


def true_of(path: Path, encoding: str | None) -> bool:
    if encoding is None or not path.is_file():
        return path.is_file()
    try:
        path.read_bytes().decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def cases(prefix: str) -> list[Path]:
    return sorted(path for path in CASES.iterdir() if path.name.startswith(prefix) and path.is_dir())


def fault_of(code: str) -> str | None:
    """What is wrong with an example, if anything."""
    shown = EXAMPLES[code]
    bad, good = shown.bad.split("\n"), shown.good.split("\n")
    failing = [case for case in cases(f"{code.lower()}-") if all(stands_in(line, case) for line in bad)]
    if not failing and code not in NOT_TYPED:
        return f"no case of {code} has all of its bad lines"
    if not any(
        all(stands_in(line, case) for line in good)
        for case in (*cases("clean-"), *failing, *cases(f"{code.lower()}-"))
    ):
        return f"no clean case has all of the good lines of {code}"
    marked = {
        bare(line)
        for case in failing
        for text in texts(case, shown.file)
        for line in text.split("\n")
        if code in re.findall(r"MT\d{3}", line.rpartition("# expect:")[2])
    }
    typed = tuple(bare(line) for line in bad if not _NOTE.fullmatch(line))
    if typed and marked and not any(line.startswith(typed) for line in marked):
        return f"the line that {code} is about is not among the bad ones"
    return "bad and good are the same" if shown.bad == shown.good else None


def lacks(code: str) -> list[str]:
    """What ``code`` has not got yet."""
    missing = [f"why ({each})" for each in LANGUAGES if not about_code(code, load(each))]
    if code not in EXAMPLES:
        return [*missing, "an example"]
    fault = fault_of(code)
    return [*missing, *([fault] if fault else [])]


@CODE
def test_every_code_has_a_why_and_an_example_that_the_cases_bear_out(code: str) -> None:
    if code in NOT_YET:
        assert lacks(code), f"{code} has all it needs: take it off NOT_YET"
        pytest.skip("not yet")

    assert lacks(code) == []


def test_only_codes_there_are_have_examples() -> None:
    assert EXAMPLES.keys() <= CODES.keys()
    assert NOT_TYPED.keys() <= CODES.keys()


def test_what_a_rule_says_is_said_in_one_place() -> None:
    for code in manual():
        assert load("en").diagnostics[code].why == "", f"{code}: its rule's docstring says why"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.__name__))
def test_the_docstring_of_every_rule_can_be_read(rule: object) -> None:
    said = read_docstring(getdoc(rule) or "")

    assert said
    for code, told in said.items():
        assert code in CODES
        assert not told.what[:1].islower()
        assert "DESIGN" not in f"{told.what} {told.why}", "the reader has no such file"


def test_a_docstring_in_any_other_layout_is_told_apart() -> None:
    assert read_docstring("MT999: a thing.\n\nWhy: it is bad.\n\nBad: ``a``. Good: ``b``.") == {
        "MT999": ("A thing.", "It is bad.")
    }
    assert read_docstring("MT998, MT999: a thing.\n\nBad: ``a``.\nGood: ``b``.").keys() == {"MT998", "MT999"}
    assert read_docstring("A thing that is found.") == {}
    assert read_docstring("MT999: a thing.\n\nWhy: it is bad.") == {}


# -- words ----------------------------------------------------------------------------------------


def test_both_languages_have_the_same_words_and_all_can_be_printed() -> None:
    zh, en = load("zh", "causes", "explain").words, load("en", "causes", "explain").words

    assert zh.keys() == en.keys()
    for words in (*zh.values(), *en.values()):
        words.encode("gbk")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_has_a_name(language: str) -> None:
    catalogue = load(language, "causes", "explain")
    templates = [part for wording in catalogue.diagnostics.values() for part in wording[1:5]]
    templates += [words for key, words in catalogue.words.items() if key.startswith("cause.")]
    figures = {name for each in templates for name in re.findall(r"\{(\w+)\}", each.replace("{{", ""))}

    assert {name for name in figures if f"figure.{name}" not in catalogue.words} == set()
    unused = {key for key in catalogue.words if key.startswith("figure.")} - {
        f"figure.{name}" for name in figures
    }
    assert unused == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_family_and_every_cause_has_a_name(language: str) -> None:
    words = load(language, "causes", "explain").words

    assert {code[:3] for code in CODES} <= set(FAMILIES)
    assert all(f"explain.family.{family}" in words for family in FAMILIES)
    assert {key for key in words if key.startswith("cause-name.")} == {
        f"cause-name.{cause}" for cause in Cause
    }
