"""The folder of an office's own templates, in which nothing is passed over in silence."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from jinja2 import BaseLoader, Environment, TemplateNotFound
from jinja2.loaders import split_template_path

__all__ = ["OwnTemplates", "UnreadableError"]

_MOST_BYTES = 1024 * 1024


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
