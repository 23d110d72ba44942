"""``motiontrack report``: a paper, in Markdown, through a template."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from motiontrack.cli import output
from motiontrack.cli.assessing import Assessed, assess_folder
from motiontrack.cli.options import AsOf, Data
from motiontrack.cli.refusals import CannotRunError

__all__ = ["report"]


class Paper(StrEnum):
    """The papers there are."""

    MONTHLY = "monthly"


def report(
    paper: Annotated[Paper, typer.Argument(metavar="KIND", help="argument.paper", show_default=False)],
    data: Data = None,
    as_of: AsOf = None,
    output_file: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="option.output", show_default=False)
    ] = None,
) -> None:
    """Write a paper to standard output, or to ``--output``; exit 1 if anything is left unjudged."""
    from motiontrack.views.monthly import build_monthly

    # The papers are Chinese documents, whatever language the messages are in (DESIGN §6).
    assessed = assess_folder(data, as_of, None, papers="zh")
    view = build_monthly(assessed.assessment, assessed.catalogue, folder=assessed.loaded.folder.shown)
    text = _rendered(f"{paper.value}.zh.md", {"paper": view}, assessed)
    if output_file is None:
        output.write_data(text)
    else:
        output.write_file(output_file, text)
    if not assessed.complete:
        raise typer.Exit(1)


def _rendered(name: str, values: dict[str, object], assessed: Assessed) -> str:
    from motiontrack.render.papers import TemplateFaultyError, render_paper

    own = assessed.loaded.folder.path.resolve().parent / "templates"
    try:
        return render_paper(name, values, assessed.catalogue, own)
    except TemplateFaultyError as error:
        figures = {"template": error.name, "reason": error.reason}
        if error.line is None:
            raise CannotRunError("cannot.template-missing", **figures) from error
        raise CannotRunError("cannot.template", line=str(error.line), **figures) from error
