"""The hook an office puts before every commit, run by pre-commit itself.

Its environment is not built here: that is pip, and tests/test_package.py has the wheel. The hook is
run with the motiontrack that is installed.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.commands import ROOT, copy_data

HOOKS = ROOT / ".pre-commit-hooks.yaml"
(HOOK,) = yaml.safe_load(HOOKS.read_text(encoding="utf-8"))


def call(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    programs = str(Path(sys.executable).parent)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))}
    someone = {
        f"GIT_{role}_{what}": "a@b.invalid" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    ours = {
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PRE_COMMIT_HOME": str(cwd.parent / "cache"),
        "MOTIONTRACK_LANG": "zh",
        "PYTHONUTF8": "1",
        **someone,
    }
    return subprocess.run(
        command, cwd=cwd, env=kept | ours, capture_output=True, encoding="utf-8", check=False
    )


def commit(folder: Path) -> str:
    """All that is in ``folder``, as a commit of its own repository; its hash."""
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "all"]):
        assert call("git", *command, cwd=folder).returncode == 0
    return call("git", "rev-parse", "HEAD", cwd=folder).stdout.strip()


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """An office's repository that has the hook, with its data committed."""
    source = tmp_path / "motiontrack"
    source.mkdir()
    (source / HOOKS.name).write_bytes(HOOKS.read_bytes())
    hook = {"id": HOOK["id"], "language": "system"}
    repository = {"repo": str(source), "rev": commit(source), "hooks": [hook]}
    folder = tmp_path / "office"
    copy_data(folder)
    (folder / ".git").rmdir()
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [repository]}), encoding="utf-8")
    commit(folder)
    return folder


def hook_run(office: Path) -> subprocess.CompletedProcess[str]:
    call("git", "add", "-A", cwd=office)
    return call(sys.executable, "-m", "pre_commit", "run", cwd=office)


def test_pre_commit_takes_the_list_of_hooks() -> None:
    done = call(sys.executable, "-m", "pre_commit", "validate-manifest", str(HOOKS), cwd=ROOT)

    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_the_hook_is_built_from_this_repository_and_checks_all_data_at_once() -> None:
    assert HOOK["language"] == "python"
    assert HOOK["pass_filenames"] is False


def test_a_change_without_errors_passes(office: Path) -> None:
    with (office / "data" / "plan.yaml").open("a", encoding="utf-8") as file:
        file.write("# 备注\n")

    done = hook_run(office)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout


def test_an_error_in_any_data_file_stops_the_commit_and_is_told(office: Path) -> None:
    (office / "data" / "returns").mkdir()
    (office / "data" / "returns" / "2010-07.yaml").write_text(
        "month: 2010-07\nentries:\n  - {task: T99, received: 2010-07-24}\n", encoding="utf-8"
    )

    done = hook_run(office)

    assert done.returncode == 1
    assert "data/returns/2010-07.yaml:3:12: 错误 MT203" in done.stdout


def test_what_is_no_data_is_not_its_business(office: Path) -> None:
    (office / "README.md").write_text("x\n", encoding="utf-8")
    (office / "template.yaml").write_text("x: 1\n", encoding="utf-8")

    done = hook_run(office)

    assert done.returncode == 0
    assert "(no files to check)" in done.stdout
