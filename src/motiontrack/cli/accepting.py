"""``--baseline`` and ``--write-baseline``: the list of accepted diagnostics on disk."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from motiontrack.cli import output
from motiontrack.cli.files import is_ordinary, is_there, read_ordinary
from motiontrack.cli.options import check_suffix
from motiontrack.cli.refusals import CannotRunError
from motiontrack.diagnostics.record import Diagnostic
from motiontrack.language.catalogue import Catalogue

if TYPE_CHECKING:
    from motiontrack.cli.choosing import Chosen
    from motiontrack.cli.loading import Loaded
    from motiontrack.diagnostics.baseline import Accepted

__all__ = ["accept_listed", "write_list"]

# Anything else could be taken for a data file, or be written over one.
_SUFFIXES = (".json",)
#: A hundred thousand entries, of which each is in memory several times while they are read.
_MOST_BYTES = 24 * 1024 * 1024


class Applied(NamedTuple):
    """What a list leaves: the diagnostics, how many it accepts, and itself as a file to quote from."""

    diagnostics: tuple[Diagnostic, ...]
    accepted: int
    files: dict[str, bytes]


def write_list(
    path: Path, loaded: Loaded, found: tuple[Diagnostic, ...], chosen: Chosen, catalogue: Catalogue
) -> str:
    """Write the list that accepts what there is; the sentence that says so.

    Not while there are errors, since these may hide what the list has; and entries of codes that are not
    asked for stay as they are.
    """
    from motiontrack.diagnostics.baseline import parse, write

    check_suffix(path, "baseline", _SUFFIXES)
    # A pipe or a device would take the list, and not give it back.
    if is_there(path) and not is_ordinary(path):
        raise CannotRunError("cannot.baseline-no-file", path=path.as_posix())
    if loaded.errors:
        raise CannotRunError("cannot.baseline-errors", path=path.as_posix(), count=str(len(loaded.errors)))
    listed = _read(path)[0] if chosen.partial and is_there(path) else ()
    kept = [each for each in listed if each.code not in chosen.codes]
    text = write(found, lambda each: catalogue.diagnostic(each.code, each.figures).message, kept)
    if len(text.encode("utf-8", "replace")) > _MOST_BYTES:
        raise _too_large(path)
    output.write_file(path, text)
    return catalogue.word("baseline.written", path=path.as_posix(), count=len(parse(text)))


def accept_listed(
    path: Path, loaded: Loaded, found: tuple[Diagnostic, ...], asked: Collection[str]
) -> Applied:
    """``found`` without what the list at ``path`` accepts, and with what it lists and has gone."""
    from motiontrack.diagnostics.baseline import accept

    listed, data = _read(path)
    inside = _seen_from(loaded.folder.path, path)
    left, accepted = accept(found, listed, inside, asked, judged=not loaded.errors)
    return Applied(left, accepted, {inside: data})


def _read(path: Path) -> tuple[tuple[Accepted, ...], bytes]:
    """The entries of the list at ``path``, and the file itself."""
    from motiontrack.diagnostics.baseline import BaselineFaultyError, parse

    shown = path.as_posix()
    check_suffix(path, "baseline", _SUFFIXES)
    try:
        data = read_ordinary(path, _MOST_BYTES + 1)
    except OSError as error:
        key = "cannot.no-baseline" if error.strerror else "cannot.baseline-no-file"
        raise CannotRunError(key, path=shown, reason=error.strerror or "") from error
    if len(data) > _MOST_BYTES:
        raise _too_large(path)
    try:
        return parse(data.decode("utf-8")), data
    except UnicodeDecodeError as error:
        raise CannotRunError("cannot.baseline", path=shown) from error
    except BaselineFaultyError as error:
        key = "cannot.baseline-line" if error.line else "cannot.baseline"
        raise CannotRunError(key, path=shown, line=str(error.line)) from error


def _too_large(path: Path) -> CannotRunError:
    limit = str(_MOST_BYTES // 1024 // 1024)
    return CannotRunError("cannot.baseline-large", path=path.as_posix(), limit=limit)


def _seen_from(folder: Path, path: Path) -> str:
    """``path`` as a file of the data folder or beside it."""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # on another drive
        return path.as_posix()
