"""The leader's page: each sentence for none, one and many; counts that add up; nothing left unsaid."""

from __future__ import annotations

import re

import pytest

from motiontrack.assess.assessment import Assessment
from motiontrack.language.catalogue import load
from motiontrack.views.leader_summary import SummaryView, build_summary
from motiontrack.views.paper import build_paper
from tests.assess.building import assessed, decided, found, returned, task
from tests.papers import same_words, summary
from tests.test_example_year import on
from tests.views.test_show import MONTH_ENDS

DONE = "received: 2010-07-20, state: done, progress: 100, done_on: 2010-07-15"
HALF = returned("2010-07", "received: 2010-07-20, progress: 50")


def view_of(of: Assessment) -> SummaryView:
    return build_summary(of, build_paper(of, load("zh")), load("zh"))


def sections(page: str) -> list[str]:
    return [re.sub(r"^.、|。$", "", head) for head in re.findall(r"(?m)^## (.*)$", page)]


def test_where_all_is_done_nothing_lags_or_waits() -> None:
    page = summary(assessed("07-31", task("due: 2010-07-31"), more=returned("2010-07", DONE)))

    assert sections(page) == ["总体情况", "今后31天", "与6月末相比"]
    assert "共有任务1项，已办结。7月应填报1项，按时。" in page
    assert "由未报转为已办结1项（“制定扶持意见”）。" in page


def test_a_list_without_anything_reported() -> None:
    page = summary(
        assessed(
            "04-26", task("due: 2010-10-31"), plan="plan: {title: 重点工作, issued: 2010-04-07, year: 2010}"
        )
    )

    assert "# 重点工作办理情况摘要" in page
    assert sections(page) == ["总体情况", "未填报的任务", "今后31天", "完成预期"]
    assert "共有任务1项，未报。尚无任务办结。4月应填报1项，缺报。" in page
    assert "应报未报的有1项（发改委）。" in page


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (decided("kind: extend, applied: 2010-07-28, due: 2010-12-31"), "待批的申请：发改委7月28日申请延期至12月31日（制定扶持意见）。\n"),
        (returned("2010-07", "received: 2010-07-20, progress: 50, coordinate: 请协调用地。"), "请求协调：发改委（制定扶持意见）：请协调用地。\n"),
        (decided("kind: instruct, on: 2010-07-01, approver: 市政府办, text: 请抓紧。"), "有批示的任务尚未办结：7月1日市政府办批示“请抓紧”（制定扶持意见）。\n"),
        (found("id: F1, raised_on: 2010-07-02, unit: 发改委, due: 2010-07-20"), "问题逾期未整改：进度滞后（发改委，时限7月20日，已过11天）。\n"),
        ({"feedback.yaml": "feedback:\n  - {deputy: 王某, date: 2010-07-01, verdict: 不满意}"}, "代表不满意、尚未重新答复的有1人：王某。\n"),
    ],
)  # fmt: skip
def test_what_waits_for_somebody(more: dict[str, str], said: str) -> None:
    page = summary(assessed("07-31", more=more))

    assert "需要决定和协调的事项" in page
    assert said in page


@pytest.mark.parametrize(
    "more",
    [
        HALF,
        decided("kind: extend, applied: 2010-08-01, due: 2010-12-31"),  # asked for only tomorrow
        decided("kind: extend, applied: 2010-07-01, on: 2010-07-31, due: 2010-12-31"),
        found("id: F1, raised_on: 2010-07-02, unit: 发改委, due: 2010-07-31"),
    ],
)
def test_what_does_not_wait(more: dict[str, str]) -> None:
    assert "需要决定和协调的事项" not in summary(assessed("07-31", more=more))


def test_who_has_not_reported_is_told_apart_from_what_lags() -> None:
    rows = (task("due: 2010-07-31"), task("due: 2010-10-31", "T2", lead="经贸委", person="杨扬"))
    page = summary(assessed("08-10", *rows))

    assert sections(page)[:3] == ["总体情况", "逾期和有风险的任务", "未填报的任务"]
    assert "共1项。\n" in page
    assert "7月应填报2项，全部缺报。\n" in page
    assert "除逾期和有风险的任务外，应报未报的有1项（经贸委）。\n" in page


def test_of_more_than_the_page_holds_the_rest_is_counted_with_its_units() -> None:
    rows = [
        task("due: 2010-06-30", f"T{number}", lead="经贸委" if number > 8 else "发改委", person="杨扬")
        for number in range(1, 11)
    ]
    page = summary(assessed("07-31", *rows))

    assert "共10项，下表列5项，另有5项（发改委3项、经贸委2项）。" in page
    assert page.count("| 6月30日 |") == 5


def test_where_much_lags_less_of_everything_else_is_told_and_all_is_counted() -> None:
    rows = [task("due: 2010-06-30", f"T{number}") for number in range(1, 11)]
    more = {
        **decided(
            *(f"kind: extend, item: T{number}, applied: 2010-07-28, due: 2010-12-31" for number in (1, 2, 3))
        ),
        "feedback.yaml": "feedback:\n"
        + "\n".join(f"  - {{deputy: 王{name}, date: 2010-07-01, verdict: 不满意}}" for name in "甲乙丙丁戊"),
    }
    crowded, roomy = (
        summary(assessed("07-31", *rows, more=more)),
        summary(assessed("07-31", *rows[:3], more=more)),
    )

    assert crowded.count("申请延期至") == 2
    assert "另有1项。代表不满意、尚未重新答复的有5人：王甲、王乙、王丙、王丁等。" in crowded
    assert roomy.count("申请延期至") == 3
    assert "有5人：王甲、王乙、王丙、王丁、王戊。" in roomy


def test_eight_are_all_named() -> None:
    rows = [task("due: 2010-06-30", f"T{number}") for number in range(1, 9)]
    page = summary(assessed("07-31", *rows))

    assert "共8项。" in page
    assert "另有" not in page


@pytest.mark.parametrize("day", MONTH_ENDS)
def test_the_counts_of_every_month_add_up(day: object) -> None:
    of = on(str(day))
    view = view_of(of)
    (overall,) = re.findall(r"共有任务21项，(.*?)。", summary(of))
    states = build_paper(of, load("zh")).status.totals.by_state

    assert sum(int(each) for each in re.findall(r"(\d+)项", overall)) == 21
    assert sum(each.count for each in view.prospects) == 21 - states["done"] - states["cancelled"]
    assert (
        len(view.digest.overdue) + len(view.digest.at_risk) == len(view.laggards.shown) + view.laggards.more
    )
    assert (
        sum(len(each.tasks) for each in view.digest.turned)
        == sum(each.count for each in view.turned) + view.more_turned
    )


def test_three_hundred_tasks_say_the_same_in_both_formats() -> None:
    rows = [task(f"due: 2010-{number % 9 + 4:02d}-28", f"T{number}") for number in range(300)]
    many = assessed("08-31", *rows)

    assert len(summary(many)) < 1300
    same_words(summary(many), summary(many, "html"))
