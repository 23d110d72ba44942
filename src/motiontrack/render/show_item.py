"""One item at a terminal: its head, its story, its returns, and the walk to its light."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from motiontrack.assess.pace import Basis
from motiontrack.assess.state import State
from motiontrack.render.columns import pad
from motiontrack.render.lines import HEAD, QUIET, Line, Segment, flow
from motiontrack.render.sheet import hung
from motiontrack.render.show_sheet import INDENT, ShowSheet
from motiontrack.views.numbers import plain
from motiontrack.views.show import (
    DueView,
    EventView,
    HeldView,
    ItemView,
    OwedView,
    PaceView,
    StageView,
    StreakView,
    TryView,
    WalkView,
    What,
)
from motiontrack.views.status import MonthView, ProjectionView

__all__ = ["item_lines"]

_DATE = 10
_DEEP = INDENT + _DATE + 2
#: So many months of one light running are shown one by one.
_LONG_RUN = 12


def item_lines(item: ItemView, sheet: ShowSheet) -> Iterator[Line]:
    """Everything of one item."""
    yield from _head(item, sheet)
    if item.parts:
        yield from sheet.heading(sheet.say("heading.parts"))
        yield from sheet.rows(item.parts)
    if item.stages:
        yield from sheet.heading(sheet.say("heading.stages"))
        for stage in item.stages:
            yield from _stage(stage, sheet)
    if item.targets:
        yield from sheet.heading(sheet.say("heading.targets"))
        yield from sheet.targets(item.targets)
    yield from sheet.heading(sheet.say("heading.story"))
    for event in item.story:
        yield from _event(event, sheet)
    if item.returns:
        yield from sheet.heading(sheet.say("heading.returns"))
        for owed in item.returns:
            yield from _owed(owed, item, sheet)
    if item.walk is not None:
        yield from _walk(item.walk, sheet)
    if item.task is not None and item.task.projection is not None:
        yield from sheet.heading(sheet.say("heading.projection"))
        yield from _projection(item.task.projection, sheet)
    if item.months:
        yield from sheet.heading(sheet.say("heading.months"))
        yield from _months(item.months, sheet)


# -- the head


def _head(item: ItemView, sheet: ShowSheet) -> Iterator[Line]:
    kind = sheet.say(f"item.{item.kind.value}")
    of = sheet.say("belongs-to", task=item.belongs_to) if item.belongs_to else ""
    yield from hung(f"{item.id}  ", item.text, sheet.width, label_style=HEAD, style=HEAD)
    line = [Segment(" ".join(each for each in (kind, of) if each))]
    if item.walk is not None:
        line += [Segment("  "), sheet.light(item.walk.tile)]
        line += [Segment(f"  {mark}") for mark in item.walk.marks]
        if item.walk.light is not None and item.walk.state is not State.DONE:
            line.append(Segment("  " + sheet.catalogue.word(f"state.{item.walk.state.value}")))
    if item.step is not None:
        line.append(Segment("  " + sheet.catalogue.word(f"step.{item.step.state.value}")))
    line.append(Segment("  " + sheet.say("as-of", day=sheet.day(sheet.view.as_of)), QUIET))
    yield from flow(
        (Segment(each.text.strip(), each.style) for each in line if each.text.strip()), sheet.width, gap=2
    )
    if sheet.view.plan.illustrative:
        yield from hung("", sheet.catalogue.word("status.illustrative"), sheet.width, style=HEAD)
    if item.unjudged is not None:
        place = f"{item.unjudged.file}:{item.unjudged.line}"
        yield from hung("", sheet.say("unjudged", place=place), sheet.width, style=HEAD)
    yield ()
    facts = [(sheet.say(f"label.{key}"), text) for key, text in _facts(item, sheet) if text]
    yield from sheet.labelled((*facts, *((note.label, note.text) for note in item.notes)), INDENT)


def _facts(item: ItemView, sheet: ShowSheet) -> Iterator[tuple[str, str | None]]:
    yield "goal", item.goal
    for link in item.serves:
        yield "serves", f"{link.id} {link.text}".strip()
    yield "lead", sheet.listed(item.lead)
    yield "lead-now", sheet.listed(item.lead_now) if item.lead_now != item.lead else None
    yield "does", sheet.listed(item.does)
    yield "support", sheet.listed(item.support)
    yield "person", sheet.listed(item.person)
    yield "person-now", sheet.listed(item.person_now) if item.person_now != item.person else None
    yield "overseer", sheet.listed(item.overseer)
    yield "department", item.department
    yield "clerk", item.clerk
    yield from _due(item.due, item, sheet)
    yield "phase", f"{item.phase.id} {item.phase.text}" if item.phase else None
    yield "report", item.report if item.walk is not None else None
    yield "place", f"{item.place.file}:{item.place.line}"


def _due(due: DueView | None, item: ItemView, sheet: ShowSheet) -> Iterator[tuple[str, str]]:
    if due is None:
        if item.standing:
            yield "due", sheet.say("due.standing")
        return
    key = "due.assumed" if due.assumed else "due.words" if due.words else "due.date"
    if due.words == due.original.isoformat():
        key = "due.date"
    yield "due", sheet.say(key, words=due.words or "", day=sheet.day(due.original), rule=due.said)
    for each in due.extensions:
        said = sheet.say(
            "due.extended", on=sheet.day(each.on), due=sheet.day(each.due),
            before=sheet.day(each.before) if each.before else "",
        )  # fmt: skip
        by = " ".join(word for word in (each.approver, each.document) if word)
        yield "extended", sheet.say("due.extended.by", said=said, by=by) if by else said
    if due.extensions:
        yield "due-now", sheet.day(due.effective)


def _stage(stage: StageView, sheet: ShowSheet) -> Iterator[Line]:
    key = "reached" if stage.reached else "missed" if stage.past else "coming"
    if key == "coming" and stage.due is not None and stage.due < sheet.view.as_of:
        key = "awaited"
    due = stage.due.isoformat() if stage.due else ""
    label = f"  {stage.id}  {due}  [{sheet.say(f'label.{key}')}] "
    share = sheet.say("stage.percent", percent=plain(stage.percent)) if stage.percent is not None else ""
    yield from hung(label, sheet.paused((stage.text, share)), sheet.width)


# -- the story


def _event(event: EventView, sheet: ShowSheet) -> Iterator[Line]:
    day = event.day.isoformat() if event.day else sheet.say("event.undated")
    label = " " * INDENT + pad(day, _DATE) + "  "
    item = f"{event.item} " if event.item else ""
    said = f"{item}{event.said}"
    if event.what is What.SCHEDULE:
        said += sheet.say("event.schedule.in-force" if event.in_force else "event.schedule.superseded")
    head: Line = (Segment(label, QUIET),)
    if event.tile is not None:
        head = (*head, sheet.light(event.tile), Segment("  "))
    plain_said = event.tile is not None or event.in_force is False
    yield from hung(head, said, sheet.width, style="" if plain_said else HEAD)
    yield from sheet.labelled(((note.label, note.text) for note in event.notes), _DEEP)
    yield from sheet.place(event.place, _DEEP)


def _owed(owed: OwedView, item: ItemView, sheet: ShowSheet) -> Iterator[Line]:
    part = f"{owed.item} " if owed.item != item.id else ""
    if owed.received is None:
        came = sheet.say("owed.missing")
    else:
        came = sheet.say(
            "owed.late" if owed.late else "owed.in-time", day=owed.received.isoformat(), days=owed.late or 0
        )
    due = sheet.say("owed.due", day=owed.due.isoformat())
    yield from hung(f"  {part}{owed.month}  ", sheet.paused((due, came, owed.unit or "")), sheet.width)


def _months(months: tuple[MonthView, ...], sheet: ShowSheet, indent: int = INDENT) -> Iterator[Line]:
    """The lights month by month; a long run of one light is one entry."""
    parts = []
    for (light, since), run in groupby(months, key=lambda month: (month.light, month.regraded)):
        mark = sheet.light(light) if light else Segment("－")
        if since:
            mark = Segment(sheet.say("regraded", light=mark.text, since=sheet.light(since).text), mark.style)
        named = [month.month for month in run]
        if len(named) > _LONG_RUN:
            named = [f"{named[0]} ~ {named[-1]}"]
        parts += [Segment(f"{month} {mark.text}", mark.style) for month in named]
    for line in flow(parts, sheet.width - indent, gap=3):
        yield (Segment(" " * indent), *line)


def _projection(made: ProjectionView, sheet: ShowSheet) -> Iterator[Line]:
    """When it will be done if it goes on as it has, and on what that rests."""
    said = sheet.say(
        f"projection.{'stages' if made.by_stages else 'average'}",
        count=made.returns,
        finish=sheet.day(made.finish),
        earliest=sheet.day(made.earliest),
        latest=sheet.day(made.latest),
    )
    yield from sheet.said(said)


# -- the walk


def _walk(walk: WalkView, sheet: ShowSheet) -> Iterator[Line]:
    yield from sheet.heading(sheet.say("heading.walk"))
    word = sheet.catalogue.word(f"state.{walk.state.value}")
    state = sheet.say("state.said", state=word, why=walk.state_said)
    yield from sheet.pairs((("state", state),))
    for part in walk.parts:
        yield from hung(f"    {part.id}  ", part.text, sheet.width)
    steps = (
        ("figures", _figures(walk, sheet)),
        ("held", _causes(walk, sheet)),
        ("considered", _considered(walk, sheet)),
        ("streak", _streak(walk.streak, sheet) if walk.streak else iter(())),
        ("tries", _tries(walk, sheet)),
    )
    number = 0
    for name, step in steps:
        lines = list(step)
        if lines:
            number += 1
            title = sheet.say(f"heading.{name}", title=sheet.view.profile.title)
            yield from sheet.heading(f"{number}. {title}")
            yield from lines
    yield ()
    attention = sheet.say(f"attention.{walk.attention.value}")
    yield from sheet.pairs((("attention", attention), ("marks", sheet.listed(walk.marks))))
    yield from flow((Segment("  " + walk.said, HEAD), sheet.light(walk.tile)), sheet.width, gap=1)


def _figures(walk: WalkView, sheet: ShowSheet) -> Iterator[Line]:
    for pace in walk.paces:
        yield from _pace(pace, walk.state, sheet)
    yield from _beside(walk, sheet)


def _causes(walk: WalkView, sheet: ShowSheet) -> Iterator[Line]:
    if not walk.held:
        yield from sheet.said(sheet.say("none"))
    for held in walk.held:
        yield from _held(held, sheet)


def _considered(walk: WalkView, sheet: ShowSheet) -> Iterator[Line]:
    yield from sheet.labelled(((each.name, each.said) for each in walk.considered), INDENT)
    if walk.not_asked:
        causes = sheet.listed(sheet.catalogue.word(f"cause-name.{code.value}") for code in walk.not_asked)
        yield from sheet.said(sheet.say("not-asked", causes=causes), style=QUIET)


def _tries(walk: WalkView, sheet: ShowSheet) -> Iterator[Line]:
    if walk.tries and walk.parts and walk.state is not State.DONE:
        yield from sheet.said(sheet.say("walk.own"), style=QUIET)
    for tried in walk.tries:
        yield from _try(tried, sheet)


def _pace(pace: PaceView, state: State, sheet: ShowSheet) -> Iterator[Line]:
    resting = f".{state.value}" if pace.basis is Basis.NOT_JUDGED else ""
    basis, day = sheet.say(f"basis.{pace.basis.value}{resting}"), sheet.day(pace.day)
    key = "pace.target" if pace.target else "pace"
    yield from sheet.said(sheet.say(key, target=pace.target or "", basis=basis, day=day))
    for working in pace.working:
        yield from sheet.said(working, INDENT * 2)
    if pace.progress is None:
        yield from sheet.said(sheet.say("pace.unreported"), INDENT * 2)
    elif pace.expected is None or pace.points is None:
        yield from sheet.said(sheet.say("pace.reported", progress=plain(pace.progress)), INDENT * 2)
    else:
        yield from sheet.said(_gap(pace, sheet), INDENT * 2)


def _beside(walk: WalkView, sheet: ShowSheet) -> Iterator[Line]:
    """The percentage claimed and the stages, where the comparison was by something else."""
    by_targets = bool(walk.paces) and all(pace.target for pace in walk.paces)
    if by_targets and walk.claimed is not None and walk.claimed_on is not None:
        progress, day = plain(walk.claimed), sheet.day(walk.claimed_on)
        yield from sheet.said(sheet.say("claimed", progress=progress, day=day))
    for each in walk.beside:
        said = sheet.say(
            "beside", target=f"{each.item}/{each.target}" if walk.parts else each.target,
            value=plain(each.value), whole=plain(each.whole), share=plain(each.share),
            claimed=plain(each.claimed), points=plain(each.points),
        )  # fmt: skip
        yield from sheet.said(said, style=HEAD)
    if walk.stages_due and walk.paces:
        yield from sheet.said(sheet.say("stages-due", due=walk.stages_due, reached=walk.stages_reached))


def _gap(pace: PaceView, sheet: ShowSheet) -> str:
    points = pace.points or Decimal(0)
    key = "behind" if points > 0 else "ahead" if points < 0 else "even"
    return sheet.say(
        f"pace.{key}",
        expected=f"{plain(pace.expected or Decimal(0))}%",
        progress=f"{plain(pace.progress or Decimal(0))}%",
        points=plain(abs(points)),
        ratio=plain((pace.ratio or Decimal(0)) * 100),
    )


def _held(held: HeldView, sheet: ShowSheet) -> Iterator[Line]:
    label = f"  {held.name}  "
    yield from hung(label, held.said, sheet.width, label_style=HEAD)
    rules = ((sheet.say("rule"), held.rule), (sheet.say("source"), held.source))
    yield from sheet.labelled(rules, INDENT * 2)
    yield from sheet.place(held.place, INDENT * 2)


def _streak(streak: StreakView, sheet: ShowSheet) -> Iterator[Line]:
    yield from sheet.said(streak.said)
    if streak.before:
        yield from sheet.said(sheet.say("streak.before"))
        yield from _months(streak.before, sheet, INDENT * 2)


def _try(tried: TryView, sheet: ShowSheet) -> Iterator[Line]:
    mark = sheet.light(tried.light)
    answer = sheet.say("try.holds" if tried.holds else "try.fails")
    head = (Segment(f"  {tried.number}. "), mark, Segment("  "))
    yield from hung(head, tried.rule, sheet.width)
    deep = INDENT * 2 + 1
    style = HEAD if tried.holds else ""
    yield from hung(" " * deep + f"[{answer}] ", tried.said, sheet.width, label_style=style, style=style)
    yield from hung(
        " " * deep + sheet.say("source") + "  ", tried.source, sheet.width, label_style=QUIET, style=QUIET
    )
