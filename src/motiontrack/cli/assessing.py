"""From the options of a command to an assessment: the day, the rules, the language."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from motiontrack.cli import output
from motiontrack.cli.loading import Loaded, load_readable
from motiontrack.cli.refusals import CannotRunError, MisusedError
from motiontrack.cli.today import today
from motiontrack.diagnostics.record import shown_path
from motiontrack.language.catalogue import Catalogue
from motiontrack.language.catalogue import load as load_catalogue
from motiontrack.lean import lean
from motiontrack.near import alike
from motiontrack.profiles import DEFAULT, SHIPPED, profile_file

if TYPE_CHECKING:
    from motiontrack.assess.assessment import Assessment
    from motiontrack.book import Book
    from motiontrack.model.profile import Profile
    from motiontrack.views.status import FilterView

__all__ = ["Assessed", "assess_folder", "assess_loaded", "check_names", "packaged_profile"]


@lean
class Assessed:
    """What a command about the state of the plan works on.

    ``suggested`` is a day for ``--as-of`` where today lies long past the plan and no day was given.
    """

    loaded: Loaded
    book: Book
    assessment: Assessment
    catalogue: Catalogue
    suggested: str | None

    @property
    def complete(self) -> bool:
        """False if errors in the data leave anything unjudged, or judged on part of the facts."""
        return not self.loaded.errors


def assess_folder(
    data: Path | None, as_of: date | None, lang: str | None, profile: str | None = None
) -> Assessed:
    """Read, check and judge a data folder as of a day, by the light rules ``profile`` or the plan's own.

    Errors are told on stderr, never hidden.
    """
    loaded, book, language = load_readable(data, lang)
    return assess_loaded(loaded, book, load_catalogue(language), as_of, profile)


def assess_loaded(
    loaded: Loaded, book: Book, catalogue: Catalogue, as_of: date | None, profile: str | None
) -> Assessed:
    """What was read, judged as ``assess_folder`` does."""
    from motiontrack.assess.assessment import assess
    from motiontrack.assess.faults import faulty_items

    rules = _rules(profile or book.plan.profile or DEFAULT, book, loaded, catalogue)
    day = as_of or today()
    assessment = assess(book, day, rules, faulty_items(loaded.diagnostics, book, day))
    if loaded.errors:
        output.say(catalogue.word("status.faults", count=len(loaded.errors)))
    suggested = _day_within(book) if as_of is None and day > book.closes else None
    return Assessed(loaded, book, assessment, catalogue, suggested)


def check_names(assessed: Assessed, asked: FilterView) -> None:
    """Refuse a filter by a name that the plan does not have."""
    from motiontrack.views import filters

    unknown = filters.check_names(assessed.book, assessed.assessment.profile, asked)
    if unknown is None:
        return
    near = alike(unknown.value, unknown.known, cutoff=0.3)
    key = "usage.filter-near" if near else "usage.filter"
    known = "、".join(unknown.known)
    raise MisusedError(
        key, option=f"--{unknown.option}", value=unknown.value, near="".join(near), known=known
    )


def packaged_profile(name: str) -> Profile:
    """One of the light profiles that come with the program."""
    from motiontrack.assess.lights import load_profile

    return load_profile(name, profile_file(name).read_bytes())


def _rules(name: str, book: Book, loaded: Loaded, catalogue: Catalogue) -> Profile:
    """The light rules ``name``: shipped, or the office's own, if they can be judged by."""
    if name in SHIPPED:
        return packaged_profile(name)
    own = {each.id: each for each in book.profiles}
    if name not in own:
        known = (*SHIPPED, *own)
        near = "".join(alike(name, known))
        key = "usage.profile-near" if near else "usage.profile"
        raise MisusedError(key, name=name, near=near, known="、".join(known))
    file = own[name].at.file
    if any(each.place is not None and each.place.file == file for each in loaded.errors):
        shown = shown_path(loaded.folder.shown, file)
        raise CannotRunError("cannot.profile", language=catalogue.language, path=shown)
    return own[name]


def _day_within(book: Book) -> str:
    """A day to suggest: the last day but one month of the plan's time, never before it was issued."""
    return max(book.issued, book.closes - timedelta(days=31)).isoformat()
