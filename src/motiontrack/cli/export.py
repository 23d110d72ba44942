"""``motiontrack export``: the ledger as a table, the days as a calendar, the facts as JSON Lines."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from motiontrack.cli import output
from motiontrack.cli.options import AsOf, Data, Lang, Output, ProfileName, check_suffix, parse_word
from motiontrack.cli.refusals import CannotRunError, MisusedError

if TYPE_CHECKING:
    from pathlib import Path

    from motiontrack.cli.assessing import Assessed
    from motiontrack.language.catalogue import Catalogue

__all__ = ["export"]


class Exported(StrEnum):
    """What can be exported."""

    LEDGER = "ledger"
    CALENDAR = "calendar"
    FACTS = "facts"


_NAMED = {"台账": Exported.LEDGER, "日历": Exported.CALENDAR, "事实": Exported.FACTS}


class ExportFormat(StrEnum):
    """What it can be written as."""

    XLSX = "xlsx"
    CSV = "csv"
    ICS = "ics"
    JSONL = "jsonl"


#: The formats of each, the default first.
_FORMATS = {
    Exported.LEDGER: (ExportFormat.CSV, ExportFormat.XLSX),
    Exported.CALENDAR: (ExportFormat.ICS,),
    Exported.FACTS: (ExportFormat.JSONL,),
}


def export(
    what: Annotated[
        Exported,
        typer.Argument(
            metavar="KIND", parser=parse_word(Exported, _NAMED), help="argument.export", show_default=False
        ),
    ],
    data: Data = None,
    as_of: AsOf = None,
    profile: ProfileName = None,
    export_format: Annotated[
        ExportFormat | None, typer.Option("--format", help="option.export-format", show_default=False)
    ] = None,
    output_file: Output = None,
    lang: Lang = None,
) -> None:
    """Write the ledger, the calendar or the facts; exit 1 if errors leave anything out."""
    wanted = _format(what, export_format, output_file)
    if what is Exported.FACTS and (as_of or profile):
        raise MisusedError("usage.export-facts", option="--as-of" if as_of else "--profile")
    from motiontrack.cli.assessing import assess_folder
    from motiontrack.language.catalogue import load

    assessed = assess_folder(data, as_of, lang, profile)
    content = _content(wanted, assessed, load(assessed.catalogue.language, "remind"))
    if output_file is not None:
        output.write_file(output_file, content)
    elif isinstance(content, str):
        output.write_data(content)
    if not assessed.complete:
        raise typer.Exit(1)


def _format(what: Exported, given: ExportFormat | None, path: Path | None) -> ExportFormat:
    """The format that was asked for, or that the file's name promises, or the first there is."""
    formats = _FORMATS[what]
    named = {f".{each.value}": each for each in formats}
    if path is not None and given is None and path.suffix.lower() not in named:
        raise MisusedError("usage.suffix", path=path.name, format=what.value, suffixes="、".join(named))
    wanted = given or (named.get(path.suffix.lower()) if path else None) or formats[0]
    if wanted not in formats:
        raise MisusedError("usage.paper-format", paper=what.value, formats="、".join(formats))
    if path is not None:
        check_suffix(path, wanted.value, (f".{wanted.value}",))
    elif wanted is ExportFormat.XLSX:
        raise MisusedError("usage.export-xlsx")
    return wanted


def _content(wanted: ExportFormat, assessed: Assessed, words: Catalogue) -> str | bytes:
    folder = assessed.loaded.folder.shown
    if wanted is ExportFormat.JSONL:
        from motiontrack.exchange.facts import facts_jsonl

        return facts_jsonl(assessed.book, folder=folder)
    if wanted is ExportFormat.ICS:
        from motiontrack.exchange.ics import calendar_ics
        from motiontrack.views.calendar import build_calendar

        return calendar_ics(build_calendar(assessed.assessment, words))
    from motiontrack.exchange.ledger import ledger_csv, ledger_xlsx
    from motiontrack.views.ledger import build_ledger

    ledger = build_ledger(assessed.assessment, words, folder=folder)
    if wanted is ExportFormat.CSV:
        return ledger_csv(ledger)
    try:
        return ledger_xlsx(ledger)
    except ModuleNotFoundError as error:
        raise CannotRunError("cannot.no-xlsxwriter") from error
