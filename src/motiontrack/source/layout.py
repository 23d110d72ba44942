"""What is wrong with how the rows of a text stand to each other: set in, broken in two, without a key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from motiontrack.diagnostics.record import Place, Span, fault
from motiontrack.source import lines as typed
from motiontrack.source.rows import (
    KEY_ALONE,
    LOOK_BACK,
    Fault,
    has_words,
    level_of,
    line_above,
    of_slip,
    opens_block,
    place_at,
    row_at,
)
from motiontrack.source.spans import edit_of_line
from motiontrack.source.survey import Failure

__all__ = [
    "broken_text",
    "glued_dash",
    "left_by_merge",
    "list_without_key",
    "no_colon",
    "out_of_line",
    "structure",
]


def left_by_merge(path: str, rows: list[str], failure: Failure) -> Fault | None:
    """A line that a merge has left where two versions differ."""
    for line in range(max(failure.line - 2, 1), min(failure.line, len(rows)) + 1):
        row = row_at(rows, line)
        if re.match(r"(?:<{7}|={7}|>{7})(?: |$)", row):
            return Fault(line, fault("MT010", Place(path, Span(line, 1, line, len(row) + 1))), "")
    return None


def glued_dash(path: str, rows: list[str], failure: Failure) -> Fault | None:
    """``-房管局`` below entries of a list that begin with ``- ``."""
    line = _without_colon(failure)
    row = row_at(rows, line)
    indent = len(row) - len(row.lstrip(" "))
    slip = typed.list_mark(row, indent) if row[indent : indent + 1] == "-" else None
    if slip is None or not row_at(rows, line_above(rows, line)).startswith(" " * indent + "- "):
        return None
    return of_slip(path, row, line, slip)


def _without_colon(failure: Failure) -> int:
    """The line that should be a key, as libyaml sees it, and has no colon; 0 if that is not the failure."""
    missing = failure.context == "while scanning a simple key" and "expected ':'" in failure.problem
    return failure.opened[0] if missing and failure.opened else 0


_ANOTHER_MARK = (
    r"(?P<head> *(?:- +)*)(?P<key>[a-z][a-z_]+)(?:(?P<mark> *[;；=＝﹕︰，,、。.]+ *| +)(?P<value>[^ ].*))?"
)


def no_colon(path: str, rows: list[str], failure: Failure) -> Fault | None:
    """``lead；考核办``: another mark than a colon, or none, behind what may be a key."""
    line = _without_colon(failure)
    if "mapping values" in failure.problem and failure.last and failure.last.span.line < failure.line:
        line = failure.last.span.line  # the first line of an entry, taken for a text that goes on
    row = row_at(rows, line)
    match = re.fullmatch(_ANOTHER_MARK, row) if len(row) <= typed.MOST_CHARACTERS else None
    if match is None:
        return None
    mark, value = match["mark"] or "", match["value"] or ""
    if mark.isspace() and value.isascii() and " " in value:
        return None  # English words that go on with a text
    mended = f"{match['head']}{match['key']}: {value}".rstrip()
    place = Place(path, Span(line, match.start("key") + 1, line, match.end("key") + len(mark) + 1))
    repair = (edit_of_line(line, row, mended),)
    made = fault("MT036", place, repair=repair, key=match["key"], suggestion=mended.strip())
    return Fault(line, made, mended)


def broken_text(path: str, rows: list[str], failure: Failure) -> Fault | None:
    """The rest of a text that goes on without being set in further than its key."""
    line = _without_colon(failure)
    row, above = row_at(rows, line), row_at(rows, line_above(rows, line))
    before, key, value, _ = typed.parts(above)
    if not line or len(row) > typed.MOST_CHARACTERS or row.lstrip(" ")[:1] in ("", *"-[]{},<=>"):
        return None
    level = before.index(key) if key else len(above) - len(above.lstrip(" -"))
    joined = ""
    if not opens_block(above) and value[:1] not in ('"', "'") and "\t" not in row:  # a row of a table
        joined = typed.without_comment(above).strip() + (" " if re.fullmatch(KEY_ALONE, above) else "")
        for rest in _rest_of_text(rows, line):
            joined += (" " if joined[-1:].isalnum() and (joined[-1:] + rest[:1]).isascii() else "") + rest
    indent = len(row) - len(row.lstrip(" "))
    place = Place(path, Span(line, indent + 1, line, len(typed.without_comment(row).rstrip()) + 1))
    mended = " " * (level + 2) + typed.without_comment(row).strip()  # behind a comment no text goes on
    return Fault(line, fault("MT034", place, suggestion=joined), mended)


def _rest_of_text(rows: list[str], line: int) -> Iterator[str]:
    """The line and those below it that are no keys and no entries of a list."""
    for row in rows[line - 1 : line - 1 + LOOK_BACK]:
        words = typed.without_comment(row).strip()
        if words[:1] in ("", *"-#[]{},") or level_of(row) is not None or typed.mend_colon(row):
            return
        yield words


def list_without_key(path: str, rows: list[str], failure: Failure) -> Fault | None:
    """The first entry of a list of which the line with its key is missing."""
    line = min(failure.line, len(rows))
    row = row_at(rows, line)
    indent = len(row) - len(row.lstrip(" "))
    if row[indent : indent + 2] != "- " or "expected '-'" in failure.problem:
        return None
    for number in range(line - 1, 0, -1):
        above = row_at(rows, number)
        if above.lstrip(" ").startswith("- "):
            return None  # one of a list that is there, wrongly set in
        if has_words(above) and not above.startswith(" "):
            break
    if typed.parts(row_at(rows, line_above(rows, line))).value == "":
        return None
    place = Place(path, Span(line, indent + 1, line, len(row) + 1))
    return Fault(line, fault("MT125", place, key=""), None)


def out_of_line(path: str, rows: list[str], failure: Failure) -> Fault | None:
    """A line that stands further in or out than those of its level above and below it."""
    stopped, last = min(failure.line, len(rows)), failure.last
    swallowed = "mapping values" in failure.problem and last is not None and last.span.line < stopped
    if not swallowed and not failure.problem.startswith("did not find expected"):
        return None
    for line in (last.span.line, stopped) if swallowed and last is not None else (stopped,):
        row = row_at(rows, line)
        here = len(row) - len(row.lstrip(" "))
        meant, certain = _meant_level(rows, line)
        # A dash that libyaml went past is only wrong if what belongs to it says so.
        if meant in (None, here) or (swallowed and not certain and row[here] == "-"):
            continue
        mended = " " * (meant or 0) + row.strip()
        place = Place(path, Span(line, 1, line, max(here, 1) + 1))
        repair = (edit_of_line(line, row, mended),) if certain else ()
        key = typed.parts(row).key or row.strip(" -:")
        made = fault("MT029", place, repair=repair, spaces=here, meant=meant or 0, key=key)
        return Fault(line, made, mended if certain or not row.lstrip(" ").startswith("- ") else None)
    return None


def _meant_level(rows: list[str], line: int) -> tuple[int | None, bool]:
    """How far in a line belongs by those around it, and whether that is certain; none where they differ."""
    row, above = row_at(rows, line), row_at(rows, line_above(rows, line))
    below = next((each for each in rows[line : line + LOOK_BACK] if has_words(each)), "")
    here, inside = len(row) - len(row.lstrip(" ")), level_of(below)
    if row.lstrip(" ").startswith("- "):
        first = row.strip().partition(":")[0]
        others = _levels(first, rows[max(line - 1 - LOOK_BACK, 0) : line - 1])
        others |= _levels(first, rows[line : line + LOOK_BACK])
        if inside is not None and inside - 2 in others - {here} and not below.lstrip(" ").startswith("- "):
            return inside - 2, True
        # It stands as it does with all that belongs to it.
        return min(others - {here}, key=lambda each: abs(each - here), default=None), False
    if re.fullmatch(KEY_ALONE, row):
        meant = len(below) - len(below.lstrip(" ")) - 2
        return (meant, meant in (0, level_of(above))) if meant >= 0 else (None, False)
    level = level_of(above)
    if level is None or level_of(row) is None or re.fullmatch(KEY_ALONE, above):
        return None, False
    indent = len(below) - len(below.lstrip(" "))
    after = level_of(below) == level and not below.lstrip(" ").startswith("-")
    return (level, after) if after or indent < level else (None, False)


def _levels(first: str, others: Iterable[str]) -> set[int]:
    """How far in those of ``others`` stand that begin with the same mark and key."""
    return {len(each) - len(each.lstrip(" ")) for each in others if each.lstrip(" ").startswith(f"{first}:")}


def structure(path: str, rows: list[str], failure: Failure) -> Fault:
    """No slip inside a line: a bracket left open, a line set in wrongly, or something unknown."""
    line = min(failure.line, len(rows))
    row = row_at(rows, line)
    if "flow" in failure.context and failure.opened and failure.opened[0] < failure.line:
        at, column = failure.opened
        place = place_at(path, at, column)
        return Fault(at, fault("MT028", place, mark=row_at(rows, at)[column - 1 : column]), None)
    indent = len(row) - len(row.lstrip(" "))
    first_of_line = row.strip() != "" and failure.column <= indent + 1
    misplaced = first_of_line and failure.problem.startswith("did not find expected")
    swallowed = "mapping values" in failure.problem and (
        failure.last is not None and failure.last.span.line < failure.line
    )
    if (misplaced and row[indent] not in "]}[{,") or swallowed:
        place = Place(path, Span(line, 1, line, indent + 1))
        return Fault(line, fault("MT029", place, spaces=indent, meant="", key=""), None)
    column = min(failure.column, len(row) + 1)
    place = Place(path, Span(line, column, line, min(column + 1, len(row) + 1)))
    return Fault(line, fault("MT010", place), None)
