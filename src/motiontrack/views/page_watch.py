"""The tasks that need looking at, light by light: a few with all that is known of each, many as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from motiontrack.assess.causes import Attention
from motiontrack.lean import lean
from motiontrack.views.page_asks import Asks
from motiontrack.views.page_rows import Row
from motiontrack.views.page_summary import Tile
from motiontrack.views.page_words import Lamp, Speaker

__all__ = ["Watch", "watch_of"]

#: More tasks than this that need looking at: all is told only of those of the worst light.
_MOST_IN_FULL = 30
#: More tasks than this that were only not reported are a table.
_MOST_SILENT = 6
#: ①…⑳: there are no more of these numbers.
_FIRST_MARK, _MARKS = "①", 20


@lean
class Watch:
    """The tasks of one light that need looking at.

    ``full``: all that is known of each is told; ``table``: as a row, for there are many.
    ``asked``: what is asked about more than one task of a table, and the number that stands for it there.
    """

    lamp: Lamp
    note: str
    rows: tuple[Row, ...]
    full: bool
    silent: bool
    table: bool
    asked: Mapping[str, str]


def watch_of(
    rows: Sequence[Row], shown: Sequence[Tile], asks: Mapping[str, Asks], speaker: Speaker
) -> tuple[Watch, ...]:
    """Worst first, what was only not reported last; then work that rests while overdue."""
    of = {
        tile.lamp.id: tuple(
            row for row in rows if row.lamp.id == tile.lamp.id and row.task.attention is not Attention.NONE
        )
        for tile in shown
    }
    many = sum(len(each) for each in of.values()) > _MOST_IN_FULL
    lit = [tile.lamp for tile in shown if tile.lamp.shape != "ring" and not tile.lamp.rests]
    lamps = [*reversed(lit), *(tile.lamp for tile in shown if tile.lamp not in lit)]
    found: list[Watch] = []
    for lamp in lamps:
        own = sorted(of[lamp.id], key=lambda row: -row.task.attention.weight)
        if not own:
            continue
        labels = dict.fromkeys(row.label for row in own)
        silent = all(row.task.attention is Attention.UNREPORTED for row in own)
        full = not (many and lamp is not lamps[0]) and not (silent and len(own) > _MOST_SILENT)
        table = not full or len(own) > _MOST_IN_FULL
        asked = _numbered(own, asks) if full and table else {}
        found.append(Watch(lamp, speaker.listed(tuple(labels)), tuple(own), full, silent, table, asked))
    return tuple(found)


def _numbered(rows: Sequence[Row], asks: Mapping[str, Asks]) -> Mapping[str, str]:
    """What is asked more than once, in the order in which it first is, each with its number."""
    counts = Counter(said for row in rows if row.task.id in asks for said in asks[row.task.id].asked)
    shared = [said for said, count in counts.items() if count > 1][:_MARKS]
    return {said: chr(ord(_FIRST_MARK) + place) for place, said in enumerate(shared)}
