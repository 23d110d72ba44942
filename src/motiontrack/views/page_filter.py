"""What the table of tasks can be narrowed by: the lights, units and goals that its rows have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from motiontrack.lean import lean
from motiontrack.views.page_rows import Row
from motiontrack.views.page_summary import Tile
from motiontrack.views.page_words import Lamp

__all__ = ["Choice", "Filter", "Marked", "filter_of"]


@lean
class Choice:
    """A word to narrow by. ``key`` is a number, for words are the office's and may hold anything."""

    key: str
    word: str
    count: int


@lean
class Marked:
    """What a row is found by: the keys of its units, parted by blanks, and of its goal."""

    units: str
    goal: str


@lean
class Filter:
    """The choices, and by a row's anchor what it is found by. Lights go by their class."""

    lights: tuple[tuple[Lamp, int], ...]
    units: tuple[Choice, ...]
    goals: tuple[Choice, ...]
    of: Mapping[str, Marked]


def filter_of(rows: Sequence[Row], tiles: Sequence[Tile]) -> Filter:
    """The choices of a table: every unit that leads a task, in the order of the plan, and every goal."""
    led = Counter(unit for row in rows for unit in dict.fromkeys(row.task.lead))
    meant = Counter(row.task.goal for row in rows if row.task.goal)
    units = {unit: str(number) for number, unit in enumerate(led, 1)}
    goals = {goal: str(number) for number, goal in enumerate(meant, 1)}
    return Filter(
        lights=tuple((tile.lamp, tile.count) for tile in tiles if tile.count),
        units=tuple(Choice(key, unit, led[unit]) for unit, key in units.items()),
        goals=tuple(Choice(key, goal, meant[goal]) for goal, key in goals.items()),
        of={
            row.anchor: Marked(
                " ".join(units[unit] for unit in dict.fromkeys(row.task.lead)),
                goals[row.task.goal] if row.task.goal else "",
            )
            for row in rows
        },
    )
