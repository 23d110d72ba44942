"""Typer's groups and commands, made to speak the reader's language and never to end in a traceback.

Typer keeps its words in three places: some pass through gettext, some are written out in its code,
and some are in exceptions. All three are met here, so that commands need not know.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from typing import Any

import typer
import typer.core

from motiontrack.cli import output
from motiontrack.cli.refusals import CannotRunError, MisusedError
from motiontrack.language.catalogue import Catalogue, load
from motiontrack.language.display import one_line
from motiontrack.near import alike

__all__ = ["speaking"]

_USAGE = 2
_LONGEST = 200
#: The help of an option that fills a field of a data file: ``field:RECORD.KEY``.
_OF_FIELD = "field:"
#: Typer 0.28 brings its own click, older ones use the installed one; both are met by their classes.
_UsageError: type[Exception] = typer.BadParameter.__mro__[1]


def speaking(catalogue: Catalogue) -> tuple[type[typer.core.TyperGroup], type[typer.core.TyperCommand]]:
    """The classes for ``typer.Typer(cls=…)`` and ``app.command(cls=…)`` in one language."""
    # Typer marks these few words for gettext, but brings no catalogue to look them up in.
    vars(typer.core)["_"] = lambda text: catalogue.words.get(f"typer.{text}", text)

    class Command(typer.core.TyperCommand):
        """A command whose options' help is looked up in the catalogue."""

        def format_usage(self, ctx: Any, formatter: Any) -> None:
            _usage(self, ctx, formatter, catalogue)

        def get_help_option(self, ctx: Any) -> Any:
            return _help_option(super().get_help_option(ctx), catalogue)

    class Group(typer.core.TyperGroup):
        """The whole application: says in the reader's language why something did not run."""

        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self.subcommand_metavar = catalogue.word("usage.command")

        def format_usage(self, ctx: Any, formatter: Any) -> None:
            _usage(self, ctx, formatter, catalogue)

        def get_help_option(self, ctx: Any) -> Any:
            return _help_option(super().get_help_option(ctx), catalogue)

        def resolve_command(self, ctx: Any, args: list[str]) -> Any:
            if args and args[0] not in self.commands and not args[0].startswith("-"):
                self._no_command(ctx, args[0])
            return super().resolve_command(ctx, args)

        def _no_command(self, ctx: Any, name: str) -> None:
            near = alike(name, self.commands)
            if near and not ctx.resilient_parsing:
                figures = {"name": one_line(name, _LONGEST), "near": near[0]}
                ctx.fail(catalogue.word("usage.near-command", **figures))

        def main(self, *args: Any, **kwargs: Any) -> Any:
            standalone = kwargs.get("standalone_mode", True)
            kwargs["standalone_mode"] = False
            run = partial(super().main, *args, **kwargs)
            if not standalone:
                return run()
            sys.exit(_run(catalogue, run))

    return Group, Command


def _run(catalogue: Catalogue, main: Callable[[], object]) -> int:
    """The exit code of ``main``, after telling why it could not run if it could not."""
    try:
        code = main()
    except CannotRunError as refused:
        said = load(refused.language) if refused.language else catalogue
        output.say(said.word(refused.key, **_tidy(refused.figures, said)))
        return _USAGE
    except _UsageError as error:
        _say_usage(catalogue, error)
        return _USAGE
    except (KeyboardInterrupt, typer.Abort):
        return 130
    except Exception as error:  # noqa: BLE001 - the last resort: no input may end in a traceback
        return _crash(catalogue, error)
    return code if isinstance(code, int) else 0


def _crash(catalogue: Catalogue, error: Exception) -> int:
    if os.environ.get("MOTIONTRACK_DEBUG") == "1":
        import traceback

        output.say("".join(traceback.format_exception(error)).rstrip())
    what = one_line(f"{type(error).__name__}: {error}".rstrip(": "), _LONGEST)
    output.say(catalogue.word("crash", error=what))
    return _USAGE


def _say_usage(catalogue: Catalogue, error: Any) -> None:
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError":
        output.say(error.format_message())
        return
    if context is not None:
        output.say(context.get_usage().rstrip("\n"))
        command = f"{context.command_path} --help"
        output.say(catalogue.word("usage.hint", command=command))
    output.say(catalogue.word("usage.error", message=_explain(catalogue, error)))


def _explain(catalogue: Catalogue, error: Any) -> str:
    """What is wrong with the command line; in Typer's English where it is of a kind not met yet."""
    param = getattr(error, "param", None)
    option = one_line(getattr(error, "option_name", None) or _name(param), _LONGEST)
    match type(error).__name__:
        case "NoSuchOption":
            near = ", ".join(sorted(error.possibilities or ()))
            key = "usage.no-option-near" if near else "usage.no-option"
            return catalogue.word(key, option=option, near=near)
        case "BadOptionUsage":
            return catalogue.word("usage.no-value", option=option)
        case "MissingParameter":
            if param is not None and param.param_type_name == "argument" and param.help:
                help_ = param.help.rstrip("。.")
                return catalogue.word("usage.missing-argument", option=option, help=help_)
            return catalogue.word("usage.missing", option=option)
    if isinstance(error, MisusedError):
        return catalogue.word(error.key, **_tidy({"option": option, **error.figures}, catalogue))
    choices = getattr(getattr(param, "type", None), "choices", None)
    if choices:
        listed = catalogue.word("list.joint").join(str(getattr(each, "value", each)) for each in choices)
        return catalogue.word("usage.choice", option=option, choices=listed)
    if param is not None:
        return catalogue.word("usage.bad-value", option=option, message=error.message)
    return str(error.format_message())


def _name(param: Any) -> str:
    """What the help calls an option or an argument: an argument's own name stands in no help."""
    if param is None:
        return ""
    if param.param_type_name == "argument" and param.metavar:
        return str(param.metavar)
    return str((param.opts or [param.name])[0])


#: Lists among the figures, which are joined in the Chinese way.
_LISTS = ("known", "formats", "suffixes", "choices")


def _tidy(figures: dict[str, str], catalogue: Catalogue) -> dict[str, str]:
    joint = catalogue.word("list.joint")
    said = {name: value.replace("、", joint) if name in _LISTS else value for name, value in figures.items()}
    return {name: one_line(value, _LONGEST) for name, value in said.items()}


def _translate(command: Any, catalogue: Catalogue) -> None:
    command.options_metavar = catalogue.word("usage.options")
    for param in command.params:
        if getattr(param, "help", None):
            param.help = _help_said(param.help, catalogue)


def _help_said(given: str, catalogue: Catalogue) -> str:
    """The help of an option: of the catalogue, of the field that it fills, or Typer's own word."""
    if given.startswith(_OF_FIELD):
        from motiontrack.model.decode import RECORDS
        from motiontrack.model.fields import describe

        record, _, key = given.removeprefix(_OF_FIELD).partition(".")
        field = describe(RECORDS[record])[key][1]
        return str(getattr(field, f"meaning_{catalogue.language}"))
    key = given if given in catalogue.words else f"typer.{given}"
    return catalogue.words.get(key, given)


def _usage(command: Any, context: Any, formatter: Any, catalogue: Catalogue) -> None:
    _translate(command, catalogue)  # not earlier: Typer adds options after a command is made
    # The first part of every help page: what comes after it takes its headings from here.
    formatter.write_heading = lambda title: formatter.write(
        catalogue.word("usage.heading", title=title) + "\n"
    )
    pieces = " ".join(command.collect_usage_pieces(context))
    formatter.write_usage(context.command_path, pieces, prefix=catalogue.word("usage"))


def _help_option(option: Any, catalogue: Catalogue) -> Any:
    if option is not None:
        option.help = catalogue.word("option.help")
        option.callback = _show_help  # Typer's own ends in a traceback where stdout takes no more
    return option


def _show_help(context: Any, _option: Any, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        output.write(context.get_help() + "\n")
        context.exit()
