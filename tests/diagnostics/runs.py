"""Runs of ``validate`` for the tests of its formats: the shipped data, the example, and every golden case."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from motiontrack.cli.loading import load
from motiontrack.diagnostics.codes import Severity
from motiontrack.diagnostics.record import Note, Place, Span, fault
from motiontrack.diagnostics.writers.formats import Run
from motiontrack.diagnostics.writers.page import Page
from motiontrack.language.catalogue import load as load_catalogue
from motiontrack.source.text import SourceText
from tests.commands import DATA, ROOT
from tests.rules.test_cases import CASES, MADE, names

__all__ = ["FOLDERS", "mixed", "run_of"]

#: What git can keep; what is made for a test differs in nothing that a format would show.
FOLDERS = {
    "data": DATA,
    "example": ROOT / "examples/nantong-2010/data",
    **{name: CASES / name for name in names() if name not in MADE},
}


@cache
def run_of(folder: Path, language: str = "zh") -> Run:
    """What ``validate`` finds in ``folder``, seen from the root of the repository."""
    loaded = load(folder)
    shown = folder.relative_to(ROOT).as_posix()
    return Run(loaded.diagnostics, load_catalogue(language), Page(folder=shown), files=tuple(loaded.files))


def mixed(language: str = "zh", **changes: Any) -> Run:
    """One of each severity, with another place, without a place, and a folder that must be escaped."""
    units = SourceText("units.yaml", "units:\n  - id: 发改委\n  - id: 发改委  # 又一次\n")
    found = (
        fault("MT142", Place("plan.yaml", Span(4, 12, 4, 30)), about="MT604"),
        fault(
            "MT604", None, unit="甲局", tasks="T01", keys="clerk", labels_zh="承办责任人", labels_en="clerk"
        ),
        fault(
            "MT202",
            Place("units.yaml", Span(3, 9, 3, 12)),
            unit="发改委",
            related=((Note.FIRST_HERE, Place("units.yaml", Span(2, 9, 2, 12))),),
        ),
        fault("MT304", Place("plan.yaml", Span(9, 5, 11, 8)), words="尽快, 100%: 办结", year=2010, key="due"),
    )
    values: dict[str, Any] = {
        "diagnostics": found,
        "catalogue": load_catalogue(language),
        "page": Page(folder="县(区) 50%,甲:乙"),
        "sources": {"units.yaml": units},
        "files": ("decisions.yaml", "plan.yaml", "units.yaml"),
        "failing": Severity.ERROR,
        "silenced": 1,
        "accepted": 2,
    }
    return Run(**values | changes)
