"""``motiontrack validate``, in this process and as a process of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from motiontrack import __version__
from motiontrack.cli import app as application
from motiontrack.cli.app import build_app
from motiontrack.cli.files import find_folder, read_folder
from motiontrack.cli.group import _tidy
from motiontrack.cli.languages import language_of_help, language_of_output
from motiontrack.cli.options import parse_day
from motiontrack.cli.refusals import MisusedError
from motiontrack.language.catalogue import load
from motiontrack.language.catalogue import load as load_catalogue

ROOT = Path(__file__).resolve().parents[2]

PLAN = """\
plan:
  title: 工作方案
  year: 2010
  language: zh
  require: [lead, person, due]
tasks:
  - id: T01
    text: 编制服务业发展规划
    due: 10月
    lead: 发改委
    person: 许正卫
"""
UNITS = """\
units:
  - id: 发改委
    people:
      - {name: 许正卫, post: 责任人}
"""


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A faultless data folder in a project that is the current folder."""
    folder = tmp_path / "data"
    folder.mkdir()
    (tmp_path / ".git").mkdir()
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    (folder / "units.yaml").write_text(UNITS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def run(*arguments: str, language: str = "zh") -> tuple[int, str, str]:
    result = CliRunner().invoke(build_app(language), list(arguments))
    return result.exit_code, result.stdout, result.stderr


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    clean = {
        name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))
    }
    clean |= {"PYTHONPATH": str(ROOT / "src")} | environment
    return subprocess.run(
        [sys.executable, "-m", "motiontrack", *arguments], env=clean, capture_output=True, check=False
    )


def spoil(data: Path, old: str, new: str) -> None:
    plan = data / "plan.yaml"
    text = plan.read_text(encoding="utf-8")
    assert old in text
    plan.write_text(text.replace(old, new), encoding="utf-8")


# -- what is found, and how it exits -------------------------------------------------------------


def test_clean_data_is_one_line_with_counts(data: Path) -> None:
    assert run("validate") == (0, "校验通过，没有发现问题：2 个文件，1 项任务。\n", "")


def test_an_error_exits_1_and_is_shown_with_its_line(data: Path) -> None:
    spoil(data, "    person: 许正卫\n", "")

    code, out, err = run("validate")

    assert (code, err) == (1, "")
    assert "data/plan.yaml:7:5: 错误 MT602 T01（编制服务业发展规划）没有责任人。\n" in out
    assert "   7 |   - id: T01\n     |     ^^^^^^^\n处理：请补写责任人姓名，例如 person: 张三。\n" in out
    assert out.endswith("\n共 1 个错误、0 个警告、0 个提示。\n")


def test_the_foot_says_what_was_not_read_and_what_not_held_against_anything(data: Path) -> None:
    (data / "decisions.yaml").write_text("decisions:\n  - kind：close\n", encoding="utf-8")

    out = run("validate")[1]
    assert out.splitlines()[-2:] == [
        "共 1 个错误、0 个警告、0 个提示。",
        "data/decisions.yaml 有写法上的错误，没有读全，其中可能还有别的问题；改正以后请再运行一次。",
    ]
    assert "改正以前" not in out

    spoil(data, "  - id: T01", "  -id: T01")
    whole = json.loads(run("validate", "--format", "json")[1])
    assert whole["unread"] == ["data/decisions.yaml"]
    assert whole["unchecked"] == ["data/plan.yaml"]
    assert "data/plan.yaml 改正以前，单位、编号、期限等各处之间的核对都还没有做" in run("validate")[1]


def test_the_foot_names_a_file_of_which_a_whole_list_is_lost(data: Path) -> None:
    (data / "decisions.yaml").write_text("decisions:\n  kind: close\n  item: T01\n", encoding="utf-8")

    assert json.loads(run("validate", "--format", "json")[1])["unread"] == ["data/decisions.yaml"]


def test_the_foot_says_nothing_where_all_was_read(data: Path) -> None:
    spoil(data, "    person: 许正卫\n", "")

    whole = json.loads(run("validate", "--format", "json")[1])
    assert (whole["unread"], whole["unchecked"]) == ([], [])


def test_a_person_is_required_unless_the_plan_says_otherwise(data: Path) -> None:
    spoil(data, "  require: [lead, person, due]\n", "")
    spoil(data, "    person: 许正卫\n", "")

    assert "MT602" in run("validate")[1]


@pytest.mark.parametrize(("threshold", "code"), [("error", 0), ("warning", 1), ("info", 1)])
def test_a_warning_exits_1_only_if_asked(data: Path, threshold: str, code: int) -> None:
    spoil(data, "due: 10月", "due: 2012-10-31")

    assert run("validate", "--fail-on", threshold)[0] == code


def test_json_is_valid_and_whole(data: Path) -> None:
    spoil(data, "lead: 发改委", "lead: 发政委")

    code, out, _ = run("validate", "--format", "json")
    value = json.loads(out)

    assert code == 1
    assert value["totals"] == {"error": 1, "warning": 0, "info": 0}
    assert [(each["code"], each["file"], each["line"]) for each in value["diagnostics"]] == [
        ("MT201", "data/plan.yaml", 10)
    ]


def test_json_of_clean_data_is_empty(data: Path) -> None:
    assert json.loads(run("validate", "--format", "json")[1])["diagnostics"] == []


def test_the_same_run_twice_gives_the_same_bytes(data: Path) -> None:
    spoil(data, "lead: 发改委", "lead: 发政委")

    assert run("validate") == run("validate")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\x01",
        "编制".encode("gbk"),
        b"\xff\xfea\x00",
        b"a: [",
        b"- 1",
        b"{" * 5000,
        b"plan: {year: x}",
    ],
)
def test_no_plan_however_broken_ends_in_a_traceback(data: Path, content: bytes) -> None:
    (data / "plan.yaml").write_bytes(content)

    code, out, err = run("validate")

    assert (code, err) == (1, "")
    assert "data/plan.yaml:" in out


# -- where the data is ---------------------------------------------------------------------------


def test_the_folder_is_found_from_below(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    below = data.parent / "docs" / "a"
    below.mkdir(parents=True)
    spoil(data, "    person: 许正卫\n", "")
    monkeypatch.chdir(below)

    code, out, _ = run("validate")

    assert code == 1
    assert out.startswith("data/plan.yaml:7:5:")


def test_looking_up_stops_at_a_repository(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = data.parent / "other"
    (other / ".git").mkdir(parents=True)
    monkeypatch.chdir(other)

    code, out, err = run("validate")

    assert (code, out) == (2, "")
    assert "没有找到数据文件夹" in err


def test_the_folder_can_be_named_before_and_after_the_command(
    data: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))

    assert run("validate", "--data", str(data))[0] == 0
    assert run("--data", str(data), "--lang", "en", "validate")[:2] == (
        0,
        "No faults found. Files: 2, tasks: 1.\n",
    )


def test_a_folder_that_is_not_there_exits_2(data: Path) -> None:
    code, out, err = run("validate", "--data", "没有")

    assert (code, out) == (2, "")
    assert err == "数据文件夹 没有 不存在。请核对 --data 后面的路径。\n"


def test_a_file_in_place_of_a_folder_exits_2(data: Path) -> None:
    code, _, err = run("validate", "--data", "data/plan.yaml")

    assert code == 2
    assert "请" not in err.split("。")[0]
    assert "--data data" in err


def test_the_project_in_place_of_its_data_folder_exits_2_and_says_what_to_write(data: Path) -> None:
    code, _, err = run("validate", "--data", ".", language="en")

    assert code == 2
    assert "Write --data data." in err


def test_an_empty_folder_lacks_both_files(data: Path) -> None:
    (data / "plan.yaml").unlink()
    (data / "units.yaml").unlink()

    code, out, _ = run("validate", "--data", "data", "--lang", "zh")

    assert code == 1
    assert out.count("MT120") == 2


# -- which files are read ------------------------------------------------------------------------


def test_a_file_that_cannot_be_read_is_not_called_missing(data: Path) -> None:
    (data / "units.yaml").unlink()
    (data / "units.yaml").symlink_to(data / "gone.yaml")

    code, out, _ = run("validate", "--lang", "zh")

    assert code == 1
    assert (
        "data/units.yaml:1:1: 错误 MT122 无法读取 units.yaml（系统提示：No such file or directory）。" in out
    )
    assert "MT120" not in out


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_not_waited_for(data: Path) -> None:
    os.mkfifo(data / "slow.yaml")

    assert "MT122 无法读取 slow.yaml。" in run("validate")[1]


def test_links_in_a_circle_are_walked_once_and_told_of(data: Path) -> None:
    (data / "returns").mkdir()
    (data / "returns" / "again").symlink_to(data)

    files, faults = read_folder(find_folder(None))

    assert sorted(files) == ["plan.yaml", "units.yaml"]
    assert [(each.code, each.place and each.place.file) for each in faults] == [("MT122", "returns/again")]


@pytest.mark.parametrize("target", ["gone", "returns"], ids=["what is not there", "itself"])
def test_a_folder_of_returns_that_leads_nowhere_is_told_of(data: Path, target: str) -> None:
    (data / "returns").symlink_to(data / target)

    faults = read_folder(find_folder(None))[1]

    assert [(each.code, each.place and each.place.file) for each in faults] == [("MT122", "returns")]


def test_a_folder_with_the_name_of_a_record_is_told_of(data: Path) -> None:
    (data / "decisions.yaml").mkdir()

    assert "MT122" in run("validate")[1]


def test_links_that_lead_to_one_another_are_not_walked_for_ever(data: Path) -> None:
    for level in range(16):
        (data / f"{level}").mkdir()
        for side in "ab":
            (data / f"{level}" / side).symlink_to(data / f"{level + 1}")
    (data / "16").mkdir()

    faults = read_folder(find_folder(None))[1]

    assert [each.code for each in faults] == ["MT122"]


@pytest.mark.parametrize(
    "name", ["decisions.yml", "Decisions.yaml", "decisions.yaml.txt", "decisions (1).yaml", "decisions.YAML"]
)
def test_decisions_by_another_name_are_an_error_unless_they_are_a_copy(data: Path, name: str) -> None:
    text = "decisions: []\n"
    (data / name).write_text(text, encoding="utf-8")

    assert "MT124" in run("validate")[1]

    (data / "decisions.yaml").write_text(text, encoding="utf-8")
    code, out, _ = run("validate")

    assert (code, "MT124" in out, "MT121" in out) == (0, False, True)


def test_what_is_no_record_is_not_read(data: Path) -> None:
    for name in (
        "forms/a.yaml",
        "issued/b.yaml",
        "issued/c.yaml",
        ".hidden/d.yaml",
        "a.txt",
    ):
        path = data / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", encoding="utf-8")
    (data / "returns").mkdir()
    (data / "returns" / "2010-07.yaml").write_text("x", encoding="utf-8")
    (data / "plan.yml").write_text("x", encoding="utf-8")

    files, _ = read_folder(find_folder(None))

    assert sorted(files) == ["plan.yaml", "plan.yml", "returns/2010-07.yaml", "units.yaml"]


def test_of_a_file_too_large_only_as_much_is_read_as_says_so(data: Path) -> None:
    with (data / "units.yaml").open("wb") as file:
        file.truncate(50_000_000)

    files, _ = read_folder(find_folder(None))

    assert len(files["units.yaml"]) == 5 * 1024 * 1024 + 1
    assert "MT003" in run("validate")[1]


# -- language ------------------------------------------------------------------------------------


def test_output_speaks_the_plans_language_unless_another_is_asked_for(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("validate", language="en")[1].startswith("校验通过")
    assert run("validate", "--lang", "en")[1].startswith("No faults")
    monkeypatch.setenv("MOTIONTRACK_LANG", "en")
    assert run("validate")[1].startswith("No faults")
    assert run("validate", "--lang", "zh")[1].startswith("校验通过")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_chinese_folder_that_cannot_be_read_is_told_of_in_chinese(
    data: Path, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    text = (data / "plan.yaml").read_text(encoding="utf-8").replace("due: ", "due：")
    (data / "plan.yaml").write_bytes(text.encode(encoding))

    assert " 错误 MT0" in run("validate", language="en")[1]
    code, _, said = run("status", language="en")
    assert (code, said[:4]) == (2, "数据文件")

    (data / "plan.yaml").unlink()
    assert " 错误 MT120" in run("validate", "--data", str(data), language="en")[1]


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "en"),
        ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ([], {"LANG": "C", "LC_MESSAGES": "zh_CN"}, "zh"),
        ([], {"LANG": "C", "MOTIONTRACK_LANG": "zh"}, "zh"),
        ([], {"LANG": "zh_CN", "MOTIONTRACK_LANG": "fr"}, "zh"),
        (["validate", "--lang", "zh"], {"MOTIONTRACK_LANG": "en"}, "zh"),
        (["--lang=en", "validate"], {"LANG": "zh_CN"}, "en"),
        (["--lang"], {"LANG": "zh_CN"}, "zh"),
        (["--", "--lang", "en"], {"LANG": "zh_CN"}, "zh"),
    ],
)
def test_the_language_of_help(arguments: list[str], environment: dict[str, str], language: str) -> None:
    assert language_of_help(arguments, environment) == language


def test_the_language_of_output_falls_back_to_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")

    assert language_of_output(None, None) == "zh"
    assert language_of_output(None, "en") == "en"


# -- the command line itself ---------------------------------------------------------------------


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("arguments", [["--help"], ["validate", "--help"]])
def test_help_is_whole_in_both_languages(language: str, arguments: list[str]) -> None:
    code, out, _ = run(*arguments, language=language)

    assert code == 0
    assert out.startswith("用法：" if language == "zh" else "Usage: ")
    assert "option." not in out
    assert ".help" not in out
    if language == "zh":
        assert not [word for word in ("Options", "Show", "Install", "default", "[OPTIONS]") if word in out]
    out.encode("gbk")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["valdate"], "valdate"),
        (["完全不同"], "完全不同"),
        (["validate", "--fomat", "json"], "--fomat"),
        (["validate", "--format", "xml"], "json"),
        (["validate", "--format"], "--format"),
        (["validate", "--lang", "fr"], "zh"),
    ],
)
def test_usage_errors_exit_2_and_name_what_is_wrong(language: str, arguments: list[str], named: str) -> None:
    code, out, err = run(*arguments, language=language)

    assert (code, out) == (2, "")
    assert named in err
    assert ("错误：" in err) == (language == "zh")
    assert ("Error" in err) == (language == "en")


def test_the_version_is_shown() -> None:
    assert run("--version") == (0, f"motiontrack {__version__}\n", "")


@pytest.mark.parametrize("value", ["2010-8-31", "20100831", "2010-02-30", "今天", "", "２０１０-08-31"])
def test_days_are_read_strictly(value: str) -> None:
    assert str(parse_day("2010-08-31")) == "2010-08-31"
    with pytest.raises(MisusedError):
        parse_day(value)


def test_a_fault_of_the_program_is_told_in_one_paragraph(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("x\ny")

    monkeypatch.setattr("motiontrack.book.load_book", fail)

    code, out, err = run("validate")

    assert (code, out) == (2, "")
    assert err.startswith("程序内部出错（ZeroDivisionError: x y）")
    assert err.count("\n") == 1
    monkeypatch.setenv("MOTIONTRACK_DEBUG", "1")
    assert "Traceback" in run("validate")[2]


def test_ctrl_c_exits_130_without_a_word(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("motiontrack.book.load_book", stop)

    assert run("validate") == (130, "", "")


def test_every_command_has_help_in_both_languages() -> None:
    for language in ("zh", "en"):
        words = load(language).words
        assert all(f"{name}.help" in words for name in application.COMMANDS)


# -- as a process --------------------------------------------------------------------------------


def test_a_process_exits_with_the_code_and_writes_utf8(data: Path) -> None:
    spoil(data, "    person: 许正卫\n", "")

    done = process("validate")

    assert done.returncode == 1
    assert "错误 MT602" in done.stdout.decode("utf-8")
    assert done.stderr == b""
    assert b"\r" not in done.stdout


@pytest.mark.parametrize("name", ["LANG", "LC_ALL"])
def test_a_plain_locale_does_no_harm(data: Path, name: str) -> None:
    done = process("validate", **{name: "C"})

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode("utf-8").startswith("校验通过")


def test_on_a_gbk_stream_text_is_gbk_and_json_is_utf8(data: Path) -> None:
    spoil(data, "text: 编制服务业", "text: 编制𠮷服务业")
    spoil(data, "    person: 许正卫\n", "")

    text = process("validate", PYTHONIOENCODING="gbk")
    machine = process("validate", "--format", "json", PYTHONIOENCODING="gbk")

    assert (text.returncode, machine.returncode) == (1, 1)
    assert "错误 MT602" in text.stdout.decode("gbk")
    assert "𠮷" in json.loads(machine.stdout.decode("utf-8"))["diagnostics"][0]["message"]


def test_on_an_ascii_stream_nothing_fails(data: Path) -> None:
    spoil(data, "    person: 许正卫\n", "")

    done = process("validate", PYTHONIOENCODING="ascii")

    assert (done.returncode, done.stderr) == (1, b"")
    assert b"MT602" in done.stdout


@pytest.mark.skipif(shutil.which("sh") is None, reason="needs a shell")
@pytest.mark.parametrize("arguments", ["validate", "validate --format json"])
def test_a_reader_that_stops_early_is_no_fault(data: Path, arguments: str) -> None:
    spoil(
        data,
        "  - id: T01\n",
        "".join(f"  - id: X{number}\n    text: 甲\n" for number in range(3000)) + "  - id: T01\n",
    )

    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m motiontrack {arguments} | head -1"],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        check=False,
    )

    assert done.stderr == b""
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told(data: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "motiontrack", "validate"],
            env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"No space left" in done.stderr


@pytest.mark.skipif(shutil.which("sh") is None, reason="needs a shell")
def test_closed_streams_do_no_harm(data: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m motiontrack validate >&- 2>&-"],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        check=False,
    )

    assert done.returncode == 0


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)],
)
def test_colours_are_forced_and_refused(data: Path, environment: dict[str, str], coloured: bool) -> None:
    spoil(data, "    person: 许正卫\n", "")
    clean = {"NO_COLOR": ""} | environment

    assert (b"\x1b[" in process("validate", **clean).stdout) == coloured


def test_what_is_heavy_is_not_imported(data: Path) -> None:
    code = (
        "import sys\n"
        "from motiontrack.cli.app import build_app\n"
        "try: build_app('zh')(['validate'])\n"
        "except SystemExit as left: assert left.code == 0, left.code\n"
        "heavy = {'jinja2', 'rich.console', 'rich.cells', 'pydantic', 'importlib.metadata', 'json'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        check=False,
    )

    assert done.stderr.decode() == "[]\n"


def test_the_notice_itself_has_no_errors() -> None:
    code, out, err = run("validate", "--data", str(ROOT / "data"))

    assert (code, err) == (0, "")
    assert "共 0 个错误" in out


# -- what is chosen, silenced, accepted, and where it goes -----------------------------------------


@pytest.fixture
def doubtful(data: Path) -> Path:
    """A folder with one error (no person) and two warnings (a date beyond the plan, a clerk not named)."""
    spoil(data, "    person: 许正卫\n", "")
    spoil(data, "due: 10月", "due: 2012-10-31")
    spoil(data, "  require:", "  expect: [clerk]\n  require:")
    return data


@pytest.fixture
def doubts(doubtful: Path) -> Path:
    """The same without the error."""
    spoil(doubtful, "    lead: 发改委\n", "    lead: 发改委\n    person: 许正卫\n")
    return doubtful


def codes(*arguments: str) -> list[str]:
    value = json.loads(run("validate", "--format", "json", *arguments)[1])
    return sorted(each["code"] for each in value["diagnostics"])


@pytest.mark.parametrize(
    ("arguments", "shown", "code"),
    [
        ([], ["MT305", "MT602", "MT604"], 1),
        (["--select", "MT6"], ["MT602", "MT604"], 1),
        (["--select", "mt604，MT305"], ["MT305", "MT604"], 0),
        (["--select", "MT604", "--select", "no-person"], ["MT602", "MT604"], 1),
        (["--ignore", "MT6"], ["MT305"], 0),
        (["--ignore", "no-person", "--fail-on", "warning"], ["MT305", "MT604"], 1),
        (["--select", "MT6", "--ignore", "MT602"], ["MT604"], 0),
        (["--fail-on", "none"], ["MT305", "MT602", "MT604"], 0),
    ],
)
def test_only_what_is_chosen_is_shown_and_counted(
    doubtful: Path, arguments: list[str], shown: list[str], code: int
) -> None:
    assert codes(*arguments) == shown
    assert run("validate", *arguments)[0] == code


def test_status_stops_at_an_error_whatever_validate_was_asked(doubtful: Path) -> None:
    assert run("validate", "--ignore", "MT602")[0] == 0
    assert run("status", "--as-of", "2010-08-31")[0] == 1


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_code_that_is_not_there_exits_2_and_names_the_nearest(data: Path, option: str) -> None:
    code, out, err = run("validate", option, "MT604,MT6O2")

    assert (code, out) == (2, "")
    assert f"{option}：没有“MT6O2”这个代码或名称，是否应为 MT602？" in err
    assert "全部代码可运行" in run("validate", option, "甲")[2]
    assert "MT604" in run("validate", option, "，")[2]


def test_nothing_is_called_clean_that_was_not_looked_at(doubts: Path) -> None:
    assert run("validate", "--ignore", "MT3,MT6")[1] == "共 0 个错误、0 个警告、0 个提示。\n"


def test_a_comment_silences_and_is_counted(doubts: Path) -> None:
    spoil(doubts, "due: 2012-10-31", "due: 2012-10-31 # motiontrack: ignore MT305 (见补充通知)")

    code, out, _ = run("validate", "--fail-on", "warning", "--ignore", "MT604")

    assert (code, out) == (0, "共 0 个错误、0 个警告、0 个提示。另有 1 个已由注释免报。\n")
    value = json.loads(run("validate", "--format", "json")[1])
    assert value["left_out"] == {"silenced": 1, "accepted": 0}
    assert (
        json.loads(run("validate", "--format", "json", "--ignore", "MT305")[1])["left_out"]["silenced"] == 0
    )


def test_an_error_cannot_be_silenced_for_any_command(doubtful: Path) -> None:
    spoil(doubtful, "  - id: T01", "  - id: T01 # motiontrack: ignore MT602 (待定)")

    assert codes() == ["MT143", "MT305", "MT602", "MT604"]
    assert run("validate")[0] == 1
    assert run("status", "--as-of", "2010-08-31")[0] == 1


def test_a_list_is_written_and_accepts_what_there_is(doubts: Path) -> None:
    code, out, err = run("validate", "--write-baseline", "accepted.json", "--fail-on", "info")

    assert (code, err) == (0, "accepted.json：写入 2 个存量问题。\n")
    assert out == "共 0 个错误、0 个警告、0 个提示。另有 2 个已列入存量问题清单。\n"
    kept = Path("accepted.json").read_bytes()
    assert b"\r" not in kept
    assert codes("--baseline", "accepted.json") == []
    spoil(doubts, "due: 2012-10-31", "due: 10月")
    code, out, _ = run("validate", "--baseline", "accepted.json", "--fail-on", "info")
    assert code == 1
    assert out.startswith("accepted.json:4:5: 提示 MT144 清单所列的 MT305（plan.yaml）已经没有了：")
    assert '   4 |     {"code": "MT305"' in out
    assert codes("--baseline", "accepted.json", "--select", "MT6") == []
    assert codes("--baseline", "accepted.json", "--ignore", "MT144") == []
    run("validate", "--write-baseline", "accepted.json")
    assert codes("--baseline", "accepted.json") == []


def test_a_list_is_not_written_while_there_are_errors(doubtful: Path) -> None:
    Path("accepted.json").write_text("kept", encoding="utf-8")

    for more in ((), ("--select", "MT3")):
        code, out, err = run("validate", "--write-baseline", "accepted.json", *more)

        assert (code, out) == (2, "")
        assert "还有 1 个错误" in err
        assert Path("accepted.json").read_text(encoding="utf-8") == "kept"


def test_one_list_at_a_time(doubts: Path) -> None:
    code, _, err = run("validate", "--write-baseline", "a.json", "--baseline", "b.json")

    assert code == 2
    assert "只能写一个" in err
    assert not Path("a.json").exists()


def test_entries_of_codes_that_are_not_asked_for_stay_in_the_list(doubts: Path) -> None:
    run("validate", "--write-baseline", "accepted.json")
    before = Path("accepted.json").read_bytes()

    run("validate", "--write-baseline", "accepted.json", "--select", "MT3")

    assert Path("accepted.json").read_bytes() == before


def test_nothing_is_called_gone_while_an_error_is_only_left_out(doubts: Path) -> None:
    run("validate", "--write-baseline", "accepted.json")
    spoil(doubts, "due: 2012-10-31", "due: 10月")
    assert codes("--baseline", "accepted.json", "--select", "MT3,MT144") == ["MT144"]
    spoil(doubts, "  - id: T01", "  - id: T01\n    sorce: x")

    assert codes("--baseline", "accepted.json", "--select", "MT3,MT144") == []


def test_severities_are_set_for_what_comments_and_the_list_add(doubts: Path) -> None:
    run("validate", "--write-baseline", "accepted.json")
    spoil(doubts, "due: 2012-10-31", "due: 10月 # motiontrack: ignore MT305 (核实过)")
    assert codes("--baseline", "accepted.json") == ["MT142", "MT144"]
    plan = doubts / "plan.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text + "\nrules:\n  severity: {MT142: off, MT144: off}\n", encoding="utf-8")

    assert codes("--baseline", "accepted.json") == []


def test_a_comment_on_what_the_plan_made_an_error_is_told(doubts: Path) -> None:
    spoil(doubts, "due: 2012-10-31", "due: 2012-10-31 # motiontrack: ignore MT305 (核实过)")
    plan = doubts / "plan.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text + "\nrules:\n  severity: {MT305: error}\n", encoding="utf-8")

    assert codes("--select", "MT1,MT3") == ["MT143", "MT305"]


def test_a_list_in_the_data_folder_is_no_record(doubts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("validate", "--write-baseline", "data/accepted.json")

    assert codes("--baseline", "data/accepted.json") == []
    spoil(doubts, "due: 2012-10-31", "due: 10月")
    monkeypatch.chdir(doubts)
    assert run("validate", "--baseline", "accepted.json")[1].startswith("data/accepted.json:4:5: ")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "打不开"),
        (b"{\n<<<<<<< HEAD", "第 2 行读不懂"),
        (b"[]", "不是存量问题清单"),
        (b"\xb1\xe0", "不是存量问题清单"),
    ],
)
def test_a_faulty_list_exits_2_and_says_what_to_do(data: Path, content: bytes | None, said: str) -> None:
    if content is not None:
        Path("accepted.json").write_bytes(content)

    code, out, err = run("validate", "--baseline", "accepted.json")

    assert (code, out) == (2, "")
    assert said in err
    assert "--write-baseline accepted.json" in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("option", ["--baseline", "--write-baseline", "--output"])
def test_no_data_file_is_ever_written_over(data: Path, option: str) -> None:
    before = (data / "plan.yaml").read_bytes()

    code, _, err = run("validate", option, "data/plan.yaml")

    assert code == 2
    assert "plan.yaml 的扩展名与内容不符" in err
    assert (data / "plan.yaml").read_bytes() == before


@pytest.mark.parametrize("name", ["text", "concise", "json", "github", "gitlab", "sarif", "junit"])
def test_every_format_can_be_written_to_a_file(doubtful: Path, name: str) -> None:
    suffix = {"json": ".json", "gitlab": ".json", "sarif": ".sarif", "junit": ".xml"}.get(name, ".txt")
    code, printed, _ = run("validate", "--format", name)

    assert (code, "MT602" in printed) == (1, True)
    assert run("validate", "--format", name, "-o", f"out{suffix}")[:2] == (1, "")
    assert Path(f"out{suffix}").read_bytes().decode() == printed
    assert run("validate", "--format", name, "-o", "out.docx")[0] == 2


@pytest.mark.parametrize("name", ["github", "gitlab", "sarif", "junit"])
def test_servers_know_files_from_the_root_of_the_repository(
    doubtful: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = doubtful.parent / "office"
    shutil.copytree(doubtful, office / "data")
    for here, arguments in (
        (office, []),
        (office, ["--data", "data"]),
        (office.parent, ["--data", str(office / "data")]),
    ):
        monkeypatch.chdir(here)

        _, out, _ = run("validate", "--format", name, *arguments)

        assert "office/data/plan.yaml" in out
        assert str(office.parent) not in out


def test_what_servers_read_is_utf8_whatever_the_console(doubtful: Path) -> None:
    for name in ("github", "gitlab", "sarif", "junit"):
        done = process("validate", "--format", name, PYTHONIOENCODING="gbk")
        assert "没有责任人" in done.stdout.decode("utf-8")
    assert "没有责任人" in process("validate", "--format", "concise", PYTHONIOENCODING="gbk").stdout.decode(
        "gbk"
    )


def test_servers_are_never_told_where_the_folder_lies_on_this_machine(
    doubts: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))

    for name in ("sarif", "gitlab", "github"):
        out = run("validate", "--data", str(doubts), "--format", name)[1]

        assert "plan.yaml" in out
        assert doubts.parent.as_posix() not in out
        assert "../" not in out


def test_lists_in_english_are_joined_in_the_english_way() -> None:
    figures = {"value": "甲、乙", "known": "default、ours"}

    assert _tidy(figures, load_catalogue("en")) == {"value": "甲、乙", "known": "default, ours"}
    assert _tidy(figures, load_catalogue("zh")) == figures
