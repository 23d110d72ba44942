"""The deadline grammar: every expression of the notice, DOMAIN §7 and VARIETY (a), and its borders."""

from __future__ import annotations

import string
from calendar import monthrange
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from motiontrack.diagnostics.codes import CODES
from motiontrack.language.en.dates import DIAGNOSTICS as ENGLISH
from motiontrack.language.zh.dates import DIAGNOSTICS as CHINESE
from motiontrack.model import resolve
from motiontrack.model.deadline_rules import FIRST_YEAR, LAST_YEAR, last_day
from motiontrack.model.deadlines import Deadline, Doubt, Recurrence, read_deadline, read_recurrence

START, RECEIVED = date(2010, 4, 7), date(2010, 2, 5)


class Row(NamedTuple):
    """Words read in a plan of 2010; ``start`` and ``end`` are empty where they are refused."""

    words: str
    start: str = ""
    end: str = ""
    rule: str = ""
    code: str = ""


def _read(words: str, year: int = 2010) -> tuple[Deadline | None, tuple[Doubt, ...]]:
    return read_deadline(words, year=year, start=START, received=RECEIVED)


def _row(words: str, year: int = 2010) -> Row:
    found, doubts = _read(words, year)
    code = " ".join(doubt.code for doubt in doubts)
    if found is None:
        return Row(words, code=code)
    assert found.words == words
    assert found.recurrence is None
    return Row(words, found.start.isoformat(), found.end.isoformat(), found.rule, code)


NOTICE = (
    Row("4月", "2010-04-01", "2010-04-30", "month"),
    Row("6月", "2010-06-01", "2010-06-30", "month"),
    Row("10月", "2010-10-01", "2010-10-31", "month"),
    Row("12月", "2010-12-01", "2010-12-31", "month"),
    Row("4月初", "2010-04-01", "2010-04-10", "month-start", "MT303"),
    Row("4月上旬", "2010-04-01", "2010-04-10", "ten-days"),
    Row("4月中旬", "2010-04-11", "2010-04-20", "ten-days"),
    Row("7月", "2010-07-01", "2010-07-31", "month"),
    Row("8月", "2010-08-01", "2010-08-31", "month"),
    Row("2010年4月", "2010-04-01", "2010-04-30", "month"),
    Row("2010年7月至8月", "2010-07-01", "2010-08-31", "range"),
    Row("2010年11月至12月", "2010-11-01", "2010-12-31", "range"),
    Row("二○一○年四月七日", "2010-04-07", "2010-04-07", "day"),
    Row("到“十二五”期末", "2015-12-31", "2015-12-31", "five-years"),
    Row("2010.4", code="MT304"),
)

DOMAIN_7 = (
    Row("4月下旬", "2010-04-21", "2010-04-30", "ten-days"),
    Row("4月中", "2010-04-15", "2010-04-15", "mid-month"),
    Row("5月中下旬", "2010-05-11", "2010-05-31", "ten-days", "MT303"),
    Row("11月前", "2010-10-31", "2010-10-31", "before-month", "MT303"),
    Row("1月前", "2009-12-31", "2009-12-31", "before-month", "MT303"),
    Row("10月底前", "2010-10-31", "2010-10-31", "month-end"),
    Row("12月底前", "2010-12-31", "2010-12-31", "month-end"),
    Row("月底前", code="MT304"),
    Row("年底前", "2010-12-31", "2010-12-31", "year-end"),
    Row("年内", "2010-01-01", "2010-12-31", "year-inside"),
    Row("8月31日前", "2010-08-31", "2010-08-31", "day"),
    Row("8月5日前", "2010-08-05", "2010-08-05", "day"),
    Row("7月至8月", "2010-07-01", "2010-08-31", "range"),
    Row("上半年", "2010-01-01", "2010-06-30", "half-year"),
    Row("上半年底", "2010-06-30", "2010-06-30", "half-year-end"),
    Row("下半年", "2010-07-01", "2010-12-31", "half-year"),
    Row("三季度", "2010-07-01", "2010-09-30", "quarter"),
    Row("三季度末", "2010-09-30", "2010-09-30", "quarter-end"),
    Row("1–9月", "2010-01-01", "2010-09-30", "range"),
    Row("1-9月", "2010-01-01", "2010-09-30", "range"),
    Row("每月25日前", code="MT313"),
    Row("每季度", code="MT313"),
    Row("每周五", code="MT313"),
    Row("五一前", "2010-04-30", "2010-04-30", "before-holiday"),
    Row("国庆前", "2010-09-30", "2010-09-30", "before-holiday"),
    Row("春节前", code="MT304"),
    Row("交办之日起3个月内", "2010-02-06", "2010-05-05", "within"),
    Row("闭会之日起2个月内", code="MT304"),
    Row("会后7日内", code="MT304"),
    Row("30个工作日内", code="MT304"),
    Row("收到后20个工作日", code="MT304"),
    Row("限期", code="MT306"),
    Row("尽快", code="MT306"),
    Row("力争", code="MT306"),
    Row("争取", code="MT306"),
    Row("全年", code="MT306"),
    Row("长期坚持", code="MT306"),
    Row("持续推进", code="MT306"),
    Row("立行立改", code="MT306"),
    Row("2008年9月31日前", code="MT302"),
)

VARIETY_A = (
    Row("3月底前", "2010-03-31", "2010-03-31", "month-end"),
    Row("6月底完成", "2010-06-30", "2010-06-30", "month-end"),
    Row("已调整到10月底", code="MT304"),  # a new date is a decision, not words of the plan
    Row("2010年8月底前", "2010-08-31", "2010-08-31", "month-end"),
    Row("2010年8月底", "2010-08-31", "2010-08-31", "month-end"),
    Row("11月前全面完成、12月查漏补缺", code="MT307"),
    Row("2010年8月31日前", "2010-08-31", "2010-08-31", "day"),
    Row("6月1日至8月31日", "2010-06-01", "2010-08-31", "range"),
    Row("年内见成效", "2010-01-01", "2010-12-31", "year-inside"),
    Row("到2012年底", "2012-12-31", "2012-12-31", "year-end"),
    Row("到2012年", "2012-01-01", "2012-12-31", "year"),
    Row("力争到2022年", "2022-01-01", "2022-12-31", "year", "MT303"),
    Row("2012年完成", "2012-01-01", "2012-12-31", "year"),
    Row("2012年全面完成", "2012-01-01", "2012-12-31", "year"),
    Row("预计2011年3月竣工", "2011-03-01", "2011-03-31", "month", "MT303"),
    Row("20211", code="MT304"),
    Row("202110", code="MT304"),
    Row("第一季度", "2010-01-01", "2010-03-31", "quarter"),
    Row("第四季度", "2010-10-01", "2010-12-31", "quarter"),
    Row("秋季开学", code="MT304"),
    Row("“十一”竣工", "2010-10-01", "2010-10-01", "holiday"),
    Row("如期", code="MT306"),
    Row("早日", code="MT306"),
    Row("序时", code="MT306"),
    Row("适时", code="MT306"),
    Row("不定期", code="MT306"),
    Row("及时", code="MT306"),
    Row("常态", code="MT306"),
    Row("长期", code="MT306"),
    Row("每月30日前", code="MT313"),
    Row("每季度结束后12日内", code="MT313"),
    Row("每两月", code="MT313"),
    Row("年中和年末", code="MT307"),
    Row("每3天", code="MT313"),
    Row("在收到议案之日起3个月内", "2010-02-06", "2010-05-05", "within"),
    Row("在收到之日起1个月内", "2010-02-06", "2010-03-05", "within"),
    Row("收到之日起10日内", "2010-02-06", "2010-02-15", "within"),
    Row("3个工作日内", code="MT304"),
    Row("不超过1年", "2010-04-08", "2011-04-07", "within"),
)

DESIGN_2 = (
    Row("2010-08-31", "2010-08-31", "2010-08-31", "day"),
    Row("2010/8/31", "2010-08-31", "2010-08-31", "day"),
    Row("2010.8.31", "2010-08-31", "2010-08-31", "day"),
    Row("2010-08", "2010-08-01", "2010-08-31", "month"),
    Row("2010-8", code="MT304"),
    Row("2010-02-30", code="MT302"),
    Row("2010年", "2010-01-01", "2010-12-31", "year"),
    Row("今年年底前", "2010-12-31", "2010-12-31", "year-end"),
    Row("明年6月底", "2011-06-30", "2011-06-30", "month-end"),
    Row("十月底之前", "2010-10-31", "2010-10-31", "month-end"),
    Row("十一月", "2010-11-01", "2010-11-30", "month"),
    Row("十一前", "2010-09-30", "2010-09-30", "before-holiday"),
    Row("元旦前", "2010-12-31", "2010-12-31", "before-holiday"),
    Row("2010年元旦", "2010-01-01", "2010-01-01", "holiday"),
    Row("3月内", code="MT304"),  # within March, or within three months?
    Row("两月", code="MT304"),
    Row("两个月内", "2010-04-08", "2010-06-07", "within"),
    Row("3年内", "2010-04-08", "2013-04-07", "within"),
    Row("10年内", code="MT304"),
    Row("集中力量持续推进", code="MT306"),
    Row("力争年底前完成", "2010-12-31", "2010-12-31", "year-end", "MT303"),
    Row("确保10月底前全面完成。", "2010-10-31", "2010-10-31", "month-end"),
    Row("4月中旬前", "2010-04-10", "2010-04-10", "before-ten-days", "MT303"),
    Row("四季度前", "2010-09-30", "2010-09-30", "before-quarter", "MT303"),
    Row("2012年前", "2011-12-31", "2011-12-31", "before-year", "MT303"),
    Row("前三季度", "2010-01-01", "2010-09-30", "first-quarters"),
    Row("「十一五」期末", "2010-12-31", "2010-12-31", "five-years"),
    Row("十三五期间", "2016-01-01", "2020-12-31", "five-years"),
    Row("“十五”期末", "2005-12-31", "2005-12-31", "five-years"),  # the tenth
    Row("一五期末", code="MT304"),
    Row("10日内", "2010-04-08", "2010-04-17", "within"),
    Row("三个月内", "2010-04-08", "2010-07-07", "within"),
    Row("半年内", "2010-04-08", "2010-10-07", "within"),
    Row("两周内", "2010-04-08", "2010-04-21", "within"),
    Row("0日内", code="MT304"),
    Row("一至三季度", "2010-01-01", "2010-09-30", "range"),
    Row("4月10日至20日", "2010-04-10", "2010-04-20", "range"),
    Row("4月上旬至5月中旬", "2010-04-01", "2010-05-20", "range"),
    Row("自7月起至8月底", "2010-07-01", "2010-08-31", "range"),
    Row("2010-07-01至2010-08-31", "2010-07-01", "2010-08-31", "range"),
    Row("2010-2012年", "2010-01-01", "2012-12-31", "range"),
    Row("4月10日至月底", "2010-04-10", "2010-04-30", "range"),
    Row("6月至", code="MT304"),
    Row("至6月", "2010-06-01", "2010-06-30", "month"),
    Row("元旦至4月", code="MT304"),  # this year's or the coming one?
    Row("年年底", code="MT304"),
    Row("11月至次年1月", "2010-11-01", "2011-01-31", "range"),
    Row("11月至1月", code="MT304"),
    Row("8月至7月", code="MT304"),
    Row("6月31日至8月", code="MT302"),
    Row("分别于4月和10月完成", code="MT307"),
    Row("分别于3、6、9月底前完成", code="MT307"),
    Row("6月30日前完成方案，年底前全面实施", code="MT307"),
    Row("13月", code="MT304"),
    Row("8月0日", code="MT302"),
    Row("8月32日", code="MT302"),
    Row("一二月", code="MT304"),
    Row("1 2月", code="MT304"),
    Row("31日前", code="MT304"),
    Row("1977年底", code="MT304"),
    Row("1978年1月前", code="MT304"),
    Row("1978年1月", "1978-01-01", "1978-01-31", "month"),
    Row("2100年底", "2100-12-31", "2100-12-31", "year-end"),
    Row("2101年底", code="MT304"),
    Row("", code="MT304"),
    Row("完成", code="MT304"),
    Row("10月" * 40, code="MT304"),
    Row("明天", code="MT304"),
    Row("october", code="MT304"),
)

TABLE = NOTICE + DOMAIN_7 + VARIETY_A + DESIGN_2


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.words[:20])
def test_words(row: Row) -> None:
    assert _row(row.words) == row


@pytest.mark.parametrize(
    ("words", "year", "end"),
    [
        ("2月", 2010, "2010-02-28"),
        ("2月", 2012, "2012-02-29"),
        ("2月下旬", 2000, "2000-02-29"),
        ("2月29日前", 2012, "2012-02-29"),
        ("2月29日前", 2011, ""),
        ("2月29日前", 2100, ""),
        ("3月前", 2012, "2012-02-29"),
        ("3月前", 2011, "2011-02-28"),
        ("4月20日(星期五)前", 2012, "2012-04-20"),
        ("4月20日（星期五）前", 2012, "2012-04-20"),
        ("4月22日(星期日)前", 2012, "2012-04-22"),
        ("4月22日(周天)前", 2012, "2012-04-22"),
        ("4月20日(星期五)前", 2010, ""),
    ],
)
def test_year_decides(words: str, year: int, end: str) -> None:
    assert _row(words, year).end == end


@pytest.mark.parametrize(
    ("base", "words", "end"),
    [
        (date(2010, 1, 31), "1个月内", date(2010, 2, 28)),
        (date(2012, 1, 31), "1个月内", date(2012, 2, 29)),
        (date(2012, 2, 29), "1年内", date(2013, 2, 28)),
        (date(2010, 11, 30), "3个月内", date(2011, 2, 28)),
        (date(2010, 12, 31), "1日内", date(2011, 1, 1)),
    ],
)
def test_counted_from_a_day(base: date, words: str, end: date) -> None:
    found, doubts = read_deadline(words, year=2010, start=base)
    assert found is not None
    assert (found.start, found.end, doubts) == (base + timedelta(days=1), end, ())


@pytest.mark.parametrize("words", ["3个月内", "收到之日起3个月内"])
def test_no_day_to_count_from(words: str) -> None:
    bare = words[0] == "3"
    received, start = (RECEIVED, None) if bare else (None, START)
    found, doubts = read_deadline(words, year=2010, start=start, received=received)
    assert found is None
    assert [doubt.code for doubt in doubts] == ["MT314"]


def test_base_far_away_is_refused() -> None:
    found, doubts = read_deadline("999个月内", year=2010, start=date.max)
    assert (found, doubts[0].code) == (None, "MT304")


def test_whole_year_with_a_total() -> None:
    found, doubts = read_deadline("全年", year=2010, has_total_target=True)
    assert found == Deadline("全年", date(2010, 1, 1), date(2010, 12, 31), "whole-year")
    assert doubts == ()


@pytest.mark.parametrize("year", [-1, 0, 1977, 2101, 10**12])
def test_impossible_plan_year(year: int) -> None:
    _, doubts = read_deadline("10月", year=year)
    assert [doubt.code for doubt in doubts] == ["MT304"]
    assert 1978 <= int(dict(doubts[0].figures)["year"]) <= 2100


def test_impossible_date_names_the_last_day() -> None:
    _, doubts = _read("2008年9月31日前")
    expected = {"words": "2008年9月31日前", "year": 2008, "month": 9, "days": 30, "last": "2008-09-30"}
    assert dict(doubts[0].figures) == expected


def test_ambiguous_date_names_the_day_taken() -> None:
    _, doubts = _read("4月初")
    assert dict(doubts[0].figures) == {"words": "4月初", "year": 2010, "date": "2010-04-10"}


# -- return clocks ----------------------------------------------------------------------------

EVERY_MONTH = tuple(range(1, 13))
QUARTER_ENDS = (3, 6, 9, 12)


@pytest.mark.parametrize(
    ("words", "clock"),
    [
        ("每月25日前", Recurrence(EVERY_MONTH, 25)),
        ("每月二十五日前", Recurrence(EVERY_MONTH, 25)),
        ("每月２５日前", Recurrence(EVERY_MONTH, 25)),
        ("每月5日前", Recurrence(EVERY_MONTH, 5)),
        ("每月28日前", Recurrence(EVERY_MONTH, 28)),
        ("每月30日前", Recurrence(EVERY_MONTH, 30)),
        ("每月", Recurrence(EVERY_MONTH, None)),
        ("每月底前", Recurrence(EVERY_MONTH, None)),
        ("每月中旬", Recurrence(EVERY_MONTH, 20)),
        ("每月结束后5日内", Recurrence(EVERY_MONTH, 5, 1)),
        ("次月5日前", Recurrence(EVERY_MONTH, 5, 1)),
        ("每季度", Recurrence(QUARTER_ENDS, None)),
        ("每季度末", Recurrence(QUARTER_ENDS, None)),
        ("每季度最后一个月的30日前", Recurrence(QUARTER_ENDS, 30)),
        ("每季度第1个月20日前", Recurrence((1, 4, 7, 10), 20)),
        ("每个季度第1个月的20日前", Recurrence((1, 4, 7, 10), 20)),
        ("每季度结束后12日内", Recurrence(QUARTER_ENDS, 12, 1)),
        ("每季度结束后10日内", Recurrence(QUARTER_ENDS, 10, 1)),
        ("每两月", Recurrence((2, 4, 6, 8, 10, 12), None)),
        ("每半年", Recurrence((6, 12), None)),
        ("每年", Recurrence((12,), None)),
    ],
)
def test_return_clock(words: str, clock: Recurrence) -> None:
    assert read_recurrence(words) == (clock, ())


@pytest.mark.parametrize(
    "words",
    [
        *(
            "",
            "10月",
            "每",
            "每周五",
            "每3天",
            "每月0日前",
            "每月32日前",
            "每月两日前",
            "每月初",
            "每月" * 40,
        ),
        *("每月第1个月20日前", "每季度25日前", "每季度第4个月20日前", "每月二十二十日前", "每季度上旬"),
    ],
)
def test_return_clock_not_understood(words: str) -> None:
    found, doubts = read_recurrence(words)
    assert (found, [doubt.code for doubt in doubts]) == (None, ["MT316"])


@pytest.mark.parametrize(
    ("words", "year", "month", "day"),
    [
        ("每月30日前", 2010, 1, date(2010, 1, 30)),
        ("每月30日前", 2010, 2, date(2010, 2, 28)),
        ("每月30日前", 2012, 2, date(2012, 2, 29)),
        ("每月31日前", 2010, 4, date(2010, 4, 30)),
        ("每月底", 2100, 2, date(2100, 2, 28)),
        ("每季度最后一个月的30日前", 2010, 9, date(2010, 9, 30)),
        ("每季度结束后12日内", 2010, 9, date(2010, 10, 12)),
        ("每季度结束后12日内", 2010, 12, date(2011, 1, 12)),
        ("每月结束后30日内", 2010, 1, date(2010, 2, 28)),
    ],
)
def test_return_day(words: str, year: int, month: int, day: date) -> None:
    clock, _ = read_recurrence(words)
    assert clock is not None
    assert clock.day_of(year, month) == day


# -- properties -------------------------------------------------------------------------------

_PIECES = "年 月 日 底 前 末 内 初 中 上旬 中下旬 季度 半年 至 到 - ~ / . 每 第 个 十 一 二 五 〇 1 2 0 31 2010 2011 “ ” 期末 今年 明年 元旦 国庆 力争 完成 收到 之日起 工作日 全 ( ) 星期 、 ， 分别 持续"
likely_words = st.lists(st.sampled_from(_PIECES.split()), max_size=12).map("".join)
printed_words = st.sampled_from([row.words for row in TABLE])
days = st.dates(date(1978, 1, 1), date(2100, 12, 31))
_WIDE = str.maketrans(string.digits + "-/.()~,", "０１２３４５６７８９－／．（）～，")


@given(st.text(max_size=70) | likely_words, st.integers(), st.dates() | st.none(), st.booleans())
@example("每" * 60, 2010, None, False)
@example("\ufdfa" * 60, 2010, None, False)
@example("\ud800", 2010, None, False)
@example("1-" * 30, 2010, None, False)
def test_never_raises(words: str, year: int, day: date | None, total: bool) -> None:
    found, doubts = read_deadline(words, year=year, start=day, received=day, has_total_target=total)
    assert all(doubt.code in CODES for doubt in doubts)
    if found is None:
        assert len(doubts) == 1
    else:
        assert [doubt.code for doubt in doubts] in ([], ["MT303"])
        assert found.start <= found.end
        assert found.start.year >= 1978
        assert found.end.year <= 2100
    clock, doubts = read_recurrence(words)
    assert (clock is None) == bool(doubts)


@given(printed_words | likely_words)
def test_width_and_spaces_do_not_matter(words: str) -> None:
    plain, wide = _row(words), _row(words.translate(_WIDE))
    assert wide[1:] == plain[1:]
    spaced = "\u3000".join(words)
    parted = any(one.isdigit() and other.isdigit() for one, other in pairwise(words))
    if not parted and len(spaced) <= 60:
        assert _row(spaced)[1:] == plain[1:]


@given(days)
def test_a_date_is_that_day(day: date) -> None:
    full = f"{day.year}年{day.month}月{day.day}日"
    for words in (day.isoformat(), full, f"{full}前", f"{day.year}/{day.month}/{day.day}"):
        assert _row(words) == Row(words, day.isoformat(), day.isoformat(), "day")
    short = f"{day.month}月{day.day}日前"
    assert _row(short, day.year).end == day.isoformat()


@given(
    st.integers(1978, 2100),
    st.integers(1, 12),
    st.sampled_from(["", "份", "底", "底前", "末", "下旬", "完成"]),
)
def test_month_words_end_with_the_month(year: int, month: int, suffix: str) -> None:
    last = date(year, month, monthrange(year, month)[1]).isoformat()
    assert _row(f"{month}月{suffix}", year).end == last
    assert _row(f"{year}年{month}月{suffix}").end == last


@given(st.integers(1978, 2100), st.integers(1, 12))
def test_chinese_numerals(year: int, month: int) -> None:
    digits = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(year))
    name = [*"一二三四五六七八九十", "十一", "十二"][month - 1]
    assert _row(f"{digits}年{name}月底")[1:] == _row(f"{year}年{month}月底")[1:]


@given(st.integers(1978, 2100), st.integers(1, 12), st.integers(1, 12))
def test_ranges(year: int, first: int, last: int) -> None:
    found, doubts = _read(f"{first}-{last}月", year)
    if first <= last:
        assert found is not None
        assert (found.start, found.end.month) == (date(year, first, 1), last)
    else:
        assert (found, doubts[0].code) == (None, "MT304")


# -- the words of the faults ------------------------------------------------------------------


def test_every_fault_can_be_said() -> None:
    faults = [fault for row in TABLE for fault in _read(row.words)[1]]
    faults += read_deadline("3个月内", year=2010)[1] + read_recurrence("每周五")[1]
    assert {fault.code for fault in faults} == set(CHINESE) == set(ENGLISH)
    for fault in faults:
        figures = dict(fault.figures)
        for wording in (CHINESE[fault.code], ENGLISH[fault.code]):
            assert "{" not in wording.message.format(**figures) + wording.help.format(**figures)
            assert wording.message.format(**figures).encode("gbk", errors="replace")


def test_wording_can_be_printed_in_gbk() -> None:
    for catalogue in (CHINESE, ENGLISH):
        for wording in catalogue.values():
            assert "".join(wording).encode("gbk")


def test_the_default_clock_is_what_its_words_say() -> None:
    assert read_recurrence(resolve.DEFAULT_CLOCK) == (resolve._DEFAULT, ())


def test_the_last_day_of_a_month_is_the_calendars() -> None:
    for year in range(FIRST_YEAR, LAST_YEAR + 2):
        for month in range(1, 13):
            assert last_day(year, month) == date(year, month, monthrange(year, month)[1])
