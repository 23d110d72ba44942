"""The workflows, actions and pipelines an office copies are well formed, and their commands end well."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml

from motiontrack.model.schema import FILE_KINDS, file_name
from tests.commands import DATA, ROOT, copy_data, run
from tests.documents import fences

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
ACTION = ROOT / "action.yml"
HOW_TO = ROOT / "docs" / "how-to"


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


# -- well formed ----------------------------------------------------------------------------------

#: The files that a page of the documents shows whole, by their first line, and the schema of each.
SHOWN = {
    r"# \.github/workflows/[\w-]+\.yml": "vendor.github-workflows",
    r"# \.gitlab-ci\.yml": "vendor.gitlab-ci",
}


def shown(folder: Path) -> list[tuple[str, Path]]:
    """(schema, file) for every whole file in the documents, written below ``folder``."""
    found = []
    for page in sorted(HOW_TO.glob("*.md")):
        for number, fence in enumerate(fences(page.read_text(encoding="utf-8"))):
            for head, schema in SHOWN.items():
                if fence.lines and re.fullmatch(head, fence.lines[0]):
                    path = folder / f"{page.stem}-{number}.yml"
                    path.write_text("\n".join(fence.lines) + "\n", encoding="utf-8")
                    found.append((schema, path))
    return found


def refused(schema: str, *paths: Path) -> str:
    """What is wrong with files of a public format; nothing if all is well."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *map(str, paths)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return done.stdout + done.stderr if done.returncode else ""


def test_workflows_and_the_action_are_well_formed() -> None:
    assert refused("vendor.github-workflows", *WORKFLOWS) == ""
    assert refused("vendor.github-actions", ACTION) == ""


@pytest.mark.parametrize("schema", sorted(set(SHOWN.values())))
def test_what_the_documents_show_is_well_formed(schema: str, tmp_path: Path) -> None:
    paths = [path for kind, path in shown(tmp_path) if kind == schema]

    assert paths
    assert refused(schema, *paths) == ""


def test_what_is_not_well_formed_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "check.yml"
    path.write_text("on: push\njobs: {check: {steps: 3}}\n", encoding="utf-8")

    assert refused("vendor.github-workflows", path)


# -- the action -----------------------------------------------------------------------------------


def action() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(ACTION.read_text(encoding="utf-8"))
    return read


def validated(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """The last step of the action in ``folder``, with its inputs as GitHub hands them over."""
    step = action()["runs"]["steps"][-1]
    given = {name: each["default"] for name, each in action()["inputs"].items()} | inputs
    variables = {
        name: given[re.fullmatch(r"\$\{\{ inputs\.([\w-]+) \}\}", value)[1]]  # type: ignore[index]
        for name, value in step["env"].items()
    }
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder,
        env={**os.environ, **variables, "PATH": programs, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_action_passes_good_data_and_stops_bad(tmp_path: Path) -> None:
    data = copy_data(tmp_path)
    assert validated(tmp_path).returncode == 0
    assert validated(tmp_path, **{"fail-on": "warning"}).returncode == 1

    with (data / "plan.yaml").open("a", encoding="utf-8") as file:
        file.write("年度: 2010\n")
    done = validated(tmp_path)

    assert done.returncode == 1
    assert "MT101" in done.stdout


def test_the_action_takes_another_folder_and_language_and_no_shell(tmp_path: Path) -> None:
    copy_data(tmp_path / "$(touch made)")

    done = validated(tmp_path, data="$(touch made)/data", lang="en", format="json")

    assert done.returncode == 0
    assert json.loads(done.stdout)["totals"]
    assert not (tmp_path / "made").exists()


def test_the_action_installs_its_own_checkout() -> None:
    scripts = [step.get("run", "") for step in action()["runs"]["steps"]]

    assert 'pip install --disable-pip-version-check "$GITHUB_ACTION_PATH"' in "\n".join(scripts)
    assert all("${{" not in script for script in scripts), "inputs come by the environment"


# -- the editor's settings ------------------------------------------------------------------------


def test_the_settings_for_the_editor_name_every_schema_and_ask_nobody() -> None:
    page = (HOW_TO / "editor.md").read_text(encoding="utf-8")
    (fence,) = [each for each in fences(page) if each.language == "json"]
    settings = json.loads("\n".join(fence.lines))

    assert settings["yaml.schemaStore.enable"] is False
    assert set(settings["yaml.schemas"]) == {f"./schema/{kind}.json" for kind in FILE_KINDS}
    for schema, files in settings["yaml.schemas"].items():
        assert (ROOT / schema).is_file()
        assert fnmatch(f"data/{file_name(Path(schema).stem)}", files)


def test_the_page_on_editors_gives_the_first_line_of_every_kind() -> None:
    page = (HOW_TO / "editor.md").read_text(encoding="utf-8")
    given = re.findall(r"\| `# yaml-language-server: \$schema=([./]+)schema/(\w+)\.json` \|", page)

    assert {kind: up for up, kind in given} == {
        kind: "../../" if "/" in file_name(kind) else "../" for kind in FILE_KINDS
    }
