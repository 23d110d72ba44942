"""Working days: what calendar.yaml says, counting by it, rolling forward; and the Spring Festival."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lunardate import LunarDate

from motiontrack.book import Book, load_book
from motiontrack.model.days_off import CalendarFile
from motiontrack.model.deadlines import Deadline, read_deadline, rolled
from motiontrack.model.spring_festival import before_the_holiday, spring_festival
from motiontrack.model.working_days import NotCovered, WorkingDays

# 国办发明电〔2009〕27号: days off and made-up working days of 2010.
NOTICE_2010 = """
years: [2010]
source: 国办发明电〔2009〕27号
holidays:
  - {name: 元旦, from: 2010-01-01, to: 2010-01-03}
  - {name: 春节, from: 2010-02-13, to: 2010-02-19}
  - {name: 清明节, from: 2010-04-03, to: 2010-04-05}
  - {name: 劳动节, from: 2010-05-01, to: 2010-05-03}
  - {name: 端午节, from: 2010-06-14, to: 2010-06-16}
  - {name: 中秋节, from: 2010-09-22, to: 2010-09-24}
  - {name: 国庆节, from: 2010-10-01, to: 2010-10-07}
workdays: [2010-02-20, 2010-02-21, 2010-06-12, 2010-06-13, 2010-09-19, 2010-09-25, 2010-09-26, 2010-10-09]
"""
UNITS = "units:\n  - {id: 甲局, people: [{name: 张三, post: 责任人}]}\n"


def book_of(
    tasks: str, calendar: str | None = NOTICE_2010, plan: str = "", motion: str = ""
) -> tuple[Book, list[str]]:
    rows = "".join(
        f"  - {{text: 开展工作, lead: 甲局, person: 张三, {task}}}\n" for task in tasks.splitlines()
    )
    files = {
        "plan.yaml": f"{motion}\nplan: {{title: 方案, year: 2010, issued: 2010-02-05, {plan}}}\ntasks:\n{rows}",
        "units.yaml": UNITS,
    }
    if calendar is not None:
        files["calendar.yaml"] = calendar
    book, faults = load_book({name: text.encode() for name, text in files.items()})
    assert book is not None
    return book, [fault.code for fault in faults]


def calendar_of(text: str) -> WorkingDays | None:
    book, _ = book_of("id: T1, due: 10月", text)
    assert isinstance(book.calendar, CalendarFile)
    return book.calendar.working_days()


@pytest.fixture(scope="module")
def year_2010() -> WorkingDays:
    read = calendar_of(NOTICE_2010)
    assert read is not None
    return read


def due(book: Book, task: str = "T1") -> Deadline | None:
    return book.nodes[task].due


# -- which days are worked --------------------------------------------------------------------


def test_the_year_has_as_many_working_days_as_the_notice_gives(year_2010: WorkingDays) -> None:
    days = [date(2010, 1, 1) + timedelta(days=number) for number in range(365)]
    # 261 weekdays; of them 1 + 5 + 1 + 1 + 3 + 3 + 5 are off, holiday by holiday; 8 weekend days made up.
    assert sum(map(year_2010.holds, days)) == 261 - (1 + 5 + 1 + 1 + 3 + 3 + 5) + 8


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2010, 1, 1), False),
        (date(2010, 2, 12), True),
        (date(2010, 2, 13), False),
        (date(2010, 2, 19), False),
        (date(2010, 2, 20), True),  # a Saturday that is made up
        (date(2010, 2, 21), True),
        (date(2010, 2, 27), False),
        (date(2010, 10, 7), False),
        (date(2010, 10, 8), True),
        (date(2010, 10, 9), True),
        (date(2010, 10, 10), False),
    ],
)
def test_days(year_2010: WorkingDays, day: date, worked: bool) -> None:
    assert year_2010.holds(day) is worked


def test_a_year_that_is_not_covered_is_not_guessed(year_2010: WorkingDays) -> None:
    for day in (date(2009, 12, 31), date(2011, 1, 1)):
        with pytest.raises(NotCovered) as caught:
            year_2010.holds(day)
        assert caught.value.year == day.year


@given(st.dates(date(2010, 1, 1), date(2010, 11, 1)), st.integers(1, 40))
def test_counting_agrees_with_looking_at_each_day(day: date, count: int) -> None:
    working = calendar_of(NOTICE_2010)
    assert working is not None
    end = working.after(day, count)
    between = [day + timedelta(days=number) for number in range(1, (end - day).days + 1)]
    assert working.holds(end)
    assert sum(map(working.holds, between)) == count


# -- N个工作日内 ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("base", "words", "end"),
    [
        (date(2010, 4, 7), "3个工作日内", date(2010, 4, 12)),  # Wednesday: 8, 9, 12
        (date(2010, 4, 7), "5个工作日内", date(2010, 4, 14)),
        (date(2010, 4, 7), "10个工作日内", date(2010, 4, 21)),
        (date(2010, 4, 7), "20个工作日内", date(2010, 5, 6)),  # 1 to 3 May are off
        (date(2010, 4, 7), "二十个工作日内", date(2010, 5, 6)),
        (date(2010, 4, 7), "２０ 个工作日 之内", date(2010, 5, 6)),
        (date(2010, 4, 7), "20工作日", date(2010, 5, 6)),
        (date(2010, 4, 7), "不超过5个工作日", date(2010, 4, 14)),
        (date(2010, 2, 12), "1个工作日内", date(2010, 2, 20)),  # the festival, then a made-up Saturday
        (date(2010, 2, 12), "3个工作日内", date(2010, 2, 22)),
        (date(2010, 2, 14), "1个工作日内", date(2010, 2, 20)),  # from a day off
        (date(2010, 9, 30), "1个工作日内", date(2010, 10, 8)),
        (date(2010, 9, 30), "2个工作日内", date(2010, 10, 9)),
        (date(2010, 9, 30), "3个工作日内", date(2010, 10, 11)),
        (date(2010, 12, 30), "1个工作日内", date(2010, 12, 31)),
    ],
)
def test_counted_in_working_days(year_2010: WorkingDays, base: date, words: str, end: date) -> None:
    found, doubts = read_deadline(words, year=2010, start=base, working=year_2010)
    assert doubts == ()
    assert found is not None
    assert (found.start, found.end, found.rule, found.kind) == (
        base + timedelta(days=1), end, "within-working-days", "relative",
    )  # fmt: skip


def test_counted_from_the_receipt_of_the_motion(year_2010: WorkingDays) -> None:
    for words in ("收到后20个工作日", "收到议案之日起20个工作日内", "自交办之日起二十个工作日内"):
        found, _ = read_deadline(words, year=2010, received=date(2010, 2, 5), working=year_2010)
        assert found is not None
        assert found.end == date(2010, 3, 10)  # 8 to 12 February, 20, 21, 22 to 26, 1 to 5 March, 8, 9, 10


@pytest.mark.parametrize(("base", "missing"), [(date(2009, 12, 30), 2009), (date(2010, 12, 31), 2011)])
def test_beyond_the_calendar_is_refused(year_2010: WorkingDays, base: date, missing: int) -> None:
    found, doubts = read_deadline("1个工作日内", year=2010, start=base, working=year_2010)
    assert (found, doubts[0].code, dict(doubts[0].figures)["missing"]) == (None, "MT333", missing)


def test_days_are_working_days_only_where_the_plan_says_so() -> None:
    task = "id: T1, start: 2010-09-27, due: 10日内"
    assert [getattr(due(book_of(task, plan=plan)[0]), "end", None) for plan in ("", "days: calendar", "days: working")] == [
        date(2010, 10, 7), date(2010, 10, 7), date(2010, 10, 15),
    ]  # fmt: skip
    book, _ = book_of("id: T1, start: 2010-09-27, due: 1个月内", plan="days: working")
    assert getattr(due(book), "end", None) == date(2010, 10, 27)


def test_what_a_finding_calls_received_is_not_the_motion() -> None:
    received = date(2010, 2, 5)
    found, doubts = read_deadline(
        "收到之日起10日内", year=2010, received=received, start=date(2010, 7, 28), of_motion=False
    )
    assert (found, [doubt.code for doubt in doubts]) == (None, ["MT332"])
    found, _ = read_deadline("10日内", year=2010, received=received, start=date(2010, 7, 28), of_motion=False)
    assert found is not None
    assert found.end == date(2010, 8, 7)


# -- roll forward -----------------------------------------------------------------------------


def test_a_deadline_stays_unless_the_plan_asks() -> None:
    book, faults = book_of("id: T1, due: 10月底前")
    read = due(book)
    assert read is not None
    assert (read.end, read.rolled_from, faults) == (date(2010, 10, 31), None, [])  # a Sunday


@pytest.mark.parametrize(
    ("words", "named", "end"),
    [
        ("10月底前", date(2010, 10, 31), date(2010, 11, 1)),
        ("2010-10-31", date(2010, 10, 31), date(2010, 11, 1)),
        ("10月2日前", date(2010, 10, 2), date(2010, 10, 8)),
        ("2月13日前", date(2010, 2, 13), date(2010, 2, 20)),
        ("2月20日前", date(2010, 2, 20), date(2010, 2, 20)),  # a Saturday that is worked
        ("9月至10月", date(2010, 10, 31), date(2010, 11, 1)),
        ("10月29日前", date(2010, 10, 29), date(2010, 10, 29)),
        ("交办之日起3个月内", date(2010, 5, 1), date(2010, 5, 4)),
    ],
)
def test_rolled_forward(words: str, named: date, end: date) -> None:
    motion = "motion: {title: 议案, received: 2010-02-01}"
    book, faults = book_of(f"id: T1, due: {words}", plan="roll: due", motion=motion)
    read = due(book)
    assert faults == []
    assert read is not None
    assert (read.words, read.named, read.end) == (words, named, end)
    assert read.rolled_from == (None if named == end else named)


def test_a_rolled_deadline_keeps_its_rule_and_its_beginning(year_2010: WorkingDays) -> None:
    found, _ = read_deadline("10月", year=2010)
    assert found is not None
    read = rolled(found, year_2010)
    assert (read.start, read.end, read.rule, read.kind) == (
        date(2010, 10, 1),
        date(2010, 11, 1),
        "month",
        "date",
    )


def test_rolling_without_a_calendar_reads_no_deadline() -> None:
    book, faults = book_of("id: T1, due: 10月底前\nid: T2, due: 6月", None, plan="roll: due")
    assert faults == ["MT334"]
    assert due(book) is due(book, "T2") is None
    assert "due" in book.nodes["T1"].unread  # so no light is shown


def test_each_year_that_is_missing_is_told_once() -> None:
    tasks = "id: T1, due: 2011年6月底\nid: T2, due: 2011年7月底\nid: T3, due: 2012年底"
    _, faults = book_of(tasks, plan="roll: due, closes: 2012-12-31")
    assert faults == ["MT334", "MT334"]


def test_an_assumed_deadline_is_not_rolled() -> None:
    book, faults = book_of("id: T1", plan="roll: due, require: [lead], closes: 2010-10-31")
    read = due(book)
    assert faults == []
    assert read is not None
    assert (read.end, read.rolled_from) == (date(2010, 10, 31), None)


def test_a_rolled_task_stays_in_the_account_of_its_phase() -> None:
    from motiontrack.assess.case import phase_of

    phases = (
        "phases:\n  - {id: P1, name: 甲, from: 2月, to: 10月}\n  - {id: P2, name: 乙, from: 11月, to: 12月}"
    )
    book, _ = book_of("id: T1, due: 10月", plan="roll: due", motion=phases)
    read = due(book)
    assert read is not None
    phase = phase_of(read.named, book.phases)
    assert read.end == date(2010, 11, 1)
    assert phase is not None
    assert phase.phase.id == "P1"


# -- return days ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("plan", "day"), [("", 25), ("roll: due", 25), ("roll: report", 26), ("roll: [due, report]", 26)]
)
def test_return_days_roll_only_where_the_plan_asks(plan: str, day: int) -> None:
    for report in ("", ", report: 每月25日前"):
        book, faults = book_of(f"id: T1, due: 10月29日前{report}", plan=plan)
        assert faults == []
        assert book.nodes["T1"].clock.day_of(2010, 7) == date(2010, 7, day)  # the 25th is a Sunday
        assert book.nodes["T1"].clock.named_day_of(2010, 7) == date(2010, 7, 25)


def test_return_days_beyond_the_calendar_are_told() -> None:
    _, faults = book_of("id: T1, due: 10月", plan="roll: report, closes: 2011-03-31")
    assert faults == ["MT334"]


# -- what is wrong with a calendar ------------------------------------------------------------


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("to: 2010-10-07", "to: 2010-10-32"),
        ("to: 2010-10-07", "to: 2010-01-07"),
        ("to: 2010-10-07", "to: 2011-10-07"),
        ("- {name: 元旦, from: 2010-01-01, to: 2010-01-03}", "- 元旦"),
        ("2010-10-09]", "2010-10-07]"),
        ("2010-10-09]", "2010-10-09, 2012-01-07]"),
        ("years: [2010]", "years: [二〇一〇]"),
        ("years: [2010]", "year: [2010]"),
        ("holidays:", "holidays:\n  - ["),
    ],
)
def test_nothing_is_counted_by_a_faulty_calendar_and_the_fault_is_told_once(was: str, now: str) -> None:
    assert was in NOTICE_2010
    tasks = "id: T1, start: 2010-09-17, due: 5个工作日内\nid: T2, due: 10月"
    book, faults = book_of(tasks, NOTICE_2010.replace(was, now), plan="roll: [due, report]")
    assert due(book) is due(book, "T2") is None
    assert not {"MT333", "MT334"} & set(faults)


def test_a_holiday_over_the_turn_of_the_year() -> None:
    text = """
years: [2019]
holidays:
  - {name: 元旦, from: 2018-12-30, to: 2019-01-01}
workdays: [2018-12-29]
"""
    working = calendar_of(text)
    assert working is not None
    assert not working.holds(date(2019, 1, 1))
    with pytest.raises(NotCovered):
        working.holds(date(2018, 12, 29))


def test_a_holiday_of_one_day() -> None:
    working = calendar_of("years: [2010]\nholidays: [{name: 国庆节, from: 2010-10-01}]")
    assert working is not None
    assert [working.holds(date(2010, 10, day)) for day in (1, 4)] == [False, True]


# -- the Spring Festival ----------------------------------------------------------------------


@pytest.mark.parametrize("year", range(1978, 2100))
def test_the_festival_is_the_first_day_of_the_lunar_year(year: int) -> None:
    assert spring_festival(year) == LunarDate(year, 1, 1).to_solar_date()


def test_the_table_covers_the_years_of_the_grammar_and_no_other() -> None:
    days = [spring_festival(year) for year in range(1978, 2101)]
    assert spring_festival(1977) is spring_festival(2101) is before_the_holiday(2101) is None
    assert None not in days
    for before, after in pairwise(day for day in days if day):
        assert (after - before).days in (353, 354, 355, 383, 384, 385)  # 12 or 13 months
        assert (1, 20) < (after.month, after.day) < (2, 22)


@pytest.mark.parametrize(
    ("year", "last"),
    [
        (2007, date(2007, 2, 17)),  # off from 正月初一, 18 February
        (2008, date(2008, 2, 5)),  # off from 除夕, 6 February
        (2010, date(2010, 2, 12)),
        (2013, date(2013, 2, 8)),
        (2014, date(2014, 1, 30)),  # from 正月初一 again
        (2024, date(2024, 2, 9)),
        (2025, date(2025, 1, 27)),  # from 除夕 again, 28 January
    ],
)
def test_the_last_day_before_the_holiday_follows_the_law_of_the_year(year: int, last: date) -> None:
    assert before_the_holiday(year) == last
