"""``--baseline`` and ``--write-baseline``: the list of accepted diagnostics on disk."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from motiontrack.cli import output
from motiontrack.cli.files import Folder
from motiontrack.cli.options import check_suffix
from motiontrack.cli.refusals import CannotRunError
from motiontrack.diagnostics.record import Diagnostic
from motiontrack.language.catalogue import Catalogue

__all__ = ["accept_listed", "write_list"]

# Anything else could be taken for a data file, or be written over one.
_SUFFIXES = (".json",)


class Applied(NamedTuple):
    """What a list leaves: the diagnostics, how many it accepts, and itself as a file to quote from."""

    diagnostics: tuple[Diagnostic, ...]
    accepted: int
    files: dict[str, bytes]


def write_list(path: Path, found: tuple[Diagnostic, ...], catalogue: Catalogue) -> str:
    """Write the list that accepts what there is; the sentence that says so."""
    from motiontrack.diagnostics.baseline import parse, write

    check_suffix(path, "baseline", _SUFFIXES)
    text = write(found, lambda each: catalogue.diagnostic(each.code, each.figures).message)
    output.write_file(path, text)
    return catalogue.word("baseline.written", path=path.as_posix(), count=len(parse(text)))


def accept_listed(
    path: Path, folder: Folder, found: tuple[Diagnostic, ...], asked: Collection[str]
) -> Applied:
    """``found`` without what the list at ``path`` accepts, and with what it lists and has gone."""
    from motiontrack.diagnostics.baseline import BaselineFaultyError, accept, parse

    shown = path.as_posix()
    check_suffix(path, "baseline", _SUFFIXES)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CannotRunError("cannot.no-baseline", path=shown, reason=error.strerror or "") from error
    try:
        listed = parse(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise CannotRunError("cannot.baseline", path=shown) from error
    except BaselineFaultyError as error:
        key = "cannot.baseline-line" if error.line else "cannot.baseline"
        raise CannotRunError(key, path=shown, line=str(error.line)) from error
    inside = _seen_from(folder.path, path)
    left, accepted = accept(found, listed, inside, asked)
    return Applied(left, accepted, {inside: data})


def _seen_from(folder: Path, path: Path) -> str:
    """``path`` as a file of the data folder or beside it."""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # on another drive
        return path.as_posix()
