"""A row at the end of a list: spliced in where it belongs, with nothing else in the text touched."""

from __future__ import annotations

import pytest

from motiontrack.source.appending import append_row, content
from motiontrack.source.reading import read_source
from motiontrack.source.text import decode

ROW = ("task: T9", "work: 完")


def appended(text: str) -> str | None:
    source, _ = decode("x.yaml", text.encode())
    assert source is not None
    root = read_source(source).value
    assert root is not None
    return append_row(text, root, "entries", ROW)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("entries:\n  - task: T1\n", "entries:\n  - task: T1\n  - task: T9\n    work: 完\n"),
        ("entries:\n- task: T1\n", "entries:\n- task: T1\n- task: T9\n  work: 完\n"),
        ("entries:\n    - task: T1\n", "entries:\n    - task: T1\n    - task: T9\n      work: 完\n"),
        ("entries:\n  - {task: T1}", "entries:\n  - {task: T1}\n  - task: T9\n    work: 完\n"),
        ("entries:\n  - task: T1\n\n\n", "entries:\n  - task: T1\n  - task: T9\n    work: 完\n\n\n"),
        (
            "entries:\n  - task: T1\n    # 以下待补\n",
            "entries:\n  - task: T1\n    # 以下待补\n  - task: T9\n    work: 完\n",
        ),
        (
            "entries:\n  - task: T1\n\n# 月份\nmonth: 2010-07\n",
            "entries:\n  - task: T1\n  - task: T9\n    work: 完\n\n# 月份\nmonth: 2010-07\n",
        ),
        ("month: 2010-07\n", "month: 2010-07\nentries:\n  - task: T9\n    work: 完\n"),
        ("entries:\nmonth: 2010-07\n", "entries:\n  - task: T9\n    work: 完\nmonth: 2010-07\n"),
        ("entries: # 尚无\n", "entries: # 尚无\n  - task: T9\n    work: 完\n"),
        ("entries: [\n]\n", "entries:\n  - task: T9\n    work: 完\n"),
        ("entries: []\n", "entries:\n  - task: T9\n    work: 完\n"),
        (
            "entries: [ ] # 尚无\nmonth: 2010-07\n",
            "entries: # 尚无\n  - task: T9\n    work: 完\nmonth: 2010-07\n",
        ),
        ("entries:\r\n  - task: T1\r\n", "entries:\r\n  - task: T1\r\n  - task: T9\r\n    work: 完\r\n"),
        (
            "entries:\n  - task: T1\n    work: |-\n      一\n      二\n",
            "entries:\n  - task: T1\n    work: |-\n      一\n      二\n  - task: T9\n    work: 完\n",
        ),
    ],
)
def test_where_the_row_goes(before: str, after: str) -> None:
    assert appended(before) == after


@pytest.mark.parametrize(
    "before",
    ["entries: [{task: T1}]\n", "entries: 无\n", "entries: {task: T1}\n", "- task: T1\n"],
)
def test_where_nothing_can_be_put_without_touching_what_stands_there(before: str) -> None:
    assert appended(before) is None


def test_content_is_what_is_held_wherever_it_stands() -> None:
    one, two = (
        read_source(source).value
        for text in ("a: [1, ~]\nb: {c: '~'}\n", '# x\na:\n- 1\n-\nb:\n  c: "~"\n')
        if (source := decode("x.yaml", text.encode())[0]) is not None
    )
    assert one is not None
    assert two is not None
    assert content(one) == content(two) == {"a": ["1", None], "b": {"c": "~"}}
