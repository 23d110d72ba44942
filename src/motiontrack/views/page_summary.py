"""The page's first screen: the sentence with the counts, and the tiles that add up to the total."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from motiontrack.assess.causes import Attention, Code
from motiontrack.lean import lean
from motiontrack.views.numbers import plain
from motiontrack.views.page_next import Peak
from motiontrack.views.page_rows import Row
from motiontrack.views.page_words import NUMBER, Lamp, Speaker
from motiontrack.views.paper import PaperView
from motiontrack.views.status import StatusView

__all__ = ["Phrase", "Tile", "headline", "tiles"]


@lean
class Phrase:
    """A piece of the headline that is not torn apart; ``figure`` is printed larger, in ``lamp``'s ink."""

    words: str
    figure: str | None
    urgent: bool


@lean
class Tile:
    """One tile: its sub-lines add up to ``count``. ``before``: as many a month ago, if that is known."""

    lamp: Lamp
    count: int
    before: int | None
    lines: tuple[tuple[str, int], ...]


def tiles(status: StatusView, rows: Sequence[Row], lamps: Mapping[str, Lamp]) -> tuple[Tile, ...]:
    """A tile for every light, for suspended and cancelled only if there are any; they add up."""
    earlier = [row.task.trend[-2] for row in rows if len(row.task.trend) > 1]
    before = Counter(each.light for each in earlier)
    made = []
    for lamp in lamps.values():
        count = status.totals.by_light[lamp.id]
        own = [row for row in rows if row.lamp.id == lamp.id]
        if lamp.rests and not count:
            continue
        known = before[lamp.id] if earlier and not lamp.rests else None
        lines = Counter(row.label for row in own)
        made.append(Tile(lamp, count, known, tuple(lines.most_common())))
    return tuple(made)


def headline(
    paper: PaperView, rows: Sequence[Row], made: Sequence[Tile], peak: Peak | None, speaker: Speaker
) -> tuple[Phrase, ...]:
    """The counts in a fixed order: what is well, what is not (worst first), what is not known, what comes.

    What there is none of is not counted; a light that all show is said once.
    """
    status = paper.status
    made = [tile for tile in made if tile.count]
    if len(made) == 1 and not status.totals.unjudged:
        return (*_all_of(made[0], rows, speaker), *_to_come(paper, rows, peak, speaker))
    phrases = [_phrase(_of_one("head.total", status.totals.tasks), speaker, status.totals.tasks)]
    lit = [tile for tile in made if not tile.lamp.rests]
    ranks = {light.id: light.rank for light in status.profile.lights}
    well = [tile for tile in lit if ranks[tile.lamp.id] <= 1]
    ill = sorted((tile for tile in lit if tile not in well), key=lambda tile: tile.lamp.shape == "ring")
    ill.sort(key=lambda tile: (tile.lamp.shape == "ring", -ranks[tile.lamp.id]))
    for place, tile in enumerate(well):
        key = "head.well.last" if place == len(well) - 1 else "head.well"
        phrases.append(_phrase(key, speaker, tile.count, word=_running(tile, speaker)))
    others = [tile for tile in made if tile not in lit]
    worst = ill[0] if ill else None
    last = [*ill, *others][-1:]
    for tile in (*ill, *others):
        late = _overdue(rows, tile) if tile is worst else None
        urgent = late is not None and tile.count > 0
        end = (
            "head.light.last" if [tile] == last and not late and not status.totals.unjudged else "head.light"
        )
        phrases.append(_phrase(end, speaker, tile.count, urgent=urgent, word=_running(tile, speaker)))
        if late is not None:
            phrases.append(_late(late, tile, speaker, ends=[tile] == last))
    if status.totals.unjudged:
        phrases.append(_phrase("head.unjudged", speaker, status.totals.unjudged))
    if not (ill or others or status.totals.unjudged):
        phrases[-1] = replace(phrases[-1], words=_ended(phrases[-1].words, speaker))
    return (*phrases, *_to_come(paper, rows, peak, speaker))


def _all_of(tile: Tile, rows: Sequence[Row], speaker: Speaker) -> Iterator[Phrase]:
    """The light that every task shows."""
    late = None if tile.lamp.rests else _overdue(rows, tile)
    key = _of_one("head.all", tile.count)
    phrase = _phrase(key, speaker, tile.count, urgent=late is not None, word=_running(tile, speaker))
    if late is None:
        yield phrase
    else:
        yield replace(phrase, words=phrase.words.rstrip("。. ") + speaker.say("head.and"))
        yield _late(late, tile, speaker, ends=True)


def _to_come(paper: PaperView, rows: Sequence[Row], peak: Peak | None, speaker: Speaker) -> Iterator[Phrase]:
    yield from _silence(paper, rows, speaker)
    if peak is not None:
        left = (peak.day - paper.status.as_of).days
        said = (
            speaker.say("head.peak", day=speaker.day(peak.day), count=peak.count),
            speaker.say("head.peak.left" if left else "head.peak.today", days=left),
        )
        yield from (Phrase(words, None, urgent=False) for words in said)


def _late(late: tuple[int, str], tile: Tile, speaker: Speaker, *, ends: bool) -> Phrase:
    count, days = late
    key = "head.overdue.it" if tile.count == 1 else "head.overdue" if count > 1 else "head.overdue.one"
    words = speaker.say(key, count=count, days=days)
    return Phrase(_ended(words, speaker) if ends else words, None, urgent=True)


def _ended(words: str, speaker: Speaker) -> str:
    """``words`` as the last of the counts."""
    return words.rstrip("，、；,; ") + speaker.say("head.end")


def _of_one(key: str, count: int) -> str:
    """The number itself is printed by the template, so that the sentence cannot see that it is one."""
    return f"{key}.one" if count == 1 else key


def _running(tile: Tile, speaker: Speaker) -> str:
    """The word of a light inside a sentence."""
    return tile.lamp.word.lower() if speaker.catalogue.language == "en" else tile.lamp.word


def _phrase(key: str, speaker: Speaker, count: int, *, urgent: bool = False, **figures: str) -> Phrase:
    return Phrase(speaker.say(key, count=NUMBER, **figures), str(count), urgent)


def _overdue(rows: Sequence[Row], tile: Tile) -> tuple[int, str] | None:
    """How many of a tile's tasks are overdue, and the longest time."""
    days = [
        int(str(cause.figures["days"]))
        for row in rows
        if row.lamp.id == tile.lamp.id and row.task.attention is Attention.OVERDUE
        for cause in row.task.causes
        if cause.code is Code.OVERDUE
    ]
    late = sum(1 for row in rows if row.lamp.id == tile.lamp.id and row.task.attention is Attention.OVERDUE)
    return (late, plain(max(days))) if late and days else None


def _any_open(rows: Sequence[Row]) -> bool:
    return any(row.task.state.is_open for row in rows)


def _silence(paper: PaperView, rows: Sequence[Row], speaker: Speaker) -> list[Phrase]:
    """Where nobody at all has ever reported, the sentence says so."""
    due = paper.returns
    if due is None or any(row.task.last_return is not None for row in rows) or not _any_open(rows):
        return []
    units = len({unit.unit for unit in due.missing_units})
    key = "head.silence" if units > 1 else "head.silence.one"
    said = speaker.say(key, month=speaker.month(due.month), units=units)
    return [Phrase(said, None, urgent=False)]
