"""The units: their tasks by light, and how their returns came in month by month."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from motiontrack.assess.accounts import UnitAccount, leading_units, unit_accounts
from motiontrack.assess.assessment import Assessment
from motiontrack.assess.judge import Judgement
from motiontrack.assess.owed import Owed
from motiontrack.lean import lean
from motiontrack.views.build import return_counts
from motiontrack.views.filters import tile_of
from motiontrack.views.page_words import Lamp, Speaker
from motiontrack.views.status import ReturnCounts, StatusView

__all__ = ["UnitRow", "UnitTable", "unit_table"]

_MOST_MONTHS = 5


@lean
class UnitRow:
    """One unit; ``lights`` are its tasks by tile, in the page's order."""

    name: str
    people: str
    tasks: int
    lights: tuple[int, ...]
    months: tuple[ReturnCounts, ...]
    returns: ReturnCounts
    last: str


@lean
class UnitTable:
    """All units that convene or owed a return; ``total`` adds them up.

    ``joint`` names those that only lead beside others, ``count`` counts them too. ``earlier`` says that
    months before those shown are counted too.
    """

    lamps: tuple[Lamp, ...]
    months: tuple[str, ...]
    rows: tuple[UnitRow, ...]
    total: UnitRow
    earlier: bool
    count: int
    joint: str


def unit_table(
    assessment: Assessment, status: StatusView, lamps: Sequence[Lamp], speaker: Speaker
) -> UnitTable:
    """The table; a last row holds the tasks that no unit convenes, if there are any."""
    accounts = unit_accounts(assessment.book.units, assessment.tasks)
    owed = [each for account in accounts for each in account.owed]
    every = sorted({each.month for each in owed})
    months = every[-_MOST_MONTHS:]
    views = {view.id: view.by_light for view in status.units}
    rows = [
        UnitRow(
            name=account.unit,
            people=speaker.listed(_people(account)),
            tasks=len(account.tasks),
            lights=_lights(views.get(account.unit, {}), lamps),
            months=tuple(_came(account.owed, month) for month in months),
            returns=return_counts(account.owed),
            last=_last(account.tasks, account.owed, speaker),
        )
        for account in accounts
    ]
    own = {account.unit for account in accounts}
    joint = [unit for unit in leading_units(assessment.tasks) if unit not in own]
    orphans = [task for task in assessment.tasks if not task.lead]
    if orphans:
        of = [owed for task in orphans for owed in task.owed if owed.unit is None]
        lights = tuple(sum(1 for task in orphans if tile_of(task) == lamp.id) for lamp in lamps)
        rows.append(
            UnitRow(
                speaker.say("unit.none"), "", len(orphans), lights,
                tuple(_came(of, month) for month in months), return_counts(of),
                _last(orphans, of, speaker),
            )
        )  # fmt: skip
    return UnitTable(
        lamps=tuple(lamps),
        months=tuple(speaker.month(month) for month in months),
        rows=tuple(rows),
        total=_total(rows, len(months), len(lamps)),
        earlier=len(every) > len(months),
        count=len(accounts) + len(joint),
        joint=speaker.listed(joint),
    )


def _lights(counts: Mapping[str, int], lamps: Iterable[Lamp]) -> tuple[int, ...]:
    return tuple(counts.get(lamp.id, 0) for lamp in lamps)


def _people(account: UnitAccount) -> tuple[str, ...]:
    named = (name for task in account.tasks for name in (task.person_now or task.node.person))
    return tuple(dict.fromkeys(named))


def _last(tasks: Iterable[Judgement], owed: Iterable[Owed], speaker: Speaker) -> str:
    """The day of the latest return that the unit owed, or that its tasks have before the return day."""
    days = [task.last.entry.received for task in tasks if task.last and task.last.entry.received]
    days += [each.received for each in owed if each.received]
    return speaker.day(max(days)) if days else speaker.say("last.none")


def _came(owed: Iterable[Owed], month: str) -> ReturnCounts:
    return return_counts([each for each in owed if each.month == month])


def _total(rows: Sequence[UnitRow], months: int, lamps: int) -> UnitRow:
    return UnitRow(
        name="",
        people="",
        tasks=sum(row.tasks for row in rows),
        lights=tuple(sum(row.lights[place] for row in rows) for place in range(lamps)),
        months=tuple(_added([row.months[place] for row in rows]) for place in range(months)),
        returns=_added([row.returns for row in rows]),
        last="",
    )


def _added(cells: Sequence[ReturnCounts]) -> ReturnCounts:
    return ReturnCounts(
        owed=sum(each.owed for each in cells),
        on_time=sum(each.on_time for each in cells),
        late=sum(each.late for each in cells),
        missing=sum(each.missing for each in cells),
    )
