"""The files of a data folder read, checked and made a Book: what every command begins with."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from motiontrack.cli.files import Folder, find_folder, read_folder
from motiontrack.cli.languages import language_of_output
from motiontrack.cli.refusals import CannotRunError
from motiontrack.diagnostics.record import Diagnostic, Severity
from motiontrack.lean import lean

if TYPE_CHECKING:
    from pathlib import Path

    from motiontrack.book import Book
    from motiontrack.source.text import SourceText

__all__ = ["Loaded", "load", "load_readable"]


@lean
class Loaded:
    """A data folder, its files, the Book if one could be made, and everything that is wrong.

    ``silenced`` is what comments in the data silence: it is not among ``diagnostics``.
    """

    folder: Folder
    files: Mapping[str, bytes]
    book: Book | None
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, SourceText]
    silenced: tuple[Diagnostic, ...] = ()

    @property
    def language(self) -> str | None:
        """The plan's own language; where it names none or cannot be read, the one its text seems to be in."""
        if self.book is not None and self.book.plan.language:
            return self.book.plan.language
        text = _text(self.files.get("plan.yaml", b""))
        named = re.search(r"^\s*language\s*[:：]\s*[\"']?(zh|en)\b", text, re.MULTILINE)
        if named:
            return named[1]
        others = map(_text, self.files.values())  # of a folder without a plan
        return "zh" if any(re.search("[\u4e00-\u9fff]", each) for each in (text, *others)) else None

    @property
    def unread(self) -> tuple[str, ...]:
        """The other files with an error for which a part of them could not be read."""
        unread = self._files_with(_hides_more)
        return tuple(file for file in unread if file not in self.unchecked)

    @property
    def unchecked(self) -> tuple[str, ...]:
        """The files for whose errors there is no Book, so that no rule has looked at anything."""
        if self.book is not None:
            return ()
        from motiontrack.book import PLAN, UNITS

        return self._files_with(lambda each: each.place is not None and each.place.file in (PLAN, UNITS))

    def _files_with(self, meant: Callable[[Diagnostic], bool]) -> tuple[str, ...]:
        return tuple(sorted({each.place.file for each in self.errors if each.place and meant(each)}))

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that are errors."""
        return tuple(each for each in self.diagnostics if each.severity is Severity.ERROR)


def _hides_more(fault: Diagnostic) -> bool:
    """Whether an error leaves a part of its file unread: of the list for which something else stands, all."""
    lost = fault.code == "MT103" and ("wanted", "list") in fault.figures
    return lost or fault.code.startswith("MT0") or fault.code in ("MT122", "MT125")


def _text(data: bytes) -> str:
    """What is probably written in a file, in whichever encoding offices save."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "ignore")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030", "ignore")


def load(data: Path | None) -> Loaded:
    """The folder that ``--data`` names or that is found from here, read and checked."""
    from motiontrack.book import load_book
    from motiontrack.rules import examine
    from motiontrack.rules.settings import settle

    folder = find_folder(data)
    files, unreadable = read_folder(folder)
    sources: dict[str, SourceText] = {}
    book, found = load_book(files, sources)
    # A file that is there and cannot be opened is not missing.
    there = {each.place.file for each in unreadable if each.place}
    kept = [
        each
        for each in found
        if not (each.code == "MT120" and each.place is not None and each.place.file in there)
    ]
    diagnostics = examine(book, (*unreadable, *kept))
    silenced: tuple[Diagnostic, ...] = ()
    if any(b"motiontrack" in each for each in files.values()):  # rare: others need not pay for the import
        from motiontrack.diagnostics.silenced import silence

        diagnostics, silenced = silence(diagnostics, files)
        diagnostics = settle(diagnostics, book)  # what is wrong in the comments themselves, too
    return Loaded(folder, files, book, diagnostics, sources, silenced)


def load_readable(data: Path | None, lang: str | None) -> tuple[Loaded, Book, str]:
    """The folder, its Book, and the language to speak; refused where nothing can be judged."""
    loaded = load(data)
    language = language_of_output(lang, loaded.language)
    if loaded.book is None:
        raise CannotRunError("cannot.no-book", language=language, path=loaded.folder.shown)
    return loaded, loaded.book, language
