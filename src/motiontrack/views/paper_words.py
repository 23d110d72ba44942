"""Texts of tasks and days of lateness as sentences of a paper need them."""

from __future__ import annotations

import re

from motiontrack.assess.causes import Code
from motiontrack.views.page_title import points
from motiontrack.views.status import TaskView

__all__ = ["bare", "brief", "called", "days_over", "full_width", "numeral"]

_CJK = r"\u3400-\u9fff"
_WIDE = str.maketrans(",;:?!", "，；：？！")
_DIGITS = "零一二三四五六七八九"
#: What a text may end with that the sentence round it says again.
_ENDS = "。．.；;，,、：: "


def full_width(text: str) -> str:
    """``text`` on one line, with the marks beside Chinese characters as Chinese text has them."""
    line = re.sub(r"\s+", " ", text).strip()
    line = re.sub(rf"(?<=[{_CJK}”》）])[,;:?!] ?", lambda found: found[0].strip().translate(_WIDE), line)
    line = re.sub(rf"[,;:?!] ?(?=[{_CJK}“《（])", lambda found: found[0].strip().translate(_WIDE), line)
    line = re.sub(rf"\(([^()]*[{_CJK}][^()]*)\)", r"（\1）", line)
    return re.sub(r"(?<=\d)~(?=\d)", "～", line)


def bare(text: str) -> str:
    """``text`` in one line to stand inside a sentence: full-width marks beside Chinese, none at its end.

    Numbered points stand one after the other.
    """
    said = (" ".join(words.split()).rstrip(_ENDS) for _, words in points(text.strip()))
    return full_width("；".join(each for each in said if each))


def brief(text: str, most: int) -> str:
    """``bare`` text of at most ``most`` characters, cut with …."""
    whole = bare(text)
    return whole if len(whole) <= most else whole[: most - 1].rstrip(_ENDS) + "…"


def called(text: str) -> str:
    """What a task is called in a row of others: the first clause of its text, and 等 if there are more."""
    whole = bare(text)
    name = re.split("[；，]", whole, maxsplit=1)[0]
    return name if name == whole else f"{name}等"


def days_over(task: TaskView) -> int:
    """How many days a task is overdue, by the part that is longest; 0 if none is."""
    days = (cause.figures.get("days") for cause in task.causes if cause.code is Code.OVERDUE)
    return max((int(str(each)) for each in days), default=0)


def numeral(number: int) -> str:
    """A number from 1 to 99 as headings count: 一, 十, 二十一; a greater one in figures."""
    tens, ones = divmod(number, 10)
    if tens >= len(_DIGITS):
        return str(number)
    head = ("" if tens == 1 else _DIGITS[tens]) + "十" if tens else ""
    return head + (_DIGITS[ones] if ones else "")
