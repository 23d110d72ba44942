"""YAML text to positioned values, from libyaml's parse events with a stack of our own.

Never ``compose`` or ``load``: they recurse in C and end the process on a deep file, follow aliases
that grow without end, and turn ``no``, ``010`` and ``1:30`` into something nobody typed.
"""

from __future__ import annotations

from typing import Any, NoReturn

from motiontrack.diagnostics.record import Diagnostic, Figure, Note, Place, Span, capped, fault, fault_of
from motiontrack.source import lines
from motiontrack.source.braces import plain_thousands
from motiontrack.source.events import (
    MAX_DEPTH,
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    MarkedYAMLError,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    YAMLError,
    parse_events,
)
from motiontrack.source.spans import block_end, cut, cut_near, edit_of_line, event_span
from motiontrack.source.text import MOST_OF_A_KIND, ODD_SPACES, Explained, SourceText, forbidden_characters
from motiontrack.source.values import NULLS, Entry, Mapping, Reading, Scalar, Sequence, Style, Value

__all__ = ["MAX_VALUES", "MOST_FOUND", "Reading", "read_through", "read_values"]

MAX_VALUES = 250_000
"""Read, judged and told, so many fit into half a gigabyte; a plan of a thousand tasks has 10,000."""

MOST_FOUND = 5_000
"""Faults of one file that are looked for; of a kind, fifty are told one by one (``record.capped``)."""

_STYLES: dict[str | None, Style] = {"'": "quoted", '"': "quoted", "|": "block", ">": "block"}

# Stands where a key was refused, so that its value is read and dropped.
_REFUSED = Scalar("", "plain", False, 1, 1, 1, 1)  # noqa: FBT003 - a field

_Frame = tuple[Mapping | Sequence | None, dict[str, Entry] | None, list[Value], Scalar | None, bool]


class _EndedError(Exception):
    """Reading ends here; the diagnostic that says why is already recorded."""


def read_values(source: SourceText) -> tuple[Value | None, tuple[Diagnostic, ...]]:
    """Read one file: its value, or none where it cannot be read as YAML, and every fault seen."""
    reading = read_through(source)
    return reading.value, reading.faults


def read_through(source: SourceText) -> Reading:
    """Read one file, and where it cannot be read, on behind what is wrong."""
    reading = _read_through(source)
    return (
        reading._replace(faults=capped(reading.faults, MOST_OF_A_KIND))
        if len(reading.faults) > 1
        else reading
    )


def _read_through(source: SourceText) -> Reading:
    reader = _Reader(source)
    try:
        root = reader.read()
    except _EndedError:
        return Reading(None, tuple(reader.found))
    except YAMLError as error:
        return _faulty(reader.found, _why(source, error))
    slips = _slips(source)
    if slips.faults:
        # What the person meant is certain, and it is not what libyaml made of it.
        return _faulty(reader.found, slips)
    if root is None or (isinstance(root, Scalar) and root.null):
        return Reading(None, (*reader.found, fault("MT023", Place(source.path, Span(1, 1, 1, 1)))))
    if isinstance(root, Scalar):
        from motiontrack.source.traps import not_a_mapping

        if wrong := not_a_mapping(source, root):
            return Reading(None, (*reader.found, *wrong))
    return Reading(root, tuple(reader.found))


def _faulty(found: list[Diagnostic], why: Explained) -> Reading:
    """The reading of a text that is not what was meant: why, and what else is wrong behind that."""
    behind = None
    if why.mended is not None:
        reader = _Reader(why.mended)
        try:
            behind = reader.read()
        except (_EndedError, YAMLError):
            behind = None
        found = reader.found
        behind = behind if why.whole else None
    told = {each.place.span.line for each in why.faults if each.place} | why.touched
    rest = [each for each in found if each.place and each.place.span.line not in told]
    return Reading(None, (*rest, *why.faults), behind, why.touched)


# What knows the slips of Chinese keyboards is imported where a file may hold one: others need not pay.


def _why(source: SourceText, error: Exception) -> Explained:
    """The faults for which libyaml could not read ``source`` to its end."""
    from motiontrack.source import traps

    if isinstance(error, MarkedYAMLError):
        return traps.explain(source)
    return Explained(forbidden_characters(source) or traps.unexplained(source))


def _slips(source: SourceText) -> Explained:
    if not lines.any_slip(source.lines):
        return Explained(())
    from motiontrack.source.traps import slips

    return slips(source)


class _Reader:
    """One pass over one file."""

    __slots__ = ("_cut_value", "_documents", "_good_keys", "_marked", "_source", "found")

    def __init__(self, source: SourceText) -> None:
        self.found: list[Diagnostic] = []
        self._source = source
        self._good_keys: dict[str, str] = {}
        self._documents = 0
        self._cut_value: tuple[str, Scalar, Scalar, int] | None = None
        # Spares two attributes an event in a file that cannot hold what they tell.
        self._marked = "&" in source.text or "!" in source.text

    def read(self) -> Value | None:
        """The value of the text; what was found is in ``found``, however it ends."""
        try:
            return self._read()
        finally:
            self._tell_cut()

    def _read(self) -> Value | None:
        """The hot path: a branch for each common event, the rare things in methods."""
        good_keys, marked, nulls, styles = self._good_keys, self._marked, NULLS, _STYLES
        new, new_scalar, new_entry = tuple.__new__, Scalar, Entry
        root: Value | None = None
        stack: list[_Frame] = []
        node: Mapping | Sequence | None = None  # the collection that is open,
        entries: dict[str, Entry] | None = None  # its entries if it is a mapping,
        items: list[Value] = []  # its items if it is a sequence,
        key: Scalar | None = None  # the key that waits for its value,
        flow = False  # and whether it is written in brackets
        count = end_line = end_column = 0
        last_line, width = len(self._source.lines), len(self._source.lines[-1])
        value: Value

        for event in parse_events(self._source.text):
            kind = type(event)
            if kind is ScalarEvent:
                start, end = event.start_mark, event.end_mark
                line, column = start.line + 1, start.column + 1
                end_line, end_column = end.line + 1, end.column + 1
                text = event.value
                style = styles.get(event.style, "plain")
                if style == "block":
                    end_line, end_column = block_end(self._source.lines, line, end_line, end_column)
                elif end_line > last_line:
                    # libyaml ends a text that lacks its last line end on a line of its own.
                    line, column, end_line, end_column = last_line, width + 1, last_line, width + 1
                null = text in nulls and style == "plain"
                value = new(new_scalar, (text, style, null, line, column, end_line, end_column))
                if marked:
                    self._refuse_marks(event, value.span)
                if entries is not None:
                    if key is None:
                        if text in good_keys:
                            # One string for all entries of a name, not one an entry.
                            key = value._replace(text=good_keys[text])
                        else:
                            key = self._check_key(value)
                        continue
                    if flow and not text and style == "plain":
                        key = self._without_value(entries, key, value)
                    if key is not _REFUSED:
                        if key.text in entries:
                            self._doubled(entries, key)
                        else:
                            entries[key.text] = new(new_entry, (value, *key[3:]))
                    key = None
                elif node is not None:
                    items.append(value)
                else:
                    root = value
                count += 1
                if count > MAX_VALUES:
                    self._stop("MT022", value.span, limit=MAX_VALUES)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                opened = self._open(event, len(stack))
                after = None
                count += 1
                if count > MAX_VALUES:
                    self._stop("MT022", opened.span, limit=MAX_VALUES)
                if entries is not None and key is None:
                    self._report("MT021", opened.span)
                    after = _REFUSED
                elif entries is not None:
                    self._attach(entries, key, opened)
                elif node is not None:
                    items.append(opened)
                else:
                    root = opened
                stack.append((node, entries, items, after, flow))
                node, key, flow = opened, None, event.flow_style
                if isinstance(opened, Mapping):
                    entries = opened.entries
                else:
                    entries, items = None, opened.items
            elif node is not None and (kind is MappingEndEvent or kind is SequenceEndEvent):
                if flow:
                    end_line, end_column = event.end_mark.line + 1, event.end_mark.column + 1
                # Else it ends with its last value: libyaml's mark is already in the next lines.
                node.span = Span(node.span.line, node.span.column, end_line, end_column)
                node, entries, items, key, flow = stack.pop()
            elif kind is AliasEvent:
                alias = self._alias(event)
                count += 1
                if count > MAX_VALUES:
                    self._stop("MT022", alias.span, limit=MAX_VALUES)
                end_line, end_column = alias.span.end_line, alias.span.end_column
                if node is None:
                    root = alias
                elif entries is None:
                    items.append(alias)
                elif key is None:
                    key = _REFUSED
                else:
                    self._attach(entries, key, alias)
                    key = None
            elif kind is DocumentStartEvent:
                self._begin_document(event)
        return root

    def _open(self, event: Any, depth: int) -> Mapping | Sequence:
        span = event_span(event)
        if depth >= MAX_DEPTH:
            self._stop("MT004", span, limit=MAX_DEPTH)
        if self._marked:
            self._refuse_marks(event, span)
        return Mapping({}, span) if type(event) is MappingStartEvent else Sequence([], span)

    def _attach(self, entries: dict[str, Entry], key: Scalar | None, value: Value) -> None:
        if key is None or key is _REFUSED:
            return
        if key.text in entries:
            self._doubled(entries, key)
        else:
            entries[key.text] = Entry(value, *key[3:])

    @property
    def _sated(self) -> bool:
        """Whether more faults were found than anybody will be told of one by one."""
        return len(self.found) >= MOST_FOUND

    def _doubled(self, entries: dict[str, Entry], key: Scalar) -> None:
        if self._sated:
            return
        first = self._place(entries[key.text].key)
        related = ((Note.FIRST_HERE, first),)
        self.found.append(fault("MT016", self._place(key.span), related=related, key=key.text))

    def _check_key(self, key: Scalar) -> Scalar:
        """A key text met for the first time in the file: fit to be one, or refused, or mended."""
        text = key.text
        if key.style == "plain" and text == "<<":
            self._report("MT019", key.span)
            return _REFUSED
        if key.null or key.style == "block":
            self._report("MT021", key.span)
            return _REFUSED
        odd = next((each for each in text if each in ODD_SPACES), None)
        if odd is None or self._sated:
            if text not in NULLS and text != "<<":  # in quotes they are keys, without not
                self._good_keys[text] = text
            return key
        # Not remembered as good: every place where it stands is to be shown.
        line = self._source.line(key.line)
        before, written, after = cut_near(line, key.span)
        mended = lines.odd_spaces_mended(written).rstrip()
        # At its beginning it may have been meant to set the line further in, nobody knows how far.
        certain = written[:1] not in ODD_SPACES and key.line == key.end_line
        certain = certain and len(written) == key.end_column - key.column
        repair = (edit_of_line(key.line, written, mended, key.column),) if certain else ()
        figures = {"character": f"U+{ord(odd):04X}", "suggestion": (before + mended + after).strip()}
        self.found.append(fault_of("MT006", self._place(key.span), figures, repair=repair))
        return key._replace(text=lines.odd_spaces_mended(text).strip())

    def _without_value(self, entries: dict[str, Entry], key: Scalar, value: Scalar) -> Scalar:
        """A key in braces with nothing after it: typed so, or half of a value cut by a comma."""
        line = self._source.line(key.span.end_line)
        if key is _REFUSED or self._sated or ":" in line[key.span.end_column - 1 : value.span.column - 1]:
            return key
        if key.span.end_line != value.span.line or key.style != "plain":
            return key
        slip = lines.mend_colon(key.text)
        if slip is not None:
            before, _, after = cut_near(line, key.span)
            row = before + slip.mended + after
            self._report(slip.code, key.span, key=slip.key, suggestion=row.strip())
            return _REFUSED
        word, previous = next(reversed(entries.items()), ("", None))
        if previous is None or not isinstance(previous.value, Scalar) or previous.value.style != "plain":
            return key
        self._comma(word, previous.value, key)
        return _REFUSED

    def _comma(self, word: str, previous: Scalar, key: Scalar) -> None:
        """``{text: a, b, c}``: one diagnostic for the value of ``word``, however many commas cut it."""
        start, end = previous.span, key.span
        if start.line != end.end_line:
            self._report("MT021", key.span)
            return
        if self._cut_value is not None and self._cut_value[1] is not previous:
            self._tell_cut()
        at = self._cut_value[3] if self._cut_value is not None else len(self.found)
        self._cut_value = (word, previous, key, at)

    def _tell_cut(self) -> None:
        """Tell of the value that commas cut, once: when it is known how far it goes."""
        if self._cut_value is None:
            return
        word, previous, key, at = self._cut_value
        self._cut_value = None
        start, end = previous.span, key.span
        span = Span(start.line, start.column, end.end_line, end.end_column)
        line = self._source.line(span.line)
        before, value, after = cut(line, span)
        if (number := plain_thousands(value)) is not None:
            mended = before + number + after
            repair = (edit_of_line(span.line, line, mended),)
            told = fault("MT030", self._place(span), repair=repair, value=value, suggestion=mended.strip())
        else:
            told = fault("MT027", self._place(span), key=word, suggestion=self._quoted(span))
        self.found.insert(at, told)

    def _quoted(self, span: Span) -> str:
        """The line of ``span`` with what stands at it in quotes."""
        before, value, after = cut_near(self._source.line(span.line), span)
        return (before + lines.quote(value) + after).strip()

    def _alias(self, event: Any) -> Scalar:
        span = event_span(event)
        written = f"*{event.anchor}"
        if not self._sated:
            self._report("MT017", span, mark=written, suggestion=self._quoted(span))
        return Scalar(written, "plain", False, *span)  # noqa: FBT003 - a field

    def _refuse_marks(self, event: Any, span: Span) -> None:
        """Anchors and tags; what they are put before is read as if they were not there."""
        if (event.anchor is None and event.tag is None) or self._sated:
            return
        before, value, after = cut_near(self._source.line(span.line), span)
        mark = (value or after).split(None, 1)[0] if (value or after).strip() else "&"
        if type(event) is ScalarEvent and not event.style and span.line == span.end_line:
            shown = self._quoted(span)
        else:
            # A list, or a text in quotes already: only the mark is too much.
            shown = before.strip() + " " + (value + after).removeprefix(mark).strip()
        code = "MT018" if event.anchor is None else "MT017"
        self._report(code, span, mark=mark, suggestion=shown.strip())

    def _begin_document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            mark = event.start_mark
            line, column = mark.line + 1, mark.column + 1
            self._stop("MT020", Span(line, column, line, max(len(self._source.line(line)) + 1, column)))

    def _place(self, span: Span) -> Place:
        return Place(self._source.path, span)

    def _report(self, code: str, span: Span, **figures: Figure) -> None:
        if not self._sated:
            self.found.append(fault_of(code, self._place(span), figures))

    def _stop(self, code: str, span: Span, **figures: Figure) -> NoReturn:
        self.found.append(fault_of(code, self._place(span), figures))
        raise _EndedError
