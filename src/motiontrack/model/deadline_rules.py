"""The rules of the deadline grammar: each an id, a pattern of the whole words and a reader.

Patterns stay strings: ``re`` compiles and keeps each on first use, so a plan of ``10月`` and ISO
dates does not pay at start-up for rules that it never needs.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple, NoReturn

from motiontrack.model.chinese_numbers import NUMBER, YEAR, read_number, read_year
from motiontrack.model.working_days import NO_CALENDAR, WorkingDays

__all__ = [
    "BOUNDS",
    "FIRST_YEAR",
    "LAST_YEAR",
    "POINTS",
    "DeadlineKind",
    "Given",
    "Match",
    "Reading",
    "Refused",
    "Rule",
    "day_of_serial",
    "first_match",
    "last_day",
    "refuse",
]

FIRST_YEAR, LAST_YEAR = 1978, 2100
_DECEMBER = 12
_MOST_DAYS = 31


class DeadlineKind(StrEnum):
    """What sort of words they are, whether they can be read or not."""

    #: Due by a day, or by the end of the month, quarter or year that is named.
    DATE = "date"
    #: A beginning is named as well as an end: 7月至8月, 前三季度, 全年.
    RANGE = "range"
    #: Comes round again: every month, every quarter.
    RECURRING = "recurring"
    #: Names no day and never will: 持续推进.
    OPEN_ENDED = "open-ended"
    #: So long from a day or an event: 交办之日起3个月内.
    RELATIVE = "relative"
    #: Names a day, and another would be as good a reading: 4月初.
    VAGUE = "vague"


class Given(NamedTuple):
    """What words are read against.

    The year they leave out; the days that N日内 counts from; whether 全年 ends with a total; the
    working days there are, and whether the plan counts days as working days; whether 收到之日起
    speaks of the motion.
    """

    year: int
    start: date | None
    received: date | None
    has_total_target: bool
    working: WorkingDays = NO_CALENDAR
    days_are_working: bool = False
    of_motion: bool = True


class Reading(NamedTuple):
    """First and last day, the rule, whether another reading would be as good, and the kind of words."""

    start: date
    end: date
    rule: str
    unsure: bool = False
    kind: DeadlineKind = DeadlineKind.DATE


class Refused(Exception):
    """The words have a shape that is known, and cannot be read: the code that says why."""

    def __init__(self, code: str, *figures: tuple[str, str | int]) -> None:
        super().__init__(code)
        self.code = code
        self.figures = figures


Match = re.Match[str]
_Reader = Callable[[Match, Given, str], Reading]
#: Id; characters one of which is in all words that the pattern covers; pattern; reader.
Rule = tuple[str, str, str, _Reader]


# -- the pieces that words are made of --------------------------------------------------------

_Y = rf"(?:(?P<year>{YEAR})年度?|(?P<named>今年|当年|本年度?|明年|次年|翌年|来年))"
_M = rf"(?P<month>{NUMBER})月份?"
_BEFORE = r"(?:(?:之|以)?前)"
_END = rf"(?:[底末终]{_BEFORE}?)"
_WEEKDAY = r"(?:\((?:星期|周|礼拜)(?P<weekday>[一二三四五六日天])\))"
_QUARTER = r"第?(?P<quarter>[1-4一二三四])季度"
_QUOTE = r"[“”\"'‘’「」『』〝〞]?"

_WEEKDAYS = {name: n % 7 for n, name in enumerate("一二三四五六日天")} | {"天": 6}
_NEXT_YEAR = ("明年", "次年", "翌年", "来年")


def refuse() -> NoReturn:
    """Turn the words down as not in the grammar."""
    raise Refused("MT304")


def _year(match: Match, given: Given) -> int:
    """The year written, named, or left out."""
    words = match.groupdict()
    written = words.get("year")
    year = read_year(written) if written else given.year + (words.get("named") in _NEXT_YEAR)
    return year if FIRST_YEAR <= year <= LAST_YEAR else refuse()


def _month(match: Match) -> int:
    month = read_number(match["month"])
    return month if month is not None and 1 <= month <= _DECEMBER else refuse()


def day_of_serial(text: str) -> str:
    """The day that a spreadsheet means by a number of five digits: the days since 30 December 1899."""
    if len(text) != 5 or not (text.isascii() and text.isdigit()):  # noqa: PLR2004 - from 1927 to 2173
        return ""
    day = date(1899, 12, 30) + timedelta(days=int(text))
    return day.isoformat() if FIRST_YEAR <= day.year <= LAST_YEAR else ""


def last_day(year: int, month: int) -> date:
    """The last day of a month. ``calendar`` would tell it too, and be imported for nothing else."""
    following, before = divmod(month, _DECEMBER)
    return date(year + following, before + 1, 1) - timedelta(days=1)


def _day_before(day: date) -> date:
    return day - timedelta(days=1)


# -- days and months --------------------------------------------------------------------------


def _read_day(match: Match, given: Given, rule: str) -> Reading:
    """``M月D日(前)``: that day included (DESIGN §2); a weekday in brackets must be that day's."""
    year, month, number = _year(match, given), _month(match), read_number(match["day"])
    last = last_day(year, month)
    if number is None or not 1 <= number <= last.day:
        found = (("year", year), ("month", month), ("days", last.day), ("last", last.isoformat()))
        raise Refused("MT302", *found)
    day = last.replace(day=number)
    weekday = match.groupdict().get("weekday")
    if weekday and _WEEKDAYS[weekday] != day.weekday():
        refuse()
    return Reading(day, day, rule)


def _read_month(match: Match, given: Given, rule: str) -> Reading:
    year, month = _year(match, given), _month(match)
    return Reading(date(year, month, 1), last_day(year, month), rule)


def _read_month_end(match: Match, given: Given, rule: str) -> Reading:
    end = last_day(_year(match, given), _month(match))
    return Reading(end, end, rule)


def _read_before_month(match: Match, given: Given, rule: str) -> Reading:
    end = _day_before(date(_year(match, given), _month(match), 1))
    return Reading(end, end, rule, unsure=True)


# First and last day (0 = the month's last) of a part of a month, and whether it is vague.
# 月初 may be the 5th or the 10th; 中下旬 may begin on the 11th or the 21st (DOMAIN §7).
_PARTS = {
    "初": (1, 10, True),
    "上旬": (1, 10, False),
    "中": (15, 15, False),
    "月中": (15, 15, False),
    "中旬": (11, 20, False),
    "下旬": (21, 0, False),
    "上中旬": (1, 20, True),
    "中下旬": (11, 0, True),
}


def _read_part(match: Match, given: Given, rule: str) -> Reading:
    year, month = _year(match, given), _month(match)
    first, last, unsure = _PARTS[match["part"]]
    end = date(year, month, last) if last else last_day(year, month)
    return Reading(date(year, month, first), end, rule, unsure=unsure)


def _read_before_part(match: Match, given: Given, rule: str) -> Reading:
    """``4月中旬前``: the day before 中旬 begins, by the same reading as ``N月前``."""
    end = _day_before(_read_part(match, given, rule).start)
    return Reading(end, end, rule, unsure=True)


# -- quarters, halves, years ------------------------------------------------------------------


def _read_quarter(match: Match, given: Given, rule: str) -> Reading:
    year, last_month = _year(match, given), 3 * (read_number(match["quarter"]) or 0)
    start, end = date(year, last_month - 2, 1), last_day(year, last_month)
    if rule == "first-quarters":
        return Reading(date(year, 1, 1), end, rule, kind=DeadlineKind.RANGE)
    if rule == "before-quarter":
        return Reading(_day_before(start), _day_before(start), rule, unsure=True)
    return Reading(end if rule == "quarter-end" else start, end, rule)


def _read_half(match: Match, given: Given, rule: str) -> Reading:
    year, first = _year(match, given), match["half"] == "上"
    start, end = date(year, 1 if first else 7, 1), last_day(year, 6 if first else 12)
    return Reading(end if rule == "half-year-end" else start, end, rule)


def _read_year(match: Match, given: Given, rule: str) -> Reading:
    year = _year(match, given)
    return Reading(date(year, 1, 1), date(year, _DECEMBER, 31), rule)


def _read_year_end(match: Match, given: Given, rule: str) -> Reading:
    end = date(_year(match, given), _DECEMBER, 31)
    return Reading(end, end, rule)


def _read_before_year(match: Match, given: Given, rule: str) -> Reading:
    end = _day_before(date(_year(match, given), 1, 1))
    return Reading(end, end, rule, unsure=True)


def _read_whole_year(match: Match, given: Given, rule: str) -> Reading:
    """``全年``: a total can be counted up on 31 December; anything else simply goes on."""
    if not given.has_total_target:
        raise Refused("MT306")
    return _read_year(match, given, rule)._replace(kind=DeadlineKind.RANGE)


def _read_five_years(match: Match, _given: Given, rule: str) -> Reading:
    """The n-th five-year plan, five years each from the third (1966–1970): 十二五 is 2011–2015.

    The years 1963 to 1965 lie between the second and the third; those before the sixth (1981)
    are outside the years that the grammar knows.
    """
    first = 1966 + 5 * ((read_number(match["nth"]) or 0) - 3)
    if not FIRST_YEAR <= first <= LAST_YEAR - 4:
        refuse()
    end = date(first + 4, _DECEMBER, 31)
    if rule == "five-years-end":
        return Reading(end, end, rule)
    return Reading(date(first, 1, 1), end, rule, kind=DeadlineKind.RANGE)


# Days with a fixed date, by 全国年节及纪念日放假办法 (元旦, 五一, 八一, 国庆) or by custom (七一).
# 春节 has a table of its own; other days of the lunar calendar, and days that each place sets for
# itself (秋季开学), are refused.
_HOLIDAYS = {
    "元旦": (1, 1),
    "五一": (5, 1),
    "五一劳动": (5, 1),
    "五一国际劳动": (5, 1),
    "劳动节": (5, 1),
    "七一": (7, 1),
    "八一": (8, 1),
    "十一": (10, 1),
    "国庆": (10, 1),
    "十一国庆": (10, 1),
}


def _read_holiday(match: Match, given: Given, rule: str) -> Reading:
    """``五一前`` is the last day before 1 May; 元旦 without a year is the one that is coming.

    1 May is when the holiday begins by law. That an office may be off a day or two sooner, where a
    weekend is moved to it (调休), changes nothing: the words name the holiday, not the leave.
    """
    month, number = _HOLIDAYS[match["holiday"]]
    year = _year(match, given) + (match["holiday"] == "元旦" and not (match["year"] or match["named"]))
    day = date(year, month, number)
    if rule == "before-holiday":
        day = _day_before(day)
    return Reading(day, day, rule)


def _read_before_spring_festival(match: Match, given: Given, rule: str) -> Reading:
    """``2011年春节前``: the last day before the holiday that the law of that year gives.

    Always unsure: an office may mean the day before 除夕, or its last day of work. Without a year
    it may be the festival before the plan or the one after, which are a year apart.
    """
    from motiontrack.model.spring_festival import before_the_holiday, spring_festival  # rarely needed

    if not (match["year"] or match["named"]):
        festivals = [spring_festival(year) for year in (given.year, given.year + 1)]
        first, following = (day.isoformat() if day else refuse() for day in festivals)
        written = f"{given.year + 1}年春节前"
        raise Refused("MT331", ("festival", first), ("following", following), ("suggestion", written))
    end = before_the_holiday(_year(match, given)) or refuse()
    return Reading(end, end, rule, unsure=True)


def _refuse_without_month(match: Match, _given: Given, _rule: str) -> NoReturn:
    """``月底前``, ``20日前``: which month cannot be taken from the plan."""
    number = read_number(match["day"]) if match["day"] else 1
    if number is None or not 1 <= number <= _MOST_DAYS:
        refuse()
    part = match[0].lstrip("本当").removeprefix("月")
    raise Refused("MT331", ("festival", ""), ("following", ""), ("suggestion", f"10月{part}"))


_HOLIDAY = rf"{_Y}?{_QUOTE}(?P<holiday>{'|'.join(sorted(_HOLIDAYS, key=len, reverse=True))})节?{_QUOTE}节?"
_LEAVE = r"(?:假期|长假|小长假|放假)?"

_FIVE_YEARS = rf"{_QUOTE}(?P<nth>[一二三四五六七八九十]{{1,3}})五{_QUOTE}(?:规划|计划)?"

# Words that name one point or span; a range is made of two of them.
POINTS: tuple[Rule, ...] = (
    ("month", "月", rf"{_Y}?{_M}", _read_month),
    (
        "day",
        "-/.",
        (
            r"(?P<year>[0-9]{4})(?P<mark>[-/.])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})"
            rf"{_WEEKDAY}?{_BEFORE}?"
        ),
        _read_day,
    ),
    ("month-end", "底末终", rf"{_Y}?{_M}月?{_END}", _read_month_end),
    ("day", "日号", rf"{_Y}?{_M}(?P<day>{NUMBER})[日号]{_WEEKDAY}?{_BEFORE}?", _read_day),
    ("month", "-", r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})", _read_month),
    ("month-start", "初", rf"{_Y}?{_M}(?P<part>初)", _read_part),
    ("ten-days", "旬", rf"{_Y}?{_M}(?P<part>[上中下]旬|上中旬|中下旬)内?", _read_part),
    ("mid-month", "中", rf"{_Y}?{_M}(?P<part>月?中){_BEFORE}?", _read_part),
    ("year-end", "底末终", rf"(?:{_Y}年?|年){_END}", _read_year_end),
    ("year-inside", "内", rf"(?:{_Y}年?|年)(?:之|以)?内", _read_year),
    ("year", "年", _Y, _read_year),
    ("quarter", "季", rf"{_Y}?{_QUARTER}内?", _read_quarter),
    ("quarter-end", "季", rf"{_Y}?{_QUARTER}{_END}", _read_quarter),
    ("first-quarters", "季", rf"{_Y}?前(?P<quarter>[2-3两二三])个?季度{_END}?", _read_quarter),
    ("half-year", "半", rf"{_Y}?(?P<half>[上下])半年内?", _read_half),
    ("half-year-end", "半", rf"{_Y}?(?P<half>[上下])半年{_END}", _read_half),
    ("five-years-end", "五", rf"{_FIVE_YEARS}期?{_END}", _read_five_years),
    ("five-years", "五", rf"{_FIVE_YEARS}(?:期间|时期|期内)", _read_five_years),
)

# Words that stand alone only: a named day (元旦 is the coming one), what lies before a span.
BOUNDS: tuple[Rule, ...] = (
    ("before-month", "前", rf"{_Y}?{_M}{_BEFORE}", _read_before_month),
    ("before-ten-days", "旬", rf"{_Y}?{_M}(?P<part>[上中下]旬){_BEFORE}", _read_before_part),
    ("before-quarter", "季", rf"{_Y}?{_QUARTER}{_BEFORE}", _read_quarter),
    ("before-year", "前", rf"{_Y}{_BEFORE}", _read_before_year),
    ("holiday", "元五劳七八十国", _HOLIDAY, _read_holiday),
    ("before-holiday", "前", rf"{_HOLIDAY}{_LEAVE}{_BEFORE}", _read_holiday),
    (
        "before-spring-festival",
        "春",
        rf"{_Y}?(?:农历)?{_QUOTE}春节{_QUOTE}{_LEAVE}{_BEFORE}",
        _read_before_spring_festival,
    ),
    (
        "no-month",
        "旬月日号",
        (
            rf"[本当]?月[底末初中]{_BEFORE}?"
            rf"|(?:[本当]月)?(?:(?:[上中下]旬|上中旬|中下旬)(?:内|{_BEFORE})?|(?P<day>{NUMBER})[日号]{_BEFORE}?)"
        ),
        _refuse_without_month,
    ),
    ("whole-year", "全", rf"{_Y}?全年", _read_whole_year),
)


def first_match(rules: tuple[Rule, ...], words: str, given: Given) -> Reading | None:
    """What the first rule says whose pattern covers all of ``words``; None if none does."""
    for rule, needs, pattern, reader in rules:
        # Before the pattern is compiled: most plans use the words of three or four rules.
        if not any(each in words for each in needs):
            continue
        match = re.fullmatch(pattern, words)
        if match:
            return reader(match, given, rule)
    return None
