"""What a unit is asked to do about one item, and never for what it has told already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from motiontrack.assess.assessment import Assessment
from motiontrack.assess.causes import Code
from motiontrack.assess.judge import Judgement
from motiontrack.assess.reminding import Chased
from motiontrack.language.catalogue import Catalogue
from motiontrack.lean import lean
from motiontrack.model.vocabulary import Reason
from motiontrack.views.paper_words import said_by
from motiontrack.views.sentences import day_words, month_words
from motiontrack.views.told import asked_until, extensions_asked

__all__ = ["Known", "asked_of", "has_applied", "has_told_late", "known_on"]


@lean
class Known:
    """What is known of all items: the day, and the extensions asked for that nobody decided on, by item.

    Worked out once: for each item anew, the work would grow with the square of their number.
    """

    day: date
    extensions: Mapping[str, date]


def known_on(assessment: Assessment) -> Known:
    """What is known on the day of ``assessment``."""
    return Known(assessment.day, extensions_asked(assessment))


@lean
class _Given:
    """What is known from the unit.

    ``forecast`` is the day it expects, if that is still ahead and late; ``unlikely``, that it will be late;
    ``problems``, that it named what is in its way; ``applied``, the day to which it asked for an extension
    that is not decided. ``sent_back``: why its claim of being done was not accepted, ``None`` where none was.
    """

    forecast: date | None
    unlikely: bool
    problems: bool
    applied: date | None
    sent_back: str | None


def asked_of(chased: Chased, known: Known, catalogue: Catalogue, said: int | None = None) -> Iterator[str]:
    """One sentence for each reason; whoever is asked why it is overdue is not asked why it is behind.

    Days of the year ``said`` go without it.
    """
    given = _given(chased.item, known)
    reasons = [
        each for each in chased.reasons if each is not Reason.BEHIND or Reason.OVERDUE not in chased.reasons
    ]
    months = (cause.figure("month") for cause in chased.causes if cause.code is Code.UNREPORTED)
    words = {
        "month": next((month_words(str(each), catalogue, said) for each in months if each), ""),
        "due": day_words(chased.item.due, catalogue, said) if chased.item.due else "",
        "forecast": day_words(given.forecast, catalogue, said) if given.forecast else "",
        "applied": day_words(given.applied, catalogue, said) if given.applied else "",
        "reason": given.sent_back or "",
    }
    for reason in reasons:
        yield catalogue.word(f"ask.{reason.value}{_ENDINGS.get(reason, _plain)(given)}", **words)


def has_told_late(item: Judgement, known: Known) -> bool:
    """Whether the unit said by itself that it will miss the deadline, or asked for another."""
    given = _given(item, known)
    return bool(given.forecast or given.unlikely or given.applied)


def has_applied(item: Judgement, known: Known) -> bool:
    """Whether an extension was asked for and nobody decided on it: the next word is not the unit's."""
    return asked_until(item, known.extensions) is not None


def _given(item: Judgement, known: Known) -> _Given:
    own = {cause.code: cause for cause in item.own}
    late, problem = own.get(Code.FORECAST_LATE), own.get(Code.PROBLEM_DECLARED)
    forecast = date.fromisoformat(str(late.figure("forecast"))) if late else None
    back = own.get(Code.SENT_BACK)
    return _Given(
        forecast=forecast if forecast and forecast >= known.day else None,
        unlikely=bool(problem and problem.figure("outlook") == "unlikely"),
        problems=bool(problem and problem.figure("problems")),
        applied=asked_until(item, known.extensions),
        sent_back=said_by(str(back.figure("reason") or "")) if back else None,
    )


def _plain(_given: _Given) -> str:
    return ""


def _overdue(given: _Given) -> str:
    return ".applied" if given.applied else ".forecast" if given.forecast else ""


def _behind(given: _Given) -> str:
    return ".problems" if given.problems else ""


def _due_soon(given: _Given) -> str:
    if given.applied:
        return ".applied"
    if given.forecast:
        return ".forecast"
    if given.unlikely:
        return ".unlikely"
    if given.sent_back is not None:
        return ".sent-back.reason" if given.sent_back else ".sent-back"
    return ""


#: Reasons whose sentence goes by what the unit has told: the ending of its key.
_ENDINGS = {Reason.OVERDUE: _overdue, Reason.BEHIND: _behind, Reason.DUE_SOON: _due_soon}
