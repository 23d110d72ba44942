"""The charts that papers draw: the same figures in the drawing and in its table, and words for both."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from tests.pages.making import CHARTS, charts, page


def chart(name: str, id: str) -> tuple[str, list[list[str]]]:  # noqa: A002 - what it is called in the paper
    """The drawing of one chart, and the rows of its table."""
    text = charts(name)
    whole = text[text.index(f'<figure class="chart" id="{id}">') :]
    whole = whole[: whole.index("</figure>")]
    body = whole[whole.index("<tbody>") : whole.index("</tbody>")]
    rows = re.findall(r"<tr>(.*?)</tr>", body, re.DOTALL)
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in rows]
    return whole[: whole.index("</svg>")], cells


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_is_named_described_and_told_as_a_table(name: str) -> None:
    text = charts(name)
    drawn = re.findall(r'<svg viewBox[^>]*role="img" aria-labelledby="(\S+) (\S+)">', text)

    assert len(drawn) >= 4
    assert all(f'<title id="{title}">' in text and f'<desc id="{desc}">' in text for title, desc in drawn)
    assert text.count('<figure class="chart"') == len(drawn) == text.count("<table aria-label")


def test_the_marks_of_the_phases_are_the_tasks_due() -> None:
    svg, rows = chart("charts-year", "phases")

    assert svg.count('<use href="#i-') == sum(int(row[2]) for row in rows) == 21
    assert rows[3][1] == "检查督办阶段"
    assert [row for row in rows if row[0] == "10月"] == [
        ["10月", "", "16", "正常8项、黄灯4项、未报3项、暂停1项"]
    ]


def test_in_a_crowded_month_marks_become_numbers() -> None:
    svg, rows = chart("charts-many", "phases")

    assert sum(int(row[2]) for row in rows) == 300
    assert svg.count('<use href="#i-') == sum(len(row[3].split("、")) for row in rows)


def test_the_units_add_up_and_are_drawn_so() -> None:
    svg, rows = chart("charts-year", "units")
    drawn = svg[: svg.rindex('<text class="bold"')]
    last = svg[svg.rindex('<text class="bold"') :]

    assert rows[-1][0] == "合计"
    assert int(rows[-1][1]) == 21 == sum(int(row[1]) for row in rows[:-1])
    assert all(sum(map(int, row[2:])) == int(row[1]) for row in rows)
    keys = 6
    assert drawn.count("<use ") + last.count("<use ") - keys == 21


def test_progress_and_months_have_a_row_for_every_task() -> None:
    svg, rows = chart("charts-year", "progress")

    assert len(rows) == 21
    assert rows[2] == ["T03 服务业“十二五”发展规划", "黄灯", "50%", "应达60%", "差10点", ""]
    assert svg.count("bar-track") == 21
    svg, rows = chart("charts-year", "months")
    assert rows[1] == ["T02 增加在综合考核中的比重", "–", "黄灯", "红灯", "已办结", "已办结", "已办结"]
    shown = Counter(re.findall(r'href="#i-([\w-]+)"', svg))
    assert shown["triangle"] == sum(row.count("黄灯") for row in rows)
    assert shown["diamond"] == sum(row.count("红灯") for row in rows)


def test_targets_are_drawn_as_they_are_told() -> None:
    svg, rows = chart("charts-year", "targets")
    told = [row for row in rows if row[0].startswith("引进1~2家金融机构")]

    assert told == [["引进1~2家金融机构", "T15/金融机构", "0", "1～2家", "差1家", "截至6月25日"]]
    assert len(rows) == 11
    assert "pip-opt" in svg


def test_the_page_and_the_charts_share_their_marks() -> None:
    shape = re.compile(r'<symbol id="i-diamond".*?</symbol>')

    assert shape.findall(page("year")) == shape.findall(charts("charts-year"))
