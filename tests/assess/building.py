"""Books out of readable YAML: a plan of 2010 issued on 7 April, and whatever a case adds to it."""

from __future__ import annotations

from datetime import date
from functools import cache
from textwrap import dedent, indent

from motiontrack.assess.assessment import Assessment, assess
from motiontrack.assess.causes import Cause, Code
from motiontrack.assess.judge import Judgement
from motiontrack.assess.lights import load_profile
from motiontrack.assess.owed import Owed
from motiontrack.book import Book, load_book
from motiontrack.diagnostics.record import Severity
from motiontrack.model.profile import Profile
from motiontrack.profiles import DEFAULT, SHIPPED, profile_file
from motiontrack.rules import check

PLAN = """
plan: {title: 办理工作方案, issued: 2010-04-07, year: 2010}
phases:
  - {id: P1, name: 动员部署阶段, from: 2010-04-01, to: 2010-04-30}
  - {id: P2, name: 检查督办阶段, from: 2010-07-01, to: 2010-08-31}
  - {id: P3, name: 总结验收阶段, from: 2010-11-01, to: 2010-12-20}
"""
UNITS = """
units:
  - id: 发改委
    aliases: [市发改委]
    people: [{name: 蔡惠忠, post: 责任人}]
  - id: 经贸委
    people: [{name: 杨扬, post: 责任人}]
  - id: 旅游局
    people: [{name: 戴平, post: 责任人}]
"""
ROW = {"text": "制定扶持意见", "lead": "发改委", "person": "蔡惠忠"}


def task(body: str = "due: 2010-10-31", name: str = "T1", **row: str) -> str:
    """One row of the annex: ``body`` and what every row needs."""
    lines = [f"{key}: {value}" for key, value in {**ROW, **row}.items()]
    whole = "\n".join([f"id: {name}", *lines, dedent(body).strip()])
    return "  - " + indent(whole, "    ").strip()


def returned(month: str, *entries: str) -> dict[str, str]:
    """The returns of one month; an entry is the inside of a flow mapping, for T1 unless it says otherwise."""
    rows = (entry if "task:" in entry else f"task: T1, {entry}" for entry in entries)
    lines = [f"month: {month}", "entries:", *(f"  - {{{row}}}" for row in rows)]
    return {f"returns/{month}.yaml": "\n".join(lines)}


def decided(*decisions: str) -> dict[str, str]:
    rows = (each if "item:" in each else f"item: T1, {each}" for each in decisions)
    return {"decisions.yaml": "\n".join(["decisions:", *(f"  - {{{row}}}" for row in rows)])}


def found(*findings: str) -> dict[str, str]:
    rows = (each if "tasks:" in each else f"tasks: T1, {each}" for each in findings)
    rows = (f"  - {{text: 进度滞后, {each}}}" for each in rows)
    return {"findings.yaml": "\n".join(["findings:", *rows])}


def scheduled(*plans: str) -> dict[str, str]:
    """The units' own plans; each is the inside of a flow mapping."""
    return {"schedules.yaml": "\n".join(["schedules:", *(f"  - {{{each}}}" for each in plans)])}


def files_of(*tasks: str, more: dict[str, str] | None = None, plan: str = PLAN) -> dict[str, str]:
    """The data folder: path -> text. Without tasks, T1 due on 31 October."""
    rows = "\n".join(tasks or (task(),))
    return {"plan.yaml": f"{plan}\ntasks:\n{rows}\n", "units.yaml": UNITS, **(more or {})}


def book_of(texts: dict[str, str]) -> Book:
    """The Book in ``texts``, which must be free of errors."""
    book, read = load_book({path: dedent(text).encode() for path, text in texts.items()})
    assert book is not None, read
    errors = [each for each in (*read, *check(book)) if each.severity is Severity.ERROR and each.item]
    assert not errors, errors
    return book


@cache
def default_profile() -> Profile:
    return load_profile(DEFAULT, profile_file(DEFAULT).read_bytes())


def rules_of(name: str, book: Book) -> Profile:
    """The light rules ``name``: a shipped one, or one of the book's own."""
    if name in SHIPPED:
        return load_profile(name, profile_file(name).read_bytes())
    return {profile.id: profile for profile in book.profiles}[name]


def day_of(day: str) -> date:
    """``07-31`` is in 2010."""
    return date.fromisoformat(day if len(day) > 5 else f"2010-{day}")


def assessed(
    day: str, *tasks: str, more: dict[str, str] | None = None, plan: str = PLAN, rules: str = DEFAULT
) -> Assessment:
    book = book_of(files_of(*tasks, more=more, plan=plan))
    return assess(book, day_of(day), rules_of(rules, book), {})


def judged(
    day: str, *tasks: str, more: dict[str, str] | None = None, plan: str = PLAN, rules: str = DEFAULT
) -> Judgement:
    """The first task on ``day``, by the light rules ``rules``."""
    return assessed(day, *tasks, more=more, plan=plan, rules=rules).tasks[0]


def codes(judgement: Judgement) -> set[str]:
    return {cause.code.value for cause in judgement.causes}


def cause(judgement: Judgement, code: Code) -> Cause:
    """The one cause of that code."""
    (only,) = (each for each in judgement.causes if each.code is code)
    return only


def owed_of(judgement: Judgement) -> list[str]:
    return [each.month for each in judgement.owed]


def missing(owed: tuple[Owed, ...]) -> list[str]:
    return [each.month for each in owed if each.received is None]
