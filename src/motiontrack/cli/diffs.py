"""What would change in a file, as a unified diff that a terminal can show and ``git apply`` can read."""

from __future__ import annotations

from difflib import unified_diff

from motiontrack.cli import output
from motiontrack.language.display import visible

__all__ = ["diff_of"]

_NO_LINE_END = "\\ No newline at end of file\n"


def diff_of(before: bytes, after: bytes, shown: str) -> str:
    """The change from ``before`` to ``after``, both in UTF-8; ``shown`` is the file's name to a reader."""
    return "".join(map(_ended, unified_diff(_lines(before), _lines(after), shown, shown)))


def _lines(data: bytes) -> list[str]:
    """The lines with their ends; on a terminal nothing in them may move the cursor."""
    rows = data.decode("utf-8").split("\n")
    if output.is_terminal():
        rows = [visible(row.removesuffix("\r"), output.encoding()) for row in rows]
    return [f"{row}\n" for row in rows[:-1]] + ([rows[-1]] if rows[-1] else [])


def _ended(line: str) -> str:
    return line if line.endswith("\n") else f"{line}\n{_NO_LINE_END}"
