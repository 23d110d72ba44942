"""The data folder on disk: where it is, and its files as a mapping of paths to bytes."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from motiontrack.cli.refusals import CannotRunError
from motiontrack.diagnostics.record import Diagnostic, Place, Span, fault
from motiontrack.lean import lean
from motiontrack.source.folder_limits import MOST_BYTES, MOST_FILES, not_read

__all__ = [
    "Folder",
    "find_folder",
    "folder_in_repository",
    "is_folder",
    "is_ordinary",
    "is_there",
    "read_folder",
    "read_ordinary",
]

_PLAN = "plan.yaml"
#: What lies in the data folder and is no input of anything: papers issued, forms.
_NO_INPUT = frozenset(("issued", "forms"))
_CAP = 5 * 1024 * 1024 + 1  # one byte over what a data file may hold, so that reading it says so
_DEEPEST = 20
_MOST_FOLDERS = 1000  # links that lead to one another make more ways than anybody could wait for


@lean
class Folder:
    """A data folder, and how its path is shown to the reader."""

    path: Path
    shown: str


def find_folder(given: Path | None) -> Folder:
    """The folder that ``--data`` names, else the nearest ``data`` with a plan, walking up from here."""
    if given is not None:
        _check(given)
        return Folder(given, given.as_posix())
    here = _here()
    if here is None:
        raise CannotRunError("cannot.no-here")
    for above in (here, *here.parents):
        if is_there(above / "data" / _PLAN):
            # Shown alike from every folder of the project, so that the same data give the same bytes.
            return Folder(above / "data", "data")
        if is_there(above / ".git"):
            break  # what lies above a repository is somebody else's
    raise CannotRunError("cannot.no-folder")


def folder_in_repository(folder: Folder) -> str:
    """The folder as a server knows it: from the root of the repository, else from here, else its name.

    Never a way through the machine at hand: that would differ from one to the next.
    """
    path = folder.path.resolve()
    root = next((above for above in (path, *path.parents) if is_there(above / ".git")), None) or _here()
    return path.relative_to(root).as_posix() if root and path.is_relative_to(root) else path.name


def read_folder(folder: Folder) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """Every YAML file below ``folder`` and the office's texts.

    MT122 for each that cannot be read, MT126 for what is too much.
    """
    from motiontrack.book import reading_order, record_of
    from motiontrack.model.own_texts import is_text, name_of

    files: dict[str, bytes] = {}
    faults: list[Diagnostic] = []
    try:
        os.scandir(folder.path).close()
    except OSError as error:
        raise CannotRunError("cannot.unreadable", path=folder.shown, reason=_reason(error)) from error
    # What is too much must not keep out what is a record.
    found = sorted(
        _walk(folder.path, "", (), faults, count(1)),
        key=lambda each: (record_of(each[0]) is None, reading_order(each[0])),
    )
    room = MOST_BYTES
    for place, (name, path) in enumerate(found):
        if room < 0 or place == MOST_FILES:
            faults.append(not_read(name, len(found) - place))
            break
        try:
            # A document or a picture among the texts is only told of, however large it is.
            files[name] = read_ordinary(path, 0 if is_text(name) and name_of(name) is None else _CAP)
            room -= len(files[name])
        except OSError as error:
            faults.append(_unreadable(name, error))
    return files, tuple(faults)


# Not the methods of Path, which raise for a name that is too long or a folder that may not be looked into.


def is_there(path: Path) -> bool:
    """Whether there is anything at ``path``, as far as can be seen."""
    return os.path.exists(path)  # noqa: PTH110


def is_ordinary(path: Path) -> bool:
    """Whether there is a file at ``path``: no folder, pipe or device."""
    return os.path.isfile(path)  # noqa: PTH113


def is_folder(path: Path) -> bool:
    """Whether there is a folder at ``path``."""
    return os.path.isdir(path)  # noqa: PTH112


def _here() -> Path | None:
    """The current folder; ``None`` where it was deleted, moved away or may not be looked at."""
    try:
        return Path.cwd()
    except OSError:
        return None


def _check(given: Path) -> None:
    shown = given.as_posix()
    if is_folder(given):
        if not is_there(given / _PLAN) and is_there(given / "data" / _PLAN):
            raise CannotRunError("cannot.one-deeper", path=shown, inner=(given / "data").as_posix())
        return
    if is_there(given):
        raise CannotRunError("cannot.not-folder", path=shown, parent=given.parent.as_posix())
    raise CannotRunError("cannot.missing", path=shown)


def _walk(
    folder: str | Path, prefix: str, above: tuple[str, ...], faults: list[Diagnostic], walked: Iterator[int]
) -> Iterator[tuple[str, str]]:
    """The YAML files and texts below, in a steady order.

    A link back to a folder above is not followed, but told of.
    """
    from motiontrack.model.own_texts import is_text, name_of

    real = os.path.realpath(folder)
    number = next(walked)
    if number > _MOST_FOLDERS:
        if number == _MOST_FOLDERS + 1:  # told of once
            faults.append(_unreadable(prefix.rstrip("/"), OSError()))
        return
    if real in above or len(above) > _DEEPEST:
        faults.append(_unreadable(prefix.rstrip("/"), OSError()))
        return
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        faults.append(_unreadable(prefix.rstrip("/"), error))
        return
    for entry in entries:
        # What an office program leaves beside a file that it has open begins with ~$.
        if entry.name.startswith((".", "~$")) or (not prefix and entry.name in _NO_INPUT):
            continue
        # Not read by another name than the right one, but told of: Windows hides the ending `.txt`.
        if entry.name.lower().removesuffix(".txt").endswith((".yaml", ".yml")):
            yield prefix + entry.name, entry.path
        elif _leads_nowhere(entry):
            faults.append(_unreadable(prefix + entry.name, OSError()))
        elif entry.is_dir():
            if name_of(prefix + entry.name) is not None:  # a folder where a text is looked for
                faults.append(_unreadable(prefix + entry.name, OSError()))
            yield from _walk(entry.path, f"{prefix}{entry.name}/", (*above, real), faults, walked)
        elif is_text(prefix + entry.name):
            yield prefix + entry.name, entry.path


def _leads_nowhere(entry: os.DirEntry[str]) -> bool:
    """Whether it is a link to what is not there, is itself, or may not be looked at."""
    try:
        return entry.is_symlink() and not entry.is_dir() and not entry.is_file()
    except OSError:
        return True


def read_ordinary(path: str | Path, most: int) -> bytes:
    """The first ``most`` bytes of an ordinary file; opening a pipe would wait for ever."""
    if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 - mostly the path comes from scandir
        raise OSError
    with open(path, "rb") as file:  # noqa: PTH123
        return file.read(most)


def _unreadable(name: str, error: OSError) -> Diagnostic:
    return fault("MT122", Place(name, Span(1, 1, 1, 1)), file=name, reason=_reason(error))


def _reason(error: OSError) -> str:
    return error.strerror or ""
