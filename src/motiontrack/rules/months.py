"""MT4, returns beside each other: month by month, and beside what was decided of the item."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise

from motiontrack.book import Book, MonthlyEntry
from motiontrack.diagnostics.record import Diagnostic, Note, fault
from motiontrack.model.fields import describe
from motiontrack.model.returns import Entry
from motiontrack.rules.history import Extensions, by_unit, course_of, in_force, named, returned, returned_by

__all__ = [
    "done_taken_back",
    "empty_words",
    "fell_without_a_word",
    "late_without_a_word",
    "return_when_over",
    "same_words",
    "two_returns_a_day",
]

#: Where a unit can say what is the matter.
_WORDS = ("problems", "coordinate", "next")
#: What forms are filled with where nothing is said. Marks and blanks are left out of the comparison.
_EMPTY = frozenset(
    (
        "正在推进", "正在推进中", "推进中", "持续推进", "持续推进中", "有序推进", "有序推进中",
        "正在有序推进", "正在有序推进中", "稳步推进", "稳步推进中", "正常推进", "正常推进中",
        "按计划推进", "按计划推进中", "正按计划推进", "按序时推进", "按时序推进", "按进度推进",
        "进展顺利", "进展正常", "正在办理", "正在办理中", "正在进行", "正在进行中", "正在开展", "正在落实",
        "同上", "同上月", "同前", "无", "暂无", "略", "待填", "待补", "请填写", "填写本月进展", "本月进展",
    )
)  # fmt: skip
_NOTHING = _EMPTY | {""}
_MARKS = str.maketrans("", "", "。．.，,、；;：:！!…-—()（）[]【】“”\"'")


def fell_without_a_word(book: Book) -> Iterator[Diagnostic]:
    """MT429: progress, or a target's running total, is lower than last reported, and the return is silent.

    Why: running totals do not fall by themselves; either figure may be the slip, and the gap follows it.

    Bad: ``progress: 45`` in June and ``progress: 38`` alone in July. Good: with
    ``work: 复核申报材料，剔除不符合条件的，进度相应核减``.
    """
    allowed = book.file.thresholds.fall_points
    for (item, _), months in by_unit(book).items():
        node = book.nodes.get(item)
        building = {target.id for target in node.item.targets if target.kind == "total"} if node else set()
        held: dict[str, tuple[Decimal, MonthlyEntry]] = {}
        for month in months:
            entry = month.entry
            silent = not any(_says(entry, name) for name in ("work", "problems", "coordinate"))
            for name, value in _figures(entry):
                if name and name not in building:
                    continue
                before = held.get(name)
                if before and silent and before[0] - value > (0 if name else allowed):
                    yield _fell(name, value, entry, *before)
                held[name] = (value, month)


def _figures(entry: Entry) -> Iterator[tuple[str, Decimal]]:
    """The figures of a return by name: under none its progress, then those of its targets."""
    if entry.progress is not None:
        yield "", entry.progress
    yield from entry.targets.items()


def _fell(name: str, value: Decimal, entry: Entry, before: Decimal, month: MonthlyEntry) -> Diagnostic:
    label = describe(Entry)["progress"][1]
    key = f"targets.{name}" if name else "progress"
    return fault(
        "MT429",
        entry.at.place(key),
        id=entry.task,
        what_zh=name or label.label_zh,
        what_en=name or label.label_en.lower(),
        before=f"{before:f}",
        month=month.month,
        value=f"{value:f}",
        related=((Note.OTHER_HERE, month.entry.at.place(key)),),
    )


def same_words(book: Book) -> Iterator[Diagnostic]:
    """MT431: ``work`` is word for word the same in several returns running; by default three.

    Why: a form carried over says nothing of the month, and hides that nothing moved. Two the same may
    be right: figures that come out by the quarter are the same news twice.

    Bad: ``work: 正在征求意见。`` in June, July and August. Good: what was done in each of them.
    """
    most = int(book.file.thresholds.same_words)
    for months in by_unit(book).values():
        run: list[MonthlyEntry] = []
        said = ""
        for month in months:
            work = _plain(month.entry.work)
            if work and work == said:
                run.append(month)
                continue
            yield from _repeated(run, most)
            run, said = [month], work
        yield from _repeated(run, most)


def _repeated(run: list[MonthlyEntry], most: int) -> Iterator[Diagnostic]:
    if len(run) >= most:
        first, last = run[0], run[-1]
        yield fault(
            "MT431",
            last.entry.at.place("work"),
            id=last.entry.task,
            work=last.entry.work or "",
            count=len(run),
            month=first.month,
            related=((Note.FIRST_HERE, first.entry.at.place("work")),),
        )


def empty_words(book: Book) -> Iterator[Diagnostic]:
    """MT432: ``work`` is nothing but a phrase that fits every month (正在推进中, 按计划推进, 无).

    Why: it is printed in the paper as it stands and tells its reader nothing. What has not started, and
    what says under ``problems`` or ``coordinate`` why nothing moved, may leave it at that.

    Bad: ``work: 正在有序推进中。``. Good: ``work: 完成初稿，已送3个部门征求意见。``
    """
    for month in returned(book):
        entry = month.entry
        explained = entry.state == "not-started" or _says(entry, "problems") or _says(entry, "coordinate")
        if entry.work and not explained and not _says(entry, "work"):
            yield fault("MT432", entry.at.place("work"), id=entry.task, work=entry.work)


def _says(entry: Entry, name: str) -> bool:
    """True if a field says something, or tried to: more than a phrase that fits every month."""
    return name in entry.at.broken or _plain(getattr(entry, name)) not in _NOTHING


def _plain(text: str | None) -> str:
    """``text`` without blanks and marks, for comparing; a long one is no phrase."""
    return "".join((text or "").split()).translate(_MARKS)


def late_without_a_word(book: Book) -> Iterator[Diagnostic]:
    """MT433: a unit expects to be late, or is blocked, and says nothing of problems or of what is next.

    That is ``outlook: unlikely``, ``pace: blocked`` or a ``forecast`` after the deadline, while
    ``problems``, ``coordinate`` and ``next`` are all empty.

    Why: nobody above can help with what is not named, and the monthly paper has nothing to print.

    Bad: ``outlook: unlikely`` alone. Good: with ``problems: 上位政策尚未明确`` and ``next: …``.
    """
    extensions = Extensions(book)
    for month in returned(book):
        entry = month.entry
        if entry.state == "done" or any(_says(entry, name) for name in _WORDS):
            continue
        due = _deadline(entry, extensions, book)
        if entry.forecast is not None and due is not None and entry.forecast > due:
            key, value = "forecast", entry.forecast.isoformat()
        elif entry.outlook == "unlikely":
            key, value, due = "outlook", entry.outlook, None
        elif entry.pace == "blocked":
            key, value, due = "pace", entry.pace, None
        else:
            continue
        latest = due.isoformat() if due else ""
        yield fault("MT433", entry.at.place(key), id=entry.task, key=key, value=value, due=latest)


def _deadline(entry: Entry, extensions: Extensions, book: Book) -> date | None:
    """The deadline that held on the day the return was received."""
    node = book.nodes.get(entry.task)
    return extensions.due(node, entry.received or date.min) if node is not None else None


def return_when_over(book: Book) -> Iterator[Diagnostic]:
    """MT434: a return came in after its item, or the task it belongs to, was closed or cancelled.

    Why: it changes nothing; the item is a slip, and the one that was meant shows as not reported, or it
    must be opened again first. A unit that says once more of what is closed that it is done says
    nothing that is not so.

    Bad: a return for T03 received on 2010-11-24, with ``close`` of T03 on 2010-11-10.
    Good: ``send-back`` (after a cancellation ``resume``) between them.
    """
    course = {item: course_of(decisions) for item, decisions in in_force(book).items()}
    for month in returned(book):
        entry = month.entry
        node = book.nodes.get(entry.task)
        if node is None or entry.received is None:
            continue
        for item in dict.fromkeys((node.id, node.task)):
            over = course[item].over_on(entry.received) if item in course else None
            said_again = over is not None and over.kind != "cancel" and entry.state == "done"
            if over is not None and over.on is not None and not said_again:
                yield fault(
                    "MT434",
                    entry.at.place("task"),
                    id=item,
                    ended_zh=named(over.kind),
                    ended_en=over.kind,
                    on=over.on.isoformat(),
                    received=entry.received.isoformat(),
                    opening="resume" if over.kind == "cancel" else "send-back",
                    related=((Note.OTHER_HERE, over.at.place("kind")),),
                )
                break


def two_returns_a_day(book: Book) -> Iterator[Diagnostic]:
    """MT435: two returns of one unit for the same item and month, received on the same day.

    Why: the one that stands last in the file counts; sorting the file would change the judgement.

    Bad: two entries for T20 with ``received: 2010-09-24``. Good: one; a correction with the day it came.
    """
    seen: dict[tuple[str, str, str, date], Entry] = {}
    for month in returned(book):
        entry = month.entry
        if entry.received is None or entry.task not in book.nodes:
            continue
        key = (entry.task, returned_by(month, book), month.month, entry.received)
        first = seen.setdefault(key, entry)
        if first is not entry:
            received = entry.received.isoformat()
            related = ((Note.FIRST_HERE, first.at.place("received")),)
            place = entry.at.place("received")
            yield fault("MT435", place, id=entry.task, received=received, related=related)


def done_taken_back(book: Book) -> Iterator[Diagnostic]:
    """MT441: an item reported as done is reported as not done in a later month, and was not sent back.

    Why: one of the two is wrong, and the later one counts: an item closed in the papers is open again,
    without a word of why. A correction in the same month is fine.

    Bad: ``state: done`` in June and ``state: in-progress`` in July. Good: a decision ``kind: send-back``
    between them.
    """
    made = in_force(book)
    for (item, _), months in by_unit(book).items():
        stated = [month for month in months if month.entry.state]
        for before, after in pairwise(stated):
            first, then = before.entry.received, after.entry.received
            if before.entry.state != "done" or after.entry.state == "done" or not first or not then:
                continue
            # What is sent back as a whole is sent back in all its parts.
            rows = dict.fromkeys((item, book.nodes[item].task)) if item in book.nodes else (item,)
            decided = (each for row in rows for each in made.get(row, ()))
            backs = (each.on for each in decided if each.kind == "send-back" and each.on)
            if not any(first <= day <= then for day in backs):
                yield fault(
                    "MT441",
                    after.entry.at.place("state"),
                    id=item,
                    month=before.month,
                    related=((Note.OTHER_HERE, before.entry.at.place("state")),),
                )
