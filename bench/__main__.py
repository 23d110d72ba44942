"""``make bench``: motiontrack against a bare program and against its peers, as a table of ratios.

``python -m bench SIZE…`` measures other sizes, such as ``100000``: that many tasks in a folder a motion.

Nothing fails here when an aim is missed: times differ from machine to machine, so the tests hold
the causes (tests/test_speed_causes.py) and this shows the effect.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from bench.measure import Command, Measured, measure
from bench.plans import MOST_AT_ONCE, MOST_FOR_PEERS

ROOT = Path(__file__).resolve().parents[1]
_DAY = ("--as-of", "2010-08-31")
_ROUNDS = {21: 15, 1000: 3, 5000: 1, 10000: 1}
#: A peer that would take longer than this at a size, going by the size before, is not run there.
_MOST_SECONDS = 30.0
_MEBIBYTES_COLD, _MEBIBYTES_FOLDERS = 22, 64
#: A task more may cost so many times what one cost at a smaller size: beyond, growth is not linear.
_STEEPER = 1.3
_FOLDERS = "validate, a folder a motion"


class Aim(NamedTuple):
    """``ours`` is to take at most ``most`` times what ``theirs`` takes, with plans of ``size`` tasks."""

    size: int
    ours: str
    theirs: str
    most: float | None = None


_AIMS = (
    Aim(21, "validate", "bare Typer", 1.3),
    Aim(21, "status --json", "bare Typer", 1.3),
    Aim(21, "report monthly", "bare Typer with jinja2", 1.3),
    Aim(21, "validate", "bean-check", 0.8),
    Aim(21, "validate", "yamllint", 0.4),
    Aim(21, "validate", "check-jsonschema"),
    Aim(21, "validate", "hledger check"),
    Aim(21, "validate", "doorstop"),
    Aim(1000, "validate", "bean-check", 1),
    Aim(1000, "validate", "yamllint", 1 / 20),
    Aim(1000, "validate", "check-jsonschema", 1 / 20),
    Aim(1000, "validate", "doorstop", 1 / 20),
    Aim(1000, "validate", "hledger check"),
    Aim(1000, "validate, year of returns", "validate"),
    Aim(1000, "status --json", "validate"),
    Aim(1000, "status --json, year", "validate, year of returns"),
    Aim(1000, "report html", "tj3", 1 / 6),
    Aim(1000, "report html", "sphinx-needs", 1 / 15),
    Aim(1000, "report html", "strictdoc", 1 / 40),
    Aim(1000, _FOLDERS, "validate"),
    Aim(5000, "validate", "bean-check"),
    Aim(5000, "validate", "hledger check"),
    Aim(5000, "status --json", "validate"),
    Aim(5000, "report monthly", "validate"),
    Aim(10000, _FOLDERS, "bean-check", 0.75),
    Aim(10000, _FOLDERS, "hledger check", 1.8),
)


def main(sizes: Iterable[int]) -> int:
    """Make the plans, measure size by size, print the table."""
    with tempfile.TemporaryDirectory(prefix="motiontrack-bench-") as made:
        wanted = [str(size) for size in sizes]
        # In a process of its own: what it loads would count as memory of what is measured.
        maker = [sys.executable, "-m", "bench.plans", made, *wanted]
        subprocess.run(maker, cwd=ROOT, check=True)  # noqa: S603
        results: dict[int, dict[str, Measured]] = {}
        too_slow: set[str] = set()
        for size in map(int, wanted):
            _say(f"{size} tasks …")
            commands = _commands(Path(made) / str(size), size)
            asked = {name for aim in _AIMS if aim.size == size for name in (aim.ours, aim.theirs)}
            asked |= {"validate", "status --json", "report monthly", _FOLDERS}  # for memory, and growth
            chosen = {name: each for name, each in commands.items() if name in asked - too_slow}
            results[size] = measure(chosen, _ROUNDS.get(size, 1))
            too_slow |= {name for name, each in results[size].items() if each.typical * 10 > _MOST_SECONDS}
    for line in _table(results):
        sys.stdout.write(line + "\n")
    return 0


def _commands(folder: Path, size: int) -> dict[str, Command]:
    """Everything to be run at one size, ours and whichever peers there are."""
    cold = {
        "bare Typer": _python(str(ROOT / "bench/floor.py")),
        "bare Typer with jinja2": _python(str(ROOT / "bench/floor.py"), "jinja2"),
    }
    data = ("--data", str(folder / "motiontrack/data"))
    year = ("--data", str(folder / "year/data"))
    ours = {
        "validate": _ours("validate", *data),
        "status --json": _ours("status", "--json", *_DAY, *data),
        "report monthly": _ours("report", "monthly", *_DAY, *data),
        "report html": _ours("report", "monthly", "--format", "html", *_DAY, *data),
        "validate, year of returns": _ours("validate", *year),
        "status --json, year": _ours("status", "--json", *_DAY, *year),
        _FOLDERS: _python("-m", "bench.folders", str(folder / "folders"), folder=ROOT),
    }
    if size > MOST_FOR_PEERS:
        return {_FOLDERS: ours[_FOLDERS]}
    if size > MOST_AT_ONCE:
        return {_FOLDERS: ours[_FOLDERS]} | dict(_peers(folder))
    return (cold if size == min(_ROUNDS) else {}) | ours | dict(_peers(folder))


def _peers(folder: Path) -> Iterator[tuple[str, Command]]:
    plan = str(folder / "motiontrack/data/plan.yaml")
    rules = "{extends: default, rules: {line-length: disable, document-start: disable}}"
    schema = str(ROOT / "schema/plan.json")
    given: dict[str, tuple[str, tuple[str, ...], str]] = {
        "yamllint": ("yamllint", ("-d", rules, plan), "motiontrack"),
        "check-jsonschema": ("check-jsonschema", ("--schemafile", schema, plan), "motiontrack"),
        "bean-check": ("bean-check", ("--no-cache", "plan.beancount"), "beancount"),
        "hledger check": ("hledger", ("-f", "plan.journal", "check"), "hledger"),
        "doorstop": ("doorstop", ("--no-reformat",), "doorstop"),
        "tj3": ("tj3", ("--silent", "--output-dir", ".", "plan.tjp"), "taskjuggler"),
        "sphinx-needs": ("sphinx-build", ("-q", "-E", "-b", "html", ".", "out"), "sphinx"),
        "strictdoc": ("strictdoc", ("export", ".", "--output-dir", "out"), "strictdoc"),
    }
    for name, (program, arguments, inside) in given.items():
        found = _program(program)
        if found:
            yield name, Command((found, *arguments), str(folder / inside), frozenset((0, 1)))


def _program(name: str) -> str | None:
    """A peer from ``make bench-peers``, from this environment, or from the system."""
    near = (ROOT / ".bench-venv/bin" / name, Path(sys.executable).with_name(name))
    return next((str(path) for path in near if path.exists()), None) or shutil.which(name)


def _ours(*arguments: str) -> Command:
    # 1: part of the data is faulty. The notice has no faults, and the plans made have none.
    return Command((str(Path(sys.executable).with_name("motiontrack")), *arguments))


def _python(*arguments: str, folder: Path | None = None) -> Command:
    return Command((sys.executable, *arguments), str(folder) if folder else None)


def _table(results: dict[int, dict[str, Measured]]) -> Iterator[str]:
    yield f"{'tasks':>6}  {'motiontrack':<28}{'CPU s':>8}  {'against':<26}{'CPU s':>8}{'ratio':>8}{'aim':>8}"
    missing: dict[str, None] = {}
    for aim in _AIMS:
        here = results.get(aim.size, {})
        ours, theirs = here.get(aim.ours), here.get(aim.theirs)
        if ours is None or theirs is None:
            missing |= dict.fromkeys(
                f"{aim.size} tasks: {name}"
                for name in (aim.ours, aim.theirs)
                if aim.size in results and name not in here
            )
            continue
        ratio = ours.over(theirs)
        yield (
            f"{aim.size:>6}  {aim.ours:<28}{ours.typical:>8.3f}  {aim.theirs:<26}{theirs.typical:>8.3f}"
            f"{ratio:>8.2f}{_aim(ratio, aim.most)}"
        )
    yield from _linear(results)
    yield from _memory(results)
    for name in missing:
        yield f"not measured: {name} (not installed, failed, or far over {_MOST_SECONDS:.0f} s)"


def _linear(results: dict[int, dict[str, Measured]]) -> Iterator[str]:
    """What a task more costs, between each size and the next, over what it costs from the first on."""
    for name in ("validate", "status --json", "report monthly", _FOLDERS):
        at = [(size, results[size][name].typical) for size in sorted(results) if name in results[size]]
        each = [(more[1] - less[1]) / (more[0] - less[0]) for less, more in pairwise(at)]
        for (size, _), cost in zip(at[2:], each[1:], strict=True):
            ratio = cost / each[0]
            told = f"{name}, a task more over one below 1,000"
            yield f"{size:>6}  {told:<72}{ratio:>6.2f}{_aim(ratio, _STEEPER)}"


def _memory(results: dict[int, dict[str, Measured]]) -> Iterator[str]:
    rows = [(21, name, _MEBIBYTES_COLD) for name in ("validate", "status --json")]
    rows += [(size, _FOLDERS, _MEBIBYTES_FOLDERS) for size in results]
    rows += [(5000, name, None) for name in ("validate", "status --json")]  # type: ignore[misc]
    for size, name, most in rows:
        if name in results.get(size, {}):
            peak = results[size][name].peak
            yield f"{size:>6}  {name + ', peak MiB':<72}{peak:>6.1f}{_aim(peak, most)}"


def _aim(value: float, most: float | None) -> str:
    if most is None:
        return ""
    return f"{most:>8.3g}  {'met' if value <= most else 'missed'}"


def _say(text: str) -> None:
    sys.stderr.write(f"bench: {text}\n")


if __name__ == "__main__":
    sys.exit(main([int(each) for each in sys.argv[1:]] or _ROUNDS))
