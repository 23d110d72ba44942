"""The kinds of data files, for everything that describes them: schemas, the reference of fields."""

from __future__ import annotations

__all__ = ["FILE_KINDS", "file_name"]

#: The name of each kind of data file -> its record class.
FILE_KINDS: dict[str, str] = {
    "plan": "PlanFile",
    "units": "UnitFile",
    "schedules": "ScheduleFile",
    "returns": "ReturnFile",
    "decisions": "DecisionFile",
    "findings": "FindingFile",
    "feedback": "FeedbackFile",
    "slips": "SlipFile",
    "calendar": "CalendarFile",
    "profile": "Profile",
}

#: How the file of a kind is called, where not simply after the kind.
_CALLED = {"returns": "returns/YYYY-MM.yaml", "profile": "profiles/NAME.yaml"}


def file_name(kind: str) -> str:
    """The path inside the data folder of a file of one kind: ``plan.yaml``, ``returns/YYYY-MM.yaml``."""
    return _CALLED.get(kind, f"{kind}.yaml")
