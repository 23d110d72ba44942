"""The percentage claimed beside the figures of the targets: told where the two disagree, never settled."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from motiontrack.assess.case import Case
from motiontrack.lean import lean

__all__ = ["APART", "Beside", "disagreeing"]

#: So many points apart are told, for so many behind would count.
APART = Fraction(10)
_WHOLE = Fraction(100)


@lean
class Beside:
    """One target's figure as a share of what it asks for, and the percentage claimed on the same day."""

    item: str
    target: str
    value: Decimal
    whole: Decimal
    share: Fraction
    claimed: Decimal

    @property
    def points(self) -> Fraction:
        """How far apart the two are; more than the whole is no more than done."""
        return abs(min(Fraction(self.claimed), _WHOLE) - min(self.share, _WHOLE))


def disagreeing(case: Case) -> tuple[Beside, ...]:
    """The totals whose figure says something else than the percentage reported for the same day.

    Only what builds up can be a share of its target: a level or a growth holds or does not. Of what
    is done nothing is compared: its percentage is no longer asked for.
    """
    claimed = case.progress
    if claimed is None or case.standing.done_on is not None:
        return ()
    found = []
    for target in case.node.item.targets:
        held, whole = case.values.get(target.id), target.at_least
        if target.kind == "total" and whole and whole > 0 and held and held.day == claimed.day:
            share = Fraction(held.value) / Fraction(whole) * _WHOLE
            found.append(Beside(case.node.id, target.id, held.value, whole, share, claimed.value))
    return tuple(each for each in found if each.points >= APART)
