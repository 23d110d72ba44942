"""What every paper rests on: the status, its counts with their shares, and what needs attention."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from motiontrack.assess.accounts import leading_units
from motiontrack.assess.assessment import Assessment
from motiontrack.assess.causes import Attention
from motiontrack.assess.reasons import NEAR_DAYS
from motiontrack.assess.state import State, Timeliness
from motiontrack.book import Book
from motiontrack.language.catalogue import Catalogue
from motiontrack.lean import lean
from motiontrack.rules.targets import disagreements
from motiontrack.views.build import build_status
from motiontrack.views.numbers import shares
from motiontrack.views.paper_words import called, full_width
from motiontrack.views.status import LightView, StatusView, TaskView, only_unreported

__all__ = [
    "AttentionGroup",
    "ContradictionView",
    "DueCounts",
    "LightCount",
    "PaperView",
    "ReturnsDue",
    "UnitReturns",
    "UnjudgedTask",
    "build_paper",
    "unjudged_tasks",
]


@lean
class LightCount:
    """One tile: how many tasks, and their share of the total in percent, rounded as ``plan.shares`` says."""

    light: LightView
    count: int
    share: Decimal


@lean
class DueCounts:
    """The tasks whose effective deadline is past: they add up to ``due``.

    ``held`` of the ``open`` are suspended; ``other`` were before their deadline, or are ``cancelled``.
    """

    due: int
    in_time: int
    late: int
    open: int
    other: int
    held: int
    cancelled: int


@lean
class UnitReturns:
    """A unit's tasks for which a return is late or missing."""

    unit: str
    tasks: tuple[str, ...]


@lean
class ReturnsDue:
    """The latest month whose returns were owed: they add up to ``owed``.

    ``over``: for longer than a reporting cycle none has been owed since.
    """

    month: str
    day: date
    over: bool
    owed: int
    on_time: int
    late: int
    missing: int
    late_units: tuple[UnitReturns, ...]
    missing_units: tuple[UnitReturns, ...]


@lean
class AttentionGroup:
    """The tasks of one light that need attention: those with a story, and those only not reported."""

    light: LightView
    count: int
    told: tuple[TaskView, ...]
    silent: tuple[TaskView, ...]


@lean
class ContradictionView:
    """What contradicts what in the document; ``ruling`` is ``None`` until somebody has settled it.

    ``told``: the text for readers who have no ids, which are 正文 and 附件 to them.
    """

    ids: tuple[str, ...]
    text: str
    told: str
    ruling: str | None


@lean
class UnjudgedTask:
    """A task whose row has errors; ``name`` is empty where nothing of its text can be read."""

    id: str
    name: str
    line: int


@lean
class PaperView:
    """What the template of every paper sees as ``paper``.

    ``units`` counts every unit that leads. ``unjudged`` are the tasks with errors, which only drafts can
    have; with their share those of the lights add up to ``share_sum``.
    """

    status: StatusView
    goals: int
    units: int
    lights: tuple[LightCount, ...]
    unjudged: tuple[UnjudgedTask, ...]
    unjudged_share: Decimal
    share_sum: Decimal
    due: DueCounts
    returns: ReturnsDue | None
    groups: tuple[AttentionGroup, ...]
    next_due: tuple[TaskView, ...]
    contradictions: tuple[ContradictionView, ...]
    default_clock: str | None

    @property
    def year(self) -> int:
        """The year that days go without: the plan's, or of a plan of several years that of the day."""
        plan = self.status.plan
        return plan.year if plan.closes.year == plan.year else self.status.as_of.year


def build_paper(assessment: Assessment, catalogue: Catalogue, *, folder: str = "data") -> PaperView:
    """The common view of an assessment."""
    status = _typeset(build_status(assessment, catalogue, folder=folder, rolled=()))
    lights, unjudged_share = _lights(status)
    return PaperView(
        status=status,
        goals=len({task.item.goal for task in assessment.book.tasks if task.item.goal}),
        units=len(leading_units(assessment.tasks, (row.node for row in assessment.unjudged if row.is_task))),
        lights=lights,
        unjudged=unjudged_tasks(assessment),
        unjudged_share=unjudged_share,
        share_sum=sum((each.share for each in lights), unjudged_share),
        due=_due_counts(status),
        returns=_returns(assessment),
        groups=_groups(status),
        next_due=_next_due(status),
        contradictions=_contradictions(assessment.book, catalogue),
        default_clock=catalogue.word("clock.default") if _by_default_clock(assessment.book) else None,
    )


def _typeset(status: StatusView) -> StatusView:
    """The texts of the plan as a paper prints them: the marks beside Chinese in full width."""
    return replace(
        status,
        tasks=tuple(replace(task, text=full_width(task.text)) for task in status.tasks),
        steps=tuple(replace(step, text=full_width(step.text)) for step in status.steps),
    )


def _groups(status: StatusView) -> tuple[AttentionGroup, ...]:
    """The tasks that need attention, by the light they show, so that the counts are those of the tiles."""
    groups = []
    for light in sorted(status.profile.lights, key=lambda each: -each.rank):
        noted = [
            task for task in status.tasks if task.tile == light.id and task.attention is not Attention.NONE
        ]
        if noted:
            silent = tuple(task for task in noted if only_unreported(task))
            told = tuple(task for task in noted if not only_unreported(task))
            groups.append(AttentionGroup(light, len(noted), told, silent))
    return tuple(groups)


def unjudged_tasks(assessment: Assessment) -> tuple[UnjudgedTask, ...]:
    """The tasks with errors, in the plan's order."""
    rows = (row for row in assessment.unjudged if row.is_task)
    return tuple(
        UnjudgedTask(row.node.id, called(row.node.item.text or ""), row.place.span.line) for row in rows
    )


def _lights(status: StatusView) -> tuple[tuple[LightCount, ...], Decimal]:
    """Worst first, and the share of the unjudged, which show no light.

    Suspended and cancelled only where there are any, so that the column still adds up.
    """
    shown = sorted(status.profile.lights, key=lambda light: -light.rank)
    counts = [(light, status.totals.by_light[light.id]) for light in shown]
    counts = [(light, count) for light, count in counts if light.rank >= 0 or count]
    percents = shares(
        [*(count for _, count in counts), status.totals.unjudged],
        to_hundred=status.plan.shares == "to-100",
    )
    lights = (LightCount(*pair, share) for pair, share in zip(counts, percents[:-1], strict=True))
    return tuple(lights), percents[-1]


def _due_counts(status: StatusView) -> DueCounts:
    due = [task for task in status.tasks if task.due is not None and task.due < status.as_of]
    done = [task for task in due if task.state is State.DONE]
    late = sum(1 for task in done if task.timeliness is Timeliness.LATE)
    still = [task for task in due if task.attention is Attention.OVERDUE]
    return DueCounts(
        due=len(due),
        in_time=len(done) - late,
        late=late,
        open=len(still),
        other=len(due) - len(done) - len(still),
        held=sum(1 for task in still if task.state is State.SUSPENDED),
        cancelled=sum(1 for task in due if task.state is State.CANCELLED),
    )


def _returns(assessment: Assessment) -> ReturnsDue | None:
    rows = [(task, owed) for task in assessment.tasks for owed in task.owed]
    if not rows:
        return None
    month = max(owed.month for _, owed in rows)
    rows = [(task, owed) for task, owed in rows if owed.month == month]
    late = [(owed.unit, task.node.id) for task, owed in rows if owed.late]
    missing = [(owed.unit, task.node.id) for task, owed in rows if owed.received is None]
    last = max(owed.day for _, owed in rows)
    return ReturnsDue(
        month=month,
        day=last,
        over=(assessment.day - last).days > NEAR_DAYS,
        owed=len(rows),
        on_time=len(rows) - len(late) - len(missing),
        late=len(late),
        missing=len(missing),
        late_units=_by_unit(late),
        missing_units=_by_unit(missing),
    )


def _by_unit(rows: list[tuple[str | None, str]]) -> tuple[UnitReturns, ...]:
    units: dict[str, list[str]] = {}
    for unit, task in rows:
        units.setdefault(unit or "", []).append(task)
    return tuple(UnitReturns(unit, tuple(dict.fromkeys(tasks))) for unit, tasks in units.items())


def _next_due(status: StatusView) -> tuple[TaskView, ...]:
    """Open tasks due within one reporting cycle, soonest first."""
    until = status.as_of + timedelta(days=NEAR_DAYS)
    open_states = (State.UNKNOWN, State.NOT_STARTED, State.IN_PROGRESS)
    near = [
        task
        for task in status.tasks
        if task.due is not None and status.as_of <= task.due <= until and task.state in open_states
    ]
    return tuple(sorted(near, key=lambda task: task.due or date.max))


def _contradictions(book: Book, catalogue: Catalogue) -> tuple[ContradictionView, ...]:
    """Figures found by comparing, then wording as transcribed, each with its ruling if it has one."""
    tasks = {node.id for node in book.tasks}

    def place(item: str) -> str:
        return catalogue.word("contradiction.annex" if item in tasks else "contradiction.text")

    found = tuple(disagreements(book))
    computed = {frozenset((each.owner, each.other)) for each in found}
    figures = (
        ContradictionView(
            ids=(each.other, each.owner),
            text=f"{each.other}“{each.stated.words}”，{each.owner}“{each.target.words}”",
            told=catalogue.word(
                "contradiction",
                place=place(each.other),
                words=full_width(each.stated.words),
                other=place(each.owner),
                others=full_width(each.target.words),
            ),
            ruling=None,
        )
        for each in found
    )
    worded = (
        ContradictionView(
            each.between, each.text, full_width(each.text), each.ruling.text if each.ruling else None
        )
        for each in book.file.discrepancies
        if each.kind != "figure" or frozenset(each.between) not in computed
    )
    return (*figures, *worded)


def _by_default_clock(book: Book) -> bool:
    """True if the return clock is this tool's default and not the plan's word."""
    own = book.plan.defaults.report if book.plan.defaults else None
    return not own and not any(node.item.report for node in book.nodes.values())
