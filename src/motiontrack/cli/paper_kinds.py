"""The papers there are: the formats of each, its options, and what its template sees."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from motiontrack.cli.assessing import Assessed, check_names
from motiontrack.cli.refusals import MisusedError
from motiontrack.language.catalogue import load as load_catalogue
from motiontrack.lean import lean

__all__ = ["KINDS", "SUFFIXES", "Kind", "Paper", "PaperFormat"]


class Paper(StrEnum):
    """The papers there are."""

    MONTHLY = "monthly"
    INTERIM = "interim"
    FINAL = "final"
    REPLY = "reply"
    UNIT = "unit"
    SUMMARY = "summary"
    PAGE = "page"


class PaperFormat(StrEnum):
    """What a paper can be written as."""

    MD = "md"
    HTML = "html"
    DOCX = "docx"

    @property
    def form(self) -> PaperFormat:
        """What a template writes for it: Word is made from the page."""
        return PaperFormat.HTML if self is PaperFormat.DOCX else self


#: What a file of each format may be called: Markdown in a .docx would be opened by Word and look broken.
SUFFIXES = {
    PaperFormat.MD: (".md", ".markdown", ".txt"),
    PaperFormat.HTML: (".html", ".htm"),
    PaperFormat.DOCX: (".docx",),
}


@lean
class Kind:
    """A paper: the formats it can be written in, the default first, and what its template sees.

    ``chinese``: it is written in Chinese alone; ``options`` are those that it takes beside the common ones.
    ``tells_changes``: it prints what has changed since the last that was issued.
    ``goes_out``: it can be issued and kept; ``one``: it is one paper, whose length is told if it is too much.
    """

    formats: tuple[PaperFormat, ...]
    values: Callable[..., Mapping[str, Any]]
    chinese: bool = False
    options: tuple[str, ...] = ()
    goes_out: bool = True
    one: bool = True
    tells_changes: bool = False


def _page(assessed: Assessed, folder: str) -> dict[str, Any]:
    from motiontrack.views.page import build_page

    return {"page": build_page(assessed.assessment, assessed.catalogue, folder=folder)}


def _paper(assessed: Assessed, folder: str) -> dict[str, Any]:
    from motiontrack.views.paper import build_paper

    return {"paper": build_paper(assessed.assessment, assessed.catalogue, folder=folder)}


def _monthly(assessed: Assessed, folder: str) -> dict[str, Any]:
    from motiontrack.views.monthly import build_monthly

    values = _paper(assessed, folder)
    view = build_monthly(assessed.assessment, values["paper"], assessed.catalogue, folder=folder)
    return values | {"monthly": view}


def _reply(assessed: Assessed, folder: str, *, to: str | None) -> dict[str, Any]:
    from motiontrack.near import alike
    from motiontrack.views.reply import build_reply, deputies_of

    known = deputies_of(assessed.assessment)
    if to is not None and known and to not in known:
        near = "".join(alike(to, known))
        key = "usage.to-near" if near else "usage.to"
        raise MisusedError(key, value=to, near=near, known="、".join(known))
    values = _paper(assessed, folder)
    catalogue = load_catalogue(assessed.catalogue.language, "show")
    return values | {"reply": build_reply(assessed.assessment, values["paper"], catalogue, to)}


def _unit(assessed: Assessed, folder: str, *, unit: list[str] | None) -> dict[str, Any]:
    from motiontrack.views.status import FilterView
    from motiontrack.views.unit_sheets import build_unit_sheets

    for name in unit or ():
        check_names(assessed, FilterView(unit=name))
    values = _paper(assessed, folder)
    catalogue = load_catalogue(assessed.catalogue.language, "show", "remind")
    return values | {"unit": build_unit_sheets(assessed.assessment, values["paper"], catalogue, unit or ())}


def _summary(assessed: Assessed, folder: str) -> dict[str, Any]:
    from motiontrack.views.leader_summary import build_summary

    values = _paper(assessed, folder)
    return values | {"summary": build_summary(assessed.assessment, values["paper"], assessed.catalogue)}


def _interim(assessed: Assessed, folder: str) -> dict[str, Any]:
    from motiontrack.views.interim import build_interim

    values = _paper(assessed, folder)
    view = build_interim(assessed.assessment, values["paper"], assessed.catalogue, folder=folder)
    return values | {"interim": view}


def _final(assessed: Assessed, folder: str) -> dict[str, Any]:
    from motiontrack.views.final import build_final

    values = _paper(assessed, folder)
    view = build_final(assessed.assessment, values["paper"], assessed.catalogue, folder=folder)
    return values | {"final": view}


#: A paper's formats; Markdown first, which a screen can show.
_OFFICIAL = (PaperFormat.MD, PaperFormat.HTML, PaperFormat.DOCX)
KINDS = {
    Paper.MONTHLY: Kind(_OFFICIAL, _monthly, tells_changes=True),
    Paper.INTERIM: Kind(_OFFICIAL, _interim, chinese=True, tells_changes=True),
    Paper.FINAL: Kind(_OFFICIAL, _final, chinese=True, tells_changes=True),
    Paper.REPLY: Kind(_OFFICIAL, _reply, chinese=True, options=("to",)),
    Paper.UNIT: Kind(_OFFICIAL, _unit, chinese=True, options=("unit",), one=False),
    Paper.SUMMARY: Kind(_OFFICIAL, _summary, chinese=True),
    Paper.PAGE: Kind((PaperFormat.HTML,), _page, goes_out=False),
}
