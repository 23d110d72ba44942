"""``motiontrack report``: a paper or a page, through a template."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from motiontrack.cli import output
from motiontrack.cli.assessing import Assessed, assess_folder
from motiontrack.cli.options import AsOf, Data, Lang, Output, ProfileName, check_suffix
from motiontrack.cli.papers import rendered
from motiontrack.cli.refusals import MisusedError

__all__ = ["report"]


class Paper(StrEnum):
    """The papers there are."""

    MONTHLY = "monthly"
    PAGE = "page"


class PaperFormat(StrEnum):
    """What a paper can be written as."""

    MD = "md"
    HTML = "html"


#: The formats of each paper, the default first.
_FORMATS: dict[Paper, tuple[PaperFormat, ...]] = {
    Paper.MONTHLY: (PaperFormat.MD, PaperFormat.HTML),
    Paper.PAGE: (PaperFormat.HTML,),
}

#: What a file of each format may be called: Markdown in a .docx would be opened by Word and look broken.
_SUFFIXES = {PaperFormat.MD: (".md", ".markdown", ".txt"), PaperFormat.HTML: (".html", ".htm")}


def report(
    paper: Annotated[Paper, typer.Argument(metavar="KIND", help="argument.paper", show_default=False)],
    data: Data = None,
    as_of: AsOf = None,
    profile: ProfileName = None,
    paper_format: Annotated[
        PaperFormat | None, typer.Option("--format", help="option.paper-format", show_default=False)
    ] = None,
    output_file: Output = None,
    lang: Lang = None,
) -> None:
    """Write a paper to standard output, or to ``--output``; exit 1 if anything is left unjudged."""
    formats = _FORMATS[paper]
    wanted = paper_format or formats[0]
    if wanted not in formats:
        raise MisusedError("usage.paper-format", paper=paper.value, formats="、".join(formats))
    if output_file is not None:
        check_suffix(output_file, wanted.value, _SUFFIXES[wanted])
    assessed = assess_folder(data, as_of, lang, profile)
    folder = assessed.loaded.folder
    text = rendered(paper.value, wanted.value, _values(paper, assessed), assessed.catalogue, folder)
    if output_file is None:
        output.write_data(text)
    else:
        output.write_file(output_file, text)
    if not assessed.complete:
        raise typer.Exit(1)


def _values(paper: Paper, assessed: Assessed) -> dict[str, object]:
    """What the paper's template sees."""
    # Its name alone: the same files make the same paper, wherever they lie and it was asked for.
    folder = assessed.loaded.folder.path.resolve().name
    if paper is Paper.PAGE:
        from motiontrack.views.page import build_page

        return {"page": build_page(assessed.assessment, assessed.catalogue, folder=folder)}
    from motiontrack.views.monthly import build_monthly

    return {"paper": build_monthly(assessed.assessment, assessed.catalogue, folder=folder)}
