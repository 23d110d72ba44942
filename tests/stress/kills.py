"""Kill ``motiontrack record`` at random moments: the file must be the old one or the new one, and whole.

``python -m tests.stress.kills --data FOLDER [--rounds 200] [--seed N]`` works on a copy that it may spoil.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import time
from pathlib import Path

from motiontrack.book import load_book

_MONTH = "returns/2010-07.yaml"


def main() -> int:
    """Run the rounds; 1 if a file was lost, torn, or changed but for the one row."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--data", type=Path, required=True)
    asked.add_argument("--rounds", type=int, default=200)
    asked.add_argument("--seed", type=int, default=0)
    given = asked.parse_args()
    chance = random.Random(given.seed)  # noqa: S311 - moments, not secrets
    whole = _duration(given.data)
    killed = written = 0
    for number in range(given.rounds):
        before = _held(given.data)
        process = subprocess.Popen(
            _command(given.data, number), stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        time.sleep(chance.uniform(0, whole * 1.1))
        process.kill()
        process.communicate()
        killed += process.returncode != 0
        after = _held(given.data)
        if not _is_old_or_new(before, after, number):
            print(f"round {number}: neither the old file nor the new one")
            return 1
        written += after != before
    last = subprocess.run(_command(given.data, given.rounds), check=False, capture_output=True)
    if last.returncode:
        print("after the kills nothing can be written any more", last.stderr.decode())
        return 1
    print(f"{given.rounds} rounds, {killed} killed, {written} written, nothing lost")
    return 0


def _command(data: Path, number: int) -> list[str]:
    row = ["T07", "--month", "2010-07", "--received", "2010-07-24", "--work", f"第{number}轮"]
    return [sys.executable, "-m", "motiontrack", "record", *row, "--data", str(data)]


def _duration(data: Path) -> float:
    start = time.monotonic()
    subprocess.run([*_command(data, -1), "--dry-run"], check=True, capture_output=True)
    return time.monotonic() - start


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

if __name__ == "__main__":
    sys.exit(main())
