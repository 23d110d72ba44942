"""The reply to the deputies: each sentence for none, one and many, and counts that add up."""

from __future__ import annotations

import re

import pytest

from motiontrack.views.paper_words import bare, brief
from tests.assess.building import PLAN, assessed, decided, returned, task
from tests.papers import reply, same_words
from tests.test_example_year import on

MOTION = "motion: {number: 1号, title: 关于发展服务业的议案, meeting: 市人大三次会议"
LED = "organisation: {lead: 发改委}"


def motion(*proposers: str) -> str:
    named = f", proposers: [{', '.join(proposers)}]" if proposers else ""
    return f"{PLAN}{MOTION}{named}}}\n{LED}"


DONE = "received: 2010-07-20, state: done, progress: 100, done_on: 2010-07-15"


@pytest.mark.parametrize(
    ("proposers", "called", "said"),
    [
        (
            (),
            "〔领衔代表和附议代表姓名〕：",
            "各位代表在市人大三次会议上提出的《关于发展服务业的议案》（1号议案）收悉。",
        ),
        (("王某",), "王某代表：", "您在市人大三次会议上提出的《关于发展服务业的议案》（1号议案）收悉。"),
        (("王某", "李某某"), "王某代表、李某某代表：", "你们在市人大三次会议上提出的"),
        (("市工商联",), "市工商联：", "你单位在市人大三次会议上提出的"),
        (("城区代表团",), "城区代表团：", "你们在"),
        (("王某等12名代表",), "王某等12名代表：", "你们在"),
        (("阿里木·买买提",), "阿里木·买买提代表：", "您在"),
    ],
)
def test_to_whom_it_is_written(proposers: tuple[str, ...], called: str, said: str) -> None:
    letter = reply(assessed("07-31", plan=motion(*proposers)))

    assert f"\n{called}\n" in letter
    assert said in letter


def test_one_of_several_is_answered_alone() -> None:
    letter = reply(assessed("07-31", plan=motion("王某", "李某某")), "李某某")

    assert "\n李某某代表：\n" in letter
    assert "您在市人大三次会议上提出的" in letter
    assert "王某" not in letter


def test_who_is_not_known_to_have_moved_it_is_not_said_to_have() -> None:
    letter = reply(assessed("07-31", plan=motion()), "王某")

    assert "\n王某代表：\n\n代表在市人大三次会议上提出的《关于发展服务业的议案》（1号议案）收悉。" in letter


def test_a_list_without_a_motion_speaks_of_none() -> None:
    letter = reply(assessed("07-31"))

    assert "# 关于办理工作方案落实情况的答复" in letter
    assert "议案" not in letter
    assert "由1个单位承办" in letter


@pytest.mark.parametrize(
    ("day", "row", "more", "told"),
    [
        ("07-31", "due: 2010-10-31", {}, "责任单位尚未报送进展；完成时限为10月31日。"),
        ("11-05", "due: 2010-10-31", {}, "责任单位尚未报送进展；应于10月31日前完成，已逾期5天。预计完成时间〔由责任单位明确〕。"),
        ("07-31", "due: 2010-10-31", returned("2010-07", "received: 2010-07-20, state: not-started"), "尚未启动；完成时限为10月31日。"),
        ("07-31", "due: 2010-10-31", returned("2010-07", "received: 2010-07-20, progress: 40, work: 起草初稿。, problems: 缺数据。, outlook: with-effort"),
         "正在办理，截至7月20日完成40%；完成时限为10月31日。起草初稿。目前存在的问题是：缺数据。责任单位表示经努力可按期完成。"),
        ("07-31", "due: 2010-10-31", returned("2010-07", "received: 2010-07-20, progress: 40, forecast: 2011-01-15, outlook: unlikely"),
         "正在办理，截至7月20日完成40%；完成时限为10月31日。责任单位预计2011年1月15日完成。"),
        ("07-31", "due: 2010-07-30", returned("2010-07", "received: 2010-07-20, progress: 40, forecast: 2010-07-31"),
         "正在办理，截至7月20日完成40%；应于7月30日前完成，已逾期1天。预计完成时间〔由责任单位明确〕。"),
        ("07-31", "due: 2010-10-31", returned("2010-07", "received: 2010-07-20, progress: 40, outlook: unlikely"),
         "正在办理，截至7月20日完成40%；完成时限为10月31日。责任单位表示难以按期完成，预计完成时间〔由责任单位明确〕。"),
        ("08-10", "due: 2010-07-31", {**returned("2010-07", "received: 2010-07-20, progress: 40"), **decided("kind: extend, applied: 2010-07-28, due: 2010-09-30")},
         "正在办理，截至7月20日完成40%；应于7月31日前完成，已逾期10天。责任单位已申请延期至9月30日，尚未批复。"),
        ("08-10", "due: 2010-07-31", {**returned("2010-07", "received: 2010-07-20, progress: 40"), **decided("kind: extend, applied: 2010-07-20, on: 2010-07-25, due: 2010-09-30")},
         "正在办理，截至7月20日完成40%；完成时限原定7月31日，经批准延期至9月30日。"),
        ("10-10", "due: 2010-07-31", {**returned("2010-07", "received: 2010-07-20, progress: 40"), **decided("kind: extend, applied: 2010-07-20, on: 2010-07-25, due: 2010-09-30")},
         "正在办理，截至7月20日完成40%；原定7月31日前完成，经批准延期至9月30日，已逾期10天。预计完成时间〔由责任单位明确〕。"),
        ("08-10", "due: 2010-07-31", decided("kind: suspend, on: 2010-07-05, reason: 等待省规定。"), "7月5日经批准暂停办理，原因是：等待省规定；完成时限为7月31日。恢复办理的时间〔由责任单位明确〕。"),
        ("08-10", "due: 2010-07-31", {**decided("kind: suspend, on: 2010-07-05"), **returned("2010-06", "received: 2010-06-20, progress: 30, work: 起草初稿。, problems: 缺数据。")},
         "7月5日经批准暂停办理；完成时限为7月31日。暂停前的进展是：起草初稿。恢复办理的时间〔由责任单位明确〕。"),
        ("08-10", "due: 2010-07-01", decided("kind: suspend, on: 2010-07-05"), "7月5日经批准暂停办理；应于7月1日前完成，暂停时已逾期4天。恢复办理的时间〔由责任单位明确〕。"),
        ("08-10", "due: 2010-07-31", decided("kind: cancel, on: 2010-07-05, document: 〔2010〕3号"), "7月5日经批准取消（〔2010〕3号）。"),
        ("08-10", "due: 2010-07-31", returned("2010-07", DONE), "已于7月15日按期办结，待核查。"),
        ("08-10", "due: 2010-07-31", {**returned("2010-07", DONE), **decided("kind: close, on: 2010-08-01")}, "已于7月15日按期办结。"),
        ("08-10", "due: 2010-10-31", {**returned("2010-07", f"{DONE}, work: 意见印发。"), **decided("kind: send-back, on: 2010-08-01, reason: 没有公布。")},
         "正在办理；完成时限为10月31日。意见印发。责任单位曾报告办结，8月1日经核查退回，原因是：没有公布。"),
        ("08-10", "due: 2010-07-01", returned("2010-07", DONE), "已于7月15日办结，比规定时限晚14天，待核查。"),
        ("08-10", "due: 2010-06-30", {**returned("2010-07", DONE), **decided("kind: extend, applied: 2010-06-20, on: 2010-06-25, due: 2010-07-10")},
         "已于7月15日办结，比延期后的时限（7月10日）晚5天，待核查。"),
        ("08-10", "due: 2010-10-31", returned("2010-07", DONE), "已于7月15日提前办结，待核查。"),
        ("08-10", "due: 2010-07-31", decided("kind: close, on: 2010-08-01"), "已于8月1日核查销号。"),
        ("08-10", "standing: 是", {}, "属长期推进的工作。"),
        ("07-31", "due: 2010-10-31", returned("2010-07", "received: 2010-07-20, progress: 40, work: 更正：1处没有通过。"), "正在办理，截至7月20日完成40%；完成时限为10月31日。1处没有通过。"),
    ],
)  # fmt: skip
def test_what_is_told_of_a_task(day: str, row: str, more: dict[str, str], told: str) -> None:
    assert f"1. 制定扶持意见（发改委）：{told}\n" in reply(assessed(day, task(row), more=more))


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "责任单位尚未报送进展。\n"),
        (1, "责任单位均尚未报送进展。已过完成时限、尚未办结的有1项：“建成平台等”（发改委）。\n"),
        (2, "已过完成时限、尚未办结的有2项：“建成平台等”（发改委）、“建成平台等”（发改委）。\n"),
        (11, "已过完成时限、尚未办结的有11项（发改委11项）。\n"),
    ],
)
def test_what_is_late_is_named_where_the_result_is_told(count: int, said: str) -> None:
    late = (task("due: 2010-07-01", f"L{number}", text="建成平台，并开通") for number in range(count))

    assert said in reply(assessed("07-31", task("due: 2010-10-31"), *late))


def test_parts_are_told_each_with_its_unit() -> None:
    row = """
        due: 2010-09-30
        parts:
          - {id: T1.1, text: 出台意见, due: 2010-06-30}
          - {id: T1.2, text: 建成平台, lead: 经贸委, person: 杨扬}
        """
    more = returned(
        "2010-07",
        "task: T1.1, received: 2010-07-20, state: done, progress: 100, done_on: 2010-06-20",
        "task: T1.2, received: 2010-07-20, progress: 40, work: 开了会。, problems: 缺数据。",
    )
    letter = reply(assessed("07-31", task(row), more=more))

    assert "由2个单位分别承办" in letter
    assert (
        "制定扶持意见（发改委）：正在办理；完成时限为9月30日。"
        "其中：（1）出台意见（发改委）：已于6月20日按期办结，待核查。"
        "（2）建成平台（经贸委）：正在办理，截至7月20日完成40%；完成时限为9月30日。开了会。目前存在的问题是：缺数据。\n"
        in letter
    )


DISSATISFIED = {
    "feedback.yaml": "feedback:\n  - {deputy: 王某, date: 2010-07-01, verdict: 不满意, text: 进度太慢。}"
}


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, "2010年7月1日以来，没有新办结的任务，责任单位也没有报送新的进展。\n"),
        (returned("2010-06", "received: 2010-07-01, progress: 20, work: 开了会。"), "2010年7月1日以来，没有新办结的任务，责任单位也没有报送新的进展。\n"),
        (returned("2010-07", "received: 2010-07-20, progress: 40, work: 起草初稿。"), "2010年7月1日以来，1项报送了新的进展：“制定扶持意见”（发改委）。各项的情况见“逐项答复”。\n"),
        (returned("2010-07", DONE), "2010年7月1日以来，新办结1项：“制定扶持意见”（发改委）。各项的情况见“逐项答复”。\n"),
    ],
)  # fmt: skip
def test_what_was_done_since_somebody_was_not_satisfied(more: dict[str, str], said: str) -> None:
    letter = reply(assessed("07-31", more={**DISSATISFIED, **more}), "王某")

    assert "您的评价为“不满意”，意见是：“进度太慢。”" in letter
    assert "现将有关情况再次答复如下：" in letter
    assert said in letter


@pytest.mark.parametrize(
    ("row", "heard"),
    [
        ("verdict: 基本满意, text: 请加强宣传。", True),
        ("verdict: 基本满意, text: 请加强宣传。, answered_on: 2010-08-01", True),
        ("verdict: 基本满意, text: 请加强宣传。, answered_on: 2010-07-31", False),
        ("verdict: 基本满意", False),
        ("verdict: 满意, text: 请加强宣传。", False),
    ],
)
def test_what_a_deputy_asked_for_is_heard(row: str, *, heard: bool) -> None:
    more = {"feedback.yaml": f"feedback:\n  - {{deputy: 王某, date: 2010-07-01, {row}}}"}
    letter = reply(assessed("07-31", more=more), "王某")

    assert ("您于2010年7月1日反馈的意见“请加强宣传”也已收悉。\n" in letter) is heard
    assert ("## 一、对所提意见的说明\n" in letter) is heard
    assert "再次" not in letter
    assert "意见的说明" not in reply(assessed("07-31", more=more))


def test_to_all_it_is_no_second_reply() -> None:
    assert "再次答复" not in reply(assessed("07-31", more=DISSATISFIED))


def test_figures_stand_beside_what_was_wanted() -> None:
    row = """
        due: 2010-10-31
        targets:
          - {id: 家数, words: 引进1~2家, measure: 家, kind: total, at_least: 1, at_most: 2}
          - {id: 次数, words: 2次以上, measure: 次, kind: total, at_least: 2}
          - {id: 总量, words: 不超过9吨, measure: 吨, kind: level, at_most: 9}
          - {id: 没报, words: 3个, measure: 个, kind: total, at_least: 3}
        """
    more = returned("2010-07", "received: 2010-07-20, targets: {家数: 1, 次数: 3, 总量: 8.5}")

    assert (
        "正在办理；完成时限为10月31日。指标完成情况：家数1家（目标1～2家）、次数3次（目标2次以上）、总量8.5吨（目标不超过9吨）。"
        in reply(assessed("07-31", task(row), more=more))
    )


def test_the_counts_of_every_month_add_up() -> None:
    for month in range(4, 13):
        letter = reply(on(f"2010-{month:02d}-28"))
        (said,) = re.findall(r"截至2010年\d+月28日，([^。]*)。", letter)
        counts = [int(each) for each in re.findall(r"(\d+)项", re.sub(r"（.*?）", "", said))]
        listed = letter.split("逐项答复")[1]
        (late,) = re.findall(r"尚未办结的有(\d+)项：", letter) or ["0"]

        assert len(re.findall("；(?:原定|应于).*?，已逾期", listed)) == int(late)
        assert sum(counts) == 21, said
        assert len(re.findall(r"（[^（）]+[局委办]）：", listed)) == 21


def test_nothing_is_left_to_tell_where_all_is_done() -> None:
    letter = reply(assessed("08-10", task("due: 2010-07-31"), more=returned("2010-07", DONE)))

    assert "尚未办结" not in letter
    assert "截至2010年8月10日，已办结。" in letter


def test_the_issuer_signs_and_says_whom_to_call() -> None:
    assert letter_ends(reply(on("2010-12-05"))) == [
        "市发改委",
        "2010年12月5日",
        "（联系人：示例甲；联系电话：〔由办公室填写〕）",
    ]
    assert letter_ends(reply(assessed("07-31"))) == [
        "〔发文机关〕",
        "2010年7月31日",
        "（联系人：〔由办公室填写〕；联系电话：〔由办公室填写〕）",
    ]


def test_who_is_no_longer_in_post_is_not_to_be_called() -> None:
    staff = """
units:
  - id: 发改委
    people:
      - {name: 蔡惠忠, post: 责任人}
      - {name: 示例甲, post: 联络员, phone: 0513-1111, to: 2010-07-15}
      - {name: 示例乙, post: 联络员, phone: 0513-2222, from: 2010-07-16}
"""
    office = f"{PLAN}organisation: {{lead: 发改委}}"

    for day, called in (
        ("07-15", "（联系人：示例甲；联系电话：0513-1111）"),
        ("07-16", "（联系人：示例乙；联系电话：0513-2222）"),
    ):
        letter = reply(assessed(day, task(), more={"units.yaml": staff}, plan=office))
        assert letter_ends(letter)[-1] == called


def letter_ends(letter: str) -> list[str]:
    return [line for line in letter.splitlines() if line][-3:]


def test_both_formats_of_many_tasks_say_the_same() -> None:
    rows = [
        task(f"due: 2010-{number % 9 + 4:02d}-28\ngoal: 目标{number // 25}", f"T{number}")
        for number in range(300)
    ]
    many = assessed("08-31", *rows)

    assert "### （十二）目标11" in reply(many)
    same_words(reply(many), reply(many, form="html"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1. 制定办法;\n2. 创建基地2~3家。", "制定办法；创建基地2～3家"),
        ("制定办法,并印发；", "制定办法，并印发"),
        ("比例1:2, A,B", "比例1:2, A,B"),
    ],
)
def test_a_text_stands_inside_a_sentence(text: str, said: str) -> None:
    assert bare(text) == said


def test_a_long_text_is_cut_with_a_mark() -> None:
    assert brief("一二三四五，六七", 7) == "一二三四五…"
    assert brief("一二三四五。", 5) == "一二三四五"
    assert brief("应完成“一二三四五”", 7) == "应完成“一二…”"
