"""``motiontrack validate``: every fault in the data files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from motiontrack.cli import output
from motiontrack.cli.choosing import Chosen, choose
from motiontrack.cli.files import folder_in_repository
from motiontrack.cli.languages import language_of_output
from motiontrack.cli.loading import Loaded, load
from motiontrack.cli.options import Data, FailOn, Lang, Output, check_suffix, parse_path
from motiontrack.cli.refusals import MisusedError
from motiontrack.diagnostics.writers.formats import Format, Run
from motiontrack.diagnostics.writers.page import Page
from motiontrack.language.catalogue import Catalogue
from motiontrack.language.catalogue import load as load_catalogue

if TYPE_CHECKING:
    from motiontrack.source.text import SourceText

__all__ = ["validate"]

_Codes = list[str] | None
_WIDTH_OF_FILES = 80  # whatever the terminal: the same data give the same bytes


def validate(
    data: Data = None,
    output_format: Annotated[Format, typer.Option("--format", help="option.format")] = Format.TEXT,
    output_file: Output = None,
    select: Annotated[
        _Codes, typer.Option("--select", metavar="CODES", help="option.select", show_default=False)
    ] = None,
    ignore: Annotated[
        _Codes, typer.Option("--ignore", metavar="CODES", help="option.ignore", show_default=False)
    ] = None,
    fail_on: Annotated[FailOn, typer.Option("--fail-on", help="option.fail-on")] = FailOn.ERROR,
    fix: Annotated[bool, typer.Option("--fix", help="option.fix", show_default=False)] = False,
    diff: Annotated[bool, typer.Option("--diff", help="option.diff", show_default=False)] = False,
    baseline: Annotated[
        Path | None,
        typer.Option(
            "--baseline", metavar="FILE", parser=parse_path, help="option.baseline", show_default=False
        ),
    ] = None,
    write_baseline: Annotated[
        Path | None,
        typer.Option(
            "--write-baseline",
            metavar="FILE",
            parser=parse_path,
            help="option.write-baseline",
            show_default=False,
        ),
    ] = None,
    lang: Lang = None,
) -> None:
    """Check the data files; exit 1 if anything is as bad as ``--fail-on`` says."""
    chosen = choose(select, ignore)
    if baseline is not None and write_baseline is not None:
        raise MisusedError("usage.two-lists")
    if output_file is not None:
        check_suffix(output_file, output_format.value, output_format.suffixes)
    loaded = load(data)
    catalogue = load_catalogue(language_of_output(lang, loaded.language))
    if fix or diff:
        from motiontrack.cli import fixing

        if diff:
            raise typer.Exit(int(fixing.show_diff(loaded.folder, loaded.files, catalogue)))
        told = fixing.fix(loaded.folder, loaded.files).told(catalogue, loaded.folder.shown)
        if output_format.for_people and output_file is None:
            output.write(told + "\n")
        else:
            output.say(told.rstrip())
        loaded = load(data)
    found = chosen.of(loaded.diagnostics)
    accepted = 0
    listing: Mapping[str, bytes] = {}
    if listed := write_baseline or baseline:
        from motiontrack.cli.accepting import accept_listed, write_list
        from motiontrack.rules.settings import settle

        if write_baseline is not None:
            output.say(write_list(write_baseline, loaded, found, chosen, catalogue))
        found, accepted, listing = accept_listed(listed, loaded, found, chosen.codes)
        found = chosen.of(settle(found, loaded.book))
    run = Run(
        diagnostics=found,
        catalogue=catalogue,
        page=_page(loaded, output_format, to_file=output_file is not None),
        sources=_sources(loaded, listing),
        files=tuple(loaded.files),
        failing=fail_on.severity,
        silenced=len(chosen.of(loaded.silenced)),
        accepted=accepted,
        unread=loaded.unread,
        unchecked=loaded.unchecked,
    )
    written = _clean(loaded, chosen, catalogue) if output_format is Format.TEXT and not accepted else ""
    _put(written or output_format.written(run), output_format, output_file)
    if run.failing and any(each.severity >= run.failing for each in found):
        raise typer.Exit(1)


def _clean(loaded: Loaded, chosen: Chosen, catalogue: Catalogue) -> str:
    """What is said where nothing at all was found; empty where something was, or was left out."""
    if loaded.diagnostics or loaded.silenced or loaded.book is None or chosen.partial:
        return ""
    return catalogue.word("clean", files=len(loaded.files), tasks=len(loaded.book.tasks)) + "\n"


def _page(loaded: Loaded, output_format: Format, *, to_file: bool) -> Page:
    folder = folder_in_repository(loaded.folder) if output_format.in_repository else loaded.folder.shown
    if to_file or not output_format.for_people:
        return Page(folder=folder, width=_WIDTH_OF_FILES)
    return Page(folder, output.width(), output.encoding(), output.is_coloured())


def _put(written: str, output_format: Format, output_file: Path | None) -> None:
    if output_file is not None:
        output.write_file(output_file, written)
    elif output_format.for_people:
        output.write(written)
    else:
        output.write_data(written)


def _sources(loaded: Loaded, listing: Mapping[str, bytes]) -> dict[str, SourceText]:
    """The texts that excerpts are cut from: the data files', and that of a list of accepted ones."""
    sources = dict(loaded.sources)
    for path, data in listing.items():
        from motiontrack.source.text import decode

        source, _ = decode(path, data)
        if source is not None:
            sources[path] = source
    return sources
