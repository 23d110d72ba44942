"""MT13: what the plan sets under ``rules`` and ``ladder``; and the one place where severities are applied."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace

from motiontrack.book import Book
from motiontrack.diagnostics.codes import CODES, Severity
from motiontrack.diagnostics.record import Diagnostic, Note, fault
from motiontrack.diagnostics.selecting import named, nearest
from motiontrack.model.registers import SLIP_KINDS, LadderStep
from motiontrack.model.settings import OFF

__all__ = ["error_lowered", "ladder_step_twice", "last_step_leads_on", "settle", "unknown_code"]

#: What ``plan.require`` asks for; whoever does not want it asked leaves it out there.
_REQUIRED = frozenset(("MT301", "MT601", "MT602", "MT603"))


def unknown_code(book: Book) -> Iterator[Diagnostic]:
    """MT130: ``rules.severity`` names a code that does not exist.

    Why: whoever wrote it believes that a fault is told otherwise than it is.

    Bad: ``severity: {MT64: info}``. Good: ``severity: {MT604: info}``.
    """
    rules = book.file.rules
    for name in rules.severity if rules else ():
        if rules and name not in CODES:
            yield fault("MT130", rules.at.place(f"severity.{name}"), name=name, suggestion=_meant(name))


def _meant(name: str) -> str:
    """The code that was probably meant, by its number or its name; or an empty text."""
    plain = unicodedata.normalize("NFKC", name).strip()
    return named(plain) or named(nearest(plain)) or ""


def error_lowered(book: Book) -> Iterator[Diagnostic]:
    """MT131: ``rules.severity`` lowers an error or switches it off.

    Why: judgement rests on what errors guard. Without a unit, a person or a deadline nobody could
    be asked and nothing called late, and CI would pass it. Any fault can be made graver, none that is
    declared an error milder.

    Bad: ``severity: {MT602: warning}``. Good: under ``plan``, ``require: [lead, due]`` for a plan that
    names no persons.
    """
    rules = book.file.rules
    for code, word in rules.severity.items() if rules else ():
        declared = CODES.get(code)
        if rules and declared and declared.severity is Severity.ERROR and word != Severity.ERROR.word:
            yield fault(
                "MT131",
                rules.at.place(f"severity.{code}"),
                name=code,
                severity=word,
                require="require" if code in _REQUIRED else "",
            )


def ladder_step_twice(book: Book) -> Iterator[Diagnostic]:
    """MT132: ``ladder`` sets one step more than once.

    Why: where the two differ nobody can say which slip is sent, and by when it is to be answered.

    Bad: ``- {kind: 催办, unanswered: 3}`` and ``- {kind: 催办, days: 7}``. Good: ``- {kind: 催办, unanswered:
    3, days: 7}``.
    """
    seen: dict[str, LadderStep] = {}
    for step in book.file.ladder:
        first = seen.setdefault(step.kind, step)
        if first is not step and step.kind:
            related = ((Note.FIRST_HERE, first.at.place("kind")),)
            yield fault("MT132", step.at.place("kind"), kind=step.kind, related=related)


def last_step_leads_on(book: Book) -> Iterator[Diagnostic]:
    """MT133: ``ladder`` says after how many slips of the last step the next one comes.

    Why: there is none; whoever wrote it believes that something follows.

    Bad: ``- {kind: 约谈, unanswered: 1}``. Good: ``- {kind: 约谈, days: 7}``.
    """
    for step in book.file.ladder:
        if step.kind == SLIP_KINDS[-1] and step.unanswered is not None:
            place = step.at.place("unanswered")
            yield fault("MT133", place, kind=step.kind, count=int(step.unanswered))


def settle(diagnostics: Iterable[Diagnostic], book: Book | None) -> tuple[Diagnostic, ...]:
    """``diagnostics`` with the severities that the plan sets; those switched off are left out.

    Every command gets what this returns, so that all see the same. An error stays one whatever is
    set, and without a Book nothing can be set.
    """
    if book is None or book.file.rules is None or not book.file.rules.severity:
        return tuple(diagnostics)
    wanted = book.file.rules.severity
    return tuple(
        _as_set(each, wanted[each.code]) if each.code in wanted else each
        for each in diagnostics
        if wanted.get(each.code) != OFF or CODES[each.code].severity is Severity.ERROR
    )


def _as_set(diagnostic: Diagnostic, word: str) -> Diagnostic:
    if diagnostic.severity is Severity.ERROR:
        return diagnostic
    return replace(diagnostic, severity=Severity[word.upper()])
