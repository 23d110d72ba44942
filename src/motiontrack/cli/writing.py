"""Writing into a data folder: one at a time, file by file, and never over what was not read."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from motiontrack.cli.files import Folder
from motiontrack.cli.refusals import CannotRunError
from motiontrack.diagnostics.record import shown_path
from motiontrack.source.locking import LockedError, locked
from motiontrack.source.writing import replace_file

__all__ = ["alone_in", "writing"]

#: A file of the data folder, what it held when it was read (``None``: it was not there), what it is to hold.
Place = Callable[[str, bytes | None, bytes], None]


@contextmanager
def writing(folder: Folder) -> Iterator[Place]:
    """Hold the folder's lock, and hand out what puts a file there; raises ``CannotRunError``."""
    with alone_in(folder):
        yield lambda path, before, data: _place(folder, path, before, data)


@contextmanager
def alone_in(folder: Folder) -> Iterator[None]:
    """Hold the folder's lock; raises ``CannotRunError``."""
    try:
        with locked(folder.path):
            yield
    except LockedError as error:
        raise CannotRunError("cannot.locked", path=folder.shown) from error
    except OSError as error:
        raise CannotRunError("cannot.write-folder", path=folder.shown, reason=_reason(error)) from error


def _place(folder: Folder, path: str, before: bytes | None, data: bytes) -> None:
    target = folder.path / path
    shown = shown_path(folder.shown, path)
    try:
        if _held(target) != before:
            raise CannotRunError("cannot.changed", path=shown)
        if before is not None and not target.stat().st_mode & stat.S_IWUSR:
            # Renaming a new file over it would pass by what somebody protected on purpose.
            raise CannotRunError("cannot.read-only", path=shown)
        target.parent.mkdir(parents=True, exist_ok=True)
        replace_file(target, data, alone=True)
    except OSError as error:
        raise CannotRunError("cannot.write-file", path=shown, reason=_reason(error)) from error


def _held(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _reason(error: OSError) -> str:
    return error.strerror or ""
