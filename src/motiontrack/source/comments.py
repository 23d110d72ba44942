"""The comments of a file: what stands behind a ``#`` that is not part of a text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from motiontrack.diagnostics.record import Span
from motiontrack.source.events import ScalarEvent, YAMLError, parse_events
from motiontrack.source.spans import block_end, event_span
from motiontrack.source.text import SourceText

__all__ = ["Comment", "comments_with"]

_BLANKS = " \t"


class Comment(NamedTuple):
    """One comment from its ``#`` to the end of its line; ``alone`` says nothing stands before it."""

    text: str
    span: Span
    alone: bool


def comments_with(source: SourceText, word: str) -> tuple[Comment, ...] | None:
    """The comments that hold ``word``; ``None`` where YAML cannot be read to its end."""
    rows = [number for number, line in enumerate(source.lines, 1) if word in line and "#" in line]
    if not rows:
        return ()
    try:
        texts = _texts(source)
    except YAMLError:
        return None
    found = (_comment(source.line(number), number, texts.get(number, ())) for number in rows)
    return tuple(comment for comment in found if comment is not None and word in comment.text)


def _comment(line: str, number: int, texts: Sequence[tuple[int, int]]) -> Comment | None:
    """The comment of one line: from the first ``#`` in it that lies in none of its ``texts``."""
    at = line.find("#")
    for begin, end in texts:  # in the order of the line
        if at < begin:
            break
        if at < end:
            at = line.find("#", end)
    if at < 0:
        return None
    span = Span(number, at + 1, number, len(line) + 1)
    return Comment(line[at:], span, alone=not line[:at].strip(_BLANKS))


def _texts(source: SourceText) -> dict[int, list[tuple[int, int]]]:
    """Line -> the stretches of it that lie in a text, in which a ``#`` is a ``#``."""
    found: dict[int, list[tuple[int, int]]] = {}
    for event in parse_events(source.text):
        if type(event) is not ScalarEvent:
            continue
        span = event_span(event)
        first, begin = span.line, span.column - 1
        last, end = span.end_line, span.end_column - 1
        if event.style in ("|", ">"):
            # Behind the mark of a block a comment may stand; its text begins on the next line.
            last, end = block_end(source.lines, first, span.end_line, span.end_column)
            first, begin = first + 1, 0
        for number in range(first, last + 1):
            stretch = (
                begin if number == first else 0,
                end if number == last else len(source.line(number)) + 1,
            )
            found.setdefault(number, []).append(stretch)
    return found
