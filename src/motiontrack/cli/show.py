"""``motiontrack show``: the whole story of one thing, and the walk to its light."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from motiontrack.cli import output
from motiontrack.cli.assessing import Assessed, assess_folder
from motiontrack.cli.options import AsOf, Data, Lang, ProfileName
from motiontrack.cli.refusals import MisusedError
from motiontrack.language.catalogue import load as load_catalogue

if TYPE_CHECKING:
    from motiontrack.views.show_names import Meant

__all__ = ["show"]


def show(
    name: Annotated[str, typer.Argument(metavar="ID", help="argument.show", show_default=False)],
    data: Data = None,
    as_of: AsOf = None,
    profile: ProfileName = None,
    as_json: Annotated[bool, typer.Option("--json", help="option.json")] = False,
    lang: Lang = None,
) -> None:
    """Show one thing as of a day; exit 1 if errors in the data leave anything unjudged."""
    from motiontrack.views.show_build import build_show

    assessed = assess_folder(data, as_of, lang, profile)
    catalogue = load_catalogue(assessed.catalogue.language, "causes", "show")
    meant = _meant(name, assessed)
    view = build_show(assessed.assessment, catalogue, meant, folder=assessed.loaded.folder.shown)
    if as_json:
        from motiontrack.views.plain import to_json

        output.write_data(to_json(view))
    else:
        from motiontrack.render.show import show_lines

        output.write_lines(show_lines(view, catalogue, width=output.width(), long_past=assessed.suggested))
    if not assessed.complete:
        raise typer.Exit(1)


def _meant(name: str, assessed: Assessed) -> Meant:
    """The one thing that ``name`` means."""
    from motiontrack.views.show_names import meanings, names_near

    book, day = assessed.book, assessed.assessment.day
    found = meanings(book, day, name)
    if len(found) == 1:
        return found[0]
    joint = assessed.catalogue.word("list.joint")
    if found:
        known = joint.join(f"{each.kind.value}:{each.name}" for each in found)
        raise MisusedError("usage.show-several", value=name, known=known)
    near = names_near(book, day, name)
    key = "usage.show-near" if near else "usage.show"
    raise MisusedError(key, value=name, near=joint.join(near))
