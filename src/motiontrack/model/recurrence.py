"""Return clocks: the closed grammar of 每… words (每月25日前, 每季度结束后12日内)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from motiontrack.lean import lean
from motiontrack.model.chinese_numbers import NUMBER, read_number, tidy
from motiontrack.model.deadline_rules import last_day
from motiontrack.model.doubt import Doubt, shown
from motiontrack.model.working_days import NotCovered, WorkingDays

__all__ = ["CLOCK_RULES", "Recurrence", "read_recurrence"]

_LONGEST = 60
_MONTHS_IN_YEAR = 12
_LAST_DAY = 31

# How many months one round lasts, and the words for it.
_ROUNDS = {"月": 1, "两月": 2, "季度": 3, "半年": 6, "年": 12}
_ROUND = (
    r"(?:(?:每|按)个?(?P<month>月)份?|每(?:两个?|2个?|双)(?P<two>月)|(?:每|按)个?(?P<quarter>季)度?"
    r"|每(?:个)?(?P<half>半年)|每(?P<year>年))"
)
_BY = r"(?:(?:之|以)?前)?"
_DAY = rf"(?:的)?(?P<day>{NUMBER})[日号]{_BY}"
_ENDS_OF_THIRDS = {"上": 10, "中": 20, "下": None}


@lean
class Recurrence:
    """When returns are due, again and again (DESIGN §4, "Returns owed").

    ``months`` are the calendar months (1 to 12, ascending) whose return is owed. ``day`` is the
    day of the month, 1 to 31, clipped to the month's last day (每月30日前 in February); None is
    the last day. With ``month_offset`` 1 the day falls in the month after (每季度结束后12日内).
    With ``working``, for a plan that rolls its return days, one that is a day off is due on the next
    working day; where no calendar covers it, which is a fault of its own (MT334), it stays.
    """

    months: tuple[int, ...]
    day: int | None
    month_offset: int = 0
    working: WorkingDays | None = None

    def day_of(self, year: int, month: int) -> date:
        """The day on which the return of ``month`` (1 to 12) in ``year`` is due, that day included."""
        day = self.named_day_of(year, month)
        try:
            return self.working.on_or_after(day) if self.working else day
        except NotCovered:
            return day

    def named_day_of(self, year: int, month: int) -> date:
        """``day_of`` before it is rolled."""
        years, months = divmod(month - 1 + self.month_offset, _MONTHS_IN_YEAR)
        last = last_day(year + years, months + 1)
        return last if self.day is None else last.replace(day=min(self.day, last.day))


def _length(match: re.Match[str]) -> int:
    names = {"month": "月", "two": "两月", "quarter": "季度", "half": "半年", "year": "年"}
    return next(_ROUNDS[words] for name, words in names.items() if match[name])


def _months(length: int, which: int) -> tuple[int, ...]:
    """The months that are the ``which``-th of each round of ``length`` months."""
    return tuple(range(which, _MONTHS_IN_YEAR + 1, length))


def _day(match: re.Match[str]) -> int | None:
    day = read_number(match["day"])
    return day if day is not None and 1 <= day <= _LAST_DAY else None


def _at_end(match: re.Match[str]) -> Recurrence:
    length = _length(match)
    return Recurrence(_months(length, length), None)


def _on_day(match: re.Match[str]) -> Recurrence | None:
    day = _day(match)
    return Recurrence(_months(1, 1), day) if day and match["month"] else None


def _in_third(match: re.Match[str]) -> Recurrence | None:
    return Recurrence(_months(1, 1), _ENDS_OF_THIRDS[match["third"]]) if match["month"] else None


def _on_day_of_nth(match: re.Match[str]) -> Recurrence | None:
    length, day = _length(match), _day(match)
    which = _which(match, length)
    # 每月第1个月 is nonsense: the round must hold several months for one to be picked.
    return Recurrence(_months(length, which), day) if day and which and length > 1 else None


def _which(match: re.Match[str], length: int) -> int | None:
    if match["last"]:
        return length
    number = 1 if match["first"] else read_number(match["which"])
    return number if number is not None and 1 <= number <= length else None


def _after_end(match: re.Match[str]) -> Recurrence | None:
    length, day = _length(match), _day(match)
    return Recurrence(_months(length, length), day, 1) if day else None


def _in_next_month(match: re.Match[str]) -> Recurrence | None:
    day = _day(match)
    return Recurrence(_months(1, 1), day, 1) if day else None


def _mid_and_end_of_year(_match: re.Match[str]) -> Recurrence:
    return Recurrence((6, 12), None)


_Reader = Callable[[re.Match[str]], Recurrence | None]
_NTH = rf"(?:第?(?P<which>{NUMBER})个月|(?P<first>首)月|(?P<last>最后一?个月|最后1个月|末月))"

# The grammar: id, pattern of the whole words, reader. Examples are printed in VARIETY (a).
CLOCK_RULES: tuple[tuple[str, str, _Reader], ...] = (
    ("on-day", rf"{_ROUND}{_DAY}", _on_day),
    ("at-end", rf"{_ROUND}(?:[底末]{_BY})?", _at_end),
    ("in-third", rf"{_ROUND}(?P<third>[上中下])旬", _in_third),
    ("day-of-nth-month", rf"{_ROUND}的?{_NTH}{_DAY}", _on_day_of_nth),
    ("after-end", rf"{_ROUND}(?:结束|终了|过)后的?(?P<day>{NUMBER})[日天](?:之|以)?内", _after_end),
    ("in-next-month", rf"(?:每月)?[次下]月{_DAY}", _in_next_month),
    ("mid-and-end-of-year", r"(?:每年)?年中[和与及、]年[末底终]", _mid_and_end_of_year),
)

# Clocks that are plain enough and that monthly returns cannot follow.
_TOO_OFTEN = (
    rf"(?:每|按)(?:个?(?:周|星期|礼拜|旬|日|天|工作日)|(?:{NUMBER}|两)(?:日|天|周|个星期|个工作日)|半个?月).*"
    r"|[逐按]?[周旬日]报|随时.*|每月(?:[上中下]旬?、?){2,}.*|每月(?:两|[2-9])次.*"
)


def read_recurrence(words: str) -> tuple[Recurrence | None, tuple[Doubt, ...]]:
    """The return clock that ``words`` name, or a doubt: MT335 too often, else MT316; never raises.

    Months are taken literally: 每季度第1个月20日前 is owed in January, April, July and October;
    每季度结束后12日内 is the return of March, June, September and December, due a month later.
    Words without a day (每月, 每两月, 每半年) fall on the last day of each round.
    """
    code = "MT316"
    plain = tidy(words) if len(words) <= _LONGEST else ""
    if plain:
        for _, pattern, reader in CLOCK_RULES:
            match = re.fullmatch(pattern, plain)
            found = match and reader(match)
            if found:
                return found, ()
        if re.fullmatch(_TOO_OFTEN, plain):
            code = "MT335"
    return None, (Doubt(code, (("words", shown(words)),)),)
