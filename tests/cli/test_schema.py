"""``motiontrack schema``: current, valid, and agreeing with the loader."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from motiontrack.model.schema import FILE_KINDS
from tests.commands import DATA, ROOT, run


class EditorLoader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: numbers and true/false, but no dates and no ``no``."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML's own way
        first: [
            (tag, pattern)
            for tag, pattern in resolvers
            if tag.endswith((":int", ":float", ":null")) or (tag.endswith(":bool") and first in "tTfF")
        ]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def schema(kind: str) -> dict[str, Any]:
    ran = run("schema", kind)
    assert (ran.code, ran.err) == (0, "")
    printed: dict[str, Any] = json.loads(ran.out)
    return printed


@pytest.mark.parametrize("kind", [*FILE_KINDS, "status", "show"])
def test_the_committed_schema_is_current_and_valid(kind: str) -> None:
    printed = schema(kind)

    Draft202012Validator.check_schema(printed)
    assert printed == json.loads((ROOT / "schema" / f"{kind}.json").read_text(encoding="utf-8"))


def test_the_committed_field_reference_is_current() -> None:
    assert run("schema", "fields").out == (ROOT / "docs/reference/fields.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", ["plan", "units"])
def test_the_shipped_data_hold_to_their_schema(kind: str) -> None:
    data = yaml.load((DATA / f"{kind}.yaml").read_text(encoding="utf-8"), Loader=EditorLoader)  # noqa: S506

    assert list(Draft202012Validator(schema(kind)).iter_errors(data)) == []


def test_every_field_has_a_title_and_a_description_in_both_languages() -> None:
    for kind in FILE_KINDS:
        printed = schema(kind)
        for record in (printed, *printed["$defs"].values()):
            for key, field in record["properties"].items():
                assert " · " in field["title"], (kind, key)
                assert "\n" in field["description"], (kind, key)
