"""A view as plain data for JSON, and the JSON Schema of a view, both from its own declaration."""

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

__all__ = ["json_text", "schema_of", "to_plain"]


def json_text(view: Any) -> str:
    """``view`` as a JSON document."""
    import json  # not for the schema's sake

    return json.dumps(to_plain(view), ensure_ascii=False, indent=2) + "\n"


def to_plain(value: Any) -> Any:
    """``value`` as dicts, lists, strings and numbers; keys are null, never absent."""
    kind = type(value)
    if kind is str or kind is int or value is None:
        return value
    if dataclasses.is_dataclass(kind):
        return {key: to_plain(getattr(value, name)) for key, name in _keys(kind)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, Mapping):
        return {key: to_plain(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [to_plain(each) for each in value]
    return value


@cache
def _keys(view: type) -> tuple[tuple[str, str], ...]:
    """Every key of ``view`` in JSON, with the field that it stands for."""
    return tuple((key, field.name) for field in dataclasses.fields(view) if (key := _key(field)) is not None)


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
