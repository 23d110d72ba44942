"""``motiontrack explain``: a code of ``validate``, a cause of ``status`` or a light profile in full."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from motiontrack.cli import output
from motiontrack.cli.languages import language_of_output
from motiontrack.cli.options import Lang
from motiontrack.cli.refusals import MisusedError
from motiontrack.near import alike

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from motiontrack.language.catalogue import Catalogue
    from motiontrack.render.lines import Line
    from motiontrack.render.sheet import Sheet

__all__ = ["explain"]


def explain(
    subjects: Annotated[
        list[str] | None, typer.Argument(metavar="[CODE]...", help="argument.explain", show_default=False)
    ] = None,
    lang: Lang = None,
) -> None:
    """Say what each of ``subjects`` means; without any, list all there are."""
    from motiontrack.language.catalogue import load
    from motiontrack.render.explaining import all_lines
    from motiontrack.render.sheet import Sheet

    catalogue = load(language_of_output(lang, None), "causes", "explain")
    sheet = Sheet(catalogue, output.width(), output.encoding())
    if not subjects:
        output.write_lines(_tidy(all_lines(sheet)))
        return
    known = _subjects(catalogue)
    asked = [_find(subject, known) for subject in subjects]  # all are known before the first is said
    for place, lines in enumerate(asked):
        output.write_lines(_tidy(lines(sheet), before=place > 0))


def _tidy(lines: Iterator[Line], *, before: bool = False) -> list[Line]:
    """The lines without empty ones at their end; after one where something stands before them."""
    kept = list(lines)
    while kept and not kept[-1]:
        kept.pop()
    return [(), *kept] if before else kept


def _subjects(catalogue: Catalogue) -> Mapping[str, Callable[[Sheet], Iterator[Line]]]:
    """All that can be asked for, by what it may be called: number, name, title in the reader's language."""
    from functools import partial

    from motiontrack.assess.causes import Code as Cause
    from motiontrack.cli.assessing import packaged_profile
    from motiontrack.diagnostics.codes import CODES
    from motiontrack.profiles import DEFAULT, SHIPPED
    from motiontrack.render.explaining import FAMILIES, code_lines, list_lines
    from motiontrack.render.explaining_lights import cause_lines, profile_lines

    def about_code(code: str, sheet: Sheet) -> Iterator[Line]:
        return code_lines(CODES[code], sheet)

    def about_family(family: str, sheet: Sheet) -> Iterator[Line]:
        return list_lines(sheet, (family,))

    def about_cause(cause: Cause, sheet: Sheet) -> Iterator[Line]:
        return cause_lines(cause, packaged_profile(DEFAULT), sheet)

    def about_profile(name: str, sheet: Sheet) -> Iterator[Line]:
        return profile_lines(packaged_profile(name), sheet)

    known: dict[str, Callable[[Sheet], Iterator[Line]]] = {}
    for code in CODES.values():
        for name in (code.code, code.name, catalogue.diagnostics[code.code].title):
            known[_plain(name)] = partial(about_code, code.code)
    for family in FAMILIES:
        known[_plain(family)] = partial(about_family, family)
    for cause in Cause:
        for name in (cause.value, catalogue.word(f"cause-name.{cause}")):
            known[_plain(name)] = partial(about_cause, cause)
    for name in SHIPPED:
        known[_plain(name)] = partial(about_profile, name)
    return known


def _find(
    subject: str, known: Mapping[str, Callable[[Sheet], Iterator[Line]]]
) -> Callable[[Sheet], Iterator[Line]]:
    found = known.get(_plain(subject))
    if found is not None:
        return found
    near = alike(_plain(subject), known)
    key = "usage.explain-near" if near else "usage.explain"
    shown = "".join(near).upper() if "".join(near).startswith("mt") else "".join(near)
    raise MisusedError(key, value=subject, near=shown)


def _plain(name: str) -> str:
    """``name`` as it is compared: ``ＭＴ６０４``, ``mt 604`` and ``MT604`` are one."""
    from unicodedata import normalize

    return "".join(normalize("NFKC", name).casefold().split())
