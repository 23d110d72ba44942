"""The office's own paragraphs in a paper: which is printed, and what becomes of one that is not."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from jinja2 import Environment, nodes
from markdown_it import MarkdownIt

from motiontrack.model.own_texts import PLACES, likely_text
from motiontrack.render.papers import packaged_templates
from tests.commands import copy_data, run

DAY = ("--as-of", "2010-07-31")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return copy_data(tmp_path)


def put(folder: Path, name: str, text: str | bytes) -> None:
    path = folder / "texts" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def paper(folder: Path, *arguments: str) -> str:
    ran = run("report", "monthly", "--data", folder, *(arguments or DAY))
    assert (ran.code, ran.err) == (0, "")
    return ran.out


@pytest.mark.parametrize("form", ["md", "html"])
def test_a_text_is_printed_at_its_place(data: Path, form: str) -> None:
    put(data, "monthly.demands.md", "请各责任单位于8月底前**补报**。\n")
    printed = paper(data, *DAY, "--format", form)

    written = {
        "md": "请各责任单位于8月底前**补报**。",
        "html": "<p>请各责任单位于8月底前<strong>补报</strong>。</p>",
    }[form]
    assert written in printed
    headings = re.findall(r"(?m)(?:<h2>|^## )([^<\n]+)", printed)
    assert headings[5:7] == ["六、方案中待明确的表述", "七、工作要求"]


def test_without_a_text_there_is_neither_heading_nor_gap(data: Path) -> None:
    assert "、工作要求" not in paper(data)


def test_a_text_of_blanks_is_none(data: Path) -> None:
    put(data, "monthly.demands.md", "\n　 \n")

    assert "、工作要求" not in run("report", "monthly", "--data", data, *DAY).out


def test_the_text_of_a_month_goes_before_that_of_every_month(data: Path) -> None:
    put(data, "monthly.demands.md", "每月都印。\n")
    put(data, "2010-07/monthly.demands.md", "只印七月。\n")

    july, august = paper(data), paper(data, "--as-of", "2010-08-31")
    assert ("只印七月" in july, "每月都印" in july) == (True, False)
    assert ("只印七月" in august, "每月都印" in august) == (False, True)


def test_what_notepad_saves_is_read_as_it_was_typed(data: Path) -> None:
    put(data, "monthly.demands.md", b"\xef\xbb\xbf" + "　　一是抓进度。\r\n　　二是抓\r\n质量。\r\n".encode())

    assert "\n\n一是抓进度。\n\n二是抓质量。\n\n" in paper(data)


def test_a_text_that_is_not_utf8_is_an_error_and_not_left_out(data: Path) -> None:
    put(data, "monthly.demands.md", "请各责任单位抓紧办理。\n".encode("gb18030"))

    ran = run("validate", "--data", data)
    assert ran.code == 1
    assert "texts/monthly.demands.md:1:1: 错误 MT001" in ran.out
    assert run("validate", "--data", data, "--fix").code == 0
    assert "请各责任单位抓紧办理。" in paper(data)


def test_a_text_far_larger_than_any_paper_is_an_error(data: Path) -> None:
    most = 1024 * 1024 // 10
    put(data, "monthly.demands.md", b"[a](" * (most // 4))
    assert run("validate", "--data", data).code == 0

    put(data, "monthly.demands.md", b"a" * (most + 1))
    ran = run("validate", "--data", data)
    assert (ran.code, "MT003 文件有 0.2 MB，超过了 0.1 MB 的上限" in ran.out) == (1, True), ran.out


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("texts/monthly.demand.md", "texts/monthly.demands.md"),
        ("texts/Monthly.Demands.MD", "texts/monthly.demands.md"),
        ("texts/monthly．demands.md.txt", "texts/monthly.demands.md"),
        ("texts/2010年7月/monthly.demands.docx", "texts/2010-07/monthly.demands.md"),
        ("monthly.demands.md", "texts/monthly.demands.md"),
        ("Texts/monthly.demands.md", "texts/monthly.demands.md"),
        ("texts/会议记录.md", ""),
        ("texts/2010-07-31/monthly.demands.md", "texts/2010-07/monthly.demands.md"),
        ("texts/monthly.demands (1).md", "texts/monthly.demands.md"),
        ("texts/demands.md", "texts/monthly.demands.md"),
        ("texts/工作要求.txt", "texts/monthly.demands.md"),
        ("texts/2010年7月/月度通报.工作要求.md", "texts/2010-07/monthly.demands.md"),
        ("texts/年终报告-主要做法.md", "texts/final.practice.md"),
        ("texts/主要做法.md", ""),  # of two papers
        ("texts/monthly.opening.md", ""),  # not the letter to the deputies
        ("texts/page.demand.md", ""),
        ("texts", ""),
    ],
)
def test_a_text_that_no_paper_prints_is_told_by_both_commands(data: Path, name: str, meant: str) -> None:
    (data / name).parent.mkdir(parents=True, exist_ok=True)
    (data / name).write_text("请各责任单位抓紧办理。\n", encoding="utf-8")

    assert likely_text(name) == meant
    out = run("validate", "--data", data).out
    assert f"{name}:1:1: 警告 MT128" in out
    for language in ("zh", "en"):
        ran = run("report", "monthly", "--data", data, *DAY, "--lang", language)
        assert ran.code == 0
        assert (name in ran.err, "monthly.demands.md" in ran.err, meant in ran.err) == (True, True, True)
        assert (f"{meant}？" in ran.err or f"{meant} meant?" in ran.err) == bool(meant)
        assert "抓紧办理" not in ran.out


@pytest.mark.parametrize("folder", ["2010-13", "2010-00", "七月", "备用/旧"])
def test_a_text_in_a_folder_that_is_no_month_is_told_as_such(data: Path, folder: str) -> None:
    """Not with the name of a text for every month: what was meant for one would be printed in all."""
    put(data, f"{folder}/monthly.demands.md", "请各责任单位抓紧办理。\n")
    name = f"texts/{folder}/monthly.demands.md"

    assert likely_text(name) == ""
    assert (
        f"{name}:1:1: 警告 MT134 {name} 不会印出：文件夹 {folder} 不是月份。"
        in run("validate", "--data", data).out
    )
    ran = run("report", "monthly", "--data", data, *DAY)
    assert (ran.code, f"文件夹 {folder} 不是月份" in ran.err, "抓紧办理" in ran.out) == (0, True, False)


def test_a_text_for_a_month_of_another_year_is_told_until_work_is_to_go_on_into_it(data: Path) -> None:
    put(data, "2011-07/monthly.demands.md", "请各责任单位抓紧办理。\n")
    said = "texts/2011-07/monthly.demands.md 只印在 2011-07 的材料里"
    assert said in run("report", "monthly", "--data", data, *DAY).err

    (data / "decisions.yaml").write_text(
        "decisions:\n  - {kind: extend, item: T16, applied: 2010-09-01, on: 2010-09-10, due: 2011-06-30, "
        "approver: 市政府办, reason: 上级文件未下达}\n",
        encoding="utf-8",
    )
    ran = run("report", "monthly", "--data", data, *DAY)
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize("text", [b"", b"\xef\xbb\xbf", "\r\n　\t\r\n".encode()])
def test_a_text_without_words_is_told(data: Path, text: bytes) -> None:
    put(data, "monthly.demands.md", "每月都印。\n")
    put(data, "2010-07/monthly.demands.md", text)

    assert "texts/2010-07/monthly.demands.md:1:1: 警告 MT129" in run("validate", "--data", data).out
    ran = run("report", "monthly", "--data", data, *DAY)
    assert ran.code == 0
    assert "texts/2010-07/monthly.demands.md 里没有文字，不会印出。" in ran.err
    assert "仍印 texts 文件夹里同名的文字" in ran.err
    assert "每月都印" in ran.out


@pytest.mark.parametrize("inside", [None, "a.md"])
def test_a_folder_where_a_text_is_looked_for_is_an_error(data: Path, inside: str | None) -> None:
    (data / "texts" / "monthly.demands.md").mkdir(parents=True)
    if inside:
        put(data, f"monthly.demands.md/{inside}", "请各责任单位抓紧办理。\n")
    ran = run("validate", "--data", data)

    assert (ran.code, "texts/monthly.demands.md:1:1: 错误 MT122" in ran.out) == (1, True), ran.out
    assert (inside is None) or "texts/monthly.demands.md/a.md:1:1: 警告 MT128" in ran.out
    assert run("report", "monthly", "--data", data, *DAY).code == 1


def test_of_several_texts_that_no_paper_prints_what_to_do_is_told_once(data: Path) -> None:
    for name in ("monthly.demand.md", "monthly.request.md", "会议记录.md"):
        put(data, name, "请各责任单位抓紧办理。")
    ran = run("report", "monthly", "--data", data, "--as-of", "2010-07-31")

    assert (ran.err.count("不会印出"), ran.err.count("请改名")) == (3, 1), ran.err


def test_a_picture_among_the_texts_is_told_and_not_read(data: Path) -> None:
    put(data, "现场.jpg", b"\xff\xd8" * 4 * 1024 * 1024)

    ran = run("validate", "--data", data)
    assert (ran.code, "MT128" in ran.out, "MT003" in ran.out) == (0, True, False)


@pytest.mark.parametrize("form", ["md", "html"])
@pytest.mark.parametrize(
    ("kind", "place"),
    [(kind, place) for kind, places in PLACES.items() for place in places],
)
def test_every_place_prints_its_text_instead_of_asking_for_it(
    data: Path, kind: str, place: str, form: str
) -> None:
    arguments = ("report", kind, "--data", data, *DAY, "--format", form)
    asked = run(*arguments).out
    put(data, f"{kind}.{place}.md", "办公室**自己**的话。\n")
    printed = run(*arguments).out

    assert {"md": "办公室**自己**的话。", "html": "<p>办公室<strong>自己</strong>的话。</p>"}[form] in printed
    assert printed.count("〔") == asked.count("〔") - (kind != "monthly")


NASTY = """\
# 标题
二级
===
<script>alert(1)</script> <img src=x onerror=alert(2)> &lt;b&gt;
[点这里](javascript:alert(3)) [通知](https://example.cn/a) ![图](http://example.cn/b.png) <https://example.cn>
\\---
| 不是 | 表 |
```
# 不收尾的代码

[甲]: http://example.cn
"""


def test_a_text_can_do_nothing_to_a_page(data: Path) -> None:
    put(data, "monthly.demands.md", NASTY)
    page = paper(data, *DAY, "--format", "html")
    own = page.split('<div class="own">')[1].split("</div>")[0]

    assert set(re.findall(r"<(\w+)", own)) <= {"h3", "h4", "p", "em", "strong"}
    assert "通知（https://example.cn/a）" in own
    for said in ("<script>alert(1)</script>", "onerror=alert(2)", "&lt;b&gt;", "javascript:alert(3)"):
        assert said in html.unescape(own)


def test_a_text_can_do_nothing_to_a_paper_in_markdown(data: Path) -> None:
    """Whoever reads the paper with HTML and code allowed sees the same headings and no element of it."""
    plain = paper(data)
    put(data, "monthly.demands.md", NASTY)
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

    def headings(text: str) -> list[str]:
        return re.findall(r"<h([1-6])>", reader.render(text))

    shown = headings(paper(data))
    assert shown.count("3") + shown.count("4") == headings(plain).count("3") + 3  # below the paper's sections
    assert sorted(each for each in shown if each < "3") == sorted(
        [*(each for each in headings(plain) if each < "3"), "2"]
    )
    assert not re.search(r"<(script|img|b|a|pre|code)\b", reader.render(paper(data)))


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("**一是抓进度。**各单位", "**一是抓进度**。各单位"),
        ("**“十二五”：**开局", "“**十二五**”：开局"),
        ("**。**", "。"),
        ("2\\*3*4", "2\\*3\\*4"),
        ("2010\\. 年底", "2010\\. 年底"),
        ("- 甲\n- 乙", "- 甲\n- 乙"),
        ("3. 甲\n4. 乙", "3. 甲\n4. 乙"),
        ("> 引", "> 引"),
    ],
)
def test_what_a_text_says_is_kept_in_markdown(data: Path, typed: str, written: str) -> None:
    put(data, "monthly.demands.md", typed)

    assert f"## 七、工作要求\n\n{written}\n\n" in paper(data)


def places_in(kind: str) -> tuple[str, ...]:
    """The places that the packaged body of a paper asks ``doc.own`` for."""
    source = (packaged_templates() / kind / "body.txt").read_text(encoding="utf-8")
    calls = Environment(autoescape=True).parse(source).find_all(nodes.Call)
    return tuple(
        call.args[1].value
        for call in calls
        if isinstance(call.node, nodes.Getattr)
        and call.node.attr == "own"
        and isinstance(call.args[1], nodes.Const)
    )


def test_the_places_are_those_of_the_papers() -> None:
    kinds = sorted(path.parent.name for path in packaged_templates().glob("*/body.txt"))

    assert set(PLACES) <= set(kinds)
    assert {kind: sorted(places_in(kind)) for kind in kinds} == {
        kind: sorted(PLACES.get(kind, ())) for kind in kinds
    }
