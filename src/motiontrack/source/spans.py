"""Where a value ends for a reader, which is not always where libyaml says."""

from __future__ import annotations

from typing import Any

from motiontrack.diagnostics.record import Edit, Span

__all__ = ["block_end", "cut", "cut_near", "edit_of_line", "event_span"]


def event_span(event: Any) -> Span:
    """The marks of a parse event, counted from 1."""
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def block_end(rows: tuple[str, ...], line: int, end_line: int, end_column: int) -> tuple[int, int]:
    """Where the text of a block scalar begun on ``line`` ends.

    libyaml's mark stands behind the empty lines that follow it.
    """
    if end_line > len(rows):
        end_line, end_column = len(rows), len(rows[-1]) + 1
    if end_column == 1 or not rows[end_line - 1][: end_column - 1].strip():
        end_line -= 1
    while end_line > line and not rows[end_line - 1].strip():
        end_line -= 1
    if end_line < line:
        return line, end_column
    return end_line, len(rows[end_line - 1]) + 1


def cut(line: str, span: Span) -> tuple[str, str, str]:
    """A line before, at and after ``span``, as far as the span lies in it."""
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    return line[: span.column - 1], line[span.column - 1 : end], line[end:]


_FAR = 400  # characters before and behind what is shown: no suggestion is longer


def cut_near(line: str, span: Span) -> tuple[str, str, str]:
    """``cut``, of a very long line only what stands near; that may hold as many faults as characters."""
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    start = span.column - 1
    return line[max(0, start - _FAR) : start], line[start : min(end, start + _FAR)], line[end : end + _FAR]


def edit_of_line(number: int, old: str, new: str, begin: int = 1) -> Edit:
    """What makes ``new`` of line ``number``, which is ``old``; where both are alike stays out of it.

    Or of a piece of the line that begins in column ``begin``.
    """
    start, most = 0, min(len(old), len(new))
    while start < most and old[start] == new[start]:
        start += 1
    same = 0
    while same < most - start and old[-1 - same] == new[-1 - same]:
        same += 1
    span = Span(number, begin + start, number, begin + len(old) - same)
    return Edit(span, new[start : len(new) - same])
