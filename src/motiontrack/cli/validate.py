"""``motiontrack validate``: every fault in the data files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from motiontrack.cli import output
from motiontrack.cli.languages import language_of_output
from motiontrack.cli.loading import Loaded, load
from motiontrack.cli.options import Data, FailOn, Format, Lang
from motiontrack.diagnostics.codes import Severity
from motiontrack.diagnostics.record import Diagnostic
from motiontrack.language.catalogue import Catalogue
from motiontrack.language.catalogue import load as load_catalogue

if TYPE_CHECKING:
    from motiontrack.source.text import SourceText

__all__ = ["validate"]


def validate(
    data: Data = None,
    output_format: Annotated[Format, typer.Option("--format", help="option.format")] = Format.TEXT,
    fail_on: Annotated[FailOn, typer.Option("--fail-on", help="option.fail-on")] = FailOn.ERROR,
    lang: Lang = None,
) -> None:
    """Check the data files; exit 1 if anything is as bad as ``--fail-on`` says."""
    loaded = load(data)
    catalogue = load_catalogue(language_of_output(lang, loaded.language))
    if output_format is Format.JSON:
        from motiontrack.diagnostics.writers import json

        output.write_data(json.render(loaded.diagnostics, catalogue, loaded.folder.shown))
    else:
        output.write(_text(loaded, catalogue))
    if any(each.severity >= Severity[fail_on.name] for each in loaded.diagnostics):
        raise typer.Exit(1)


def _text(loaded: Loaded, catalogue: Catalogue) -> str:
    if not loaded.diagnostics and loaded.book is not None:
        counts = {"files": len(loaded.files), "tasks": len(loaded.book.tasks)}
        return catalogue.word("clean", **counts) + "\n"
    from motiontrack.diagnostics.writers import text

    page = text.Page(
        folder=loaded.folder.shown,
        width=output.width(),
        encoding=output.encoding(),
        colour=output.is_coloured(),
    )
    sources = _sources(loaded.diagnostics, loaded.files)
    return text.render(loaded.diagnostics, catalogue, sources, page)


def _sources(diagnostics: Iterable[Diagnostic], files: Mapping[str, bytes]) -> dict[str, SourceText]:
    """The texts that excerpts are cut from; without a Book nobody else has kept them."""
    from motiontrack.source.text import decode

    places = [place for each in diagnostics for _, place in each.related]
    places += [each.place for each in diagnostics if each.place]
    named = sorted({place.file for place in places} & set(files))
    decoded = {path: decode(path, files[path])[0] for path in named}
    return {path: source for path, source in decoded.items() if source is not None}
