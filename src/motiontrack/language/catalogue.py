"""All the words of one language, and how a code with figures becomes a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module

from motiontrack.language.display import one_line
from motiontrack.language.wording import Wording
from motiontrack.lean import lean

__all__ = ["EXTRA_SECTIONS", "LANGUAGES", "Catalogue", "Figure", "load"]

LANGUAGES = ("zh", "en")
"""The languages there is a catalogue of."""

Figure = str | int

_SECTIONS = ("text_faults", "records", "dates")
_FIELD = re.compile(r"\{(\w+)")
_WORD_SECTIONS = ("interface", "status", "page")
#: Sections that one command alone needs, and asks for.
EXTRA_SECTIONS = ("show",)
_COLUMNS = 60
#: Figures that may be longer: what is to be typed must be whole, and so must be what to choose from.
_LONGER = {"suggestion": 160, "file": 120} | dict.fromkeys(
    ("known", "choices", "keys", "labels", "units", "tasks", "between", "difference"), 400
)
#: Lists, which rules join in the Chinese way.
_LISTS = frozenset(("known", "choices", "keys", "units", "tasks", "between"))
#: Figures whose value is itself a word of the catalogue, and the family of its key.
_WORDED = {"wanted": "shape", "found": "shape"}


class _Given(dict[str, Figure]):
    """Figures to fill a template with; one that is not there reads as nothing, and never raises."""

    def __missing__(self, key: str) -> str:
        return ""


@lean
class Catalogue:
    """One language: the wording of every diagnostic code, and all other words by key."""

    language: str
    diagnostics: Mapping[str, Wording]
    words: Mapping[str, str]

    def word(self, key: str, **figures: Figure) -> str:
        """The word or sentence of ``key``; the key itself if the catalogue lacks it."""
        template = self.words.get(key, key)
        return template.format_map(_Given(figures)) if figures else template

    def diagnostic(self, code: str, figures: Iterable[tuple[str, Figure]]) -> Wording:
        """The sentences of one diagnostic, with its figures put in."""
        given = self._given(figures)
        wording = self.diagnostics.get(code)
        if wording is None:  # a test holds that this cannot be; a reader should still see the figures
            return Wording(code, "; ".join(f"{name}: {value}" for name, value in given.items()), "")
        message = _fitting(wording.message, wording.bare_message, given)
        advice = _fitting(wording.help, wording.bare_help, given)
        return Wording(wording.title, message.format_map(given), advice.format_map(given))

    def _given(self, figures: Iterable[tuple[str, Figure]]) -> _Given:
        given = _Given()
        for name, value in figures:
            base, _, language = name.rpartition("_")
            if language not in LANGUAGES:
                given[name] = self._figure(name, value)
            elif language == self.language:
                given[base] = self._figure(base, value)
        return given

    def _figure(self, name: str, value: Figure) -> Figure:
        if not isinstance(value, str):
            return value
        if name in _WORDED:
            return self.word(f"{_WORDED[name]}.{value}")
        if name in _LISTS:
            value = value.replace("、", self.word("list.joint"))
        return one_line(value, _LONGER.get(name, _COLUMNS))


@cache
def load(language: str, *extra: str) -> Catalogue:
    """The catalogue of ``language``, with ``extra`` sections; only its own modules are imported."""
    if language not in LANGUAGES:
        raise ValueError(f"no catalogue for {language!r}")
    room = f"motiontrack.language.{language}"
    diagnostics: dict[str, Wording] = {}
    for section in _SECTIONS:
        diagnostics.update(import_module(f"{room}.{section}").DIAGNOSTICS)
    words: dict[str, str] = {}
    for section in (*_WORD_SECTIONS, *extra):
        words.update(import_module(f"{room}.{section}").WORDS)
    return Catalogue(language, diagnostics, words)


def _fitting(template: str, bare: str, given: Mapping[str, Figure]) -> str:
    """``template`` if all its figures are there, else ``bare`` if there is one."""
    if bare and any(given.get(name, "") == "" for name in _names(template)):
        return bare
    return template


@cache
def _names(template: str) -> frozenset[str]:
    return frozenset(_FIELD.findall(template.replace("{{", "")))
