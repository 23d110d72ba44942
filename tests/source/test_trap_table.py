"""Every trap of an office's keyboard, one row a trap, at every place of a file where it may stand.

Wherever it is: its code, on its line, with what to type instead; and typed so, it is gone.
"""

from __future__ import annotations

from itertools import permutations, product
from typing import NamedTuple

import pytest

from motiontrack.diagnostics.record import Diagnostic, Edit
from motiontrack.source.reader import read_values
from motiontrack.source.text import decode


class Trap(NamedTuple):
    """One line as it is typed, its code, and what it should be; ``None`` where only a person knows."""

    typed: str
    code: str
    meant: str | None
    certain: bool = False


TRAPS = {
    # full-width marks
    "colon": Trap("text：救助", "MT011", "text: 救助", certain=True),
    "colon and spaces": Trap("text ：　救助", "MT011", "text: 救助", certain=True),
    "colon, no value": Trap("text：", "MT011", "text:", certain=True),
    "space after the colon": Trap("text:　救助", "MT006", "text: 救助", certain=True),
    "space in the key": Trap("text　: 救助", "MT006", "text: 救助", certain=True),
    "no-break space in the key": Trap("text\u00a0: 救助", "MT006", "text: 救助", certain=True),
    "zero-width space in the key": Trap("te\u200bxt: 救助", "MT006", "text: 救助", certain=True),
    "quotes": Trap("id: “T01”", "MT024", 'id: "T01"', certain=True),
    "quotes round the key": Trap("“text”: 救助", "MT024", "text: 救助", certain=True),
    "quotes in a list": Trap("lead: [“甲”，“乙”]", "MT024", 'lead: ["甲", "乙"]', certain=True),
    "brackets": Trap("lead: ［甲，乙］", "MT024", "lead: [甲, 乙]", certain=True),
    "one bracket": Trap("lead: [甲，乙］", "MT024", "lead: [甲, 乙]", certain=True),
    "brackets without a comma": Trap("title: ［征求意见稿］", "MT024", "title: [征求意见稿]"),
    "commas in a list": Trap("lead: [甲，乙，丙]", "MT024", "lead: [甲, 乙, 丙]", certain=True),
    "braces": Trap("base: ｛year: 2009，value: 8｝", "MT024", "base: {year: 2009, value: 8}", certain=True),
    "braces and colons": Trap("base: ｛year：2009，value：8｝", "MT024", "base: {year: 2009, value: 8}", certain=True),
    "colons in braces": Trap("base: {year：2009, value：8}", "MT011", "base: {year: 2009, value: 8}", certain=True),
    "commas in braces": Trap("base: {year: 2009，id: 甲，value: 8}", "MT024", "base: {year: 2009, id: 甲, value: 8}", certain=True),
    "a comma of the text in braces": Trap("base: {id：甲，乙，year：2009}", "MT011", "base: {id: 甲，乙, year: 2009}", certain=True),
    "a table of names": Trap("targets: {机构：1，活动：0}", "MT011", "targets: {机构: 1, 活动: 0}", certain=True),
    "a quoted text in braces": Trap('base: {id："甲，year：2", value：8}', "MT011", 'base: {id: "甲，year：2", value: 8}', certain=True),
    "braces in brackets": Trap("parts: [{id：甲}]", "MT011", "parts: [{id: 甲}]", certain=True),
    "hash": Trap("＃ 说明", "MT024", "# 说明", certain=True),
    "hash behind a value": Trap("id: T01 ＃说明", "MT024", "id: T01 #说明"),
    "several at once": Trap("lead：［甲，乙］", "MT011", "lead: [甲, 乙]", certain=True),
    # half-width marks
    "no space after the colon": Trap("text:救助", "MT012", "text: 救助", certain=True),
    "no space in braces": Trap("base: {year:2009, value:8}", "MT012", "base: {year: 2009, value: 8}", certain=True),
    "no comma in braces": Trap("base: {year: 2009 value: 8}", "MT033", "base: {year: 2009, value: 8}", certain=True),
    "an enumeration comma in braces": Trap("base: {id: 甲、year: 2009}", "MT033", "base: {id: 甲, year: 2009}", certain=True),
    "semicolons in braces": Trap("base: {id: 甲; year: 2009；value: 8}", "MT033", "base: {id: 甲, year: 2009, value: 8}", certain=True),
    "percents in braces": Trap("targets: {机构: 5%，活动: 0}", "MT024", "targets: {机构: 5%, 活动: 0}", certain=True),
    "no comma between names": Trap("targets: {机构: 1 活动: 0}", "MT033", "targets: {机构: 1, 活动: 0}", certain=True),
    "colons and an enumeration comma": Trap("base: {id：甲、year：2009}", "MT011", "base: {id: 甲, year: 2009}", certain=True),
    "no comma behind a bracket": Trap("base: {lead: [甲, 乙] year: 2009}", "MT033", "base: {lead: [甲, 乙], year: 2009}", certain=True),
    "a comma in braces": Trap("base: {id: 甲, 乙, year: 2009}", "MT027", 'base: {id: "甲, 乙", year: 2009}'),
    "thousands in braces": Trap("base: {value: 2,000, year: 2009}", "MT030", "base: {value: 2000, year: 2009}", certain=True),
    "millions in braces": Trap("base: {value: 2,000,000}", "MT030", "base: {value: 2000000}", certain=True),
    "thousands with a unit": Trap("base: {words: 增加2,000户, year: 2009}", "MT027", 'base: {words: "增加2,000户", year: 2009}'),
    # what wants quotes
    "asterisk": Trap("text: *重点*", "MT014", 'text: "*重点*"'),
    "at": Trap("person: @张三", "MT014", 'person: "@张三"', certain=True),
    "greater": Trap("words: >8%", "MT014", 'words: ">8%"', certain=True),
    "percent": Trap("words: %5", "MT014", 'words: "%5"', certain=True),
    "exclamation mark": Trap("note: !重要", "MT014", 'note: "!重要"'),
    "backtick": Trap("note: `重要`", "MT014", 'note: "`重要`"', certain=True),
    "square bracket": Trap("document: [2010]12号", "MT014", 'document: "[2010]12号"'),
    "a colon in the text": Trap("note: 目标: 8%", "MT014", 'note: "目标: 8%"'),
    "quotes at the beginning": Trap('title: "国务院"关于', "MT014", "title: '\"国务院\"关于'"),
    "a dash at the beginning": Trap("text: - 一是", "MT014", 'text: "- 一是"'),
    "unclosed quote": Trap('text: "救助', "MT015", 'text: "救助"'),
    "unclosed single quote": Trap("text: '救助", "MT015", "text: '救助'"),
    "a colour": Trap("base: {id: 甲, colour: #B3261E, year: 2009}", "MT035", 'base: {id: 甲, colour: "#B3261E", year: 2009}', certain=True),
    "a hash in a list": Trap("lead: [甲, #3楼]", "MT035", 'lead: [甲, "#3楼"]'),
    "unclosed bracket": Trap("lead: [甲, 乙", "MT028", None),
    # what YAML has and these files do not
    "anchor": Trap("text: &a 救助", "MT017", 'text: "&a 救助"'),
    "tag": Trap("text: !!str 救助", "MT018", 'text: "!!str 救助"'),
    "merge key": Trap("<<: {text: 救助}", "MT019", None),
    "list as a key": Trap("? [text]", "MT021", None),
    "doubled key": Trap("aa: 2", "MT016", None),
    # characters
    "control character": Trap("text: 救\x08助", "MT005", None),
    "next line": Trap("text: 救\x85助", "MT005", None),
    "line separator": Trap("text: 救\u2028助", "MT005", None),
}  # fmt: skip

#: Where the line stands: the text round it, and how far in.
PLACES = {
    "first": "{}\naa: 1\nzz: 1\n",
    "last": "aa: 1\n{}\n",
    "last, without a line end": "aa: 1\n{}",
    "between": "aa: 1\n{}\nzz: 1\n",
    "after a comment": 'aa: 1\n# 说明：（一）, [二] "三\n{}\n# 完\nzz: 1\n',
    "in an entry": "plan:\n  aa: 1\n  {}\n  zz: 1\n",
    "in a list": "tasks:\n  - aa: 1\n    {}\n    zz: 1\n  - aa: 1\n",
    "last in a list": "tasks:\n  - aa: 1\n    {}\n  - aa: 1\n    zz: 1\n",
    "deep": "tasks:\n  - aa: 1\n    parts:\n      - aa: 1\n        {}\n        zz: 1\nunits: []\n",
    "after a long text": "plan:\n  bb: |\n    text：救助\n    @\n  aa: 1\n  {}\n  zz: 1\n",
}
ENDS = {"LF": "\n", "CRLF": "\r\n", "CR": "\r"}


def read(text: str) -> tuple[Diagnostic, ...]:
    source, found = decode("plan.yaml", text.encode())
    assert source is not None
    return found + read_values(source)[1]


def on(found: tuple[Diagnostic, ...], line: int) -> list[Diagnostic]:
    return [each for each in found if each.place and each.place.span.line == line]


#: A key is doubled where it stands again; on the first line it stands for the first time.
EVERYWHERE = [each for each in product(TRAPS, PLACES) if each != ("doubled key", "first")]


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize(("name", "place"), EVERYWHERE)
def test_named_where_it_is_and_cured_as_suggested(name: str, place: str, end: str) -> None:
    trap, around = TRAPS[name], PLACES[place]
    text = around.replace("{}", trap.typed).replace("\n", ENDS[end])
    line = around[: around.index("{}")].count("\n") + 1

    found = read(text)
    (named,) = on(found, line)

    assert named.code == trap.code
    assert found == (named,)
    assert dict(named.figures).get("suggestion") == trap.meant
    assert bool(named.repair) == trap.certain
    if trap.meant is not None:
        assert not on(read(around.replace("{}", trap.meant).replace("\n", ENDS[end])), line)
    # What is repaired is what is suggested.
    for edit in named.repair:
        assert isinstance(edit, Edit)
        assert (edit.span.line, edit.span.end_line) == (line, line)
        row = around.replace("{}", trap.typed).split("\n")[line - 1]
        mended = row[: edit.span.column - 1] + edit.text + row[edit.span.end_column - 1 :]
        assert mended.strip() == trap.meant


def test_a_hash_further_in_than_the_key_above_may_go_on_with_its_text() -> None:
    (named,) = read("plan:\n  aa: 救助\n    ＃ 说明\n")

    assert (named.code, named.repair) == ("MT024", ())


ROWS = [name for name, trap in TRAPS.items() if trap.code not in ("MT016", "MT028", "MT021")]


@pytest.mark.parametrize(("one", "other"), [*permutations(ROWS, 2)][::7])
def test_a_row_that_is_wrong_never_hides_the_next(one: str, other: str) -> None:
    rows = [
        "tasks:",
        "  - aa: 1",
        f"    {TRAPS[one].typed}",
        "  - aa: 1",
        f"    {TRAPS[other].typed}",
        "    zz: 1",
    ]

    found = read("\n".join(rows) + "\n")

    assert {(each.code, each.place.span.line) for each in found if each.place} == {
        (TRAPS[one].code, 3),
        (TRAPS[other].code, 5),
    }


@pytest.mark.parametrize("lost", ["MT028", "MT029", "MT021", "MT016"])
@pytest.mark.parametrize("other", ROWS)
def test_nor_does_a_line_that_nobody_can_mend(lost: str, other: str) -> None:
    typed = {
        "MT028": "    lead: [甲, 乙",
        "MT029": "   due: 8月",
        "MT021": "    : 8月",
        "MT016": "    aa: 2",
    }[lost]
    rows = ["tasks:", "  - aa: 1", typed, "  - aa: 1", f"    {TRAPS[other].typed}", "    zz: 1"]

    found = read("\n".join(rows) + "\n")

    assert {(each.code, each.place.span.line) for each in found if each.place} == {
        (lost, 3),
        (TRAPS[other].code, 5),
    }
