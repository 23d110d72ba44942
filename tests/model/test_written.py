"""Facts as YAML: bare where nobody can mistake them, and always read back letter for letter."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from motiontrack.model.registers import Decision, Schedule, Slip
from motiontrack.model.returns import Entry
from motiontrack.model.written import quoted, written
from motiontrack.source.appending import content
from motiontrack.source.reading import read_source
from motiontrack.source.text import decode


def read(lines: tuple[str, ...]) -> Any:
    source, faults = decode("x.yaml", "".join(f"{line}\n" for line in lines).encode())
    assert source is not None
    reading = read_source(source)
    assert (faults, reading.faults) == ((), ())
    assert reading.value is not None
    return content(reading.value)


@pytest.mark.parametrize(
    ("text", "as_written"),
    [
        ("完成初稿", "完成初稿"),
        ("完成初稿（征求意见稿），报市政府。", "完成初稿（征求意见稿），报市政府。"),
        ("T07", "T07"),
        ("已达到：30%", '"已达到：30%"'),  # a full-width colon is a slip elsewhere
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
        ("“重点”企业", '"“重点”企业"'),
        ("- 一", '"- 一"'),
        ("—", '"—"'),
        ("", '""'),
        ("~", '"~"'),
        ("null", '"null"'),
        ("no", '"no"'),
        ("60", '"60"'),
        ("2010-08-31", '"2010-08-31"'),
        ("[T1, T2]", '"[T1, T2]"'),
        ("C:\\图", '"C:\\\\图"'),
        ('他说"好"', '"他说\\"好\\""'),
        ("末尾空格 ", '"末尾空格 "'),
        ("a\u200bb", '"a\\U0000200bb"'),
    ],
)
def test_quotes_stand_only_where_they_must(text: str, as_written: str) -> None:
    assert quoted(text) == as_written
    assert yaml.safe_load(f"- {as_written}\n") == [text]


@pytest.mark.parametrize("text", ["60", "2010-08-31", "2010-07"])
def test_numbers_and_days_are_bare_where_that_is_what_they_are(text: str) -> None:
    assert quoted(text, typed=True) == text


def test_a_return_is_written_in_the_order_of_its_fields() -> None:
    lines = written(
        Entry,
        {
            "work": "第一行\n第二行：完",
            "targets": {"招商活动": "4"},
            "task": "T20",
            "evidence": ["报告.pdf", "a, b.pdf"],
            "received": "2010-07-24",
            "progress": "60",
            "problems": "",
        },
    )

    assert lines == (
        "task: T20",
        "received: 2010-07-24",
        "progress: 60",
        "work: |-",
        "  第一行",
        "  第二行：完",
        "targets:",
        "  招商活动: 4",
        "evidence:",
        "  - 报告.pdf",
        '  - "a, b.pdf"',
    )


def test_one_of_several_is_written_as_one_and_few_on_one_line() -> None:
    assert written(Decision, {"to": ["发改委"]}) == ("to: 发改委",)
    assert written(Decision, {"to": ["发改委", "经贸委"]}) == ("to: [发改委, 经贸委]",)


def test_a_key_that_the_record_does_not_have_is_refused() -> None:
    with pytest.raises(KeyError, match="colour"):
        written(Entry, {"task": "T1", "colour": "red"})


#: All that can stand in a YAML file, and much that means something there.
texts = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cc", "Cs", "Co", "Cn"], exclude_characters="\u2028\u2029\ufeff"),
        st.sampled_from("：:#-[]{}\"'，、。“” \n|>&*!%@`T07~\t"),
    ),
    max_size=40,
)


@given(texts)
def test_every_text_is_read_back_as_it_was_given(text: str) -> None:
    assert read((f"- {quoted(text)}",)) == [text]


@given(texts.filter(bool), st.lists(texts.filter(bool), min_size=1, max_size=4))
def test_every_row_is_read_back_as_it_was_given(work: str, evidence: list[str]) -> None:
    lines = written(Entry, {"task": "T1", "work": work, "evidence": evidence})
    told = evidence[0] if len(evidence) == 1 else evidence

    assert read(lines) == {"task": "T1", "work": work, "evidence": told}


def test_several_texts_by_one_key_are_a_list_below_it() -> None:
    causes = {"T02": ["overdue", "unreported"], "T03": ["behind"], "T04": "due-soon"}
    lines = written(Slip, {"number": "督〔2010〕1号", "causes": causes})

    assert lines == (
        "number: 督〔2010〕1号",
        "causes:",
        "  T02: [overdue, unreported]",
        "  T03: behind",
        "  T04: due-soon",
    )
    assert read(lines)["causes"] == causes | {"T03": "behind"}


def test_rows_of_rows_are_written_below_each_other() -> None:
    stages = [
        {"id": "T05.1", "text": "前期调研", "due": "6月", "percent": "30"},
        {"id": "T05.2", "text": "初稿"},
    ]
    lines = written(
        Schedule,
        {
            "unit": "旅游局",
            "received": "2010-04-26",
            "items": [{"task": "T05", "stages": stages, "clerk": "示例丁"}, {"task": "T06"}],
        },
    )

    assert lines == (
        "unit: 旅游局",
        "received: 2010-04-26",
        "items:",
        "  - task: T05",
        "    clerk: 示例丁",
        "    stages:",
        "      - id: T05.1",
        "        text: 前期调研",
        "        percent: 30",
        "        due: 6月",
        "      - id: T05.2",
        "        text: 初稿",
        "  - task: T06",
    )
    assert read(lines)["items"][0]["stages"] == stages


def test_an_empty_row_of_rows_is_refused() -> None:
    with pytest.raises(ValueError, match="not enough"):
        written(Schedule, {"unit": "旅游局", "items": [{}]})
