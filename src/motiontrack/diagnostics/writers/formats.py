"""The formats there are: one table, from which ``--format``, its help and ``--output`` follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from importlib import import_module
from typing import Self

from motiontrack.diagnostics.codes import Severity
from motiontrack.diagnostics.record import Diagnostic
from motiontrack.diagnostics.writers.page import Page
from motiontrack.language.catalogue import Catalogue
from motiontrack.lean import lean
from motiontrack.source.text import SourceText

__all__ = ["Format", "Run"]


@lean
class Run:
    """One run of ``validate``, as all formats tell it.

    ``files`` are all that were looked at; ``failing`` is the severity from which the run fails, if any.
    ``unchecked`` are files for whose errors nothing was held against anything else; ``unread`` are others
    that could not be read to their end.
    """

    diagnostics: tuple[Diagnostic, ...]
    catalogue: Catalogue
    page: Page
    sources: Mapping[str, SourceText] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    failing: Severity | None = Severity.ERROR
    silenced: int = 0
    accepted: int = 0
    unread: tuple[str, ...] = ()
    unchecked: tuple[str, ...] = ()


class Format(StrEnum):
    """A format: its name, which is also its module's, and what a file of it may be called.

    ``for_people`` is text in the encoding that a screen has; all others are UTF-8, as is every file.
    ``in_repository`` formats are read by a server, which knows files from the root of the repository.
    """

    for_people: bool
    in_repository: bool
    suffixes: tuple[str, ...]

    def __new__(cls, name: str, reader: str, *suffixes: str) -> Self:
        """A row of the table."""
        made = str.__new__(cls, name)
        made._value_ = name
        made.for_people = reader == "person"
        made.in_repository = reader == "server"
        made.suffixes = suffixes
        return made

    TEXT = "text", "person", ".txt", ".log"
    CONCISE = "concise", "person", ".txt", ".log"
    JSON = "json", "program", ".json"
    GITHUB = "github", "server", ".txt", ".log"
    GITLAB = "gitlab", "server", ".json"
    SARIF = "sarif", "server", ".sarif", ".json"
    JUNIT = "junit", "server", ".xml"

    def written(self, run: Run) -> str:
        """``run`` in this format; only its own module is imported."""
        module = import_module(f"motiontrack.diagnostics.writers.{self.value}")
        written: str = module.write(run)
        return written
