"""Which language to speak: ``--lang``, else ``MOTIONTRACK_LANG``, else the plan's, else the locale's."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

from motiontrack.language.catalogue import LANGUAGES

__all__ = ["language_of_help", "language_of_output"]


def language_of_help(arguments: Sequence[str], environ: Mapping[str, str] | None = None) -> str:
    """The language of help and usage errors, settled before anything is parsed."""
    environ = os.environ if environ is None else environ
    return _asked(arguments) or _set(environ) or _of_locale(environ)


def language_of_output(option: str | None, plan: str | None) -> str:
    """The language of what a command writes; ``plan`` is the language the plan itself names."""
    return option or _set(os.environ) or _known(plan) or _of_locale(os.environ)


def _asked(arguments: Sequence[str]) -> str | None:
    for place, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument.startswith("--lang="):
            return _known(argument.removeprefix("--lang="))
        if argument == "--lang":
            return _known("".join(arguments[place + 1 : place + 2]))
    return None


def _set(environ: Mapping[str, str]) -> str | None:
    return _known(environ.get("MOTIONTRACK_LANG"))


def _of_locale(environ: Mapping[str, str]) -> str:
    name = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""
    if not name and sys.platform == "win32":
        import locale

        name = locale.getlocale()[0] or ""
    return "zh" if name.lower().startswith(("zh", "chinese")) else "en"


def _known(language: str | None) -> str | None:
    return language if language in LANGUAGES else None
