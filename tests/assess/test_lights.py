"""The default profile line by line, the months running, and the trend."""

from __future__ import annotations

import pytest

from motiontrack.assess.causes import AT_RISK, Attention, Cause, Code, attention_of
from motiontrack.assess.lights import Shown, light_of, marks_of, worst
from motiontrack.assess.state import State
from tests.assess.building import cause, codes, decided, default_profile, judged, returned, task

PROFILE = default_profile()


def because(code: Code, **figures: str | int) -> Cause:
    return Cause(code, "T1", tuple(figures.items()), None)


def light(*causes: Cause, state: State = State.IN_PROGRESS, returned: bool = True) -> str | None:
    return light_of(PROFILE, Shown(state, attention_of(causes), causes, returned))


BEHIND_STAGES = because(Code.BEHIND, basis="stages-percent", points=31)
UNREPORTED = because(Code.UNREPORTED)


@pytest.mark.parametrize(
    ("causes", "shown"),
    [
        ([because(Code.OVERDUE)], "red"),
        ([because(Code.OVERDUE), UNREPORTED], "red"),
        ([BEHIND_STAGES], "red"),
        ([BEHIND_STAGES, UNREPORTED], "red"),
        ([because(Code.BEHIND, basis="stages-figures", points=31)], "red"),
        ([because(Code.BEHIND, basis="stages-percent", points=30)], "yellow"),
        ([because(Code.BEHIND, basis="average", points=99)], "yellow"),
        ([because(Code.YELLOW_STREAK, months=3)], "red"),
        ([UNREPORTED], "grey"),
        ([UNREPORTED, because(Code.PROBLEM_DECLARED)], "grey"),
        *[([because(code)], "yellow") for code in sorted(AT_RISK - {Code.YELLOW_STREAK, Code.BEHIND})],
        *[([because(code)], "green") for code in (Code.DUE_SOON, Code.STALE, Code.REGRESSED)],
        *[([because(code)], "green") for code in (Code.DEADLINE_ASSUMED, Code.EXTENDED)],
        ([], "green"),
    ],
    ids=lambda value: value if isinstance(value, str) else "+".join(each.code.value for each in value),
)
def test_each_line_of_the_default_profile(causes: list[Cause], shown: str) -> None:
    assert light(*causes) == shown


def test_never_returned_is_grey_though_nothing_is_owed_yet() -> None:
    assert light(returned=False) == "grey"
    assert light(because(Code.PROBLEM_DECLARED), returned=False) == "grey"
    assert light(because(Code.OVERDUE), returned=False) == "red"


def test_done_stands_above_all_and_what_rests_shows_none() -> None:
    assert light(because(Code.UNVERIFIED), state=State.DONE) == "done"
    assert light(state=State.SUSPENDED) is None
    assert light(because(Code.OVERDUE), state=State.SUSPENDED) is None
    assert light(state=State.CANCELLED) is None


def test_near_is_a_mark_beside_the_light() -> None:
    assert marks_of(PROFILE, (because(Code.DUE_SOON),)) == ("due-soon",)
    assert marks_of(PROFILE, (because(Code.OVERDUE),)) == ()


def test_the_worst_light_has_the_greatest_rank() -> None:
    assert worst(PROFILE, ("done", "green", "grey", "yellow", "red")) == "red"
    assert worst(PROFILE, ("done", None, "grey", "green")) == "grey"
    assert worst(PROFILE, (None, None)) is None


def test_every_state_attention_and_cause_shows_exactly_one_light() -> None:
    """So tiles add up: no combination falls through the table."""
    for state in set(State) - {State.SUSPENDED, State.CANCELLED}:
        for code in Code:
            for back in (False, True):
                assert light(because(code), state=state, returned=back) is not None


# -- months running ----------------------------------------------------------------------------


def months(*said: str) -> dict[str, str]:
    """Returns on the 25th from May on, one a month; ``bad`` is 难以按期, ``good`` is 能按期."""
    words = {"bad": "outlook: unlikely", "good": "outlook: on-time"}
    texts: dict[str, str] = {}
    for month, each in enumerate(said, 5):
        if each:
            texts |= returned(f"2010-{month:02d}", f"received: 2010-{month:02d}-25, {words[each]}")
    return texts


THREE = months("bad", "bad", "bad")


def test_red_after_three_closed_month_ends_at_yellow_not_two() -> None:
    assert judged("07-31", more=THREE).light == "yellow"  # July is not closed yet
    streak = judged("08-01", more=THREE)

    assert (streak.light, streak.attention) == ("red", Attention.AT_RISK)
    assert cause(streak, Code.YELLOW_STREAK).figure("months") == 3


def test_the_streak_ends_as_soon_as_nothing_is_at_risk() -> None:
    better = months("bad", "bad", "bad", "good")

    assert judged("08-24", more=better).light == "red"
    assert judged("08-25", more=better).light == "green"
    assert "yellow-streak" not in codes(judged("09-01", more=better))


@pytest.mark.parametrize("other", ["good", ""])
def test_another_light_between_breaks_the_streak(other: str) -> None:
    assert "yellow-streak" not in codes(judged("08-26", more=months("bad", other, "bad", "bad")))


def test_the_month_ends_count_as_they_stood_before_this_rule() -> None:
    """A fourth and a fifth month stay red, though the months before showed red by this very rule."""
    five = months("bad", "bad", "bad", "bad", "bad")

    assert [judged(day, more=five).light for day in ("08-31", "09-01", "10-01")] == ["red", "red", "red"]


def test_a_month_end_is_judged_by_what_was_known_then() -> None:
    """June's bad word came in only on 2 July: on 30 June the item was unreported."""
    more = months("bad", "", "bad") | returned("2010-06", "received: 2010-07-02, outlook: unlikely")

    shown = judged("08-01", more=more)

    assert [each.light for each in shown.trend] == ["grey", "yellow", "grey", "yellow", "yellow"]
    assert "yellow-streak" not in codes(shown)


def test_the_trend_shows_six_months_as_they_stood_the_rule_included() -> None:
    shown = judged("10-15", more=months("bad", "bad", "bad", "bad", "good"))

    assert [(each.month, each.light) for each in shown.trend] == [
        ("2010-05", "yellow"),
        ("2010-06", "yellow"),
        ("2010-07", "yellow"),
        ("2010-08", "red"),
        ("2010-09", "green"),
        ("2010-10", "green"),
    ]


def test_the_trend_begins_with_the_plan() -> None:
    assert [each.month for each in judged("05-01").trend] == ["2010-04", "2010-05"]


def test_a_suspension_breaks_the_streak() -> None:
    more = THREE | decided("kind: suspend, on: 2010-06-28", "kind: resume, on: 2010-07-02")

    assert [each.light for each in judged("08-01", task(), more=more).trend] == [
        "grey",
        "yellow",
        None,
        "yellow",
        "yellow",
    ]
