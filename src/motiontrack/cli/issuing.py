"""Papers that go out: kept in ``data/issued``, printed again, and compared with what the data say now."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from motiontrack.cli import output
from motiontrack.cli.files import read_ordinary
from motiontrack.cli.form_files import fit_for_name
from motiontrack.cli.refusals import CannotRunError
from motiontrack.cli.today import today
from motiontrack.diagnostics.record import shown_path
from motiontrack.lean import lean
from motiontrack.views.issued import Issued, IssuedView, build_issued, issue_paper, read_issued
from motiontrack.views.issued_texts import own_texts
from motiontrack.views.plain import to_json
from motiontrack.views.sentences import day_words

if TYPE_CHECKING:
    from motiontrack.cli.assessing import Assessed
    from motiontrack.cli.files import Folder
    from motiontrack.cli.writing import Place
    from motiontrack.language.catalogue import Catalogue
    from motiontrack.views.status import StatusView

__all__ = [
    "Past",
    "Series",
    "issued_before",
    "issued_text",
    "keeping",
    "tell_of_changes",
    "tell_of_differences",
]

_FOLDER = "issued"
_MOST_BYTES = 64 * 1024 * 1024


@lean
class Series:
    """The papers that follow one another: those of a kind, or those of a kind that go to one alone."""

    kind: str
    to: str | None = None

    @property
    def asked(self) -> str:
        """How ``report`` is asked for them."""
        return f"{self.kind} --to {self.to}" if self.to else self.kind

    def path(self, day: date) -> str:
        """Where that of a day is kept in the data folder."""
        return f"{_FOLDER}/{self.kind}-{day.isoformat()}{self._ending}"

    def day_of(self, name: str) -> date | None:
        """The day of the paper that a file in the folder is named for; ``None``: it is none of these."""
        found = re.fullmatch(rf"{self.kind}-((?a:\d{{4}}-\d\d-\d\d)){re.escape(self._ending)}", name)
        return _day(found[1]) if found else None

    @property
    def _ending(self) -> str:
        return f"-{fit_for_name(self.to)}.json" if self.to else ".json"


def issued_text(folder: Folder, series: Series, day: date, form: str) -> str:
    """The paper of a day as it was issued, byte for byte."""
    path = series.path(day)
    data = _read(folder, path)
    if data is None:
        raise _not_issued(folder, series, day)
    kept = _paper_in(data, series, day)
    if kept is None:
        raise CannotRunError("cannot.issued-faulty", path=shown_path(folder.shown, path))
    return kept.printed[form]


@lean
class Past:
    """What was issued before a paper: what it says of that, and the one for this very day."""

    view: IssuedView | None
    same: Issued | None


def issued_before(
    series: Series, assessed: Assessed, status: StatusView, words: Catalogue, names: Mapping[str, str]
) -> Past:
    """What a paper may say of those of its series that were issued before it.

    Whoever is written to alone has had the letters to all as well. ``names``: what it calls the tasks.
    """
    folder, day = assessed.loaded.folder, status.as_of
    read = {series, Series(series.kind)}
    earlier = [(each, of) for of in read for each in _days(folder, of) if each < day]
    last = max(earlier, key=lambda found: (found[0], found[1].to is not None), default=None)
    before = _kept(folder, last[1], last[0], words) if last else None
    same = _kept(folder, series, day, words) if day in _days(folder, series) else None
    texts = own_texts(series.kind, f"{day:%Y-%m}", assessed.book)
    return Past(build_issued(before, same, status, texts, words, names), same)


def tell_of_differences(past: Past, series: Series, form: str, text: str, words: Catalogue) -> None:
    """That a paper for this day has gone out with other figures or words, one by one where they are known."""
    same = past.same
    if same is None or past.view is None:
        return
    figures = {"day": day_words(same.as_of, words), "issued": day_words(same.issued_on, words)}
    if past.view.told:
        output.say(words.word("issued.differs", **figures, count=len(past.view.told)))
        for each in past.view.told:
            output.say(f"  {each}")
    elif same.language == words.language and text != same.printed[form]:
        figures |= {"kind": series.asked, "as_of": same.as_of.isoformat()}
        output.say(words.word("issued.reworded", **figures))


def tell_of_changes(past: Past, words: Catalogue) -> None:
    """What has changed since the last that was issued, of a paper that does not print it itself."""
    previous = past.view.previous if past.view else None
    if previous is None or not (previous.done or previous.turned):
        return
    output.say(words.word("issued.since", day=day_words(previous.as_of, words)))
    joint = words.word("list.joint")
    if previous.done:
        output.say("  " + words.word("issued.done", tasks=joint.join(previous.done)))
    for each in previous.turned or ():
        tasks = joint.join(each.tasks)
        output.say("  " + words.word("issued.turned", before=each.before, now=each.now, tasks=tasks))


def keeping(
    place: Place,
    series: Series,
    assessed: Assessed,
    status: StatusView,
    printed: Mapping[str, str],
    words: Catalogue,
) -> Callable[[], None]:
    """What keeps a paper that goes out today; one that was kept is never written over.

    Whether it may go out is found here, and it is kept when the caller has written it: what is kept
    stands for ever, and of a paper that could not be written nothing was sent.
    """
    folder = assessed.loaded.folder
    path = series.path(status.as_of)
    shown = shown_path(folder.shown, path)
    there = _read(folder, path)
    if there is None:
        paper = issue_paper(
            series.kind, assessed.assessment, status, words.language, today(), printed, series.to
        )

        def put() -> None:
            place(path, None, to_json(paper).encode())
            output.say(words.word("issued.kept", file=shown, kind=series.asked, day=status.as_of.isoformat()))

        return put
    kept = _paper_in(there, series, status.as_of)
    if kept is None:
        raise CannotRunError("cannot.issued-faulty", language=words.language, path=shown)
    day = day_words(kept.issued_on, words)
    if kept.printed != printed:
        figures = {"day": day, "kind": series.asked, "as_of": status.as_of.isoformat()}
        raise CannotRunError("cannot.issued", language=words.language, path=shown, **figures)
    return lambda: output.say(words.word("issued.unchanged", day=day))


def _not_issued(folder: Folder, series: Series, day: date) -> CannotRunError:
    """That there is no such paper, and which of its kind there are: one forgets to whom a letter went."""
    if known := "、".join(each.isoformat() for each in _days(folder, series)):
        return CannotRunError("cannot.not-issued", kind=series.asked, day=day.isoformat(), known=known)
    if others := "、".join(sorted(each for each in _names(folder) if each.startswith(f"{series.kind}-"))):
        return CannotRunError("cannot.issued-to-others", kind=series.asked, known=others)
    return CannotRunError("cannot.never-issued", kind=series.asked)


def _days(folder: Folder, series: Series) -> list[date]:
    """The days for which a paper of the series was issued, in order."""
    return sorted(day for day in map(series.day_of, _names(folder)) if day)


def _names(folder: Folder) -> list[str]:
    """The names of all that is kept as issued."""
    try:
        return os.listdir(folder.path / _FOLDER)  # noqa: PTH208 - only the names are wanted
    except OSError as error:
        if _is_nothing(folder, _FOLDER, error):
            return []
        raise _unreadable(folder, _FOLDER, error) from error


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _kept(folder: Folder, series: Series, day: date, words: Catalogue) -> Issued | None:
    """The paper of a day; told if it cannot be read, for then nothing is compared with it."""
    path = series.path(day)
    data = _read(folder, path)
    kept = _paper_in(data, series, day) if data is not None else None
    if kept is None:
        output.say(words.word("cannot.issued-faulty", path=shown_path(folder.shown, path)))
    return kept


def _paper_in(data: bytes, series: Series, day: date) -> Issued | None:
    """The paper in ``data``, if it is the one that its file is named for."""
    kept = read_issued(data)
    named = (series.kind, series.to, day)
    return kept if kept is not None and (kept.kind, kept.to, kept.as_of) == named else None


def _read(folder: Folder, path: str) -> bytes | None:
    """The bytes at ``path``; ``None`` if there is nothing."""
    try:
        return read_ordinary(folder.path / path, _MOST_BYTES)
    except OSError as error:
        if _is_nothing(folder, path, error):
            return None
        raise _unreadable(folder, path, error) from error


def _is_nothing(folder: Folder, path: str, error: OSError) -> bool:
    """Whether there is nothing at ``path``, and no link either: writing there would follow it."""
    return isinstance(error, FileNotFoundError) and not os.path.lexists(folder.path / path)


def _unreadable(folder: Folder, path: str, error: OSError) -> CannotRunError:
    shown = shown_path(folder.shown, path)
    if error.strerror is None or isinstance(error, FileNotFoundError):
        return CannotRunError("cannot.issued-no-file", path=shown)
    return CannotRunError("cannot.issued-unreadable", path=shown, reason=error.strerror)
