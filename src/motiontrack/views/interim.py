"""What ``report interim`` tells the standing committee in the middle of the year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from motiontrack.assess.accounts import StepState
from motiontrack.assess.assessment import Assessment
from motiontrack.assess.causes import INFORMATION, Attention, Code
from motiontrack.assess.state import State, Timeliness
from motiontrack.language.catalogue import Catalogue
from motiontrack.lean import lean
from motiontrack.views.build import Builder
from motiontrack.views.digest import Digest, Noted, build_digest
from motiontrack.views.numbers import rounded
from motiontrack.views.overview import InstructionView
from motiontrack.views.page_next import Peak, peak_of
from motiontrack.views.page_rules import LightRule, light_rules
from motiontrack.views.page_words import Speaker
from motiontrack.views.paper import LightCount, PaperView
from motiontrack.views.practice import (
    OpeningTold,
    PracticeView,
    StepTold,
    build_opening,
    build_practice,
    steps_ahead,
)
from motiontrack.views.raised import RaisedTold, raised_told
from motiontrack.views.status import CauseView, TaskView
from motiontrack.views.told import GoalTold, TaskTold, best_first, goals_told, tasks_told, unsettled

__all__ = [
    "DueTold",
    "InterimView",
    "NotedTold",
    "PeakTold",
    "SilentTold",
    "WhyTold",
    "build_interim",
]

#: A day on which so many open tasks fall due, and half of them or more, is worth a sentence.
_CROWD = 3
#: The figures of causes that are days.
_DAYS = frozenset({"due", "day", "start", "forecast", "opens"})


@lean
class DueTold:
    """The tasks past their deadline; ``ahead`` are done before theirs has passed, or without one."""

    in_time: tuple[TaskTold, ...]
    late: tuple[TaskTold, ...]
    open: tuple[TaskTold, ...]
    stopped: tuple[TaskTold, ...]
    ahead: tuple[TaskTold, ...]

    @property
    def due(self) -> int:
        """How many are past their deadline: all but those ``ahead``."""
        return len(self.in_time) + len(self.late) + len(self.open) + len(self.stopped)


@lean
class WhyTold:
    """One reason that counts against a task; ``part`` is what it holds of, empty for the task itself.

    ``figures`` are those of the cause, its days as days. ``more``: so many of the same kind, none graver.
    """

    code: Code
    part: str
    figures: Mapping[str, object]
    more: int


@lean
class NotedTold:
    """A task that is overdue or at risk, with its reasons: of each kind the gravest."""

    told: TaskTold
    why: tuple[WhyTold, ...]


@lean
class SilentTold:
    """A unit with what it has not reported: tasks, or parts of them."""

    unit: str | None
    items: tuple[TaskTold, ...]


@lean
class PeakTold:
    """The day on which most tasks fall due, ``share`` in percent of the ``of`` that have not yet.

    Suspended ones have no day that counts and are in neither.
    """

    peak: Peak
    of: int
    share: Decimal


@lean
class InterimView:
    """What the template sees as ``interim``.

    ``prospects`` holds every task of a judged plan once, by how it will end; ``open`` how many are
    neither done nor cancelled; ``ahead`` the months in which open tasks fall due, each with how many;
    ``names`` what each task is called, by its id.
    """

    opening: OpeningTold
    practice: PracticeView
    goals: tuple[GoalTold, ...]
    due: DueTold
    prospects: Mapping[str, tuple[TaskTold, ...]]
    open: int
    overdue: tuple[NotedTold, ...]
    at_risk: tuple[NotedTold, ...]
    silent: tuple[SilentTold, ...]
    unreported: int
    peak: PeakTold | None
    ahead: tuple[tuple[str, int], ...]
    near: tuple[TaskTold, ...]
    raised: tuple[RaisedTold, ...]
    steps: tuple[StepTold, ...]
    unrecorded: tuple[StepTold, ...]
    unsettled: tuple[str, ...]
    lights: tuple[LightCount, ...]
    rules: tuple[LightRule, ...]
    instructions: tuple[tuple[InstructionView, str], ...]
    requests: tuple[tuple[str, str], ...]
    names: Mapping[str, str]


def build_interim(
    assessment: Assessment, paper: PaperView, catalogue: Catalogue, *, folder: str = "data"
) -> InterimView:
    """The view of an assessment whose common part is ``paper``."""
    status = paper.status
    told = tasks_told(assessment, status, Builder(assessment, catalogue, folder))
    by_id = {each.task.id: each for each in _with_parts(told)}
    digest = build_digest(assessment, status, catalogue)
    still = [each for each in told if each.task.state not in (State.DONE, State.CANCELLED)]
    ahead = _ahead(still, paper)
    return InterimView(
        opening=build_opening(assessment),
        practice=build_practice(assessment),
        goals=goals_told(told, status, assessment),
        due=_due(told, paper),
        prospects={key: tuple(by_id[each] for each in ids) for key, ids in status.prospects.tasks.items()},
        open=len(still),
        overdue=_noted(digest.overdue, by_id),
        at_risk=_noted(digest.at_risk, by_id),
        silent=_silent(digest, by_id),
        unreported=digest.unreported,
        peak=_peak(paper, sum(count for _, count in ahead)),
        ahead=ahead,
        near=tuple(by_id[task.id] for task in paper.next_due),
        raised=raised_told(assessment),
        steps=steps_ahead(assessment, StepState.COMING),
        unrecorded=steps_ahead(assessment, StepState.UNRECORDED),
        unsettled=unsettled(paper),
        lights=tuple(sorted(paper.lights, key=lambda row: best_first(row.light))),
        rules=light_rules(assessment.profile, status.profile.words, Speaker(catalogue, paper.year)),
        instructions=tuple((each, _named(each.item, by_id)) for each in status.instructions),
        requests=tuple((each.unit or "", each.text.rstrip("。；")) for each in status.requests),
        names={each.task.id: each.name for each in told},
    )


def _due(told: Sequence[TaskTold], paper: PaperView) -> DueTold:
    """Sorted as ``PaperView.due`` counts them."""
    past = [each for each in told if each.task.due is not None and each.task.due < paper.status.as_of]
    done = [each for each in past if each.task.state is State.DONE]
    over = [each for each in past if each.task.attention is Attention.OVERDUE]
    settled = {id(each) for each in (*done, *over)}
    return DueTold(
        in_time=tuple(each for each in done if each.task.timeliness is not Timeliness.LATE),
        late=tuple(each for each in done if each.task.timeliness is Timeliness.LATE),
        open=tuple(over),
        stopped=tuple(each for each in past if id(each) not in settled),
        ahead=tuple(each for each in told if each.task.state is State.DONE and each not in done),
    )


def _with_parts(told: Iterable[TaskTold]) -> Iterator[TaskTold]:
    for each in told:
        yield each
        yield from _with_parts(each.parts)


def _noted(noted: Iterable[Noted], by_id: Mapping[str, TaskTold]) -> tuple[NotedTold, ...]:
    return tuple(NotedTold(by_id[each.task.id], _why(each.task, by_id)) for each in noted)


def _why(task: TaskView, by_id: Mapping[str, TaskTold]) -> tuple[WhyTold, ...]:
    kinds: dict[tuple[str, Code], list[CauseView]] = {}
    for cause in task.causes:
        if cause.code not in INFORMATION and cause.code is not Code.OVERDUE:
            kinds.setdefault((cause.item, cause.code), []).append(cause)
    items = Counter(item for item, _ in kinds)
    return tuple(
        WhyTold(
            code,
            by_id[item].name if item != task.id and item in by_id else "",
            _dated(max(causes, key=_gravity).figures),
            len(causes) - 1,
        )
        for (item, code), causes in kinds.items()
        # That the phase has come says why to look now; what is short, the other reasons say.
        if code is not Code.PHASE_SHORT or items[item] == 1
    )


def _gravity(cause: CauseView) -> Decimal:
    points, days = cause.figures.get("points"), cause.figures.get("days")
    return points if isinstance(points, Decimal) else Decimal(days if isinstance(days, int) else 0)


def _dated(figures: Mapping[str, str | int | Decimal | None]) -> Mapping[str, object]:
    return {
        name: date.fromisoformat(value) if name in _DAYS and isinstance(value, str) else value
        for name, value in figures.items()
    }


def _silent(digest: Digest, by_id: Mapping[str, TaskTold]) -> tuple[SilentTold, ...]:
    return tuple(SilentTold(each.unit, tuple(by_id[item] for item in each.items)) for each in digest.silent)


def _named(item: str, by_id: Mapping[str, TaskTold]) -> str:
    """What a task or a part of one is called; the id of anything else."""
    return by_id[item].name if item in by_id else item


def _peak(paper: PaperView, coming: int) -> PeakTold | None:
    peak = peak_of(paper.status)
    if peak is None or peak.count < _CROWD or 2 * peak.count < coming:
        return None
    return PeakTold(peak, coming, rounded(Fraction(100 * peak.count, coming)))


def _ahead(still: Iterable[TaskTold], paper: PaperView) -> tuple[tuple[str, int], ...]:
    days = (each.task.due for each in still if each.task.state is not State.SUSPENDED)
    counted = Counter(f"{day:%Y-%m}" for day in days if day is not None and day >= paper.status.as_of)
    return tuple(sorted(counted.items()))
