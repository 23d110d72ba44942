"""One round: broken files through reading, rules, every writer, judging and repairing."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from time import process_time

from motiontrack.assess.assessment import assess
from motiontrack.assess.faults import faulty_items
from motiontrack.assess.lights import load_profile
from motiontrack.book import file_faults, load_book
from motiontrack.diagnostics.record import Diagnostic, Severity
from motiontrack.diagnostics.silenced import silence
from motiontrack.diagnostics.writers.formats import Format, Run
from motiontrack.diagnostics.writers.page import Page
from motiontrack.language.catalogue import load as load_catalogue
from motiontrack.model.profile import Profile
from motiontrack.model.vocabulary import By
from motiontrack.render.terminal import rollup_lines, status_lines
from motiontrack.repair import Repaired, repair_file, repair_files
from motiontrack.rules import examine
from motiontrack.source.text import SourceText
from motiontrack.views.build import build_status
from motiontrack.views.digest import build_digest
from motiontrack.views.plain import to_json
from motiontrack.views.status import FilterView
from tests.fuzz.mutations import Files, broken

__all__ = ["one_round", "put_through"]

ROOT = Path(__file__).resolve().parents[2]
_SLOWEST = 10.0  # seconds of the processor for one round: far more than any takes
_DAYS = (date(2010, 5, 31), date(2010, 8, 31), date(2010, 12, 31))


@cache
def folders() -> tuple[Files, ...]:
    """The shipped data folders; the smaller one twice as often."""
    found = []
    for folder in (ROOT / "data", ROOT / "data", ROOT / "examples" / "nantong-2010" / "data"):
        paths = sorted(folder.rglob("*.yaml"))
        found.append({path.relative_to(folder).as_posix(): path.read_bytes() for path in paths})
    return tuple(found)


@cache
def profile() -> Profile:
    return load_profile("default", (ROOT / "src/motiontrack/profiles/default.yaml").read_bytes())


def one_round(seed: int) -> None:
    dice = Random(seed)  # noqa: S311 - the same broken files at every run
    put_through(broken(dice.choice(folders()), dice), dice.choice(_DAYS))


def put_through(files: Files, day: date) -> None:
    """Everything that the commands do with ``files``; raises where anything is not as it must be."""
    start = process_time()
    sources: dict[str, SourceText] = {}
    book, found = load_book(files, sources)
    found, _ = silence(examine(book, found), files)
    for each in found:
        assert each.place is not None
        span = each.place.span
        assert (1, 1) <= span[:2] <= span[2:], each
        source = sources.get(each.place.file)
        assert source is None or span.end_line <= len(source.lines), each
        assert source is None or span.end_column <= len(source.line(span.end_line)) + 1, each
    for language in ("zh", "en"):
        run = Run(found, load_catalogue(language), Page(), sources, tuple(files))
        for form in Format:
            form.written(run).encode("gbk", "replace")
    if book is None:
        assert any(each.severity is Severity.ERROR for each in found)
    else:
        assessment = assess(book, day, profile(), faulty_items(found, book, day))
        view = build_status(assessment, load_catalogue("zh"), asked=FilterView(), folder="data")
        to_json(view)
        digest = build_digest(assessment, view, load_catalogue("zh"))
        status_lines(view, digest, load_catalogue("zh"), width=80, long_past=None)
        for by in By:
            rollup_lines(view, by.value, load_catalogue("zh"), width=80)
    for name, repaired in repair_files(files).items():
        check_repaired(name, files[name], repaired)
    assert process_time() - start < _SLOWEST, "too slow"


def check_repaired(name: str, data: bytes, repaired: Repaired) -> None:
    """What was repaired is gone, nothing came for it, and there is nothing more to do."""
    assert repaired.data != data
    assert repair_file(name, repaired.data).changes == (), f"{name}: repaired twice"
    before, after = (file_faults(name, each) for each in (data, repaired.data))
    told = {(change.line, change.code) for change in repaired.changes if change.line}
    left = {(each.place.span.line, each.code) for each in after if each.place and each.repair}
    assert not told & left, f"{name}: still there"
    if not any(each.code.startswith("MT0") for each in before):
        assert _errors(after) <= _errors(before), f"{name}: new errors"


def _errors(faults: tuple[Diagnostic, ...]) -> set[tuple[int, str]]:
    return {
        (each.place.span.line, each.code) for each in faults if each.place and each.severity is Severity.ERROR
    }
