"""Where a command is run, and what it is given, as nobody planned it: told in a sentence, never a traceback."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from motiontrack.language.catalogue import load as load_catalogue
from tests.commands import DATA, ROOT, odd_file, run

FULL = Path("/dev/full")
NEEDS_FULL = pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")

AS_OF = ("--as-of", "2010-08-31")
#: A command of each kind that prints.
PRINTING: tuple[tuple[str | Path, ...], ...] = (
    ("--help",),
    ("--version",),
    ("validate", "--help"),
    ("validate", "--data", DATA),
    ("validate", "--data", DATA, "--format", "json"),
    ("status", "--data", DATA, *AS_OF),
    ("show", "T05", "--data", DATA, *AS_OF),
    ("report", "monthly", "--data", DATA, *AS_OF),
    ("explain", "MT602"),
    ("schema", "plan"),
)
COMMAND = pytest.mark.parametrize("command", PRINTING, ids=lambda command: " ".join(map(str, command[:2])))
COLOUR = pytest.mark.parametrize(
    "colour", [{}, {"NO_COLOR": "", "FORCE_COLOR": "1"}], ids=["plain", "coloured"]
)


# -- streams --------------------------------------------------------------------------------------


@NEEDS_FULL
@COMMAND
@COLOUR
def test_a_full_disk_is_told_of_every_output(command: tuple[str, ...], colour: dict[str, str]) -> None:
    with FULL.open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "motiontrack", *map(str, command)],
            env={**os.environ, "PYTHONPATH": str(ROOT / "src"), **colour},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert done.returncode == 2
    said = load_catalogue("en").word("cannot.write", reason="No space left on device")
    assert done.stderr.decode() == said + "\n"


@pytest.mark.skipif(shutil.which("sh") is None, reason="needs a shell")
@COMMAND
def test_nobody_to_print_to_is_no_fault(command: tuple[str, ...]) -> None:
    words = " ".join(f"'{each}'" for each in command)
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m motiontrack {words} >&-"],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        stderr=subprocess.PIPE,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(shutil.which("sh") is None, reason="needs a shell")
@COMMAND
def test_a_reader_that_has_left_is_no_fault(command: tuple[str, ...]) -> None:
    words = " ".join(f"'{each}'" for each in command)
    done = subprocess.run(
        ["sh", "-c", f"(sleep 0.5; {sys.executable} -m motiontrack {words}) | true"],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        stderr=subprocess.PIPE,
        check=False,
    )

    assert done.stderr == b""


# -- the current folder ---------------------------------------------------------------------------


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a folder that somebody is in")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_current_folder_that_is_gone_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()

    ran = run("validate", language=language)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == load_catalogue(language).word("cannot.no-here") + "\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a folder that somebody is in")
@pytest.mark.parametrize("output_format", ["text", "sarif", "gitlab"])
def test_a_folder_given_whole_is_read_from_a_current_folder_that_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output_format: str
) -> None:
    data = Path(shutil.copytree(DATA, tmp_path / "list"))
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()

    ran = run("validate", "--data", data, "--format", output_format)

    assert (ran.code, ran.err) == (0, "")
    assert "plan.yaml" in ran.out


# -- empty values ---------------------------------------------------------------------------------

#: Every option that takes a name or a path, with a command that takes it.
NAMED = (
    *(("status", f"--{name}") for name in ("data", "profile", "unit", "person", "phase", "goal", "light")),
    *(("validate", f"--{name}") for name in ("data", "output", "baseline", "write-baseline")),
    *(("report monthly", f"--{name}") for name in ("data", "profile", "output")),
    *(("show T05", f"--{name}") for name in ("data", "profile")),
)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("value", ["", " ", "\u3000"])
@pytest.mark.parametrize(("command", "option"), NAMED)
def test_an_empty_value_is_told(command: str, option: str, value: str, language: str) -> None:
    """What a script's empty variable leaves: neither the current folder nor the default is meant."""
    ran = run(*command.split(), option, value, language=language)

    assert (ran.code, ran.out) == (2, "")
    assert load_catalogue(language).word("usage.empty", option=option) in ran.err


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_empty_value_before_the_command_is_told(language: str) -> None:
    ran = run("--data", "", "validate", language=language)

    assert (ran.code, ran.out) == (2, "")
    assert load_catalogue(language).word("usage.empty", option="--data") in ran.err


@pytest.mark.parametrize("option", ["--as-of", "--lang", "--format", "--fail-on", "--select", "--ignore"])
def test_other_options_take_no_empty_value_either(option: str) -> None:
    command = "status" if option == "--as-of" else "validate"

    assert run(command, "--data", DATA, option, "").code == 2


# -- what is no ordinary file ---------------------------------------------------------------------


ODD = pytest.mark.parametrize("kind", ["folder", "pipe", "device"])


@ODD
@pytest.mark.parametrize("option", ["--baseline", "--write-baseline"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_list_of_accepted_ones_is_an_ordinary_file(
    kind: str, option: str, language: str, tmp_path: Path
) -> None:
    path = odd_file(kind, tmp_path / "accepted.json")

    ran = run("validate", "--data", DATA, option, path, language=language)

    assert (ran.code, ran.out) == (2, "")
    said = load_catalogue(language).word("cannot.baseline-no-file", path=path.as_posix())
    assert ran.err == said + "\n"


def test_a_list_too_large_to_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "accepted.json"
    with path.open("wb") as file:
        file.truncate(10**10)  # takes up nothing on disk

    ran = run("validate", "--data", DATA, "--baseline", path)

    assert (ran.code, ran.out) == (2, "")
    assert (
        ran.err == load_catalogue("zh").word("cannot.baseline-large", path=path.as_posix(), limit="24") + "\n"
    )


def test_a_list_that_would_be_too_large_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "accepted.json"
    monkeypatch.setattr("motiontrack.cli.accepting._MOST_BYTES", 100)

    ran = run("validate", "--data", DATA, "--write-baseline", path)

    assert ran.code == 2
    assert not path.exists()


@pytest.mark.parametrize("kind", ["folder", "pipe"])
@pytest.mark.parametrize(
    ("command", "name"), [(("report", "monthly", *AS_OF), "a.md"), (("validate",), "a.txt")]
)
def test_an_output_that_takes_nothing_is_told(
    kind: str, command: tuple[str, ...], name: str, tmp_path: Path
) -> None:
    path = odd_file(kind, tmp_path / name)

    ran = run(*command, "--data", DATA, "--output", path)

    assert ran.code == 2
    assert path.as_posix() in ran.err
    assert ran.err.count("\n") == 1


# -- paths that no system takes -------------------------------------------------------------------


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("option", "ending"),
    [("--data", ""), ("--output", ".txt"), ("--baseline", ".json"), ("--write-baseline", ".json")],
)
def test_a_path_that_is_too_long_is_told(option: str, ending: str, language: str, tmp_path: Path) -> None:
    given = tmp_path / ("y" * 5_000 + ending)
    data = () if option == "--data" else ("--data", DATA)

    ran = run("validate", *data, option, given, "--lang", language, language=language)

    assert ran.code == 2
    assert "yyyy" in ran.err
    assert load_catalogue(language).word("crash").partition("{")[0] not in ran.err


@pytest.mark.parametrize(
    ("option", "name"), [("--data", "loop"), ("--baseline", "loop.json"), ("--write-baseline", "loop.json")]
)
def test_a_link_to_itself_is_told(option: str, name: str, tmp_path: Path) -> None:
    (tmp_path / name).symlink_to(name)
    data = () if option == "--data" else ("--data", DATA)

    ran = run("validate", *data, option, tmp_path / name)

    assert ran.code in (0, 2)
    assert load_catalogue("zh").word("crash").partition("{")[0] not in ran.err
