"""The first screen of the status at a terminal: a line a task, nothing that a leader need not read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from motiontrack.language.display import cell_len
from motiontrack.render.columns import pad, wrap
from motiontrack.render.lines import HEAD, QUIET, Line, Page, Segment, flow, paragraph
from motiontrack.render.sheet import hung
from motiontrack.views.digest import Digest, Noted, Silent, Turned
from motiontrack.views.numbers import plain

__all__ = ["digest_lines"]

#: So many tasks of a kind get a line of their own; the rest are named by their ids.
_MOST = 6
_MOST_COMING = 3
_MOST_REASONS = 2
#: So many ids in one place are still read; more are counted, by unit where one has to answer for them.
_MOST_IDS = 24
#: And so many that turned from one light to another.
_MOST_TURNED = 8
#: A longer name of a unit and a person does not push the reasons of all others aside.
_OWNER = 24
#: A task's text is begun beside its reason only where so many cells are left for it.
_LEAST = 12
#: What is said of the days left where there is a shorter word.
_LEFT = {0: "digest.today", 1: "digest.tomorrow"}


def digest_lines(page: Page, digest: Digest) -> Iterator[Line]:
    """What needs looking at, by kind; each line begins with what the reader can look up below."""
    yield from _standing(page, digest)
    if page.view.tasks and not (digest.overdue or digest.at_risk or digest.silent):
        yield ()
        yield from paragraph(page, page.word("attention.nothing"), HEAD)
    yield from _noted(page, "digest.overdue", digest.overdue)
    yield from _noted(page, "digest.at-risk", digest.at_risk)
    yield from _silent(page, digest)
    if digest.not_owed:
        yield from paragraph(page, page.word("digest.not-owed", count=digest.not_owed))
    yield from _coming(page, digest)


def _standing(page: Page, digest: Digest) -> Iterator[Line]:
    """How much is done, and what shows another light than at the last month's end."""
    if digest.done_share is not None:
        said = page.word("digest.done", share=plain(digest.done_share), done=digest.done, of=digest.of)
        yield from paragraph(page, said)
    if not digest.turned or digest.since is None:
        return
    label = page.word("digest.turned", month=digest.since)
    said = page.word("pause").join(_turn(page, each) for each in digest.turned)
    yield from hung(label, said, page.width)


def _turn(page: Page, turned: Turned) -> str:
    words = page.view.profile.words
    tasks = page.word("join").join(turned.tasks)
    if len(turned.tasks) > _MOST_TURNED:
        tasks = page.word("digest.count", count=len(turned.tasks))
    return page.word("digest.turn", before=words[turned.before], now=words[turned.now], tasks=tasks)


def _noted(page: Page, key: str, noted: Sequence[Noted]) -> Iterator[Line]:
    if not noted:
        return
    yield ()
    yield from paragraph(page, page.word(key, count=len(noted)), HEAD)
    shown, others = noted[:_MOST], noted[_MOST:]
    ids = max(cell_len(each.task.id) for each in shown)
    widths = [cell_len(_owner(page, each)) for each in shown]
    owners = max((width for width in widths if width <= _OWNER), default=0)
    lights = max(cell_len(page.light(each.task.tile).text) for each in shown)
    for each in shown:
        light = page.light(each.task.tile)
        head = (
            Segment(f"  {pad(light.text, lights)} ", light.style),
            Segment(f"{pad(each.task.id, ids)} {pad(_owner(page, each), owners)}  "),
        )
        yield from _with_text(page, head, _why(page, each), each.task.text)
    if others:
        yield from hung("  ", _others(page, others), page.width)


def _others(page: Page, others: Sequence[Noted]) -> str:
    """The tasks that get no line of their own by their ids; of a great many, how many each unit has."""
    count, join = len(others), page.word("join")
    if count <= _MOST_IDS:
        return page.word("digest.others", count=count, tasks=join.join(each.task.id for each in others))
    units = Counter(_unit(page, each.task.lead[0] if each.task.lead else None) for each in others)
    said = (page.word("digest.of-unit", unit=unit, count=many) for unit, many in units.most_common())
    return page.word("digest.others.by-unit", count=count, units=join.join(said))


def _unit(page: Page, unit: str | None) -> str:
    return unit or page.word("cell.none")


def _with_text(page: Page, head: Line, why: str, text: str) -> Iterator[Line]:
    """The reason beside ``head``, and as much of the task's text as the line holds: it is whole below."""
    first, *more = hung(head, why, page.width)
    room = page.width - sum(cell_len(part.text) for part in first) - 2
    if more or room < _LEAST:
        yield first
        yield from more
        return
    whole = " ".join(text.split())
    begun = whole if cell_len(whole) <= room else wrap(whole, room - 2)[0] + "…"
    yield (*first, Segment(f"  {begun}", QUIET))


def _owner(page: Page, noted: Noted) -> str:
    task = noted.task
    unit = _unit(page, task.lead[0] if task.lead else None)
    return " ".join(each for each in (unit, task.person_now or task.person) if each)


def _why(page: Page, noted: Noted) -> str:
    """The reasons that count most, and how many there are where there are more: all stand below."""
    said = page.word("join").join(noted.why[:_MOST_REASONS])
    if len(noted.why) > _MOST_REASONS:
        said += page.word("digest.reasons", count=len(noted.why))
    return said


def _silent(page: Page, digest: Digest) -> Iterator[Line]:
    if not digest.silent:
        return
    days = page.word("join").join(digest.owed_by)
    yield ()
    key = "digest.silent" if days else "digest.silent.undated"
    yield from paragraph(page, page.word(key, count=digest.unreported, days=days), HEAD)
    named = sum(len(each.items) for each in digest.silent) <= _MOST_IDS
    silent = digest.silent if named else sorted(digest.silent, key=lambda each: -len(each.items))
    parts = [Segment(_silence(page, each, named=named)) for each in silent]
    for line in flow(parts, page.width - 2, gap=3):
        yield (Segment("  "), *line)


def _silence(page: Page, silent: Silent, *, named: bool) -> str:
    unit = _unit(page, silent.unit)
    if not named:
        return page.word("digest.of-unit", unit=unit, count=len(silent.items))
    return page.word("attention.unreported.by-unit", unit=unit, tasks=page.word("join").join(silent.items))


def _coming(page: Page, digest: Digest) -> Iterator[Line]:
    if not digest.coming:
        return
    yield ()
    yield (Segment(page.word("digest.coming"), HEAD),)
    for each in digest.coming[:_MOST_COMING]:
        days = (each.day - page.view.as_of).days
        left = page.word(_LEFT.get(days, "digest.left"), days=days)
        said = page.word("pause").join(" ".join(words.split()) for words in each.said)
        yield from hung(f"  {each.day.isoformat()} ", f"{said}{left}", page.width)
