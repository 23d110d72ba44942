"""One writer at a time in a data folder, on one machine and, where the file system can, on several."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["LOCK", "LockedError", "locked"]

#: Lies in the data folder, holds nothing, and stays: a lock that is deleted can be held twice.
LOCK = ".motiontrack.lock"
_PATIENCE = 60.0
_PAUSE = 0.02


class LockedError(OSError):
    """Somebody else went on writing for longer than anybody waits."""


@contextmanager
def locked(folder: Path, *, patience: float = _PATIENCE) -> Iterator[None]:
    """Hold the folder's lock; the system lets go of it however the program ends.

    Raises ``LockedError`` after ``patience`` seconds, ``OSError`` where the folder cannot be written to.
    """
    handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        _wait(handle, time.monotonic() + patience)
        yield
    finally:
        os.close(handle)


def _wait(handle: int, until: float) -> None:
    while not _taken(handle):
        if time.monotonic() > until:
            raise LockedError
        time.sleep(_PAUSE)


if sys.platform == "win32":
    import msvcrt

    def _taken(handle: int) -> bool:
        """Whether the lock could be had; on Windows it is one of the file's first byte."""
        try:
            os.lseek(handle, 0, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _taken(handle: int) -> bool:
        """Whether the lock could be had."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
