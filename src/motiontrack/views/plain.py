"""A view as JSON, and the JSON Schema of a view, both from its own declaration."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any

try:
    from _json import encode_basestring  # alone: the package `json` brings its reader, and patterns
except ImportError:  # a Python without it
    from json.encoder import encode_basestring

__all__ = ["schema_of", "to_json"]


def to_json(value: Any) -> str:
    """``value`` as JSON, byte for byte as ``json.dumps(…, ensure_ascii=False, indent=2)`` writes it.

    That would first be given everything as dicts and lists, and writes indented text in Python, a
    piece at a time. Keys are null, never absent.
    """
    return _written(value, "\n") + "\n"


def _written(value: Any, line: str) -> str:
    """``value`` as JSON; ``line`` is a line's end with the indentation where it stands."""
    kind = type(value)
    if kind is str:
        return encode_basestring(value)
    if value is None:
        return "null"
    if kind is bool:
        return "true" if value else "false"
    if kind is int:
        return repr(value)
    inner = line + "  "
    if dataclasses.is_dataclass(kind):
        rows = [key + _written(getattr(value, name), inner) for key, name in _keys(kind)]
        return _enclosed("{", rows, "}", line)
    if isinstance(value, Enum):
        return _written(value.value, line)
    if isinstance(value, date):
        return f'"{value.isoformat()}"'
    if isinstance(value, Decimal):
        return repr(int(value) if value == value.to_integral_value() else float(value))
    if isinstance(value, Mapping):
        rows = [f"{encode_basestring(key)}: {_written(each, inner)}" for key, each in value.items()]
        return _enclosed("{", rows, "}", line)
    return _enclosed("[", [_written(each, inner) for each in value], "]", line)


def _enclosed(opening: str, rows: list[str], closing: str, line: str) -> str:
    inner = f"{line}  "
    return f"{opening}{inner}{f',{inner}'.join(rows)}{line}{closing}" if rows else opening + closing


@cache
def _keys(view: type) -> tuple[tuple[str, str], ...]:
    """Every key of ``view`` as it stands in JSON, with the field that it stands for."""
    keys = ((_key(field), field.name) for field in dataclasses.fields(view))
    return tuple((f"{encode_basestring(key)}: ", name) for key, name in keys if key is not None)


def _key(field: dataclasses.Field[Any]) -> str | None:
    """The field's key in JSON; ``None`` for what only people are shown."""
    if field.metadata.get("human"):
        return None
    key: str = field.metadata.get("key", field.name)
    return key


def schema_of(view: type, *, title: str, constant: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of ``view``; its key ``schema`` must hold ``constant``."""
    definitions: dict[str, Any] = {}
    root = _object(view, definitions)
    root["properties"]["schema"] = {"const": constant}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


def _object(view: type, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = typing.get_type_hints(view)
    properties = {
        key: _schema(hints[field.name], definitions)
        for field in dataclasses.fields(view)
        if (key := _key(field)) is not None
    }
    return {
        "type": "object",
        "description": (view.__doc__ or "").strip().splitlines()[0],
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


_SCALARS: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    Decimal: {"type": "number"},
    date: {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    type(None): {"type": "null"},
}


def _schema(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if hint in _SCALARS:
        return dict(_SCALARS[hint])
    if origin in (types.UnionType, typing.Union):
        return {"anyOf": [_schema(each, definitions) for each in arguments]}
    if origin is tuple:
        return {"type": "array", "items": _schema(arguments[0], definitions)}
    if origin is Mapping:
        return {"type": "object", "additionalProperties": _schema(arguments[1], definitions)}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"enum": [each.value for each in hint]}
    if hint.__name__ not in definitions:
        definitions[hint.__name__] = {}
        definitions[hint.__name__] = _object(hint, definitions)
    return {"$ref": f"#/$defs/{hint.__name__}"}
