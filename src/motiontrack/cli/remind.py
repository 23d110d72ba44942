"""``motiontrack remind``: slips for what is due soon, behind, overdue or not reported."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from motiontrack.cli.options import AsOf, Data, Lang, ProfileName, parse_folder, parse_word
from motiontrack.cli.refusals import MisusedError
from motiontrack.model.vocabulary import Per, Reason

__all__ = ["remind"]


class SlipFormat(StrEnum):
    """What a slip can be written as."""

    MD = "md"
    HTML = "html"


_PER_NAMED = {"任务": Per.TASK, "单位": Per.UNIT}
_REASON_NAMED = {
    "逾期": Reason.OVERDUE,
    "滞后": Reason.BEHIND,
    "未报": Reason.UNREPORTED,
    "临期": Reason.DUE_SOON,
}


class SlipKind(StrEnum):
    """The steps of the ladder; the words of ``model.registers.SLIP_KINDS``."""

    REMIND = "催办"
    SUPERVISE = "督办"
    CIRCULAR = "通报"
    TALK = "约谈"


def remind(
    data: Data = None,
    as_of: AsOf = None,
    profile: ProfileName = None,
    unit: Annotated[
        str | None, typer.Option("--unit", metavar="NAME", help="option.unit", show_default=False)
    ] = None,
    per: Annotated[
        Per,
        typer.Option("--per", metavar="<task|unit>", parser=parse_word(Per, _PER_NAMED), help="option.per"),
    ] = Per.TASK,
    reason: Annotated[
        list[Reason] | None,
        typer.Option(
            "--reason",
            metavar="REASON",
            parser=parse_word(Reason, _REASON_NAMED),
            help="option.reason",
            show_default=False,
        ),
    ] = None,
    kind: Annotated[
        SlipKind | None, typer.Option("--kind", metavar="KIND", help="option.slip-kind", show_default=False)
    ] = None,
    slip_format: Annotated[SlipFormat, typer.Option("--format", help="option.slip-format")] = SlipFormat.MD,
    folder: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="DIR",
            parser=parse_folder,
            help="option.slip-folder",
            show_default=False,
        ),
    ] = None,
    again: Annotated[
        str | None, typer.Option("--again", metavar="NUMBER", help="option.again", show_default=False)
    ] = None,
    issue: Annotated[bool, typer.Option("--issue", help="option.issue", show_default=False)] = False,
    lang: Lang = None,
) -> None:
    """Print slips as drafts, or with ``--issue`` register them and print; exit 1 if anything is unjudged."""
    from motiontrack.cli.reminding import Asked, put, put_again

    if again is not None and (issue or as_of or unit or reason or kind or per is not Per.TASK):
        raise MisusedError("usage.remind-again")
    asked = Asked(
        data=data,
        as_of=as_of,
        profile=profile,
        unit=unit,
        per=per,
        reasons=tuple(reason or Reason),
        kind=kind.value if kind else None,
        ending=slip_format.value,
        output=folder,
        lang=lang,
        issue=issue,
        again=again,
    )
    if again is None:
        put(asked)
    else:
        put_again(asked)
