"""All the words of one language, and how a code with figures becomes a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Any, TypeVar

from motiontrack.language.display import one_line
from motiontrack.language.wording import Wording
from motiontrack.lean import lean

__all__ = ["EXTRA_SECTIONS", "LANGUAGES", "Catalogue", "Figure", "load"]

LANGUAGES = ("zh", "en")
"""The languages there is a catalogue of."""

Figure = str | int

#: The modules of a language, the oftenest used first: one is imported when those before it lack a key.
_SECTIONS = ("records", "references", "days", "registers", "dates", "light_rules", "text_faults")
_WORD_SECTIONS = ("interface", "status", "page")
#: Sections that one command alone needs, and asks for.
EXTRA_SECTIONS = ("causes", "explain", "show", "collect", "remind", "papers")
_FIELD = r"\{(\w+)"
_COLUMNS = 60
#: Figures that may be longer: what is to be typed must be whole, and so must be what to choose from.
_LONGER = {"suggestion": 160, "file": 120, "message": 160} | dict.fromkeys(
    ("known", "choices", "keys", "labels", "units", "homes", "tasks", "between", "difference", "running"), 400
)
#: Lists, which rules join in the Chinese way.
_LISTS = frozenset(
    ("known", "choices", "codes", "keys", "units", "homes", "tasks", "between", "given", "meant", "running")
)
#: Figures whose value is itself a word of the catalogue, and the family of its key.
_WORDED = {"wanted": "shape", "found": "shape", "why": "why"}


V = TypeVar("V")


class _Sections(Mapping[str, V]):
    """The tables of several modules as one mapping; most runs use the words of one or two of them."""

    __slots__ = ("_held", "_name", "_waiting")

    def __init__(self, room: str, sections: tuple[str, ...], name: str) -> None:
        self._held: dict[str, V] = {}
        self._waiting = [f"{room}.{section}" for section in reversed(sections)]
        self._name = name

    def get(self, key: str, default: Any = None) -> Any:
        """The value of ``key`` in the first section that has it."""
        held = self._held
        while key not in held:
            if not self._waiting:
                return default
            held.update(getattr(import_module(self._waiting.pop()), self._name))
        return held[key]

    def __getitem__(self, key: str) -> V:
        value: V | None = self.get(key)
        if value is None:
            raise KeyError(key)
        return value

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self.get(key) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def _all(self) -> dict[str, V]:
        self.get("")  # no key is empty, so that every section is looked into
        return self._held


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
        if not figures:
            return template
        if self.language == "en":
            template = _of_one(template, figures)
        return template.format_map(_Given(figures))

    def diagnostic(self, code: str, figures: Iterable[tuple[str, Figure]]) -> Wording:
        """The sentences of one diagnostic, with its figures put in."""
        given = self._given(figures)
        wording = self.diagnostics.get(code)
        if wording is None:  # a test holds that this cannot be; a reader should still see the figures
            return Wording(code, "; ".join(f"{name}: {value}" for name, value in given.items()), "")
        message = _fitting(wording.message, wording.bare_message, given)
        if self.language == "en":
            message = _of_one(message, given)
        advice = _fitting(wording.help, wording.bare_help, given)
        said = message.format_map(given)
        if "more" in given:  # the last that is told of many of its kind
            said += self.word("more", more=given["more"])
        return Wording(wording.title, said, advice.format_map(given))

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
        if name in _WORDED and f"{_WORDED[name]}.{value}" in self.words:
            return self.word(f"{_WORDED[name]}.{value}")
        if name in _LISTS:
            value = value.replace("、", self.word("list.joint"))
        return one_line(value, _LONGER.get(name, _COLUMNS))


@cache
def load(language: str, *extra: str) -> Catalogue:
    """The catalogue of ``language``, with ``extra`` sections; its modules are imported when they are needed."""
    if language not in LANGUAGES:
        raise ValueError(f"no catalogue for {language!r}")
    room = f"motiontrack.language.{language}"
    diagnostics: Mapping[str, Wording] = _Sections(room, _SECTIONS, "DIAGNOSTICS")
    words: Mapping[str, str] = _Sections(room, (*_WORD_SECTIONS, *extra), "WORDS")
    return Catalogue(language, diagnostics, words)


#: What is counted in English sentences; of one of them the ``s`` goes.
_COUNTED = r"\{(\w+)\} (character|day|error|file|finding|goal|line|month|part|point|return|step|task|unit)s\b"


def _of_one(template: str, figures: Mapping[str, Figure]) -> str:
    """``template`` with ``{days} day`` for ``{days} days`` where that is one; what was typed stays as it is."""
    if not any(each in {1, "1"} for each in figures.values()):
        return template
    return re.sub(
        _COUNTED,
        lambda match: match[0][:-1] if figures.get(match[1]) in {1, "1"} else match[0],
        template,
    )


def _fitting(template: str, bare: str, given: Mapping[str, Figure]) -> str:
    """``template`` if all its figures are there, else ``bare`` if there is one."""
    if bare and any(given.get(name, "") == "" for name in _names(template)):
        return bare
    return template


@cache
def _names(template: str) -> frozenset[str]:
    return frozenset(re.findall(_FIELD, template.replace("{{", "")))
