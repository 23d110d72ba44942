"""The table of tasks at a terminal: one row a task, nothing cut off; where that is too narrow, some lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from motiontrack.assess.causes import Code
from motiontrack.assess.state import State, Timeliness
from motiontrack.language.display import cell_len
from motiontrack.render.columns import pad, wrap
from motiontrack.render.lines import HEAD, QUIET, Line, Page, Segment, flow, paragraph, trimmed
from motiontrack.views.numbers import plain
from motiontrack.views.status import TaskView

__all__ = ["task_table"]

#: The least a task's text is read in, five Chinese characters: with less there is no table.
_NARROWEST = 10
_INDENT = 4
_COLUMNS = ("light", "id", "text", "unit", "person", "due", "progress")
_MOST = {"id": 8, "unit": 10, "person": 8, "due": 11, "progress": 13}


def task_table(page: Page) -> Iterator[Line]:
    """Head, rule and rows, in the plan's order."""
    if not page.view.tasks:
        yield from paragraph(page, page.word("status.no-task"))
        return
    head = [page.word(f"column.{name}") for name in _COLUMNS]
    rows = [_cells(page, task) for task in page.view.tasks]
    widths = _widths(head, rows, page.width)
    if widths is None:
        for row in rows:
            yield from _block(row, page.width)
        return
    yield from _row([Segment(cell, HEAD) for cell in head], widths)
    yield (Segment(" ".join("-" * width for width in widths), QUIET),)
    for row in rows:
        yield from _row(row, widths)


def _widths(head: Sequence[str], rows: Sequence[Sequence[Segment]], width: int) -> list[int] | None:
    """Every column as wide as its widest cell, within limits; the task's text takes the rest.

    ``None`` where there is too little of it: no date and no figure is ever broken to make room.
    """
    widths = []
    for index, name in enumerate(_COLUMNS):
        cells = [head[index], *(line for row in rows for line in row[index].text.splitlines())]
        widest = max(cell_len(cell) for cell in cells)
        widths.append(min(widest, _MOST.get(name, widest)))
    text = _COLUMNS.index("text")
    gaps = len(widths) - 1
    widths[text] += width - sum(widths) - gaps
    return widths if widths[text] >= _NARROWEST else None


def _block(cells: Sequence[Segment], width: int) -> Iterator[Line]:
    """One task below the other: its light, id and text, and beneath what else a row holds."""
    light, name, text, *others = cells
    mark, *marks = light.text.splitlines()
    label = f"{mark} {name.text}  "
    title = wrap(text.text, width - cell_len(label))
    yield (Segment(mark, light.style), Segment(f" {name.text}  {title[0]}"))
    for line in title[1:]:
        yield (Segment(" " * cell_len(label) + line),)
    room = width - _INDENT
    said = (" ".join(each.splitlines()) for each in (*(each.text for each in others), *marks))
    parts = (Segment(line) for each in said if each for line in wrap(each, room))
    yield from ((Segment(" " * _INDENT), *line) for line in flow(parts, room, gap=2))


def _row(cells: Sequence[Segment], widths: Sequence[int]) -> Iterator[Line]:
    wrapped = [wrap(cell.text, width) for cell, width in zip(cells, widths, strict=True)]
    for index in range(max(len(lines) for lines in wrapped)):
        line: list[Segment] = []
        for lines, cell, width in zip(wrapped, cells, widths, strict=True):
            text = lines[index] if index < len(lines) else ""
            line.extend((Segment(pad(text, width), cell.style), Segment(" ")))
        yield trimmed(line)


def _cells(page: Page, task: TaskView) -> list[Segment]:
    light = page.light(task.tile)
    marks = [page.view.profile.words[mark] for mark in task.marks]
    unit = page.word("join").join(task.lead)
    person = task.person_now or task.person or ""
    if task.person_now and task.person and task.person_now != task.person:
        person = f"{task.person_now}\n({task.person})"
    return [
        Segment("\n".join((light.text, *marks)), light.style),
        Segment(task.id),
        Segment(task.text),
        Segment(unit),
        Segment(person),
        Segment(_due(page, task)),
        Segment(_progress(page, task)),
    ]


def _due(page: Page, task: TaskView) -> str:
    if task.due is None:
        return page.word("state.standing")
    if task.due_assumed:
        return f"{task.due.isoformat()}\n{page.word('cell.assumed')}"
    lines = [_with_date(page, task)]
    if task.due_rolled_from is not None and task.due_original is not None:
        lines.append(page.word("cell.rolled", day=page.short(task.due_original)))
    if task.due != task.due_original:
        lines.append(page.word("cell.extended", day=page.short(task.due)))
    return "\n".join(lines)


def _with_date(page: Page, task: TaskView) -> str:
    """The printed words with the date they were read as: ``10月(10-31)``, below them if of another year."""
    named = task.due_rolled_from or task.due_original
    if named is None or task.due_words in (None, named.isoformat()):
        return named.isoformat() if named else ""
    day = page.short(named)
    return f"{task.due_words}\n{day}" if day == named.isoformat() else f"{task.due_words}({day})"


def _progress(page: Page, task: TaskView) -> str:
    if task.state is State.DONE:
        day = page.short(task.done_on) if task.done_on else ""
        if task.done_assumed:
            return f"{page.word('cell.closed', day=day)}\n{page.word('cell.undated')}"
        lines = [page.word("cell.done", day=day)]
        if task.timeliness is Timeliness.LATE and task.done_on and task.due:
            lines.append(page.word("cell.late", days=(task.done_on - task.due).days))
        if task.verified is False:
            lines.append(page.word("cell.to-verify"))
        return "\n".join(lines)
    if task.last_return is None:
        return page.word("cell.never")
    lines = [*_figures(page, task)]
    if task.figure_day is not None and any(cause.code is Code.STALE for cause in task.causes):
        lines.append(page.word("cell.as-of", day=page.short(task.figure_day)))
    back = next((cause for cause in task.causes if cause.code is Code.SENT_BACK), None)
    if back is not None:
        lines.append(page.word("cell.sent-back", day=page.short(date.fromisoformat(str(back.figures["on"])))))
    return "\n".join(lines)


def _figures(page: Page, task: TaskView) -> Iterator[str]:
    """Every figure reported and what was to be expected of it, and by what; without one, the state.

    Beneath it what else was reported where that says something else.
    """
    if not task.compared:
        yield page.word(f"state.{task.state.value}")
    for each in task.compared:
        if each.target is not None:
            yield each.target
        expected = each.expected
        said = "" if expected is None else page.word("cell.expected", expected=plain(expected))
        shown = f"{plain(each.progress)}%"
        if each.target is None and len(task.compared) > 1:
            shown = page.word("cell.claimed", progress=plain(each.progress))
        whole = f"{shown} {said}".rstrip()
        yield whole if cell_len(whole) <= _MOST["progress"] else f"{shown}\n{said}"
    if task.expected is not None and task.compared and task.expected_basis is not None:
        yield page.word(f"cell.basis.{task.expected_basis.value}")
    if task.claim_shown is not None:
        yield page.word("cell.claimed", progress=plain(task.claim_shown))
    if task.count_shown is not None:
        yield page.word("cell.counted", progress=plain(task.count_shown))
    for part in task.apart:
        yield page.word("cell.apart", part=part)
