"""Compiled templates: kept and taken again only where that changes nothing and nobody else wrote them."""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import jinja2
import pytest
from jinja2 import Environment

from motiontrack.language.catalogue import load
from motiontrack.render import compiled, papers
from motiontrack.render.papers import TemplateFaultyError, render_paper

TEXT = '{% macro said(word) %}[{{ word }}]{% endmacro %}{{ said(name) }} {{ "done"|word("state.") }}'
POSIX = pytest.mark.skipif(os.name == "nt", reason="files have no owner and mode there")


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of packaged templates of its own, where Python may keep what it compiles."""
    folder = tmp_path / "templates"
    folder.mkdir(mode=0o755)
    (folder / "paper.md").write_text(TEXT, encoding="utf-8")
    (folder / "paper.html").write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(papers, "packaged_templates", lambda: folder)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    return folder


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the templates that are compiled from here on."""
    names: list[str] = []
    compiling: Callable[..., object] = Environment.compile

    def noted(
        self: Environment, source: str, name: str | None = None, *rest: object, **more: object
    ) -> object:
        names.append(name or "")
        return compiling(self, source, name, *rest, **more)

    monkeypatch.setattr(Environment, "compile", noted)
    return names


def rendered(name: str = "paper.md", language: str = "zh", own: Path | None = None) -> str:
    return render_paper((name,), {"name": "a<b"}, load(language), own)


def kept(folder: Path) -> Path:
    (file,) = (folder / "__pycache__").glob("paper.md.*")
    return file


def test_what_is_kept_is_not_compiled_again(shipped: Path, counted: list[str]) -> None:
    first = rendered()
    again = rendered()

    assert first == again == "[a<b] 已办结\n"
    assert counted == ["paper.md"]
    assert [each.name for each in (shipped / "__pycache__").iterdir()] == [kept(shipped).name]


def test_one_form_serves_every_language(shipped: Path, counted: list[str]) -> None:
    assert [rendered(language=each) for each in ("zh", "en", "zh")] == [
        "[a<b] 已办结\n",
        f"[a<b] {load('en').word('state.done')}\n",
        "[a<b] 已办结\n",
    ]
    assert counted == ["paper.md"]


def test_what_escapes_and_what_does_not_are_kept_apart(shipped: Path) -> None:
    (shipped / "paper.html").write_text('{% include "paper.md" %}', encoding="utf-8")

    for _ in range(2):
        assert rendered().startswith("[a<b]")
        assert render_paper(("paper.html",), {"name": "a<b"}, load("zh"), None).startswith("[a&lt;b]")


def test_a_template_that_changed_is_compiled_again(shipped: Path, counted: list[str]) -> None:
    rendered()
    (shipped / "paper.md").write_text("new {{ name }}", encoding="utf-8")

    assert rendered() == "new a<b\n"
    assert counted == ["paper.md", "paper.md"]


@pytest.mark.parametrize(("module", "name"), [(sys, "version"), (jinja2, "__version__")])
def test_another_python_or_jinja_compiles_again(
    module: object, name: str, shipped: Path, counted: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered()
    monkeypatch.setattr(module, name, "another")

    rendered()

    assert counted == ["paper.md", "paper.md"]


@pytest.mark.parametrize("spoilt", ["empty", "cut", "turned", "text"])
def test_a_spoilt_file_is_compiled_again_and_mended(spoilt: str, shipped: Path, counted: list[str]) -> None:
    rendered()
    whole = kept(shipped).read_bytes()
    kept(shipped).write_bytes(
        {
            "empty": b"",
            "cut": whole[:-7],
            "turned": whole[:-1] + bytes([whole[-1] ^ 1]),
            "text": b"not compiled at all",
        }[spoilt]
    )

    assert rendered() == "[a<b] 已办结\n"
    assert kept(shipped).read_bytes() == whole
    assert counted == ["paper.md", "paper.md"]


def planted(file: Path) -> None:
    """Put a whole and up-to-date file there, with other code in it."""
    whole, mark = file.read_bytes(), len(compiled._MARK)
    code = marshal.dumps(compile("raise SystemError('planted')", "paper.md", "exec"))
    file.write_bytes(whole[: mark + 32] + sha256(code).digest() + code)


@POSIX
@pytest.mark.parametrize(("of_file", "of_folder"), [(0o666, 0o755), (0o664, 0o755), (0o644, 0o777)])
def test_what_others_may_write_to_is_never_run(shipped: Path, of_file: int, of_folder: int) -> None:
    rendered()
    planted(kept(shipped))
    with pytest.raises(TemplateFaultyError, match="planted"):
        rendered()  # it would be run, were it ours alone
    kept(shipped).chmod(of_file)
    (shipped / "__pycache__").chmod(of_folder)

    assert rendered() == "[a<b] 已办结\n"


@POSIX
def test_what_belongs_to_somebody_else_is_never_run(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rendered()
    planted(kept(shipped))
    us = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: us + 1)
    monkeypatch.setattr(compiled, "_ROOT", us + 2)

    assert rendered() == "[a<b] 已办结\n"


@POSIX
def test_a_lax_umask_does_not_make_it_others(shipped: Path, counted: list[str]) -> None:
    before = os.umask(0)
    try:
        rendered()
    finally:
        os.umask(before)
    rendered()

    assert counted == ["paper.md"]


def test_where_nothing_can_be_written_it_is_compiled_at_each_run(shipped: Path, counted: list[str]) -> None:
    (shipped / "__pycache__").write_text("in the way", encoding="utf-8")

    assert rendered() == rendered() == "[a<b] 已办结\n"
    assert counted == ["paper.md", "paper.md"]


def test_where_python_keeps_nothing_neither_do_we(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)

    rendered()

    assert not (shipped / "__pycache__").exists()


def test_nothing_is_left_of_a_write_that_failed(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", refused)

    assert rendered() == "[a<b] 已办结\n"
    assert list((shipped / "__pycache__").iterdir()) == []


def test_templates_of_an_office_are_not_kept(shipped: Path, tmp_path: Path, counted: list[str]) -> None:
    own = tmp_path / "office"
    own.mkdir()
    (own / "paper.md").write_text("{% extends 'packaged/paper.md' %}", encoding="utf-8")

    assert rendered(own=own) == rendered(own=own) == "[a<b] 已办结\n"
    assert [each.name for each in own.iterdir()] == ["paper.md"]
    assert counted == ["paper.md"] * 3  # the office's at each run, the packaged one once


def test_what_counts_steps_is_never_kept_with_the_packaged_ones(shipped: Path) -> None:
    """Also where the office's folder is the packaged one, or holds it: others could not render it."""
    text = "{% for each in [1, 2] %}{{ each ~ name }}{% endfor %}"
    (shipped / "paper.md").write_text(text, encoding="utf-8")

    assert rendered(own=shipped) == "1a<b2a<b\n"
    assert rendered() == "1a<b2a<b\n"
    for file in (shipped / "__pycache__").iterdir():
        file.unlink()
    (shipped.parent / "paper.md").write_text("{% extends 'packaged/paper.md' %}", encoding="utf-8")
    assert rendered(own=shipped.parent) == "1a<b2a<b\n"
    assert rendered() == "1a<b2a<b\n"
