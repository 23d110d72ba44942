"""What a code is about, in the words of each language: for explain, the reference of rules and SARIF."""

from __future__ import annotations

from motiontrack.language.catalogue import Catalogue
from motiontrack.rules.manual import manual

__all__ = ["about_code"]


def about_code(code: str, catalogue: Catalogue) -> str:
    """What is found and what it costs the reader; in English, what a rule's own docstring says."""
    told = manual().get(code) if catalogue.language == "en" else None
    why = catalogue.diagnostics[code].why.format()
    return " ".join(part for part in (*(told or ()), why) if part)
