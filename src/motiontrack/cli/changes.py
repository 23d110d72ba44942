"""What commands that write into data files have in common: the change shown, told of, or refused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from motiontrack.additions import Added, Filling
from motiontrack.cli import output
from motiontrack.cli.diffs import diff_of
from motiontrack.cli.loading import Loaded
from motiontrack.cli.refusals import CannotRunError
from motiontrack.diagnostics.record import Diagnostic, shown_path
from motiontrack.diagnostics.writers.formats import Format, Run
from motiontrack.diagnostics.writers.page import Page
from motiontrack.language.catalogue import Catalogue
from motiontrack.source.text import SourceText

__all__ = ["refuse_unplaced", "say_written", "show_changes", "tell"]


def show_changes(files: Mapping[str, bytes], loaded: Loaded) -> None:
    """Each of ``files`` (path -> bytes as they would be) against what was read, as a diff."""
    for path, data in files.items():
        shown = shown_path(loaded.folder.shown, path)
        output.write_data(diff_of(loaded.files.get(path, b""), data, shown))


def refuse_unplaced(added: Added, loaded: Loaded) -> None:
    """Raise ``CannotRunError`` for what cannot be put into its file without touching what stands there."""
    if added.unplaced is None:
        return
    file = shown_path(loaded.folder.shown, added.unplaced.path)
    if isinstance(added.unplaced, Filling):
        raise CannotRunError("cannot.no-row", file=file, name=added.unplaced.by[1])
    raise CannotRunError("cannot.unplaced", file=file, list=added.unplaced.key)


def say_written(paths: Iterable[str], loaded: Loaded, catalogue: Catalogue) -> None:
    """Name the files that were written."""
    for path in paths:
        output.say(catalogue.word("record.written", file=shown_path(loaded.folder.shown, path)))


def tell(
    found: Iterable[Diagnostic], sources: Mapping[str, SourceText], loaded: Loaded, catalogue: Catalogue
) -> None:
    """Diagnostics to stderr, each with its excerpt of the file as it would be."""
    found = tuple(found)
    if found:
        page = Page(loaded.folder.shown, output.width(), output.encoding())
        output.say(Format.TEXT.written(Run(found, catalogue, page, sources, tuple(sources))).rstrip("\n"))
