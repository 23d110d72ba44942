"""Lists and paragraphs as offices type them: set in by whatever blanks, brought to where Markdown wants them.

To Markdown what belongs to ``1. `` stands three places in. Two, a tab or full-width blanks are as clear to
a reader, but to Markdown a list set in by two is another list beside the first. And only ``1.`` begins a list
right below a line, and no blanks a paragraph: all would run on in one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from motiontrack.lean import lean

__all__ = ["levelled"]

_ITEM = r"([-*+]|[0-9]{1,9}[.)])([ \t]+)(?=\S)"
#: What ends a list where it stands at the margin, though no empty line is before it.
_ENDING = ("#", ">", "|", "-", "=", "_", "*")
_FULL, _WIDE, _TAB = "\u3000", 2, 4
#: An item of the same kind that is set in by less stands beside the one above, set in by chance.
_SET_IN = 2
#: Two characters, by which offices set in the first line of a paragraph.
_INDENT = 4
_LONGEST_MARK = len("99.")


@lean
class _Item:
    """An item that is open: where its mark stands, was typed and written, and where its text is written."""

    mark: str
    typed: int
    written: int
    text: int

    @property
    def kind(self) -> str:
        """Items of one list have the same: the sign, or what follows the number."""
        return self.mark[-1]

    @property
    def typed_text(self) -> int:
        """Where its text was typed."""
        return self.typed + self.text - self.written


def levelled(text: str) -> str:
    """``text`` with its lists set in as Markdown reads them, each in the item that it is set in under."""
    return "\n".join(_lines(text))


def _lines(text: str) -> Iterator[str]:
    items: list[_Item] = []
    after_gap = True
    for line in text.split("\n"):
        bare = line.lstrip(f" \t{_FULL}")
        if not bare:
            after_gap = True
            yield ""
            continue
        blanks = line[: len(line) - len(bare)]
        typed = _width(blanks)
        item = re.match(_ITEM, bare)
        if not after_gap and not items and _begins_anew(item, bare, typed):
            yield ""
        if item is not None:
            yield _item(item, bare, typed, items)
        elif not items or not typed or _FULL in blanks:
            # Full-width blanks begin a paragraph of the paper, as offices begin all.
            if after_gap or _FULL in blanks or bare.startswith(_ENDING):
                items.clear()
            yield line
        else:
            while after_gap and len(items) > 1 and typed <= items[-1].typed:
                items.pop()
            # A line under an item belongs to it, however little it is set in.
            yield " " * items[-1].text + bare
        after_gap = False


def _begins_anew(item: re.Match[str] | None, bare: str, typed: int) -> bool:
    """Whether a line below a paragraph is not a part of it; ``2010. `` there is a year, not a number."""
    if item is not None:
        return len(item[1]) <= _LONGEST_MARK
    return typed >= _INDENT and not bare.startswith(_ENDING)


def _width(blanks: str) -> int:
    width = 0
    for each in blanks:
        width += _TAB - width % _TAB if each == "\t" else _WIDE if each == _FULL else 1
    return width


def _item(found: re.Match[str], bare: str, typed: int, items: list[_Item]) -> str:
    """An item where it belongs, which becomes the last of those that are open."""
    mark = found[1]
    while items and typed < items[-1].typed:
        items.pop()
    if items and not _is_deeper(mark, typed, items[-1]):
        written = items.pop().written
    else:
        written = items[-1].text if items else 0
    items.append(_Item(mark, typed, written, written + len(mark) + 1))
    return f"{' ' * written}{mark} {bare[found.end() :]}"


def _is_deeper(mark: str, typed: int, above: _Item) -> bool:
    """Whether an item that is typed there stands in the one above, not beside it."""
    if typed <= above.typed:
        return False
    begins = mark[:-1] == "1" and typed - above.typed >= _SET_IN
    return typed >= above.typed_text or mark[-1] != above.kind or begins
