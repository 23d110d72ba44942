"""``motiontrack schema``: current, valid, and agreeing with the loader: not stricter, not needlessly laxer."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from jsonschema import Draft7Validator, Draft202012Validator

from motiontrack.model import fields
from motiontrack.model.decode import RECORDS
from motiontrack.model.fields import Description, Shape, describe
from motiontrack.model.scalars import READERS, Refused
from motiontrack.model.schema import FILE_KINDS
from motiontrack.render.json_schema import _scalar
from tests.commands import DATA, ROOT, run

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

CASES = ROOT / "tests" / "cases"


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


VALIDATORS = {kind: Draft7Validator(schema(kind)) for kind in FILE_KINDS}


def kind_of(path: Path) -> str:
    return {"returns": "returns", "profiles": "profile"}.get(path.parent.name, path.stem)


def read(text: str) -> Any:
    return yaml.load(text, Loader=EditorLoader)  # noqa: S506 - safe, only with other scalars


def errors(path: Path) -> list[ValidationError]:
    data = read(path.read_bytes().decode("utf-8-sig"))
    return list(VALIDATORS[kind_of(path)].iter_errors(data))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("kind", [*FILE_KINDS, "status", "show", "collect-status"])
def test_the_committed_schema_is_current_and_valid(kind: str) -> None:
    printed = schema(kind)

    (Draft7Validator if kind in FILE_KINDS else Draft202012Validator).check_schema(printed)
    assert printed == json.loads((ROOT / "schema" / f"{kind}.json").read_text(encoding="utf-8"))


def test_the_committed_field_reference_is_current() -> None:
    assert run("schema", "fields").out == (ROOT / "docs/reference/fields.md").read_text(encoding="utf-8")


# -- what an editor shows -------------------------------------------------------------------------


def every_field() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for kind in FILE_KINDS:
        printed = schema(kind)
        for record in (printed, *printed["definitions"].values()):
            for key, field in record["properties"].items():
                yield kind, key, field


def test_every_field_has_a_title_and_a_description_in_both_languages() -> None:
    for kind, key, field in every_field():
        assert " · " in field["title"], (kind, key)
        assert "\n" in field["description"], (kind, key)


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_every_file_has_an_id_and_a_title(kind: str) -> None:
    printed = schema(kind)

    assert printed["$id"] == f"urn:motiontrack:{kind}"
    assert re.match("[\u4e00-\u9fff]", printed["title"])
    assert "motiontrack validate" in printed["description"]


def everything(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from everything(each)
    elif isinstance(value, list):
        for each in value:
            yield from everything(each)


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_whatever_may_be_refused_has_a_message_in_both_languages(kind: str) -> None:
    for part in everything(schema(kind)):
        if "type" in part and isinstance(part["type"], str | list) and "title" not in part:
            assert "errorMessage" in part or part["type"] == _NOTHING, part
        if "pattern" in part and isinstance(part["pattern"], str):
            assert "patternErrorMessage" in part or "errorMessage" in part, part
        for key in ("errorMessage", "patternErrorMessage"):
            if isinstance(part.get(key), str):
                zh, _, en = part[key].partition(" · ")
                assert re.search("[\u4e00-\u9fff]", zh), part[key]
                assert re.search("[a-z]", en), part[key]


_NOTHING = ["object", "array", "string", "number", "boolean"]


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_every_word_of_a_choice_is_described_where_it_has_a_name(kind: str) -> None:
    for part in everything(schema(kind)):
        if "enumDescriptions" in part:
            assert len(part["enumDescriptions"]) == len(part["enum"])


def test_an_editor_is_given_nothing_that_it_would_write_by_itself() -> None:
    for kind in FILE_KINDS:
        for part in everything(schema(kind)):
            assert "default" not in part or isinstance(part["default"], dict)  # a field of that name
            if isinstance(part.get("examples"), list):
                assert len(part["examples"]) > 1


# -- not stricter than the loader -----------------------------------------------------------------

FAULTLESS = [
    *sorted(DATA.rglob("*.yaml")),
    *sorted((ROOT / "examples").rglob("*.yaml")),
    *sorted(path for case in CASES.glob("clean-*") for path in case.rglob("*.yaml")),
]


@pytest.mark.parametrize("path", FAULTLESS, ids=name)
def test_what_validate_takes_the_schema_takes(path: Path) -> None:
    assert errors(path) == []


#: What people type behind a colon, right and wrong.
TYPED = re.findall(
    r"\S+",
    """
是 否 true false True TRUE yes no on off null ~ 0 1 -1 30 -30 +5 007 2010 1978 20100 2101 1.5 -1.25 .5 5. 1e3 0x10 1_000
1,000 30% 十 ３０ 1.0000001 123456789012345 1234567890123456 2010-08-31 2010-8-31 2010-02-30 2010-13-01 2010-00-10
2010年8月31日 2010/8/31 1899-01-01 2010-08 2010-8 2010-13 2010年8月 10月底前 三季度 T01 T/01 T01,T02 建设局、园林局 a.b
zh en fr total level 累计数 done in-progress 满意 figure lead extend unit
""",
)
LONG = ("字" * 60, "字" * 61)


def scalar_shapes() -> dict[str, tuple[Description, Shape]]:
    found = {}
    for record in RECORDS.values():
        for description in (each for _, each in describe(record).values()):
            shape = description.shape
            if not isinstance(shape, fields.Nested | fields.Many | fields.OneOrMany | fields.Table):
                found[repr(shape)] = (description, shape)
    return found


SHAPES = scalar_shapes()

#: What the loader refuses and no schema can, and why.
LAXER = {
    fields.Day: {
        "2010-02-30": "how many days a month has",
        "1899-01-01": "how far off a year may be",
    },
    fields.Month: {},
    fields.Number: {
        **dict.fromkeys(("+5", ".5", "5.", "1e3", "0x10", "1_000"), "an editor reads a number"),
        **dict.fromkeys(("1.0000001", "1234567890123456"), "how many digits were typed"),
    },
    fields.Flag: dict.fromkeys(("True", "TRUE"), "an editor reads true"),
    # Full-width letters may be a part of a printed name; an id of nothing else was meant in half width.
    fields.Identifier: {"３０": "whether any of it is Chinese"},
    fields.Reference: {"３０": "whether any of it is Chinese"},
}


def field_schema(shape: Shape) -> Draft7Validator:
    """The schema of a required field of this shape."""
    return Draft7Validator(_scalar(shape))


@pytest.mark.parametrize("shape", [shape for _, shape in SHAPES.values()], ids=repr)
def test_a_word_is_taken_or_refused_by_both_the_loader_and_the_schema(shape: Shape) -> None:
    validator = field_schema(shape)
    for text in (*TYPED, *LONG):
        value = read(text)
        if value is None:  # as good as leaving the field out
            continue
        try:
            READERS[type(shape)](text, shape)
        except Refused:
            known = LAXER.get(type(shape), {})
            assert not validator.is_valid(value) or text in known, f"{text} is refused by the loader only"
        else:
            assert validator.is_valid(value), f"{text} is refused by the schema only"


# -- not needlessly laxer -------------------------------------------------------------------------

#: MT112 and on are about what stands beside what, which validate alone sees.
#: Where a list is none at all, a schema says that, and nothing of what stands in its place.
NO_LIST = {"mt103-only-entry"}
SHAPE_CASES = sorted(case for case in CASES.glob("mt1[01]*-*") if case.name < "mt112")


def lines_of(path: Path) -> set[int]:
    """The lines that the schema's errors are on, and every branch of them."""
    root = yaml.compose(path.read_text(encoding="utf-8"), Loader=EditorLoader)
    return {
        line
        for error in errors(path)
        for part in (error, *all_contexts(error))
        for line in _lines(root, part)
    }


def all_contexts(error: ValidationError) -> Iterator[ValidationError]:
    for part in error.context or ():
        yield part
        yield from all_contexts(part)


def _lines(root: Any, error: ValidationError) -> Iterator[int]:
    node = root
    key = None
    for step in error.absolute_path:
        if isinstance(node, yaml.MappingNode):
            key, node = next((k, v) for k, v in node.value if k.value == step)
        else:
            key, node = None, node.value[step]
    yield node.start_mark.line + 1
    if key is not None:
        yield key.start_mark.line + 1
    if error.validator == "additionalProperties" and isinstance(node, yaml.MappingNode):
        for named, _ in node.value:
            if f"'{named.value}'" in error.message:
                yield named.start_mark.line + 1


@pytest.mark.parametrize("case", SHAPE_CASES, ids=lambda path: str(path.name))
def test_what_is_wrong_in_shape_an_editor_sees_on_the_same_line(case: Path) -> None:
    for path in case.rglob("*.yaml"):
        marked = {
            number
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
            if re.search(r"# expect: .*MT1[01]\d", line)
        }
        if case.name in NO_LIST:
            assert not marked or marked & lines_of(path), path.name
        else:
            assert marked <= lines_of(path), path.name


def test_there_are_cases_of_every_shape_code() -> None:
    assert {case.name[:5] for case in SHAPE_CASES} >= {f"mt1{number:02}" for number in range(1, 12)}
