"""The application: all commands, in one language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from motiontrack import __version__
from motiontrack.cli import output
from motiontrack.cli.group import speaking
from motiontrack.cli.options import Data, Lang
from motiontrack.cli.report import report
from motiontrack.cli.schema import schema
from motiontrack.cli.status import status
from motiontrack.cli.validate import validate
from motiontrack.language.catalogue import load

__all__ = ["COMMANDS", "build_app"]

#: Every command, in the order of help. A command is a function with its name; its help and epilog
#: are the catalogue's ``NAME.help`` and ``NAME.epilog``. Its heavy imports are inside it.
COMMANDS: tuple[Callable[..., None], ...] = (validate, status, report, schema)


def build_app(language: str) -> typer.Typer:
    """The command line with all its words in ``language``."""
    catalogue = load(language)
    group, command = speaking(catalogue)
    app = typer.Typer(
        name="motiontrack",
        cls=group,
        help=catalogue.word("app.help"),
        epilog=catalogue.word("app.epilog"),
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    app.callback()(_before)
    for function in COMMANDS:
        name = function.__name__.replace("_", "-")
        epilog = catalogue.words.get(f"{name}.epilog")
        app.command(name, cls=command, help=catalogue.word(f"{name}.help"), epilog=epilog)(function)
    return app


def _show_version(wanted: bool) -> None:
    if wanted:
        output.write(f"motiontrack {__version__}\n")
        raise typer.Exit


def _before(
    context: typer.Context,
    data: Data = None,
    lang: Lang = None,
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="option.version"),
    ] = False,
) -> None:
    """Hand on what is given before the command's name as if it stood after it."""
    given = {"data": data, "lang": lang}
    shared = {name: str(value) for name, value in given.items() if value is not None}
    context.default_map = {function.__name__.replace("_", "-"): shared for function in COMMANDS}
