"""``motiontrack remind``: drafts that change nothing, and slips that stand in the register before they go out."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from shutil import copytree
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from motiontrack.cli.files import Folder, read_folder
from motiontrack.exchange.slips import file_name
from motiontrack.source.locking import LOCK
from motiontrack.views.slips import SlipView
from tests.cli.test_read_aloud import MARKS, MONTH_ENDS, TOOL_TALK
from tests.cli.test_status import EXAMPLE, july
from tests.commands import Ran, copy_data, run, start

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

    from motiontrack.diagnostics.record import Diagnostic

__all__ = ["july"]

DAY = ("--as-of", "2010-07-31")


def reminded(folder: Path, *more: str, day: str = "2010-07-31") -> Ran:
    return run("remind", "--data", folder, "--as-of", day, *more)


def register(folder: Path) -> str:
    return (folder / "slips.yaml").read_text(encoding="utf-8")


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def kinds_sent(folder: Path) -> list[str]:
    return re.findall(r"kind: (\S+)", register(folder))


# -- how they look


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("ending", ["md", "html"])
def test_slips_as_they_are_printed(
    july: Path, language: str, ending: str, snapshot: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(july)
    ran = run("remind", *DAY, "--per", "unit", "--lang", language, "--format", ending)

    assert ran.code == 0
    assert re.sub(r"(?s)<style>.*?</style>", "", ran.out) == snapshot


def test_both_formats_say_the_same(july: Path) -> None:
    text, page = (reminded(july, "--format", each).out for each in ("md", "html"))
    rows = [cells for row in re.findall(r"(?m)^\| (.*) \|$", text) if len(cells := row.split(" | ")) == 4]
    shown = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page))

    assert len(rows) > len(re.findall("<article", page)) > 0
    for cell in (each for row in rows for each in row):
        for words in re.sub(r"\\(.)", r"\1", cell).split("；"):
            assert words in shown


# -- drafts


def test_a_draft_says_so_and_writes_nothing(july: Path) -> None:
    before = held(july)
    ran = reminded(july)

    assert (ran.code, held(july)) == (0, before)
    assert ran.out.count("草稿") == ran.out.count("# 催办通知单") > 0
    assert "草稿，没有登记" in ran.err


def test_the_same_files_and_day_give_the_same_bytes(july: Path) -> None:
    assert reminded(july, "--format", "html") == reminded(july, "--format", "html")


def test_what_it_is_for_can_be_said_in_chinese(july: Path) -> None:
    chinese = reminded(july, "--per", "单位", "--reason", "未报", "--reason", "滞后")
    english = reminded(july, "--per", "unit", "--reason", "unreported", "--reason", "behind")
    wrong = reminded(july, "--per", "科室")

    assert chinese.out == english.out != ""
    assert (wrong.code, "任务、单位" in wrong.err) == (2, True)


def test_a_folder_is_asked_for_and_no_screen(july: Path) -> None:
    ran = reminded(july, "--output", "-")

    assert ran.code == 2
    assert "--output 写的是文件夹" in ran.err
    assert not Path("-").exists()


def test_who_is_only_told_of_a_deadline_ahead_is_not_spoken_to_as_late(july: Path) -> None:
    ahead = reminded(july, "--reason", "due-soon", day="2010-09-30")
    late = reminded(july, "--reason", "unreported", day="2010-09-30")

    assert ahead.out.count("# 临期提醒单\n") > 0
    assert "催办通知单" not in ahead.out
    assert "能按期完成的，不必回复" in ahead.out
    assert "需抓紧办理" not in ahead.out
    assert "临期提醒单" not in late.out


@pytest.mark.parametrize("day", MONTH_ENDS)
@pytest.mark.parametrize("per", ["task", "unit"])
def test_no_slip_talks_of_the_tool(per: str, day: str) -> None:
    slips = run("remind", "--data", EXAMPLE, "--as-of", day, "--per", per, "--lang", "zh").out

    assert slips
    for wrong in (*TOOL_TALK, *MARKS, "--issue"):
        assert not re.findall(wrong, slips)


def test_a_slip_names_the_document_that_a_fact_stands_in() -> None:
    ran = run("remind", "--data", EXAMPLE, "--as-of", "2010-11-15", "--unit", "文化局", "--lang", "zh")

    assert "落后14.8个百分点（按时间平均推算）（依据：2010年10月填报）；" in ran.out
    assert "已于2010年11月1日开始，本项落后14.8个百分点（依据：工作方案）；" in ran.out


def test_who_will_be_late_is_asked_to_say_so_before_the_deadline() -> None:
    ran = run("remind", "--data", EXAMPLE, "--as-of", "2010-04-30", "--reason", "due-soon", "--lang", "zh")

    assert "预计不能按期完成的，请于2010年4月30日前书面告知市政府办。" in ran.out


def test_without_anything_to_chase_it_says_so(tmp_path: Path) -> None:
    ran = reminded(copy_data(tmp_path), "--reason", "overdue", day="2010-04-08")

    assert (ran.code, ran.out) == (0, "")
    assert "没有需要催办" in ran.err


# -- sent


def test_what_is_sent_stands_in_the_register(july: Path) -> None:
    draft = reminded(july, "--unit", "财政局")
    ran = reminded(july, "--unit", "财政局", "--issue")

    assert ran.code == 0, ran.err
    assert "草稿" not in ran.out
    assert re.sub(r"> \*\*草稿.*\n\n", "", draft.out) == ran.out
    assert register(july) == (
        "illustrative: true\nslips:\n"
        "  - number: 督〔2010〕1号\n    issued_on: 2010-07-31\n    kind: 催办\n    unit: 财政局\n    items: T14\n"
        "    causes:\n      T14: [overdue, unreported]\n"
        '    asked: "T14：说明未按时完成的原因、目前进度和补救措施，明确新的完成日期；确需延期的，按程序报批。'
        '补报2010年7月进展；没有变化的，也请如实填报。请于2010年8月5日前书面回复市政府办。"\n'
        "    due: 2010-08-05\n"
    )
    assert run("validate", "--data", july).code == 0


def test_sending_again_sends_nothing(july: Path) -> None:
    first = reminded(july, "--issue")
    after = register(july)
    second = reminded(july, "--issue")

    assert first.code == second.code == 0
    assert (second.out, register(july)) == ("", after)
    assert "当日已发督〔2010〕1号" in second.err
    assert "8月5日前回复，时限未到" in reminded(july, day="2010-08-05").err


def test_the_ladder_is_climbed_from_run_to_run(tmp_path: Path) -> None:
    folder = copy_data(tmp_path)
    days = ("2010-07-01", "2010-07-08", "2010-07-15", "2010-07-22", "2010-07-29", "2010-08-05")
    sent = [reminded(folder, "--unit", "国土局", "--reason", "overdue", "--issue", day=day) for day in days]

    assert [ran.code for ran in sent] == [0] * len(days)
    assert kinds_sent(folder) == ["催办", "催办", "督办", "督办", "通报", "约谈"]
    assert re.findall(r"number: (\S+)", register(folder)) == [f"督〔2010〕{n}号" for n in range(1, 7)]
    assert "督〔2010〕5号（2010年7月29日，通报），未见回复，现予约谈。" in sent[-1].out
    assert run("validate", "--data", folder).code == 0


def test_a_plan_sets_its_own_ladder_and_the_slip_names_its_rule(tmp_path: Path) -> None:
    folder = copy_data(tmp_path)
    with (folder / "plan.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "\nladder:\n  - {kind: 催办, unanswered: 1, days: 3, source: 通政办发〔2009〕12号第六条}\n"
        )
    days = ("2010-07-01", "2010-07-08", "2010-07-15")
    sent = [reminded(folder, "--unit", "国土局", "--reason", "overdue", "--issue", day=day) for day in days]

    assert kinds_sent(folder) == ["催办", "督办", "督办"]
    assert "2010年7月4日" in sent[0].out or "7月4日" in sent[0].out
    assert "未见回复，现予督办。依据：通政办发〔2009〕12号第六条。" in sent[1].out
    assert run("validate", "--data", folder).code == 0


def test_whoever_goes_another_way_than_the_ladder_does_not_go_by_its_rule(tmp_path: Path) -> None:
    folder = copy_data(tmp_path)
    with (folder / "plan.yaml").open("a", encoding="utf-8") as file:
        file.write("\nladder:\n  - {kind: 督办, unanswered: 2, source: 通政办发〔2009〕12号第六条}\n")
    asked = ("--unit", "国土局", "--reason", "overdue", "--issue")
    reminded(folder, *asked, day="2010-07-01")
    sent = reminded(folder, *asked, "--kind", "通报", day="2010-07-08")

    assert "现予通报。" in sent.out
    assert "依据：通政办发" not in sent.out


def test_an_answer_stops_the_climb(tmp_path: Path) -> None:
    folder = copy_data(tmp_path)
    reminded(folder, "--unit", "国土局", "--reason", "overdue", "--issue", day="2010-07-01")
    path = folder / "slips.yaml"
    path.write_text(register(folder) + "    answered_on: 2010-07-05\n", encoding="utf-8")
    for day in ("2010-07-08", "2010-07-15"):
        reminded(folder, "--unit", "国土局", "--reason", "overdue", "--issue", day=day)

    assert kinds_sent(folder) == ["催办", "催办", "催办"]


def test_a_step_can_be_taken_at_once(july: Path) -> None:
    ran = reminded(july, "--unit", "财政局", "--kind", "督办", "--issue")

    assert ran.code == 0, ran.err
    assert "# 督办通知单" in ran.out
    assert kinds_sent(july) == ["督办"]


def test_each_slip_goes_to_a_file_of_its_own(july: Path, tmp_path: Path) -> None:
    folder = tmp_path / "单据"
    ran = reminded(july, "--per", "unit", "--format", "html", "--output", str(folder), "--issue")
    names = sorted(path.name for path in folder.iterdir())

    assert (ran.code, ran.out) == (0, "")
    assert len(names) == len(kinds_sent(july))
    assert "督〔2010〕1号 催办 发改委.html" in names
    assert all(f"已写入 {(folder / name).as_posix()}。" in ran.err for name in names)


def test_what_cannot_be_printed_is_not_registered(july: Path, tmp_path: Path) -> None:
    ran = reminded(july, "--output", str(tmp_path / "没有" / "单据"), "--issue")

    assert ran.code == 2
    assert not (july / "slips.yaml").exists()


def test_a_register_that_nothing_can_be_put_into_is_left_as_it_is(july: Path) -> None:
    text = "slips: [{number: 督〔2010〕9号, issued_on: 2010-06-01, kind: 催办, unit: 发改委, items: T01}]\n"
    (july / "slips.yaml").write_text(text, encoding="utf-8")
    ran = reminded(july, "--issue")

    assert (ran.code, ran.out, register(july)) == (2, "", text)
    assert "slips" in ran.err


def test_numbers_go_on_in_the_offices_own_series(july: Path) -> None:
    text = "slips:\n  - {number: 通政督〔2010〕9号, issued_on: 2010-06-01, kind: 催办, unit: 发改委, items: T01}\n"
    (july / "slips.yaml").write_text(text, encoding="utf-8")
    reminded(july, "--unit", "财政局", "--issue")

    assert "number: 通政督〔2010〕10号" in register(july)
    assert register(july).startswith(text)


def test_two_at_once_send_each_slip_once(july: Path) -> None:
    command = ("remind", "--data", july, *DAY, "--issue")
    with ThreadPoolExecutor(4) as pool:
        ran = list(pool.map(lambda _: start(*command), range(4)))
    numbers = re.findall(r"number: (\S+)", register(july))

    assert [code for code, _, _ in ran] == [0] * 4
    assert len(set(numbers)) == len(numbers)
    assert sum(1 for _, out, _ in ran if out) == 1
    assert not (july / LOCK).exists() or run("validate", "--data", july).code == 0


def test_errors_leave_their_tasks_out_and_say_so(july: Path) -> None:
    plan = july / "plan.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("lead: 国土局", "lead: 国土厅", 1), encoding="utf-8")
    ran = reminded(july)

    assert ran.code == 1
    assert "T16" not in ran.out
    assert "1项因数据错误未判定" in ran.err


def test_a_unit_that_the_plan_does_not_have_is_refused(july: Path) -> None:
    ran = reminded(july, "--unit", "国土厅", "--issue")

    assert ran.code == 2
    assert "国土局" in ran.err
    assert not (july / "slips.yaml").exists()


# -- printed once more


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_slip_is_printed_again_as_it_was_sent(tmp_path: Path, language: str) -> None:
    folder = copy_data(tmp_path)
    sent = [
        reminded(folder, "--per", "unit", "--unit", "国土局", "--lang", language, "--issue", day=day)
        for day in ("2010-07-01", "2010-07-08", "2010-07-15")
    ]
    for number, before in enumerate(sent, 1):
        again = run("remind", "--data", folder, "--again", str(number), "--lang", language)
        assert (again.code, again.err, again.out) == (0, "", before.out)


def test_a_slip_that_reads_otherwise_now_says_so(tmp_path: Path) -> None:
    folder = copy_data(tmp_path)
    reminded(folder, "--unit", "国土局", "--issue", day="2010-07-01")
    path = folder / "slips.yaml"
    path.write_text(register(folder).replace("说明未按时", "请说明未按时"), encoding="utf-8")

    assert "以登记簿为准" in run("remind", "--data", folder, "--again", "督〔2010〕1号").err


def test_what_is_printed_again_is_read_once_and_refused_in_the_plans_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copy_data(tmp_path)
    reminded(folder, "--unit", "国土局", "--issue", day="2010-07-01")
    read: list[Folder] = []

    def counted(place: Folder) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
        read.append(place)
        return read_folder(place)

    monkeypatch.setattr("motiontrack.cli.loading.read_folder", counted)
    again, times = run("remind", "--data", folder, "--again", "1"), len(read)
    (folder / "units.yaml").write_text("units: [", encoding="utf-8")
    refused = run("remind", "--data", folder, "--again", "1", language="en")

    assert (again.code, times) == (0, 1)
    assert refused.code == 2
    assert "无法判定" in refused.err


def test_what_was_not_sent_is_not_printed_again(july: Path) -> None:
    assert run("remind", "--data", july, "--again", "7").code == 2
    assert run("remind", "--data", july, "--again", "1", "--issue").code == 2


# -- text from data can only be read


HOSTILE = "<script>alert(1)</script> | [点我](javascript:x) `x` **粗** {{ 7*7 }} \u202e倒"


def hostile(tmp_path: Path) -> Path:
    folder = copy_data(tmp_path)
    plan = folder / "plan.yaml"
    text = plan.read_text(encoding="utf-8")
    text = re.sub(r"(?m)^(    text: ).*服务业重点企业.*$", lambda found: found[1] + f"'{HOSTILE}'", text)
    assert "alert(1)" in text
    plan.write_text(text, encoding="utf-8")
    return folder


def test_text_from_data_can_only_be_read(tmp_path: Path) -> None:
    folder = hostile(tmp_path)
    text, page = (reminded(folder, "--unit", "经贸委", "--format", each).out for each in ("md", "html"))
    rendered = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)

    for shown in (rendered, page):
        assert "<script" not in shown
        assert 'href="javascript' not in shown
        assert "49" not in shown
        assert "\u202e" not in shown
        assert "&lt;script&gt;" in shown
        assert "&amp;lt;" not in shown


@pytest.mark.parametrize("unit", ["../../外", "a/b\\c:d", "..", "发改委\u202e"])
def test_a_name_leads_nowhere(unit: str) -> None:
    day = date(2010, 7, 31)
    slip = SlipView(
        number="督〔2010〕1号",
        kind="催办",
        title="",
        unit=unit,
        person="",
        issued_on=day,
        due=day,
        items=(),
        opening="",
        step="",
        closing="",
        asked="",
    )
    name = file_name(slip, ".md")

    assert not re.search(r"[\\/:]|\u202e", name)
    assert not name.startswith(".")


def test_the_shipped_example_can_be_chased_all_the_year(tmp_path: Path) -> None:
    folder = Path(copytree(EXAMPLE, tmp_path / "data"))
    for month in range(4, 13):
        ran = reminded(folder, "--per", "unit", "--issue", day=f"2010-{month:02d}-28")
        assert ran.code == 0, ran.err
    assert run("validate", "--data", folder).code == 0
