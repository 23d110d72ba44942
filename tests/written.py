"""Papers to the congress out of files in memory, as the command writes them."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from typing import Any

from motiontrack.assess.assessment import Assessment
from motiontrack.language.catalogue import load
from motiontrack.render.papers import render_paper
from motiontrack.views.final import build_final
from motiontrack.views.interim import build_interim
from motiontrack.views.paper import PaperView, build_paper
from tests.assess.building import files_of
from tests.pages.making import assessed

__all__ = ["VIEWS", "of_tasks", "paragraph", "words_of", "written"]

Build = Callable[[Assessment, PaperView, Any], object]
VIEWS: Mapping[str, Build] = {"interim": build_interim, "final": build_final}


def written(kind: str, texts: Mapping[str, bytes], day: str, form: str = "md", **own: str) -> str:
    """The paper ``kind``; ``own`` are the office's own texts by place."""
    judged, words = assessed(dict(texts), day), load("zh")
    paper = build_paper(judged, words)
    values = {"paper": paper, kind: VIEWS[kind](judged, paper, words), "texts": own}
    return render_paper((f"{kind}.zh.{form}",), values, words, None)


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


def words_of(text: str, form: str) -> str:
    """A paper without its markup, its blanks and the marks of its lights."""
    if form == "html":
        text = re.sub(r"。(?=</h\d>)", "", text)  # only a heading that the text runs on from has a mark
        text = re.sub(r"(?s)<title>.*?</title>|<style>.*?</style>|<[^>]+>", "", text)
    else:
        text = re.sub(r"(?m)^\|[|:-]+\|$|^#+ |^> |^\d+\. (?!.*\|)", "", text.replace("\\", "")).replace(
            "|", ""
        )
    return re.sub(r"[\s◆○▲●■－]", "", html.unescape(text))
