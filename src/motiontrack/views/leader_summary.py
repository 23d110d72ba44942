"""One page for a leader: how it stands, who lags, what must be decided, what comes, what changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Generic, TypeVar

from motiontrack.assess.assessment import Assessment
from motiontrack.assess.matters import FindingState, days_late, findings_on, pending, state_of_finding
from motiontrack.assess.prospects import Prospect
from motiontrack.assess.reasons import NEAR_DAYS
from motiontrack.language.catalogue import Catalogue
from motiontrack.lean import lean
from motiontrack.model.registers import DECISION_KINDS, DECISIONS_NAMED
from motiontrack.views.digest import Digest, Noted, Turned, build_digest
from motiontrack.views.page_next import other_days
from motiontrack.views.page_words import Speaker
from motiontrack.views.paper import PaperView
from motiontrack.views.paper_words import brief, called
from motiontrack.views.status import TaskView
from motiontrack.views.unit_counts import UnitCount, counted_by_unit

__all__ = [
    "AheadView",
    "AskedView",
    "LaggardView",
    "LightsTurned",
    "Listed",
    "MatterView",
    "ProspectCount",
    "SummaryView",
    "build_summary",
]

#: So many causes of a task are told.
_REASONS = 3

T = TypeVar("T")


@lean
class _Room:
    """How many of a kind stand on the page, of the rest it says how many there are.

    ``named``: so many tasks of one day, or of one turn; ``text`` and ``name``: so many characters say what
    something is about.
    """

    tasks: int
    units: int
    matters: int
    days: int
    turns: int
    deputies: int
    named: int
    text: int
    name: int


_ROOM = _Room(tasks=8, units=20, matters=3, days=5, turns=5, deputies=10, named=2, text=40, name=24)
#: Where more lags than the page has room for, there is more of everything else too.
_CROWDED = _Room(tasks=5, units=6, matters=2, days=3, turns=2, deputies=4, named=1, text=24, name=14)


@lean
class Listed(Generic[T]):
    """The first of many, and how many more there are."""

    shown: tuple[T, ...]
    more: int


@lean
class LaggardView:
    """A task that is overdue or at risk, the first words of its text, and why in a few words each."""

    task: TaskView
    text: str
    why: tuple[str, ...]


@lean
class AskedView:
    """What a unit asked for and nobody has decided: ``kind`` as offices call it; ``due``: until when."""

    unit: str | None
    text: str
    kind: str
    applied: date
    due: date | None


@lean
class MatterView:
    """A matter that waits for somebody: a request, an instruction or a finding past its day.

    ``text`` is what it says and ``about`` the task; ``who`` asked or gave it, or has to mend it; ``day``
    its day, and ``days`` how long it is past its own.
    """

    who: str | None
    text: str
    about: str
    day: date | None
    days: int


@lean
class AheadView:
    """One day ahead: tasks due, the first of them by name, and what else falls on it."""

    day: date
    due: int
    names: tuple[str, ...]
    said: tuple[str, ...]


@lean
class ProspectCount:
    """How many tasks have this prospect by their units' word."""

    prospect: Prospect
    count: int


@lean
class LightsTurned:
    """The tasks that show ``now`` and showed ``before`` at the last month's end, the first by name."""

    before: str
    now: str
    count: int
    names: tuple[str, ...]


@lean
class SummaryView:
    """All that the page says beside what every paper sees.

    ``more_units`` lead the tasks that ``laggards`` has no room for; ``silent``
    counts what is listed for nothing but silence. ``ahead`` is what comes within 31
    days; ``prospects`` are of what is neither done nor cancelled; ``carried`` is carried over for certain
    and ``may_carry`` perhaps; ``since`` is the last closed month, ``turned`` what changed since, what
    turned worst first, ``more_turned`` how many tasks it has no room for.
    """

    digest: Digest
    laggards: Listed[LaggardView]
    more_units: Listed[UnitCount]
    silent: Listed[UnitCount]
    asked: Listed[AskedView]
    requests: Listed[MatterView]
    instructions: Listed[MatterView]
    findings: Listed[MatterView]
    unanswered: Listed[str]
    ahead: Listed[AheadView]
    prospects: tuple[ProspectCount, ...]
    carried: int
    may_carry: int
    since: str | None
    turned: tuple[LightsTurned, ...]
    more_turned: int

    @property
    def waits(self) -> bool:
        """True if anything waits for a decision."""
        listed = (self.asked, self.requests, self.instructions, self.findings, self.unanswered)
        return any(each.shown for each in listed)


def build_summary(assessment: Assessment, paper: PaperView, catalogue: Catalogue) -> SummaryView:
    """The page of ``paper``, which is made of ``assessment``."""
    status = paper.status
    digest = build_digest(assessment, status, catalogue)
    noted = (*digest.overdue, *digest.at_risk)
    room = _ROOM if len(noted) <= _ROOM.tasks else _CROWDED
    names = {task.id: brief(called(task.text), room.name) for task in status.tasks}
    carried = status.prospects.carried
    ranks = {light.id: -light.rank for light in status.profile.lights}
    turned = sorted(digest.turned, key=lambda each: ranks[each.now])
    return SummaryView(
        digest=digest,
        laggards=_listed(_laggards(noted, room.text), room.tasks),
        more_units=_listed(counted_by_unit(each.task for each in noted[room.tasks :]), room.units),
        silent=_listed((UnitCount(each.unit, len(each.items)) for each in digest.silent), room.units),
        asked=_listed(_asked(assessment, names), room.matters),
        requests=_listed(_requests(assessment, paper, names, room.text), room.matters),
        instructions=_listed(_instructions(assessment, paper, names, room.text), room.matters),
        findings=_listed(_findings(assessment, room.text), room.matters),
        unanswered=_listed(status.feedback.unanswered, room.deputies),
        ahead=_listed(_ahead(assessment, paper, catalogue, room), room.days),
        prospects=tuple(
            ProspectCount(each, len(status.prospects.tasks[each]))
            for each in Prospect
            if each not in (Prospect.DONE, Prospect.CANCELLED) and status.prospects.tasks[each]
        ),
        carried=sum(1 for each in carried if each.certain),
        may_carry=sum(1 for each in carried if not each.certain),
        since=digest.since,
        turned=tuple(_turned(turned[: room.turns], names, status.profile.words, room.named)),
        more_turned=sum(len(each.tasks) for each in turned[room.turns :]),
    )


def _listed(items: Iterable[T], most: int) -> Listed[T]:
    every = tuple(items)
    return Listed(every[:most], max(len(every) - most, 0))


def _laggards(noted: Sequence[Noted], most: int) -> Iterator[LaggardView]:
    for each in noted:
        # Of several figures of one task that are behind, the widest gap comes first and is enough.
        kinds = {re.sub(r"[\d.]+", "", why): why for why in reversed(each.why)}
        why = tuple(why for why in each.why if why in kinds.values())
        yield LaggardView(each.task, brief(each.task.text, most), why[:_REASONS])


# -- what waits for somebody


def _asked(assessment: Assessment, names: Mapping[str, str]) -> Iterator[AskedView]:
    leads = {task.node.id: task.lead for task in assessment.tasks}
    # A stage that is to be extended with its task is no matter of its own.
    asked = {(each.kind, assessment.book.task_of(each.item), each.due): each for each in pending(assessment)}
    for (_, task, _), each in asked.items():
        if each.applied is not None:
            kind = DECISIONS_NAMED[DECISION_KINDS.index(each.kind)]
            unit = next(iter(leads.get(task, ())), None)
            yield AskedView(unit, names.get(task, each.item), kind, each.applied, each.due)


def _requests(
    assessment: Assessment, paper: PaperView, names: Mapping[str, str], most: int
) -> Iterator[MatterView]:
    for each in paper.status.requests:
        about = names.get(assessment.book.task_of(each.item), each.item)
        yield MatterView(each.unit, brief(each.text, most), about, each.received, 0)


def _instructions(
    assessment: Assessment, paper: PaperView, names: Mapping[str, str], most: int
) -> Iterator[MatterView]:
    """The latest first: the page has room for few."""
    for each in reversed(paper.status.instructions):
        about = names.get(assessment.book.task_of(each.item), each.item)
        yield MatterView(each.by, brief(each.text or "", most), about, each.on, 0)


def _findings(assessment: Assessment, most: int) -> Iterator[MatterView]:
    """Those past their day, the longest first."""
    past = [
        raised
        for raised in findings_on(assessment.book.findings, assessment.day)
        if state_of_finding(raised, assessment.day) is FindingState.OVERDUE
    ]
    for raised in sorted(past, key=lambda each: each.due or date.max):
        days = days_late(raised, assessment.day) or 0
        yield MatterView(raised.finding.unit, brief(raised.finding.text, most), "", raised.due, days)


# -- what comes, and what changed


def _ahead(
    assessment: Assessment, paper: PaperView, catalogue: Catalogue, room: _Room
) -> Iterator[AheadView]:
    until = assessment.day + timedelta(days=NEAR_DAYS)
    due: dict[date, list[str]] = {}
    for task in paper.next_due:
        if task.due is not None:
            due.setdefault(task.due, []).append(brief(called(task.text), room.name))
    others: dict[date, list[str]] = {}
    for day, said in other_days(assessment, paper.status, Speaker(catalogue, paper.year)):
        if day <= until:
            others.setdefault(day, []).append(brief(said, room.text))
    for day in sorted({*due, *others}):
        names = due.get(day, [])
        yield AheadView(day, len(names), tuple(names[: room.named]), tuple(others.get(day, ())))


def _turned(
    turned: Iterable[Turned], names: Mapping[str, str], words: Mapping[str, str], most: int
) -> Iterator[LightsTurned]:
    for each in turned:
        named = tuple(names[task] for task in each.tasks[:most])
        yield LightsTurned(words[each.before], words[each.now], len(each.tasks), named)
