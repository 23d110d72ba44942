"""A row at the end of a list: spliced in where it belongs, with nothing else in the text touched."""

from __future__ import annotations

import pytest

from motiontrack.source.appending import append_row, content, fill_row
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


def ended(text: str, number: int = 0) -> str | None:
    source, _ = decode("x.yaml", text.encode())
    assert source is not None
    root = read_source(source).value
    assert root is not None
    return fill_row(text, root, "findings", number, ("resolved_on: 2010-09-08", "resolution: 已整改"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "findings:\n  - id: F1\n    text: 慢\n  - id: F2\n",
            "findings:\n  - id: F1\n    text: 慢\n    resolved_on: 2010-09-08\n    resolution: 已整改\n  - id: F2\n",
        ),
        (
            "findings:\n  # 一\n  - id: F1\n    tasks: [T1,\n      T2]\n    # 待补\n\n  - id: F2\n",
            (
                "findings:\n  # 一\n  - id: F1\n    tasks: [T1,\n      T2]\n    resolved_on: 2010-09-08\n"
                "    resolution: 已整改\n    # 待补\n\n  - id: F2\n"
            ),
        ),
        (
            "findings:\n  - {id: F1, text: '慢'} # 一\n  - id: F2\n",
            "findings:\n  - {id: F1, text: '慢', resolved_on: 2010-09-08, resolution: 已整改} # 一\n  - id: F2\n",
        ),
        (
            "findings:\r\n  - id: F1\r\n",
            "findings:\r\n  - id: F1\r\n    resolved_on: 2010-09-08\r\n    resolution: 已整改\r\n",
        ),
        ("findings:\n- id: F1", "findings:\n- id: F1\n  resolved_on: 2010-09-08\n  resolution: 已整改\n"),
    ],
)
def test_where_more_keys_of_a_row_go(before: str, after: str) -> None:
    assert ended(before) == after


def test_content_is_what_is_held_wherever_it_stands() -> None:
    one, two = (
        read_source(source).value
        for text in ("a: [1, ~]\nb: {c: '~'}\n", '# x\na:\n- 1\n-\nb:\n  c: "~"\n')
        if (source := decode("x.yaml", text.encode())[0]) is not None
    )
    assert one is not None
    assert two is not None
    assert content(one) == content(two) == {"a": ["1", None], "b": {"c": "~"}}


def filled(text: str, nth: int) -> str | None:
    source, _ = decode("x.yaml", text.encode())
    assert source is not None
    root = read_source(source).value
    assert root is not None
    return fill_row(text, root, "slips", nth, ("answered_on: 2010-08-05", "note: 完"))


ADDED = "    answered_on: 2010-08-05\n    note: 完\n"


@pytest.mark.parametrize(
    ("before", "nth", "after"),
    [
        ("slips:\n  - number: 一\n", 0, f"slips:\n  - number: 一\n{ADDED}"),
        ("slips:\n  - number: 一", 0, f"slips:\n  - number: 一\n{ADDED}"),
        (
            "slips:\n  - number: 一\n    items:\n      - T1\n  - number: 二\n",
            0,
            f"slips:\n  - number: 一\n    items:\n      - T1\n{ADDED}  - number: 二\n",
        ),
        (
            "slips:\n  - number: 一\n\n  # 八月\n  - number: 二\n",
            0,
            f"slips:\n  - number: 一\n{ADDED}\n  # 八月\n  - number: 二\n",
        ),
        (
            "slips:\n- number: 一\n\n# 完\nillustrative: true\n",
            0,
            "slips:\n- number: 一\n  answered_on: 2010-08-05\n  note: 完\n\n# 完\nillustrative: true\n",
        ),
        (
            "slips:\r\n  - number: 一\r\n",
            0,
            f"slips:\r\n  - number: 一\r\n{ADDED}".replace("\n", "\r\n").replace("\r\r", "\r"),
        ),
        ("slips:\n  - {number: 一}\n", 0, "slips:\n  - {number: 一, answered_on: 2010-08-05, note: 完}\n"),
        (
            "slips:\n  - {number: 一,\n     items: T1, } # 注\n",
            0,
            "slips:\n  - {number: 一,\n     items: T1, answered_on: 2010-08-05, note: 完} # 注\n",
        ),
        (
            "slips: [{number: 一}, {number: 二}]\n",
            1,
            "slips: [{number: 一}, {number: 二, answered_on: 2010-08-05, note: 完}]\n",
        ),
    ],
)
def test_fields_go_to_the_end_of_their_row(before: str, nth: int, after: str) -> None:
    assert filled(before, nth) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("entries:\n  - task: T1\n", "entries:\n  - task: T1\n  - task: T9\n    work: 完\n  - task: T10\n"),
        ("entries: [] # 尚无\n", "entries: # 尚无\n  - task: T9\n    work: 完\n  - task: T10\n"),
        ("month: 2010-07\n", "month: 2010-07\nentries:\n  - task: T9\n    work: 完\n  - task: T10\n"),
    ],
)
def test_several_rows_are_put_there_at_once(before: str, after: str) -> None:
    source, _ = decode("x.yaml", before.encode())
    assert source is not None
    root = read_source(source).value
    assert root is not None

    assert append_row(before, root, "entries", ROW, ("task: T10",)) == after
