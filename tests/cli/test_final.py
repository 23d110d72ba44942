"""``motiontrack report final``: the report to the standing committee at the year's end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.assess.building import decided, found, returned, task
from tests.cli.test_interim import MONTH_ENDS, STRUCK_OUT, counts_of
from tests.cli.test_status import EXAMPLE
from tests.commands import ROOT, run
from tests.pages.making import BARE, KINDS, folder
from tests.papers import listed, of_tasks, paragraph, same_words, written

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

DECEMBER = "2010-12-31"


@pytest.mark.parametrize("form", ["md", "html"])
def test_the_worked_year_in_december(form: str, snapshot: SnapshotAssertion) -> None:
    ran = run("report", "final", "--data", EXAMPLE, "--as-of", DECEMBER, "--format", form)

    assert (ran.code, ran.err) == (0, "")
    assert re.sub(r"(?s)<style>.*?</style>", "", ran.out) == snapshot


@pytest.mark.parametrize("kind", ["notice", "after", "year", "one", "many", "odd"])
def test_both_formats_say_the_same(kind: str) -> None:
    texts, day, _ = KINDS[kind]

    one, two = (written("final", texts(), day, form) for form in ("md", "html"))

    same_words(one, two)


@pytest.mark.parametrize("kind", ["notice", "before", "after", "year", "one", "many", "odd"])
def test_nothing_is_printed_that_an_official_would_strike_out(kind: str) -> None:
    texts, day, _ = KINDS[kind]
    text = written("final", texts(), day)

    for wrong in STRUCK_OUT:
        assert not re.findall(rf".{{0,20}}{wrong}.{{0,20}}", text), wrong


@pytest.mark.parametrize("day", MONTH_ENDS)
def test_the_counts_of_each_paragraph_add_up(day: str) -> None:
    text = written("final", folder(EXAMPLE), day)
    results, checked = paragraph(text, "办理结果。"), paragraph(text, "核查情况")

    whole, *parts = counts_of(re.split("占比|办结[0-9]+项，办结率", results)[0])
    assert whole == (sum(parts) or whole) == 21
    done = sum(int(each) for each in re.findall(r"(?:提前|按期|逾期)办结(\d+)项", results))
    if checked:
        whole, *parts = counts_of(checked)
        assert done == whole == (sum(parts) or whole)
    total = re.search(r"合计21项：([^|]+)。", text)
    assert total
    assert sum(counts_of(total[1])) == 21
    found = paragraph(text, "发现问题的整改").split("的是")[0]
    raised, parts = re.findall(r"提出问题(\d+)个", found), re.findall(r"(?:已|尚未)整改(\d+)个", found)
    assert [sum(map(int, parts))] == [int(each) for each in raised] or not parts


def done(on: str, **more: str) -> dict[str, str]:
    said = "".join(f", {key}: {value}" for key, value in more.items())
    return returned("2010-12", f"received: 2010-12-24, state: done, progress: 100, done_on: {on}{said}")


EXTENDED = "kind: extend, item: T1, applied: 2010-10-10, on: 2010-10-20, due: 2010-11-30, approver: 市政府办"
FEEDBACK = "feedback:\n  - {deputy: 甲, date: 2010-11-26, verdict: 不满意, text: 原因说明不够。}\n"


@pytest.mark.parametrize(
    ("head", "more", "said"),
    [
        ("办理结果。", {}, "该项任务逾期未办结。"),
        ("办理结果。", done("2010-10-20"), "该项任务按期办结。"),
        ("办理结果。", done("2010-09-30"), "该项任务提前办结。"),
        ("逾期办结1项", done("2010-10-20"), ""),
        ("逾期办结1项", done("2010-11-20"), "各项任务（发改委，蔡惠忠，逾期20天）。"),
        (
            "逾期办结1项",
            {**done("2010-12-01"), **decided(EXTENDED)},
            "各项任务（发改委，蔡惠忠，逾期1天；原定10月31日前，延至11月30日前）。",
        ),
        (
            "延期后按期办结1项",
            {**done("2010-11-30"), **decided(EXTENDED)},
            "各项任务（发改委，蔡惠忠；原定10月31日前，延至11月30日前）。",
        ),
        ("核查情况", done("2010-10-20"), "已办结的1项待核查：各项任务（发改委，蔡惠忠）。"),
        (
            "核查情况",
            {**done("2010-10-20"), **decided("kind: close, item: T1, on: 2010-12-28")},
            "已办结的1项已核查销号。",
        ),
        (
            "各项任务",
            done("2010-10-20", evidence="印发文件"),
            "10月20日按期办结，待核查；佐证材料为印发文件。",
        ),
        (
            "未办结任务1项",
            {},
            (
                "各项任务（发改委，蔡惠忠）：应于10月31日前办结，已逾期61天，未申请延期；未报新的预计完成时间，可能转入下年。"
            ),
        ),
        (
            "发现问题的整改",
            found(
                "id: F1, raised_on: 2010-07-02, due: 2010-07-20, resolved_on: 2010-07-25, resolution: 已补报"
            ),
            "视察和检查提出问题1个，已全部整改，其中超过时限整改1个。",
        ),
        ("代表意见", {}, ""),
        (
            "代表意见",
            {"feedback.yaml": FEEDBACK},
            "1位代表反馈了意见：不满意1位，占100%。不满意的1位尚未答复，意见是“原因说明不够”。",
        ),
        (
            "代表意见",
            {
                "feedback.yaml": f"{FEEDBACK}  - {{deputy: 乙, date: 2010-11-27, verdict: 不满意, answered_on: 2010-12-02}}\n"
            },
            "2位代表反馈了意见：不满意2位，占100%。不满意的2位中，尚未答复1位，意见是“原因说明不够”。",
        ),
        (
            "代表意见",
            {"feedback.yaml": f"{FEEDBACK}  - {{deputy: 甲, date: 2010-12-20, verdict: 满意}}\n"},
            "1位代表反馈了意见：满意1位，占100%。其中1位由不满意改为满意。",
        ),
    ],
)
def test_what_each_sentence_says(head: str, more: dict[str, str], said: str) -> None:
    goal = task("due: 2010-10-31\ngoal: 各项任务")

    assert paragraph(of_tasks("final", goal, day=DECEMBER, more=more), head) == said


def test_targets_stand_beside_what_was_reached() -> None:
    goal = task(
        """
        due: 2010-10-31
        goal: 融资渠道
        targets:
          - {id: 家数, words: 引进1~2家, measure: 家, kind: total, at_least: 1, at_most: 2}
          - {id: 活动, words: 活动2次以上, measure: 次, kind: total, at_least: 2}
          - {id: 办法, words: 制定办法, kind: document}
        """
    )
    text = of_tasks(
        "final", goal, day=DECEMBER, more=done("2010-10-20", targets="{家数: 1, 活动: 1, 办法: 1}")
    )

    assert paragraph(text, "融资渠道（") == (
        "10月20日按期办结，待核查；引进1～2家，实际1家，达到目标；活动2次以上，实际1次，差1次。"
    )


def test_what_goes_on_after_the_close_is_carried_for_certain() -> None:
    text = of_tasks("final", task("due: 2011-06-30"), day="2010-12-31")

    assert paragraph(text, "未办结任务1项") == (
        "制定扶持意见（发改委，蔡惠忠）：应于2011年6月30日前办结，尚未到期；"
        "未说明能否按期完成；原定跨年，转入下年。"
    )
    assert "没有转入下年的任务" not in text
    assert "没有转入下年的任务。" in of_tasks("final", day=DECEMBER, more=done("2010-10-20"))


def test_without_a_motion_or_goals() -> None:
    text = of_tasks("final", task("due: 10月"), plan=BARE, day=DECEMBER)

    assert text.startswith("# 关于重点工作任务分解方案落实情况的报告\n")
    assert "| 内容 | 完成时间 |" in text
    assert "代表意见" not in text
    assert "议案" not in text


def test_findings_that_were_mended_are_told_with_what_was_done() -> None:
    mended = "due: 2010-07-20, resolved_on: 2010-07-25, resolution: 已补报"
    text = of_tasks("final", more=found(f"id: F1, raised_on: 2010-07-02, {mended}"), day=DECEMBER)

    assert "已整改的是：进度滞后（7月25日整改，超过时限5天）：已补报。" in listed(text, "发现问题的整改")


def test_what_waits_for_figures_says_of_which_day_they_are_and_what_its_unit_reported() -> None:
    """The share of the year is published in January: the paper says what is known, not that it will be done."""
    text = written("final", folder(EXAMPLE), "2010-12-31")

    told = listed(text, "未办结任务2项")
    assert (
        "服务业持续增长（发改委，蔡惠忠）：应于12月31日前办结，当日到期；所报数据截至9月30日；"
        "责任单位填报“全年数据次年1月发布，预计可达到目标”；经努力可按期完成。"
    ) in told
    assert "截至9月30日，服务业占比提高" in listed(text, "（一）服务业持续增长")


def test_many_unfinished_tasks_are_counted_by_unit() -> None:
    text = written("final", folder(ROOT / "data"), "2010-12-20")

    told = "其中可能转入下年20项。未办结的是发改委4项、考核办1项、经贸委4项、"
    assert paragraph(text, "未办结任务21项").startswith(told)
    assert paragraph(text, "未办结任务21项").endswith("国土局1项，逐项见附件。")


def test_whoever_expects_to_be_in_time_is_not_asked_what_it_plans() -> None:
    late = of_tasks("final", task("due: 2010-12-31"), day="2010-12-25")
    said = returned("2010-12", "received: 2010-12-24, progress: 60, outlook: on-time")

    assert "未报下步打算的任务1项（发改委），督促" in late
    assert "未报下步打算" not in of_tasks("final", task("due: 2010-12-31"), day="2010-12-25", more=said)


def test_an_unfinished_task_is_told_of_once_and_named_as_its_section_is() -> None:
    text = written("final", folder(EXAMPLE), "2010-12-20")

    for once in ("已申请延至12月31日", "未申请延期"):
        assert text.count(once) == 1
    assert "新增一批省、市级服务业集聚区等" not in text
    assert "加快发展服务业集聚区（发改委，蔡惠忠）" in listed(text, "未办结任务3项")


def test_past_the_deadline_no_lesser_progress_is_called_expected() -> None:
    """What was expected when the last figures were reported is less than all, which is due by now."""
    row = re.search(r"\| 促进服务外包产业发展 .*", written("final", folder(EXAMPLE), "2010-12-20"))

    assert row
    assert "已逾期50天；进度70%（按执行额）；截至10月25日，" in row[0]
    assert "应" not in row[0].partition("未办结")[2]


def test_what_is_due_on_the_very_day_is_neither_overdue_nor_yet_to_come() -> None:
    text = of_tasks("final", task("due: 2010-12-31"), day=DECEMBER)

    assert paragraph(text, "办理结果。") == "该项任务未逾期未办结。"
    assert "| 未办结，当日到期 |" in text
    assert "未到期" not in text


def test_the_annex_says_once_what_awaits_a_check_and_prints_no_empty_column() -> None:
    finished = of_tasks("final", task("due: 2010-10-31"), day=DECEMBER, more=done("2010-10-20"))
    nothing = of_tasks("final", task("due: 2010-10-31"), day=DECEMBER)

    assert "| 10月20日按期办结 | 待核查 |" in finished
    assert "核查和佐证 |" not in nothing
    assert "| 未办结，已逾期61天 |" in nothing
