"""``motiontrack explain``: a code, a cause, a profile, all of them, and what is not known."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from motiontrack.assess.causes import Code as Cause
from motiontrack.diagnostics.codes import CODES, NOT_SILENCED
from motiontrack.language.catalogue import load as load_catalogue
from motiontrack.language.examples import EXAMPLES
from tests.commands import Ran, run, start

LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])
EVERYTHING = [*CODES, *(cause.value for cause in Cause), "default"]


def explain(*subjects: str, language: str = "zh") -> Ran:
    return run("explain", *subjects, "--lang", language, language=language)


def test_a_code_is_explained_whole() -> None:
    ran = explain("MT110")

    assert (ran.code, ran.err) == (0, "")
    head, _, *lines = ran.out.splitlines()
    assert head == "MT110  错误  数字超出范围  number-out-of-range"
    assert lines[:2] == [
        "提示语    “〈字段〉”不能小于 〈最小值〉，现在写的是 〈所写的值〉。",
        "          或者：“〈字段〉”不能大于 〈最大值〉，现在写的是 〈所写的值〉。",
    ]
    text = "\n".join(lines)
    assert "为什么    超出范围的数字多半是多打或少打了一位" in text
    assert "错误写法  data/plan.yaml\n          year: 20100\n" in text
    assert "正确写法  data/plan.yaml\n          year: 2010\n" in text
    assert "能否不报  这是错误，不能设为不报，须改正。" in text
    assert lines[-1] == "另见      docs/reference/rules.md#mt110"


def test_in_english_what_a_rule_says_comes_from_its_docstring() -> None:
    ran = explain("MT311", language="en")

    flat = " ".join(ran.out.split())
    assert "A stage is due after the task or part it belongs to, extensions in force included." in flat
    assert "The task would be overdue before its stage is even due." in flat


def test_how_to_silence_is_shown_for_a_warning_only() -> None:
    assert "# motiontrack: ignore MT604 (原因)" in explain("MT604").out
    assert "# motiontrack: ignore MT604 (reason)" in explain("MT604", language="en").out
    assert "# motiontrack" not in explain("MT601").out


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("code", sorted(NOT_SILENCED))
def test_what_is_wrong_with_silencing_is_explained_and_cannot_be_silenced(code: str, language: str) -> None:
    ran = explain(code, language=language)

    catalogue = load_catalogue(language, "explain")
    flat = "".join(ran.out.split())
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0].startswith(f"{code}  ")
    assert "".join(catalogue.diagnostics[code].why.split()) in flat
    assert "".join(catalogue.word("explain.silence.never").split()) in flat
    example = EXAMPLES[code]
    for line in (*example.bad.split("\n"), *example.good.split("\n")):
        assert "".join(line.split()) in flat


@pytest.mark.parametrize(
    "subject",
    [
        "MT602",
        "mt602",
        "ＭＴ６０２",
        "mt 602",
        " MT602 ",
        "no-person",
        "NO-PERSON",
        "no－person",
        "没有责任人",
    ],
)
def test_a_code_may_be_named_in_many_ways(subject: str) -> None:
    assert explain(subject) == explain("MT602")


def test_several_are_explained_one_after_the_other() -> None:
    several = explain("MT602", "behind", "default").out

    assert several == "\n".join(explain(each).out for each in ("MT602", "behind", "default"))


@LANGUAGES
def test_without_a_subject_everything_is_listed(language: str) -> None:
    ran = explain(language=language)

    words = set(ran.out.split())
    assert ran.code == 0
    assert {code.code for code in CODES.values()} | {code.name for code in CODES.values()} <= words
    assert {cause.value for cause in Cause} <= words
    codes = [line.split()[0] for line in ran.out.splitlines() if line.startswith("  MT")]
    assert codes == sorted(CODES)


def test_a_family_is_listed_alone() -> None:
    lines = explain("mt6").out.splitlines()

    assert lines[0] == "MT6  责任单位与责任人"
    assert [line.split()[0] for line in lines[1:]] == sorted(code for code in CODES if code.startswith("MT6"))


@pytest.mark.parametrize(
    ("subject", "near"),
    [("MT699", "MT6"), ("no-persn", "no-person"), ("behnd", "behind"), ("没有责任", "没有责任人")],
)
def test_what_is_not_known_is_refused_with_the_nearest_name(subject: str, near: str) -> None:
    ran = explain("MT602", subject)

    assert (ran.code, ran.out) == (2, "")
    assert f"没有 {subject} 这个代码或名称，是否应为 {near}" in ran.err


def test_what_is_like_nothing_is_refused_with_the_way_to_the_list() -> None:
    ran = explain("qqqqqq", language="en")

    assert ran.code == 2
    assert ran.err.endswith(
        "Error: There is no code and no name qqqqqq. To list them all: motiontrack explain.\n"
    )


@LANGUAGES
@pytest.mark.parametrize("columns", ["40", "80"])
def test_nothing_is_wider_than_the_page_and_nothing_hangs_on_a_line_end(
    language: str, columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    examples = False
    for line in explain(*EVERYTHING, language=language).out.splitlines():
        if "data/" in line and line.split()[-1].startswith("data/"):
            examples = True  # typed lines are shown whole
        elif not line:
            examples = False
        assert line == line.rstrip()
        head = line.startswith("MT") or line.endswith(tuple(cause.value for cause in Cause))
        assert examples or head or cell_len(line) <= int(columns), line


@LANGUAGES
def test_every_cause_says_when_it_holds_and_what_it_leads_to(language: str) -> None:
    for cause in Cause:
        out = explain(cause.value, language=language).out
        assert "page." not in out
        assert "explain." not in out
        assert "{" not in out


def test_a_cause_names_the_lines_of_the_profile_that_it_decides() -> None:
    assert "◆ 红灯" in explain("overdue").out
    assert "▲ 黄灯" in explain("phase-short").out
    assert "灯旁加注：临期" in explain("due-soon").out
    assert "灯号      不影响灯号" in explain("stale").out


def test_the_profile_shows_every_condition_with_its_source() -> None:
    out = explain("default").out

    assert [line.split()[0] for line in out.splitlines() if line[:2].strip().isdigit()] == [*"12345678"]
    assert "出处：银川发改：落后30个百分点以上为红灯" in out


def test_it_is_in_colour_where_that_is_wanted_and_printable_in_gbk() -> None:
    code, out, err = start(
        "explain",
        "MT006",
        "--lang",
        "zh",
        FORCE_COLOR="1",
        NO_COLOR="",
        TERM="xterm-256color",
        PYTHONIOENCODING="gbk",
    )

    assert (code, err) == (0, b"")
    assert "\x1b[" in out.decode("gbk")
    assert "<U+3000>text" in out.decode("gbk")


def test_it_needs_no_data_folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    code, out, _ = start("explain", "MT602", cwd=tmp_path_factory.mktemp("empty"), MOTIONTRACK_LANG="zh")

    assert code == 0
    assert out.decode().startswith("MT602  错误  没有责任人")
