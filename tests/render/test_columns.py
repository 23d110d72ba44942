"""Wrapping and padding in terminal cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from motiontrack.render.columns import pad, wrap

TEXT = st.text(st.sampled_from("修路ab 12。，（）“”《》、x-_"), max_size=80)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("修路", 10, ["修路"]),
        ("修路修路修路", 8, ["修路修路", "修路"]),
        ("修路修路。", 8, ["修路修", "路。"]),
        ("修路（修）路", 8, ["修路", "（修）路"]),
        ("一\n二", 8, ["一", "二"]),
        ("data/plan.yaml", 8, ["data/pla", "n.yaml"]),
        ("到2010年底", 8, ["到2010年", "底"]),
    ],
)
def test_wrap(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


@given(TEXT, st.integers(4, 40))
def test_no_line_is_wider_and_nothing_is_lost(text: str, width: int) -> None:
    lines = wrap(text, width)

    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(TEXT, st.integers(0, 40))
def test_pad_fills_up_and_never_cuts(text: str, width: int) -> None:
    padded = pad(text, width)

    assert padded.startswith(text)
    assert cell_len(padded) == max(width, cell_len(text))
