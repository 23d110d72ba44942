"""The status for a person at a terminal: aligned lines, every light a shape and a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from motiontrack.assess.accounts import When
from motiontrack.assess.causes import Attention
from motiontrack.language.catalogue import Catalogue
from motiontrack.language.display import cell_len
from motiontrack.render.columns import wrap
from motiontrack.render.digest import digest_lines
from motiontrack.render.lines import HEAD, QUIET, Line, Page, Segment, flow, paragraph
from motiontrack.render.prospects import matter_lines, prospect_lines
from motiontrack.render.rollup_table import rollup_table
from motiontrack.render.task_table import task_table
from motiontrack.views.digest import Digest
from motiontrack.views.status import CauseView, PhaseView, StatusView, StepView, TaskView, only_unreported

__all__ = ["rollup_lines", "status_lines"]


def status_lines(
    view: StatusView, digest: Digest, catalogue: Catalogue, *, width: int, long_past: str | None = None
) -> list[Line]:
    """All lines of the status, none wider than ``width`` cells: the first screen, then what it rests on.

    ``long_past`` is a day to suggest for ``--as-of`` when the plan closed before the day asked.
    """
    page = Page(view, catalogue, width)
    return _joined_up(
        (*_head(page, long_past), *digest_lines(page, digest)),
        task_table(page),
        _phases(page),
        prospect_lines(page),
        matter_lines(page),
        _attention(page),
        _unjudged(page),
    )


def rollup_lines(view: StatusView, by: str, catalogue: Catalogue, *, width: int) -> list[Line]:
    """The tasks by one kind of heading: the head of the status, and a row a heading."""
    page = Page(view, catalogue, width)
    return _joined_up(_head(page, None), rollup_table(page, by), _unjudged(page))


def _joined_up(*sections: Iterable[Line]) -> list[Line]:
    """The sections that have anything to say, an empty line between them."""
    lines: list[Line] = []
    for section in sections:
        block = list(section)
        if block and lines:
            lines.append(())
        lines.extend(block)
    return lines


def _head(page: Page, long_past: str | None) -> Iterator[Line]:
    view = page.view
    title = "status.title" if view.plan.motion else "status.title.plan"
    yield from paragraph(page, page.word(title, day=page.day(view.as_of)), HEAD)
    yield from paragraph(page, _joined(" ", view.plan.motion_number, view.plan.motion or view.plan.title))
    rules = page.word("status.rules", title=view.profile.title)
    yield from paragraph(page, _joined("  ", view.plan.document, rules), QUIET)
    if view.plan.illustrative:
        yield from paragraph(page, page.word("status.illustrative"), HEAD)
    if view.as_of < view.plan.issued:
        issued = page.day(view.plan.issued)
        yield from paragraph(page, page.word("status.not-issued", issued=issued), HEAD)
    if long_past:
        closes = page.day(view.plan.closes)
        yield from paragraph(page, page.word("status.long-past", closes=closes, example=long_past), HEAD)
    asked = [(name, getattr(view.filter, name)) for name in ("unit", "person", "phase", "goal", "light")]
    named = page.word("join").join(f"{page.word(f'filter.{name}')} {value}" for name, value in asked if value)
    if named:
        yield from paragraph(page, page.word("status.filter", what=named))
    yield ()
    yield from _totals(page)


def _joined(gap: str, *parts: str | None) -> str:
    return gap.join(part for part in parts if part)


def _totals(page: Page) -> Iterator[Line]:
    """The tiles, worst first; those of suspended, cancelled and unjudged only where there are any."""
    totals = page.view.totals
    tiles = sorted(page.view.profile.lights, key=lambda light: -light.rank)
    parts = [Segment(page.word("status.total", count=totals.tasks), HEAD)]
    for tile in tiles:
        count = totals.by_light[tile.id]
        if tile.rank >= 0 or count:
            mark = page.light(tile.id)
            parts.append(Segment(f"{mark.text} {count}", mark.style if count else QUIET))
    if totals.unjudged:
        parts.append(Segment(page.word("status.unjudged.count", count=totals.unjudged), HEAD))
    yield from flow(parts, page.width, gap=3)


# -- phases


def _phases(page: Page) -> Iterator[Line]:
    if page.view.phases:
        yield (Segment(page.word("heading.phases"), HEAD),)
    for phase in page.view.phases:
        yield from _phase(page, phase)


def _phase(page: Page, phase: PhaseView) -> Iterator[Line]:
    when = f" ({page.word(f'when.{phase.when.value}')})" if phase.when else ""
    span = (
        f"  {phase.first.isoformat()} ~ {phase.last.isoformat()}{when}" if phase.first and phase.last else ""
    )
    style = HEAD if phase.when is When.CURRENT else ""
    yield from paragraph(page, f"{phase.id or ''} {phase.name}{span}".strip(), style)
    parts = [Segment("  " + page.word("phase.account", count=len(phase.tasks)))]
    for light in sorted(page.view.profile.lights, key=lambda each: -each.rank):
        if phase.by_light[light.id]:
            mark = page.light(light.id)
            parts.append(Segment(f"{mark.text} {phase.by_light[light.id]}", mark.style))
    yield from flow(parts, page.width, gap=2)
    ready = "phase.ready" if phase.when is When.COMING else "phase.not-done"
    # Behind are tasks due after the phase too: those of another phase's account say so.
    own = tuple(task for task in phase.behind if task in phase.tasks)
    others = tuple(task for task in phase.behind if task not in phase.tasks)
    for key, tasks in ((ready, phase.not_done), ("phase.behind", own), ("phase.behind.other", others)):
        if tasks and phase.when is not When.PAST:
            yield from paragraph(page, page.word(key, tasks=page.word("join").join(tasks)), indent=2)
    for step in page.view.steps:
        if step.phase == phase.id:
            yield from _step(page, step)


def _step(page: Page, step: StepView) -> Iterator[Line]:
    done = f" {page.short(step.done_on)}" if step.done_on else ""
    due = f"{page.short(step.due)}{page.word('cell.assumed') if step.due_assumed else ''}" if step.due else ""
    label = f"  {step.id} [{page.word(f'step.{step.state.value}')}{done}] {due} "
    lines = wrap(step.text, page.width - cell_len(label))
    yield (Segment(label, QUIET), Segment(lines[0]))
    for line in lines[1:]:
        yield (Segment(" " * cell_len(label) + line),)


# -- what needs attention


def _attention(page: Page) -> Iterator[Line]:
    """The reasons word for word, each with the place of its fact; of what is only silent there is no more."""
    noted = [
        task for task in page.view.tasks if task.attention is not Attention.NONE and not only_unreported(task)
    ]
    if not noted:
        return
    yield (Segment(page.word("heading.attention", count=len(noted)), HEAD),)
    for task in sorted(noted, key=lambda each: -each.attention.weight):
        yield from _noted(page, task)


def _noted(page: Page, task: TaskView) -> Iterator[Line]:
    who = " ".join(
        each for each in (page.word("join").join(task.lead), task.person_now or task.person) if each
    )
    light = page.light(task.tile)
    label = f"{light.text}  {task.id}  "
    title = wrap(f"{' '.join(task.text.split())}  {who}", page.width - cell_len(label))
    yield (Segment(f"{light.text}  ", light.style), Segment(f"{task.id}  {title[0]}", HEAD))
    for line in title[1:]:
        yield (Segment(" " * cell_len(label) + line, HEAD),)
    for cause in task.causes:
        yield from _cause(page, cause, task)


def _cause(page: Page, cause: CauseView, task: TaskView) -> Iterator[Line]:
    item = f"{cause.item} " if cause.item != task.id else ""
    place = f" ({cause.file}:{cause.line})" if cause.file else ""
    lines = wrap(f"{item}{cause.text}{place}", page.width - 6)
    yield (Segment(f"    - {lines[0]}"),)
    for line in lines[1:]:
        yield (Segment(f"      {line}"),)


def _unjudged(page: Page) -> Iterator[Line]:
    rows = page.view.unjudged
    if not rows:
        return
    yield from paragraph(page, page.word("heading.unjudged", count=len(rows)), HEAD)
    for row in rows:
        name = row.id or page.word("unjudged.no-id")
        yield from paragraph(page, page.word("unjudged.row", id=name, file=row.file, line=row.line), indent=2)
