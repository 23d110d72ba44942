"""The papers on plans of one task, and of three hundred: each reads as a paper that a person would send."""

from __future__ import annotations

import re
from functools import cache

import pytest

from motiontrack.assess.assessment import Assessment
from motiontrack.language.catalogue import load
from motiontrack.views.page import build_page
from motiontrack.views.page_words import NUMBER
from tests.assess.building import decided, found, returned, task
from tests.pages.making import assessed, made, page_of
from tests.papers import monthly, printed, sheets, summary

MOTION = """
motion: {number: 1号, title: 关于加快公共停车设施建设的议案, meeting: 市十三届人大三次会议}
plan: {title: 停车设施建设工作方案, document: 示政办发〔2010〕57号, issued: 2010-04-07, year: 2010}
organisation: {lead: 发改委}
phases:
  - {id: P1, name: 检查督办阶段, from: 2010-07-01, to: 2010-08-31}
"""
LIST = "plan: {title: 重点工作督办清单, issued: 2010-04-07, year: 2010}"
UNITS = (("发改委", "蔡惠忠"), ("经贸委", "杨扬"), ("旅游局", "戴平"))
KINDS = ("monthly", "interim", "final", "reply", "summary", "unit")
#: The longest that a sentence may be that speaks of many.
_LONG = 400


@cache
def large() -> dict[str, bytes]:
    """Three hundred tasks of three units: done, late, silent, suspended, with findings and requests."""
    rows, entries, decisions, findings = [], [], [], []
    for number in range(1, 301):
        unit, person = UNITS[number % 3]
        body = f"due: 2010-{number % 9 + 4:02d}-28\ngoal: 目标{number // 25}"
        rows.append(task(body, f"T{number}", text=f"建成停车场第{number}批", lead=unit, person=person))
        if number % 5 == 0:
            entries.append(
                f"task: T{number}, received: 2010-07-24, state: done, progress: 100, done_on: 2010-07-0{number % 9 + 1}"
            )
        elif number % 2 == 0:
            entries.append(
                f"task: T{number}, received: 2010-07-2{number % 8}, progress: {number % 60}, coordinate: 请协调第{number}处用地"
            )
        elif number % 7 == 0:
            decisions.append(f"kind: suspend, item: T{number}, on: 2010-04-20, approver: 市政府办")
        if number % 5 == 1:
            findings.append(
                f"id: F{number}, raised_on: 2010-07-02, tasks: T{number}, unit: {unit}, due: 2010-08-15"
            )
    more = {**returned("2010-07", *entries), **decided(*decisions), **found(*findings)}  # fmt: skip
    return made(*rows, plan=MOTION, more=more)


@cache
def judged(day: str = "2010-07-31") -> Assessment:
    return assessed(dict(large()), day)


# -- three hundred tasks


@pytest.mark.parametrize("kind", ["monthly", "interim", "final", "reply", "summary"])
def test_no_sentence_on_three_hundred_tasks_lists_them_all(kind: str) -> None:
    """Tables may be long, and lists of one matter a line; a sentence that nobody can read may not be."""
    for line in printed(kind, judged()).splitlines():
        if not line.startswith("|"):
            assert len(line) < _LONG, line[:200]


def test_of_many_findings_on_one_day_the_leader_reads_how_many() -> None:
    assert "8月15日：应整改问题60个" in summary(judged())


def test_of_many_findings_on_one_day_the_page_says_how_many() -> None:
    assert "应整改问题60个" in page_of(dict(large()), "2010-07-31")
    assert "60 findings to be mended" in page_of(dict(large()), "2010-07-31", "en")


def test_of_many_late_returns_the_circular_counts_by_unit() -> None:
    assert re.search(r"缺报的是(?:(?:旅游局|经贸委|发改委)\d+项[、。]){3}\n", monthly(judged()))


def test_of_many_requests_and_findings_the_interim_report_counts_by_unit() -> None:
    text = printed("interim", judged())

    assert "责任单位提请协调事项120件：发改委40件、旅游局40件、经贸委40件。" in text
    assert "尚未整改的涉及发改委20个、旅游局20个、经贸委20个。" in text


# -- one task, and all of one kind

DONE = "state: done, progress: 100"
STOPPED = "on: 2010-06-01, approver: 市政府办, reason: 并入其他工作"


@cache
def small(name: str, count: int) -> Assessment:
    """So many tasks of which the same is to be told."""
    ids = [f"T{number}" for number in range(1, count + 1)]
    rows = [
        task("due: 2010-06-30", each, text=f"制定第{number}项办法", lead=unit, person=person)
        for number, (each, (unit, person)) in enumerate(zip(ids, UNITS, strict=False), 1)
    ]
    more = {
        "silent": {},
        "done": returned(
            "2010-06", *(f"task: {each}, received: 2010-06-24, done_on: 2010-06-20, {DONE}" for each in ids)
        ),
        "cancelled": decided(*(f"kind: cancel, item: {each}, {STOPPED}" for each in ids)),
        "suspended": decided(*(f"kind: suspend, item: {each}, {STOPPED}" for each in ids)),
    }[name]
    return assessed(made(*rows, plan=LIST, more=more), "2010-07-31")


#: What counts a whole as a part of itself, names nothing, or is said although there is nothing.
SILLY = (
    r"(?<!\d)(\d+)项(?:任务)?中，[^。，；]*?(?<!\d)\1项[。，；]",
    r"占100%",
    r"(?<!\d)0项",
    r"办结率(?:100|0)%",
    r"全部已|全部为|均全部|逐项明确.*1项",
    r"1项任务逐项",
    r"（一）各项任务",
    r"(?m)^#+ .*\n+(?=#)(?!#+ （)",
    r"(?m)^\|[-:| ]+\|\n(?!\|)",
)  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("name", ["silent", "done", "cancelled", "suspended"])
def test_what_is_true_of_all_is_said_once(name: str, count: int, kind: str) -> None:
    text = re.sub(r"(?m)^\|.*\| 0 \| 0% \|.*$\n", "", printed(kind, small(name, count)))
    text = re.sub(r"\| 100% \|", "|", text)

    for silly in SILLY:
        found = re.search(silly, text)
        assert not found, found[0]


@pytest.mark.parametrize(
    ("name", "kind", "one", "all_three"),
    [
        ("silent", "monthly", "该项任务为红灯。", "3项任务均为红灯。"),
        ("silent", "monthly", "已过完成时限的任务1项，逾期未办结。", "已过完成时限的任务3项，全部逾期未办结。"),
        ("silent", "monthly", "应填报1项（7月25日前），缺报。", "应填报3项（7月25日前），全部缺报。"),
        ("done", "interim", "已过完成时限的任务1项，按期办结：制定第1项办法。", "3项，全部按期办结：制定第1项办法、制定第2项办法、制定第3项办法。"),
        ("done", "interim", "任务已办结。", "任务已全部办结。"),
        ("cancelled", "interim", "任务已取消。", "任务已全部取消。"),
        ("suspended", "interim", "尚未办结的任务1项，已暂停。", "尚未办结的任务3项，均已暂停。"),
        ("done", "final", "该项任务按期办结。\n", "3项任务全部按期办结。\n"),
        ("done", "final", "已办结的1项待核查：", "已办结的3项全部待核查："),
        ("silent", "final", "（发改委），督促责任单位", "（发改委、经贸委、旅游局），督促责任单位"),
        ("done", "reply", "截至2010年7月31日，已办结。", "截至2010年7月31日，均已办结。"),
        ("silent", "reply", "，责任单位尚未报送进展。", "，责任单位均尚未报送进展。"),
        ("done", "summary", "共有任务1项，已办结。已过时限1项，按期办结。", "共有任务3项，均已办结。已过时限3项，全部按期办结。"),
        ("suspended", "summary", "未办结的1项已暂停。", "未办结的3项均已暂停。"),
        ("silent", "unit", "牵头任务1项，为红灯。", "牵头任务1项，为红灯。"),
        ("silent", "unit", "累计应填报4项次，全部缺报。\n", "累计应填报4项次，全部缺报。\n"),
    ],
)  # fmt: skip
def test_the_sentence_of_one_and_of_all(name: str, kind: str, one: str, all_three: str) -> None:
    assert one in printed(kind, small(name, 1))
    assert all_three in printed(kind, small(name, 3))


def test_a_single_task_has_no_numbered_heading_of_its_own() -> None:
    assert "## 三、任务进展\n\n制定第1项办法（发改委，蔡惠忠）6月20日按期办结，待核查。" in printed(
        "interim", small("done", 1)
    )
    assert "## 三、办理结果\n\n制定第1项办法（发改委，蔡惠忠）6月20日按期办结" in printed(
        "final", small("done", 1)
    )


def test_returns_of_long_ago_are_told_as_the_last() -> None:
    assert "全部按时。" in monthly(small("done", 3))
    assert "此后没有应填报的任务。" in monthly(small("done", 3))
    assert "此后没有应填报的任务。" not in monthly(small("silent", 3))


def test_a_list_without_a_motion_is_called_by_its_own_title() -> None:
    assert monthly(small("silent", 1)).startswith("# 关于重点工作督办清单落实情况的通报\n")


def test_many_unfinished_tasks_are_counted_by_unit_in_the_final_report() -> None:
    assert re.search(
        r"未办结的是(?:(?:经贸委|旅游局|发改委)\d+项[、，]){3}逐项见附件。",
        printed("final", judged("2010-12-20")),
    )


@pytest.mark.parametrize(
    ("name", "count", "zh", "en"),
    [
        ("done", 1, "1项任务，已办结。", "1 task: done."),
        ("done", 3, "3项任务全部已办结。", "All 3 tasks: done."),
        ("silent", 1, "1项任务，红灯，逾期31天。", "1 task: red, overdue by 31 days."),
        ("cancelled", 3, "3项任务全部取消。", "All 3 tasks: cancelled."),
    ],
)
def test_the_head_of_the_page_counts_only_what_there_is(name: str, count: int, zh: str, en: str) -> None:
    for language, said in (("zh", zh), ("en", en)):
        page = build_page(small(name, count), load(language))
        words = [each.words.replace(NUMBER, each.figure or "") for each in page.headline]
        assert "".join(words).strip().startswith(said)


def test_where_nothing_is_open_the_head_of_the_page_asks_for_no_returns() -> None:
    def head(*rows: str) -> str:
        files = made(task(), plan=LIST, more=decided(*rows))
        page = build_page(assessed(files, "2010-07-31"), load("zh"))
        return "".join(each.words.replace(NUMBER, each.figure or "") for each in page.headline)

    assert "责任单位未报" in head("kind: extend, on: 2010-07-10, due: 2010-11-30, approver: 市政府办")
    assert "未报" not in head("kind: cancel, on: 2010-07-28, approver: 市政府办")


def test_a_long_text_stands_whole_only_in_the_table_of_a_sheet() -> None:
    text = "围绕农村公路建设管理养护运营推动城乡交通运输一体化" * 16
    sheet = sheets(assessed(made(task("due: 2010-06-30", text=text), plan=LIST), "2010-07-31"))

    assert sheet.count(text) == 1
    assert f"1. T1 {text[:59]}…\n" in sheet
