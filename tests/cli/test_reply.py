"""``motiontrack report reply``: the letter as it is printed, to whom, and what is refused."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_status import EXAMPLE
from tests.commands import DATA, Ran, copy_data, run, write_files
from tests.papers import same_words

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion


def replied(*more: str | Path, data: Path = EXAMPLE, day: str = "2010-12-05") -> Ran:
    return run("report", "reply", "--data", data, "--as-of", day, *more)


@pytest.mark.parametrize("ending", ["md", "html"])
def test_the_reply_as_it_is_printed(ending: str, snapshot: SnapshotAssertion) -> None:
    ran = replied("--format", ending, day="2010-11-20")

    assert (ran.code, ran.err) == (0, "")
    assert re.sub(r"(?s)<style>.*?</style>", "", ran.out) == snapshot


@pytest.mark.parametrize("ending", ["md", "html"])
def test_a_second_reply_to_one_who_was_not_satisfied(ending: str, snapshot: SnapshotAssertion) -> None:
    ran = replied("--to", "示例代表四", "--format", ending)

    assert re.sub(r"(?s)<style>.*?</style>", "", ran.out) == snapshot


@pytest.mark.parametrize("to", [(), ("--to", "示例代表四")])
def test_both_formats_say_the_same(to: tuple[str, ...]) -> None:
    same_words(replied(*to).out, replied(*to, "--format", "html").out)


def test_whoever_was_satisfied_later_gets_no_second_reply() -> None:
    assert "再次答复" in replied("--to", "示例代表四", day="2010-12-19").out
    assert "再次答复" not in replied("--to", "示例代表四", day="2010-12-20").out


def test_a_deputy_who_is_not_known_is_refused_with_the_names_there_are() -> None:
    ran = replied("--to", "示例代表4")

    assert (ran.code, ran.out) == (2, "")
    assert "是否应为“示例代表" in ran.err
    assert "示例代表七" in ran.err


def test_where_the_data_name_nobody_the_letter_goes_to_whom_it_is_said() -> None:
    assert "王某代表：" in replied("--to", "王某", data=DATA).out


def test_an_office_changes_one_block_and_keeps_the_rest(tmp_path: Path) -> None:
    own = '{% extends "packaged/reply.zh.md" %}{% block closing %}{{ say.thanks(reply) }}{% endblock %}'
    folder = copy_data(tmp_path)
    write_files(tmp_path, {"templates/reply.zh.md": own})
    letter = replied(data=folder).out

    assert "采纳情况" not in letter
    assert "感谢各位代表对政府工作的关心和支持。" in letter
    assert "## 一、办理结果" in letter


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("report", "monthly", "--to", "示例代表四"), "--to 只用于 reply"),
        (("report", "reply", "--lang", "en"), "没有译文"),
    ],
)
def test_what_does_not_fit_the_paper_is_refused(arguments: tuple[str, ...], said: str) -> None:
    ran = run(*arguments, "--data", EXAMPLE)

    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
