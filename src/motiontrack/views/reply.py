"""The reply to the deputies (答复函): matter by matter, what is left and by when, what was done since."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from motiontrack.assess.assessment import Assessment, assess
from motiontrack.assess.causes import Code
from motiontrack.assess.judge import Judgement
from motiontrack.assess.matters import Verdict, verdicts
from motiontrack.assess.prospects import Prospect, prospect_of
from motiontrack.assess.state import State, Timeliness
from motiontrack.book import Book
from motiontrack.language.catalogue import Catalogue
from motiontrack.lean import lean
from motiontrack.model.bounds import has_bound
from motiontrack.model.items import Target
from motiontrack.model.registers import VERDICTS
from motiontrack.views.contacts import ContactView, contacts_of
from motiontrack.views.numbers import plain
from motiontrack.views.paper import PaperView
from motiontrack.views.paper_words import bare, called, put_right
from motiontrack.views.show_item import target_views
from motiontrack.views.show_speech import Teller
from motiontrack.views.status import TaskView
from motiontrack.views.told import Stopped, asked_until, extensions_asked, stopped_by
from motiontrack.views.unit_counts import UnitCount, counted_by_unit

__all__ = [
    "AnsweredAgain",
    "FigureView",
    "Opinion",
    "ReplyGoal",
    "ReplyItem",
    "ReplyView",
    "build_reply",
    "deputies_of",
]

#: A deputy's name is no longer, unless its parts stand apart (阿里木·买买提).
#: What is longer, or begins as the name of a body does, is a body.
_LONGEST_NAME, _APART = 4, "·"
_BODIES = ("市", "省", "县", "区", "镇", "乡", "民革", "民盟", "民建", "民进", "农工", "致公", "九三", "台盟")
_DEPUTY = "代表"
#: One entry that stands for several deputies: 王某等12名代表, 城区代表团.
_MANY = re.compile(rf"等.*{_DEPUTY}|[\d一二三四五六七八九十两]+[名位]{_DEPUTY}|{_DEPUTY}团|{_DEPUTY}小组")
#: What is late while it is in one of these states; of suspended work it is told with the day of then.
_OPEN = (State.UNKNOWN, State.NOT_STARTED, State.IN_PROGRESS)
#: More are not named in one sentence: each is told of below.
_MOST_NAMED = 10


@lean
class FigureView:
    """The figure last reported of a target that has a number: ``value`` and ``wanted`` with their measure."""

    name: str
    value: str
    wanted: str


@lean
class ReplyItem:
    """One task as a deputy reads of it; ``text``, ``work`` and ``problems`` have no mark at their end.

    ``name`` is what it is called in a row of several.
    ``late`` counts the days it is overdue, or was done after its deadline, else 0; ``forecast`` is the day
    its unit expects to be done on, where that is still ahead; ``asked`` the day until which it asks for
    time and has no answer; ``decided`` what suspended or cancelled it; ``returned`` what sent it back after
    its unit had said that it was done.
    What was reported of an item with parts is told of its ``parts``.
    """

    task: TaskView
    name: str
    text: str
    work: str
    problems: str
    figures: tuple[FigureView, ...]
    late: int
    prospect: Prospect
    forecast: date | None
    asked: date | None
    decided: Stopped | None
    returned: Stopped | None
    parts: tuple[ReplyItem, ...]


@lean
class ReplyGoal:
    """The tasks of one goal of the annex, in the plan's order; ``name`` ``None``: those that have none."""

    name: str | None
    items: tuple[ReplyItem, ...]


@lean
class AnsweredAgain:
    """What a deputy who is not satisfied said, and what was done since: newly done, and what else moved.

    Where ``named`` is false they are too many for one sentence.
    """

    dated: date
    verdict: str
    text: str
    done: tuple[ReplyItem, ...]
    moved: tuple[ReplyItem, ...]

    @property
    def named(self) -> bool:
        """True if all of them can be named in one sentence."""
        return len(self.done) + len(self.moved) <= _MOST_NAMED


@lean
class Opinion:
    """What a deputy who is satisfied on the whole (基本满意) asked for, and had no answer to."""

    dated: date
    text: str


@lean
class ReplyView:
    """All that the reply says beside what every paper sees.

    ``called`` are the names in the salutation, none where the data name nobody; ``speaks_to`` is person,
    body, several or nobody. ``result`` is the class (办理类别), where those addressed have one and the same.
    ``done_late`` counts what was done after its deadline, ``overdue`` what is open past it; ``late`` are
    the latter, where they are few enough to be named in one sentence, ``late_units`` count them where not.
    """

    meeting: str | None
    issuer: str | None
    result: str | None
    called: tuple[str, ...]
    speaks_to: str
    proposed: bool
    again: AnsweredAgain | None
    opinion: Opinion | None
    done_late: int
    overdue: int
    late: tuple[ReplyItem, ...]
    late_units: tuple[UnitCount, ...]
    goals: tuple[ReplyGoal, ...]
    contacts: tuple[ContactView, ...]


def deputies_of(assessment: Assessment) -> tuple[str, ...]:
    """Everybody whom a reply can be addressed to: who moved the motion, and who answered by the day."""
    book = assessment.book
    answered = (each.feedback.deputy for each in verdicts(book.feedback, assessment.day))
    return tuple(dict.fromkeys((*_proposers(book), *(name for name in answered if name))))


def build_reply(
    assessment: Assessment, paper: PaperView, catalogue: Catalogue, to: str | None = None
) -> ReplyView:
    """The reply to ``to``, else to everybody who moved the motion; ``catalogue`` has the section ``show``."""
    book = assessment.book
    items = _Items(assessment, paper, catalogue)
    told = items.of(assessment.tasks)
    proposers = _proposers(book)
    names = (to,) if to is not None else proposers
    last = verdicts(book.feedback, assessment.day)
    organisation = book.file.organisation
    issuer = organisation.lead if organisation else None
    late = tuple(each for each in told if each.late and each.task.state in _OPEN)
    return ReplyView(
        meeting=book.file.motion.meeting if book.file.motion else None,
        issuer=issuer,
        result=_result(names, last),
        called=tuple(_called(name) for name in names),
        speaks_to=_speaks_to(names),
        proposed=bool(names) and set(names) <= set(proposers),
        again=_again(to, last, assessment, items),
        opinion=_opinion(to, last, assessment.day),
        done_late=sum(1 for each in told if each.task.timeliness is Timeliness.LATE),
        overdue=len(late),
        late=late if len(late) <= _MOST_NAMED else (),
        late_units=() if len(late) <= _MOST_NAMED else counted_by_unit(each.task for each in late),
        goals=_goals(told),
        contacts=contacts_of(issuer, book, assessment.day),
    )


# -- to whom


def _proposers(book: Book) -> tuple[str, ...]:
    return book.file.motion.proposers if book.file.motion else ()


def _is_body(name: str) -> bool:
    return _APART not in name and (len(name) > _LONGEST_NAME or name.startswith(_BODIES))


def _called(name: str) -> str:
    return name if _DEPUTY in name or _is_body(name) else f"{name}{_DEPUTY}"


def _speaks_to(names: tuple[str, ...]) -> str:
    if len(names) != 1:
        return "several" if names else "nobody"
    if _MANY.search(names[0]):
        return "several"
    return "person" if _DEPUTY in names[0] or not _is_body(names[0]) else "body"


def _result(names: tuple[str, ...], last: Iterable[Verdict]) -> str | None:
    """The class that all of those addressed have; without names, all who answered."""
    found = {each.feedback.result for each in last if not names or each.feedback.deputy in names}
    return found.pop() if len(found) == 1 else None


# -- what is answered again


def _again(
    to: str | None, last: Iterable[Verdict], assessment: Assessment, items: _Items
) -> AnsweredAgain | None:
    """What was done since the deputy ``to`` said 不满意, if that is the last word."""
    said = next((each.feedback for each in last if to is not None and each.feedback.deputy == to), None)
    if said is None or said.dated is None or said.verdict != VERDICTS[-1]:
        return None
    then = _states_on(said.dated, assessment)
    done = [task for task in assessment.tasks if _is_newly_done(task, then)]
    moved = [task for task in assessment.tasks if task not in done and _moved_since(task, said.dated)]
    return AnsweredAgain(said.dated, said.verdict, bare(said.text or ""), items.of(done), items.of(moved))


def _opinion(to: str | None, last: Iterable[Verdict], day: date) -> Opinion | None:
    """What the deputy ``to`` asked for; whoever is satisfied asks for nothing."""
    said = next((each.feedback for each in last if to is not None and each.feedback.deputy == to), None)
    if said is None or said.dated is None or not said.text or said.verdict in (VERDICTS[0], VERDICTS[-1]):
        return None
    answered = said.answered_on is not None and said.answered_on <= day
    return None if answered else Opinion(said.dated, bare(said.text))


def _states_on(day: date, assessment: Assessment) -> dict[str, State]:
    faulty = {row.node.id: row.place for row in assessment.unjudged}
    earlier = assess(assessment.book, day, assessment.profile, faulty)
    return {task.node.id: task.state for task in earlier.tasks}


def _is_newly_done(task: Judgement, then: dict[str, State]) -> bool:
    return task.state is State.DONE and then.get(task.node.id) is not State.DONE


def _moved_since(task: Judgement, day: date) -> bool:
    """True if anything was told of open work since ``day``."""
    return task.state.is_open and any(
        leaf.last is not None
        and leaf.last.entry.received is not None
        and leaf.last.entry.received > day
        and bool(leaf.last.entry.work)
        for leaf in task.leaves
    )


# -- what is told of each task


class _Items:
    """Tasks as the reply tells of them."""

    __slots__ = ("asked", "assessment", "teller", "views")

    def __init__(self, assessment: Assessment, paper: PaperView, catalogue: Catalogue) -> None:
        self.assessment = assessment
        self.asked = extensions_asked(assessment)
        self.teller = Teller(assessment, catalogue, "")
        self.views = {view.id: view for view in paper.status.tasks}

    def of(self, tasks: Iterable[Judgement]) -> tuple[ReplyItem, ...]:
        """All of ``tasks``."""
        return tuple(self._item(task) for task in tasks)

    def _item(self, task: Judgement) -> ReplyItem:
        view = self.views.get(task.node.id) or self.teller.builder.task(task)
        forecasts = [leaf.last.entry.forecast for leaf in task.leaves if leaf.last and leaf.state.is_open]
        latest = max((each for each in forecasts if each is not None), default=None)
        return ReplyItem(
            task=view,
            name=called(view.text),
            text=bare(view.text),
            work=_told(task, "work"),
            problems=_told(task, "problems"),
            figures=tuple(self._figures(task)),
            late=_days_late(view),
            prospect=prospect_of(task),
            forecast=latest if latest is not None and latest > self.assessment.day else None,
            asked=asked_until(task, self.asked),
            decided=stopped_by(task, self.assessment),
            returned=_returned(task),
            parts=self.of(task.parts),
        )

    def _figures(self, task: Judgement) -> Iterator[FigureView]:
        targets = {target.id: target for target in task.node.item.targets if has_bound(target)}
        for view in target_views(task.node, self.teller):
            if view.id in targets and view.value is not None:
                value = _with_measure(view.value, view.measure)
                target = targets[view.id]
                yield FigureView(_measured(target), value, _wanted(target))


def _told(task: Judgement, field: str) -> str:
    entry = task.last.entry if task.last else None
    # The last return of a whole may be that of one of its parts, which tells it itself.
    if entry is None or (task.parts and entry.task != task.node.id):
        return ""
    return put_right(bare(getattr(entry, field) or ""))


def _returned(task: Judgement) -> Stopped | None:
    back = next((cause for cause in task.own if cause.code is Code.SENT_BACK), None)
    if back is None:
        return None
    reason = back.figure("reason")
    return Stopped(
        date.fromisoformat(str(back.figure("on"))), bare(str(reason)) if reason else None, document=None
    )


def _days_late(view: TaskView) -> int:
    if view.state is State.DONE and view.timeliness is Timeliness.LATE and view.done_on and view.due:
        return (view.done_on - view.due).days
    return view.days_over


def _with_measure(value: Decimal, measure: str) -> str:
    return f"{plain(value)}{measure}"


def _measured(target: Target) -> str:
    """What a figure counts: of a growth and of points by how much it grew or rose."""
    rise = {"growth": "增长", "points": "提高"}.get(target.kind or "", "")
    return target.id if re.search("增|升|提高", target.id) else f"{target.id}{rise}"


def _wanted(target: Target) -> str:
    low, high, measure = target.at_least, target.at_most, target.measure or ""
    if low is None:
        return f"不超过{_with_measure(high, measure)}" if high is not None else ""
    if high not in (None, low):
        return f"{plain(low)}～{plain(high)}{measure}"
    # The plan's own word: 2次以上 is not 2次.
    return _with_measure(low, measure) + ("以上" if measure and f"{measure}以上" in target.words else "")


def _goals(items: Iterable[ReplyItem]) -> tuple[ReplyGoal, ...]:
    goals: dict[str | None, list[ReplyItem]] = {}
    for each in items:
        goals.setdefault(each.task.goal, []).append(each)
    named = sorted(goals, key=lambda name: name is None)
    return tuple(ReplyGoal(bare(name) if name else None, tuple(goals[name])) for name in named)
