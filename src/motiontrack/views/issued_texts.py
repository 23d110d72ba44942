"""The office's own words in a paper that was issued, and what became of them since."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from motiontrack.book import Book
from motiontrack.language.catalogue import Catalogue
from motiontrack.lean import lean
from motiontrack.model.own_texts import texts_for

__all__ = ["OwnTextView", "own_texts", "own_texts_changed", "read_own_texts"]


@lean
class OwnTextView:
    """A text of the office's own that a paper prints: its place, its file, and its words (SHA-256)."""

    place: str
    file: str
    digest: str


def own_texts(kind: str, month: str, book: Book) -> tuple[OwnTextView, ...]:
    """The texts that a paper of a kind and a month prints, by their places."""
    import hashlib  # only what goes out needs it

    return tuple(
        OwnTextView(place, text.path, hashlib.sha256("\n".join(text.lines).encode()).hexdigest())
        for place, text in sorted(texts_for(kind, month, book.texts).items())
    )


def read_own_texts(kept: list[Mapping[str, str]]) -> tuple[OwnTextView, ...]:
    """Those that are kept with a paper.

    Raises ``ValueError``, ``TypeError`` or ``LookupError`` for what was never written as one.
    """
    texts = tuple(OwnTextView(each["place"], each["file"], each["digest"]) for each in kept)
    for each in texts:
        if not (re.fullmatch("[a-z]+", each.place) and each.file.isprintable() and each.digest.isalnum()):
            raise ValueError
    return texts


def own_texts_changed(
    before: tuple[OwnTextView, ...], now: tuple[OwnTextView, ...], catalogue: Catalogue, *, files: bool
) -> Iterator[str]:
    """One sentence without an end for each text that is another; with ``files``, where it stands."""
    were, are = ({each.place: each for each in texts} for texts in (before, now))
    for place in dict.fromkeys((*are, *were)):
        was, text = were.get(place), are.get(place)
        if was is None or text is None:
            key = "issued.text.added" if was is None else "issued.text.removed"
        elif was.digest != text.digest:
            key = "issued.text.changed"
        else:
            continue
        yield catalogue.word(key, text=_named(was, text, catalogue, files=files))


def _named(was: OwnTextView | None, now: OwnTextView | None, catalogue: Catalogue, *, files: bool) -> str:
    found = [each for each in (now, was) if each is not None]
    place = catalogue.words.get(f"place.{found[0].place}", found[0].place)
    if not files:
        return catalogue.word("issued.text", place=place)
    names = list(dict.fromkeys(each.file for each in found))
    key = "issued.text.file" if len(names) == 1 else "issued.text.files"
    return catalogue.word(key, place=place, file=names[0], before=names[-1])
