"""Deadline words that reach beyond one point: N日内, from … to …; and the whole grammar in order."""

from __future__ import annotations

import re
from datetime import date, timedelta

from motiontrack.model.chinese_numbers import NUMBER, YEAR, read_number
from motiontrack.model.deadline_rules import (
    BOUNDS,
    FIRST_YEAR,
    LAST_YEAR,
    POINTS,
    Given,
    Match,
    Reading,
    Refused,
    Rule,
    first_match,
    refuse,
)

__all__ = ["TO", "read_core"]

_MOST_YEARS = 9


# -- so long from a day -----------------------------------------------------------------------


def _counted(base: date, amount: int, unit: str) -> date:
    """``base`` and so many days, weeks, months or years; the base day itself is not counted.

    Where the last month has no such day, its last day (Civil Code 民法典 201 and 202, by analogy).
    Article 203, the next working day after a holiday, waits for the calendar.
    """
    if unit in ("日", "天"):
        return base + timedelta(days=amount)
    if unit in ("周", "个星期"):
        return base + timedelta(weeks=amount)
    from dateutil.relativedelta import relativedelta  # 10 ms at start-up, and rarely needed

    return base + relativedelta(months=amount * (12 if unit == "年" else 1))


def _amount(match: Match) -> tuple[int | None, str]:
    if match["half"]:
        return 6, "个月"
    return (2 if match["amount"] == "两" else read_number(match["amount"])), match["unit"]


def _read_within(match: Match, given: Given, rule: str) -> Reading:
    amount, unit = _amount(match)
    # Working days need the yearly calendar; 10年内 may be "in 2010" with its century left out.
    if not amount or unit.endswith("工作日") or (unit == "年" and amount > _MOST_YEARS):
        refuse()
    base = given.received if match["receipt"] else given.start
    if base is None:
        raise Refused("MT314")
    if not FIRST_YEAR <= base.year <= LAST_YEAR:  # also keeps the sum below the year 9999
        refuse()
    return Reading(base + timedelta(days=1), _counted(base, amount, unit), rule)


# Not among them: 3月内, which is "within March" as printed and "within three months" as often said.
_AMOUNT = rf"(?:(?P<half>半年)|(?P<amount>{NUMBER}|两)(?P<unit>个?工作日|日|天|个月|周|个星期|年))"
_RECEIPT = r"(?P<receipt>自?[^0-9,;。]{0,20}?(?:收到|接到|交办)[^0-9,;。]{0,20}?(?:起|后))"
_WITHIN: tuple[Rule, ...] = (
    ("within", "内", rf"{_RECEIPT}?,?{_AMOUNT}(?:之|以)?内", _read_within),
    ("within", "不", rf"{_RECEIPT}?不超过{_AMOUNT}", _read_within),
)


# -- from … to … ------------------------------------------------------------------------------

TO = r"[至到~]|-{1,2}"
_BARE = rf"(?:(?:第|.*[年月])?{NUMBER}|{YEAR})"
_UNIT = rf"第?(?:{YEAR}|{NUMBER})(月|日|号|季度|年)"
_WITHOUT_MONTH = rf"{NUMBER}[日号]|[上中下]旬|月底"
_UP_TO_MONTH = rf".{{0,6}}?{NUMBER}月份?"


def _left(words: str, right: str, given: Given) -> Reading | None:
    """The first half of a range, which may leave its unit to the second: ``1-9月``."""
    words = words.removeprefix("自").removeprefix("从").removesuffix("起")
    unit = re.match(_UNIT, right)
    if unit and re.fullmatch(_BARE, words):
        return first_match(POINTS, words + unit[1], given)
    return first_match(POINTS, words, given)


def _right(words: str, left: str, given: Given, year: int) -> Reading | None:
    """The second half, which may leave its year and month to the first: ``4月10日至20日``."""
    inherited = given._replace(year=year)
    found = first_match(POINTS, words, inherited)
    month = re.match(_UP_TO_MONTH, left)
    if found or not month or not re.match(_WITHOUT_MONTH, words):
        return found
    return first_match(POINTS, month[0] + words, given)


def _read_range(words: str, given: Given) -> Reading | None:
    for to in re.finditer(TO, words):
        left, right = words[: to.start()], words[to.end() :]
        first = _left(left, right, given)
        second = first and _right(right, left, given, first.start.year)
        if first and second:
            if first.start > second.start or first.end > second.end:
                refuse()  # backwards: 11月至1月 may mean the next year, and must say so (次年1月)
            return Reading(first.start, second.end, "range", unsure=second.unsure)
    return None


def read_core(words: str, given: Given) -> Reading | None:
    """What tidied words say, without 到… before and …完成 behind; None if no rule knows them.

    Raises Refused for words that a rule knows and cannot read.
    """
    found = first_match(POINTS + BOUNDS + _WITHIN, words, given) or _read_range(words, given)
    if found and (found.start.year < FIRST_YEAR or found.end.year > LAST_YEAR):
        refuse()
    return found
