"""Deadline words: a closed grammar that reads what official papers print, or says why not.

Pure: no clock, no files, never a guess. DESIGN §2 "Deadlines" decides; DOMAIN §7 has the sources.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

from motiontrack.lean import lean
from motiontrack.model.chinese_numbers import NUMBER, YEAR, tidy
from motiontrack.model.deadline_rules import (
    FIRST_YEAR,
    LAST_YEAR,
    DeadlineKind,
    Given,
    Reading,
    Refused,
    day_of_serial,
)
from motiontrack.model.deadline_spans import TO, read_core
from motiontrack.model.doubt import Doubt, shown
from motiontrack.model.recurrence import Recurrence, read_recurrence
from motiontrack.model.working_days import NO_CALENDAR, WorkingDays

__all__ = [
    "Deadline",
    "DeadlineKind",
    "Doubt",
    "Recurrence",
    "kind_of",
    "read_deadline",
    "read_recurrence",
    "rolled",
]

_LONGEST = 60


@lean
class Deadline:
    """One reading of deadline words.

    ``words`` are as written. ``end`` is the deadline itself: the last day that is still in time.
    ``start`` is the first day of the span that the words name (10月: the 1st; 上旬: the 1st;
    7月至8月: 1 July; 3个月内: the day after the day counted from). Words that name a point in
    time (a date, 10月底, 年底, …前) say nothing of a beginning: there ``start`` equals ``end``.
    ``rule`` is the id of the rule of the grammar, ``kind`` the sort of words. Where the plan rolls
    deadlines forward and the last day was a day off, ``rolled_from`` is that day and ``end`` the
    working day that follows.
    """

    words: str
    start: date
    end: date
    rule: str
    kind: DeadlineKind = DeadlineKind.DATE
    rolled_from: date | None = None

    @property
    def named(self) -> date:
        """The last day that the words name, before it was rolled."""
        return self.rolled_from or self.end


# What may stand around the words proper. A soft verb (力争) leaves open whether the day binds.
_FRAME = (
    r"(?P<soft>力争|争取|努力|计划|预计|拟|原则上)?(?:确保|务必|最迟)?(?:于|在|到|至|截至|截止到?)?"
    r"(?P<core>.*?)"
    r"(?:全面|全部)?(?:完成|完工|竣工|建成|办结|见成效|到位)?[。;,]?"
)

# What a frame begins and ends with: words without either are their own core.
_FRAME_FIRST, _FRAME_LAST = frozenset("力争努计预拟原确务最于在到至截"), frozenset("面部成工结效位。;,")

_JUST_A_YEAR = rf"{YEAR}年|[今明]年"
# Used only to say what is wrong with words that no rule reads; never to take a date from them.
_TIME = (
    rf"[0-9]{{4}}[-/.][0-9]{{1,2}}(?:[-/.][0-9]{{1,2}})?"
    rf"|(?:{YEAR}年|[今明]年)?(?:{NUMBER}月份?(?:{NUMBER}[日号]|[底末初]|[上中下]旬)?|第?[1-4一二三四]季度)"
    rf"|(?:{YEAR}年|[今明]年)?[上下]半年|(?:(?:{YEAR}|[今明])年年?|年)(?:[底末终内]|中(?!秋))|{_JUST_A_YEAR}"
)
# Days that everybody knows and that differ from year to year or from place to place.
_NAMED_DAY = (
    "春节|除夕|大年|元宵|清明|端午|中秋|重阳|两节|双节|开学|放假|寒假|暑假|汛期|入汛|入冬|供暖|采暖"
    "|春耕|春播|秋收|三夏|三秋|高考|中考|两会|党代会|人代会|全会"
)
_RECURRING = r"每[^,;。]{0,2}?(?:月|季|年|周|星期|旬|日|天)|[按逐][月季周旬年日]|[次下]月[0-9]|月报|季报"
_OPEN_ENDED = (
    "持续|长期|常态|常年|经常|一贯|日常|全年|贯穿|始终|不间断|逐步|永久"
    "|及时|适时|随时|即时|实时|立即|立行立改|即知即改|尽快|尽早|早日|抓紧|限期|力争|争取|定期|视情|同步"
    "|如期|按期|按时|序时|时序|待定|未定|另行|另定|^暂?无$|^[-—–/]+$"
)


def read_deadline(
    words: str,
    *,
    year: int,
    start: date | None = None,
    received: date | None = None,
    has_total_target: bool = False,
    working: WorkingDays = NO_CALENDAR,
    days_are_working: bool = False,
    of_motion: bool = True,
) -> tuple[Deadline | None, tuple[Doubt, ...]]:
    """Read ``words`` as the deadline of an item; never raises.

    ``year`` is the plan's. ``start`` is the day that a bare N日内 counts from, ``received`` the
    day for 收到… and 交办之日起. ``has_total_target``: whether 全年 ends with a total to count.
    ``working`` are the days that N个工作日内 is counted by, and with ``days_are_working`` N日内 too.
    ``of_motion``: whether 收到之日起 speaks of the motion, as in a plan; in a finding it does not.

    Returns the reading, with MT303 if another would be as good; or None with the reason: MT302
    no such day, MT304 not in the grammar, MT306 names no day, MT307 two deadlines, MT313
    recurring, MT314 no day to count from, MT330 a day that differs from year to year, MT331 no year
    or month, MT332 counted from an event whose day is not on file, MT333 no calendar to count by.
    Figures: always ``words`` and ``year`` (for an example); MT302 adds month, days and last; MT303
    date; MT304 suggestion; MT331 festival, following and suggestion; MT332 event; MT333 missing.
    """
    plain = tidy(words) if len(words) <= _LONGEST else None
    if plain is None or len(plain) > _LONGEST:  # one character can stand for many: ﷺ for eighteen
        return None, (_doubt("MT304", words, year),)
    framed = plain[:1] in _FRAME_FIRST or plain[-1:] in _FRAME_LAST
    frame = re.fullmatch(_FRAME, plain) if framed else None
    core = frame["core"] if frame else plain
    try:
        given = Given(year, start, received, has_total_target, working, days_are_working, of_motion)
        found = read_core(core, given)
    except Refused as refused:
        return None, (_doubt(refused.code, words, year, *refused.figures),)
    if not found:
        why = _why_not(plain)
        meant = (("suggestion", _meant(plain)),) if why == "MT304" else ()
        return None, (_doubt(why, words, year, *meant),)
    return _taken(words, year, found, soft=bool(frame and frame["soft"]))


def rolled(deadline: Deadline, working: WorkingDays) -> Deadline:
    """``deadline``, on the next working day if its last day is a day off; raises NotCovered.

    After Civil Code 民法典 203, by analogy, and only where the plan says so.
    """
    end = working.on_or_after(deadline.end)
    return deadline if end == deadline.end else replace(deadline, end=end, rolled_from=deadline.end)


#: What words are that were refused with a code; with any other code nothing is known of them.
_KINDS_REFUSED = {
    "MT302": DeadlineKind.DATE,
    "MT306": DeadlineKind.OPEN_ENDED,
    "MT307": DeadlineKind.DATE,
    "MT313": DeadlineKind.RECURRING,
    "MT314": DeadlineKind.RELATIVE,
    "MT330": DeadlineKind.DATE,
    "MT331": DeadlineKind.VAGUE,
    "MT332": DeadlineKind.RELATIVE,
    "MT333": DeadlineKind.RELATIVE,
}


def kind_of(found: Deadline | None, doubts: tuple[Doubt, ...]) -> DeadlineKind | None:
    """What sort of words ``read_deadline`` was given; ``None`` for words outside the grammar."""
    if found is not None:
        return found.kind
    return next((_KINDS_REFUSED[doubt.code] for doubt in doubts if doubt.code in _KINDS_REFUSED), None)


def _taken(words: str, year: int, found: Reading, *, soft: bool) -> tuple[Deadline, tuple[Doubt, ...]]:
    kind = DeadlineKind.VAGUE if found.unsure else found.kind
    deadline = Deadline(words, found.start, found.end, found.rule, kind)
    if not (soft or found.unsure):
        return deadline, ()
    return deadline, (_doubt("MT303", words, year, ("date", found.end.isoformat())),)


def _why_not(plain: str) -> str:
    """The code that fits words outside the grammar best."""
    if re.search(_RECURRING, plain) or read_recurrence(plain)[0] is not None:
        return "MT313"
    times = list(re.finditer(rf"{_TIME}|(?P<named>(?:{_NAMED_DAY})节?)", plain))
    named = [time for time in times if time["named"]]
    if not times:
        return "MT306" if re.search(_OPEN_ENDED, plain) else "MT304"
    if len(named) == 1 and all(time["named"] or re.fullmatch(_JUST_A_YEAR, time[0]) for time in times):
        return "MT330"
    between = [plain[one.end() : other.start()] for one, other in pairwise(times)]
    apart = not all(re.fullmatch(TO, joint) for joint in between)  # a range that cannot be read is one
    return "MT307" if apart or "分别" in plain else "MT304"


_SHORT_DAY = r"(\d{1,2})[./-](\d{1,2})日?"
_COMPACT_DAY = r"((?:19|20)\d\d)(\d\d)(\d\d)"
_DAY_WITHOUT_SIGN = r"(?:\d{4}年)?\d{1,2}月\d{1,2}"


def _meant(plain: str) -> str:
    """A day in a form that is not read, as it could be typed: ``4/30`` may well be 4月30日."""
    if re.fullmatch(_DAY_WITHOUT_SIGN, plain):
        return f"{plain}日"
    if found := re.fullmatch(_COMPACT_DAY, plain):
        return "-".join(found.groups())
    if day := day_of_serial(plain):
        return day
    found = re.fullmatch(_SHORT_DAY, plain)
    if found is None or not 1 <= int(found[1]) <= 12 or not 1 <= int(found[2]) <= 31:  # noqa: PLR2004
        return ""
    return f"{int(found[1])}月{int(found[2])}日"


def _doubt(code: str, words: str, year: int, *figures: tuple[str, str | int]) -> Doubt:
    # A plan's year may be nonsense itself; the example shown to the reader should not be.
    example = ("year", min(max(year, FIRST_YEAR), LAST_YEAR))
    own = {name for name, _ in figures}
    shared = (("words", shown(words)), example)
    return Doubt(code, tuple(figure for figure in shared if figure[0] not in own) + figures)
