"""A roll-up at a terminal: a row a heading with its counts, a sum that is the total, the laggards named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from motiontrack.language.display import cell_len
from motiontrack.render.columns import pad, wrap
from motiontrack.render.lines import HEAD, QUIET, Line, Page, Segment, paragraph, trimmed
from motiontrack.render.sheet import hung
from motiontrack.views.numbers import plain
from motiontrack.views.overview import AccountView
from motiontrack.views.status import LightView

__all__ = ["rollup_table"]

#: A light's word is broken over lines in a column no wider than this.
_WIDEST = 9
_NARROWEST = 8
#: No column of counts is narrower than this, and none of shares: 42.9%.
_COUNT, _SHARE = 4, 5


def rollup_table(page: Page, by: str) -> Iterator[Line]:
    """The accounts of one way to group, and their sum."""
    accounts = page.view.rollups[by]
    if not accounts:
        yield from paragraph(page, page.word("status.no-task"))
        return
    lights = [
        light
        for light in sorted(page.view.profile.lights, key=lambda each: -each.rank)
        if light.rank >= 0 or page.view.totals.by_light[light.id]
    ]
    heads = [page.word("rollup.tasks"), *(light.word for light in lights)]
    unjudged = bool(page.view.totals.unjudged)
    if unjudged:
        heads.append(page.word("rollup.unjudged"))
    heads.append(page.word("rollup.done-share"))
    widths = _widths(heads, page.width)
    room = max(page.width - sum(widths) - len(widths), _NARROWEST)
    names = [_name(page, account, by) for account in accounts]
    first = min(room, max(cell_len(name) for name in (page.word(f"rollup.{by}"), *names)))
    yield from _row(page.word(f"rollup.{by}"), heads, first, widths, HEAD)
    yield (Segment(" ".join("-" * width for width in (first, *widths)), QUIET),)
    for account, name in zip(accounts, names, strict=True):
        yield from _row(name, _cells(account, lights, unjudged=unjudged), first, widths)
        yield from _beneath(page, account)
    yield (Segment(" ".join("-" * width for width in (first, *widths)), QUIET),)
    totals = page.view.totals
    whole = [totals.tasks, *(totals.by_light[light.id] for light in lights)]
    counts = [str(each) for each in (*whole, *([totals.unjudged] if unjudged else []))]
    yield from _row(page.word("rollup.sum"), [*counts, _share(totals.done_share)], first, widths, HEAD)


def _widths(heads: Sequence[str], width: int) -> list[int]:
    """Every column as wide as its head, within limits; on a narrow page the widest are broken first."""
    least = [*(_COUNT for _ in heads[:-1]), _SHARE]
    widths = [min(_WIDEST, max(cell_len(head), floor)) for head, floor in zip(heads, least, strict=True)]
    while sum(widths) + len(widths) + _NARROWEST > width:
        spare = [have - floor for have, floor in zip(widths, least, strict=True)]
        if not any(spare):
            break
        widths[max((place for place, left in enumerate(spare) if left), key=widths.__getitem__)] -= 1
    return widths


def _name(page: Page, account: AccountView, by: str) -> str:
    if account.id is None:
        if by == "phase":
            after = (phase.name for phase in page.view.phases if phase.id is None)
            return next(after, page.word("phase.after"))
        return page.word("rollup.none", what=page.word(f"rollup.{by}"))
    return f"{account.id} {' '.join(account.name.split())}" if account.name else account.id


def _cells(account: AccountView, lights: Sequence[LightView], *, unjudged: bool) -> list[str]:
    counts = [account.tasks, *(account.by_light[light.id] for light in lights)]
    if unjudged:
        counts.append(account.unjudged)
    # A zero is a dot: what is there stands out.
    return [*(str(each) if each else "·" for each in counts), _share(account.done_share)]


def _share(share: Decimal | None) -> str:
    return "" if share is None else f"{plain(share)}%"


def _row(
    name: str, cells: Sequence[str], first: int, widths: Sequence[int], style: str = ""
) -> Iterator[Line]:
    wrapped = [wrap(name, first), *(wrap(cell, width) for cell, width in zip(cells, widths, strict=True))]
    for place in range(max(len(lines) for lines in wrapped)):
        texts = [lines[place] if place < len(lines) else "" for lines in wrapped]
        numbers = (
            " " * (width - cell_len(text)) + text for text, width in zip(texts[1:], widths, strict=True)
        )
        line = " ".join((pad(texts[0], first), *numbers))
        yield trimmed([Segment(line, style)])


def _beneath(page: Page, account: AccountView) -> Iterator[Line]:
    """The laggards by name, and what belongs here and is counted elsewhere."""
    for key, ids in (("rollup.laggards", account.laggards), ("rollup.also", account.also)):
        if ids:
            yield from hung(f"  {page.word(key)}", page.word("join").join(ids), page.width, label_style=QUIET)
