"""The documents are true: examples print what they say, links lead somewhere, references are current.

``MOTIONTRACK_UPDATE=1 pytest tests/test_documents.py`` writes the examples and references again; read
what changed before keeping it.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest

from motiontrack.assess.accounts import StepState, When
from motiontrack.assess.causes import Attention, Code
from motiontrack.assess.lights import load_profile
from motiontrack.assess.pace import Basis
from motiontrack.assess.state import State, Timeliness
from motiontrack.cli.app import COMMANDS
from motiontrack.cli.paper_kinds import Paper
from motiontrack.cli.schema import SchemaKind
from motiontrack.diagnostics.writers.formats import Format
from motiontrack.model import days_off, fields  # noqa: F401 - for RECORDS
from motiontrack.model.decode import RECORDS
from motiontrack.profiles import SHIPPED, profile_file
from motiontrack.render.lines import SHAPES
from motiontrack.render.profile_reference import profiles_page
from motiontrack.views.plain import schema_of
from motiontrack.views.status import SCHEMA, StatusView
from tests.documents import (
    PAGES,
    ROOT,
    UPDATING,
    anchor,
    fences,
    fits,
    headings,
    links,
    refreshed,
    work_through,
)

DOCS = ROOT / "docs"
READMES = (ROOT / "README.md", ROOT / "README.zh-CN.md")
PROFILE = load_profile("default", (ROOT / "src/motiontrack/profiles/default.yaml").read_bytes())
#: What only exists on one machine, or only while the project is made.
LOCAL = re.compile(r"/(?:home|root|work|tmp|Users|var)/|[A-Z]:\\Users|file://|localhost|127\.0\.0\.1")


#: The commands of the design that the first version does not have.
PLANNED = {"record", "collect", "remind", "diff", "init", "import", "export"}


def page_name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def read(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def run(*command: str, **variables: str) -> str:
    """What a command prints; it must succeed."""
    environment = {**os.environ, **variables}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    told = done.stderr.decode(errors="replace")
    if done.returncode and re.search(
        r"resolve host|Failed to (?:fetch|connect)|NewConnection|dns error", told
    ):
        pytest.skip("the package index cannot be reached")
    assert done.returncode == 0, told
    return done.stdout.decode()


@pytest.mark.parametrize("page", PAGES, ids=page_name)
def test_examples_print_what_the_page_says(page: Path, tmp_path: Path) -> None:
    now, faults, failures = work_through(page, tmp_path)

    if UPDATING:
        faults = []
        if not failures and now != read(page):
            page.write_text(now, encoding="utf-8")
    assert not failures + faults, "\n\n".join([*failures, *faults])


# -- references -------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", list(SchemaKind), ids=str)
def test_generated_references_are_current(kind: SchemaKind) -> None:
    pages = (SchemaKind.FIELDS, SchemaKind.DEADLINES, SchemaKind.RULES)
    name = f"docs/reference/{kind.value}.md" if kind in pages else f"schema/{kind.value}.json"
    now = run(sys.executable, "-m", "motiontrack", "schema", kind.value)
    if UPDATING:
        (ROOT / name).parent.mkdir(exist_ok=True)
        (ROOT / name).write_text(now, encoding="utf-8")

    assert read(ROOT / name) == now, f"{name} is out of date: make reference"


def test_the_page_of_profiles_is_current() -> None:
    page = DOCS / "reference/profiles.md"
    now = profiles_page(load_profile(name, profile_file(name).read_bytes()) for name in SHIPPED)
    if UPDATING:
        page.write_text(now, encoding="utf-8")

    assert read(page) == now


def test_the_page_of_commands_has_every_help_in_both_languages() -> None:
    said = {line for fence in fences(read(DOCS / "reference/commands.md")) for line in fence.lines}
    names = ["", *(f"{name} " for name in COMMANDS)]
    missing = [
        command
        for name in names
        for language in ("en", "zh")
        if (command := f"$ motiontrack {name}--lang {language} --help") not in said
        and (command := f"$ motiontrack --lang {language} {name}--help") not in said
    ]

    assert missing == []


def test_every_cause_is_explained() -> None:
    tables = read(DOCS / "reference/causes-and-lights.md").split("| Cause | ")[1:]
    told = [
        code for table in tables for code in re.findall(r"(?m)^\| `([a-z-]+)` \|", table.partition("\n\n")[0])
    ]

    assert sorted(told) == sorted(code.value for code in Code)


@pytest.mark.parametrize("page", [DOCS / "reference/causes-and-lights.md", *READMES], ids=page_name)
def test_every_light_is_in_the_table(page: Path) -> None:
    rows = [line for line in read(page).splitlines() if line.startswith("|")]
    for light in PROFILE.lights:
        mark = SHAPES[light.shape]
        word = light.word_zh if page.name.endswith(".zh-CN.md") else light.word_en
        assert [row for row in rows if mark in row and word in row], (mark, word)


def test_the_glossary_names_what_there_is() -> None:
    known = {"validate", "status", "show", "walk", "story", "report", "data/plan.yaml"}
    for record in RECORDS.values():
        for _, description in fields.describe(record).values():
            known |= {description.key, *choices(description.shape)}
    for words in (Attention, Basis, Code, State, StepState, Timeliness, When):
        known |= {each.value for each in words}
    known |= {each.value for each in Paper}
    known |= {light.id for light in PROFILE.lights} | {"--by", "remind", "export"}
    schema = schema_of(StatusView, title="status", constant=SCHEMA)
    for shape in (schema, *schema["$defs"].values()):
        known |= shape["properties"].keys()
    rows = [line for line in read(DOCS / "glossary.md").splitlines() if line.startswith("| ")]
    named = {word for row in rows for word in re.findall(r"`([^`]+)`", row.split("|")[3])}
    unknown = {word for word in named if not set(re.split(r"[.: ]+", word)) <= known}

    assert named
    assert unknown == set()


def choices(shape: fields.Shape) -> set[str]:
    match shape:
        case fields.Choice(words):
            return set(words)
        case fields.Many(of) | fields.OneOrMany(of) | fields.Table(of):
            return choices(of)
    return set()


# -- pages ------------------------------------------------------------------------------------


@cache
def anchors(page: Path) -> frozenset[str]:
    """What a link can point to on a page."""
    return frozenset(anchor(each) for each in headings(read(page)))


@pytest.mark.parametrize("page", [*PAGES, ROOT / "CHANGELOG.md"], ids=page_name)
def test_links_lead_somewhere(page: Path) -> None:
    broken = []
    for link in links(read(page)):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, part = unquote(link).partition("#")
        target = (page.parent / name).resolve() if name else page
        inside = target.is_relative_to(ROOT) and target.exists()
        if not inside or (part and part not in anchors(target)):
            broken.append(link)

    assert broken == []


def test_every_page_can_be_reached_from_the_index() -> None:
    reached = {DOCS / "index.md"}
    pending = list(reached)
    while pending:
        page = pending.pop()
        targets = {(page.parent / link.partition("#")[0]).resolve() for link in links(read(page))}
        new = {each for each in targets if each.suffix == ".md" and each.is_file()} - reached
        reached |= new
        pending += new

    assert set(PAGES) <= reached


@pytest.mark.parametrize("page", [*PAGES, ROOT / "CHANGELOG.md"], ids=page_name)
def test_no_page_speaks_of_one_machine(page: Path) -> None:
    assert LOCAL.findall(read(page)) == []


def test_the_two_readmes_know_each_other_and_what_ci_runs() -> None:
    for page, other in (READMES, reversed(READMES)):
        assert other.name in links(read(page))
        assert "make test" in [line for fence in fences(read(page)) for line in fence.lines]
    assert read(ROOT / ".ci/run").rstrip().endswith("make test")


@pytest.mark.parametrize("page", READMES, ids=page_name)
def test_what_is_said_to_be_missing_is_missing(page: Path) -> None:
    text = read(page)
    said = next(line for line in text.splitlines() if line.startswith("- ") and "`remind`" in line)
    named = set(re.findall(r"`([a-z]+)`", said))
    there = set(COMMANDS)

    assert there <= named, "a command that exists is not in the list"
    assert named - there == PLANNED - there
    papers = set(re.findall(r"`(?:report )?([a-z]+)`", text))
    assert {each.value for each in Paper} <= papers, "a paper that can be written is not named"


@pytest.mark.parametrize("page", [*READMES, DOCS / "how-to/ci.md"], ids=page_name)
def test_every_format_is_named(page: Path) -> None:
    assert [each.value for each in Format if f"`{each.value}`" not in read(page)] == ["github"] * (
        page in READMES
    )
    assert "`--format github`" in read(page)


@pytest.mark.slow
@pytest.mark.parametrize("command", ['pipx install ".[excel,word]"', 'uv tool install ".[excel,word]"'])
def test_it_installs_as_the_readme_says(command: str, tmp_path: Path) -> None:
    for page in READMES:
        assert command in read(page)
    programs = tmp_path / "bin"
    tool, *rest = shlex.split(command)
    run(
        str(Path(sys.executable).parent / tool),
        *rest,
        PIPX_HOME=str(tmp_path / "pipx"),
        PIPX_BIN_DIR=str(programs),
        PIPX_MAN_DIR=str(tmp_path / "man"),
        UV_TOOL_DIR=str(tmp_path / "tools"),
        UV_TOOL_BIN_DIR=str(programs),
        UV_CACHE_DIR=str(tmp_path / "cache"),
    )
    (program,) = programs.glob("motiontrack*")
    ours = run(sys.executable, "-m", "motiontrack", "--version")

    assert run(str(program), "--version") == ours
    assert run(str(program), "status", "--as-of", "2010-08-31") == run(
        sys.executable, "-m", "motiontrack", "status", "--as-of", "2010-08-31"
    )
    run(str(program), "report", "monthly", "--as-of", "2010-08-31", "--output", str(tmp_path / "a.docx"))
    assert (tmp_path / "a.docx").exists()


# -- the net itself ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "actual", "fit"),
    [
        ("a b", "a b", True),
        ("a", "a b", False),
        ("a …", "a b c", True),
        ("a … c", "a b c", True),
        ("a … c", "a c", True),
        ("… c", "a b c d", False),
        ("…", "", True),
        ("", "a", False),
    ],
)
def test_an_ellipsis_stands_for_any_lines(printed: str, actual: str, *, fit: bool) -> None:
    assert fits(printed.split(), actual.split()) is fit


@pytest.mark.parametrize(
    ("printed", "actual", "now"),
    [
        ("old", "new lines", "new lines"),
        ("one-line …", "one-lint two", "one-lint …"),
        ("… one-line two-line …", "zero one-line-and two-line-and three", "… one-line-and two-line-and …"),
        ("… last-line", "first last-lime", "… last-lime"),
        ("… gone …", "first last", "… gone …"),
    ],
)
def test_an_example_is_refreshed_with_the_same_lines_left_out(printed: str, actual: str, now: str) -> None:
    assert refreshed(printed.split(), actual.split()) == now.split()
