"""MT7: what inspections found and what the deputies answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from motiontrack.book import Book
from motiontrack.diagnostics.record import Diagnostic, Note, fault
from motiontrack.model.fields import Record, describe
from motiontrack.model.registers import Feedback, Finding
from motiontrack.model.resolve import RaisedFinding

__all__ = [
    "answered_before_it_came",
    "before_the_plan",
    "due_before_raised",
    "feedback_without_deputy",
    "finding_lacks_owner_or_day",
    "finding_of_no_task",
    "half_resolved",
    "not_satisfied_without_words",
    "resolved_before_raised",
]

#: A deputy's verdict that must be handled again.
_NOT_SATISFIED = "不满意"


#: A line that may be typed as it stands for each field that a finding may lack.
_EXAMPLES = {
    "unit": "unit: 园林局",
    "due": "due: 8月底前",
    "resolved_on": "resolved_on: 2010-08-18",
    "resolution": "resolution: 已补齐标识",
}


def _label(record: type[Record], key: str) -> tuple[str, str]:
    label = describe(record)[key][1]
    return label.label_zh, label.label_en


def _told_apart(book: Book) -> Iterator[RaisedFinding]:
    """The findings that have an id; of the others nothing more can be said."""
    return (raised for raised in book.findings if raised.finding.id)


def finding_lacks_owner_or_day(book: Book) -> Iterator[Diagnostic]:
    """MT701: a finding does not say which unit must mend it, or by when.

    Why: nobody can be asked, and it can never be late: 整改 without a name and a day stays a sentence in
    a report. One diagnostic for each of the two.

    Bad: ``{id: F1, raised_on: 2010-07-22, text: 标识不全, tasks: T01}``. Good: with ``unit: 园林局`` and
    ``due: 8月底前``.
    """
    for raised in _told_apart(book):
        finding = raised.finding
        for key in ("unit", "due"):
            if finding.lacks(key):
                label_zh, label_en = _label(Finding, key)
                yield fault(
                    "MT701",
                    finding.at.place("id"),
                    id=finding.id,
                    key=key,
                    suggestion=_EXAMPLES[key],
                    label_zh=label_zh,
                    label_en=label_en,
                )


def finding_of_no_task(book: Book) -> Iterator[Diagnostic]:
    """MT709: a finding names no task.

    Why: it counts against no task and is in no light and no paper by task.

    Bad: a finding without ``tasks``. Good: ``tasks: T13``.
    """
    for raised in _told_apart(book):
        finding = raised.finding
        if finding.lacks("tasks"):
            yield fault("MT709", finding.at.place("id"), id=finding.id, text=finding.text)


def resolved_before_raised(book: Book) -> Iterator[Diagnostic]:
    """MT702: a finding was mended before it was raised.

    Why: it would count as mended from the first day and never be late; one of the days is a slip.

    Bad: ``raised_on: 2010-07-22`` with ``resolved_on: 2010-07-08``. Good: ``resolved_on: 2010-09-08``.
    """
    for raised in _told_apart(book):
        finding = raised.finding
        if finding.resolved_on and finding.raised_on and finding.resolved_on < finding.raised_on:
            yield fault(
                "MT702",
                finding.at.place("resolved_on"),
                id=finding.id,
                resolved=finding.resolved_on.isoformat(),
                raised=finding.raised_on.isoformat(),
                related=((Note.OTHER_HERE, finding.at.place("raised_on")),),
            )


def half_resolved(book: Book) -> Iterator[Diagnostic]:
    """MT703: a finding has the day it was mended and not how, or how and not the day.

    Why: without the day it stays open and becomes late; without the words the reply to the inspectors
    has nothing to say.

    Bad: ``resolution: 已补齐标识`` alone. Good: with ``resolved_on: 2010-08-18``.
    """
    for raised in _told_apart(book):
        finding = raised.finding
        for given, missing in (("resolved_on", "resolution"), ("resolution", "resolved_on")):
            if getattr(finding, given) and finding.lacks(missing):
                label_zh, label_en = _label(Finding, missing)
                yield fault(
                    "MT703",
                    finding.at.place(given),
                    id=finding.id,
                    key=missing,
                    suggestion=_EXAMPLES[missing],
                    label_zh=label_zh,
                    label_en=label_en,
                )


def due_before_raised(book: Book) -> Iterator[Diagnostic]:
    """MT704: a finding must be mended by a day before it was raised.

    Why: it would be late from its first day; the month or the year is a slip.

    Bad: ``raised_on: 2010-07-22`` with ``due: 6月底前``. Good: ``due: 8月底前``.
    """
    for raised in _told_apart(book):
        finding = raised.finding
        if raised.due is not None and finding.raised_on is not None and raised.due < finding.raised_on:
            yield fault(
                "MT704",
                finding.at.place("due"),
                id=finding.id,
                due=raised.due.isoformat(),
                raised=finding.raised_on.isoformat(),
                related=((Note.OTHER_HERE, finding.at.place("raised_on")),),
            )


def before_the_plan(book: Book) -> Iterator[Diagnostic]:
    """MT705: a finding, a deputy's answer or a slip is older than the plan.

    Why: it is usually a slip of the year; a paper of this year would count it.

    Bad: ``date: 2009-11-25`` in the plan of 2010. Good: ``date: 2010-11-25``.
    """
    days = [(raised.finding, "raised_on") for raised in book.findings]
    rows: list[tuple[Record, str]] = [*days, *((answer, "dated") for answer in book.feedback)]
    rows += [(slip, "issued_on") for slip in book.slips]
    for record, name in rows:
        day: date | None = getattr(record, name)
        if day is not None and day < book.issued:
            yield fault("MT705", record.at.place(name), day=day.isoformat(), issued=book.issued.isoformat())


def answered_before_it_came(book: Book) -> Iterator[Diagnostic]:
    """MT706: a deputy's opinion was answered before it came.

    Why: the answer belongs to another opinion, or a day is a slip; the time taken to answer is printed.

    Bad: ``date: 2010-11-26`` with ``answered_on: 2010-11-14``. Good: ``answered_on: 2010-12-14``.
    """
    for answer in book.feedback:
        if answer.answered_on is not None and answer.dated is not None and answer.answered_on < answer.dated:
            yield fault(
                "MT706",
                answer.at.place("answered_on"),
                answered=answer.answered_on.isoformat(),
                day=answer.dated.isoformat(),
                deputy=answer.deputy or "",
                related=((Note.OTHER_HERE, answer.at.place("dated")),),
            )


def not_satisfied_without_words(book: Book) -> Iterator[Diagnostic]:
    """MT707: a deputy is not satisfied (不满意), and what with is not said.

    Why: 不满意 must be handled again, and without the words nobody knows what. That it was not answered
    again yet is work to do and no fault of the file.

    Bad: ``{deputy: 代表甲, date: 2010-11-26, verdict: 不满意}``. Good: with ``text: 原因说明不够``.
    """
    for answer in book.feedback:
        if answer.verdict == _NOT_SATISFIED and answer.lacks("text"):
            label_zh, label_en = _label(Feedback, "text")
            yield fault(
                "MT707",
                answer.at.place("verdict"),
                key="text",
                label_zh=label_zh,
                label_en=label_en,
                deputy=answer.deputy or "",
                date=answer.dated.isoformat() if answer.dated else "",
            )


def feedback_without_deputy(book: Book) -> Iterator[Diagnostic]:
    """MT708: an answer does not say which deputy gave it.

    Why: it cannot be answered, nor told from a second answer of the same deputy. A number or a mark
    instead of the name is enough.

    Bad: ``{date: 2010-11-25, verdict: 满意}``. Good: ``{deputy: 代表甲, date: 2010-11-25, verdict: 满意}``.
    """
    for answer in book.feedback:
        if answer.lacks("deputy"):
            date = answer.dated.isoformat() if answer.dated else ""
            yield fault("MT708", answer.at.place("dated"), date=date, words=answer.text or "")
