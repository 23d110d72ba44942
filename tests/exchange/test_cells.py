"""What may stand in a cell of a filled form, and what it comes to: a text of the files, or a doubt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motiontrack.exchange.cells import EMPTY, Cell, Read, Unsure, choice, day, name, number, percent, words
from motiontrack.exchange.layout import field
from motiontrack.model.fields import Choice

STATE = cast("Choice", field("state").shape)


def read(how: Callable[[Cell], Read], cell: Cell) -> str:
    """What a cell comes to; a doubt as ``?why``."""
    said = how(cell)
    return f"?{said.why}" if isinstance(said, Unsure) else said


PERCENT = [
    (Cell(60.0), "60"),
    (Cell(60), "60"),
    (Cell(0.6, percent=True), "60"),
    (Cell(0.57, percent=True), "57"),
    (Cell(1.0, percent=True), "100"),
    (Cell(0.006, percent=True), "0.6"),
    (Cell(1.2, percent=True), "120"),
    (Cell(0.1 + 0.2, percent=True), "30"),
    (Cell(60.0, percent=True), "?percent-large"),
    (Cell(0.6), "?fraction"),
    (Cell(0.6, percent=None), "?fraction"),
    (Cell(1.0), "?fraction"),
    (Cell(1.5), "1.5"),
    (Cell(0.0), "0"),
    (Cell(0.0, percent=True), "0"),
    (Cell(-5.0), "-5"),
    (Cell(1000.0), "1000"),
    (Cell(40420.0), "?percent-over"),
    (Cell("20100830"), "?percent-over"),
    (Cell("60"), "60"),
    (Cell("60%"), "60"),
    (Cell("60％"), "60"),
    (Cell("６０"), "60"),
    (Cell("６０．５％"), "60.5"),
    (Cell("60 %"), "60"),
    (Cell("　60　"), "60"),
    (Cell("0.6%"), "0.6"),
    (Cell("0.6"), "?fraction"),
    (Cell("1"), "?fraction"),
    (Cell("60以上"), "?number"),
    (Cell("约60"), "?number"),
    (Cell("六十"), "?number"),
    (Cell("60-70"), "?number"),
    (Cell("1e2"), "?number"),
    (Cell("٦٠"), "?number"),
    (Cell(True), "?not-words"),
    (Cell(date(2010, 8, 30)), "?number"),
    (Cell(None, lacking=True), "?formula"),
    (Cell(""), ""),
    (Cell("　"), ""),
    (Cell("无"), ""),
    (Cell("／"), ""),
    (EMPTY, ""),
]

NUMBER = [
    (Cell(12.0), "", "12"),
    (Cell(0.3), "", "0.3"),
    (Cell(1.0), "个", "1"),
    (Cell("12家"), "家", "12"),
    (Cell("１２ 家"), "家", "12"),
    (Cell("12家"), "个", "?number"),
    (Cell("1,200"), "", "1200"),
    (Cell("1，200"), "", "1200"),
    (Cell("1,20"), "", "?number"),
    (Cell("1.2万"), "", "?number"),
    (Cell(-0.5), "个百分点", "-0.5"),
    (Cell(1e15), "", "1000000000000000"),
    (Cell(0.5, percent=True), "家", "?percent-format"),
    (Cell(0.5, percent=True), "%", "50"),
    (Cell(0.5), "%", "?fraction"),
    (Cell(float("inf")), "", "?not-words"),
    (Cell(float("nan")), "", "?not-words"),
]

DAY = [
    (Cell(date(2010, 8, 30)), "2010-08-30"),
    (Cell(datetime(2010, 8, 30, 12)), "2010-08-30"),  # noqa: DTZ001 - cells have no zone
    (Cell(40420.0), "2010-08-30"),
    (Cell(40420.5), "2010-08-30"),
    (Cell("40420"), "2010-08-30"),
    (Cell(20100830.0), "2010-08-30"),
    (Cell("20100830"), "2010-08-30"),
    (Cell("2010.8.30"), "2010-08-30"),
    (Cell("2010/8/30"), "2010-08-30"),
    (Cell("2010-8-30　"), "2010-08-30"),
    (Cell("２０１０．８．３０"), "2010-08-30"),
    (Cell("2010年8月30日"), "2010-08-30"),
    (Cell("2010 年 8 月 30 日"), "2010-08-30"),
    (Cell("二〇一〇年八月三十日"), "2010-08-30"),
    (Cell("2010年8月底"), "2010-08-31"),
    (Cell("8月30日"), "?year"),
    (Cell("8月底"), "?year"),
    (Cell("8.30"), "?year"),
    (Cell("年底"), "?year"),
    (Cell(8.3), "?day"),
    (Cell(2010.0), "?day"),
    (Cell(float("inf")), "?not-words"),
    (Cell(20100231.0), "?day"),
    (Cell("2010-02-30"), "?day"),
    (Cell("2010年8月"), "?day"),
    (Cell("2010年8月至9月"), "?day"),
    (Cell("2010年8月30日前后"), "?day"),
    (Cell(date(1899, 12, 31)), "?day"),
    (Cell("无"), ""),
    (Cell("——"), ""),
    (Cell(time(8, 30)), "?year"),
    (Cell(True), "?not-words"),
    (Cell(None, lacking=True), "?formula"),
    (EMPTY, ""),
]

STATES = [
    (Cell("推进中"), "in-progress"),
    (Cell("推进中　"), "in-progress"),
    (Cell("in-progress"), "in-progress"),
    (Cell("已办结"), "done"),
    (Cell("完成"), "?choice"),
    (Cell("已 办 结"), "done"),
    (Cell("无"), ""),
    (Cell(1.0), "?choice"),
    (EMPTY, ""),
]

WORDS = [
    (Cell("完成初稿　　"), "完成初稿"),
    (Cell("一、甲\r\n　　二、乙\n\n"), "一、甲\n二、乙"),
    (Cell("甲_x000D_\n乙"), "甲\n乙"),
    (Cell("无"), "无"),
    (Cell(5.0), "5"),
    (Cell(date(2010, 8, 30)), "2010-08-30"),
    (Cell(False), "?not-words"),
    (Cell(None, lacking=True), "?formula"),
    (EMPTY, ""),
]


@pytest.mark.parametrize(("cell", "said"), PERCENT, ids=repr)
def test_percents(cell: Cell, said: str) -> None:
    assert read(percent, cell) == said


@pytest.mark.parametrize(("cell", "measure", "said"), NUMBER, ids=repr)
def test_numbers(cell: Cell, measure: str, said: str) -> None:
    assert read(lambda each: number(each, measure), cell) == said


@pytest.mark.parametrize(("cell", "said"), DAY, ids=repr)
def test_days(cell: Cell, said: str) -> None:
    assert read(day, cell) == said


@pytest.mark.parametrize(("cell", "said"), STATES, ids=repr)
def test_choices(cell: Cell, said: str) -> None:
    assert read(lambda each: choice(each, STATE), cell) == said


@pytest.mark.parametrize(("cell", "said"), WORDS, ids=repr)
def test_words(cell: Cell, said: str) -> None:
    assert read(words, cell) == said


def test_names_are_not_padded() -> None:
    assert read(name, Cell("杨　扬")) == "杨扬"
    assert read(name, Cell("王小明 ")) == "王小明"


@given(st.text() | st.floats() | st.dates() | st.times() | st.booleans())
def test_no_cell_raises(value: str | float | date | time | bool) -> None:
    for cell in (Cell(value), Cell(value, percent=True)):
        for how in (
            words,
            name,
            percent,
            number,
            day,
            lambda each: choice(each, STATE),
        ):
            how(cell)


@given(st.decimals(0, 999, places=2, allow_nan=False))
def test_a_percentage_typed_as_text_is_what_was_typed(value: object) -> None:
    said = read(percent, Cell(f"{value}%"))

    assert float(said) == float(str(value))
