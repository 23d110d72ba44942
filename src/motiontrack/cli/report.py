"""``motiontrack report``: a paper or a page, through a template."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from motiontrack.cli import output
from motiontrack.cli.assessing import assess_folder
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
from motiontrack.cli.paper_kinds import KINDS, SUFFIXES, Kind, Paper, PaperFormat
from motiontrack.cli.printing import docx_of, made
from motiontrack.cli.refusals import MisusedError
from motiontrack.cli.writing import writing

__all__ = ["report"]

#: What makes another paper of its own, not a part of one.
_ADDRESSEE = "to"


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
    kind = KINDS[paper]
    own = _own_options(paper, to=to, unit=unit)
    named = _named(output_file, kind)
    if output_file is not None and paper_format is None and named is None:
        endings = "、".join(each for form in kind.formats for each in SUFFIXES[form])
        raise MisusedError(
            "usage.paper-ending", path=output_file.as_posix(), paper=paper.value, suffixes=endings
        )
    wanted = paper_format or named or kind.formats[0]
    if wanted not in kind.formats:
        raise MisusedError("usage.paper-format", paper=paper.value, formats="、".join(kind.formats))
    if output_file is not None:
        check_suffix(output_file, wanted.value, SUFFIXES[wanted])
    elif wanted is PaperFormat.DOCX:
        raise MisusedError("usage.paper-docx", paper=paper.value)
    _check_issue(paper, own=own, draft=draft, issue=issue, issued=issued)
    if issued is not None:
        if issue or draft or as_of or profile or lang:
            raise MisusedError("usage.issued")
        from motiontrack.cli.issuing import Series, issued_text

        series = Series(paper.value, own.get("to"))
        _write(issued_text(find_folder(data), series, issued, wanted.form.value), wanted, output_file)
        return
    # Judged under the lock: what is kept as issued must be what the files say while nobody writes.
    with writing(find_folder(data)) if issue else nullcontext() as place:
        assessed = assess_folder(data, as_of, _language(paper, lang), profile)
        text, keep = made(paper, wanted.form, assessed, place, own, draft=draft)
        _write(text, wanted, output_file)
        if keep is not None:
            keep()
    if not assessed.complete:
        raise typer.Exit(1)


def _own_options(paper: Paper, **given: Any) -> dict[str, Any]:
    """The options that ``paper`` alone takes; refused where they are given for another."""
    own = KINDS[paper].options
    for name, value in given.items():
        if value and name not in own:
            papers = "、".join(each.value for each, kind in KINDS.items() if name in kind.options)
            raise MisusedError("usage.paper-option", option=f"--{name}", paper=paper.value, papers=papers)
    return {name: given[name] for name in own}


def _language(paper: Paper, lang: Language | None) -> Language | None:
    """The language to write in: official Chinese papers have no translation (DESIGN §6)."""
    if not KINDS[paper].chinese:
        return lang
    if lang not in (None, Language.ZH):
        raise MisusedError("usage.paper-language", paper=paper.value)
    return Language.ZH


def _named(path: Path | None, kind: Kind) -> PaperFormat | None:
    """The format that a file's name promises."""
    suffix = path.suffix.lower() if path is not None else ""
    return next((each for each in kind.formats if suffix in SUFFIXES[each]), None)


def _check_issue(
    paper: Paper, *, own: Mapping[str, Any], draft: bool, issue: bool, issued: date | None
) -> None:
    """Refuse to issue what cannot go out as a paper."""
    parts = [f"--{name}" for name in own if own[name] and name != _ADDRESSEE]
    if parts and (issue or issued):  # there is one paper of a kind and a day, or of those to one addressee
        raise MisusedError("usage.issue-part", options="、".join(parts))
    if not KINDS[paper].goes_out and (issue or issued):
        raise MisusedError("usage.issue-page")
    if draft and issue:
        raise MisusedError("usage.issue-draft")


def _write(text: str, wanted: PaperFormat, file: Path | None) -> None:
    if file is None:
        output.write_data(text)
    else:
        output.write_file(file, docx_of(text) if wanted is PaperFormat.DOCX else text)
