"""Facts as lines of YAML: in the order of the record's fields, quoted only where they must be.

What is written is what was given, letter for letter; what it means is for the reader of the file to
say, which reads every value back before anything is kept (``motiontrack.additions``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from motiontrack.model.fields import (
    RECORDS,
    Day,
    Flag,
    Many,
    Month,
    Nested,
    Number,
    Record,
    Table,
    When,
    describe,
)
from motiontrack.source.text import LIST_MARKS
from motiontrack.source.values import NULLS

__all__ = ["Given", "quoted", "rows_of", "written"]

#: One fact: its text; or several texts; or one or several texts by free keys; or rows, each with its facts.
Given: TypeAlias = "str | Sequence[str] | Mapping[str, str | Sequence[str]] | Sequence[Mapping[str, Given]]"

# Letters and digits of any script, and the marks that mean nothing to YAML or to a hasty reader:
# no colon of any width, no quotes, no bracket that begins a list.
_PLAIN = r"[^\W_](?:[\w./%+\-、，。；（）《》〈〉〔〕…·~]|[ ](?=[\w（《〔]))*"
#: What other readers of YAML would take for a number, a truth value or nothing.
_OF_ANOTHER_KIND = r"(?i)[-+]?[\d_]*\.?\d+(?:e[-+]?\d+)?|0[xob][0-9a-f]+|y|n|yes|no|true|false|on|off"
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_LONGEST_LIST = 80


def written(record: type[Record], given: Mapping[str, Given]) -> tuple[str, ...]:
    """``given`` (key -> fact) as the lines of one mapping, without indentation; empty facts are left out.

    A record's own fields come before those that it shares with others: a stage's id before its deadline.
    Raises ``KeyError`` for a key that the record does not have.
    """
    described = describe(record)
    unknown = given.keys() - described.keys()
    if unknown:
        raise KeyError(*sorted(unknown))
    keys = sorted(described, key=lambda key: described[key][0] not in record.__annotations__)
    return tuple(line for key in keys if (fact := given.get(key)) for line in _fact(record, key, fact))


def _fact(record: type[Record], key: str, fact: Given) -> Iterator[str]:
    """The lines of one key of ``record``."""
    shape = describe(record)[key][1].shape
    if not isinstance(shape, Many) or not isinstance(shape.of, Nested):
        yield from _lines(key, fact, typed=_typed(record, key))
        return
    yield f"{key}:"
    for row in rows_of(fact):
        first, *more = written(RECORDS[shape.of.record], row)
        yield f"  - {first}"
        yield from (f"    {line}" for line in more)


def rows_of(fact: Given) -> Iterator[Mapping[str, Given]]:
    """The rows of a fact that is a list of records; none of any other."""
    if not isinstance(fact, str | Mapping):
        yield from (each for each in fact if isinstance(each, Mapping))


def _typed(record: type[Record], key: str) -> bool:
    """Whether a value of that key is no text, so that a bare number or date is what is meant."""
    return isinstance(describe(record)[key][1].shape, Day | Month | Number | Flag | When | Table)


def _lines(key: str, fact: Given, *, typed: bool) -> Iterator[str]:
    if isinstance(fact, str):
        yield from _text(key, fact, typed=typed)
    elif isinstance(fact, Mapping):
        yield f"{key}:"
        for name, value in fact.items():
            if isinstance(value, str):
                yield f"  {quoted(name)}: {quoted(value, typed=typed)}"
            else:
                yield from (f"  {line}" for line in _list(quoted(name), value, typed=typed))
    else:
        yield from _list(key, [each for each in fact if isinstance(each, str)], typed=typed)


def _list(key: str, facts: Sequence[str], *, typed: bool) -> Iterator[str]:
    if len(facts) == 1:
        yield from _text(key, facts[0], typed=typed)
        return
    texts = [quoted(each) for each in facts]
    line = f"{key}: [{', '.join(texts)}]"
    if len(line) <= _LONGEST_LIST and not any("," in text for text in texts):
        yield line
        return
    yield f"{key}:"
    yield from (f"  - {text}" for text in texts)


def _text(key: str, text: str, *, typed: bool) -> Iterator[str]:
    lines = text.split("\n")
    if len(lines) > 1 and all(line and line.strip() == line and line.isprintable() for line in lines):
        yield f"{key}: |-"
        yield from (f"  {line}" for line in lines)
        return
    yield f"{key}: {quoted(text, typed=typed)}"


def quoted(text: str, *, typed: bool = False) -> str:
    """``text`` as a YAML scalar on one line: bare where nobody could take it for anything else."""
    if (
        re.fullmatch(_PLAIN, text)
        and text not in NULLS
        and text[0] not in LIST_MARKS
        and (typed or not _of_another_kind(text))
    ):
        return text
    return '"' + "".join(_escaped(each) for each in text) + '"'


def _of_another_kind(text: str) -> bool:
    return bool(re.fullmatch(_OF_ANOTHER_KIND, text) or re.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}.*", text))


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    return character if character.isprintable() or character == "\u3000" else f"\\U{ord(character):08x}"
