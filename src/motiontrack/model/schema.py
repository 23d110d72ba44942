"""The kinds of data files, for everything that describes them: schemas, the reference of fields."""

from __future__ import annotations

__all__ = ["FILE_KINDS"]

#: The name of each kind of data file -> its record class.
FILE_KINDS: dict[str, str] = {
    "plan": "PlanFile",
    "units": "UnitFile",
    "schedules": "ScheduleFile",
    "returns": "ReturnFile",
    "decisions": "DecisionFile",
    "findings": "FindingFile",
    "feedback": "FeedbackFile",
}
