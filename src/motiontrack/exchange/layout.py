"""The columns of a month's form, declared once for writing it and for reading it back."""

from __future__ import annotations

from motiontrack.language.catalogue import Catalogue
from motiontrack.lean import lean
from motiontrack.model.fields import Choice, Description, describe
from motiontrack.model.items import Item
from motiontrack.model.returns import Entry

__all__ = [
    "COLUMNS",
    "FIGURE",
    "FILLED",
    "HEAD",
    "KEYS",
    "OF_STAGE",
    "SIGNED",
    "Column",
    "choices",
    "field",
    "label",
]

#: What the hidden first column says in the row of the keys, and in the rows of the form's head.
KEYS, HEAD = "#keys", "#head"
#: Between the id of an item and the id of its target, in the hidden column; neither can hold it.
FIGURE = "/"


@lean
class Column:
    """One column: its key, its width in characters, and whether the unit fills it in."""

    key: str
    width: float
    filled: bool = False


#: The hidden column of the ids comes before these.
COLUMNS = (
    Column("no", 5.5),
    Column("text", 25),
    Column("due", 14),
    Column("known", 13),
    Column("promised", 17),
    Column("state", 8, filled=True),
    Column("progress", 8.5, filled=True),
    Column("work", 25, filled=True),
    Column("problems", 14, filled=True),
    Column("coordinate", 13, filled=True),
    Column("next", 18, filled=True),
    Column("outlook", 9.5, filled=True),
    Column("forecast", 11.5, filled=True),
    Column("done_on", 11.5, filled=True),
    Column("evidence", 13, filled=True),
)
FILLED = tuple(column.key for column in COLUMNS if column.filled)
#: What is asked for in the row of a stage.
OF_STAGE = ("state", "done_on", "evidence")
#: What is asked for once a form, above its rows.
SIGNED = ("by", "reviewed_by", "date")
_OF_ITEM = {"no": "id", "text": "text", "due": "due"}


def field(key: str) -> Description:
    """The description of the field of a return that a key names."""
    return describe(Entry)[key][1]


def label(key: str, catalogue: Catalogue) -> str:
    """What a column is called: as its field is, wherever it stands for one."""
    if key in _OF_ITEM:
        return _named(describe(Item)[_OF_ITEM[key]][1], catalogue)
    if key in ("known", "promised"):
        return catalogue.word(f"collect.column.{key}")
    if key == "percent":
        return _named(field("progress"), catalogue)
    if key == "progress":
        percent, figures = _named(field("progress"), catalogue), _named(field("targets"), catalogue)
        return catalogue.word("collect.column.progress", percent=percent, figures=figures)
    return _named(field(key), catalogue)


def _named(described: Description, catalogue: Catalogue) -> str:
    return described.label_zh if catalogue.language == "zh" else described.label_en


def choices(key: str, catalogue: Catalogue) -> dict[str, str]:
    """The words that a form offers for a key -> the words of the files."""
    shape = field(key).shape
    if not isinstance(shape, Choice):
        return {}
    named = shape.named if catalogue.language == "zh" else shape.words
    return dict(zip(named, shape.words, strict=True))
