"""Bytes to text: the encodings that offices really produce."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motiontrack.diagnostics.record import Diagnostic, Span
from motiontrack.source.text import MAX_BYTES, decode

PLAN = "title: 计划\nlead: 财政局\n"


def only(found: tuple[Diagnostic, ...]) -> tuple[str, Span, dict[str, str | int]]:
    """The one diagnostic: code, span, figures."""
    (one,) = found
    assert one.place is not None
    assert one.place.file == "plan.yaml"
    return one.code, one.place.span, dict(one.figures)


def test_utf8_with_and_without_mark() -> None:
    for mark in (b"", b"\xef\xbb\xbf", b"\xef\xbb\xbf\xef\xbb\xbf"):
        source, found = decode("plan.yaml", mark + PLAN.encode())
        assert source is not None
        assert source.text == PLAN
        assert not found


def test_line_ends() -> None:
    source, _ = decode("plan.yaml", b"a\r\nb\rc\nd")
    assert source is not None
    assert source.lines == ("a", "b", "c", "d")
    assert (source.line(1), source.line(4), source.line(5), source.line(0)) == ("a", "d", "", "")
    assert source.text == "a\r\nb\rc\nd"


def test_gbk_is_named_at_its_first_byte() -> None:
    source, found = decode("plan.yaml", PLAN.encode("gbk"))
    assert source is None
    assert only(found) == ("MT001", Span(1, 8, 1, 9), {"sample": "title: 计划"})


def test_gbk_on_a_later_line_after_utf8() -> None:
    data = "# 计划\r\ntitle: ".encode() + "计划".encode("gbk")
    code, span, _ = only(decode("plan.yaml", data)[1])
    assert (code, span.line, span.column) == ("MT001", 2, 8)


def test_neither_utf8_nor_gbk() -> None:
    assert only(decode("plan.yaml", b"a: 1\nb: \xff\xff\n")[1]) == (
        "MT026",
        Span(2, 4, 2, 5),
        {"byte": "0xFF"},
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf16(encoding: str) -> None:
    source, found = decode("plan.yaml", PLAN.encode(encoding))
    assert source is None
    # Without a byte order mark it is only known not to be text.
    assert only(found)[0] == ("MT002" if encoding[-2:] in ("le", "be") else "MT025")


def test_size_cap() -> None:
    source, found = decode("plan.yaml", b"a" * (MAX_BYTES + 1))
    assert source is None
    assert only(found) == ("MT003", Span(1, 1, 1, 1), {"size": "5.0", "limit": 5})
    assert decode("plan.yaml", b"a" * MAX_BYTES)[1] == ()


@pytest.mark.parametrize("character", ["\x01", "\x0b", "\x1b", "\x7f", "\x85", "\u2028", "\u2029", "\uffff"])
def test_forbidden_character(character: str) -> None:
    source, found = decode("plan.yaml", f"a: 1\ntext: 办{character}理\n".encode())
    assert source is not None
    assert character not in source.text
    figures = {"character": f"U+{ord(character):04X}"}
    assert only(found) == ("MT005", Span(2, 8, 2, 9), figures)


def test_forbidden_characters_are_capped() -> None:
    assert len(decode("plan.yaml", b"\x01" * 100)[1]) == 20


@given(st.binary())
def test_no_bytes_raise(data: bytes) -> None:
    source, found = decode("plan.yaml", data)
    assert source is not None or found
