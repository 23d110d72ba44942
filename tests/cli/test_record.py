"""``motiontrack record``: one row, checked and shown, then written; nothing lost, whoever else writes."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from motiontrack.source.locking import LOCK, locked
from tests.commands import DATA, ROOT, copy_data, run, start

RETURN = ("record", "T07", "--received", "2010-07-24", "--month", "2010-07")


def recorded(folder: Path, *arguments: str, language: str = "zh") -> tuple[int, str, str]:
    ran = run(*arguments, "--data", folder, "--lang", language)
    return ran.code, ran.out, ran.err


def text(folder: Path, name: str = "returns/2010-07.yaml") -> str:
    return (folder / name).read_text(encoding="utf-8")


def test_a_return_is_shown_as_a_change_and_written(tmp_path: Path) -> None:
    folder = copy_data(tmp_path)
    code, out, err = recorded(folder, *RETURN, "--progress", "60", "--work", "完成初稿：待审")

    assert (code, "已写入" in err) == (0, True)
    assert text(folder) == (
        'month: 2010-07\nentries:\n  - task: T07\n    received: 2010-07-24\n    progress: 60\n    work: "完成初稿：待审"\n'
    )
    assert [line for line in out.splitlines() if line.startswith("+") and "task: T07" in line]


def test_a_second_row_leaves_the_first_as_it_is(tmp_path: Path) -> None:
    folder = copy_data(tmp_path)
    recorded(folder, *RETURN, "--progress", "60")
    first = text(folder)
    code, _, _ = recorded(folder, *RETURN, "--progress", "65", "--state", "推进中")

    assert code == 0
    assert text(folder).startswith(first)
    assert text(folder).endswith("    state: in-progress\n    progress: 65\n")


def test_a_decision_an_application_a_finding_and_an_answer(tmp_path: Path) -> None:
    folder = copy_data(tmp_path)
    for arguments in (
        ("decision", "extend", "T16", "--due", "2010-09-30", "--applied", "2010-06-21", "--reason", "等文件"),
        (
            "decision",
            "延期",
            "T16",
            "--due",
            "2010-09-30",
            "--on",
            "2010-06-25",
            "--approver",
            "市政府办",
            "--reason",
            "等文件",
        ),
        ("decision", "reassign", "T04", "--to", "发改委", "--on", "2010-07-05", "--approver", "市政府办"),
        (
            "finding",
            "F1",
            "--raised-on",
            "2010-07-22",
            "--text",
            "申报偏慢",
            "--tasks",
            "T13",
            "--tasks",
            "T14",
            "--due",
            "8月底前",
        ),
        ("feedback", "代表甲", "--date", "2010-11-25", "--verdict", "满意", "--class", "A"),
    ):
        code, _, err = recorded(folder, "record", *arguments)
        assert code == 0, err

    assert "kind: extend\n    item: T16\n    on: 2010-06-25" in text(folder, "decisions.yaml")
    assert "to: 发改委" in text(folder, "decisions.yaml")
    assert "tasks: [T13, T14]" in text(folder, "findings.yaml")
    assert text(folder, "feedback.yaml") == (
        "feedback:\n  - deputy: 代表甲\n    date: 2010-11-25\n    verdict: 满意\n    class: A\n"
    )
    assert run("validate", "--data", folder).code == 0


def test_a_finding_that_is_mended_and_an_answer_that_is_answered_end_in_their_own_rows(
    tmp_path: Path,
) -> None:
    folder = copy_data(tmp_path)
    recorded(
        folder, "record", "finding", "F1", "--raised-on", "2010-07-22", "--text", "申报偏慢", "--tasks", "T13"
    )
    recorded(
        folder, "record", "finding", "F2", "--raised-on", "2010-07-22", "--text", "底数不清", "--tasks", "T16"
    )
    recorded(
        folder, "record", "feedback", "甲", "--date", "2010-11-25", "--verdict", "不满意", "--text", "慢"
    )
    mended = ("record", "finding", "F1", "--resolved-on", "2010-09-08", "--resolution", "已报2个")
    answered = ("record", "feedback", "甲", "--answered-on", "2010-12-08")

    assert [recorded(folder, *each)[0] for each in (mended, answered)] == [0, 0]
    assert text(folder, "findings.yaml").count("- id:") == 2
    assert "tasks: T13\n    resolved_on: 2010-09-08\n    resolution: 已报2个\n  - id: F2" in text(
        folder, "findings.yaml"
    )
    assert text(folder, "feedback.yaml").count("- deputy:") == 1
    code, _, err = recorded(folder, *mended)
    assert (code, "没有可以补登的“F1”" in err) == (2, True)


def test_targets_are_written_by_their_ids(tmp_path: Path) -> None:
    folder = copy_data(tmp_path)
    code, _, err = recorded(
        folder, "record", "T13", "--received", "2010-07-24", "--targets", "名牌=1", "--targets", "地方标准＝0"
    )

    assert code == 0, err
    assert "targets:\n      名牌: 1\n      地方标准: 0\n" in text(folder)


@pytest.mark.parametrize(
    ("received", "month"),
    [
        ("2010-07-24", "2010-07"),
        ("2010-07-25", "2010-07"),
        ("2010-07-28", "2010-07"),
        ("2010-08-02", "2010-07"),
    ],
)
def test_what_comes_after_the_return_day_is_for_the_month_that_was_owed(
    tmp_path: Path, received: str, month: str
) -> None:
    folder = copy_data(tmp_path)
    for earlier in ("2010-04", "2010-05", "2010-06"):
        recorded(
            folder, "record", "T07", "--month", earlier, "--received", f"{earlier}-20", "--progress", "5"
        )
    recorded(folder, "record", "T07", "--received", received, "--progress", "10")

    assert max(each.stem for each in (folder / "returns").iterdir()) == month


@pytest.mark.parametrize(
    ("received", "month"),
    [
        ("2010-06-26", "2010-06"),
        ("2010-07-09", "2010-06"),
        ("2010-07-10", "2010-06"),
        ("2010-07-11", "2010-07"),
    ],
)
def test_where_one_is_missing_and_one_is_owed_next_the_nearer_return_day_decides(
    tmp_path: Path, received: str, month: str
) -> None:
    folder = copy_data(tmp_path)
    code, _, err = recorded(folder, "record", "T07", "--received", received, "--progress", "10")

    assert code == 0
    assert (folder / "returns" / f"{month}.yaml").exists()
    assert f"记为2010年{int(month[5:])}月的填报" in err


@pytest.mark.parametrize("month", ["2010-7", "2010年7月", "2010.07", "2010/7月份"])
def test_a_month_can_be_typed_as_offices_do(tmp_path: Path, month: str) -> None:
    folder = copy_data(tmp_path)
    code, _, _ = recorded(
        folder, "record", "T07", "--month", month, "--received", "2010-07-24", "--progress", "10"
    )

    assert code == 0
    assert (folder / "returns" / "2010-07.yaml").exists()


def test_several_names_in_one_value_are_several(tmp_path: Path) -> None:
    folder = copy_data(tmp_path)
    finding = (
        "record",
        "问题",
        "F1",
        "--raised-on",
        "2010-07-22",
        "--text",
        "慢、散、软",
        "--tasks",
        "T13、T14",
    )

    assert recorded(folder, *finding)[0] == 0
    assert "tasks: [T13, T14]" in text(folder, "findings.yaml")
    assert "text: 慢、散、软" in text(folder, "findings.yaml")


def test_what_is_refused_names_the_options(tmp_path: Path) -> None:
    folder = copy_data(tmp_path)
    code, _, err = recorded(folder, "record", "finding", "F1", "--text", "慢", "--tasks", "T13")

    assert code == 1
    assert "请改选项 --raised-on" in err


def test_a_dry_run_tells_the_warnings_too(tmp_path: Path) -> None:
    folder = copy_data(tmp_path)
    _, _, err = recorded(folder, *RETURN, "--progress", "100", "--dry-run")

    assert "MT403" in err


def test_what_would_be_an_error_is_told_and_not_written(tmp_path: Path) -> None:
    folder = copy_data(tmp_path)
    code, out, err = recorded(folder, *RETURN, "--progress", "六十")

    assert (code, out) == (1, "")
    assert "MT104" in err
    assert "没有写入" in err
    assert not (folder / "returns").exists()


def test_a_warning_is_told_and_the_row_written(tmp_path: Path) -> None:
    folder = copy_data(tmp_path)
    code, _, err = recorded(folder, *RETURN, "--progress", "100")

    assert code == 0
    assert "MT403" in err
    assert "progress: 100" in text(folder)


def test_a_dry_run_shows_and_writes_nothing(tmp_path: Path) -> None:
    folder = copy_data(tmp_path)
    code, out, err = recorded(folder, *RETURN, "--progress", "60", "--dry-run", language="en")

    assert code == 0
    assert "+    progress: 60" in out
    assert "Nothing was written" in err
    assert not (folder / "returns").exists()
    assert not (folder / LOCK).exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "请写明登记什么"),
        (("decision", "延期"), "record decision 延期 T16"),
        (("决定", "延期"), "record decision 延期 T16"),
        (("T07", "T08"), "只写一个任务"),
        (("finding",), "record finding F1"),
        (("T07", "--progress", "60", "--month", "下月"), "“下月”不是月份"),
        (("T07",), "没有要登记的内容"),
        (("T07", "--verdict", "满意"), "--verdict 不是这里能登记的"),
        (("T20", "--targets", "招商活动"), "指标编号=数"),
        (("T07", "--progress", "60", "--received", "昨天"), "昨天"),
    ],
)
def test_what_is_asked_wrongly_is_told(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    code, _, err = recorded(copy_data(tmp_path), "record", *arguments)

    assert code in (1, 2)
    assert said in err


def test_a_list_in_brackets_is_left_to_a_person(tmp_path: Path) -> None:
    folder = copy_data(tmp_path)
    (folder / "decisions.yaml").write_text(
        "decisions: [{kind: close, item: T02, on: 2010-06-01}]\n", encoding="utf-8"
    )
    code, _, err = recorded(folder, "record", "decision", "send-back", "T02", "--on", "2010-06-05")

    assert code == 2
    assert "手工添加" in err


def test_a_locked_folder_is_waited_for_and_then_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = copy_data(tmp_path)
    monkeypatch.setattr("motiontrack.source.locking._PATIENCE", 0.05)
    monkeypatch.setattr("motiontrack.cli.writing.locked", lambda path: locked(path, patience=0.05))
    with locked(folder):
        code, _, err = recorded(folder, *RETURN, "--progress", "60")

    assert code == 2
    assert "别人正在写入" in err
    assert not (folder / "returns").exists()


def test_a_file_that_is_read_only_stays_as_it_is(tmp_path: Path) -> None:
    folder = copy_data(tmp_path)
    recorded(folder, *RETURN, "--progress", "60")
    before = text(folder)
    (folder / "returns" / "2010-07.yaml").chmod(0o444)
    code, _, err = recorded(folder, *RETURN, "--progress", "65")

    assert (code, text(folder)) == (2, before)
    assert "只读" in err


def test_a_disk_that_is_full_is_told_and_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copy_data(tmp_path)
    recorded(folder, *RETURN, "--progress", "60")
    before = text(folder)

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("motiontrack.source.writing.os.fsync", full)
    code, _, err = recorded(folder, *RETURN, "--progress", "65")

    assert (code, text(folder)) == (2, before)
    assert os.strerror(errno.ENOSPC) in err
    assert [each.name for each in (folder / "returns").iterdir()] == ["2010-07.yaml"]


TYPED_IN = ["推进中", "60", "", "完成初稿", "", "", "", "能按期", ""]


@pytest.mark.skipif(sys.platform == "win32", reason="pty")
@pytest.mark.parametrize(("answer", "written"), [("", True), ("y", True), ("n", False)])
def test_at_a_terminal_the_facts_are_asked_for_in_turn(tmp_path: Path, answer: str, written: bool) -> None:
    folder = copy_data(tmp_path)
    said = at_a_terminal(
        [
            "record",
            "T07",
            "--month",
            "2010-07",
            "--received",
            "2010-07-24",
            "--data",
            str(folder),
            "--lang",
            "zh",
        ],
        [*TYPED_IN, answer],
    )

    assert "办理状态（未启动、推进中、已办结）" in said
    assert "+    state: in-progress" in said
    assert (folder / "returns" / "2010-07.yaml").exists() is written
    if written:
        assert text(folder).endswith(
            "    state: in-progress\n    progress: 60\n    outlook: on-time\n    work: 完成初稿\n"
        )
    else:
        assert "没有写入" in said


def test_a_slip_is_told_at_once_and_asked_for_again(tmp_path: Path) -> None:
    folder = copy_data(tmp_path)
    said = at_a_terminal(
        ["record", "decision", "延期", "T05", "--data", str(folder), "--lang", "zh"],
        ["", "昨天", "2010-06-25", "2010-11-30", "市政府办", "", "等上级文件", ""],
    )

    assert "“昨天”不是规定的写法" in said
    assert "改派单位" not in said
    assert text(folder, "decisions.yaml").endswith(
        "  - kind: extend\n    item: T05\n    on: 2010-06-25\n    due: 2010-11-30\n    reason: 等上级文件\n    approver: 市政府办\n"
    )


def at_a_terminal(arguments: list[str], answers: list[str]) -> str:
    """What is shown at a terminal where all answers are typed ahead."""
    import pty

    child, terminal = pty.fork()
    if child == 0:
        os.environ["PYTHONPATH"] = str(ROOT / "src")
        os.execv(sys.executable, [sys.executable, "-m", "motiontrack", *arguments])  # noqa: S606
    os.write(terminal, "".join(f"{each}\n" for each in answers).encode())
    shown = b""
    while True:
        try:
            got = os.read(terminal, 65536)
        except OSError:
            break
        if not got:
            break
        shown += got
    os.waitpid(child, 0)
    return shown.decode()


def test_ten_at_once_lose_nothing(tmp_path: Path) -> None:
    folder = copy_data(tmp_path)

    def one(number: int) -> int:
        return start(
            "record", f"T{number:02d}", "--data", folder, "--month", "2010-07", "--received", "2010-07-24", "--progress", str(number),
        )[0]  # fmt: skip

    with ThreadPoolExecutor(10) as pool:
        codes = list(pool.map(one, range(1, 11)))
    written = text(folder)

    assert codes == [0] * 10
    assert all(f"task: T{number:02d}\n" in written for number in range(1, 11))
    assert run("validate", "--data", folder).code == 0


def test_a_kill_at_any_moment_leaves_the_old_file_or_the_new(tmp_path: Path) -> None:
    ended = subprocess.run(
        [
            sys.executable,
            "-m",
            "tests.stress.kills",
            "--data",
            copy_data(tmp_path),
            "--rounds",
            "6",
            "--seed",
            "1",
        ],
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
    )

    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "6 rounds" in ended.stdout


def test_the_shipped_data_were_not_touched() -> None:
    assert not (DATA / LOCK).exists()
    assert not (DATA / "returns").exists()


# -- the answer to a slip


def chased(tmp_path: Path) -> Path:
    folder = copy_data(tmp_path)
    run("remind", "--data", folder, "--as-of", "2010-07-01", "--unit", "国土局", "--issue")
    return folder


@pytest.mark.parametrize("number", ["督〔2010〕1号", "督[2010]1号", "1", "１号"])
def test_the_answer_to_a_slip_goes_into_its_row(tmp_path: Path, number: str) -> None:
    folder = chased(tmp_path)
    before = text(folder, "slips.yaml")
    code, out, err = recorded(folder, "record", "answer", number, "--answered-on", "2010-07-05")

    assert (code, "已写入" in err) == (0, True)
    assert text(folder, "slips.yaml") == before + "    answered_on: 2010-07-05\n"
    assert "+    answered_on: 2010-07-05\n" in out
    assert run("validate", "--data", folder).code == 0


def test_without_a_day_the_answer_came_today(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = chased(tmp_path)
    monkeypatch.setattr("motiontrack.cli.recording.today", lambda: date(2010, 7, 6))
    code, _, _ = recorded(folder, "record", "answer", "1")

    assert code == 0
    assert text(folder, "slips.yaml").endswith("    answered_on: 2010-07-06\n")


@pytest.mark.parametrize(
    ("number", "said"),
    [("2", "尚未回复的有：督〔2010〕1号"), ("督〔2011〕1号", "督〔2010〕1号"), ("一", "督〔2010〕1号")],
)
def test_a_slip_that_is_not_in_the_register_is_told(tmp_path: Path, number: str, said: str) -> None:
    folder = chased(tmp_path)
    before = text(folder, "slips.yaml")
    code, _, err = recorded(folder, "record", "answer", number)

    assert (code, text(folder, "slips.yaml")) == (2, before)
    assert said in err


def test_an_answer_is_recorded_once(tmp_path: Path) -> None:
    folder = chased(tmp_path)
    recorded(folder, "record", "answer", "1", "--answered-on", "2010-07-05")
    code, _, err = recorded(folder, "record", "answer", "1", "--answered-on", "2010-07-09")

    assert code == 2
    assert "已登记于 2010-07-05 回复" in err
    assert text(folder, "slips.yaml").count("answered_on") == 1
