"""An office's own templates: one block or one file of a paper, and what is said of a broken one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docx import Document

from motiontrack.language.catalogue import load as load_catalogue
from tests.cli.test_report import DAY, paper
from tests.commands import copy_data, run, write_files

EXTENDS = '{% extends "packaged/monthly.zh.md" %}'


def refused(folder: Path, files: dict[str, str], *arguments: str) -> str:
    """What is said of a paper that cannot be made with these templates."""
    data = copy_data(folder)
    write_files(folder, files)
    ran = run("report", *(arguments or ("monthly",)), "--data", data, *DAY)
    assert (ran.code, ran.out) == (2, "")
    return ran.err


def test_an_office_overrides_the_whole_template_by_name(tmp_path: Path) -> None:
    folder = copy_data(tmp_path)
    write_files(tmp_path, {"templates/monthly.zh.md": "共{{ paper.status.totals.tasks }}项\n"})

    assert paper(folder) == "共21项\n"


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("monthly.zh.md.txt", "monthly.zh.md"),  # as Notepad saves it
        ("monthly/Body.txt", "monthly/body.txt"),
        ("monthly.body.txt", "monthly/body.txt"),
        ("montly.zh.md", "monthly.zh.md"),
        ("paper/paper.css.txt", "paper/paper.css"),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_template_by_another_name_is_told_and_not_used(
    name: str, meant: str, language: str, tmp_path: Path
) -> None:
    data = copy_data(tmp_path)
    write_files(tmp_path, {f"templates/{name}": EXTENDS})
    ran = run("report", "monthly", "--data", data, *DAY, "--lang", language)

    said = load_catalogue(language, "papers").word("report.template-unused", template=name, near=meant)
    assert (ran.code, ran.err) == (0, said + "\n")


@pytest.mark.parametrize(
    "name", ["monthly.md", "monthly/units.txt", "letterhead.html", "final.zh.md.txt", ".monthly.zh.md.swp"]
)
def test_what_an_office_keeps_beside_its_templates_is_not_spoken_of(name: str, tmp_path: Path) -> None:
    data = copy_data(tmp_path)
    write_files(tmp_path, {f"templates/{name}": EXTENDS, "templates/monthly.zh.md": EXTENDS})
    ran = run("report", "monthly", "--data", data, *DAY)

    assert (ran.code, ran.err) == (0, "")


def test_an_office_overrides_one_block(tmp_path: Path) -> None:
    folder = copy_data(tmp_path)
    own = '{% extends "packaged/monthly.zh.md" %}{% block rules %}## 本办口径\n{% endblock %}'
    write_files(tmp_path, {"templates/monthly.zh.md": own})

    text = paper(folder)
    assert "## 本办口径" in text
    assert "## 一、总体情况" in text
    assert "## 口径" not in text


#: A file of an office's own with a fault in its third line, the paper asked for, and its format.
BROKEN = {
    "monthly.zh.md": ("{% extends 'packaged/monthly.zh.md' %}\n{% block rules %}\n{{ paper.statu }}{% endblock %}", "monthly", "md"),
    "monthly.zh.html": ("{% extends 'packaged/monthly.zh.html' %}\n{% block rules %}\n{{ paper.statu }}{% endblock %}", "monthly", "html"),
    "monthly/body.txt": ("\n\n{{ paper.statu }}", "monthly", "html"),
    "paper/md.txt": ("{% macro open(a, b, c) %}\n\n{{ paper.statu }}{% endmacro %}", "monthly", "md"),
    "paper/html.txt": ("{% macro open(a, b, c) %}\n\n{{ paper.statu }}{% endmacro %}", "monthly", "html"),
    "paper/sentences.zh.txt": ("{% macro scope(of) %}\n\n{{ {'status': 1}.statu }}{% endmacro %}", "monthly", "md"),
    "monthly/sentences.zh.txt": ("{% macro title(opening) %}\n\n{{ {'status': 1}.statu }}{% endmacro %}", "monthly", "md"),
    "paper/paper.css": ("\n\n{{ paper.statu }}", "monthly", "html"),
    "page.html": ("\n\n{{ page.statu }}", "page", "html"),
    "page/units.html": ("\n\n{{ page.statu }}", "page", "html"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_of_any_paper_is_told_by_its_name_line_and_fault(name: str, tmp_path: Path) -> None:
    template, kind, form = BROKEN[name]
    said = refused(tmp_path, {f"templates/{name}": template}, kind, "--format", form)

    assert said.startswith(f"模板 {name} 第3行：没有“statu”这个值或宏")
    if kind == "monthly":
        assert "是否应为“status”？" in said


def test_a_broken_page_is_told_of_in_word_too(tmp_path: Path) -> None:
    template, kind, _ = BROKEN["monthly.zh.html"]
    target = tmp_path / "a.docx"
    files = {"templates/monthly.zh.html": template}
    said = refused(tmp_path, files, kind, "--format", "docx", "--output", str(target))

    assert said.startswith("模板 monthly.zh.html 第3行：没有“statu”")
    assert not target.exists()


def test_a_page_too_deep_for_word_is_told(tmp_path: Path) -> None:
    own = "{% for n in range(3000) %}<div>{% endfor %}一"
    files = {"templates/monthly.zh.html": own}
    said = refused(tmp_path, files, "monthly", "--output", str(tmp_path / "a.docx"))

    assert said == load_catalogue("zh").word("cannot.docx-deep") + "\n"


def test_a_broken_file_that_another_takes_in_is_told_by_its_own_name(tmp_path: Path) -> None:
    files = {
        "templates/monthly.zh.md": EXTENDS
        + "{% block rules %}\n{% include 'extra/notes.md' %}\n{% endblock %}",
        "templates/extra/notes.md": "一\n{{ 1 / 0 }}\n",
    }

    assert re.match(r"模板 extra/notes\.md 有错误（第2行）", refused(tmp_path, files))


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("{{ doc.headng('一') }}", "第2行：没有“headng”这个值或宏，是否应为“heading”？"),
        ("{{ papr.status }}", "第2行：没有“papr”这个值或宏，是否应为“paper”？"),
        ("{{ paper.status.as_of | dya }}", "第2行：没有“dya”这个过滤器，是否应为“day”？"),
        ("{{ paper.nothing_like_it }}", "第2行：没有“nothing_like_it”这个值或宏。"),
        ("{{ doc.heading() }}", "有错误（第2行）"),
        ("{{ doc.heading(paper.statu) }}", "第2行：没有“statu”"),
        ("{{ say.scop() }}", "第2行：没有“scop”这个值或宏，是否应为“scope”？"),
    ],
)
def test_the_name_that_was_meant_is_told(block: str, said: str, tmp_path: Path) -> None:
    """In a block of an extended template, by the office's own line, wherever the fault comes to light."""
    imported = "{% import 'paper/md.txt' as doc %}" if "doc." in block else ""
    template = f"{EXTENDS}{imported}{{% block rules %}}\n{block}{{% endblock %}}"

    assert said in refused(tmp_path, {"templates/monthly.zh.md": template})


def test_a_macro_that_a_packaged_body_needs_is_told(tmp_path: Path) -> None:
    said = refused(tmp_path, {"templates/paper/md.txt": "{% macro open(a, b, c) %}{% endmacro %}"})

    assert re.match(r"模板 packaged/monthly/body\.txt 第\d+行：没有“title”这个值或宏", said)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("template", "key", "figures"),
    [
        (
            "{% block rule %}一{% endblock %}",
            "no-block-near",
            {"line": "2", "reason": "rule", "near": "rules"},
        ),
        ("{% block 口径 %}一{% endblock %}", "no-block", {"line": "2", "reason": "口径"}),
        ("\n## 附言\n", "outside-block", {"line": "3"}),
        ("{{ paper.status.as_of }}", "outside-block", {"line": "2"}),
    ],
)
def test_what_would_be_left_out_in_silence_is_refused(
    template: str, key: str, figures: dict[str, str], language: str, tmp_path: Path
) -> None:
    name = f"monthly.{language}.md"
    data = copy_data(tmp_path)
    write_files(tmp_path, {f"templates/{name}": f'{{% extends "packaged/{name}" %}}\n{template}'})
    ran = run("report", "monthly", "--data", data, *DAY, "--lang", language, language=language)

    said = load_catalogue(language).word(f"cannot.template-{key}", template=name, **figures)
    assert (ran.code, ran.out, ran.err) == (2, "", said + "\n")


def test_blocks_in_blocks_and_macros_beside_them_are_taken(tmp_path: Path) -> None:
    data = copy_data(tmp_path)
    template = (
        EXTENDS
        + "\n{# 说明 #}\n{% macro m() %}甲{% endmacro %}\n{% block rules %}{% block 自拟 %}乙{% endblock %}{% endblock %}\n"
    )
    write_files(tmp_path, {"templates/monthly.zh.md": template})

    assert paper(data).endswith("乙\n")


BODY = "templates/monthly/body.txt"


def test_one_block_of_a_body_counts_in_every_format(tmp_path: Path) -> None:
    data = copy_data(tmp_path)
    own = '{% extends "packaged/monthly/body.txt" %}{% block rules %}{{ doc.heading("八、工作要求") }}{% endblock %}'
    write_files(tmp_path, {BODY: own})
    target = tmp_path / "a.docx"
    run("report", "monthly", "--data", data, *DAY, "--format", "docx", "--output", target)
    page = run("report", "monthly", "--data", data, *DAY, "--format", "html").out

    assert paper(data).endswith("\n## 八、工作要求\n")
    assert "<h2>八、工作要求</h2>" in page
    assert "填报时间" not in page
    assert [each.text for each in Document(str(target)).paragraphs if each.text][-1] == "八、工作要求"


def test_a_block_of_a_body_that_there_is_not_is_told(tmp_path: Path) -> None:
    own = '{% extends "packaged/monthly/body.txt" %}\n{% block rule %}一{% endblock %}'

    assert refused(tmp_path, {BODY: own}).startswith("模板 monthly/body.txt 第2行：所扩展的模板没有“rule”")


def test_a_template_that_extends_itself_is_stopped(tmp_path: Path) -> None:
    own = "{% extends 'monthly.zh.md' %}{% block rules %}{% endblock %}"

    assert refused(tmp_path, {"templates/monthly.zh.md": own}).startswith("模板 monthly.zh.md 执行到第")


def test_what_stands_before_the_extended_template_is_printed(tmp_path: Path) -> None:
    data = copy_data(tmp_path)
    write_files(tmp_path, {"templates/monthly.zh.md": f"内部资料\n{EXTENDS}"})

    assert paper(data).startswith("内部资料\n")


def test_an_override_of_an_override_is_taken(tmp_path: Path) -> None:
    data = copy_data(tmp_path)
    files = {
        "templates/office.md": EXTENDS + "{% block rules %}{% block 落款 %}甲{% endblock %}{% endblock %}",
        "templates/monthly.zh.md": "{% extends 'office.md' %}{% block 落款 %}乙{% endblock %}",
    }
    write_files(tmp_path, files)

    assert paper(data).endswith("乙\n")


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("第一行\n{{ paper.status.nothing }}\n", "2"),
        ("第一行\n\n{% for task in %}\n", "3"),
        ("{{ ''.__class__.__mro__ }}", "1"),
        ("第一行\n{{ 1 / 0 }}\n", "2"),
        ("{{ none | day }}{{ 3 | shape }}", "1"),
    ],
)
def test_a_broken_template_is_a_message_with_name_and_line(tmp_path: Path, template: str, line: str) -> None:
    folder = copy_data(tmp_path)
    write_files(tmp_path, {"templates/monthly.zh.md": template})

    ran = run("report", "monthly", "--data", folder, *DAY)

    assert (ran.code, ran.out) == (2, "")
    assert "monthly.zh.md" in ran.err
    assert re.search(rf"第\s?{line}\s?行", ran.err), ran.err


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("template", "key"),
    [
        (b"{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}", "too-much"),
        ("通报".encode("gbk"), "not-utf8"),
        (b"#" * 2_000_000, "large"),
        (b"{% include 'nothing.md' %}", "missing"),
    ],
)
def test_a_template_that_cannot_be_used_is_told(
    tmp_path: Path, template: bytes, key: str, language: str
) -> None:
    folder = copy_data(tmp_path)
    name = f"monthly.{language}.md"
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / name).write_bytes(template)

    ran = run("report", "monthly", "--data", folder, *DAY, "--lang", language, language=language)

    assert (ran.code, ran.out) == (2, "")
    shown = "nothing.md" if key == "missing" else name
    assert ran.err == load_catalogue(language).word(f"cannot.template-{key}", template=shown, line="1") + "\n"
