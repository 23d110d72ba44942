"""The JSON Schema of each data file, from the fields' own descriptions (DESIGN §2).

For people who type in an editor: titles, meanings and messages in Chinese and English. Draft 7,
which every version of the YAML language server knows. Where the server would write a keyword's
value into a new entry by itself (``default``, a single example), the keyword is left out.
"""

from __future__ import annotations

from typing import Any

from motiontrack.language.catalogue import LANGUAGES, load
from motiontrack.model import days_off, fields, profile  # noqa: F401 - for RECORDS
from motiontrack.model.decode import RECORDS
from motiontrack.model.fields import Description, Record, Shape, describe
from motiontrack.model.scalars import LONGEST_IDENTIFIER, MOST_DECIMALS, MOST_DIGITS
from motiontrack.model.schema import FILE_KINDS

__all__ = ["file_schema"]

Schema = dict[str, Any]

_JOINT = " · "

# Patterns that JavaScript and Python read alike.
_DAY = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
_MONTH = r"^[0-9]{4}-(0[1-9]|1[0-2])$"
_IDENTIFIER = rf"^[^\s/,;:，；：、]{{1,{LONGEST_IDENTIFIER}}}$"
_NUMBER = rf"^-?[0-9]{{1,{MOST_DIGITS}}}(\.[0-9]{{1,{MOST_DECIMALS}}})?$"
#: What YAML makes of a word that is typed without quotes.
_WORDS = ("string", "number", "boolean")
#: Nothing behind the colon. Said by what it is not: an editor would offer a type ``null`` to type.
#: The empty title tells it apart from its sibling, of which an editor would show the title twice.
_EMPTY: Schema = {"title": "", "not": {"type": ["object", "array", *_WORDS]}}


def file_schema(kind: str) -> Schema:
    """The JSON Schema of one kind of data file; ``kind`` is a key of ``FILE_KINDS``.

    Editors check shape only: what refers to what, and which days exist, ``validate`` knows.
    """
    definitions: Schema = {}
    root = _record(RECORDS[FILE_KINDS[kind]], definitions)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": f"urn:motiontrack:{kind}",
        "title": _said(f"schema.title.{kind}"),
        "description": _said("schema.about", "\n"),
        **root,
        "definitions": dict(sorted(definitions.items())),
    }


def _said(key: str, joint: str = _JOINT, **figures: str | int) -> str:
    """A sentence in both languages: an editor knows not which its user reads."""
    return joint.join(load(language, "explain").word(key, **figures) for language in LANGUAGES)


def _record(record: type[Record], definitions: Schema) -> Schema:
    """A group of fields. One branch for each demand, so that each can have a message of its own."""
    described = [description for _, description in describe(record).values()]
    required = [each for each in described if each.required]
    return {
        "allOf": [
            {"type": "object", "errorMessage": _said("schema.record")},
            *({"required": [each.key], "errorMessage": _missing(each)} for each in required),
        ],
        "properties": {each.key: _field(each, definitions) for each in described},
        "additionalProperties": False,
        **({"defaultSnippets": [_snippet(required)]} if required else {}),
    }


def _snippet(required: list[Description]) -> Schema:
    """What an editor offers to write for a new group: the required fields, to be filled in one by one."""
    body = {each.key: f"${number}" for number, each in enumerate(required, 1)}
    return {"label": _said("schema.snippet"), "body": body}


def _missing(field: Description) -> str:
    labels = {"zh": field.label_zh, "en": field.label_en}
    return _JOINT.join(
        load(language, "explain").word("schema.missing", field=field.key, label=labels[language])
        for language in LANGUAGES
    )


def _field(description: Description, definitions: Schema) -> Schema:
    meaning = f"{description.meaning_zh}\n{description.meaning_en}"
    if description.required:
        meaning += "\n" + _said("schema.required")
    return {
        "title": f"{description.label_zh} · {description.label_en}",
        "description": meaning,
        **_or_empty(_plain(description.shape, definitions), required=description.required),
    }


def _or_empty(plain: Schema, *, required: bool) -> Schema:
    """``plain``, or nothing behind the colon, which is as good as leaving the field out."""
    return plain if required else {"anyOf": [plain, _EMPTY]}


def _types(plain: Schema) -> list[str]:
    kept = plain["type"]
    return [kept] if isinstance(kept, str) else list(kept)


def _plain(shape: Shape, definitions: Schema) -> Schema:
    match shape:
        case fields.Nested(name):
            if name not in definitions:
                definitions[name] = {}
                definitions[name] = _record(RECORDS[name], definitions)
            return {"$ref": f"#/definitions/{name}"}
        case fields.Many(of):
            return {"type": "array", "items": _plain(of, definitions), "errorMessage": _said("schema.list")}
        case fields.OneOrMany(of):
            one = _plain(of, definitions)
            if "type" not in one:  # a choice: its words are no list's
                return {"anyOf": [one, {"type": "array", "items": one, "errorMessage": _said("schema.list")}]}
            return one | {"type": [*_types(one), "array"], "items": one}
        case fields.Table(of, keys):
            values = _plain(of, definitions)
            offered = {"propertyNames": {"enum": list(keys)}} if keys else {}
            return {
                "type": "object",
                **offered,
                "additionalProperties": values,
                "errorMessage": _said("schema.table"),
            }
    return _scalar(shape)


def _scalar(shape: Shape) -> Schema:
    match shape:
        case fields.Choice(words, named):
            listed = {"enum": list(words), "errorMessage": _said("schema.choice", words="、".join(words))}
            return listed | ({"enumDescriptions": list(named)} if named else {})
        case fields.Number(minimum, whole, maximum):
            limits = {"minimum": minimum, "maximum": maximum}
            return {
                "type": ["integer" if whole else "number", "string"],
                "pattern": _NUMBER,
                "errorMessage": _said("schema.whole" if whole else "schema.number"),
                **{name: limit for name, limit in limits.items() if limit is not None},
            }
        case fields.Flag():
            return {"enum": ["是", "否", True, False], "errorMessage": _said("schema.flag")}
        case fields.Day():
            return _written("string", _DAY, "schema.day", "2010-08-31", "2010-12-31")
        case fields.Month():
            return _written("string", _MONTH, "schema.month", "2010-07", "2010-08")
        case fields.Identifier():
            kept = {
                "pattern": _IDENTIFIER,
                "patternErrorMessage": _said("schema.id", limit=LONGEST_IDENTIFIER),
            }
            return {"type": list(_WORDS), **kept, "errorMessage": _said("schema.value")}
        case fields.When():
            examples = ["10月底前", "三季度", "2010-10-31"]
            return {"type": list(_WORDS), "examples": examples, "errorMessage": _said("schema.when")}
    return {"type": list(_WORDS), "errorMessage": _said("schema.value")}


def _written(kind: str, pattern: str, message: str, *examples: str) -> Schema:
    said = _said(message)
    return {
        "type": kind,
        "pattern": pattern,
        "patternErrorMessage": said,
        "errorMessage": said,
        "examples": list(examples),
    }
