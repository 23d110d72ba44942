"""What a form says of itself, so that it is known whatever its file is called by now."""

from __future__ import annotations

import re
from enum import StrEnum

from motiontrack.lean import lean
from motiontrack.model.scalars import month_meant

__all__ = ["FORM_MARK", "PROPERTY", "VERSION", "FormKind", "Identity", "read_identity"]

#: The custom property of the workbook; the same text stands in a hidden cell.
PROPERTY = "motiontrack"
#: Of what a form looks like; another is not read, as its cells may mean something else.
VERSION = 1
#: How it begins.
FORM_MARK = "motiontrack/form/"
_WRITTEN = (
    FORM_MARK + r"(?P<version>[0-9]{1,6})/(?P<kind>[a-z]+)/(?P<month>[^/]*)/(?P<unit>[^/]*)/(?P<plan>.*)"
)


class FormKind(StrEnum):
    """What a form asks for: a month's returns, or a unit's own plan."""

    RETURNS = "returns"
    PLAN = "plan"


@lean
class Identity:
    """The plan, the month and the unit that a form is of; ``month`` is empty for a unit's plan."""

    kind: FormKind
    month: str
    unit: str
    plan: str
    version: int = VERSION

    def written(self) -> str:
        """As one line; no unit has a ``/`` in its name."""
        return f"{FORM_MARK}{self.version}/{self.kind.value}/{self.month}/{self.unit}/{self.plan}"


def read_identity(text: str) -> Identity | None:
    """The identity that ``written`` made, or ``None`` if it is none."""
    found = re.fullmatch(_WRITTEN, text.strip())
    if found is None or found["kind"] not in list(FormKind):
        return None
    # Somebody may have written last month's form on by hand.
    month = month_meant(found["month"].strip()) or found["month"].strip()
    return Identity(FormKind(found["kind"]), month, found["unit"], found["plan"], int(found["version"]))
