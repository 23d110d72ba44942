"""``--select`` and ``--ignore``: which codes a run is about."""

from __future__ import annotations

from collections.abc import Iterable

from motiontrack.cli.refusals import MisusedError
from motiontrack.diagnostics.codes import CODES
from motiontrack.diagnostics.record import Diagnostic
from motiontrack.lean import lean

__all__ = ["Chosen", "choose"]


@lean
class Chosen:
    """The codes that are shown and counted; ``partial`` says that something was left out."""

    codes: frozenset[str]
    partial: bool = False

    def of(self, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Those of ``diagnostics`` that are asked for."""
        return tuple(each for each in diagnostics if each.code in self.codes)


def choose(select: list[str] | None, ignore: list[str] | None) -> Chosen:
    """What is selected, or everything, without what is ignored."""
    if not select and not ignore:
        return Chosen(frozenset(CODES))
    selected = _codes("--select", select) if select else frozenset(CODES)
    return Chosen(selected - (_codes("--ignore", ignore) if ignore else frozenset()), partial=True)


def _codes(option: str, given: list[str]) -> frozenset[str]:
    from motiontrack.diagnostics.selecting import codes_in, nearest

    codes, unknown = codes_in(given)
    if unknown:
        near = nearest(unknown[0])
        key = "usage.no-code" if near else "usage.no-code-bare"
        raise MisusedError(key, option=option, word=unknown[0], near=near)
    if not codes:
        raise MisusedError("usage.no-codes", option=option)
    return codes
