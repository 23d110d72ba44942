"""Papers of small plans, printed without a command line, and what two formats have in common."""

from __future__ import annotations

import html
import re
from typing import Any

from motiontrack.assess.assessment import Assessment
from motiontrack.language.catalogue import load
from motiontrack.render.papers import render_paper
from motiontrack.views.leader_summary import build_summary
from motiontrack.views.paper import build_paper
from motiontrack.views.reply import build_reply
from motiontrack.views.unit_sheets import build_unit_sheets

__all__ = ["monthly", "reply", "same_words", "sheets", "summary", "words_of"]


def _printed(kind: str, values: dict[str, Any], ending: str) -> str:
    return render_paper((f"{kind}.zh.{ending}",), {"texts": {}, **values}, load("zh"), None)


def monthly(assessment: Assessment, ending: str = "md") -> str:
    """``motiontrack report monthly``, of an assessment."""
    return _printed("monthly", {"paper": build_paper(assessment, load("zh"))}, ending)


def reply(assessment: Assessment, to: str | None = None, ending: str = "md") -> str:
    """``motiontrack report reply``, of an assessment."""
    paper = build_paper(assessment, load("zh"))
    view = build_reply(assessment, paper, load("zh", "show"), to)
    return _printed("reply", {"paper": paper, "reply": view}, ending)


def summary(assessment: Assessment, ending: str = "md") -> str:
    """``motiontrack report summary``, of an assessment."""
    paper = build_paper(assessment, load("zh"))
    view = build_summary(assessment, paper, load("zh"))
    return _printed("summary", {"paper": paper, "summary": view}, ending)


def sheets(assessment: Assessment, *units: str, ending: str = "md") -> str:
    """``motiontrack report unit``, of an assessment."""
    paper = build_paper(assessment, load("zh"))
    view = build_unit_sheets(assessment, paper, load("zh", "show", "remind"), units)
    return _printed("unit", {"paper": paper, "unit": view}, ending)


def words_of(page: str) -> str:
    """All that a page says, without markup and blanks."""
    page = re.sub(r"。(?=</h\d>)", "", page)  # only a heading that the text runs on from has a mark
    text = re.sub(r"<style>.*?</style>|<title>.*?</title>|<[^>]+>", "", page, flags=re.DOTALL)
    return re.sub(r"\s", "", html.unescape(text))


def same_words(markdown: str, page: str) -> None:
    """Every character that is printed stands in both, in the same order; marks of Markdown aside."""
    said = re.sub(r"(?m)^(?:#+ |> |\d+\. | *- |\|[-:| ]+\|$)|(?<!\\)\|", "", markdown)
    said = re.sub(r"\\([\\`*_\[\]<>|~#+.)-])", r"\1", html.unescape(said))
    assert re.sub(r"[◆○▲●■－\s]", "", said) == re.sub(r"[◆○▲●■－]", "", words_of(page))
