"""From an assessment to the status view."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from motiontrack.assess.accounts import PhaseAccount, UnitAccount, phase_accounts, unit_accounts
from motiontrack.assess.assessment import Assessment, Unjudged
from motiontrack.assess.causes import Attention, Cause
from motiontrack.assess.judge import Judgement
from motiontrack.assess.owed import Owed
from motiontrack.assess.pace import Pace
from motiontrack.assess.projection import Projection
from motiontrack.assess.state import State
from motiontrack.diagnostics.record import shown_path
from motiontrack.language.catalogue import Catalogue
from motiontrack.model.profile import Profile
from motiontrack.model.vocabulary import By
from motiontrack.views.build_overview import (
    done_share,
    feedback_view,
    findings_view,
    instruction_views,
    prospects_view,
    request_views,
    rollup_views,
)
from motiontrack.views.filters import TILES, apply, apply_to_unjudged, tile_of
from motiontrack.views.numbers import exact, rounded, rounded_expected, rounded_gap, rounded_ratio
from motiontrack.views.sentences import cause_sentence, figure_values, motion_words
from motiontrack.views.status import (
    SCHEMA,
    CauseView,
    ComparedView,
    FilterView,
    GapView,
    LightView,
    MonthView,
    PhaseView,
    PlanView,
    ProfileView,
    ProjectionView,
    ReturnCounts,
    ReturnView,
    StatusView,
    StepView,
    TaskView,
    TotalsView,
    UnitView,
    UnjudgedView,
)

__all__ = ["Builder", "build_status", "return_counts"]

_NO_COLOUR = "#5A6673"


def build_status(
    assessment: Assessment,
    catalogue: Catalogue,
    *,
    asked: FilterView | None = None,
    folder: str = "data",
    rolled: Iterable[By] = tuple(By),
) -> StatusView:
    """The view of what ``asked`` keeps; ``folder`` is the data folder's name, put before file names.

    ``rolled`` are the ways to sum up that will be shown: seven go over all tasks seven times.
    """
    asked = asked or FilterView()
    tasks = apply(assessment, asked)
    unjudged = apply_to_unjudged(assessment, asked)
    shown = {task.node.id for task in tasks}
    builder = Builder(assessment, catalogue, folder)
    # What must be ready when a phase opens belongs to the accounts of the phases before it.
    of_any_phase = apply(assessment, replace(asked, phase=None))
    accounts = phase_accounts(assessment.book.phases, of_any_phase, assessment.day)
    phases = [each for each in accounts if asked.phase is None or _is_phase(each, asked.phase)]
    return StatusView(
        schema=SCHEMA,
        as_of=assessment.day,
        plan=builder.plan(),
        profile=builder.profile(),
        filter=asked,
        totals=builder.totals(tasks, unjudged),
        tasks=tuple(builder.task(task) for task in tasks),
        steps=builder.steps(asked.phase),
        phases=tuple(builder.phase(each) for each in phases),
        units=tuple(builder.unit(each) for each in unit_accounts(assessment.book.units, tasks)),
        rollups=rollup_views(builder, tasks, unjudged, rolled, every=not asked.narrows),
        prospects=prospects_view(assessment, tasks),
        requests=request_views(builder, shown),
        instructions=instruction_views(builder, shown),
        findings=findings_view(assessment, shown if asked.narrows else None),
        feedback=feedback_view(assessment),
        unjudged=tuple(builder.unjudged(each) for each in unjudged),
    )


def _is_phase(account: PhaseAccount, phase: str) -> bool:
    return account.span is not None and account.span.phase.id == phase


def _localised(record: object, name: str, catalogue: Catalogue) -> str:
    return str(getattr(record, f"{name}_{catalogue.language}"))


class Builder:
    """What every part of the view needs at hand."""

    __slots__ = ("assessment", "catalogue", "folder", "keys")

    def __init__(self, assessment: Assessment, catalogue: Catalogue, folder: str) -> None:
        self.assessment = assessment
        self.catalogue = catalogue
        self.folder = folder
        self.keys = (*(light.id for light in assessment.profile.lights), *TILES)

    def plan(self) -> PlanView:
        """The document."""
        book = self.assessment.book
        organisation, motion = book.file.organisation, book.file.motion
        return PlanView(
            title=book.plan.title,
            document=book.plan.document,
            issued=book.issued,
            year=book.year,
            illustrative=book.illustrative,
            closes=book.closes,
            motion=motion.title if motion else None,
            motion_number=motion.number.removesuffix("议案") if motion and motion.number else None,
            motion_name=motion_words(motion.number, self.catalogue) if motion and motion.number else None,
            lead=organisation.lead if organisation else None,
            supervisor=organisation.supervisor if organisation else None,
            labels=book.plan.labels,
            shares=book.plan.shares,
        )

    def profile(self) -> ProfileView:
        """The rules of the lights, with every word they need."""
        profile = self.assessment.profile
        words = self._words(profile)
        lights = (
            LightView(light.id, words[light.id], light.shape, light.colour, int(light.rank))
            for light in profile.lights
        )
        tiles = (LightView(tile, words[tile], "bar", _NO_COLOUR, -1) for tile in TILES)
        return ProfileView(
            id=profile.id,
            title=_localised(profile, "title", self.catalogue),
            source=profile.source,
            lights=(*lights, *tiles),
            words=words,
        )

    def _words(self, profile: Profile) -> Mapping[str, str]:
        words = {light.id: _localised(light, "word", self.catalogue) for light in profile.lights}
        words |= {mark.id: _localised(mark, "word", self.catalogue) for mark in profile.marks}
        return words | {tile: self.catalogue.word(f"tile.{tile}") for tile in TILES}

    def totals(self, tasks: Sequence[Judgement], rows: Sequence[Unjudged]) -> TotalsView:
        """The counts."""
        attention = Counter(task.attention.value for task in tasks)
        unjudged = sum(1 for each in rows if each.is_task)
        return TotalsView(
            tasks=len(tasks) + unjudged,
            by_light=self.by_light(tasks),
            by_state=self.by_state(tasks),
            by_attention={each.value: attention[each.value] for each in Attention},
            unjudged=unjudged,
            done_share=done_share(tasks, len(tasks) + unjudged),
        )

    def by_light(self, tasks: Iterable[Judgement]) -> Mapping[str, int]:
        """How many of ``tasks`` stand in each tile; they add up."""
        counted = Counter(tile_of(task) for task in tasks)
        return {key: counted[key] for key in self.keys}

    def by_state(self, tasks: Iterable[Judgement]) -> Mapping[str, int]:
        """How many of ``tasks`` are in each state; they add up."""
        counted = Counter(task.state.value for task in tasks)
        return {state.value: counted[state.value] for state in State}

    def task(self, task: Judgement) -> TaskView:
        """One task, or a part."""
        node, item = task.node, task.node.item
        entry = task.last.entry if task.last else None
        pace = task.pace
        own = [each for each in task.beside if each.item == node.id]
        return TaskView(
            id=node.id,
            goal=item.goal,
            text=item.text,
            lead=task.lead,
            does=node.does,
            support=node.support,
            person=self._names(node.person),
            person_now=self._names(task.person_now),
            due=task.due,
            due_original=task.due_original,
            due_rolled_from=task.due_rolled_from,
            due_words=node.due_words,
            due_assumed=task.due_assumed,
            phase=task.phase.phase.id if task.phase else None,
            state=task.state,
            timeliness=task.timeliness,
            done_on=task.done_on,
            done_assumed=task.done_assumed,
            verified=task.verified,
            light=task.light,
            marks=task.marks,
            attention=task.attention,
            progress=exact(pace.progress) if pace and pace.progress is not None else None,
            expected=_expected(pace),
            expected_basis=pace.basis if pace else None,
            gap=_gap(pace),
            causes=tuple(self.cause(cause) for cause in task.causes),
            last_return=self._last_return(task),
            trend=tuple(MonthView(each.month, each.light, each.regraded) for each in task.trend),
            projection=_projection(task.projection),
            tile=tile_of(task),
            work=entry.work if entry else None,
            problems=entry.problems if entry else None,
            next=entry.next if entry else None,
            claimed=exact(Fraction(own[0].claimed)) if own else None,
            counted=rounded(min(each.share for each in own)) if own else None,
            figure_day=pace.day if pace and pace.progress is not None else None,
            apart=tuple(dict.fromkeys(each.item for each in task.beside if each not in own)),
            compared=_compared(task),
        )

    def _names(self, names: Sequence[str]) -> str | None:
        return "、".join(names) or None

    def _last_return(self, task: Judgement) -> ReturnView | None:
        if task.last is None or task.last.entry.received is None or task.last_as_of is None:
            return None
        return ReturnView(task.last.month, task.last.entry.received, task.last_as_of)

    def cause(self, cause: Cause, said: int | None = None) -> CauseView:
        """One reason, in a sentence; days of the year ``said`` go without it."""
        return CauseView(
            code=cause.code,
            figures=figure_values(cause.figures),
            text=cause_sentence(cause, self.catalogue, said),
            file=self.file(cause.place.file) if cause.place else None,
            line=cause.place.span.line if cause.place else None,
            item=cause.item,
        )

    def file(self, path: str) -> str:
        """A path of the data folder as a reader finds it."""
        return shown_path(self.folder, path)

    def steps(self, phase: str | None) -> tuple[StepView, ...]:
        """The steps, of one phase or all."""
        return tuple(
            StepView(
                id=step.node.id,
                phase=step.phase,
                text=step.node.item.text,
                due=step.due,
                due_assumed=step.due_assumed,
                state=step.state,
                done_on=step.done_on,
            )
            for step in self.assessment.steps
            if phase is None or step.phase == phase
        )

    def phase(self, account: PhaseAccount) -> PhaseView:
        """One phase's account."""
        span = account.span
        return PhaseView(
            id=span.phase.id if span else None,
            name=span.phase.name if span else self._after(account.tasks),
            first=span.first if span else None,
            last=span.last if span else None,
            when=account.when,
            tasks=_ids(account.tasks),
            by_light=self.by_light(account.tasks),
            by_state=self.by_state(account.tasks),
            not_done=_ids(account.not_done),
            behind=_ids(account.behind),
        )

    def _after(self, tasks: Sequence[Judgement]) -> str:
        """The name of what is in no phase's account: due later, or never, or some of both."""
        standing = {task.node.standing for task in tasks}
        only = {True: ".standing", False: ".dated"}[standing.pop()] if len(standing) == 1 else ""
        return self.catalogue.word(f"phase.after{only}")

    def unit(self, account: UnitAccount) -> UnitView:
        """One unit's account."""
        return UnitView(
            id=account.unit,
            tasks=len(account.tasks),
            by_light=self.by_light(account.tasks),
            returns=return_counts(account.owed),
        )

    def unjudged(self, row: Unjudged) -> UnjudgedView:
        """A row that is not judged."""
        return UnjudgedView(row.node.id or None, self.file(row.place.file), row.place.span.line)


def _ids(tasks: Iterable[Judgement]) -> tuple[str, ...]:
    return tuple(task.node.id for task in tasks)


def _projection(made: Projection | None) -> ProjectionView | None:
    if made is None:
        return None
    return ProjectionView(made.finish, made.earliest, made.latest, len(made.points), made.by_stages)


def _expected(pace: Pace | None) -> Decimal | None:
    if pace is None or pace.expected is None:
        return None
    return rounded_expected(pace.expected, pace.gap)


def _compared(task: Judgement) -> tuple[ComparedView, ...]:
    """Every figure reported, each by the name of its target where there is more to the task than that one."""
    alone = len(task.paces) == 1 and len(task.node.item.targets) == 1
    return tuple(
        ComparedView(None if alone else pace.target, exact(pace.progress), _expected(pace), pace.day)
        for pace in task.paces
        if pace.progress is not None
    )


def _gap(pace: Pace | None) -> GapView | None:
    if pace is None or pace.gap is None:
        return None
    ratio: Fraction | None = pace.ratio
    return GapView(rounded_gap(pace.gap), rounded_ratio(ratio) if ratio is not None else None)


def return_counts(owed: Sequence[Owed]) -> ReturnCounts:
    """How the returns owed came in."""
    missing = sum(1 for each in owed if each.received is None)
    late = sum(1 for each in owed if each.late)
    return ReturnCounts(owed=len(owed), on_time=len(owed) - missing - late, late=late, missing=missing)
