"""Papers that were issued: kept with their figures, printed again as they were, compared with what is now."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from motiontrack.cli import issuing, output
from motiontrack.cli.refusals import CannotRunError
from motiontrack.model.own_texts import PLACES
from motiontrack.source.locking import LOCK
from motiontrack.views.issued import read_issued, seal_of
from tests.cli.test_own_texts import put
from tests.commands import ROOT, copy_data, run

JULY, AUGUST = ("--as-of", "2010-07-31"), ("--as-of", "2010-08-31")
EXAMPLE = ROOT / "examples" / "nantong-2010" / "data"
KEPT = "issued/monthly-2010-07-31.json"


@pytest.fixture(autouse=True)
def _third_of_august(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(issuing, "today", lambda: date(2010, 8, 3))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The worked year; its return files as they will have come."""
    import shutil

    return Path(shutil.copytree(EXAMPLE, tmp_path / "data"))


def report(folder: Path, *arguments: str | Path) -> str:
    ran = run("report", "monthly", "--data", folder, *arguments)
    assert ran.code == 0, ran.err
    return ran.out


def change(folder: Path, before: str, after: str, file: str = "returns/2010-07.yaml") -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def late_return(folder: Path) -> None:
    """What a unit made up later, with a day of receipt that lies before the paper's day."""
    change(
        folder,
        "entries:\n",
        "entries:\n  - {task: T03, received: 2010-07-30, state: in-progress, progress: 5}\n",
    )


def test_an_issued_paper_is_kept_and_printed_again_byte_for_byte(data: Path) -> None:
    pages = {form: report(data, *JULY, "--format", form) for form in ("md", "html")}
    ran = run("report", "monthly", "--data", data, *JULY, "--issue")

    assert (ran.code, ran.out) == (0, pages["md"])
    assert KEPT in ran.err
    assert "report monthly --issued 2010-07-31" in ran.err
    late_return(data)
    for form, page in pages.items():
        assert report(data, *JULY, "--format", form) != page
        assert report(data, "--issued", "2010-07-31", "--format", form) == page


def test_what_is_kept_says_what_it_is_and_keeps_to_its_schema(data: Path) -> None:
    status = json.loads(run("status", "--data", data, *JULY, "--json").out)
    report(data, *JULY, "--issue")
    kept = json.loads((data / KEPT).read_text(encoding="utf-8"))
    schema = json.loads((ROOT / "schema" / "issued.json").read_text(encoding="utf-8"))

    jsonschema.Draft202012Validator(schema).validate(kept)
    assert (kept["schema"], kept["kind"], kept["as_of"], kept["issued_on"], kept["language"]) == (
        "motiontrack/issued/1",
        "monthly",
        "2010-07-31",
        "2010-08-03",
        "zh",
    )
    assert kept["figures"]["totals"] == status["totals"]
    assert [task["id"] for task in kept["figures"]["tasks"]] == [task["id"] for task in status["tasks"]]
    assert len(kept["digest"]) == 64


def test_a_paper_is_no_input_of_judgement(data: Path) -> None:
    before = run("status", "--data", data, *JULY, "--json").out, run("validate", "--data", data).out
    report(data, *JULY, "--issue")
    (data / "issued" / "monthly-2010-06-30.json").write_text("[", encoding="utf-8")

    assert (run("status", "--data", data, *JULY, "--json").out, run("validate", "--data", data).out) == before


def test_issuing_the_same_again_changes_nothing(data: Path) -> None:
    report(data, *JULY, "--issue")
    kept = (data / KEPT).read_bytes()
    ran = run("report", "monthly", "--data", data, *JULY, "--issue", "--format", "html")

    assert (ran.code, "没有重复登记" in ran.err) == (0, True)
    assert ran.out.startswith("<!DOCTYPE html>")
    assert (data / KEPT).read_bytes() == kept


@pytest.mark.parametrize("how", ["a figure", "a word of the office's"])
def test_another_paper_for_the_same_day_is_refused(data: Path, how: str) -> None:
    report(data, *JULY, "--issue")
    kept = (data / KEPT).read_bytes()
    if how == "a figure":
        late_return(data)
    else:
        put(data, "monthly.demands.md", "请抓紧。\n")
    ran = run("report", "monthly", "--data", data, *JULY, "--issue")

    assert (ran.code, ran.out) == (2, "")
    assert "--issued 2010-07-31" in ran.err
    assert (data / KEPT).read_bytes() == kept


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_later_run_tells_task_by_task_what_differs(data: Path, language: str) -> None:
    report(data, *JULY, "--issue", "--lang", language)
    assert run("report", "monthly", "--data", data, *JULY, "--lang", language).err == ""

    late_return(data)
    ran = run("report", "monthly", "--data", data, *JULY, "--lang", language)

    said, note = {
        "zh": (
            "不同的1处：\n  T03灯号由正常改为黄灯，进度由",
            "本件已于2010年8月3日印发，以印发的文本为准；现在与印发时不同的1处：“服务业‘十二五’发展规划”灯号由",
        ),
        "en": (
            "otherwise: 1\n  T03: ",
            "This paper was issued on 3 August 2010, and what was issued stands.",
        ),
    }[language]
    assert said in ran.err
    assert {"zh": "进度由", "en": "progress from "}[language] in ran.err
    assert note in ran.out
    assert "T03" not in ran.out.partition(note)[2].splitlines()[0]
    assert ran.out.index({"zh": "### 说明", "en": "### Notes"}[language]) < ran.out.index(note)


def test_a_task_that_is_gone_is_named_too_whatever_its_text_holds(data: Path) -> None:
    change(data, "    text: 服务业“十二五”发展规划\n", '    text: "旧\\u202e规划"\n', "plan.yaml")
    july = ("report", "interim", "--data", data, *JULY)
    assert run(*july, "--issue").code == 0
    change(data, "  - id: T03\n", "  - id: T93\n", "plan.yaml")
    ran = run(*july, "--draft")

    assert "“旧规划”现在没有，或者未判定" in ran.out


#: What becomes of an own text after the paper went out, and what is said of it on the screen and in the paper.
TEXTS = {
    "changed": (
        "　　请抓紧办理，限期补报。\n",
        "单位自己的文字“工作要求”（texts/monthly.demands.md）有改动",
        "单位自己的文字“工作要求”有改动",
    ),
    "removed": (
        None,
        "单位自己的文字“工作要求”（texts/monthly.demands.md）印发时有，现在没有",
        "单位自己的文字“工作要求”印发时有，现在没有",
    ),
    "blanked": (
        "\n　\n",
        "单位自己的文字“工作要求”（texts/monthly.demands.md）印发时有，现在没有",
        "单位自己的文字“工作要求”印发时有，现在没有",
    ),
}


@pytest.mark.parametrize("how", TEXTS)
def test_a_later_run_tells_which_own_text_was_changed_or_removed(data: Path, how: str) -> None:
    put(data, "monthly.demands.md", "　　请抓紧办理。\n")
    report(data, *JULY, "--issue")
    after, on_screen, on_paper = TEXTS[how]
    if after is None:
        (data / "texts" / "monthly.demands.md").unlink()
    else:
        put(data, "monthly.demands.md", after)
    ran = run("report", "monthly", "--data", data, *JULY)

    assert ran.err.endswith(
        f"截至2010年7月31日的这份材料已于2010年8月3日印发。现在与印发时不同的1处：\n  {on_screen}\n"
    )
    assert f"以印发的文本为准；现在与印发时不同的1处：{on_paper}。" in ran.out
    assert "texts/" not in ran.out
    assert run("report", "monthly", "--data", data, *JULY, "--issue").code == 2


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_later_run_tells_which_own_text_was_added(data: Path, language: str) -> None:
    report(data, *JULY, "--issue", "--lang", language)
    put(data, "2010-07/monthly.demands.md", "请抓紧办理。\n")
    ran = run("report", "monthly", "--data", data, *JULY, "--lang", language)

    assert {
        "zh": "  单位自己的文字“工作要求”（texts/2010-07/monthly.demands.md）印发时没有\n",
        "en": "  the office’s own words, “Demands” (texts/2010-07/monthly.demands.md): not there when it was issued\n",
    }[language] in ran.err
    late_return(data)
    again = run("report", "monthly", "--data", data, *JULY, "--lang", language)
    assert {"zh": "不同的2处：\n  T03灯号", "en": "otherwise: 2\n  T03: "}[language] in again.err


def test_an_own_text_that_another_file_goes_before_is_told_with_both(data: Path) -> None:
    put(data, "monthly.demands.md", "请抓紧办理。\n")
    report(data, *JULY, "--issue")
    put(data, "2010-07/monthly.demands.md", "请抓紧办理。\r\n".encode())
    assert run("report", "monthly", "--data", data, *JULY).err == ""  # the same words from another file

    put(data, "2010-07/monthly.demands.md", "限期补报。\n")
    assert (
        "“工作要求”（texts/2010-07/monthly.demands.md，印发时为 texts/monthly.demands.md）有改动"
        in run("report", "monthly", "--data", data, *JULY).err
    )


def test_the_texts_of_other_papers_and_months_are_not_spoken_of(data: Path) -> None:
    report(data, *JULY, "--issue")
    for name in ("interim.next.md", "2010-08/monthly.demands.md"):
        put(data, name, "请抓紧办理。\n")

    assert run("report", "monthly", "--data", data, *JULY).err == ""


@pytest.mark.parametrize("kind", ["interim", "final", "reply"])
def test_every_paper_with_own_words_tells_of_them(data: Path, kind: str) -> None:
    assert run("report", kind, "--data", data, *JULY, "--issue").code == 0
    for place in PLACES[kind]:
        put(data, f"{kind}.{place}.md", "已与代表见面沟通。\n")
    ran = run("report", kind, "--data", data, *JULY)

    for place in PLACES[kind]:
        assert f"（texts/{kind}.{place}.md）印发时没有" in ran.err
    assert "place." not in ran.err


def test_what_differs_in_nothing_that_is_compared_is_told_too(data: Path) -> None:
    """Other words in a return, another template: no figure is another, and yet it is not what was sent."""
    report(data, *JULY, "--issue")
    text = (data / "returns" / "2010-07.yaml").read_text(encoding="utf-8")
    problem = re.search(r"problems: (\S+)", text)
    assert problem is not None
    change(data, problem[0], "problems: 场地未定")

    for form in ("md", "html"):
        ran = run("report", "monthly", "--data", data, *JULY, "--format", form)
        assert ran.err == (
            "截至2010年7月31日的这份材料已于2010年8月3日印发。现在编印的文字与印发时不同，"
            "任务的灯号、状态、进度、时限和单位自己的文字没有变化。重印原件请用 motiontrack report monthly --issued 2010-07-31。\n"
        )
    assert run("report", "monthly", "--data", data, *JULY, "--lang", "en").err == ""  # a translation


def test_a_later_paper_says_what_changed_since_the_last_that_was_issued(data: Path) -> None:
    report(data, "--as-of", "2010-05-31", "--issue")
    report(data, *JULY, "--issue")
    tasks = {
        day: {
            task["id"]: task
            for task in json.loads(run("status", "--data", data, "--as-of", day, "--json").out)["tasks"]
        }
        for day in ("2010-07-31", "2010-08-31")
    }
    before, now = tasks["2010-07-31"], tasks["2010-08-31"]
    done = [each for each in now if now[each]["state"] == "done" != before[each]["state"]]
    turned = [each for each in now if each not in done and now[each]["light"] != before[each]["light"]]

    line = next(line for line in report(data, *AUGUST).split("\n") if line.startswith("与上次印发"))
    assert line.startswith(
        "与上次印发的情况（截至2010年7月31日）相比，新办结1项（培育服务业企业做大做强）；由"
    )
    assert len(done) == 1
    assert not re.findall(r"T\d\d", line)
    assert sum(int(part.split("项")[0][-1]) for part in line.split("；")[1:]) == len(turned) > 0
    assert line in report(data, *AUGUST, "--format", "html")
    english = report(data, *AUGUST, "--lang", "en")
    assert (
        f"Since the paper last issued (as of 31 July 2010), {len(done)} more task has been done (" in english
    )


def test_a_paper_is_not_compared_with_later_ones_and_a_past_month_prints_as_it_stood(data: Path) -> None:
    july = report(data, *JULY)
    report(data, *AUGUST, "--issue")

    assert report(data, *JULY) == july


@pytest.mark.parametrize("kind", ["interim", "final"])
def test_the_reports_to_the_congress_say_it_too(data: Path, kind: str) -> None:
    assert run("report", kind, "--data", data, "--as-of", "2010-06-30", "--issue").code == 0
    later = run("report", kind, "--data", data, *JULY)
    assert "\n与上次印发的情况（截至2010年6月30日）相比，" in later.out

    assert run("report", kind, "--data", data, *JULY, "--issue").code == 0
    late_return(data)
    again = run("report", kind, "--data", data, *JULY)
    assert "本件已于2010年8月3日印发，以印发的文本为准；" in again.out
    assert "T03灯号由" in again.err


LETTER = ("report", "reply", "--as-of", "2010-12-10", "--data")


def test_a_letter_to_one_deputy_is_a_paper_of_its_own(data: Path) -> None:
    one = ("--to", "示例代表四")
    alone = run(*LETTER, data, *one, "--issue")
    to_all = run(*LETTER, data, "--issue")

    assert (alone.code, to_all.code) == (0, 0), alone.err + to_all.err
    assert "report reply --to 示例代表四 --issued 2010-12-10" in alone.err
    assert sorted(path.name for path in (data / "issued").iterdir()) == [
        "reply-2010-12-10-示例代表四.json",
        "reply-2010-12-10.json",
    ]
    late_return(data)
    for ran, to in ((alone, one), (to_all, ())):
        assert run("report", "reply", "--data", data, "--issued", "2010-12-10", *to).out == ran.out
    other = run("report", "reply", "--data", data, "--issued", "2010-12-10", "--to", "示例代表五")
    assert (other.code, other.out, "--to 示例代表五" in other.err) == (2, "", True)


def test_a_name_leads_to_no_other_folder(tmp_path: Path) -> None:
    folder = copy_data(tmp_path)
    ran = run(*LETTER, folder, "--to", "../王某", "--issue")

    assert ran.code == 0, ran.err
    assert [path.name for path in (folder / "issued").iterdir()] == ["reply-2010-12-10-..-王某.json"]
    assert run("report", "reply", "--data", folder, "--issued", "2010-12-10", "--to", "..-王某").code == 2


@pytest.mark.parametrize("kind", ["reply", "unit", "summary"])
def test_what_goes_to_others_tells_the_office_alone_what_has_changed(data: Path, kind: str) -> None:
    before = run("report", kind, "--data", data, *AUGUST)
    assert run("report", kind, "--data", data, *JULY, "--issue").code == 0
    later = run("report", kind, "--data", data, *AUGUST)

    assert (before.err, later.out) == ("", before.out)
    assert "与上次印发的一份（截至2010年7月31日）相比，有变化的任务如下" in later.err
    assert "\n  新办结：T18\n" in later.err


def test_whoever_is_written_to_alone_has_had_the_letter_to_all(data: Path) -> None:
    assert run("report", "reply", "--data", data, "--as-of", "2010-11-15", "--issue").code == 0
    first = run(*LETTER, data, "--to", "示例代表四")
    assert (
        run("report", "reply", "--data", data, "--as-of", "2010-12-01", "--to", "示例代表四", "--issue").code
        == 0
    )

    assert "（截至2010年11月15日）" in first.err
    assert "（截至2010年12月1日）" in run(*LETTER, data, "--to", "示例代表四").err
    assert "（截至2010年11月15日）" in run(*LETTER, data, "--to", "示例代表五").err
    assert "（截至2010年11月15日）" in run(*LETTER, data).err


def test_nothing_changed_is_said_as_such(data: Path) -> None:
    report(data, *JULY, "--issue")

    assert "相比，没有新办结的任务；灯号没有变化。" in report(data, "--as-of", "2010-08-01")


def test_lights_of_other_rules_are_not_compared(data: Path) -> None:
    report(data, *JULY, "--issue")

    assert "亮灯规则与上次不同，灯号不作比较。" in report(data, *AUGUST, "--profile", "yinchuan-2025")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("monthly", "--issue", "--draft"), "草稿不能印发"),
        (("monthly", "--issued", "2010-07-31", *JULY), "--issued 照原样重印"),
        (("monthly", "--issued", "2010-07-31", "--lang", "en"), "--issued 照原样重印"),
        (("monthly", "--issued", "2010-06-30"), "没有登记过 monthly"),
        (("monthly", "--issued", "六月"), "六月"),
        (("unit", "--issue", "--unit", "发改委"), "不与 --unit 同用"),
        (("page", "--issue"), "进展页随时可以重新生成"),
        (("page", "--issued", "2010-07-31"), "进展页随时可以重新生成"),
    ],
)
def test_what_cannot_be_issued_or_printed_again_is_said(
    data: Path, arguments: tuple[str, ...], said: str
) -> None:
    ran = run("report", *arguments, "--data", data)

    assert (ran.code, ran.out, said in ran.err) == (2, "", True), ran.err
    assert not (data / "issued").exists()


def test_the_days_there_are_are_named(data: Path) -> None:
    report(data, *JULY, "--issue")
    ran = run("report", "monthly", "--data", data, "--issued", "2010-08-31")

    assert (ran.code, "登记过的有：2010-07-31。" in ran.err) == (2, True)


@pytest.mark.parametrize("name", ["no-such-folder/通报.md", "通报.docx", "-"])
def test_a_paper_that_could_not_be_written_was_not_issued(
    data: Path, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is kept stands for ever, and whoever is told that it failed has sent nothing out."""

    def full(_text: str) -> None:
        raise CannotRunError("cannot.write", reason="full")

    monkeypatch.setitem(sys.modules, "motiontrack.render.word", None)  # no library for Word
    monkeypatch.setattr(output, "write_data", full)
    into = () if name == "-" else ("--output", tmp_path / name)
    ran = run("report", "monthly", "--data", data, *JULY, "--issue", *into)

    assert (ran.code, "已登记" in ran.err) == (2, False), ran.err
    assert not (data / "issued").exists()


def test_what_may_not_be_issued_is_not_written_over_the_paper_that_was(data: Path, tmp_path: Path) -> None:
    paper = tmp_path / "通报.md"
    report(data, *JULY, "--issue", "--output", paper)
    sent = paper.read_bytes()
    late_return(data)

    assert run("report", "monthly", "--data", data, *JULY, "--issue", "--output", paper).code == 2
    assert paper.read_bytes() == sent


@pytest.mark.parametrize("language", ["zh_CN.UTF-8", "en_US.UTF-8"])
def test_a_letter_that_went_to_another_is_named(
    language: str, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever forgets to whom it went must not believe that nothing was kept."""
    monkeypatch.setenv("LANG", language)
    assert run(*LETTER, data, "--to", "示例代表四", "--issue").code == 0
    for to in ((), ("--to", "示例代表五")):
        ran = run("report", "reply", "--data", data, "--issued", "2010-12-10", *to)

        assert (ran.code, ran.out) == (2, "")
        assert "reply-2010-12-10-示例代表四.json" in ran.err
    ran = run("report", "monthly", "--data", data, "--issued", "2010-12-10")
    assert (ran.code, "reply" in ran.err) == (2, False)


def test_data_with_errors_cannot_be_issued(tmp_path: Path) -> None:
    data = copy_data(tmp_path)
    change(data, "tasks:\n", "tasks:\n  - {id: T99, text: 未定}\n", "plan.yaml")
    ran = run("report", "monthly", "--data", data, *JULY, "--issue")

    assert (ran.code, ran.out) == (1, "")
    assert not (data / "issued").exists()


@pytest.mark.parametrize(
    "broken",
    ["", "[", "[]", "{}", '{"schema": "motiontrack/issued/2"}', '"' + "[" * 100_000, "\udcff"],
)
def test_a_kept_paper_that_cannot_be_read_is_told_and_never_written_over(data: Path, broken: str) -> None:
    content = broken.encode("utf-8", "surrogateescape")
    (data / "issued").mkdir()
    (data / KEPT).write_bytes(content)

    assert read_issued(content) is None
    ran = run("report", "monthly", "--data", data, *JULY)
    assert (ran.code, "无法读取" in ran.err) == (0, True)
    assert run("report", "monthly", "--data", data, "--issued", "2010-07-31").code == 2
    assert run("report", "monthly", "--data", data, *JULY, "--issue").code == 2
    assert (data / KEPT).read_bytes() == content
    assert run("report", "monthly", "--data", data, *AUGUST).code == 0


def resealed(text: str) -> bytes:
    """A kept paper that somebody changed and sealed anew."""
    seal = json.loads(text)["seal"]
    return text.replace(seal, seal_of(text)).encode()


def test_every_key_of_a_kept_paper_can_be_missing(data: Path) -> None:
    report(data, *JULY, "--issue")
    kept = json.loads((data / KEPT).read_text(encoding="utf-8"))

    assert read_issued(resealed(json.dumps(kept))) is not None
    for key in ("schema", "as_of", "issued_on", "language", "profile", "figures", "texts", "printed"):
        assert read_issued(resealed(json.dumps({**kept, key: None}))) is None, key
    for key in ("id", "light", "state", "progress", "due"):
        task = {**kept["figures"]["tasks"][0], key: [1]}
        assert read_issued(resealed(json.dumps({**kept, "figures": {"tasks": [task]}}))) is None, key
    for key in ("place", "file", "digest"):
        texts = [{"place": "demands", "file": "texts/a.md", "digest": "0", key: "\x1b[2J"}]
        assert read_issued(resealed(json.dumps({**kept, "texts": texts}))) is None, key


@pytest.mark.parametrize("what", ["printed", "figures", "issued_on", "seal"])
def test_a_kept_paper_that_was_changed_by_hand_is_told_and_not_used(data: Path, what: str) -> None:
    report(data, *JULY, "--issue")
    path = data / KEPT
    text = path.read_text(encoding="utf-8")
    kept = json.loads(text)
    before, after = {
        "printed": ("已办结", "已全部办结"),
        "figures": ('"state": "in-progress"', '"state": "not-started"'),
        "issued_on": ("2010-08-03", "2010-08-02"),
        "seal": (kept["seal"], "0" * 64),
    }[what]
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")

    for options in (("--issued", "2010-07-31"), (*JULY, "--issue")):
        ran = run("report", "monthly", "--data", data, *options)
        assert (ran.code, ran.out, "已被改动" in ran.err) == (2, "", True), ran.err
    ran = run("report", "monthly", "--data", data, *JULY)
    assert (ran.code, "已被改动" in ran.err) == (0, True), ran.err


@pytest.mark.parametrize("how", ["line ends", "a mark", "laid out anew"])
def test_what_version_control_and_editors_do_to_a_file_is_no_change(data: Path, how: str) -> None:
    page = report(data, *JULY, "--issue")
    path = data / KEPT
    kept = path.read_bytes()
    path.write_bytes(
        {
            "line ends": kept.replace(b"\n", b"\r\n"),
            "a mark": b"\xef\xbb\xbf" + kept,
            "laid out anew": json.dumps(json.loads(kept), sort_keys=True).encode(),
        }[how]
    )

    assert report(data, "--issued", "2010-07-31") == page


@pytest.mark.parametrize("kind", ["monthly", "interim", "final", "reply", "unit", "summary"])
def test_word_of_an_issued_paper_is_the_same_bytes(data: Path, kind: str, tmp_path: Path) -> None:
    files = [tmp_path / "first.docx", tmp_path / "again.docx"]
    put(data, f"{kind}.{PLACES.get(kind, ('next',))[0]}.md", "1. 甲\n  - 乙\n")
    if kind not in PLACES:
        (data / "texts" / f"{kind}.next.md").unlink()
    first = run("report", kind, "--data", data, *JULY, "--issue", "--output", files[0])
    late_return(data)
    again = run("report", kind, "--data", data, "--issued", "2010-07-31", "--output", files[1])

    assert (first.code, again.code) == (0, 0), first.err + again.err
    assert files[0].read_bytes() == files[1].read_bytes()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("progress", "1e400000000"),
        ("progress", "1e-400000000"),
        ("progress", "1e9999999999999999999"),
        ("progress", "9" * 4000),
        ("progress", "true"),
        ("progress", "NaN"),
        ("state", '"gone"'),
        ("light", '"\\u001b[2J"'),
        ("id", '"T01\\n# T02"'),
    ],
)
def test_no_value_of_a_kept_paper_stops_another_or_reaches_the_terminal(
    data: Path, key: str, value: str
) -> None:
    report(data, *JULY, "--issue")
    path = data / KEPT
    kept = json.loads(path.read_text(encoding="utf-8"))
    kept["figures"]["tasks"][0][key] = "HERE"
    path.write_bytes(resealed(json.dumps(kept).replace('"HERE"', value)))

    ran = run("report", "monthly", "--data", data, *JULY)
    assert (ran.code, "无法读取" in ran.err) == (0, True), ran.err
    assert run("report", "monthly", "--data", data, "--issued", "2010-07-31").code == 2


def test_a_kept_paper_under_another_name_is_not_printed_for_it(data: Path) -> None:
    report(data, *JULY, "--issue")
    for name in ("monthly-2010-06-30.json", "interim-2010-07-31.json"):
        (data / "issued" / name).write_bytes((data / KEPT).read_bytes())
    june = run("report", "monthly", "--data", data, "--issued", "2010-06-30")
    interim = run("report", "interim", "--data", data, *JULY, "--issue")

    assert (june.code, june.out, "无法读取" in june.err) == (2, "", True), june.err
    assert (interim.code, interim.out, "无法读取" in interim.err) == (2, "", True), interim.err


def test_what_is_no_file_where_a_paper_is_kept_is_told_and_never_written_through(
    data: Path, tmp_path: Path
) -> None:
    (data / "issued").mkdir()
    outside = tmp_path / "outside.json"
    path = data / KEPT
    makers: tuple[Callable[[], object], ...] = (
        lambda: path.symlink_to(outside),
        path.mkdir,
        lambda: path.symlink_to(path.name),
    )
    for make in makers:
        make()
        for options in (("--issued", "2010-07-31"), JULY, (*JULY, "--issue")):
            ran = run("report", "monthly", "--data", data, *options)
            told = "印发件" in ran.err and "打不开" in ran.err and "（系统提示：）" not in ran.err
            assert (ran.code, ran.out, told) == (2, "", True), ran.err
        assert not outside.exists()
        path.unlink() if path.is_symlink() else path.rmdir()


def test_a_folder_of_issued_papers_that_cannot_be_listed_is_not_taken_for_an_empty_one(data: Path) -> None:
    (data / "issued").write_text("")
    ran = run("report", "monthly", "--data", data, *JULY)

    assert (ran.code, ran.out, "data/issued 打不开" in ran.err) == (2, "", True), ran.err


@pytest.mark.slow
def test_two_who_issue_at_once_and_one_who_is_stopped_leave_one_whole_paper(data: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "motiontrack",
        "report",
        "monthly",
        "--data",
        str(data),
        *JULY,
        "--issue",
    ]
    both = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    said = [each.communicate()[1].decode() for each in both]
    assert [each.returncode for each in both] == [0, 0], said

    assert read_issued((data / KEPT).read_bytes()) is not None
    for pause in (0.1, 0.2, 0.3, 0.4):
        (data / KEPT).unlink(missing_ok=True)
        stopped = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(pause)
        stopped.kill()
        stopped.wait()
        if (data / KEPT).exists():
            assert read_issued((data / KEPT).read_bytes()) is not None
    assert (data / LOCK).exists()
