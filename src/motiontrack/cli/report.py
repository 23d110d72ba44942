"""``motiontrack report``: a paper or a page, through a template."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from motiontrack.cli import output
from motiontrack.cli.assessing import Assessed, assess_folder
from motiontrack.cli.options import AsOf, Data, Lang, Output, ProfileName, check_suffix
from motiontrack.cli.papers import rendered
from motiontrack.cli.refusals import CannotRunError, MisusedError
from motiontrack.lean import lean

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["report"]


class Paper(StrEnum):
    """The papers there are."""

    MONTHLY = "monthly"
    PAGE = "page"


class PaperFormat(StrEnum):
    """What a paper can be written as."""

    MD = "md"
    HTML = "html"
    DOCX = "docx"


#: What a file of each format may be called: Markdown in a .docx would be opened by Word and look broken.
_SUFFIXES = {
    PaperFormat.MD: (".md", ".markdown", ".txt"),
    PaperFormat.HTML: (".html", ".htm"),
    PaperFormat.DOCX: (".docx",),
}


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
    wanted = paper_format or _named(output_file, kind) or kind.formats[0]
    if wanted not in kind.formats:
        raise MisusedError("usage.paper-format", paper=paper.value, formats="、".join(kind.formats))
    if output_file is not None:
        check_suffix(output_file, wanted.value, _SUFFIXES[wanted])
    elif wanted is PaperFormat.DOCX:
        raise MisusedError("usage.paper-docx", paper=paper.value)
    assessed = assess_folder(data, as_of, lang, profile)
    folder = assessed.loaded.folder
    # Its name alone: the same files make the same paper, wherever they lie and it was asked for.
    values = kind.values(assessed, folder.path.resolve().name)
    # Word is made from the page.
    ending = "html" if wanted is PaperFormat.DOCX else wanted.value
    text = rendered(paper.value, ending, values, assessed.catalogue, folder)
    if output_file is None:
        output.write_data(text)
    else:
        output.write_file(output_file, _docx(text) if wanted is PaperFormat.DOCX else text)
    if not assessed.complete:
        raise typer.Exit(1)


def _named(path: Path | None, kind: _Kind) -> PaperFormat | None:
    """The format that a file's name promises."""
    suffix = path.suffix.lower() if path is not None else ""
    return next((each for each in kind.formats if suffix in _SUFFIXES[each]), None)


def _docx(html: str) -> bytes:
    try:
        from motiontrack.render.word import paper_docx
    except ModuleNotFoundError as error:
        raise CannotRunError("cannot.no-docx") from error
    try:
        return paper_docx(html)
    except RecursionError as error:
        raise CannotRunError("cannot.docx-deep") from error


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
    Paper.MONTHLY: _Kind((PaperFormat.MD, PaperFormat.HTML, PaperFormat.DOCX), _paper),
    Paper.PAGE: _Kind((PaperFormat.HTML,), _page),
}
