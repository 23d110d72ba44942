"""One task as the page shows it: in the table of all tasks and among those that need looking at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from itertools import groupby

from motiontrack.assess.causes import INFORMATION, Attention
from motiontrack.assess.judge import TREND_MONTHS, Judgement
from motiontrack.assess.state import State, Timeliness
from motiontrack.lean import lean
from motiontrack.views.numbers import plain
from motiontrack.views.page_reasons import Hit, Rules, Telling
from motiontrack.views.page_title import points
from motiontrack.views.page_words import Lamp, Speaker
from motiontrack.views.status import CauseView, ComparedView, TaskView

__all__ = ["Bar", "Cell", "Group", "Part", "Row", "RowMaker", "grouped", "month_before", "months_shown"]

_WHOLE = 100
#: A goal with more tasks than this takes a line of its own above them.
_MANY = 12
#: Among more tasks than this, goals that are finished are folded away on the screen.
_LONG = 60


@lean
class Bar:
    """A bar of progress, all in percent of its length; ``expected`` is the line, if there is one."""

    done: str
    gap: str | None
    expected: str | None
    stale: bool


@lean
class Cell:
    """One month of the trend; without a lamp the plan had not begun.

    ``since``: the lamp shown beside it, once what was missed in the month has been made up.
    """

    mark: str
    month: str
    lamp: Lamp | None
    since: Lamp | None = None


@lean
class Part:
    """One part of a task, in its cell."""

    id: str
    text: str
    lamp: Lamp
    said: str


@lean
class Row:
    """A task in words: what ``task`` leaves to be worked out for the page."""

    task: TaskView
    anchor: str
    lamp: Lamp
    label: str
    telling: Telling
    reasons: tuple[CauseView, ...]
    notes: tuple[CauseView, ...]
    points: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    light_note: str
    bar: Bar | None
    figure: str
    expected: str
    gap: str
    behind: bool
    basis: str
    person: str
    successor: str
    due_head: str
    due_day: str
    due_note: str
    due_late: bool
    last: str
    last_note: str
    trend: tuple[Cell, ...]
    trend_said: str
    before: str
    missing: str


@lean
class Group:
    """The tasks of one goal that stand together in the plan; ``folded``: all finished, in a long table."""

    goal: str | None
    rows: tuple[Row, ...]
    folded: bool


def months_shown(day: date) -> tuple[str, ...]:
    """The months of the trend, oldest first, the last one that of ``day``."""
    months = [f"{day:%Y-%m}"]
    while len(months) < TREND_MONTHS:
        months.append(month_before(months[-1]))
    return tuple(reversed(months))


def month_before(month: str) -> str:
    """The month before ``month``."""
    year, number = (int(part) for part in month.split("-"))
    return f"{year - 1:04d}-12" if number == 1 else f"{year:04d}-{number - 1:02d}"


def grouped(rows: Iterable[Row]) -> tuple[tuple[Group, ...], bool]:
    """The tasks by goal in the plan's order, and whether the goals stand beside their tasks."""
    every = tuple(rows)
    parted = [(goal, tuple(each)) for goal, each in groupby(every, key=lambda row: row.task.goal)]
    long = len(every) > _LONG and len(parted) > 1
    groups = tuple(Group(goal, own, folded=long and all(map(_finished, own))) for goal, own in parted)
    named = any(group.goal for group in groups)
    beside = named and all(len(group.rows) <= _MANY and not group.folded for group in groups)
    return groups, beside


def _finished(row: Row) -> bool:
    return row.task.state in (State.DONE, State.CANCELLED)


class RowMaker:
    """Makes rows: holds what every row needs."""

    __slots__ = ("day", "lamps", "months", "rules", "speaker")

    def __init__(self, speaker: Speaker, rules: Rules, lamps: Mapping[str, Lamp], day: date) -> None:
        self.speaker = speaker
        self.rules = rules
        self.lamps = lamps
        self.day = day
        self.months = months_shown(day)

    def row(self, number: int, task: Judgement, view: TaskView) -> Row:
        """The row of one task; ``number`` counts from 1."""
        hit = self.rules.hit(task)
        bar, expected, gap, behind = self._progress(view)
        due_head, due_day, due_note, late = self._due(view)
        label = self.rules.label(task, hit, self.speaker)
        last, last_note = self._last(task, view)
        trend = self._trend(view)
        informing = [cause for cause in view.causes if cause.code in INFORMATION]
        return Row(
            task=view,
            anchor=f"task-{number}",
            lamp=self.lamps[view.tile],
            label=label,
            telling=self.rules.telling(task, hit, self.speaker, self.day),
            reasons=tuple(cause for cause in view.causes if cause not in informing),
            notes=tuple(informing),
            points=points(view.text),
            parts=tuple(self._part(part) for part in task.leaves if task.parts),
            light_note=self._light_note(task, view, hit, label),
            bar=bar,
            figure=self._figure(view) or self._of_parts(task),
            expected=expected,
            gap=gap,
            behind=behind,
            basis=self._basis(view),
            person=(view.person or view.person_now or ""),
            successor=view.person_now or "" if view.person and view.person_now != view.person else "",
            due_head=due_head,
            due_day=due_day,
            due_note=due_note,
            due_late=late,
            last=last,
            last_note=last_note,
            trend=trend,
            trend_said=self.speaker.listed(
                [
                    f"{self.speaker.month(month)}{self._lit(cell)}"
                    for month, cell in zip(self.months, trend, strict=True)
                ]
            ),
            before=self._before(view),
            missing=self._missing(task),
        )

    def _lit(self, cell: Cell) -> str:
        word = cell.lamp.word if cell.lamp else self.speaker.say("trend.none")
        said = self.speaker.say("trend.cell", word=word)
        return said + self.speaker.say("trend.since", word=cell.since.word) if cell.since else said

    def _light_note(self, task: Judgement, view: TaskView, hit: Hit, label: str) -> str:
        """Under the light: why it is not green; nothing where the cells beside it say all."""
        if view.state is State.DONE:
            said = [label] if view.timeliness is not None else []
            if view.verified is False:
                said.append(self.speaker.say("to-verify"))
            return self.speaker.listed(said)
        return label if hit.cause is not None or task.attention is not Attention.NONE else ""

    def _progress(self, view: TaskView) -> tuple[Bar | None, str, str, bool]:
        """The bar, what is expected, how far from it, and whether that is short of it."""
        speaker = self.speaker
        if view.state is State.DONE:
            key = "closed-on" if view.done_assumed else "done-on"
            done = speaker.say(key, day=speaker.day(view.done_on)) if view.done_on else ""
            return Bar("100", None, None, stale=False), "", done, False
        if view.state is State.CANCELLED or self._has_parts(view):
            return None, "", "", False
        expected = view.expected
        said = speaker.say("expected", percent=plain(expected)) if expected is not None else ""
        line = _clamped(expected) if expected is not None else None
        old = view.state is State.SUSPENDED or view.attention is Attention.UNREPORTED
        if view.progress is None:
            return Bar("0", None, line, stale=False), said, "", False
        gap = view.gap.points if view.gap else None
        width = None
        if gap is not None and gap > 0 and expected is not None:
            width = plain(Decimal(_clamped(expected)) - Decimal(_clamped(view.progress)))
        bar = Bar(_clamped(view.progress), None if width in (None, "0") else width, line, stale=old)
        return bar, said, self._gap(gap), gap is not None and gap > 0

    def _has_parts(self, view: TaskView) -> bool:
        return view.expected_basis is None and view.progress is None

    def _gap(self, gap: Decimal | None) -> str:
        if gap is None:
            return ""
        if gap == 0:
            return self.speaker.say("gap.even")
        return self.speaker.say("gap.behind" if gap > 0 else "gap.ahead", points=plain(abs(gap)))

    def _figure(self, view: TaskView) -> str:
        if view.state is State.DONE:
            return ""
        if view.progress is not None:
            return self._named(view.compared[0], view)
        if view.last_return is None:
            return self.speaker.say("never")
        return "" if self._has_parts(view) else self.speaker.say("no-figure")

    def _of_parts(self, task: Judgement) -> str:
        if not task.parts or task.state is State.DONE:
            return ""
        done = sum(1 for part in task.leaves if part.state is State.DONE)
        return self.speaker.say("parts", count=len(task.leaves), done=done)

    def _basis(self, view: TaskView) -> str:
        if view.state in (State.DONE, State.CANCELLED) or view.expected_basis is None:
            return ""
        parts = [self.speaker.say(f"basis.{view.expected_basis.value}")]
        if view.figure_day and view.last_return and view.figure_day != view.last_return.as_of:
            # The last return gave no figure: what is shown is older than the return beside it.
            parts.append(self.speaker.say("target.held", day=self.speaker.day(view.figure_day)))
        parts.extend(self._beside(each, view) for each in view.compared[1:])
        return self.speaker.catalogue.word("pause").join(each for each in parts if each)

    def _named(self, figure: ComparedView, view: TaskView) -> str:
        """A figure, with what it is of where the task has more than that one."""
        said = f"{plain(figure.progress)}%"
        if figure.target is not None:
            return self.speaker.say("figure.of", target=figure.target, figure=said)
        return self.speaker.say("figure.claimed", figure=said) if len(view.compared) > 1 else said

    def _beside(self, figure: ComparedView, view: TaskView) -> str:
        """One of the figures that the bar does not show."""
        said = [self._named(figure, view)]
        if figure.expected is not None:
            said.append(self.speaker.say("expected", percent=plain(figure.expected)))
        if figure.day != view.figure_day:
            said.append(self.speaker.say("target.held", day=self.speaker.day(figure.day)))
        return self.speaker.listed(said)

    def _due(self, view: TaskView) -> tuple[str, str, str, bool]:
        """The deadline as printed, the day it means, what that is from today, and whether it is past."""
        speaker = self.speaker
        if view.due is None:
            return speaker.catalogue.word("state.standing"), "", "", False
        said = speaker.day(view.due)
        if view.due_assumed:
            head, said = speaker.day(view.due), speaker.say("due.assumed")
        else:
            head = view.due_words or speaker.day(view.due_rolled_from or view.due_original or view.due)
        if view.due != view.due_original:
            said = speaker.say("due.extended", day=speaker.day(view.due))
        elif view.due_rolled_from is not None:
            head, said = self._rolled(head, view.due_rolled_from, said)
        elif head == said or head == view.due.isoformat():
            head, said = speaker.day(view.due), ""
        note, late = self._distance(view, view.due)
        return head, said, note, late

    def _rolled(self, head: str, named: date, day: str) -> tuple[str, str]:
        """The deadline's own day, where the words do not give it, and the day it was rolled to."""
        speaker = self.speaker
        said = speaker.say("due.rolled", day=day)
        if head in (speaker.day(named), named.isoformat()):
            return speaker.day(named), said
        return head, f"{speaker.day(named)} {said}"

    def _distance(self, view: TaskView, due: date) -> tuple[str, bool]:
        speaker = self.speaker
        if view.state is State.DONE:
            late = view.timeliness is Timeliness.LATE
            if view.done_assumed:
                return speaker.say("due.undated"), late
            if late and view.done_on is not None:
                return speaker.say("due.done-late", days=(view.done_on - due).days), True
            return speaker.say("due.done"), False
        if view.state in (State.CANCELLED, State.STANDING):
            return "", False
        if view.state is State.SUSPENDED:
            overdue = view.attention is Attention.OVERDUE
            return (speaker.say("due.held"), True) if overdue else ("", False)
        days = (due - self.day).days
        if days < 0:
            return speaker.say("due.late", days=-days), True
        return (speaker.say("due.left", days=days) if days else speaker.say("due.today")), False

    def _last(self, task: Judgement, view: TaskView) -> tuple[str, str]:
        speaker = self.speaker
        if view.last_return is None:
            return speaker.say("last.none"), ""
        last = speaker.day(view.last_return.received)
        if any(owed.received is None for owed in task.owed[-1:]):
            return last, speaker.say("last.days", days=(self.day - view.last_return.received).days)
        if task.owed and task.owed[-1].late:
            came = task.owed[-1]
            return last, speaker.say(
                "last.late", days=(came.received - came.day).days
            ) if came.received else ""
        return last, ""

    def _trend(self, view: TaskView) -> tuple[Cell, ...]:
        then = {each.month: each.light for each in view.trend}
        since = {each.month: each.regraded for each in view.trend}
        if self.months[-1] in then:
            then[self.months[-1]] = view.tile
        held = self.lamps[view.tile] if self.lamps[view.tile].rests else self.lamps["suspended"]
        return tuple(
            Cell(
                self.speaker.month_mark(month),
                self.speaker.month(month),
                self.lamps.get(then[month] or "", held) if month in then else None,
                self.lamps.get(since.get(month) or ""),
            )
            for month in self.months
        )

    def _before(self, view: TaskView) -> str:
        """How it stood a month ago, where that was otherwise."""
        if len(view.trend) < 2:  # noqa: PLR2004 - the month before and this one
            return ""
        before = self.lamps.get(view.trend[-2].light or "", self.lamps["suspended"])
        return "" if before.id == view.tile else self.speaker.say("before", word=before.word)

    def _missing(self, task: Judgement) -> str:
        count = sum(1 for owed in task.owed if owed.received is None)
        return self.speaker.say("missing", count=count) if count else ""

    def _part(self, part: Judgement) -> Part:
        speaker = self.speaker
        if part.state is State.DONE and part.done_on is not None:
            said = speaker.say("closed-on" if part.done_assumed else "done-on", day=speaker.day(part.done_on))
        elif part.due is not None:
            note = speaker.day(part.due)
            said = speaker.say("part.due", day=note)
        else:
            said = ""
        units = speaker.listed(part.lead)
        lamp = self.lamps[part.light or part.state.value]
        return Part(
            part.node.id, part.node.item.text, lamp, speaker.listed([each for each in (units, said) if each])
        )


def _clamped(value: Decimal) -> str:
    return plain(min(max(value, Decimal(0)), Decimal(_WHOLE)))
