"""Where a comment begins: never inside a text, whatever the text looks like."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from motiontrack.source.comments import comments_with
from motiontrack.source.events import YAMLError, parse_events
from motiontrack.source.text import SourceText


def found(text: str) -> list[tuple[int, int, str, bool]]:
    read = comments_with(SourceText("plan.yaml", text), "mark")
    assert read is not None
    return [(each.span.line, each.span.column, each.text, each.alone) for each in read]


@pytest.mark.parametrize(
    ("text", "comments"),
    [
        ("# mark", [(1, 1, "# mark", True)]),
        ("a: b # mark", [(1, 6, "# mark", False)]),
        ("a: b\t# mark", [(1, 6, "# mark", False)]),
        ("  # mark\na: b", [(1, 3, "# mark", True)]),
        ("a: x#mark", []),
        ("a: http://x/#mark", []),
        ("a: 'x # mark'", []),
        ('a: "x # mark"', []),
        ('a: "x # mark" # mark 2', [(1, 15, "# mark 2", False)]),
        ("a: 'it''s # mark' # mark 2", [(1, 19, "# mark 2", False)]),
        ('a: "\\" # mark" # mark 2', [(1, 16, "# mark 2", False)]),
        ("a: 'x\n  # mark\n  y' # mark 2", [(3, 6, "# mark 2", False)]),
        ("a: |\n  # mark\n  x # mark\n", []),
        ("a: |  # mark 1\n  # mark\n", [(1, 7, "# mark 1", False)]),
        ("a: |\n  x\n\n# mark 1\nb: c", [(4, 1, "# mark 1", True)]),
        ("a:\n  b: >-\n    x\n  # mark 1\n  c: d", [(4, 3, "# mark 1", True)]),
        ("a: >\n  x # mark", []),
        ('"a # mark": b # mark 2', [(1, 15, "# mark 2", False)]),
        ('a: ["# mark", b] # mark 2', [(1, 18, "# mark 2", False)]),
        ('a: {b: "# mark",  # mark 1\n  c: d}', [(1, 19, "# mark 1", False)]),
        ("a: b\r\nc: d # mark\r\n", [(2, 6, "# mark", False)]),
        ("a: 甲：乙，丙 # mark 丁", [(1, 10, "# mark 丁", False)]),
        ("a: b # x # mark", [(1, 6, "# x # mark", False)]),
        ("a: b", []),
    ],
)
def test_a_comment_is_what_yaml_takes_for_one(text: str, comments: list[tuple[int, int, str, bool]]) -> None:
    assert found(text) == comments


def test_where_yaml_cannot_be_read_nothing_is_known() -> None:
    assert comments_with(SourceText("plan.yaml", "a: [ # mark"), "mark") is None


def told(text: str) -> list[tuple[str, str | None]] | None:
    """What YAML makes of ``text``, without places."""
    try:
        return [(type(event).__name__, getattr(event, "value", None)) for event in parse_events(text)]
    except YAMLError:
        return None


@given(st.text(st.sampled_from(list("ab #'\"|>:[]{},-\n")), max_size=30))
def test_a_file_says_the_same_without_its_comments_and_another_without_anything_else(text: str) -> None:
    source = SourceText("plan.yaml", text.replace("#", "#m"))
    before = told(source.text)
    assume(before is not None)
    read = comments_with(source, "#m") or ()
    lines = list(source.lines)
    for comment in read:
        number, at = comment.span.line - 1, comment.span.column - 1
        # Something stays, so that it is still a line with a comment.
        lines[number] = lines[number][:at] + "#"
    cut = "\n".join(lines)

    assert told(cut) == before
    assert cut.count("#m") == str(before).count("#m")
