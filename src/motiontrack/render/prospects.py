"""Prospects and what waits for an answer, at a terminal: what the congress and the leaders ask."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from motiontrack.render.lines import HEAD, Line, Page, Segment
from motiontrack.render.sheet import hung
from motiontrack.views.overview import CarriedView

__all__ = ["matter_lines", "prospect_lines"]

#: In the order they are reported in: what is done, what will be, what will not, what rests.
_ORDER = (
    "done", "on-time", "with-effort", "unlikely", "overdue", "unsaid", "standing", "suspended", "cancelled",
)  # fmt: skip


def prospect_lines(page: Page) -> Iterator[Line]:
    """How each task will end by its unit's word, the stages reached, and what goes into the next year."""
    view = page.view.prospects
    if not page.view.tasks:
        return
    yield (Segment(page.word("heading.prospects"), HEAD),)
    for prospect in _ORDER:
        ids = view.tasks[prospect]
        if ids:
            label = page.word(f"prospect.{prospect}", count=len(ids))
            yield from hung(f"  {label}", page.word("join").join(ids), page.width)
    if view.stages:
        said = page.word("prospect.stages", due=view.stages, reached=view.stages_reached)
        yield from hung("  ", said, page.width)
    for certain, key in ((True, "prospect.carried"), (False, "prospect.may-carry")):
        carried = [each for each in view.carried if each.certain is certain]
        if carried:
            said = page.word("join").join(_carried(page, each) for each in carried)
            yield from hung(f"  {page.word(key, count=len(carried))}", said, page.width)


def _carried(page: Page, carried: CarriedView) -> str:
    why = page.word("join").join(page.word(f"carry.{reason}") for reason in carried.reasons)
    return page.word("prospect.why", id=carried.id, why=why)


def matter_lines(page: Page) -> Iterator[Line]:
    """Matters to coordinate and instructions word by word; findings and the deputies' verdicts in figures."""
    yield from _requests(page)
    yield from _instructions(page)
    findings, feedback = page.view.findings, page.view.feedback
    if findings.raised:
        counts = [
            page.word(f"finding.{state}", count=count)
            for state, count in (
                ("mended", findings.mended),
                ("mended-late", findings.mended_late),
                ("open", findings.open),
                ("overdue", findings.overdue),
            )
            if count
        ]
        said = page.word("join").join(counts)
        if findings.still_open:
            said += page.word("finding.still", ids=page.word("join").join(findings.still_open))
        yield from hung(
            page.word("heading.findings", count=findings.raised), said, page.width, label_style=HEAD
        )
    if feedback.deputies:
        counts = [
            page.word(f"verdict.{verdict}", count=count)
            for verdict, count in feedback.by_verdict.items()
            if count
        ]
        said = page.word("join").join(counts)
        if feedback.changed:
            said += page.word("feedback.changed", count=feedback.changed)
        if feedback.unanswered:
            said += page.word("feedback.unanswered", who=page.word("join").join(feedback.unanswered))
        label = page.word("heading.feedback", count=feedback.deputies)
        yield from hung(label, said, page.width, label_style=HEAD)


def _requests(page: Page) -> Iterator[Line]:
    if page.view.requests:
        yield (Segment(page.word("heading.requests", count=len(page.view.requests)), HEAD),)
    for each in page.view.requests:
        unit = f" {each.unit}" if each.unit else ""
        said = page.word("request.said", text=" ".join(each.text.split()), month=each.month)
        yield from hung(f"  {each.item}{unit}  ", f"{said} ({each.file}:{each.line})", page.width)


def _due(page: Page, due: date) -> str:
    over = (page.view.as_of - due).days
    return page.word("instruction.over" if over > 0 else "instruction.due", day=due.isoformat(), days=over)


def _instructions(page: Page) -> Iterator[Line]:
    if page.view.instructions:
        yield (Segment(page.word("heading.instructions", count=len(page.view.instructions)), HEAD),)
    for each in page.view.instructions:
        said = " ".join((each.text or each.document or "").split())
        by = f" {each.by}" if each.by else ""
        due = _due(page, each.due) if each.due else ""
        label = f"  {each.item} {each.on.isoformat()}{by}  "
        yield from hung(label, f"{said}{due} ({each.file}:{each.line})", page.width)
