"""A fault found in words that do not know yet where they stand."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Doubt", "shown"]

_SHOWN = 30


class Doubt(NamedTuple):
    """A diagnostic without a position: its code and figures; the caller adds the place."""

    code: str
    figures: tuple[tuple[str, str | int], ...]


def shown(words: str) -> str:
    """``words`` as a message shows them: one line, cut after 30 characters."""
    line = " ".join(words[: _SHOWN * 2].split())
    return line if len(line) <= _SHOWN and len(words) <= _SHOWN * 2 else f"{line[:_SHOWN]}…"
