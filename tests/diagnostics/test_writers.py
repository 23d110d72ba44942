"""What a person and what a program are shown."""

from __future__ import annotations

import json as standard_json
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rich.cells import cell_len

from motiontrack.diagnostics.record import Diagnostic, Note, Place, Span, capped, fault
from motiontrack.diagnostics.writers.formats import Format, Run
from motiontrack.diagnostics.writers.page import Page
from motiontrack.language.catalogue import Catalogue, load
from motiontrack.language.display import visible
from motiontrack.source.text import SourceText

ZH, EN = load("zh"), load("en")


def at(line: int, column: int, end_column: int, *, file: str = "plan.yaml", end_line: int = 0) -> Place:
    return Place(file, Span(line, column, end_line or line, end_column))


def text(
    found: Iterable[Diagnostic],
    catalogue: Catalogue = ZH,
    sources: dict[str, SourceText] | None = None,
    page: Page | None = None,
) -> str:
    return Format.TEXT.written(Run(tuple(found), catalogue, page or Page(), sources or {}))


def json(found: Iterable[Diagnostic], catalogue: Catalogue = ZH, folder: str = "data") -> str:
    return Format.JSON.written(Run(tuple(found), catalogue, Page(folder=folder)))


def page(source: str, place: Place, **settings: Any) -> list[str]:
    """The rows of one diagnostic at ``place``."""
    written = text(
        (fault("MT202", place, unit="甲"),),
        ZH,
        {"plan.yaml": SourceText("plan.yaml", source)},
        Page(**settings),
    )
    return written.splitlines()


def test_a_diagnostic_shows_its_line_the_carets_the_other_place_and_the_help() -> None:
    source = SourceText("units.yaml", "units:\n  - id: 发改委\n  - id: 发改委  # 又一次\n")
    other = at(2, 9, 12, file="units.yaml")
    found = fault(
        "MT202", at(3, 9, 12, file="units.yaml"), unit="发改委", related=((Note.FIRST_HERE, other),)
    )

    assert text((found,), ZH, {"units.yaml": source}) == (
        "data/units.yaml:3:9: 错误 MT202 单位名称“发改委”登记了两次。\n"
        "   3 |   - id: 发改委  # 又一次\n"
        "     |         ^^^^^^\n"
        "参见：data/units.yaml:2:9: 第一次出现在这里\n"
        "   2 |   - id: 发改委\n"
        "     |         ------\n"
        "处理：每个名称只登记一次：同一单位请合并为一条，其他写法放在 aliases 中；"
        "不同单位请用不同的名称，例如 - id: 市发改委。\n"
        "\n"
        "共 1 个错误、0 个警告、0 个提示。\n"
    )


def test_the_same_in_english() -> None:
    found = fault("MT120", Place("units.yaml", Span(1, 1, 1, 1)), file="units.yaml")

    assert text((found,), EN, {}, Page(folder="examples/data")) == (
        "examples/data/units.yaml:1:1: error MT120 The file units.yaml is missing; it is required.\n"
        "help: Make units.yaml in the data folder. The name must be exactly this, without an ending such as .txt.\n"
        "\n"
        "Errors: 1, warnings: 0, notes: 0.\n"
    )


def test_diagnostics_stand_in_the_order_of_their_places() -> None:
    found = [
        fault("MT120", Place("units.yaml", Span(1, 1, 1, 1)), file="units.yaml"),
        fault("MT202", at(10, 1, 2), unit="乙"),
        fault("MT202", at(9, 1, 2), unit="甲"),
        Diagnostic("MT202", fault("MT202", None).severity, None),
    ]

    heads = [row for row in text(found, ZH, {}).splitlines() if "MT" in row]

    assert [row.split(" ")[0] for row in heads] == [
        "错误",
        "data/plan.yaml:9:1:",
        "data/plan.yaml:10:1:",
        "data/units.yaml:1:1:",
    ]


@given(
    st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), min_size=1, max_size=150),
    st.data(),
    st.integers(min_value=40, max_value=120),
)
def test_carets_stand_under_what_is_meant(line: str, data: st.DataObject, width: int) -> None:
    start = data.draw(st.integers(min_value=0, max_value=len(line) - 1))
    end = data.draw(st.integers(min_value=start + 1, max_value=len(line)))
    assume(line.strip())

    _, excerpt, carets, *_ = page(line, at(1, start + 1, end + 1), width=width)

    gutter = len("   1 | ")
    assert cell_len(excerpt) <= width
    assert cell_len(carets) <= width
    indent = len(carets) - len(carets[gutter:].lstrip(" "))
    before = ""
    for character in excerpt:
        if cell_len(before) >= indent:
            break
        before += character
    assert cell_len(before) == indent or not excerpt[len(before) :]
    if cell_len("".join(map(visible, line))) <= width - gutter:
        assert indent == gutter + cell_len("".join(map(visible, line[:start])))
        assert excerpt == ("   1 | " + "".join(map(visible, line))).rstrip()
        assert carets.count("^") == max(1, cell_len("".join(map(visible, line[start:end]))))


def test_a_long_line_is_cut_around_the_carets() -> None:
    line = "甲" * 100 + "错" + "乙" * 100

    _, excerpt, carets, *_ = page(line, at(1, 101, 102), width=60)

    assert cell_len(excerpt) <= 60
    assert excerpt.startswith("   1 | ...甲")
    assert excerpt.endswith("乙...")
    assert cell_len(excerpt[: excerpt.index("错")]) == carets.index("^")
    assert carets.count("^") == 2


def test_near_its_beginning_and_its_end_a_long_line_is_cut_on_one_side_only() -> None:
    line = "甲" * 200

    first = page(line, at(1, 1, 2), width=60)[1]
    last = page(line, at(1, 200, 201), width=60)[1]

    assert first.startswith("   1 | 甲")
    assert first.endswith("...")
    assert last.startswith("   1 | ...")
    assert last.endswith("甲")


def test_more_than_a_screen_of_carets_is_cut_with_the_line() -> None:
    _, excerpt, carets, *_ = page("text: " + "甲" * 500, at(1, 7, 507), width=60)

    assert cell_len(excerpt) <= 60
    assert cell_len(carets) <= 60
    assert excerpt.endswith("...")


def test_tabs_and_control_characters_are_seen() -> None:
    _, excerpt, carets, *_ = page("\tid: a\u202eb", at(1, 1, 2))

    assert excerpt == "   1 | <TAB>id: a<U+202E>b"
    assert carets == "     | ^^^^^"


def test_a_span_of_several_lines_is_marked_to_the_end_of_the_first() -> None:
    _, excerpt, carets, *_ = page("text: 甲乙\n  丙", at(1, 7, 4, end_line=2))

    assert excerpt == "   1 | text: 甲乙"
    assert carets == "     |       ^^^^"


def test_the_place_after_the_last_character_has_a_caret() -> None:
    assert page("id:", at(1, 4, 4))[2] == "     |    ^"


@pytest.mark.parametrize(
    "place", [Place("plan.yaml", Span(9, 1, 9, 1)), Place("other.yaml", Span(1, 1, 1, 5))]
)
def test_where_there_is_no_text_there_is_no_excerpt(place: Place) -> None:
    assert len(page("id: a", place)) == 4


def test_what_the_stream_cannot_print_is_spelled_out_and_the_carets_follow() -> None:
    _, excerpt, carets, *_ = page("name: 𠮷 甲", at(1, 9, 10), encoding="gbk")

    assert excerpt == "   1 | name: <U+20BB7> 甲"
    assert cell_len(excerpt[: excerpt.index("甲")]) == carets.index("^")
    excerpt.encode("gbk")


def test_colours_are_only_around_the_severity_and_the_carets() -> None:
    head, _, carets, *_ = page("id: a", at(1, 5, 6), colour=True)

    assert head.startswith("data/plan.yaml:1:5: \x1b[1;31m错误\x1b[0m MT202 ")
    assert carets == "     |     \x1b[1;31m^\x1b[0m"


def test_json_has_every_key_and_null_for_what_is_not_known() -> None:
    found = [
        fault("MT202", at(3, 9, 12), unit="发改委", related=((Note.FIRST_HERE, at(2, 9, 12)),)),
        fault("MT604", None, unit="甲", tasks="T01", keys="clerk", labels_zh="承办责任人", labels_en="clerk"),
    ]

    written = json(found, ZH)
    value = standard_json.loads(written)

    assert written.endswith("}\n")
    assert "\n  " in written
    assert "发改委" in written
    assert list(value) == ["schema", "diagnostics", "totals", "left_out", "unread", "unchecked"]
    assert value["schema"] == "motiontrack/validate/1"
    assert value["totals"] == {"error": 1, "warning": 1, "info": 0}
    assert value["left_out"] == {"silenced": 0, "accepted": 0}
    nowhere, here = value["diagnostics"]
    assert list(nowhere) == list(here)
    assert [nowhere[key] for key in ("file", "line", "column", "end_line", "end_column")] == [None] * 5
    assert nowhere["message"] == "甲尚未报明承办责任人，涉及任务 T01。"
    assert here | {"message": "", "help": ""} == {
        "code": "MT202",
        "severity": "error",
        "message": "",
        "help": "",
        "file": "data/plan.yaml",
        "line": 3,
        "column": 9,
        "end_line": 3,
        "end_column": 12,
        "related": [
            {
                "note": "第一次出现在这里",
                "file": "data/plan.yaml",
                "line": 2,
                "column": 9,
                "end_line": 2,
                "end_column": 12,
            }
        ],
    }


@pytest.mark.parametrize(
    ("folder", "shown"), [("data", "data/a.yaml"), (".", "a.yaml"), ("/x/", "/x/a.yaml")]
)
def test_paths_begin_with_the_folder_as_the_caller_shows_it(folder: str, shown: str) -> None:
    found = (fault("MT202", at(1, 1, 2, file="a.yaml"), unit="甲"),)

    assert standard_json.loads(json(found, EN, folder))["diagnostics"][0]["file"] == shown
    assert text(found, EN, {}, Page(folder=folder)).startswith(f"{shown}:1:1: error")


def test_of_very_many_of_a_kind_five_hundred_are_shown_and_all_are_counted() -> None:
    many = [fault("MT202", at(line, 1, 2), unit="甲") for line in range(1, 701)]
    other = [
        fault("MT202", at(1, 1, 2, file="units.yaml"), unit="甲"),
        fault("MT201", at(9, 1, 2), unit="乙"),
    ]

    shown = text([*many, *other])

    assert shown.count(" MT202 ") == 501
    assert "plan.yaml:500:1: 错误 MT202 " in shown
    assert "plan.yaml:501:" not in shown
    assert shown.count("至少还有 200 处") == 1
    assert shown.endswith("共 702 个错误、0 个警告、0 个提示。\n")


def test_what_one_stands_for_is_counted() -> None:
    capped_twice = capped(capped([fault("MT011", at(1, 1, 2), key="id", suggestion="")] * 90, 50), 20)

    assert [each.more for each in capped_twice] == [0] * 19 + [70]
    assert standard_json.loads(json(capped_twice))["totals"]["error"] == 90
