"""``motiontrack show``: as it is printed, as JSON, and what it refuses."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from motiontrack.book import load_book
from tests.commands import DATA, ROOT, run, start, write_files

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

EXAMPLE = ROOT / "examples" / "nantong-2010" / "data"
CASES = ROOT / "tests" / "cases"


@pytest.fixture
def year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The worked year, in a project where every path is ``data/…``."""
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copytree(EXAMPLE, tmp_path / "data"))


def show(name: str, day: str, data: Path = EXAMPLE) -> dict[str, Any]:
    ran = run("show", name, "--data", data, "--as-of", day, "--json")
    assert (ran.code, ran.err) == (0, "")
    answer: dict[str, Any] = json.loads(ran.out)
    return answer


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("T02", "2010-07-02"),
        ("T09", "2010-09-01"),
        ("T16", "2010-08-31"),
        ("T21", "2010-09-30"),
        ("T09.2", "2010-09-30"),
        ("S3", "2010-04-21"),
        ("金融办", "2010-09-01"),
        ("示例戌", "2010-10-15"),
        ("P2", "2010-06-30"),
        ("F3", "2010-09-15"),
        ("O6", "2010-10-31"),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_story_as_it_is_printed(
    year: Path, name: str, day: str, language: str, snapshot: SnapshotAssertion
) -> None:
    assert run("show", name, "--as-of", day, "--lang", language).out == snapshot


def test_the_story_as_json(year: Path, snapshot: SnapshotAssertion) -> None:
    assert run("show", "T17", "--as-of", "2010-10-28", "--json").out == snapshot


@pytest.mark.parametrize("day", ["2010-04-06", "2010-06-30", "2010-10-31", "2011-01-01"])
@pytest.mark.parametrize(
    "name", ["T01", "T16", "T09.2", "S1", "发改委", "杨扬", "P3", "F1", "O1", "加快发展企业总部"]
)
def test_the_json_holds_to_the_committed_schema(name: str, day: str) -> None:
    schema = json.loads((ROOT / "schema" / "show.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    ran = run("show", name, "--data", EXAMPLE, "--as-of", day, "--json")
    if ran.code == 2:  # raised or received only later
        assert name in ("T09.2", "F1")
        return
    answer = json.loads(ran.out)

    validator.validate(answer)
    assert not validator.is_valid({**answer, "later": None})
    assert [kind for kind in ("item", "unit", "person", "phase", "finding", "goal") if answer[kind]] == [
        answer["kind"]
    ]


def test_the_light_is_that_of_the_status() -> None:
    ran = run("status", "--data", EXAMPLE, "--as-of", "2010-10-31", "--json")
    for task in json.loads(ran.out)["tasks"]:
        item = show(task["id"], "2010-10-31")["item"]
        assert item["task"] == task
        assert item["walk"]["light"] == task["light"]


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_the_same_data_give_the_same_bytes_in_two_folders(tmp_path: Path, form: tuple[str, ...]) -> None:
    told = []
    for name in ("first", "second"):
        folder = tmp_path / name
        shutil.copytree(EXAMPLE, folder / "data")
        code, out, _ = start("show", "T16", "--as-of", "2010-10-31", *form, cwd=folder)
        assert code == 0
        told.append(out)

    assert told[0] == told[1]


def test_every_place_is_a_line_of_the_file(year: Path) -> None:
    def places(value: Any) -> list[dict[str, Any]]:
        if isinstance(value, list):
            return [place for each in value for place in places(each)]
        if not isinstance(value, dict):
            return []
        own = [value["place"]] if value.get("place") else []
        return own + [place for each in value.values() for place in places(each)]

    for name in ("T04", "T16", "金融办", "杨扬", "P2", "F1", "O6"):
        found = places(show(name, "2010-12-31", year))
        assert found
        for place in found:
            lines = Path(place["file"]).read_text(encoding="utf-8").splitlines()
            assert 0 < place["line"] <= len(lines)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("T99", "是否应为"),
        ("发改局", "发改委"),
        ("person:杨杨", "杨扬"),
        ("zzzz", "可以写任务、分项、节点、步骤的编号"),
        ("", "可以写任务、分项、节点、步骤的编号"),
    ],
)
def test_an_unknown_name_is_refused_with_what_was_probably_meant(name: str, said: str) -> None:
    ran = run("show", name, "--data", EXAMPLE, "--as-of", "2010-08-31")

    assert ran.code == 2
    assert ran.out == ""
    assert said in ran.err


def test_a_name_of_two_things_is_refused_with_how_to_say_which(tmp_path: Path) -> None:
    files = {
        "plan.yaml": "plan: {title: 方案, issued: 2010-04-07, year: 2010}\n"
        "tasks: [{id: T1, text: 开展工作, due: 10月, lead: 甲局, person: 甲局}]\n",
        "units.yaml": "units: [{id: 甲局, people: [{name: 甲局, post: 责任人}]}]\n",
    }
    folder = write_files(tmp_path, files)
    ran = run("show", "甲局", "--data", folder, "--as-of", "2010-08-31")

    assert ran.code == 2
    assert "unit:甲局、person:甲局" in ran.err
    assert run("show", "unit:甲局", "--data", folder, "--as-of", "2010-08-31").code == 0
    assert "人员 甲局" in run("show", "人员：甲局", "--data", folder, "--as-of", "2010-08-31").out


def test_a_plan_long_past_says_so_and_names_as_of() -> None:
    assert "--as-of" in run("show", "T08", "--data", DATA).out
    assert "--as-of" not in run("show", "T08", "--data", DATA, "--as-of", "2011-06-01").out


def test_a_gbk_stream_shows_every_character() -> None:
    for name in ("T09", "T16", "金融办", "P3"):
        asked = ("show", name, "--data", EXAMPLE, "--as-of", "2010-09-30")
        code, out, _ = start(*asked, PYTHONIOENCODING="gbk", PYTHONUTF8="0")
        assert code == 0
        assert "?" not in out.decode("gbk")


def test_colour_only_where_it_is_asked_for() -> None:
    asked = ("show", "T09", "--data", EXAMPLE, "--as-of", "2010-09-01")
    plain = start(*asked)[1]
    coloured = start(*asked, FORCE_COLOR="1", NO_COLOR="")[1]

    assert b"\x1b[" not in plain
    assert b"\x1b[" in coloured
    assert b"\x1b[" not in start(*asked, FORCE_COLOR="1", NO_COLOR="1")[1]


def test_status_does_not_pay_for_the_words_of_show() -> None:
    code = (
        "import sys\n"
        "from motiontrack.cli.main import run\n"
        "sys.argv = ['motiontrack', 'status', '--as-of', '2010-08-31']\n"
        "try: run()\n"
        "except SystemExit: pass\n"
        "own = [name for name in sys.modules if name.startswith('motiontrack.')]\n"
        "print([name for name in own if 'show' in name or name.endswith(('zh.causes', 'en.causes'))])\n"
    )
    import subprocess
    import sys

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)
    assert done.stdout.decode().splitlines()[-1] == "[]"


@pytest.mark.parametrize("folder", sorted(CASES.iterdir()), ids=lambda path: path.name)
def test_no_broken_file_ends_in_a_crash(folder: Path) -> None:
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.yaml"))
    }
    book, _ = load_book(files)
    if book is None:
        assert run("status", "--data", folder, "--as-of", "2010-08-31").code == 2 or not files
        return
    names = [
        *list(book.nodes)[:12],
        *book.units,
        *(span.phase.id for span in book.phases if span.phase.id),
        *(person.name for unit in book.unit_rows for person in unit.people if person.name),
    ]
    for name in names:
        assert run("show", name, "--data", folder, "--as-of", "2010-08-31").code in (0, 1, 2)
