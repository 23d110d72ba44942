"""Every paper of the worked year and of the notice, read aloud: no tool talk, and counts that agree."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest

from motiontrack.assess.assessment import Assessment
from motiontrack.language.catalogue import load
from motiontrack.views.paper import build_paper
from motiontrack.views.status import StatusView
from tests.cli.test_status import EXAMPLE
from tests.commands import ROOT, run
from tests.pages.making import assessed, folder
from tests.papers import monthly, paragraph, reply, sheets, summary, written

MONTH_ENDS = [
    "2010-04-30", "2010-05-31", "2010-06-30", "2010-07-31", "2010-08-31", "2010-09-30", "2010-10-31",
    "2010-11-30", "2010-12-31",
]  # fmt: skip

#: What has no place in any paper that leaves the office.
TOOL_TALK = (
    r"\.yaml", r"第\d+行", r"本工具", r"https?:", r"缺省", r"None", r"应0%", r"逾期\d+天办结", r"提前\d+天办结",
)  # fmt: skip
#: Doubled and half-width marks, empty brackets, and a heading of its own with a full stop.
MARKS = (
    r"。。",
    r"；；",
    r"，，",
    r"：：",
    r"[；，：、]。",
    r"。（[^（）]*）；",
    r"（）",
    r"[一-鿿][,;]",
    r"(?m)^#+ .*。$",
)
#: What none who has no list of them can know by its number.
IDS = r"(?<![A-Z0-9])(?:[TFGSO]\d{1,2}|D\d+)(?![0-9天])"


@cache
def judged(data: str, day: str) -> Assessment:
    return assessed(folder(EXAMPLE if data == "year" else ROOT / "data"), day)


@cache
def papers(data: str, day: str) -> dict[str, str]:
    """Every kind of paper of one day."""
    texts, of = folder(EXAMPLE if data == "year" else ROOT / "data"), judged(data, day)
    congress = {kind: written(kind, texts, day) for kind in ("interim", "final")}
    return congress | {"monthly": monthly(of), "reply": reply(of), "summary": summary(of), "unit": sheets(of)}


@pytest.mark.parametrize("kind", ["monthly", "interim"])
@pytest.mark.parametrize(
    "profile", ["sanya-ratio", "suqian-3slip", "wuhan-ratio", "yanzhou-abcd", "yinchuan-2025"]
)
def test_the_rules_of_the_lights_are_told_without_the_tool(kind: str, profile: str) -> None:
    text = run("report", kind, "--data", EXAMPLE, "--as-of", "2010-07-20", "--profile", profile).out

    for wrong in (*TOOL_TALK, "“[^”]*“"):
        assert not re.findall(rf".{{0,20}}{wrong}.{{0,20}}", text), wrong


@pytest.mark.parametrize("day", MONTH_ENDS)
@pytest.mark.parametrize("data", ["year", "notice"])
def test_no_paper_talks_of_the_tool(data: str, day: str) -> None:
    for kind, text in papers(data, day).items():
        for wrong in (*TOOL_TALK, *MARKS):
            assert not re.findall(wrong, text), kind


@pytest.mark.parametrize("day", MONTH_ENDS)
@pytest.mark.parametrize("data", ["year", "notice"])
def test_papers_for_others_name_tasks_by_their_words(data: str, day: str) -> None:
    made = papers(data, day)
    for kind in ("monthly", "interim", "final", "reply", "summary"):
        assert not re.findall(IDS, made[kind]), kind


def counted(text: str, status: StatusView) -> Counter[str]:
    """How many tasks a text says show each light."""
    words = "|".join(light.word for light in status.profile.lights)
    found: Counter[str] = Counter()
    for word, count in re.findall(rf"(?<![\w）])({words})(\d+)项", text):
        found[word] += int(count)
    # What is true of all is said once: 21项任务全部未报, 牵头任务1项，为红灯.
    for count, word in re.findall(rf"(\d+)项(?:任务)?，?(?:均|全部)?(?:为|已)?({words})(?=[。，；])", text):
        found[word] += int(count)
    return found


@pytest.mark.parametrize("day", MONTH_ENDS)
@pytest.mark.parametrize("data", ["year", "notice"])
def test_the_counts_of_one_day_agree_in_every_paper(data: str, day: str) -> None:
    status = build_paper(judged(data, day), load("zh")).status
    made = papers(data, day)
    lights = {each.word: status.totals.by_light[each.id] for each in status.profile.lights}
    lights = {word: count for word, count in lights.items() if count}

    told = {
        "monthly": paragraph(made["monthly"], "总体情况"),
        "interim": paragraph(made["interim"], "任务进展"),
        "summary": paragraph(made["summary"], "总体情况"),
        "unit": "\n".join(re.findall(r"(?m)^牵头任务.*$", made["unit"])),
    }
    for kind, text in told.items():
        shown = {word: count for word, count in counted(text, status).items() if count}
        assert shown == lights, kind
    results = re.findall(r"((?:提前|按期|逾期)办结)(\d+)项，占", paragraph(made["final"], "办理结果"))
    assert sum(int(count) for _, count in results) == status.totals.by_state["done"]
    done = re.search(r"已办结(\d+)项", paragraph(made["reply"], "办理结果"))
    assert int(done[1] if done else 0) == status.totals.by_state["done"]
