"""YAML to positioned values."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from motiontrack.diagnostics.record import Diagnostic, Note, Span
from motiontrack.source import events
from motiontrack.source.reader import MAX_VALUES, read_values
from motiontrack.source.text import SourceText, decode
from motiontrack.source.values import Mapping, Scalar, Sequence, Value


def read(text: str) -> tuple[Value | None, tuple[Diagnostic, ...]]:
    """Decode and read ``text``."""
    source, found = decode("plan.yaml", text.encode())
    assert source is not None
    value, more = read_values(source)
    return value, found + more


def good(text: str) -> Value:
    """The value of a text without faults."""
    value, found = read(text)
    assert not found
    assert value is not None
    return value


def plain(value: Value) -> object:
    """Texts without positions."""
    if isinstance(value, Scalar):
        return None if value.null else value.text
    if isinstance(value, Sequence):
        return [plain(item) for item in value.items]
    return {key: plain(entry.value) for key, entry in value.entries.items()}


def walk(value: Value) -> Iterator[Value]:
    """Every value and key."""
    yield value
    if isinstance(value, Sequence):
        for item in value.items:
            yield from walk(item)
    elif isinstance(value, Mapping):
        for key, entry in value.entries.items():
            yield Scalar(key, "plain", False, *entry.key)
            yield from walk(entry.value)


def at(value: Value, *path: str | int) -> Value:
    """The value under keys and indexes."""
    for step in path:
        if isinstance(step, int):
            assert isinstance(value, Sequence)
            value = value.items[step]
        else:
            assert isinstance(value, Mapping)
            value = value.entries[step].value
    return value


def places(text: str) -> list[tuple[str, int, int]]:
    """Code, line and column of each diagnostic."""
    return [(d.code, d.place.span.line, d.place.span.column) for d in read(text)[1] if d.place]


# -- values


@pytest.mark.parametrize(
    "word", ["no", "Yes", "on", "010", "0x1F", "1:30", "2010-02-30", "1_000", ".5", "是"]
)
def test_every_scalar_stays_text(word: str) -> None:
    value = good(f"due: {word}\n{word}: x\n")
    assert plain(value) == {"due": word, word: "x"}


@pytest.mark.parametrize("word", ["", "~", "null", "Null", "NULL"])
def test_null(word: str) -> None:
    assert plain(good(f"a: {word}\nb: '{word}'\n")) == {"a": None, "b": word}


def test_shapes() -> None:
    text = "a: [x, {y: 1, z: [ ]}]\nb:\n- c\n-\n  - d\ne: {}\nf: |\n  g\n"
    expected = {"a": ["x", {"y": "1", "z": []}], "b": ["c", ["d"]], "e": {}, "f": "g\n"}
    assert plain(good(text)) == expected


def test_styles() -> None:
    value = good("- a\n- 'b'\n- \"c\"\n- |\n  d\n- >-\n  e\n")
    assert isinstance(value, Sequence)
    styles = [item.style for item in value.items if isinstance(item, Scalar)]
    assert styles == ["plain", "quoted", "quoted", "block", "block"]


# -- positions

POSITIONS: list[tuple[str, str, tuple[str | int, ...], Span]] = [
    ("chinese", "目标: 教育\n", ("目标",), Span(1, 5, 1, 7)),
    ("astral", "𠀀𠀁: {a: 𠀂𠀃, b: c}\n", ("𠀀𠀁", "b"), Span(1, 16, 1, 17)),
    ("crlf", "a: 1\r\nb: 23\r\n", ("b",), Span(2, 4, 2, 6)),
    ("lone cr", "a: 1\rb: 23\r", ("b",), Span(2, 4, 2, 6)),
    ("bom", "\ufeffa: 1\n", ("a",), Span(1, 4, 1, 5)),
    ("empty", "a:\n\n\nb: 1\n", ("a",), Span(1, 3, 1, 3)),
    ("block", "a: |\n  x\n  yy\n\n\nb: 1\n", ("a",), Span(1, 4, 3, 5)),
    ("block at the end", "a: |\n  x\n  yy", ("a",), Span(1, 4, 3, 5)),
    ("block at the end, blank lines", "a: >\n  x\n  yy\n\n  \n", ("a",), Span(1, 4, 3, 5)),
    ("block without text", "a: |\n\nb: 1\n", ("a",), Span(1, 4, 1, 5)),
    ("plain over two lines", "a: x\n  y\nb: 1\n", ("a",), Span(1, 4, 2, 4)),
    ("block mapping", "a:\n  b: 1\n  c: 2\n\n\nd: 3\n", ("a",), Span(2, 3, 3, 7)),
    ("block sequence", "a:\n  - b\n  - c\n\n# x\nd: 3\n", ("a",), Span(2, 3, 3, 6)),
    ("ends with a block", "a:\n  b: |\n    x\n\n\nd: 3\n", ("a",), Span(2, 3, 3, 6)),
    ("ends with nothing", "a:\n  b:\n\n\nd: 3\n", ("a",), Span(2, 3, 2, 5)),
    ("flow", "a: [1,\n  2 ]\nb: 1\n", ("a",), Span(1, 4, 2, 6)),
    ("quoted", "a: '甲''乙' # x\n", ("a",), Span(1, 4, 1, 10)),
]


@pytest.mark.parametrize(
    ("text", "path", "span"), [row[1:] for row in POSITIONS], ids=[r[0] for r in POSITIONS]
)
def test_position(text: str, path: tuple[str | int, ...], span: Span) -> None:
    assert at(good(text), *path).span == span


@pytest.mark.parametrize(
    ("text", "path", "span"), [row[1:] for row in POSITIONS], ids=[r[0] for r in POSITIONS]
)
def test_position_without_libyaml(
    text: str, path: tuple[str | int, ...], span: Span, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events, "_LOADER", yaml.SafeLoader)
    assert at(good(text), *path).span == span


# -- what is refused

REFUSED: list[tuple[str, list[tuple[str, int, int]]]] = [
    ("a: 1\nb: 2\na: 3\n", [("MT016", 3, 1)]),
    ("a: {b: 1, b: 2}\n", [("MT016", 1, 11)]),
    ("a: &x 1\nb: *x\n", [("MT017", 1, 4), ("MT017", 2, 4)]),
    ("a: *重点\n", [("MT014", 1, 4)]),
    ("*a : b\nc: d\n", [("MT017", 1, 1)]),
    ("a: !!str 1\nb: !重要\n", [("MT018", 1, 4), ("MT014", 2, 4)]),
    ("a: !!map\n  b: 1\n", [("MT018", 1, 4)]),
    ("<<: {a: 1}\nb: 2\n", [("MT019", 1, 1)]),
    ("a: 1\n---\nb: 2\n", [("MT020", 2, 1)]),
    ("? [a]\n: b\n", [("MT021", 1, 3)]),
    ("a: {{name}}\n", [("MT021", 1, 5)]),
    (": b\n", [("MT021", 1, 1)]),
    ("", [("MT023", 1, 1)]),
    ("# x\n", [("MT023", 1, 1)]),
    ("---\n", [("MT023", 1, 1)]),
    ("~\n", [("MT023", 1, 1)]),
    ("- " * 65 + "a\n", [("MT004", 1, 129)]),
    ("[" * 65 + "]" * 65, [("MT004", 1, 65)]),
]


@pytest.mark.parametrize(("text", "expected"), REFUSED)
def test_refused(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert places(text) == expected


def test_depth_of_64_is_read() -> None:
    assert places("[" * 64 + "]" * 64) == []
    assert places("- " * 64 + "a\n") == []


def test_first_of_a_doubled_key_wins_and_is_shown() -> None:
    value, (found,) = read("a: 1\nb: 2\na: 3\n")
    assert value is not None
    assert plain(value) == {"a": "1", "b": "2"}
    ((note, place),) = found.related
    assert (note, place.span) == (Note.FIRST_HERE, Span(1, 1, 1, 2))


def test_what_follows_a_refused_key_is_still_read() -> None:
    value, _ = read("? {a: [b]}\n: [c, {d: e}]\nf: g\n<<: {h: i}\nj: {<<: k, l: m}\n")
    assert value is not None
    assert plain(value) == {"f": "g", "j": {"l": "m"}}


def test_odd_space_in_a_key_is_mended_in_the_tree() -> None:
    value, (found,) = read("a: 1\nd\u200bue: x\n")
    assert value is not None
    assert plain(value) == {"a": "1", "due": "x"}
    assert found.code == "MT006"
    assert dict(found.figures) == {"character": "U+200B", "suggestion": "due: x"}


def test_too_many_values() -> None:
    assert [code for code, _, _ in places("[" + "1," * (MAX_VALUES + 1) + "]")] == ["MT022"]


def test_too_many_empty_collections() -> None:
    assert [code for code, _, _ in places("[" + "{}," * (MAX_VALUES + 1) + "]")] == ["MT022"]


@pytest.mark.parametrize("word", ["<<", "~"])
def test_a_key_good_in_quotes_is_not_so_without(word: str) -> None:
    expected = "MT019" if word == "<<" else "MT021"
    assert places(f"a: {{'{word}': 1}}\nb: {{{word} : 2}}\n") == [(expected, 2, 5)]


def test_alias_alone() -> None:
    assert places("*a\n") == [("MT017", 1, 1)]


HOSTILE = {
    "nested dashes": ("'- ' * 25_000 + 'a'", "MT004"),
    "open brackets": ("'[' * 1_000_000", "MT004"),
    "closed brackets": ("'[' * 100_000 + ']' * 100_000", "MT004"),
    "nested braces": ("'{a: ' * 100_000", "MT004"),
    "question marks": ("'? ' * 100_000", "MT004"),
    "alias bomb": (
        "'a0: &a0 x\\n' + ''.join(f'a{i}: &a{i} [{\", \".join([f\"*a{i - 1}\"] * 9)}]\\n' for i in range(1, 30))",
        "MT017",
    ),
    "deep after a fault": ("'a: 1\\nb：2\\nc: ' + '[' * 1_000_000", "MT011"),
    "long line": ("'a: ' + 'x：' * 1_000_000", None),
    "spaces": ("'a: 1' + ' ' * 1_000_000 + '：\\n b: 2'", "MT029"),
    "faults": ("'id: T\\nb: @x\\n' * 100_000", "MT014"),
    "colons": ("'id：T\\n' * 200_000", "MT011"),
    "quotes": ("'a: \"x\\n' * 100_000", "MT015"),
    "tabs": ("'a:\\n\\tb: 1\\n' * 100_000", "MT013"),
}


@pytest.mark.parametrize(("expression", "code"), HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_file_ends_soon_with_a_diagnostic(expression: str, code: str | None) -> None:
    program = (
        "from motiontrack.source.reader import read_values\n"
        "from motiontrack.source.text import SourceText\n"
        f"print([d.code for d in read_values(SourceText('x', {expression}))[1]])\n"
    )
    # In a process of its own: a fault of libyaml would end this one without a word.
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", program], env=env, capture_output=True, text=True, timeout=20, check=False
    )
    assert done.returncode == 0, done.stderr
    assert code is None or code in done.stdout


# -- any text at all

_MARKS = [*"""a:-[]{},'"#&*!?%@`~\\：中。，“”－［］＃𠀀""", "id", "text", "--", "&x", "*x", "<<"]
_BREAKS = [
    " ",
    "  ",
    "\t",
    "\n",
    "\n  ",
    "\r\n",
    "\r",
    ": ",
    "- ",
    ", ",
    " #",
    "|\n",
    ">-\n",
    "---\n",
    "...\n",
]
_ODD = ["\u3000", "\u00a0", "\u200b", "\ufeff"]
_PIECES = st.sampled_from([*_MARKS, *_BREAKS, *_ODD])
_TEXTS = st.one_of(st.text(), st.lists(_PIECES, max_size=40).map("".join))


def inside(span: Span, source: SourceText) -> bool:
    """Whether ``span`` runs forward and lies in the text."""
    line, column, end_line, end_column = span
    return (
        1 <= line <= end_line <= len(source.lines)
        and 1 <= column <= len(source.line(line)) + 1
        and 1 <= end_column <= len(source.line(end_line)) + 1
        and (line, column) <= (end_line, end_column)
    )


@settings(max_examples=600, deadline=None)
@given(_TEXTS)
@example("a: |\n  x\n ")
@example("a: &x\n")
@example("{a: b\n, c}")
def test_any_text(text: str) -> None:
    source, found = decode("plan.yaml", text.encode(errors="replace"))
    if source is None:
        assert found
        return
    value, more = read_values(source)
    assert value is not None or more
    for one in found + more:
        assert one.place is not None
        assert inside(one.place.span, source), one
        assert all(inside(place.span, source) for _, place in one.related)
    for each in walk(value) if value is not None else ():
        span = each.span
        assert inside(span, source), each
        if isinstance(each, Scalar) and each.style == "plain" and span.line == span.end_line and not more:
            assert source.line(span.line)[span.column - 1 : span.end_column - 1] == each.text


@settings(max_examples=300, deadline=None)
@given(st.binary())
def test_any_bytes(data: bytes) -> None:
    source, found = decode("plan.yaml", data)
    if source is None:
        assert found
    else:
        value, more = read_values(source)
        assert value is not None or more
