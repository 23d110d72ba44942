"""The application: all commands, in one language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from motiontrack import __version__
from motiontrack.cli import output
from motiontrack.cli.group import speaking
from motiontrack.cli.options import Data, Lang
from motiontrack.language.catalogue import Catalogue, load

__all__ = ["COMMANDS", "build_app", "commands_asked"]

#: Every command, in the order of help: a function in the module of its name (``-`` is ``_`` there).
#: Its help and epilog are the catalogue's ``NAME.help`` and ``NAME.epilog``; its heavy imports are
#: inside it. A module with ``SUBCOMMANDS`` is a group of commands, each with its words under ``NAME.SUB``.
COMMANDS = (
    "validate",
    "explain",
    "status",
    "show",
    "report",
    "record",
    "collect",
    "remind",
    "export",
    "schema",
)


def build_app(language: str, commands: tuple[str, ...] = COMMANDS) -> typer.Typer:
    """The command line with all its words in ``language``; ``commands`` are those that can be run."""
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
    for name in commands:
        module = import_module(f"motiontrack.cli.{name.replace('-', '_')}")
        below = getattr(module, "SUBCOMMANDS", None)
        if below is None:
            _add(app, name, name, getattr(module, module.__name__.rpartition(".")[2]), command, catalogue)
            continue
        about, epilog = catalogue.word(f"{name}.help"), catalogue.words.get(f"{name}.epilog")
        inner = typer.Typer(cls=group, help=about, epilog=epilog, rich_markup_mode=None, no_args_is_help=True)
        for each, function in below.items():
            _add(inner, each, f"{name}.{each}", function, command, catalogue)
        app.add_typer(inner, name=name)
    return app


def _add(
    app: typer.Typer,
    name: str,
    key: str,
    function: Callable[..., None],
    command: type[TyperCommand],
    catalogue: Catalogue,
) -> None:
    epilog = catalogue.words.get(f"{key}.epilog")
    app.command(name, cls=command, help=catalogue.word(f"{key}.help"), epilog=epilog)(function)


def commands_asked(arguments: list[str]) -> tuple[str, ...]:
    """The one command that ``arguments`` begin with, else all: a command costs 1 ms to describe to Typer."""
    return (arguments[0],) if arguments and arguments[0] in COMMANDS else COMMANDS


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
    context.default_map = _for_each(context.command, shared)


def _for_each(group: Any, shared: Mapping[str, str]) -> dict[str, Any]:
    """``shared`` for every command of a group and of the groups in it, by name."""
    commands = getattr(group, "commands", {})
    return {name: {**shared, **_for_each(command, shared)} for name, command in commands.items()}
