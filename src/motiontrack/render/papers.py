"""Papers through Jinja templates: an office's own by name first, then the packaged ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateNotFound,
    pass_context,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from motiontrack.language.catalogue import Catalogue
from motiontrack.render.compiled import CompiledTemplates
from motiontrack.render.lines import SHAPES
from motiontrack.views.numbers import plain
from motiontrack.views.sentences import day_words, month_words

__all__ = ["TemplateFaultyError", "packaged_templates", "render_paper"]

# Strings: `re` compiles and keeps them on first use, and a page in HTML needs none of them.
_SPECIAL = r"([\\`*_\[\]<>|~])"
#: What begins a list, a heading or a quotation when it stands first on a line.
_OPENERS = r"(?m)^(\s*)(?:([#+>-])|(\d+)([.)]))(?=\s|$)"
_BREAKS = r"[\r\n\u2028\u2029\x0b\x0c\x85]+"
#: Marks that turn the direction of text: in a paper they could show a name or a number backwards.
_TURNING = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])


class TemplateFaultyError(Exception):
    """A template that cannot be rendered: its name, the line, and what Jinja says of it."""

    def __init__(self, name: str, line: int | None, reason: str) -> None:
        super().__init__(name, line, reason)
        self.name = name
        self.line = line
        self.reason = reason


def packaged_templates() -> Path:
    """The folder of the templates that come with the program: in the wheel, or the source tree's."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "_templates"
    return installed if installed.is_dir() else package.parents[1] / "templates"


def render_paper(
    names: Sequence[str], values: Mapping[str, Any], catalogue: Catalogue, own: Path | None
) -> str:
    """The first of the templates ``names`` that there is, filled with ``values``.

    ``own`` is the office's folder of templates. If the first name ends in ``.html``, every value
    is escaped, in whatever template it stands. Raises ``TemplateFaultyError`` for a template that is
    missing or broken.
    """
    folders = [own] if own is not None and own.is_dir() else []
    environment = _environment(folders, catalogue, escapes=names[0].endswith(".html"))
    name = names[0]
    try:
        text = environment.select_template(names).render(values)
    except TemplateNotFound as error:
        raise TemplateFaultyError(str(error.name or name), None, "") from error
    except Exception as error:  # a template is a program of the office's: whatever it raises is its fault
        raise TemplateFaultyError(*_where(error, name), str(error)) from error
    return _tidied(text)


def _environment(
    folders: list[Path], catalogue: Catalogue, *, escapes: bool
) -> ImmutableSandboxedEnvironment:
    shipped = packaged_templates()
    packaged = FileSystemLoader(shipped, encoding="utf-8")
    # An office's template can extend the one it replaces by the name packaged/NAME.
    loaders = [*(FileSystemLoader(own, encoding="utf-8") for own in folders), packaged]
    environment = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([*loaders, PrefixLoader({"packaged": packaged})]),
        undefined=StrictUndefined,
        # For all templates of a page alike: a macro imported from a file of sentences hands its words
        # over as safe, so it must have escaped the values in them itself.
        autoescape=escapes,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_straight,
        bytecode_cache=CompiledTemplates(shipped),
    )
    environment.globals["say"] = lambda key, **figures: _said(catalogue, key, figures)
    filters: dict[str, Callable[..., str]] = {
        "md": md,
        "figure": plain,
        "day": lambda day: day_words(day, catalogue) if isinstance(day, date) else "",
        "month": lambda month: month_words(month, catalogue),
        "word": lambda key, prefix="": catalogue.word(f"{prefix}{key}"),
        "shape": lambda shape: SHAPES[shape],
    }
    environment.filters.update((name, _late(each)) for name, each in filters.items())
    return environment


def _late(work: Callable[..., str]) -> Callable[..., str]:
    """``work`` as a filter that Jinja never applies to a constant while it compiles.

    The words of one language would stand in what is kept compiled for all.
    """

    @pass_context
    def at_rendering(_context: object, *values: Any, **named: Any) -> str:
        return work(*values, **named)

    return at_rendering


@pass_context
def _straight(_context: object, value: Any) -> Any:
    """What a template prints, without marks that turn its direction."""
    return value.translate(_TURNING) if type(value) is str else value


def _said(catalogue: Catalogue, key: str, figures: Mapping[str, Any]) -> str:
    """A sentence of the catalogue, with figures; a key that it lacks is the template's fault."""
    if key not in catalogue.words:
        raise KeyError(key)
    return catalogue.word(key, **figures)


def md(value: object) -> str:
    """``value`` as Markdown text that shows exactly these characters, on one line.

    Nothing in it can become a cell border, markup, a list, a heading, a link or HTML.
    """
    text = re.sub(_BREAKS, " ", str(value)).translate(_TURNING).strip()
    text = re.sub(_SPECIAL, r"\\\1", text)
    text = text.replace("&", "&amp;")
    return re.sub(_OPENERS, _escaped_opener, text)


def _escaped_opener(found: re.Match[str]) -> str:
    space, mark, number, point = found.groups()
    return f"{space}\\{mark}" if mark else f"{space}{number}\\{point}"


def _where(error: BaseException, name: str) -> tuple[str, int | None]:
    """The template and line of an error: Jinja tells it of syntax only, the traceback of the rest."""
    line = getattr(error, "lineno", None)
    if line is not None:
        return str(getattr(error, "name", None) or name), int(line)
    found: tuple[str, int | None] = (name, None)
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if trace.tb_frame.f_globals.get("__jinja_template__") is not None or file.endswith((".md", ".html")):
            found = (Path(file).name, trace.tb_lineno)
        trace = trace.tb_next
    return found


def _tidied(text: str) -> str:
    """One line end, no blanks at a line's end, at most one empty line, one newline at the end."""
    lines = [line.rstrip() for line in text.splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"
