"""Papers as the commands print them, of files in memory, and what their two formats have in common."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from motiontrack.assess.assessment import Assessment
from motiontrack.language.catalogue import load
from motiontrack.model.own_texts import PLACES
from motiontrack.render.own_texts import texts_of
from motiontrack.render.papers import render_paper
from motiontrack.source.text import SourceText
from motiontrack.views.draft import DraftView, build_draft
from motiontrack.views.final import build_final
from motiontrack.views.interim import build_interim
from motiontrack.views.leader_summary import build_summary
from motiontrack.views.monthly import build_monthly
from motiontrack.views.paper import build_paper
from motiontrack.views.reply import build_reply
from motiontrack.views.unit_sheets import build_unit_sheets
from tests.assess.building import files_of
from tests.pages.making import KINDS, OWN, assessed

__all__ = [
    "DRAFTS",
    "OFFICIAL",
    "OFFICIAL_KINDS",
    "VIEWS",
    "draft",
    "listed",
    "monthly",
    "of_tasks",
    "official",
    "paragraph",
    "printed",
    "reply",
    "same_words",
    "sheets",
    "summary",
    "written",
]

#: What each paper sees beside what all see; ``own`` is to whom it goes, or whose it is.
VIEWS: Mapping[str, Callable[..., object]] = {
    "monthly": lambda of, paper: build_monthly(of, paper, load("zh")),
    "interim": lambda of, paper: build_interim(of, paper, load("zh")),
    "final": lambda of, paper: build_final(of, paper, load("zh")),
    "reply": lambda of, paper, to=None: build_reply(of, paper, load("zh", "show"), to),
    "summary": lambda of, paper: build_summary(of, paper, load("zh")),
    "unit": lambda of, paper, *units: build_unit_sheets(of, paper, load("zh", "show", "remind"), units),
}
#: The papers in Chinese alone.
OFFICIAL_KINDS = tuple(kind for kind in VIEWS if kind != "monthly")
#: Each paper as a draft, with all that an office may write at every place it has for that.
DRAFTS = tuple(f"{kind}-draft" for kind in VIEWS)
#: Each of them on some kinds of plans, by the name it has among all that is written.
OFFICIAL = tuple(
    f"{paper}-{data}"
    for paper in OFFICIAL_KINDS
    for data in ("notice", "year", "one", "many", "odd", "hostile")
)


def printed(
    kind: str,
    of: Assessment,
    form: str = "md",
    *own: str | None,
    draft: DraftView | None = None,
    texts: Mapping[str, str] | None = None,
) -> str:
    """``motiontrack report KIND`` in Chinese, of an assessment; ``texts`` are the office's own, by place."""
    paper = build_paper(of, load("zh"))
    values: dict[str, Any] = {"paper": paper, kind: VIEWS[kind](of, paper, *own)}
    values |= {"texts": texts or {}, "draft": draft}
    return render_paper((f"{kind}.zh.{form}",), values, load("zh"), None)


@cache
def draft(name: str) -> str:
    """One of ``DRAFTS`` as a page."""
    kind = name.removesuffix("-draft")
    texts, day, _ = KINDS["year"]
    of = assessed(texts(), day)
    paths = [f"texts/{kind}.{place}.md" for place in PLACES.get(kind, ())]
    own = texts_of(kind, day[:7], {path: SourceText(path, OWN) for path in paths}, "html")
    assert len(own) == len(paths)
    return printed(kind, of, "html", draft=build_draft((), of, load("zh", "papers")), texts=own)


def monthly(of: Assessment, form: str = "md") -> str:
    """The monthly circular."""
    return printed("monthly", of, form)


def reply(of: Assessment, to: str | None = None, form: str = "md") -> str:
    """The letter to all, or to one."""
    return printed("reply", of, form, to)


def summary(of: Assessment, form: str = "md") -> str:
    """The leader's page."""
    return printed("summary", of, form)


def sheets(of: Assessment, *units: str, form: str = "md") -> str:
    """The sheets of all units, or of some."""
    return printed("unit", of, form, *units)


def written(kind: str, texts: Mapping[str, bytes], day: str, form: str = "md", **own: str) -> str:
    """A paper of files; ``own`` are the office's own texts by place."""
    return printed(kind, assessed(dict(texts), day), form, texts=own)


def of_tasks(
    kind: str, *tasks: str, day: str = "2010-07-31", more: dict[str, str] | None = None, plan: str = ""
) -> str:
    """The paper on a small plan."""
    files = files_of(*tasks, more=more, plan=plan) if plan else files_of(*tasks, more=more)
    return written(kind, {name: text.encode() for name, text in files.items()}, day)


def paragraph(text: str, head: str) -> str:
    """What stands under the first heading that has ``head`` in it; empty if there is none."""
    name = re.escape(head.rstrip("。"))
    found = re.search(rf"(?m)^###? .*{name}.*\n\n(.*)$", text)
    return found[1] if found else ""


def listed(text: str, head: str) -> str:
    """What stands under such a heading, with the numbered points after it."""
    name = re.escape(head.rstrip("。"))
    found = re.search(rf"(?ms)^###? [^\n]*{name}[^\n]*\n\n(.*?)(?=^#|\Z)", text)
    return found[1] if found else ""


def _words_of(page: str) -> str:
    """All that a page says, without markup and blanks."""
    page = re.sub(r"。(?=</h\d>)", "", page)  # only a heading that the text runs on from has a mark
    page = re.sub(r"。(?=</h\d>)", "", page)  # only a heading that the text runs on from has a mark
    text = re.sub(r"<style>.*?</style>|<title>.*?</title>|<[^>]+>", "", page, flags=re.DOTALL)
    return re.sub(r"\s", "", html.unescape(text))


def same_words(markdown: str, page: str) -> None:
    """Every character that is printed stands in both, in the same order; marks of Markdown aside."""
    said = re.sub(r"(?m)^(?:#+ |> |\d+\. | *- |\|[-:| ]+\|$)|(?<!\\)\|", "", markdown)
    said = re.sub(r"\\([\\`*_\[\]<>|~#+.)-])", r"\1", html.unescape(said))
    assert re.sub(r"[◆○▲●■－\s]", "", said) == re.sub(r"[◆○▲●■－]", "", _words_of(page))


@cache
def official(name: str) -> str:
    """One of ``OFFICIAL`` as a page."""
    kind, data = name.split("-")
    texts, day, _ = KINDS[data]
    return written(kind, texts(), day, "html")
