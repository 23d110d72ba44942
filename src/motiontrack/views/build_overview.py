"""From an assessment to roll-ups, prospects, and what waits for an answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from motiontrack.assess.assessment import Assessment, Unjudged
from motiontrack.assess.causes import Attention
from motiontrack.assess.judge import Judgement
from motiontrack.assess.matters import (
    FindingState,
    findings_on,
    instructions,
    requests,
    state_of_finding,
    verdicts,
)
from motiontrack.assess.prospects import Prospect, accounted_by, carried_over, prospect_of
from motiontrack.assess.rollup import Group, roll_up
from motiontrack.assess.state import State
from motiontrack.model.registers import VERDICTS
from motiontrack.model.vocabulary import By
from motiontrack.views.numbers import rounded
from motiontrack.views.overview import (
    AccountView,
    CarriedView,
    FeedbackView,
    FindingsView,
    InstructionView,
    ProspectsView,
    RequestView,
)

if TYPE_CHECKING:
    from motiontrack.views.build import Builder

__all__ = [
    "done_share",
    "feedback_view",
    "findings_view",
    "instruction_views",
    "prospects_view",
    "request_views",
    "rollup_views",
]


def rollup_views(
    builder: Builder,
    tasks: Sequence[Judgement],
    unjudged: Sequence[Unjudged],
    rolled: Iterable[By],
    *,
    every: bool,
) -> Mapping[str, tuple[AccountView, ...]]:
    """The groups of each way to group in ``rolled``; each way's counts add up to the tasks shown."""
    names = _names(builder.assessment)
    return {
        by.value: tuple(
            _account(group, names.get(by, {}), builder)
            for group in roll_up(by, builder.assessment, tasks, unjudged, every=every)
        )
        for by in rolled
    }


def _names(assessment: Assessment) -> Mapping[By, Mapping[str | None, str]]:
    """The words of what is grouped by an id."""
    book = assessment.book
    return {
        By.AIM: {each.id: each.text for each in book.file.aims},
        By.OBJECTIVE: {each.id: each.text for each in book.file.objectives},
        By.PHASE: {span.phase.id: span.phase.name for span in book.phases},
    }


def _account(group: Group, names: Mapping[str | None, str], builder: Builder) -> AccountView:
    attention = Counter(task.attention for task in group.tasks)
    return AccountView(
        id=group.key,
        name=names.get(group.key),
        tasks=group.size,
        unjudged=len(group.unjudged),
        by_light=builder.by_light(group.tasks),
        by_state=builder.by_state(group.tasks),
        by_attention={each.value: attention[each] for each in Attention},
        done_share=done_share(group.tasks, group.size),
        laggards=_laggards(group.tasks),
        also=group.also,
    )


def done_share(tasks: Sequence[Judgement], size: int) -> Decimal | None:
    """办结率: done ÷ (all − cancelled) in percent, never rounded up to 100; ``None`` if nothing is left."""
    states = Counter(task.state for task in tasks)
    of = size - states[State.CANCELLED]
    if not of:
        return None
    return rounded(Fraction(100 * states[State.DONE], of), judged=(Fraction(0), Fraction(100)))


def _laggards(tasks: Sequence[Judgement]) -> tuple[str, ...]:
    behind = [task for task in tasks if task.attention in (Attention.OVERDUE, Attention.AT_RISK)]
    return tuple(task.node.id for task in sorted(behind, key=lambda task: -task.attention.weight))


def prospects_view(assessment: Assessment, tasks: Sequence[Judgement]) -> ProspectsView:
    """How each task will end by its unit's word; every task is under exactly one prospect."""
    sorted_by: dict[str, list[str]] = {each.value: [] for each in Prospect}
    for task in tasks:
        sorted_by[prospect_of(task).value].append(task.node.id)
    due, reached = _stages(tasks, assessment)
    book, day = assessment.book, assessment.day
    carried = carried_over(tasks, accounted_by(book.issued, book.closes, day), day)
    return ProspectsView(
        tasks={prospect: tuple(ids) for prospect, ids in sorted_by.items()},
        stages=due,
        stages_reached=reached,
        carried=tuple(
            CarriedView(each.task.node.id, each.certain, tuple(reason.value for reason in each.reasons))
            for each in carried
        ),
    )


def _stages(tasks: Sequence[Judgement], assessment: Assessment) -> tuple[int, int]:
    """The stages due on or before the day, and how many of them were reached: all, of what is done.

    Those of cancelled work are not asked for.
    """
    pairs = [
        (stage, leaf)
        for task in tasks
        for leaf in task.leaves
        if leaf.state is not State.CANCELLED
        for stage in leaf.stages
        if stage.due is not None and stage.due.end <= assessment.day
    ]
    return len(pairs), sum(1 for stage, leaf in pairs if leaf.state is State.DONE or stage.id in leaf.reached)


def request_views(builder: Builder, shown: Collection[str]) -> tuple[RequestView, ...]:
    """The matters to coordinate that are open among the tasks shown."""
    views = []
    for request in requests(builder.assessment, shown):
        entry, place = request.monthly.entry, request.monthly.entry.at.place("coordinate")
        if entry.received is not None and entry.coordinate is not None:
            views.append(
                RequestView(
                    item=entry.task,
                    unit=request.unit,
                    month=request.monthly.month,
                    received=entry.received,
                    text=entry.coordinate,
                    file=builder.file(place.file),
                    line=place.span.line,
                )
            )
    return tuple(views)


def instruction_views(builder: Builder, shown: Collection[str]) -> tuple[InstructionView, ...]:
    """The instructions on what is open among the tasks shown."""
    views = []
    for given in instructions(builder.assessment, shown):
        place = given.at.place("text")
        if given.on is not None:
            views.append(
                InstructionView(
                    item=given.item,
                    on=given.on,
                    by=given.approver,
                    text=given.text,
                    due=given.due,
                    document=given.document,
                    file=builder.file(place.file),
                    line=place.span.line,
                )
            )
    return tuple(views)


def findings_view(assessment: Assessment, shown: Collection[str] | None) -> FindingsView:
    """The findings known on the day; ``shown`` keeps those about one of these tasks, ``None`` all."""
    known = [
        raised
        for raised in findings_on(assessment.book.findings, assessment.day)
        if shown is None or any(assessment.book.task_of(item) in shown for item in raised.finding.tasks)
    ]
    stand = [(raised.finding.id, state_of_finding(raised, assessment.day)) for raised in known]
    counted = Counter(state for _, state in stand)
    still = (FindingState.OVERDUE, FindingState.OPEN)
    return FindingsView(
        raised=len(known),
        mended=counted[FindingState.MENDED],
        mended_late=counted[FindingState.MENDED_LATE],
        open=counted[FindingState.OPEN],
        overdue=counted[FindingState.OVERDUE],
        still_open=tuple(name for each in still for name, state in stand if state is each),
    )


def feedback_view(assessment: Assessment) -> FeedbackView:
    """The deputies' last words on the day; they speak of the motion, whatever tasks are shown."""
    day = assessment.day
    last = verdicts(assessment.book.feedback, day)
    counted = Counter(each.feedback.verdict for each in last)
    return FeedbackView(
        answers=sum(1 for each in assessment.book.feedback if each.dated is not None and each.dated <= day),
        deputies=len(last),
        by_verdict={verdict: counted[verdict] for verdict in VERDICTS} | {"unsaid": counted[None]},
        changed=sum(1 for each in last if each.before not in (None, each.feedback.verdict)),
        unanswered=tuple(each.feedback.deputy or "" for each in last if each.unanswered(day)),
    )
