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
from motiontrack.cli.changes import refuse_unplaced, say_written, show_changes, tell
from motiontrack.cli.loading import Loaded, load_readable
from motiontrack.cli.options import parse_day
from motiontrack.cli.refusals import MisusedError
from motiontrack.cli.today import today
from motiontrack.cli.writing import writing
from motiontrack.diagnostics.record import Diagnostic
from motiontrack.exchange.recording import (
    Recordable,
    addition_of,
    in_the_files_words,
    month_for,
    parted,
    slip_meant,
    typed_keys,
)
from motiontrack.language.catalogue import Catalogue
from motiontrack.language.catalogue import load as load_catalogue
from motiontrack.lean import lean
from motiontrack.model.fields import Choice, Day, Description, OneOrMany, describe
from motiontrack.model.registers import Slip
from motiontrack.model.scalars import READERS, Refused
from motiontrack.model.written import Given
from motiontrack.profiles import DEFAULT
from motiontrack.views.sentences import month_words

__all__ = ["Asked", "put"]

#: What is asked for in turn at a terminal; the rest can be given by options.
_IN_TURN = {
    "Entry": (
        "received", "state", "progress", "done_on", "work", "problems", "coordinate", "next", "outlook",
        "forecast",
    ),
    "Decision": ("on", "approver", "document", "reason"),
    "Finding": ("raised_on", "by", "occasion", "text", "tasks", "unit", "due"),
    "Feedback": ("date", "verdict", "text"),
    "Slip": ("answered_on", "note"),
}  # fmt: skip
_OF_DECISION = {
    "extend": ("applied", "on", "due", "approver", "document", "reason"),
    "reassign": ("on", "to", "approver", "document", "reason"),
    "excuse": ("on", "due", "approver", "reason"),
    "instruct": ("on", "approver", "text", "due"),
    "step-done": ("on",),
}


#: What says whose a return is and when it came, and nothing of the work.
_ABOUT_IT = frozenset(("month", "received", "unit", "date", "by", "as_of", "reviewed_by"))
_YES = frozenset(("", "y", "yes", "是", "好", "ｙ"))


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
    loaded, book, language = load_readable(asked.data, asked.lang)
    catalogue = load_catalogue(language)
    if not asked.typed.keys() - _ABOUT_IT and asked.what.adds:
        if not _somebody_is_there():
            raise MisusedError("usage.record-nothing")
        asked = replace(asked, typed={**asked.typed, **_ask(asked, catalogue)})
    added = _checked(asked, loaded, book, catalogue)
    show_changes(added.files, loaded)
    _say_month(asked, added, catalogue)
    if asked.dry_run:
        tell(added.warnings, added.sources, loaded, catalogue)
        output.say(catalogue.word("record.dry-run"))
        return
    if not asked.yes and _somebody_is_there() and not _agreed(catalogue):
        output.say(catalogue.word("record.left"))
        raise typer.Exit(1)
    with writing(loaded.folder) as place:
        # Read once more: somebody else may have written since, and a row is added to what is there now.
        now, book, _ = load_readable(asked.data, asked.lang)
        added = _checked(asked, now, book, catalogue)
        for path, data in added.files.items():
            place(path, now.files.get(path), data)
    say_written(added.files, loaded, catalogue)
    tell(added.warnings, added.sources, loaded, catalogue)


def _checked(asked: Asked, loaded: Loaded, book: Book, catalogue: Catalogue) -> Added:
    """The files with the row; told and refused if it cannot be put there or would be an error."""
    given, month = _given(asked, book)
    added = add(loaded.files, (addition_of(asked.what, given, month, book),))
    refuse_unplaced(added, loaded)
    if added.refused:
        tell((*added.refused, *added.warnings), added.sources, loaded, catalogue)
        output.say(catalogue.word("record.refused"))
        if options := _options_of(added.refused, asked):
            joint = catalogue.word("list.joint")
            output.say(catalogue.word("record.options", options=joint.join(options)))
        raise typer.Exit(1)
    return added


def _given(asked: Asked, book: Book) -> tuple[dict[str, Given], str]:
    """Every key of the row, and the month of the file; what names no day came in today."""
    given: dict[str, Given] = {**asked.named, **asked.typed}
    if asked.what.today is not None:
        given.setdefault(asked.what.today, today().isoformat())
    if asked.what.record is Slip:
        given["number"] = _number(asked.named["number"], book)
    if asked.what.file is not None:
        return given, ""
    received = given["received"]
    month = given.pop("month", None)
    return given, str(month) if month else _month(asked.named["task"], str(received), book)


def _number(words: str, book: Book) -> str:
    """The number of a slip as it stands in the register, from whatever was typed of it."""
    slip = slip_meant(words, book)
    if slip is None:
        waiting = [each.number for each in book.slips if each.answered_on is None]
        raise MisusedError(
            "usage.record-slip" if waiting else "usage.record-no-slip", value=words, known="、".join(waiting)
        )
    if slip.answered_on is not None:
        raise MisusedError("usage.record-answered", value=slip.number, day=slip.answered_on.isoformat())
    return slip.number


def _month(item: str, received: str, book: Book) -> str:
    return month_for(item, parse_day(received), book, packaged_profile(DEFAULT))


def _say_month(asked: Asked, added: Added, catalogue: Catalogue) -> None:
    """Which month a return was put down for, where nobody said."""
    path = next(iter(added.files), "")
    if asked.what.file is None and "month" not in asked.typed and path.startswith("returns/"):
        month = path.removeprefix("returns/").removesuffix(".yaml")
        output.say(catalogue.word("record.month", month=month_words(month, catalogue)))


def _options_of(refused: Iterable[Diagnostic], asked: Asked) -> list[str]:
    """The options that the faults speak of: what was typed there, or was not."""
    keys = {"month", *typed_keys(asked.what)}
    told = [str(value) for each in refused for name, value in each.figures if name == "key"]
    return [f"--{key.replace('_', '-')}" for key in dict.fromkeys(told) if key in keys]


# -- asking in turn


def _somebody_is_there() -> bool:
    return sys.stdin.isatty() and output.is_terminal()


def _agreed(catalogue: Catalogue) -> bool:
    """Whether the change may be written; nothing typed is a yes, for the question was asked with it shown."""
    answer = str(typer.prompt(catalogue.word("record.confirm"), default="", show_default=False, err=True))
    return answer.strip().lower() in _YES


def _ask(asked: Asked, catalogue: Catalogue) -> dict[str, Given]:
    """The usual facts one after another; an empty answer leaves one out."""
    described = describe(asked.what.record)
    output.say(catalogue.word("record.ask"))
    answers: dict[str, Given] = {}
    for key in _in_turn(asked):
        if key not in asked.typed and (answer := _answer(described[key][1], catalogue)):
            answers[key] = answer
    return answers


def _in_turn(asked: Asked) -> tuple[str, ...]:
    """What is asked for; of a decision only what its kind goes by."""
    name = asked.what.record.__name__
    if name != "Decision":
        return _IN_TURN[name]
    kind = in_the_files_words(asked.what.record, "kind", asked.named["kind"])
    return _OF_DECISION.get(kind, _IN_TURN[name])


def _answer(field: Description, catalogue: Catalogue) -> Given:
    """What is typed, asked for again while it is not of the field's shape; several names as several."""
    question = _question(field, catalogue)
    while True:
        typed = str(typer.prompt(question, default="", show_default=False, err=True)).strip()
        if isinstance(field.shape, OneOrMany):
            return parted(typed)
        if not typed or (wrong := _refused(field, typed, catalogue)) is None:
            return typed
        output.say(wrong)


def _refused(field: Description, typed: str, catalogue: Catalogue) -> str | None:
    """Why ``typed`` cannot stand in ``field``; ``None`` if it can."""
    if isinstance(field.shape, Choice) and typed in field.shape.named:
        return None
    read = READERS.get(type(field.shape))
    try:
        if read is not None:
            read(typed, field.shape)
    except Refused as refused:
        figures = {"key": field.key, **refused.figures}
        return catalogue.diagnostic(refused.code, tuple(figures.items())).message
    return None


def _question(field: Description, catalogue: Catalogue) -> str:
    """What is asked for, by the field's own name and the words there are to choose from."""
    label = field.label_zh if catalogue.language == "zh" else field.label_en
    words = tuple(_choices(field, catalogue))
    if isinstance(field.shape, Day):
        key = "record.day-received" if field.key == "received" else "record.day"
        return catalogue.word(key, label=label)
    if not words:
        return label
    return catalogue.word("record.choices", label=label, words=catalogue.word("join").join(words))


def _choices(field: Description, catalogue: Catalogue) -> Iterator[str]:
    if isinstance(field.shape, Choice):
        chinese = catalogue.language == "zh" and field.shape.named
        yield from field.shape.named if chinese else field.shape.words
