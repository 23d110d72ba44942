"""Every shipped light profile by the sentences it was published with, and what an office's own can say.

The sentences stand in ``SENTENCES`` as they were published; beside each are cases on both sides of every
boundary, worked out by hand.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motiontrack.assess.assessment import assess
from motiontrack.assess.causes import Attention, Code
from motiontrack.assess.limits import is_short
from motiontrack.assess.state import State
from motiontrack.book import Book, load_book
from motiontrack.model.profile import Shortfall
from motiontrack.profiles import SHIPPED, profile_file
from motiontrack.rules import check
from tests.assess.building import cause, codes, decided, files_of, judged, returned, rules_of, task

ROOT = Path(__file__).resolve().parents[2]


def staged(expected: int, due: str = "2010-10-31", more: str = "") -> str:
    """A task of which ``expected`` percent were due by the end of May, the rest by ``due``."""
    return task(
        f"due: {due}\n{more}\nstages:\n"
        f"  - {{id: T1.1, text: 上半年, due: 2010-05-31, percent: {expected}}}\n"
        f"  - {{id: T1.2, text: 全部, due: {due}, percent: {100 - expected}}}"
    )


def reported(progress: object, more: str = "", month: str = "2010-07", day: str = "20") -> dict[str, str]:
    return returned(month, f"received: {month}-{day}, progress: {progress}{more}")


class Sentence(NamedTuple):
    """A published sentence, and the lights it gives: (what was expected, what was done) -> light."""

    rules: str
    words: str
    lights: tuple[tuple[int, object, str], ...]


SENTENCES = (
    Sentence(
        "yinchuan-2025",
        "对完成序时进度项目亮绿灯，对低于序时进度10~30个百分点（含10~30个百分点）的项目亮黄灯，"
        "对低于序时进度超过30个百分点项目亮红灯",
        (
            (60, 60, "green"),
            (60, 75, "green"),
            (60, 50.01, "green"),  # 0 to 10: the rule is silent, the profile says so
            (60, 50, "yellow"),
            (60, 30, "yellow"),
            (60, 29.99, "red"),
            (60, 0, "red"),
        ),
    ),
    Sentence(
        "wuhan-ratio",
        "对完成进度低于时序进度60%、80%的市级重大项目分别给予红、黄牌预警",
        (
            (50, 50, "none"),
            (50, 40, "none"),  # exactly 80 % is not below it
            (50, 39.99, "yellow"),
            (50, 30, "yellow"),
            (50, 29.99, "red"),
            (10, 4, "red"),  # 6 points, but 60 % of what was expected is missing
            (10, 8, "none"),
        ),
    ),
    Sentence(
        "sanya-ratio",
        "超过或等于计划投资额序时进度的，亮绿牌；低于计划投资额序时进度50%以内的（含50%），亮黄牌；"
        "低于计划投资额序时进度50%以上的，亮红牌",
        (
            (40, 40, "green"),
            (40, 41, "green"),
            (40, 39.99, "yellow"),
            (40, 20, "yellow"),
            (40, 19.99, "red"),
        ),
    ),
    Sentence(
        "suqian-3slip",
        "对未达到序时进度或完成质量较差的发出黄色单",
        ((60, 60, "none"), (60, 75, "none"), (60, 59.99, "yellow"), (60, 0, "yellow")),
    ),
)
CASES = [
    pytest.param(each.rules, *light, id=f"{each.rules}-{light[0]}-{light[1]}")
    for each in SENTENCES
    for light in each.lights
]


@pytest.mark.parametrize(("rules", "expected", "progress", "light"), CASES)
def test_a_published_sentence_gives_its_light(
    rules: str, expected: int, progress: object, light: str
) -> None:
    shown = judged("07-25", staged(expected), more=reported(progress), rules=rules)

    assert shown.light == light


@pytest.mark.parametrize(
    ("rules", "light"), [("yinchuan-2025", "red"), ("wuhan-ratio", "red"), ("sanya-ratio", "red")]
)
def test_what_is_overdue_is_red_though_the_published_rule_speaks_of_pace_only(rules: str, light: str) -> None:
    on_pace = {"more": reported(99, month="2010-10"), "rules": rules}

    assert judged("10-31", staged(60), **on_pace).light != light  # type: ignore[arg-type]
    assert judged("11-01", staged(60), **on_pace).light == light  # type: ignore[arg-type]


# -- 银川: a start that was missed --------------------------------------------------------------

BEGINS_IN_MAY = task("start: 5月\ndue: 2010-12-31")


def unstarted(*months: int) -> dict[str, str]:
    """Returns on the last day of each month that say the work has not started."""
    texts: dict[str, str] = {}
    for month in months:
        last = (date(2010, month + 1, 1) - timedelta(days=1)).isoformat() if month < 12 else "2010-12-31"
        texts |= returned(f"2010-{month:02d}", f"received: {last}, as_of: {last}, state: not-started")
    return texts


@pytest.mark.parametrize(
    ("day", "months", "light"),
    [
        ("05-31", [5], "green"),  # the month is not over
        ("06-30", [5, 6], "yellow"),  # May and June are over
        ("07-30", [5, 6], "grey"),  # nobody has said anything of July
        ("07-31", [5, 6, 7], "red"),  # 连续3个月应开工未开工
    ],
)
def test_yinchuan_start_missed_for_one_and_for_three_months(day: str, months: list[int], light: str) -> None:
    assert judged(day, BEGINS_IN_MAY, more=unstarted(*months), rules="yinchuan-2025").light == light


def test_yinchuan_a_justified_reason_lowers_the_light_and_not_the_fact() -> None:
    excuse = decided("kind: excuse, on: 2010-07-01, reason: 上级未批复, due: 2010-07-31")
    facts = unstarted(5, 6, 7, 8) | excuse

    excused = judged("07-31", BEGINS_IN_MAY, more=facts, rules="yinchuan-2025")
    after = judged("08-31", BEGINS_IN_MAY, more=facts, rules="yinchuan-2025")

    assert (excused.light, excused.attention) == ("green", Attention.AT_RISK)
    assert cause(excused, Code.START_MISSED).figure("months") == 3
    assert after.light == "red", "the reason was accepted until 31 July"


# -- 宿迁: near, late ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "light"), [("09-29", "none"), ("09-30", "blue"), ("10-31", "blue"), ("11-01", "red")]
)
def test_suqian_blue_near_the_deadline_red_after_it(day: str, light: str) -> None:
    on_pace = reported(100, month=f"2010-{day[:2]}", day="01") | reported(100, month="2010-09", day="29")

    assert judged(day, staged(60), more=on_pace, rules="suqian-3slip").light == light


# -- 兖州: four classes -------------------------------------------------------------------------


def test_yanzhou_done_is_a_only_once_it_is_closed() -> None:
    done = returned("2010-07", "received: 2010-07-20, state: done, done_on: 2010-07-18")
    closed = done | decided("kind: close, on: 2010-08-02")

    assert judged("08-01", more=done, rules="yanzhou-abcd").light == "B"
    assert judged("08-01", more=closed, rules="yanzhou-abcd").light == "B"
    assert judged("08-02", more=closed, rules="yanzhou-abcd").light == "A"


IN_PARTS = task(
    "due: 2010-10-31\nparts:\n  - {id: T1a, text: 前一半, due: 2010-08-31}\n  - {id: T1b, text: 后一半, due: 2010-09-30}"
)


def test_yanzhou_a_task_with_parts_is_a_once_all_of_it_is_closed() -> None:
    done = returned(
        "2010-07",
        "task: T1a, received: 2010-07-20, state: done, done_on: 2010-07-18",
        "task: T1b, received: 2010-07-20, state: done, done_on: 2010-07-18",
    )
    whole = done | decided("kind: close, on: 2010-08-02")
    each = done | decided("item: T1a, kind: close, on: 2010-08-01", "item: T1b, kind: close, on: 2010-08-02")

    assert judged("08-01", IN_PARTS, more=done, rules="yanzhou-abcd").light == "B"
    assert judged("08-01", IN_PARTS, more=each, rules="yanzhou-abcd").light == "B"
    for more in (whole, each):
        shown = judged("08-02", IN_PARTS, more=more, rules="yanzhou-abcd")
        assert (shown.light, shown.verified, shown.shown.verified) == ("A", True, True)


def test_a_justified_reason_counts_for_what_was_said_of_a_whole_with_parts() -> None:
    rules = own("light: worst, cause: problem-declared, unless_excused: 是\nlight: silent, cause: unreported")
    more = rules | returned(
        "2010-07",
        "task: T1, received: 2010-07-20, outlook: unlikely",
        "task: T1a, received: 2010-07-20, progress: 99",
        "task: T1b, received: 2010-07-20, progress: 99",
    )
    excuse = decided("kind: excuse, on: 2010-07-21, reason: 上级未批复")

    assert judged("07-25", IN_PARTS, more=more, rules="ours").light == "worst"
    assert judged("07-25", IN_PARTS, more=more | excuse, rules="ours").light == "fine"


@pytest.mark.parametrize(
    "bound", ["points_from: 1", "ratio_over: 1", "basis: stages", "days_left: 90", "days_over: 0",
              "months_from: 1", "said: behind"],
)  # fmt: skip
def test_a_bound_without_its_cause_holds_of_no_task(bound: str) -> None:
    book, read = load_book(
        {name: text.encode() for name, text in files_of(more=own(f"light: worst, {bound}")).items()}
    )
    assert book is not None
    assert not read

    assert assess(book, date(2010, 7, 25), rules_of("ours", book), {}).tasks[0].light == "fine"


@pytest.mark.parametrize(
    ("said", "light"),
    [
        ("outlook: on-time", "B"),
        ("outlook: with-effort", "C"),
        ("coordinate: 请协调用地", "C"),
        ("coordinate: 无", "B"),
        ("pace: behind", "C"),
        ("pace: blocked", "D"),
        ("outlook: unlikely", "D"),
    ],
)
def test_yanzhou_by_the_units_own_word(said: str, light: str) -> None:
    more = returned("2010-07", f"received: 2010-07-20, {said}")

    assert judged("07-25", more=more, rules="yanzhou-abcd").light == light


# -- what an office's own rules can say -----------------------------------------------------------

LIGHTS = """
lights:
  - {id: done, word_zh: 已办结, word_en: Done, shape: square, colour: "#34495E", rank: 0}
  - {id: fine, word_zh: 正常, word_en: Fine, shape: circle, colour: "#17795A", rank: 1}
  - {id: silent, word_zh: 未报, word_en: Silent, shape: ring, colour: "#666C74", rank: 2}
  - {id: near, word_zh: 临近, word_en: Near, shape: half-ring, colour: "#1F6FB2", rank: 3}
  - {id: late, word_zh: 迟, word_en: Late, shape: triangle, colour: "#B97A00", rank: 4}
  - {id: worst, word_zh: 严重, word_en: Worst, shape: diamond, colour: "#B3261E", rank: 5}
"""


def own(conditions: str, more: str = "") -> dict[str, str]:
    head = "id: ours\ntitle_zh: 本局规则\ntitle_en: Ours\nsource: 虚构"
    rows = "\n".join(f"  - {{{each}}}" for each in conditions.strip().splitlines())
    text = f"{head}{LIGHTS}conditions:\n  - {{light: done, state: done}}\n{rows}\n  - {{light: fine}}\n{more}"
    return {"profiles/ours.yaml": text}


@pytest.mark.parametrize(
    ("day", "light"),
    [
        ("10-27", "fine"),
        ("10-28", "near"),
        ("10-31", "near"),
        ("11-01", "late"),
        ("11-07", "late"),
        ("11-08", "worst"),
    ],
)
def test_days_left_and_days_over(day: str, light: str) -> None:
    # 西安市纪委: three days before; a construction firm: seven days over.
    rules = own(
        "light: worst, cause: overdue, days_over: 7\n"
        "light: late, cause: overdue\n"
        "light: near, cause: due-soon, days_left: 3\n"
        "light: silent, cause: unreported",
    )
    more = rules | reported(10, month="2010-10", day="20")

    assert judged(day, more=more, rules="ours").light == light


def test_how_near_is_near_is_the_profiles_own() -> None:
    rules = own("light: near, cause: due-soon\nlight: silent, cause: unreported", "near: 3\n")
    more = rules | reported(90, month="2010-10", day="20")

    assert "due-soon" not in codes(judged("10-27", more=more, rules="ours"))
    assert cause(judged("10-28", more=more, rules="ours"), Code.DUE_SOON).figure("days") == 3


def test_months_running_are_the_profiles_own() -> None:
    # 三亚's districts: two months running.
    rules = own(
        "light: worst, cause: yellow-streak\nlight: late, cause: problem-declared\nlight: silent, cause: unreported",
        "streak: {light: late, months: 2}\n",
    )
    bad = returned("2010-05", "received: 2010-05-25, outlook: unlikely") | returned(
        "2010-06", "received: 2010-06-25, outlook: unlikely"
    )

    assert judged("06-30", more=rules | bad, rules="ours").light == "late"
    assert judged("07-01", more=rules | bad, rules="ours").light == "worst"


def test_a_month_made_up_later_is_regraded_beside_its_own_light() -> None:
    # 瓯海 2020: missed is red; made up later, that month turns yellow.
    rules = own(
        "light: worst, cause: behind\nlight: silent, cause: unreported",
        "regrade: {light: worst, to: late}\n",
    )
    more = (
        rules | reported(30, month="2010-06") | reported(40, month="2010-07") | reported(60, month="2010-08")
    )

    def trend(day: str) -> list[tuple[str, str | None, str | None]]:
        shown = judged(day, staged(60), more=more, rules="ours")
        return [(each.month, each.light, each.regraded) for each in shown.trend[-3:]]

    assert trend("08-19") == [
        ("2010-06", "worst", None),
        ("2010-07", "worst", None),
        ("2010-08", "worst", None),
    ]
    assert trend("08-20") == [
        ("2010-06", "worst", "late"),
        ("2010-07", "worst", "late"),
        ("2010-08", "fine", None),
    ]


def test_colours_may_be_reversed() -> None:
    # 镇安 2016: red is praise.
    rules = own("light: worst, cause: unreported\nlight: near, attention: [overdue, at-risk]")
    more = rules | reported(10, month="2010-10", day="20")

    assert judged("10-24", more=more, rules="ours").light == "near"


# -- what holds of every profile -------------------------------------------------------------------


def year() -> Book:
    folder = ROOT / "examples/nantong-2010/data"
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.yaml"))
    }
    book, _ = load_book(files)
    assert book is not None
    return book


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_profile_names_its_sources_and_is_free_of_faults(name: str) -> None:
    # Read as an office's own would be; only its name is taken.
    text = profile_file(name).read_text(encoding="utf-8").replace(f"id: {name}", "id: ours")
    book, found = load_book(
        {
            "plan.yaml": b"plan: {title: x, year: 2010}\ntasks: [{id: T1, text: x, due: 2010-10, lead: a, person: b}]",
            "units.yaml": b"units: [{id: a, people: [{name: b}]}]",
            "profiles/ours.yaml": text.encode(),
        }
    )

    assert book is not None
    assert not found
    assert not [each for each in check(book) if each.place and each.place.file.startswith("profiles/")]
    profile = rules_of(name, book)
    assert profile.id == name
    assert "http" in profile.source
    judging = [each for each in profile.conditions if each.cause or each.attention or each.never_returned]
    assert all(each.source for each in judging)


@pytest.mark.parametrize("name", SHIPPED)
def test_tiles_add_up_and_silence_is_never_shown_as_well(name: str) -> None:
    book = year()
    profile = rules_of(name, book)
    fine = profile.conditions[-1].light
    for month in range(4, 13):
        day = date(2010 + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        tasks = assess(book, day, profile, {}).tasks
        lit = Counter(each.light for each in tasks)
        resting = sum(each.state in (State.SUSPENDED, State.CANCELLED) for each in tasks)

        assert sum(lit.values()) == 21
        assert lit[None] == resting
        silent = [each for each in tasks if each.attention is Attention.UNREPORTED]
        assert not [each.node.id for each in silent if each.light == fine]


@given(
    st.fractions(-100, 200),
    st.integers(1, 100),
    st.integers(0, 120),
    st.sampled_from(["points_from", "points_over", "ratio_from", "ratio_over"]),
)
def test_the_further_behind_the_less_it_passes(gap: Fraction, expected: int, bound: int, name: str) -> None:
    wanted = Shortfall(**{name: Decimal(bound)})  # type: ignore[arg-type]

    if is_short(gap, gap / expected, wanted):
        assert gap > 0
        assert is_short(gap + 1, (gap + 1) / expected, wanted)


WHOLE = """
due: 2010-08-31
parts:
  - {id: T3a, text: 名牌}
  - {id: T3b, text: 标准}
"""


@pytest.mark.parametrize(("closed", "light"), [("", "B"), ("kind: close, item: T3, on: 2010-07-10", "A")])
def test_a_whole_is_verified_once_it_is_closed(closed: str, light: str) -> None:
    done = "received: 2010-06-24, state: done, done_on: 2010-06-20"
    facts = returned("2010-06", f"task: T3a, {done}", f"task: T3b, {done}")
    whole = judged(
        "07-31", task(WHOLE, "T3"), more=facts | (decided(closed) if closed else {}), rules="yanzhou-abcd"
    )

    assert whole.light == light
