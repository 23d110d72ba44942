"""``motiontrack validate``: every fault in the data files."""

from __future__ import annotations

from typing import Annotated

import typer

from motiontrack.cli import output
from motiontrack.cli.languages import language_of_output
from motiontrack.cli.loading import Loaded, load
from motiontrack.cli.options import Data, FailOn, Format, Lang
from motiontrack.diagnostics.codes import Severity
from motiontrack.language.catalogue import Catalogue
from motiontrack.language.catalogue import load as load_catalogue

__all__ = ["validate"]


def validate(
    data: Data = None,
    output_format: Annotated[Format, typer.Option("--format", help="option.format")] = Format.TEXT,
    fail_on: Annotated[FailOn, typer.Option("--fail-on", help="option.fail-on")] = FailOn.ERROR,
    fix: Annotated[bool, typer.Option("--fix", help="option.fix", show_default=False)] = False,
    diff: Annotated[bool, typer.Option("--diff", help="option.diff", show_default=False)] = False,
    lang: Lang = None,
) -> None:
    """Check the data files; exit 1 if anything is as bad as ``--fail-on`` says."""
    loaded = load(data)
    catalogue = load_catalogue(language_of_output(lang, loaded.language))
    if fix or diff:
        from motiontrack.cli import fixing

        if diff:
            raise typer.Exit(int(fixing.show_diff(loaded.folder, loaded.files, catalogue)))
        told = fixing.fix(loaded.folder, loaded.files).told(catalogue, loaded.folder.shown)
        if output_format is Format.TEXT:
            output.write(told + "\n")
        else:
            output.say(told.rstrip())
        loaded = load(data)
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
    return text.render(loaded.diagnostics, catalogue, loaded.sources, page)
