"""MT8: slips."""

from __future__ import annotations

from motiontrack.language.examples.example import Example

__all__ = ["EXAMPLES"]

EXAMPLES: dict[str, Example] = {
    "MT801": Example(
        "slips.yaml",
        "  - {number: 督〔2010〕1号, issued_on: 2010-08-02, kind: 催办, unit: 园林局, items: T02}",
        "  - {number: 督〔2010〕2号, issued_on: 2010-08-02, kind: 催办, unit: 园林局, items: T02}",
    ),
    "MT802": Example(
        "slips.yaml",
        "  - {number: 督〔2009〕2号, issued_on: 2010-08-02, kind: 催办, unit: 园林局, items: T02}",
        "  - {number: 督〔2010〕2号, issued_on: 2010-08-02, kind: 催办, unit: 园林局, items: T02}",
    ),
    "MT803": Example(
        "slips.yaml",
        "  - {number: 督〔2010〕2号, issued_on: 2010-08-02, kind: 催办, unit: 建设局, items: T02}",
        "  - {number: 督〔2010〕2号, issued_on: 2010-08-02, kind: 催办, unit: 园林局, items: T02}",
    ),
    "MT804": Example("slips.yaml", "    answered_on: 2010-07-05", "    answered_on: 2010-08-05"),
    "MT805": Example("slips.yaml", "    due: 2010-07-07", "    due: 2010-08-07"),
    "MT806": Example("slips.yaml", "    causes: {T01: overdue}", "    causes: {T02: overdue}"),
    "MT807": Example(
        "slips.yaml",
        "  - {number: 督〔2010〕3号, issued_on: 2010-08-02, kind: 催办, unit: 园林局, items: T02, causes: {T02: overdue}}",
        "  - {number: 督〔2010〕3号, issued_on: 2010-08-09, kind: 催办, unit: 园林局, items: T02, causes: {T02: overdue}}",
    ),
}
