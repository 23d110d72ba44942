"""Why YAML could not be read: the slip a person made, on the line where it was made.

libyaml says where it noticed, in a parser's words. Here its place only narrows the search: the
lines around it are looked at for the slips that Chinese offices make (LIBRARIES.md, section 2).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from motiontrack.diagnostics.record import Diagnostic, Note, Place, Span, fault
from motiontrack.source import lines as typed
from motiontrack.source.events import MAX_DEPTH
from motiontrack.source.survey import Failure, survey
from motiontrack.source.text import SourceText
from motiontrack.source.values import Scalar

__all__ = ["explain", "not_a_mapping", "slips", "unexplained"]

_MOST_ROUNDS = 20
_MOST_REREAD = 4_000_000  # characters parsed again and again in search of further faults
_MOST_SLIPS = 200
_LOOK_BACK = 50


class _Fault(NamedTuple):
    """A fault on one line, and that line as it should be, if that can be told."""

    line: int
    diagnostic: Diagnostic
    mended: str | None


def explain(source: SourceText) -> tuple[Diagnostic, ...]:
    """Every fault that keeps ``source`` from being read.

    After each one its line is mended and the text read again, so that one run shows them all.
    """
    rows = list(source.lines)
    found: list[_Fault] = []
    seen: set[int] = set()
    for _ in range(min(_MOST_ROUNDS, 2 + _MOST_REREAD // (len(source.text) + 1))):
        failure, prose = survey("\n".join(rows))
        faults = _line_faults(source.path, rows, prose, seen)
        if not faults and failure is not None:
            faults = _causes(source.path, rows, failure)
        # A second fault of a line is mended without a word: its columns are no longer those typed.
        found += [each for each in faults if each.line not in seen]
        for each in faults:
            seen.add(each.line)
            if each.mended is not None:
                rows[each.line - 1] = each.mended
        if not faults or any(each.mended is None for each in faults):
            break
    found.sort(key=lambda each: each.diagnostic.order)
    return tuple(each.diagnostic for each in found) or unexplained(source)


def slips(source: SourceText) -> tuple[Diagnostic, ...]:
    """Certain slips in a text that libyaml can read, though not as it was meant."""
    _, prose = survey(source.text)
    return tuple(each.diagnostic for each in _line_faults(source.path, source.lines, prose, set()))


def not_a_mapping(source: SourceText, scalar: Scalar) -> tuple[Diagnostic, ...]:
    """The colons for which a text stands where keys are expected: ``编号：T01`` is no key."""
    if scalar.style != "plain":
        return ()
    found = []
    for number in range(scalar.span.line, min(scalar.span.end_line, scalar.span.line + _MOST_SLIPS) + 1):
        slip = typed.mend_colon(source.line(number))
        if slip is not None:
            found.append(_from_slip(source.path, number, slip).diagnostic)
    return tuple(found)


def unexplained(source: SourceText) -> tuple[Diagnostic, ...]:
    """The fault of a text that the parser refuses without a place."""
    return (fault("MT010", Place(source.path, Span(1, 1, 1, 1))),)


# -- slips that a line shows by itself


def _line_faults(path: str, rows: Iterable[str], prose: set[int], seen: set[int]) -> list[_Fault]:
    found: list[_Fault] = []
    block: int | None = None  # the indentation of the line that opened a block text
    for number, row in enumerate(rows, 1):
        indent = len(row) - len(row.lstrip(" "))
        if block is not None and (not row.strip() or indent > block):
            continue
        block = indent if _opens_block(row) else None
        if number in prose or number in seen:
            continue
        slip = typed.slip_in(row)
        if slip is not None:
            found.append(_from_slip(path, number, slip))
            if len(found) >= _MOST_SLIPS:
                break
    return found


def _opens_block(row: str) -> bool:
    if "|" not in row and ">" not in row:
        return False
    value = typed.parts(row).value
    return value[:1] in ("|", ">") and typed.why_quote(value) is None


def _from_slip(path: str, number: int, slip: typed.Slip) -> _Fault:
    span = Span(number, slip.column, number, slip.column + slip.width)
    # In the indentation the number of spaces is what matters, so they are shown.
    suggestion = slip.mended.rstrip() if slip.code == "MT006" else slip.mended.strip()
    place = Place(path, span)
    if slip.code == "MT006":
        made = fault(slip.code, place, character=f"U+{ord(slip.mark[0]):04X}", suggestion=suggestion)
    elif slip.code == "MT024":
        made = fault(slip.code, place, mark=slip.mark, suggestion=suggestion)
    else:
        made = fault(slip.code, place, key=slip.key, suggestion=suggestion)
    return _Fault(number, made, slip.mended)


# -- slips that show only where libyaml stopped


def _causes(path: str, rows: list[str], failure: Failure) -> list[_Fault]:
    """What is wrong near the place where libyaml stopped, in the order of certainty."""
    if "nesting depth" in failure.problem:  # libyaml from 0.2.6 on has a limit of its own, 1,000 levels
        place = _at(path, failure.line, failure.column)
        return [_Fault(failure.line, fault("MT004", place, limit=MAX_DEPTH), None)]
    row = _row(rows, failure.line)
    if _tab_indented(row) and ("tab" in failure.problem or "start any token" in failure.problem):
        return _tabs(path, rows, failure.line)
    start = len(row) - len(row.lstrip(" -"))
    if row[start:].rstrip() == ":" or row[start : start + 2] == ": ":
        return [_Fault(failure.line, fault("MT021", _at(path, failure.line, start + 1)), None)]
    if (quote := _open_quote(path, rows, failure)) is not None:
        return [quote]
    window = list(_window(rows, failure))
    colons = [
        _from_slip(path, number, slip)
        for number in window
        if typed.parts(_row(rows, number)).key is None
        and (slip := typed.odd_indent(_row(rows, number)) or typed.mend_colon(_row(rows, number)))
    ]
    if colons:
        return colons
    for number in window:
        if (needed := _quote_needed(path, number, _row(rows, number), failure)) is not None:
            return [needed]
    if _tab_indented(row):
        return _tabs(path, rows, failure.line)
    return [_structure(path, rows, failure)]


def _window(rows: list[str], failure: Failure) -> Iterator[int]:
    """The lines where the slip can be: those of the text that libyaml was in the middle of."""
    first = last = min(failure.line, len(rows))
    if failure.last is not None and failure.last.span.end_line == failure.line:
        first = failure.last.span.line
    if failure.opened is not None and failure.context.startswith("while scanning"):
        first = min(first, failure.opened[0])
        if "could not find" in failure.problem and failure.opened[0] < last:
            last -= 1
    yield from range(max(first, last - _LOOK_BACK, 1), last + 1)


def _tab_indented(row: str) -> bool:
    return "\t" in row[: len(row) - len(row.lstrip(" \t-"))]


def _tabs(path: str, rows: list[str], stopped: int) -> list[_Fault]:
    found = []
    for number, row in enumerate(rows, 1):
        if _tab_indented(row) and (number == stopped or row.strip(" \t")[:1] not in ("", "#")):
            place = _at(path, number, row.index("\t") + 1)
            lead = len(row) - len(row.lstrip(" \t"))
            mended = " " * _level(rows, number - 1) + row[lead:]
            found.append(_Fault(number, fault("MT013", place), mended))
            if len(found) == _MOST_SLIPS:
                break
    return found


def _level(rows: list[str], above: int) -> int:
    """How far in a line most likely belongs, by the line above it: only to read on from there."""
    before, key, value, _ = typed.parts(_row(rows, above).replace("\t", "  "))
    head = len(before) - len(before.lstrip(" -"))
    if key is None and value.endswith(":"):
        return head + 2
    return head


def _open_quote(path: str, rows: list[str], failure: Failure) -> _Fault | None:
    """A quote that nothing closed, or that the opening quote of a later line closed."""
    line = column = 0
    if "quoted scalar" in failure.context and "end of stream" in failure.problem and failure.opened:
        line, column = failure.opened
    elif failure.last is not None and failure.last.style == "quoted":
        span = failure.last.span
        if span.line < span.end_line and (span.end_line, span.end_column) == (failure.line, failure.column):
            line, column = span.line, span.column
    row = _row(rows, line)
    if not line or row[column - 1 : column] not in ("'", '"') or len(row) > typed.MOST_CHARACTERS:
        return None
    mended = row.rstrip() + row[column - 1]
    opening = _at(path, line, column)
    place = Place(path, Span(line, column, line, len(row) + 1))
    notes = ((Note.OPENED_HERE, opening),)
    made = fault("MT015", place, related=notes, mark=row[column - 1], suggestion=mended.strip())
    follow = typed.parts(_row(rows, line + 1))
    # A text meant to go on over several lines is not mended by closing it on the first.
    return _Fault(line, made, mended if follow.key or follow.before.strip() else None)


def _quote_needed(path: str, number: int, row: str, failure: Failure) -> _Fault | None:
    if len(row) > typed.MOST_CHARACTERS:
        return None
    before, key, value, after = typed.parts(row)
    mark = typed.why_quote(value)
    if mark is not None and mark in ",]}" and key is None:
        return None  # a bracket or comma on a line of its own: what is wrong is around it
    if mark is None and value[:1] in ('"', "'") and "unknown escape" in failure.problem:
        mark = "\\"
    if mark is None and value[:1] in ("{", "["):
        return _in_brackets(path, number, row, failure)
    if mark is None:
        return None
    span = Span(number, len(before) + 1, number, len(before) + 1 + len(value))
    if mark == "\\" or (mark in "\"'" and value[-1] == mark and value.count(mark) % 2):
        value = value[1:-1]  # quotes were put round it, and one of the same kind inside
    return _quoting(path, span, mark, before + typed.quote(value) + after)


def _in_brackets(path: str, number: int, row: str, failure: Failure) -> _Fault | None:
    """A piece between two commas that needs quotes, or a full-width comma between two keys."""
    for start, value, wide in typed.pieces(row):
        end = start + len(value)
        if wide >= 0 and failure.line == number:
            place = _at(path, number, wide + 1)
            mended = row[:wide] + ", " + row[wide + 1 :].lstrip()
            return _Fault(number, fault("MT024", place, mark="，", suggestion=mended.strip()), mended)
        mark = typed.why_quote(value)
        if mark is not None:
            mended = row[:start] + typed.quote(value) + row[end:]
            return _quoting(path, Span(number, start + 1, number, end + 1), mark, mended)
    return None


def _quoting(path: str, span: Span, mark: str, mended: str) -> _Fault:
    made = fault("MT014", Place(path, span), mark=mark, suggestion=mended.strip())
    return _Fault(span.line, made, mended)


def _structure(path: str, rows: list[str], failure: Failure) -> _Fault:
    """No slip inside a line: a bracket left open, a line set in wrongly, or something unknown."""
    line = min(failure.line, len(rows))
    row = _row(rows, line)
    if "flow" in failure.context and failure.opened and failure.opened[0] < failure.line:
        at, column = failure.opened
        place = _at(path, at, column)
        return _Fault(at, fault("MT028", place, mark=_row(rows, at)[column - 1 : column]), None)
    indent = len(row) - len(row.lstrip(" "))
    first_of_line = row.strip() != "" and failure.column <= indent + 1
    misplaced = first_of_line and failure.problem.startswith("did not find expected")
    swallowed = "mapping values" in failure.problem and (
        failure.last is not None and failure.last.span.line < failure.line
    )
    if (misplaced and row[indent] not in "]}[{,") or swallowed:
        place = Place(path, Span(line, 1, line, indent + 1))
        return _Fault(line, fault("MT029", place, spaces=indent), None)
    column = min(failure.column, len(row) + 1)
    place = Place(path, Span(line, column, line, min(column + 1, len(row) + 1)))
    return _Fault(line, fault("MT010", place), None)


def _row(rows: list[str], number: int) -> str:
    return rows[number - 1] if 0 < number <= len(rows) else ""


def _at(path: str, line: int, column: int) -> Place:
    """The place of one character."""
    return Place(path, Span(line, column, line, column + 1))
