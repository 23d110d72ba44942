"""Typing in an editor: the shipped files are clean, faults are marked in Chinese, keys are offered."""

from __future__ import annotations

from pathlib import Path

import pytest

from motiontrack.model.schema import FILE_KINDS
from tests.commands import DATA, ROOT
from tests.editor.server import LanguageServer, Message

pytestmark = pytest.mark.editor

SHIPPED = [*sorted(DATA.rglob("*.yaml")), *sorted((ROOT / "examples").rglob("*.yaml"))]

BROKEN = """\
# yaml-language-server: $schema=../schema/plan.json
plan:
  title: 海风市绿道建设工作方案
  issued: 2010年3月1日
  year: 20100
  language: 中文
tasks:
  - id: T/01
    text: [编制绿道规划]
    负责人: 甲一
    due: 6月
    standing: yes
    percent: 四成
    lead: {unit: 建设局}
  - id: T02
  - 建成绿道10公里
organisation: 建设局
"""

TYPING = """\
# yaml-language-server: $schema=../schema/plan.json
plan:
  title: 海风市绿道建设工作方案
  year: 2010
motion:
  title: 关于建设绿道的议案
tasks:
  - id: T01
    text: 编制绿道规划
    due: 6月
    standing:\x20
    targets:
      - id: 规划
        words: 绿道规划
        kind:\x20
    l
"""


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def marks(diagnostics: list[Message]) -> dict[int, str]:
    """Line -> what is said there."""
    return {each["range"]["start"]["line"] + 1: each["message"] for each in diagnostics}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_is_wrong_with_the_shipped_files(path: Path, server: LanguageServer) -> None:
    assert server.open(path) == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_shipped_file_finds_its_schema(path: Path, server: LanguageServer) -> None:
    server.open(path)
    kind = "returns" if path.parent.name == "returns" else path.stem
    lines = path.read_text(encoding="utf-8").splitlines()
    first = next(number for number, line in enumerate(lines, 1) if line and line[0] not in "# -")

    assert kind in FILE_KINDS
    assert f"{kind}.json" in server.hover(path, first, 1)


def test_faults_are_marked_on_their_lines_in_chinese(office: Path, server: LanguageServer) -> None:
    found = server.open(written(office / "data" / "plan.yaml", BROKEN))

    said = marks(found)
    assert sorted(said) == [4, 5, 6, 8, 9, 10, 12, 13, 14, 15, 16, 17]
    assert len(found) == len(said), "one mark for each fault"
    begins = {
        4: "日期请写四位年、两位月、两位日，如 2010-08-31",
        5: "值高于最大值 2100",
        6: "请从下列各项中选写：zh、en",
        8: "编号、简称中不能有空格、斜线",
        9: "这里应写一个值，不能是列表或一组字段",
        10: "属性 负责人 不被允许",
        12: "这里只能写“是”或“否”",
        13: "这里应写半角数字，不带单位",
        14: "这里应写一个值，不能是列表或一组字段",
        15: "缺少必填的“办理主要内容”（text）",
        16: "这里应写一组字段",
        17: "这里应写一组字段",
    }
    assert {line: text for line, text in begins.items() if not said[line].startswith(text)} == {}


def test_a_fault_in_any_other_file_is_marked_too(office: Path, server: LanguageServer) -> None:
    text = "# yaml-language-server: $schema=../../schema/returns.json\nmonth: 2010年4月\nentries: []\n"
    found = server.open(written(office / "data" / "returns" / "2010-04.yaml", text))

    assert list(marks(found)) == [2]
    assert marks(found)[2].startswith("月份请写四位年、两位月，如 2010-08")


def test_keys_are_offered_with_what_they_mean_in_chinese(office: Path, server: LanguageServer) -> None:
    path = written(office / "data" / "plan.yaml", TYPING)
    server.open(path)

    offered = server.complete(path, 16, 6)

    assert {"lead", "person", "overseer", "stages", "serves"} <= set(offered)
    assert not {"due", "standing", "targets"} & set(offered), "what is written already"
    assert offered["lead"]["documentation"].startswith("牵头、主办或分办责任单位")


def test_words_are_offered_with_their_chinese_names_and_no_null(office: Path, server: LanguageServer) -> None:
    path = written(office / "data" / "plan.yaml", TYPING)
    server.open(path)

    kinds = server.complete(path, 15, 15)
    flags = server.complete(path, 11, 15)

    assert list(kinds) == ["total", "level", "growth", "points", "document", "event"]
    assert kinds["total"]["documentation"] == "累计数"
    assert list(flags) == ["是", "否", "true", "false"]


def test_a_new_entry_is_offered_with_the_fields_it_must_have(office: Path, server: LanguageServer) -> None:
    head = "# yaml-language-server: $schema=../schema/decisions.json\n"
    path = written(office / "data" / "decisions.yaml", f"{head}decisions:\n  - \n")
    server.open(path)

    offered = server.complete(path, 3, 5)

    snippet = next(item for label, item in offered.items() if label.startswith("必填字段"))
    assert snippet["insertText"].replace("${1}", "$1").split("\n")[0].startswith("kind: ")
    assert "item: " in snippet["insertText"]


@pytest.mark.parametrize(
    ("line", "column", "title"),
    [
        (2, 2, "方案"),
        (3, 5, "方案标题"),
        (7, 3, "任务"),
        (9, 6, "办理主要内容"),
        (10, 7, "完成时间"),
        (5, 3, "议案"),
    ],
)
def test_a_field_that_is_pointed_at_shows_its_chinese_name(
    line: int, column: int, title: str, office: Path, server: LanguageServer
) -> None:
    path = written(office / "data" / "plan.yaml", TYPING)
    server.open(path)

    shown = server.hover(path, line, column)

    assert shown.startswith(f"#### {title} · ")
    assert " || " not in shown
