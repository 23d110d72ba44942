"""The rules of the house that imports alone cannot show; import-linter holds the others.

Read from the syntax trees: below ``cli`` nothing prints, asks, exits, reads the clock or the
environment, and only ``source`` writes files. Words are resolved through a module's imports, so that
``import datetime as dt; dt.date.today()`` is seen as well.
"""

from __future__ import annotations

import ast
from pathlib import Path
from typing import NamedTuple

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "motiontrack"

#: Never below cli, by their full names; with a dot at the end, all that begins so.
CLI_ONLY = {
    "builtins.print": "prints",
    "builtins.input": "asks",
    "builtins.breakpoint": "stops",
    "builtins.exit": "exits",
    "builtins.quit": "exits",
    "os._exit": "exits",
    "os.abort": "exits",
    "sys.exit": "exits",
    "builtins.SystemExit": "exits",
    "sys.argv": "reads the command line",
    "sys.stdin": "reads a stream",
    "sys.stdout": "writes to a stream",
    "sys.stderr": "writes to a stream",
    "sys.__stdout__": "writes to a stream",
    "sys.__stderr__": "writes to a stream",
    "logging.": "writes to a stream",
    "warnings.warn": "writes to a stream",
    "os.environ": "reads the environment",
    "os.environb": "reads the environment",
    "os.getenv": "reads the environment",
    "os.getcwd": "reads the environment",
    "pathlib.Path.cwd": "reads the environment",
    "pathlib.Path.home": "reads the environment",
    "os.path.expanduser": "reads the environment",
    "locale.": "reads the environment",
    "shutil.get_terminal_size": "reads the environment",
    "os.get_terminal_size": "reads the environment",
}

CLOCK = {
    "datetime.date.today",
    "datetime.datetime.now",
    "datetime.datetime.today",
    "datetime.datetime.utcnow",
    "time.time",
    "time.time_ns",
    "time.localtime",
    "time.gmtime",
    "time.ctime",
    "time.strftime",
}

#: The same files and the same date must give the same bytes, anywhere, without a network.
NOWHERE = ("getpass", "http", "platform", "random", "secrets", "socket", "ssl", "urllib.request", "uuid")

#: Who may import what is heavy or powerful. Missing here = anyone.
ROOMS_OF_LIBRARIES = {
    "dateutil.parser": (),  # guesses; dates come from our own grammar
    "docx": ("exchange", "render"),
    "jinja2": ("render",),
    "lxml": ("render",),
    "python_calamine": ("exchange",),
    "rich": ("cli",),
    "rich.cells": ("language",),
    "subprocess": ("cli", "history"),
    "tempfile": ("cli", "source"),
    "typer": ("cli",),
    "xlsxwriter": ("exchange",),
    "yaml": ("source",),
}

WRITING_CALLS = {
    "os.makedirs",
    "os.mkdir",
    "os.remove",
    "os.rename",
    "os.replace",
    "os.rmdir",
    "os.unlink",
    "os.write",
    "shutil.copy",
    "shutil.copyfile",
    "shutil.copytree",
    "shutil.move",
    "shutil.rmtree",
}
WRITING_METHODS = {"mkdir", "rmdir", "symlink_to", "touch", "unlink", "write_bytes", "write_text"}
WRITING_MODES = set("wax+")


class Module(NamedTuple):
    name: str
    tree: ast.Module

    def within(self, *rooms: str) -> bool:
        return any(self.name == room or self.name.startswith(f"{room}.") for room in rooms)


class Use(NamedTuple):
    line: int
    word: str


def read(path: Path) -> Module:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return Module(name, ast.parse(path.read_text(encoding="utf-8"), str(path)))


MODULES = [read(path) for path in sorted(PACKAGE.rglob("*.py"))]
BELOW_CLI = [module for module in MODULES if not module.within("cli", "__main__")]


def imported(tree: ast.AST) -> list[Use]:
    """Every module that is imported, by its full name; ``from x import y`` counts as x and as x.y."""
    uses = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            uses += [Use(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            uses += [Use(node.lineno, f"{node.module}.{alias.name}") for alias in node.names]
    return uses


def meanings(tree: ast.AST) -> dict[str, str]:
    """What each imported name stands for."""
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                top = alias.name.partition(".")[0]
                names[alias.asname or top] = alias.name if alias.asname else top
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                names[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    return names


def full_name(node: ast.expr, names: dict[str, str]) -> str | None:
    """The full name of a dotted expression, or None when it begins with something else than a name."""
    if isinstance(node, ast.Name):
        return names.get(node.id, f"builtins.{node.id}")
    if isinstance(node, ast.Attribute):
        owner = full_name(node.value, names)
        return owner and f"{owner}.{node.attr}"
    return None


def words(tree: ast.AST) -> list[Use]:
    """Every name that is used, resolved through the imports."""
    names = meanings(tree)
    found = (
        (node.lineno, full_name(node, names))
        for node in ast.walk(tree)
        if isinstance(node, (ast.Name, ast.Attribute)) and isinstance(node.ctx, ast.Load)
    )
    return [Use(line, word) for line, word in found if word]


def forbidden_words(tree: ast.AST) -> list[str]:
    found = []
    for use in words(tree):
        for word, deed in CLI_ONLY.items():
            if use.word == word or (word.endswith(".") and use.word.startswith(word)):
                found.append(f"line {use.line}: {use.word} {deed}")
    return found + [f"line {line}: {word} reads the clock" for line, word in clock_readings(tree)]


def clock_readings(tree: ast.AST) -> list[Use]:
    names = meanings(tree)
    found = {use for use in words(tree) if use.word in CLOCK}
    for node in ast.walk(tree):  # SomeDate.today(): whatever it is called on
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            called = full_name(node.func, names) or f"….{node.func.attr}"
            if node.func.attr in {"now", "today", "utcnow"} and called not in CLOCK:
                found.add(Use(node.lineno, called))
    return sorted(found)


def writings(tree: ast.AST) -> list[str]:
    """Calls that change files."""
    names = meanings(tree)
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        word = full_name(node.func, names) or ""
        method = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        if word in WRITING_CALLS or method in WRITING_METHODS:
            found.append(f"line {node.lineno}: {word or method} changes files")
        elif (
            word in {"builtins.open", "io.open", "os.fdopen", "os.open"} or method == "open"
        ) and opens_to_write(node, place=0 if method == "open" and word not in {"io.open", "os.open"} else 1):
            found.append(f"line {node.lineno}: opens a file for writing")
    return found


def opens_to_write(call: ast.Call, place: int) -> bool:
    """Whether the mode may write; one that is not written out may."""
    modes = [keyword.value for keyword in call.keywords if keyword.arg == "mode"] or call.args[
        place : place + 1
    ]
    return any(
        not (isinstance(mode, ast.Constant) and isinstance(mode.value, str))
        or bool(WRITING_MODES & set(mode.value))
        for mode in modes
    )


@pytest.mark.parametrize("module", BELOW_CLI, ids=lambda module: module.name or "motiontrack")
def test_only_cli_prints_exits_and_looks_around(module: Module) -> None:
    assert forbidden_words(module.tree) == []


@pytest.mark.parametrize(
    "module",
    [module for module in BELOW_CLI if not module.within("source")],
    ids=lambda module: module.name or "motiontrack",
)
def test_only_source_writes_files(module: Module) -> None:
    assert writings(module.tree) == []


def test_one_module_of_source_writes_files_and_one_locks_them() -> None:
    writers = {module.name for module in MODULES if module.within("source") and writings(module.tree)}

    assert writers == {"source.writing", "source.locking"}


def test_exactly_one_function_reads_the_clock() -> None:
    readings = [(module.name, use) for module in MODULES for use in clock_readings(module.tree)]
    functions = [
        f"{module.name}.{node.name}"
        for module in MODULES
        for node in ast.walk(module.tree)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        and clock_readings(node_with_imports(module, node))
    ]

    assert len(readings) == 1, readings
    assert len(functions) == 1, functions
    assert functions[0].startswith("cli.")


def node_with_imports(module: Module, node: ast.stmt) -> ast.Module:
    """A function beside the imports of its module, so that its names can be resolved."""
    imports = [stmt for stmt in module.tree.body if isinstance(stmt, (ast.Import, ast.ImportFrom))]
    return ast.Module(body=[*imports, node], type_ignores=[])


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name or "motiontrack")
def test_each_library_has_its_room(module: Module) -> None:
    strangers = []
    for use in imported(module.tree):
        known = [name for name in ROOMS_OF_LIBRARIES if use.word == name or use.word.startswith(f"{name}.")]
        if known and not module.within(*ROOMS_OF_LIBRARIES[max(known, key=len)]):
            strangers.append(f"line {use.line}: imports {use.word}")
        if any(use.word == name or use.word.startswith(f"{name}.") for name in NOWHERE):
            strangers.append(f"line {use.line}: imports {use.word}")

    assert strangers == []


@pytest.mark.parametrize("name", ["", "diagnostics"])
def test_what_stands_above_all_rooms_imports_nothing(name: str) -> None:
    """These run whenever any room is entered, so an import here would be everyone's."""
    module = next(module for module in MODULES if module.name == name)

    assert imported(module.tree) == []


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name or "motiontrack")
def test_imports_are_absolute(module: Module) -> None:
    relative = [
        node.lineno for node in ast.walk(module.tree) if isinstance(node, ast.ImportFrom) and node.level
    ]

    assert relative == []


# -- the net itself: what it must catch, and what it must let through --------------------------


@pytest.mark.parametrize(
    "code",
    [
        "print('x')",
        "show = print",
        "input()",
        "exit(1)",
        "raise SystemExit(2)",
        "import sys\nsys.exit(1)",
        "from sys import exit as leave\nleave(1)",
        "import sys\nsys.stdout.write('x')",
        "from sys import stderr\nstderr.write('x')",
        "import os\nos.environ['HOME']",
        "from os import environ\nenviron.get('HOME')",
        "import os as system\nsystem.getenv('HOME')",
        "from datetime import date\ndate.today()",
        "import datetime as dt\ndt.datetime.now(dt.UTC)",
        "from datetime import datetime\nread = datetime.now",
        "import time\ntime.time()",
        "from time import time\ntime()",
        "from motiontrack.somewhere import Day\nDay.today()",
        "from pathlib import Path\nPath.cwd()",
        "import logging\nlogging.info('x')",
    ],
)
def test_the_net_catches(code: str) -> None:
    assert forbidden_words(ast.parse(code))


@pytest.mark.parametrize(
    "code",
    [
        "def day(today: object) -> object:\n    return today",
        "import sys\nsys.intern('x')",
        "from datetime import date\ndate(2010, 8, 31)",
        "import time\ntime.perf_counter()",
        "'print'",
    ],
)
def test_the_net_lets_through(code: str) -> None:
    assert forbidden_words(ast.parse(code)) == []


@pytest.mark.parametrize(
    "code",
    [
        "open('x', 'w')",
        "open('x', mode='ab')",
        "open('x', mode)",
        "from pathlib import Path\nPath('x').open('w')",
        "from pathlib import Path\nPath('x').write_text('x')",
        "import os\nos.replace('x', 'y')",
    ],
)
def test_the_net_catches_writing(code: str) -> None:
    assert writings(ast.parse(code))


@pytest.mark.parametrize(
    "code", ["open('x')", "open('x', 'rb')", "path.open(encoding='utf-8')", "path.read_bytes()"]
)
def test_the_net_lets_reading_through(code: str) -> None:
    assert writings(ast.parse(code)) == []
