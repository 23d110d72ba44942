"""Safe writing: a reader never sees half a file, whenever the program is stopped."""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
from pathlib import Path

__all__ = ["keep_file", "replace_file"]


def keep_file(path: Path, data: bytes) -> None:
    """``replace_file`` for what only we may change, whatever the umask; its folder is made."""
    path.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
    replace_file(path, data, mode=0o644)


def replace_file(path: Path, data: bytes, *, mode: int | None = None, alone: bool = False) -> None:
    """Put ``data`` at ``path``: a temporary file beside it, flushed to disk, renamed over it, re-read.

    Raises ``OSError`` where that cannot be done; the old file is then untouched. ``alone``: nobody else
    writes this file now, so that a temporary file beside it is what a program left that was killed.
    """
    target = Path(os.path.realpath(path))  # Path.resolve raises what is no OSError for a link to itself
    if target.exists() and not target.is_file():
        _write_into(target, data)
        return
    if alone:
        _sweep(target)
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(OSError):
            if mode is None:
                mode = target.stat().st_mode if target.exists() else 0o666 & ~_umask()
            temporary.chmod(mode)
        temporary.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    if target.read_bytes() != data:
        raise OSError(f"{target} does not hold what was written")


def _sweep(target: Path) -> None:
    """Remove the temporary files for ``target``, which only a program that was killed leaves."""
    left = re.compile(rf"\.{re.escape(target.name)}\.[a-z0-9_]{{8}}\.tmp")
    for each in [each for each in target.parent.iterdir() if left.fullmatch(each.name)]:
        with contextlib.suppress(OSError):
            each.unlink()


def _write_into(target: Path, data: bytes) -> None:
    """``data`` into a pipe or a device: to rename a file over it would take it away.

    A pipe that nobody reads is an error: opening it in the usual way would wait for ever.
    """
    handle = os.open(target, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(handle, "wb") as file:
        if hasattr(os, "O_NONBLOCK"):
            os.set_blocking(handle, True)
        file.write(data)


def _umask() -> int:
    """The process's file mode mask, which can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
