"""The deadline grammar: every expression of the notice, DOMAIN §7 and VARIETY (a), and its borders."""

from __future__ import annotations

import re
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
from motiontrack.model import reading_words
from motiontrack.model.deadline_rules import FIRST_YEAR, LAST_YEAR, last_day
from motiontrack.model.deadlines import (
    Deadline,
    DeadlineKind,
    Doubt,
    Recurrence,
    kind_of,
    read_deadline,
    read_recurrence,
)
from motiontrack.model.working_days import NO_CALENDAR, WorkingDays

START, RECEIVED = date(2010, 4, 7), date(2010, 2, 5)


class Row(NamedTuple):
    """Words read in a plan of 2010.

    ``start``, ``end`` and ``rule`` are empty where they are refused, ``kind`` where nothing is known
    of them, ``code`` where there is nothing to say.
    """

    words: str
    start: str = ""
    end: str = ""
    rule: str = ""
    kind: str = ""
    code: str = ""


def _read(words: str, year: int = 2010) -> tuple[Deadline | None, tuple[Doubt, ...]]:
    return read_deadline(words, year=year, start=START, received=RECEIVED)


def _row(words: str, year: int = 2010) -> Row:
    found, doubts = _read(words, year)
    code = " ".join(doubt.code for doubt in doubts)
    kind = kind_of(found, doubts) or ""
    if found is None:
        return Row(words, kind=kind, code=code)
    assert found.words == words
    assert found.named == found.end
    return Row(words, found.start.isoformat(), found.end.isoformat(), found.rule, kind, code)


NOTICE = (
    Row("4月", "2010-04-01", "2010-04-30", "month", "date"),
    Row("6月", "2010-06-01", "2010-06-30", "month", "date"),
    Row("10月", "2010-10-01", "2010-10-31", "month", "date"),
    Row("12月", "2010-12-01", "2010-12-31", "month", "date"),
    Row("4月初", "2010-04-01", "2010-04-10", "month-start", "vague", "MT303"),
    Row("4月上旬", "2010-04-01", "2010-04-10", "ten-days", "date"),
    Row("4月中旬", "2010-04-11", "2010-04-20", "ten-days", "date"),
    Row("7月", "2010-07-01", "2010-07-31", "month", "date"),
    Row("8月", "2010-08-01", "2010-08-31", "month", "date"),
    Row("2010年4月", "2010-04-01", "2010-04-30", "month", "date"),
    Row("2010年7月至8月", "2010-07-01", "2010-08-31", "range", "range"),
    Row("2010年11月至12月", "2010-11-01", "2010-12-31", "range", "range"),
    Row("二○一○年四月七日", "2010-04-07", "2010-04-07", "day", "date"),
    Row("到“十二五”期末", "2015-12-31", "2015-12-31", "five-years-end", "date"),
    Row("2010.4", code="MT304"),
)

DOMAIN_7 = (
    Row("上旬", kind="vague", code="MT331"),
    Row("中旬", kind="vague", code="MT331"),
    Row("下旬", kind="vague", code="MT331"),
    Row("月中", kind="vague", code="MT331"),
    Row("中下旬", kind="vague", code="MT331"),
    Row("月初", kind="vague", code="MT331"),
    Row("本月底前", kind="vague", code="MT331"),
    Row("本月20日前", kind="vague", code="MT331"),
    Row("4月下旬", "2010-04-21", "2010-04-30", "ten-days", "date"),
    Row("4月中", "2010-04-15", "2010-04-15", "mid-month", "date"),
    Row("5月中下旬", "2010-05-11", "2010-05-31", "ten-days", "vague", "MT303"),
    Row("11月前", "2010-10-31", "2010-10-31", "before-month", "vague", "MT303"),
    Row("1月前", "2009-12-31", "2009-12-31", "before-month", "vague", "MT303"),
    Row("10月底前", "2010-10-31", "2010-10-31", "month-end", "date"),
    Row("12月底前", "2010-12-31", "2010-12-31", "month-end", "date"),
    Row("月底前", kind="vague", code="MT331"),
    Row("年底前", "2010-12-31", "2010-12-31", "year-end", "date"),
    Row("年内", "2010-01-01", "2010-12-31", "year-inside", "date"),
    Row("8月31日前", "2010-08-31", "2010-08-31", "day", "date"),
    Row("8月5日前", "2010-08-05", "2010-08-05", "day", "date"),
    Row("7月至8月", "2010-07-01", "2010-08-31", "range", "range"),
    Row("上半年", "2010-01-01", "2010-06-30", "half-year", "date"),
    Row("上半年底", "2010-06-30", "2010-06-30", "half-year-end", "date"),
    Row("下半年", "2010-07-01", "2010-12-31", "half-year", "date"),
    Row("三季度", "2010-07-01", "2010-09-30", "quarter", "date"),
    Row("三季度末", "2010-09-30", "2010-09-30", "quarter-end", "date"),
    Row("1–9月", "2010-01-01", "2010-09-30", "range", "range"),
    Row("1-9月", "2010-01-01", "2010-09-30", "range", "range"),
    Row("每月25日前", kind="recurring", code="MT313"),
    Row("每季度", kind="recurring", code="MT313"),
    Row("每周五", kind="recurring", code="MT313"),
    Row("五一前", "2010-04-30", "2010-04-30", "before-holiday", "date"),
    Row("国庆前", "2010-09-30", "2010-09-30", "before-holiday", "date"),
    Row("国庆节前", "2010-09-30", "2010-09-30", "before-holiday", "date"),
    Row("国庆节", "2010-10-01", "2010-10-01", "holiday", "date"),
    Row("国庆长假前", "2010-09-30", "2010-09-30", "before-holiday", "date"),
    Row("“五一”前", "2010-04-30", "2010-04-30", "before-holiday", "date"),
    Row("五一劳动节前", "2010-04-30", "2010-04-30", "before-holiday", "date"),
    Row("五一国际劳动节前", "2010-04-30", "2010-04-30", "before-holiday", "date"),
    Row("2011年五一节前", "2011-04-30", "2011-04-30", "before-holiday", "date"),
    Row("2011年春节前", "2011-02-01", "2011-02-01", "before-spring-festival", "vague", "MT303"),
    Row("2010年春节前", "2010-02-12", "2010-02-12", "before-spring-festival", "vague", "MT303"),
    Row("明年春节前", "2011-02-01", "2011-02-01", "before-spring-festival", "vague", "MT303"),
    Row("2014年“春节”前", "2014-01-30", "2014-01-30", "before-spring-festival", "vague", "MT303"),
    Row("2101年春节前", code="MT304"),
    Row("春节", kind="date", code="MT330"),
    Row("中秋节前", kind="date", code="MT330"),
    Row("2010年中秋节前", kind="date", code="MT330"),
    Row("两节前", kind="date", code="MT330"),
    Row("6月底前完成方案，春节前建成", kind="date", code="MT307"),
    Row("春节前", kind="vague", code="MT331"),
    Row("交办之日起3个月内", "2010-02-06", "2010-05-05", "within", "relative"),
    Row("闭会之日起2个月内", kind="relative", code="MT332"),
    Row("闭会之日起", code="MT304"),  # how long?
    Row("会后7日内", kind="relative", code="MT332"),
    Row("会后30个工作日内", kind="relative", code="MT332"),
    Row("会后7日/30个工作日内", code="MT304"),
    Row("批准后1年内", kind="relative", code="MT332"),
    Row("收到群众来信之日起15日内", kind="relative", code="MT332"),
    Row("自交办之日起3个月", "2010-02-06", "2010-05-05", "within", "relative"),
    Row("收到市人大交办的议案后不超过1个月", "2010-02-06", "2010-03-05", "within", "relative"),
    Row("5个工作日", kind="relative", code="MT333"),
    Row("收到建议之日起3个月内", "2010-02-06", "2010-05-05", "within", "relative"),
    Row("收到代表建议之日起3个月内", "2010-02-06", "2010-05-05", "within", "relative"),
    Row("接到交办通知后10日内", "2010-02-06", "2010-02-15", "within", "relative"),
    Row("收到审计建议之日起15日内", kind="relative", code="MT332"),
    Row("领导批示交办之日起3日内", kind="relative", code="MT332"),
    Row("收到督办单之日起5个工作日内", kind="relative", code="MT332"),
    Row("六月底前报方案交办之日起半年内", kind="date", code="MT307"),
    Row("，三个月内", code="MT304"),
    Row("30个工作日内", kind="relative", code="MT333"),
    Row("收到后20个工作日", kind="relative", code="MT333"),
    Row("限期", kind="open-ended", code="MT306"),
    Row("尽快", kind="open-ended", code="MT306"),
    Row("力争", kind="open-ended", code="MT306"),
    Row("争取", kind="open-ended", code="MT306"),
    Row("全年", kind="open-ended", code="MT306"),
    Row("长期坚持", kind="open-ended", code="MT306"),
    Row("持续推进", kind="open-ended", code="MT306"),
    Row("立行立改", kind="open-ended", code="MT306"),
    Row("2008年9月31日前", kind="date", code="MT302"),
)

VARIETY_A = (
    Row("每年", kind="recurring", code="MT313"),
    Row("4月底前", "2010-04-30", "2010-04-30", "month-end", "date"),
    Row("5月底前", "2010-05-31", "2010-05-31", "month-end", "date"),
    Row("6月底前", "2010-06-30", "2010-06-30", "month-end", "date"),
    Row("7月底前", "2010-07-31", "2010-07-31", "month-end", "date"),
    Row("8月底前", "2010-08-31", "2010-08-31", "month-end", "date"),
    Row("9月底前", "2010-09-30", "2010-09-30", "month-end", "date"),
    Row("10月底", "2010-10-31", "2010-10-31", "month-end", "date"),
    Row("11月底前", "2010-11-30", "2010-11-30", "month-end", "date"),
    Row("4月20日前", "2010-04-20", "2010-04-20", "day", "date"),
    Row("4月20日(星期二)前", "2010-04-20", "2010-04-20", "day", "date"),
    Row("4月20日(星期五)前", code="MT304"),  # a Tuesday in 2010
    Row("3月底前", "2010-03-31", "2010-03-31", "month-end", "date"),
    Row("6月底完成", "2010-06-30", "2010-06-30", "month-end", "date"),
    Row("已调整到10月底", code="MT304"),  # a new date is a decision, not words of the plan
    Row("2010年8月底前", "2010-08-31", "2010-08-31", "month-end", "date"),
    Row("2010年8月底", "2010-08-31", "2010-08-31", "month-end", "date"),
    Row("11月前全面完成、12月查漏补缺", kind="date", code="MT307"),
    Row("2010年8月31日前", "2010-08-31", "2010-08-31", "day", "date"),
    Row("6月1日至8月31日", "2010-06-01", "2010-08-31", "range", "range"),
    Row("年内见成效", "2010-01-01", "2010-12-31", "year-inside", "date"),
    Row("到2012年底", "2012-12-31", "2012-12-31", "year-end", "date"),
    Row("到2012年", "2012-01-01", "2012-12-31", "year", "date"),
    Row("力争到2022年", "2022-01-01", "2022-12-31", "year", "date", "MT303"),
    Row("2012年完成", "2012-01-01", "2012-12-31", "year", "date"),
    Row("2012年全面完成", "2012-01-01", "2012-12-31", "year", "date"),
    Row("预计2011年3月竣工", "2011-03-01", "2011-03-31", "month", "date", "MT303"),
    Row("计划2021年10月", "2021-10-01", "2021-10-31", "month", "date", "MT303"),
    Row("预计2021年10月竣工", "2021-10-01", "2021-10-31", "month", "date", "MT303"),
    Row("计划开工日期", code="MT304"),
    Row("计划竣工日期", code="MT304"),
    Row("20211", code="MT304"),
    Row("202110", code="MT304"),
    Row("第一季度", "2010-01-01", "2010-03-31", "quarter", "date"),
    Row("第四季度", "2010-10-01", "2010-12-31", "quarter", "date"),
    Row("第二季度", "2010-04-01", "2010-06-30", "quarter", "date"),
    Row("第三季度", "2010-07-01", "2010-09-30", "quarter", "date"),
    Row("秋季开学", kind="date", code="MT330"),
    Row("秋季开学前", kind="date", code="MT330"),
    Row("“十一”竣工", "2010-10-01", "2010-10-01", "holiday", "date"),
    Row("如期", kind="open-ended", code="MT306"),
    Row("早日", kind="open-ended", code="MT306"),
    Row("序时", kind="open-ended", code="MT306"),
    Row("持续", kind="open-ended", code="MT306"),
    Row("适时", kind="open-ended", code="MT306"),
    Row("不定期", kind="open-ended", code="MT306"),
    Row("及时", kind="open-ended", code="MT306"),
    Row("常态", kind="open-ended", code="MT306"),
    Row("长期", kind="open-ended", code="MT306"),
    Row("每月5日前", kind="recurring", code="MT313"),
    Row("每月28日前", kind="recurring", code="MT313"),
    Row("每月30日前", kind="recurring", code="MT313"),
    Row("每季度结束后12日内", kind="recurring", code="MT313"),
    Row("每季度结束后10日内", kind="recurring", code="MT313"),
    Row("每季度", kind="recurring", code="MT313"),
    Row("每季度末", kind="recurring", code="MT313"),
    Row("每季度最后一个月的30日前", kind="recurring", code="MT313"),
    Row("每个季度第1个月20日前", kind="recurring", code="MT313"),
    Row("每个季度第1个月的20日前", kind="recurring", code="MT313"),
    Row("每两月", kind="recurring", code="MT313"),
    Row("年中和年末", kind="recurring", code="MT313"),
    Row("每3天", kind="recurring", code="MT313"),
    Row("在收到议案之日起3个月内", "2010-02-06", "2010-05-05", "within", "relative"),
    Row("在收到之日起1个月内", "2010-02-06", "2010-03-05", "within", "relative"),
    Row("收到之日起10日内", "2010-02-06", "2010-02-15", "within", "relative"),
    Row("收到之日起2个月内", "2010-02-06", "2010-04-05", "within", "relative"),
    Row("3个工作日内", kind="relative", code="MT333"),  # with a calendar: test_working_days.py
    Row("5个工作日内", kind="relative", code="MT333"),
    Row("10个工作日内", kind="relative", code="MT333"),
    Row("20个工作日内", kind="relative", code="MT333"),
    Row("不超过1年", "2010-04-08", "2011-04-07", "within", "relative"),
)

DESIGN_2 = (
    Row("2010-08-31", "2010-08-31", "2010-08-31", "day", "date"),
    Row("2010/8/31", "2010-08-31", "2010-08-31", "day", "date"),
    Row("2010.8.31", "2010-08-31", "2010-08-31", "day", "date"),
    Row("2010-08", "2010-08-01", "2010-08-31", "month", "date"),
    Row("2010-8", code="MT304"),
    Row("2010-02-30", kind="date", code="MT302"),
    Row("2010年", "2010-01-01", "2010-12-31", "year", "date"),
    Row("今年年底前", "2010-12-31", "2010-12-31", "year-end", "date"),
    Row("明年6月底", "2011-06-30", "2011-06-30", "month-end", "date"),
    Row("十月底之前", "2010-10-31", "2010-10-31", "month-end", "date"),
    Row("十一月", "2010-11-01", "2010-11-30", "month", "date"),
    Row("十一前", "2010-09-30", "2010-09-30", "before-holiday", "date"),
    Row("元旦前", "2010-12-31", "2010-12-31", "before-holiday", "date"),
    Row("2010年元旦", "2010-01-01", "2010-01-01", "holiday", "date"),
    Row("3月内", code="MT304"),  # within March, or within three months?
    Row("两月", code="MT304"),
    Row("两个月内", "2010-04-08", "2010-06-07", "within", "relative"),
    Row("3年内", "2010-04-08", "2013-04-07", "within", "relative"),
    Row("10年内", code="MT304"),
    Row("集中力量持续推进", kind="open-ended", code="MT306"),
    Row("力争年底前完成", "2010-12-31", "2010-12-31", "year-end", "date", "MT303"),
    Row("确保10月底前全面完成。", "2010-10-31", "2010-10-31", "month-end", "date"),
    Row("4月中旬前", "2010-04-10", "2010-04-10", "before-ten-days", "vague", "MT303"),
    Row("四季度前", "2010-09-30", "2010-09-30", "before-quarter", "vague", "MT303"),
    Row("2012年前", "2011-12-31", "2011-12-31", "before-year", "vague", "MT303"),
    Row("前三季度", "2010-01-01", "2010-09-30", "first-quarters", "range"),
    Row("「十一五」期末", "2010-12-31", "2010-12-31", "five-years-end", "date"),
    Row("十三五期间", "2016-01-01", "2020-12-31", "five-years", "range"),
    Row("“十五”期末", "2005-12-31", "2005-12-31", "five-years-end", "date"),  # the tenth
    Row("一五期末", code="MT304"),
    Row("10日内", "2010-04-08", "2010-04-17", "within", "relative"),
    Row("三个月内", "2010-04-08", "2010-07-07", "within", "relative"),
    Row("半年内", "2010-04-08", "2010-10-07", "within", "relative"),
    Row("两周内", "2010-04-08", "2010-04-21", "within", "relative"),
    Row("0日内", code="MT304"),
    Row("一至三季度", "2010-01-01", "2010-09-30", "range", "range"),
    Row("4月10日至20日", "2010-04-10", "2010-04-20", "range", "range"),
    Row("4月上旬至5月中旬", "2010-04-01", "2010-05-20", "range", "range"),
    Row("自7月起至8月底", "2010-07-01", "2010-08-31", "range", "range"),
    Row("2010-07-01至2010-08-31", "2010-07-01", "2010-08-31", "range", "range"),
    Row("2010-2012年", "2010-01-01", "2012-12-31", "range", "range"),
    Row("4月10日至月底", "2010-04-10", "2010-04-30", "range", "range"),
    Row("6月至", code="MT304"),
    Row("至6月", "2010-06-01", "2010-06-30", "month", "date"),
    Row("元旦至4月", code="MT304"),  # this year's or the coming one?
    Row("年年底", code="MT304"),
    Row("11月至次年1月", "2010-11-01", "2011-01-31", "range", "range"),
    Row("11月至1月", code="MT304"),
    Row("8月至7月", code="MT304"),
    Row("6月31日至8月", kind="date", code="MT302"),
    Row("分别于4月和10月完成", kind="date", code="MT307"),
    Row("分别于3、6、9月底前完成", kind="date", code="MT307"),
    Row("6月30日前完成方案，年底前全面实施", kind="date", code="MT307"),
    Row("13月", code="MT304"),
    Row("8月0日", kind="date", code="MT302"),
    Row("8月32日", kind="date", code="MT302"),
    Row("一二月", code="MT304"),
    Row("1 2月", code="MT304"),
    Row("31日前", kind="vague", code="MT331"),
    Row("1977年底", code="MT304"),
    Row("1978年1月前", code="MT304"),
    Row("1978年1月", "1978-01-01", "1978-01-31", "month", "date"),
    Row("2100年底", "2100-12-31", "2100-12-31", "year-end", "date"),
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


# -- the same words written otherwise ----------------------------------------------------------

READ = [row for row in TABLE if row.rule]


def _same(row: Row, words: str) -> None:
    assert _row(words)[1:] == row[1:], words


@pytest.mark.parametrize("row", [row for row in READ if row.words.endswith("前")], ids=lambda row: row.words)
@pytest.mark.parametrize("before", ["之前", "以前"])
def test_three_ways_to_say_before(row: Row, before: str) -> None:
    _same(row, re.sub("(?:之|以)?前$", before, row.words))


@pytest.mark.parametrize(
    "row",
    [row for row in READ if row.kind != "relative" and row.words[0].isdigit()],
    ids=lambda row: row.words,
)
def test_the_year_may_stand_before_what_is_meant(row: Row) -> None:
    if not re.match(r"[0-9]{4}", row.words):
        _same(row, f"2010年{row.words}")
        _same(row, f"今年{row.words}")
        _same(row, f"2010 年 {row.words}")


def chinese(digits: re.Match[str]) -> str:
    """A month or day in Chinese numerals; a year figure by figure."""
    ones = "〇一二三四五六七八九"
    if len(digits[0]) == 4:
        return "".join(ones[int(digit)] for digit in digits[0])
    tens, one = divmod(int(digits[0]), 10)
    return ("" if tens == 0 else "十" if tens == 1 else ones[tens] + "十") + (ones[one] if one else "")


@pytest.mark.parametrize(
    "row", [row for row in READ if re.search("[0-9](?:年|月|日|个)", row.words)], ids=lambda row: row.words
)
def test_chinese_numerals_say_the_same(row: Row) -> None:
    if re.fullmatch(r"[^-/.–]*", row.words):
        _same(row, re.sub("[0-9]+", chinese, row.words))


@pytest.mark.parametrize("zero", "〇零○◯0０OoＯОоΟο")
@pytest.mark.parametrize("pattern", ["二{}一{}年八月底", "二{}一{}年8月31日前", "二 {} 一 {} 年 八 月 底"])
def test_every_sign_for_zero(pattern: str, zero: str) -> None:
    assert _row(pattern.format(zero, zero)).end == "2010-08-31"


@pytest.mark.parametrize(
    "words", ["8月３１日前", "８月31日前", " 8月31日前 ", "8 月 31 日 前", "８月\u3000３１日前"]
)
def test_width_and_spaces(words: str) -> None:
    assert _row(words)[1:] == Row("", "2010-08-31", "2010-08-31", "day", "date")[1:]


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
        ("1月31日前", 2010, "2010-01-31"),
        ("2月28日前", 2010, "2010-02-28"),
        ("2月30日前", 2012, ""),
        ("4月30日前", 2010, "2010-04-30"),
        ("4月31日前", 2010, ""),
        ("6月31日前", 2010, ""),
        ("12月31日前", 2010, "2010-12-31"),
        ("2月中下旬", 2012, "2012-02-29"),
        ("2月底前", 2000, "2000-02-29"),
        ("2月底前", 2100, "2100-02-28"),
        ("1月前", 2010, "2009-12-31"),
        ("5月前", 2010, "2010-04-30"),
        ("元旦前", 2010, "2010-12-31"),
        ("元旦", 2010, "2011-01-01"),
        ("2月至3月", 2012, "2012-03-31"),
        ("1-2月", 2012, "2012-02-29"),
        ("12月至次年2月", 2011, "2012-02-29"),
        ("一季度", 2012, "2012-03-31"),
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
        (date(2010, 1, 30), "1个月内", date(2010, 2, 28)),
        (date(2012, 1, 30), "1个月内", date(2012, 2, 29)),
        (date(2010, 1, 28), "1个月内", date(2010, 2, 28)),
        (date(2010, 2, 28), "1个月内", date(2010, 3, 28)),  # the same day, not the month's last
        (date(2010, 3, 31), "1个月内", date(2010, 4, 30)),
        (date(2010, 8, 31), "6个月内", date(2011, 2, 28)),
        (date(2011, 8, 31), "半年内", date(2012, 2, 29)),
        (date(2012, 2, 29), "不超过4年", date(2016, 2, 29)),
        (date(2010, 2, 26), "3日内", date(2010, 3, 1)),
        (date(2012, 2, 26), "3日内", date(2012, 2, 29)),
        (date(2010, 4, 29), "1日内", date(2010, 4, 30)),
        (date(2010, 4, 30), "1日内", date(2010, 5, 1)),
        (date(2010, 12, 25), "1周内", date(2011, 1, 1)),
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
    assert found == Deadline("全年", date(2010, 1, 1), date(2010, 12, 31), "whole-year", DeadlineKind.RANGE)
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
        ("年中和年末", Recurrence((6, 12), None)),
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
    "words",
    [
        "每周五",
        "每周",
        "每个星期一",
        "每3天",
        "每天",
        "每日",
        "每旬",
        "每半月",
        "每两周",
        "每5个工作日",
        "周报",
        "旬报",
        "按周",
    ],
)
def test_a_clock_shorter_than_a_month_is_refused_as_such(words: str) -> None:
    found, doubts = read_recurrence(words)
    assert (found, [doubt.code for doubt in doubts]) == (None, ["MT335"])


#: Every return day of 2012, a leap year; with the month of 2012 whose return it is.
YEAR_OF_RETURNS = {
    "每月5日前": "01-05 02-05 03-05 04-05 05-05 06-05 07-05 08-05 09-05 10-05 11-05 12-05",
    "每月25日前": "01-25 02-25 03-25 04-25 05-25 06-25 07-25 08-25 09-25 10-25 11-25 12-25",
    "每月28日前": "01-28 02-28 03-28 04-28 05-28 06-28 07-28 08-28 09-28 10-28 11-28 12-28",
    "每月30日前": "01-30 02-29 03-30 04-30 05-30 06-30 07-30 08-30 09-30 10-30 11-30 12-30",
    "每月31日前": "01-31 02-29 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31",
    "每月": "01-31 02-29 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31",
    "每月上旬": "01-10 02-10 03-10 04-10 05-10 06-10 07-10 08-10 09-10 10-10 11-10 12-10",
    "每月下旬": "01-31 02-29 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31",
    "次月5日前": "02-05 03-05 04-05 05-05 06-05 07-05 08-05 09-05 10-05 11-05 12-05 2013-01-05",
    "每月结束后30日内": "02-29 03-30 04-30 05-30 06-30 07-30 08-30 09-30 10-30 11-30 12-30 2013-01-30",
    "每两月": "02-29 04-30 06-30 08-31 10-31 12-31",
    "每季度": "03-31 06-30 09-30 12-31",
    "每季度末": "03-31 06-30 09-30 12-31",
    "每季度最后一个月的30日前": "03-30 06-30 09-30 12-30",
    "每季度第2个月的30日前": "02-29 05-30 08-30 11-30",
    "每个季度第1个月的20日前": "01-20 04-20 07-20 10-20",
    "每季度结束后12日内": "04-12 07-12 10-12 2013-01-12",
    "每季度结束后10日内": "04-10 07-10 10-10 2013-01-10",
    "每半年": "06-30 12-31",
    "年中和年末": "06-30 12-31",
    "每年": "12-31",
}


@pytest.mark.parametrize("words", YEAR_OF_RETURNS)
def test_return_days_of_a_leap_year(words: str) -> None:
    clock, _ = read_recurrence(words)
    assert clock is not None
    days = [clock.day_of(2012, month) for month in clock.months]
    assert " ".join(day.isoformat().removeprefix("2012-") for day in days) == YEAR_OF_RETURNS[words]


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

_PIECES = "春节 五一 前 后 个 之日 会 年 月 日 底 前 末 内 初 中 上旬 中下旬 季度 半年 至 到 - ~ / . 每 第 个 十 一 二 五 〇 1 2 0 31 2010 2011 “ ” 期末 今年 明年 元旦 国庆 力争 完成 收到 之日起 工作日 全 ( ) 星期 、 ， 分别 持续"
likely_words = st.lists(st.sampled_from(_PIECES.split()), max_size=12).map("".join)
printed_words = st.sampled_from([row.words for row in TABLE])
days = st.dates(date(1978, 1, 1), date(2100, 12, 31))
_WIDE = str.maketrans(string.digits + "-/.()~,", "０１２３４５６７８９－／．（）～，")


@given(
    st.text(max_size=70) | likely_words | printed_words,
    st.integers() | st.integers(1977, 2101),
    st.dates() | days | st.none(),
    st.booleans(),
    st.sampled_from([NO_CALENDAR, WorkingDays(years=frozenset(range(1978, 2101)))]),
)
@example("每" * 60, 2010, None, False, NO_CALENDAR)
@example("\ufdfa" * 60, 2010, None, False, NO_CALENDAR)
@example("\ud800", 2010, None, False, NO_CALENDAR)
@example("1-" * 30, 2010, None, False, NO_CALENDAR)
def test_words_are_read_or_refused(
    words: str, year: int, day: date | None, total: bool, working: WorkingDays
) -> None:
    found, doubts = read_deadline(
        words,
        year=year,
        start=day,
        received=day,
        has_total_target=total,
        working=working,
        days_are_working=total,
    )
    assert all(doubt.code in CODES for doubt in doubts)
    if found is None:
        assert len(doubts) == 1
        assert doubts[0].code != "MT303"
    else:
        assert kind_of(found, doubts) not in (None, DeadlineKind.RECURRING, DeadlineKind.OPEN_ENDED)
        assert [doubt.code for doubt in doubts] in ([], ["MT303"])
        assert (found.kind is DeadlineKind.VAGUE) <= bool(doubts)
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
        assert _row(words) == Row(words, day.isoformat(), day.isoformat(), "day", "date")
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
    faults += read_recurrence("有空就报")[1]
    assert {fault.code for fault in faults} == set(CHINESE) == set(ENGLISH)
    for fault in faults:
        figures = {"key": "due", "words_key": "due_words", "suggestion": ""} | dict(fault.figures)
        for wording in (CHINESE[fault.code], ENGLISH[fault.code]):
            assert "{" not in wording.message.format(**figures) + wording.help.format(**figures)
            assert wording.message.format(**figures).encode("gbk", errors="replace")


def test_wording_can_be_printed_in_gbk() -> None:
    for catalogue in (CHINESE, ENGLISH):
        for wording in catalogue.values():
            assert "".join(wording).encode("gbk")


def test_the_default_clock_is_what_its_words_say() -> None:
    assert read_recurrence(reading_words.DEFAULT_CLOCK) == (reading_words._DEFAULT, ())


def test_the_last_day_of_a_month_is_the_calendars() -> None:
    for year in range(FIRST_YEAR, LAST_YEAR + 2):
        for month in range(1, 13):
            assert last_day(year, month) == date(year, month, monthrange(year, month)[1])
