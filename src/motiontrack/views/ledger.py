"""The ledger (台账): every task of the plan in one table, with the columns that offices know."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from motiontrack.assess.assessment import Assessment, Unjudged
from motiontrack.assess.judge import Judgement
from motiontrack.language.catalogue import Catalogue
from motiontrack.lean import lean
from motiontrack.model.returns import Entry
from motiontrack.views.build import Builder
from motiontrack.views.sentences import day_words
from motiontrack.views.status import TaskView

__all__ = ["Cell", "LedgerColumn", "LedgerRow", "LedgerView", "build_ledger"]

#: A text, a figure, a day, or nothing.
Cell = str | Decimal | date | None

#: The columns in their order, each with the width that it takes in a sheet, in characters.
_COLUMNS = (
    ("serial", 6),
    ("id", 7),
    ("goal", 18),
    ("text", 34),
    ("lead", 12),
    ("support", 10),
    ("person", 9),
    ("overseer", 9),
    ("clerk", 9),
    ("due", 11),
    ("due_day", 11),
    ("light", 9),
    ("state", 9),
    ("progress", 8),
    ("expected", 8),
    ("gap", 8),
    ("causes", 40),
    ("month", 10),
    ("work", 30),
    ("problems", 22),
    ("coordinate", 20),
    ("next", 22),
    ("evidence", 20),
    ("by", 8),
    ("reviewed_by", 8),
    ("dated", 11),
)


@lean
class LedgerColumn:
    """One column: its key, its heading, its width in characters."""

    key: str
    heading: str
    width: int


@lean
class LedgerRow:
    """One task or part: a cell for each column; ``colour`` is that of its light."""

    cells: tuple[Cell, ...]
    colour: str | None


@lean
class LedgerView:
    """The whole table, with what stands above it."""

    as_of: date
    name: str
    title: str
    note: str
    columns: tuple[LedgerColumn, ...]
    rows: tuple[LedgerRow, ...]


def build_ledger(assessment: Assessment, catalogue: Catalogue, *, folder: str = "data") -> LedgerView:
    """The ledger as of the assessment's day; ``catalogue`` has the words of ``export``.

    Parts stand below their task. A row that is not judged for errors in it stands in its place.
    """
    builder = Builder(assessment, catalogue, folder)
    plan, profile = builder.plan(), builder.profile()
    said = {"day": day_words(assessment.day, catalogue), "profile": profile.title}
    note = catalogue.word("ledger.note.illustrative" if plan.illustrative else "ledger.note", **said)
    # The headings as printed, where that is the language asked for.
    printed = plan.labels if (assessment.book.plan.language or "zh") == catalogue.language else {}
    columns = tuple(
        LedgerColumn(key, printed.get(key) or catalogue.word(f"ledger.{key}"), width)
        for key, width in _COLUMNS
    )
    return LedgerView(
        as_of=assessment.day,
        name=catalogue.word("ledger.name"),
        title=catalogue.word("ledger.title", title=plan.title),
        note=note,
        columns=columns,
        rows=tuple(_rows(builder)),
    )


def _rows(builder: Builder) -> Iterator[LedgerRow]:
    assessment = builder.assessment
    judged = {id(task.node): task for task in assessment.tasks}
    failed = {id(each.node): each for each in assessment.unjudged}
    for number, node in enumerate(assessment.book.tasks, 1):
        if id(node) in judged:
            yield from _judged(judged[id(node)], str(number), builder)
        elif id(node) in failed:
            yield _row(_unjudged(failed[id(node)], str(number), builder.catalogue), None)


def _judged(item: Judgement, serial: str, builder: Builder) -> Iterator[LedgerRow]:
    task = builder.task(item)
    colours = {light.id: light.colour for light in builder.profile().lights}
    entry = item.last.entry if item.last and not item.parts else None
    cells = _of_task(task, item, serial, builder) | (_of_return(entry, item) if entry else {})
    yield _row(cells, colours.get(task.tile))
    for number, part in enumerate(item.parts, 1):
        yield from _judged(part, f"{serial}.{number}", builder)


def _row(cells: dict[str, Cell], colour: str | None) -> LedgerRow:
    return LedgerRow(tuple(cells.get(key) for key, _ in _COLUMNS), colour)


def _of_task(task: TaskView, item: Judgement, serial: str, builder: Builder) -> dict[str, Cell]:
    catalogue, words = builder.catalogue, builder.profile().words
    joint = catalogue.word("list.joint")
    light = joint.join([words[task.tile], *(words[mark] for mark in task.marks)])
    handled = builder.assessment.ledger.scheduled(item.node, builder.assessment.day)
    return {
        "serial": serial,
        "id": task.id,
        "goal": task.goal,
        "text": task.text,
        "lead": joint.join(dict.fromkeys((*task.lead, *task.does))),
        "support": joint.join(task.support),
        "person": task.person_now or task.person,
        "overseer": joint.join((handled.overseer if handled else ()) or item.node.overseer),
        "clerk": (handled.clerk if handled else None) or item.node.clerk,
        "due": task.due_words or (task.due.isoformat() if task.due else catalogue.word("remind.standing")),
        "due_day": task.due,
        "light": light,
        "state": catalogue.word(
            f"timeliness.{task.timeliness.value}" if task.timeliness else f"state.{task.state.value}"
        ),
        "progress": task.progress,
        "expected": task.expected,
        "gap": task.gap.points if task.gap else None,
        "causes": _causes(task, catalogue),
    }


def _causes(task: TaskView, catalogue: Catalogue) -> str:
    """All reasons; one of a part says of which."""
    return catalogue.word("remind.joint").join(
        cause.text
        if cause.item == task.id
        else catalogue.word("remind.of-item", item=cause.item, text=cause.text)
        for cause in task.causes
    )


def _of_return(entry: Entry, item: Judgement) -> dict[str, Cell]:
    return {
        "month": item.last.month if item.last else None,
        "work": entry.work,
        "problems": entry.problems,
        "coordinate": entry.coordinate,
        "next": entry.next,
        "evidence": "\n".join(entry.evidence),
        "by": entry.by,
        "reviewed_by": entry.reviewed_by,
        "dated": entry.dated or entry.received,
    }


def _unjudged(row: Unjudged, serial: str, catalogue: Catalogue) -> dict[str, Cell]:
    node, joint = row.node, catalogue.word("list.joint")
    return {
        "serial": serial,
        "id": node.id,
        "goal": node.item.goal,
        "text": node.item.text,
        "lead": joint.join(dict.fromkeys((*node.lead, *node.does))),
        "support": joint.join(node.support),
        "person": joint.join(node.person),
        "due": node.due_words,
        "light": catalogue.word("ledger.unjudged"),
        "causes": catalogue.word("ledger.unjudged.where", file=row.place.file, line=row.place.span.line),
    }
