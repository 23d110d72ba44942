"""The workflows an office copies run commands that exist and end well."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import yaml

from tests.commands import DATA, ROOT, run

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
