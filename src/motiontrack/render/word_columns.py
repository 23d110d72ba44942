"""How wide the columns of a table are, so that it is as low as can be."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from unicodedata import east_asian_width

__all__ = ["column_widths"]

#: Half a character of a table's text (10 points), in twips: what a letter takes.
_HALF = 100
#: A letter or a digit, in halves: the fonts that the standard names draw it in one, those that stand in for
#: them, where they are missing, in more.
_LETTER = 1.25
_STEP = 2
#: What a column is never narrower than, in halves, unless all that it holds is narrower.
_NARROWEST = 4
#: A name, a light, a unit of five characters: not broken where there is room.
_SHORT = 10
#: An address longer than that may be broken.
_LONGEST_WORD = 24
#: Fonts differ: what just fits in one does not in another.
_SPARE = 1
#: Rows looked at: those of a long table are alike.
_MOST_ROWS = 120


def column_widths(
    rows: Sequence[Sequence[str | None]], room: int, *, head: int, padding: int
) -> tuple[int, ...]:
    """The widths in twips, which add up to ``room``, for the texts of ``rows``.

    ``None`` is a place whose text says nothing about its column; ``head`` is the number of rows of heads.
    Each column first gets what its longest word needs, and what is short stands in one line;
    what is left goes, step by step, to where it saves most lines.
    """
    count = max(len(row) for row in rows)
    rows = [[*row, *[None] * (count - len(row))] for row in rows[:_MOST_ROWS]]
    cells = [[_lengths(text) for text in row] for row in rows]
    natural = [max((max(row[column], default=0) for row in cells), default=0) for column in range(count)]
    short = [
        max((each for row in cells[head:] for each in row[column] if each <= _SHORT), default=0)
        for column in range(count)
    ]
    least = [
        max(
            _longest_word(rows, column),
            short[column] + _SPARE if short[column] else 0,
            min(natural[column], _NARROWEST),
        )
        for column in range(count)
    ]
    halves = max((room - count * padding) // _HALF, count * _NARROWEST)
    widths = [max(each, 1) for each in least]
    if sum(widths) > halves:
        widths = [max(each * halves // sum(widths), 1) for each in widths]
    heights = [[_lines(row[column], widths[column]) for column in range(count)] for row in cells]
    while sum(widths) + _STEP <= halves:
        column = _most_saving(cells, heights, widths, natural)
        if column is None:
            break
        widths[column] += _STEP
        for row, height in zip(cells, heights, strict=True):
            height[column] = _lines(row[column], widths[column])
    return _shared(widths, room, padding)


def _lengths(text: str | None) -> tuple[int, ...]:
    """The lengths of the lines of a text, in halves of a character."""
    return tuple(_halves(line) for line in text.split("\n")) if text else ()


def _halves(line: str) -> int:
    """What a line takes in a Chinese font, which draws a square or a circle as wide as a character."""
    wide = sum(east_asian_width(letter) in "WFA" for letter in line)
    return 2 * wide + ceil((len(line) - wide) * _LETTER)


def _longest_word(rows: Sequence[Sequence[str | None]], column: int) -> int:
    """What may not be broken: letters and digits of one word."""
    longest = 0
    for row in rows:
        for word in (row[column] or "").split():
            run = 0
            for letter in word:
                run = run + 1 if letter.isascii() else 0
                longest = max(longest, run)
    return min(ceil(longest * _LETTER) + _SPARE, _LONGEST_WORD) if longest else 0


def _lines(lengths: Sequence[int], width: int) -> int:
    return sum(max(ceil(each / width), 1) for each in lengths)


def _most_saving(
    cells: Sequence[Sequence[Sequence[int]]],
    heights: Sequence[Sequence[int]],
    widths: Sequence[int],
    natural: Sequence[int],
) -> int | None:
    """The column that a step saves most lines in; none where all stand in one line."""
    best: tuple[float, int] | None = None
    for column, width in enumerate(widths):
        if width >= natural[column]:
            continue
        saved = 0.0
        for row, height in zip(cells, heights, strict=True):
            highest = max(height)
            # A cell that makes the row as high as it is counts whole, another for what it may yet save.
            share = 1.0 if height[column] == highest else 0.15
            needed = sum(each / width - each / (width + _STEP) for each in row[column])
            saved += needed * share
        if best is None or saved > best[0]:
            best = (saved, column)
    return best[1] if best else None


def _shared(widths: Sequence[int], room: int, padding: int) -> tuple[int, ...]:
    """The widths with their padding; what no column needs is shared by all in proportion."""
    own = [each * _HALF + padding for each in widths]
    shares = [each * room // sum(own) for each in own]
    shares[-1] += room - sum(shares)
    return tuple(shares)
