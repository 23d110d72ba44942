"""``motiontrack report --format docx``: every paper there is, opened by python-docx and printed by LibreOffice."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from motiontrack.cli.paper_kinds import KINDS, Paper, PaperFormat
from motiontrack.language.catalogue import load as load_catalogue
from tests.cli.test_status import EXAMPLE
from tests.commands import ROOT, copy_data, run, start, write_files
from tests.missing import missing

#: Of each paper a day on which it has most to say.
DAYS = {Paper.MONTHLY: "2010-08-31"}
DAY = "2010-07-31"
PAPERS = [kind for kind in Paper if PaperFormat.MD in KINDS[kind].formats]


def wanted(kind: Paper) -> tuple[str, ...]:
    return ("report", kind.value, "--data", str(EXAMPLE), "--as-of", DAYS.get(kind, DAY))


def word(folder: Path, *arguments: str | Path) -> Path:
    target = folder / "paper.docx"
    ran = run(*arguments, "--format", "docx", "--output", target)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    return target


def opened(path: Path) -> Any:
    return Document(str(path))


def page(*arguments: str | Path) -> str:
    return run(*arguments, "--format", "html").out


class Told(HTMLParser):
    """All that a page says, in its order, with the numbers and marks that a browser puts before items."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.heads: list[str] = []
        self._silent = 0
        self._lists: list[int | None] = []
        self._head: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._silent += tag in ("head", "script", "style", "svg")
        if tag in ("ol", "ul"):
            self._lists.append(int(given.get("start") or 1) if tag == "ol" else None)
        elif tag == "li":
            number = self._lists[-1]
            self.text.append("·" if number is None else f"{number}.")
            self._lists[-1] = None if number is None else number + 1
        elif tag == "thead":
            self._head = []
        self.text.append(given.get("data-shape") or "")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("head", "script", "style", "svg")
        if tag in ("ol", "ul"):
            self._lists.pop()
        elif tag == "thead" and self._head is not None:
            self.heads.append(bare("".join(self._head)))
            self._head = None

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.text.append(data)
            if self._head is not None:
                self._head.append(data)


def told(html: str) -> Told:
    reader = Told()
    reader.feed(html)
    return reader


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def printed(path: Path) -> list[str]:
    """The pages of a Word file as LibreOffice prints them, each as its text without blanks."""
    if not (shutil.which("soffice") and shutil.which("pdftotext")):
        missing("LibreOffice Writer or pdftotext")
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", path.parent, path],
        check=True,
        capture_output=True,
        timeout=180,
    )
    pdf = path.with_suffix(".pdf")
    if not pdf.exists():
        missing("LibreOffice Writer")
    text = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True).stdout.decode()
    return [bare(each) for each in text.split("\f")[:-1]]


@pytest.mark.slow
@pytest.mark.parametrize("kind", PAPERS, ids=str)
def test_what_is_printed_is_what_the_page_says(kind: Paper, tmp_path: Path) -> None:
    """All of it, in its order, whole; the head of a table again on each page that it reaches."""
    html = page(*wanted(kind))
    pages = printed(word(tmp_path, *wanted(kind)))
    reader = told(html)
    stamp = re.search(r'data-stamp="([^"]*)"', html)

    assert 1 <= len(pages) <= 20
    whole, shown = bare("".join(reader.text)), ""
    for number, text in enumerate(pages, 1):
        # A letter's first page and a leader's page have no number.
        plain = 'class="page brief"' in html or (number == 1 and 'class="letterhead"' in html)
        counted = "" if plain else f"—{number}—"
        assert re.search(r"—\d+—\Z", text) is None if plain else text.endswith(counted), number
        said = text.removeprefix(bare(stamp[1]) if stamp else "").removesuffix(counted)
        assert said, f"page {number} is empty"
        again = [
            head for head in reader.heads if said.startswith(head) and not whole.startswith(shown + said[:80])
        ]
        shown += said.removeprefix(again[0]) if again else said
    assert shown == whole


@pytest.mark.parametrize("kind", PAPERS, ids=str)
def test_every_paper_comes_as_word(kind: Paper, tmp_path: Path) -> None:
    assert PaperFormat.DOCX in KINDS[kind].formats
    document = opened(word(tmp_path, *wanted(kind)))

    whole = "".join(each.text or "" for each in document.element.body.iter(qn("w:t")))
    assert bare(whole) == bare("".join(told(page(*wanted(kind))).text))
    assert {each.style.name for each in document.paragraphs} & {"Title", "Title（紧凑）"}
    rooms = {
        each.page_width.twips - each.left_margin.twips - each.right_margin.twips for each in document.sections
    }
    for table in document.tables:
        assert sum(int(each.get(qn("w:w"))) for each in table._tbl.tblGrid) in rooms
        assert len({len(row.cells) for row in table.rows}) == 1
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


@pytest.mark.parametrize("kind", PAPERS, ids=str)
def test_the_same_bytes_wherever_and_whenever(kind: Paper, tmp_path: Path) -> None:
    made = []
    for zone, seed in (("Asia/Shanghai", "1"), ("America/Los_Angeles", "4242")):
        target = tmp_path / f"{seed}.docx"
        ran = start(*wanted(kind), "--format", "docx", "--output", target, TZ=zone, PYTHONHASHSEED=seed)
        assert ran == (0, b"", b"")
        made.append(target.read_bytes())

    assert made[0] == made[1]


def test_a_paper_in_english_comes_as_word(tmp_path: Path) -> None:
    arguments = (*wanted(Paper.MONTHLY), "--lang", "en")
    document = opened(word(tmp_path, *arguments))

    whole = "".join(each.text or "" for each in document.element.body.iter(qn("w:t")))
    assert bare(whole) == bare("".join(told(page(*arguments)).text))
    assert document.core_properties.language == "en"


def test_text_from_returns_can_only_be_read(tmp_path: Path) -> None:
    nasty = "=cmd|x <w:p/> {{ HYPERLINK }} <script>alert(1)</script> http://x ]]>"
    returns = (
        "illustrative: true\nmonth: 2010-07\nentries:\n  - {task: T04, received: 2010-07-24, "
        f"state: in-progress, progress: 20, pace: blocked, problems: '{nasty}'}}\n"
    )
    folder = write_files(copy_data(tmp_path), {"returns/2010-07.yaml": returns})
    document = opened(word(tmp_path, "report", "monthly", "--data", folder, "--as-of", DAY))

    assert nasty in "\n".join(each.text for each in document.paragraphs)
    assert not list(document.element.body.iter(qn("w:hyperlink"), qn("w:instrText"), qn("w:fldSimple")))


def test_an_office_s_own_template_counts_in_word(tmp_path: Path) -> None:
    folder = copy_data(tmp_path)
    own = '{% extends "packaged/monthly.zh.html" %}{% block rules %}<h2>本办口径</h2>{% endblock %}'
    write_files(tmp_path, {"templates/monthly.zh.html": own})
    document = opened(word(tmp_path, "report", "monthly", "--data", folder, "--as-of", DAY))

    headings = [each.text for each in document.paragraphs if each.style.name == "Heading 1"]
    assert headings[-1] == "本办口径"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_word_goes_into_a_file_only(language: str) -> None:
    ran = run(*wanted(Paper.MONTHLY), "--format", "docx", "--lang", language, language=language)

    assert (ran.code, ran.out) == (2, "")
    assert "--output monthly.docx" in " ".join(re.sub("[│╭─╮╰╯]", "", ran.err).split())


def test_the_status_page_does_not_come_as_word(tmp_path: Path) -> None:
    ran = run("report", "page", "--data", ROOT / "data", "--format", "docx", "--output", tmp_path / "a.docx")

    assert ran.code == 2
    assert "html" in ran.err
    assert not (tmp_path / "a.docx").exists()


@pytest.mark.parametrize("lacking", ["docx", "lxml"])
def test_without_the_library_it_is_said_what_to_install(
    lacking: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in list(sys.modules):
        if name.partition(".")[0] in ("docx", "lxml") or name.startswith("motiontrack.render.word"):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, lacking, None)
    ran = run(*wanted(Paper.MONTHLY), "--format", "docx", "--output", tmp_path / "a.docx")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == load_catalogue("zh").word("cannot.no-docx") + "\n"
    assert not (tmp_path / "a.docx").exists()


def test_the_library_is_looked_for_only_when_word_is_asked_for() -> None:
    code = (
        "import sys; from motiontrack.cli.app import build_app; from typer.testing import CliRunner; "
        f"CliRunner().invoke(build_app('zh'), {[*wanted(Paper.MONTHLY), '--format', 'html']!r}); "
        "print([name for name in sys.modules if name in ('docx', 'lxml')])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, cwd=ROOT)

    assert done.stdout.decode().strip() == "[]"


def test_the_file_is_small_enough_for_mail(tmp_path: Path) -> None:
    data = word(tmp_path, *wanted(Paper.MONTHLY)).read_bytes()

    assert len(data) < 60_000
    assert Document(io.BytesIO(data)).paragraphs
