"""Five megabytes of slips: told in seconds, and within half a gigabyte."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands import ROOT

PLAN = "plan: {title: 甲, year: 2010}\ntasks:\n"
#: One line, again and again until the file is as large as a file may be, or as many values as may be in it.
LINES = {
    "full-width colons": ("id：T\n", 800_000),
    "full-width braces": ("  - ｛id：T01，text：救助，due：8月｝\n", 120_000),
    "one line of marks": ("  - {a：" + "x，a:" * 190 + "}\n", 3_500),
    "hashes behind words": ("text: 救助 ＃说明\n", 200_000),
    "aliases": ("  - *a\n", 600_000),
    "odd spaces in keys": ("  - {a\u3000b: 1}\n", 250_000),
    "dates in another form": ("  - {id: T, text: 甲, due: 6月, start: 2010/8/31}\n", 20_000),
    "good tasks": ("  - {id: T, text: 甲乙丙丁戊己庚辛, due: 6月, lead: 甲局, person: 张三}\n", 20_000),
    "curly quotes": ("  - {id: T, text: “甲乙丙丁”, due: 6月, lead: “甲局”}\n", 20_000),
    "a line left open": ("  - {id: T01, text: 救助，低保}\n", 100_000),
}

PROGRAM = """
import sys
from time import process_time
from motiontrack.book import load_book
from motiontrack.diagnostics.writers.formats import Format, Run
from motiontrack.diagnostics.writers.page import Page
from motiontrack.language.catalogue import load
from motiontrack.rules import check
plan = sys.stdin.buffer.read()
sources = {}
start = process_time()
book, found = load_book({"plan.yaml": plan, "units.yaml": b"units: [{id: a}]"}, sources)
found = (*found, *(check(book) if book else ()))
Format.TEXT.written(Run(found, load("zh"), Page(), sources))
seconds = process_time() - start
memory = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(len(found), int(seconds), int(memory) // 1024)
"""


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs Linux")
@pytest.mark.parametrize("name", LINES)
def test_a_slip_on_every_line_of_a_large_file(name: str) -> None:
    line, many = LINES[name]
    left_open = b"  - {id: T01, text" if name == "a line left open" else b""
    content = (PLAN + line * many).encode()[: 5 * 1024 * 1024 - 100].rpartition(b"\n")[0] + b"\n" + left_open

    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], input=content, cwd=ROOT / "src", capture_output=True, check=False
    )

    assert done.returncode == 0, done.stderr.decode()
    found, seconds, megabytes = map(int, done.stdout.split())
    assert found
    assert seconds < 30  # a few; but the machine may be slow
    assert megabytes < 512
