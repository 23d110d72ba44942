"""CPU time and peak memory of whole processes, run in turn so that only ratios of one run are compared.

This process stays small: the peak that Linux reports of a child counts what its parent held when
the child was started.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

__all__ = ["Command", "Measured", "measure"]


#: What has used so many CPU seconds is not run again: the longer a run, the less its noise matters.
_ENOUGH = 5.0


class Command(NamedTuple):
    """A program with its arguments, the folder it runs in, and the exit codes with which it did its work."""

    arguments: tuple[str, ...]
    folder: str | None = None
    fine: frozenset[int] = frozenset((0,))


class Measured(NamedTuple):
    """One command's CPU seconds, round by round, and the most memory it held in any, in MiB."""

    seconds: tuple[float, ...]
    peak: float

    @property
    def typical(self) -> float:
        """The median of the CPU seconds."""
        return median(self.seconds)

    def over(self, other: Measured) -> float:
        """How many times the CPU of ``other``: the median of the ratios of each round."""
        pairs = zip(self.seconds, other.seconds, strict=False)
        return median(own / theirs for own, theirs in pairs)


def measure(commands: Mapping[str, Command], rounds: int) -> dict[str, Measured]:
    """All of ``commands`` in turn, ``rounds`` times; what fails is left out, with a word to stderr."""
    seconds: dict[str, list[float]] = {}
    peaks: dict[str, float] = {}
    failed: set[str] = set()
    # With few rounds a run costs much and start-up little: no round is spent on warming up.
    warming = rounds > 2  # noqa: PLR2004
    for turn in range(rounds + warming):
        for name, command in commands.items():
            if name in failed or sum(seconds.get(name, ())) > _ENOUGH:
                continue
            code, used, peak = _run(command)
            if code not in command.fine:
                failed.add(name)
                sys.stderr.write(f"bench: {' '.join(command.arguments)} ended with {code}, left out\n")
            elif turn >= warming or used > _ENOUGH:  # so long a run is warm before it ends
                seconds.setdefault(name, []).append(used)
                peaks[name] = max(peak, peaks.get(name, 0))
    return {name: Measured(tuple(seconds[name]), peaks[name]) for name in commands if name not in failed}


def _run(command: Command) -> tuple[int, float, float]:
    """Exit code, CPU seconds of the process and those it waited for, peak in MiB."""
    nowhere = [
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
        (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
    ]
    here = Path.cwd()
    try:
        os.chdir(command.folder or here)
        process = os.posix_spawn(
            command.arguments[0], command.arguments, _environment(), file_actions=nowhere
        )
    finally:
        os.chdir(here)
    _, status, used = os.wait4(process, 0)
    return os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def _environment(kept: Sequence[str] = ("HOME", "PATH", "TMPDIR")) -> dict[str, str]:
    """The same for everyone; above all no PYTHONDONTWRITEBYTECODE, with which each run would compile."""
    given = {name: os.environ[name] for name in kept if name in os.environ}
    return given | {"LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"}
