"""Expected progress and the gap to it: like with like, in exact fractions (DESIGN §4)."""

from __future__ import annotations

from fractions import Fraction

import pytest

from motiontrack.assess.causes import Code
from motiontrack.assess.judge import Judgement
from motiontrack.assess.pace import Basis, Pace
from tests.assess.building import PLAN, cause, codes, day_of, decided, judged, returned, scheduled, task

#: Issued on 1 April, so that windows are easy to count.
APRIL = PLAN.replace("2010-04-07", "2010-04-01")


def pace(judgement: Judgement) -> Pace:
    assert judgement.pace is not None
    return judgement.pace


# -- the average -------------------------------------------------------------------------------


def test_the_average_is_days_gone_over_days_given() -> None:
    """1 April to 10 July is 100 days; on 25 June 85 are gone."""
    shown = pace(
        judged(
            "06-26",
            task("due: 2010-07-10"),
            more=returned("2010-06", "received: 2010-06-25, progress: 80"),
            plan=APRIL,
        )
    )

    assert (shown.expected, shown.gap) == (Fraction(85), Fraction(5))
    assert shown.basis is Basis.AVERAGE
    assert shown.ratio == Fraction(5, 85)


@pytest.mark.parametrize(
    ("due", "basis"),
    [("2010-07-01", Basis.SHORT_WINDOW), ("2010-07-02", Basis.AVERAGE)],  # 91 and 92 days
)
def test_no_average_where_the_window_is_under_92_days(due: str, basis: Basis) -> None:
    more = returned("2010-06", "received: 2010-06-25, progress: 1")

    shown = judged("06-26", task(f"due: {due}"), more=more, plan=APRIL)

    assert pace(shown).basis is basis
    assert (pace(shown).gap is None) is (basis is Basis.SHORT_WINDOW)
    assert ("behind" in codes(shown)) is (basis is Basis.AVERAGE)


def test_the_window_begins_at_the_items_own_start() -> None:
    more = returned("2010-08", "received: 2010-08-25, progress: 0, state: in-progress")

    shown = pace(judged("08-26", task("start: 2010-07-06\ndue: 2010-10-14"), more=more))

    assert shown.expected == 50  # 50 of 100 days


def test_what_was_expected_since_the_figures_is_not_judged() -> None:
    more = returned("2010-06", "received: 2010-06-25, progress: 80")

    for day in ("06-25", "07-10"):
        assert pace(judged(day, task("due: 2010-07-10"), more=more, plan=APRIL)).expected == 85


def test_the_day_the_figures_hold_is_the_units_as_of() -> None:
    more = returned("2010-06", "received: 2010-06-25, as_of: 2010-06-15, progress: 80")

    shown = judged("06-26", task("due: 2010-07-10"), more=more, plan=APRIL)

    assert shown.last_as_of == day_of("06-15")
    assert pace(shown).expected == 75


@pytest.mark.parametrize(
    ("received", "holds"),
    [
        ("06-20", "06-20"),  # came early: it cannot speak of days ahead
        ("06-25", "06-25"),
        ("07-09", "06-25"),  # came late: the figures are those of the return day
    ],
)
def test_without_one_it_is_the_return_day_never_after_receipt(received: str, holds: str) -> None:
    more = returned("2010-06", f"received: 2010-{received}, progress: 80")

    assert judged("07-10", task("due: 2010-07-10"), more=more).last_as_of == day_of(holds)


def test_a_return_of_a_quarter_holds_at_the_quarters_end_not_on_the_day_it_is_asked_for() -> None:
    quarterly = task("due: 2010-12-20\nreport: 每季度结束后12日内")
    more = returned("2010-06", "received: 2010-07-12, progress: 30")

    assert judged("07-12", quarterly, more=more).last_as_of == day_of("06-30")


def test_an_extension_stretches_the_average() -> None:
    moved = decided("kind: extend, on: 2010-06-26, due: 2010-10-18, approver: 市政府")  # 200 days
    more = moved | returned("2010-06", "received: 2010-06-25, progress: 40")

    assert pace(judged("06-26", task("due: 2010-07-10"), more=more, plan=APRIL)).expected == Fraction(85, 2)


# -- silence about a figure --------------------------------------------------------------------


def test_leaving_the_figure_out_does_not_end_the_judgement() -> None:
    """A unit 45 points behind in June does not become green by giving no figure in July."""
    more = returned("2010-06", "received: 2010-06-25, progress: 40") | returned(
        "2010-07", "received: 2010-07-25, work: 正在推进"
    )
    shown = judged("07-26", task("due: 2010-07-31"), more=more, plan=APRIL)
    june = judged("06-26", task("due: 2010-07-31"), more=more, plan=APRIL)

    assert pace(shown) == pace(june)
    assert pace(shown).day == day_of("06-25")
    assert "behind" in codes(shown)
    place = cause(shown, Code.BEHIND).place
    assert place is not None
    assert place.file == "returns/2010-06.yaml"


def test_a_correction_of_the_same_month_replaces_the_whole_return() -> None:
    more = returned(
        "2010-06", "received: 2010-06-20, progress: 10", "received: 2010-06-25, state: in-progress"
    )

    assert pace(judged("06-26", more=more)).progress is None


# -- stages ------------------------------------------------------------------------------------

PERCENTS = task(
    """
    due: 2010-10-31
    stages:
      - {id: T1a, text: 初稿, due: 2010-06-30, percent: 40}
      - {id: T1b, text: 送审, due: 2010-08-31, percent: 30}
      - {id: T1c, text: 印发, due: 2010-10-31, percent: 30}
    """
)


@pytest.mark.parametrize(("as_of", "expected"), [("06-30", 0), ("07-01", 40), ("08-31", 40), ("09-01", 70)])
def test_a_stages_percent_is_expected_from_the_day_after_its_deadline(as_of: str, expected: int) -> None:
    more = returned("2010-09", f"received: 2010-09-20, as_of: 2010-{as_of}, progress: 10")

    shown = pace(judged("09-20", PERCENTS, more=more))

    assert shown.basis is Basis.STAGES_PERCENT
    assert (shown.expected, shown.gap) == (Fraction(expected), Fraction(expected - 10))


FIGURES = task(
    """
    due: 2010-10-31
    targets:
      - {id: 示范项目, words: 示范项目20个, kind: total, at_least: 20}
    stages:
      - {id: T1a, text: 上半年, due: 2010-06-30, targets: [{id: 示范项目, words: 8个, at_least: 8}]}
      - {id: T1b, text: 三季度, due: 2010-09-30, targets: [{id: 示范项目, words: 16个, at_least: 16}]}
    """
)


@pytest.mark.parametrize(
    ("as_of", "done", "expected", "gap"), [("06-30", 5, 0, -25), ("07-01", 5, 40, 15), ("10-01", 16, 80, 0)]
)
def test_a_stages_figure_meets_the_same_targets_figure(
    as_of: str, done: int, expected: int, gap: int
) -> None:
    said = f"received: 2010-10-20, as_of: 2010-{as_of}, targets: {{示范项目: {done}}}"

    shown = pace(judged("10-20", FIGURES, more=returned("2010-10", said)))

    assert (shown.basis, shown.target) == (Basis.STAGES_FIGURES, "示范项目")
    assert (shown.expected, shown.gap) == (Fraction(expected), Fraction(gap))


def test_a_figure_is_never_compared_with_a_percent() -> None:
    more = returned("2010-07", "received: 2010-07-24, progress: 90")

    shown = pace(judged("07-24", FIGURES, more=more))

    assert (shown.progress, shown.gap) == (None, None)


def test_of_several_figures_the_widest_gap_is_shown_and_each_is_a_cause() -> None:
    two = task(
        """
        due: 2010-10-31
        targets:
          - {id: 签约, words: 签约10个, at_least: 10}
          - {id: 开工, words: 开工4个, at_least: 4}
        stages:
          - id: T1a
            text: 上半年
            due: 2010-06-30
            percent: 50
            targets:
              - {id: 签约, words: 10个, at_least: 10}
              - {id: 开工, words: 4个, at_least: 4}
        """
    )
    more = returned("2010-07", "received: 2010-07-24, progress: 40, targets: {签约: 8, 开工: 1}")

    shown = judged("07-24", two, more=more)

    assert pace(shown).target == "开工"
    assert pace(shown).gap == 75
    behind = [each for each in shown.causes if each.code is Code.BEHIND]
    assert [(each.figure("target"), each.figure("points")) for each in behind] == [
        ("开工", 75),
        ("签约", 20),
        (None, 10),
    ]


@pytest.mark.parametrize(
    ("as_of", "reported", "target", "expected", "progress"),
    [("06-30", 30, None, 0, 30), ("07-01", 35, None, 30, 35), ("09-01", 60, "总部基地", 50, 0)],
)
def test_a_figure_of_which_nothing_is_due_yet_hides_no_percent(
    as_of: str, reported: int, target: str | None, expected: int, progress: int
) -> None:
    """A unit that reports 35 % must not read 0 % because no 总部基地 had to be there yet."""
    both = task(
        """
        due: 2010-10-31
        targets: [{id: 总部基地, words: 2家, at_least: 2}]
        stages:
          - {id: T1a, text: 办法初稿, due: 2010-06-30, percent: 30}
          - {id: T1b, text: 1家, due: 2010-08-31, percent: 30, targets: [{id: 总部基地, words: 1家, at_least: 1}]}
        """
    )
    said = f"received: 2010-09-20, as_of: 2010-{as_of}, progress: {reported}, targets: {{总部基地: 0}}"

    shown = pace(judged("09-20", both, more=returned("2010-09", said)))

    assert (shown.target, shown.expected, shown.progress) == (target, Fraction(expected), Fraction(progress))


def test_a_figure_that_fell_is_behind_though_nothing_is_due_yet() -> None:
    """执行额 of −6 % where 30 % are asked for: below 0 is never on pace, and is shown before the percent."""
    growth = task(
        """
        due: 2010-10-31
        targets: [{id: 执行额, words: 增加30%, kind: growth, measure: "%", at_least: 30}]
        stages:
          - {id: T1a, text: 招商, due: 2010-09-30, percent: 60}
          - {id: T1b, text: 15%, due: 2010-09-30, targets: [{id: 执行额, words: 增加15%, at_least: 15}]}
        """
    )
    more = returned("2010-07", "received: 2010-07-24, progress: 20, targets: {执行额: -6}")

    shown = judged("07-24", growth, more=more)

    assert pace(shown).target == "执行额"
    assert (pace(shown).expected, pace(shown).gap) == (Fraction(0), Fraction(20))
    assert codes(shown) == {"behind"}


def test_worded_stages_are_reached_or_not_and_have_no_percent() -> None:
    worded = task("due: 2010-10-31\nstages:\n  - {id: T1a, text: 初稿, due: 2010-06-30}")
    more = returned("2010-07", "received: 2010-07-24, progress: 5")

    shown = judged("07-24", worded, more=more)

    assert (pace(shown).basis, pace(shown).expected) == (Basis.STAGES_WORDED, None)
    assert "behind" not in codes(shown)
    assert "stage-missed" in codes(shown)


def test_levels_are_met_or_broken_never_behind() -> None:
    level = task(
        """
        due: 2010-10-31
        targets: [{id: 占比, words: 占比42%, kind: level, at_least: 42}]
        stages:
          - {id: T1a, text: 上半年, due: 2010-06-30, targets: [{id: 占比, words: 40%, at_least: 40}]}
        """
    )
    more = returned("2010-07", "received: 2010-07-24, targets: {占比: 10}")

    shown = judged("07-24", level, more=more)

    assert "behind" not in codes(shown)
    assert {"target-short", "stage-missed"} <= codes(shown)


# -- the units' own plans ----------------------------------------------------------------------


def unit_plan(unit: str, received: str) -> dict[str, str]:
    stage = "{id: X1, text: 初稿, due: 2010-06-30, percent: 60}"
    return scheduled(f"unit: {unit}, received: {received}, items: [{{task: T1, stages: [{stage}]}}]")


def test_a_units_plan_holds_from_the_day_it_was_received() -> None:
    more = unit_plan("发改委", "2010-07-10") | returned(
        "2010-07", "received: 2010-07-09, as_of: 2010-07-05, progress: 10"
    )

    assert pace(judged("07-09", more=more)).basis is Basis.AVERAGE
    assert pace(judged("07-10", more=more)).expected == 60


def test_only_the_conveners_plan_holds() -> None:
    more = unit_plan("经贸委", "2010-05-10")

    assert pace(judged("07-10", task("due: 2010-10-31\nsupport: 经贸委"), more=more)).basis is Basis.AVERAGE


@pytest.mark.parametrize(
    "later",
    [
        "items: [{task: T1, department: 综合科}]",  # without stages
        "items: [{task: T2, department: 综合科}]",  # without the task
        "items: []",
    ],
    ids=["no-stages", "no-task", "empty"],
)
def test_a_later_plan_supersedes_the_whole_of_the_earlier_one(later: str) -> None:
    """What it does not lay down anew is judged by the document's own stages again."""
    own = "{id: X1, text: 初稿, due: 2010-06-30, percent: 60}"
    more = scheduled(
        f"unit: 市发改委, received: 2010-07-20, {later}",
        f"unit: 发改委, received: 2010-05-10, items: [{{task: T1, stages: [{own}]}}]",
        "unit: 旅游局, received: 2010-07-21, items: []",
    )
    rows = (
        task("due: 2010-10-31\nstages: [{id: T1a, text: 稿, due: 2010-06-30, percent: 30}]"),
        task(name="T2"),
    )

    assert pace(judged("07-19", *rows, more=more)).expected == 60
    assert pace(judged("07-20", *rows, more=more)).expected == 30


# -- the thresholds ----------------------------------------------------------------------------


def at_gap(gap: str) -> Judgement:
    """40 percent are expected; the unit reports so much less."""
    progress = 40 - Fraction(gap)
    return judged(
        "07-24", PERCENTS, more=returned("2010-07", f"received: 2010-07-24, progress: {float(progress)}")
    )


@pytest.mark.parametrize(
    ("gap", "light"), [("0", "green"), ("9.99", "green"), ("10", "yellow"), ("10.01", "yellow")]
)
def test_behind_from_ten_points(gap: str, light: str) -> None:
    """The stage itself is missed as soon as its share is: so the pace alone is asked here."""
    shown = judged(
        "06-26",
        task("due: 2010-07-10"),
        more=returned("2010-06", f"received: 2010-06-25, progress: {float(85 - Fraction(gap))}"),
        plan=APRIL,
    )

    assert pace(shown).gap == Fraction(gap)
    assert ("behind" in codes(shown)) is (light == "yellow")
    assert shown.light == light


@pytest.mark.parametrize(("gap", "light"), [("29.96", "yellow"), ("30", "yellow"), ("30.01", "red")])
def test_red_over_thirty_points_by_stages(gap: str, light: str) -> None:
    assert at_gap(gap).light == light


def test_the_average_alone_is_never_red() -> None:
    more = returned("2010-06", "received: 2010-06-25, progress: 1")

    shown = judged("06-26", task("due: 2010-07-10"), more=more, plan=APRIL)

    assert cause(shown, Code.BEHIND).figure("points") == 84
    assert shown.light == "yellow"
