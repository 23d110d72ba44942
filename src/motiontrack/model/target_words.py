"""The one figure, or range, that a target's words state in its measure; read without guessing.

Words that could mean two things, or a figure that is not the target's own (every year, each, among
them), are left alone: what is told must be true of the page.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum, auto
from typing import NamedTuple

from motiontrack.model.chinese_numbers import read_number, tidy

__all__ = ["Bound", "Stated", "base_year", "stated_figure"]

_FIGURE = (
    r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
    r"|[〇零一二三四五六七八九十廿卅两]+(?:点[〇零一二三四五六七八九]+)?"
)
_DIGITS = {one: str(n) for n, one in enumerate("零一二三四五六七八九")} | {"〇": "0"}
_TIMES = {"百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_PERCENT = "百分之"

_MOST_DIGITS = 15

#: Words that say the figure is one of many, or not the whole's.
_NOT_THE_WHOLE = ("每", "各", "分别", "其中", "年均", "平均", "人均", "倍")
#: Measures that dates are written with.
_OF_TIME = frozenset(("年", "月", "日", "天", "周", "季度", "小时", "年度"))
#: A measure -> what may follow it to make another word.
_GOES_ON = {
    "个": ("月", "百分点", "季度", "小时", "工作日", "年", "星期"),
    "次": ("性",),
    "家": ("庭",),
    "人": ("次", "月", "大"),
    "项": ("目",),
    "元": ("旦",),
}
#: What stands before a figure that is not the whole number, or not an amount.
_HALF_READ = tuple("第几数百千万亿点十上负-.,/、或")
_RANGES, _LOOSE_RANGES = ("~", "-"), ("至", "到")


class Bound(Enum):
    """What the words beside a figure make of it."""

    PLAIN = auto()
    FLOOR = auto()
    CEILING = auto()
    LOOSE = auto()


class Stated(NamedTuple):
    """A figure as the words state it; a range if ``high`` is given.

    ``sure`` is false for 从…到… , which may be a range or a change. ``times`` is what 万 or 亿
    before the measure multiplies the figure with, already done in ``low`` and ``high``.
    """

    low: Decimal
    high: Decimal | None
    bound: Bound
    sure: bool
    times: int
    words: str


class _Token(NamedTuple):
    start: int
    end: int
    value: Decimal | None
    after: int
    times: int


#: Longer words first: 不超过 is a ceiling, 超过 a floor.
_BEFORE: tuple[tuple[Bound, tuple[str, ...]], ...] = (
    (Bound.CEILING, ("不超过", "不高于", "不大于", "不多于", "控制在", "至多", "最多")),
    (
        Bound.FLOOR,
        ("不低于", "不少于", "不小于", "不下于", "至少", "最少", "达到", "超过", "突破", "高于", "超"),
    ),
    (Bound.CEILING, ("低于", "少于", "小于")),
    (Bound.LOOSE, ("约", "近", "左右", "将近", "接近")),
)
_AFTER: tuple[tuple[Bound, tuple[str, ...]], ...] = (
    (Bound.LOOSE, ("左右", "上下", "多", "余")),
    (Bound.FLOOR, ("以上", "及以上", "或以上")),
    (Bound.CEILING, ("以内", "以下", "之内", "及以下")),
)


def stated_figure(words: str, measure: str) -> Stated | None:
    """The only figure or range in ``words`` that is followed by ``measure``; ``None`` if there is not one."""
    measure = tidy(measure)
    if not measure or measure in _OF_TIME:
        return None
    plain = tidy(words)
    if any(each in plain for each in _NOT_THE_WHOLE):
        return None
    tokens = [_token(found, plain, measure) for found in re.finditer(_FIGURE, plain)]
    measured = [index for index, token in enumerate(tokens) if token.after]
    if not measured:
        return None
    at = measured[-1]
    first, last = tokens[at], tokens[at]
    ranged = at > 0 and _is_range(plain, tokens[at - 1], last)
    if ranged:
        first = tokens[at - 1]
    if any(tokens[index] not in (first, last) for index in measured):
        return None
    if first.value is None or last.value is None or _is_cut(plain, first, measure, last):
        return None
    times = last.times
    low = (first.value * (first.times if first.after else times)).normalize()
    bound = _bound(plain[: first.start].removesuffix(_PERCENT), plain[last.after :])
    sure = not ranged or plain[: last.start].removesuffix(_PERCENT).endswith(_RANGES)
    high = (last.value * times).normalize() if ranged else None
    return Stated(low, high, bound, sure, times, plain[first.start : last.after])


def _token(found: re.Match[str], plain: str, measure: str) -> _Token:
    """One figure; ``after`` is where its measure ends, 0 if another word follows."""
    end = found.end()
    times = _TIMES.get(plain[end : end + 1], 1) if not plain.startswith(measure, end) else 1
    at = end + (times > 1)
    if measure.startswith("百分点") and plain.startswith("个", at):
        at += 1
    after = at + len(measure) if plain.startswith(measure, at) else 0
    if measure == "%" and plain[: found.start()].endswith(_PERCENT):
        after, times = end, 1
    return _Token(found.start(), end, _value(found.group()), after, times if after else 1)


def _value(text: str) -> Decimal | None:
    if len(text) > _MOST_DIGITS:
        return None
    if text.isascii():
        return Decimal(text.replace(",", ""))
    whole, _, decimals = text.partition("点")
    number = 2 if whole == "两" else read_number(whole)
    if number is None:
        return None
    return Decimal(f"{number}.{''.join(_DIGITS[one] for one in decimals)}")


def _is_range(plain: str, first: _Token, last: _Token) -> bool:
    """True if only a dash, 至 or 到 stands between two figures (and the measure, if it is said twice)."""
    between = plain[(first.after or first.end) : last.start].removesuffix(_PERCENT)
    return between in (*_RANGES, *_LOOSE_RANGES)


def _is_cut(plain: str, first: _Token, measure: str, last: _Token) -> bool:
    """True if the figure is only the end of a longer one, or the measure the head of another word."""
    head = plain[: first.start].removesuffix(_PERCENT)
    return head.endswith(_HALF_READ) or plain.startswith(_GOES_ON.get(measure, ("\0",)), last.after)


def _bound(before: str, after: str) -> Bound:
    for bound, words in _AFTER:
        if after.startswith(words):
            return bound
    for bound, words in _BEFORE:
        if before.endswith(words):
            return bound
    return Bound.PLAIN


def base_year(words: str) -> int | None:
    """The year that ``words`` count a growth from (比2015年增长); ``None`` if they name none, or two."""
    found = re.findall(r"(?:比|较)((?:19|20)[0-9]{2})年", tidy(words))
    return int(found[0]) if len(found) == 1 else None
