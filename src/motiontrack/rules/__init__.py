"""What ``validate`` checks: one module a family, one function a rule, listed here in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from motiontrack.book import Book
from motiontrack.diagnostics.record import Diagnostic
from motiontrack.rules import dates, owners, references, returns, targets, working_days

__all__ = ["RULES", "check"]

Rule = Callable[[Book], Iterator[Diagnostic]]

#: Every rule that looks at the whole Book; listed by hand so that the order is plain to see.
RULES: tuple[Rule, ...] = (
    references.unknown_unit,
    references.names_run_together,
    references.doubled_unit,
    references.unknown_item,
    references.doubled_id,
    references.unknown_link,
    references.unknown_target,
    references.person_in_no_unit,
    references.not_served,
    references.serves_nothing,
    dates.no_deadline,
    dates.outside_plan,
    dates.words_and_date_disagree,
    dates.standing_with_deadline,
    dates.phase_order,
    dates.stage_after_deadline,
    dates.start_after_deadline,
    working_days.day_listed_twice,
    working_days.day_outside_years,
    working_days.holiday_span,
    working_days.made_up_day_on_a_weekday,
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
    targets.range_backwards,
    targets.stage_shares,
    owners.missing_owner,
    owners.unit_has_not_named,
)


def check(book: Book) -> tuple[Diagnostic, ...]:
    """All that the rules find in ``book``, in the order of ``RULES``."""
    return tuple(diagnostic for rule in RULES for diagnostic in rule(book))
