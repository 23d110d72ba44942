"""Names in a drawing: cut into lines, and never into less than they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from motiontrack.render.folding import folded


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("发改委", 100, ("发改委",)),
        ("服务业发展规划", 48, ("服务业发", "展规划")),
        ("增长速度，服务业", 48, ("增长速", "度，服务", "业")),
        ("Development and Reform", 90, ("Development", "and Reform")),
        ("abcdefghij", 38, ("abcde", "fghij")),
        ("", 50, ("",)),
    ],
)
def test_lines_break_where_one_would(text: str, room: float, lines: tuple[str, ...]) -> None:
    assert folded(text, room) == lines


def test_what_a_macro_escaped_is_folded_as_the_text_it_stands_for() -> None:
    lines = folded(escape("<b>&'"), 23)

    assert lines == ("<b>", "&'")
    assert not any(hasattr(line, "__html__") for line in lines)


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=60), st.integers(12, 200)
)
def test_nothing_is_lost_and_no_line_is_too_long(text: str, room: int) -> None:
    lines = folded(text, room)

    assert "".join(lines) == text
    assert all(len(line) * 7 <= room or len(line) == 1 for line in lines)
