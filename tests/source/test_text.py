"""Bytes to text: the encodings that offices really produce."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motiontrack.diagnostics.record import Diagnostic, Recode, Span
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


@pytest.mark.parametrize(("encoding", "certain"), [("gbk", True), ("gb18030", True), ("big5", False)])
def test_only_what_is_surely_gbk_is_to_be_repaired(encoding: str, certain: bool) -> None:
    # What Big5 looks like in GBK are rare characters; what people write are common ones.
    text = "title: 關於加強服務業發展的議案\n" if encoding == "big5" else PLAN
    ((found,), repair) = decode("plan.yaml", text.encode(encoding))[1], (Recode("gb18030"),)
    assert found.code == "MT001"
    assert found.repair == (repair if certain else ())


@pytest.mark.parametrize("number", range(4))
def test_a_file_of_both_encodings_is_not_to_be_repaired(number: int) -> None:
    rows = ["title: 计划一\n", "lead: 财政局\n", "person: 张三\n", "text: 救助就业\n"]
    data = b"".join(row.encode("utf-8" if at == number else "gbk") for at, row in enumerate(rows))
    assert not [each for each in decode("plan.yaml", data)[1] if each.repair]


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
    assert found[0].repair == ((Recode("utf-16"),) if encoding == "utf-16" else ())


def test_size_cap() -> None:
    source, found = decode("plan.yaml", b"a" * (MAX_BYTES + 1))
    assert source is None
    assert only(found) == ("MT003", Span(1, 1, 1, 1), {"size": "5.1", "limit": "5"})
    assert decode("plan.yaml", b"a" * MAX_BYTES)[1] == ()


@pytest.mark.parametrize("character", ["\x01", "\x0b", "\x1b", "\x7f", "\x85", "\u2028", "\u2029", "\uffff"])
def test_forbidden_character(character: str) -> None:
    source, found = decode("plan.yaml", f"a: 1\ntext: 办{character}理\n".encode())
    assert source is not None
    assert character not in source.text
    figures = {"character": f"U+{ord(character):04X}"}
    assert only(found) == ("MT005", Span(2, 8, 2, 9), figures)


def test_forbidden_characters_are_capped() -> None:
    found = decode("plan.yaml", b"\x01" * 100)[1]
    assert len(found) == 50
    assert dict(found[-1].figures)["more"] == 50


@given(st.binary())
def test_no_bytes_raise(data: bytes) -> None:
    source, found = decode("plan.yaml", data)
    assert source is not None or found
