"""Kill a command at random moments of its writing: every file must be the old one or the new one, and whole.

``python -m tests.stress.kills --data FOLDER [--command record|collect] [--rounds 200] [--seed N]`` works on
a copy that it may spoil. ``record`` adds one row a round. ``collect`` reads two dozen forms into three files
and keeps one aside, from the same start each round until so many were killed, and reads them again
after each kill; FOLDER is the example's year.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from motiontrack.book import load_book
from motiontrack.source.locking import LOCK
from tests.exchange.filling import fill

_MONTH = "returns/2010-07.yaml"
#: Nothing here takes as long.
_PATIENCE = 20


def main() -> int:
    """Run the rounds; 1 if a file was lost, torn, or changed but for what was to be written."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--data", type=Path, required=True)
    asked.add_argument("--command", choices=("record", "collect"), default="record")
    asked.add_argument("--rounds", type=int, default=200)
    asked.add_argument("--seed", type=int, default=0)
    given = asked.parse_args()
    chance = random.Random(given.seed)  # noqa: S311 - moments, not secrets
    rounds = {"record": _record, "collect": _collect}[given.command]
    return rounds(given.data.resolve(), given.rounds, chance)


def _killed(command: list[str], wait: Callable[[], None]) -> bool:
    """Whether the command was still running after ``wait``, when it was killed."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    wait()
    process.kill()
    process.communicate()
    return process.returncode < 0


def _motiontrack(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "motiontrack", *map(str, arguments)]


def _duration(command: list[str]) -> float:
    start = time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    return time.monotonic() - start


# -- one row a round


def _record(data: Path, rounds: int, chance: random.Random) -> int:
    whole = _duration([*_recording(data, -1), "--dry-run"])
    killed = written = 0
    for number in range(rounds):
        before = _held(data)
        moment = chance.uniform(0, whole * 1.1)
        killed += _killed(_recording(data, number), lambda moment=moment: time.sleep(moment))  # type: ignore[misc]
        after = _held(data)
        if not _is_old_or_new(before, after, number):
            print(f"round {number}: neither the old file nor the new one")
            return 1
        written += after != before
    last = subprocess.run(_recording(data, rounds), check=False, capture_output=True)
    if last.returncode:
        print("after the kills nothing can be written any more", last.stderr.decode())
        return 1
    print(f"{rounds} rounds, {killed} killed, {written} written, nothing lost")
    return 0


def _recording(data: Path, number: int) -> list[str]:
    row = ["T07", "--month", "2010-07", "--received", "2010-07-24", "--work", f"第{number}轮"]
    return _motiontrack("record", *row, "--data", data)


def _held(data: Path) -> bytes:
    path = data / _MONTH
    return path.read_bytes() if path.exists() else b""


def _is_old_or_new(before: bytes, after: bytes, number: int) -> bool:
    if after == before:
        return True
    row = f"第{number}轮".encode()
    files = {_MONTH: after, "plan.yaml": _PLAN, "units.yaml": _UNITS}
    _, found = load_book(files)
    whole = not [each for each in found if each.place and each.place.file == _MONTH]
    return whole and after.startswith(before) and row in after[len(before) :]


_PLAN = "plan: {title: 方案, year: 2010}\ntasks: [{id: T07, text: 规划, lead: 甲, person: 乙, due: 10月}]\n".encode()
_UNITS = "units: [{id: 甲, people: [{name: 乙}]}]\n".encode()


# -- a dozen forms a round


_WRITTEN = ("returns/2010-06", "returns/2010-07", "schedules", "refused")


def _collect(data: Path, rounds: int, chance: random.Random) -> int:
    start, inbox = data.parent / "start", data.parent / "inbox"
    _prepare(data, inbox)
    shutil.copytree(data, start)
    reading = _motiontrack("collect", "read", inbox, "--received", "2010-07-24", "--data", data)
    old = _files(data)
    _read_whole(reading)
    new = _files(data)
    changed = sorted(name for name in new if new[name] != old.get(name))
    if not all(any(part in name for name in changed) for part in _WRITTEN):
        print("the forms do not come to three files and one kept aside:", changed)
        return 1
    marks = {mark: _ahead(data, start, reading, mark) for mark in ("", LOCK, "forms/refused")}
    number = killed = cut = partly = left = 0
    while killed < rounds:  # a round that was over before its moment is none
        number += 1
        _restore(data, start)
        mark = [*marks][number % len(marks)]
        killed += _killed(reading, _moment(data, mark, marks[mark], chance))
        after = _files(data)
        torn = [
            name
            for name in old.keys() | after.keys()
            if after.get(name) not in (old.get(name), new.get(name))
        ]
        if torn:
            print(f"round {number}: neither old nor new:", torn)
            return 1
        cut += after != new
        partly += after not in (old, new)
        left += len(list(data.rglob("*.tmp")))
        _read_whole(reading)
        if _files(data) != new:
            names = sorted(name for name in new if _files(data).get(name) != new[name])
            print(f"round {number}: read again, it is not what it is in one go:", names)
            return 1
        if remains := list(data.rglob("*.tmp")):
            print(f"round {number}: left behind:", remains)
            return 1
    print(
        f"{number} rounds, {killed} killed, {cut} cut, {partly} of them between two files, "
        f"{left} half-written copies beside them, nothing lost and nothing twice"
    )
    return 0


def _read_whole(reading: list[str]) -> None:
    """One form is left aside each time, so that the command ends with 1."""
    ended = subprocess.run(reading, check=False, capture_output=True)
    if ended.returncode != 1:
        raise SystemExit(ended.stderr.decode())


def _moment(data: Path, mark: str, ahead: float, chance: random.Random) -> Callable[[], None]:
    """Wait for any moment among ``ahead`` seconds after the file or folder ``mark`` is there."""

    def wait() -> None:
        until = time.monotonic() + _PATIENCE
        while mark and not (data / mark).exists() and time.monotonic() < until:
            time.sleep(0.0005)
        time.sleep(chance.uniform(0, ahead))

    return wait


def _ahead(data: Path, start: Path, reading: list[str], mark: str) -> float:
    """How long the command goes on after ``mark`` is there; the least of some runs."""
    times = []
    for _ in range(3):
        _restore(data, start)
        process = subprocess.Popen(reading, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _moment(data, mark, 0, random.Random())()  # noqa: S311 - no secret
        begun = time.monotonic()
        process.wait()
        times.append(time.monotonic() - begun)
    return min(times)


def _restore(data: Path, start: Path) -> None:
    shutil.rmtree(data)
    shutil.copytree(start, data)


def _prepare(data: Path, inbox: Path) -> None:
    """The year before the returns of June, and the forms of two months, a unit's plan, one with a doubt."""
    for path in (data / "returns").glob("2010-*.yaml"):
        if path.stem >= "2010-06":
            path.unlink()
    inbox.mkdir()
    for month in ("2010-06", "2010-07"):
        opened = inbox.parent / month
        subprocess.run(
            _motiontrack(
                "collect",
                "open",
                month,
                "--as-of",
                f"{month}-15",
                "--format",
                "md",
                "-o",
                opened,
                "--data",
                data,
            ),
            check=True,
            capture_output=True,
        )
        for path in opened.iterdir():
            text = path.read_text(encoding="utf-8").replace("- 本月进展：\n", f"- 本月进展：{month}有进展\n")
            (inbox / path.name).write_text(text, encoding="utf-8")
    doubtful = inbox / "2010-07-旅游局.md"
    text = doubtful.read_text(encoding="utf-8").replace("- 完成比例（%）：\n", "- 完成比例（%）：0.6\n", 1)
    doubtful.write_text(text, encoding="utf-8")
    opened = inbox.parent / "plan"
    command = _motiontrack("collect", "open", "--plan", "--as-of", "2010-05-20", "-o", opened, "--data", data)
    subprocess.run([*command, "--unit", "旅游局"], check=True, capture_output=True)
    (form,) = opened.iterdir()
    (inbox / form.name).write_bytes(fill(form.read_bytes(), {("T05", "clerk"): "赵六"}))


def _files(data: Path) -> dict[str, bytes]:
    """Everything that lies in the folder and counts."""
    paths = (path for path in data.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {path.relative_to(data).as_posix(): path.read_bytes() for path in paths}


if __name__ == "__main__":
    sys.exit(main())
