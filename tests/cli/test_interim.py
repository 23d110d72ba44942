"""``motiontrack report interim``: the report to the standing committee in the middle of the year."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.assess.building import decided, found, returned, task
from tests.cli.test_status import EXAMPLE
from tests.commands import ROOT, run
from tests.pages.making import BARE, KINDS, folder
from tests.papers import listed, of_tasks, paragraph, same_words, written

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

JULY = ("--as-of", "2010-07-31")
MONTH_ENDS = [
    "2010-04-30", "2010-05-31", "2010-06-30", "2010-07-31", "2010-08-31", "2010-09-30", "2010-10-31",
    "2010-11-30", "2010-12-31",
]  # fmt: skip

#: What an official would strike out.
STRUCK_OUT = (
    r"。。",
    r"。”。", r"；；", r"，，", r"[；，：、]。", r"None", r"(?<![\d.])0项，占", r"（）", r"：：", r"应0%", r"[一-鿿],[一-鿿]",
)  # fmt: skip


@pytest.mark.parametrize("form", ["md", "html"])
def test_the_worked_year_in_july(form: str, snapshot: SnapshotAssertion) -> None:
    ran = run("report", "interim", "--data", EXAMPLE, *JULY, "--format", form)

    assert (ran.code, ran.err) == (0, "")
    assert re.sub(r"(?s)<style>.*?</style>", "", ran.out) == snapshot


def test_it_is_written_in_chinese_alone() -> None:
    for language, said in (("en", "interim 是中文公文"), ("zh", "# 关于")):
        ran = run("report", "interim", "--data", EXAMPLE, *JULY, "--lang", language)
        assert said in ran.out + ran.err
        assert ran.code == (2 if language == "en" else 0)
    assert run("report", "interim", "--data", ROOT / "data", *JULY).out.startswith("# 关于强化")


@pytest.mark.parametrize("kind", ["notice", "before", "year", "one", "many", "odd"])
def test_both_formats_say_the_same(kind: str) -> None:
    texts, day, _ = KINDS[kind]

    one, two = (written("interim", texts(), day, form) for form in ("md", "html"))

    same_words(one, two)


@pytest.mark.parametrize("kind", ["notice", "before", "after", "year", "one", "many", "odd"])
def test_nothing_is_printed_that_an_official_would_strike_out(kind: str) -> None:
    texts, day, _ = KINDS[kind]
    text = written("interim", texts(), day)

    for wrong in STRUCK_OUT:
        assert not re.findall(rf".{{0,20}}{wrong}.{{0,20}}", text), wrong
    for head in re.findall(r"(?m)^##.*$", text):
        assert re.search(rf"(?m)^{re.escape(head)}\n\n(?!#)\S", text) or head.startswith("## "), head


@pytest.mark.parametrize("day", MONTH_ENDS)
def test_the_counts_of_each_paragraph_add_up(day: str) -> None:
    text = written("interim", folder(EXAMPLE), day)

    whole, *parts = counts_of(paragraph(text, "任务进展。").split("占比")[0])
    assert whole == sum(parts) == 21
    due = counts_of(paragraph(text, "到期任务").split("。")[0])
    assert not due or due[0] == sum(due[1:]) or len(due) == 1
    still, *prospects = counts_of(paragraph(text, "完成预期").split("。")[0])
    assert still == sum(prospects)
    owed, *came = [
        int(each) for each in re.findall(r"(\d+)次", paragraph(text, "按月填报").split("。")[0])
    ] or [0]
    assert owed == sum(came) or not came
    goals = text.partition("、任务进展\n")[2].partition("、存在问题")[0]
    several = [counts_of(each) for each in re.findall(r"\d+项任务中，[^。]+。", goals)]
    assert [each[0] for each in several] == [sum(each[1:]) for each in several] == [10]
    total = re.search(r"合计21项：([^|]+)。", text)
    assert total
    assert sum(counts_of(total[1])) == 21


def counts_of(sentence: str) -> list[int]:
    return [int(each) for each in re.findall(r"(\d+)项", sentence)]


REPORTED = "received: 2010-07-24, progress: 60"


@pytest.mark.parametrize(
    ("head", "tasks", "more", "said"),
    [
        ("到期任务", [task("due: 2010-10-31")], {}, "尚无任务到期。"),
        (
            "到期任务",
            [task("due: 2010-05-31")],
            returned("2010-05", "received: 2010-05-24, state: done, progress: 100, done_on: 2010-05-20"),
            "已过完成时限的任务1项，按期办结：制定扶持意见。",
        ),
        (
            "到期任务",
            [task("due: 2010-05-31")],
            returned("2010-06", "received: 2010-06-24, state: done, progress: 100, done_on: 2010-06-20"),
            "已过完成时限的任务1项，逾期办结：制定扶持意见（发改委，蔡惠忠，逾期20天）。",
        ),
        (
            "到期任务",
            [task("due: 2010-06-30")],
            {},
            "已过完成时限的任务1项，逾期未办结，见“存在问题”。",
        ),
        (
            "到期任务",
            [task("due: 2010-10-31")],
            returned("2010-07", "received: 2010-07-24, state: done, progress: 100, done_on: 2010-07-20"),
            "尚无任务到期。未到完成时限、已经办结的任务1项，是制定扶持意见。",
        ),
        (
            "完成预期",
            [task()],
            returned("2010-07", f"{REPORTED}, outlook: on-time"),
            "尚未办结的任务1项，责任单位预计能按期完成。",
        ),
        (
            "完成预期",
            [task()],
            returned("2010-07", f"{REPORTED}, outlook: unlikely, problems: 资金未到位"),
            "尚未办结的任务1项，责任单位预计难以按期完成。",
        ),
        (
            "完成预期",
            [task()],
            returned("2010-07", "received: 2010-07-24, state: done, progress: 100, done_on: 2010-07-20"),
            "任务已办结。",
        ),
        ("完成预期", [task()], decided("kind: cancel, item: T1, on: 2010-06-01"), "任务已取消。"),
        ("按月填报", [task()], {}, "4月至7月应报4次，均未报送。"),
        (
            "任务逾期1项",
            [task("due: 2010-06-30")],
            decided("kind: extend, item: T1, applied: 2010-07-02, due: 2010-08-31"),
            "制定扶持意见（发改委，蔡惠忠）应于6月30日前办结，已逾期31天，已申请延至8月31日，尚未批准。",
        ),
        (
            "任务逾期1项",
            [task("due: 2010-06-30")],
            {},
            "制定扶持意见（发改委，蔡惠忠）应于6月30日前办结，已逾期31天，未申请延期。",
        ),
        (
            "尚未整改",
            [task()],
            found("id: F1, raised_on: 2010-07-02, unit: 发改委, due: 2010-07-20"),
            ("视察和检查提出问题1个，尚未整改。问题是：进度滞后（发改委，应于7月20日前整改，已过11天）。"),
        ),
        (
            "到期时间集中",
            [task(name=f"T{n}") for n in range(1, 4)],
            {},
            "没有逾期的3项任务都在10月31日到期。",
        ),
        ("到期时间集中", [task(name=f"T{n}") for n in range(1, 3)], {}, ""),
    ],
)
def test_what_each_sentence_says(head: str, tasks: list[str], more: dict[str, str], said: str) -> None:
    assert paragraph(of_tasks("interim", *tasks, more=more), head) == said


def test_without_a_motion_goals_or_an_office() -> None:
    text = of_tasks("interim", task("due: 10月"), plan=BARE)

    assert text.startswith("# 关于重点工作任务分解方案落实情况的汇报\n")
    assert "〔受市政府委托，〕现将重点工作任务分解方案落实情况汇报如下" in text
    assert "〔署名〕" in text
    assert "| 内容 | 完成时间 |" in text
    assert "议案" not in text


def test_a_plan_with_nothing_against_it_says_so() -> None:
    text = of_tasks("interim", more=returned("2010-07", f"{REPORTED}, outlook: on-time"))

    assert "截至2010年7月31日，没有逾期、滞后和应报未报的任务。" in text


def test_the_offices_own_words_take_the_place_of_the_hint() -> None:
    texts = folder(EXAMPLE)
    bare = written("interim", texts, "2010-07-31")
    filled = written("interim", texts, "2010-07-31", practice="一是定期会商。", problems="甲。", next="乙。")

    assert bare.count("办公室补写") == 3
    assert filled.count("办公室补写") == 0
    assert "\n一是定期会商。\n" in filled


@pytest.mark.parametrize(
    ("words", "broken"),
    [
        ("关于强化政策驱动促进南通服务业又好又快发展议案办理情况的汇报", (8, 15, 7)),
        ("重点工作任务分解方案落实情况的汇报", (17,)),
        ("关于加强城市生活垃圾分类管理议案办理情况的汇报", (16, 7)),
    ],
)
def test_a_title_breaks_into_lines_of_a_fitting_shape(words: str, broken: tuple[int, ...]) -> None:
    from motiontrack.views.page_title import lines

    made = lines(words)

    assert "".join(made) == words
    assert tuple(len(line) for line in made) == broken


YEARS = "plan: {title: 三年行动计划, issued: 2010-01-10, year: 2010, closes: 2012-12-31}"


def test_a_row_with_errors_is_counted_in_its_goal_and_called_undecided() -> None:
    rows = task("due: 10月\ngoal: 甲"), task("goal: 甲", "T2"), task("goal: 乙", "T3")
    text = of_tasks("interim", *rows)

    assert "2项任务中，未报1项，未判定1项。" in paragraph(text, "甲")
    assert paragraph(text, "乙") == "1项任务中，未判定1项。"
    assert paragraph(text, "分解任务") == "3项任务中，完成时间未定的2项，其余均已明确。"
    assert "未判定2项，是制定扶持意见（T2）、制定扶持意见（T3）。" in text


def test_a_plan_of_several_years_names_the_year_of_every_other_day() -> None:
    text = of_tasks("interim", task("due: 2010-10-31"), plan=YEARS, day="2011-07-31")

    assert "应于2010年10月31日前办结，已逾期273天" in paragraph(text, "任务逾期1项")
    assert paragraph(text, "按月填报").startswith("2010年1月至7月应报")


def test_that_a_phase_has_come_is_no_reason_beside_what_is_short_for_it() -> None:
    behind = returned("2010-07", "received: 2010-07-20, progress: 10")
    text = of_tasks("interim", task("due: 2010-08-31\nstart: 2010-01-01"), more=behind)

    assert (
        listed(text, "进度滞后或者存在困难1项")
        .strip()
        .startswith("制定扶持意见（发改委，蔡惠忠）落后72.6个百分点。")
    )


@pytest.mark.parametrize("kind", ["reply", "summary", "unit"])
def test_every_paper_on_a_plan_of_several_years_leaves_out_the_year_of_its_day(kind: str) -> None:
    """10月31日 in a paper of 2011 would be read as a day that is still to come."""
    text = of_tasks(
        kind, task("due: 2010-10-31"), task("due: 2011-08-20", "T2"), plan=YEARS, day="2011-07-31"
    )

    assert "2010年10月31日" in text
    assert not re.search("(?<!年)10月31日", text)
    assert re.search("(?<!年)8月20日", text)


def test_of_figures_behind_the_widest_is_told() -> None:
    text = written("interim", folder(EXAMPLE), "2010-09-30")

    told = listed(text, "进度滞后")
    assert (
        "（经贸委，杨扬）按总部基地计算落后50个百分点，节点“创建企业总部基地1家”应于8月31日前完成，尚未完成。"
        in told
    )
    assert "批示：“请文化局抓紧启动并按月填报”。" in paragraph(text, "落实批示")


@pytest.mark.parametrize("kind", ["interim", "final"])
def test_a_plan_without_tasks_says_so(kind: str) -> None:
    texts = {"plan.yaml": f"{BARE}\ntasks: []\n".encode(), "units.yaml": b"units: []\n"}
    text = written(kind, texts, "2010-12-31")

    assert paragraph(text, "一、基本情况") == "重点工作任务分解方案没有列出任务。"
    assert "0项" not in text
    assert "\n没有任务。\n" in text


def test_whoever_was_in_time_after_an_extension_is_told_with_both_deadlines() -> None:
    text = written("interim", folder(EXAMPLE), "2010-09-30")

    said = "培育服务业企业做大做强（原定6月30日前，延至8月31日前）"
    assert said in paragraph(text, "到期任务")


def test_a_silent_part_is_told_of_the_task_that_it_belongs_to() -> None:
    texts, day, _ = KINDS["odd"]
    text = written("interim", texts(), day)

    assert "| 有分项应报未报 |" in text
    assert "发改委（制定扶持意见（T2））、经贸委（建成平台）" in paragraph(text, "填报不全")


@pytest.mark.parametrize("kind", ["interim", "final"])
def test_markup_from_the_files_is_text(kind: str) -> None:
    texts, day, _ = KINDS["hostile"]
    page, paper = (written(kind, texts(), day, form) for form in ("html", "md"))

    assert "<script" not in page + paper.replace(r"\<script", "")
    assert "<img" not in page + paper.replace(r"\<img", "")
    assert page.count("&lt;script&gt;") > 5


@pytest.mark.parametrize("kind", ["interim", "final"])
def test_an_office_can_change_one_block(kind: str, tmp_path: Path) -> None:
    own = tmp_path / "templates" / f"{kind}.zh.md"
    own.parent.mkdir()
    block = "{% block opening %}各位代表：{% endblock %}"
    own.write_text(f'{{% extends "packaged/{kind}.zh.md" %}}\n{block}\n', encoding="utf-8")
    shutil.copytree(EXAMPLE, tmp_path / "data")

    text = run("report", kind, "--data", tmp_path / "data", *JULY).out

    assert "各位代表：" in text
    assert "主任、副主任" not in text
    assert "## 一、基本情况" in text


def test_a_figure_of_an_earlier_month_is_printed_with_its_day() -> None:
    share = task(
        "due: 2010-10-31\ntargets: [{id: 占比, words: 占比提高, measure: 个百分点, kind: points, at_least: 1}]"
    )
    said = "占比提高，目前0.4个百分点，差0.6个百分点"
    more = returned("2010-07", "received: 2010-07-24, as_of: 2010-03-31, targets: {占比: 0.4}")
    now = returned("2010-07", "received: 2010-07-24, targets: {占比: 0.4}")

    assert f"截至3月31日，{said.replace('目前', '实际')}" in of_tasks("interim", share, more=more)
    assert said in (text := of_tasks("interim", share, more=now))
    assert "截至7月" not in text.partition("三、任务进展")[2].partition("四、")[0]


def test_a_step_without_a_printed_day_has_the_months_of_its_phase() -> None:
    steps = listed(written("interim", folder(EXAMPLE), "2010-07-20"), "做好后续步骤")

    assert "总结验收阶段（11月至12月），向人大代表回复" in steps
    assert "12月31日" not in steps


def test_what_is_not_on_record_is_not_called_undone() -> None:
    text = written("interim", folder(ROOT / "data"), "2010-07-20")

    assert "工作步骤未按时完成" not in text
    assert "1. 4月初，研究制定议案办理工作方案。" in listed(text, "工作步骤没有完成记录")


def test_a_light_that_tasks_without_trouble_show_is_not_held_against_a_task() -> None:
    ran = run("report", "interim", "--data", EXAMPLE, "--as-of", "2010-07-20", "--profile", "yinchuan-2025")

    assert "列为绿灯" not in ran.out
    assert "列为红灯" in ran.out
    assert "科技服务业发展规划（科技局，朱千波）节点" in ran.out


def test_tasks_that_never_reported_are_told_in_one_sentence() -> None:
    text = written("interim", folder(ROOT / "data"), "2010-07-20")

    assert paragraph(text, "组织编制十大行业布局规划") == "10项任务均从未填报。"


def test_of_a_goal_of_many_tasks_those_that_never_reported_are_only_counted() -> None:
    silent = [task("due: 2010-10-31\ngoal: 甲", f"T{n}") for n in range(1, 4)]
    late = [task("due: 2010-06-30\ngoal: 甲", f"L{n}") for n in range(1, 15)]
    entries = [f"task: L{n}, received: 2010-07-24, progress: 60" for n in range(1, 15)]
    few, many = (
        of_tasks("interim", *silent, *late[:n], more=returned("2010-07", *entries[:n])) for n in (1, 14)
    )

    assert "从未填报的3项，是制定扶持意见（T1）（发改委，蔡惠忠）、" in paragraph(few, "甲")
    assert paragraph(many, "甲").endswith("其中3项从未填报。逐项进展见附件。")


def test_what_changed_since_the_last_report_is_told_by_names_where_no_ids_are_printed(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(EXAMPLE, data)
    run("report", "interim", "--data", data, "--as-of", "2010-07-20", "--issue")

    said = run("report", "interim", "--data", data, "--as-of", "2010-08-31").out.partition(
        "与上次印发的情况"
    )[2]
    line = said.splitlines()[0]
    assert "新办结1项（培育服务业企业做大做强）；" in line
    assert not re.search(r"T\d", line)


def test_suspended_tasks_are_in_neither_number_of_those_that_fall_due_together() -> None:
    """T07 is due on that day too, but suspended: of nineteen open tasks it would have been sixteen."""
    text = written("interim", folder(EXAMPLE), "2010-07-20")

    assert paragraph(text, "到期时间集中") == "没有逾期、没有暂停的17项任务中，15项在10月31日到期，占88.2%。"
    assert paragraph(text, "即将到期").startswith("8月到期1项，10月到期15项，12月到期1项。")


def test_the_notes_say_what_each_light_means() -> None:
    text = written("interim", folder(EXAMPLE), "2010-07-20")

    notes = listed(text, "说明")
    assert (
        "灯号依次判定，先成立者为准。红灯：过了完成时限未办结，从次日起；或者落后应达进度超过30个百分点"
        in notes
    )
    assert "未报：最近一次应报未报；或者从未填报，情况不明。黄灯：" in notes
    assert "已办结：已办结" not in notes


def test_what_a_unit_asks_for_is_told_in_its_own_words() -> None:
    asked = returned("2010-07", f"{REPORTED}, pace: blocked, coordinate: 请协调用地。")

    said = "制定扶持意见（发改委，蔡惠忠）自报工作受阻，提出“请协调用地”。"
    assert paragraph(of_tasks("interim", more=asked), "进度滞后或者存在困难") == said


@pytest.mark.parametrize("kind", ["interim", "final"])
def test_what_a_unit_put_right_is_told_without_saying_so(kind: str) -> None:
    more = returned(
        "2010-07", "received: 2010-07-24, progress: 40, work: 更正：1处没有通过。, next: 更正，重新申报。"
    )
    text = of_tasks(kind, task("due: 2010-07-10"), more=more)

    assert "1处没有通过" in text
    assert "重新申报" in text
    assert "更正" not in text
