"""What ``validate`` checks: one module a family, one function a rule, listed here in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from motiontrack.book import Book
from motiontrack.diagnostics.record import Diagnostic
from motiontrack.rules import (
    dates,
    figures,
    links,
    owners,
    people,
    posts,
    references,
    returns,
    schedules,
    shape,
    targets,
    units,
    words,
)

__all__ = ["RULES", "check"]

Rule = Callable[[Book], Iterator[Diagnostic]]

#: Every rule that looks at the whole Book; listed by hand so that the order is plain to see.
RULES: tuple[Rule, ...] = (
    shape.percent_outside_stage,
    shape.never_judged,
    shape.label_of_no_field,
    units.unknown_unit,
    units.person_as_unit,
    units.names_run_together,
    units.doubled_unit,
    units.units_look_alike,
    references.unknown_item,
    references.wrong_kind,
    references.doubled_id,
    references.unknown_target,
    schedules.plans_on_one_day,
    schedules.plan_of_another_unit,
    links.unknown_link,
    links.nothing_linked,
    links.not_served,
    links.serves_nothing,
    people.person_in_no_unit,
    people.not_a_name,
    dates.no_deadline,
    dates.outside_plan,
    dates.words_and_date_disagree,
    dates.standing_with_deadline,
    dates.phase_order,
    dates.stage_after_deadline,
    dates.start_after_deadline,
    returns.month_and_file_differ,
    returns.done_without_day,
    returns.full_but_not_done,
    returns.unit_not_responsible,
    returns.decision_lacks_field,
    returns.day_after_receipt,
    returns.return_for_a_step,
    returns.step_done_without_a_step,
    returns.return_before_its_month,
    returns.return_for_a_whole,
    returns.done_with_target_short,
    returns.closed_without_a_claim,
    targets.figures_disagree,
    targets.wording_disagrees,
    targets.measures_differ,
    targets.range_backwards,
    targets.stage_shares,
    words.words_and_figure_disagree,
    words.base_year_differs,
    figures.parts_do_not_add_up,
    figures.stage_figures_fall,
    figures.last_stage_short,
    owners.missing_owner,
    owners.unit_has_not_named,
    owners.unit_in_two_roles,
    owners.open_group_convenes,
    owners.overseer_is_clerk,
    people.unit_without_people,
    people.person_of_another_unit,
    posts.post_vacant,
    posts.tenure_backwards,
)


def check(book: Book) -> tuple[Diagnostic, ...]:
    """All that the rules find in ``book``, in the order of ``RULES``."""
    return tuple(diagnostic for rule in RULES for diagnostic in rule(book))
