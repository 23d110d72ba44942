"""Why a command does not run: a key of the catalogue with figures, said by ``cli.group``."""

from __future__ import annotations

import typer

__all__ = ["CannotRunError", "MisusedError"]


class CannotRunError(Exception):
    """The command line was right, but there is nothing to work on.

    ``language`` is that of the output, where the plan has settled it; else it is that of help.
    """

    def __init__(self, key: str, *, language: str | None = None, **figures: str) -> None:
        super().__init__(key)
        self.key = key
        self.language = language
        self.figures = figures


class MisusedError(typer.BadParameter):
    """The value of an option is not what it must be."""

    def __init__(self, key: str, **figures: str) -> None:
        super().__init__(key)
        self.key = key
        self.figures = figures
