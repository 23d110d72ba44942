"""Plans of any size, and the same content for the peers: ``python -m bench.plans FOLDER TASKS…``.

The rows begin with those of the shipped notice, over and over, and hold what a year's plan of a large
office does beside: several units and people, a start, stages, the objectives served, a note; some 900
bytes a task. What the notice does not print is invented. For each size there are
``motiontrack/data`` in one folder, ``year/data`` with a year of returns, ``folders/NNNN/data`` with 21
tasks each, and a folder for each peer with all of the same content, as far as it has a place for it.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

from motiontrack.book import Book, load_book
from motiontrack.model.resolve import Node

__all__ = ["MOST_AT_ONCE", "MOST_FOR_PEERS", "NOTICE"]

ROOT = Path(__file__).resolve().parents[1]
NOTICE = 21
#: More tasks than this do not fit into the 5 MiB that one data file may hold.
MOST_AT_ONCE = 5000
#: What is greater is made only as a folder a motion.
MOST_FOR_PEERS = 10000
_MONTHS = range(4, 13)
_LAST_PERCENT = 90
_ISSUED = date(2010, 4, 7)


class Stage(NamedTuple):
    """One step on the way of a task."""

    id: str
    text: str
    due: str
    percent: int


class Row(NamedTuple):
    """One task, with what every tool compared is given of it."""

    id: str
    goal: str
    text: str
    unit: str
    does: str
    support: tuple[str, ...]
    people: tuple[str, ...]
    overseer: str
    department: str
    clerk: str
    start: str
    due: str
    serves: tuple[str, ...]
    note: str
    stages: tuple[Stage, ...]
    targets: tuple[tuple[str, str, str], ...]

    @property
    def fields(self) -> dict[str, str]:
        """What a tool has no place of its own for, by name, each as one text."""
        given = {
            "goal": self.goal, "does": self.does, "support": "、".join(self.support),
            "person": "、".join(self.people), "overseer": self.overseer, "department": self.department,
            "clerk": self.clerk, "start": self.start, "serves": "、".join(self.serves), "note": self.note,
        }  # fmt: skip
        targets = {f"target{n}": f"{each[0]} {each[1]} {each[2]}" for n, each in enumerate(self.targets, 1)}
        return given | targets


def make(folder: Path, size: int) -> None:
    """Everything of one size below ``folder``."""
    book = _notice()
    for number, start in enumerate(range(0, size, NOTICE)):
        rows = tuple(_rows(book, start, min(start + NOTICE, size)))
        _plan(folder / "folders" / f"{number:04d}" / "data", book, rows)
    if size > MOST_FOR_PEERS:
        return
    rows = tuple(_rows(book, 0, size))
    one = folder / "motiontrack" / "data"
    if size == NOTICE:
        one.mkdir(parents=True)
        for name in ("plan.yaml", "units.yaml"):
            shutil.copy(ROOT / "data" / name, one / name)
    else:
        _plan(one, book, rows)
    _plan(folder / "year" / "data", book, rows)
    _returns(folder / "year" / "data", rows)
    for name, write in _PEERS.items():
        (folder / name).mkdir()
        write(folder / name, rows)


def _notice() -> Book:
    files = {name: (ROOT / "data" / name).read_bytes() for name in ("plan.yaml", "units.yaml")}
    book, _ = load_book(files)
    if book is None:
        raise ValueError("data/ holds no plan")
    return book


def _rows(book: Book, first: int, last: int) -> Iterator[Row]:
    for number, node in enumerate(islice(cycle(book.tasks), first, last), first + 1):
        yield _row(node, number, book)


def _row(node: Node, number: int, book: Book) -> Row:
    item, name = node.item, f"T{number:05d}"
    due = node.due.end if node.due else book.closes
    half = _ISSUED + (due - _ISSUED) // 2
    units = [unit for unit in book.units.values() if unit.people]
    support = tuple(units[(number + step) % len(units)] for step in (1, 4))
    text = item.text.replace("\n", "")
    objectives = [each.id for each in book.file.objectives]
    return Row(
        id=name,
        goal=item.goal or "",
        text=text,
        unit=node.convener or "",
        does=units[number % len(units)].id,
        support=tuple(unit.id for unit in support),
        people=(*node.person, *(unit.people[0].name for unit in support)),
        overseer="吴晓春",
        department="综合业务处",
        clerk="王小明",
        start=_ISSUED.isoformat(),
        due=due.isoformat(),
        serves=tuple(
            sorted({objectives[number % len(objectives)], objectives[number // 7 % len(objectives)]})
        ),
        note=f"第{number}项：每月25日前经责任领导审签后报市发改委备案",
        stages=(
            Stage(f"{name}a", f"完成调研，提出“{text[:12]}”的实施方案", half.isoformat(), 40),
            Stage(f"{name}b", "按方案组织实施，形成成果后提请验收", due.isoformat(), 60),
        ),
        targets=tuple((each.id, each.words, each.kind or "event") for each in item.targets),
    )


def _quoted(text: str) -> str:
    return '"' + text.replace('"', "'") + '"'


# -- motiontrack


def _plan(folder: Path, book: Book, rows: Sequence[Row]) -> None:
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "data" / "units.yaml", folder / "units.yaml")
    lines = ["plan:", "  title: 工作方案", f"  issued: {_ISSUED}", "  year: 2010", "  language: zh", ""]
    lines.append("objectives:")
    for goal in book.file.objectives:
        lines += [f"  - id: {goal.id}", f"    text: {_quoted(goal.text)}"]
    lines += ["", "tasks:"]
    for row in rows:
        lines += [f"  - id: {row.id}", f"    goal: {_quoted(row.goal)}", f"    text: {_quoted(row.text)}"]
        lines += [f"    start: {row.start}", f"    due: {row.due}", f"    lead: {row.unit}"]
        lines += [f"    does: {row.does}", f"    support: [{', '.join(row.support)}]"]
        lines += [f"    person: [{', '.join(row.people)}]", f"    overseer: {row.overseer}"]
        lines += [f"    department: {row.department}", f"    clerk: {row.clerk}"]
        lines += [f"    serves: [{', '.join(row.serves)}]", f"    note: {_quoted(row.note)}"]
        if row.targets:
            lines.append("    targets:")
        lines += [
            f"      - {{id: {_quoted(name)}, words: {_quoted(words)}, kind: {kind}}}"
            for name, words, kind in row.targets
        ]
        lines.append("    stages:")
        for stage in row.stages:
            lines += [f"      - id: {stage.id}", f"        text: {_quoted(stage.text)}"]
            lines += [f"        due: {stage.due}", f"        percent: {stage.percent}"]
    _write(folder / "plan.yaml", lines)


def _returns(folder: Path, rows: Sequence[Row]) -> None:
    (folder / "returns").mkdir()
    for month in _MONTHS:
        lines = [f"month: 2010-{month:02d}", "", "entries:"]
        percent = _LAST_PERCENT * (month - _MONTHS[0]) // len(_MONTHS)
        for row in rows:
            lines += [f"  - task: {row.id}", f"    received: 2010-{month:02d}-24", "    state: in-progress"]
            lines += [f"    progress: {percent}", "    work: 召开推进会，完成调研并形成初稿"]
        _write(folder / "returns" / f"2010-{month:02d}.yaml", lines)


# -- peers


def _beancount(folder: Path, rows: Sequence[Row]) -> None:
    """A transaction a task; a stage is a posting, with its words and day."""
    units = {unit: f"U{number:02d}" for number, unit in enumerate(sorted({row.unit for row in rows}))}
    lines = ["2010-01-01 open Equity:Plan"]
    lines += [f"2010-01-01 open Assets:{each}" for each in units.values()]
    for row in rows:
        lines += ["", f"{row.due} * {_quoted(row.unit)} {_quoted(row.text)}", f"  id: {_quoted(row.id)}"]
        lines += [f"  {name}: {_quoted(value)}" for name, value in row.fields.items()]
        for stage in row.stages:
            lines += [f"  Assets:{units[row.unit]}  {stage.percent} TASK", f"    stage: {_quoted(stage.id)}"]
            lines += [f"    words: {_quoted(stage.text)}", f"    due: {stage.due}"]
        lines.append(f"  Equity:Plan  -{sum(stage.percent for stage in row.stages)} TASK")
    _write(folder / "plan.beancount", lines)


def _hledger(folder: Path, rows: Sequence[Row]) -> None:
    lines = []
    for row in rows:
        lines += [f"{row.due} * ({row.id}) {row.unit} | {row.text}"]
        lines += [f"    ; {name}: {value}" for name, value in row.fields.items()]
        for stage in row.stages:
            lines += [f"    tasks:{row.unit}    {stage.percent} TASK"]
            lines += [f"    ; stage: {stage.id}", f"    ; words: {stage.text}", f"    ; date: {stage.due}"]
        lines += [f"    plan    -{sum(stage.percent for stage in row.stages)} TASK", ""]
    _write(folder / "plan.journal", lines)


def _doorstop(folder: Path, rows: Sequence[Row]) -> None:
    """An item a task; a stage is one more of its attributes."""
    (folder / ".git").mkdir()  # doorstop looks for a repository, and is content with this
    tree = folder / "tasks"
    tree.mkdir()
    _write(
        tree / ".doorstop.yml",
        ["settings:", "  digits: 5", "  prefix: T", "  sep: ''", "attributes:", "  defaults: {}"],
    )
    for row in rows:
        lines = ["active: true", "derived: false", "level: 1.0", "normative: true", "links: []"]
        lines += [f"unit: {row.unit}", f"due: {_quoted(row.due)}"]
        lines += [f"{name}: {_quoted(value)}" for name, value in row.fields.items() if name != "goal"]
        for number, stage in enumerate(row.stages, 1):
            lines.append(f"stage{number}: {_quoted(f'{stage.id} {stage.text} {stage.due} {stage.percent}')}")
        lines += [f"header: {_quoted(row.goal)}", "ref: ''", "reviewed: null", f"text: {_quoted(row.text)}"]
        _write(tree / f"{row.id}.yml", lines)


def _taskjuggler(folder: Path, rows: Sequence[Row]) -> None:
    """A task a task, with its stages as tasks in it."""
    units = {unit: f"u{number}" for number, unit in enumerate(sorted({row.unit for row in rows}))}
    names = list(dict.fromkeys(name for row in rows for name in row.fields if name not in ("note", "start")))
    lines = ['project plan "Plan" 2010-04-07 +1y {', '  timezone "Asia/Shanghai"', "  extend task {"]
    lines += [f"    text {name.capitalize()} {_quoted(name)}" for name in names]
    lines += ["  }", "}", *(f"resource {name} {_quoted(unit)}" for unit, name in units.items())]
    for row in rows:
        lines += [f"task {row.id} {_quoted(row.text)} {{", f"  note {_quoted(row.note)}"]
        lines += [f"  responsible {units[row.unit]}"]
        lines += [
            f"  {name.capitalize()} {_quoted(row.fields[name])}" for name in names if name in row.fields
        ]
        for stage in row.stages:
            lines += [f"  task {stage.id} {_quoted(stage.text)} {{", f"    start {row.start}"]
            lines += [f"    end {stage.due}", "  }"]
        lines.append("}")
    lines += ['taskreport "report" {', "  formats html", "  columns id, name, note, start, end", "}"]
    _write(folder / "plan.tjp", lines)


def _sphinx(folder: Path, rows: Sequence[Row]) -> None:
    """A need a task; a stage is an item of a list in it."""
    names = list(dict.fromkeys(name for row in rows for name in row.fields))
    _write(
        folder / "conf.py",
        [
            'project = "plan"',
            'extensions = ["sphinx_needs"]',
            'needs_types = [dict(directive="task", title="Task", prefix="T", color="#fff", style="node")]',
            f"needs_extra_options = {['unit', 'due', *names]!r}",
        ],
    )
    lines = ["Plan", "====", ""]
    for row in rows:
        lines += [f".. task:: {row.goal or row.id}", f"   :id: {row.id}", f"   :unit: {row.unit}"]
        lines += [f"   :due: {row.due}", *(f"   :{name}: {value}" for name, value in row.fields.items())]
        lines += ["", f"   {row.text}", ""]
        lines += [f"   - {each.id} {each.text} {each.due} {each.percent}" for each in row.stages]
        lines.append("")
    _write(folder / "index.rst", [*lines, ".. needtable::", "   :columns: id, title, unit, person, due"])


def _strictdoc(folder: Path, rows: Sequence[Row]) -> None:
    lines = ["[DOCUMENT]", "TITLE: Plan", ""]
    for row in rows:  # one comment: strictdoc typesets each, which takes ten times as long with twelve
        lines += ["[REQUIREMENT]", f"UID: {row.id}", f"TITLE: {row.goal or row.id}"]
        told = [row.unit, row.due, *(f"{name} {value}" for name, value in row.fields.items())]
        told += [f"{each.id} {each.text} {each.due} {each.percent}" for each in row.stages]
        lines += [f"STATEMENT: {row.text}", f"COMMENT: {'; '.join(told)}", ""]
    _write(folder / "plan.sdoc", lines)


_PEERS: dict[str, Callable[[Path, Sequence[Row]], None]] = {
    "beancount": _beancount,
    "hledger": _hledger,
    "doorstop": _doorstop,
    "taskjuggler": _taskjuggler,
    "sphinx": _sphinx,
    "strictdoc": _strictdoc,
}


def _write(path: Path, lines: Sequence[str]) -> None:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    for argument in sys.argv[2:]:
        make(Path(sys.argv[1]) / argument, int(argument))
