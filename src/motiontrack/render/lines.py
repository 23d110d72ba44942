"""Lines of styled text for a terminal, and what every part of the status needs to make them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from motiontrack.language.catalogue import Catalogue
from motiontrack.language.display import cell_len
from motiontrack.lean import lean
from motiontrack.render.columns import wrap
from motiontrack.views.sentences import day_words
from motiontrack.views.status import StatusView

__all__ = ["HEAD", "QUIET", "SHAPES", "Line", "Page", "Segment", "flow", "paragraph", "trimmed"]

#: A mark for each shape; all of them are in GBK, so a Windows console in cp936 shows them.
SHAPES: Mapping[str, str] = {
    "square": "■",
    "circle": "●",
    "triangle": "▲",
    "diamond": "◆",
    "ring": "○",
    "half-ring": "◎",
    "bar": "－",
}
HEAD = "bold"
QUIET = "dim"


class Segment(NamedTuple):
    """Some text, and its style in Rich's words (empty: plain)."""

    text: str
    style: str = ""


Line = tuple[Segment, ...]


@lean
class Page:
    """What is shown, in which language, in how many cells."""

    view: StatusView
    catalogue: Catalogue
    width: int

    def word(self, key: str, **figures: str | int) -> str:
        """A word of the catalogue."""
        return self.catalogue.word(key, **figures)

    def day(self, day: date) -> str:
        """A date in words."""
        return day_words(day, self.catalogue)

    def short(self, day: date) -> str:
        """A day in figures; its year only where it is not the plan's, for then it cannot be left out."""
        return f"{day:%m-%d}" if day.year == self.view.plan.year else day.isoformat()

    def light(self, tile: str) -> Segment:
        """Shape and word of a tile, in its colour."""
        light = next(each for each in self.view.profile.lights if each.id == tile)
        return Segment(f"{SHAPES[light.shape]} {light.word}", f"bold {light.colour}")


def paragraph(page: Page, text: str, style: str = "", indent: int = 0) -> Iterator[Line]:
    """``text`` wrapped to the page, all of it in one style."""
    for line in wrap(text, page.width - indent):
        yield (Segment(" " * indent + line, style),)


def flow(parts: Iterable[Segment], width: int, *, gap: int) -> Iterator[Line]:
    """Segments side by side, on a new line where the next does not fit."""
    line: list[Segment] = []
    used = 0
    for part in parts:
        need = cell_len(part.text) + (gap if line else 0)
        if line and used + need > width:
            yield tuple(line)
            line, used, need = [], 0, cell_len(part.text)
        if line:
            line.append(Segment(" " * gap))
        line.append(part)
        used += need
    if line:
        yield tuple(line)


def trimmed(line: Sequence[Segment]) -> Line:
    """The line without blanks at its end."""
    kept = list(line)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        kept[-1] = Segment(kept[-1].text.rstrip(), kept[-1].style)
    return tuple(kept)
