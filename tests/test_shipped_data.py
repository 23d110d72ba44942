"""``data/`` says what the notice says, all of it, and nothing else.

The notice itself is ``tests/data/notice.txt``. Only layout may differ: line breaks inside a cell, and
the spaces that pad a short name in print.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from motiontrack.book import Book, load_book
from motiontrack.diagnostics.record import Diagnostic, Severity
from motiontrack.model.items import Item, Target
from motiontrack.model.plan import Goal
from motiontrack.rules import check

HERE = Path(__file__).resolve().parent
DATA = HERE.parent / "data"

#: The two cells whose goal the transcription of the notice breaks over two lines.
_BROKEN_CELLS = {"组织编制十大行业\n布局规划": "组织编制十大行业布局规划"}
_COLUMNS = 5


class Row(NamedTuple):
    """One row of the annex."""

    goal: str
    text: str
    due: str
    lead: str
    person: str


@cache
def notice() -> str:
    return (HERE / "data" / "notice.txt").read_text(encoding="utf-8")


@cache
def main_text() -> str:
    return notice().split("\n附件:\n")[0]


def body(after: str, before: str) -> str:
    """What the main text prints between two headings."""
    return main_text().split(after)[1].split(before)[0].strip()


@cache
def annex() -> tuple[Row, ...]:
    """The rows of the annex: five cells each, or four where the goal is the one above."""
    table = notice().split("\n附件:\n")[1].split("总牵头办理单位:市发改委 2010.4\n")[1]
    for broken, mended in _BROKEN_CELLS.items():
        assert table.count(broken) == 1
        table = table.replace(broken, mended)
    cells = [cell.strip() for cell in table.strip().removesuffix("|").split("\n|")]
    # Behind the last cell of a row stands a "|" of its own, with the next row's first cell under it.
    flat = [line.strip() for cell in cells for line in _apart(cell)]
    assert flat[:_COLUMNS] == ["工作目标", "办理主要内容", "完成时间", "分办责任单位", "责任人"]
    rows: list[Row] = []
    for *front, text, due, lead, person in _grouped(flat[_COLUMNS:]):
        goal = front[0] if front else rows[-1].goal
        rows.append(Row(goal, text, due, lead, person))
    return tuple(rows)


def _apart(cell: str) -> list[str]:
    lines = cell.split("\n")
    return [cell] if lines[0].startswith("1. ") else lines


def _grouped(flat: list[str]) -> Iterator[list[str]]:
    """Rows of four or five cells: the third from the right is the deadline."""
    while flat:
        size = next(size for size in (4, 5) if re.fullmatch(r"\d+月", flat[size - 3]))
        yield flat[:size]
        flat = flat[size:]


def unpadded(name: str) -> str:
    return name.replace(" ", "")


@cache
def loaded() -> tuple[Book, tuple[Diagnostic, ...]]:
    files = {path.relative_to(DATA).as_posix(): path.read_bytes() for path in sorted(DATA.rglob("*.yaml"))}
    book, found = load_book(files)
    assert book is not None
    return book, (*found, *check(book))


def book() -> Book:
    return loaded()[0]


def records() -> Iterator[Item | Goal]:
    yield from book().file.aims
    yield from book().file.objectives
    yield from book().file.tasks
    for phase in book().file.phases:
        yield from phase.steps


def targets() -> Iterator[tuple[Item | Goal, Target]]:
    for record in records():
        yield from ((record, target) for target in record.targets)


# -- the annex ------------------------------------------------------------------------------------


def test_the_annex_is_read_whole() -> None:
    assert len(annex()) == 21
    assert annex()[0] == Row(
        "服务业持续增长",
        "增长速度高于全市GDP增长速度,服务业占比提高零点五到一个百分点以上",
        "12月",
        "发改委",
        "蔡惠忠",
    )
    assert annex()[3] == Row("组织编制十大行业布局规划", "现代物流业布局规划", "10月", "经贸委", "杨 扬")
    assert annex()[10].text.startswith("1. ") is False
    assert annex()[20].goal == "加快发展企业总部"


@pytest.mark.parametrize("number", range(21))
def test_a_task_is_a_row_of_the_annex(number: int) -> None:
    task, row = book().file.tasks[number], annex()[number]

    assert task.id == f"T{number + 1:02d}"
    assert (task.goal, task.text, task.due) == (row.goal, row.text, row.due)
    assert task.lead == (row.lead,)
    assert task.person == (unpadded(row.person),)
    # The annex has five columns: nothing else is known of a task.
    assert not any(
        (task.does, task.support, task.overseer, task.department, task.clerk, task.start, task.report)
    )
    assert not any((task.parts, task.stages, task.standing, task.due_words, task.note, task.since, task.no))


def test_nothing_is_left_out_and_nothing_added() -> None:
    assert len(book().tasks) == len(annex()) == 21
    assert len({task.goal for task in book().file.tasks}) == len({row.goal for row in annex()}) == 12
    assert Counter(task.due for task in book().file.tasks) == {"10月": 16, "6月": 3, "4月": 1, "12月": 1}
    assert sorted(path.name for path in DATA.rglob("*") if path.is_file()) == ["plan.yaml", "units.yaml"]


def test_the_headings_of_the_annex() -> None:
    assert book().plan.labels == {
        "organisation.lead": "总牵头办理单位",
        "goal": "工作目标",
        "text": "办理主要内容",
        "due": "完成时间",
        "lead": "分办责任单位",
        "person": "责任人",
    }
    assert all(heading in notice() for heading in book().plan.labels.values())


# -- the main text --------------------------------------------------------------------------------


def test_the_document() -> None:
    file, plan = book().file, book().plan
    assert file.motion is not None

    assert plan.title == "《关于强化政策驱动促进南通服务业又好又快发展的议案》办理工作方案"
    assert f"\n{plan.title}\n" in notice()
    assert f"({plan.document})" in notice()
    assert "二○一○年四月七日" in notice()
    assert plan.issued == date(2010, 4, 7)
    assert plan.year == 2010
    assert plan.closes is None
    assert plan.language == "zh"
    assert file.motion.title == "关于强化政策驱动促进南通服务业又好又快发展的议案"
    assert file.motion.number == "1号"
    assert (file.motion.meeting, file.motion.proposers, file.motion.received) == (
        "市十三届人民代表大会第三次会议",
        (),
        None,
    )
    assert (
        f"{file.motion.meeting}将《{file.motion.title}》确定为今年人代会的{file.motion.number}议案"
        in notice()
    )
    assert not book().illustrative
    assert plan.approach == body("一、工作思路\n", "\n二、")


def test_aims_and_objectives() -> None:
    aims = [goal.text for goal in book().file.aims]
    objectives = [goal.text for goal in book().file.objectives]

    numbered = [f"{number}. {text}" for number, text in enumerate(aims, 1)]
    assert "\n".join(numbered) == body("(一)总体目标\n", "\n(二)")
    numbered = [f"{number}. {text}" for number, text in enumerate(objectives, 1)]
    assert "\n".join(numbered) == body("(二)2010年的主要工作任务\n", "\n三、")
    assert [goal.id for goal in book().file.aims] == ["G1", "G2"]
    assert [goal.id for goal in book().file.objectives] == [f"O{number}" for number in range(1, 8)]
    assert [goal.until for goal in book().file.aims] == ["到“十二五”期末", None]


def test_phases_and_steps() -> None:
    printed = body("三、工作步骤\n", "\n四、").split("\n")
    written = []
    spans = ("2010年4月", "2010年7月至8月", "2010年11月至12月")
    for number, phase, span in zip("一二三", book().file.phases, spans, strict=True):
        written.append(f"({number}){phase.name}({span})")
        assert {phase.first, phase.last} <= {span, *span.split("至")}
        written += [f"{step.no}. {step.text}" for step in phase.steps]

    assert written == printed
    assert [step.id for phase in book().file.phases for step in phase.steps] == [f"S{n}" for n in range(1, 9)]
    assert [(phase.first, phase.last) for phase in book().phases] == [
        (date(2010, 4, 1), date(2010, 4, 30)),
        (date(2010, 7, 1), date(2010, 8, 31)),
        (date(2010, 11, 1), date(2010, 12, 31)),
    ]


def test_a_step_has_the_day_it_prints_and_no_other() -> None:
    dues = {step.id: step.due for phase in book().file.phases for step in phase.steps}

    assert dues == {
        "S1": "4月初", "S2": "4月上旬", "S3": "4月中旬", "S4": "7月", "S5": "8月",
        "S6": None, "S7": None, "S8": None,
    }  # fmt: skip
    for phase in book().file.phases:
        assert all(step.due is None or step.text.startswith(f"{step.due},") for step in phase.steps)


def test_requirements_and_the_group() -> None:
    organisation = book().file.organisation
    assert organisation is not None
    written = []
    for number, requirement in zip("一二三", organisation.requirements, strict=True):
        written += [f"({number}){requirement.title}", requirement.text]
    assert "\n".join(written) == main_text().split("四、工作要求\n")[1].strip()

    group = organisation.group
    assert group is not None
    assert group.head is not None
    assert f"由{group.head.post}{group.head.name}任组长" in notice()
    assert [f"{member.post}{member.name}任副组长" in notice() for member in group.deputies] == [True]
    assert [(f"{member.post}为成员" in notice(), member.name) for member in group.members] == [(True, None)]
    assert f"议案办理总牵头单位为{organisation.lead}" in notice()
    assert f"总牵头办理单位:{organisation.lead}" in notice()
    assert f"办公室设在{organisation.office}" in notice()
    assert f"{organisation.supervisor}会同有关部门定期对议案办理情况进行检查和督办" in notice()


def test_everything_above_the_annex_is_in_the_data() -> None:
    """Line by line: what the main text prints is in the data, headings and formulas apart."""
    rows = (DATA / "plan.yaml").read_text(encoding="utf-8").split("\n")
    data = "\n".join(row for row in rows if not row.lstrip().startswith("#"))
    mark = re.compile(r"^(?:\d\. |\([一二三]\))")
    left = [line for line in main_text().split("\n") if line and mark.sub("", line) not in data]

    known = (
        "南通市人民政府办公室印发关于",
        "(通政办发〔2010〕57号)",
        "各县(市)、区人民政府,市经济技术开发区管委会",
        "经市政府同意,现将",
        "二○一○年四月七日",
        "(2010年4月)",
        "市十三届人民代表大会第三次会议将",
        "一、工作思路",
        "二、工作目标",
        "(一)总体目标",
        "(二)2010年的主要工作任务",
        "三、工作步骤",
        "(一)动员部署阶段(2010年4月)",
        "(二)检查督办阶段(2010年7月至8月)",
        "(三)总结验收阶段(2010年11月至12月)",
        "四、工作要求",
    )
    assert [line for line, start in zip(left, known, strict=True) if not line.startswith(start)] == []


# -- figures and units ----------------------------------------------------------------------------


def test_the_words_of_every_target_are_printed() -> None:
    assert len(list(targets())) == 40
    for record, target in targets():
        assert target.words in notice(), target.id
        assert target.words in record.text, target.id


_NUMERALS = {"0.5": "零点五", "1": "一"}


def test_every_figure_of_a_target_stands_in_its_words() -> None:
    for record, target in targets():
        for figure in (target.at_least, target.at_most):
            if figure is None:
                continue
            words = target.words.replace("十大", "10大")
            assert str(figure) in words or _NUMERALS.get(str(figure), "?") in words, (record.id, target.id)
        assert target.stretch == ("力争" in target.words or target.id == "标准化试点"), (record.id, target.id)
        assert target.measure is None or target.measure in target.words or target.measure == "个百分点"
        assert (target.base, target.set_by) == (None, None)
        assert target.above is None or target.above in target.words


def test_every_printed_number_of_a_task_is_in_a_target() -> None:
    for task in book().file.tasks:
        text = re.sub(r"(?:^|[;\n])\d\. ?", "", task.text)
        covered = "".join(target.words for target in task.targets)
        assert all(number in covered for number in re.findall(r"\d+", text)), task.id
        # Cut the targets out, and only list marks and stops are left.
        for target in sorted(task.targets, key=lambda each: -len(each.words)):
            text = text.replace(target.words, "")
        assert not re.sub(r"[,;、。\s]", "", text), (task.id, text)


def test_every_unit_and_every_person_is_printed() -> None:
    rows = book().unit_rows
    assert len(rows) == 14
    leads = list(dict.fromkeys(row.lead for row in annex()))
    assert [unit.id for unit in rows] == [*leads, "市政府办"]
    assert len(leads) == 13
    for unit in rows:
        assert all(name in notice() for name in (unit.id, *unit.aliases))
        persons = list(dict.fromkeys(unpadded(row.person) for row in annex() if row.lead == unit.id))
        assert [person.name for person in unit.people] == persons
        assert all(
            (person.post, person.first, person.last, person.phone) == ("责任人", None, None, None)
            for person in unit.people
        )
    assert [unit.kind for unit in rows] == ["unit"] * 13 + ["office"]
    assert {unit.id: unit.aliases for unit in rows if unit.aliases} == {"发改委": ("市发改委",)}


def test_links_to_goals() -> None:
    serves = {task.id: task.serves for task in book().file.tasks}
    expected = {
        "T01": "G1",
        "T13": "O2",
        "T14": "O3",
        "T15": "O3",
        "T16": "O3",
        "T17": "O4",
        "T18": "O5",
        "T19": "O6",
        "T21": "O7",
    }
    expected |= {f"T{number:02d}": "O1" for number in range(3, 13)}

    assert {name: goal[0] for name, goal in serves.items() if goal} == expected
    assert [name for name, goal in serves.items() if not goal] == ["T02", "T20"]
    assert "G2" not in {goal for goals in serves.values() for goal in goals}


def test_contradictions_quote_the_notice() -> None:
    for discrepancy in book().file.discrepancies:
        assert discrepancy.kind == "wording"
        assert discrepancy.ruling is None
        for quoted in re.findall(r"“([^”]+)”", discrepancy.text):
            pieces = re.split("…", quoted)
            assert all(_plain(piece) in _plain(notice()) for piece in pieces), (discrepancy.id, quoted)


def _plain(text: str) -> str:
    """Without what a quotation changes in the marks of what it quotes."""
    return re.sub("[“”‘’]", "", text).replace("，", ",")


# -- what validate says of it ---------------------------------------------------------------------


def test_exactly_these_warnings_and_no_error() -> None:
    found = loaded()[1]

    assert not [each for each in found if each.severity is Severity.ERROR]
    assert Counter(each.code for each in found) == {
        "MT303": 1, "MT501": 3, "MT502": 13, "MT210": 1, "MT211": 2, "MT604": 13,
    }  # fmt: skip
    rows = (DATA / "plan.yaml").read_text(encoding="utf-8").split("\n")
    said = {
        (each.code, dict(each.figures).get("id") or dict(each.figures).get("unit"))
        for each in found
        if each.code != "MT303"
    }
    assert said == {
        ("MT210", "G2"), ("MT211", "T02"), ("MT211", "T20"),
        ("MT501", "T01"), ("MT501", "T19"), ("MT501", "T21"),
        *(("MT502", f"D{number}") for number in range(1, 14)),
        *(("MT604", row.lead) for row in annex()),
    }  # fmt: skip
    (start,) = (each for each in found if each.code == "MT303")
    assert start.item == "S1"
    assert start.place is not None
    assert rows[start.place.span.line - 1].strip() == "due: 4月初"


def test_units_owe_departments_and_clerks_for_all_their_tasks() -> None:
    told = {
        dict(each.figures)["unit"]: str(dict(each.figures)["tasks"]).split("、")
        for each in loaded()[1]
        if each.code == "MT604"
    }
    expected: dict[str, list[str]] = {}
    for number, row in enumerate(annex(), 1):
        expected.setdefault(row.lead, []).append(f"T{number:02d}")

    assert told == expected
    assert sum(map(len, told.values())) == 21
