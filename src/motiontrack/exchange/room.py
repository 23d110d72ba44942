"""What room a text takes in a cell of a workbook: no program is left to find that out when it opens one.

They measure differently, so a line more is given rather than one less. A row can be 409 points high and
no higher: what needs more is written smaller.
"""

from __future__ import annotations

from collections.abc import Iterable

from motiontrack.language.display import cell_len

__all__ = ["SIZES", "row_height", "size_of"]

#: The sizes of letters, in points, from the usual one down to what can still be read on paper.
SIZES = (10, 8, 6)
_POINTS_A_LINE = 1.45  # for each point of size
_AROUND = 4.0
_HIGHEST = 409.0


def size_of(text: str, width: float) -> int:
    """The size at which ``text`` fits into one row of a column of ``width`` characters."""
    return next((size for size in SIZES if _points(text, width, size) <= _HIGHEST), SIZES[-1])


def row_height(texts: Iterable[tuple[str, float]], *, least: int = 1) -> float:
    """The height at which none of ``texts`` (text, width of its column) is cut, in points."""
    heights = [_points(text, width, size_of(text, width)) for text, width in texts]
    return min(max([*heights, _points("\n" * (least - 1), 2, SIZES[0])]), _HIGHEST)


def _points(text: str, width: float, size: int) -> float:
    # Characters of Han are two wide and none is broken in half; words of Latin letters are not either.
    room = max(int(width * SIZES[0] / size) - 2, 2)
    lines = sum(max(1, -(-cell_len(paragraph) // room)) for paragraph in text.split("\n"))
    return lines * size * _POINTS_A_LINE + _AROUND
