"""Repairs: slips planted in the shipped files are taken out again, and nothing else is touched."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motiontrack.book import file_faults, load_book
from motiontrack.diagnostics.codes import Severity
from motiontrack.model.decode import known_keys
from motiontrack.repair import repair_file, repair_files

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = (ROOT / "data", ROOT / "examples" / "nantong-2010" / "data")
SHIPPED = {
    f"{folder.parent.name}/{path.relative_to(folder).as_posix()}": path.read_bytes()
    for folder in FOLDERS
    for path in sorted(folder.rglob("*.yaml"))
}

_WIDE = {ord(each): ord(each) + 0xFEE0 for each in "0123456789-.T"}
_KEY_LINE = re.compile(r"(?P<head> *(?:- )*)(?P<key>[a-z_]+): (?P<value>[^\s:/\"'|>&*].*)")


def in_name(name: str) -> str:
    """The path inside its data folder."""
    return name.split("/", 1)[1]


# -- slips, each of which has one repair ----------------------------------------------------------

Slip = Callable[[re.Match[str]], "str | None"]


def of_values(keys: str, change: Callable[[str], str | None]) -> Slip:
    def slip(line: re.Match[str]) -> str | None:
        changed = change(line["value"]) if line["key"] in keys.split() else None
        return changed and f"{line['head']}{line['key']}: {changed}"

    return slip


def date_in_words(value: str) -> str | None:
    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value)
    return found and f"{found[1]}年{int(found[2])}月{int(found[3])}日"


DAYS = "issued on applied date received raised_on resolved_on answered_on done_on closes"
SLIPS: dict[str, Slip] = {
    "full-width colon": lambda line: f"{line['head']}{line['key']}：{line['value']}",
    "full-width colon and space": lambda line: f"{line['head']}{line['key']}：　{line['value']}",
    "no space": lambda line: f"{line['head']}{line['key']}:{line['value']}",
    "wide space": lambda line: f"{line['head']}{line['key']}:　{line['value']}",
    "quoted key": lambda line: f"{line['head']}“{line['key']}”: {line['value']}",
    "zero width": lambda line: f"{line['head']}{line['key'][:1]}\u200b{line['key'][1:]}: {line['value']}",
    "wide indent": lambda line: line[0].replace("  ", "　", 1) if line["head"].startswith("  ") else None,
    "wide dash": lambda line: line[0].replace("- ", "－ ", 1) if "- " in line["head"] else None,
    "wide brackets": lambda line: (
        f"{line['head']}{line['key']}: ［{line['value'][1:-1].replace(', ', '，')}］"
        if re.fullmatch(r"\[[^][{}\"']*, [^][{}\"']*\]", line["value"])
        else None
    ),
    "words for a day": of_values(DAYS, date_in_words),
    "points in a day": of_values(DAYS, lambda value: value.replace("-0", ".").replace("-", ".")),
    "wide day": of_values(DAYS, lambda value: value.translate(_WIDE)),
    "words for a month": of_values("month", lambda value: value.replace("-0", "年").replace("-", "年") + "月"),
    "wide percent": of_values("progress", lambda value: value.translate(_WIDE) + "％"),
    "percent": of_values("progress", lambda value: value + "%"),
    "wide year": of_values("year", lambda value: value.translate(_WIDE)),
    "wide id": of_values("id task item", lambda value: value.translate(_WIDE) if re.fullmatch(r"T[0-9]+", value) else None),
    "curly quotes": of_values("lead unit", lambda value: f"“{value}”" if value[-1] in "局委办" else None),
    "state in Chinese": of_values("state", {"done": "已办结", "in-progress": "推进中"}.get),
}  # fmt: skip


class Line(NamedTuple):
    file: str
    number: int
    match: re.Match[str]


def lines() -> list[Line]:
    """The lines of the shipped files that hold a key with a value, and are no part of a long text."""
    found = []
    for file, data in SHIPPED.items():
        block = None
        for number, row in enumerate(data.decode().split("\n")):
            indent = len(row) - len(row.lstrip())
            if block is not None and (not row.strip() or indent > block):
                continue
            block = indent if re.search(r": [>|]-?$", row) else None
            match = _KEY_LINE.fullmatch(row)
            if match and match["key"] in known_keys():
                found.append(Line(file, number, match))
    return found


LINES = lines()
PLANTED = [
    pytest.param(line, name, id=f"{line.file}:{line.number + 1}-{name}")
    for name, slip in SLIPS.items()
    for line in [each for each in LINES if slip(each.match) not in (None, each.match[0])][::50]
]


def with_line(line: Line, typed: str) -> bytes:
    rows = SHIPPED[line.file].decode().split("\n")
    rows[line.number] = typed
    return "\n".join(rows).encode()


@pytest.mark.parametrize(("line", "name"), PLANTED)
def test_a_planted_slip_is_repaired_and_the_file_is_what_it_was(line: Line, name: str) -> None:
    typed = SLIPS[name](line.match)
    assert typed is not None
    broken = with_line(line, typed)

    repaired = repair_file(in_name(line.file), broken)

    assert repaired.data == SHIPPED[line.file]
    assert {change.line for change in repaired.changes} == {line.number + 1}


def test_every_slip_was_planted() -> None:
    assert {param.values[1] for param in PLANTED} == set(SLIPS)


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "utf-16"])
@pytest.mark.parametrize("file", SHIPPED)
def test_other_encodings(file: str, encoding: str) -> None:
    repaired = repair_file(in_name(file), SHIPPED[file].decode().encode(encoding))

    assert repaired.data == SHIPPED[file]
    assert repaired.legible == SHIPPED[file]
    assert [change.line for change in repaired.changes] == [0]


@pytest.mark.parametrize("file", SHIPPED)
def test_what_is_good_is_left_alone(file: str) -> None:
    assert repair_file(in_name(file), SHIPPED[file]) == (SHIPPED[file], SHIPPED[file], ())


# -- many at once, in every form of file ----------------------------------------------------------


@settings(max_examples=40)
@given(st.data())
def test_many_slips_in_any_form_of_file(data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(sorted(SHIPPED)))
    ours = [line for line in LINES if line.file == file]
    rows = SHIPPED[file].decode().split("\n")
    for line in data.draw(st.lists(st.sampled_from(ours), max_size=12, unique=True)):
        fitting = [typed for slip in SLIPS.values() if (typed := slip(line.match))]
        rows[line.number] = data.draw(st.sampled_from(fitting))
    ends = [data.draw(st.sampled_from(("\n", "\r\n"))) for _ in range(3)]
    last = data.draw(st.booleans())
    mark = data.draw(st.sampled_from((b"", b"\xef\xbb\xbf")))

    def whole(these: list[str]) -> bytes:
        ended = "".join(row + ends[number % 3] for number, row in enumerate(these[:-1]))
        return mark + (ended if last else ended.rstrip("\r\n")).encode()

    once = repair_file(in_name(file), whole(rows))

    assert once.data == whole(SHIPPED[file].decode().split("\n"))
    assert repair_file(in_name(file), once.data).changes == ()
    left = file_faults(in_name(file), once.data)
    assert not [each for each in left if each.severity is Severity.ERROR]


# -- what is not certain is left to people --------------------------------------------------------

PLAN = """\
plan:
  title: 海风市绿道建设工作方案
  issued: 2010-03-01
  year: 2010
tasks:
  - id: T01
    text: 编制绿道规划
    due: 6月
    lead: 建设局
    person: 甲一
"""
DOUBTFUL = {
    "an ambiguous deadline": ("due: 6月", "due: 6月初"),
    "a day that does not exist": ("issued: 2010-03-01", "issued: 2010/2/30"),
    "a year of two digits": ("issued: 2010-03-01", "issued: 10.3.1"),
    "which of two keys": ("    lead: 建设局", "    lead: 建设局\n    lead: 园林局"),
    "a number with a word": ("year: 2010", "year: 约2010"),
    "a power": ("year: 2010", "year: 201²"),
    "a comma that is no thousand": ("year: 2010", "year: 20,10"),
    "a word that is no key": ("    lead: 建设局", "    leed：建设局"),
    "a hash behind words": ("text: 编制绿道规划", "text: 编制绿道规划 ＃一期"),
    "words in wide brackets": ("title: 海风市绿道建设工作方案", "title: ［征求意见稿］"),
    "a text in curly quotes": ("text: 编制绿道规划", "text: “编制绿道规划”"),
    "an unclosed quote": ("text: 编制绿道规划", 'text: "编制绿道规划'),
    "asterisks": ("text: 编制绿道规划", "text: *编制绿道规划*"),
    "a comma in braces": ("lead: 建设局", "targets: [{id: 里程, words: 甲, 乙}]"),
    "a tab anywhere": ("    person: 甲一", "\tperson: 甲一"),
    "a misplaced line": ("    person: 甲一", "   person: 甲一"),
    "a full-width colon in prose": ("text: 编制绿道规划", "text: 编制绿道规划\n      wifi：全覆盖"),
    "a full-width dash in prose": ("text: 编制绿道规划", "text: 编制绿道规划\n      － 东段\n      － 西段"),
    "a full-width hash in prose": ("text: 编制绿道规划", "text: 编制绿道规划\n      ＃ 一期"),
    "an unknown key": ("person: 甲一", "persn: 甲一"),
    "a control character on the line": ("person: 甲一", "person：甲\x08一"),
}


@pytest.mark.parametrize("name", DOUBTFUL)
def test_what_is_not_certain_is_not_repaired(name: str) -> None:
    old, new = DOUBTFUL[name]
    assert old in PLAN
    data = PLAN.replace(old, new).encode()

    assert repair_file("plan.yaml", data) == (data, data, ())


# -- certain ones that need their neighbours ------------------------------------------------------

CERTAIN = {
    "a tab between lines of one level": ("    due: 6月\n", "\tdue: 6月\n"),
    "two tabs": ("    due: 6月\n    lead: 建设局\n", "\tdue: 6月\n\tlead: 建设局\n"),
    "a padded name": ("person: 甲一", "person: 甲　一"),
    "a number in braces": (
        "    person: 甲一\n",
        "    person: 甲一\n    targets: [{id: 里程, words: 两千公里, at_least: 2,000}]\n",
    ),
    "another mark of a list": ("    lead: 建设局\n", "    lead:\n      · 建设局\n      · 园林局\n"),
    "at": ("text: 编制绿道规划", "text: @编制绿道规划"),
}
REPAIRED = {
    "a tab between lines of one level": "    due: 6月\n",
    "two tabs": "    due: 6月\n    lead: 建设局\n",
    "a padded name": "person: 甲一",
    "a number in braces": "    person: 甲一\n    targets: [{id: 里程, words: 两千公里, at_least: 2000}]\n",
    "another mark of a list": "    lead:\n      - 建设局\n      - 园林局\n",
    "at": 'text: "@编制绿道规划"',
}


@pytest.mark.parametrize("name", CERTAIN)
def test_certain_by_its_neighbours(name: str) -> None:
    old, new = CERTAIN[name]
    assert old in PLAN

    repaired = repair_file("plan.yaml", PLAN.replace(old, new).encode())

    assert repaired.data.decode() == PLAN.replace(old, REPAIRED[name])


def test_a_file_set_in_with_tabs_alone() -> None:
    typed = re.sub("^(?:  )+", lambda spaces: "\t" * (len(spaces[0]) // 2), PLAN, flags=re.MULTILINE)

    assert repair_file("plan.yaml", typed.encode()).data.decode() == PLAN


def test_slips_behind_slips_and_those_that_cannot_be_repaired_stay() -> None:
    typed = (
        PLAN.replace("title: ", "title：")
        .replace("2010-03-01", "２０１０年3月1日")
        .replace("lead: 建设局", "lead: *建设局*")
    )

    repaired = repair_file("plan.yaml", typed.encode())

    assert repaired.data.decode() == PLAN.replace("lead: 建设局", "lead: *建设局*")
    assert [(change.line, change.code) for change in repaired.changes] == [(2, "MT011"), (3, "MT105")]


def test_a_file_that_cannot_be_repaired_keeps_no_other_from_it() -> None:
    files = {"plan.yaml": PLAN.replace("title: ", "title：").encode(), "units.yaml": b"\0", "x.yaml": b"\xff"}

    assert list(repair_files(files)) == ["plan.yaml"]


def test_a_whole_folder() -> None:
    files = {in_name(name): data for name, data in SHIPPED.items() if name.startswith("nantong-2010/")}
    broken = {name: data.replace(b"\n    text: ", "\n    text：".encode()) for name, data in files.items()}
    assert broken != files

    repaired = {**broken, **{name: each.data for name, each in repair_files(broken).items()}}

    assert repaired == files
    assert load_book(repaired)[1] == load_book(files)[1]
