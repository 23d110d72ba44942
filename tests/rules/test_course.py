"""Rules on the course of an item: as judgement has it, and never an exception, whatever stands in the files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from motiontrack.assess.facts import status_on
from motiontrack.book import load_book
from motiontrack.language.catalogue import load as load_catalogue
from motiontrack.model.registers import DECISION_KINDS, Decision
from motiontrack.rules import check
from motiontrack.rules.history import Held, course_of

#: A step is done by its own decision, which judgement of tasks does not know.
KINDS = st.sampled_from([kind for kind in DECISION_KINDS if kind != "step-done"])


def made(kind: str) -> Decision:
    fields: dict[str, Any] = {"kind": kind, "item": "T1", "on": date(2010, 6, 1)}
    return Decision(**fields)


@given(st.lists(KINDS, max_size=8))
def test_decisions_leave_an_item_where_judgement_leaves_it(kinds: list[str]) -> None:
    decisions = [made(kind) for kind in kinds]
    held = Held()
    for decision in decisions:
        held = held.after(decision)

    status = status_on(decisions)

    assert held.closed is status.closed
    assert held.cancelled is (status.held_by if status.held == "cancelled" else None)
    assert held.suspended is (status.held_by if status.held == "suspended" else None)
    assert course_of(decisions).over_on(date(2010, 6, 2)) is held.over
    assert course_of(decisions).over_on(date(2010, 6, 1)) is None


PLAN = """\
plan: {title: 方案, issued: 2010-03-01, year: 2010}
phases:
  - {id: P1, name: 部署, from: 3月, to: 4月, steps: [{id: S1, text: 部署}, {id: S2, text: 分解, due: 6月}]}
  - {id: P2, name: 检查, from: 9月, to: 8月, steps: [{id: S3, text: 视察, due: 9月31日}]}
tasks:
  - id: T1
    text: 编制规划
    due: 6月
    lead: 甲局
    person: 张三
    targets: [{id: 数, words: 十个, kind: total, at_least: 10}]
    stages: [{id: T1-1, text: 初稿, due: 5月}, {id: T1-2, text: 定稿, due: 4月}]
  - id: T2
    text: 建成绿道
    lead: 乙局
    person: 李四
    due: 11月
    parts: [{id: T2a, text: 东段}, {id: T2b, text: 西段, due: 9月, parts: [{id: T2b1, text: 北}, {id: T2b2, text: 南}]}]
  - {id: T3, text: 管护, lead: 乙局, person: 李四, standing: 是, start: 2009-01-01}
  - {id: T4, text: 没有读出的期限, lead: 乙局, person: 李四, due: 随便}
"""
UNITS = "units: [{id: 甲局, people: [{name: 张三}]}, {id: 乙局, aliases: [乙], people: [{name: 李四}]}]\n"
ITEMS = ("T1", "T1-1", "T2", "T2a", "T2b", "T2b1", "T3", "T4", "S1", "S3", "T9", "")
DAYS = ("2009-12-31", "2010-02-28", "2010-05-24", "2010-06-30", "2010-07-01", "2010-11-30", "2011-06-30", "x")
WORDS = ("无", "正在推进中。", "完成初稿", "", "~")


def row(**shapes: tuple[str, ...]) -> st.SearchStrategy[str]:
    """A row with some of these fields, each with one of its values."""
    fields = {name: st.sampled_from(values) for name, values in shapes.items()}
    return st.fixed_dictionaries({}, optional=fields).map(
        lambda given: "{" + ", ".join(f"{name}: {value}" for name, value in given.items()) + "}"
    )


UNIT = ("甲局", "乙", "丙局")
RETURNS = row(
    task=ITEMS, unit=UNIT, received=DAYS, date=DAYS, as_of=DAYS, done_on=DAYS, forecast=DAYS,
    state=("not-started", "in-progress", "done", "x"), progress=("0", "45", "100", "x"),
    outlook=("unlikely", "on-time"), pace=("blocked", "on"), work=WORDS, problems=WORDS, next=WORDS,
    targets=("{数: 3}", "{数: 12}", "{别: 1}", "x"), evidence=WORDS,
)  # fmt: skip
DECIDED = row(
    kind=(*DECISION_KINDS, "x"), item=ITEMS, on=DAYS, applied=DAYS, due=DAYS, to=UNIT, reason=WORDS,
    approver=WORDS, document=WORDS, text=WORDS,
)  # fmt: skip
FINDINGS = row(
    id=("F1", "F2"), raised_on=DAYS, text=WORDS, tasks=ITEMS, unit=UNIT, due=("8月底前", "10日内", "随便"),
    resolved_on=DAYS, resolution=WORDS,
)  # fmt: skip
FEEDBACK = row(
    deputy=WORDS, date=DAYS, verdict=("满意", "不满意", "x"), text=WORDS, answered_on=DAYS
)  # fmt: skip


def is_whole(sentence: str) -> bool:
    """False if a figure that a sentence needs was empty."""
    return (
        not any(gap in sentence for gap in ("（）", "()", "“”", '""', "  ")) and sentence == sentence.strip()
    )


def listed(head: str, rows: list[str]) -> bytes:
    return "\n".join([head, *(f"  - {each}" for each in rows), ""]).encode()


def told(files: dict[str, bytes]) -> Iterator[str]:
    """What both readers are told of the faults that the rules find."""
    book, _ = load_book(files)
    assert book is not None
    for language in ("zh", "en"):
        catalogue = load_catalogue(language)
        for each in check(book):
            said = catalogue.diagnostic(each.code, each.figures)
            yield f"{said.message} {said.help}"


@given(
    st.lists(RETURNS, max_size=4),
    st.lists(RETURNS, max_size=4),
    st.lists(DECIDED, max_size=6),
    st.lists(FINDINGS, max_size=2),
    st.lists(FEEDBACK, max_size=2),
)
def test_rules_never_raise_and_say_what_they_find_in_whole_sentences(
    may: list[str], june: list[str], decided: list[str], findings: list[str], feedback: list[str]
) -> None:
    files = {
        "plan.yaml": PLAN.encode(),
        "units.yaml": UNITS.encode(),
        "returns/2010-05.yaml": listed("month: 2010-05\nentries:", may),
        "returns/2010-06.yaml": listed("month: 2010-06\nentries:", june),
        "decisions.yaml": listed("decisions:", decided),
        "findings.yaml": listed("findings:", findings),
        "feedback.yaml": listed("feedback:", feedback),
    }

    for sentence in told(files):
        assert "None" not in sentence
        assert is_whole(sentence), sentence
