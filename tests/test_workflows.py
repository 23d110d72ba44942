"""The workflows an office copies run commands that exist and end well."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import yaml

from tests.commands import DATA, ROOT, run
from tests.documents import fences

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def commands() -> list[tuple[str, str]]:
    """(workflow, command) for every call of ``motiontrack`` in the workflows."""
    found = []
    for path in WORKFLOWS:
        for job in yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].values():
            script = "\n".join(step.get("run", "") for step in job["steps"])
            calls = re.findall(r"^\s*motiontrack ([^\n|>]+)", script, re.MULTILINE)
            found += [(path.name, call) for call in calls]
    return found


def snippets() -> list[str]:
    """Every call of ``motiontrack`` that the page about CI shows for a service."""
    page = (ROOT / "docs/how-to/ci.md").read_text(encoding="utf-8")
    shown = [fence for fence in fences(page) if fence.language in {"yaml", "groovy"}]
    for fence in shown:
        if fence.language == "yaml":
            assert yaml.safe_load("\n".join(fence.lines))
    lines = [line for fence in shown for line in fence.lines]
    return [match[1] for line in lines if (match := re.search(r"motiontrack (validate [^'\n]+)", line))]


@pytest.mark.parametrize("call", snippets())
def test_every_command_that_is_shown_for_a_service_runs(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").symlink_to(DATA)
    monkeypatch.chdir(tmp_path)

    assert run(*shlex.split(call)).code == 0


def test_the_workflows_of_an_office_call_all_three_commands() -> None:
    assert {call.split()[0] for _, call in commands()} == {"validate", "status", "report"}


@pytest.mark.parametrize(("workflow", "call"), commands())
def test_every_command_of_a_workflow_runs(
    workflow: str, call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "data").symlink_to(DATA)
    monkeypatch.chdir(tmp_path)
    arguments = shlex.split(call.replace("$AS_OF", "2010-08-31"))

    assert run(*arguments).code == 0, workflow
