"""The circular in English, read aloud as a clerk of a legislature would."""

from __future__ import annotations

import re
from functools import cache

import pytest

from motiontrack.assess.assessment import Assessment
from motiontrack.language.catalogue import load
from motiontrack.model.reading_words import DEFAULT_CLOCK
from motiontrack.render.papers import render_paper
from motiontrack.views.monthly import build_monthly
from motiontrack.views.paper import build_paper
from motiontrack.views.paper_words import without_addresses
from tests.assess.building import PLAN, decided, found, returned, task
from tests.cli.test_read_aloud import MONTH_ENDS, judged
from tests.cli.test_status import EXAMPLE
from tests.commands import run
from tests.pages.making import assessed, made

DONE = "received: 2010-07-20, state: done, progress: 100, done_on: 2010-07-15"


def english(of: Assessment) -> str:
    paper = build_paper(of, load("en"))
    values = {"paper": paper, "monthly": build_monthly(of, paper, load("en")), "texts": {}}
    return render_paper(("monthly.en.md",), values, load("en"), None)


@cache
def month(data: str, day: str) -> str:
    return english(judged(data, day))


def circular(
    *tasks: str, day: str = "2010-07-31", more: dict[str, str] | None = None, plan: str = PLAN
) -> str:
    return english(assessed(made(*(tasks or (task(),)), more=more, plan=plan), day))


#: One of many, none of which anything is said, Chinese joints, and addresses.
WRONG = (
    r"\b1 (?:tasks|days|returns|findings|deputies|goals|units|are|were|have)\b",
    r"\b0 (?:was|were|came|is|are|mended|late)\b",
    r"of 0%",
    r"https?:",
    r"[A-Z]\d+、",
    r"每月",
    r"\) \(",
    r"(?<=\w)  (?=\w)",
)  # fmt: skip


@pytest.mark.parametrize("day", MONTH_ENDS)
@pytest.mark.parametrize("data", ["year", "notice"])
def test_no_month_stumbles(data: str, day: str) -> None:
    text = re.sub(r"(?m)^    - ", "", month(data, day))

    for wrong in WRONG:
        assert not re.findall(wrong, text), wrong


def test_the_title_names_the_motion_by_its_number() -> None:
    assert month("year", "2010-07-31").startswith("# Progress on Motion No. 1\n")


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2010-05-31", "As of 31 May, 1 task is red, 1 is not reported, 1 is yellow and 18 are normal."),
        ("2010-05-31", "The one task whose deadline has passed is not done."),
        ("2010-07-31", "Of the 3 tasks whose deadline has passed, 1 was done on time, 1 was done late and 1 is not done. Of those not done, 1 is suspended."),
        ("2010-09-30", "All 17 returns for September, due by 25 September, came on time."),
        ("2010-11-30", "Inspections made 6 findings; 5 have been mended, 2 of them late, and 1 is still open."),
        ("2010-11-30", "4 satisfied, 2 mostly satisfied, 1 not satisfied. 1 deputy who is not satisfied has not been answered again."),
        ("2010-12-31", "and 1 is still open, past its day."),
        ("2010-12-31", "1 deputy has changed the verdict."),
        ("2010-07-31", "| In progress: 名牌 0% (50% expected); 地方标准 0%; 标准化试点 0%, as of 24 July |"),
        ("2010-07-31", "| 6月 (30 June; extended to 31 August) |"),
    ],
)  # fmt: skip
def test_what_is_told_of_a_month(day: str, said: str) -> None:
    assert said in month("year", day)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (circular(), "the task is shown as “not reported”."),
        (circular(task(name="T1"), task(name="T2")), "all 2 tasks are shown as “not reported”."),
        (circular(), "The one return for July, due by 25 July, is missing. Missing: 发改委 1."),
        (circular(task("due: 2010-07-15"), more=returned("2010-07", DONE)), "The one task whose deadline has passed was done on time."),
        (circular(more=found("id: F1, raised_on: 2010-07-02")), "Inspections made 1 finding; it is still open."),
        (circular(more=found("id: F1, raised_on: 2010-07-02, due: 2010-07-20")), "Inspections made 1 finding; it is still open, past its day."),
        (circular(more=found("id: F1, raised_on: 2010-07-02, resolved_on: 2010-07-09, resolution: 好")), "Inspections made 1 finding; it has been mended."),
        (circular(more=decided("kind: extend, on: 2010-07-10, due: 2010-12-20, approver: 市政府办, reason: 需要更多时间。")), "was extended to 20 December, approved by 市政府办. Reason: 需要更多时间."),
        (circular(plan=PLAN + "motion: {title: 关于停车的议案}"), "# Progress on the motion “关于停车的议案”\n"),
        (circular(), "# Progress on 办理工作方案\n"),
    ],
)  # fmt: skip
def test_one_and_none_have_sentences_of_their_own(text: str, said: str) -> None:
    assert said in text


def test_the_clock_that_is_taken_where_the_plan_has_none_is_one_in_both_languages() -> None:
    assert load("zh").word("clock.default") == DEFAULT_CLOCK == "每月25日前"
    assert "they are taken as due by the 25th of each month." in month("notice", "2010-07-31")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("机制（2025年，https://a.example/b.html ）；未报单列", "机制（2025年）；未报单列"),
        ("办法（http://a.example/b）", "办法"),
        ("本单位规定", "本单位规定"),
        ("https://a.example/b", "https://a.example/b"),
    ],
)
def test_a_source_goes_without_its_address(text: str, kept: str) -> None:
    assert without_addresses(text) == kept


def test_a_slip_in_english_says_how_it_stands() -> None:
    ran = run("remind", "--data", EXAMPLE, "--as-of", "2010-10-31", "--lang", "en")

    assert "the following falls due soon:" in ran.out
    assert "办理工作方案 (通政办发〔2010〕57号)" in ran.out
    assert "If it will be done in time, no answer is needed" in ran.out
