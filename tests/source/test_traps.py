"""The slips of a Chinese keyboard: each is named for what it is, where it was made."""

from __future__ import annotations

import string
from typing import NamedTuple

import pytest

from motiontrack.book import file_faults
from motiontrack.diagnostics.codes import CODES
from motiontrack.diagnostics.record import Diagnostic, Span
from motiontrack.language.catalogue import load
from motiontrack.language.en import text_faults as en
from motiontrack.language.wording import Wording
from motiontrack.language.zh import text_faults as zh
from motiontrack.source.lines import quote
from motiontrack.source.reader import read_values
from motiontrack.source.text import decode


class Trap(NamedTuple):
    """A bad text, and code, line, column and suggestion of each fault in it."""

    text: str
    faults: list[tuple[str, int, int, str | None]]


def read(text: str) -> tuple[Diagnostic, ...]:
    """The faults of ``text``."""
    source, found = decode("plan.yaml", text.encode())
    assert source is not None
    return found + read_values(source)[1]


def shown(found: tuple[Diagnostic, ...]) -> list[tuple[str, int, int, str | None]]:
    """Faults as in the table."""
    rows = []
    for one in found:
        assert one.place is not None
        suggestion = dict(one.figures).get("suggestion")
        rows.append((one.code, one.place.span.line, one.place.span.column, suggestion))
    return rows  # type: ignore[return-value]


TRAPS = [
    # -- the full-width colon
    Trap("编号：T01\n内容：救助\n", [("MT011", 1, 3, "编号: T01"), ("MT011", 2, 3, "内容: 救助")]),
    Trap("编号：T01\n内容: 救助\n", [("MT011", 1, 3, "编号: T01")]),
    Trap("id: T01\n备注：救助\ndue: 8月\n", [("MT011", 2, 3, "备注: 救助")]),
    Trap("id: T01\ndue: 8月\n备注：救助\n", [("MT011", 3, 3, "备注: 救助")]),
    Trap("- id：T01\n  text：救助\n", [("MT011", 1, 5, "- id: T01"), ("MT011", 2, 7, "text: 救助")]),
    Trap("- id: T01\n  text: 救助\n    due：8月\n", [("MT011", 3, 8, "due: 8月")]),
    Trap("a:\n  id：T01\nb: 1\n", [("MT011", 2, 5, "id: T01")]),
    Trap("tasks：\n  - id: T01\n", [("MT011", 1, 6, "tasks:")]),
    Trap("- {id：T01, text: 救助}\n", [("MT011", 1, 6, "- {id: T01, text: 救助}")]),
    Trap(
        "- id: T01\n  text：救助\n- id: T02\n  text：就业\n- id: T03\n  备注：无\n",
        [("MT011", 2, 7, "text: 救助"), ("MT011", 4, 7, "text: 就业"), ("MT011", 6, 5, "备注: 无")],
    ),
    # -- no space after the colon
    Trap("编号:T01\n", [("MT012", 1, 3, "编号: T01")]),
    Trap("id:T01\ntext: 救助\n", [("MT012", 1, 3, "id: T01")]),
    Trap("- id:T01\n- id:T02\n", [("MT012", 1, 5, "- id: T01"), ("MT012", 2, 5, "- id: T02")]),
    Trap("- {id: T01, text:救助}\n", [("MT012", 1, 17, "- {id: T01, text: 救助}")]),
    # -- tabs
    Trap("a:\n\tb: 1\n\tc: 2\n", [("MT013", 2, 1, None), ("MT013", 3, 1, None)]),
    Trap("- id: T01\n\ttext: 救助\n", [("MT013", 2, 1, None)]),
    Trap("a:\n  - b: 1\n  \tc: 2\n", [("MT013", 3, 3, None)]),
    Trap("a: 1\n\t# 说明\nb: 2\n", [("MT013", 2, 1, None)]),
    # -- quotes needed
    Trap("person: @张三\n", [("MT014", 1, 9, 'person: "@张三"')]),
    Trap("text: *重点*\n", [("MT014", 1, 7, 'text: "*重点*"')]),
    Trap("words: >8%\n", [("MT014", 1, 8, 'words: ">8%"')]),
    Trap("words: %5\n", [("MT014", 1, 8, 'words: "%5"')]),
    Trap("note: !重要\n", [("MT014", 1, 7, 'note: "!重要"')]),
    Trap("note: `重要`\n", [("MT014", 1, 7, 'note: "`重要`"')]),
    Trap("note: 目标: 8% # 注\n", [("MT014", 1, 7, 'note: "目标: 8%" # 注')]),
    Trap('title: "国务院"关于\n', [("MT014", 1, 8, "title: '\"国务院\"关于'")]),
    Trap("document: [2010]12号\n", [("MT014", 1, 11, 'document: "[2010]12号"')]),
    Trap("text: - 一是\n", [("MT014", 1, 7, 'text: "- 一是"')]),
    Trap("- {id: T01, text: 目标: 8%}\n", [("MT014", 1, 19, '- {id: T01, text: "目标: 8%"}')]),
    Trap("- {id: T01, person: @张三}\n", [("MT014", 1, 21, '- {id: T01, person: "@张三"}')]),
    Trap('path: "C:\\data"\n', [("MT014", 1, 7, "path: 'C:\\data'")]),
    Trap(
        "a: @甲\nb: 1\nc: %2\nd: '乙'丙\n",
        [("MT014", 1, 4, 'a: "@甲"'), ("MT014", 3, 4, 'c: "%2"'), ("MT014", 4, 4, "d: \"'乙'丙\"")],
    ),
    # -- quotes not closed
    Trap('a: 1\ntext: "救助\ndue: 8月\n', [("MT015", 2, 7, 'text: "救助"')]),
    Trap('text: "救助\nnote: "说明"\ndue: 8月\n', [("MT015", 1, 7, 'text: "救助"')]),
    Trap("text: '救助\n", [("MT015", 1, 7, "text: '救助'")]),
    Trap(
        '- text: "救助\n- text: 就业\n- person: @张三\n',
        [
            ("MT015", 1, 9, '- text: "救助"'),
            ("MT014", 3, 11, '- person: "@张三"'),
        ],
    ),
    # -- full-width marks
    Trap("－ a\n－ b\n", [("MT024", 1, 1, "- a"), ("MT024", 2, 1, "- b")]),
    Trap("tasks:\n  －id: T01\n    text: 救助\n", [("MT024", 2, 3, "- id: T01")]),
    Trap("lead: ［民政局，财政局］\n", [("MT024", 1, 7, "lead: [民政局, 财政局]")]),
    Trap("lead: [民政局，财政局]\n", [("MT024", 1, 11, "lead: [民政局, 财政局]")]),
    Trap("- {id: T01，text: 救助}\n", [("MT024", 1, 11, "- {id: T01, text: 救助}")]),
    Trap("id: “T01”\n", [("MT024", 1, 5, 'id: "T01"')]),
    Trap("“id”: T01\n", [("MT024", 1, 1, "id: T01")]),
    Trap("＃ 说明\nid: T01\n", [("MT024", 1, 1, "# 说明")]),
    Trap("id: T01 ＃说明\n", [("MT024", 1, 9, "id: T01 #说明")]),
    # -- odd spaces
    Trap("a:\n　　id: T01\n", [("MT006", 2, 1, "    id: T01")]),
    Trap("a:\n\u00a0 id: T01\n", [("MT006", 2, 1, "  id: T01")]),
    Trap("-　id: T01\n", [("MT006", 1, 2, "-  id: T01")]),
    Trap("id:　T01\ndue: 8月\n", [("MT006", 1, 4, "id: T01")]),
    Trap("due\u3000: 8月\n", [("MT006", 1, 1, "due: 8月")]),
    Trap("text: |\n  救助\n　　就业\n", [("MT006", 3, 1, "    就业")]),
    Trap("　　id：T01\n", [("MT006", 1, 1, "    id: T01")]),
    # -- a comma inside braces
    Trap(
        "- {id: T01, text: 救助, 就业, 养老}\n", [("MT027", 1, 19, '- {id: T01, text: "救助, 就业, 养老"}')]
    ),
    Trap("- {id: T01, at_least: 2,000}\n", [("MT030", 1, 23, "- {id: T01, at_least: 2000}")]),
    # -- other marks of a list
    Trap("lead:\n  * 甲\n  * 乙\n", [("MT031", 2, 3, "- 甲"), ("MT031", 3, 3, "- 乙")]),
    Trap("- id: 1\n-id: 2\n", [("MT032", 2, 1, "- id: 2")]),
    Trap("a:\n  - 甲\n  -乙\nb: 1\n", [("MT032", 3, 3, "- 乙")]),
    Trap("a:\n  -{id: 甲}\n", [("MT032", 2, 3, "- {id: 甲}")]),
    Trap("a:\n  1、id: 甲\n    b: 1\n", [("MT031", 2, 3, "- id: 甲")]),
    Trap("a:\n  （1）id：甲\n  2.id: 乙\n", [("MT031", 2, 3, "- id: 甲"), ("MT031", 3, 3, "- id: 乙")]),
    Trap("a:\n  - 1.id: 甲\n", [("MT031", 2, 5, "- id: 甲")]),
    Trap("a:\n  — id: 甲\n  •id：乙\n", [("MT031", 2, 3, "- id: 甲"), ("MT031", 3, 3, "- id: 乙")]),
    # -- a text in two lines
    Trap("text: 救助\n就业\ndue: 8月\n", [("MT034", 2, 1, "text: 救助就业")]),
    Trap("a:\n  - text: GDP\n  UP\n下\n    due: 8月\n", [("MT034", 3, 3, "- text: GDP UP下")]),
    Trap("text: 救助\n（一）低保：扩面\ndue: 8月\n", [("MT034", 2, 1, "text: 救助（一）低保：扩面")]),
    Trap("- text:\n  救助\n  due: 8月\n", [("MT034", 2, 3, "- text: 救助")]),
    Trap("text: a\nb c\ndue: 8月\n", [("MT034", 2, 1, "text: a b c")]),
    # -- no colon
    Trap("id: T01\nlead；甲局\ndue: 8月\n", [("MT036", 2, 1, "lead: 甲局")]),
    Trap("- id: T01\n  lead 甲局\n- id: T02\n", [("MT036", 2, 3, "lead: 甲局")]),
    Trap("id: T01\ntargets\nlead: 甲局\n", [("MT036", 2, 1, "targets:")]),
    Trap("id: T01\nlead = 甲局\n", [("MT036", 2, 1, "lead: 甲局")]),
    Trap("due: 9月，lead: 甲局\nid: T01\n", [("MT038", 1, 9, "lead: 甲局")]),
    # -- a list without its key
    Trap("month: 2010-04\n\n  - task: T01\n    progress: 5\n  - task: T02\n", [("MT125", 3, 3, None)]),
    # -- shape
    Trap("a: [1, 2\nb: 1\n", [("MT028", 1, 4, None)]),
    Trap("a:\n  b: 1\n c: 2\n", [("MT029", 3, 1, None)]),
    Trap("id: T01\n  due: 8月\n", [("MT029", 2, 1, None)]),
    Trap("- a\nb: 1\n", [("MT029", 2, 1, None)]),
    Trap("a: 1\n: 2\n", [("MT021", 2, 1, None)]),
    Trap("a: 1\n}\n", [("MT010", 2, 1, None)]),
]


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.text)
def test_trap(trap: Trap) -> None:
    assert shown(read(trap.text)) == trap.faults


#: Those of which each line, typed as suggested, is right: a broken text is put on the line above.
CURABLE = [
    trap
    for trap in TRAPS
    if all(suggestion is not None and code != "MT034" for code, *_, suggestion in trap.faults)
]


@pytest.mark.parametrize("trap", CURABLE, ids=lambda trap: trap.text)
def test_typing_the_suggestions_cures_the_text(trap: Trap) -> None:
    rows = trap.text.split("\n")
    for code, line, _, suggestion in trap.faults:
        old = rows[line - 1]
        lead = "" if code == "MT006" else old[: len(old) - len(old.lstrip())]
        rows[line - 1] = lead + str(suggestion)
    found = [code for code, *_ in shown(read("\n".join(rows)))]
    # A colon mended under a line that already has a value shows that the line is set in wrongly.
    assert found in ([], ["MT029"])


GOOD = [
    "text: 目标：教育、卫生\nnote: 比例 8:2，时间 1:30\n",
    "text: |\n  id：T01\n  text:救助\n  　　全角缩进的正文\n\nnote: 1\n",
    "text: 救助\n  　　说明：第二段\nnote: 1\n",
    'text: "\n  id：T01\n  －一\n  "\n',
    "# id：T01\n# text:救助\na: 1\n",
    "text: “十一五”规划〔2010〕12号\n",
    "- “三农”工作\n- http://example.cn/a\n- （一）救助：低保\n",
    "text: 救助　就业\nnote: 甲\u00a0乙\n",
    "address: 人民路 ＃3\n",
    "text: '救助: ''低保'''\n",
    'lead: ["民政局，财政局"]\n',
    "lead: [民政局, 财政局] # 甲，乙\n",
    "text: >-\n  救助: 低保\n  @张三\n",
    "a: {b: , c: 1}\n",
    "id:\ntext:\n  救助\n",
    "text: 救助，\n  包括：低保\n",
    "a: {text: 见甲、email：a, b: 1}\n",
    "a: {text: '一 b: 二', b: 1}\n",
    "text: 【甲, 乙】\n",
    "text: 救助\n  —包括低保\n",
    "- -5\n- —\n",
]


@pytest.mark.parametrize("text", GOOD)
def test_good_text_is_left_alone(text: str) -> None:
    assert read(text) == ()


def test_opening_quote_is_shown_once() -> None:
    (found,) = read('a: 1\ntext: "救助\ndue: 8月\n')
    assert found.place is not None
    assert (found.place.span, found.related) == (Span(2, 7, 2, 10), ())


def test_no_more_than_fifty_of_a_kind_are_told_and_the_last_says_how_many_there_are() -> None:
    found = read("id：T01\n" * 1000)

    assert len(found) == 50
    assert [dict(each.figures).get("more") for each in found] == [None] * 49 + [950]
    # All of them can be repaired.
    assert sum(len(each.repair) for each in found) == 1000
    for language, more in (("zh", "至少还有 950 处"), ("en", "At least 950 more")):
        assert more in load(language).diagnostic(found[-1].code, found[-1].figures).message


def test_many_of_one_kind_hide_no_other() -> None:
    found = read("tasks:\n" + "  - id：T01\n    lead: ［甲，乙］\n" * 100)

    assert {each.code for each in found} == {"MT011", "MT024"}
    assert len(found) == 100


@pytest.mark.parametrize(
    ("value", "expected"),
    [("甲: 乙", '"甲: 乙"'), ('"甲"乙', "'\"甲\"乙'"), ("a\\b", "'a\\b'"), ("it's \"", "'it''s \"'")],
)
def test_quote(value: str, expected: str) -> None:
    assert quote(value) == expected


# -- the words

BYTES = [b"a: \xd6\xd0", b"\0", b"a" * 6_000_000, b"\xff\xfe", b"\xff\xff", b"\x01", b""]
TEXTS = [trap.text for trap in TRAPS] + [
    "a: &b 1",
    "a: !b 1",
    "<<: a",
    "a: 1\n---\nb: 1",
    "[" * 70,
    "a: 1\na: 2",
    "- {id: 甲 year: 2009}",
    "- {colour: #B3261E}\n- {}",
    "a: 1\n   b: 2\n   c: 3\nd: 4\n e: 5\nf: 6",
]


def emitted() -> dict[str, Diagnostic]:
    """A diagnostic of each code of the text."""
    found = [one for text in TEXTS for one in read(text)]
    for data in BYTES:
        source, faults = decode("plan.yaml", data)
        found += faults
        found += read_values(source)[1] if source else ()
    found += read("[" + "1," * 500_001 + "]")
    found += file_faults("plan.yaml", "plan:\n  title: 完成 #1 楼\n".encode())  # what only a field can tell
    return {one.code: one for one in found if one.code.startswith("MT0")}


def fields(wording: Wording) -> set[str]:
    """The figures that the words of a code name."""
    text = wording.message + wording.help
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_words_name_exactly_the_figures_emitted() -> None:
    codes = {code for code in CODES if code.startswith("MT0")}
    assert set(zh.DIAGNOSTICS) == codes
    assert set(en.DIAGNOSTICS) == codes
    one_of_each = emitted()
    assert set(one_of_each) == codes
    for code, found in one_of_each.items():
        figures = dict(found.figures)
        for words in (zh.DIAGNOSTICS[code], en.DIAGNOSTICS[code]):
            assert fields(words) == set(figures), code
            assert words.title
            (words.title + words.message + words.help).encode("gbk")
            words.message.format(**figures)
            words.help.format(**figures)
