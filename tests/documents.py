"""The pages that people read, and what runs their examples.

A ``console`` block is run: each line ``$ command`` in the page's own folder, and what follows must be
what it prints. A line ``…`` stands for any number of lines. A ``yaml`` or ``jinja`` block whose first
line is a comment with a path is written to that file; a ``diff`` block changes one. So a page builds up
as its reader would build it. ``MOTIONTRACK_UPDATE=1`` writes what is printed into the pages.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from markdown_it import MarkdownIt

ROOT = Path(__file__).resolve().parents[1]
PAGES = (ROOT / "README.md", ROOT / "README.zh-CN.md", *sorted((ROOT / "docs").rglob("*.md")))
UPDATING = os.environ.get("MOTIONTRACK_UPDATE") == "1"

ELLIPSIS = "…"
_MARKDOWN = MarkdownIt("commonmark").enable("table")
_NAMED_FILE = re.compile(r"(?:# |\{# )((?:data|templates)/[^ ]+)(?: #\})?")
_ALIKE = 0.6
_COPIED = ("data", "schema", "templates")


class Fence(NamedTuple):
    """A fenced block: its language, its lines, and the number of its first line in the page."""

    language: str
    lines: list[str]
    start: int


class Step(NamedTuple):
    """A command of a console block, and the lines that it is said to print."""

    command: str
    printed: list[str]


def fences(text: str) -> list[Fence]:
    return [
        Fence(token.info.strip(), token.content.splitlines(), token.map[0] + 1)
        for token in _MARKDOWN.parse(text)
        if token.type == "fence" and token.map
    ]


def headings(text: str) -> list[str]:
    tokens = _MARKDOWN.parse(text)
    return [
        "".join(child.content for child in token.children or ())
        for before, token in pairwise(tokens)
        if before.type == "heading_open"
    ]


def links(text: str) -> list[str]:
    """The targets of all links and images."""
    children = (child for token in _MARKDOWN.parse(text) for child in token.children or ())
    targets = (child.attrGet("href") or child.attrGet("src") for child in children)
    return [str(target) for target in targets if target]


def anchor(heading: str) -> str:
    """The anchor that code hosts give to a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def steps(lines: list[str]) -> list[Step]:
    found: list[Step] = []
    for line in lines:
        if line.startswith("$ "):
            found.append(Step(line[2:], []))
        else:
            assert found, f"a console block begins with its command: {line!r}"
            found[-1].printed.append(line)
    return found


# -- comparing, with … for what is left out ---------------------------------------------------


def fits(printed: list[str], actual: list[str]) -> bool:
    """Whether ``printed`` is ``actual``, where ``…`` stands for any lines, none too."""
    pattern = "".join(r"(?:[^\n]*\n)*" if line == ELLIPSIS else re.escape(line + "\n") for line in printed)
    return re.fullmatch(pattern, "".join(line + "\n" for line in actual)) is not None


def refreshed(printed: list[str], actual: list[str]) -> list[str]:
    """``printed`` as it must be now, with the same lines left out as near as can be told."""
    if ELLIPSIS not in printed:
        return actual
    result: list[str] = []
    after = 0
    for run in _runs(printed):
        if run == [ELLIPSIS]:
            result.append(ELLIPSIS)
            continue
        told = [line for line in run if line]
        places = [place for line in told if (place := _nearest(line, actual, after)) is not None]
        if not places or len(places) < len(told) or places != sorted(places):
            result.extend(run)  # something is gone: only a person can say what to show instead
            continue
        result.extend(actual[places[0] : places[-1] + 1])
        after = places[-1] + 1
    return result


def _runs(printed: list[str]) -> Iterator[list[str]]:
    """Lines up to the next ``…``, and each ``…`` alone."""
    run: list[str] = []
    for line in printed:
        if line == ELLIPSIS:
            if run:
                yield run
            yield [ELLIPSIS]
            run = []
        else:
            run.append(line)
    if run:
        yield run


def _nearest(line: str, actual: list[str], after: int) -> int | None:
    """The first line from ``after`` on that is like ``line``, the same one before others."""
    if line in actual[after:]:
        return actual.index(line, after)
    alike = [(SequenceMatcher(None, line, each).ratio(), -place) for place, each in enumerate(actual)]
    best = max(alike[after:], default=(0.0, 0))
    return -best[1] if line and best[0] >= _ALIKE else None


# -- running ----------------------------------------------------------------------------------


@dataclass(slots=True)
class Desk:
    """A reader's folder while they work through one page: a copy of what the repository gives them."""

    folder: Path
    variables: dict[str, str]
    code: int = 0
    unexplained: str | None = None
    failures: list[str] = field(default_factory=list)

    @classmethod
    def prepare(cls, page: Path, above: Path) -> Desk:
        folder = above / "motiontrack"
        for name in _COPIED:
            shutil.copytree(ROOT / name, folder / name)
        programs = Path(sys.executable).parent
        variables = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
        if page.name.endswith(".zh-CN.md"):
            variables["MOTIONTRACK_LANG"] = "zh"  # a reader whose machine speaks Chinese
        return cls(folder, variables)

    def file(self, lines: list[str]) -> None:
        """Write the file that a block names in its first line; the name is part of the file."""
        named = _NAMED_FILE.fullmatch(lines[0]) if lines else None
        if named is None:
            return
        path = self.folder / named[1]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")

    def change(self, lines: list[str]) -> None:
        """Make the change that a block shows: the old lines must stand in the file, once."""
        path = self.folder / lines[0].removeprefix("--- ").strip()
        body = lines[1:]
        old = "".join(line[1:] + "\n" for line in body if line[:1] in "- ")
        new = "".join(line[1:] + "\n" for line in body if line[:1] in "+ ")
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{path.name} must hold these lines once:\n{old}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    def run(self, command: str) -> list[str]:
        """What ``command`` prints, on both streams; ``make`` runs in the repository itself."""
        word, _, rest = command.partition(" ")
        if word == "cd":
            self.folder = (self.folder / rest).resolve()
            return []
        if word == "export":
            name, _, value = rest.partition("=")
            self.variables[name] = value
            return []
        if command == "echo $?":
            self.unexplained = None
        self.note_failure()
        folder = ROOT if " make " in f" {command}" else self.folder
        said = re.sub(r"\bmake ", "make -s ", command)
        done = subprocess.run(
            ["bash", "-c", f"(exit {self.code})\n{said}"],
            cwd=folder,
            env=self.variables,
            stdout=subprocess.PIPE,
            # What make says of setting up depends on the machine.
            stderr=subprocess.DEVNULL if folder == ROOT else subprocess.STDOUT,
            check=False,
        )
        self.code = done.returncode
        printed = _without_end(done.stdout.decode().splitlines())
        if self.code:
            self.unexplained = (
                f"$ {command}: ended with {self.code}, and no `echo $?` says so\n{printed[-3:]}"
            )
        return printed

    def note_failure(self) -> None:
        """A command may fail only where the page shows its exit code."""
        if self.unexplained:
            self.failures.append(self.unexplained)
        self.unexplained = None


def _without_end(lines: list[str]) -> list[str]:
    while lines and not lines[-1]:
        lines = lines[:-1]
    return lines


def work_through(page: Path, above: Path) -> tuple[str, list[str], list[str]]:
    """Do all that a page says: its text as it should be, what differs from that, and what failed."""
    text = page.read_text(encoding="utf-8")
    lines = text.splitlines()
    desk = Desk.prepare(page, above)
    faults: list[str] = []
    shift = 0
    for fence in fences(text):
        if fence.language in ("yaml", "jinja"):
            desk.file(fence.lines)
        elif fence.language == "diff":
            desk.change(fence.lines)
        elif fence.language == "console":
            now = [line for step in steps(fence.lines) for line in _done(step, desk, faults)]
            start = fence.start + shift
            lines[start : start + len(fence.lines)] = now
            shift += len(now) - len(fence.lines)
    desk.note_failure()
    return "".join(line + "\n" for line in lines), faults, desk.failures


def _done(step: Step, desk: Desk, faults: list[str]) -> list[str]:
    actual = desk.run(step.command)
    said = _without_end(step.printed)
    blank = step.printed[len(said) :]
    if fits(said, actual):
        return [f"$ {step.command}", *step.printed]
    now = refreshed(said, actual)
    if not fits(now, actual):
        desk.failures.append(
            f"$ {step.command}\nno longer prints what the page shows of it: write that by hand"
        )
    told = "\n".join(actual)
    faults.append(f"$ {step.command}\nprints:\n{told}\nbut the page says:\n" + "\n".join(said))
    return [f"$ {step.command}", *now, *blank]
