"""``motiontrack report``: a paper or a page, through a template."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Annotated, Any

import typer

from motiontrack.cli import output
from motiontrack.cli.assessing import Assessed, assess_folder
from motiontrack.cli.options import AsOf, Data, Lang, Output, ProfileName, check_suffix
from motiontrack.cli.papers import own_texts, rendered
from motiontrack.cli.refusals import MisusedError
from motiontrack.lean import lean

__all__ = ["report"]


class Paper(StrEnum):
    """The papers there are."""

    MONTHLY = "monthly"
    PAGE = "page"


class PaperFormat(StrEnum):
    """What a paper can be written as."""

    MD = "md"
    HTML = "html"


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
    kind = _KINDS[paper]
    wanted = paper_format or kind.formats[0]
    if wanted not in kind.formats:
        raise MisusedError("usage.paper-format", paper=paper.value, formats="、".join(kind.formats))
    if output_file is not None:
        check_suffix(output_file, wanted.value, _SUFFIXES[wanted])
    assessed = assess_folder(data, as_of, lang, profile)
    folder = assessed.loaded.folder
    # Its name alone: the same files make the same paper, wherever they lie and it was asked for.
    values = {
        **kind.values(assessed, folder.path.resolve().name),
        "texts": own_texts(paper.value, wanted.value, assessed),
    }
    _tell_of_texts(assessed)
    text = rendered(paper.value, wanted.value, values, assessed.catalogue, folder)
    if output_file is None:
        output.write_data(text)
    else:
        output.write_file(output_file, text)
    if not assessed.complete:
        raise typer.Exit(1)


def _tell_of_texts(assessed: Assessed) -> None:
    """Whoever prints a paper may never run ``validate``, and what was written for it must not be lost."""
    for each in assessed.loaded.diagnostics:
        if each.code == "MT128":
            said = assessed.catalogue.diagnostic(each.code, each.figures)
            output.say(f"{said.message}{said.help}")


def _page(assessed: Assessed, folder: str) -> dict[str, Any]:
    from motiontrack.views.page import build_page

    return {"page": build_page(assessed.assessment, assessed.catalogue, folder=folder)}


def _paper(assessed: Assessed, folder: str) -> dict[str, Any]:
    from motiontrack.views.paper import build_paper

    return {"paper": build_paper(assessed.assessment, assessed.catalogue, folder=folder)}


@lean
class _Kind:
    """A paper: the formats it can be written in, the default first, and what its template sees."""

    formats: tuple[PaperFormat, ...]
    values: Callable[[Assessed, str], Mapping[str, Any]]


_KINDS = {
    Paper.MONTHLY: _Kind((PaperFormat.MD, PaperFormat.HTML), _paper),
    Paper.PAGE: _Kind((PaperFormat.HTML,), _page),
}
