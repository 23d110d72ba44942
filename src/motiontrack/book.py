"""The Book: a mapping of paths to bytes, read, resolved and indexed (DESIGN §3).

A disk, a git revision and a test hand over the same mapping, so all three give the same Book.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from motiontrack.diagnostics.record import Diagnostic, Place, Span, fault
from motiontrack.lean import lean
from motiontrack.model.decode import decode, known_keys
from motiontrack.model.fields import Record
from motiontrack.model.likely_keys import lists_of
from motiontrack.model.own_texts import is_text, known_texts, likely_text, name_of, no_month
from motiontrack.model.plan import Plan, PlanFile
from motiontrack.model.reading_words import Reader
from motiontrack.model.registers import (
    Decision,
    DecisionFile,
    Feedback,
    FeedbackFile,
    FindingFile,
    Schedule,
    ScheduleFile,
    Slip,
    SlipFile,
)
from motiontrack.model.resolve import (
    Node,
    PhaseSpan,
    RaisedFinding,
    UnitPlan,
    resolve_findings,
    resolve_phase,
    resolve_schedules,
    resolve_tasks,
)
from motiontrack.model.returns import Entry, ReturnFile
from motiontrack.model.units import Unit, UnitFile
from motiontrack.model.working_days import NO_CALENDAR, WorkingDays
from motiontrack.source.folder_limits import MOST_ENTRIES, most_entries, not_read
from motiontrack.source.reading import read_source
from motiontrack.source.text import MOST_OF_PARAGRAPHS, SourceText
from motiontrack.source.text import decode as decode_text

if TYPE_CHECKING:
    from motiontrack.model.days_off import CalendarFile
    from motiontrack.model.profile import Profile

__all__ = [
    "DECISIONS",
    "PLAN",
    "UNITS",
    "Book",
    "MonthlyEntry",
    "file_faults",
    "leaves",
    "load_book",
    "reading_order",
    "record_of",
    "walk_down",
]

PLAN, UNITS, CALENDAR, DECISIONS = "plan.yaml", "units.yaml", "calendar.yaml", "decisions.yaml"
_RETURNS = r"returns/(?:(?P<month>(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2]))|[0-9]{4}-[0-9]{2})\.yaml"
#: An office's own light rules; the name is the rules' id.
_PROFILES = r"profiles/[^/]+\.yaml"
_FILES: dict[str, type[Record]] = {
    PLAN: PlanFile,
    UNITS: UnitFile,
    "schedules.yaml": ScheduleFile,
    DECISIONS: DecisionFile,
    "findings.yaml": FindingFile,
    "feedback.yaml": FeedbackFile,
    "slips.yaml": SlipFile,
}


def record_of(path: str) -> type[Record] | None:
    """The record class of a data file, or ``None`` if no file of that name is read."""
    if path in _FILES:
        return _FILES[path]
    if path == CALENDAR:
        from motiontrack.model.days_off import CalendarFile  # not every office counts working days

        return CalendarFile
    if re.fullmatch(_PROFILES, path):
        from motiontrack.model.profile import Profile  # few offices have rules of their own

        return Profile
    return ReturnFile if re.fullmatch(_RETURNS, path) else None


@lean
class MonthlyEntry:
    """One return with the month of its file and its place in the order of all returns."""

    month: str
    serial: int
    entry: Entry


@lean
class Book:
    """All the facts, resolved: the one value that rules and assessment read.

    ``in_order`` is every task, part, stage and step of the plan, found once for all rules.
    """

    file: PlanFile
    plan: Plan
    year: int
    issued: date
    closes: date
    units: Mapping[str, Unit]
    names: Mapping[str, str]
    tasks: tuple[Node, ...]
    phases: tuple[PhaseSpan, ...]
    in_order: tuple[Node, ...]
    nodes: Mapping[str, Node]
    returns: tuple[MonthlyEntry, ...] = ()
    decisions: tuple[Decision, ...] = ()
    schedules: tuple[UnitPlan, ...] = ()
    findings: tuple[RaisedFinding, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    slips: tuple[Slip, ...] = ()
    unit_rows: tuple[Unit, ...] = ()
    return_files: tuple[ReturnFile, ...] = ()
    schedule_rows: tuple[Schedule, ...] = ()
    profiles: tuple[Profile, ...] = ()
    calendar: CalendarFile | None = None
    illustrative: bool = False
    sources: Mapping[str, SourceText] = field(default_factory=dict)
    #: The office's own paragraphs, by the paths of their files.
    texts: Mapping[str, SourceText] = field(default_factory=dict)
    #: Data files that are there and of which a part could not be read: more may stand in them.
    unread: frozenset[str] = frozenset()

    @property
    def steps(self) -> Iterator[Node]:
        """The steps of all phases, in the plan's order."""
        return (step for phase in self.phases for step in phase.steps)

    def unit_id(self, name: str) -> str:
        """The id of the unit that ``name`` or an alias names; ``name`` itself if none does."""
        return self.names.get(name, name)

    def task_of(self, item: str) -> str:
        """The id of the task that an item is, or is part of; ``item`` itself if the plan has none such."""
        node = self.nodes.get(item)
        return node.task if node is not None else item


@contextmanager
def _collector_resting() -> Iterator[None]:
    """Keep the cyclic collector from walking a growing tree that has no cycles (PERFORMANCE.md)."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


def load_book(
    files: Mapping[str, bytes], sources: dict[str, SourceText] | None = None
) -> tuple[Book | None, tuple[Diagnostic, ...]]:
    """The Book in ``files`` (path inside the data folder -> bytes) and all faults met while reading.

    ``None`` if there is no readable plan or list of units: then nothing can be judged. ``sources`` is
    filled with the texts that could be decoded, for whoever needs them even without a Book.
    """
    with _collector_resting():
        return _load(files, {} if sources is None else sources)


def _load(
    files: Mapping[str, bytes], sources: dict[str, SourceText]
) -> tuple[Book | None, tuple[Diagnostic, ...]]:
    faults: list[Diagnostic] = []
    records: dict[str, Record] = {}
    lacking: set[str] = set()
    room, left_out = MOST_ENTRIES, []
    texts: dict[str, SourceText] = {}
    for path in sorted(files, key=reading_order):
        if is_text(path):
            _read_text(path, files[path], faults, texts)
            continue
        if record_of(path) is None:
            faults.append(_misnamed(path, files, lacking))
            continue
        room -= most_entries(files[path])
        if room < 0 and path != PLAN:
            left_out.append(path)
            continue
        record = _read_file(path, files[path], faults, sources)
        if record is not None:
            records[path] = record
    if left_out:
        faults.append(not_read(left_out[0], len(left_out)))
    sources.update(texts)
    faults.extend(
        fault("MT120", Place(path, Span(1, 1, 1, 1)), file=path)
        for path in (PLAN, UNITS)
        if path not in files
    )
    plan_file, unit_file = records.get(PLAN), records.get(UNITS)
    if not isinstance(plan_file, PlanFile) or plan_file.plan is None or plan_file.plan.year is None:
        return None, tuple(faults)
    # Without a list of tasks or units every name in the other files would be called unknown.
    if not isinstance(unit_file, UnitFile) or {"tasks", "units"} & (
        plan_file.at.broken | unit_file.at.broken
    ):
        return None, tuple(faults)
    unread = (path for path in (*files, *lacking) if path not in records or records[path].at.broken)
    working = _working_days(_calendar(records), there=CALENDAR in files)
    book = _resolve(plan_file, plan_file.plan, unit_file, records, sources, working, faults)
    return replace(book, texts=texts, unread=frozenset(filter(record_of, unread))), tuple(faults)


def reading_order(path: str) -> tuple[int, bool, str]:
    """What everything else rests on first, the files of months and profiles last."""
    return ((PLAN, UNITS).index(path) if path in (PLAN, UNITS) else 2, "/" in path, path)


def _misnamed(path: str, files: Collection[str], lacking: set[str]) -> Diagnostic:
    """The fault of a file that has no name of a record: an error if a record is lacking because of it.

    Decisions and returns that nobody reads make a wrong light; a copy beside the file it was copied
    from does not. The name that it was meant to have is added to ``lacking``.
    """
    from motiontrack.source.file_names import likely_name  # only a file by another name pays for it

    place, meant = Place(path, Span(1, 1, 1, 1)), likely_name(path, (*_FILES, CALENDAR))
    if meant and meant not in files:
        lacking.add(meant)
    if path.startswith("returns/"):
        return fault("MT123", place, file=path, suggestion=meant)
    if meant in lacking:
        return fault("MT124", place, file=path, suggestion=meant)
    return fault("MT121", place, file=path, suggestion=meant)


def _read_file(
    path: str, data: bytes, faults: list[Diagnostic], sources: dict[str, SourceText]
) -> Record | None:
    record = record_of(path)
    if record is None:
        return None
    source, found = decode_text(path, data)
    faults.extend(found)
    if source is None:
        return None
    sources[path] = source
    read = read_source(source)
    faults.extend(_known(read.faults, record, source))
    if read.value is not None:
        decoded, found = decode(record, read.value, source)
        faults.extend(found)
        return decoded
    if read.behind is not None:
        # What is mended is never judged by, but one wrong line must not hide the next.
        _, found = decode(record, read.behind, source)
        faults.extend(each for each in found if each.place and each.place.span.line not in read.touched)
    return None


def _read_text(path: str, data: bytes, faults: list[Diagnostic], texts: dict[str, SourceText]) -> None:
    """One of the office's own paragraphs: no record, and read as it stands."""
    if name_of(path) is None:
        place, known = Place(path, Span(1, 1, 1, 1)), "、".join(known_texts())
        if folder := no_month(path):
            faults.append(fault("MT134", place, file=path, folder=folder))
        else:
            faults.append(fault("MT128", place, file=path, suggestion=likely_text(path), known=known))
        return
    source, found = decode_text(path, data, MOST_OF_PARAGRAPHS)
    faults.extend(found)
    if source is None:
        return
    texts[path] = source
    if not source.text.strip():
        faults.append(fault("MT129", Place(path, Span(1, 1, 1, 1)), file=path))


def file_faults(path: str, data: bytes) -> tuple[Diagnostic, ...]:
    """What can be told of one file by itself: of its text, and of the values in it."""
    faults: list[Diagnostic] = []
    if is_text(path):
        _read_text(path, data, faults, {})
    else:
        _read_file(path, data, faults, {})
    return tuple(faults)


def _known(faults: tuple[Diagnostic, ...], record: type[Record], source: SourceText) -> Iterator[Diagnostic]:
    """``faults``, with what takes a knowledge of the keys to tell.

    A slip at a word that is no key of any file is not sure to be one; and the key of a list that has
    none is the one that the file lacks.
    """
    for each in faults:
        if each.code == "MT036" and dict(each.figures)["key"] not in known_keys():
            yield fault("MT034", each.place, suggestion="")
            continue
        if each.code == "MT125":
            yield replace(each, figures=(("key", _list_lacking(record, source)),))
            continue
        slip = each.repair and each.code in ("MT011", "MT012", "MT029", "MT032", "MT033", "MT036")
        key = str(dict(each.figures).get("key", "")) if slip else ""
        # The names in a table are free, and are not in small Latin letters.
        free = not key.isascii() and each.code != "MT029"
        yield replace(each, repair=()) if key and not free and key not in known_keys() else each


def _list_lacking(record: type[Record], source: SourceText) -> str:
    """The only list of a file that no line of it begins; an empty text if there are several."""
    lists = (key for key in lists_of(record) if not any(row.startswith(key) for row in source.lines))
    lacking = list(lists)
    return lacking[0] if len(lacking) == 1 else ""


def _resolve(
    file: PlanFile,
    plan: Plan,
    unit_file: UnitFile,
    records: Mapping[str, Record],
    sources: Mapping[str, SourceText],
    working: WorkingDays | None,
    faults: list[Diagnostic],
) -> Book:
    assert plan.year is not None  # noqa: S101 - the caller has looked
    year = int(plan.year)
    closes = plan.closes or date(year, 12, 31)
    units, names = _index_units(unit_file.units)
    received = file.motion.received if file.motion else None
    reader = Reader(plan, year=year, received=received, faults=faults, calendar=working)
    phases = tuple(resolve_phase(phase, reader) for phase in file.phases)
    tasks = resolve_tasks(file.tasks, plan, names, closes, reader)
    schedules = _rows(records, ScheduleFile, "schedules")
    plans = resolve_schedules(schedules, tasks, plan, names, reader)
    steps = tuple(step for phase in phases for step in phase.steps)
    scheduled = tuple(stage for each in plans for stage in each.stages)
    in_order = tuple(walk_down((*tasks, *steps)))
    nodes: dict[str, Node] = {}
    for node in (*in_order, *walk_down(scheduled)):
        if node.item.id:
            nodes.setdefault(node.item.id, node)
    issued = plan.issued or date(year, 1, 1)
    reader.check_return_days((node.clock for node in walk_down(tasks)), issued, closes)
    return Book(
        file=file,
        plan=plan,
        year=year,
        issued=issued,
        closes=closes,
        units=units,
        names=names,
        tasks=tasks,
        phases=phases,
        in_order=in_order,
        nodes=nodes,
        returns=_entries(records),
        decisions=_rows(records, DecisionFile, "decisions"),
        schedules=plans,
        unit_rows=unit_file.units,
        return_files=tuple(record for record in records.values() if isinstance(record, ReturnFile)),
        schedule_rows=schedules,
        profiles=_profiles(records),
        calendar=_calendar(records),
        findings=resolve_findings(_rows(records, FindingFile, "findings"), reader),
        feedback=_rows(records, FeedbackFile, "feedback"),
        slips=_rows(records, SlipFile, "slips"),
        illustrative=any(getattr(record, "illustrative", False) for record in records.values()),
        sources=sources,
    )


def _working_days(calendar: CalendarFile | None, *, there: bool) -> WorkingDays | None:
    """What the calendar says; ``None`` if it is ``there`` and cannot be relied on."""
    if calendar is None:
        return None if there else NO_CALENDAR
    return calendar.working_days()


def _index_units(units: Iterable[Unit]) -> tuple[dict[str, Unit], dict[str, str]]:
    by_id: dict[str, Unit] = {}
    names: dict[str, str] = {}
    for unit in units:
        if not unit.id:
            continue
        by_id.setdefault(unit.id, unit)
        for name in (unit.id, *unit.aliases):
            names.setdefault(name, unit.id)
    return by_id, names


def walk_down(nodes: Iterable[Node]) -> Iterator[Node]:
    """``nodes`` and all parts and stages below them, each before its own."""
    for node in nodes:
        yield node
        yield from walk_down((*node.parts, *node.stages))


def leaves(nodes: Iterable[Node]) -> Iterator[Node]:
    """Those among ``nodes`` and their parts that have no parts themselves: what returns are about."""
    for node in nodes:
        if node.parts:
            yield from leaves(node.parts)
        else:
            yield node


def _entries(records: Mapping[str, Record]) -> tuple[MonthlyEntry, ...]:
    files = [record for record in records.values() if isinstance(record, ReturnFile)]
    rows = ((_month(file), entry) for file in files for entry in file.entries)
    return tuple(MonthlyEntry(month, serial, entry) for serial, (month, entry) in enumerate(rows) if month)


def _month(file: ReturnFile) -> str:
    """The month a file says it is of; if that cannot be read, the month it is named after."""
    named = re.fullmatch(_RETURNS, file.at.file)
    return file.month or (named["month"] if named else None) or ""


def _profiles(records: Mapping[str, Record]) -> tuple[Profile, ...]:
    return tuple(record for path, record in records.items() if path.startswith("profiles/"))  # type: ignore[misc]


def _calendar(records: Mapping[str, Record]) -> CalendarFile | None:
    return records.get(CALENDAR)  # type: ignore[return-value]  # the file of that name is no other record


def _rows(records: Mapping[str, Record], kind: type[Record], name: str) -> tuple[Any, ...]:
    return tuple(
        row for record in records.values() if isinstance(record, kind) for row in getattr(record, name)
    )
