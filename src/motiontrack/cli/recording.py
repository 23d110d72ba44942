"""What ``record`` does: check the row as ``validate`` would, show it, write it under the folder's lock."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import typer

from motiontrack.additions import Added, add
from motiontrack.book import Book
from motiontrack.cli import output
from motiontrack.cli.assessing import packaged_profile
from motiontrack.cli.diffs import diff_of
from motiontrack.cli.languages import language_of_output
from motiontrack.cli.loading import Loaded, load
from motiontrack.cli.refusals import CannotRunError, MisusedError
from motiontrack.cli.today import today
from motiontrack.cli.writing import writing
from motiontrack.diagnostics.record import Diagnostic, shown_path
from motiontrack.diagnostics.writers.formats import Format, Run
from motiontrack.diagnostics.writers.page import Page
from motiontrack.exchange.recording import Recordable, addition_of, month_for
from motiontrack.language.catalogue import Catalogue
from motiontrack.language.catalogue import load as load_catalogue
from motiontrack.lean import lean
from motiontrack.model.fields import Choice, Description, describe
from motiontrack.model.written import Given
from motiontrack.profiles import DEFAULT
from motiontrack.source.text import SourceText

__all__ = ["Asked", "put", "tell"]

#: What is asked for in turn at a terminal; the rest can be given by options.
_IN_TURN = {
    "Entry": (
        "state", "progress", "done_on", "work", "problems", "coordinate", "next", "outlook", "forecast",
    ),
    "Decision": ("on", "due", "to", "approver", "document", "reason", "text"),
    "Finding": ("raised_on", "by", "occasion", "text", "tasks", "unit", "due"),
    "Feedback": ("date", "verdict", "text"),
}  # fmt: skip


@lean
class Asked:
    """One call of ``record``: what, the keys given by position and by options, and how to go about it."""

    what: Recordable
    named: Mapping[str, str]
    typed: Mapping[str, Given]
    data: Path | None
    lang: str | None
    dry_run: bool
    yes: bool


def put(asked: Asked) -> None:
    """Write what was asked for; raises ``typer.Exit(1)`` where it would be an error."""
    loaded = load(asked.data)
    catalogue = load_catalogue(language_of_output(asked.lang, loaded.language))
    if not asked.typed:
        if not (sys.stdin.isatty() and output.is_terminal()):
            raise MisusedError("usage.record-nothing")
        asked = replace(asked, typed=_ask(asked, catalogue))
    added = _checked(asked, loaded, catalogue)
    for path, data in added.files.items():
        shown = shown_path(loaded.folder.shown, path)
        output.write_data(diff_of(loaded.files.get(path, b""), data, shown))
    if asked.dry_run:
        output.say(catalogue.word("record.dry-run"))
        return
    if not asked.yes and sys.stdin.isatty() and output.is_terminal():
        typer.confirm(catalogue.word("record.confirm"), abort=True)
    with writing(loaded.folder) as place:
        # Read once more: somebody else may have written since, and a row is added to what is there now.
        now = load(asked.data)
        added = _checked(asked, now, catalogue)
        for path, data in added.files.items():
            place(path, now.files.get(path), data)
    for path in added.files:
        output.say(catalogue.word("record.written", file=shown_path(loaded.folder.shown, path)))
    tell(added.warnings, added.sources, loaded, catalogue)


def _checked(asked: Asked, loaded: Loaded, catalogue: Catalogue) -> Added:
    """The files with the row; told and refused if it cannot be put there or would be an error."""
    if loaded.book is None:
        raise CannotRunError("cannot.no-book", path=loaded.folder.shown)
    given, month = _given(asked, loaded.book)
    added = add(loaded.files, (addition_of(asked.what, given, month, loaded.book),))
    if added.unplaced is not None:
        file = shown_path(loaded.folder.shown, added.unplaced.path)
        raise CannotRunError("cannot.unplaced", file=file, list=added.unplaced.key)
    if added.refused:
        tell((*added.refused, *added.warnings), added.sources, loaded, catalogue)
        output.say(catalogue.word("record.refused"))
        raise typer.Exit(1)
    return added


def _given(asked: Asked, book: Book) -> tuple[dict[str, Given], str]:
    """Every key of the row, and the month of the file; a return that names no day came in today."""
    given: dict[str, Given] = {**asked.named, **asked.typed}
    if asked.what.file is not None:
        return given, ""
    received = given.setdefault("received", today().isoformat())
    month = given.pop("month", None)
    return given, str(month) if month else _month(asked.named["task"], str(received), book)


def _month(item: str, received: str, book: Book) -> str:
    from motiontrack.cli.options import parse_day

    return month_for(item, parse_day(received), book, packaged_profile(DEFAULT))


def tell(
    found: Iterable[Diagnostic], sources: Mapping[str, SourceText], loaded: Loaded, catalogue: Catalogue
) -> None:
    """Diagnostics to stderr, each with its excerpt of the file as it would be."""
    found = tuple(found)
    if found:
        page = Page(loaded.folder.shown, output.width(), output.encoding())
        output.say(Format.TEXT.written(Run(found, catalogue, page, sources, tuple(sources))).rstrip("\n"))


# -- asking in turn


def _ask(asked: Asked, catalogue: Catalogue) -> dict[str, Given]:
    """The usual facts one after another; an empty answer leaves one out."""
    described = describe(asked.what.record)
    output.say(catalogue.word("record.ask"))
    answers: dict[str, Given] = {}
    for key in _IN_TURN[asked.what.record.__name__]:
        question = _question(described[key][1], catalogue)
        answer = str(typer.prompt(question, default="", show_default=False, err=True)).strip()
        if answer:
            answers[key] = answer
    return answers


def _question(field: Description, catalogue: Catalogue) -> str:
    """What is asked for, by the field's own name and the words there are to choose from."""
    label = field.label_zh if catalogue.language == "zh" else field.label_en
    words = tuple(_choices(field, catalogue))
    if not words:
        return label
    return catalogue.word("record.choices", label=label, words=catalogue.word("join").join(words))


def _choices(field: Description, catalogue: Catalogue) -> Iterator[str]:
    if isinstance(field.shape, Choice):
        chinese = catalogue.language == "zh" and field.shape.named
        yield from field.shape.named if chinese else field.shape.words
