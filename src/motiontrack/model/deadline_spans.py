"""Deadline words that reach beyond one point: N日内, from … to …; and the whole grammar in order."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NoReturn

from motiontrack.model.chinese_numbers import NUMBER, YEAR, read_number
from motiontrack.model.deadline_rules import (
    BOUNDS,
    FIRST_YEAR,
    LAST_YEAR,
    POINTS,
    DeadlineKind,
    Given,
    Match,
    Reading,
    Refused,
    Rule,
    first_match,
    refuse,
)
from motiontrack.model.working_days import NotCovered

__all__ = ["TO", "WITHIN", "read_core"]

_MOST_YEARS = 9
_DAYS = ("日", "天")


# -- so long from a day -----------------------------------------------------------------------


def _counted(base: date, amount: int, unit: str) -> date:
    """``base`` and so many days, weeks, months or years; the base day itself is not counted.

    Where the last month has no such day, its last day (Civil Code 民法典 201 and 202, by analogy).
    Article 203, the next working day after a holiday, holds where ``plan.roll`` asks for it.
    """
    if unit in _DAYS:
        return base + timedelta(days=amount)
    if unit in ("周", "个星期"):
        return base + timedelta(weeks=amount)
    from dateutil.relativedelta import relativedelta  # 10 ms at start-up, and rarely needed

    return base + relativedelta(months=amount * (12 if unit == "年" else 1))


def _amount(match: Match) -> tuple[int | None, str]:
    if match.groupdict().get("half"):
        return 6, "个月"
    return (2 if match["amount"] == "两" else read_number(match["amount"])), match["unit"]


def _read_within(match: Match, given: Given, rule: str) -> Reading:
    amount, unit = _amount(match)
    # 10年内 may be "in 2010" with its century left out.
    if not amount or (unit == "年" and amount > _MOST_YEARS):
        refuse()
    base = _base(match, given)
    first = base + timedelta(days=1)
    if given.days_are_working and unit in _DAYS:
        rule = "within-working-days"
    worked = rule == "within-working-days"
    end = _worked(base, amount, given) if worked else _counted(base, amount, unit)
    return Reading(first, end, rule, kind=DeadlineKind.RELATIVE)


def _base(match: Match, given: Given) -> date:
    """The day that is counted from: when the motion was handed over, or the item's start."""
    receipt = match["receipt"]
    if receipt and not (given.of_motion and re.fullmatch(_OF_THE_MOTION, receipt)):
        _refuse_event(receipt)
    base = given.received if receipt else given.start
    if base is None:
        raise Refused("MT314")
    if not FIRST_YEAR <= base.year <= LAST_YEAR:  # also keeps the sum below the year 9999
        refuse()
    return base


def _worked(base: date, amount: int, given: Given) -> date:
    try:
        return given.working.after(base, amount)
    except NotCovered as lacking:
        raise Refused("MT333", ("missing", lacking.year)) from None


def _read_after_event(match: Match, _given: Given, _rule: str) -> NoReturn:
    _refuse_event(match["event"])


def _refuse_event(event: str) -> NoReturn:
    """闭会之日起, 会后, 收到来信之日起: the files do not hold the day of that event."""
    raise Refused("MT332", ("event", event.removeprefix("自").removeprefix("从").removesuffix("起")))


_NUMBER = rf"(?P<amount>{NUMBER}|两)"
# Not among them: 3月内, which is "within March" as printed and "within three months" as often said.
_AMOUNT = rf"(?:(?P<half>半年)|{_NUMBER}(?P<unit>日|天|个月|周|个星期|年))"
_WORKED = rf"{_NUMBER}(?P<unit>个?工作日)"
_ANY_AMOUNT = rf"(?:半年|(?:{NUMBER}|两)(?:个?工作日|日|天|个月|周|个星期|年))"
_INSIDE = r"(?:(?:之|以)?内)"
# Words that hold no other time, and are not cut from another sentence.
_PLAIN = r"[^0-9,;。、/“”年月季旬前底末]"
_RECEIPT = rf"(?P<receipt>[自从]?{_PLAIN}{{0,20}}?(?:收到|接到|交办){_PLAIN}{{0,20}}?(?:起|后))"
# What is received must be the motion, or the deputies' suggestion, or the paper that hands it over; or
# nothing is said of it. A leader's instruction and an audit's suggestion have days of their own.
_OF_THE_MOTION = (
    r"(?!.*(?:批示|信访|来信|举报|问题|督))"
    r"(?:.*(?:议案|提案|交办).*|.*(?:收到|接到|代表|人大)[的本该]?建议.*"
    r"|[自从]?(?:收到|接到)(?:之日)?(?:起|之?后|以后))"
)
WITHIN: tuple[Rule, ...] = (
    ("within", "内", rf"(?:{_RECEIPT},?)?{_AMOUNT}{_INSIDE}", _read_within),
    ("within", "起后", rf"{_RECEIPT},?{_AMOUNT}", _read_within),
    ("within", "不", rf"(?:{_RECEIPT},?)?不超过{_AMOUNT}", _read_within),
    # Only a length of time can be meant, unlike 两月, so 内 may be left out.
    ("within-working-days", "工", rf"(?:{_RECEIPT},?)?(?:不超过)?{_WORKED}{_INSIDE}?", _read_within),
    (
        "after-event",
        "起后",
        rf"(?P<event>(?![每按]){_PLAIN}{{1,20}}?(?:起|后)),?(?:不超过)?{_ANY_AMOUNT}{_INSIDE}?",
        _read_after_event,
    ),
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
            return Reading(first.start, second.end, "range", second.unsure, DeadlineKind.RANGE)
    return None


def read_core(words: str, given: Given) -> Reading | None:
    """What tidied words say, without 到… before and …完成 behind; None if no rule knows them.

    Raises Refused for words that a rule knows and cannot read.
    """
    found = first_match(POINTS + BOUNDS + WITHIN, words, given) or _read_range(words, given)
    if found and (found.start.year < FIRST_YEAR or found.end.year > LAST_YEAR):
        refuse()
    return found
