"""``motiontrack record``: one return, decision, finding or answer put at the end of its data file."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from motiontrack.cli.options import Data, Lang, parse_month
from motiontrack.cli.refusals import MisusedError
from motiontrack.exchange.recording import RECORDABLE, Recordable, names_alone, parted, typed_keys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from motiontrack.model.written import Given

__all__ = ["record"]

#: ``--class`` cannot be the name of a parameter in Python.
_SUFFIX = "_"
_IN_CHINESE = {"填报": "return", "决定": "decision", "问题": "finding", "反馈": "feedback"}


def record(
    what: list[str] | None,
    *,
    data: Path | None,
    lang: str | None,
    dry_run: bool,
    yes: bool,
    **given: Any,
) -> None:
    """Put one row into a data file, after showing it; exit 1 if it would be an error."""
    from motiontrack.cli.recording import Asked, put

    kind, named = _what(what or [])
    typed = _typed(kind, given)
    put(Asked(kind, named, typed, data, lang, dry_run=dry_run, yes=yes))


def _what(words: list[str]) -> tuple[Recordable, dict[str, str]]:
    """What is to be recorded, and the keys given by position: ``T07``; ``decision extend T16``."""
    if not words:
        raise MisusedError("usage.record-what")
    named = _IN_CHINESE.get(words[0], words[0])
    name, rest = (named, words[1:]) if named in RECORDABLE else ("return", words)
    kind = RECORDABLE[name]
    if len(rest) != len(kind.named):
        raise MisusedError(f"usage.record-{name}", given=" ".join(words))
    return kind, dict(zip(kind.named, rest, strict=True))


def _typed(kind: Recordable, given: dict[str, Any]) -> dict[str, Given]:
    """The options that were given, by key; one that this kind of row does not have is refused."""
    keys = typed_keys(kind)
    typed: dict[str, Given] = {}
    for name, value in given.items():
        key = name.removesuffix(_SUFFIX)
        if value is None or value == []:
            continue
        if key not in keys and not (key == "month" and kind.file is None):
            raise MisusedError(
                "usage.record-option", option=_option(key), known="、".join(map(_option, keys))
            )
        typed[key] = _value(kind, key, value)
    return typed


def _value(kind: Recordable, key: str, value: Any) -> Given:
    """One fact as the file has it: a table, several texts, or one; a month as ``2010-07``."""
    if key == "targets":
        return _table(key, value)
    if key == "month":
        return parse_month(value)
    if isinstance(value, str):
        return value
    if names_alone(kind, key):
        return tuple(name for each in value for name in parted(each))
    return tuple(value)


def _table(key: str, rows: list[str]) -> dict[str, str]:
    """``ID=VALUE`` rows as a table."""
    table = {}
    for row in rows:
        name, mark, value = row.replace("＝", "=").partition("=")
        if not mark or not name.strip() or not value.strip():
            raise MisusedError("usage.record-table", option=_option(key), value=row)
        table[name.strip()] = value.strip()
    return table


def _option(key: str) -> str:
    return f"--{key.replace('_', '-')}"


def _parameters() -> Iterator[inspect.Parameter]:
    """The arguments and options of the command: one for each key of everything that can be recorded."""
    keyword = inspect.Parameter.KEYWORD_ONLY
    argument = Annotated[
        list[str] | None, typer.Argument(metavar="WHAT...", help="argument.record", show_default=False)
    ]
    yield inspect.Parameter(
        "what", inspect.Parameter.POSITIONAL_OR_KEYWORD, default=None, annotation=argument
    )
    for key, (source, many) in _fields().items():
        metavar = "ID=N" if key == "targets" else "TEXT"
        option = typer.Option(_option(key), help=f"field:{source}.{key}", show_default=False, metavar=metavar)
        kind: Any = list[str] | None if many else str | None
        name = key + _SUFFIX if key == "class" else key
        yield inspect.Parameter(name, keyword, default=None, annotation=Annotated[kind, option])
    flags = {"dry_run": "option.dry-run", "yes": "option.yes"}
    for name, help_key in flags.items():
        option = typer.Option(_option(name), help=help_key, show_default=False)
        yield inspect.Parameter(name, keyword, default=False, annotation=Annotated[bool, option])
    for name, annotation in (("data", Data), ("lang", Lang)):
        yield inspect.Parameter(name, keyword, default=None, annotation=annotation)


def _fields() -> dict[str, tuple[str, bool]]:
    """Every key that can be given -> the record that describes it, and whether it takes several values."""
    fields = {"month": ("ReturnFile", False)}
    for what in RECORDABLE.values():
        for key, many in typed_keys(what).items():
            fields.setdefault(key, (what.record.__name__, many))
    return fields


def _described() -> None:
    """Give the function the parameters that follow from what can be recorded, for Typer to read."""
    parameters = tuple(_parameters())
    record.__annotations__ = {each.name: each.annotation for each in parameters} | {"return": None}
    record.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]


_described()
