"""The papers on plans of one task, and of three hundred: each reads as a paper that a person would send."""

from __future__ import annotations

import re
from functools import cache

import pytest

from motiontrack.assess.assessment import Assessment
from tests.assess.building import decided, found, returned, task
from tests.pages.making import assessed, made, page_of
from tests.papers import monthly, printed, summary

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


def test_of_many_tasks_of_one_light_the_circular_has_a_row_each_and_every_reason() -> None:
    circular = monthly(judged())

    assert re.search(
        r"(?m)^\| 经贸委 \| 杨扬 \| T1 建成停车场第1批 \| 应于2010年5月28日前完成，已逾期64天.*；.*缺报4次 \|$",
        circular,
    )
    assert not re.search(r"(?m)^1\. T1 ", circular)
    assert re.search(r"(?m)^\| ◆ 红灯 \| \d+ \| [\d.]+% \| 见附件 \|$", circular)
