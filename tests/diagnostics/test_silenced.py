"""What a comment silences, what it cannot, and what is said of the comment itself."""

from __future__ import annotations

import pytest

from motiontrack.diagnostics.codes import CODES, Severity
from motiontrack.diagnostics.record import Diagnostic, Place, Span, fault
from motiontrack.diagnostics.silenced import silence


def warning(line: int, code: str = "MT604", file: str = "units.yaml") -> Diagnostic:
    return fault(code, Place(file, Span(line, 3, line, 9)), unit="甲局")


def told(text: str, *found: Diagnostic) -> tuple[list[tuple[str, int]], int]:
    """(code, line) of what is left, and how many are silenced."""
    left, silenced = silence(found, {"units.yaml": text.encode()})
    return [(each.code, each.place.span.line) for each in left if each.place], len(silenced)


@pytest.mark.parametrize(
    "comment",
    [
        "# motiontrack: ignore MT604 (待定编)",
        "# motiontrack: ignore MT604（待定编）",
        "#motiontrack:ignore MT604(待定编)",
        "# motiontrack：ignore MT604 （待定编）",
        "# motiontrack : Ignore: mt604 (待定编)",
        "# motiontrack: ignore ＭＴ６０４（待定编）",
        "# motiontrack: ignore unit-has-not-named (待定编)",
        "# motiontrack: ignore MT207，MT604 (待定编)",
        "# motiontrack: ignore MT207、MT604 (待定编)",
        "# motiontrack: ignore MT207 MT604 (待定编)",
        "# motiontrack: ignore MT604 (见会议纪要（2010）3号)",
        "# motiontrack: ignore MT604 (待定编",
        "# motiontrack: ignore MT604 (待定编)  # 又及",
        "## motiontrack: ignore MT604 (待定编)",
        "# 甲 # motiontrack: ignore MT604 (待定编)",
    ],
)
def test_a_comment_with_a_reason_silences_its_line(comment: str) -> None:
    both = [warning(1), warning(1, "MT207")] if "MT207" in comment else [warning(1)]

    assert told(f"- id: 甲局 {comment}\n", *both) == ([], len(both))
    assert told(f"{comment}\n- id: 甲局\n", *(warning(2, each.code) for each in both)) == ([], len(both))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("- id: 甲局 # motiontrack: ignore MT604 (甲)\n- id: 乙局\n", 2),
        ("# motiontrack: ignore MT604 (甲)\n\n- id: 乙局\n", 3),
        ("- id: '甲 # motiontrack: ignore MT604 (甲)'\n", 1),
        ("- |\n  # motiontrack: ignore MT604 (甲)\n  乙\n", 2),
        ("- id: 甲#motiontrack: ignore MT604 (甲)\n", 1),
    ],
)
def test_another_line_and_what_is_no_comment_silence_nothing(text: str, line: int) -> None:
    left, silenced = told(text, warning(line))

    assert ("MT604", line) in left
    assert silenced == 0


def test_comments_above_one_another_are_all_about_the_line_below() -> None:
    text = "# motiontrack: ignore MT604 (甲)\n# motiontrack: ignore MT207 (乙)\n# 丙\n- id: 甲局\n"

    assert told(text, warning(4), warning(4, "MT207")) == ([], 2)


def test_a_comment_on_the_first_line_is_about_the_file_too() -> None:
    unread = fault("MT121", Place("old.yaml", Span(1, 1, 1, 1)), file="old.yaml")
    files = {"old.yaml": "# motiontrack: ignore MT121 (留底)\na: b\n".encode()}

    assert silence([unread], files) == ((), (unread,))


def test_all_of_one_code_on_a_line_are_silenced_and_no_other() -> None:
    text = "- id: 甲局 # motiontrack: ignore MT604 (甲)\n"

    assert told(text, warning(1), warning(1), warning(1, "MT207")) == ([("MT207", 1)], 2)


def test_another_file_is_not_meant() -> None:
    text = "- id: 甲局 # motiontrack: ignore MT604 (甲)\n"

    assert told(text, warning(1, file="plan.yaml"))[0] == [("MT604", 1), ("MT142", 1)]


@pytest.mark.parametrize("code", [each.code for each in CODES.values() if each.severity is Severity.ERROR])
def test_no_error_can_be_silenced(code: str) -> None:
    error = fault(code, Place("units.yaml", Span(1, 3, 1, 9)))
    left, silenced = silence([error], {"units.yaml": f"- a # motiontrack: ignore {code} (甲)\n".encode()})

    assert not silenced
    assert [each.code for each in left] == [code, "MT143"]


@pytest.mark.parametrize(
    ("comment", "codes"),
    [
        ("ignore MT604", ["MT604", "MT140"]),
        ("ignore MT604 ()", ["MT604", "MT140"]),
        ("ignore MT604 （ ）", ["MT604", "MT140"]),
        ("ignore MT604 因为待定编", ["MT604", "MT140"]),
        ("ignore MT6O4 (甲)", ["MT604", "MT141"]),
        ("ignore MT999 (甲)", ["MT604", "MT141"]),
        ("ignore MT6 (甲)", ["MT604", "MT141"]),
        ("ignore MT604 MT999 (甲)", ["MT141"]),
        ("ignore MT207 (甲)", ["MT604", "MT142"]),
        ("ignore MT602 (甲)", ["MT604", "MT143"]),
        ("ignore (甲)", ["MT604", "MT145"]),
        ("ignore", ["MT604", "MT145"]),
        ("ignroe MT604 (甲)", ["MT604", "MT145"]),
        ("忽略 MT604 (甲)", ["MT604", "MT145"]),
        ("ignored by nobody", ["MT604", "MT145"]),
        ("各单位名单以文件为准", ["MT604"]),
        ("see the manual", ["MT604"]),
    ],
)
def test_what_is_wrong_with_a_comment_is_said(comment: str, codes: list[str]) -> None:
    left, _ = told(f"- id: 甲局 # motiontrack: {comment}\n", warning(1))

    assert [code for code, _ in left] == codes


def test_while_there_are_errors_no_comment_is_called_useless() -> None:
    text = "- id: 甲局 # motiontrack: ignore MT604 (甲)\n"

    assert [code for code, _ in told(text, fault("MT101", Place("plan.yaml", Span(1, 1, 1, 2))))[0]] == [
        "MT101"
    ]
    assert [code for code, _ in told(text)[0]] == ["MT142"]


def test_an_unknown_code_is_pointed_at() -> None:
    text = "- id: 甲局 # motiontrack: ignore MT604, MT6O7 (甲)\n"
    left, _ = silence([warning(1)], {"units.yaml": text.encode()})

    assert [each.place and each.place.span for each in left] == [Span(1, 39, 1, 44)]
    assert dict(left[0].figures)["about"] == "MT6O7"
    assert str(dict(left[0].figures)["suggestion"]).startswith("MT60")


@pytest.mark.parametrize(
    "data", [b"\xff\xfe# motiontrack", b"- [ # motiontrack: ignore MT604 (x)\n", b"\0motiontrack"]
)
def test_a_file_that_cannot_be_read_has_no_comments(data: bytes) -> None:
    error = fault("MT010", Place("units.yaml", Span(1, 1, 1, 2)))

    assert silence([error], {"units.yaml": data}) == ((error,), ())


def test_a_comment_without_its_colon_is_told() -> None:
    for comment, told in (
        ("# motiontrack ignore MT604 (核实过)", ["MT145"]),
        ("# motiontrack 读这个文件", []),
    ):
        kept, silenced = silence((), {"units.yaml": f"units: [] {comment}\n".encode()})

        assert [each.code for each in kept] == told
        assert silenced == ()
