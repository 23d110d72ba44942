"""``validate --fix`` and ``--diff``: what is written, what is said, and what is left alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from motiontrack.cli import fixing
from motiontrack.cli.files import Folder
from motiontrack.source.locking import LOCK, LockedError, locked
from tests.commands import DATA, copy_data, run, start

SHIPPED = {name: (DATA / name).read_bytes() for name in ("plan.yaml", "units.yaml")}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the shipped data with three slips in the plan, and units saved as GBK."""
    folder = copy_data(tmp_path)
    plan = SHIPPED["plan.yaml"].decode()
    for old, new in (
        ("title: 《", "title：《"),
        ("issued: 2010-04-07", "issued: ２０１０年4月7日"),
        ("[lead, person, due]", "［lead，person，due］"),
    ):
        assert old in plan
        plan = plan.replace(old, new, 1)
    (folder / "plan.yaml").write_bytes(plan.encode())
    (folder / "units.yaml").write_bytes(SHIPPED["units.yaml"].decode().encode("gbk"))
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != LOCK)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_certain_is_repaired_and_told_and_what_is_left_is_shown(data: Path, language: str) -> None:
    code, out, err = run("validate", "--fix", "--data", data, "--lang", language)

    assert contents(data) == SHIPPED
    assert (code, err) == (0, "")
    told = out.split("\n\n")[0].splitlines()
    shown = data.as_posix()
    if language == "zh":
        assert told == [
            f"已修复 {shown}/plan.yaml：MT011 用了全角冒号，第 14 行",
            f"已修复 {shown}/plan.yaml：MT105 不是日期，第 16 行",
            f"已修复 {shown}/plan.yaml：MT024 用了全角符号，第 28 行",
            f"已改存为 UTF-8：{shown}/units.yaml（MT001 文件不是 UTF-8 编码）",
            "共修复 2 个文件中的 4 处。",
        ]
    else:
        assert told[-1] == "Repairs: 4, in files: 2."
    assert out.splitlines()[-1] == run("validate", "--data", data, "--lang", language).out.splitlines()[-1]


def test_the_exit_code_is_that_of_what_is_left(data: Path) -> None:
    plan = (data / "plan.yaml").read_text(encoding="utf-8")
    (data / "plan.yaml").write_text(plan.replace("    person: 戴平\n", "", 1), encoding="utf-8")

    code, out, _ = run("validate", "--fix", "--data", data)

    assert code == 1
    assert "共修复 2 个文件中的 4 处。" in out
    assert "MT602" in out
    assert run("validate", "--fix", "--fail-on", "warning", "--data", data).code == 1


def test_a_second_time_there_is_nothing_to_do(data: Path) -> None:
    run("validate", "--fix", "--data", data)
    before = {path: path.stat().st_mtime_ns for path in data.rglob("*")}

    code, out, _ = run("validate", "--fix", "--data", data)

    assert code == 0
    assert out.startswith("没有可以自动修复的问题。\n\n")
    assert {path: path.stat().st_mtime_ns for path in data.rglob("*")} == before


def test_the_mode_of_a_file_stays(data: Path) -> None:
    (data / "plan.yaml").chmod(0o640)

    run("validate", "--fix", "--data", data)

    assert (data / "plan.yaml").stat().st_mode & 0o777 == 0o640


def test_a_diff_changes_nothing_and_can_be_applied(data: Path) -> None:
    before = contents(data)

    code, out, err = run("validate", "--diff", "--data", data, "--lang", "en")

    assert (code, err) == (1, "")
    assert contents(data) == before
    assert "+  title: 《" in out
    assert f"{data.as_posix()}/units.yaml will be saved as UTF-8:\n" in out
    patch = data.parent / "patch"
    patch.write_text(out.replace(data.as_posix(), "data"), encoding="utf-8")
    git = ["git", "apply", "-p0", "--unsafe-paths", patch.name]
    done = subprocess.run(
        git, cwd=data.parent, capture_output=True, check=False, env={"PATH": os.environ["PATH"]}
    )
    assert done.returncode == 0, done.stderr
    assert (data / "plan.yaml").read_bytes() == SHIPPED["plan.yaml"]


def test_a_diff_of_nothing(tmp_path: Path) -> None:
    folder = copy_data(tmp_path)

    assert run("validate", "--diff", "--data", folder) == (0, "", "没有可以自动修复的问题。\n")
    assert run("validate", "--diff", "--fix", "--data", folder).code == 0


def test_with_both_options_nothing_is_written(data: Path) -> None:
    before = contents(data)

    assert run("validate", "--fix", "--diff", "--data", data).code == 1
    assert contents(data) == before


@pytest.mark.parametrize("form", ["crlf", "no last line end", "mark"])
def test_the_form_of_a_file_stays_and_is_shown_in_the_diff(data: Path, form: str) -> None:
    forms = {
        "crlf": lambda content: content.replace(b"\n", b"\r\n"),
        "no last line end": lambda content: content.rstrip(b"\n"),
        "mark": lambda content: b"\xef\xbb\xbf" + content,
    }
    last = "    note：完".encode()
    plan = (data / "plan.yaml").read_bytes() + last + b"\n"
    (data / "plan.yaml").write_bytes(forms[form](plan))

    diff = run("validate", "--diff", "--data", data).out
    run("validate", "--fix", "--data", data)

    assert (data / "plan.yaml").read_bytes() == forms[form](SHIPPED["plan.yaml"] + "    note: 完\n".encode())
    assert diff.count("\\ No newline at end of file") == (2 if form == "no last line end" else 0)


def test_json_on_stdout_stays_json(data: Path) -> None:
    code, out, err = run("validate", "--fix", "--format", "json", "--data", data)

    assert code == 0
    assert json.loads(out)["totals"]["error"] == 0
    assert "共修复 2 个文件中的 4 处。" in err


# -- files that are left alone --------------------------------------------------------------------


def test_a_link_is_left_alone_and_the_others_are_repaired(data: Path) -> None:
    real = data.parent / "real.yaml"
    (data / "units.yaml").rename(real)
    (data / "units.yaml").symlink_to(real)
    before = real.read_bytes()

    code, out, _ = run("validate", "--fix", "--data", data)

    assert code == 1
    assert real.read_bytes() == before
    assert (data / "plan.yaml").read_bytes() == SHIPPED["plan.yaml"]
    assert f"没有改动 {data.as_posix()}/units.yaml：它是一个链接" in out
    assert "共修复 1 个文件中的 3 处。" in out


def test_a_read_only_file_is_left_alone(data: Path) -> None:
    (data / "plan.yaml").chmod(0o444)
    before = (data / "plan.yaml").read_bytes()

    out = run("validate", "--fix", "--data", data).out

    assert (data / "plan.yaml").read_bytes() == before
    assert "plan.yaml：它是只读文件" in out
    assert (data / "units.yaml").read_bytes() == SHIPPED["units.yaml"]


def test_a_file_that_changed_meanwhile_is_left_alone(data: Path) -> None:
    read = {name: (data / name).read_bytes() for name in SHIPPED}
    (data / "plan.yaml").write_bytes(b"# meanwhile\n")

    fixed = fixing.fix(Folder(data, "data"), read)

    assert fixed.refused == (("plan.yaml", "fix.changed"),)
    assert (data / "plan.yaml").read_bytes() == b"# meanwhile\n"


def test_a_folder_that_somebody_writes_in_is_waited_for_and_then_told(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("motiontrack.cli.writing.locked", lambda path: locked(path, patience=0.05))
    before = contents(data)

    with locked(data):
        code, out, err = run("validate", "--fix", "--data", data)

    assert (code, out) == (2, "")
    assert "别人正在写入" in err
    assert contents(data) == before


def test_nobody_else_writes_while_files_are_repaired(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refused: list[str] = []

    def watched(path: Path, held: bytes) -> None:
        with pytest.raises(LockedError), locked(data, patience=0):
            pass
        refused.append(path.name)

    monkeypatch.setattr(fixing, "replace_file", watched)
    run("validate", "--fix", "--data", data)
    assert sorted(refused) == ["plan.yaml", "units.yaml"]


def test_where_nothing_is_to_be_repaired_nothing_is_written_at_all(tmp_path: Path) -> None:
    folder = copy_data(tmp_path)
    run("validate", "--fix", "--data", folder)
    assert not (folder / LOCK).exists()


def test_a_file_that_cannot_be_written_is_left_alone(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    before = contents(data)

    code, out, _ = run("validate", "--fix", "--data", data)

    assert code == 1
    assert contents(data) == before
    assert out.count("写不进去") == 2


def test_a_file_that_nobody_can_read_does_not_stop_the_others(data: Path) -> None:
    (data / "feedback.yaml").write_bytes(b"\0\0")
    (data / "findings.yaml").symlink_to("gone.yaml")

    code, out, _ = run("validate", "--fix", "--data", data)

    assert code == 1
    assert "MT002" in out
    assert "MT122" in out
    assert (data / "plan.yaml").read_bytes() == SHIPPED["plan.yaml"]


# -- as a process ---------------------------------------------------------------------------------


def test_a_diff_into_a_pipe_is_utf8_whatever_the_console(data: Path) -> None:
    code, out, _ = start("validate", "--diff", "--data", data, PYTHONIOENCODING="gbk")

    assert code == 1
    assert "+  title: 《" in out.decode("utf-8")


def test_nothing_of_this_is_imported_without_the_options() -> None:
    program = (
        "import sys\n"
        "from motiontrack.cli.app import build_app\n"
        "try: build_app('zh')(['validate'])\n"
        "except SystemExit: pass\n"
        "print(sorted({'motiontrack.repair', 'motiontrack.cli.fixing'} & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=DATA.parent,
        env={**os.environ, "PYTHONPATH": str(DATA.parent / "src")},
        capture_output=True,
        check=False,
    )
    assert done.stderr.decode() == "[]\n"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_options_are_in_the_help(language: str) -> None:
    out = run("validate", "--help", language=language).out
    assert "--fix" in out
    assert "--diff" in out
