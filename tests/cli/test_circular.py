"""The monthly circular as its readers have it before them: who lags, in words, each thing said once."""

from __future__ import annotations

import re
from functools import cache

import pytest

from tests.assess.building import PLAN, returned, task
from tests.cli.test_read_aloud import MONTH_ENDS
from tests.cli.test_status import EXAMPLE
from tests.commands import ROOT
from tests.pages.making import folder
from tests.papers import of_tasks, written


@cache
def circular(day: str, data: str = "year") -> str:
    return written("monthly", folder(EXAMPLE if data == "year" else ROOT / "data"), day)


def body(text: str) -> str:
    return text.split("\n附件：", maxsplit=1)[0]


def section(text: str, head: str) -> str:
    """What stands under a heading, up to the next of its level."""
    return re.split(r"\n##? |\n附件：", text.split(head, 1)[1])[0].strip() if head in text else ""


@pytest.mark.parametrize("day", MONTH_ENDS)
def test_the_year_stands_in_the_head_and_is_not_said_again(day: str) -> None:
    head, _, rest = body(circular(day)).partition("各责任单位：")

    assert head.count("2010年") == 1
    assert "2010年" not in rest


@pytest.mark.parametrize("day", MONTH_ENDS)
@pytest.mark.parametrize("data", ["year", "notice"])
def test_no_bracket_stands_in_another_and_no_ground_is_repeated(day: str, data: str) -> None:
    text = body(circular(day, data))

    assert not re.findall(r"（[^）]*（", text)
    assert "依据：" not in text
    assert len(re.sub(r"(?m)^\|.*|\s", "", text)) < 4000


@pytest.mark.parametrize("day", MONTH_ENDS)
def test_every_task_of_a_light_is_counted_by_the_unit_that_convenes_it(day: str) -> None:
    rows = re.findall(r"(?m)^\| [◆○▲●■－] \S+ \| (\d+) \| [\d.]+% \| (.*) \|$", circular(day))

    assert sum(int(count) for count, _ in rows) == 21
    for count, units in rows:
        assert sum(map(int, re.findall(r"(\d+)项", units))) == int(count)


def test_shares_have_one_decimal_each() -> None:
    found = re.findall(r"\| ([\d.]+)% \|", circular("2010-08-31"))

    assert found
    assert all(re.fullmatch(r"\d+\.\d", each) for each in found)


def test_what_was_overdue_when_it_was_suspended_is_no_contradiction_to_no_red_light() -> None:
    text = circular("2010-08-31")

    assert "已过完成时限的任务3项：按期办结1项，逾期办结1项，逾期未办结1项（已暂停）。" in text
    assert "### （三）暂停2项，其中需要关注1项" in text
    assert "逾期未办结3项，取消1项。" in circular("2010-11-30")
    assert "已过完成时限的任务1项，逾期未办结。" in circular("2010-05-31")


def test_a_reason_that_another_says_is_left_out() -> None:
    """A phase that opens says no more than the gap; what falls due has its own section."""
    told = section(circular("2010-10-31"), "三、需要关注的任务")

    assert "落后31个百分点" in told
    assert "总结验收阶段" not in told
    assert "到期" not in told
    assert "已有36天未更新" not in circular("2010-11-30")


def test_of_two_targets_with_the_same_words_the_one_that_is_short_is_named() -> None:
    assert (
        "指标“新开工和竣工2亿元以上投资生产性服务业示范项目各2个”中的竣工要求2个，截至11月24日实报1个。"
        in circular("2010-11-30")
    )


def test_what_a_unit_asks_for_is_told_where_requests_are() -> None:
    text = circular("2010-05-31")

    assert "责任单位自报：有事项需协调。" in section(text, "三、需要关注的任务")
    assert text.count("请规划部门明确集聚区四至范围") == 1


def test_what_was_resumed_is_told_before_what_that_moved() -> None:
    told = section(circular("2010-09-30"), "延期、暂停和调整")

    assert re.findall(r"房地产业‘十二五’发展规划”（房管局）(恢复办理|延期)", told) == ["恢复办理", "延期"]


def test_a_stage_is_told_as_one_of_its_task() -> None:
    told = section(circular("2010-11-30"), "延期、暂停和调整")

    assert "“培育服务业特色品牌”的节点“申请省服务业名牌2个、标准化试点1项”（质监局）延期" in told


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2010-08-31", "31天内没有任务到期。"),
        ("2010-07-31", "1. 8月31日到期：培育服务业企业做大做强（经贸委，杨扬）。"),
    ],
)
def test_what_falls_due_is_told_by_day(day: str, said: str) -> None:
    assert section(circular(day), "近期到期的任务") == said


def test_many_tasks_of_one_day_are_counted_by_unit() -> None:
    told = section(circular("2010-09-30"), "近期到期的任务")

    assert "10月31日到期14项：发改委4项、" in told
    assert told.endswith("逐项见附件。")


def test_when_all_is_done_no_section_looks_broken() -> None:
    done = returned("2010-06", "received: 2010-06-20, state: done, done_on: 2010-06-18, evidence: 印发件")
    text = of_tasks("monthly", task("due: 2010-06-30"), more=done)

    assert section(text, "需要关注的任务") == "没有需要关注的任务。"
    assert section(text, "近期到期的任务") == "31天内没有任务到期。"
    assert "已过完成时限的任务1项，按期办结。" in text


def test_the_body_says_how_many_contradictions_there_are_and_the_annex_lists_them() -> None:
    text = circular("2010-08-31")
    told = "工作方案有16处前后表述不一致，处理意见待明确（见附件）。"

    assert section(body(text), "方案中待明确的表述") == told
    assert "十大产业" not in body(text)
    assert len(re.findall(r"(?m)^\d+\. ", section(text, "### 工作方案前后不一致的表述"))) == 16


@pytest.mark.parametrize(
    ("ruled", "said"), [(1, "已明确1处，待明确1处"), (2, "均已明确"), (0, "处理意见待明确")]
)
def test_what_was_ruled_on_is_told_apart(ruled: int, said: str) -> None:
    ruling = ", ruling: {by: 市政府办, on: 2010-06-01, text: 以附件为准}"
    rows = [
        f"  - {{id: D{each}, between: [T1, O1], kind: wording, text: 表述{each}不一致{ruling if each <= ruled else ''}}}\n"
        for each in (1, 2)
    ]
    plan = PLAN + "objectives: [{id: O1, text: 甲}]\ndiscrepancies:\n" + "".join(rows)
    text = of_tasks("monthly", task(), plan=plan)

    assert f"工作方案有2处前后表述不一致，{said}（见附件）。" in text
    assert text.count("：以附件为准") == ruled


def test_steps_are_counted_and_the_annex_says_of_each_whether_there_is_a_record() -> None:
    assert "工作步骤8项，已完成5项，未到时限3项（见附件）。" in circular("2010-08-31")
    text = circular("2010-08-31", "notice")

    assert "工作步骤8项，已过时限、没有完成记录4项，未到时限4项（见附件）。" in text
    assert "| 动员部署阶段 | 4月初，研究制定议案办理工作方案。 | 4月10日 | 没有完成记录 |" in text


def test_the_annex_says_what_a_share_is_of_and_dates_only_what_was_compared() -> None:
    """“占比60%” would be read as the share itself; without an expected figure there is no basis."""
    row = next(line for line in circular("2010-08-31").splitlines() if "服务业持续增长" in line)

    assert "推进中，占比目标完成60%（截至6月30日）；" in row


def test_the_annex_tells_the_work_of_this_month_and_not_of_one_before() -> None:
    june = returned("2010-06", "received: 2010-06-20, progress: 20, work: 完成初稿")
    july = returned("2010-07", "received: 2010-07-20, progress: 50, work: 征求意见")

    assert "完成初稿" in of_tasks("monthly", task(), day="2010-06-30", more=june)
    assert "完成初稿" not in of_tasks("monthly", task(), more=june)
    assert "征求意见" in of_tasks("monthly", task(), more=june | july)


def test_the_annex_says_what_was_sent_back() -> None:
    for day in ("2010-10-31", "2010-11-30"):
        row = next(
            line
            for line in circular(day).splitlines()
            if "金融保险业" in line and "| 10月（10月31日） |" in line
        )
        assert ("10月25日退回（缺专家论证意见），尚未再报办结" in row) == (day == "2010-10-31")


def test_the_day_that_the_printed_words_mean_stands_beside_them() -> None:
    annex = circular("2010-10-31").split("## 附件", 1)[1]

    assert "| 12月（12月31日） | 发改委 |" in annex
    assert "| 6月（6月30日，延至8月31日） | 经贸委 |" in annex
    assert not re.search(r"\| \d+月 \|", annex)


def test_what_falls_due_on_the_day_itself_is_due_and_not_past_its_deadline() -> None:
    paper = circular("2010-04-30")

    assert "尚无任务超过完成时限。" in paper
    assert "4月30日到期：加强服务业目标管理考核" in paper


def test_a_figure_held_against_a_target_says_its_day() -> None:
    """On 30 November the figure of 外经贸局 is of 25 October, six days before the deadline it is held against."""
    text = circular("2010-11-30")

    assert "指标“服务外包业务执行额增加30%”要求30%，截至10月25日实报21%。" in text
    assert "中的竣工要求2个，截至11月24日实报1个。" in text


@pytest.mark.parametrize(("day", "heading"), [("2010-05-31", "需协调事项"), ("2010-08-31", "批示事项")])
def test_a_heading_names_only_what_stands_under_it(day: str, heading: str) -> None:
    assert f"## 四、{heading}\n" in circular(day)


def test_an_instruction_that_was_begun_is_not_called_undone() -> None:
    """Only the task is known not to be done; what its unit did about the instruction is in its returns."""
    assert "：“请文化局抓紧启动并按月填报”，该任务尚未办结。" in circular("2010-09-30")


def test_the_lights_are_explained() -> None:
    notes = section(circular("2010-08-31"), "### 说明")

    assert "红灯：过了完成时限未办结" in notes
    assert "正常：其余情形" in notes
    assert "已办结：" not in notes


def test_more_than_a_page_of_laggards_stands_in_a_table() -> None:
    """Twelve are told one by one, thirteen in rows; each is named with its reasons either way."""
    for many in (12, 13):
        names = [f"T{number}" for number in range(1, many + 1)]
        rows = [task("due: 2010-06-30", name=name, text=f"办理{name}事项") for name in names]
        came = (f"task: {name}, received: 2010-07-20, state: in-progress, progress: 40" for name in names)
        told = section(of_tasks("monthly", *rows, more=returned("2010-07", *came)), "需要关注的任务")

        assert told.count("应于6月30日前完成，已逾期31天。") == many
        assert ("| 责任单位 | 责任人 | 任务 | 情况 |" in told) == (many == 13)


def test_the_reasons_of_one_part_stand_in_one_sentence() -> None:
    parts = "parts: [{id: T1.1, text: 甲项办法, lead: 经贸委, person: 杨扬}, {id: T1.2, text: 乙项办法}]"
    came = returned(
        "2010-07", "task: T1.1, received: 2010-07-20, state: in-progress, progress: 40, pace: behind"
    )
    text = of_tasks("monthly", task(f"due: 2010-09-30\n{parts}"), more=came)
    told = section(text, "需要关注的任务")

    assert told.count("其中“甲项办法”（经贸委），") == told.count("其中“乙项办法”，") == 1
    assert "“甲项办法”推进中，完成40%，" in text
    assert "“乙项办法”从未填报" in text
