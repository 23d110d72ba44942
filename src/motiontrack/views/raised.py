"""What inspections found, as the papers to the congress tell it one by one."""

from __future__ import annotations

from datetime import date

from motiontrack.assess.assessment import Assessment
from motiontrack.assess.matters import FindingState, days_late, findings_on, state_of_finding
from motiontrack.lean import lean
from motiontrack.views.paper_words import said_by

__all__ = ["RaisedTold", "raised_told"]


@lean
class RaisedTold:
    """One finding; ``days_late`` after its day: mended so, or open so on the day asked."""

    text: str
    unit: str | None
    occasion: str | None
    state: FindingState
    due: date | None
    resolved_on: date | None
    resolution: str
    days_late: int | None

    @property
    def mender(self) -> str:
        """The unit that has to mend it, empty if none is named."""
        return self.unit or ""


def raised_told(assessment: Assessment) -> tuple[RaisedTold, ...]:
    """The findings known on the day, in the file's order."""
    told = []
    for raised in findings_on(assessment.book.findings, assessment.day):
        finding, state = raised.finding, state_of_finding(raised, assessment.day)
        mended = state in (FindingState.MENDED, FindingState.MENDED_LATE)
        ended = finding.resolved_on if mended else None
        told.append(
            RaisedTold(
                text=said_by(finding.text),
                unit=finding.unit,
                occasion=finding.occasion,
                state=state,
                due=raised.due,
                resolved_on=ended,
                resolution=said_by(finding.resolution) if mended else "",
                days_late=days_late(raised, assessment.day),
            )
        )
    return tuple(told)
