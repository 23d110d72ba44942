"""What diagnostics are written for: the folder's name, the width, and what the stream can show."""

from __future__ import annotations

from motiontrack.lean import lean

__all__ = ["Page"]


@lean
class Page:
    """What the text is written for: the folder's name, the width, and what the stream can show."""

    folder: str = "data"
    width: int = 80
    encoding: str = "utf-8"
    colour: bool = False
