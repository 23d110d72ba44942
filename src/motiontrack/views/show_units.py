"""A unit and a person as they are shown: posts over time, tasks by role, returns, what comes next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from motiontrack.assess.accounts import unit_accounts
from motiontrack.assess.judge import Judgement
from motiontrack.assess.matters import FindingState
from motiontrack.assess.owed import Owed
from motiontrack.assess.people import in_post
from motiontrack.assess.state import RESTING
from motiontrack.lean import lean
from motiontrack.model.units import Person, Unit
from motiontrack.views.build import return_counts
from motiontrack.views.page_next import next_return
from motiontrack.views.sentences import month_words
from motiontrack.views.show import (
    ComingView,
    MonthReturnsView,
    PersonView,
    PostView,
    RowView,
    UnitStoryView,
)
from motiontrack.views.show_plan import finding_views
from motiontrack.views.show_speech import Teller

__all__ = ["Ahead", "ahead_of", "person_view", "unit_view"]


def unit_view(unit: Unit, teller: Teller) -> UnitStoryView:
    """Everything of one unit."""
    assessment = teller.assessment
    accounts = unit_accounts(assessment.book.units, assessment.tasks)
    owed = next((account.owed for account in accounts if account.unit == unit.id), ())
    people = tuple(_post(unit, person, teller) for person in unit.people)
    tasks = tuple(_unit_rows(unit.id, teller))
    return UnitStoryView(
        id=unit.id,
        aliases=unit.aliases,
        kind=teller.named(Unit, "kind", unit.kind) if unit.kind else None,
        people=people,
        tasks=tasks,
        returns=return_counts(owed),
        months=tuple(_months(owed)),
        findings=tuple(each for each in finding_views(teller) if _concerns(unit.id, each.unit, each.tasks)),
        coming=tuple(_coming(unit.id, teller)),
        ask=tuple(post for post in people if post.now),
        place=teller.place(unit.at.place("id")),
    )


def person_view(name: str, teller: Teller) -> PersonView:
    """Everything of one person: two of the same name are shown with the posts of both."""
    return PersonView(
        name=name,
        posts=tuple(
            _post(unit, person, teller)
            for unit in teller.assessment.book.unit_rows
            for person in unit.people
            if person.name == name
        ),
        tasks=tuple(_person_rows(name, teller)),
    )


def _post(unit: Unit, person: Person, teller: Teller) -> PostView:
    return PostView(
        unit=unit.id,
        name=person.name,
        post=person.post,
        first=person.first,
        last=person.last,
        phone=person.phone,
        now=in_post(person, teller.assessment.day),
        place=teller.place(person.at.place("name")),
    )


# -- tasks by role


def _unit_rows(unit: str, teller: Teller) -> Iterator[RowView]:
    for task in teller.assessment.tasks:
        roles = tuple(dict.fromkeys(_roles_of_unit(unit, task)))
        if roles:
            yield teller.row(task, *roles)
    for row in teller.assessment.unjudged:
        node = row.node
        if row.is_task and unit in (*node.lead, *node.does, *node.support):
            yield teller.row(row, "unjudged")


def _roles_of_unit(unit: str, task: Judgement) -> Iterator[str]:
    """What a unit is to a task: as it is now first, then as the plan printed it."""
    node = task.node
    if unit in task.lead:
        yield "convenes" if task.lead[0] == unit else "leads"
    elif unit in node.lead:
        yield "led"
    if unit in node.does:
        yield "does"
    if unit in node.support:
        yield "supports"
    for part in task.parts:
        yield from _roles_of_unit(unit, part)


def _person_rows(name: str, teller: Teller) -> Iterator[RowView]:
    for task in teller.assessment.tasks:
        roles = tuple(dict.fromkeys(_roles_of_person(name, task, teller)))
        if roles:
            yield teller.row(task, *roles)
    for row in teller.assessment.unjudged:
        if row.is_task and name in row.node.person:
            yield teller.row(row, "unjudged")


def _roles_of_person(name: str, task: Judgement, teller: Teller) -> Iterator[str]:
    node = task.node
    if name in task.person_now:
        yield "answers"
    if name in node.person:
        yield "printed"
    handled = teller.ledger.scheduled(node, teller.assessment.day)
    if name in ((handled.overseer if handled else ()) or node.overseer):
        yield "oversees"
    if name == ((handled.clerk if handled else None) or node.clerk):
        yield "handles"
    for part in task.parts:
        yield from _roles_of_person(name, part, teller)


# -- returns and what comes next


def _months(owed: Iterable[Owed]) -> Iterator[MonthReturnsView]:
    by_month: dict[str, list[Owed]] = {}
    for each in owed:
        by_month.setdefault(each.month, []).append(each)
    for month in sorted(by_month):
        yield MonthReturnsView(month, return_counts(by_month[month]))


def _concerns(unit: str, mends: str | None, tasks: tuple[RowView, ...]) -> bool:
    return unit == mends or any(task.unit == unit for task in tasks)


@lean
class Ahead:
    """What falls due on a day: ``task``, ``stage``, ``return`` or ``finding``, with the id and text of each.

    ``month`` is that of a return, ``task`` the text of what a stage belongs to.
    """

    day: date
    kind: str
    items: tuple[tuple[str, str], ...]
    month: str = ""
    task: str = ""


def ahead_of(unit: str, teller: Teller) -> tuple[Ahead, ...]:
    """What of the unit's falls due, soonest first."""
    return tuple(
        sorted((*_tasks_ahead(unit, teller), *_findings_ahead(unit, teller)), key=lambda each: each.day)
    )


def _coming(unit: str, teller: Teller) -> Iterator[ComingView]:
    """The days ahead on which something of the unit's falls due, soonest first."""
    for day, found in groupby(ahead_of(unit, teller), key=lambda each: each.day):
        yield ComingView(day, tuple(_ahead_said(each, teller) for each in found))


def _ahead_said(each: Ahead, teller: Teller) -> str:
    if each.kind == "return":
        tasks = teller.listed(name for name, _ in each.items)
        return teller.say("coming.return", month=month_words(each.month, teller.catalogue), tasks=tasks)
    ((name, text),) = each.items
    return teller.say(f"coming.{each.kind}", id=name, text=text)


def _tasks_ahead(unit: str, teller: Teller) -> Iterator[Ahead]:
    day = teller.assessment.day
    returns: dict[tuple[date, str], list[tuple[str, str]]] = {}
    for leaf in (leaf for task in teller.assessment.tasks for leaf in task.leaves):
        if leaf.lead[:1] != (unit,) or leaf.state in RESTING:
            continue
        item = leaf.node.id, leaf.node.item.text
        following = next_return(leaf, teller.assessment)
        if following is not None:
            returns.setdefault(following, []).append(item)
        if leaf.due is not None and leaf.due >= day:
            yield Ahead(leaf.due, "task", (item,))
        case = teller.case(leaf.node)
        for stage in case.stages:
            if stage.due is not None and stage.due.end >= day and stage.id not in case.reached:
                yield Ahead(stage.due.end, "stage", ((stage.id, stage.item.text),), task=leaf.node.item.text)
    for (due, month), items in returns.items():
        yield Ahead(due, "return", tuple(items), month)


def _findings_ahead(unit: str, teller: Teller) -> Iterator[Ahead]:
    for finding in finding_views(teller):
        if finding.unit == unit and finding.state is FindingState.OPEN and finding.due is not None:
            yield Ahead(finding.due, "finding", ((finding.id, finding.text),))
