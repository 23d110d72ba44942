"""A calendar as iCalendar (RFC 5545): whole days, lines that end in CRLF and are folded at 75 octets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from motiontrack.views.calendar import CalendarView, EventView

__all__ = ["calendar_ics"]

_OCTETS = 75
_MAKER = "-//motiontrack//motiontrack//ZH"
#: Three days before at nine: what one published rule warns by (西安市纪委电子督查).
_AHEAD = "-P2DT15H"
_CONTROL = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]"


def calendar_ics(calendar: CalendarView) -> str:
    """The calendar, to be written in UTF-8. It holds no clock: its stamps are of the day asked for."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{_MAKER}",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(calendar.name)}",
    ]
    stamp = f"{calendar.as_of:%Y%m%d}T000000Z"
    for event in calendar.events:
        lines.extend(_event(event, stamp))
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _event(event: EventView, stamp: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"DTSTAMP:{stamp}"
    yield f"SEQUENCE:{event.sequence}"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(event.summary)}"
    if event.description:
        yield f"DESCRIPTION:{_text(event.description)}"
    yield f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    if not event.cancelled and not event.done:
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        yield f"DESCRIPTION:{_text(event.summary)}"
        yield f"TRIGGER:{_AHEAD}"
        yield "END:VALARM"
    yield "END:VEVENT"


def _text(words: str) -> str:
    """``words`` as a TEXT value: nothing in it ends the line or begins another property."""
    shown = re.sub(_CONTROL, " ", words.replace("\r\n", "\n").replace("\r", "\n"))
    return re.sub(r"[\\;,]", lambda found: f"\\{found[0]}", shown).replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """``line`` in pieces of at most 75 octets, each but the first behind a blank; no character is cut."""
    piece, size = "", 0
    for character in line:
        octets = len(character.encode("utf-8", "replace"))
        if size + octets > _OCTETS:
            yield piece
            piece, size = " ", 1
        piece += character
        size += octets
    yield piece
