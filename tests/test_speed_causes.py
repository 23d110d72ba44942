"""What makes a start slow, a plan slow or memory grow: held by its causes, since times differ by machine.

``make bench`` shows the effect (docs/decisions/0011-speed.md).
"""

from __future__ import annotations

import cProfile
import dataclasses
import gc
import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from jinja2.sandbox import ImmutableSandboxedEnvironment
from typer.testing import CliRunner

from motiontrack.assess import judge
from motiontrack.assess.assessment import Assessment, assess
from motiontrack.assess.judge import Judgement
from motiontrack.assess.lights import load_profile
from motiontrack.book import Book, load_book
from motiontrack.cli.app import COMMANDS, build_app, commands_asked
from motiontrack.cli.main import run
from motiontrack.diagnostics.record import Place
from motiontrack.language.catalogue import load
from motiontrack.lean import lean
from motiontrack.model.deadline_rules import last_day
from motiontrack.model.decode import decode
from motiontrack.model.fields import At
from motiontrack.profiles import DEFAULT, profile_file
from motiontrack.rules import check
from motiontrack.source import events
from motiontrack.source.plain import read_plain
from motiontrack.source.reader import read_values
from motiontrack.source.text import SourceText
from motiontrack.source.text import decode as decode_text
from motiontrack.views.paper import build_paper
from tests.papers import VIEWS

ROOT = Path(__file__).parents[1]
DATA = ROOT / "data"

#: What no run of `validate` or `status --json` imports, and what would bring it.
HEAVY = (
    "pydantic",  # Typer from 0.29
    "jinja2",
    "rich.console",
    "rich.table",
    "importlib.metadata",  # the usual --version
    "importlib.resources",  # brings zipfile, tempfile and random
    "dateutil.parser",
    "dateutil.relativedelta",  # only for N个月内
    "openpyxl",
    "xlsxwriter",
    "docx",
    "sqlite3",
    "zipfile",
    "random",
    "yaml",  # all of PyYAML, where only libyaml is used
    "yaml._yaml",  # libyaml, for files that are not plain
    "motiontrack.source.reader",
    "motiontrack.source.lines",
    "motiontrack.source.traps",  # only for faulty files
    "motiontrack.source.survey",
    "motiontrack.language.examples",  # only for explain and the references
    "motiontrack.language.zh.explain",
    "motiontrack.language.en.explain",
    "motiontrack.rules.manual",
    "calendar",  # for the last day of a month
    "rich.cells",  # for the width of texts in which nothing is rare
    "motiontrack.language.zh.text_faults",
    "motiontrack.language.zh.page",
    "motiontrack.language.en.records",  # help is in English here, and nothing else
    "motiontrack.language.en.page",
    "motiontrack.model.days_off",  # only where there is a calendar.yaml
    "motiontrack.model.spring_festival",  # only for 春节前
    "motiontrack.language.deadline_words",  # only for the reference
)
#: What one command needs and the other does not.
NOT_FOR = {
    "validate": ("fractions", "motiontrack.assess", "motiontrack.views", "motiontrack.model.profile"),
    "status": ("json", "motiontrack.diagnostics.writers.text", "motiontrack.language.zh.records"),
}
UNITS = "units:\n  - {id: 甲局, people: [{name: 张三, post: 责任人}]}\n".encode()


def process(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A new interpreter, in which nothing is imported yet."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV"))}
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=kept | {"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def plan(tasks: int) -> dict[str, bytes]:
    """A plan of so many tasks with two months of returns and some decisions."""
    names = [f"T{number:05d}" for number in range(1, tasks + 1)]
    rows = "".join(
        f"  - {{id: {name}, text: 开展工作, due: 10月, lead: 甲局, person: 张三}}\n" for name in names
    )
    files = {
        "plan.yaml": f"plan: {{title: 方案, year: 2010, issued: 2010-04-07}}\ntasks:\n{rows}".encode(),
        "units.yaml": UNITS,
        "decisions.yaml": (
            "decisions:\n"
            + "".join(
                f"  - {{kind: extend, item: {name}, on: 2010-06-01, due: 2010-11-30, approver: 市长, reason: 汛期}}\n"
                for name in names[::5]
            )
        ).encode(),
    }
    for month in ("2010-05", "2010-06"):
        entries = "".join(
            f"  - {{task: {name}, unit: 甲局, received: {month}-20, state: in-progress, progress: 10}}\n"
            for name in names
        )
        files[f"returns/{month}.yaml"] = f"month: {month}\nentries:\n{entries}".encode()
    return files


def brought(modules: set[str], *arguments: str) -> str:
    """Which of ``modules`` a run imports, as a list is printed."""
    run = (
        "import sys\n"
        "from motiontrack.cli.main import run\n"
        "try: run()\n"
        f"finally: print(sorted({modules!r} & set(sys.modules)), file=sys.stderr)\n"
    )
    done = process(run, *arguments)
    assert done.returncode == 0, done.stderr
    return done.stderr.strip()


# -- a cold start --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [("validate", "--format", "json"), ("validate",), ("status", "--json", "--as-of", "2010-08-31")],
    ids=" ".join,
)
def test_heavy_modules_are_not_imported(arguments: tuple[str, ...]) -> None:
    assert brought({*HEAVY, *NOT_FOR[arguments[0]]}, *arguments, "--data", str(DATA)) == "[]"


def test_a_paper_in_markdown_brings_nothing_that_only_pages_and_word_need() -> None:
    unwanted = {"html.parser", "html.entities", "base64", "markdown_it", "lxml", "docx"}

    assert brought(unwanted, "report", "monthly", "--as-of", "2010-08-31", "--data", str(DATA)) == "[]"


def test_only_the_command_that_runs_is_imported() -> None:
    others = {f"motiontrack.cli.{name}" for name in COMMANDS if name != "validate"}

    assert brought(others, "validate", "--data", str(DATA)) == "[]"


@pytest.mark.parametrize(
    "arguments", [[], ["--help"], ["--data", "validate"], ["--lang", "en", "status"], ["statsu"]], ids=str
)
def test_every_command_is_there_where_it_is_not_plain_which_is_asked(arguments: list[str]) -> None:
    assert commands_asked(arguments) == COMMANDS


def test_a_start_compiles_few_patterns() -> None:
    # Each costs 0.1 to 5 ms; `re` keeps them, so each is counted once. Typer's own are not counted.
    run = (
        "import re, sys\n"
        "import typer\n"
        "made, compiling = [], re._compiler.compile\n"
        "def counted(pattern, flags=0):\n"
        "    made.append(pattern)\n"
        "    return compiling(pattern, flags)\n"
        "re._compiler.compile = counted\n"
        "from motiontrack.cli.main import run\n"
        "try: run()\n"
        "finally: print(len(made), file=sys.stderr)\n"
    )

    done = process(run, "validate", "--data", str(DATA))

    assert int(done.stderr) <= 20, "58 before they were compiled where they are needed"


def test_libyaml_alone_leaves_the_whole_of_pyyaml_to_others() -> None:
    run = (
        "import sys\n"
        "from motiontrack.source import events\n"
        "assert 'yaml' not in sys.modules and 'yaml.reader' not in sys.modules\n"
        "import yaml\n"
        "assert yaml.safe_load('a: 1') == {'a': 1} == yaml.load('a: 1', Loader=yaml.CSafeLoader)\n"
        "assert events.YAMLError is yaml.YAMLError and events.MarkedYAMLError is yaml.MarkedYAMLError\n"
        "assert events.ScalarEvent is yaml.ScalarEvent\n"
    )

    done = process(run)

    assert done.returncode == 0, done.stderr


def test_without_libyaml_the_pure_parser_is_taken() -> None:
    run = (
        "import sys\n"
        "class Without:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'yaml._yaml': raise ImportError(name)\n"
        "sys.meta_path.insert(0, Without())\n"
        "from motiontrack.source import events\n"
        "import yaml\n"
        "assert events._LOADER is yaml.SafeLoader, events._LOADER\n"
        "assert len(list(events.parse_events('a: [b, c]'))) == 11\n"
    )

    done = process(run)

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("text", ["a: [b", "a: *", "\ta: b", "a: 'b", "- a\nb: c", "a: b: c", "a: \x01"])
def test_libyaml_alone_raises_what_it_raises_in_pyyaml(text: str) -> None:
    source = SourceText("plan.yaml", text)
    _, here = read_values(source)  # in the tests, PyYAML is there as a whole
    run = (
        "import sys\n"
        "from motiontrack.source.reader import read_values\n"
        "from motiontrack.source.text import SourceText\n"
        "assert 'yaml' not in sys.modules\n"
        f"print(repr(read_values(SourceText('plan.yaml', {text!r}))[1]))\n"
    )

    done = process(run)

    assert done.stdout.strip() == repr(here), done.stderr
    assert here


def test_the_loader_is_libyaml_where_there_is_one() -> None:
    assert events._LOADER.__module__ in ("yaml._yaml", "yaml.cyaml") or not yaml.__with_libyaml__


def test_a_template_is_compiled_once_and_not_at_every_run(tmp_path: Path) -> None:
    run = (
        "import sys\n"
        "sys.dont_write_bytecode, sys.pycache_prefix = False, sys.argv.pop(1)\n"
        "import jinja2\n"
        "compiling, names = jinja2.Environment.compile, []\n"
        "def noted(self, source, name=None, *rest, **more):\n"
        "    names.append(name)\n"
        "    return compiling(self, source, name, *rest, **more)\n"
        "jinja2.Environment.compile = noted\n"
        "from motiontrack.cli.main import run\n"
        "try: run()\n"
        "finally: print(*names, file=sys.stderr)\n"
    )
    report = ("report", "monthly", "--as-of", "2010-08-31", "--lang", "zh", "--data", str(DATA))

    first, again = (process(run, str(tmp_path), *report) for _ in range(2))

    assert first.stdout == again.stdout
    compiled = first.stderr.split()
    assert "monthly/body.txt" in compiled
    assert len(compiled) == len(set(compiled))
    assert again.stderr.split() == []


def test_a_finished_run_is_not_taken_apart() -> None:
    run = (
        "import atexit, sys\n"
        "atexit.register(print, 'taken apart', file=sys.stderr)\n"
        "from motiontrack.cli.main import main\n"
        "main()\n"
    )

    done = process(run, "validate", "--data", str(DATA), "--fail-on", "warning")
    traced = process("import sys; sys.settrace(lambda *_: None)\n" + run, "--version")

    assert done.returncode == 1
    assert done.stdout.endswith("\n")
    assert done.stderr == ""
    assert traced.stderr == "taken apart\n", "whoever follows a run wants to see its end"


# -- the days before -------------------------------------------------------------------------------


def test_no_judgement_is_put_together_for_the_months_before(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Judgement] = []
    putting_together = judge._of_case

    def noted(*given: Any) -> Judgement:
        made.append(putting_together(*given))
        return made[-1]

    monkeypatch.setattr(judge, "_of_case", noted)

    judged(plan(21))

    assert len(made) == 21


def test_the_light_of_a_month_before_is_what_was_shown_then() -> None:
    book, _ = load_book(folder_files(ROOT / "examples/nantong-2010/data"))
    assert book is not None
    shown = {
        day: {each.node.id: each for each in assessed(book, day).tasks}
        for day in [*(last_day(2010, month) for month in range(4, 13)), date(2011, 1, 15)]
    }
    before = [
        (name, month, shown[last_day(*split(month.month))][name].light)
        for tasks in shown.values()
        for name, task in tasks.items()
        for month in task.trend[:-1]
    ]

    assert len({light for _, _, light in before}) > 3
    assert [row for row in before if row[1].light != row[2]] == []


# -- the collector of garbage ---------------------------------------------------------------------


def test_loading_leaves_the_collector_as_it_was() -> None:
    before = gc.get_threshold()

    load_book(plan(2))

    assert gc.get_threshold() == before
    assert gc.isenabled()


def test_the_collector_rests_while_loading(monkeypatch: pytest.MonkeyPatch) -> None:
    resting: list[bool] = []

    def noted(*given: Any) -> Any:
        resting.append(not gc.isenabled())
        return decode(*given)

    monkeypatch.setattr("motiontrack.book.decode", noted)

    load_book(plan(2))

    assert resting == [True] * len(plan(2))


def test_a_run_leaves_the_collector_as_it_was(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = gc.get_threshold()
    monkeypatch.setattr(sys, "argv", ["motiontrack", "--version"])
    monkeypatch.setattr("motiontrack.cli.output.settle_streams", lambda: None)

    with pytest.raises(SystemExit):
        run()
    gc.unfreeze()

    assert capsys.readouterr().out.startswith("motiontrack ")
    assert gc.get_threshold() == before
    assert gc.isenabled()


# -- growth ----------------------------------------------------------------------------------------


def calls(work: Callable[[], object]) -> int:
    """How many functions ``work`` calls: the same on every machine, unlike its time."""
    profile = cProfile.Profile()
    profile.runcall(work)
    return sum(entry.callcount for entry in profile.getstats())


def judged(files: dict[str, bytes]) -> None:
    book, faults = load_book(files)
    assert book is not None
    assert not faults
    assert not check(book)
    assessed(book, date(2010, 8, 31))


def assessed(book: Book, day: date) -> Assessment:
    profile = load_profile(DEFAULT, profile_file(DEFAULT).read_bytes())
    return assess(book, day, profile, {})


def folder_files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.yaml")}


def split(month: str) -> tuple[int, int]:
    return int(month[:4]), int(month[5:])


def test_twice_the_tasks_are_twice_the_work() -> None:
    judged(plan(250))  # what is done once, and classes that are written for many values

    some, twice = (calls(lambda size=size: judged(plan(size))) for size in (200, 400))  # type: ignore[misc]

    assert twice <= 2.2 * some


@pytest.mark.parametrize("kind", VIEWS)
def test_what_a_paper_tells_of_twice_the_tasks_is_twice_the_work(kind: str) -> None:
    def told(size: int) -> int:
        book, _ = load_book(plan(size))
        assert book is not None
        of = assessed(book, date(2010, 8, 31))
        paper = build_paper(of, load("zh"))
        return calls(lambda: VIEWS[kind](of, paper))

    told(250)  # what is done once, and classes that are written for many values

    assert told(400) <= 2.2 * told(200)


def test_a_hundred_motions_need_the_memory_of_one() -> None:
    # In a process of its own: a peak never falls, and other tests have had theirs.
    run = (
        "import json, sys, tracemalloc\n"
        "from motiontrack.book import load_book\n"
        "from motiontrack.rules import check\n"
        "files = {name: text.encode() for name, text in json.loads(sys.argv[1]).items()}\n"
        "def peak(motions):\n"
        "    tracemalloc.reset_peak()\n"
        "    for _ in range(motions):\n"
        "        book, faults = load_book(files)\n"
        "        counted = len(book.tasks), len(check(book))\n"
        "        del book, faults\n"
        "    return tracemalloc.get_traced_memory()[1]\n"
        "peak(20)\n"  # what is made once, such as an __init__ for a class of which there are many
        "tracemalloc.start()\n"
        "peak(1)\n"
        "print(peak(1), peak(100))\n"
    )
    files = json.dumps({name: text.decode() for name, text in plan(21).items()})

    one, hundred = map(int, process(run, files).stdout.split())

    assert hundred <= 3 * one, "kept, they would need a hundred times as much"


# -- places and values -------------------------------------------------------------------------------


def test_a_place_is_looked_up_only_to_say_something_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up: list[object] = []
    looking = At.place

    def noted(self: At, *of: Any) -> Place:
        looked_up.append(of)
        return looking(self, *of)

    monkeypatch.setattr(At, "place", noted)
    book, faults = load_book(plan(40))
    assert book is not None
    found = check(book)

    assert (faults, found) == ((), ())
    assert len(looked_up) < 5, "a dozen for each task before"


def test_a_large_plan_is_read_without_libyaml() -> None:
    for path, data in plan(200).items():
        source, _ = decode_text(path, data)
        assert source is not None
        assert read_plain(source) is not None


def test_a_page_asks_once_what_may_be_seen_of_a_type(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[type, str]] = []
    asking = ImmutableSandboxedEnvironment.is_safe_attribute

    def noted(self: ImmutableSandboxedEnvironment, obj: Any, attr: str, value: Any) -> bool:
        asked.append((type(obj), attr))
        return asking(self, obj, attr, value)

    monkeypatch.setattr(ImmutableSandboxedEnvironment, "is_safe_attribute", noted)
    runner = CliRunner()
    for files in (DATA, ROOT / "examples/nantong-2010/data"):
        asked.clear()
        arguments = ["report", "monthly", "--as-of", "2010-08-31", "--data", str(files)]
        assert runner.invoke(build_app("zh"), arguments).exit_code == 0
        assert asked
        assert len(asked) == len(set(asked)), "some seventy thousand times before"


# -- lean classes ------------------------------------------------------------------------------------


@lean
class Row:
    """A class of these tests' own."""

    name: str
    number: int = 1
    rows: dict[str, int] = dataclasses.field(default_factory=dict)


def test_a_class_behaves_the_same_before_and_after_an_init_is_written_for_it() -> None:
    anyhow: Any = Row  # the calls that a checker would not let pass
    shown, first = set(), Row.__init__

    for _ in range(300):
        row = Row("a", rows={"b": 2})
        shown.add(repr(row))
        assert row == Row("a", 1, {"b": 2}) != Row("a")
        assert Row("a").rows is not Row("a").rows
        for values, named in (((), {}), (("a", 1, {}, 4), {}), (("a",), {"name": "a"}), (("a",), {"x": 1})):
            with pytest.raises(TypeError):
                anyhow(*values, **named)
        with pytest.raises(dataclasses.FrozenInstanceError):
            row.number = 2  # type: ignore[misc]

    assert Row.__init__ is not first
    assert shown == {"Row(name='a', number=1, rows={'b': 2})"}


def test_a_lean_class_is_a_dataclass_with_slots() -> None:
    row = Row("a")

    assert dataclasses.replace(row, number=3) == Row("a", 3)
    assert [field.name for field in dataclasses.fields(Row)] == ["name", "number", "rows"]
    assert not hasattr(row, "__dict__")
    match row:
        case Row(name, number):
            assert (name, number) == ("a", 1)
