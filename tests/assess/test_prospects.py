"""What the congress asks: how each task will end by its unit's word, and what goes into the next year."""

from __future__ import annotations

from datetime import date

import pytest

from motiontrack.assess.prospects import Carry, Prospect, accounted_by, carried_over, prospect_of
from tests.assess.building import decided, judged, returned, task
from tests.test_example_year import on

CLOSES = date(2010, 12, 31)
PARTS = "due: 2010-10-31\nparts:\n  - {id: T1a, text: 甲}\n  - {id: T1b, text: 乙}"


def said(outlook: str, more: str = "") -> dict[str, str]:
    return returned("2010-07", f"received: 2010-07-20, progress: 40, outlook: {outlook}{more}")


@pytest.mark.parametrize(
    ("day", "facts", "prospect"),
    [
        ("07-31", {}, Prospect.UNSAID),
        ("07-31", returned("2010-07", "received: 2010-07-20, progress: 40"), Prospect.UNSAID),
        ("07-31", said("on-time"), Prospect.ON_TIME),
        ("07-31", said("with-effort"), Prospect.WITH_EFFORT),
        ("07-31", said("unlikely"), Prospect.UNLIKELY),
        ("07-19", said("unlikely"), Prospect.UNSAID),
        ("10-31", said("on-time"), Prospect.ON_TIME),
        ("11-01", said("on-time"), Prospect.OVERDUE),
        ("07-31", decided("kind: suspend, on: 2010-07-01"), Prospect.SUSPENDED),
        ("12-01", decided("kind: suspend, on: 2010-07-01"), Prospect.SUSPENDED),
        ("07-31", decided("kind: cancel, on: 2010-07-01"), Prospect.CANCELLED),
        (
            "11-30",
            returned("2010-10", "received: 2010-10-20, state: done, done_on: 2010-10-15, outlook: on-time"),
            Prospect.DONE,
        ),
    ],
)
def test_the_prospect_of_a_task(day: str, facts: dict[str, str], prospect: Prospect) -> None:
    assert prospect_of(judged(day, more=facts)) is prospect


def test_a_later_return_that_says_nothing_leaves_nothing_said() -> None:
    facts = said("on-time") | returned("2010-08", "received: 2010-08-20, progress: 50")

    assert prospect_of(judged("08-19", more=facts)) is Prospect.ON_TIME
    assert prospect_of(judged("08-20", more=facts)) is Prospect.UNSAID


def test_standing_work_has_a_prospect_of_its_own() -> None:
    assert prospect_of(judged("11-30", task("standing: 是"))) is Prospect.STANDING


@pytest.mark.parametrize(
    ("first", "second", "prospect"),
    [
        ("outlook: on-time", "outlook: on-time", Prospect.ON_TIME),
        ("outlook: on-time", "outlook: with-effort", Prospect.WITH_EFFORT),
        ("outlook: unlikely", "outlook: with-effort", Prospect.UNLIKELY),
        ("progress: 10", "outlook: with-effort", Prospect.UNSAID),
        ("progress: 10", "outlook: unlikely", Prospect.UNLIKELY),
        ("state: done, done_on: 2010-07-10", "outlook: on-time", Prospect.ON_TIME),
    ],
)
def test_of_a_task_with_parts_the_worst_counts(first: str, second: str, prospect: Prospect) -> None:
    facts = returned(
        "2010-07",
        f"task: T1a, received: 2010-07-20, {first}",
        f"task: T1b, received: 2010-07-20, {second}",
    )

    assert prospect_of(judged("07-31", task(PARTS), more=facts)) is prospect


EXTENDED = decided("kind: extend, on: 2010-10-01, due: 2011-03-31")


@pytest.mark.parametrize(
    ("day", "row", "facts", "certain", "reasons"),
    [
        ("11-30", task("due: 2010-12-31"), said("on-time"), None, []),
        ("12-31", task("due: 2010-12-31"), said("on-time"), None, []),
        ("11-30", task("due: 2011-06-30"), said("on-time"), True, [Carry.PLANNED]),
        ("09-30", task(), EXTENDED, None, []),
        ("10-01", task(), EXTENDED, True, [Carry.EXTENDED]),
        ("11-30", task("due: 2010-12-31"), said("on-time", ", forecast: 2010-12-31"), None, []),
        (
            "11-30",
            task("due: 2010-12-31"),
            said("on-time", ", forecast: 2011-01-01"),
            False,
            [Carry.FORECAST],
        ),
        ("11-30", task("due: 2010-12-31"), said("unlikely"), False, [Carry.UNLIKELY]),
        ("11-30", task(), said("on-time"), False, [Carry.OVERDUE]),
        ("11-30", task(), said("on-time", ", forecast: 2010-11-30"), None, []),
        ("12-01", task(), said("on-time", ", forecast: 2010-11-30"), False, [Carry.OVERDUE]),
        ("11-30", task(), decided("kind: suspend, on: 2010-07-01"), False, [Carry.SUSPENDED]),
        ("11-30", task(), decided("kind: cancel, on: 2010-07-01"), None, []),
        ("11-30", task("standing: 是"), {}, None, []),
    ],
)
def test_what_is_carried_over(
    day: str, row: str, facts: dict[str, str], certain: bool | None, reasons: list[Carry]
) -> None:
    made = carried_over((judged(day, row, more=facts),), CLOSES, date.fromisoformat(f"2010-{day}"))

    assert [each.certain for each in made] == ([] if certain is None else [certain])
    assert [reason for each in made for reason in each.reasons] == reasons


def test_what_is_open_after_the_close_is_carried_over_for_certain() -> None:
    late = judged("2011-01-01", more=said("on-time"))
    made = carried_over((late,), CLOSES, date(2011, 1, 1))

    assert [(each.certain, each.reasons) for each in made] == [(True, (Carry.OPEN, Carry.OVERDUE))]


@pytest.mark.parametrize("month", range(4, 13))
def test_every_task_of_the_worked_year_has_one_prospect_and_done_ones_are_never_carried(month: int) -> None:
    day = date(2010, month, 28)
    tasks = on(day.isoformat()).tasks
    carried = {each.task.node.id for each in carried_over(tasks, CLOSES, day)}

    ended = {Prospect.DONE, Prospect.CANCELLED, Prospect.STANDING}
    assert not carried & {task.node.id for task in tasks if prospect_of(task) in ended}


@pytest.mark.parametrize(
    ("closes", "day", "by"),
    [
        ("2010-12-31", "2010-11-30", "2010-12-31"),
        ("2010-12-31", "2011-02-01", "2010-12-31"),  # after the close it stays the close
        ("2011-04-08", "2010-11-30", "2011-04-08"),  # 366 days: one year, though it ends in the next
        ("2011-04-09", "2010-11-30", "2010-12-31"),
        ("2012-12-31", "2010-03-01", "2010-12-31"),
        ("2012-12-31", "2010-11-30", "2010-12-31"),
        ("2012-12-31", "2011-01-01", "2011-12-31"),
        ("2012-06-30", "2012-02-01", "2012-06-30"),
        ("2012-06-30", "2013-01-01", "2012-06-30"),
    ],
)
def test_a_plan_of_several_years_is_accounted_for_at_each_years_end(closes: str, day: str, by: str) -> None:
    asked = accounted_by(date(2010, 4, 7), date.fromisoformat(closes), date.fromisoformat(day))

    assert asked == date.fromisoformat(by)
