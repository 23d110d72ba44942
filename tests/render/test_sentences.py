"""Sentences that papers share, with figures no paper of ours has yet."""

from __future__ import annotations

from pathlib import Path

from motiontrack.language.catalogue import load
from motiontrack.render.papers import render_paper

_NUMBERED = """{% import "paper/sentences.zh.txt" as say %}
{{ say.group("逾期", 0, 1) }}{{ say.group("黄灯", 8, 2) }}
{{ say.heading("rules", 10) }}
"""


def test_headings_count_on_however_many_there_are(tmp_path: Path) -> None:
    (tmp_path / "paper.md").write_text(_NUMBERED, encoding="utf-8")

    text = render_paper(("paper.md",), {}, load("zh"), tmp_path)

    assert text == "（一）逾期1项（九）黄灯2项\n十、口径\n"
