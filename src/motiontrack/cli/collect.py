"""``motiontrack collect``: a month's forms out to the units, back in, and who still owes one."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from motiontrack.cli.options import AsOf, Data, Lang, parse_day, parse_folder, parse_month
from motiontrack.cli.refusals import MisusedError

__all__ = ["SUBCOMMANDS"]


class FormFormat(StrEnum):
    """What a form can be written as."""

    XLSX = "xlsx"
    MD = "md"
    YAML = "yaml"


Month = Annotated[
    str, typer.Argument(metavar="YYYY-MM", parser=parse_month, help="argument.month", show_default=False)
]
Unit = Annotated[
    list[str] | None, typer.Option("--unit", metavar="UNIT", help="option.units", show_default=False)
]


def open_forms(
    month: Annotated[
        str | None,
        typer.Argument(metavar="YYYY-MM", parser=parse_month, help="argument.month", show_default=False),
    ] = None,
    plan: Annotated[bool, typer.Option("--plan", help="option.form-plan", show_default=False)] = False,
    unit: Unit = None,
    form_format: Annotated[FormFormat, typer.Option("--format", help="option.form-format")] = FormFormat.XLSX,
    output_folder: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="DIR",
            parser=parse_folder,
            help="option.form-folder",
            show_default=False,
        ),
    ] = None,
    as_of: AsOf = None,
    data: Data = None,
    lang: Lang = None,
) -> None:
    """Write one form a unit; exit 1 if one was there already and was left as it is."""
    from motiontrack.cli.sending import Sending, send_out

    if plan == (month is not None):
        raise MisusedError("usage.month-or-plan")
    if plan and form_format is not FormFormat.XLSX:
        raise MisusedError("usage.plan-format")
    asked = Sending(month, tuple(unit or ()), form_format.value, output_folder, as_of, data, lang)
    if send_out(asked):
        raise typer.Exit(1)


def read_forms(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILES...", help="argument.forms", show_default=False)
    ],
    received: Annotated[
        date | None,
        typer.Option(
            "--received", metavar="YYYY-MM-DD", parser=parse_day, help="option.received", show_default=False
        ),
    ] = None,
    month: Annotated[
        str | None,
        typer.Option(
            "--month", metavar="YYYY-MM", parser=parse_month, help="option.form-month", show_default=False
        ),
    ] = None,
    correct: Annotated[bool, typer.Option("--correct", help="option.correct", show_default=False)] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="option.dry-run", show_default=False)] = False,
    data: Data = None,
    lang: Lang = None,
) -> None:
    """Take filled forms in; exit 1 if anything in them was left aside."""
    from motiontrack.cli.collecting import Reading, take_in

    asked = Reading(tuple(files), received, month, correct, dry_run, data, lang)
    if not take_in(asked):
        raise typer.Exit(1)


def status_of_forms(
    month: Month,
    as_of: AsOf = None,
    as_json: Annotated[bool, typer.Option("--json", help="option.json")] = False,
    data: Data = None,
    lang: Lang = None,
) -> None:
    """Show who has returned and who must be chased; exit 1 if errors in the data leave anything unjudged."""
    from motiontrack.cli.assessing import assess_folder
    from motiontrack.cli.form_files import REFUSED, aside_of_month
    from motiontrack.cli.output import width, write_data, write_lines
    from motiontrack.diagnostics.record import shown_path
    from motiontrack.language.catalogue import load
    from motiontrack.render.monthly_round import round_lines
    from motiontrack.views.build import Builder
    from motiontrack.views.monthly_round import build_round
    from motiontrack.views.plain import to_json

    assessed = assess_folder(data, as_of, lang)
    catalogue = load(assessed.catalogue.language, "collect")
    folder, assessment = assessed.loaded.folder, assessed.assessment
    copies = aside_of_month(folder.path, month, assessment.book.units)
    aside = {
        unit: tuple(shown_path(folder.shown, f"{REFUSED}/{name}") for name in names)
        for unit, names in copies.items()
    }
    view = build_round(Builder(assessment, catalogue, folder.shown), month, aside)
    if as_json:
        write_data(to_json(view))
    else:
        write_lines(round_lines(view, catalogue, width=width()))
    if not assessed.complete:
        raise typer.Exit(1)


#: The commands of the group, in the order of help; their words are the catalogue's ``collect.NAME.…``.
SUBCOMMANDS = {"open": open_forms, "read": read_forms, "status": status_of_forms}
