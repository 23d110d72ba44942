"""From slips as they are sent to rows of the register, and to the names of their files."""

from __future__ import annotations

import re

from motiontrack.additions import Addition
from motiontrack.model.written import Given
from motiontrack.views.slips import SlipsView, SlipView

__all__ = ["REGISTER", "file_name", "registered"]

REGISTER = "slips.yaml"
#: What the name of a file cannot hold on Windows, or would lead elsewhere.
_NO_NAME = r'[\\/:*?"<>|\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2066-\u2069]+|^\.+|[. ]+$'
_LONGEST_NAME = 40


def registered(slips: SlipsView) -> tuple[Addition, ...]:
    """The rows of the register for ``slips``; a new register says that it is invented where the data are."""
    head = ("illustrative: true",) if slips.plan.illustrative else ()
    return tuple(Addition(REGISTER, "slips", _given(slip), head) for slip in slips.slips)


def _given(slip: SlipView) -> dict[str, Given]:
    return {
        "number": slip.number,
        "issued_on": slip.issued_on.isoformat(),
        "kind": slip.kind,
        "unit": slip.unit,
        "items": tuple(item.task.id for item in slip.items),
        "causes": {item.task.id: item.recorded for item in slip.items},
        "asked": slip.asked,
        "due": slip.due.isoformat(),
    }


def file_name(slip: SlipView, ending: str) -> str:
    """What a slip's own file is called: ``督〔2010〕3号 催办 发改委.md``; nothing in it leads elsewhere."""
    parts = (re.sub(_NO_NAME, "_", part)[:_LONGEST_NAME] for part in (slip.number, slip.kind, slip.unit))
    return " ".join(parts) + ending
