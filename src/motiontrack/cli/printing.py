"""A paper out of an assessment: refused or stamped as a draft, told of where it must be, kept as issued."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NoReturn

import typer

from motiontrack.cli import output
from motiontrack.cli.paper_kinds import KINDS, Paper, PaperFormat
from motiontrack.cli.papers import misnamed_templates, own_texts, rendered
from motiontrack.cli.refusals import CannotRunError
from motiontrack.language.catalogue import load as load_catalogue

if TYPE_CHECKING:
    from motiontrack.cli.assessing import Assessed
    from motiontrack.cli.writing import Place
    from motiontrack.language.catalogue import Catalogue
    from motiontrack.views.draft import DraftView

__all__ = ["docx_of", "made"]

#: Characters of a paper's body, by 《整治形式主义为基层减负若干规定》 (2024).
_MOST_ON_ONE_MATTER, _MOST = 4000, 5000
#: Of words of the office's own that no paper prints.
_OF_TEXTS = ("MT128", "MT129", "MT134", "MT135")


def made(
    paper: Paper,
    form: PaperFormat,
    assessed: Assessed,
    place: Place | None,
    own: Mapping[str, Any],
    *,
    draft: bool,
) -> tuple[str, Callable[[], None] | None]:
    """The text of a paper in Markdown or as a page; with ``place``, also what keeps it as issued.

    What must be known beside it is told on stderr: words of the office's that it does not print, figures
    that differ from the issued ones, a body that is too long. From data with errors only a draft is made.
    """
    words = load_catalogue(assessed.catalogue.language, "papers")
    if not assessed.complete and not draft:
        _refuse(assessed, words)
    # The folder's name alone: the same files make the same paper, wherever they lie and it was asked for.
    kind = KINDS[paper]
    values = dict(kind.values(assessed, assessed.loaded.folder.path.resolve().name, **own))
    values["draft"] = _draft(assessed, words) if draft else None
    _tell_of_texts(assessed)
    for template, near in misnamed_templates(paper.value, assessed.loaded.folder):
        output.say(words.word("report.template-unused", template=template, near=near))
    if not kind.goes_out:
        return _rendered(paper, form, values, assessed), None
    from motiontrack.cli.issuing import Series, issued_before, keeping, tell_of_changes, tell_of_differences

    status = values["paper"].status
    series = Series(paper.value, own.get("to"))
    names = values[paper.value].names if kind.tells_changes else {}
    past = issued_before(series, assessed, status, words, names)
    values["issued"] = past.view
    text = _rendered(paper, form, values, assessed)
    if not draft:
        tell_of_differences(past, series, form.value, text, words)
    if not kind.tells_changes:
        tell_of_changes(past, words)
    if kind.one:
        _tell_of_length(text, form, assessed, words)
    if draft and values["draft"].stamp not in text:
        output.say(words.word("draft.unmarked"))
    if place is None:
        return text, None
    printed = {
        each.value: text if each is form else _rendered(paper, each, values, assessed)
        for each in (PaperFormat.MD, PaperFormat.HTML)
    }
    return text, keeping(place, series, assessed, status, printed, words)


def docx_of(html: str) -> bytes:
    """A paper as a Word document, made from it as a page."""
    try:
        from motiontrack.render.word import paper_docx
    except ModuleNotFoundError as error:
        raise CannotRunError("cannot.no-docx") from error
    try:
        return paper_docx(html)
    except RecursionError as error:
        raise CannotRunError("cannot.docx-deep") from error


def _rendered(paper: Paper, form: PaperFormat, values: Mapping[str, Any], assessed: Assessed) -> str:
    texts = own_texts(paper.value, form.value, assessed)
    folder = assessed.loaded.folder
    return rendered(paper.value, form.value, {**values, "texts": texts}, assessed.catalogue, folder)


def _refuse(assessed: Assessed, words: Catalogue) -> NoReturn:
    from motiontrack.views.draft import faulty_files

    output.say(words.word("report.refused", files=faulty_files(assessed.loaded.errors, words)))
    raise typer.Exit(1)


def _draft(assessed: Assessed, words: Catalogue) -> DraftView:
    from motiontrack.views.draft import build_draft

    return build_draft(assessed.loaded.errors, assessed.assessment, words)


def _tell_of_length(text: str, form: PaperFormat, assessed: Assessed, words: Catalogue) -> None:
    """A plan for a motion is about one matter (专项); any other list is general (综合)."""
    from motiontrack.render.length import length_of

    limit = _MOST_ON_ONE_MATTER if assessed.book.file.motion else _MOST
    count = length_of(text, form.value)
    if count > limit:
        output.say(words.word("report.long", count=count, limit=limit))


def _tell_of_texts(assessed: Assessed) -> None:
    """Whoever prints a paper may never run ``validate``, and what was written for it must not be lost."""
    told = [
        assessed.catalogue.diagnostic(each.code, each.figures)
        for each in assessed.loaded.diagnostics
        if each.code in _OF_TEXTS
    ]
    # What to do is the same for all, and a folder of mistyped names would say it a screen long.
    for line in dict.fromkeys((*(each.message for each in told), *(each.help for each in told))):
        output.say(line)
