"""The story of one thing for a person at a terminal: nothing cut off, nothing wider than the page."""

from __future__ import annotations

from collections.abc import Iterator

from motiontrack.language.catalogue import Catalogue
from motiontrack.render.lines import HEAD, QUIET, Line, Segment, flow, trimmed
from motiontrack.render.sheet import hung
from motiontrack.render.show_item import item_lines
from motiontrack.render.show_sheet import INDENT, ShowSheet
from motiontrack.views.show import (
    FindingView,
    GoalView,
    PersonView,
    PhaseStoryView,
    PostView,
    RowView,
    ShownKind,
    ShowView,
    UnitStoryView,
)

__all__ = ["show_lines"]


def show_lines(
    view: ShowView, catalogue: Catalogue, *, width: int, long_past: str | None = None
) -> list[Line]:
    """All lines, none wider than ``width`` cells; ``long_past`` is a day to suggest for ``--as-of``."""
    sheet = ShowSheet(view, catalogue, width)
    lines: list[Line] = []
    for line in map(trimmed, (*_body(sheet), *_foot(sheet, long_past))):
        # Every part may ask for an empty line before it; two are never shown.
        if line or (lines and lines[-1]):
            lines.append(line)
    return lines


def _body(sheet: ShowSheet) -> Iterator[Line]:
    view = sheet.view
    if view.item is not None:
        yield from item_lines(view.item, sheet)
    elif view.unit is not None:
        yield from _unit(view.unit, sheet)
    elif view.person is not None:
        yield from _person(view.person, sheet)
    elif view.phase is not None:
        yield from _phase(view.phase, sheet)
    elif view.finding is not None:
        yield from _title(sheet, _named(ShownKind.FINDING, view.finding.id, sheet))
        yield from _finding(view.finding, sheet)
        yield from _tasks(view.finding, sheet)
    elif view.goal is not None:
        yield from _goal(view.goal, sheet)


def _named(kind: ShownKind, name: str, sheet: ShowSheet) -> str:
    return f"{sheet.say(f'kind.{kind.value}').capitalize()} {name}"


def _title(sheet: ShowSheet, text: str) -> Iterator[Line]:
    yield from hung("", text, sheet.width, style=HEAD)
    yield from hung("", sheet.say("as-of", day=sheet.day(sheet.view.as_of)), sheet.width, style=QUIET)
    if sheet.view.plan.illustrative:
        yield from hung("", sheet.catalogue.word("status.illustrative"), sheet.width, style=HEAD)
    yield ()


def _foot(sheet: ShowSheet, long_past: str | None) -> Iterator[Line]:
    view = sheet.view
    if view.later:
        yield ()
        yield from hung(
            "", sheet.say("later", count=view.later, day=sheet.day(view.as_of)), sheet.width, style=QUIET
        )
    if long_past:
        closes = sheet.day(view.plan.closes)
        text = sheet.catalogue.word("status.long-past", closes=closes, example=long_past)
        yield ()
        yield from hung("", text, sheet.width, style=HEAD)


# -- a unit and a person


def _unit(unit: UnitStoryView, sheet: ShowSheet) -> Iterator[Line]:
    yield from _title(sheet, _named(ShownKind.UNIT, unit.id, sheet))
    yield from sheet.pairs(
        (
            ("aliases", sheet.listed(unit.aliases)),
            ("kind", unit.kind),
            ("returns", sheet.counts(unit.returns)),
            ("place", f"{unit.place.file}:{unit.place.line}"),
        )
    )
    yield from _posts("people", unit.people, sheet)
    yield from _task_list(unit.tasks, sheet)
    if unit.months:
        yield from sheet.heading(sheet.say("heading.months-owed"))
        for month in unit.months:
            yield from hung(f"  {month.month}  ", sheet.counts(month.returns), sheet.width)
    if unit.findings:
        yield from sheet.heading(sheet.say("heading.findings", count=len(unit.findings)))
        for finding in unit.findings:
            yield from hung(f"  {finding.id}  ", finding.text, sheet.width)
            yield from sheet.said(_became(finding, sheet), INDENT * 2, QUIET)
    yield from sheet.heading(sheet.say("heading.coming"))
    if not unit.coming:
        yield from sheet.said(sheet.say("coming.none"))
    for coming in unit.coming:
        for number, said in enumerate(coming.said):
            label = coming.day.isoformat() if not number else " " * 10
            yield from hung(f"  {label}  ", said, sheet.width)
    if unit.ask:
        yield from sheet.heading(sheet.say("heading.ask"))
        for post in unit.ask:
            yield from sheet.said("  ".join(each for each in (post.name, post.post, post.phone) if each))


def _posts(heading: str, posts: tuple[PostView, ...], sheet: ShowSheet) -> Iterator[Line]:
    yield from sheet.heading(sheet.say(f"heading.{heading}"))
    if not posts:
        yield from sheet.said(sheet.say("post.none"))
    for post in posts:
        span = [
            sheet.say("post.from", day=sheet.day(post.first)) if post.first else "",
            sheet.say("post.to", day=sheet.day(post.last)) if post.last else "",
            sheet.say("post.now" if post.now else "post.past"),
        ]
        who = post.name if heading == "people" else post.unit
        head = "  ".join(each for each in (who, post.post, post.phone) if each)
        style = "" if post.now else QUIET
        yield from hung("  ", f"{head}  {sheet.paused(span)}", sheet.width, style=style)
        yield from sheet.place(post.place, INDENT * 2)


def _person(person: PersonView, sheet: ShowSheet) -> Iterator[Line]:
    yield from _title(sheet, _named(ShownKind.PERSON, person.name, sheet))
    yield from _posts("posts", person.posts, sheet)
    yield from _task_list(person.tasks, sheet)


def _task_list(rows: tuple[RowView, ...], sheet: ShowSheet) -> Iterator[Line]:
    if not rows:
        yield from sheet.heading(sheet.say("heading.tasks.none"))
        return
    yield from sheet.heading(sheet.say("heading.tasks", count=len(rows)))
    yield from sheet.rows(rows)


# -- a phase, a finding, a goal


def _phase(phase: PhaseStoryView, sheet: ShowSheet) -> Iterator[Line]:
    account = phase.account
    yield from _title(sheet, f"{account.id} {account.name}")
    span = f"{account.first or '?'} ~ {account.last or '?'}"
    when = sheet.catalogue.word(f"when.{account.when.value}") if account.when else ""
    yield from sheet.said("  ".join(each for each in (span, when) if each))
    parts: list[Segment] = []
    for light in sorted(sheet.view.profile.lights, key=lambda each: -each.rank):
        if account.by_light[light.id]:
            mark = sheet.light(light.id)
            parts.append(Segment(f"{mark.text} {account.by_light[light.id]}", mark.style))
    states = [
        f"{sheet.catalogue.word(f'state.{state}')} {count}"
        for state, count in account.by_state.items()
        if count
    ]
    if parts:
        yield from ((Segment("  "), *line) for line in flow(parts, sheet.width - INDENT, gap=3))
        yield from sheet.said(sheet.listed(states))
    yield from sheet.place(phase.place, INDENT)
    if phase.steps:
        yield from sheet.heading(sheet.say("heading.steps"))
        yield from sheet.rows(phase.steps)
    opens = sheet.day(account.first) if account.first else ""
    if phase.not_done:
        yield from sheet.heading(sheet.say("heading.ready", day=opens, count=len(phase.not_done)))
        yield from sheet.rows(phase.not_done)
    if phase.behind:
        yield from sheet.heading(sheet.say("heading.behind", day=opens, count=len(phase.behind)))
        yield from sheet.rows(phase.behind)
    yield from _task_list(phase.tasks, sheet)


def _became(finding: FindingView, sheet: ShowSheet) -> str:
    day = sheet.day(finding.resolved_on) if finding.resolved_on else ""
    return sheet.say(f"finding.{finding.state.value}", day=day, days=finding.days or 0)


def _finding(finding: FindingView, sheet: ShowSheet) -> Iterator[Line]:
    yield from sheet.said(finding.text)
    yield ()
    raised = "  ".join(each for each in (sheet.day(finding.raised_on), finding.by, finding.occasion) if each)
    limit = sheet.say("none")
    if finding.due:
        limit = f"{finding.due_words} → {sheet.day(finding.due)}"
        if finding.due_words == finding.due.isoformat():
            limit = sheet.day(finding.due)
    yield from sheet.pairs(
        (
            ("by", raised),
            ("unit", finding.unit),
            ("limit", limit),
            ("became", sheet.paused((_became(finding, sheet), finding.resolution or ""))),
            ("place", f"{finding.place.file}:{finding.place.line}"),
        )
    )


def _tasks(finding: FindingView, sheet: ShowSheet) -> Iterator[Line]:
    yield from _task_list(finding.tasks, sheet)


def _goal(goal: GoalView, sheet: ShowSheet) -> Iterator[Line]:
    kind = sheet.say(f"goal.{goal.kind.value}")
    yield from _title(sheet, f"{kind} {goal.id}" if goal.id else kind)
    yield from sheet.said(goal.text)
    place = f"{goal.place.file}:{goal.place.line}" if goal.place else None
    yield from sheet.pairs((("until", goal.until), ("place", place)))
    if goal.targets:
        yield from sheet.heading(sheet.say("heading.targets"))
        yield from sheet.targets(goal.targets, stated_by=goal.id)
    yield from _task_list(goal.tasks, sheet)
