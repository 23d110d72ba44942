"""The shipped plan, broken by hand in every way met so far: a diagnostic each time, never a traceback.

Each row of ``EDITS`` is one slip of a person or a machine: a name, what it does to the files, and a
code that must be among the diagnostics (none where the change is harmless).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from typer.testing import CliRunner

from motiontrack.book import load_book
from motiontrack.cli.app import build_app
from motiontrack.cli.files import find_folder, read_folder
from motiontrack.diagnostics.codes import Severity
from motiontrack.diagnostics.record import Diagnostic
from motiontrack.diagnostics.writers.formats import Format, Run
from motiontrack.diagnostics.writers.page import Page
from motiontrack.language.catalogue import load as load_catalogue
from motiontrack.rules import check
from motiontrack.source.folder_limits import most_entries

if TYPE_CHECKING:
    from typer import Typer

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = {name: (ROOT / "data" / name).read_bytes() for name in ("plan.yaml", "units.yaml")}

Files = dict[str, bytes]
Edit = Callable[[Files], None]

RETURN = """\
month: 2010-07
entries:
  - task: T05
    received: 2010-07-24
    progress: 40
"""


class Broken(NamedTuple):
    name: str
    edit: Edit
    code: str | None
    line: int | None = None


# -- how to break a file --------------------------------------------------------------------------


def swap(old: str, new: str, file: str = "plan.yaml", count: int = 1) -> Edit:
    """``old`` for ``new``, the first ``count`` times."""

    def edit(files: Files) -> None:
        text = files[file].decode()
        assert old in text, old
        files[file] = text.replace(old, new, count).encode()

    return edit


def whole(content: str | bytes, file: str = "plan.yaml") -> Edit:
    def edit(files: Files) -> None:
        files[file] = content if isinstance(content, bytes) else content.encode()

    return edit


def recode(encoding: str, file: str = "plan.yaml") -> Edit:
    def edit(files: Files) -> None:
        files[file] = files[file].decode().encode(encoding, errors="replace")

    return edit


def lines(change: Callable[[str], str], file: str = "plan.yaml") -> Edit:
    def edit(files: Files) -> None:
        files[file] = "\n".join(map(change, files[file].decode().split("\n"))).encode()

    return edit


def cut(share: float, file: str = "plan.yaml") -> Edit:
    def edit(files: Files) -> None:
        files[file] = files[file][: int(len(files[file]) * share)]

    return edit


def drop(file: str) -> Edit:
    def edit(files: Files) -> None:
        del files[file]

    return edit


def also(file: str, content: str | bytes) -> Edit:
    return whole(content, file)


def every_value_null(files: Files) -> None:
    rows = files["plan.yaml"].decode().split("\n")
    files["plan.yaml"] = "\n".join(
        row
        if row.lstrip().startswith("#") or ": " not in row or "{" in row
        else row.split(": ")[0] + ": null"
        for row in rows
    ).encode()


BOMB = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 30))
T05 = "    due: 10月\n    lead: 旅游局"
GROUND = "  - id: T05\n"

EDITS = [
    # slips of a Chinese keyboard
    Broken("full-width colon", swap("title: 《", "title：《"), "MT011", 14),
    Broken("full-width colons everywhere", swap(": ", "：", count=10_000), "MT011"),
    Broken("no space after a colon", swap("person: 戴平", "person:戴平"), "MT012"),
    Broken("full-width dash", swap(GROUND, "  － id: T05\n"), "MT024"),
    Broken("full-width brackets", swap("[lead, person, due]", "［lead，person，due］"), "MT024", 28),
    Broken("full-width comma in a list", swap("[lead, person, due]", "[lead，person，due]"), "MT024", 28),
    Broken("full-width hash", swap("# 附件：", "＃ 附件："), "MT024"),
    Broken("full-width spaces as indentation", swap("    person: 戴平", "\u3000\u3000person: 戴平"), "MT006"),
    Broken("no-break space in a key", swap("    person: 戴平", "    person\u00a0: 戴平"), "MT006"),
    Broken("zero-width space in a key", swap("    person: 戴平", "    per\u200bson: 戴平"), "MT006"),
    Broken("full-width digits in a date", swap("2010-04-07\n", "２０１０-04-07\n"), "MT105"),
    Broken("full-width digits in the year", swap("year: 2010", "year: ２０１０"), "MT104"),
    Broken("full-width letters in an id", swap("id: T05", "id: Ｔ０５"), "MT203"),
    Broken("curly quotes round a value", swap("number: 1号", "number: “1号”"), None),
    Broken("half-width comma in braces", swap("words: 引进1~2家金融机构,", "words: 引进1~2家,金融机构,"), "MT027"),
    Broken("tab as indentation", swap("    person: 戴平", "\tperson: 戴平"), "MT013"),
    Broken("tabs everywhere", swap("    ", "\t", count=10_000), "MT013"),
    Broken("unquoted asterisks", swap("due: 4月\n", "due: *4月*\n"), None),
    Broken("unquoted at sign", swap("person: 戴平", "person: @戴平"), "MT014"),
    Broken("unquoted percent", swap('"%"', "%"), "MT014"),
    Broken("unclosed quote", swap("text: 旅游行业布局规划", 'text: "旅游行业布局规划'), "MT015"),
    Broken("unclosed bracket", swap("[lead, person, due]", "[lead, person, due"), None),
    Broken("unclosed brace", swap("kind: document}", "kind: document"), None),
    Broken("stray bracket", swap(GROUND, "    ]\n" + GROUND), None),
    Broken("one space too many", swap("    person: 戴平", "     person: 戴平"), None),
    Broken("one space too few", swap("    person: 戴平", "   person: 戴平"), "MT029"),
    # encodings and machines
    Broken("GBK", recode("gbk"), "MT001"),
    Broken("GBK units", recode("gbk", "units.yaml"), "MT001"),
    Broken("Big5", recode("big5"), None),
    Broken("UTF-16 with a mark", recode("utf-16"), "MT025"),
    Broken("UTF-16 without", recode("utf-16-le"), "MT002"),
    Broken("UTF-32", recode("utf-32"), "MT025"),
    Broken("byte order mark", whole(b"\xef\xbb\xbf" + SHIPPED["plan.yaml"]), None),
    Broken("two byte order marks", whole(b"\xef\xbb\xbf\xef\xbb\xbf" + SHIPPED["plan.yaml"]), None),
    Broken("half of the file", cut(0.5), None),
    Broken("cut inside a character", lambda files: files.update({"plan.yaml": files["plan.yaml"][:200]}), None),
    Broken("binary", whole(bytes(range(256)) * 20), "MT002"),
    Broken("binary without NUL", whole(bytes(range(128, 256)) * 20), "MT026"),
    Broken("a zip", whole(b"PK\x03\x04\x14\x00\x06\x00"), "MT002"),
    Broken("NULs", whole(b"\0" * 5000), "MT002"),
    Broken("one NUL", swap("戴平", "戴\0平"), "MT002"),
    Broken("control character", swap("戴平", "戴\x08平"), "MT005"),
    Broken("line separator", swap("戴平", "戴\u2028平"), "MT005"),
    Broken("bidi controls", swap("戴平", "\u202e戴平\u202c"), None),
    Broken("emoji", swap("戴平", "戴平👩\u200d👩\u200d👧😀"), None),
    Broken("CRLF", swap("\n", "\r\n", count=10_000), None),
    Broken("CR alone", swap("\n", "\r", count=10_000), None),
    Broken("trailing spaces", lines(lambda row: row + "   "), None),
    Broken("no last line end", whole(SHIPPED["plan.yaml"].rstrip()), None),
    Broken("merge conflict", swap(GROUND, "<<<<<<< HEAD\n" + GROUND), None),
    Broken("a line of one megabyte", swap("戴平", "戴" * 350_000), None),
    Broken("an id of one megabyte", swap("id: T05", "id: " + "T" * 1_000_000), "MT111"),
    Broken("a unit of one megabyte", swap("lead: 旅游局", "lead: " + "旅" * 300_000), "MT201"),
    Broken("too large", whole(b"# " + b"x" * 6_000_000), "MT003"),
    # YAML that is none of ours
    Broken("empty file", whole(""), "MT023", 1),
    Broken("only blanks", whole("\n  \n"), "MT023", 1),
    Broken("only comments", whole("# 待补\n"), "MT023", 1),
    Broken("only a word", whole("待补\n"), "MT103", 1),
    Broken("only a tilde", whole("~\n"), "MT023", 1),
    Broken("a list at the top", whole("- id: T01\n- id: T02\n"), "MT103", 1),
    Broken("units: a list at the top", whole("- id: 发改委\n", "units.yaml"), "MT125", 1),
    Broken("plan as a list", swap("plan:\n  title", "plan:\n  - title"), None),
    Broken("plan as a word", whole("plan: 工作方案\ntasks: []\n"), "MT103", 1),
    Broken("tasks as a mapping", whole("plan: {title: a, year: 2010}\ntasks:\n  T01: {text: a}\n"), "MT103", 3),
    Broken("tasks as a word", whole("plan: {title: a, year: 2010}\ntasks: 无\n"), "MT103", 2),
    Broken("tasks null", whole("plan: {title: a, year: 2010}\ntasks:\n"), "MT102", 2),
    Broken("tasks as words", whole("plan: {title: a, year: 2010}\ntasks: [T01, [T02], ~, {}]\n"), "MT103"),
    Broken("units as a mapping", whole("units: {发改委: {}}\n", "units.yaml"), "MT103"),
    Broken("null everywhere", every_value_null, "MT102"),
    Broken("deep nesting", whole("a: " + "[" * 5_000 + "]" * 5_000), "MT004"),
    Broken("very deep and unclosed", whole("[" * 200_000), "MT004"),
    Broken("deep braces", whole("{a: " * 5_000), "MT004"),
    Broken("deep parts", whole(
        "plan: {title: a, year: 2010}\ntasks: [" + "{id: T, text: a, parts: [" * 31 + "]}" * 31 + "]\n"
    ), "MT204"),
    Broken("alias bomb", whole(BOMB), "MT017"),
    Broken("anchor and alias", swap("lead: 考核办", "lead: &a 考核办"), "MT017"),
    Broken("duplicate key", swap("    person: 戴平\n", "    person: 戴平\n    person: 张三\n"), "MT016"),
    Broken("tasks twice", lambda files: files.update({"plan.yaml": files["plan.yaml"] + b"\ntasks: []\n"}), "MT016"),
    Broken("second document", lambda files: files.update({"plan.yaml": files["plan.yaml"] * 2}), None),
    Broken("second document marked", swap("\ntasks:", "\n---\ntasks:"), "MT020"),
    Broken("merge key", swap(GROUND, "  - <<: {id: T05}\n"), "MT019"),
    Broken("tag", swap("person: 戴平", "person: !!python/object:os.system 戴平"), "MT018"),
    Broken("a list as a key", swap("    person: 戴平", "    ? [person]\n    : 戴平"), "MT021"),
    Broken("an empty key", swap("    person: 戴平", "    : 戴平"), "MT021"),
    # values
    Broken("huge number", swap("at_least: 0.5", "at_least: " + "9" * 5_000), "MT104"),
    Broken("hexadecimal number", swap("at_least: 0.5", "at_least: 0x" + "f" * 100_000), "MT104"),
    Broken("exponent", swap("at_least: 0.5", "at_least: 1e999999"), "MT104"),
    Broken("not a number", swap("at_least: 0.5", "at_least: .nan"), "MT104"),
    Broken("a year with five digits", swap("year: 2010", "year: 20100"), "MT110"),
    Broken("a year with fifteen digits", swap("year: 2010", "year: 999999999999999"), "MT110"),
    Broken("a year too early", swap("year: 2010", "year: 0"), "MT110"),
    Broken("a year with a fraction", swap("year: 2010", "year: 2010.5"), "MT104"),
    Broken("issued in the year 1", swap("issued: 2010-04-07", "issued: 0001-01-01"), "MT105"),
    Broken("issued in the year 0", swap("issued: 2010-04-07", "issued: 0000-01-01"), "MT105"),
    Broken("closes in the year 9999", swap("  year: 2010", "  closes: 9999-12-31\n  year: 2010"), "MT105"),
    Broken("closes in the year 1", swap("  year: 2010", "  closes: 0001-01-01\n  year: 2010"), "MT105"),
    Broken("no 31 September", swap(T05, T05.replace("10月", "9月31日")), "MT302"),
    Broken("no 30 February", swap(T05, T05.replace("10月", "2010-02-30")), "MT302"),
    Broken("issued on no day", swap("2010-04-07\n", "2010-02-30\n"), "MT302"),
    Broken("a date of 9999", swap(T05, T05.replace("10月", "9999-12-31")), None),
    Broken("months without end", swap(T05, T05.replace("10月", "999个月内")), "MT314"),
    Broken("a deadline of prose", swap(T05, T05.replace("10月", "待领导研究后确定")), "MT304"),
    Broken("a deadline of one megabyte", swap(T05, T05.replace("10月", "月" * 300_000)), "MT304"),
    Broken("a deadline as a list", swap(T05, T05.replace("10月", "[10月, 11月]")), "MT103"),
    Broken("unknown key", swap("    person: 戴平", "    persons: 戴平"), "MT101"),
    Broken("Chinese key", swap("    person: 戴平", "    责任人: 戴平"), "MT101"),
    Broken("wrong unit", swap("lead: 旅游局", "lead: 旅游委"), "MT201"),
    Broken("wrong aim", swap("serves: O7", "serves: O8"), "MT205"),
    Broken("wrong id with blanks", swap("id: T05", "id: T 05"), "MT111"),
    Broken("id left out", swap(GROUND, "  - no: 5\n"), "MT102"),
    Broken("id twice", swap("id: T06", "id: T05"), "MT204"),
    Broken("a number as a name", swap("person: 戴平", "person: 0o10"), "MT207"),
    Broken("a mapping as a name", swap("person: 戴平", "person: {name: 戴平}"), "MT103"),
    Broken("format characters", swap("person: 戴平", 'person: "{0} %s {key} {{"'), "MT207"),
    Broken("braces in an id", swap("id: T05", 'id: "{id!r:>99999}"'), "MT111"),
    # files
    Broken("no units", drop("units.yaml"), "MT120"),
    Broken("no plan", drop("plan.yaml"), "MT120"),
    Broken("plan.yml", lambda files: files.update({"plan.yml": files.pop("plan.yaml")}), "MT124"),
    Broken("an unknown file", also("草稿.yaml", "a: 1\n"), "MT121"),
    Broken("a return named for another month", also("returns/2010-08.yaml", RETURN), "MT401", 1),
    Broken("a return of month 13", also("returns/2010-13.yaml", RETURN.replace("2010-07\n", "2010-13\n")), "MT109", 1),
    Broken("a return of month 00", also("returns/2010-00.yaml", RETURN), "MT401", 1),
    Broken("a return of the year 0", also("returns/0000-01.yaml", RETURN.replace("2010-07\n", "0000-01\n")), "MT109", 1),
    Broken("a return of the year 9999", also("returns/9999-12.yaml", RETURN.replace("2010-07\n", "9999-12\n")), "MT109"),
    Broken("a return with a Chinese name", also("returns/7月.yaml", RETURN), "MT123", 1),
    Broken("a return two folders down", also("returns/2010/2010-07.yaml", RETURN), "MT123", 1),
    Broken("a return with a long progress", also("returns/2010-07.yaml", RETURN.replace("40", "9" * 15)), "MT403", 5),
    Broken("a return with a percent sign", also("returns/2010-07.yaml", RETURN.replace("40", "40%")), "MT104", 5),
    Broken("a return received in 9999", also("returns/2010-07.yaml", RETURN.replace("2010-07-24", "9999-12-31")), "MT105"),
    Broken("a return received in the year 1", also("returns/2010-07.yaml", RETURN.replace("2010-07-24", "0001-01-01")), "MT105"),
    Broken("a forecast of 9999", also("returns/2010-07.yaml", RETURN + "    forecast: 9999-12-31\n"), "MT105"),
    Broken("done in the year 1", also("returns/2010-07.yaml", RETURN + "    state: done\n    done_on: 0001-01-01\n"), "MT105"),
    Broken("an empty return", also("returns/2010-07.yaml", ""), "MT023", 1),
    Broken("an empty register", also("decisions.yaml", "decisions:\n"), "MT102", 1),
    Broken("an extension to 9999", also("decisions.yaml", "decisions:\n  - {kind: extend, item: T05, on: 2010-07-01, due: 9999-12-31}\n"), "MT105"),
    Broken("an extension of the year 1", also("decisions.yaml", "decisions:\n  - {kind: extend, item: T05, on: 0001-01-01, due: 0001-01-01}\n"), "MT105"),
    Broken("a plan that is a schedule", also("schedules.yaml", SHIPPED["plan.yaml"]), "MT101"),
]  # fmt: skip

#: The plan with the encodings swapped or the file cut is valid text by chance at some places.
HARMLESS = {
    "byte order mark",
    "two byte order marks",
    "CRLF",
    "CR alone",
    "trailing spaces",
    "no last line end",
    "curly quotes round a value",
}

COMMANDS = (
    ("validate",),
    ("status", "--as-of", "2010-08-31"),
    ("report", "monthly", "--as-of", "2010-08-31"),
)


def broken(row: Broken) -> Files:
    files = dict(SHIPPED)
    row.edit(files)
    return files


def write(files: Files, folder: Path) -> Path:
    for name, content in files.items():
        path = folder / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (folder / "data").mkdir(exist_ok=True)
    return folder / "data"


@cache
def application() -> Typer:
    return build_app("zh")


def found_in(files: Files) -> list[Diagnostic]:
    book, found = load_book(files)
    return [*found, *(check(book) if book else ())]


@cache
def shipped_warnings() -> frozenset[str]:
    return frozenset(each.code for each in found_in(dict(SHIPPED)))


def test_names_are_unique_and_many() -> None:
    assert len({row.name for row in EDITS}) == len(EDITS) >= 40
    assert {row.name for row in EDITS} >= HARMLESS


@pytest.mark.parametrize("row", EDITS, ids=lambda row: row.name)
def test_the_library_names_the_fault(row: Broken) -> None:
    files = broken(row)

    found = found_in(files)

    codes = {each.code for each in found}
    new = [each for each in found if each.code not in shipped_warnings()]
    if row.code:
        assert row.code in codes
    elif row.name not in HARMLESS:
        assert new
    else:
        assert not [each for each in found if each.severity is Severity.ERROR]
    if row.line:
        assert row.line in {each.place.span.line for each in found if each.place and each.code == row.code}
    for each in found:
        assert each.place is not None
        assert each.place.file in files or each.code == "MT120"
        assert each.place.span.line >= 1
    # One slip on every line is one fault a line; nothing is told of what it hides.
    assert len(found) <= files.get("plan.yaml", b"").count(b"\n") * 4 + 60


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("row", EDITS, ids=lambda row: row.name)
def test_every_fault_can_be_told(row: Broken, language: str) -> None:
    found = found_in(broken(row))
    catalogue = load_catalogue(language)

    run = Run(tuple(found), catalogue, Page())
    for page in (each.written(run) for each in Format):
        assert len(page) < 2_000 * (len(found) + 1)
        assert not any(character in page for character in "\0\x08\u202e\u2028")


@pytest.mark.parametrize("row", EDITS, ids=lambda row: row.name)
def test_the_command_line_never_ends_in_a_traceback(row: Broken, tmp_path: Path) -> None:
    files = broken(row)
    folder = write(files, tmp_path)
    errors = [each for each in found_in(files) if each.severity is Severity.ERROR]

    for command in COMMANDS:
        result = CliRunner().invoke(application(), [*command, "--data", str(folder)])

        assert result.exception is None or isinstance(result.exception, SystemExit), command
        assert result.exit_code in (0, 1, 2), command
        assert "Traceback" not in result.output
        if command[0] == "validate":
            assert result.exit_code == (1 if errors else 0), command
        else:
            # Bad data never looks like a clean account.
            assert result.exit_code == 0 or errors, command
            assert result.exit_code != 0 or not errors, command


@pytest.mark.parametrize(
    "name", ["GBK", "deep nesting", "very deep and unclosed", "alias bomb", "no units", "emoji", "a zip"]
)
def test_a_process_of_its_own(name: str, tmp_path: Path) -> None:
    """What would end the process (a stack that overflows in C) shows only here."""
    row = next(row for row in EDITS if row.name == name)
    write(broken(row), tmp_path)
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    for command in (
        ("validate", "--format", "json", "--lang", "en"),
        ("status", "--json", "--as-of", "2010-08-31"),
    ):
        done = subprocess.run(
            [sys.executable, "-m", "motiontrack", *command, "--data", "data"],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert done.returncode in (0, 1, 2), command
        assert b"Traceback" not in done.stderr


# -- what only a disk can hold --------------------------------------------------------------------


@pytest.mark.parametrize("name", ["plan.yaml", "units.yaml", "returns/2010-07.yaml", "decisions.yaml"])
def test_a_folder_named_like_a_file(name: str, tmp_path: Path) -> None:
    folder = write({file: content for file, content in SHIPPED.items() if file != name}, tmp_path)
    (folder / name).mkdir(parents=True)

    for command in COMMANDS:
        result = CliRunner().invoke(application(), [*command, "--data", str(folder)])

        assert result.exception is None or isinstance(result.exception, SystemExit)
        assert result.exit_code in (0, 1, 2)
        if name in SHIPPED:
            assert result.exit_code != 0


def test_a_file_named_like_the_folder_of_returns(tmp_path: Path) -> None:
    folder = write(dict(SHIPPED), tmp_path)
    (folder / "returns").write_text("", encoding="utf-8")

    assert CliRunner().invoke(application(), ["validate", "--data", str(folder)]).exit_code == 0


# -- the two faults of the task ---------------------------------------------------------------


def test_a_person_and_a_deadline_removed_are_two_errors_at_these_tasks(tmp_path: Path) -> None:
    files = dict(SHIPPED)
    plan = files["plan.yaml"].decode()
    for old in ("    person: 戴平\n", "    due: 10月\n    lead: 民政局\n"):
        assert plan.count(old) == 1
    plan = plan.replace("    person: 戴平\n", "").replace(
        "    due: 10月\n    lead: 民政局\n", "    lead: 民政局\n"
    )
    files["plan.yaml"] = plan.encode()
    rows = plan.split("\n")

    errors = [each for each in found_in(files) if each.severity is Severity.ERROR]

    assert [(each.code, each.item) for each in sorted(errors, key=lambda each: each.order)] == [
        ("MT602", "T05"),
        ("MT301", "T11"),
    ]
    for each in errors:
        assert each.place is not None
        assert each.place.file == "plan.yaml"
        assert rows[each.place.span.line - 1] == f"  - id: {each.item}"

    folder = write(files, tmp_path)
    checked = CliRunner().invoke(application(), ["validate", "--data", str(folder)])
    assert checked.exit_code == 1
    assert "共 2 个错误、33 个警告、0 个提示。" in checked.stdout
    assert f"plan.yaml:{rows.index('  - id: T05') + 1}:5: 错误 MT602 T05" in checked.stdout
    assert f"plan.yaml:{rows.index('  - id: T11') + 1}:5: 错误 MT301 T11" in checked.stdout

    judged = CliRunner().invoke(
        application(), ["status", "--as-of", "2010-08-31", "--json", "--data", str(folder)]
    )
    assert judged.exit_code == 1
    view = json.loads(judged.stdout)
    assert [(each["id"], each["line"]) for each in view["unjudged"]] == [
        (name, rows.index(f"  - id: {name}") + 1) for name in ("T05", "T11")
    ]
    assert view["totals"]["tasks"] == 21
    assert view["totals"]["unjudged"] == 2
    assert not {"T05", "T11"} & {each["id"] for each in view["tasks"]}

    shown = CliRunner().invoke(application(), ["status", "--as-of", "2010-08-31", "--data", str(folder)])
    assert shown.exit_code == 1
    assert "T05" in shown.stdout
    assert "T11" in shown.stdout


# -- more than a folder may hold ------------------------------------------------------------------


def test_what_is_too_much_in_all_is_not_read_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    months = {
        f"returns/2010-{month:02d}.yaml": RETURN.replace("-07", f"-{month:02d}").encode()
        for month in range(5, 13)
    }
    monkeypatch.setattr("motiontrack.book.MOST_ENTRIES", sum(map(most_entries, SHIPPED.values())) + 804)

    book, found = load_book({**SHIPPED, **months, "decisions.yaml": b"decisions: [" + b"1," * 800 + b"]\n"})

    told = [each for each in found if each.code == "MT126"]
    assert [(each.place and each.place.file, dict(each.figures)["count"]) for each in told] == [
        ("returns/2010-05.yaml", 8)
    ]
    assert book is not None
    assert not book.returns
    assert "returns/2010-05.yaml" in book.unread


def test_files_are_read_up_to_a_sum_of_bytes_the_plan_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    junk = {f"a{number}.yaml": b"#" * 1000 for number in range(9)}
    folder = write(
        {**SHIPPED, **junk, "returns/2010-05.yaml": RETURN.replace("-07", "-05").encode()}, tmp_path
    )
    monkeypatch.setattr("motiontrack.cli.files.MOST_BYTES", sum(map(len, SHIPPED.values())) + 2500)

    files, faults = read_folder(find_folder(folder))

    assert list(files)[:3] == ["plan.yaml", "units.yaml", "returns/2010-05.yaml"]
    assert [(each.code, each.place and each.place.file, dict(each.figures)["count"]) for each in faults] == [
        ("MT126", "a3.yaml", 6)
    ]
