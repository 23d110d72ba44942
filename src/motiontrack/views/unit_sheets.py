"""One sheet a unit: its tasks and how they stand, what is asked of it by when, its returns, its people."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby

from motiontrack.assess.assessment import Assessment
from motiontrack.assess.causes import Attention
from motiontrack.assess.ladder import ladder_of
from motiontrack.assess.reasons import NEAR_DAYS
from motiontrack.assess.reminding import Reminders, Why, remind
from motiontrack.language.catalogue import Catalogue
from motiontrack.lean import lean
from motiontrack.model.vocabulary import Per
from motiontrack.views.annex import AnnexRow, annex_row
from motiontrack.views.asking import asked_of, known_on
from motiontrack.views.contacts import ContactView, contacts_of
from motiontrack.views.monthly_reasons import in_words
from motiontrack.views.overview import InstructionView
from motiontrack.views.paper import LightCount, PaperView
from motiontrack.views.paper_words import brief, called
from motiontrack.views.show import FindingView, MonthReturnsView, PostView, RowView
from motiontrack.views.show_speech import Teller
from motiontrack.views.show_units import ahead_of, unit_view
from motiontrack.views.slips import closing_of
from motiontrack.views.status import CauseView, ReturnCounts, TaskView, UnitView
from motiontrack.views.told import TaskTold, tasks_told

__all__ = [
    "AskedOfUnit",
    "ComingDay",
    "ComingMatter",
    "NotedTask",
    "RunningSlip",
    "UnitSheet",
    "UnitSheets",
    "build_unit_sheets",
]

_NOTHING_OWED = ReturnCounts(0, 0, 0, 0)


#: So much of a task’s text stands above its reasons; the table before them has the whole.
_MOST_TEXT = 60


@lean
class NotedTask:
    """A task that needs attention; ``text`` fits into a sentence, ``causes`` leave out the plan's year."""

    task: TaskView
    text: str
    causes: tuple[CauseView, ...]


@lean
class AskedOfUnit:
    """What is asked for tasks or parts; ``closing``: who is to be answered by when, and whether at all."""

    names: tuple[str, ...]
    asked: str
    closing: str


@lean
class RunningSlip:
    """A slip that was sent and whose time to answer is not over."""

    number: str
    kind: str
    due: date | None
    names: tuple[str, ...]


@lean
class ComingMatter:
    """What falls due: of ``kind`` ``task``, ``stage``, ``finding``, or ``return``, that of ``month``.

    ``task`` is that of a stage.
    """

    kind: str
    names: tuple[str, ...]
    month: str
    task: str


@lean
class ComingDay:
    """One day ahead and what falls due on it."""

    day: date
    matters: tuple[ComingMatter, ...]


@lean
class UnitSheet:
    """All that is told of one unit; ``unit`` ``None``: the tasks that nobody leads.

    ``rows`` are the tasks that it convenes, ``lights`` count them and ``unjudged`` are its rows with errors:
    over all sheets they add up to the tasks of the plan. ``noted`` are those that need attention, ``others``
    those of other units that it does or supports. ``instructions`` are those on its open tasks, each with
    what it is about. ``months`` are those with a return late or missing, ``coming`` is what falls due within
    31 days.
    """

    unit: str | None
    people: tuple[PostView, ...]
    rows: tuple[AnnexRow, ...]
    lights: tuple[LightCount, ...]
    unjudged: tuple[str, ...]
    noted: tuple[NotedTask, ...]
    instructions: tuple[tuple[InstructionView, str], ...]
    asked: tuple[AskedOfUnit, ...]
    running: tuple[RunningSlip, ...]
    coming: tuple[ComingDay, ...]
    returns: ReturnCounts
    months: tuple[MonthReturnsView, ...]
    findings: tuple[FindingView, ...]
    others: tuple[RowView, ...]

    @property
    def tasks(self) -> tuple[TaskView, ...]:
        """The tasks that it convenes."""
        return tuple(row.told.task for row in self.rows)

    @property
    def empty(self) -> bool:
        """True if the unit has nothing to do with the plan's tasks, so far."""
        return not (self.tasks or self.unjudged or self.findings or self.others or self.returns.owed)


@lean
class UnitSheets:
    """The sheets, in the order of the units.

    ``answer_to`` is the office that asks, ``contacts`` are whom to call there.
    """

    answer_to: str | None
    contacts: tuple[ContactView, ...]
    sheets: tuple[UnitSheet, ...]


def build_unit_sheets(
    assessment: Assessment, paper: PaperView, catalogue: Catalogue, units: Collection[str] = ()
) -> UnitSheets:
    """The sheets of ``units``, else of all that have to do with the plan.

    ``catalogue`` has the words of ``show`` and ``remind``.
    """
    sheets = _Sheets(assessment, paper, catalogue)
    plan = paper.status.plan
    if units:
        wanted = dict.fromkeys(assessment.book.unit_id(name) for name in units)
        made = [sheets.of(unit) for unit in wanted]
    else:
        every = (sheets.of(unit) for unit in assessment.book.units)
        made = [sheet for sheet in (*every, sheets.of_nobody()) if not sheet.empty]
    office = plan.supervisor or plan.lead
    return UnitSheets(office, contacts_of(office, assessment.book, assessment.day), tuple(made))


class _Sheets:
    """What the sheets of all units are made of, worked out once."""

    __slots__ = (
        "accounts",
        "assessment",
        "judged",
        "known",
        "ladder",
        "paper",
        "reminders",
        "teller",
        "told",
    )

    def __init__(self, assessment: Assessment, paper: PaperView, catalogue: Catalogue) -> None:
        self.assessment = assessment
        self.paper = paper
        self.known, self.ladder = known_on(assessment), ladder_of(assessment.book.file.ladder)
        self.teller = Teller(assessment, catalogue, "")
        self.reminders: Reminders = remind(assessment, per=Per.UNIT)
        self.judged = {task.node.id: task for task in assessment.tasks}
        self.told = tasks_told(assessment, paper.status, self.teller.builder)
        self.accounts: Mapping[str, UnitView] = {each.id: each for each in paper.status.units}

    def of(self, unit: str) -> UnitSheet:
        """One unit's sheet."""
        story = unit_view(self.assessment.book.units[unit], self.teller)
        account = self.accounts.get(unit)
        until = self.assessment.day + timedelta(days=NEAR_DAYS)
        sheet = self._sheet(unit, account.by_light if account else {})
        own = {*(task.id for task in sheet.tasks), *sheet.unjudged}
        return replace(
            sheet,
            people=story.ask,
            asked=tuple(self._asked(unit)),
            running=tuple(self._running(unit)),
            coming=tuple(self._coming(unit, until)),
            returns=account.returns if account else _NOTHING_OWED,
            months=tuple(each for each in story.months if each.returns.late or each.returns.missing),
            findings=story.findings,
            others=tuple(row for row in story.tasks if row.id not in own),
        )

    def of_nobody(self) -> UnitSheet:
        """The tasks that no unit leads."""
        sheet = self._sheet(None, {})
        tiles = [task.tile for task in sheet.tasks]
        return replace(sheet, lights=self._lights({tile: tiles.count(tile) for tile in tiles}))

    def _sheet(self, unit: str | None, by_light: Mapping[str, int]) -> UnitSheet:
        """What is told of the tasks that ``unit`` convenes."""
        rows = tuple(self._row(each) for each in self.told if (each.convener or None) == unit)
        unjudged = (row for row in self.assessment.unjudged if row.is_task)
        return UnitSheet(
            unit=unit,
            people=(),
            rows=rows,
            lights=self._lights(by_light),
            unjudged=tuple(row.node.id for row in unjudged if row.node.convener == unit),
            noted=tuple(self._noted(row.told.task for row in rows)),
            instructions=tuple(self._instructed({row.told.task.id for row in rows})),
            asked=(),
            running=(),
            coming=(),
            returns=_NOTHING_OWED,
            months=(),
            findings=(),
            others=(),
        )

    def _row(self, told: TaskTold) -> AnnexRow:
        """How a task stands; what its unit reported of the work it knows itself."""
        row = annex_row(told, self.judged[told.task.id], self.paper, self.teller.catalogue)
        return replace(row, work="")

    def _lights(self, by_light: Mapping[str, int]) -> tuple[LightCount, ...]:
        """The lights of the paper that some of the tasks show, in its order."""
        counted = ((row, by_light.get(row.light.id, 0)) for row in self.paper.lights)
        return tuple(replace(row, count=count) for row, count in counted if count)

    def _noted(self, tasks: Iterable[TaskView]) -> Iterator[NotedTask]:
        """Those that need attention, the worst light first."""
        ranks = {light.id: -light.rank for light in self.paper.status.profile.lights}
        noted = [task for task in tasks if task.attention is not Attention.NONE]
        for task in sorted(noted, key=lambda task: (ranks[task.tile], -task.attention.weight)):
            causes = (
                self.teller.builder.cause(in_words(cause), self.paper.year)
                for cause in self.judged[task.id].causes
            )
            yield NotedTask(task, brief(task.text, _MOST_TEXT), tuple(causes))

    def _instructed(self, tasks: Collection[str]) -> Iterator[tuple[InstructionView, str]]:
        book = self.assessment.book
        for each in self.paper.status.instructions:
            if book.task_of(each.item) in tasks:
                yield each, called(book.nodes[each.item].item.text)

    def _asked(self, unit: str) -> Iterator[AskedOfUnit]:
        """What is asked of several tasks alike is asked once."""
        catalogue, plan = self.teller.catalogue, self.paper.status.plan
        names: dict[tuple[str, str], list[str]] = {}
        office = plan.supervisor or plan.lead or ""
        for chase in self.reminders.chases:
            if chase.unit != unit:
                continue
            closing = closing_of(chase, office, self.ladder, self.known, catalogue, self.paper.year)
            for chased in chase.items:
                asked = asked_of(chased, self.known, catalogue, self.paper.year)
                said = catalogue.word("sentence.joint").join(asked)
                names.setdefault((said, closing), []).append(called(chased.item.node.item.text))
        for (said, closing), about in names.items():
            yield AskedOfUnit(tuple(about), said, closing)

    def _running(self, unit: str) -> Iterator[RunningSlip]:
        """The slips that were sent to ``unit`` and still run, each once with all that it is about."""
        names: dict[str, dict[str, None]] = {}
        slips = {}
        for left in self.reminders.left:
            if left.unit == unit and left.slip is not None and left.why in (Why.RUNNING, Why.TODAY):
                slips[left.slip.number] = left.slip
                names.setdefault(left.slip.number, {})[called(left.item.node.item.text)] = None
        for number, slip in slips.items():
            yield RunningSlip(number, slip.kind, slip.due, tuple(names[number]))

    def _coming(self, unit: str, until: date) -> Iterator[ComingDay]:
        ahead = (each for each in ahead_of(unit, self.teller) if each.day <= until)
        for day, found in groupby(ahead, key=lambda each: each.day):
            matters = (
                ComingMatter(
                    each.kind, tuple(called(text) for _, text in each.items), each.month, called(each.task)
                )
                for each in found
            )
            yield ComingDay(day, tuple(matters))
