"""A row of a paper's table that holds more than a sheet's part."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.commands import copy_data, run

PRINTED = "text: 增加在综合考核中的比重\n"


@pytest.mark.parametrize(("times", "long"), [(1, 0), (40, 1)])
def test_only_a_row_of_very_many_words_goes_on_over_the_page(tmp_path: Path, times: int, long: int) -> None:
    """Else the head of its table stands alone on the sheet before it."""
    data = copy_data(tmp_path)
    plan = (data / "plan.yaml").read_text("utf-8")
    assert PRINTED in plan
    words = f"text: {'增加在综合考核中的比重，' * times}\n"
    (data / "plan.yaml").write_text(plan.replace(PRINTED, words), encoding="utf-8")

    page = run("report", "interim", "--data", data, "--as-of", "2010-07-20", "--format", "html").out

    cells = re.findall(r'<td class="([^"]*)" data-l="办理主要内容">', page)
    assert sum("long" in classes.split() for classes in cells) == long
