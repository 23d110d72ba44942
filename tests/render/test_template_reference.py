"""The page of templates is current, names all that packaged templates use, and nothing that there is not.

``MOTIONTRACK_UPDATE=1 pytest tests/render/test_template_reference.py`` writes it again.
"""

from __future__ import annotations

import dataclasses
import re
import sys
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from jinja2 import Environment, nodes

from motiontrack.cli.assessing import assess_folder
from motiontrack.cli.paper_kinds import KINDS, Paper
from motiontrack.language.catalogue import load
from motiontrack.render.papers import _environment, packaged_templates
from motiontrack.render.template_reference import FILTERS, MACROS, templates_page
from motiontrack.views.build import build_status
from motiontrack.views.draft import build_draft
from motiontrack.views.issued import Issued, build_issued, issue_paper, read_issued
from motiontrack.views.plain import to_json
from tests.cli.test_status import EXAMPLE
from tests.documents import ROOT, UPDATING

PAGE = ROOT / "docs/reference/templates.md"
#: What Jinja and Python give: of loops, namespaces, texts, dates.
_GIVEN = {
    "index",
    "index0",
    "first",
    "last",
    "length",
    "get",
    "split",
    "partition",
    "items",
    "values",
    "append",
    "startswith",
    "endswith",
    "rstrip",
}


@cache
def values() -> dict[str, dict[str, Any]]:
    assessed = assess_folder(EXAMPLE, date(2010, 8, 31), "zh", None)
    words = load("zh", "papers")
    draft, july = build_draft((), assessed.assessment, words), issued_in(date(2010, 7, 31))
    found = {}
    for paper, kind in KINDS.items():
        options = dict.fromkeys(getattr(kind, "options", ()))
        found[paper.value] = dict(kind.values(assessed, "data", **options)) | {"draft": draft}
        if paper is not Paper.PAGE:
            status = found[paper.value]["paper"].status
            found[paper.value] |= {"issued": build_issued(july, july, status, (), words, {}), "texts": {}}
    return found


def issued_in(day: date) -> Issued:
    """The monthly paper of a day as it is kept when it goes out."""
    assessed = assess_folder(EXAMPLE, day, "zh", None)
    status = build_status(assessed.assessment, assessed.catalogue, folder="data")
    paper = issue_paper("monthly", assessed.assessment, status, "zh", day, {"md": "", "html": ""})
    kept = read_issued(to_json(paper).encode())
    assert kept is not None
    return kept


@cache
def page() -> str:
    return templates_page(values())


def trees() -> Iterator[tuple[str, nodes.Template]]:
    for path in sorted(packaged_templates().rglob("*")):
        if path.suffix in (".txt", ".md", ".html"):
            name = path.relative_to(packaged_templates()).as_posix()
            yield name, Environment(autoescape=True).parse(path.read_text(encoding="utf-8"), name)


def listed() -> dict[str, set[str]]:
    """The names in the table of each view."""
    sections = re.findall(r"(?m)^### (\w+)\n(.*?)(?=^### |\Z)", page(), re.DOTALL | re.MULTILINE)
    return {view: set(re.findall(r"(?m)^\| `(\w+)` \|", rows)) for view, rows in sections}


def test_the_page_of_templates_is_current() -> None:
    if UPDATING:
        PAGE.write_text(page(), encoding="utf-8")

    assert PAGE.read_text(encoding="utf-8") == page()


def test_every_value_that_packaged_templates_use_is_on_the_page() -> None:
    of_words = set(re.findall(r"`\.(\w+)`", page()))
    known = _GIVEN.union(of_words, *listed().values())
    missing = set()
    macros = {each.name for _, tree in trees() for each in tree.find_all(nodes.Macro)}
    macros |= {each.name for _, tree in trees() for each in tree.find_all(nodes.Name) if each.ctx == "store"}
    figures = _figures()
    for name, tree in trees():
        if name.startswith("slip."):  # slips are no papers
            continue
        kept = {each.name for each in tree.find_all(nodes.NSRef)} | {
            each.attr for each in tree.find_all(nodes.NSRef)
        }
        asked = {each.attr for each in tree.find_all(nodes.Getattr)}
        for each in tree.find_all(nodes.Filter):
            texts = [argument.value for argument in each.args if isinstance(argument, nodes.Const)]
            if each.name in ("selectattr", "rejectattr") and texts:
                asked |= set(str(texts[0]).split("."))
            for named in each.kwargs:
                if named.key == "attribute" and isinstance(named.value, nodes.Const):
                    asked |= set(str(named.value.value).split("."))
        missing |= {(name, each) for each in asked - known - macros - kept - figures - _set_by_macros(tree)}

    assert missing == set()


def _set_by_macros(tree: nodes.Template) -> set[str]:
    """What a template keeps for itself: ``namespace(number=0)``, ``{"old": …}``."""
    calls = (named.key for each in tree.find_all(nodes.Call) for named in each.kwargs)
    pairs = (str(each.key.value) for each in tree.find_all(nodes.Pair) if isinstance(each.key, nodes.Const))
    return {*calls, *pairs}


def _figures() -> set[str]:
    """The figures that causes have: each cause has its own."""
    return {
        name
        for each in values().values()
        for value in each.values()
        if hasattr(value, "status")
        for task in value.status.tasks
        for cause in task.causes
        for name in cause.figures
    }


def test_nothing_is_on_the_page_that_there_is_not() -> None:
    values()  # commands import their views when they run
    views = _views()

    assert listed().keys() >= {each.__name__ for each in _reached()}
    for name, names in listed().items():
        fields = {field.name for field in dataclasses.fields(views[name])}
        worked_out = {each for each, held in vars(views[name]).items() if isinstance(held, property)}
        assert names == fields | {each for each in worked_out if not each.startswith("_")}, name


def test_no_two_views_have_one_name() -> None:
    """The page tells them apart by their names."""
    names = [each.__name__ for each in _reached()]

    assert sorted(names) == sorted(set(names))


def _reached() -> set[type]:
    """Every view that the templates come to in the worked year."""
    found: set[type] = set()
    waiting: list[Any] = [value for each in values().values() for value in each.values()]
    while waiting:
        each = waiting.pop()
        if dataclasses.is_dataclass(each):
            found.add(type(each))
            waiting += [getattr(each, field.name) for field in dataclasses.fields(each)]
        elif isinstance(each, dict):
            waiting += each.values()
        elif isinstance(each, tuple):
            waiting += each
    return found


def _views() -> dict[str, type]:
    """Every view there is, by its name."""
    return {
        each.__name__: each
        for name, module in list(sys.modules.items())
        if name.startswith("motiontrack.views.")
        for each in vars(module).values()
        if isinstance(each, type) and dataclasses.is_dataclass(each) and each.__module__ == name
    }


def test_every_filter_and_every_macro_is_described() -> None:
    own = set(_environment(None, load("zh"), escapes=False).filters) - set(
        Environment(autoescape=True).filters
    )
    trees_by_name = dict(trees())
    macros = [
        {each.name for each in trees_by_name[name].find_all(nodes.Macro)}
        for name in ("paper/md.txt", "paper/html.txt")
    ]

    assert set(FILTERS) == own
    assert set(MACROS) == macros[0] & macros[1]
