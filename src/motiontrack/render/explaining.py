"""A diagnostic code in full, and the list of all codes, for a person who asks what one means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from motiontrack.assess.causes import Code as Cause
from motiontrack.diagnostics.codes import CODES, NOT_SILENCED, Code, Severity
from motiontrack.language.catalogue import Catalogue
from motiontrack.language.display import cell_len
from motiontrack.language.examples import EXAMPLES
from motiontrack.render.columns import pad
from motiontrack.render.lines import HEAD, QUIET, Line, Segment
from motiontrack.render.sheet import Sheet, example, readable, row, sections
from motiontrack.views.about import about_code

__all__ = ["FAMILIES", "all_lines", "code_lines", "list_lines", "silencing"]

FAMILIES = ("MT0", "MT1", "MT2", "MT3", "MT4", "MT5", "MT6", "MT7", "MT8")
_COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}


def code_lines(code: Code, sheet: Sheet) -> Iterator[Line]:
    """One code: what it says, why, what to do, an example, and how to be rid of it."""
    catalogue = sheet.catalogue
    wording = catalogue.diagnostics[code.code]
    yield (
        Segment(f"{code.code}  ", HEAD),
        Segment(catalogue.word(f"severity.{code.severity.word}"), _COLOURS[code.severity]),
        Segment(f"  {wording.title}", HEAD),
        Segment(f"  {code.name}", QUIET),
    )
    yield ()
    about = about_code(code.code, catalogue)
    yield from sections(
        sheet,
        ("message", _forms(sheet, wording.message, wording.bare_message)),
        ("about", [about] if about else []),
        ("help", _forms(sheet, wording.help, wording.bare_help)),
    )
    shown = EXAMPLES.get(code.code)
    if shown is not None:
        yield from example(sheet, "bad", shown.file, shown.bad)
        yield from example(sheet, "good", shown.file, shown.good)
    yield from sections(
        sheet,
        ("silencing", silencing(code, catalogue)),
        ("see", [f"docs/reference/rules.md#{code.code.lower()}"]),
    )


def _forms(sheet: Sheet, whole: str, bare: str) -> list[str]:
    """A sentence, and what is said instead where one of its figures is not known."""
    shown = [readable(whole, sheet.catalogue)]
    return shown + ([sheet.say("or", text=readable(bare, sheet.catalogue))] if bare else [])


def silencing(code: Code, catalogue: Catalogue) -> list[str]:
    """How to be rid of a doubt that was looked into; an error cannot be silenced."""
    if code.code in NOT_SILENCED:
        return [catalogue.word("explain.silence.never")]
    if code.severity is Severity.ERROR:
        return [catalogue.word("explain.silence.not")]
    return [catalogue.word("explain.silence"), catalogue.word("explain.silence.comment", code=code.code)]


def list_lines(sheet: Sheet, families: Iterable[str]) -> Iterator[Line]:
    """The codes of some families, one line each."""
    catalogue = sheet.catalogue
    longest = max(len(code.name) for code in CODES.values())
    widest = max(cell_len(catalogue.word(f"severity.{each.word}")) for each in Severity)
    for family in families:
        codes = sorted(code for code in CODES.values() if code.code.startswith(family))
        if not codes:
            continue
        yield (Segment(f"{family}  {sheet.say(f'family.{family}')}", HEAD),)
        for code in codes:
            yield from row(
                sheet,
                Segment(f"  {code.code}  "),
                Segment(
                    pad(catalogue.word(f"severity.{code.severity.word}"), widest), _COLOURS[code.severity]
                ),
                Segment(f"  {pad(code.name, longest)}  ", QUIET),
                Segment(catalogue.diagnostics[code.code].title),
            )
        yield ()


def all_lines(sheet: Sheet) -> Iterator[Line]:
    """Every code, every cause, and how to ask for one."""
    yield from list_lines(sheet, FAMILIES)
    yield (Segment(sheet.say("causes"), HEAD),)
    longest = max(len(cause.value) for cause in Cause)
    for cause in Cause:
        name = Segment(f"  {pad(cause.value, longest)}  ", QUIET)
        yield from row(sheet, name, Segment(sheet.catalogue.word(f"cause-name.{cause}")))
    yield ()
    yield from row(sheet, Segment(sheet.say("list.hint")))
