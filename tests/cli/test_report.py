"""``motiontrack report monthly``: the paper, an office's own template, and what goes wrong."""

from __future__ import annotations

import html
import re
from decimal import Decimal
from pathlib import Path
from shutil import copytree
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from tests.cli.test_status import EXAMPLE, PLAN, UNITS, july, row
from tests.commands import ROOT, copy_data, run, start, write_files

if TYPE_CHECKING:
    from markdown_it.token import Token
    from syrupy.assertion import SnapshotAssertion

__all__ = ["july"]

DAY = ("--as-of", "2010-07-31")


def paper(folder: Path) -> str:
    ran = run("report", "monthly", "--data", folder, *DAY)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def tables(text: str) -> list[list[list[str]]]:
    """Every table of a Markdown text as rows of cells, as a Markdown reader sees them."""
    found: list[list[list[str]]] = []
    tokens: list[Token] = MarkdownIt().enable("table").parse(text)
    inside = False
    for token in tokens:
        if token.type in ("table_open", "table_close"):
            inside = token.type == "table_open"
            found.extend([[]] if inside else [])
        elif token.type == "tr_open":
            found[-1].append([])
        elif token.type == "inline" and inside:
            found[-1][-1].append(token.content)
    return found


def annex(text: str) -> list[list[str]]:
    """The rows of the table of tasks, without its head and its sum."""
    return next(table for table in tables(text) if table[0][-1] in ("进展情况", "Progress"))[1:-1]


def test_the_paper_as_it_is_printed(
    july: Path, snapshot: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(july)

    assert run("report", "monthly", *DAY).out == snapshot


def test_the_paper_in_english(
    july: Path, snapshot: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(july)

    assert run("report", "monthly", *DAY, "--lang", "en").out == snapshot


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_paper_as_a_page_says_the_same(july: Path, language: str) -> None:
    """The same sentences and tables in both formats: the words of one are the words of the other."""
    one = run("report", "monthly", "--data", july, *DAY, "--lang", language).out
    two = run("report", "monthly", "--data", july, *DAY, "--lang", language, "--format", "html").out

    said = {cell for table in tables(one)[:-1] for row in table for cell in row if cell}
    shown = re.sub(
        r"\s+", " ", html.unescape(re.sub(r"<style>.*?</style>|<[^>]+>", "", two, flags=re.DOTALL))
    )
    for cell in said:
        words = re.sub(r"^[◆○▲●■－] ", "", re.sub(r"\\(.)", r"\1", html.unescape(cell)))
        assert words in shown, words
    assert two.startswith("<!DOCTYPE html>")
    assert "http:" not in re.sub(r"门槛出处.*?</li>|thresholds come from.*?</li>", "", two, flags=re.DOTALL)


def test_markup_from_returns_is_text_on_the_page(tmp_path: Path) -> None:
    nasty = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    returns = f"""\
illustrative: true
month: 2010-07
entries:
  - {{task: T04, received: 2010-07-24, state: in-progress, progress: 20, pace: blocked, problems: '{nasty}'}}
"""
    folder = write_files(copy_data(tmp_path), {"returns/2010-07.yaml": returns})
    page = run("report", "monthly", "--data", folder, *DAY, "--format", "html").out

    assert nasty not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("a.docx", ("--format", "md")),
        ("a.html", ("--format", "docx")),
        ("a.md", ("--format", "html")),
        ("a.pdf", ()),
    ],
)
def test_a_file_whose_ending_does_not_fit_is_refused(
    tmp_path: Path, name: str, arguments: tuple[str, ...]
) -> None:
    ran = run("report", "monthly", "--data", ROOT / "data", *DAY, *arguments, "--output", tmp_path / name)

    assert ran.code == 2
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize(
    ("name", "begins"), [("a.md", b"# "), ("a.HTML", b"<!DOCTYPE html>"), ("a.docx", b"PK"), ("a.txt", b"# ")]
)
def test_the_name_of_the_file_says_the_format(tmp_path: Path, name: str, begins: bytes) -> None:
    ran = run("report", "monthly", "--data", ROOT / "data", *DAY, "--output", tmp_path / name)

    assert (ran.code, ran.err) == (0, "")
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_every_table_is_whole_and_the_lights_add_up(july: Path) -> None:
    found = tables(paper(july))

    for table in found:
        assert len({len(row) for row in table}) == 1, table
    lights, rows = found[0], annex(paper(july))
    counts = [int(row[1]) for row in lights[1:-1]]
    named = [re.findall(r"(\d+)项", row[3]) for row in lights[1:-1]]
    assert sum(counts) == int(lights[-1][1]) == len(rows) == 21
    assert [sum(map(int, each)) for each in named] == counts


def test_the_shares_add_up_to_a_hundred_where_the_plan_asks_for_it(tmp_path: Path) -> None:
    plan = Path(copytree(EXAMPLE, tmp_path / "data")) / "plan.yaml"
    day = ("--as-of", "2010-04-30")  # 1, 1 and 19 of 21
    plainly = run("report", "monthly", "--data", plan.parent, *day).out
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("  year: 2010\n", "  year: 2010\n  shares: to-100\n", 1), encoding="utf-8")
    adjusted = run("report", "monthly", "--data", plan.parent, *day).out

    def column(paper: str) -> list[Decimal]:
        rows = re.findall(r"^\|[^|]+\| \d+ \| ([\d.]+)% \|", paper, re.MULTILINE)
        return [Decimal(each) for each in rows]

    assert sum(column(plainly)[:-1]) == column(plainly)[-1] == Decimal("100.1")
    assert sum(column(adjusted)[:-1]) == column(adjusted)[-1] == 100
    assert "按最大余数取舍，合计100%" in adjusted
    assert "占比四舍五入，合计" in plainly


def test_invented_data_are_marked(july: Path) -> None:
    assert "示例" in paper(july)
    assert "示例" not in paper(ROOT / "data")


def test_output_writes_the_same_bytes_as_the_screen(tmp_path: Path, july: Path) -> None:
    target = tmp_path / "通报.md"
    ran = run("report", "monthly", "--data", july, *DAY, "--output", target)

    assert (ran.code, ran.out) == (0, "")
    assert target.read_bytes() == paper(july).encode("utf-8")
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".tmp")] == []


def test_output_into_a_folder_that_is_not_there_is_said_plainly(tmp_path: Path) -> None:
    ran = run("report", "monthly", "--data", ROOT / "data", *DAY, "--output", tmp_path / "没有" / "通报.md")

    assert ran.code == 2
    assert "通报.md" in ran.err


def test_text_from_returns_can_only_be_read(tmp_path: Path) -> None:
    nasty = r"| <script>alert(1)</script> [点](javascript:x) **粗** `码` \u202e 2010. 年底"
    returns = f"""\
illustrative: true
month: 2010-07
entries:
  - {{task: T04, received: 2010-07-24, state: in-progress, progress: 20, pace: blocked, problems: '{nasty}'}}
  - task: T05
    received: 2010-07-24
    state: in-progress
    progress: 20
    coordinate: |
      # 标题
      - 一项
      | a | b |
"""
    folder = write_files(copy_data(tmp_path), {"returns/2010-07.yaml": returns})
    text = paper(folder)

    for table in tables(text):
        assert len({len(row) for row in table}) == 1
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    assert "<script>" not in html
    assert "href=" not in html
    assert "<strong>" not in html
    assert "<h1>标题" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_the_same_bytes_from_two_folders_time_zones_and_hash_seeds(tmp_path: Path, july: Path) -> None:
    for command in (("validate",), ("status", *DAY), ("status", *DAY, "--json"), ("report", "monthly", *DAY)):
        one = start(*command, cwd=july.parent, TZ="Asia/Shanghai", PYTHONHASHSEED="1")
        two = start(*command, cwd=july / "returns", TZ="America/Los_Angeles", PYTHONHASHSEED="4242")
        assert one == two, command


@pytest.mark.parametrize("kind", [("monthly",), ("page",), ("monthly", "--format", "html")])
def test_the_same_paper_however_the_folder_is_named(
    july: Path, kind: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """By its whole path, from beside it, from inside it, and found by itself."""
    whole = run("report", *kind, "--data", july, *DAY)
    monkeypatch.chdir(july.parent)
    beside, found = run("report", *kind, "--data", "data", *DAY), run("report", *kind, *DAY)
    monkeypatch.chdir(july)
    inside = run("report", *kind, "--data", ".", *DAY)

    assert ("data/plan.yaml" in whole.out) == (kind == ("page",))
    assert str(july.parent) not in whole.out
    assert whole == beside == found == inside


def test_the_paper_names_the_basis_and_the_claim_that_the_figures_deny(tmp_path: Path) -> None:
    out = printed_paper(tmp_path, "zh"), printed_paper(tmp_path, "en")

    assert "推进中，完成20%，应达44.7%（按时间平均推算，截至7月31日）" in out[0]
    assert "推进中，完成75%，按指标50%，应达44.7%（按时间平均推算，截至7月31日）" in out[0]
    assert (
        "In progress: 75% done (44.7% expected by average over time), 50% by targets, as of 31 July" in out[1]
    )


def printed_paper(folder: Path, language: str) -> str:
    """The paper of two tasks without a motion, one of which claims more than its figures say."""
    target = "targets: [{id: 企业, words: 8家, measure: 家, kind: total, at_least: 8}]"
    returns = (
        "month: 2010-07\nentries:\n"
        "  - {task: T1, received: 2010-07-31, as_of: 2010-07-31, progress: 20}\n"
        "  - {task: T2, received: 2010-07-31, as_of: 2010-07-31, progress: 75, targets: {企业: 4}}\n"
    )
    rows = row("T1", "due: 2010-12-20") + row("T2", f"due: 2010-12-20, {target}")
    write_files(folder, {"plan.yaml": PLAN + rows, "units.yaml": UNITS, "returns/2010-07.yaml": returns})
    return run("report", "monthly", "--data", folder, "--as-of", "2010-07-31", "--lang", language).out


def progress_of(task: str, day: str) -> str:
    """The figures in the last cell of a task's row in the annex of the worked year's paper."""
    rows = annex(run("report", "monthly", "--data", EXAMPLE, "--as-of", day).out)
    return rows[int(task.removeprefix("T")) - 1][-1].split("）；")[0] + "）"


def test_a_figure_is_dated_by_the_day_it_holds_not_by_a_later_return_without_one() -> None:
    """T01 gave the figure of 30 June in July; its return of August says that there is none yet."""
    assert progress_of("T01", "2010-08-31").endswith("（截至6月30日）")
    status = run("status", "--data", EXAMPLE, "--as-of", "2010-08-31").out

    assert "(截至06-30)" in status
    assert "(截至08-24)" not in status


@pytest.mark.parametrize(
    ("task", "day", "said"),
    [
        ("T19", "2010-08-31", "新开工目标完成100%，应达50%；竣工目标完成0%（按节点，截至8月24日）"),
        ("T15", "2010-09-30", "对接活动目标完成200%，应达50%；金融机构目标完成0%（按节点，截至9月20日）"),
        ("T21", "2010-09-30", "总部基地目标完成0%，应达50%；自报完成45%，应达60%（按节点，截至9月24日）"),
        ("T03", "2010-09-30", "完成75%，应达80%（按节点，截至9月24日）"),
    ],
)
def test_every_figure_compared_is_printed_by_name(task: str, day: str, said: str) -> None:
    """One share of several would stand for the whole: two begun of two, and none completed."""
    assert progress_of(task, day) == f"推进中，{said}"


def test_figures_of_several_days_each_say_theirs(tmp_path: Path) -> None:
    stages = "[{id: T1.1, text: 甲, due: 2010-08-31, targets: [{id: 甲, words: 甲, at_least: 1}, {id: 乙, words: 乙, at_least: 1}]}]"
    targets = (
        "[{id: 甲, words: 2个, kind: total, at_least: 2}, {id: 乙, words: 2个, kind: total, at_least: 2}]"
    )
    files = {"plan.yaml": PLAN + row("T1", f"due: 2010-12-20, targets: {targets}, stages: {stages}")}
    for month, figures in (("06", "{甲: 1, 乙: 0}"), ("07", "{甲: 2}")):
        files[f"returns/2010-{month}.yaml"] = (
            f"month: 2010-{month}\nentries:\n  - {{task: T1, received: 2010-{month}-25, targets: {figures}}}\n"
        )
    write_files(tmp_path, {**files, "units.yaml": UNITS})

    assert "推进中，乙目标完成0%（截至6月25日）；甲目标完成100%（截至7月25日）" in paper(tmp_path)


def test_a_closing_that_follows_no_report_is_no_day_of_completion(tmp_path: Path) -> None:
    decisions = "decisions:\n  - {kind: send-back, item: T1, on: 2010-07-29}\n  - {kind: close, item: T1, on: 2010-07-30}\n"
    returns = (
        "month: 2010-06\nentries:\n"
        "  - {task: T1, received: 2010-06-29, state: done, done_on: 2010-06-28, evidence: 印发件}\n"
    )
    files = {"plan.yaml": PLAN + row("T1", "due: 2010-06-30"), "units.yaml": UNITS}
    write_files(tmp_path, {**files, "decisions.yaml": decisions, "returns/2010-06.yaml": returns})
    out = (
        run(*command, "--data", tmp_path, *DAY).out
        for command in (("report", "monthly"), ("status",), ("report", "page"))
    )
    monthly, status, page = out

    assert "7月30日销号，未报办结日期，按销号日计为逾期办结" in monthly
    assert "07-30销号" in status
    assert "7月30日销号" in page
    assert not [text for text in (monthly, status, page) if "30天" in text or "30日办结" in text]


def test_every_unit_that_leads_is_counted_not_only_the_one_that_convenes(tmp_path: Path) -> None:
    joint = row("T2", "due: 2010-12-20").replace("lead: 发改委", "lead: [发改委, 经贸委]")
    assert "经贸委" in joint
    write_files(tmp_path, {"plan.yaml": PLAN + row("T1", "due: 2010-12-20") + joint, "units.yaml": UNITS})
    page = run("report", "page", "--data", tmp_path, *DAY).out

    assert "2个责任单位" in paper(tmp_path)
    assert '<td class="u-p">2个</td>' in page
    assert "经贸委与其他单位共同负责，任务计在列首位的召集单位。" in page


def test_the_overview_counts_only_the_lights_there_are(tmp_path: Path) -> None:
    write_files(tmp_path, {"plan.yaml": PLAN + row("T1", "due: 2010-12-20"), "units.yaml": UNITS})
    for language, none, some in (
        ("zh", "红灯0项", "该项任务未报。"),
        ("en", "0 are red", "the task is shown as “not reported”."),
    ):
        out = run("report", "monthly", "--data", tmp_path, *DAY, "--lang", language).out

        assert none not in out
        assert some in out


def test_a_deadline_that_is_a_date_is_printed_once(tmp_path: Path) -> None:
    extended = "decisions: [{kind: extend, item: T1, on: 2010-07-01, due: 2010-09-30, approver: 市政府办}]\n"
    plan = PLAN + row("T1", "due: 2010-08-31") + row("T2", "due: 8月")
    write_files(tmp_path, {"plan.yaml": plan, "units.yaml": UNITS, "decisions.yaml": extended})
    rows = annex(paper(tmp_path))

    assert [cells[1] for cells in rows] == ["8月31日（延至9月30日）", "8月（8月31日）"]


def test_one_is_no_plural_in_english(tmp_path: Path) -> None:
    """One task of one unit, fallen due, whose one return is missing."""
    write_files(tmp_path, {"plan.yaml": PLAN + row("T1", "due: 2010-06-30"), "units.yaml": UNITS})
    out = run("report", "monthly", "--data", tmp_path, *DAY, "--lang", "en").out

    assert re.search(r"sets 1 task( under 1 goal)? for 1 unit\.", out), out
    assert "The one task whose deadline has passed is not done." in out
    assert re.search(r"The one return for July, due by .*, is missing\.", out), out


DECIDED = """\
decisions:
  - {kind: extend, item: T1, on: 2010-06-30, due: 2010-11-01, approver: 市政府办}
  - {kind: extend, item: T1, on: 2010-07-01, due: 2010-11-30, reason: 需扩大征求意见的范围。, approver: 市政府办, document: 〔2010〕1号}
  - {kind: suspend, item: T2, on: 2010-07-31, reason: 等待省规定}
  - {kind: cancel, item: T3, on: 2010-08-01}
  - {kind: extend, item: T3, applied: 2010-07-05, due: 2010-12-31}
  - {kind: instruct, item: T3, on: 2010-06-02, approver: 市长, text: 请抓紧。}
"""
FOUND = """\
findings:
  - {id: F1, raised_on: 2010-07-22, text: 底数不清。, tasks: T1, unit: 发改委, due: 2010-07-29}
  - {id: F2, raised_on: 2010-07-22, text: 进度偏慢, tasks: T2, unit: 发改委, due: 2010-08-31}
  - {id: F3, raised_on: 2010-07-01, text: 材料不全, tasks: T2, due: 2010-07-10, resolved_on: 2010-07-11, resolution: 已补齐}
  - {id: F4, raised_on: 2010-08-01, text: 以后提出, tasks: T2}
"""
ANSWERED = """\
feedback:
  - {deputy: 甲, date: 2010-07-20, verdict: 不满意}
  - {deputy: 乙, date: 2010-07-31, verdict: 满意}
  - {deputy: 丙, date: 2010-08-01, verdict: 满意}
"""


def eventful(folder: Path, language: str) -> str:
    """The paper of a month in which something was decided, found and answered."""
    rows = "".join(row(f"T{number}", "due: 2010-10-31") for number in (1, 2, 3))
    files = {"plan.yaml": PLAN + rows, "units.yaml": UNITS, "decisions.yaml": DECIDED, "findings.yaml": FOUND}
    asked = "month: 2010-07\nentries: [{task: T1, received: 2010-07-20, coordinate: 请协调经费。}]\n"
    write_files(folder, {**files, "feedback.yaml": ANSWERED, "returns/2010-07.yaml": asked})
    return run("report", "monthly", "--data", folder, *DAY, "--lang", language).out


def section(text: str, head: str) -> str:
    return text.split(head, 1)[1].split("\n## ", 1)[0] if head in text else ""


def test_the_months_decisions_are_told_and_no_others(tmp_path: Path) -> None:
    """From its first day to the day of the paper: not what was decided before, or only asked for."""
    told = section(eventful(tmp_path, "zh"), "延期、暂停和调整")

    assert re.findall(r"(?m)^\d+\. (.*)", told) == [
        "7月1日，“制定办法（T1）”（发改委）延期至11月30日，理由是需扩大征求意见的范围（市政府办批准，〔2010〕1号）。",
        "7月31日，“制定办法（T2）”（发改委）暂停办理，理由是等待省规定。",
    ]


def test_what_waits_what_was_found_and_what_deputies_said_is_told(tmp_path: Path) -> None:
    out = eventful(tmp_path, "zh")

    assert "1. 6月2日，市长对“制定办法（T3）”批示：“请抓紧”，该任务尚未办结。" in out
    assert "2. 发改委就“制定办法（T1）”提请协调：请协调经费（7月填报）。" in out
    found = section(out, "检查发现问题的整改")
    assert (
        "视察和检查提出问题3个，已整改1个（其中超过时限整改1个），尚未整改2个（其中已过时限1个）。" in found
    )
    assert "1. 底数不清（发改委，应于7月29日前整改，已过2天）。" in found
    assert "2. 进度偏慢（发改委，应于8月31日前整改）。" in found
    said = section(out, "代表意见")
    assert "2位代表反馈了意见：满意1位，不满意1位。不满意、尚未再次答复的1位。" in said


def test_the_same_in_english(tmp_path: Path) -> None:
    out = eventful(tmp_path, "en")

    assert "was extended to 30 November, approved by " in out
    assert (
        "Inspections made 3 findings; 1 has been mended late, and 2 are still open, 1 of them past their day."
        in out
    )
    assert "2 deputies have answered: " in out
    assert len(re.findall(r"(?m)^## \d+\. ", out)) == len(
        re.findall(r"(?m)^## [一二三四五六七八九十]+、", eventful(tmp_path, "zh"))
    )


def test_a_quiet_month_has_no_such_sections() -> None:
    """The bare notice: nothing was decided, asked for, found or answered."""
    assert re.findall(r"(?m)^## [一二三四五六七八九十]+、(.*)", paper(ROOT / "data")) == [
        "总体情况", "填报情况", "需要关注的任务", "阶段和步骤", "近期到期的任务", "方案中待明确的表述",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["通报.doc", "通报.pdf", "通报", "."])
def test_an_ending_of_no_format_is_answered_with_all_that_there_are(tmp_path: Path, name: str) -> None:
    ran = run("report", "monthly", "--data", copy_data(tmp_path), "--output", name, "--as-of", "2010-07-31")

    said = (
        f"{name} 的扩展名不表示任何一种格式。monthly 可以写入 .md、.markdown、.txt、.html、.htm、.docx 文件。"
    )
    assert (ran.code, ran.out, said in ran.err) == (2, "", True), ran.err
