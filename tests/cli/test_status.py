"""``motiontrack status``: the shipped notice, then a month with returns and decisions."""

from __future__ import annotations

import calendar
import json
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator
from rich.cells import cell_len

from tests.commands import DATA, ROOT, copy_data, run, start, write_files

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

EXAMPLE = ROOT / "examples" / "nantong-2010" / "data"

RETURNS = """\
# 虚构，仅供测试
illustrative: true
month: 2010-07
entries:
  - {task: T02, received: 2010-07-24, state: done, done_on: 2010-04-28, evidence: 通考核办〔2010〕3号}
  - {task: T03, received: 2010-07-24, state: in-progress, progress: 50, pace: on, outlook: on-time}
  - {task: T04, received: 2010-07-26, state: in-progress, progress: 20, pace: behind, problems: 规划单位尚未确定}
  - {task: T05, received: 2010-07-24, state: in-progress, progress: 45, coordinate: 需市财政局落实编制经费}
  - {task: T16, received: 2010-07-24, state: in-progress, progress: 80, forecast: 2010-09-20}
  - {task: T18, received: 2010-07-24, state: done, done_on: 2010-07-20}
"""
DECISIONS = """\
# 虚构，仅供测试
illustrative: true
decisions:
  - {kind: extend, item: T16, applied: 2010-06-20, on: 2010-06-25, due: 2010-09-30, approver: 市政府办, reason: 等省政策}
  - {kind: suspend, item: T20, on: 2010-07-10, approver: 市政府办, reason: 机构调整}
  - {kind: cancel, item: T21, on: 2010-07-12, approver: 市政府办, reason: 并入T19}
  - {kind: close, item: T02, on: 2010-07-28, approver: 市政府办}
  - {kind: step-done, item: S1, on: 2010-04-08}
"""


@pytest.fixture
def july(tmp_path: Path) -> Path:
    """The notice with one month of invented returns and decisions."""
    folder = copy_data(tmp_path)
    return write_files(folder, {"returns/2010-07.yaml": RETURNS, "decisions.yaml": DECISIONS})


def status(day: str, *more: str, data: Path = DATA) -> dict[str, Any]:
    ran = run("status", "--data", data, "--as-of", day, "--json", *more)
    assert ran.err == ""
    answer: dict[str, Any] = json.loads(ran.out)
    return answer


@pytest.mark.parametrize(
    ("day", "overdue"),
    [
        ("2010-04-30", []),
        ("2010-05-01", ["T02"]),
        ("2010-05-15", ["T02"]),
        ("2010-06-30", ["T02"]),
        ("2010-07-31", ["T02", "T14", "T16", "T18"]),
        ("2010-10-31", ["T02", "T14", "T16", "T18"]),
        ("2010-12-31", [f"T{number:02d}" for number in range(2, 22)]),
        ("2011-01-01", [f"T{number:02d}" for number in range(1, 22)]),
    ],
)
def test_overdue_on_the_notice_alone(day: str, overdue: list[str]) -> None:
    found = [task["id"] for task in status(day)["tasks"] if task["attention"] == "overdue"]

    assert found == overdue


def test_who_is_not_overdue_in_july_is_unreported() -> None:
    totals = status("2010-07-31")["totals"]

    assert totals["by_attention"] == {"overdue": 4, "at-risk": 0, "unreported": 17, "none": 0}
    assert totals["by_light"]["grey"] == 17


def test_the_phases_accounts_hold_one_three_and_seventeen() -> None:
    phases = status("2010-08-31")["phases"]

    assert [(phase["id"], len(phase["tasks"])) for phase in phases] == [("P1", 1), ("P2", 3), ("P3", 17)]
    assert [phase["when"] for phase in phases] == ["past", "current", "coming"]


def test_the_json_holds_to_the_committed_schema(july: Path) -> None:
    schema = json.loads((ROOT / "schema" / "status.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)

    validator.validate(status("2010-08-31"))
    validator.validate(status("2010-07-31", data=july))
    with pytest.raises(Exception, match="totals"):
        validator.validate({**status("2010-07-31", data=july), "totals": None})


def test_a_month_with_returns_and_decisions(july: Path) -> None:
    answer = status("2010-07-31", data=july)
    tasks = {task["id"]: task for task in answer["tasks"]}

    assert answer["plan"]["illustrative"] is True
    assert (tasks["T02"]["light"], tasks["T02"]["timeliness"], tasks["T02"]["verified"]) == (
        "done",
        "on-time",
        True,
    )
    assert (tasks["T18"]["light"], tasks["T18"]["timeliness"], tasks["T18"]["verified"]) == (
        "done",
        "late",
        False,
    )
    assert tasks["T03"]["light"] == "green"
    assert (tasks["T04"]["light"], tasks["T05"]["light"]) == ("yellow", "yellow")
    assert (tasks["T16"]["due"], tasks["T16"]["due_original"]) == ("2010-09-30", "2010-06-30")
    assert tasks["T16"]["attention"] == "none"
    assert (tasks["T20"]["state"], tasks["T20"]["light"]) == ("suspended", None)
    assert (tasks["T21"]["state"], tasks["T21"]["light"]) == ("cancelled", None)
    assert tasks["T14"]["attention"] == "overdue"
    assert [step["state"] for step in answer["steps"]][:2] == ["done", "unrecorded"]
    assert sum(answer["totals"]["by_light"].values()) == 21


def test_every_cause_names_the_line_its_fact_stands_on(july: Path) -> None:
    for task in status("2010-08-31", data=july)["tasks"]:
        for cause in task["causes"]:
            lines = (
                (july.parent / "data" / cause["file"].split("data/")[1])
                .read_text(encoding="utf-8")
                .splitlines()
            )
            assert 0 < cause["line"] <= len(lines), cause


def test_what_was_received_later_is_not_known_yet(july: Path) -> None:
    before = {task["id"]: task for task in status("2010-07-25", data=july)["tasks"]}
    after = {task["id"]: task for task in status("2010-07-26", data=july)["tasks"]}

    assert before["T04"]["last_return"] is None
    assert after["T04"]["last_return"] == {
        "month": "2010-07",
        "received": "2010-07-26",
        "as_of": "2010-07-25",
    }


@pytest.mark.parametrize(
    ("option", "value", "ids"),
    [
        ("--unit", "财政局", ["T14"]),
        ("--unit", "市发改委", ["T01", "T03", "T17", "T19"]),
        ("--person", "杨扬", ["T04", "T06", "T18", "T21"]),
        ("--person", "杨  扬", ["T04", "T06", "T18", "T21"]),
        ("--phase", "P2", ["T14", "T16", "T18"]),
        ("--goal", "O3", ["T14", "T15", "T16"]),
        ("--goal", "加快发展企业总部", ["T21"]),
        ("--light", "红灯", ["T02", "T14", "T16", "T18"]),
        ("--light", "red", ["T02", "T14", "T16", "T18"]),
    ],
)
def test_filters(option: str, value: str, ids: list[str]) -> None:
    answer = status("2010-08-31", option, value)

    assert [task["id"] for task in answer["tasks"]] == ids
    assert answer["totals"]["tasks"] == len(ids)
    assert sum(len(phase["tasks"]) for phase in answer["phases"]) == len(ids)
    assert sum(unit["tasks"] for unit in answer["units"]) == len(ids)


def test_a_filter_that_names_nothing_is_refused_with_what_was_probably_meant() -> None:
    ran = run("status", "--data", DATA, "--unit", "发改局")

    assert ran.code == 2
    assert "发改局" in ran.err
    assert "发改委" in ran.err


@pytest.mark.parametrize(
    ("level", "day", "code"),
    [
        ("none", "2010-08-31", 0),
        ("overdue", "2010-04-30", 0),
        ("overdue", "2010-05-01", 1),
        ("at-risk", "2010-04-30", 1),
        ("unreported", "2010-04-25", 0),
        ("unreported", "2010-04-26", 1),
    ],
)
def test_fail_on(level: str, day: str, code: int) -> None:
    assert run("status", "--data", DATA, "--as-of", day, "--fail-on", level).code == code


def test_a_row_with_an_error_is_counted_and_not_judged(tmp_path: Path) -> None:
    folder = copy_data(tmp_path)
    plan = folder / "plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("    person: 沈卫星\n", ""), encoding="utf-8")

    ran = run("status", "--data", folder, "--as-of", "2010-08-31", "--json")
    answer = json.loads(ran.out)

    assert ran.code == 1
    assert [row["id"] for row in answer["unjudged"]] == ["T07"]
    assert (answer["totals"]["tasks"], answer["totals"]["unjudged"]) == (21, 1)
    assert sum(answer["totals"]["by_light"].values()) == 20
    assert "motiontrack validate" in ran.err


def test_a_plan_long_past_says_so_and_names_as_of(tmp_path: Path) -> None:
    folder = copy_data(tmp_path)

    assert "--as-of" in run("status", "--data", folder).out
    assert "--as-of" not in run("status", "--data", folder, "--as-of", "2011-06-01").out


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_status_as_it_is_printed(
    july: Path, language: str, snapshot: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(july)

    assert run("status", "--as-of", "2010-07-31", "--lang", language).out == snapshot


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("by", ["unit", "objective", "overseer"])
def test_the_roll_up_as_it_is_printed(by: str, language: str, snapshot: SnapshotAssertion) -> None:
    ran = run("status", "--data", EXAMPLE, "--as-of", "2010-10-31", "--by", by, "--lang", language)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == snapshot
    assert max(cell_len(line) for line in ran.out.splitlines()) <= 80


def test_a_roll_up_by_something_else_is_refused() -> None:
    ran = run("status", "--by", "colour")

    assert ran.code == 2
    assert "goal" in ran.err
    assert "overseer" in ran.err


def first_screen(day: str, *more: str) -> list[str]:
    """What is printed before the table of tasks."""
    lines = run("status", "--data", EXAMPLE, "--as-of", day, "--lang", "zh", *more).out.splitlines()
    return lines[: next(place for place, line in enumerate(lines) if line.startswith("灯号"))]


@pytest.mark.parametrize("month", range(4, 13))
def test_the_first_screen_of_every_month_end_fits_on_a_screen_and_names_every_laggard(month: int) -> None:
    day = date(2010, month, calendar.monthrange(2010, month)[1]).isoformat()
    lines = first_screen(day)
    tasks = status(day, data=EXAMPLE)["tasks"]

    assert len(lines) <= 30
    for task in tasks:
        if task["attention"] != "none":
            assert any(task["id"] in line for line in lines[6:]), task["id"]


def test_the_first_screen_answers_the_five_questions() -> None:
    said = "\n".join(first_screen("2010-07-31"))

    for answer in (
        "办结率9.5%（2/21项，不计取消）",
        "逾期（1项）\n  － 暂停 T16 国土局 刘建华  暂停时逾期20天",
        "▲ 黄灯 T11 民政局 杨建忠  落后11.7个百分点",
        "未报（3项，应于2010-07-25前填报）\n  金融办：T10、T15   文化局：T12",
        "2010-08-25 8月填报截止，应报17项（还有25天）",
        "正常→黄灯 T11",
    ):
        assert answer in said, answer


def test_a_filtered_first_screen_speaks_of_what_it_shows() -> None:
    said = "\n".join(first_screen("2010-07-31", "--unit", "金融办"))

    assert "未报（2项" in said
    assert "T11" not in said
    assert "8月填报截止，应报2项" in said


def test_what_the_congress_asks_is_answered_below_the_tasks() -> None:
    said = run("status", "--data", EXAMPLE, "--as-of", "2010-11-30", "--lang", "zh").out

    for answer in (
        "已办结13项：T02、T03",
        "能按期2项：T12、T13",
        "可能结转下年3项：T17（已逾期，未报新的预计完成时间）",
        "批示（1件，事项未办结）",
        "视察、检查问题6个：按时整改3个、逾期整改2个、整改中1个（未整改：F6）",
        "代表反馈7位：满意4位、基本满意2位、不满意1位；不满意而尚未答复：示例代表四",
    ):
        assert answer in said, answer


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_line_is_wider_than_the_terminal(
    width: int, language: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.chdir(ROOT)
    out = run("status", "--as-of", "2010-08-31", "--lang", language).out

    assert max(cell_len(line) for line in out.splitlines()) <= width
    assert not [line for line in out.splitlines() if line != line.rstrip()]


def test_a_gbk_stream_shows_every_character() -> None:
    code, out, _ = start("status", "--as-of", "2010-08-31", PYTHONIOENCODING="gbk", PYTHONUTF8="0")

    assert code == 0
    assert "?" not in out.decode("gbk")
    assert "◆ 红灯" in out.decode("gbk")


def test_colour_only_where_it_is_asked_for() -> None:
    plain = start("status", "--as-of", "2010-08-31")[1]
    coloured = start("status", "--as-of", "2010-08-31", FORCE_COLOR="1", NO_COLOR="")[1]

    assert b"\x1b[" not in plain
    assert b"\x1b[" in coloured


def test_an_unjudged_row_counts_for_those_it_may_belong_to(tmp_path: Path) -> None:
    folder = copy_data(tmp_path)
    plan = folder / "plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("    person: 沈卫星\n", ""), encoding="utf-8")

    def unjudged(*asked: str) -> tuple[int, int]:
        ran = run("status", "--data", folder, "--as-of", "2010-08-31", "--json", *asked)
        totals = json.loads(ran.out)["totals"]
        return totals["tasks"], totals["unjudged"]

    assert unjudged("--unit", "房管局") == (1, 1)
    assert unjudged("--unit", "财政局") == (1, 0)
    assert unjudged("--phase", "P2") == (3, 0)
    assert unjudged("--person", "沈卫星") == (1, 1)  # whose it is cannot be read, so it is not ruled out
    assert unjudged("--light", "红灯") == (4, 0)


# -- plans of other kinds


PLAN = """\
plan: {title: 全市重点工作督查任务, issued: 2010-04-07, year: 2010}
tasks:
"""
UNITS = """\
units:
  - {id: 发改委, people: [{name: 蔡惠忠, post: 责任人}]}
  - {id: 经贸委, people: [{name: 杨扬, post: 责任人}]}
"""


def row(name: str, more: str) -> str:
    return f"  - {{id: {name}, text: 制定办法, lead: 发改委, person: 蔡惠忠, {more}}}\n"


def printed(folder: Path, day: str, *more: str, rows: str, files: dict[str, str] | None = None) -> str:
    """The status of a small plan as it is printed; ``rows`` are its tasks."""
    write_files(folder, {"plan.yaml": PLAN + rows, "units.yaml": UNITS, **(files or {})})
    return run("status", "--data", folder, "--as-of", day, "--lang", "zh", *more).out


def table_of(out: str) -> list[str]:
    lines = out.splitlines()
    first = next(place for place, line in enumerate(lines) if line.startswith("灯号"))
    return lines[first + 2 : lines.index("", first)]


def test_a_day_of_another_year_is_printed_with_its_year(tmp_path: Path) -> None:
    """延至03-31 beside a deadline of December would be read as March of the same year."""
    table = table_of(
        printed(
            tmp_path,
            "2010-12-10",
            rows=row("T1", "due: 12月底前") + row("T2", "due: 到2012年底") + row("T3", "due: 10月"),
            files={
                "decisions.yaml": "decisions:\n"
                "  - {kind: extend, item: T1, on: 2010-12-05, due: 2011-03-31, approver: 市长, reason: 招标}\n"
                "  - {kind: extend, item: T3, on: 2010-10-05, due: 2010-11-30, approver: 市长, reason: 招标}\n"
            },
        )
    )

    assert [line.split() for line in table if "2011-03-31" in line] == [["2011-03-31"]]
    assert any(line.split()[-2:] == ["到2012年底", "从未填报"] for line in table)
    assert [line.split() for line in table if "2012-12-31" in line] == [["2012-12-31"]]
    assert any("10月(10-31)" in line for line in table)
    assert any("延至11-30" in line for line in table)


def test_what_was_sent_back_says_so_though_it_has_no_percentage(tmp_path: Path) -> None:
    out = printed(
        tmp_path,
        "2010-08-31",
        rows=row("T1", "due: 10月"),
        files={
            "returns/2010-07.yaml": "month: 2010-07\nentries:\n"
            "  - {task: T1, received: 2010-07-20, state: done, done_on: 2010-07-10, evidence: 文件}\n",
            "decisions.yaml": "decisions:\n"
            "  - {kind: send-back, item: T1, on: 2010-08-05, approver: 督查室, reason: 佐证不足}\n",
        },
    )

    assert any("08-05退回" in line for line in table_of(out))


def test_every_figure_names_its_basis_and_what_disagrees_with_it(tmp_path: Path) -> None:
    target = "targets: [{id: 企业, words: 8家, measure: 家, kind: total, at_least: 8}]"
    stages = (
        "stages: [{id: T1a, text: 二季度, due: 二季度末, percent: 50, "
        "targets: [{id: 企业, words: 4家, measure: 家, kind: total, at_least: 4}]}]"
    )
    out = printed(
        tmp_path,
        "2010-07-31",
        rows=row("T1", f"due: 12月底前, {target}, {stages}")
        + row("T2", f"due: 12月底前, {target}")
        + row("T3", f"due: 12月底前, parts: [{{id: T3.1, text: 东片, {target}}}, {{id: T3.2, text: 西片}}]"),
        files={
            "returns/2010-07.yaml": "month: 2010-07\nentries:\n"
            "  - {task: T1, received: 2010-07-20, progress: 90, targets: {企业: 3}}\n"
            "  - {task: T2, received: 2010-07-20, progress: 75, targets: {企业: 4}}\n"
            "  - {task: T3.1, received: 2010-07-20, progress: 75, targets: {企业: 4}}\n"
        },
    )
    cells = [line.split()[-1] for line in table_of(out)]

    assert cells == [
        *("企业", "应50%", "应50%", "按节点"),
        *("应38.8%", "按平均", "按指标50%"),
        *("推进中", "T3.1数不一致"),
    ]  # fmt: skip
    assert "自报90% 应50%" in out


def test_who_has_not_reported_is_the_unit_of_the_part_that_is_missing(tmp_path: Path) -> None:
    parts = "parts: [{id: T1.1, text: 东片}, {id: T1.2, text: 西片, lead: 经贸委, person: 杨扬}]"
    out = printed(
        tmp_path,
        "2010-04-30",
        rows=row("T1", f"due: 12月底前, {parts}")
        + row("T2", "due: 12月底前, parts: [{id: T2.1, text: 甲}, {id: T2.2, text: 乙}]"),
        files={
            "returns/2010-04.yaml": "month: 2010-04\nentries:\n"
            "  - {task: T1.1, received: 2010-04-20, progress: 20}\n"
        },
    )

    assert "未报（2项，应于2010-04-25前填报）\n  经贸委：T1.2   发改委：T2\n" in out


def screen_of(out: str) -> list[str]:
    """The lines before the table of tasks."""
    lines = out.splitlines()
    return lines[: next(place for place, line in enumerate(lines) if line.startswith("灯号"))]


def test_the_first_screen_of_three_hundred_tasks_is_a_screen(tmp_path: Path) -> None:
    """What is too much to read is counted by unit; the tasks stand below, each by name."""
    rows = "".join(
        f"  - {{id: T{number:03d}, text: 推进第{number}项重点工程建设并按期投入使用, "
        f"lead: {unit}, person: {person}, due: {month}月底前}}\n"
        for number in range(300)
        for unit, person in [(("发改委", "蔡惠忠"), ("经贸委", "杨扬"))[number % 2]]
        for month in [5 + number % 8]
    )
    entries = "".join(
        f"  - {{task: T{number:03d}, received: 2010-06-20, progress: {number % 60}, work: 推进{number}}}\n"
        for number in range(0, 300, 2)
    )
    screen = screen_of(
        printed(
            tmp_path,
            "2010-06-30",
            rows=rows,
            files={"returns/2010-06.yaml": f"month: 2010-06\nentries:\n{entries}"},
        )
    )
    said = "\n".join(screen)

    assert len(screen) <= 35
    assert "较5月末：未报→红灯 38项；未报→" in said
    assert "逾期（38项）" in said
    assert "  另有32项，逐项见下：发改委32项\n" in said
    assert "  经贸委150项\n" in said


def test_the_longest_overdue_stand_first_and_parts_say_which(tmp_path: Path) -> None:
    parts = "parts: [{id: T3.1, text: 东片, due: 6月底前}, {id: T3.2, text: 西片, due: 5月底前}]"
    screen = screen_of(
        printed(
            tmp_path,
            "2010-07-10",
            rows=row("T1", "due: 6月底前") + row("T2", "due: 4月底前") + row("T3", parts),
        )
    )

    assert [line.split("  ")[1:3] for line in screen if "◆ 红灯 T" in line] == [
        ["◆ 红灯 T2 发改委 蔡惠忠", "逾期71天、缺报3次"],
        ["◆ 红灯 T3 发改委 蔡惠忠", "T3.2 逾期40天、T3.1 逾期10天等4条"],
        ["◆ 红灯 T1 发改委 蔡惠忠", "逾期10天、缺报3次"],
    ]


def test_a_list_without_a_motion_is_not_called_one(tmp_path: Path) -> None:
    assert printed(tmp_path, "2010-06-30", rows=row("T1", "due: 10月")).startswith(
        "任务办理进展（截至2010年6月30日）"
    )


@pytest.mark.parametrize(("day", "begun"), [("2010-04-06", False), ("2010-04-07", True)])
def test_before_the_day_of_issue_nothing_has_begun(tmp_path: Path, day: str, begun: bool) -> None:
    out = printed(tmp_path, day, rows=row("T1", "due: 10月"))

    assert ("方案2010年4月7日印发，到这一天还没有开始办理" not in out) is begun


def test_a_roll_up_names_what_comes_after_the_phases_and_its_sum_has_a_share(tmp_path: Path) -> None:
    rows = row("T1", "due: 6月底前") + row("T2", "standing: true") + row("T3", "due: 6月底前")
    phases = "phases: [{id: P1, name: 检查, from: 2010-06-01, to: 2010-06-30}]\n"
    write_files(
        tmp_path,
        {
            "plan.yaml": phases + PLAN + rows,
            "units.yaml": UNITS,
            "returns/2010-06.yaml": "month: 2010-06\nentries:\n"
            "  - {task: T1, received: 2010-06-20, state: done, done_on: 2010-06-10, evidence: 文件}\n",
            "decisions.yaml": "decisions: [{kind: cancel, item: T3, on: 2010-06-01, approver: 市长, reason: 并入}]\n",
        },
    )

    def table(*more: str) -> list[list[str]]:
        asked = ("--data", tmp_path, "--as-of", "2010-06-30", "--lang", "zh", "--by", "phase")
        return [line.split() for line in run("status", *asked, *more).out.splitlines()]

    printed = table()
    assert ["长期推进", "1", "·", "1", "·", "·", "·", "·", "0%"] in printed
    assert ["合计", "3", "0", "1", "0", "0", "1", "1", "50%"] in printed
    assert ["没有符合条件的任务"] in table("--light", "red")


def test_of_many_reasons_silence_is_said_last(tmp_path: Path) -> None:
    """A unit that asks for help must not be hidden behind a form that is missing."""
    parts = "parts: [{id: T1.1, text: 东片}, {id: T1.2, text: 西片}]"
    phases = "phases: [{id: P1, name: 检查, from: 2010-07-01, to: 2010-12-31}]\n"
    write_files(
        tmp_path,
        {
            "plan.yaml": phases + PLAN + row("T1", f"due: 10月, {parts}"),
            "units.yaml": UNITS,
            "returns/2010-06.yaml": "month: 2010-06\nentries:\n"
            "  - {task: T1.2, received: 2010-06-20, work: 开工, coordinate: 拆迁}\n",
        },
    )
    out = run("status", "--data", tmp_path, "--as-of", "2010-07-31", "--lang", "zh").out

    assert "T1 发改委 蔡惠忠  T1.2 单位自报困难、T1.1 阶段准备不足等5条" in out


@pytest.mark.parametrize(
    ("day", "said"),
    [("2010-09-20", "抓紧（2010-09-20前） ("), ("2010-09-21", "抓紧（2010-09-20前，已过1天） (")],
)
def test_an_instruction_whose_day_has_passed_says_so(tmp_path: Path, day: str, said: str) -> None:
    given = "{kind: instruct, item: T1, on: 2010-09-01, approver: 市长, text: 抓紧, due: 2010-09-20}"
    files = {"decisions.yaml": f"decisions: [{given}]\n"}

    assert said in printed(tmp_path, day, rows=row("T1", "due: 10月"), files=files)


@pytest.mark.parametrize("width", [60, 80])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("asked", [(), ("--by", "unit"), ("--by", "phase")])
def test_with_every_tile_shown_no_line_is_too_wide(
    width: int, language: str, asked: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Suspended, cancelled and unjudged tasks each add a column; returns owed by two days a longer head."""
    monkeypatch.setenv("COLUMNS", str(width))
    rows = "".join(row(f"T{number}", "due: 12月底前") for number in range(1, 5))
    write_files(
        tmp_path,
        {
            "plan.yaml": PLAN + rows + row("T5", "due: 9月31日前") + row("T6", "due: 12月, report: 每季度末"),
            "units.yaml": UNITS,
            "decisions.yaml": "decisions:\n"
            "  - {kind: suspend, item: T1, on: 2010-06-01, approver: 市长, reason: 等批复}\n"
            "  - {kind: cancel, item: T2, on: 2010-06-01, approver: 市长, reason: 并入}\n",
        },
    )
    day = ("--as-of", "2010-11-30", "--lang", language)
    out = run("status", "--data", tmp_path, *day, *asked).out

    assert "T5" in out
    assert [line for line in out.splitlines() if cell_len(line) > width] == []


@pytest.mark.parametrize(("day", "owed"), [("2010-04-25", False), ("2010-04-26", True)])
def test_who_owes_nothing_yet_is_told_apart_from_who_has_not_reported(
    tmp_path: Path, day: str, owed: bool
) -> None:
    """Both show the grey light: 未报 2 above “nothing needs attention” is otherwise a riddle."""
    out = printed(tmp_path, day, rows=row("T1", "due: 10月") + row("T2", "due: 10月, start: 2010-05-01"))

    count = 1 if owed else 2
    assert f"从未填报而还没到填报日的{count}项，灯号也列未报\n" in out
    assert ("没有需要关注的任务\n" in out) is not owed


def test_what_is_suspended_is_counted_up_to_its_suspension_and_says_so() -> None:
    """T16 was 20 days overdue when it was suspended, T07 had 143 days left: neither is so on the day asked."""
    out = run("status", "--data", EXAMPLE, "--as-of", "2010-08-31").out
    shown = run("show", "T07", "--data", EXAMPLE, "--as-of", "2010-08-31").out

    assert "暂停时逾期20天" in out
    assert "应于2010年6月30日前完成，至2010年7月20日暂停时已逾期20天" in out
    assert "2010年6月10日暂停时还有143天" in shown
    assert "时限2010年10月31日，还有" not in shown


def test_a_phase_says_of_what_is_behind_whether_it_is_in_its_account() -> None:
    out = run("status", "--data", EXAMPLE, "--as-of", "2010-08-31").out

    assert "进度滞后，不在本阶段账内：T03、T11、T17" in out
    assert "  进度滞后：T" not in out


def test_what_is_in_no_phase_is_called_standing_only_where_it_is() -> None:
    out = run("status", "--data", DATA, "--as-of", "2010-12-25").out

    assert "长期推进" not in out


def test_tasks_under_no_heading_say_which_one_they_lack(tmp_path: Path) -> None:
    out = printed(tmp_path, "2010-06-30", "--by", "aim", rows=row("T1", "due: 6月底前"))

    assert "未列总体目标" in out


@pytest.mark.parametrize("width", [40, 60, 72])
def test_a_narrow_terminal_breaks_neither_a_date_nor_a_figure(
    tmp_path: Path, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    more = "month: 2010-07\nentries: [{task: T1, received: 2010-07-20, progress: 12.5}]\n"
    rows = row("T1", "due: 2010-10-31").replace("制定办法", "制定促进全市服务业又好又快发展的办法")
    assert "又好又快" in rows
    out = printed(tmp_path, "2010-07-31", rows=rows, files={"returns/2010-07.yaml": more})

    assert all(cell_len(line) <= width for line in out.splitlines())
    assert "2010-10-31" in out
    assert re.search(r"12\.5%\s+应50\.2%", out)
