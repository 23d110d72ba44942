"""One item as it is shown: what it is, whose, when due, its story, its returns and its walk to the light."""

from __future__ import annotations

from collections.abc import Iterator

from motiontrack.assess.case import Case, phase_of
from motiontrack.assess.facts import leads_on
from motiontrack.assess.judge import Judgement
from motiontrack.assess.owed import Owed
from motiontrack.assess.pace import is_past
from motiontrack.assess.people import people_now
from motiontrack.model.bounds import has_bound, is_met
from motiontrack.model.items import Target
from motiontrack.model.reading_words import DEFAULT_CLOCK
from motiontrack.model.resolve import Kind, Node, PhaseSpan
from motiontrack.views.numbers import plain
from motiontrack.views.show import (
    DueView,
    ExtensionView,
    ItemView,
    LinkView,
    OwedView,
    StageView,
    TargetView,
)
from motiontrack.views.show_speech import Teller
from motiontrack.views.show_story import tell
from motiontrack.views.show_walk import walk_of
from motiontrack.views.status import MonthView

__all__ = ["item_view", "target_views", "wanted_said", "with_parts"]

#: The fields of an item that have a place of their own on its page.
_TOLD = (
    "id", "text", "goal", "serves", "lead", "does", "support", "person", "overseer", "department", "clerk",
    "due", "due_words", "report", "targets", "parts", "stages", "standing",
)  # fmt: skip


def item_view(node: Node, teller: Teller) -> ItemView:
    """Everything of one item."""
    assessment, book = teller.assessment, teller.assessment.book
    case = teller.case(node)
    judgement = _judgement_of(node, teller)
    unjudged = next((row.place for row in assessment.unjudged if row.node.id == node.task), None)
    returned = node.kind in (Kind.TASK, Kind.PART) and not node.parts
    owed = tuple(_owed(judgement)) if judgement else tuple(_owed_of(node.id, case.owed if returned else ()))
    story = tell(node, teller, owed, judged=judgement is not None)
    steps = {each.id: each for each in teller.builder.steps(None)}
    phase, handled = _phase(node, teller), teller.ledger.scheduled(node, teller.assessment.day)
    return ItemView(
        id=node.id,
        kind=node.kind,
        belongs_to=node.task if node.kind in (Kind.PART, Kind.STAGE) else None,
        text=node.item.text,
        goal=node.item.goal,
        serves=tuple(_links(node, teller)),
        lead=node.lead,
        lead_now=judgement.lead if judgement else leads_on(node, case.decisions, book),
        does=node.does,
        support=node.support,
        person=node.person,
        person_now=judgement.person_now if judgement else people_now(case, book),
        overseer=(handled.overseer if handled else ()) or node.overseer,
        department=(handled.department if handled else None) or node.department,
        clerk=(handled.clerk if handled else None) or node.clerk,
        report=_report(node, teller),
        phase=LinkView(phase.phase.id, phase.phase.name) if phase else None,
        notes=teller.notes(node.item, without=_TOLD),
        due=_due(node, case, teller),
        standing=node.standing,
        task=teller.builder.task(judgement) if judgement else None,
        step=steps.get(node.id),
        unjudged=teller.place(unjudged) if unjudged and judgement is None else None,
        parts=tuple(teller.row(part) for part in judgement.parts) if judgement else (),
        stages=tuple(_stages(case, teller)),
        targets=tuple(target for each in with_parts(node) for target in target_views(each, teller)),
        story=story.events,
        returns=owed,
        walk=walk_of(judgement, teller) if judgement else None,
        months=tuple(MonthView(each.month, each.light, each.regraded) for each in story.months),
        place=teller.place(node.item.at.place("id")),
    )


def _judgement_of(node: Node, teller: Teller) -> Judgement | None:
    """The judgement of a task or part; ``None`` for stages, steps and what is left unjudged."""
    pending = list(teller.assessment.tasks)
    while pending:
        task = pending.pop()
        if task.node.id == node.id:
            return task
        pending += task.parts
    return None


def with_parts(node: Node) -> Iterator[Node]:
    """The item, its parts, and theirs."""
    yield node
    for part in node.parts:
        yield from with_parts(part)


def _links(node: Node, teller: Teller) -> Iterator[LinkView]:
    file = teller.assessment.book.file
    texts = {goal.id: goal.text for goal in (*file.aims, *file.objectives)}
    yield from (LinkView(link, texts.get(link, "")) for link in node.item.serves)


def _phase(node: Node, teller: Teller) -> PhaseSpan | None:
    """The phase that a step stands in, or whose account the item belongs to."""
    phases = teller.assessment.book.phases
    own = next((span for span in phases if any(step.id == node.id for step in span.steps)), None)
    return own or phase_of(node.due.named if node.due else None, phases)


def _report(node: Node, teller: Teller) -> str:
    """When returns are owed, in the plan's words, else in ours."""
    defaults = teller.assessment.book.plan.defaults
    own = node.item.report or (defaults.report if defaults else None)
    return own or teller.say("report.default", words=DEFAULT_CLOCK)


# -- the deadline


def _due(node: Node, case: Case, teller: Teller) -> DueView | None:
    if node.due is None:
        return None
    extensions = []
    before = node.due.end
    for decision in case.decisions:
        if decision.kind == "extend" and decision.due is not None and decision.on is not None:
            place = teller.place(decision.at.place("due"))
            extensions.append(
                ExtensionView(decision.on, before, decision.due, decision.approver, decision.document, place)
            )
            before = decision.due
    return DueView(
        words=node.due_words,
        rule=node.due.rule,
        said=teller.say(f"rule.{node.due.rule}"),
        original=node.due.end,
        effective=case.due or node.due.end,
        assumed=case.due_assumed,
        extensions=tuple(extensions),
        place=teller.place(node.due_place),
    )


# -- what it is made of, and what came in


def _stages(case: Case, teller: Teller) -> Iterator[StageView]:
    day = case.figure_day or case.day
    for stage in case.stages:
        yield StageView(
            id=stage.id,
            text=stage.item.text,
            due=stage.due.end if stage.due else None,
            percent=stage.item.percent,
            past=is_past(stage, day),
            reached=stage.id in case.reached,
            place=teller.place(stage.item.at.place("id")),
        )


def target_views(node: Node, teller: Teller) -> Iterator[TargetView]:
    """The targets of an item without its parts, each with the figure last reported of it."""
    values = teller.case(node).values
    for target in node.item.targets:
        held = values.get(target.id)
        yield TargetView(
            item=node.id,
            id=target.id,
            words=target.words,
            wanted=wanted_said(target, teller),
            value=held.value if held else None,
            as_of=held.day if held else None,
            met=is_met(target, held.value) if held and has_bound(target) else None,
            measure=target.measure or "",
        )


def wanted_said(target: Target, teller: Teller) -> str | None:
    """What a target asks for; ``None`` where no number was set."""
    low, high, measure = target.at_least, target.at_most, target.measure or ""
    if low is not None and high is not None and low != high:
        return teller.speaker.say("target.range", low=plain(low), high=plain(high), measure=measure)
    if low is not None:
        return teller.say("target.least", low=plain(low), measure=measure)
    if high is not None:
        return teller.speaker.say("target.most", high=plain(high), measure=measure)
    return teller.speaker.say("target.above", above=target.above) if target.above else None


def _owed(task: Judgement) -> Iterator[OwedView]:
    if not task.parts:
        yield from _owed_of(task.node.id, task.owed)
    for part in task.parts:
        yield from _owed(part)


def _owed_of(item: str, owed: tuple[Owed, ...]) -> Iterator[OwedView]:
    for each in owed:
        late = None if each.received is None else max((each.received - each.day).days, 0)
        yield OwedView(item, each.month, each.day, each.unit, each.received, late)
