"""Facts put into data files: nothing else changes, and nothing that ``validate`` would refuse comes in."""

from __future__ import annotations

from motiontrack.additions import Added, Addition, Filling, add
from motiontrack.diagnostics.record import Severity
from motiontrack.model.written import Given
from tests.assess.building import decided, files_of, returned, task

JULY = returned("2010-07", "received: 2010-07-24, progress: 30")


def data(*tasks: str, more: dict[str, str] | None = None) -> dict[str, bytes]:
    return {path: text.encode() for path, text in files_of(*tasks, more=more).items()}


def row(path: str = "returns/2010-07.yaml", key: str = "entries", **given: Given) -> Addition:
    head = ("month: 2010-07",) if path.startswith("returns/") else ()
    return Addition(path, key, given, head)


def codes(added: Added) -> list[str]:
    return [each.code for each in added.refused]


def test_a_row_is_added_and_everything_else_stays_byte_for_byte() -> None:
    files = data(more=JULY)
    added = add(files, [row(task="T1", received="2010-07-26", progress="40")])
    before, after = files["returns/2010-07.yaml"], added.files["returns/2010-07.yaml"]

    assert (added.unplaced, added.refused) == (None, ())
    assert list(added.files) == ["returns/2010-07.yaml"]
    assert after.startswith(before)
    assert after.removeprefix(before).decode() == (
        "\n  - task: T1\n    received: 2010-07-26\n    progress: 40\n"
    )
    assert added.book is not None
    assert len(added.book.returns) == 2


def test_a_new_file_begins_with_its_head() -> None:
    added = add(data(), [row(task="T1", received="2010-07-24", work="完成初稿")])

    assert added.refused == ()
    assert added.files["returns/2010-07.yaml"].decode() == (
        "month: 2010-07\nentries:\n  - task: T1\n    received: 2010-07-24\n    work: 完成初稿\n"
    )


def test_several_rows_come_in_together_or_not_at_all() -> None:
    rows = [row(task="T1", received="2010-07-24", progress="40"), row(task="T9", received="2010-07-24")]
    added = add(data(), rows)

    assert codes(added) == ["MT203"]
    assert not add(data(), rows[:1]).refused


def test_what_validate_would_refuse_is_refused_with_its_reason_and_place() -> None:
    added = add(data(more=JULY), [row(task="T1", received="2010-07-26", progress="六十")])
    (only,) = added.refused

    assert (only.code, only.severity) == ("MT104", Severity.ERROR)
    assert only.place is not None
    assert only.place.file == "returns/2010-07.yaml"
    assert added.sources["returns/2010-07.yaml"].line(only.place.span.line).strip() == "progress: 六十"


def test_an_error_that_was_there_before_is_not_the_rows_fault() -> None:
    faulty = task("due: 尽快", "T2")
    added = add(data(task(), faulty, more=JULY), [row(task="T1", received="2010-07-26", progress="40")])

    assert added.refused == ()


def test_the_same_error_once_more_is() -> None:
    files = data(more=returned("2010-07", "received: 2010-07-24, progress: 六十"))
    added = add(files, [row(task="T1", received="2010-07-26", progress="六十")])

    assert codes(added) == ["MT104"]


def test_warnings_are_told_and_keep_nothing_out() -> None:
    added = add(
        data(),
        [row("decisions.yaml", "decisions", kind="extend", item="T1", on="2010-07-01", due="2010-11-30")],
    )

    assert added.refused == ()
    assert [each.code for each in added.warnings] == ["MT413", "MT414"]


def test_a_byte_order_mark_and_line_ends_stay() -> None:
    files = data(more=JULY)
    files["returns/2010-07.yaml"] = b"\xef\xbb\xbf" + files["returns/2010-07.yaml"].replace(b"\n", b"\r\n")
    after = add(files, [row(task="T1", received="2010-07-26", progress="40")]).files["returns/2010-07.yaml"]

    assert after.startswith(files["returns/2010-07.yaml"])
    assert after.count(b"\n") == after.count(b"\r\n")


def test_a_list_in_brackets_is_left_to_a_person() -> None:
    files = data(more={"decisions.yaml": "decisions: [{kind: suspend, item: T1, on: 2010-06-01}]\n"})
    added = add(files, [row("decisions.yaml", "decisions", kind="resume", item="T1", on="2010-07-01")])

    assert added.unplaced is not None
    assert added.files == {}


def test_a_file_that_cannot_be_read_is_left_to_a_person() -> None:
    files = data(more=decided("kind: suspend, on: 2010-06-01"))
    files["decisions.yaml"] = files["decisions.yaml"].replace(b"kind:", "kind：".encode(), 1)
    added = add(files, [row("decisions.yaml", "decisions", kind="resume", item="T1", on="2010-07-01")])

    assert added.unplaced is not None


# -- fields for a row that is there


SLIPS = {
    "slips.yaml": "slips:\n"
    "  - {number: 督〔2010〕1号, issued_on: 2010-07-05, kind: 催办, unit: 发改委, items: T1} # 已电话告知\n"
    "  - number: 督〔2010〕2号\n    issued_on: 2010-07-12\n    kind: 催办\n    unit: 发改委\n    items: T1\n"
    "    asked: |-\n      请回复。\n      # 不是注释\n"
    "  - {number: 督〔2010〕3号, issued_on: 2010-07-19, kind: 督办, unit: 发改委, items: T1}\n"
}


def answer(number: str, **given: Given) -> Filling:
    return Filling("slips.yaml", "slips", ("number", number), given)


def test_an_answer_goes_into_its_row_and_nothing_else_changes() -> None:
    files = data(more=SLIPS)
    for number in ("1", "3"):
        added = add(files, [answer(f"督〔2010〕{number}号", answered_on="2010-07-20")])
        before, after = files["slips.yaml"].decode(), added.files["slips.yaml"].decode()

        assert (added.unplaced, added.refused) == (None, ())
        assert after == before.replace(
            f"督〔2010〕{number}号" + before.split(f"督〔2010〕{number}号")[1].split("}")[0],
            f"督〔2010〕{number}号"
            + before.split(f"督〔2010〕{number}号")[1].split("}")[0]
            + ", answered_on: 2010-07-20",
        )


def test_what_would_be_put_into_a_text_is_not_written() -> None:
    added = add(data(more=SLIPS), [answer("督〔2010〕2号", answered_on="2010-07-20")])

    assert added.files == {}
    assert added.unplaced == answer("督〔2010〕2号", answered_on="2010-07-20")


def test_a_field_that_is_there_is_never_written_over() -> None:
    files = data(more={"slips.yaml": SLIPS["slips.yaml"].replace("items: T1}", "items: T1, note: 甲}")})

    assert add(files, [answer("督〔2010〕1号", note="乙")]).unplaced is not None


def test_a_row_that_is_not_there_or_twice_is_not_guessed() -> None:
    twice = {"slips.yaml": SLIPS["slips.yaml"].replace("3号", "1号")}

    assert add(data(more=SLIPS), [answer("督〔2010〕9号", note="乙")]).unplaced is not None
    assert add(data(more=twice), [answer("督〔2010〕1号", note="乙")]).unplaced is not None
    assert add(data(), [answer("督〔2010〕1号", note="乙")]).unplaced is not None


def test_an_answer_that_would_be_an_error_is_refused() -> None:
    added = add(data(more=SLIPS), [answer("督〔2010〕3号", answered_on="2010-07-01")])

    assert codes(added) == ["MT804"]


def test_rows_and_fillings_of_several_files_come_in_together() -> None:
    files = data(more={**JULY, **SLIPS})
    sent = {"issued_on": "2010-07-26", "kind": "督办", "unit": "发改委", "items": "T1"}
    added = add(
        files,
        [
            row("slips.yaml", "slips", number="督〔2010〕4号", **sent),
            row("slips.yaml", "slips", number="督〔2010〕5号", **sent | {"issued_on": "2010-07-27"}),
            answer("督〔2010〕1号", answered_on="2010-07-20"),
            answer("督〔2010〕3号", answered_on="2010-07-21"),
            row(task="T1", received="2010-07-26", progress="40"),
        ],
    )

    assert (added.unplaced, added.refused) == (None, ())
    assert sorted(added.files) == ["returns/2010-07.yaml", "slips.yaml"]
    assert added.book is not None
    assert [each.number[-2] for each in added.book.slips] == ["1", "2", "3", "4", "5"]
    assert [each.number[-2] for each in added.book.slips if each.answered_on] == ["1", "3"]


def test_a_row_with_rows_in_it_is_read_back_whole() -> None:
    stages = [
        {"id": "T1.1", "text": "前期调研", "due": "6月"},
        {"id": "T1.2", "text": "形成初稿", "due": "8月"},
    ]
    schedule = row(
        "schedules.yaml",
        "schedules",
        unit="发改委",
        received="2010-05-04",
        items=[{"task": "T1", "stages": stages}],
    )
    added = add(data(), [schedule])

    assert (added.unplaced, codes(added)) == (None, [])
    assert added.book is not None
    assert [stage.id for stage in added.book.schedules[0].stages] == ["T1.1", "T1.2"]


def test_an_error_in_a_row_of_a_row_is_refused() -> None:
    stages = [{"id": "T1.1", "text": "前期调研", "due": "9月31日"}]
    schedule = row(
        "schedules.yaml",
        "schedules",
        unit="发改委",
        received="2010-05-04",
        items=[{"task": "T1", "stages": stages}],
    )

    assert len(codes(add(data(), [schedule]))) == 1
