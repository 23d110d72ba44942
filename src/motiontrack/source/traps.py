"""Why YAML could not be read: the slip a person made, on the line where it was made.

libyaml says where it noticed, in a parser's words. Here its place only narrows the search: the
lines around it are looked at for the slips that Chinese offices make (LIBRARIES.md, section 2).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from motiontrack.diagnostics.record import Diagnostic, Place, Span, fault, fault_of
from motiontrack.source import layout
from motiontrack.source import lines as typed
from motiontrack.source.events import MAX_DEPTH
from motiontrack.source.rows import (
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
from motiontrack.source.survey import Failure, survey
from motiontrack.source.text import Explained, SourceText
from motiontrack.source.values import Scalar

__all__ = ["explain", "not_a_mapping", "slips", "unexplained"]

_MOST_ROUNDS = 20
_MOST_REREAD = 4_000_000  # characters parsed again and again in search of further faults
_MOST_SLIPS = 10_000
#: Faults whose line, left out, lets the rest be read; of the others nobody knows how far they reach.
_LEFT_OUT = frozenset(("MT010", "MT021", "MT028", "MT029", "MT125"))

_ONLY_QUOTED = frozenset("@`%|>")


def explain(source: SourceText) -> Explained:
    """Every fault that keeps ``source`` from being read.

    After each one its line is mended, or left out with what is set in under it, and the text read
    again, so that one run shows them all.
    """
    rows = list(source.lines)
    found: list[Fault] = []
    seen: set[int] = set()
    broken: set[int] = set()
    dropped: set[int] = set()
    readable = False
    for _ in range(min(_MOST_ROUNDS, 2 + _MOST_REREAD // (len(source.text) + 1))):
        failure, prose = survey("\n".join(rows))
        faults = _line_faults(source.path, rows, prose, seen)
        readable = failure is None and not faults
        if not faults and failure is not None:
            faults = _causes(source.path, rows, failure)
        # A second fault of a line is mended without a word: its columns are no longer those typed.
        # Nor is a doubt of what follows a line that was left out: it may come of that.
        told = [each for each in faults if each.line not in seen and each.line - 1 not in dropped]
        # A text that was broken into three lines is one fault.
        found += [each for each in told if each.line - 1 not in broken]
        for each in faults:
            seen.add(each.line)
            if each.diagnostic.code == "MT034":
                broken.add(each.line)
                seen.add(line_above(rows, each.line))  # what stands there is only a part of what was meant
            if each.mended is not None:
                rows[each.line - 1] = each.mended
        lost = [each for each in faults if each.mended is None]
        if not faults or (lost and not told) or any(not _drop(rows, each, dropped) for each in lost):
            break
    found.sort(key=lambda each: each.diagnostic.order)
    mended = SourceText(source.path, "\n".join(rows)) if readable else None
    said = tuple(each.diagnostic for each in found) or unexplained(source)
    return Explained(said, mended, frozenset(seen | dropped), whole=not dropped)


def _drop(rows: list[str], lost: Fault, dropped: set[int]) -> bool:
    """Leave out a line that nobody can mend, and what is set in under it; False if that would not help."""
    if lost.diagnostic.code not in _LEFT_OUT:
        return False
    row = rows[lost.line - 1]
    indent = len(row) - len(row.lstrip(" "))
    under = [" " * (indent + 1)]
    if lost.diagnostic.code == "MT125":
        under.append(" " * indent + "- ")  # all of the list
    last = lost.line
    while last < len(rows) and (not has_words(rows[last]) or rows[last].startswith(tuple(under))):
        last += 1
    dropped.update(range(lost.line, last + 1))
    rows[lost.line - 1 : last] = [""] * (last - lost.line + 1)
    return True


def slips(source: SourceText) -> Explained:
    """Certain slips in a text that libyaml can read, though not as it was meant."""
    _, prose = survey(source.text)
    faults = _line_faults(source.path, source.lines, prose, set())
    if not faults:
        return Explained(())
    # Mended of them it may be unreadable.
    rows = list(source.lines)
    for each in faults:
        rows[each.line - 1] = each.mended or ""
    told = tuple(each.diagnostic for each in faults)
    touched = frozenset(each.line for each in faults)
    behind = SourceText(source.path, "\n".join(rows))
    failure, _ = survey(behind.text)
    if failure is None:
        return Explained(told, behind, touched)
    more = explain(behind)
    new = tuple(each for each in more.faults if each.place and each.place.span.line not in touched)
    return Explained((*told, *new), more.mended, touched | more.touched, whole=more.whole)


def not_a_mapping(source: SourceText, scalar: Scalar) -> tuple[Diagnostic, ...]:
    """The colons for which a text stands where keys are expected: ``编号：T01`` is no key."""
    if scalar.style != "plain":
        return ()
    found = []
    for number in range(scalar.span.line, min(scalar.span.end_line, scalar.span.line + _MOST_SLIPS) + 1):
        slip = typed.mend_colon(source.line(number))
        if slip is not None:
            found.append(of_slip(source.path, source.line(number), number, slip).diagnostic)
    return tuple(found)


def unexplained(source: SourceText) -> tuple[Diagnostic, ...]:
    """The fault of a text that the parser refuses without a place."""
    return (fault("MT010", Place(source.path, Span(1, 1, 1, 1))),)


# -- slips that a line shows by itself


def _at_a_level(rows: Sequence[str], number: int, indent: int) -> bool:
    """Whether a line of ＃ alone stands no further in than the key above it: no text goes on there."""
    if rows[number - 1][indent] != "＃":
        return False
    level = level_of(row_at(rows, line_above(rows, number)))
    return level is not None and indent <= level


def _line_faults(path: str, rows: Sequence[str], prose: set[int], seen: set[int]) -> list[Fault]:
    found: list[Fault] = []
    block: int | None = None  # the indentation of the line that opened a block text
    for number, row in enumerate(rows, 1):
        indent = len(row) - len(row.lstrip(" "))
        if block is not None and (not row.strip() or indent > block):
            continue
        block = indent if opens_block(row) else None
        if number in prose or number in seen:
            continue
        slip = typed.slip_in(row)
        if slip is not None:
            if slip.mark == "＃" and _at_a_level(rows, number, indent):
                slip = slip._replace(certain=True)
            found.append(of_slip(path, row, number, slip))
            if len(found) >= _MOST_SLIPS:
                break
    return found


# -- slips that show only where libyaml stopped


def _causes(path: str, rows: list[str], failure: Failure) -> list[Fault]:
    """What is wrong near the place where libyaml stopped, in the order of certainty."""
    if "nesting depth" in failure.problem:  # libyaml from 0.2.6 on has a limit of its own, 1,000 levels
        place = place_at(path, failure.line, failure.column)
        return [Fault(failure.line, fault("MT004", place, limit=MAX_DEPTH), None)]
    row = row_at(rows, failure.line)
    if _tab_indented(row) and ("tab" in failure.problem or "start any token" in failure.problem):
        return _tabs(path, rows, failure.line)
    start = len(row) - len(row.lstrip(" -"))
    if row[start:].rstrip() == ":" or row[start : start + 2] == ": ":
        return [Fault(failure.line, fault("MT021", place_at(path, failure.line, start + 1)), None)]
    for look in (layout.left_by_merge, _open_quote, _comment_in_brackets, layout.glued_dash):
        if (found := look(path, rows, failure)) is not None:
            return [found]
    window = list(_window(rows, failure))
    colons = [
        of_slip(path, row_at(rows, number), number, slip)
        for number in window
        if typed.parts(row_at(rows, number)).key is None
        and (slip := typed.odd_indent(row_at(rows, number)) or typed.mend_colon(row_at(rows, number)))
    ]
    if colons:
        return colons
    for number in window:
        if (needed := _quote_needed(path, number, row_at(rows, number), failure)) is not None:
            return [needed]
    if _tab_indented(row):
        return _tabs(path, rows, failure.line)
    for look in (layout.no_colon, layout.broken_text, layout.list_without_key, layout.out_of_line):
        if (found := look(path, rows, failure)) is not None:
            return [found]
    return [layout.structure(path, rows, failure)]


def _window(rows: list[str], failure: Failure) -> Iterator[int]:
    """The lines where the slip can be: those of the text that libyaml was in the middle of."""
    first = last = min(failure.line, len(rows))
    if failure.last is not None and failure.last.span.end_line == failure.line:
        first = failure.last.span.line
    if failure.opened is not None and failure.context.startswith("while scanning"):
        first = min(first, failure.opened[0])
        if "could not find" in failure.problem and failure.opened[0] < last:
            last -= 1
    yield from range(max(first, last - LOOK_BACK, 1), last + 1)


def _tab_indented(row: str) -> bool:
    return "\t" in row[: len(row) - len(row.lstrip(" \t-"))]


def _tabs(path: str, rows: list[str], stopped: int) -> list[Fault]:
    found = []
    only_tabs = not any(row.startswith(" ") and row.strip() for row in rows)
    for number, row in enumerate(rows, 1):
        if _tab_indented(row) and (number == stopped or row.strip(" \t")[:1] not in ("", "#")):
            place = place_at(path, number, row.index("\t") + 1)
            lead = len(row) - len(row.lstrip(" \t"))
            level = 2 * row[:lead].count("\t") + row[:lead].count(" ") if only_tabs else None
            if level is None:
                level = _certain_level(rows, number)
            certain = level is not None and not row[lead:].startswith("-\t")
            mended = " " * (level if level is not None else _level(rows, number - 1)) + row[lead:]
            repair = (edit_of_line(number, row, mended),) if certain else ()
            found.append(Fault(number, fault("MT013", place, repair=repair), mended))
            if len(found) == _MOST_SLIPS:
                break
    return found


def _certain_level(rows: list[str], number: int) -> int | None:
    """How far in a line with tabs belongs, if the keys above and below it stand equally far in.

    Lines that begin with the same tabs belong to the same level, and are looked past.
    """
    row = row_at(rows, number)
    lead = row[: len(row) - len(row.lstrip(" \t"))]

    def neighbour(others: Iterable[str]) -> str:
        return next((each for each in others if has_words(each) and not each.startswith(lead)), "")

    above = neighbour(reversed(rows[max(number - LOOK_BACK, 0) : number - 1]))
    below = neighbour(rows[number : number + LOOK_BACK])
    if _tab_indented(above) or typed.parts(row.lstrip(" \t")).key is None or row.rstrip().endswith(":"):
        return None
    before, key, value, _ = typed.parts(above)
    if key is None or not value or value[:1] in ("|", ">"):
        return None
    level = before.index(key)
    following = typed.parts(below).key
    same = following is not None and below.startswith(" " * level + following)
    return level if level and same else None


def _level(rows: list[str], above: int) -> int:
    """How far in a line most likely belongs, by the line above it: only to read on from there."""
    before, key, value, _ = typed.parts(row_at(rows, above).replace("\t", "  "))
    head = len(before) - len(before.lstrip(" -"))
    if key is None and value.endswith(":"):
        return head + 2
    return head


def _open_quote(path: str, rows: list[str], failure: Failure) -> Fault | None:
    """A quote that nothing closed, or that the opening quote of a later line closed."""
    line = column = 0
    if "quoted scalar" in failure.context and "end of stream" in failure.problem and failure.opened:
        line, column = failure.opened
    elif failure.last is not None and failure.last.style == "quoted":
        span = failure.last.span
        if span.line < span.end_line and (span.end_line, span.end_column) == (failure.line, failure.column):
            line, column = span.line, span.column
    row = row_at(rows, line)
    if not line or row[column - 1 : column] not in ("'", '"') or len(row) > typed.MOST_CHARACTERS:
        return None
    # The other half was typed, full-width.
    half = row.rstrip()[:-1] if row.rstrip()[-1:] in "”’＂" else row.rstrip()
    mended = half + row[column - 1]
    place = Place(path, Span(line, column, line, len(row) + 1))
    made = fault("MT015", place, mark=row[column - 1], suggestion=mended.strip())
    follow = typed.parts(row_at(rows, line + 1))
    # A text meant to go on over several lines is not mended by closing it on the first.
    return Fault(line, made, mended if follow.key or follow.before.strip() else None)


def _quote_needed(path: str, number: int, row: str, failure: Failure) -> Fault | None:
    if len(row) > typed.MOST_CHARACTERS:
        return None
    before, key, value, after = typed.parts(row)
    mark = typed.why_quote(value)
    if mark == ":" and key is not None and (two := typed.two_keys(value)) is not None:
        at = len(before) + value.rindex(two.key, 0, len(value) - len(two.rest)) + 1
        figures = {"key": key, "value": two.first, "other": two.key, "suggestion": f"{two.key}: {two.rest}"}
        made = fault_of("MT038", Place(path, Span(number, at, number, at + len(two.key))), figures)
        return Fault(number, made, before + two.first)
    if mark == "*" and key is None and (slip := typed.list_mark(row, len(before))) is not None:
        span = Span(number, slip.column, number, slip.column + slip.width)
        made = fault("MT031", Place(path, span), mark=mark, suggestion=slip.mended.strip())
        return Fault(number, made, slip.mended)
    if mark is not None and mark in ",]}" and key is None:
        return None  # a bracket or comma on a line of its own: what is wrong is around it
    if mark == ":" and key is None and level_of(row) is not None:
        return None  # a key with nothing behind it, set in wrongly
    if mark is None and value[:1] in ('"', "'") and "unknown escape" in failure.problem:
        mark = "\\"
    if mark is None and value[:1] in ("{", "["):
        return _in_brackets(path, number, row, failure)
    if mark is None:
        return None
    span = Span(number, len(before) + 1, number, len(before) + 1 + len(value))
    if mark == "\\" or (mark in "\"'" and value[-1] == mark and value.count(mark) % 2):
        value = value[1:-1]  # quotes were put round it, and one of the same kind inside
    return _quoting(path, row, span, mark, before + typed.quote(value) + after)


def _in_brackets(path: str, number: int, row: str, failure: Failure) -> Fault | None:
    """A piece between two commas that needs quotes, or a full-width comma between two keys."""
    for start, value, wide in typed.pieces(row):
        end = start + len(value)
        if wide >= 0 and failure.line == number:
            place = place_at(path, number, wide + 1)
            mended = row[:wide] + ", " + row[wide + 1 :].lstrip()
            return Fault(number, fault("MT024", place, mark="，", suggestion=mended.strip()), mended)
        mark = typed.why_quote(value)
        if mark is not None:
            mended = row[:start] + typed.quote(value) + row[end:]
            return _quoting(path, row, Span(number, start + 1, number, end + 1), mark, mended)
    return None


def _quoting(path: str, row: str, span: Span, mark: str, mended: str) -> Fault:
    # Nothing else can be meant by these at the beginning of a value.
    repair = (edit_of_line(span.line, row, mended),) if mark in _ONLY_QUOTED else ()
    made = fault("MT014", Place(path, span), repair=repair, mark=mark, suggestion=mended.strip())
    return Fault(span.line, made, mended)


_COLOUR = r"#(?:[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})(?![0-9A-Za-z])"


def _comment_in_brackets(path: str, rows: list[str], failure: Failure) -> Fault | None:
    """A ``#`` that was to be part of a value, and has taken the closing bracket away with it."""
    if "flow" not in failure.context or failure.last is None or not failure.opened:
        return None
    # What libyaml was in the middle of began there, or is what it looked for in vain behind the last text.
    line = failure.last.span.line if failure.context.endswith("node") else failure.opened[0]
    row = row_at(rows, line)
    match = re.search(r"(?<= )#.*", row) if len(row) <= typed.MOST_CHARACTERS else None
    if match is None or not re.search(r"[]}]", match[0]) or row[: match.start()].count('"') % 2:
        return None
    colour = re.match(_COLOUR, match[0])
    value = colour or re.match(r"[^,\]}\"']+", match[0])
    assert value is not None  # noqa: S101 - it begins with the sign
    start, end = match.start(), match.start() + len(value[0].rstrip())
    if row[end : end + 1] == '"':  # only one of two quotes was typed
        mended = row[:start] + '"' + row[start:]
    else:
        mended = row[:start] + typed.quote(row[start:end]) + row[end:]
    repair = (edit_of_line(line, row, mended),) if colour else ()
    place = Place(path, Span(line, start + 1, line, end + 1))
    made = fault("MT035", place, repair=repair, mark=row[start:end], suggestion=mended.strip())
    return Fault(line, made, mended)
