"""What ``remind`` does: find whom to chase, print drafts; or register the slips under the lock and print."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import typer

from motiontrack.additions import Added, add
from motiontrack.assess.reminding import Chase, Reminders, remind, sent_before
from motiontrack.cli import output
from motiontrack.cli.assessing import Assessed, assess_folder, assess_loaded, check_names
from motiontrack.cli.changes import refuse_unplaced, tell
from motiontrack.cli.files import find_folder
from motiontrack.cli.loading import load_readable
from motiontrack.cli.papers import rendered
from motiontrack.cli.refusals import CannotRunError, MisusedError
from motiontrack.cli.writing import writing
from motiontrack.diagnostics.record import shown_path
from motiontrack.exchange.recording import slip_meant
from motiontrack.exchange.slips import REGISTER, file_name, registered
from motiontrack.language.catalogue import Catalogue
from motiontrack.language.catalogue import load as load_catalogue
from motiontrack.lean import lean
from motiontrack.model.vocabulary import Per, Reason
from motiontrack.views.slips import SlipsView, build_slips, left_sentence
from motiontrack.views.status import FilterView

__all__ = ["Asked", "put", "put_again"]


@lean
class Asked:
    """One call of ``remind``: whom and what for, how to write it, and whether it is sent."""

    data: Path | None
    as_of: date | None
    profile: str | None
    unit: str | None
    per: Per
    reasons: tuple[Reason, ...]
    kind: str | None
    ending: str
    output: Path | None
    lang: str | None
    issue: bool
    again: str | None = None


def put(asked: Asked) -> None:
    """Print the slips; with ``issue`` only after they stand in the register."""
    if not asked.issue:
        assessed = _assessed(asked)
        slips, found = _built(asked, assessed)
        _write(asked, slips, assessed)
    else:
        # Judged under the lock: somebody else may have sent the same slips a moment ago.
        with writing(find_folder(asked.data)) as place:
            assessed = _assessed(asked)
            slips, found = _built(asked, assessed)
            if slips.slips:
                added = _checked(slips, assessed)
                # The papers first: what is registered and nowhere printed would never be sent.
                if asked.output is not None:
                    _write(asked, slips, assessed)
                place(REGISTER, assessed.loaded.files.get(REGISTER), added.files[REGISTER])
        if asked.output is None:
            _write(asked, slips, assessed)
    _say(asked, slips, found, assessed)
    if not assessed.complete:
        raise typer.Exit(1)


def put_again(asked: Asked) -> None:
    """Print a slip of the register once more, as of the day it was sent."""
    loaded, book, language = load_readable(asked.data, asked.lang)
    slip = slip_meant(asked.again or "", book)
    if slip is None or slip.issued_on is None:
        raise MisusedError("usage.again", value=asked.again or "")
    assessed = assess_loaded(loaded, book, load_catalogue(language), slip.issued_on, asked.profile)
    words, chase = _words(assessed), sent_before(slip, assessed.assessment)
    if chase is None:
        raise CannotRunError("cannot.again", number=slip.number)
    slips = build_slips(
        assessed.assessment,
        (chase,),
        words,
        draft=False,
        folder=assessed.loaded.folder.shown,
        number=slip.number,
    )
    _write(asked, slips, assessed)
    if slip.asked is not None and slips.slips[0].asked != slip.asked:
        output.say(words.word("remind.again.differs", number=slip.number))
    if not assessed.complete:
        raise typer.Exit(1)


def _assessed(asked: Asked) -> Assessed:
    assessed = assess_folder(asked.data, asked.as_of, asked.lang, asked.profile)
    check_names(assessed, FilterView(unit=asked.unit))
    return assessed


def _words(assessed: Assessed) -> Catalogue:
    return load_catalogue(assessed.catalogue.language, "remind")


def _built(asked: Asked, assessed: Assessed) -> tuple[SlipsView, Reminders]:
    found = remind(
        assessed.assessment,
        per=asked.per,
        unit=assessed.book.unit_id(asked.unit) if asked.unit else None,
        reasons=asked.reasons,
        kind=asked.kind,
    )
    return _slips(asked, assessed, found.chases), found


def _slips(asked: Asked, assessed: Assessed, chases: tuple[Chase, ...]) -> SlipsView:
    folder = assessed.loaded.folder.shown
    return build_slips(assessed.assessment, chases, _words(assessed), draft=not asked.issue, folder=folder)


def _checked(slips: SlipsView, assessed: Assessed) -> Added:
    """The register with the slips; told and refused if they cannot be put there or would be an error."""
    loaded = assessed.loaded
    added = add(loaded.files, registered(slips))
    refuse_unplaced(added, loaded)
    if added.refused:
        tell((*added.refused, *added.warnings), added.sources, loaded, assessed.catalogue)
        output.say(assessed.catalogue.word("record.refused"))
        raise typer.Exit(1)
    return added


def _write(asked: Asked, slips: SlipsView, assessed: Assessed) -> None:
    """All slips to standard output, or each to a file of its own."""
    if not slips.slips:
        return
    words, folder = _words(assessed), assessed.loaded.folder
    if asked.output is None:
        output.write_data(rendered("slip", asked.ending, {"paper": slips}, words, folder))
        return
    _make(asked.output)
    for slip in slips.slips:
        text = rendered("slip", asked.ending, {"paper": replace(slips, slips=(slip,))}, words, folder)
        path = asked.output / file_name(slip, f".{asked.ending}")
        output.write_file(path, text)
        output.say(words.word("remind.saved", file=path.as_posix()))


def _make(folder: Path) -> None:
    """The folder for the slips' files; not those above it, for then its name is more likely mistyped."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise CannotRunError(
            "cannot.write-file", path=folder.as_posix(), reason=error.strerror or ""
        ) from error


def _say(asked: Asked, slips: SlipsView, found: Reminders, assessed: Assessed) -> None:
    words = _words(assessed)
    for left in found.left:
        output.say(left_sentence(left, words))
    unjudged = len(assessed.assessment.unjudged)
    if unjudged:
        output.say(words.word("remind.unjudged", count=unjudged))
    count = len(slips.slips)
    if not count:
        output.say(words.word("remind.nothing"))
    elif asked.issue:
        numbers = words.word("list.joint").join(slip.number for slip in slips.slips)
        file = shown_path(assessed.loaded.folder.shown, REGISTER)
        output.say(words.word("remind.issued", count=count, numbers=numbers, file=file))
    else:
        output.say(words.word("remind.drafts", count=count))
