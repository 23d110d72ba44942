"""Papers through Jinja templates: an office's own by name first, then the packaged ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    FileSystemLoader,
    PrefixLoader,
    TemplateNotFound,
    TemplateSyntaxError,
    pass_context,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from motiontrack.language.catalogue import Catalogue
from motiontrack.render.bounded import COUNTED_OPERATORS, BoundedSandbox, TooMuchError
from motiontrack.render.compiled import CompiledTemplates
from motiontrack.render.folding import folded
from motiontrack.render.lines import SHAPES
from motiontrack.render.own_templates import OwnTemplates, UnreadableError
from motiontrack.render.template_faults import (
    NamedUndefined,
    NoValueError,
    TemplateFaultyError,
    check_blocks,
    is_in,
    known_names,
    near_name,
    place_of,
)
from motiontrack.views.numbers import numeral, plain
from motiontrack.views.page_title import lines
from motiontrack.views.paper_words import bare, quoted, without_addresses
from motiontrack.views.sentences import day_words, month_words

__all__ = ["TURNING", "TemplateFaultyError", "md", "packaged_templates", "render_paper", "sha256"]

# Strings: `re` compiles and keeps them on first use, and a page in HTML needs none of them.
_SPECIAL = r"([\\`*_\[\]<>|~])"
#: What begins a list, a heading or a quotation when it stands first on a line.
_OPENERS = r"^(?:(#{1,6}|[+>-])|(\d+)([.)]))(?=\s|$)"
#: What is a rule, or makes a heading or a table of the line above it.
_RULES = r"^(?=[-=:])(?=-[-\s]*$|=+$|:[:\-\s]*$)"
#: What would close a heading, and not be shown.
_CLOSERS = r"(?:(?<=\s)|^)(?=#+$)"
_BREAKS = r"[\r\n\u2028\u2029\x0b\x0c\x1c-\x1e\x85]+"
#: Marks that turn the direction of text: in a paper they could show a name or a number backwards.
TURNING = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
#: What every paper may ask for: it is no draft, was never issued and has no words of the office's own.
_UNLESS_GIVEN: Mapping[str, Any] = {"draft": None, "issued": None, "texts": {}}


#: What reads the clock, or makes much of little past what is counted.
_NOT_FOR_TEMPLATES = frozenset(
    ("today", "now", "utcnow", "fromtimestamp", "encode", "maketrans", "to_bytes", "translate")
)
_OF_PYTHON = (str, int, date, type)


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
    # Beside the program's own data lie the packaged templates themselves.
    there = own if own is not None and own.is_dir() and own != packaged_templates() else None
    environment = _environment(there, catalogue, escapes=names[0].endswith(".html"))
    name = names[0]
    place = partial(place_of, own=there, packaged=packaged_templates())
    try:
        template = environment.select_template(names)
        if there is not None:
            own_file = partial(is_in, there, packaged=packaged_templates())
            check_blocks(environment, template.name or name, own_file)
        text = template.render(values)
    except TemplateNotFound as error:
        raise TemplateFaultyError("missing", str(error.name or name)) from error
    except UnreadableError as error:
        raise TemplateFaultyError(error.kind, error.name, reason=error.reason) from error
    except (TooMuchError, RecursionError, MemoryError) as error:
        raise TemplateFaultyError("too-much", *place(error, name)) from error
    except NoValueError as error:
        near = near_name(error.value, known_names(error.owner, {**environment.globals, **values}))
        raise TemplateFaultyError("no-value", *place(error, name), error.value, near) from error
    except TemplateSyntaxError as error:
        found = re.fullmatch(r"No filter named '(.+)'\.", str(error.message))
        if found is None:
            raise TemplateFaultyError("faulty", *place(error, name), str(error)) from error
        near = near_name(found[1], environment.filters)
        raise TemplateFaultyError("no-filter", *place(error, name), found[1], near) from error
    except TemplateFaultyError:
        raise
    except Exception as error:  # a template is a program of the office's: whatever it raises is its fault
        raise TemplateFaultyError("faulty", *place(error, name), str(error)) from error
    return _tidied(text)


class _Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox, which answers once for all objects of a type whether an attribute may be seen.

    The answer depends on nothing else; a long page asks for it seventy thousand times.
    """

    intercepted_binops = COUNTED_OPERATORS

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._seen: dict[tuple[type, str], bool] = {}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        if attr in _NOT_FOR_TEMPLATES and isinstance(obj, _OF_PYTHON):
            return False
        key = type(obj), attr
        if key not in self._seen:
            self._seen[key] = super().is_safe_attribute(obj, attr, value)
        return self._seen[key]


class _OwnSandbox(_Sandbox, BoundedSandbox):
    """The sandbox of a run in which an office's own templates take part."""


def _environment(own: Path | None, catalogue: Catalogue, *, escapes: bool) -> _Sandbox:
    shipped = packaged_templates()
    packaged = FileSystemLoader(shipped, encoding="utf-8")
    # An office's template can extend the one it replaces by the name packaged/NAME.
    loaders: list[BaseLoader] = [packaged, PrefixLoader({"packaged": packaged})]
    sandbox: Callable[..., _Sandbox] = _Sandbox
    if own is not None:
        loaders.insert(0, OwnTemplates(own))
        # Packaged ones are kept compiled for all: what counts must never be kept with them.
        sandbox = partial(
            _OwnSandbox,
            counted=lambda file: is_in(own, file, shipped),
        )
    environment = sandbox(
        loader=ChoiceLoader(loaders),
        undefined=NamedUndefined,
        # For all templates of a page alike: a macro imported from a file of sentences hands its words
        # over as safe, so it must have escaped the values in them itself.
        autoescape=escapes,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_straight,
        bytecode_cache=CompiledTemplates(shipped),
    )
    environment.globals.update(_UNLESS_GIVEN)
    environment.globals["say"] = lambda key, **figures: _said(catalogue, key, figures)
    filters: dict[str, Callable[..., object]] = {
        "md": md,
        "sha256": sha256,
        "figure": plain,
        "day": lambda day, said=None: day_words(day, catalogue, said) if isinstance(day, date) else "",
        "month": lambda month, said=None: month_words(month, catalogue, said),
        "word": lambda key, prefix="": catalogue.word(f"{prefix}{key}"),
        "title_lines": lines,
        "numeral": numeral,
        "bare": bare,
        "without_addresses": without_addresses,
        "quoted": quoted,
        "shape": lambda shape: SHAPES[shape],
        "folded": folded,
    }
    del environment.filters["random"]  # the same files make the same paper
    environment.filters.update((name, _late(each)) for name, each in filters.items())
    if isinstance(environment, _OwnSandbox):
        environment.bound()
    return environment


def _late(work: Callable[..., object]) -> Callable[..., object]:
    """``work`` as a filter that Jinja never applies to a constant while it compiles.

    The words of one language would stand in what is kept compiled for all.
    """

    @pass_context
    def at_rendering(_context: object, *values: Any, **named: Any) -> object:
        return work(*values, **named)

    return at_rendering


@pass_context
def _straight(_context: object, value: Any) -> Any:
    """What a template prints, without marks that turn its direction."""
    return value.translate(TURNING) if type(value) is str else value


def _said(catalogue: Catalogue, key: str, figures: Mapping[str, Any]) -> str:
    """A sentence of the catalogue, with figures; a key that it lacks is the template's fault."""
    if key not in catalogue.words:
        raise NoValueError(catalogue.words, key)
    return catalogue.word(key, **figures)


def md(value: object, *, begins: bool = True) -> str:
    """``value`` as Markdown text that shows exactly these characters, on one line.

    Nothing in it can become a cell border, markup, a list, a heading, a link or HTML. ``begins``: it may
    stand first on a line; in a heading it does not, and ``1.`` needs no mark there.
    """
    text = re.sub(_BREAKS, " ", str(value)).translate(TURNING).strip()
    text = re.sub(_SPECIAL, r"\\\1", text)
    text = text.replace("&", "&amp;")
    text = re.sub(_RULES, r"\\", text) if text[:1] in ("-", "=", ":") else text
    text = re.sub(_CLOSERS, r"\\", text) if text.endswith("#") else text
    return re.sub(_OPENERS, _escaped_opener, text) if begins else text


def sha256(text: str) -> str:
    """What a page's content security policy calls a script by: its hash, as the browser reads it."""
    import hashlib  # only a page has a script
    from base64 import b64encode

    return f"sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _escaped_opener(found: re.Match[str]) -> str:
    mark, number, point = found.groups()
    return f"\\{mark}" if mark else f"{number}\\{point}"


def _tidied(text: str) -> str:
    """One line end, no blanks at a line's end, at most one empty line, one newline at the end."""
    lines = [line.rstrip() for line in text.splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"
