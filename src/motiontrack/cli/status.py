"""``motiontrack status``: what is overdue, at risk or unreported as of a day, and why."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from motiontrack.cli import output
from motiontrack.cli.assessing import Assessed, assess_folder, check_names
from motiontrack.cli.options import AsOf, Data, Lang, ProfileName, parse_text
from motiontrack.model.vocabulary import By

if TYPE_CHECKING:
    from motiontrack.views.status import StatusView

__all__ = ["status"]


class FailAt(StrEnum):
    """What ``status --fail-on`` takes; each includes the one before it."""

    NONE = "none"
    OVERDUE = "overdue"
    AT_RISK = "at-risk"
    UNREPORTED = "unreported"


_FAILING: dict[FailAt, tuple[str, ...]] = {
    FailAt.NONE: (),
    FailAt.OVERDUE: ("overdue",),
    FailAt.AT_RISK: ("overdue", "at-risk"),
    FailAt.UNREPORTED: ("overdue", "at-risk", "unreported"),
}


def status(
    data: Data = None,
    as_of: AsOf = None,
    profile: ProfileName = None,
    unit: Annotated[
        str | None,
        typer.Option("--unit", metavar="NAME", parser=parse_text, help="option.unit", show_default=False),
    ] = None,
    person: Annotated[
        str | None,
        typer.Option("--person", metavar="NAME", parser=parse_text, help="option.person", show_default=False),
    ] = None,
    phase: Annotated[
        str | None,
        typer.Option("--phase", metavar="NAME", parser=parse_text, help="option.phase", show_default=False),
    ] = None,
    goal: Annotated[
        str | None,
        typer.Option("--goal", metavar="NAME", parser=parse_text, help="option.goal", show_default=False),
    ] = None,
    light: Annotated[
        str | None,
        typer.Option("--light", metavar="NAME", parser=parse_text, help="option.light", show_default=False),
    ] = None,
    by: Annotated[By | None, typer.Option("--by", help="option.by", show_default=False)] = None,
    as_json: Annotated[bool, typer.Option("--json", help="option.json")] = False,
    fail_on: Annotated[FailAt, typer.Option("--fail-on", help="option.status-fail-on")] = FailAt.NONE,
    lang: Lang = None,
) -> None:
    """Show the plan as of a day; exit 1 if a task is as bad as ``--fail-on`` says, or unjudged."""
    from motiontrack.views.build import build_status
    from motiontrack.views.status import FilterView

    assessed = assess_folder(data, as_of, lang, profile)
    asked = FilterView(unit, person, phase, goal, light)
    check_names(assessed, asked)
    rolled = tuple(By) if as_json else () if by is None else (by,)
    folder = assessed.loaded.folder.shown
    view = build_status(assessed.assessment, assessed.catalogue, asked=asked, folder=folder, rolled=rolled)
    if as_json:
        from motiontrack.views.plain import to_json

        output.write_data(to_json(view))
    else:
        _show(view, by, assessed)
    attention = view.totals.by_attention
    if not assessed.complete or any(attention[each] for each in _FAILING[fail_on]):
        raise typer.Exit(1)


def _show(view: StatusView, by: By | None, assessed: Assessed) -> None:
    from motiontrack.render.terminal import rollup_lines, status_lines
    from motiontrack.views.digest import build_digest

    catalogue, width = assessed.catalogue, output.width()
    if by is not None:
        output.write_lines(rollup_lines(view, by.value, catalogue, width=width))
        return
    digest = build_digest(assessed.assessment, view, catalogue)
    output.write_lines(status_lines(view, digest, catalogue, width=width, long_past=assessed.suggested))
