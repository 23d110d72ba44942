"""What can be wrong with a template, and where: the office reads it, so it is told in the office's words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined, TemplateNotFound, TemplateSyntaxError, UndefinedError, nodes
from jinja2.environment import TemplateModule
from jinja2.utils import missing

from motiontrack.near import alike

__all__ = [
    "NamedUndefined",
    "NoValueError",
    "TemplateFaultyError",
    "check_blocks",
    "is_in",
    "known_names",
    "near_name",
    "place_of",
]


class TemplateFaultyError(Exception):
    """A template that cannot be rendered: its name, the line, and what Jinja or the system says of it.

    ``kind`` is missing, no-file, unreadable, large, not-utf8, too-much (never ends, or nearly so), faulty,
    outside-block, or no-value, no-filter, no-block: ``reason`` is then the name that nothing has, and
    ``near`` one that something has and that was probably meant.
    """

    def __init__(
        self, kind: str, name: str, line: int | None = None, reason: str = "", near: str = ""
    ) -> None:
        super().__init__(kind, name, line, reason, near)
        self.kind = kind
        self.name = name
        self.line = line
        self.reason = reason
        self.near = near


class NoValueError(UndefinedError):
    """A template names what ``owner`` does not have; without an owner, what no value is called by."""

    def __init__(self, owner: Any, name: object, message: str = "") -> None:
        super().__init__(message)
        self.owner = owner
        self.value = str(name)


class NamedUndefined(StrictUndefined):
    """What is not there, remembering of what and by which name it was asked for."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: Any = UndefinedError,
    ) -> None:
        if hint is None and name is not None and exc is UndefinedError:
            exc = partial(NoValueError, obj, name)
        super().__init__(hint, obj, name, exc)


def near_name(name: str, known: Iterable[object]) -> str:
    """The name that was probably meant, or an empty text."""
    names = sorted(each for each in known if isinstance(each, str) and not each.startswith("_"))
    return next(iter(alike(name, names)), "")


def known_names(owner: Any, names: Mapping[str, Any]) -> Iterable[object]:
    """What can be asked of ``owner`` by name."""
    if owner is missing:
        return names
    if isinstance(owner, Mapping):
        return owner
    return vars(owner) if isinstance(owner, TemplateModule) else dir(owner)


def check_blocks(environment: Environment, name: str, is_own: Callable[[str], bool]) -> None:
    """Refuse what would be left out in silence of the office's own templates, ``is_own`` of their files.

    That is a block that the template which is extended does not have, and text outside of all blocks.
    """
    chain: list[tuple[str, str, nodes.Template]] = []
    following: str | None = name
    while following is not None:
        if following in {each for each, _, _ in chain}:
            return  # it goes round for ever, and is stopped when it runs
        file, tree = _parsed(environment, following)
        chain.append((following, file, tree))
        if _extends(tree) and _extended(tree) is None:
            return  # what it extends is known only when it runs
        following = _extended(tree)
    _, _, root = chain.pop()
    known = {each.name for each in root.find_all(nodes.Block)}
    for each, file, tree in reversed(chain):
        if is_own(file):
            _check_extending(each, tree, known)
        known |= {block.name for block in tree.find_all(nodes.Block)}


def _check_extending(name: str, tree: nodes.Template, known: set[str]) -> None:
    # What stands before it is printed.
    begin = next(place for place, each in enumerate(tree.body) if isinstance(each, nodes.Extends))
    outside = next((line for each in tree.body[begin:] for line in _printed(each)), None)
    if outside is not None:
        raise TemplateFaultyError("outside-block", name, outside)
    for block in tree.body:
        if isinstance(block, nodes.Block) and block.name not in known:
            near = near_name(block.name, known)
            raise TemplateFaultyError("no-block", name, block.lineno, block.name, near)


def _printed(node: nodes.Node) -> Iterator[int]:
    """The line of what a node at the top of a template would print: of one that extends, it never is."""
    if isinstance(node, nodes.Output):
        for piece in node.nodes:
            if not isinstance(piece, nodes.TemplateData):
                yield piece.lineno
            elif piece.data.strip():
                blank = piece.data[: len(piece.data) - len(piece.data.lstrip())]
                yield piece.lineno + blank.count("\n")


def _parsed(environment: Environment, name: str) -> tuple[str, nodes.Template]:
    """A template's file and what is in it."""
    if environment.loader is None:
        raise TemplateNotFound(name)
    source, file, _ = environment.loader.get_source(environment, name)
    return file or "", environment.parse(source, name, file)


def _extends(tree: nodes.Template) -> bool:
    return next(tree.find_all(nodes.Extends), None) is not None


def _extended(tree: nodes.Template) -> str | None:
    """The template that this one extends, where it is named outright."""
    for each in tree.body:
        if isinstance(each, nodes.Extends) and isinstance(each.template, nodes.Const):
            return str(each.template.value)
    return None


def is_in(folder: Path, file: str, packaged: Path) -> bool:
    """Whether ``file`` is a template of the office's own folder, beside which the packaged ones may lie."""
    return Path(file).is_relative_to(folder) and not Path(file).is_relative_to(packaged)


def place_of(error: BaseException, name: str, *, own: Path | None, packaged: Path) -> tuple[str, int | None]:
    """The template and line of an error: Jinja tells it of syntax only, the traceback of the rest.

    Of templates that take in one another the innermost of the office's own: the packaged ones work with
    what they are given. A packaged one is named as it is extended by.
    """
    if isinstance(error, TemplateSyntaxError):
        return error.name or name, error.lineno
    found: tuple[str, int | None] = (name, None)
    in_own = False
    trace = error.__traceback__
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        if own is not None and is_in(own, str(file), packaged):
            found, in_own = (file.relative_to(own).as_posix(), trace.tb_lineno), True
        elif not in_own and file.is_relative_to(packaged):
            shown = file.relative_to(packaged).as_posix()
            found = (f"packaged/{shown}", trace.tb_lineno)
        trace = trace.tb_next
    return found
