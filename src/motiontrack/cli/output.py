"""Streams: text to stdout in whatever encoding it has, data to stdout in UTF-8, messages to stderr."""

from __future__ import annotations

import codecs
import contextlib
import errno
import io
import os
import shutil
import sys
from typing import TYPE_CHECKING, TextIO

from motiontrack.cli.refusals import CannotRunError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from motiontrack.render.lines import Line

__all__ = [
    "encoding",
    "is_coloured",
    "is_terminal",
    "say",
    "settle_streams",
    "width",
    "write",
    "write_data",
    "write_file",
    "write_lines",
]

_NARROWEST, _WIDEST = 40, 200


def settle_streams() -> None:
    """Never fail over a character: what a stream's own encoding lacks is replaced. Lines end in LF."""
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace", newline="\n")


def encoding() -> str:
    """The encoding of stdout, by its usual name (``utf-8``, ``gbk``)."""
    try:
        return codecs.lookup(sys.stdout.encoding or "utf-8").name
    except LookupError:
        return "utf-8"


def width() -> int:
    """Columns of the terminal, or ``COLUMNS``; 80 where there is neither."""
    return min(max(shutil.get_terminal_size().columns, _NARROWEST), _WIDEST)


def is_terminal() -> bool:
    """Whether a person looks on, rather than a file or another program."""
    return sys.stdout.isatty()


def is_coloured() -> bool:
    """Whether stdout is to be coloured: on a terminal, or where ``FORCE_COLOR`` asks for it."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb" and _understands_ansi()


def write(text: str) -> None:
    """``text`` to stdout."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        raise _stopped(error) from error


def write_lines(lines: Iterable[Line]) -> None:
    """Styled lines: plain text, or in colour where that is wanted."""
    if not is_coloured():
        write("".join("".join(segment.text for segment in line) + "\n" for line in lines))
        return
    from rich.console import Console
    from rich.text import Text

    # Into a text first: only ``write`` knows what to do where stdout takes no more.
    painted = io.StringIO()
    console = Console(
        file=painted,
        width=width(),
        highlight=False,
        soft_wrap=True,
        force_terminal=True,
        legacy_windows=False,
    )
    for line in lines:
        console.print(Text.assemble(*((segment.text, segment.style) for segment in line)))
    write(painted.getvalue())


def write_data(text: str) -> None:
    """``text`` for another program: in UTF-8, whatever the stream's encoding, unless a person looks on."""
    raw = getattr(sys.stdout, "buffer", None)
    if raw is None or sys.stdout.isatty():
        write(text)
        return
    try:
        sys.stdout.flush()
        raw.write(text.encode("utf-8", "replace"))
        raw.flush()
    except OSError as error:
        raise _stopped(error) from error


def write_file(path: Path, content: str | bytes) -> None:
    """``content`` to ``path``, a text in UTF-8, whole or not at all."""
    from motiontrack.source.writing import replace_file

    # What is replaced: a path may hold what is no text.
    data = content.encode("utf-8", "replace") if isinstance(content, str) else content
    try:
        replace_file(path, data)
    except OSError as error:
        raise CannotRunError(
            "cannot.write-file", path=path.as_posix(), reason=error.strerror or ""
        ) from error


def say(text: str) -> None:
    """A message to stderr; where even that is closed there is nobody to tell."""
    with contextlib.suppress(OSError):
        sys.stderr.write(text + "\n")
        sys.stderr.flush()


def _nowhere() -> TextIO:
    """What a stream that was closed from outside (``>&-``) is replaced by: Python has None there."""
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - open as long as the program runs


def _stopped(error: OSError) -> Exception:
    """What to raise where stdout takes no more: Typer ends a broken pipe quietly, the rest is told."""
    # What is still in the buffer would fail once more, with a traceback, when Python closes it.
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if error.errno == errno.EPIPE or (os.name == "nt" and error.errno == errno.EINVAL):
        return OSError(errno.EPIPE, os.strerror(errno.EPIPE))
    return CannotRunError("cannot.write", reason=error.strerror or str(error))


def _understands_ansi() -> bool:
    """True unless this is a Windows console too old for colours; a newer one must be asked to."""
    if sys.platform == "win32":
        import ctypes

        kernel, mode = ctypes.windll.kernel32, ctypes.c_ulong()
        console = kernel.GetStdHandle(-11)
        if not kernel.GetConsoleMode(console, ctypes.byref(mode)):
            return False
        return bool(kernel.SetConsoleMode(console, mode.value | 4))
    return True
