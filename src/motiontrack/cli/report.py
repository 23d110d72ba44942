"""``motiontrack report``: a paper or a page, through a template."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from motiontrack.cli import output
from motiontrack.cli.assessing import Assessed, assess_folder, check_names
from motiontrack.cli.options import (
    AsOf,
    Data,
    Lang,
    Language,
    Output,
    ProfileName,
    check_suffix,
    parse_text,
)
from motiontrack.cli.papers import rendered
from motiontrack.cli.refusals import CannotRunError, MisusedError
from motiontrack.language.catalogue import load as load_catalogue
from motiontrack.lean import lean

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["report"]


class Paper(StrEnum):
    """The papers there are."""

    MONTHLY = "monthly"
    INTERIM = "interim"
    FINAL = "final"
    REPLY = "reply"
    UNIT = "unit"
    SUMMARY = "summary"
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
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="NAME", parser=parse_text, help="option.to", show_default=False),
    ] = None,
    unit: Annotated[
        list[str] | None,
        typer.Option(
            "--unit", metavar="NAME", parser=parse_text, help="option.sheet-unit", show_default=False
        ),
    ] = None,
    output_file: Output = None,
    lang: Lang = None,
) -> None:
    """Write a paper to standard output, or to ``--output``; exit 1 if anything is left unjudged."""
    kind = _KINDS[paper]
    own = _own_options(paper, to=to, unit=unit)
    wanted = paper_format or _named(output_file, kind) or kind.formats[0]
    if wanted not in kind.formats:
        raise MisusedError("usage.paper-format", paper=paper.value, formats="、".join(kind.formats))
    if output_file is not None:
        check_suffix(output_file, wanted.value, _SUFFIXES[wanted])
    elif wanted is PaperFormat.DOCX:
        raise MisusedError("usage.paper-docx", paper=paper.value)
    assessed = assess_folder(data, as_of, _language(paper, lang), profile)
    folder = assessed.loaded.folder
    # Its name alone: the same files make the same paper, wherever they lie and it was asked for.
    values = {"texts": {}, **kind.values(assessed, folder.path.resolve().name, **own)}
    # Word is made from the page.
    ending = "html" if wanted is PaperFormat.DOCX else wanted.value
    text = rendered(paper.value, ending, values, assessed.catalogue, folder)
    if output_file is None:
        output.write_data(text)
    else:
        output.write_file(output_file, _docx(text) if wanted is PaperFormat.DOCX else text)
    if not assessed.complete:
        raise typer.Exit(1)


def _own_options(paper: Paper, **given: Any) -> dict[str, Any]:
    """The options that ``paper`` alone takes; refused where they are given for another."""
    own = _KINDS[paper].options
    for name, value in given.items():
        if value and name not in own:
            papers = "、".join(each.value for each, kind in _KINDS.items() if name in kind.options)
            raise MisusedError("usage.paper-option", option=f"--{name}", paper=paper.value, papers=papers)
    return {name: given[name] for name in own}


def _language(paper: Paper, lang: Language | None) -> Language | None:
    """The language to write in: official Chinese papers have no translation (DESIGN §6)."""
    if not _KINDS[paper].chinese:
        return lang
    if lang not in (None, Language.ZH):
        raise MisusedError("usage.paper-language", paper=paper.value)
    return Language.ZH


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


def _reply(assessed: Assessed, folder: str, *, to: str | None) -> dict[str, Any]:
    from motiontrack.near import alike
    from motiontrack.views.reply import build_reply, deputies_of

    known = deputies_of(assessed.assessment)
    if to is not None and known and to not in known:
        near = "".join(alike(to, known))
        key = "usage.to-near" if near else "usage.to"
        raise MisusedError(key, value=to, near=near, known="、".join(known))
    values = _paper(assessed, folder)
    catalogue = load_catalogue(assessed.catalogue.language, "show")
    return values | {"reply": build_reply(assessed.assessment, values["paper"], catalogue, to)}


def _unit(assessed: Assessed, folder: str, *, unit: list[str] | None) -> dict[str, Any]:
    from motiontrack.views.status import FilterView
    from motiontrack.views.unit_sheets import build_unit_sheets

    for name in unit or ():
        check_names(assessed, FilterView(unit=name))
    values = _paper(assessed, folder)
    catalogue = load_catalogue(assessed.catalogue.language, "show", "remind")
    return values | {"unit": build_unit_sheets(assessed.assessment, values["paper"], catalogue, unit or ())}


def _summary(assessed: Assessed, folder: str) -> dict[str, Any]:
    from motiontrack.views.leader_summary import build_summary

    values = _paper(assessed, folder)
    return values | {"summary": build_summary(assessed.assessment, values["paper"], assessed.catalogue)}


def _interim(assessed: Assessed, folder: str) -> dict[str, Any]:
    from motiontrack.views.interim import build_interim

    values = _paper(assessed, folder)
    view = build_interim(assessed.assessment, values["paper"], assessed.catalogue, folder=folder)
    return values | {"interim": view}


def _final(assessed: Assessed, folder: str) -> dict[str, Any]:
    from motiontrack.views.final import build_final

    values = _paper(assessed, folder)
    view = build_final(assessed.assessment, values["paper"], assessed.catalogue, folder=folder)
    return values | {"final": view}


@lean
class _Kind:
    """A paper: the formats it can be written in, the default first, and what its template sees.

    ``chinese``: it is written in Chinese alone; ``options`` are those that it takes beside the common ones.
    """

    formats: tuple[PaperFormat, ...]
    values: Callable[..., Mapping[str, Any]]
    chinese: bool = False
    options: tuple[str, ...] = ()


#: A paper's formats; Markdown first, which a screen can show.
_OFFICIAL = (PaperFormat.MD, PaperFormat.HTML, PaperFormat.DOCX)
_KINDS = {
    Paper.MONTHLY: _Kind(_OFFICIAL, _paper),
    Paper.INTERIM: _Kind(_OFFICIAL, _interim, chinese=True),
    Paper.FINAL: _Kind(_OFFICIAL, _final, chinese=True),
    Paper.REPLY: _Kind(_OFFICIAL, _reply, chinese=True, options=("to",)),
    Paper.UNIT: _Kind(_OFFICIAL, _unit, chinese=True, options=("unit",)),
    Paper.SUMMARY: _Kind(_OFFICIAL, _summary, chinese=True),
    Paper.PAGE: _Kind((PaperFormat.HTML,), _page),
}
