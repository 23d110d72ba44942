"""The shape of a catalogue entry."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Wording"]


class Wording(NamedTuple):
    """The words of one diagnostic code: what it is called, what is wrong, what to do.

    ``message`` and ``help`` are ``str.format`` templates over the diagnostic's figures. Where one
    of their figures is empty or not given (no suggestion was found, say), ``bare_message`` and
    ``bare_help`` are taken instead, if there are any. ``why`` says what the fault would cost the
    reader; for a code with a rule function the English one is that function's docstring.
    """

    title: str
    message: str
    help: str
    bare_message: str = ""
    bare_help: str = ""
    why: str = ""
