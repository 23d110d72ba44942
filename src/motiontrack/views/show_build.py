"""From an assessment to the story of one thing: ``motiontrack/show/1``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from motiontrack.assess.assessment import Assessment
from motiontrack.language.catalogue import Catalogue
from motiontrack.views.show import SCHEMA, ShownKind, ShowView
from motiontrack.views.show_item import item_view
from motiontrack.views.show_names import Meant, goals_of
from motiontrack.views.show_plan import finding_views, goal_view, phase_view
from motiontrack.views.show_speech import Teller
from motiontrack.views.show_story import later_facts
from motiontrack.views.show_units import person_view, unit_view

__all__ = ["build_show"]


def build_show(
    assessment: Assessment, catalogue: Catalogue, meant: Meant, *, folder: str = "data"
) -> ShowView:
    """The view of what ``meant`` names; ``catalogue`` has the section ``show``."""
    teller = Teller(assessment, catalogue, folder)
    view = ShowView(
        schema=SCHEMA,
        as_of=assessment.day,
        kind=meant.kind,
        plan=teller.builder.plan(),
        profile=teller.builder.profile(),
        later=_later(assessment),
        item=None,
        unit=None,
        person=None,
        phase=None,
        finding=None,
        goal=None,
    )
    book = assessment.book
    match meant.kind:
        case ShownKind.ITEM:
            node = book.nodes[meant.name]
            return replace(view, item=item_view(node, teller), later=later_facts(node, teller))
        case ShownKind.UNIT:
            return replace(view, unit=unit_view(book.units[book.unit_id(meant.name)], teller))
        case ShownKind.PERSON:
            return replace(view, person=person_view(meant.name, teller))
        case ShownKind.PHASE:
            span = next(each for each in book.phases if each.phase.id == meant.name)
            return replace(view, phase=phase_view(span, teller))
        case ShownKind.FINDING:
            finding = next(each for each in finding_views(teller) if each.id == meant.name)
            return replace(view, finding=finding)
        case ShownKind.GOAL:
            name, kind, goal = next(each for each in goals_of(book) if each[0] == meant.name)
            return replace(view, goal=goal_view(name, kind, goal, teller))


def _later(assessment: Assessment) -> int:
    """How many facts of all registers became known only after the day."""
    book, day = assessment.book, assessment.day
    dates: Iterable[date | None] = (
        *(each.entry.received for each in book.returns),
        *(each.on for each in book.decisions),
        *(each.received for each in book.schedule_rows),
        *(each.finding.raised_on for each in book.findings),
        *(each.finding.resolved_on for each in book.findings),
    )
    return sum(1 for each in dates if each is not None and each > day)
