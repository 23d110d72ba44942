"""Plans of any size, and the same content for the peers: ``python -m bench.plans FOLDER TASKS…``.

The rows are those of the shipped notice, over and over, without what would only make the output
long (``restates`` and ``serves`` give a warning a row). For each size there are ``motiontrack/data``
in one folder, ``year/data`` with a year of returns, ``folders/NNNN/data`` with 21 tasks each, and a
folder for each peer with the same ids, texts, units, people and deadlines.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

from motiontrack.book import Book, load_book
from motiontrack.model.resolve import Node

__all__ = ["NOTICE"]

ROOT = Path(__file__).resolve().parents[1]
NOTICE = 21
_MONTHS = range(4, 13)
_LAST_PERCENT = 90


class Row(NamedTuple):
    """One task, with what every tool compared can hold of it."""

    id: str
    goal: str
    text: str
    unit: str
    person: str
    due: str
    targets: tuple[tuple[str, str, str], ...]


def make(folder: Path, size: int) -> None:
    """Everything of one size below ``folder``."""
    book = _notice()
    rows = tuple(_rows(book, size))
    one = folder / "motiontrack" / "data"
    if size == NOTICE:
        one.mkdir(parents=True)
        for name in ("plan.yaml", "units.yaml"):
            shutil.copy(ROOT / "data" / name, one / name)
    else:
        _plan(one, rows)
    _plan(folder / "year" / "data", rows)
    _returns(folder / "year" / "data", rows)
    for number, start in enumerate(range(0, size, NOTICE)):
        _plan(folder / "folders" / f"{number:04d}" / "data", rows[start : start + NOTICE])
    for name, write in _PEERS.items():
        (folder / name).mkdir()
        write(folder / name, rows)


def _notice() -> Book:
    files = {name: (ROOT / "data" / name).read_bytes() for name in ("plan.yaml", "units.yaml")}
    book, _ = load_book(files)
    if book is None:
        raise ValueError("data/ holds no plan")
    return book


def _rows(book: Book, size: int) -> Iterator[Row]:
    for number, node in enumerate(islice(cycle(book.tasks), size), 1):
        yield _row(node, f"T{number:05d}", book)


def _row(node: Node, name: str, book: Book) -> Row:
    item = node.item
    due = (node.due.end if node.due else book.closes).isoformat()
    targets = tuple((each.id, each.words, each.kind or "event") for each in item.targets)
    text = item.text.replace("\n", "")
    return Row(name, item.goal or "", text, node.convener or "", "、".join(node.person), due, targets)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', "'") + '"'


# -- motiontrack


def _plan(folder: Path, rows: Sequence[Row]) -> None:
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "data" / "units.yaml", folder / "units.yaml")
    lines = [
        "plan:",
        "  title: 工作方案",
        "  issued: 2010-04-07",
        "  year: 2010",
        "  language: zh",
        "",
        "tasks:",
    ]
    for row in rows:
        lines += [f"  - id: {row.id}", f"    goal: {_quoted(row.goal)}", f"    text: {_quoted(row.text)}"]
        lines += [f"    due: {row.due}", f"    lead: {row.unit}", f"    person: {row.person}"]
        if row.targets:
            lines.append("    targets:")
        lines += [
            f"      - {{id: {_quoted(name)}, words: {_quoted(words)}, kind: {kind}}}"
            for name, words, kind in row.targets
        ]
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
    units = {unit: f"U{number:02d}" for number, unit in enumerate(sorted({row.unit for row in rows}))}
    lines = ["2010-01-01 open Equity:Plan"]
    lines += [f"2010-01-01 open Assets:{each}" for each in units.values()]
    for row in rows:
        lines += ["", f"{row.due} * {_quoted(row.unit)} {_quoted(row.text)}", f"  id: {_quoted(row.id)}"]
        lines += [f"  person: {_quoted(row.person)}", f"  goal: {_quoted(row.goal)}"]
        lines += [f"  {'target' + str(index)}: {_quoted(each[1])}" for index, each in enumerate(row.targets)]
        lines += [f"  Assets:{units[row.unit]}  1 TASK", "  Equity:Plan  -1 TASK"]
    _write(folder / "plan.beancount", lines)


def _hledger(folder: Path, rows: Sequence[Row]) -> None:
    lines = []
    for row in rows:
        lines += [f"{row.due} * ({row.id}) {row.unit} | {row.text}  ; person: {row.person}"]
        lines += [f"    ; goal: {row.goal}", *(f"    ; target: {each[1]}" for each in row.targets)]
        lines += [f"    tasks:{row.unit}    1 TASK", "    plan    -1 TASK", ""]
    _write(folder / "plan.journal", lines)


def _doorstop(folder: Path, rows: Sequence[Row]) -> None:
    (folder / ".git").mkdir()  # doorstop looks for a repository, and is content with this
    tree = folder / "tasks"
    tree.mkdir()
    _write(
        tree / ".doorstop.yml",
        ["settings:", "  digits: 5", "  prefix: T", "  sep: ''", "attributes:", "  defaults: {}"],
    )
    for row in rows:
        lines = ["active: true", "derived: false", "level: 1.0", "normative: true", "links: []"]
        lines += [f"unit: {row.unit}", f"person: {row.person}", f"due: {_quoted(row.due)}"]
        lines += [f"header: {_quoted(row.goal)}", "ref: ''", "reviewed: null", f"text: {_quoted(row.text)}"]
        _write(tree / f"{row.id}.yml", lines)


def _taskjuggler(folder: Path, rows: Sequence[Row]) -> None:
    units = {unit: f"u{number}" for number, unit in enumerate(sorted({row.unit for row in rows}))}
    lines = ['project plan "Plan" 2010-04-07 +1y {', '  timezone "Asia/Shanghai"', "}"]
    lines += [f"resource {name} {_quoted(unit)}" for unit, name in units.items()]
    for row in rows:
        lines += [f"task {row.id} {_quoted(row.text)} {{", f"  note {_quoted(row.goal)}"]
        lines += [f"  responsible {units[row.unit]}", "  start 2010-04-07", f"  end {row.due}", "}"]
    lines += ['taskreport "report" {', "  formats html", "  columns id, name, note, start, end", "}"]
    _write(folder / "plan.tjp", lines)


def _sphinx(folder: Path, rows: Sequence[Row]) -> None:
    _write(
        folder / "conf.py",
        [
            'project = "plan"',
            'extensions = ["sphinx_needs"]',
            'needs_types = [dict(directive="task", title="Task", prefix="T", color="#fff", style="node")]',
            'needs_extra_options = ["unit", "person", "due", "goal"]',
        ],
    )
    lines = ["Plan", "====", ""]
    for row in rows:
        lines += [f".. task:: {row.goal or row.id}", f"   :id: {row.id}", f"   :unit: {row.unit}"]
        lines += [f"   :person: {row.person}", f"   :due: {row.due}", f"   :goal: {row.goal}", ""]
        lines += [f"   {row.text}", ""]
    _write(folder / "index.rst", [*lines, ".. needtable::", "   :columns: id, title, unit, person, due"])


def _strictdoc(folder: Path, rows: Sequence[Row]) -> None:
    lines = ["[DOCUMENT]", "TITLE: Plan", ""]
    for row in rows:
        lines += ["[REQUIREMENT]", f"UID: {row.id}", f"TITLE: {row.goal or row.id}"]
        lines += [f"STATEMENT: {row.text}", f"COMMENT: {row.unit} {row.person} {row.due}", ""]
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
