"""Options that several commands share. Their help is a key of the catalogue (see ``cli.group``)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from motiontrack.cli.refusals import MisusedError
from motiontrack.diagnostics.codes import Severity

__all__ = [
    "AsOf",
    "Data",
    "FailOn",
    "Lang",
    "Language",
    "Output",
    "ProfileName",
    "check_suffix",
    "parse_day",
    "parse_folder",
    "parse_month",
    "parse_path",
    "parse_text",
    "parse_word",
]

Word = TypeVar("Word", bound=StrEnum)

_DAY = r"(?a)\d{4}-\d{2}-\d{2}"


class Language(StrEnum):
    """What ``--lang`` takes."""

    ZH = "zh"
    EN = "en"


class FailOn(StrEnum):
    """What ``validate --fail-on`` takes; the words of ``diagnostics.Severity``, and none of them."""

    NONE = "none"
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def severity(self) -> Severity | None:
        """The severity from which a run fails, if any."""
        return None if self is FailOn.NONE else Severity[self.name]


def parse_day(value: str | date) -> date:
    """``YYYY-MM-DD`` and nothing else; ``date.fromisoformat`` alone would take ``20100831`` too."""
    if isinstance(value, date):
        return value
    from motiontrack.model.deadline_rules import FIRST_YEAR, LAST_YEAR

    try:
        if re.fullmatch(_DAY, value):
            day = date.fromisoformat(value)
            if FIRST_YEAR <= day.year <= LAST_YEAR:
                return day
    except ValueError:
        pass  # 2010-02-30: said below, as any other
    raise MisusedError("usage.as-of", value=value)


def parse_month(value: str) -> str:
    """``YYYY-MM``, and whatever else can mean one month only."""
    from motiontrack.model.scalars import month_meant  # not for every command

    month = month_meant(value.strip())
    if not month:
        raise MisusedError("usage.month", value=value)
    return month


def parse_word(kind: type[Word], named: Mapping[str, Word]) -> Callable[[str], Word]:
    """What reads one of the words of ``kind``, or what it is ``named`` in Chinese, as one types it."""

    def read(value: str) -> Word:
        words = {each.value: each for each in kind} | dict(named)
        found = words.get(value.strip())
        if found is None:
            raise MisusedError("usage.choice", choices="、".join([*kind, *named]))
        return found

    return read


def parse_text(value: str) -> str:
    """A name; a shell's empty variable (``--profile "$RULES"``) is none, and must not mean the default."""
    if not value.strip():
        raise MisusedError("usage.empty")
    return value


def parse_path(value: str | Path) -> Path:
    """A path; an empty one would be the current folder, which nobody asked for."""
    return Path(parse_text(str(value)))


def parse_folder(value: str | Path) -> Path:
    """A folder for several files; ``-``, which is the screen elsewhere, would be a folder of that name."""
    if str(value).strip() == "-":
        raise MisusedError("usage.folder")
    return parse_path(value)


def check_suffix(path: Path, content: str, suffixes: tuple[str, ...]) -> None:
    """Refuse a file whose name promises something else: JSON in a data file, Markdown in a .docx."""
    if path.suffix.lower() not in suffixes:
        raise MisusedError("usage.suffix", path=path.name, format=content, suffixes="、".join(suffixes))


Data = Annotated[
    Path | None,
    typer.Option("--data", metavar="DIR", parser=parse_path, help="option.data", show_default=False),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", parser=parse_path, help="option.output", show_default=False
    ),
]
Lang = Annotated[Language | None, typer.Option("--lang", help="option.lang", show_default=False)]
AsOf = Annotated[
    date | None,
    typer.Option("--as-of", metavar="YYYY-MM-DD", parser=parse_day, help="option.as-of", show_default=False),
]
ProfileName = Annotated[
    str | None,
    typer.Option("--profile", metavar="NAME", parser=parse_text, help="option.profile", show_default=False),
]
