"""``show``: stories worked out by hand, and what holds of every story and every walk."""

from __future__ import annotations

import calendar
import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motiontrack.assess.assessment import Assessment, assess
from motiontrack.assess.case import gather
from motiontrack.assess.causes import Code
from motiontrack.assess.considered import DECIDERS
from motiontrack.assess.facts import Ledger
from motiontrack.assess.judge import Judgement
from motiontrack.assess.lights import Term
from motiontrack.assess.matters import FindingState
from motiontrack.assess.pace import Basis
from motiontrack.assess.reasons import asked_of
from motiontrack.assess.state import RESTING, State
from motiontrack.assess.workings import AverageWorking, StagesWorking, working_of
from motiontrack.book import Book
from motiontrack.cli.assessing import packaged_profile
from motiontrack.language.catalogue import LANGUAGES, load
from motiontrack.language.display import cell_len
from motiontrack.model.deadline_rules import BOUNDS, POINTS
from motiontrack.model.deadline_spans import WITHIN
from motiontrack.model.fields import describe
from motiontrack.model.profile import Condition
from motiontrack.model.registers import DECISION_KINDS, DECISIONS_NAMED
from motiontrack.profiles import SHIPPED
from motiontrack.render.show import show_lines
from motiontrack.views.filters import tile_of
from motiontrack.views.plain import to_json
from motiontrack.views.show import GoalKind, ItemView, ShownKind, ShowView, WalkView, What
from motiontrack.views.show_build import build_show
from motiontrack.views.show_names import Meant, meanings
from motiontrack.views.show_speech import Teller
from motiontrack.views.show_walk import walk_of
from tests.assess.building import assessed, decided, default_profile, files_of, found, returned, task
from tests.assess.test_properties import Fact, assessment, days, facts, texts
from tests.assess.test_time_and_state import CALENDAR, ROLLED
from tests.test_example_year import on

MONTH_ENDS = [date(2010, month, calendar.monthrange(2010, month)[1]) for month in range(4, 13)]


def shown(shown_on: Assessment, name: str, language: str = "zh") -> ShowView:
    (meant,) = meanings(shown_on.book, shown_on.day, name)
    return build_show(shown_on, load(language, "causes", "show"), meant)


def item(day: str, name: str) -> ItemView:
    view = shown(on(day), name).item
    assert view is not None
    return view


def printed(view: ShowView, language: str = "zh", width: int = 80) -> list[str]:
    lines = show_lines(view, load(language, "causes", "show"), width=width)
    return ["".join(part.text for part in line) for line in lines]


def turns(view: ItemView) -> list[tuple[str, str | None, str]]:
    return [
        (event.day.isoformat()[5:], event.light, event.attention.value)
        for event in view.story
        if event.what is What.TURNED and event.day and event.attention
    ]


def known(view: ItemView, what: What) -> list[tuple[str, str]]:
    return [
        (event.day.isoformat()[5:] if event.day else "", event.said)
        for event in view.story
        if event.what is what
    ]


# -- stories worked out by hand from the files of the example ---------------------------------------


def test_the_story_of_a_task_that_was_done_late() -> None:
    view = item("2010-07-10", "T02")

    assert turns(view) == [
        ("04-07", "grey", "none"),
        ("04-24", "yellow", "at-risk"),  # 经努力可按期
        ("05-01", "red", "overdue"),  # due on 30 April
        ("06-23", "done", "none"),  # done on 10 June, known on the 23rd
    ]
    assert known(view, What.ASKED) == [("05-06", "申请延期，尚无批准")]
    assert known(view, What.DECISION) == [("07-02", "决定：销号")]
    assert [(each.month, each.late) for each in view.returns] == [
        ("2010-04", 0),
        ("2010-05", 0),
        ("2010-06", 0),
    ]
    assert view.walk is not None
    assert [(each.number, each.holds) for each in view.walk.tries] == [(1, True)]


def test_the_story_of_a_task_that_was_suspended_and_extended() -> None:
    view = item("2010-11-15", "T16")

    assert turns(view) == [
        ("04-07", "grey", "none"),
        ("04-26", "green", "none"),
        ("06-25", "yellow", "at-risk"),
        ("07-01", "red", "overdue"),
        ("07-20", None, "overdue"),
        ("09-10", "yellow", "at-risk"),
        ("10-16", "red", "overdue"),
        ("10-22", "done", "none"),
    ]
    assert known(view, What.DECISION) == [
        ("07-20", "决定：暂停"),
        ("09-10", "决定：延期"),
        ("09-10", "决定：恢复"),
        ("11-15", "决定：销号"),
    ]
    assert view.due is not None
    assert (view.due.original, view.due.effective) == (date(2010, 6, 30), date(2010, 10, 15))
    assert [(each.on, each.before, each.due) for each in view.due.extensions] == [
        (date(2010, 9, 10), date(2010, 6, 30), date(2010, 10, 15))
    ]
    late = {each.month: each.late for each in view.returns}
    # July's came of free will, before the suspension; its return day lies in it.
    assert late == {"2010-04": 1, "2010-05": 1, "2010-06": 0, "2010-09": 0, "2010-10": 0}


def test_the_story_of_a_task_at_yellow_for_three_months() -> None:
    view = item("2010-09-30", "T09")

    assert turns(view) == [
        ("04-07", "grey", "none"),
        ("04-22", "green", "none"),
        ("06-22", "yellow", "at-risk"),
        ("09-01", "red", "at-risk"),
        ("09-24", "green", "none"),
    ]
    streak = item("2010-09-01", "T09").walk
    assert streak is not None
    assert streak.streak is not None
    assert (streak.streak.holds, [each.light for each in streak.streak.before]) == (True, ["yellow"] * 3)
    assert streak.light == "red"


@pytest.mark.parametrize(
    ("day", "holds", "said"), [("10-27", False, "落后30个百分点，没有超过30"), ("10-28", True, "有进度滞后")]
)
def test_thirty_points_are_not_more_than_thirty(day: str, holds: bool, said: str) -> None:
    walk = item(f"2010-{day}", "T17").walk

    assert walk is not None
    assert (walk.tries[2].holds, walk.tries[2].said) == (holds, said)


def test_what_the_former_unit_reported_is_kept_and_does_not_count() -> None:
    returns = [
        (event.said, event.in_force)
        for event in item("2010-07-31", "T04").story
        if event.what is What.RETURN and event.day and event.day >= date(2010, 7, 1)
    ]

    assert returns == [
        ("2010年7月填报（经贸委）；收到时该单位不是召集单位，只留存、不作判定", False),
        ("2010年7月填报（发改委）；迟报2天；现行", True),
    ]


def test_the_average_says_its_days() -> None:
    walk = item("2010-09-21", "T12").walk

    assert walk is not None
    # 7 April to 21 September are 167 days, to 31 October 207.
    assert walk.paces[0].working == (
        "2010年4月7日至2010年9月21日已过167天 ÷ 至2010年10月31日共207天 = 应达80.7%",
    )
    assert str(walk.paces[0].points) == "40.7"


def test_stages_say_their_sum_and_the_figure_beside_them() -> None:
    walk = item("2010-09-30", "T21").walk

    assert walk is not None
    figures, percents = walk.paces
    assert percents.working == ("2010年9月24日之前（不含当日）到期的节点：T21.1 30% + T21.2 30% = 应达60%",)
    assert figures.target == "总部基地"
    assert figures.working == (
        "2010年9月24日之前（不含当日）到期的节点：T21.2 1；应达1 ÷ 全部2 = 50%",
        "实报0 ÷ 全部2 = 0%",
    )


def test_a_decision_that_is_only_asked_for_hides_what_came_of_it() -> None:
    before = [event for event in item("2010-08-31", "T07").story if event.what is What.ASKED]
    after = [event for event in item("2010-09-01", "T07").story if event.what is What.ASKED]

    assert [each.said for each in before] == ["申请延期，尚无批准"]
    assert {note.key for note in before[0].notes} == {"due", "reason"}
    assert [each.said for each in after] == ["申请延期，后经批准"]


def test_a_finding_and_what_became_of_it() -> None:
    open_still = shown(on("2010-08-31"), "F3").finding
    late = shown(on("2010-09-01"), "F3").finding
    mended = shown(on("2010-10-15"), "F3").finding

    assert open_still is not None
    assert late is not None
    assert mended is not None
    assert (open_still.state, open_still.days, open_still.resolution) == (FindingState.OPEN, 0, None)
    assert (late.state, late.days) == (FindingState.OVERDUE, 1)
    assert (mended.state, mended.days, mended.resolved_on) == (
        FindingState.MENDED_LATE,
        45,
        date(2010, 10, 15),
    )
    assert [row.id for row in mended.tasks] == ["T17"]


SLIPS = """\
slips:
  - {number: 督〔2010〕1号, issued_on: 2010-07-05, kind: 催办, unit: 发改委, items: [T1, T2], asked: 说明原因, due: 2010-07-10, answered_on: 2010-07-09}
  - {number: 督〔2010〕2号, issued_on: 2010-07-12, kind: 督办, unit: 发改委, items: T2}
"""


def test_slips_and_their_answers_are_in_the_story() -> None:
    on_the_day = assessed("07-11", task(), task(name="T2"), more={"slips.yaml": SLIPS})
    story = shown(on_the_day, "T1").item
    assert story is not None
    told = [
        (event.what, event.day, event.said)
        for event in story.story
        if event.what in (What.SLIP, What.ANSWERED)
    ]

    assert told == [
        (What.SLIP, date(2010, 7, 5), "向发改委发出督〔2010〕1号（催办）"),
        (What.ANSWERED, date(2010, 7, 9), "发改委回复督〔2010〕1号"),
    ]
    assert [note.key for event in story.story if event.what is What.SLIP for note in event.notes] == [
        "asked",
        "due",
    ]
    before = shown(assessed("07-08", task(), task(name="T2"), more={"slips.yaml": SLIPS}), "T2")
    assert before.item is not None
    assert [event.what for event in before.item.story if event.what in (What.SLIP, What.ANSWERED)] == [
        What.SLIP
    ]
    assert before.later == 2


def test_a_finding_is_not_known_before_it_is_raised() -> None:
    assert meanings(on("2010-07-21").book, date(2010, 7, 21), "F3") == ()
    assert meanings(on("2010-07-22").book, date(2010, 7, 22), "F3") == (Meant(ShownKind.FINDING, "F3"),)


def test_a_person_before_and_after_leaving_the_post() -> None:
    before = shown(on("2010-08-31"), "黄振平").person
    after = shown(on("2010-09-01"), "黄振平").person

    assert before is not None
    assert after is not None
    assert [(row.id, row.roles) for row in before.tasks] == [("T12", ("现责任人", "印发责任人"))]
    assert [(row.id, row.roles) for row in after.tasks] == [("T12", ("印发责任人",))]
    assert [post.now for post in (*before.posts, *after.posts)] == [True, False]


def test_a_unit_that_a_task_was_taken_from() -> None:
    unit = shown(on("2010-07-31"), "经贸委").unit

    assert unit is not None
    assert [(row.id, row.roles[0]) for row in unit.tasks] == [
        ("T04", "原责任单位，已改派"),
        ("T06", "召集"),
        ("T18", "召集"),
        ("T21", "召集"),
    ]
    counted = unit.returns
    assert counted.owed == counted.on_time + counted.late + counted.missing
    assert counted.owed == sum(month.returns.owed for month in unit.months)


def test_a_rolled_task_is_shown_in_the_phase_that_it_is_judged_in() -> None:
    plan = ROLLED.replace("to: 2010-08-31", "to: 2010-08-29")
    rolled = assessed("08-01", task("due: 8月29日前"), more=CALENDAR, plan=plan)  # a Sunday
    view = shown(rolled, "T1").item

    assert view is not None
    assert view.phase is not None
    assert view.phase.id == "P2"


def test_a_phase_and_what_must_be_ready() -> None:
    phase = shown(on("2010-10-15"), "P3").phase

    assert phase is not None
    assert phase.account.not_done == tuple(row.id for row in phase.not_done)
    assert [row.id for row in phase.behind] == ["T07"]  # extended to December, behind by the average
    assert [row.id for row in phase.steps] == ["S6", "S7", "S8"]
    assert len(phase.tasks) == 17


def test_an_objective_and_the_goal_of_the_annex() -> None:
    objective = shown(on("2010-10-15"), "O7").goal
    goal = shown(on("2010-10-15"), "加快发展企业总部").goal

    assert objective is not None
    assert goal is not None
    assert (objective.kind, goal.kind) == (GoalKind.OBJECTIVE, GoalKind.GOAL)
    assert [row.id for row in objective.tasks] == [row.id for row in goal.tasks] == ["T21"]
    assert [(target.item, target.wanted) for target in objective.targets if target.id == "总部基地"] == [
        ("O7", "1～2个"),
        ("T21", "2～3家"),
    ]


# -- names ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("T07", (ShownKind.ITEM, "T07")),
        ("t7", (ShownKind.ITEM, "T07")),
        ("Ｔ０７", (ShownKind.ITEM, "T07")),
        ("T09.2", (ShownKind.ITEM, "T09.2")),
        ("S3", (ShownKind.ITEM, "S3")),
        ("市发改委", (ShownKind.UNIT, "市发改委")),
        ("杨  扬", (ShownKind.PERSON, "杨扬")),
        ("person:杨扬", (ShownKind.PERSON, "杨扬")),
        ("人员：杨扬", (ShownKind.PERSON, "杨扬")),
        ("P2", (ShownKind.PHASE, "P2")),
        ("G1", (ShownKind.GOAL, "G1")),
    ],
)
def test_what_a_name_means(asked: str, meant: tuple[ShownKind, str]) -> None:
    assert meanings(on("2010-08-31").book, date(2010, 8, 31), asked) == (Meant(*meant),)


def test_a_unit_named_like_a_person_must_be_told_apart() -> None:
    both = assessed("07-31", task(person="旅游局"))

    assert meanings(both.book, both.day, "旅游局") == (
        Meant(ShownKind.UNIT, "旅游局"),
        Meant(ShownKind.PERSON, "旅游局"),
    )
    assert meanings(both.book, both.day, "person:旅游局") == (Meant(ShownKind.PERSON, "旅游局"),)


def test_a_stage_of_a_plan_that_has_not_come_is_not_known() -> None:
    assert meanings(on("2010-05-17").book, date(2010, 5, 17), "T09.2") == ()
    assert meanings(on("2010-05-18").book, date(2010, 5, 18), "T09.2") != ()


# -- what holds of every walk -----------------------------------------------------------------------


def every_task(shown_on: Assessment) -> Iterator[tuple[Judgement, ItemView]]:
    pending = list(shown_on.tasks)
    while pending:
        judged = pending.pop()
        pending += judged.parts
        view = build_show(shown_on, load("zh", "causes", "show"), Meant(ShownKind.ITEM, judged.node.id)).item
        assert view is not None
        yield judged, view


def walk_agrees(judged: Judgement, walk: WalkView) -> None:
    assert (walk.light, walk.tile, walk.attention) == (judged.light, tile_of(judged), judged.attention)
    holding = [each for each in walk.tries if each.holds]
    if judged.light is not None and not judged.parts:
        assert [each.light for each in holding] == [judged.light]
        assert walk.tries[-1].holds
    if judged.light is not None and judged.parts and judged.state is not State.DONE:
        lights = {*(part.light for part in judged.parts), *(each.light for each in holding)}
        assert judged.light in lights
    assert [each.number for each in walk.tries] == list(range(1, len(walk.tries) + 1))
    assert [each.code for each in walk.held] == [each.code for each in judged.causes]
    told = [*(each.code for each in walk.considered), *walk.not_asked]
    if not judged.parts:
        streak = [Code.YELLOW_STREAK] if walk.streak and not walk.streak.holds else []
        assert sorted({*told, *streak, *(each.code for each in walk.held)}) == sorted(Code)
        assert len(told) == len(set(told))


def agrees(judged: Judgement, view: ItemView) -> None:
    assert view.walk is not None
    walk_agrees(judged, view.walk)
    last = [event for event in view.story if event.what is What.TURNED]
    if last:
        assert (last[-1].tile, last[-1].attention) == (tile_of(judged), judged.attention)
    assert [each.light for each in view.months[-len(judged.trend) :]] == [each.light for each in judged.trend]


@pytest.mark.parametrize("day", MONTH_ENDS, ids=str)
def test_the_walk_and_the_story_end_at_the_light_of_the_status(day: date) -> None:
    for judged, view in every_task(on(day.isoformat())):
        agrees(judged, view)


@settings(max_examples=40, deadline=None)
@given(facts, days.filter(lambda day: day >= date(2010, 4, 7)))
def test_the_walk_and_the_story_end_at_the_light_in_every_book(known: list[Fact], day: date) -> None:
    for judged, view in every_task(assessment(texts(known), day)):
        agrees(judged, view)


def every_walk(book: Book, day: date, profile: str) -> Iterator[tuple[Judgement, WalkView]]:
    shown_on = assess(book, day, packaged_profile(profile), {})
    teller = Teller(shown_on, load("zh", "causes", "show"), "data")
    pending = list(shown_on.tasks)
    while pending:
        judged = pending.pop()
        pending += judged.parts
        yield judged, walk_of(judged, teller)


@pytest.mark.parametrize("profile", SHIPPED)
@pytest.mark.parametrize("day", MONTH_ENDS, ids=str)
def test_the_walk_ends_at_the_light_by_every_profile(day: date, profile: str) -> None:
    for judged, walk in every_walk(on(day.isoformat()).book, day, profile):
        walk_agrees(judged, walk)


@settings(max_examples=40, deadline=None)
@given(facts, days.filter(lambda day: day >= date(2010, 4, 7)), st.sampled_from(SHIPPED))
def test_the_walk_ends_at_the_light_in_every_book_by_every_profile(
    known: list[Fact], day: date, profile: str
) -> None:
    for judged, walk in every_walk(assessment(texts(known), day).book, day, profile):
        walk_agrees(judged, walk)


def placeless(value: Any) -> Any:
    """Plain data without what may change: lines move as files grow, later facts are counted."""
    if isinstance(value, dict):
        return {
            key: placeless(each)
            for key, each in value.items()
            if key not in {"place", "line", "later", "illustrative"}
        }
    return [placeless(each) for each in value] if isinstance(value, list) else value


@settings(max_examples=40, deadline=None)
@given(facts, days)
def test_what_became_known_later_changes_no_story(known: list[Fact], day: date) -> None:
    then = [fact for fact in known if fact.known <= day]
    now, before = assessment(texts(known), day), assessment(texts(then), day)
    for name in ("T1", "T2", "T3", "T3a", "T4", "发改委", "杨扬", "P2"):
        first, second = shown(now, name), shown(before, name)
        assert placeless(json.loads(to_json(first))) == placeless(json.loads(to_json(second)))
        assert first.later >= second.later == 0


def test_facts_known_only_later_are_counted() -> None:
    assert shown(on("2010-12-31"), "T09").later == 0
    view = shown(on("2010-11-05"), "T09")
    assert view.later == 1  # closed on 12 November


@settings(max_examples=40, deadline=None)
@given(facts, days)
def test_the_workings_give_what_was_expected(known: list[Fact], day: date) -> None:
    judged = assessment(texts(known), day)
    ledger = Ledger(judged.book)
    for task_judged in judged.tasks:
        if not task_judged.parts:
            workings_agree(task_judged, ledger, day)


@pytest.mark.parametrize("day", MONTH_ENDS, ids=str)
def test_the_workings_of_the_example(day: date) -> None:
    ledger = Ledger(on(day.isoformat()).book)
    for judged in on(day.isoformat()).tasks:
        workings_agree(judged, ledger, day)


def workings_agree(judged: Judgement, ledger: Ledger, day: date) -> None:
    case = gather(judged.node, ledger, day, default_profile())
    for pace in case.paces:
        working = working_of(case, pace, ledger.book.issued)
        if isinstance(working, StagesWorking):
            assert pace.expected is not None
            assert pace.expected * int(working.whole) == 100 * int(working.wanted)
        elif isinstance(working, AverageWorking) and pace.basis is Basis.AVERAGE:
            assert pace.expected is not None
            assert pace.expected * working.window == 100 * working.elapsed
        else:
            assert pace.expected is None


# -- every word there is to say ---------------------------------------------------------------------


@cache
def said_by(language: str) -> frozenset[str]:
    return frozenset(load(language, "causes", "show").words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cause_state_basis_and_rule_has_words(language: str) -> None:
    only_refusing = {"no-month", "after-event"}
    deadline_rules = {rule[0] for rule in (*POINTS, *BOUNDS, *WITHIN)} - only_refusing | {"range", "assumed"}
    wanted = {
        *(f"cause-name.{code.value}" for code in Code),
        *(f"cause-source.{code.value}" for code in Code if code is not Code.YELLOW_STREAK),
        *(f"show.basis.{basis.value}" for basis in Basis if basis is not Basis.NOT_JUDGED),
        *(f"show.basis.{Basis.NOT_JUDGED.value}.{state.value}" for state in RESTING),
        *(f"show.rule.{rule}" for rule in deadline_rules),
        *(f"show.kind.{kind.value}" for kind in ShownKind),
        *(f"show.decision.{kind}" for kind in DECISION_KINDS),
        *(f"show.goal.{kind.value}" for kind in GoalKind),
        *(f"show.finding.{state.value}" for state in FindingState),
    }

    assert wanted <= said_by(language)


def test_the_walk_knows_every_demand_that_a_condition_can_make() -> None:
    demands = {attribute for attribute, _ in describe(Condition).values()} - {"light", "source"}

    assert {term.value for term in Term} == demands


def rules(*conditions: str) -> dict[str, str]:
    """Light rules of an office: ``conditions`` one after the other, then green."""
    lines = "".join(f"  - {{light: red, {condition}}}\n" for condition in conditions)
    return {
        "profiles/ours.yaml": "id: ours\ntitle_zh: 规则\ntitle_en: Rules\nsource: 虚构\nlights:\n"
        "  - {id: red, word_zh: 红灯, word_en: Red, shape: diamond, colour: '#B3261E', rank: 1}\n"
        "  - {id: green, word_zh: 绿灯, word_en: Green, shape: circle, colour: '#17795A', rank: 0}\n"
        f"conditions:\n{lines}  - {{light: green}}\n"
    }


BEHIND = ("due: 2010-12-31", "received: 2010-07-24, progress: 20")  # 40.3% expected, 50.4% of it missing
LATE = ("due: 2010-07-20", "received: 2010-07-25, progress: 20")
IDLE = ("start: 2010-05-10\ndue: 2010-12-31", "received: 2010-07-25, state: not-started")
ASKED = ("due: 2010-12-31", "received: 2010-07-25, progress: 90, outlook: with-effort")


@pytest.mark.parametrize(
    ("item_body", "entry", "condition", "holds", "said"),
    [
        (*BEHIND, "cause: behind, points_from: 20", True, "有进度滞后"),
        (*BEHIND, "cause: behind, points_from: 21", False, "落后20.3个百分点，不到21"),
        (*BEHIND, "cause: behind, points_over: 21", False, "落后20.3个百分点，没有超过21"),
        (*BEHIND, "cause: behind, ratio_from: 50", True, "有进度滞后"),
        (*BEHIND, "cause: behind, ratio_from: 51", False, "落后占应达的50.4%，不到51%"),
        (*BEHIND, "cause: behind, ratio_over: 51", False, "落后占应达的50.4%，没有超过51%"),
        (*BEHIND, "cause: behind, basis: stages", False, "进度滞后，但按时间平均推算"),
        (*LATE, "cause: overdue, days_over: 10", True, "有逾期"),
        (*LATE, "cause: overdue, days_over: 11", False, "逾期，11天，没有超过11天"),
        (*IDLE, "cause: start-missed, months_from: 2", True, "有未按时启动"),
        (*IDLE, "cause: start-missed, months_from: 3", False, "未按时启动，过了2个月末，不到3个"),
        (*ASKED, "cause: problem-declared, said: with-effort", True, "有单位自报困难"),
        (*ASKED, "cause: problem-declared, said: [unlikely, coordinate]", False, "自报的不是难以按期、有事项需协调"),
        ("due: 2010-08-20", BEHIND[1], "cause: due-soon, days_left: 20", True, "有临期"),
        ("due: 2010-08-20", BEHIND[1], "cause: due-soon, days_left: 19", False, "还有20天，多于19天"),
        (BEHIND[0], "received: 2010-07-24, state: done, done_on: 2010-07-20", "state: done, verified: 是", False, "还没有销号"),
        (BEHIND[0], "received: 2010-07-24, state: done, done_on: 2010-07-20", "state: done, verified: 否", True, "状态是已办结；还没有销号"),
    ],
)  # fmt: skip
def test_what_a_condition_demands_of_a_cause(
    item_body: str, entry: str, condition: str, holds: bool, said: str
) -> None:
    more = returned("2010-07", entry) | rules(condition)
    view = shown(assessed("07-31", task(item_body), more=more, rules="ours"), "T1").item

    assert view is not None
    assert view.walk is not None
    first = view.walk.tries[0]
    assert (first.holds, first.said) == (holds, said)
    assert view.walk.light == ("red" if holds else "green")


def test_a_justified_reason_is_said_only_where_the_condition_would_hold() -> None:
    excused = decided("kind: excuse, on: 2010-07-01, reason: 上级未批复")
    late = returned("2010-07", LATE[1])
    more = (
        late
        | excused
        | rules("cause: stage-missed, unless_excused: 是", "cause: overdue, unless_excused: 是")
    )
    view = shown(assessed("07-31", task(LATE[0]), more=more, rules="ours"), "T1").item

    assert view is not None
    assert view.walk is not None
    assert [(each.failed, each.holds) for each in view.walk.tries[:2]] == [
        ("cause", False),
        ("unless_excused", False),
    ]


def test_every_cause_that_is_looked_for_has_a_decider() -> None:
    looked_for = {code for state in State for code in asked_of(state)}

    assert set(DECIDERS) == looked_for == set(Code) - {Code.YELLOW_STREAK}


def test_every_reason_why_a_cause_does_not_hold_has_words() -> None:
    from motiontrack.assess import considered

    with open(considered.__file__, encoding="utf-8") as file:  # noqa: PTH123
        source = file.read()
    for code, decider in DECIDERS.items():
        body = source.split(f"def {decider.__name__}(")[1].split("\n\n\n")[0]
        whys = {
            why
            for line in re.findall(r"return (.+)", body)
            for why in re.findall(r'"([a-z-]+)"', line.split(", {")[0].split(", figures")[0])
        }
        assert whys, code
        for language in LANGUAGES:
            assert {f"show.not.{code.value}.{why}" for why in whys} <= said_by(language)


def test_every_kind_of_decision_is_told_by_its_name() -> None:
    for kind, named in zip(DECISION_KINDS, DECISIONS_NAMED, strict=True):
        more = decided(f"kind: {kind}, on: 2010-06-01, due: 2010-12-01, to: 旅游局, applied: 2010-05-20")
        english = load("en", "causes", "show").word(f"show.decision.{kind}")
        for language, word in (("zh", named), ("en", english)):
            view = shown(assessment(files_of(more=more), date(2010, 7, 31)), "T1", language)
            assert view.item is not None
            assert [event.said for event in view.item.story if event.what is What.DECISION] == [
                {"zh": f"决定：{word}", "en": f"Decision: {word}"}[language]
            ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_page_and_every_key_has_words(width: int, language: str) -> None:
    for name in (
        "T02",
        "T09",
        "T12",
        "T13",
        "T16",
        "T20",
        "T21",
        "S3",
        "T09.2",
        "经贸委",
        "杨扬",
        "P3",
        "F1",
        "O6",
    ):
        lines = printed(shown(on("2010-10-31"), name, language), language, width)
        assert max(cell_len(line) for line in lines) <= width, name
        assert [line for line in lines if line != line.rstrip()] == []
        assert "show." not in "".join(lines).replace("example.show", "")
        assert not re.search(r"\{\w+\}", "".join(lines))


@settings(max_examples=25, deadline=None)
@given(facts, days, st.sampled_from(LANGUAGES))
def test_every_story_can_be_printed(known: list[Fact], day: date, language: str) -> None:
    judged = assessment(texts(known), day)
    for name in ("T1", "T2", "T2a", "T3", "T3a", "T4", "发改委", "杨扬", "P2"):
        lines = printed(shown(judged, name, language), language)
        assert max(cell_len(line) for line in lines) <= 80
        "".join(lines).encode("gbk")
        assert "show." not in "".join(lines)


# -- parts, stages, standing ------------------------------------------------------------------------

PARTS = """
due: 2010-08-31
parts:
  - {id: T3a, text: 名牌}
  - {id: T3b, text: 标准, due: 2010-11-30}
"""


def test_a_whole_takes_the_worst_light_and_says_so() -> None:
    view = shown(
        assessed("09-01", task(PARTS, "T3"), more=returned("2010-08", "task: T3b, received: 2010-08-20")),
        "T3",
    ).item

    assert view is not None
    assert view.walk is not None
    assert [(row.id, row.light) for row in view.parts] == [("T3a", "red"), ("T3b", "green")]
    assert view.walk.light == "red"
    assert view.walk.tries == ()
    assert view.walk.said == "取各分项和本项自身中最重的灯"
    said = {each.code: each.said for each in view.walk.considered}
    assert said[Code.PROBLEM_DECLARED] == said[Code.FORECAST_LATE] == "由各分项填报，没有以整项填报"


def test_what_was_found_in_a_whole_goes_through_the_conditions_by_itself() -> None:
    view = shown(
        assessed(
            "07-10",
            task(PARTS, "T3"),
            more=found("id: F1, tasks: T3, raised_on: 2010-06-01, due: 2010-06-30"),
        ),
        "T3",
    ).item

    assert view is not None
    assert view.walk is not None
    assert [each.light for each in view.walk.tries if each.holds] == ["yellow"]


def test_a_standing_item_has_no_deadline() -> None:
    view = shown(assessed("07-31", task("standing: 是")), "T1")

    assert view.item is not None
    assert view.item.due is None
    assert "长期推进，没有完成时间" in "".join(printed(view))


def test_an_unjudged_task_tells_its_story_without_a_light() -> None:
    from motiontrack.assess.assessment import assess
    from motiontrack.book import load_book

    book, _ = load_book({path: text.encode() for path, text in files_of(task("due: 9月31日")).items()})
    assert book is not None
    view = shown(assess(book, date(2010, 7, 31), default_profile(), {}), "T1")

    assert view.item is not None
    assert view.item.unjudged is not None
    assert (view.item.walk, view.item.task) == (None, None)
    assert "未判定" in "".join(printed(view))


def test_seen_from_far_later_the_strip_is_short_and_the_light_the_same() -> None:
    far = assessed("2026-07-31")
    view = shown(far, "T1")

    assert view.item is not None
    agrees(far.tasks[0], view.item)
    assert any("2010-11 ~ 2026-07 ◆ 红灯" in line for line in printed(view))


def test_a_total_below_its_target_is_never_called_met() -> None:
    target = "targets: [{id: 项目, words: 项目10个, kind: total, at_least: 10}]"
    more = returned("2010-06", "received: 2010-06-20, targets: {项目: 4}")

    def why(day: str, body: str) -> str:
        walk = shown(assessed(day, task(f"{body}\n{target}"), more=more), "T1").item
        assert walk is not None
        assert walk.walk is not None
        held = [cause for cause in walk.walk.held if cause.code is Code.TARGET_SHORT]
        found_why = [cause.why for cause in walk.walk.considered if cause.code is Code.TARGET_SHORT]
        return "held" if held else found_why[0]

    assert why("07-31", "due: 2010-07-31") == "not-yet"
    assert why("08-01", "due: 2010-07-31") == "held"
    assert why("08-01", "standing: 是") == "no-deadline"


def test_a_part_s_return_is_late_in_the_story_of_the_whole() -> None:
    view = shown(
        assessed("07-31", task(PARTS, "T3"), more=returned("2010-07", "task: T3b, received: 2010-07-28")),
        "T3",
    ).item

    assert view is not None
    assert [(event.item, event.said) for event in view.story if event.what is What.RETURN] == [
        ("T3b", "2010年7月填报（发改委）；迟报3天；现行")
    ]
    assert [(each.item, each.late) for each in view.returns if each.month == "2010-07"] == [
        ("T3a", None),
        ("T3b", 3),
    ]


@pytest.mark.parametrize(
    ("day", "label"),
    [("06-30", "未到"), ("07-01", "已到期、待填报"), ("07-21", "已过未完成")],
)
def test_a_stage_past_its_day_is_not_still_to_come_though_no_figures_are_past_it(
    day: str, label: str
) -> None:
    row = task(
        """
        due: 2010-10-31
        stages: [{id: T1a, text: 初稿, due: 2010-06-30, percent: 40}]
        """
    )
    more = returned("2010-06", "received: 2010-06-25, progress: 20") | returned(
        "2010-07", "received: 2010-07-21, progress: 30"
    )
    lines = printed(shown(assessed(day, row, more=more), "T1"))

    assert f"  T1a  2010-06-30  [{label}] 初稿；占40%" in lines
