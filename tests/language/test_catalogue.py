"""Two catalogues with the same keys, and templates that ask only for figures which are emitted."""

from __future__ import annotations

import ast
import re
import string
import subprocess
import sys
import unicodedata
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len as rich_cells

from motiontrack.diagnostics.codes import CODES
from motiontrack.diagnostics.record import Note, Severity
from motiontrack.language import catalogue as catalogues
from motiontrack.language.catalogue import EXTRA_SECTIONS, LANGUAGES, Catalogue
from motiontrack.language.catalogue import load as load_some
from motiontrack.language.display import cell_len, one_line, visible
from motiontrack.language.wording import Wording
from motiontrack.language.zh.dates import DIAGNOSTICS as DOUBTS
from motiontrack.language.zh.text_faults import DIAGNOSTICS as TEXT_FAULTS

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "motiontrack"

#: All but what the reader of YAML and the grammar of deadlines make, which have no place for figures by name.
ZH_RECORDS, EN_RECORDS = (
    {
        code: wording
        for code, wording in load_some(language).diagnostics.items()
        if code not in DOUBTS.keys() | TEXT_FAULTS.keys()
    }
    for language in ("zh", "en")
)
#: What is emitted by a call whose code or figures are worked out.
WORKED_OUT = {
    "MT601": {"id", "text", "key", "label"},
    "MT602": {"id", "text", "key", "label", "value"},
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
            names = {keyword.arg for keyword in node.keywords if keyword.arg} - {
                "certain",
                "item",
                "related",
                "repair",
            }
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


def said(language: str) -> list[tuple[str, str]]:
    """Everything that is ever said in one language, without the figures."""
    catalogue = load(language)
    found = list(catalogue.words.items())
    for code, wording in catalogue.diagnostics.items():
        found += [(f"{code} {name}", words) for name, words in wording._asdict().items() if words]
    return [(name, re.sub(r"\{\w+\}", "", words)) for name, words in found]


def test_nothing_english_is_left_in_the_chinese_sentences() -> None:
    """Names of files, fields and commands are the same in every language; three words running are not."""
    for name, words in said("zh"):
        told = re.sub(r"motiontrack [^，。；）]*", "", words)
        assert not re.search(r"(?:\b[A-Za-z]{2,}\b[ ,]+){2}[A-Za-z]{2,}", told), (name, words)
        assert re.search("[\u4e00-\u9fff]", words) or not re.search("[A-Za-z]{3}", told), (name, words)


def test_nothing_chinese_is_left_in_the_english_sentences() -> None:
    """Words of a document stand as they are printed; they are short."""
    for name, words in said("en"):
        assert max((len(run) for run in re.findall("[\u4e00-\u9fff]+", words)), default=0) <= 6, (name, words)
        assert not re.search("[，。；、（）]", words), (name, words)


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


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("sections", "table"),
    [(catalogues._SECTIONS, "DIAGNOSTICS"), ((*catalogues._WORD_SECTIONS, *EXTRA_SECTIONS), "WORDS")],
)
def test_no_two_sections_have_a_key_in_common(language: str, sections: tuple[str, ...], table: str) -> None:
    # The first that has a key is asked, and the others perhaps not even imported.
    rooms = [import_module(f"motiontrack.language.{language}.{each}") for each in sections]
    keys = [key for room in rooms for key in getattr(room, table)]

    assert len(keys) == len(set(keys)) == len(getattr(load(language), table.lower()))


@given(st.text(st.characters(codec="utf-8") | st.sampled_from("中文，。“”…·—（）①é\u3000\u302a\ufe0f")))
def test_a_text_takes_the_cells_that_rich_counts(text: str) -> None:
    assert cell_len(text) == rich_cells(text)


def test_every_character_takes_the_cells_that_rich_counts() -> None:
    every = [chr(code) for code in range(0x20000) if not 0xD800 <= code < 0xE000]

    assert [each for each in every if cell_len(each) != rich_cells(each)] == []


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (1, "due 2010, 1 day overdue"),
        ("1", "due 2010, 1 day overdue"),
        (2, "due 2010, 2 days overdue"),
        (11, "due 2010, 11 days overdue"),
    ],
)
def test_one_of_a_thing_is_one_in_english(days: int | str, said: str) -> None:
    words = Catalogue("en", {}, {"late": "due {due}, {days} days overdue"})

    assert words.word("late", due="2010", days=days) == said


def test_what_was_typed_is_not_put_into_the_singular() -> None:
    words = Catalogue("en", {}, {"said": "{text}, {days} days ago"})

    assert words.word("said", text="phase 1 tasks", days=1) == "phase 1 tasks, 1 day ago"
