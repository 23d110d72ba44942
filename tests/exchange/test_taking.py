"""Whatever is typed into a form: no item of it is passed over, and no error comes into the data."""

from __future__ import annotations

from datetime import date
from functools import cache
from random import Random

import pytest

from motiontrack.assess.lights import load_profile
from motiontrack.book import Book, load_book
from motiontrack.diagnostics.record import Severity
from motiontrack.exchange.asking import form_for
from motiontrack.exchange.cells import Cell, Raw
from motiontrack.exchange.filled import read_form
from motiontrack.exchange.grid import identity_in
from motiontrack.exchange.layout import COLUMNS, FIGURE, KEYS
from motiontrack.exchange.opening import Sheet
from motiontrack.exchange.taking import Form, take
from motiontrack.exchange.workbook import form_workbook
from motiontrack.language.catalogue import load
from motiontrack.profiles import DEFAULT, profile_file
from motiontrack.rules import examine
from tests.commands import ROOT
from tests.exchange.filling import sheet_of

#: What units type, and what would be something else in YAML.
TYPED: list[Raw] = [
    "推进中", "已办结", "未启动", "完成", 60.0, 0.6, 1.0, 100.0, 150.0, "60%", "无", "", "　", "2010.8.30", 40420.0,
    "8月底", "2010年9月", date(2010, 7, 20), date(2011, 1, 1), "能按期", "难以按期", "文字：有冒号 # 井", "- 一\n- 二",
    "'引号\"", "null", "no", "2010-08-31", "{a: b}", "[1]", "*x", "&y", "!t", "%", "@", "`", "|", ">", "?", "T03",
    "\t甲", -3.0, 1e20, True, None, None, None,
]  # fmt: skip
FILLED_AT = [number for number, column in enumerate(COLUMNS, start=1) if column.filled]
PROFILE = load_profile(DEFAULT, profile_file(DEFAULT).read_bytes())


@cache
def july() -> tuple[dict[str, bytes], Book, Sheet]:
    """The example's year before the returns of July, and a form of that month."""
    folder = ROOT / "examples/nantong-2010/data"
    paths = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.yaml")}
    files = {
        name: path.read_bytes() for name, path in paths.items() if name < "returns/2010-07" or "/" not in name
    }
    book, _ = load_book(files)
    assert book is not None
    day = date(2010, 7, 15)
    form = form_for("发改委", "2010-07", book, day, PROFILE)
    return files, book, sheet_of(form_workbook(form, load("zh", "collect"), day))


def filled_at_random(sheet: Sheet, random: Random) -> Sheet:
    rows = [list(line) for line in sheet.rows]
    begins = next(number for number, line in enumerate(rows) if line[0].value == KEYS) + 2
    for line in rows[begins:]:
        of_target = FIGURE in str(line[0].value)
        for column in FILLED_AT:
            # Little is written where nothing is asked for: one such cell leaves its whole item aside.
            if random.random() < (0.02 if of_target else 0.2):
                line[column] = Cell(random.choice(TYPED), percent=random.random() < 0.2)
    return Sheet(sheet.name, tuple(map(tuple, rows)), (), sheet.says)


@pytest.mark.parametrize("seed", range(12))
def test_no_item_is_passed_over_and_no_error_comes_in(seed: int) -> None:
    files, book, empty = july()
    sheet = filled_at_random(empty, Random(seed))  # noqa: S311 - to be the same at every run
    found = identity_in([sheet])
    assert isinstance(found, tuple)
    form = Form("form.xlsx", f"{seed:016x}", read_form(*found, book.nodes))
    taken = take(files, [form], book, date(2010, 7, 24), PROFILE, correct=False)
    after, faults = load_book({**files, **taken.added.files})
    (became,) = taken.forms

    assert taken.added.unplaced is None
    assert [each for each in examine(after, faults) if each.severity is Severity.ERROR] == []
    told = {*became.accepted, *became.again, *became.unreported}
    told |= {doubt.item for doubt in (*became.doubts, *(doubt for doubt, _ in became.refused))}
    asked = {str(line[0].value) for line in sheet.rows if line[1].value == line[0].value and line[0].value}
    assert asked
    assert FIGURE not in "".join(asked)
    assert asked <= told
    assert after is not None
    assert len(after.returns) == len(book.returns) + len(became.accepted)
