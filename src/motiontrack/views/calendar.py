"""The days of a plan for a calendar: deadlines, return days, steps, findings and slips to be answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from hashlib import sha256

from motiontrack.assess.accounts import StepState
from motiontrack.assess.assessment import Assessment
from motiontrack.assess.judge import Judgement
from motiontrack.assess.matters import FindingState, findings_on, state_of_finding
from motiontrack.assess.owed import return_days
from motiontrack.assess.state import RESTING, State
from motiontrack.language.catalogue import Catalogue
from motiontrack.lean import lean
from motiontrack.views.build import Builder
from motiontrack.views.sentences import day_words, month_words

__all__ = ["CalendarView", "EventView", "build_calendar"]


@lean
class EventView:
    """One whole day: ``uid`` stays the same from export to export, ``sequence`` grows as the day is moved."""

    uid: str
    day: date
    sequence: int
    cancelled: bool
    done: bool
    summary: str
    description: str


@lean
class CalendarView:
    """All events, in the order of their days; ``as_of`` is the day they were known on."""

    as_of: date
    name: str
    events: tuple[EventView, ...]


def build_calendar(assessment: Assessment, catalogue: Catalogue) -> CalendarView:
    """The calendar of a plan as of the assessment's day; ``catalogue`` has the words of ``export``."""
    maker = _Maker(assessment, catalogue)
    events = (*maker.deadlines(), *maker.returns(), *maker.steps(), *maker.findings(), *maker.slips())
    return CalendarView(
        as_of=assessment.day,
        name=assessment.book.plan.title,
        events=tuple(sorted(events, key=lambda event: (event.day, event.uid))),
    )


class _Maker:
    __slots__ = ("assessment", "book", "builder", "catalogue", "plan")

    def __init__(self, assessment: Assessment, catalogue: Catalogue) -> None:
        self.assessment = assessment
        self.book = assessment.book
        self.catalogue = catalogue
        self.builder = Builder(assessment, catalogue, "data")
        named = f"{self.book.plan.document or self.book.plan.title}\n{self.book.year}"
        self.plan = sha256(named.encode()).hexdigest()[:12]

    def event(
        self,
        kind: str,
        name: str,
        day: date,
        words: tuple[str, str],
        *,
        sequence: int = 0,
        cancelled: bool = False,
        done: bool = False,
    ) -> EventView:
        # A name of the office's own may hold any character; a UID is for programs.
        digest = sha256(f"{kind}\n{name}".encode()).hexdigest()[:16]
        uid = f"{kind}-{digest}@{self.plan}.motiontrack"
        return EventView(uid, day, sequence, cancelled, done, *words)

    def say(self, key: str, **figures: str | int) -> str:
        return self.catalogue.word(f"calendar.{key}", **figures)

    def deadlines(self) -> Iterator[EventView]:
        """The effective deadline of every task and part."""
        for task in self.assessment.tasks:
            for item in _items(task):
                if item.due is None:
                    continue
                view = self.builder.task(item)
                unit = self.catalogue.word("list.joint").join(item.lead)
                moves = sum(
                    1
                    for each in self.assessment.ledger.decisions(item.node.id, self.assessment.day)
                    if each.kind == "extend"
                )
                said = [view.text, self.say("who", unit=unit, person=view.person_now or view.person or "")]
                if view.due_words:
                    said.append(self.say("printed", words=view.due_words))
                if item.due != item.due_original and item.due_original is not None:
                    said.append(self.say("moved", original=day_words(item.due_original, self.catalogue)))
                done = item.state is State.DONE
                key = "done" if done else "due"
                summary = self.say(key, id=view.id, text=_short(view.text), unit=unit)
                yield self.event(
                    "due", view.id, item.due, (summary, "\n".join(said)),
                    sequence=moves, cancelled=item.state is State.CANCELLED, done=done,
                )  # fmt: skip

    def returns(self) -> Iterator[EventView]:
        """Each day on which returns fall due, with the tasks for which they do."""
        days: dict[tuple[date, str], list[str]] = {}
        for task in self.assessment.tasks:
            for item in _items(task):
                if item.parts or item.state in RESTING:
                    continue
                for month, day in return_days(item.node, self.book):
                    days.setdefault((day, month), []).append(item.node.id)
        for (day, month), ids in days.items():
            words = month_words(month, self.catalogue)
            listed = self.catalogue.word("list.joint").join(ids)
            summary = self.say("returns", month=words, count=len(ids))
            yield self.event("return", f"{month} {day}", day, (summary, self.say("returns.of", tasks=listed)))

    def steps(self) -> Iterator[EventView]:
        names = {span.phase.id: span.phase.name for span in self.book.phases}
        for step in self.assessment.steps:
            if step.due is None:
                continue
            text = step.node.item.text
            summary = self.say("step", id=step.node.id, text=_short(text))
            phase = self.say("step.of", phase=names.get(step.phase, ""))
            done = step.state is StepState.DONE
            yield self.event("step", step.node.id, step.due, (summary, f"{text}\n{phase}"), done=done)

    def findings(self) -> Iterator[EventView]:
        day = self.assessment.day
        for raised in findings_on(self.book.findings, day):
            finding = raised.finding
            if raised.due is None:
                continue
            unit = finding.unit or ""
            summary = self.say("finding", id=finding.id, unit=unit)
            done = state_of_finding(raised, day) in (FindingState.MENDED, FindingState.MENDED_LATE)
            yield self.event("finding", finding.id, raised.due, (summary, finding.text), done=done)

    def slips(self) -> Iterator[EventView]:
        """The days by which slips are to be answered."""
        for slip in self.book.slips:
            if slip.due is None or slip.issued_on is None or slip.issued_on > self.assessment.day:
                continue
            kind = self.catalogue.word(f"remind.kind.{slip.kind}")
            summary = self.say("slip", number=slip.number, unit=slip.unit, kind=kind)
            answered = slip.answered_on is not None and slip.answered_on <= self.assessment.day
            yield self.event("slip", slip.number, slip.due, (summary, slip.asked or ""), done=answered)


def _items(item: Judgement) -> Iterator[Judgement]:
    """``item`` and its parts, theirs too."""
    yield item
    for part in item.parts:
        yield from _items(part)


_LONGEST = 40


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
