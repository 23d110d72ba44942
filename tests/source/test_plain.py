"""Reading without libyaml gives what reading with it gives, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motiontrack.source.plain import read_plain
from motiontrack.source.reader import read_values
from motiontrack.source.text import decode
from motiontrack.source.values import Scalar, Sequence, Value

ROOT = Path(__file__).parents[2]

#: Every kind of thing that the plain reader takes, in every order of lists, mappings and indentation.
ROWS = """\
# 一
plan:
  title: 工作方案
  issued:   2010-04-07   # 二
  empty:
  nothing: ~

tasks:
- id: T01
  lead: [发改委, "经贸委", '外经贸局', ]
  due: {from: 1月, to: "10月: 底", more: [{a: []}, {}]}
  web: http://a.b:80/c
  stages:
      - text: 完成 a-b（布局） [x] {y}, z
        percent: -5

      - text: ''
  does:
    - 甲局
    - '乙：局'
    # 三
    - 2010-04-07
-   id: T02
    "text": 引号
targets: {增速: 5}
words:
  long: >-
    第一行，[a]: b # c
    第二行
  kept: |  # 四
    # 不是注释
    text: 甲

  # 五
  a.b: >
      - 第一
      第二 {x}

last:
"""
#: What is put among the rows by the tests: signs of YAML, slips of the keyboard, and rows of its other kinds.
PIECES = (
    *" \t\n-:#[]{},\"'|>&*!%@`?~=.0a甲，、：；＃“”‘’［］｛｝【】－—·\u3000\u00a0\u200b\r\\$",
    "- ", ": ", " #", "-a: ", "—a: ", "1、ab: ", "1.ab: ", "（一）ab: ", "-{a: b}", " b: ", "、b: ", "\n  ", "\n- ", "---\n", "...\n", "null", "[]", "{}", "[a, b]", "{a: b}", "''", '""',
    "key:", "key: ", "<<: ", "? ", "- - ", "[a: b]", "|\n  a\n", "1:30", "# c\n", "|", ">-", ">\n    a\n    b\n", "&x ", "*x", "!!str ",
)  # fmt: skip


def everything(value: Value) -> object:
    """A value with the style and place of everything in it."""
    if isinstance(value, Scalar):
        return tuple(value)
    if isinstance(value, Sequence):
        return value.span, [everything(item) for item in value.items]
    return value.span, [(key, each.key, everything(each.value)) for key, each in value.entries.items()]


def agree(text: str) -> bool:
    """Whether ``text`` is read without libyaml; if it is, both must say the same."""
    source, _ = decode("plan.yaml", text.encode("utf-8", "replace"))
    value = read_plain(source) if source is not None else None
    if source is None or value is None:
        return False
    other, found = read_values(source)
    assert other is not None, text
    assert found == (), text
    assert everything(value) == everything(other), text
    return True


def files() -> list[Path]:
    return sorted(
        path for folder in ("data", "examples", "tests/cases") for path in (ROOT / folder).rglob("*.yaml")
    )


def test_every_kind_of_row_that_is_taken() -> None:
    rows = ROWS.replace(", ]", "]").replace('"text"', "text")

    assert agree(rows)
    assert agree(rows.removesuffix("\n"))
    assert agree(rows.replace("\n", "\r\n"))
    assert agree("\ufeff" + rows)


@pytest.mark.parametrize(
    "text",
    [
        "", "a", "- a\n", "[a]", "{a: b}", "a: b\na: c\n", "a: b: c\n", "a: b\n  c\n", "a:\n  b\n", "a: |\n  b", "a: |\n\n  b\n", "a: |2\n  b\n", "a: |+\n  b\n", "a: >\n  b\n   c\n", "a: >\n  b\n\n  c\n",
        "a: |\nb: c\n", "a: |\n  lead：b\n", "a: |\n  b\n   \n", "a: &b c\n",
        "a: !!str b\n", "a: *b\n", "<<: {a: b}\n", "a:\tb\n", "a: b\n c: d\n", "a:\n  - b\n c: d\n", "---\na: b\n",
        'a: "b\\n"\n', "a: 'b''c'\n", '"a": b\n', "a: {b}\n", "a: {b: c, b: d}\n", "a: {b: }\n", "a: [b: c]\n", "a: [b,\n c]\n", "a: [b\n",
        "lead：甲\na: b\n", "a: “甲”\n", "a: ［甲］\n", "a: [甲，乙]\n", "\u3000a: b\n", "a: b ＃ c\n", "a:b\nc: d\n", "null: a\n", "- - a\n",
        "a:\n  - lead：甲\n", "a: " + "[" * 40 + "]" * 40 + "\n", "".join(" " * n + "a:\n" for n in range(40)),
    ],
)  # fmt: skip
def test_what_is_not_plain_is_left_to_libyaml(text: str) -> None:
    assert not agree(text)


def test_most_of_what_is_shipped_is_plain() -> None:
    texts = [path.read_bytes().decode("utf-8", "replace") for path in files() if "clean-" in str(path)]

    assert sum(map(agree, texts)) > 0.9 * len(texts) > 30


def test_every_file_of_the_tests_and_examples() -> None:
    for path in files():
        agree(path.read_bytes().decode("utf-8", "replace"))


@settings(max_examples=500, deadline=None)
@given(
    st.lists(st.sampled_from([*ROWS.splitlines(keepends=True), *PIECES]), max_size=12),
    st.lists(
        st.tuples(st.integers(0, len(ROWS)), st.integers(0, 3), st.sampled_from(["", *PIECES])), max_size=3
    ),
)
def test_any_rows_and_any_slip(rows: list[str], slips: list[tuple[int, int, str]]) -> None:
    slipped = ROWS.replace(", ]", "]").replace('"text"', "text")
    for at, width, piece in slips:
        slipped = slipped[:at] + piece + slipped[at + width :]

    agree("".join(rows))
    agree(slipped)
