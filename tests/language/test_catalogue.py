"""Two catalogues with the same keys, and templates that ask only for figures which are emitted."""

from __future__ import annotations

import ast
import re
import string
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motiontrack.diagnostics.codes import CODES
from motiontrack.diagnostics.record import Note, Severity
from motiontrack.language.catalogue import EXTRA_SECTIONS, LANGUAGES, Catalogue
from motiontrack.language.catalogue import load as load_some
from motiontrack.language.display import one_line, visible
from motiontrack.language.en.records import DIAGNOSTICS as EN_RECORDS
from motiontrack.language.wording import Wording
from motiontrack.language.zh.records import DIAGNOSTICS as ZH_RECORDS

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "motiontrack"

#: What is emitted by a call whose code or figures are worked out.
WORKED_OUT = {
    "MT601": {"id", "text", "key", "label"},
    "MT602": {"id", "text", "key", "label"},
    "MT603": {"id", "text", "key", "label"},
}
_CALLS = {"fault", "Refused", "_fault"}


def load(language: str) -> Catalogue:
    """The whole catalogue, with the sections that only one command asks for."""
    return load_some(language, *EXTRA_SECTIONS)


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def emitted() -> list[tuple[str, str, set[str]]]:
    """Every call that makes a diagnostic: its code, where it is, and the names of its figures."""
    calls = []
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            code = node.args[0]
            if called not in _CALLS or not isinstance(code, ast.Constant):
                continue
            names = {keyword.arg for keyword in node.keywords if keyword.arg} - {"item", "related"}
            # decode._scalar adds the key to whatever a scalar was refused for.
            names |= {"key"} if called == "Refused" else set()
            names = {re.sub(r"_(zh|en)$", "", name) for name in names}
            calls.append((str(code.value), path.relative_to(PACKAGE).as_posix(), names))
    return calls


EMITTED = [call for call in emitted() if call[0] in ZH_RECORDS]


def sentences() -> list[tuple[str, str]]:
    found = []
    for language in LANGUAGES:
        catalogue = load(language)
        found += [(f"{language} {key}", words) for key, words in catalogue.words.items()]
        for code, wording in catalogue.diagnostics.items():
            found += [(f"{language} {code} {name}", words) for name, words in wording._asdict().items()]
    return found


def test_both_languages_have_the_same_words() -> None:
    zh, en = load("zh"), load("en")

    assert zh.words.keys() == en.words.keys()
    assert zh.diagnostics.keys() == en.diagnostics.keys()


def test_both_languages_use_the_same_figures_in_words() -> None:
    zh, en = load("zh"), load("en")

    def named(words: str) -> set[str]:  # English writes out the name of a month
        return {name.removesuffix("_name") for name in fields(words)}

    assert {key: named(words) for key, words in zh.words.items()} == {
        key: named(words) for key, words in en.words.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_wording_and_every_wording_a_code(language: str) -> None:
    assert load(language).diagnostics.keys() == CODES.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_wording_says_what_is_wrong_and_what_to_do(language: str) -> None:
    for code, wording in load(language).diagnostics.items():
        assert wording.title, code
        assert wording.message, code
        assert wording.help, code


@pytest.mark.parametrize(("name", "words"), sentences(), ids=lambda value: value[:40])
def test_all_words_can_be_printed_on_a_gbk_console(name: str, words: str) -> None:
    words.encode("gbk")
    words.format_map(dict.fromkeys(fields(words), ""))


@pytest.mark.parametrize("language", LANGUAGES)
def test_severities_and_notes_have_words(language: str) -> None:
    words = load(language).words

    assert all(f"severity.{severity.word}" in words for severity in Severity)
    assert all(f"note.{note}" in words for note in Note)


@pytest.mark.parametrize("records", [ZH_RECORDS, EN_RECORDS], ids=["zh", "en"])
@pytest.mark.parametrize(
    ("code", "path", "names"), EMITTED, ids=[f"{code}-{path}" for code, path, _ in EMITTED]
)
def test_templates_ask_only_for_what_is_emitted(
    records: dict[str, Wording], code: str, path: str, names: set[str]
) -> None:
    asked = set().union(*(fields(words) for words in records[code]))

    assert asked <= names, path


def test_every_record_code_is_seen_or_declared() -> None:
    assert ZH_RECORDS.keys() == {code for code, _, _ in EMITTED} | WORKED_OUT.keys()
    for records in (ZH_RECORDS, EN_RECORDS):
        for code, names in WORKED_OUT.items():
            assert set().union(*(fields(words) for words in records[code])) <= names


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_in_two_languages_come_down_to_one(language: str) -> None:
    said = load(language).diagnostic("MT102", (("key", "id"), ("label_zh", "编号"), ("label_en", "Id")))

    assert ("编号" in said.message) == (language == "zh")
    assert ("Id" in said.message) == (language == "en")


def test_without_a_suggestion_the_help_asks_no_empty_question() -> None:
    zh = load("zh")

    near = zh.diagnostic("MT205", (("id", "O9"), ("suggestion", "O7")))
    far = zh.diagnostic("MT205", (("id", "O9"), ("suggestion", "")))

    assert "是否应为 O7" in near.help
    assert "是否应为" not in far.help
    assert "O1" in far.help


def test_shapes_are_named_in_the_readers_language() -> None:
    figures = (("key", "tasks"), ("wanted", "list"), ("found", "value"))

    assert load("zh").diagnostic("MT103", figures).message == "“tasks”应写成列表，现在写的是一个值。"
    assert load("en").diagnostic("MT103", figures).message == (
        '"tasks" must be a list; what stands here is a single value.'
    )


def test_lists_are_joined_as_the_language_does() -> None:
    figures = (("key", "kind"), ("value", "x"), ("choices", "extend、close"))

    assert load("zh").diagnostic("MT106", figures).help.endswith("extend、close。")
    assert load("en").diagnostic("MT106", figures).help.endswith("extend, close.")


def test_nothing_that_is_missing_or_unknown_raises() -> None:
    for language in LANGUAGES:
        catalogue = load(language)
        for code in CODES:
            catalogue.diagnostic(code, ())
        assert catalogue.diagnostic("MT999", (("a", "b"),)).message == "a: b"
        assert catalogue.word("no.such.key") == "no.such.key"


@given(st.text())
def test_figures_never_break_a_sentence(text: str) -> None:
    said = load("zh").diagnostic("MT201", (("unit", text), ("suggestion", text)))

    assert "\n" not in said.message
    assert not {"Cc", "Cf", "Cs", "Zl", "Zp"} & set(map(unicodedata.category, said.message))


def test_braces_in_what_a_user_typed_are_only_braces() -> None:
    said = load("en").diagnostic("MT201", (("unit", "{unit.__class__}{0}"), ("suggestion", "")))

    assert '"{unit.__class__}{0}"' in said.message


@given(st.text(), st.integers(min_value=8, max_value=80))
def test_one_line_is_one_short_line(text: str, columns: int) -> None:
    line = one_line(text, columns)

    assert len(line) <= columns
    assert line.splitlines() in ([line], [])


def test_long_text_is_cut_by_what_it_takes_on_a_screen() -> None:
    assert one_line("服务业" * 30, 20) == "服务业服务业服务业…"
    assert one_line("短", 20) == "短"
    assert one_line("a\n  b\tc", 20) == "a b c"


@pytest.mark.parametrize(
    "character", ["\x1b", "\x07", "\u202e", "\u2066", "\u200b", "\ufeff", "\u00a0", "\u2028"]
)
def test_what_cannot_be_seen_is_spelled_out(character: str) -> None:
    assert visible(f"a{character}b") == f"a<U+{ord(character):04X}>b"


def test_what_an_encoding_lacks_is_spelled_out() -> None:
    assert visible("𠮷", "gbk") == "<U+20BB7>"
    assert visible("吉\u3000", "gbk") == "吉\u3000"
    assert visible("\t") == "<TAB>"


def test_only_the_language_asked_for_is_imported() -> None:
    code = (
        "import sys; from motiontrack.language.catalogue import load; load('en');"
        "sys.exit(any('.language.zh' in name for name in sys.modules))"
    )

    assert subprocess.run([sys.executable, "-c", code], cwd=PACKAGE.parent, check=False).returncode == 0
