"""Papers through templates, and what to say where a template cannot be used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from motiontrack.cli.refusals import CannotRunError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from motiontrack.cli.assessing import Assessed
    from motiontrack.cli.files import Folder
    from motiontrack.language.catalogue import Catalogue

__all__ = ["misnamed_templates", "own_texts", "rendered"]


def rendered(paper: str, ending: str, values: Mapping[str, Any], catalogue: Catalogue, folder: Folder) -> str:
    """The paper in the catalogue's language, by the office's own template if it has one."""
    from motiontrack.render.papers import TemplateFaultyError, render_paper

    names = (f"{paper}.{catalogue.language}.{ending}", f"{paper}.{ending}")
    own = _own_templates(folder)
    try:
        return render_paper(names, values, catalogue, own)
    except TemplateFaultyError as error:
        key = f"cannot.template-{error.kind}"
        if error.kind == "faulty" and error.line is not None:
            key = "cannot.template"
        if error.near:
            key = f"{key}-near"
        figures = {"template": error.name, "line": str(error.line or 1), "reason": error.reason}
        figures |= {"near": error.near} if error.near else {}
        raise CannotRunError(key, **figures) from error


def misnamed_templates(paper: str, folder: Folder) -> list[tuple[str, str]]:
    """The office's own templates for a paper that are not used, with the names that were probably meant."""
    own = _own_templates(folder)
    if not own.is_dir():
        return []
    from motiontrack.render.own_templates import misnamed
    from motiontrack.render.papers import packaged_templates

    packaged = packaged_templates()
    return [] if own == packaged else list(misnamed(own, packaged, paper))


def _own_templates(folder: Folder) -> Path:
    return folder.path.resolve().parent / "templates"


def own_texts(kind: str, form: str, assessed: Assessed) -> Mapping[str, str]:
    """The office's own paragraphs for a paper of the month that the day lies in, by their places."""
    if not assessed.book.texts:
        return {}
    from motiontrack.render.own_texts import texts_of

    return texts_of(kind, f"{assessed.assessment.day:%Y-%m}", assessed.book.texts, form)
