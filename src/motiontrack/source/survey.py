"""Read a faulty text again, slowly, to learn where and over what libyaml stopped."""

from __future__ import annotations

from typing import Any, NamedTuple

from motiontrack.source.events import (
    MAX_DEPTH,
    MappingEndEvent,
    MappingStartEvent,
    MarkedYAMLError,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    YAMLError,
    parse_events,
)
from motiontrack.source.spans import event_span
from motiontrack.source.values import Scalar

__all__ = ["Failure", "survey"]

_STARTS = (MappingStartEvent, SequenceStartEvent)
_ENDS = (MappingEndEvent, SequenceEndEvent)


class Failure(NamedTuple):
    """Where and over what libyaml stopped; lines and columns from 1."""

    context: str
    problem: str
    opened: tuple[int, int] | None
    line: int
    column: int
    last: Scalar | None


def survey(text: str) -> tuple[Failure | None, set[int]]:
    """Where libyaml stops, and the lines inside long quoted or block texts up to there."""
    prose: set[int] = set()
    last: Any = None
    depth = 0
    try:
        for event in parse_events(text):
            kind = type(event)
            if kind is ScalarEvent:
                last = event
                if event.style:
                    span = event_span(event)
                    prose.update(range(span.line + 1, span.end_line + (span.end_column > 1)))
            elif kind in _STARTS:
                depth += 1
                if depth > MAX_DEPTH:
                    break
            elif kind in _ENDS:
                depth -= 1
    except MarkedYAMLError as error:
        return _failure(error, _scalar(last)), prose
    except YAMLError:
        return None, prose
    return None, prose


def _scalar(event: Any) -> Scalar | None:
    if event is None:
        return None
    return Scalar(event.value, event_span(event), "quoted" if event.style else "plain", null=False)


def _failure(error: Any, last: Scalar | None) -> Failure:
    context, problem = error.context_mark, error.problem_mark
    opened = (context.line + 1, context.column + 1) if context else None
    line, column = (problem.line + 1, problem.column + 1) if problem else opened or (1, 1)
    return Failure(error.context or "", error.problem or "", opened, line, column, last)
