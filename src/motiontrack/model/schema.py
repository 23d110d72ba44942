"""The JSON Schema of each data file, from the fields' own descriptions (DESIGN §2)."""

from __future__ import annotations

from typing import Any

from motiontrack.model import fields
from motiontrack.model.decode import RECORDS
from motiontrack.model.fields import Description, Record, Shape, describe

__all__ = ["FILE_KINDS", "file_schema"]

#: The name of each kind of data file -> its record class.
FILE_KINDS: dict[str, str] = {
    "plan": "PlanFile",
    "units": "UnitFile",
    "schedules": "ScheduleFile",
    "returns": "ReturnFile",
    "decisions": "DecisionFile",
    "findings": "FindingFile",
    "feedback": "FeedbackFile",
    "calendar": "CalendarFile",
}

_DAY = r"^\d{4}-\d{2}-\d{2}$"
_MONTH = r"^\d{4}-(0[1-9]|1[0-2])$"


def file_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one kind of data file; ``kind`` is a key of ``FILE_KINDS``.

    Editors check shape only: what refers to what, and which days exist, ``validate`` knows.
    """
    record = RECORDS[FILE_KINDS[kind]]
    definitions: dict[str, Any] = {}
    root = _record(record, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"motiontrack {kind}.yaml" if kind != "returns" else "motiontrack returns/YYYY-MM.yaml",
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


def _record(record: type[Record], definitions: dict[str, Any]) -> dict[str, Any]:
    described = [description for _, description in describe(record).values()]
    return {
        "type": "object",
        "properties": {each.key: _field(each, definitions) for each in described},
        "required": [each.key for each in described if each.required],
        "additionalProperties": False,
    }


def _field(description: Description, definitions: dict[str, Any]) -> dict[str, Any]:
    return {
        "title": f"{description.label_zh} · {description.label_en}",
        "description": f"{description.meaning_zh}\n{description.meaning_en}",
        **_shape(description.shape, definitions, required=description.required),
    }


def _shape(shape: Shape, definitions: dict[str, Any], *, required: bool = False) -> dict[str, Any]:
    plain = _plain(shape, definitions)
    if required or "$ref" in plain:
        return plain
    return {"anyOf": [plain, {"type": "null"}]}


def _plain(shape: Shape, definitions: dict[str, Any]) -> dict[str, Any]:
    match shape:
        case fields.Nested(name):
            if name not in definitions:
                definitions[name] = {}
                definitions[name] = _record(RECORDS[name], definitions)
            return {"$ref": f"#/$defs/{name}"}
        case fields.Many(of):
            return {"type": "array", "items": _plain(of, definitions)}
        case fields.OneOrMany(of):
            one = _plain(of, definitions)
            return {"anyOf": [one, {"type": "array", "items": one}]}
        case fields.Table(of):
            return {"type": "object", "additionalProperties": _plain(of, definitions)}
        case fields.Choice(words):
            return {"enum": list(words)}
        case fields.Number(minimum, whole, maximum):
            limits = {"minimum": minimum, "maximum": maximum}
            set_limits = {name: limit for name, limit in limits.items() if limit is not None}
            return {"type": "integer" if whole else "number"} | set_limits
        case fields.Flag():
            return {"enum": ["是", "否", True, False]}
        case fields.Day():
            return {"type": "string", "pattern": _DAY}
        case fields.Month():
            return {"type": "string", "pattern": _MONTH}
        case fields.Identifier():
            return {"type": ["string", "integer"]}
    return {"type": ["string", "number"]}
