"""Every cause, on both sides of its boundary, and what each of them rests on (DESIGN §4)."""

from __future__ import annotations

import pytest

from motiontrack.assess.causes import Attention, Code
from tests.assess.building import PLAN, cause, codes, day_of, decided, found, judged, returned, task


def said(what: str, month: str = "2010-05", received: str = "2010-05-25") -> dict[str, str]:
    return returned(month, f"received: {received}, {what}")


# -- problem-declared: fixed fields only -------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "declared"),
    [
        ("pace: ahead", False),
        ("pace: on", False),
        ("pace: behind", True),
        ("pace: blocked", True),
        ("outlook: on-time", False),
        ("outlook: with-effort", True),
        ("outlook: unlikely", True),
        ("coordinate: 请国土局落实用地指标", True),
        ("problems: 进度严重滞后，难以按期完成", False),  # free text is never a cause
        ("work: 受阻", False),
        ("next: 加快进度", False),
    ],
)
def test_only_the_units_own_word_in_a_fixed_field_declares_a_problem(field: str, declared: bool) -> None:
    shown = judged("05-25", more=said(field))

    assert ("problem-declared" in codes(shown)) is declared
    assert shown.attention is (Attention.AT_RISK if declared else Attention.NONE)
    assert shown.light == ("yellow" if declared else "green")


@pytest.mark.parametrize("nothing", ["无", "暂无。", "无！", "没有", "—", "None", "N/A"])
def test_nothing_to_coordinate_is_no_problem(nothing: str) -> None:
    assert codes(judged("05-25", more=said(f'coordinate: "{nothing}"'))) == set()


def test_the_problem_names_all_that_was_said_and_the_line() -> None:
    shown = cause(
        judged("05-25", more=said("outlook: unlikely, problems: 用地未批, coordinate: 无")),
        Code.PROBLEM_DECLARED,
    )

    assert dict(shown.figures) == {
        "pace": None,
        "outlook": "unlikely",
        "coordinate": None,
        "problems": "用地未批",
    }
    assert shown.place is not None
    assert (shown.place.file, shown.place.span.line) == ("returns/2010-05.yaml", 3)


# -- start-missed ------------------------------------------------------------------------------

STARTS = task("start: 2010-07-10\ndue: 2010-10-31")


@pytest.mark.parametrize(
    ("start", "as_of", "missed"),
    [
        ("2010-07-10", "07-10", False),
        ("2010-07-10", "07-11", True),
        ("7月", "07-31", False),
        ("7月", "08-01", True),
    ],
)
def test_start_missed_from_the_day_after_the_start(start: str, as_of: str, missed: bool) -> None:
    more = returned("2010-08", f"received: 2010-08-05, as_of: 2010-{as_of}, state: not-started")

    shown = judged("08-05", task(f"start: {start}\ndue: 2010-10-31"), more=more)

    assert ("start-missed" in codes(shown)) is missed


def test_start_missed_only_where_the_plan_writes_a_start_and_the_unit_says_not_started() -> None:
    assert "start-missed" not in codes(
        judged("07-25", more=said("state: not-started", "2010-07", "2010-07-25"))
    )
    assert "start-missed" not in codes(
        judged("07-25", STARTS, more=said("progress: 1", "2010-07", "2010-07-25"))
    )


def test_a_part_misses_the_start_that_its_task_prints() -> None:
    whole = task(
        "start: 2010-07-10\ndue: 2010-10-31\nparts:\n  - {id: T1a, text: 甲}\n  - {id: T1b, text: 乙}"
    )
    more = returned("2010-07", "task: T1a, received: 2010-07-25, state: not-started")

    assert "start-missed" in codes(judged("07-25", whole, more=more).parts[0])


# -- stage-missed ------------------------------------------------------------------------------

STAGED = task(
    """
    due: 2010-10-31
    stages:
      - {id: T1a, text: 初稿, due: 2010-06-30}
      - {id: T1b, text: 送审稿, due: 2010-08-31}
    """
)


@pytest.mark.parametrize(("as_of", "missed"), [("06-30", False), ("07-01", True)])
def test_stage_missed_from_the_day_after_its_deadline(as_of: str, missed: bool) -> None:
    more = returned("2010-07", f"received: 2010-07-20, as_of: 2010-{as_of}, state: in-progress")

    assert ("stage-missed" in codes(judged("07-20", STAGED, more=more))) is missed


def test_a_stage_is_judged_on_the_day_the_figures_hold_not_on_the_day_asked() -> None:
    more = returned("2010-06", "received: 2010-06-25, state: in-progress")

    assert "stage-missed" not in codes(judged("07-20", STAGED, more=more))


def test_a_worded_stage_is_reached_by_a_return_of_its_own() -> None:
    whole = "received: 2010-07-25, state: in-progress"
    own = "task: T1a, received: 2010-07-25, state: done, done_on: 2010-06-29"

    assert "stage-missed" not in codes(judged("07-25", STAGED, more=returned("2010-07", whole, own)))


def test_another_unit_cannot_report_a_stage_done() -> None:
    supported = STAGED + "\n    support: 经贸委"
    whole = "received: 2010-07-25, state: in-progress"
    own = "task: T1a, unit: 经贸委, received: 2010-07-25, state: done, done_on: 2010-06-29"

    assert "stage-missed" in codes(judged("07-25", supported, more=returned("2010-07", whole, own)))


def test_an_extended_stage_is_missed_by_its_new_deadline() -> None:
    moved = decided("item: T1a, kind: extend, on: 2010-06-28, due: 2010-07-31, approver: 市政府")
    july = moved | returned("2010-07", "received: 2010-07-25, state: in-progress")
    august = july | returned("2010-08", "received: 2010-08-25, state: in-progress")

    assert "stage-missed" not in codes(judged("07-25", STAGED, more=july))
    assert cause(judged("08-25", STAGED, more=august), Code.STAGE_MISSED).figure("due") == "2010-07-31"


def test_a_cancelled_stage_is_no_longer_missed() -> None:
    more = decided("item: T1a, kind: cancel, on: 2010-06-28") | returned(
        "2010-07", "received: 2010-07-25, state: in-progress"
    )

    assert "stage-missed" not in codes(judged("07-25", STAGED, more=more))


@pytest.mark.parametrize(("progress", "missed"), [("39.9", True), ("40", False)])
def test_a_stage_with_a_share_is_reached_by_percent(progress: str, missed: bool) -> None:
    shares = task(
        "due: 2010-10-31\nstages:\n"
        "  - {id: T1a, text: 初稿, due: 2010-06-30, percent: 40}\n"
        "  - {id: T1b, text: 印发, due: 2010-10-31, percent: 60}"
    )
    more = returned("2010-07", f"received: 2010-07-25, progress: {progress}")

    assert ("stage-missed" in codes(judged("07-25", shares, more=more))) is missed


@pytest.mark.parametrize(("value", "missed"), [("3", False), ("3.1", True)])
def test_a_stage_that_keeps_a_level_down_is_reached_below_it(value: str, missed: bool) -> None:
    level = task(
        """
        due: 2010-10-31
        targets: [{id: 空置率, words: 空置率不超过3%, kind: level, at_most: 5}]
        stages:
          - id: T1a
            text: 上半年
            due: 2010-06-30
            targets: [{id: 空置率, words: 不超过3%, kind: level, at_most: 3}]
        """
    )
    more = returned("2010-07", f"received: 2010-07-25, targets: {{空置率: {value}}}")

    assert ("stage-missed" in codes(judged("07-25", level, more=more))) is missed


# -- target-short ------------------------------------------------------------------------------

TOTAL = task("due: 2010-08-31\ntargets: [{id: 招商, words: 招商活动2次以上, kind: total, at_least: 2}]")
LEVEL = task("due: 2010-08-31\ntargets: [{id: 占比, words: 占比40%, kind: level, at_least: 40, at_most: 60}]")


@pytest.mark.parametrize(("day", "short"), [("08-31", False), ("09-01", True)])
def test_a_total_is_short_only_once_the_deadline_is_past(day: str, short: bool) -> None:
    more = said("targets: {招商: 1}", "2010-08", "2010-08-25")

    assert ("target-short" in codes(judged(day, TOTAL, more=more))) is short


@pytest.mark.parametrize(("value", "short"), [("2", False), ("3", False), ("1.9", True)])
def test_a_total_reached_or_passed_is_not_short(value: str, short: bool) -> None:
    more = said(f"targets: {{招商: {value}}}", "2010-08", "2010-08-25")

    assert ("target-short" in codes(judged("09-01", TOTAL, more=more))) is short


@pytest.mark.parametrize(("value", "short"), [("39.9", True), ("40", False), ("60", False), ("60.1", True)])
def test_a_level_is_short_as_soon_as_it_is_broken(value: str, short: bool) -> None:
    shown = judged("05-25", LEVEL, more=said(f"targets: {{占比: {value}}}"))

    assert ("target-short" in codes(shown)) is short
    if short:
        wanted = 40 if value == "39.9" else 60
        assert cause(shown, Code.TARGET_SHORT).figure("wanted") == wanted


# -- forecast-late -----------------------------------------------------------------------------


@pytest.mark.parametrize(("forecast", "late"), [("2010-10-31", False), ("2010-11-01", True)])
def test_forecast_late(forecast: str, late: bool) -> None:
    assert ("forecast-late" in codes(judged("05-25", more=said(f"forecast: {forecast}")))) is late


def test_a_forecast_is_compared_with_the_effective_deadline() -> None:
    more = said("forecast: 2010-11-01") | decided("kind: extend, on: 2010-05-20, due: 2010-11-30")

    assert "forecast-late" not in codes(judged("05-25", more=more))


# -- finding-overdue ---------------------------------------------------------------------------


@pytest.mark.parametrize(("day", "late"), [("07-31", False), ("08-01", True)])
def test_a_finding_is_overdue_from_the_day_after(day: str, late: bool) -> None:
    more = found("id: F1, raised_on: 2010-07-10, due: 2010-07-31")

    assert ("finding-overdue" in codes(judged(day, more=more))) is late


@pytest.mark.parametrize(("day", "late"), [("08-04", True), ("08-05", False)])
def test_a_finding_is_mended_from_the_day_it_was(day: str, late: bool) -> None:
    more = found("id: F1, raised_on: 2010-07-10, due: 2010-07-31, resolved_on: 2010-08-05")

    assert ("finding-overdue" in codes(judged(day, more=more))) is late


def test_a_finding_counts_from_the_day_it_was_raised() -> None:
    more = found("id: F1, raised_on: 2010-08-10, due: 2010-07-31")

    assert "finding-overdue" not in codes(judged("08-09", more=more))
    assert "finding-overdue" in codes(judged("08-10", more=more))


def test_a_finding_in_a_stage_counts_against_its_task() -> None:
    more = {"findings.yaml": found("id: F1, raised_on: 2010-07-10, due: 2010-07-31")["findings.yaml"]}
    more["findings.yaml"] = more["findings.yaml"].replace("tasks: T1,", "tasks: T1a,")

    assert "finding-overdue" in codes(judged("08-01", STAGED, more=more))


# -- phase-short -------------------------------------------------------------------------------

IN_P3 = task("due: 2010-12-10")  # P3 opens on 1 November and ends on 20 December


@pytest.mark.parametrize(
    ("day", "short"), [("09-30", False), ("10-01", True), ("12-20", True), ("12-21", False)]
)
def test_an_unreported_task_is_short_from_31_days_before_its_phase_opens_until_it_ends(
    day: str, short: bool
) -> None:
    shown = judged(day, IN_P3)

    assert ("phase-short" in codes(shown)) is short


def test_phase_short_tells_unreported_from_behind() -> None:
    unreported = cause(judged("10-01", IN_P3), Code.PHASE_SHORT)
    behind = cause(
        judged("10-01", IN_P3, more=said("progress: 20", "2010-09", "2010-09-24")), Code.PHASE_SHORT
    )

    assert (unreported.figure("unreported"), unreported.figure("points")) == (1, None)
    assert behind.figure("unreported") == 0
    assert behind.figure("points")


@pytest.mark.parametrize(
    ("progress", "short"), [("60", True), ("59.99", True), ("60.01", False), ("70", False)]
)
def test_a_reported_task_is_short_from_ten_points(progress: str, short: bool) -> None:
    """70 % are expected by a stage that is past: 10 points behind, 10.01, 9.99, none."""
    staged = task("due: 2010-12-10\nstages: [{id: T1a, text: 初稿, due: 2010-08-31, percent: 70}]")
    more = said(f"progress: {progress}", "2010-09", "2010-09-24")

    assert ("phase-short" in codes(judged("10-01", staged, more=more))) is short
    assert "phase-short" not in codes(judged("09-30", staged, more=more))


def test_a_task_on_pace_and_reported_is_not_short() -> None:
    more = said("progress: 90", "2010-09", "2010-09-24")

    assert codes(judged("10-01", IN_P3, more=more)) == set()


# -- for information ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "soon"), [("09-29", False), ("09-30", True), ("10-31", True), ("11-01", False)]
)
def test_due_soon_within_31_days(day: str, soon: bool) -> None:
    shown = judged(day)  # due on 31 October

    assert ("due-soon" in codes(shown)) is soon
    assert (shown.marks == ("due-soon",)) is soon


@pytest.mark.parametrize(("day", "stale"), [("06-25", False), ("06-26", True)])
def test_figures_are_stale_after_31_days(day: str, stale: bool) -> None:
    assert ("stale" in codes(judged(day, more=said("progress: 50")))) is stale


@pytest.mark.parametrize(("day", "stale"), [("10-01", False), ("10-02", True)])
def test_of_a_quarterly_clock_they_are_stale_after_a_quarter(day: str, stale: bool) -> None:
    quarterly = task("due: 2010-12-20\nreport: 每季度结束后12日内")
    more = said("progress: 50", "2010-06", "2010-07-02")  # of 30 June

    assert ("stale" in codes(judged(day, quarterly, more=more))) is stale


@pytest.mark.parametrize(("day", "stale"), [("07-31", False), ("08-01", True), ("08-24", True)])
def test_a_return_that_gives_no_figures_makes_them_no_newer(day: str, stale: bool) -> None:
    """按季填报: what is compared with the stages is still the figure of 30 June."""
    by_quarter = task(
        """
        due: 2010-10-31
        targets: [{id: 家数, words: 4家, at_least: 4}]
        stages: [{id: T1a, text: 2家, due: 2010-07-31, targets: [{id: 家数, words: 2家, at_least: 2}]}]
        """
    )
    more = returned("2010-07", "received: 2010-07-23, as_of: 2010-06-30, targets: {家数: 2}") | returned(
        "2010-08", "received: 2010-08-24, work: 数据尚未发布。"
    )

    shown = judged(day, by_quarter, more=more)

    assert ("stale" in codes(shown)) is stale
    if stale:
        assert cause(shown, Code.STALE).figure("day") == "2010-06-30"


@pytest.mark.parametrize(("progress", "fell"), [("29", True), ("30", False), ("31", False)])
def test_regressed_against_the_month_before(progress: str, fell: bool) -> None:
    more = said("progress: 30") | said(f"progress: {progress}", "2010-06", "2010-06-25")

    shown = judged("06-25", more=more)

    assert ("regressed" in codes(shown)) is fell
    assert shown.attention is Attention.NONE


def test_a_correction_within_the_month_is_no_regress() -> None:
    more = returned("2010-05", "received: 2010-05-20, progress: 60", "received: 2010-05-24, progress: 30")

    assert "regressed" not in codes(judged("05-25", more=more))


def test_deadline_assumed_where_the_plan_asks_for_none() -> None:
    plan = PLAN.replace("year: 2010}", "year: 2010, require: [lead]}")
    shown = judged("05-01", task("note: 未印完成时间"), plan=plan)

    assert "deadline-assumed" in codes(shown)
    assert shown.due == day_of("12-31")
    assert shown.due_assumed


def test_an_extended_deadline_is_no_longer_assumed() -> None:
    plan = PLAN.replace("year: 2010}", "year: 2010, require: [lead]}")
    more = decided("kind: extend, on: 2010-05-01, due: 2010-12-10")
    shown = judged("05-01", task("note: 未印完成时间"), plan=plan, more=more)

    assert "deadline-assumed" not in codes(shown)
    assert "extended" in codes(shown)
    assert (shown.due, shown.due_assumed) == (day_of("12-10"), False)


# -- attention ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "what", "attention"),
    [
        ("11-26", "outlook: unlikely", Attention.OVERDUE),  # overdue, at risk and unreported
        ("09-26", "outlook: unlikely", Attention.AT_RISK),  # at risk and unreported
        ("09-26", "outlook: on-time", Attention.UNREPORTED),
        ("08-25", "outlook: on-time", Attention.NONE),
    ],
)
def test_attention_is_the_worst_that_applies(day: str, what: str, attention: Attention) -> None:
    shown = judged(day, more=said(what, "2010-08", "2010-08-25"))

    assert shown.attention is attention


def test_what_is_done_or_cancelled_has_no_attention() -> None:
    more = said("state: done, done_on: 2010-12-20, outlook: unlikely", "2010-12", "2010-12-24")

    assert judged("12-31", more=more).attention is Attention.NONE
    assert judged("12-31", more=decided("kind: cancel, on: 2010-12-30")).attention is Attention.NONE
