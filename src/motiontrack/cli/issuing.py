"""Papers that go out: kept in ``data/issued``, printed again, and compared with what the data say now."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from motiontrack.cli import output
from motiontrack.cli.files import read_ordinary
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

__all__ = ["Past", "issued_before", "issued_text", "keep", "tell_of_differences"]

_FOLDER = "issued"
_MOST_BYTES = 64 * 1024 * 1024


def issued_text(folder: Folder, kind: str, day: date, form: str) -> str:
    """The paper of a kind and a day as it was issued, byte for byte."""
    path = _path(kind, day)
    data = _read(folder, path)
    if data is None:
        known = "、".join(each.isoformat() for each in _days(folder, kind))
        key = "cannot.not-issued" if known else "cannot.never-issued"
        raise CannotRunError(key, kind=kind, day=day.isoformat(), known=known)
    kept = _paper_in(data, kind, day)
    if kept is None:
        raise CannotRunError("cannot.issued-faulty", path=shown_path(folder.shown, path))
    return kept.printed[form]


@lean
class Past:
    """What was issued before a paper: what it says of that, and the one for this very day."""

    view: IssuedView | None
    same: Issued | None


def issued_before(kind: str, assessed: Assessed, status: StatusView, words: Catalogue) -> Past:
    """What a paper may say of those of its kind that were issued before it."""
    folder, day = assessed.loaded.folder, status.as_of
    days = _days(folder, kind)
    earlier = [each for each in days if each < day]
    before = _kept(folder, kind, earlier[-1], words) if earlier else None
    same = _kept(folder, kind, day, words) if day in days else None
    texts = own_texts(kind, f"{day:%Y-%m}", assessed.book)
    return Past(build_issued(before, same, status, texts, words), same)


def tell_of_differences(past: Past, form: str, text: str, words: Catalogue) -> None:
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
        figures |= {"kind": same.kind, "as_of": same.as_of.isoformat()}
        output.say(words.word("issued.reworded", **figures))


def keep(
    place: Place,
    kind: str,
    assessed: Assessed,
    status: StatusView,
    printed: Mapping[str, str],
    words: Catalogue,
) -> None:
    """Keep a paper that goes out today; one that was kept is never written over."""
    folder = assessed.loaded.folder
    path = _path(kind, status.as_of)
    shown = shown_path(folder.shown, path)
    there = _read(folder, path)
    if there is None:
        paper = issue_paper(kind, assessed.assessment, status, words.language, today(), printed)
        place(path, None, to_json(paper).encode())
        output.say(words.word("issued.kept", file=shown, kind=kind, day=status.as_of.isoformat()))
        return
    kept = _paper_in(there, kind, status.as_of)
    if kept is None:
        raise CannotRunError("cannot.issued-faulty", language=words.language, path=shown)
    day = day_words(kept.issued_on, words)
    if kept.printed != printed:
        figures = {"day": day, "kind": kind, "as_of": status.as_of.isoformat()}
        raise CannotRunError("cannot.issued", language=words.language, path=shown, **figures)
    output.say(words.word("issued.unchanged", day=day))


def _path(kind: str, day: date) -> str:
    return f"{_FOLDER}/{kind}-{day.isoformat()}.json"


def _days(folder: Folder, kind: str) -> list[date]:
    """The days for which a paper of the kind was issued, in order."""
    try:
        names = os.listdir(folder.path / _FOLDER)  # noqa: PTH208 - only the names are wanted
    except OSError as error:
        if _is_nothing(folder, _FOLDER, error):
            return []
        raise _unreadable(folder, _FOLDER, error) from error
    found = (re.fullmatch(rf"{kind}-((?a:\d{{4}}-\d\d-\d\d))\.json", name) for name in names)
    days = (_day(each[1]) for each in found if each)
    return sorted(day for day in days if day)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _kept(folder: Folder, kind: str, day: date, words: Catalogue) -> Issued | None:
    """The paper of a day; told if it cannot be read, for then nothing is compared with it."""
    path = _path(kind, day)
    data = _read(folder, path)
    kept = _paper_in(data, kind, day) if data is not None else None
    if kept is None:
        output.say(words.word("cannot.issued-faulty", path=shown_path(folder.shown, path)))
    return kept


def _paper_in(data: bytes, kind: str, day: date) -> Issued | None:
    """The paper in ``data``, if it is the one that its file is named for."""
    kept = read_issued(data)
    return kept if kept is not None and (kept.kind, kept.as_of) == (kind, day) else None


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
