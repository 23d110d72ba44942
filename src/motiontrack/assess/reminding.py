"""Whom to chase on a day, for what, and by which step of the ladder: from an assessment and the register."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import takewhile

from motiontrack.assess.assessment import Assessment
from motiontrack.assess.causes import AT_RISK, Cause, Code
from motiontrack.assess.judge import Judgement, judge
from motiontrack.assess.ladder import Climb, Rung, climb, ladder_of, rung_of
from motiontrack.assess.state import RESTING
from motiontrack.book import Book
from motiontrack.lean import lean
from motiontrack.model.registers import SLIP_KINDS, Slip
from motiontrack.model.vocabulary import Per, Reason
from motiontrack.model.working_days import NotCovered

__all__ = [
    "Chase",
    "Chased",
    "Left",
    "Reminders",
    "Why",
    "kept_as",
    "reason_of",
    "remind",
    "sent_before",
]

_ONE = timedelta(days=1)
#: What is at risk by the unit's own word alone: it has told already, and asks rather than is asked.
_OWN_WORD = frozenset({Code.PROBLEM_DECLARED, Code.FORECAST_LATE})


class Why(StrEnum):
    """Why somebody is not chased for what is the matter."""

    RUNNING = "running"
    TODAY = "today"
    TOLD = "told"
    EXCUSED = "excused"
    DECLARED = "declared"


@lean
class Chased:
    """One item of a slip: the causes it is chased for, and the slips of before that nobody answered."""

    item: Judgement
    causes: tuple[Cause, ...]
    unanswered: tuple[Slip, ...]

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """What it is chased for, the gravest first."""
        return _reasons_of(self.causes)


@lean
class Chase:
    """One slip that is to be sent to ``unit`` on ``day``, to be answered by ``due``."""

    rung: Rung
    unit: str
    day: date
    due: date
    items: tuple[Chased, ...]


@lean
class Left:
    """What is the matter with an item and not chased for now; ``slip`` is the one that has asked for it."""

    item: Judgement
    unit: str
    reasons: tuple[Reason, ...]
    why: Why
    slip: Slip | None = None


@lean
class Reminders:
    """The slips to be sent on the day, and what is left alone."""

    chases: tuple[Chase, ...]
    left: tuple[Left, ...]


def remind(
    assessment: Assessment,
    *,
    per: Per = Per.TASK,
    unit: str | None = None,
    reasons: Collection[Reason] = tuple(Reason),
    kind: str | None = None,
) -> Reminders:
    """Whom to chase as of the assessment's day; ``kind`` is used instead of the ladder's step."""
    matters = [
        each
        for task in assessment.tasks
        for item in _chaseable(task)
        for each in _matters(item, assessment.book)
        if (unit is None or each.unit == unit) and set(each.reasons) & set(reasons)
    ]
    register = _register(assessment.book)
    settled = [(each, _settled(_of(each, reasons), register, assessment)) for each in matters]
    left = tuple(found for _, found in settled if isinstance(found, Left))
    due = [(each, found) for each, found in settled if isinstance(found, Climb)]
    given = rung_of(kind, ladder_of(assessment.book.file.ladder)) if kind else None
    rows: dict[tuple[str, str], list[tuple[_Matter, Climb]]] = {}
    for matter, found in due:
        rows.setdefault((matter.unit, matter.item.node.id), []).append((matter, found))
    slips: dict[tuple[str, ...], list[tuple[Rung, str, Chased]]] = {}
    for (to, item), found_here in rows.items():
        rung = given or max((climbed.rung for _, climbed in found_here), key=_height)
        key = (to, item) if per is Per.TASK else (to, rung.kind)
        slips.setdefault(key, []).append((rung, to, _chased(found_here)))
    chases = (_chase(items, assessment) for items in slips.values())
    return Reminders(_in_order(chases, assessment.book, per), left)


def sent_before(slip: Slip, assessment: Assessment) -> Chase | None:
    """What ``slip`` was sent for, judged anew as of its day; ``None`` where none of it can be judged.

    ``assessment`` is of the day it was sent. The register of that day ends before it.
    """
    earlier = tuple(takewhile(lambda each: each.number != slip.number, assessment.book.slips))
    then = replace(assessment, book=replace(assessment.book, slips=earlier))
    items = {item.node.id: item for task in assessment.tasks for item in _all(task)}
    unit = assessment.book.unit_id(slip.unit)
    chased = tuple(_sent(items[name], slip, unit, then) for name in slip.items if name in items)
    if not chased or slip.issued_on is None:
        return None
    rung = rung_of(slip.kind, ladder_of(assessment.book.file.ladder))
    due = slip.due or _working_day(slip.issued_on + timedelta(days=rung.days), assessment.book)
    return Chase(rung, unit, slip.issued_on, due, chased)


def _sent(item: Judgement, slip: Slip, unit: str, then: Assessment) -> Chased:
    recorded = slip.causes.get(item.node.id)
    causes = [
        cause for cause in item.own if reason_of(cause) and (not recorded or kept_as(cause) in recorded)
    ]
    register = _register(then.book)
    settled = (_settled(each, register, then) for each in _matters(item, then.book) if each.unit == unit)
    silent = {each.number: each for found in settled if isinstance(found, Climb) for each in found.unanswered}
    return Chased(item, tuple(sorted(causes, key=_gravity)), tuple(silent.values()))


def _all(item: Judgement) -> Iterator[Judgement]:
    yield item
    for part in item.parts:
        yield from _all(part)


def kept_as(cause: Cause) -> str:
    """The code by which the register keeps a cause: what says no more than silence is kept as silence."""
    return (Code.UNREPORTED if reason_of(cause) is Reason.UNREPORTED else cause.code).value


def _of(matter: _Matter, reasons: Collection[Reason]) -> _Matter:
    """``matter`` with only the causes that were asked for."""
    return replace(matter, causes=tuple(each for each in matter.causes if reason_of(each) in reasons))


def _in_order(chases: Iterable[Chase], book: Book, per: Per) -> tuple[Chase, ...]:
    """Slips of one task each in the plan's order; of one unit each in the units' order, the gravest first."""
    if per is Per.TASK:
        return tuple(chases)
    units = {unit: place for place, unit in enumerate(book.units)}
    return tuple(sorted(chases, key=lambda each: (units.get(each.unit, len(units)), -_height(each.rung))))


def _height(rung: Rung) -> int:
    return SLIP_KINDS.index(rung.kind)


def _chased(found: list[tuple[_Matter, Climb]]) -> Chased:
    causes = sorted((cause for matter, _ in found for cause in matter.causes), key=_gravity)
    before = {slip.number: slip for _, climbed in found for slip in climbed.unanswered}
    ordered = sorted(before.values(), key=lambda slip: (slip.issued_on or date.min, slip.number))
    return Chased(found[0][0].item, tuple(causes), tuple(ordered))


def _gravity(cause: Cause) -> int:
    reason = reason_of(cause)
    return list(Reason).index(reason) if reason else len(Reason)


def _chase(items: list[tuple[Rung, str, Chased]], assessment: Assessment) -> Chase:
    rung, unit, _ = items[0]
    due = _working_day(assessment.day + timedelta(days=rung.days), assessment.book)
    chased = tuple(each for _, _, each in items)
    ends = [each.item.due for each in chased if each.item.due and each.reasons == (Reason.DUE_SOON,)]
    if len(ends) == len(chased):
        # Who will be late must say so before the deadline: an answer after it would come too late.
        due = min(due, *ends)
    return Chase(rung, unit, assessment.day, due, chased)


def _working_day(day: date, book: Book) -> date:
    """``day``, or the next day that offices work, where a calendar says which those are."""
    working = book.calendar.working_days() if book.calendar else None
    try:
        return working.on_or_after(day) if working else day
    except NotCovered:
        return day


# -- what is the matter


class _Thread(StrEnum):
    """What is one and the same thing to be asked: the work, the return, or the deadline ahead."""

    WORK = "work"
    RETURN = "return"
    AHEAD = "ahead"


_THREADS = {
    Reason.OVERDUE: _Thread.WORK,
    Reason.BEHIND: _Thread.WORK,
    Reason.UNREPORTED: _Thread.RETURN,
    Reason.DUE_SOON: _Thread.AHEAD,
}


@lean
class _Matter:
    """What one unit can be chased for in one item, in one thread."""

    item: Judgement
    unit: str
    thread: _Thread
    causes: tuple[Cause, ...]

    @property
    def reasons(self) -> tuple[Reason, ...]:
        return _reasons_of(self.causes)


def _reasons_of(causes: Iterable[Cause]) -> tuple[Reason, ...]:
    """What somebody is chased for by ``causes``, the gravest first."""
    found = {reason_of(cause) for cause in causes}
    return tuple(reason for reason in Reason if reason in found)


def reason_of(cause: Cause) -> Reason | None:
    """What a cause is a reason to chase for; ``None`` for what is only for information."""
    if cause.code is Code.PHASE_SHORT and cause.figure("points") is None:
        return Reason.UNREPORTED  # it says no more than that nothing was reported
    return _reason_of_code(cause.code)


def _reason_of_code(code: Code) -> Reason | None:
    if code in AT_RISK:
        return Reason.BEHIND
    return Reason(code.value) if code.value in tuple(Reason) else None


def _chaseable(item: Judgement) -> Iterator[Judgement]:
    """``item`` if it is open, and its open parts, each with what counts against itself."""
    if item.state in RESTING:
        return
    for part in item.parts:
        yield from _chaseable(part)
    yield item


def _matters(item: Judgement, book: Book) -> Iterator[_Matter]:
    grouped: dict[tuple[str, _Thread], list[Cause]] = {}
    for cause in item.own:
        reason = reason_of(cause)
        unit = _answerable(cause, item, book) if reason else None
        if reason and unit:
            grouped.setdefault((unit, _THREADS[reason]), []).append(cause)
    for (unit, thread), causes in grouped.items():
        yield _Matter(item, unit, thread, tuple(causes))


def _answerable(cause: Cause, item: Judgement, book: Book) -> str | None:
    """The unit to be asked: whoever must mend the finding or owed the return, else the convener."""
    convener = next(iter(item.lead), None)
    if cause.code is Code.FINDING_OVERDUE:
        named = (each.finding for each in book.findings if each.finding.id == cause.figure("finding"))
        unit = next((finding.unit for finding in named if finding.unit), None)
        return book.unit_id(unit) if unit else convener
    if cause.code is Code.UNREPORTED:
        return next((owed.unit for owed in reversed(item.owed) if owed.received is None), None) or convener
    return convener


# -- what was sent before


#: The slips about each item and unit, in the order of the register.
_Register = Mapping[tuple[str, str], Sequence[Slip]]


def _register(book: Book) -> _Register:
    slips: dict[tuple[str, str], list[Slip]] = {}
    for slip in book.slips:
        for item in dict.fromkeys(slip.items):
            slips.setdefault((item, book.unit_id(slip.unit)), []).append(slip)
    return slips


def _settled(matter: _Matter, register: _Register, assessment: Assessment) -> Climb | Left:
    """The rung for ``matter``, or why it is left alone on the day."""
    day = assessment.day
    there = register.get((matter.item.node.id, matter.unit), ())
    sent = [slip for slip in there if _is_about(slip, matter, day)]
    left = Left(matter.item, matter.unit, matter.reasons, Why.TODAY)
    ladder = ladder_of(assessment.book.file.ladder)
    for slip in sent:
        if slip.issued_on == day:
            return replace(left, slip=slip)
    if matter.thread is _Thread.WORK and matter.item.excused:
        return replace(left, why=Why.EXCUSED)
    if all(cause.code in _OWN_WORD for cause in matter.causes):
        return replace(left, why=Why.DECLARED)
    if matter.thread is _Thread.AHEAD:
        told = [slip for slip in sent if _of_this_deadline(slip, matter, assessment)]
        return replace(left, why=Why.TOLD, slip=told[-1]) if told else Climb(ladder[0], ())

    def answered(slip: Slip) -> bool:
        return _is_answered(slip, matter, assessment)

    lasting = _since_it_lasts(sent, matter, assessment)
    running = [slip for slip in lasting if slip.due is not None and day <= slip.due and not answered(slip)]
    if running:
        return replace(left, why=Why.RUNNING, slip=running[-1])
    return climb(lasting, answered, ladder)


def _is_about(slip: Slip, matter: _Matter, day: date) -> bool:
    """Whether the slip, of the same item and unit, was sent by ``day`` and for the same thing.

    One that gives no causes for the item is taken to be about whatever was the matter.
    """
    item = matter.item.node.id
    if slip.issued_on is None or slip.issued_on > day or slip.kind not in SLIP_KINDS:
        return False
    reasons = {_reason_of_code(Code(code)) for code in slip.causes.get(item, ())}
    threads = {_THREADS[reason] for reason in reasons if reason}
    return matter.thread in threads if threads else matter.thread is not _Thread.AHEAD


def _of_this_deadline(slip: Slip, matter: _Matter, assessment: Assessment) -> bool:
    """Whether a slip told of the deadline that is near now, not of one before an extension."""
    due = matter.item.due
    near = timedelta(days=int(assessment.profile.near_days))
    return due is not None and slip.issued_on is not None and slip.issued_on >= due - near


def _is_answered(slip: Slip, matter: _Matter, assessment: Assessment) -> bool:
    """Whether the unit had answered by the day; a missing return is answered by sending it in."""
    day = assessment.day
    if slip.answered_on is not None and slip.answered_on <= day:
        return True
    if matter.thread is not _Thread.RETURN or slip.issued_on is None:
        return False
    book = assessment.book
    return any(
        slip.issued_on <= monthly.entry.received
        for monthly in assessment.ledger.returns(matter.item.node.id, day)
        if monthly.entry.received is not None
        and (monthly.entry.unit is None or book.unit_id(monthly.entry.unit) == matter.unit)
    )


def _since_it_lasts(sent: list[Slip], matter: _Matter, assessment: Assessment) -> list[Slip]:
    """Of ``sent`` those since the last month's end at which nothing was the matter with the work.

    What was caught up and fell behind again begins at the foot of the ladder.
    """
    if matter.thread is not _Thread.WORK or not sent:
        return sent
    first = min(slip.issued_on for slip in sent if slip.issued_on is not None)
    for end in _month_ends(first, assessment.day):
        item = judge(matter.item.node, assessment.ledger, end, assessment.profile)
        if not any(_works(cause) for cause in item.own):
            return [slip for slip in sent if slip.issued_on is not None and slip.issued_on > end]
    return sent


def _works(cause: Cause) -> bool:
    reason = reason_of(cause)
    return reason is not None and _THREADS[reason] is _Thread.WORK


def _month_ends(first: date, day: date) -> Iterable[date]:
    """The month-ends from ``first`` on and before ``day``, the latest first."""
    end = day.replace(day=1) - _ONE
    while end >= first:
        yield end
        end = end.replace(day=1) - _ONE
