"""A paper from data with errors: refused, or a draft that says so; and one that is too long."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from motiontrack.render.length import length_of
from tests.cli.test_own_texts import put
from tests.commands import DATA, copy_data, run

DAY = ("--as-of", "2010-07-31")


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """Two tasks without what a task must have, of which one cannot be read at all."""
    plan = copy_data(tmp_path) / "plan.yaml"
    text = plan.read_text(encoding="utf-8")
    text = re.sub(r"(?m)^(  - id: T04\n(?:    .*\n)*?)    due: .*\n", r"\1    due: 9月31日\n", text, count=1)
    plan.write_text(text.replace("  - id: T07\n", "  - id: T07\n    lead: 无\n", 1), encoding="utf-8")
    assert run("validate", "--data", plan.parent).code == 1
    return plan.parent


@pytest.mark.parametrize("kind", ["monthly", "page"])
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", "没有编印，数据有错误：plan.yaml"),
        ("en", "Nothing was written, for the data have errors (plan.yaml: "),
    ],
)
def test_a_paper_from_faulty_data_is_refused(
    faulty: Path, tmp_path: Path, kind: str, language: str, said: str
) -> None:
    target = tmp_path / "通报.html"
    ran = run(
        "report", kind, "--data", faulty, *DAY, "--format", "html", "--output", target, "--lang", language
    )

    assert (ran.code, ran.out, target.exists()) == (1, "", False)
    assert said in ran.err
    assert "--draft" in ran.err


def test_a_draft_in_markdown_says_so_first_and_names_what_is_unjudged(faulty: Path) -> None:
    ran = run("report", "monthly", "--data", faulty, *DAY, "--draft")

    assert ran.code == 1
    first, _, second = ran.out.split("\n")[:3]
    assert re.fullmatch(
        r"\*\*草稿，不得印发：数据有\d处错误（plan\.yaml \d处）。"
        r"因此未判定的任务2项：现代物流业布局规划（T04）、房地产业“十二五”发展规划（T07）。\*\*",
        first,
    )
    assert second.startswith("# ")


def test_what_is_unjudged_has_its_share_and_one_word_in_every_paper(faulty: Path) -> None:
    circular = run("report", "monthly", "--data", faulty, *DAY, "--draft").out
    rows = re.findall(r"(?m)^\| [^|]+ \| \d+ \| ([\d.]+)% \|", circular)
    named = "现代物流业布局规划（T04）、房地产业“十二五”发展规划（T07）"

    assert f"| 未判定 | 2 | 9.5% | {named} |" in circular
    *each, total = map(Decimal, rows)
    assert sum(each) == total
    for kind in ("interim", "final", "summary", "unit"):
        paper = run("report", kind, "--data", faulty, *DAY, "--draft").out
        assert "未判定" in paper
        assert "有误、未判定" not in paper


@pytest.mark.parametrize(("language", "stamp"), [("zh", "草稿"), ("en", "Draft")])
@pytest.mark.parametrize("kind", ["monthly", "page"])
def test_a_draft_is_stamped_on_every_printed_page(faulty: Path, kind: str, language: str, stamp: str) -> None:
    ran = run("report", kind, "--data", faulty, *DAY, "--format", "html", "--draft", "--lang", language)

    assert ran.code == 1
    assert re.search(rf'@page {{ @top-center {{ content: "{stamp}', ran.out)
    band = re.search(r'<p class="draft"[^>]*>([^<]+)</p>', ran.out)
    assert band
    assert "T04" in band[1]


@pytest.mark.parametrize("form", ["md", "html"])
def test_a_draft_from_good_data_says_only_that(form: str) -> None:
    arguments = ("report", "monthly", "--data", DATA, *DAY, "--format", form)
    plain, draft = run(*arguments), run(*arguments, "--draft")

    assert (draft.code, draft.err) == (0, "")
    assert ("草稿，未印发。" in draft.out, "草稿" in plain.out, "错误" in draft.out) == (True, False, False)


def test_a_stamp_stands_beside_that_of_invented_data() -> None:
    data = DATA.parent / "examples" / "nantong-2010" / "data"
    page = run("report", "monthly", "--data", data, *DAY, "--format", "html", "--draft").out

    assert 'content: "草稿　示例：' in page


def test_an_own_template_that_prints_no_stamp_is_told(tmp_path: Path) -> None:
    data = copy_data(tmp_path)
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "monthly.zh.md").write_text("# 通报\n", encoding="utf-8")

    assert "没有印出草稿标记" in run("report", "monthly", "--data", data, *DAY, "--draft").err
    assert run("report", "monthly", "--data", data, *DAY).err == ""


# -- length


def test_both_formats_are_counted_alike() -> None:
    data = DATA.parent / "examples" / "nantong-2010" / "data"
    for day in ("2010-05-31", "2010-07-31", "2010-12-31"):
        counts = [
            length_of(run("report", "monthly", "--data", data, "--as-of", day, "--format", form).out, form)
            for form in ("md", "html")
        ]
        # The shape that stands for a light in Markdown is drawn on the page.
        assert abs(counts[0] - counts[1]) < 20, counts
        assert counts[0] > 400


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("请各单位抓紧。", 7),
        ("完成12.5%，T04已办结", 8),
        ("**一是**抓\n\n- 甲\n- 乙", 5),
        ("# 题\n\n| 表 | 格 |\n|:--|:--|\n| 一 | 二 |\n\n文\n\n## 附件：表\n\n不计", 2),
    ],
)
def test_characters_are_counted_as_office_programs_do(text: str, count: int) -> None:
    assert length_of(text, "md") == count


@pytest.mark.parametrize(("motion", "limit"), [(True, 4000), (False, 5000)])
@pytest.mark.parametrize("form", ["md", "html"])
def test_a_long_paper_is_told(tmp_path: Path, motion: bool, limit: int, form: str) -> None:
    data = copy_data(tmp_path)
    plan = data / "plan.yaml"
    if not motion:
        text = plan.read_text(encoding="utf-8")
        plan.write_text(re.sub(r"(?ms)^motion:\n.*?(?=^\w)", "", text), encoding="utf-8")
    arguments = ("report", "monthly", "--data", data, *DAY, "--format", form)
    short = length_of(run(*arguments).out, form)
    most = limit - short - len("四、工作要求")
    put(data, "monthly.demands.md", "抓" * most)
    assert run(*arguments).err == ""

    put(data, "monthly.demands.md", "抓" * (most + 1))
    ran = run(*arguments)
    assert (ran.code, f"约{limit + 1}字" in ran.err, f"超过{limit}字" in ran.err) == (0, True, True)
    put(data, "monthly.demands.md", "抓" * 6000)
    assert f"more than {limit}" in run(*arguments, "--lang", "en").err
