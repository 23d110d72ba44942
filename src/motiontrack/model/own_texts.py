"""The office's own paragraphs: what their files are called, and which paper prints which.

``texts/KIND.PLACE.md`` is printed in every paper of the kind, ``texts/2010-07/KIND.PLACE.md`` in that
of one month instead.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from motiontrack.lean import lean
from motiontrack.near import alike
from motiontrack.source.text import SourceText

__all__ = [
    "FOLDER",
    "PLACES",
    "TextName",
    "is_text",
    "known_texts",
    "likely_text",
    "name_of",
    "no_month",
    "texts_for",
]

FOLDER = "texts"
#: The places that each paper's body has for the office's own words; a test holds them to the templates.
PLACES: Mapping[str, tuple[str, ...]] = {
    "monthly": ("demands",),
    "interim": ("practice", "problems", "next"),
    "final": ("practice", "problems", "next"),
    "reply": ("opening", "closing"),
}
_MONTH = r"(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])"
_NAME = rf"{FOLDER}/(?:(?P<month>{_MONTH})/)?(?P<kind>[a-z]+)\.(?P<place>[a-z]+)\.md"
_LIKE_A_MONTH = r"(?P<year>(?:19|20)\d\d)[-_.年\s]?(?P<month>0?[1-9]|1[0-2])(?:月?份?|[-_.月\s]\d{1,2}日?)"
#: What an office calls papers and places, where it does not know their names.
_PAPERS = {
    "monthly": ("月度", "月报", "通报"),
    "interim": ("中期", "年中"),
    "final": ("年终", "年底"),
    "reply": ("答复",),
}
_CALLED = {
    "demands": ("要求",),
    "practice": ("做法",),
    "problems": ("问题",),
    "next": ("下一步", "打算"),
    "opening": ("开头",),
    "closing": ("结尾",),
}
#: What an office program, or somebody who cannot see endings, puts where ``.md`` belongs.
_ENDINGS = r"(?:\.(?:md|markdown|txt|docx?|wps|rtf|html?|ya?ml))+$"


@lean
class TextName:
    """What the name of a text says: the month it is for (``None``: every month), the paper, the place."""

    month: str | None
    kind: str
    place: str


def name_of(path: str) -> TextName | None:
    """What ``path`` says, if a paper prints the text that lies there."""
    named = re.fullmatch(_NAME, path)
    if named is None or named["place"] not in PLACES.get(named["kind"], ()):
        return None
    return TextName(named["month"], named["kind"], named["place"])


def texts_for(kind: str, month: str, texts: Mapping[str, SourceText]) -> dict[str, SourceText]:
    """The texts that a paper of a kind and a month prints, by their places; one of blanks is none."""
    chosen: dict[str, SourceText] = {}
    for path in sorted(texts, key=lambda path: path.count("/")):  # what is for one month goes before
        name = name_of(path)
        if name is None or name.kind != kind or name.month not in (None, month):
            continue
        if texts[path].text.strip():
            chosen[name.place] = texts[path]
    return chosen


def is_text(path: str) -> bool:
    """Whether ``path`` is meant for a text: all in their folder, and what is named like one elsewhere."""
    *folders, name = path.lower().split("/")
    if not folders and name == FOLDER:  # a file where the folder belongs
        return True
    return folders[:1] == [FOLDER] or (name.endswith(".md") and name.split(".")[0] in PLACES)


def known_texts() -> tuple[str, ...]:
    """The names that the files of texts can have."""
    return tuple(f"{kind}.{place}.md" for kind, places in PLACES.items() for place in places)


def likely_text(path: str) -> str:
    """The path that ``path`` was probably meant to be; an empty text if it is like none."""
    *folders, name = unicodedata.normalize("NFKC", path).lower().split("/")
    if no_month(path):  # what was written for one month would be printed in all
        return ""
    near = _likely_name(re.sub(_ENDINGS, "", name.strip()))
    if not near:
        return ""
    month = _month_in(folders)
    return f"{FOLDER}/{month}/{near}" if month else f"{FOLDER}/{near}"


def no_month(path: str) -> str:
    """The folder, named for no month, that a text named for its place lies in; empty if it lies in none."""
    *folders, name = unicodedata.normalize("NFKC", path).lower().split("/")
    if folders[:1] != [FOLDER] or not folders[1:] or _month_in(folders):
        return ""
    return "/".join(path.split("/")[1:-1]) if _likely_name(re.sub(_ENDINGS, "", name.strip())) else ""


def _likely_name(stem: str) -> str:
    kind = stem.partition(".")[0]
    # A slip in the place leads to no other paper.
    known = [each for each in known_texts() if kind not in PLACES or each.startswith(f"{kind}.")]
    near = "".join(alike(f"{stem}.md", known, cutoff=0.75))
    if near:
        return near
    kinds = [kind for kind, words in _PAPERS.items() if any(word in stem for word in (kind, *words))]
    called = [
        f"{kind}.{place}.md"
        for kind in kinds or PLACES
        for place in PLACES[kind]
        if any(word in stem for word in (place, *_CALLED[place]))
    ]
    return called[0] if len(called) == 1 else ""


def _month_in(folders: Iterable[str]) -> str:
    for folder in folders:
        if read := re.fullmatch(_LIKE_A_MONTH, folder.strip()):
            return f"{read['year']}-{int(read['month']):02d}"
    return ""
