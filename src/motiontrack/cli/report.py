"""``motiontrack report``: a paper or a page, through a template."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import nullcontext
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from motiontrack.cli import output
from motiontrack.cli.assessing import Assessed, assess_folder, check_names
from motiontrack.cli.files import find_folder
from motiontrack.cli.options import (
    AsOf,
    Data,
    Lang,
    Language,
    Output,
    ProfileName,
    check_suffix,
    parse_day,
    parse_text,
)
from motiontrack.cli.papers import own_texts, rendered
from motiontrack.cli.refusals import MisusedError
from motiontrack.cli.writing import Place, writing
from motiontrack.language.catalogue import Catalogue
from motiontrack.language.catalogue import load as load_catalogue
from motiontrack.lean import lean

if TYPE_CHECKING:
    from motiontrack.views.draft import DraftView

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


#: Characters of a paper's body, by 《整治形式主义为基层减负若干规定》 (2024).
_MOST_ON_ONE_MATTER, _MOST = 4000, 5000

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
    draft: Annotated[bool, typer.Option("--draft", help="option.draft", show_default=False)] = False,
    issue: Annotated[bool, typer.Option("--issue", help="option.keep", show_default=False)] = False,
    issued: Annotated[
        date | None,
        typer.Option(
            "--issued", metavar="YYYY-MM-DD", parser=parse_day, help="option.issued", show_default=False
        ),
    ] = None,
    lang: Lang = None,
) -> None:
    """Write a paper to standard output, or to ``--output``; exit 1 if the data have errors.

    From such data there is only a draft.
    """
    kind = _KINDS[paper]
    own = _own_options(paper, to=to, unit=unit)
    wanted = paper_format or kind.formats[0]
    if wanted not in kind.formats:
        raise MisusedError("usage.paper-format", paper=paper.value, formats="、".join(kind.formats))
    if output_file is not None:
        check_suffix(output_file, wanted.value, _SUFFIXES[wanted])
    _check_issue(paper, own=own, draft=draft, issue=issue, issued=issued)
    if issued is not None:
        if issue or draft or as_of or profile or lang:
            raise MisusedError("usage.issued")
        from motiontrack.cli.issuing import issued_text

        _write(issued_text(find_folder(data), paper.value, issued, wanted.value), output_file)
        return
    # Judged under the lock: what is kept as issued must be what the files say while nobody writes.
    with writing(find_folder(data)) if issue else nullcontext() as place:
        assessed = assess_folder(data, as_of, _language(paper, lang), profile)
        text = _made(paper, wanted, assessed, place, own, draft=draft)
    _write(text, output_file)
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


def _check_issue(
    paper: Paper, *, own: Mapping[str, Any], draft: bool, issue: bool, issued: date | None
) -> None:
    """Refuse to issue what cannot go out as a paper."""
    if any(own.values()) and (issue or issued):  # there is one paper of a kind and a day
        raise MisusedError("usage.issue-part", options="、".join(f"--{name}" for name in own if own[name]))
    if paper is Paper.PAGE and (issue or issued):
        raise MisusedError("usage.issue-page")
    if draft and issue:
        raise MisusedError("usage.issue-draft")


def _made(
    paper: Paper,
    wanted: PaperFormat,
    assessed: Assessed,
    place: Place | None,
    own: Mapping[str, Any],
    *,
    draft: bool,
) -> str:
    """The text of a paper, told of where there is something to tell; with ``place``, kept as issued."""
    words = load_catalogue(assessed.catalogue.language, "papers")
    if not assessed.complete and not draft:
        _refuse(assessed, words)
    # The folder's name alone: the same files make the same paper, wherever they lie and it was asked for.
    values = dict(_KINDS[paper].values(assessed, assessed.loaded.folder.path.resolve().name, **own))
    values["draft"] = _draft(assessed, words) if draft else None
    _tell_of_texts(assessed)
    if paper is Paper.PAGE:
        return _rendered(paper, wanted, values, assessed)
    from motiontrack.cli.issuing import issued_before, keep, tell_of_differences

    status = values["paper"].status
    values["issued"] = issued_before(paper.value, assessed, status, words)
    tell_of_differences(values["issued"], status, words)
    text = _rendered(paper, wanted, values, assessed)
    _tell_of_length(text, wanted, assessed, words)
    if draft and values["draft"].stamp not in text:
        output.say(words.word("draft.unmarked"))
    if place is not None:
        printed = {
            form.value: text if form is wanted else _rendered(paper, form, values, assessed)
            for form in (PaperFormat.MD, PaperFormat.HTML)
        }
        keep(place, paper.value, assessed, status, printed, words)
    return text


def _rendered(paper: Paper, form: PaperFormat, values: Mapping[str, Any], assessed: Assessed) -> str:
    texts = own_texts(paper.value, form.value, assessed)
    folder = assessed.loaded.folder
    return rendered(paper.value, form.value, {**values, "texts": texts}, assessed.catalogue, folder)


def _write(text: str, file: Path | None) -> None:
    if file is None:
        output.write_data(text)
    else:
        output.write_file(file, text)


def _refuse(assessed: Assessed, words: Catalogue) -> NoReturn:
    from motiontrack.views.draft import faulty_files

    output.say(words.word("report.refused", files=faulty_files(assessed.loaded.errors, words)))
    raise typer.Exit(1)


def _draft(assessed: Assessed, words: Catalogue) -> DraftView:
    from motiontrack.views.draft import build_draft

    return build_draft(assessed.loaded.errors, assessed.assessment, words)


def _tell_of_length(text: str, wanted: PaperFormat, assessed: Assessed, words: Catalogue) -> None:
    """A plan for a motion is about one matter (专项); any other list is general (综合)."""
    from motiontrack.render.length import length_of

    limit = _MOST_ON_ONE_MATTER if assessed.book.file.motion else _MOST
    count = length_of(text, wanted.value)
    if count > limit:
        output.say(words.word("report.long", count=count, limit=limit))


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


_KINDS = {
    Paper.MONTHLY: _Kind((PaperFormat.MD, PaperFormat.HTML), _paper),
    Paper.INTERIM: _Kind((PaperFormat.MD, PaperFormat.HTML), _interim, chinese=True),
    Paper.FINAL: _Kind((PaperFormat.MD, PaperFormat.HTML), _final, chinese=True),
    Paper.REPLY: _Kind((PaperFormat.MD, PaperFormat.HTML), _reply, chinese=True, options=("to",)),
    Paper.UNIT: _Kind((PaperFormat.MD, PaperFormat.HTML), _unit, chinese=True, options=("unit",)),
    Paper.SUMMARY: _Kind((PaperFormat.MD, PaperFormat.HTML), _summary, chinese=True),
    Paper.PAGE: _Kind((PaperFormat.HTML,), _page),
}
