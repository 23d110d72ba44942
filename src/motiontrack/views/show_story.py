"""The story of one item in the order of time: what was issued, planned, reported, decided, found, pressed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from motiontrack.assess.causes import INFORMATION, Attention, Cause
from motiontrack.assess.facts import entries_by, figure_day, in_force, leads_on, of_months
from motiontrack.assess.judge import Judgement, MonthLight, judge_through
from motiontrack.book import MonthlyEntry
from motiontrack.lean import lean
from motiontrack.model.fields import Record, describe
from motiontrack.model.registers import Decision, Finding, Slip
from motiontrack.model.resolve import Kind, Node, RaisedFinding, UnitPlan, schedules_by_unit
from motiontrack.model.returns import Entry
from motiontrack.views.filters import tile_of
from motiontrack.views.numbers import plain
from motiontrack.views.sentences import month_words
from motiontrack.views.show import EventView, NoteView, OwedView, PlaceView, What
from motiontrack.views.show_speech import Teller

__all__ = ["Story", "later_facts", "nodes_below", "tell"]

#: After the last fact and the last deadline a light can still turn: a streak needs so many days.
_ECHO = timedelta(days=124)
_ORDER = list(What)


@lean
class Story:
    """The events in order, and the light at each month's end (for the last month, on the day)."""

    events: tuple[EventView, ...]
    months: tuple[MonthLight, ...]


def tell(node: Node, teller: Teller, owed: tuple[OwedView, ...], *, judged: bool) -> Story:
    """What happened to ``node`` up to the day; ``judged``: with what it turned to, and when."""
    day = teller.assessment.day
    known = [
        *_issued(node, teller),
        *_schedules(node, teller),
        *_decisions(node, teller),
        *_findings(node, teller),
        *_slips(node, teller),
        *_returns(node, teller, owed),
    ]
    months: tuple[MonthLight, ...] = ()
    if judged and teller.assessment.book.issued <= day:
        stood = _through(node, teller)
        known += _turns(stood, node, teller)
        months = _months(stood, day)
    return Story(tuple(sorted(known, key=_in_time)), months)


def _in_time(event: EventView) -> tuple[date, int]:
    return (event.day or date.max, _ORDER.index(event.what))


def nodes_below(node: Node, teller: Teller) -> tuple[Node, ...]:
    """The item, its parts and stages, and the stages of the units' own plans for them known on the day."""
    book, day = teller.assessment.book, teller.assessment.day
    found: dict[str, Node] = {}
    for each in _below((node,)):
        found.setdefault(each.id, each)
    for plan in book.schedules:
        if plan.task in found and plan.received <= day:
            for stage in plan.stages:
                found.setdefault(stage.id, stage)
    return tuple(found.values())


def _below(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _below((*node.parts, *node.stages))


def _of(item: str, node: Node) -> str | None:
    """The item a fact is of, where that is not the one shown."""
    return None if item == node.id else item


# -- what was issued and planned


def _issued(node: Node, teller: Teller) -> Iterator[EventView]:
    book = teller.assessment.book
    if node.kind is Kind.STAGE and node.id not in {each.id for each in _below((*book.tasks, *book.steps))}:
        return
    if book.issued <= teller.assessment.day:
        key = "event.issued" if book.plan.issued else "event.issued.assumed"
        yield _event(
            What.ISSUED, book.issued, None,
            teller.say(key, title=book.plan.title, document=book.plan.document or ""),
            (), teller.place(book.plan.at.place("issued")),
        )  # fmt: skip


def _schedules(node: Node, teller: Teller) -> Iterator[EventView]:
    book, day = teller.assessment.book, teller.assessment.day
    by_unit = schedules_by_unit(book.schedule_rows, book.names)
    ids = {each.id for each in _below((node,))}
    for plan in book.schedules:
        own = plan.task in ids or node.id in {stage.id for stage in plan.stages}
        if own and plan.received <= day:
            known = [schedule for received, schedule in by_unit[plan.unit] if received <= day]
            convenes = (
                plan.unit
                in leads_on(book.nodes[plan.task], teller.ledger.decisions(plan.task, day), book)[:1]
            )
            yield _event(
                What.SCHEDULE, plan.received, _of(plan.task, node),
                teller.say("event.schedule", unit=plan.unit), _plan_notes(plan, teller),
                teller.place(plan.scheduled.at.place("task")),
                in_force=convenes and plan.schedule is known[-1],
            )  # fmt: skip


def _plan_notes(plan: UnitPlan, teller: Teller) -> tuple[NoteView, ...]:
    stages = tuple(NoteView("stages", stage.id, _stage_said(stage, teller)) for stage in plan.stages)
    return (*teller.notes(plan.scheduled, without=("task", "stages")), *stages)


def _stage_said(stage: Node, teller: Teller) -> str:
    """A stage in one line: its words, its day, its share, its figures."""
    said = [stage.item.text]
    if stage.due is not None:
        said.append(teller.say("stage.due", day=teller.day(stage.due.end)))
    if stage.item.percent is not None:
        said.append(teller.say("stage.percent", percent=plain(stage.item.percent)))
    said += [
        teller.say("stage.figure", target=target.id, figure=plain(target.at_least))
        for target in stage.item.targets
        if target.at_least is not None
    ]
    return teller.catalogue.word("pause").join(said)


# -- what was decided and found


def _decisions(node: Node, teller: Teller) -> Iterator[EventView]:
    book, day = teller.assessment.book, teller.assessment.day
    below = [each.id for each in nodes_below(node, teller)]
    reaching = {id(each) for item in below for each in teller.ledger.decisions(item, date.max)}
    for decision in book.decisions:
        if id(decision) in reaching or decision.item in below:
            yield from _decision(decision, node, teller, day)


def _decision(decision: Decision, node: Node, teller: Teller, day: date) -> Iterator[EventView]:
    kind = teller.say(f"decision.{decision.kind}")
    place = teller.place(decision.at.place("kind"))
    item = _of(decision.item, node)
    made = decision.on is not None and decision.on <= day
    if decision.applied is not None and decision.applied <= day:
        # What was decided of it is told when it was decided.
        told = () if made else _notes_of(decision, teller)
        key = "event.asked" if made else "event.asked.open"
        yield _event(What.ASKED, decision.applied, item, teller.say(key, kind=kind), told, place)
    elif decision.applied is None and decision.on is None:
        said = teller.say("event.asked.undated", kind=kind)
        yield _event(What.ASKED, None, item, said, _notes_of(decision, teller), place)
    if made:
        said = teller.say("event.decision", kind=kind)
        yield _event(What.DECISION, decision.on, item, said, _notes_of(decision, teller), place)


#: What is not yet known of a decision that was only asked for: who will approve it, and how.
_OF_APPROVAL = ("on", "approver", "document", "text")


def _notes_of(decision: Decision, teller: Teller) -> tuple[NoteView, ...]:
    made = decision.on is None or decision.on <= teller.assessment.day
    return teller.notes(decision, without=("kind", "item", "on", "applied", *(() if made else _OF_APPROVAL)))


def _findings(node: Node, teller: Teller) -> Iterator[EventView]:
    day = teller.assessment.day
    below = {each.id for each in nodes_below(node, teller)}
    for raised in teller.assessment.book.findings:
        finding = raised.finding
        if finding.raised_on is None or finding.raised_on > day or not below & set(finding.tasks):
            continue
        own = None if node.id in finding.tasks else next(each for each in finding.tasks if each in below)
        who = finding.by or finding.occasion or teller.say("someone")
        yield _event(
            What.FOUND, finding.raised_on, own, teller.say("event.found", id=finding.id, who=who),
            teller.notes(finding, without=("id", "raised_on", "by", "tasks", "resolved_on", "resolution")),
            teller.place(finding.at.place("id")),
        )  # fmt: skip
        if finding.resolved_on is not None and finding.resolved_on <= day:
            yield _event(
                What.MENDED, finding.resolved_on, own, _mended_said(raised, teller),
                teller.notes(finding, without=_but(Finding, "resolution")),
                teller.place(finding.at.place("resolved_on")),
            )  # fmt: skip


def _but(record: type[Record], *kept: str) -> tuple[str, ...]:
    return tuple(key for key in describe(record) if key not in kept)


def _mended_said(raised: RaisedFinding, teller: Teller) -> str:
    finding, due = raised.finding, raised.due
    late = (finding.resolved_on - due).days if finding.resolved_on and due else 0
    if late > 0:
        return teller.say("event.mended.late", id=finding.id, days=late)
    return teller.say("event.mended", id=finding.id)


def _slips(node: Node, teller: Teller) -> Iterator[EventView]:
    """The slips (催办单、督办单) about the item, and their answers."""
    day = teller.assessment.day
    below = {each.id for each in nodes_below(node, teller)}
    for slip in teller.assessment.book.slips:
        if slip.issued_on is None or slip.issued_on > day or not below & set(slip.items):
            continue
        own = None if node.id in slip.items else next(each for each in slip.items if each in below)
        said = teller.say("event.slip", number=slip.number, kind=slip.kind, unit=slip.unit)
        notes = teller.notes(slip, without=_but(Slip, "asked", "due", "note"))
        yield _event(What.SLIP, slip.issued_on, own, said, notes, teller.place(slip.at.place("number")))
        if slip.answered_on is not None and slip.answered_on <= day:
            said = teller.say("event.answered", number=slip.number, unit=slip.unit)
            place = teller.place(slip.at.place("answered_on"))
            yield _event(What.ANSWERED, slip.answered_on, own, said, (), place)


# -- what was reported


def _returns(node: Node, teller: Teller, owed: tuple[OwedView, ...]) -> Iterator[EventView]:
    day, book = teller.assessment.day, teller.assessment.book
    due_on = {(each.item, each.month): each.due for each in owed}
    for each in nodes_below(node, teller):
        every = teller.ledger.returns(each.id, day)
        counted = entries_by(each, every, teller.ledger.decisions(each.id, day), book)
        for monthly in every:
            first = next((other for other in counted if other.month == monthly.month), None)
            due = due_on.get((each.id, monthly.month)) if first is monthly else None
            yield _return(monthly, each, node, teller, counted, due)


def _return(
    monthly: MonthlyEntry,
    of: Node,
    node: Node,
    teller: Teller,
    counted: tuple[MonthlyEntry, ...],
    due: date | None,
) -> EventView:
    entry = monthly.entry
    received = entry.received or date.max
    unit = (
        teller.assessment.book.unit_id(entry.unit)
        if entry.unit
        else teller.ledger.convener(of, received) or ""
    )
    said = [teller.say("event.return", month=month_words(monthly.month, teller.catalogue), unit=unit)]
    if due is not None:
        late = (received - due).days
        said.append(teller.say("event.return.late" if late > 0 else "event.return.in-time", days=late))
    said.append(_standing(monthly, counted, teller))
    notes = teller.notes(entry, without=("task", "unit", "received", "as_of"))
    holds = figure_day(of, monthly)
    as_of = NoteView("as_of", teller.label(Entry, "as_of"), teller.day(holds))
    return _event(
        What.RETURN, entry.received, _of(of.id, node), teller.catalogue.word("pause").join(said),
        (as_of, *notes), teller.place(entry.at.place("task")), in_force=monthly is in_force(counted),
    )  # fmt: skip


def _standing(monthly: MonthlyEntry, counted: tuple[MonthlyEntry, ...], teller: Teller) -> str:
    """Whether a return counts: in force, taken over by a later one, or not the convener's."""
    if monthly is in_force(counted):
        return teller.say("event.return.in-force")
    if not any(monthly is each for each in counted):
        return teller.say("event.return.not-convener")
    of_month = next(each for each in of_months(counted) if each.month == monthly.month)
    if of_month is not monthly:
        day = teller.day(of_month.entry.received or date.max)
        return teller.say("event.return.replaced", day=day)
    return teller.say("event.return.followed")


# -- what it turned to


def _through(node: Node, teller: Teller) -> tuple[tuple[date, Judgement], ...]:
    """The item on every day from the issue on which it can have turned."""
    assessment = teller.assessment
    book, last = assessment.book, assessment.day
    horizon = min(last, max((book.closes, *_dates(node, teller))) + _ECHO)
    days = [book.issued + timedelta(days=passed) for passed in range((horizon - book.issued).days + 1)]
    # Nothing turns after the horizon, but the strip shows every month.
    end = horizon + timedelta(days=1)
    while end <= last:
        if (end + timedelta(days=1)).day == 1 or end == last:
            days.append(end)
        end += timedelta(days=1)
    every = tuple(days)
    return tuple(zip(every, judge_through(node, teller.ledger, every, assessment.profile), strict=True))


def _dates(node: Node, teller: Teller) -> Iterator[date]:
    """The days that facts and deadlines of the item bear."""
    for each in nodes_below(node, teller):
        if each.due is not None:
            yield each.due.end
        if each.start is not None:
            yield each.start.end
        for decision in teller.ledger.decisions(each.id, date.max):
            yield from (day for day in (decision.on, decision.due) if day is not None)
        for monthly in teller.ledger.returns(each.id, date.max):
            yield from (day for day in (monthly.entry.received, monthly.entry.forecast) if day is not None)
        for raised in teller.ledger.findings(each.id, date.max):
            finding = raised.finding
            yield from (
                day for day in (finding.raised_on, finding.resolved_on, raised.due) if day is not None
            )


def _months(stood: tuple[tuple[date, Judgement], ...], day: date) -> tuple[MonthLight, ...]:
    ends = [(each, task) for each, task in stood if (each + timedelta(days=1)).day == 1 or each == day]
    return tuple(MonthLight(f"{each:%Y-%m}", task.light) for each, task in ends)


def _turns(stood: tuple[tuple[date, Judgement], ...], node: Node, teller: Teller) -> Iterator[EventView]:
    """Every day on which the light, or how much the item needs looking at, became another."""
    before: Judgement | None = None
    for day, task in stood:
        if before is None:
            yield _turn(day, task, teller.say("turn.first"), ())
        elif _face(task) != _face(before):
            yield _turn(day, task, _turn_said(before, task, teller), _why(before, task, node, teller))
        before = task


def _turn(day: date, task: Judgement, said: str, notes: tuple[NoteView, ...]) -> EventView:
    return EventView(
        day=day, what=What.TURNED, item=None, said=said, notes=notes, in_force=None,
        light=task.light, attention=task.attention, place=None, tile=tile_of(task),
    )  # fmt: skip


def _face(task: Judgement) -> tuple[str, Attention, frozenset[str]]:
    """What turns: the light, the attention, and whether it is overdue or unreported beside that."""
    names = {each.value for each in Attention}
    return tile_of(task), task.attention, frozenset(cause.code.value for cause in task.causes) & names


def _turn_said(before: Judgement, task: Judgement, teller: Teller) -> str:
    if tile_of(before) != tile_of(task):
        said = [teller.say("turn.light", before=teller.word_of(tile_of(before)))]
        if task.done_on is not None and task.timeliness is not None:
            timely = teller.catalogue.word(f"timeliness.{task.timeliness.value}")
            key = "turn.closed" if task.done_assumed else "turn.done"
            said.append(teller.say(key, day=teller.day(task.done_on), timely=timely))
        return teller.catalogue.word("pause").join(said)
    if before.attention is task.attention:
        return teller.say("turn.stays")
    quiet = (
        ".came" if before.attention is Attention.NONE else ".gone" if task.attention is Attention.NONE else ""
    )
    return teller.say(
        f"turn.attention{quiet}",
        before=teller.say(f"attention.{before.attention.value}"),
        now=teller.say(f"attention.{task.attention.value}"),
    )


def _why(before: Judgement, task: Judgement, node: Node, teller: Teller) -> tuple[NoteView, ...]:
    """The causes that are new, and those that are gone."""
    old, new = _weighty(before), _weighty(task)
    came = tuple(
        NoteView("came", teller.say("turn.came"), teller.sentence(cause, node))
        for key, cause in new.items()
        if key not in old
    )
    gone = tuple(
        NoteView("gone", teller.say("turn.gone"), _gone_said(cause, node, teller))
        for key, cause in old.items()
        if key not in new
    )
    # Two comparisons of one item are one cause by name.
    return tuple(dict.fromkeys((*came, *gone)))


def _gone_said(cause: Cause, node: Node, teller: Teller) -> str:
    part = f"{cause.item} " if cause.item != node.id else ""
    return part + teller.name_of(cause.code.value)


def _weighty(task: Judgement) -> dict[tuple[str, str, str], Cause]:
    """What counts against an item, by what it is about."""
    return {
        (cause.item, cause.code.value, str(cause.figure("stage") or cause.figure("target") or "")): cause
        for cause in task.causes
        if cause.code not in INFORMATION
    }


# -- what is known only later


def later_facts(node: Node, teller: Teller) -> int:
    """How many facts of the item became known only after the day."""
    book, day = teller.assessment.book, teller.assessment.day
    every = {each.id for each in nodes_below(node, teller)}
    every |= {stage.id for plan in book.schedules if plan.task in every for stage in plan.stages}
    decided = {id(each): each for item in every for each in teller.ledger.decisions(item, date.max)}
    dates = [
        *(each.entry.received for each in book.returns if each.entry.task in every),
        *(each.on for each in decided.values()),
        *(plan.received for plan in book.schedules if plan.task in every),
    ]
    for raised in book.findings:
        if every & set(raised.finding.tasks):
            dates += [raised.finding.raised_on, raised.finding.resolved_on]
    for slip in book.slips:
        if every & set(slip.items):
            dates += [slip.issued_on, slip.answered_on]
    return sum(1 for each in dates if each is not None and each > day)


def _event(
    what: What,
    day: date | None,
    item: str | None,
    said: str,
    notes: tuple[NoteView, ...],
    place: PlaceView,
    *,
    in_force: bool | None = None,
) -> EventView:
    return EventView(
        day=day, what=what, item=item, said=said, notes=notes, in_force=in_force,
        light=None, attention=None, place=place, tile=None,
    )  # fmt: skip
