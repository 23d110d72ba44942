"""What a paper consists of on its way to Word: pages of paragraphs and tables, each of a named kind."""

from __future__ import annotations

from motiontrack.lean import lean

__all__ = ["Block", "Cell", "Page", "Paper", "Paragraph", "Run", "Table"]


@lean
class Run:
    """A stretch of text in one look. A line break in it is a line break on paper."""

    text: str
    bold: bool = False
    italic: bool = False
    #: In the head of a run-in paragraph: the level that the heading has.
    head: int = 0
    colour: str = ""


@lean
class Paragraph:
    """A paragraph; ``kind`` is a row in the table of styles."""

    kind: str
    runs: tuple[Run, ...]


@lean
class Cell:
    """A cell of a table, which may reach over several columns and rows."""

    paragraphs: tuple[Paragraph, ...]
    columns: int = 1
    rows: int = 1

    @property
    def text(self) -> str:
        """All that it says, its paragraphs each on a line."""
        return "\n".join("".join(run.text for run in each.runs) for each in self.paragraphs)


@lean
class Table:
    """Rows of cells; the first ``head`` of them come again on each page."""

    rows: tuple[tuple[Cell, ...], ...]
    head: int


Block = Paragraph | Table


@lean
class Page:
    """What begins a page of its own; ``kind`` is a row in the table of sheets."""

    kind: str
    blocks: tuple[Block, ...]


@lean
class Paper:
    """A paper: its language, its title, what is stamped on each page, and its pages."""

    language: str
    title: str
    stamp: str
    pages: tuple[Page, ...]
