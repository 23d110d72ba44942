"""A bad and a good example of each code, as typed in a file: the same in every language.

Only ``explain`` and the reference import this. Every line stands in a golden case of the code
(``bad``), or in one that is free of faults (``good``), which a test holds. What is wrong with a file
as a whole is said in a comment: ``# data/PATH``, and after a colon what it is like.
"""

from __future__ import annotations

from motiontrack.language.examples import (
    of_dates,
    of_findings,
    of_owners,
    of_references,
    of_returns,
    of_shape,
    of_slips,
    of_targets,
    of_text,
)
from motiontrack.language.examples.example import Example

__all__ = ["EXAMPLES", "Example"]

#: By code, in the order of the codes.
EXAMPLES: dict[str, Example] = {
    **of_text.EXAMPLES,
    **of_shape.EXAMPLES,
    **of_references.EXAMPLES,
    **of_dates.EXAMPLES,
    **of_returns.EXAMPLES,
    **of_targets.EXAMPLES,
    **of_owners.EXAMPLES,
    **of_findings.EXAMPLES,
    **of_slips.EXAMPLES,
}
