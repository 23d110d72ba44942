"""What an office did in the year, as far as the files tell: who leads, what is divided, who returned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from motiontrack.assess.accounts import StepJudgement, StepState, leading_units
from motiontrack.assess.assessment import Assessment
from motiontrack.assess.state import State
from motiontrack.book import leaves
from motiontrack.lean import lean
from motiontrack.model.registers import SLIP_KINDS
from motiontrack.model.resolve import PhaseSpan
from motiontrack.views.build import return_counts
from motiontrack.views.paper_words import full_width, said_by
from motiontrack.views.status import ReturnCounts

__all__ = [
    "GroupTold",
    "OpeningTold",
    "PhaseTold",
    "PracticeView",
    "StepTold",
    "Unnamed",
    "build_opening",
    "build_practice",
    "steps_ahead",
]


@lean
class OpeningTold:
    """What a report opens with; ``meeting`` decided on the motion, ``office`` signs."""

    motion: str | None
    number: str | None
    meeting: str | None
    plan: str
    office: str | None


@lean
class GroupTold:
    """The leading group; each member with the post before the name."""

    head: str | None
    deputies: tuple[str, ...]
    members: tuple[str, ...]


@lean
class StepTold:
    """A step that was done, in the words of the record of it, else the plan's; or one that was not.

    ``dated``: the words begin with a time of their own. ``phase``: the document prints no day for it, and
    ``day`` is the last of this phase.
    """

    day: date
    text: str
    dated: bool
    phase: PhaseTold | None


@lean
class PhaseTold:
    """A phase with its first and last day."""

    name: str
    first: date | None
    last: date


@lean
class Unnamed:
    """The units that have not named some of what the document asks every unit to name."""

    fields: tuple[str, ...]
    units: tuple[str, ...]


@lean
class PracticeView:
    """What was done. ``without``: how many tasks lack each of unit, person and deadline.

    ``planned`` and ``unplanned`` are the leading units with and without a plan of their own; ``slips``
    are the kinds of slips sent, each with how many.
    """

    group: GroupTold | None
    office: str | None
    steps: tuple[StepTold, ...]
    without_lead: int
    without_person: int
    without_due: int
    planned: tuple[str, ...]
    unplanned: tuple[str, ...]
    unnamed: tuple[Unnamed, ...]
    first_month: str | None
    last_month: str | None
    returns: ReturnCounts
    slips: tuple[tuple[str, int], ...]


def build_opening(assessment: Assessment) -> OpeningTold:
    """What stands at a report's head and foot."""
    book = assessment.book
    motion, organisation = book.file.motion, book.file.organisation
    return OpeningTold(
        motion=full_width(motion.title) if motion else None,
        number=motion.number if motion else None,
        meeting=motion.meeting if motion else None,
        plan=full_width(book.plan.title),
        office=(organisation.office or organisation.lead) if organisation else None,
    )


def build_practice(assessment: Assessment) -> PracticeView:
    """What is known of the office's work on the day."""
    book = assessment.book
    organisation = book.file.organisation
    owed = [each for task in assessment.tasks for each in task.owed]
    months = sorted({each.month for each in owed})
    leading = leading_units(assessment.tasks)
    planned = {plan.unit for plan in book.schedules if plan.received <= assessment.day}
    rows = tuple(leaves(book.tasks))
    sent = [slip.kind for slip in book.slips if slip.issued_on and slip.issued_on <= assessment.day]
    return PracticeView(
        group=_group(assessment),
        office=organisation.office if organisation else None,
        steps=_steps(assessment),
        without_lead=sum(1 for row in rows if not row.lead),
        without_person=sum(1 for row in rows if not row.person),
        without_due=sum(1 for row in rows if row.due is None and not row.standing),
        planned=tuple(unit for unit in leading if unit in planned),
        unplanned=tuple(unit for unit in leading if unit not in planned),
        unnamed=_unnamed(assessment),
        first_month=months[0] if months else None,
        last_month=months[-1] if months else None,
        returns=return_counts(owed),
        slips=tuple((kind, sent.count(kind)) for kind in SLIP_KINDS if kind in sent),
    )


def _group(assessment: Assessment) -> GroupTold | None:
    organisation = assessment.book.file.organisation
    group = organisation.group if organisation else None
    if group is None:
        return None
    named = [
        tuple(f"{each.post}{each.name or ''}" for each in members)
        for members in ((group.head,) if group.head else (), group.deputies, group.members)
    ]
    return GroupTold(named[0][0] if named[0] else None, named[1], named[2])


def _steps(assessment: Assessment) -> tuple[StepTold, ...]:
    done = [step for step in assessment.steps if step.state is StepState.DONE and step.done_on]
    told = []
    for step in sorted(done, key=lambda each: each.done_on or date.max):
        decisions = assessment.ledger.decisions(step.node.id, assessment.day)
        words = next((each.text for each in decisions if each.text and each.on == step.done_on), None)
        told.append(_step(step.done_on or date.max, words or step.node.item.text))
    return tuple(told)


def steps_ahead(assessment: Assessment, state: StepState) -> tuple[StepTold, ...]:
    """The steps in ``state``, which is not done, by the day they are due; those of one time as one."""
    found = [step for step in assessment.steps if step.state is state and step.due]
    spans = {span.phase.id: span for span in assessment.book.phases}
    told = (
        _step(step.due or date.max, step.node.item.text, _phase(step, spans[step.phase]))
        for step in sorted(found, key=lambda each: each.due or date.max)
    )
    return tuple(_together(told))


def _together(steps: Iterable[StepTold]) -> Iterator[StepTold]:
    for (day, phase), group in groupby(steps, key=lambda each: (each.day, each.phase)):
        alike = list(group)
        yield from (each for each in alike if each.dated)
        texts = [each.text for each in alike if not each.dated]
        if texts:
            yield StepTold(day, "；".join(texts), dated=False, phase=phase)


def _phase(step: StepJudgement, span: PhaseSpan) -> PhaseTold | None:
    if not step.due_assumed or span.last is None:
        return None
    return PhaseTold(said_by(span.phase.name), span.first, span.last)


def _step(day: date, words: str, phase: PhaseTold | None = None) -> StepTold:
    text = full_width(words).rstrip("。；")
    return StepTold(day, text, text[:1].isdigit(), phase)


def _unnamed(assessment: Assessment) -> tuple[Unnamed, ...]:
    """By what they have not named; asked of the units that lead open work."""
    fields = assessment.book.plan.expect
    missing: dict[str, set[str]] = {}
    for task in assessment.tasks:
        for leaf in task.leaves:
            if fields and leaf.lead and leaf.state is not State.CANCELLED:
                row = assessment.ledger.scheduled(leaf.node, assessment.day)
                lacking = {
                    each for each in fields if not (getattr(leaf.node, each) or getattr(row, each, None))
                }
                missing.setdefault(leaf.lead[0], set()).update(lacking)
    return tuple(_by_fields(fields, missing))


def _by_fields(fields: Sequence[str], missing: dict[str, set[str]]) -> list[Unnamed]:
    units: dict[tuple[str, ...], list[str]] = {}
    for unit, lacking in missing.items():
        if lacking:
            units.setdefault(tuple(each for each in fields if each in lacking), []).append(unit)
    return [Unnamed(key, tuple(names)) for key, names in units.items()]
