"""The folder of an office's own templates, in which nothing is passed over in silence."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from jinja2 import BaseLoader, Environment, TemplateNotFound
from jinja2.loaders import split_template_path

from motiontrack.near import alike

__all__ = ["OwnTemplates", "UnreadableError", "misnamed"]

_MOST_BYTES = 1024 * 1024
#: What stands in every paper's layout.
_FOR_ALL = "paper"
_MOST_LOOKED_AT = 500
#: How like a name must be: an office may keep files of its own that its templates take in.
_LIKE = 0.85


class UnreadableError(Exception):
    """A template that is there and cannot be read; ``kind`` says why, ``reason`` what the system says."""

    def __init__(self, name: str, kind: str, reason: str = "") -> None:
        super().__init__(name, kind, reason)
        self.name = name
        self.kind = kind
        self.reason = reason


class OwnTemplates(BaseLoader):
    """Templates by name. One that is there must be read: the packaged one would print another paper."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get_source(self, _environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The text of a template and its path; it is read once."""
        path = self._folder.joinpath(*split_template_path(template))
        if ":" in template:  # on Windows another drive, and no folder of templates
            raise TemplateNotFound(template)
        if not os.path.lexists(path):
            raise TemplateNotFound(template)
        if not path.is_file():  # opening a pipe would wait for ever
            raise UnreadableError(template, "no-file")
        try:
            with path.open("rb") as file:
                data = file.read(_MOST_BYTES + 1)
        except OSError as error:
            raise UnreadableError(template, "unreadable", error.strerror or "") from error
        if len(data) > _MOST_BYTES:
            raise UnreadableError(template, "large")
        try:
            text = data.decode("utf-8-sig")  # what Notepad puts first is no part of the paper
        except UnicodeDecodeError as error:
            raise UnreadableError(template, "not-utf8") from error
        return text, str(path), lambda: True


def misnamed(own: Path, packaged: Path, paper: str) -> Iterator[tuple[str, str]]:
    """Files of an office for ``paper`` that nothing looks for, each with the name that was probably meant.

    Notepad puts ``.txt`` behind the name and Windows hides it.
    """
    known = {name for name in _names(packaged) if re.split("[./]", name)[0] in (paper, _FOR_ALL)}
    without_language = {re.sub(r"\.(?:zh|en)\.", ".", name) for name in known}
    there = set(_names(own))
    for name in sorted(there - known - without_language):
        plain = unicodedata.normalize("NFKC", name).lower()
        shown = plain.removesuffix(".txt")
        near = alike(shown if shown in known else plain, known, cutoff=_LIKE)
        if near and near[0] not in there:
            yield name, near[0]


def _names(folder: Path) -> Iterator[str]:
    """The files in ``folder`` and in the folders of it, as templates are named."""
    for path in islice((*folder.glob("*"), *folder.glob("*/*")), _MOST_LOOKED_AT):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not any(part.startswith((".", "~$", "__")) for part in name.split("/")):
            yield name
