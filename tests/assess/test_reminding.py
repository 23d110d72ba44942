"""Whom to chase on a day, for what, and by which step: counted from the register, never twice for one thing."""

from __future__ import annotations

from datetime import date

import pytest

from motiontrack.assess.ladder import LADDER, climb, ladder_of
from motiontrack.assess.reminding import Reminders, Why, remind
from motiontrack.model.vocabulary import Per, Reason
from tests.assess.building import PLAN, assessed, decided, found, returned, task


def slips(*rows: str) -> dict[str, str]:
    """The register; each row the inside of a flow mapping, to 发改委 about T1 unless it says otherwise."""
    usual = {"kind": "催办", "unit": "发改委", "items": "T1"}
    written = []
    for number, row in enumerate(rows, 1):
        more = "".join(f", {key}: {value}" for key, value in usual.items() if f"{key}: " not in row)
        written.append(f"  - {{number: 督〔2010〕{number}号, {row}{more}}}")
    return {"slips.yaml": "\n".join(["slips:", *written])}


#: Due on 30 June, the returns in: nothing but the work is the matter.
LATE = task("due: 2010-06-30")
RETURNS = {
    **returned("2010-04", "received: 2010-04-24, progress: 30"),
    **returned("2010-05", "received: 2010-05-24, progress: 40"),
    **returned("2010-06", "received: 2010-06-24, progress: 50"),
    **returned("2010-07", "received: 2010-07-24, progress: 60"),
    **returned("2010-08", "received: 2010-08-24, progress: 70"),
}


def at(
    day: str,
    *rows: str,
    more: dict[str, str] | None = None,
    tasks: tuple[str, ...] = (LATE,),
    plan: str = PLAN,
) -> Reminders:
    register = slips(*rows) if rows else {}
    return remind(assessed(day, *tasks, more={**RETURNS, **register, **(more or {})}, plan=plan))


def kinds(reminders: Reminders) -> list[str]:
    return [chase.rung.kind for chase in reminders.chases]


def test_what_is_overdue_is_chased_from_the_day_after() -> None:
    assert [each.reasons for chase in at("06-30").chases for each in chase.items] == [(Reason.DUE_SOON,)]
    (chase,) = at("07-01").chases

    assert (chase.unit, chase.rung.kind, chase.due) == ("发改委", "催办", date(2010, 7, 6))
    assert [(each.item.node.id, each.reasons) for each in chase.items] == [("T1", (Reason.OVERDUE,))]


# -- the ladder


JULY = "issued_on: 2010-07-05, due: 2010-07-10, causes: {T1: overdue}"
LATER_IN_JULY = "issued_on: 2010-07-12, due: 2010-07-17, causes: {T1: overdue}"


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        ((), "催办"),
        ((JULY,), "催办"),
        ((JULY, LATER_IN_JULY), "督办"),
        ((f"{JULY}, answered_on: 2010-07-09", LATER_IN_JULY), "催办"),
        ((JULY, f"{LATER_IN_JULY}, answered_on: 2010-07-16"), "催办"),
        # an answer after the day is not known on it
        ((JULY, f"{LATER_IN_JULY}, answered_on: 2010-07-21"), "督办"),
        # a step that was taken stays taken, answered or not
        ((f"{JULY}, kind: 督办, answered_on: 2010-07-09",), "督办"),
        ((f"{JULY}, kind: 督办", f"{LATER_IN_JULY}, kind: 督办"), "通报"),
        ((f"{JULY}, kind: 通报",), "约谈"),
        ((f"{JULY}, kind: 约谈", f"{LATER_IN_JULY}, kind: 约谈"), "约谈"),
        # another unit, another item, another thing
        ((f"{JULY}, unit: 经贸委", f"{LATER_IN_JULY}, unit: 经贸委"), "催办"),
        ((JULY.replace("overdue", "unreported"), LATER_IN_JULY.replace("overdue", "unreported")), "催办"),
        ((JULY.replace("overdue", "due-soon"), LATER_IN_JULY), "催办"),
        # behind and overdue are one thing: the work
        ((JULY.replace("overdue", "behind"), LATER_IN_JULY), "督办"),
        # a row without causes is about whatever was the matter
        (("issued_on: 2010-07-05", "issued_on: 2010-07-12"), "督办"),
        # two on one day count once
        ((JULY, JULY), "催办"),
    ],
)
def test_the_step_is_counted_from_the_register(rows: tuple[str, ...], kind: str) -> None:
    assert kinds(at("07-20", *rows)) == [kind]


def test_the_step_after_next_needs_a_slip_of_the_step_between() -> None:
    third = "issued_on: 2010-07-18, due: 2010-07-19, causes: {T1: overdue}"

    assert kinds(at("07-20", JULY, LATER_IN_JULY, third, third.replace("18", "19"))) == ["督办"]


def test_a_slip_says_which_before_it_were_not_answered() -> None:
    (chase,) = at("07-20", f"{JULY}, answered_on: 2010-07-09", LATER_IN_JULY).chases

    assert [slip.number for each in chase.items for slip in each.unanswered] == ["督〔2010〕2号"]


def test_every_rung_has_its_place_and_the_last_has_no_next() -> None:
    assert [rung.kind for rung in LADDER] == ["催办", "督办", "通报", "约谈"]
    assert [rung.unanswered for rung in LADDER] == [2, 2, 1, None]
    assert climb((), lambda _: False, LADDER).rung is LADDER[0]


def test_a_plan_that_sets_nothing_has_the_ladder_of_everywhere() -> None:
    assert ladder_of(()) == LADDER
    (chase,) = at(
        "07-20", f"{JULY}, kind: 约谈", plan=f"{PLAN}\nladder: [{{kind: 约谈, unanswered: 1}}]"
    ).chases
    assert chase.rung.unanswered is None


@pytest.mark.parametrize(
    ("set_", "kind", "due"),
    [
        ("", "督办", 25),
        ("{kind: 催办, unanswered: 3}", "催办", 25),
        ("{kind: 催办, unanswered: 1}", "督办", 25),
        ("{kind: 督办, days: 10}", "督办", 30),
        ("{kind: 督办, unanswered: 1}", "督办", 25),
    ],
)
def test_a_plan_sets_its_own_thresholds(set_: str, kind: str, due: int) -> None:
    (chase,) = at("07-20", JULY, LATER_IN_JULY, plan=f"{PLAN}\nladder: [{set_}]").chases

    assert (chase.rung.kind, chase.due) == (kind, date(2010, 7, due))


# -- nobody is chased twice


def test_nobody_is_chased_while_a_slip_still_runs() -> None:
    before, last, after = (at(f"07-{day}", JULY) for day in ("06", "10", "11"))

    assert (kinds(before), kinds(last), kinds(after)) == ([], [], ["催办"])
    assert [(left.why, left.slip and left.slip.number) for left in last.left] == [
        (Why.RUNNING, "督〔2010〕1号")
    ]


def test_nobody_is_chased_twice_on_one_day_for_one_thing() -> None:
    sent = "issued_on: 2010-07-05, answered_on: 2010-07-05, causes: {T1: overdue}"

    assert (kinds(at("07-05", sent)), [left.why for left in at("07-05", sent).left]) == ([], [Why.TODAY])
    assert kinds(at("07-06", sent)) == ["催办"]


def test_a_slip_of_a_later_day_is_not_known_yet() -> None:
    assert kinds(at("07-04", JULY)) == ["催办"]


def test_the_deadline_ahead_is_told_of_once() -> None:
    sent = "issued_on: 2010-06-05, due: 2010-06-10, causes: {T1: due-soon}"

    assert kinds(at("06-20", sent)) == []
    assert [(left.why, left.slip and left.slip.number) for left in at("06-20", sent).left] == [
        (Why.TOLD, "督〔2010〕1号")
    ], "the day to answer by has passed: it does not run any more"
    moved = decided("kind: extend, on: 2010-06-20, due: 2010-07-31, approver: 市政府办, reason: 等文件")
    assert kinds(at("07-20", sent, more=moved)) == ["催办"]
    (chase,) = at("07-20", sent, more=moved).chases
    assert Reason.DUE_SOON in chase.items[0].reasons


# -- what answers


def test_a_return_that_comes_in_answers_the_slip_for_it() -> None:
    early = task("due: 2010-12-31")
    asked = slips(
        "issued_on: 2010-06-28, due: 2010-07-03, causes: {T1: unreported}",
        "issued_on: 2010-07-05, due: 2010-07-10, causes: {T1: unreported}",
    )
    silent = {"returns/2010-04.yaml": RETURNS["returns/2010-04.yaml"]}
    spoken = {**silent, **returned("2010-06", "received: 2010-07-06, progress: 20")}

    assert kinds(remind(assessed("07-28", early, more={**silent, **asked}))) == ["督办"]
    assert kinds(remind(assessed("07-28", early, more={**spoken, **asked}))) == ["催办"]


# -- what lasts and what does not


def test_what_was_caught_up_begins_at_the_foot_again() -> None:
    due = "due: 2010-12-31\nstages:\n  - {id: T1a, text: 初稿, due: 2010-05-20, percent: 40}\n  - {id: T1b, text: 送审, due: 2010-07-20, percent: 30}"
    early = task(due)
    twice = slips(
        "issued_on: 2010-05-24, due: 2010-05-25, causes: {T1: stage-missed}",
        "issued_on: 2010-05-28, due: 2010-05-29, causes: {T1: stage-missed}",
    )
    reached = {
        **returned("2010-05", "received: 2010-05-21, progress: 10"),
        **returned("2010-06", "received: 2010-06-24, progress: 45"),
        **returned("2010-07", "received: 2010-07-24, progress: 45"),
    }
    never = {
        **returned("2010-05", "received: 2010-05-21, progress: 10"),
        **returned("2010-06", "received: 2010-06-24, progress: 12"),
        **returned("2010-07", "received: 2010-07-24, progress: 14"),
    }

    assert kinds(remind(assessed("07-30", early, more={**never, **twice}))) == ["督办"]
    assert kinds(remind(assessed("07-30", early, more={**reached, **twice}))) == ["催办"]


def test_who_has_an_accepted_reason_is_left_alone() -> None:
    excuse = decided("kind: excuse, on: 2010-07-01, approver: 市政府办, reason: 上级文件未下达")
    reminders = at("07-20", more=excuse)

    assert (kinds(reminders), [left.why for left in reminders.left]) == ([], [Why.EXCUSED])


def test_who_tells_of_a_difficulty_is_not_chased_for_it() -> None:
    early = task("due: 2010-12-31")
    honest = returned("2010-07", "received: 2010-07-24, progress: 60, pace: blocked, problems: 经费未落实")
    reminders = remind(assessed("07-27", early, more={**RETURNS, **honest}))
    late = remind(assessed("07-27", LATE, more={**RETURNS, **honest}))

    assert (kinds(reminders), [left.why for left in reminders.left]) == ([], [Why.DECLARED])
    assert [cause.code.value for cause in late.chases[0].items[0].causes] == ["overdue", "problem-declared"]


@pytest.mark.parametrize("kind", ["suspend", "cancel"])
def test_what_rests_is_not_chased(kind: str) -> None:
    rests = decided(f"kind: {kind}, on: 2010-07-05, approver: 市政府办, reason: 等文件")

    assert at("07-20", more=rests) == Reminders((), ())


def test_after_a_reassignment_the_new_unit_begins_at_the_foot() -> None:
    moved = decided("kind: reassign, to: 经贸委, on: 2010-07-13, approver: 市政府办, reason: 职能调整")
    (chase,) = at("07-20", JULY, LATER_IN_JULY, more=moved).chases

    assert (chase.unit, chase.rung.kind) == ("经贸委", "催办")


def test_a_finding_is_asked_of_whoever_must_mend_it() -> None:
    early = task("due: 2010-12-31")
    more = {**RETURNS, **found("id: F1, raised_on: 2010-06-01, unit: 旅游局, due: 2010-06-30")}
    (chase,) = remind(assessed("07-20", early, more=more), reasons=[Reason.BEHIND]).chases

    assert (chase.unit, [cause.code.value for each in chase.items for cause in each.causes]) == (
        "旅游局",
        ["finding-overdue"],
    )


# -- one slip a task or one a unit


MANY = (
    LATE,
    task("due: 2010-06-30", name="T2"),
    task("due: 2010-06-30", name="T3", lead="经贸委", person="杨扬"),
)


def test_one_slip_a_task_or_one_a_unit_and_kind() -> None:
    book = assessed("07-27", *MANY, more={**RETURNS, **slips(JULY, LATER_IN_JULY)})
    by_task = remind(book)
    by_unit = remind(book, per=Per.UNIT)

    def shown(reminders: Reminders) -> list[tuple[str, str, list[str]]]:
        return [(c.unit, c.rung.kind, [each.item.node.id for each in c.items]) for c in reminders.chases]

    assert shown(by_task) == [
        ("发改委", "督办", ["T1"]),
        ("发改委", "催办", ["T2"]),
        ("经贸委", "催办", ["T3"]),
    ]
    assert shown(by_unit) == shown(by_task)
    assert shown(remind(book, per=Per.UNIT, kind="督办"))[0] == ("发改委", "督办", ["T1", "T2"])
    assert shown(remind(book, unit="经贸委")) == [("经贸委", "催办", ["T3"])]


def test_only_the_reasons_that_were_asked_for() -> None:
    both = remind(assessed("07-27", LATE, more={"returns/2010-04.yaml": RETURNS["returns/2010-04.yaml"]}))
    (chase,) = both.chases
    assert chase.items[0].reasons == (Reason.OVERDUE, Reason.UNREPORTED)

    some = remind(
        assessed("07-27", LATE, more={"returns/2010-04.yaml": RETURNS["returns/2010-04.yaml"]}),
        reasons=[Reason.UNREPORTED],
    )
    assert [each.reasons for chase in some.chases for each in chase.items] == [(Reason.UNREPORTED,)]


def test_how_far_behind_is_behind_belongs_to_the_profile() -> None:
    early = task("due: 2010-12-31\nstages:\n  - {id: T1a, text: 初稿, due: 2010-06-20, percent: 10}")
    more = {**returned("2010-06", "received: 2010-06-25, progress: 4")}
    default, ratio = (
        remind(assessed("06-26", early, more=more, rules=rules), reasons=[Reason.BEHIND]).chases
        for rules in ("default", "wuhan-ratio")
    )

    assert {cause.code.value for chase in default for each in chase.items for cause in each.causes} == {
        "stage-missed"
    }
    assert {cause.code.value for chase in ratio for each in chase.items for cause in each.causes} == {
        "stage-missed",
        "behind",
    }


def test_an_answer_is_not_asked_for_on_a_day_off_where_a_calendar_tells() -> None:
    calendar = {
        "calendar.yaml": "years: [2010]\nholidays:\n  - {name: 国庆节, from: 2010-10-01, to: 2010-10-07}\nworkdays: [2010-10-09]\n"
    }

    assert at("07-05").chases[0].due == date(2010, 7, 10)  # a Saturday, and nobody says that it is off
    assert at("07-05", more=calendar).chases[0].due == date(2010, 7, 12)


def test_parts_are_chased_for_themselves() -> None:
    whole = task(
        "due: 2010-10-31\nparts:\n  - {id: T1a, text: 初稿, due: 2010-06-30, lead: 发改委, person: 蔡惠忠}\n"
        "  - {id: T1b, text: 送审, due: 2010-10-31, lead: 经贸委, person: 杨扬}"
    )
    more = returned(
        "2010-07",
        "task: T1a, received: 2010-07-24, progress: 60",
        "task: T1b, received: 2010-07-24, progress: 60",
    )
    chases = remind(assessed("07-27", whole, more=more), reasons=[Reason.OVERDUE]).chases

    assert [(chase.unit, [each.item.node.id for each in chase.items]) for chase in chases] == [
        ("发改委", ["T1a"])
    ]
