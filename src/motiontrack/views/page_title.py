"""Titles in pieces: where a long Chinese title may break so that no word is torn apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, combinations

__all__ = ["lines", "pieces", "points"]

#: Words that begin a phrase in the titles of official papers; a line may break before them.
_OPENERS = (
    "进一步", "又好又快", "促进", "推进", "推动", "加快", "加强", "强化", "提升", "提高", "深化", "完善",
    "落实", "建设", "实施", "开展", "全面", "大力", "切实", "积极", "办理", "服务", "实现", "打造", "构建",
    "创建", "培育", "保障", "改善", "优化", "支持", "扶持", "实行", "建立", "健全",
)  # fmt: skip
_CLOSERS = "》，、；：。？！）”"
#: A piece is no shorter than this, so that titles do not break into scraps.
_SHORTEST = 5
_MARKER = re.compile(r"(?<!\d)(\d{1,2})[.、．](?!\d)\s*")


def pieces(title: str) -> tuple[str, ...]:
    """``title`` cut where a line may break; put together again they are the title."""
    found: list[str] = []
    start = 0
    for place in range(1, len(title)):
        if place - start < _SHORTEST or len(title) - place < _SHORTEST - 1:
            continue
        opens = title.startswith((*_OPENERS, "《"), place)
        closes = title[place - 1] in _CLOSERS and title[place] not in _CLOSERS
        if opens or closes:
            found.append(title[start:place])
            start = place
    return (*found, title[start:])


#: So many characters of size two fit on a line of A4.
_WIDEST = 20
#: Of more pieces than this, not every way to break is tried.
_MOST_PIECES = 12


def lines(title: str) -> tuple[str, ...]:
    """``title`` on as few lines as it needs, growing, shrinking, or widest in the middle (梯形、菱形)."""
    if len(title) <= _WIDEST:
        return (title,)
    places = tuple(accumulate(map(len, pieces(title))))[:-1]
    if len(places) >= _MOST_PIECES:
        return (title,)
    fitting = [way for way in _ways(title, places) if max(map(len, way)) <= _WIDEST]
    return min(fitting, key=_shape, default=(title,))


def _ways(title: str, places: Sequence[int]) -> Iterator[tuple[str, ...]]:
    """Every way to break a title at some of ``places``."""
    for count in range(len(places) + 1):
        for breaks in combinations(places, count):
            ends = (*breaks, len(title))
            yield tuple(title[start:end] for start, end in zip((0, *breaks), ends, strict=True))


def _shape(way: tuple[str, ...]) -> tuple[bool, int, int]:
    """Better is less: a shape that is asked for, then few lines, then lines of one length."""
    widths = [len(line) for line in way]
    top = widths.index(max(widths))
    bulges = widths[: top + 1] == sorted(widths[: top + 1]) and widths[top:] == sorted(
        widths[top:], reverse=True
    )
    return not (bulges and len(set(widths)) > 1), len(way), max(widths) - min(widths)


def points(text: str) -> tuple[tuple[str, str], ...]:
    """The numbered points of a text, each with its mark as printed; one without a mark if it has none.

    Only where the numbers run 1, 2, 3 from the text's first character is it a list.
    """
    marks: list[re.Match[str]] = []
    for mark in _MARKER.finditer(text):
        if int(mark[1]) == len(marks) + 1:
            marks.append(mark)
    if len(marks) < 2 or text[: marks[0].start()].strip():  # noqa: PLR2004 - one point is no list
        return (("", text),)
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    return tuple(
        (mark[0].strip(), text[mark.end() : end].strip()) for mark, end in zip(marks, ends, strict=True)
    )
