"""What ``validate --fix`` and ``--diff`` do: repair the files of a folder, or show what would be repaired."""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from motiontrack.cli import output
from motiontrack.cli.diffs import diff_of
from motiontrack.cli.files import Folder
from motiontrack.cli.writing import alone_in
from motiontrack.diagnostics.record import shown_path
from motiontrack.language.catalogue import Catalogue
from motiontrack.language.display import visible
from motiontrack.lean import lean
from motiontrack.repair import Change, repair_files
from motiontrack.source.writing import replace_file

__all__ = ["Fixed", "fix", "show_diff"]

_MOST_LINES = 10


@lean
class Fixed:
    """What was repaired on disk; and what was not written, each file with a key of the catalogue."""

    changes: tuple[Change, ...]
    refused: tuple[tuple[str, str], ...]

    def told(self, catalogue: Catalogue, folder: str) -> str:
        """Every repair by file and kind, and how many there are."""
        rows = list(_told(self.changes, catalogue, folder))
        rows += [catalogue.word(key, file=visible(shown_path(folder, file))) for file, key in self.refused]
        files = len({change.file for change in self.changes})
        key = "fix.totals" if self.changes else "fix.nothing"
        rows.append(catalogue.word(key, count=len(self.changes), files=files))
        return "\n".join(rows) + "\n"


def fix(folder: Folder, files: Mapping[str, bytes]) -> Fixed:
    """Repair ``files`` of ``folder`` on disk; one that cannot be written, or is not what was read, stays.

    Raises ``CannotRunError`` where somebody else goes on writing in the folder, or nobody may.
    """
    changes: list[Change] = []
    refused: list[tuple[str, str]] = []
    repairs = repair_files(files)
    if not repairs:
        return Fixed((), ())
    with alone_in(folder):
        for file, repaired in repairs.items():
            why_not = _replace(folder.path / file, files[file], repaired.data)
            if why_not is None:
                changes += repaired.changes
            else:
                refused.append((file, why_not))
    return Fixed(tuple(changes), tuple(refused))


def show_diff(folder: Folder, files: Mapping[str, bytes], catalogue: Catalogue) -> bool:
    """Print what ``fix`` would change as a unified diff; True if there is anything."""
    repaired = repair_files(files)
    for file, each in repaired.items():
        shown = shown_path(folder.shown, file)
        # Before the first `---` a diff may say anything: what cannot be seen in its lines.
        recoded = (
            catalogue.word("fix.to-recode", file=visible(shown)) + "\n" if _recoded(each.changes) else ""
        )
        output.write_data(recoded + diff_of(each.legible, each.data, shown))
    if not repaired:
        output.say(catalogue.word("fix.nothing"))
    return bool(repaired)


def _replace(path: Path, before: bytes, after: bytes) -> str | None:
    """Put ``after`` at ``path`` if there is ``before``; else the key of why it was not done."""
    try:
        if path.is_symlink():
            return "fix.link"
        if not path.stat().st_mode & stat.S_IWUSR:
            return "fix.read-only"
        if path.read_bytes() != before:
            return "fix.changed"
        replace_file(path, after)
    except OSError:
        return "fix.not-written"
    return None


def _told(changes: Iterable[Change], catalogue: Catalogue, folder: str) -> Iterator[str]:
    by_kind: dict[tuple[str, str], list[int]] = {}
    for change in changes:
        by_kind.setdefault((change.file, change.code), []).append(change.line)
    for (file, code), lines in by_kind.items():
        shown = [str(line) for line in lines[:_MOST_LINES] if line]
        if len(lines) > _MOST_LINES:
            shown.append("...")
        figures = {"file": visible(shown_path(folder, file)), "code": code}
        figures["title"] = catalogue.diagnostics[code].title
        figures["lines"] = catalogue.word("list.joint").join(shown)
        yield catalogue.word("fix.lines" if shown else "fix.recoded", **figures)


def _recoded(changes: Iterable[Change]) -> bool:
    return any(not change.line for change in changes)
