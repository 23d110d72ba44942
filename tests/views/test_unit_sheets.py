"""The units' sheets: counts add up over units and lights, and each sentence for none, one and many."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from motiontrack.assess.assessment import Assessment
from motiontrack.language.catalogue import load
from motiontrack.views.paper import build_paper
from motiontrack.views.unit_sheets import UnitSheets, build_unit_sheets
from tests.assess.building import assessed, decided, found, returned, task
from tests.papers import same_words, sheets
from tests.test_example_year import on
from tests.views.test_show import MONTH_ENDS

HALF = "received: 2010-07-20, progress: 50"
NEAR = "received: 2010-07-20, progress: 95"


def view_of(of: Assessment) -> UnitSheets:
    return build_unit_sheets(of, build_paper(of, load("zh")), load("zh", "show", "remind"))


@pytest.mark.parametrize("day", MONTH_ENDS)
def test_the_sheets_of_every_month_add_up(day: date) -> None:
    of = on(day.isoformat())
    totals, made = build_paper(of, load("zh")).status.totals, view_of(of).sheets
    lights: Counter[str] = Counter()
    for sheet in made:
        lights.update({row.light.id: row.count for row in sheet.lights})
        assert sum(row.count for row in sheet.lights) == len(sheet.tasks)
        assert sheet.returns.owed == sheet.returns.on_time + sheet.returns.late + sheet.returns.missing
        assert sheet.returns.late == sum(each.returns.late for each in sheet.months)
        assert sheet.returns.missing == sum(each.returns.missing for each in sheet.months)

    assert sum(len(sheet.tasks) + len(sheet.unjudged) for sheet in made) == totals.tasks == 21
    assert lights == {light: count for light, count in totals.by_light.items() if count}
    owed = sum(len(task.owed) for task in of.tasks)
    assert sum(sheet.returns.owed for sheet in made) == owed


def test_a_unit_that_only_helps_sees_whose_task_it_is() -> None:
    page = sheets(assessed("07-31", task("due: 2010-10-31\nsupport: [旅游局]\ndoes: [经贸委]")), "旅游局")

    assert "没有牵头的任务。" in page
    assert "| T1 | 制定扶持意见 | 发改委 | 配合 | 10月31日 | ○ 未报 |" in page


def test_a_unit_that_has_a_part_of_a_task_sees_that() -> None:
    row = "due: 2010-09-30\nparts:\n  - {id: T1.1, text: 出台意见}\n  - {id: T1.2, text: 建成平台, lead: 经贸委, person: 杨扬}"

    assert "| T1 | 制定扶持意见 | 发改委 | 牵头其中分项 | 9月30日 |" in sheets(
        assessed("04-20", task(row)), "经贸委"
    )


@pytest.mark.parametrize(
    ("day", "entry", "decision", "said", "never"),
    [
        ("09-30", f"{NEAR}", None, "预计不能按期完成的，请于10月5日前书面告知督办单位。", "所报"),
        ("09-30", f"{HALF}, forecast: 2010-11-15", None,
         "所报预计完成日期（11月15日）晚于时限，请于10月31日前按程序申请延期。请于10月5日前书面回复督办单位。", "预计不能按期"),
        ("09-30", f"{HALF}, outlook: unlikely", None,
         "所报为难以按期，请于10月31日前明确预计完成日期，按程序申请延期。请于10月5日前书面回复", "预计不能按期"),
        ("09-30", f"{NEAR}, forecast: 2010-11-15", "kind: extend, applied: 2010-09-20, due: 2010-11-30",
         "所提延至11月30日的申请尚未批准，批准以前仍按10月31日的时限办理。此项只作提醒，不必回复。", "申请延期"),
        ("11-05", f"{HALF}, forecast: 2010-11-15", None, "目前进度和补救措施，于所报的11月15日前完成；确需延期的", "新的完成日期"),
        ("11-20", f"{HALF}, forecast: 2010-11-15", None, "明确新的完成日期", "于所报的"),
        ("11-05", f"{HALF}", "kind: extend, applied: 2010-09-20, due: 2010-11-30",
         "所提延至11月30日的申请尚未批准，批准以前仍按原时限计。", "按程序报批"),
        ("09-30", f"{HALF}, state: done, done_on: 2010-09-20, evidence: 批文",
         "kind: send-back, on: 2010-09-25, reason: 缺论证意见。, approver: 市政府办",
         "按退回意见（缺论证意见）补办，于10月31日前完成并重新报送佐证材料", "所报"),
    ],
)  # fmt: skip
def test_nobody_is_asked_what_was_told(
    day: str, entry: str, decision: str | None, said: str, never: str
) -> None:
    month = "2010-09" if day < "10" else "2010-10"
    entry = entry.replace("2010-07-20", f"{month}-20")
    more = {**returned(month, entry), **(decided(decision) if decision else {})}
    asked = sheets(assessed(day, task(), more=more), "发改委").split("办理要求")[1].split("今后31天")[0]

    assert said in asked
    assert never not in asked


def test_whoever_told_the_problem_is_not_asked_for_the_reason() -> None:
    row = "due: 2010-10-31\nstages:\n  - {id: T1.1, text: 初稿, due: 2010-07-10, percent: 90}"
    told = f"{HALF}, pace: behind, problems: 经费未落实"
    asked, plain = (
        sheets(assessed("07-31", task(row), more=returned("2010-07", entry)), "发改委")
        for entry in (told, HALF)
    )

    assert "：提出解决所报问题、赶上进度的具体措施，明确每项措施的完成日期。" in asked
    assert "说明原因" not in asked
    assert "：说明原因和赶上进度的具体措施" in plain


def test_a_unit_reads_the_instructions_on_its_tasks_and_no_others() -> None:
    """The circular names them to everybody; the unit that is meant reads them on its own sheet too."""
    more = decided("kind: instruct, on: 2010-07-01, approver: 市政府办, text: 请抓紧。, due: 2010-07-20")
    own = sheets(
        assessed("07-31", task(), task(name="T2", lead="经贸委", person="杨扬"), more=more), "发改委"
    )
    other = sheets(
        assessed("07-31", task(), task(name="T2", lead="经贸委", person="杨扬"), more=more), "经贸委"
    )

    assert "批示事项\n\n1. 7月1日，市政府办对“制定扶持意见”批示：“请抓紧”，要求7月20日前落实。\n" in own
    assert "批示" not in other


def test_units_without_anything_get_no_sheet() -> None:
    assert [sheet.unit for sheet in view_of(assessed("07-31")).sheets] == ["发改委"]


def test_a_task_that_nobody_leads_has_a_sheet_too() -> None:
    plan = "plan: {title: 重点工作, issued: 2010-04-07, year: 2010, require: [due]}"
    row = "  - {id: T9, text: 建成平台, due: 2010-10-31}"
    page = sheets(assessed("07-31", task(), row, plan=plan))

    assert "# 重点工作任务单：未明确责任单位的任务" in page
    assert "共有任务1项，未报。" in page


@pytest.mark.parametrize(
    ("day", "more", "said"),
    [
        ("07-31", {}, "T1 制定扶持意见\n\n    - 7月填报未收到"),
        ("07-31", {}, "“制定扶持意见”：补报7月进展；没有变化的，也请如实填报。请于8月5日前书面回复督办单位。"),
        ("07-31", {}, "累计应填报4项次，全部缺报。"),
        ("04-30", returned("2010-04", "received: 2010-04-20, progress: 5"), "累计应填报1项次，按时。"),
        ("04-30", returned("2010-04", "received: 2010-04-27, progress: 5"), "累计应填报1项次，迟报。4月迟报1项次。"),
        ("11-10", {}, "应于10月31日前完成，已逾期10天"),
        ("07-31", found("id: F1, raised_on: 2010-07-02, unit: 发改委, due: 2010-07-20, occasion: 7月视察"),
         "进度滞后（7月视察7月2日提出，由发改委整改，时限7月20日）：尚未整改，已超过时限11天。"),
        ("07-31", found("id: F1, raised_on: 2010-07-02, unit: 发改委, due: 2010-07-20, resolved_on: 2010-07-22"),
         "进度滞后（7月2日提出，由发改委整改，时限7月20日）：7月22日整改完成，比时限晚2天。"),
        ("07-31", found("id: F1, raised_on: 2010-07-02, unit: 发改委"), "进度滞后（7月2日提出，由发改委整改）：尚未整改。"),
        ("08-01", {"slips.yaml": "slips:\n  - {number: 督〔2010〕1号, issued_on: 2010-07-31, kind: 催办, unit: 发改委, items: T1, causes: {T1: unreported}, due: 2010-08-05}"},
         "“制定扶持意见”：已发督〔2010〕1号催办单，请按单上的要求办理，于8月5日前回复督办单位。"),
    ],
)  # fmt: skip
def test_what_is_told_of_a_unit(day: str, more: dict[str, str], said: str) -> None:
    assert said in sheets(assessed(day, more=more))


def test_a_unit_in_order_is_asked_nothing() -> None:
    more = {**returned("2010-07", HALF), **returned("2010-06", "received: 2010-06-20, progress: 40")}
    page = sheets(assessed("07-31", more=more))

    assert "需要关注的任务" not in page
    assert "办理要求" not in page


def test_who_will_be_in_time_need_not_answer_and_what_is_asked_alike_is_asked_once() -> None:
    near = "received: 2010-07-20, progress: 95"
    more = returned("2010-07", near, f"task: T2, {near}")
    rows = (task("due: 2010-08-10"), task("due: 2010-08-10", "T2", text="印发“十二五”规划，并公布"))
    page = sheets(assessed("07-31", *rows, more=more))

    assert (
        "1. “制定扶持意见”“印发‘十二五’规划等”：于8月10日前完成并报送佐证材料；预计不能按期完成的，"
        "在时限以前说明原因、申请延期。能按期完成的，不必回复；预计不能按期完成的，请于8月5日前书面告知督办单位。\n"
        in page
    )
    assert "1. 8月10日：“制定扶持意见”到期；“印发‘十二五’规划等”到期。\n" in page


def test_what_comes_is_named_by_its_words() -> None:
    row = "due: 2010-10-31\nstages:\n  - {id: T1.1, text: 形成初稿, due: 2010-08-15, percent: 80}"
    more = {
        **returned("2010-07", HALF),
        **found("id: F1, raised_on: 2010-07-02, unit: 发改委, due: 2010-08-20"),
    }
    page = sheets(assessed("07-31", task(row), more=more))

    assert "1. 8月15日：应完成“制定扶持意见”的节点“形成初稿”。\n" in page
    assert "2. 8月20日：应整改“进度滞后”的问题。\n" in page
    assert "3. 8月25日：报送8月进展1项（“制定扶持意见”）。\n" in page


def test_a_sheet_says_who_sends_it_and_whom_to_call() -> None:
    page = sheets(on("2010-11-20"), "房管局")

    assert "（截至2010年11月20日　市政府办）" in page
    assert "（市政府办联系人：示例亥）" in page


def test_of_two_targets_in_the_same_words_the_one_that_is_short_is_named() -> None:
    page = sheets(on("2010-11-20"), "发改委")

    assert (
        "指标“新开工和竣工2亿元以上投资生产性服务业示范项目各2个”中的竣工要求2个，截至10月25日实报1个" in page
    )


def test_suspended_and_cancelled_work_is_counted() -> None:
    rows = (task(), task(name="T2"), task(name="T3"))
    more = decided("kind: suspend, item: T1, on: 2010-05-01", "kind: cancel, item: T2, on: 2010-05-01")

    assert "牵头任务3项：未报1项，暂停1项，取消1项。" in sheets(assessed("07-31", *rows, more=more))


def test_three_hundred_tasks_say_the_same_in_both_formats() -> None:
    leads = ("发改委", "经贸委", "旅游局")
    rows = [
        task(f"due: 2010-{number % 9 + 4:02d}-28", f"T{number}", lead=leads[number % 3])
        for number in range(300)
    ]
    many = assessed("08-31", *rows)

    assert sheets(many).count("牵头任务100项：") == 3
    same_words(sheets(many), sheets(many, form="html"))
