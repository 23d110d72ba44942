"""What inspections found, as the page lists it: each with what became of it by the day."""

from __future__ import annotations

from motiontrack.assess.assessment import Assessment
from motiontrack.assess.matters import FindingState, days_late, findings_on, state_of_finding
from motiontrack.lean import lean
from motiontrack.views.page_words import Speaker

__all__ = ["FindingRow", "finding_rows"]

_MENDED = {FindingState.MENDED: "finding.done", FindingState.MENDED_LATE: "finding.done-late"}


@lean
class FindingRow:
    """What an inspection found; ``state`` is ``done``, ``late`` or ``open``."""

    id: str
    text: str
    tasks: str
    unit: str
    raised: str
    due: str
    state: str
    said: str


def finding_rows(assessment: Assessment, speaker: Speaker) -> tuple[FindingRow, ...]:
    """What had been found by the day, and what had become of it."""
    rows = []
    for raised in findings_on(assessment.book.findings, assessment.day):
        finding, due, mended = raised.finding, raised.due, raised.finding.resolved_on
        stands = state_of_finding(raised, assessment.day)
        if mended is not None and stands in _MENDED:
            key, state = _MENDED[stands], "done"
            said = speaker.say(key, day=speaker.day(mended), what=finding.resolution or "")
        elif stands is FindingState.OVERDUE:
            said, state = speaker.say("finding.late", days=days_late(raised, assessment.day) or 0), "late"
        else:
            said, state = speaker.say("finding.open"), "open"
        rows.append(
            FindingRow(
                id=finding.id,
                text=finding.text,
                tasks=speaker.listed(finding.tasks),
                unit=finding.unit or "",
                raised=speaker.day(finding.raised_on) if finding.raised_on else "",
                due=speaker.day(due) if due else "",
                state=state,
                said=said,
            )
        )
    return tuple(rows)
