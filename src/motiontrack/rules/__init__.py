"""What ``validate`` checks: one module a family, one function a rule, listed here in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from motiontrack.book import Book
from motiontrack.diagnostics.record import Diagnostic
from motiontrack.rules import (
    dates,
    decisions,
    extensions,
    findings,
    months,
    order,
    owners,
    phases,
    references,
    return_days,
    returns,
    settings,
    targets,
)

__all__ = ["RULES", "check", "examine"]

Rule = Callable[[Book], Iterator[Diagnostic]]

#: Every rule that looks at the whole Book; listed by hand so that the order is plain to see.
RULES: tuple[Rule, ...] = (
    settings.unknown_code,
    settings.error_lowered,
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
    dates.stage_after_deadline,
    dates.start_after_deadline,
    phases.phase_order,
    phases.phase_outside_plan,
    phases.step_outside_phase,
    dates.stages_out_of_order,
    dates.no_yearly_stages,
    dates.start_before_issue,
    returns.month_and_file_differ,
    returns.done_without_day,
    returns.day_without_done,
    returns.done_without_evidence,
    returns.full_but_not_done,
    returns.state_and_progress_disagree,
    returns.done_with_target_short,
    returns.unit_not_responsible,
    returns.return_for_a_step,
    returns.return_for_a_whole,
    return_days.day_after_receipt,
    return_days.dated_after_receipt,
    return_days.return_before_its_month,
    return_days.day_after_its_month,
    return_days.received_long_after,
    return_days.before_the_plan,
    return_days.forecast_gone_by,
    months.fell_without_a_word,
    months.same_words,
    months.empty_words,
    months.late_without_a_word,
    months.two_returns_a_day,
    months.done_taken_back,
    months.return_when_over,
    decisions.decision_lacks_field,
    decisions.field_without_effect,
    decisions.decision_without_reason,
    decisions.decision_without_approver,
    decisions.in_force_before_asked,
    decisions.decided_before_the_plan,
    decisions.step_done_without_a_step,
    decisions.step_done_before_its_phase,
    extensions.extension_asked_late,
    extensions.extension_not_later,
    order.reassigned_to_the_same,
    order.closed_without_a_claim,
    order.closed_twice,
    order.decided_when_over,
    order.resumed_without_suspension,
    order.suspended_twice,
    order.sent_back_without_a_claim,
    targets.figures_disagree,
    targets.wording_disagrees,
    targets.range_backwards,
    targets.stage_shares,
    owners.missing_owner,
    owners.unit_has_not_named,
    findings.finding_lacks_owner_or_day,
    findings.finding_of_no_task,
    findings.resolved_before_raised,
    findings.half_resolved,
    findings.due_before_raised,
    findings.before_the_plan,
    findings.answered_before_it_came,
    findings.not_satisfied_without_words,
    findings.feedback_without_deputy,
)


def check(book: Book) -> tuple[Diagnostic, ...]:
    """All that the rules find in ``book``, in the order of ``RULES``, as bad as each code is declared."""
    return tuple(diagnostic for rule in RULES for diagnostic in rule(book))


def examine(book: Book | None, read: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """``read``, what was met while reading, and what the rules find, as bad as the plan sets it."""
    return settings.settle((*read, *(check(book) if book else ())), book)
