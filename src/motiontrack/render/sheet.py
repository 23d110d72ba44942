"""A sheet of explanations: labels on the left, paragraphs wrapped beside them, examples as they are typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import dedent

from motiontrack.language.catalogue import Catalogue
from motiontrack.language.display import cell_len, visible
from motiontrack.lean import lean
from motiontrack.render.columns import pad, wrap
from motiontrack.render.lines import HEAD, QUIET, Line, Segment

__all__ = ["LABELS", "Sheet", "example", "example_lines", "hanging", "hung", "readable", "row", "sections"]

#: Every label there is: the widest sets the column that the paragraphs begin in.
LABELS = ("message", "about", "help", "bad", "good", "silencing", "see", "when", "lights", "sources")

_STEP = 2
#: However narrow the terminal, so many cells are left to a text beside its label.
_LEAST = 16


@lean
class Sheet:
    """What the lines are written for: a language, a width, and what the stream can show."""

    catalogue: Catalogue
    width: int
    encoding: str = "utf-8"

    def say(self, key: str, **figures: str | int) -> str:
        """A sentence of ``explain``."""
        return self.catalogue.word(f"explain.{key}", **figures)

    def label(self, key: str) -> str:
        """One of ``LABELS``, as wide as all of them."""
        widest = max(cell_len(self.say(f"label.{each}")) for each in LABELS)
        return pad(self.say(f"label.{key}"), widest) + "  "


def readable(template: str, catalogue: Catalogue) -> str:
    """A template of the catalogue with the name of each figure in its place."""
    names = set(re.findall(r"\{(\w+)\}", template.replace("{{", "")))
    said = {name: catalogue.words.get(f"figure.{name}", name) for name in names}
    return template.format_map({name: catalogue.word("explain.figure", name=said[name]) for name in said})


def sections(sheet: Sheet, *given: tuple[str, list[str]]) -> Iterator[Line]:
    """Paragraphs beside their labels, an empty line after each section; none for an empty one."""
    for key, paragraphs in given:
        label = sheet.label(key)
        for paragraph in paragraphs:
            yield from hanging(Segment(label, HEAD), paragraph, sheet)
            label = " " * cell_len(label)
        if paragraphs:
            yield ()


def hanging(label: Segment, text: str, sheet: Sheet, style: str = "") -> Iterator[Line]:
    """``text`` wrapped beside ``label``."""
    return row(sheet, label, Segment(text, style))


def row(sheet: Sheet, *parts: Segment) -> Iterator[Line]:
    """Segments side by side, the last wrapped under its own beginning."""
    *head, last = parts
    return hung(tuple(head), last.text, sheet.width, style=last.style)


def hung(
    label: str | Line, text: str, width: int, *, label_style: str = "", style: str = ""
) -> Iterator[Line]:
    """``text`` beside ``label``, its further lines under its first; below it where there is no room."""
    head: Line = (Segment(label, label_style),) if isinstance(label, str) else label
    indent = sum(cell_len(part.text) for part in head)
    if width - indent < _LEAST:
        for line in wrap("".join(part.text for part in head).strip(), width - _STEP):
            yield (Segment(" " * _STEP + line, head[-1].style),)
        head, indent = (Segment(" " * 2 * _STEP),), 2 * _STEP
    first, *more = wrap(text, width - indent)
    yield (*head, Segment(first, style))
    for line in more:
        yield (Segment(" " * indent), Segment(line, style))


def example(sheet: Sheet, key: str, file: str, text: str) -> Iterator[Line]:
    """Lines of a data file as they are typed: never wrapped, so that they can be copied."""
    label = sheet.label(key)
    yield (Segment(label, HEAD), Segment(f"data/{file}", QUIET))
    for line in example_lines(text, sheet.encoding):
        yield (Segment(" " * cell_len(label) + line),)
    yield ()


def example_lines(text: str, encoding: str = "utf-8") -> list[str]:
    """The lines of an example from the left margin; what would not be seen is spelled out."""
    lines = dedent(text).split("\n")
    return [visible(line, encoding).replace("\u3000", "<U+3000>") for line in lines]
