"""Bounds for an office's own templates: they are programs, and a slip in one must not hang a report.

Counted are steps (turns of a loop, calls, filters, templates taken in, elements of a list that one of
them goes through) and letters (all that is put together). Both bounds lie far above any paper, and
are the same on every machine; a clock would stop a large paper on a slow one. What a comparison goes
through is not counted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Any

from jinja2 import Template, nodes, pass_context
from jinja2.sandbox import ImmutableSandboxedEnvironment

if TYPE_CHECKING:
    from jinja2.runtime import Context

__all__ = ["COUNTED_OPERATORS", "BoundedSandbox", "TooMuchError"]

_MOST_STEPS = 1_000_000
_MOST_LETTERS = 100_000_000
_MOST_AT_ONCE = 5_000_000  # of letters, in what is given to one call
_LARGEST = 10_000  # width, precision, number of columns
_MOST_BITS = 10_000  # of a number

#: Operators that can make much of little; compiled in for all templates, so that one form is kept.
COUNTED_OPERATORS = frozenset(("*", "**", "%", "+"))
#: Filters whose result can be longer than what they are given.
_GROWING = frozenset(
    ("batch", "center", "format", "indent", "join", "replace", "round", "slice", "tojson", "wordwrap")
)
#: No template can have filters of these names: they are put round what an office's template says.
_TURNS, _PIECE = "each turn of", "a piece of"
_WIDTH = r"\d{5}|\*|\{[^{}]*\{"


class TooMuchError(Exception):
    """A template does or writes more than any paper needs."""


class _Budget:
    """What is left to one run."""

    def __init__(self) -> None:
        self.steps = _MOST_STEPS
        self.letters = _MOST_LETTERS

    def step(self, count: int = 1) -> None:
        self.steps -= count
        if self.steps < 0:
            raise TooMuchError

    def write(self, letters: int) -> None:
        self.letters -= letters
        if self.letters < 0:
            raise TooMuchError

    def take(self, value: Any) -> Any:
        """``value``, after counting its letters, or its elements and theirs."""
        waiting = [value]
        while waiting:
            each = waiting.pop()
            if isinstance(each, str):
                self.write(len(each))
            elif isinstance(each, dict):
                self.step(len(each))
                waiting += each.values()
            elif isinstance(each, (list, tuple, range)):
                self.step(len(each))
                if not isinstance(each, range):
                    waiting += each
        return value


class BoundedSandbox(ImmutableSandboxedEnvironment):
    """The sandbox for a run in which an office's own templates take part; one for each run.

    ``counted`` says of a template's file whether its loops are counted: the packaged ones go through
    what there is, once.
    """

    intercepted_binops = COUNTED_OPERATORS

    def __init__(self, *, counted: Callable[[str], bool], **options: Any) -> None:
        super().__init__(**options)
        self._budget = _Budget()
        self._counted = counted
        self.globals["range"] = self._range
        del self.globals["lipsum"]  # loops as often as it is told to

    def bound(self) -> None:
        """Count what filters do and what is printed; once all filters that there are have been added."""
        finalize = self.finalize
        self.finalize = pass_context(lambda context, value: self._printed(finalize, context, value))
        self.filters = {name: self._bounded(name, work) for name, work in self.filters.items()}
        self.filters[_TURNS] = pass_context(lambda _, rows: self._turns(rows))
        self.filters[_PIECE] = pass_context(lambda _, value: self._budget.take(value))

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        if filename is not None and self._counted(filename):
            for loop in list(tree.find_all(nodes.For)):
                loop.iter = self._through(_TURNS, loop.iter)
            for joined in list(tree.find_all(nodes.Concat)):
                joined.nodes = [self._through(_PIECE, each) for each in joined.nodes]
        return tree

    def _through(self, name: str, inner: nodes.Node) -> nodes.Expr:
        made = nodes.Filter(inner, name, [], [], None, None, lineno=inner.lineno)
        made.set_environment(self)
        return made

    def get_template(self, *args: Any, **options: Any) -> Template:
        """Each template that another takes in is a step: they can take in one another."""
        self._budget.step()
        return super().get_template(*args, **options)

    def select_template(self, *args: Any, **options: Any) -> Template:
        """As ``get_template``."""
        self._budget.step()
        return super().select_template(*args, **options)

    def concat(self, pieces: Iterable[str]) -> str:
        """All that a template, a block or a macro writes, put together."""
        kept = []
        for piece in pieces:
            self._budget.write(len(piece))
            kept.append(piece)
        return "".join(kept)

    def call(self, context: Context, obj: Any, /, *args: Any, **named: Any) -> Any:
        """Whatever a template calls."""
        method = getattr(obj, "__wrapped__", obj)
        owner = getattr(method, "__self__", None)
        if isinstance(owner, str):
            _check_growth(method.__name__, owner, (*args, *named.values()))
        return self._counting(lambda: super(BoundedSandbox, self).call(context, obj, *args, **named), *args)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """One of the operators that can make much of little."""
        _check_operator(operator, left, right)
        return self._budget.take(super().call_binop(context, operator, left, right))

    def _bounded(self, name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(work)  # with what Jinja marks a filter that takes the context by
        def bounded(*args: Any, **named: Any) -> Any:
            given = args[1:] if hasattr(work, "jinja_pass_arg") else args
            if name in _GROWING and given:
                _check_growth(name, given[0], (*given[1:], *named.values()))
            return self._counting(lambda: work(*args, **named), *given)

        return bounded

    def _printed(self, finalize: Callable[..., Any] | None, context: Context, value: Any) -> Any:
        """What is printed. Of a list all that is in it counts; texts count where they are put together."""
        if not isinstance(value, str):
            self._budget.take(value)
        return finalize(context, value) if finalize is not None else value

    def _counting(self, work: Callable[[], Any], *given: Any) -> Any:
        self._budget.step()
        for each in given:
            self._budget.take(each)
        return self._budget.take(work())

    def _turns(self, rows: Iterable[Any]) -> Iterator[Any]:
        for row in rows:
            self._budget.step()
            yield row

    def _range(self, *bounds: int) -> range:
        numbers = range(*bounds)
        if len(numbers) > _MOST_STEPS:
            raise TooMuchError
        return numbers


def _check_growth(name: str, value: Any, given: Sequence[Any]) -> None:
    """Refuse what would make more of ``value`` than may be made at once."""
    if name == "join":
        _check_join(value, given)
        return
    if name in ("format", "format_map"):
        _check_widths(str(value))
        return
    numbers = [int(abs(each)) for each in given if isinstance(each, (int, float))]
    _refuse_above(_LARGEST, *numbers)
    length = len(value) if isinstance(value, (str, list, tuple)) else 0
    texts = [len(each) for each in given if isinstance(each, str)]
    _refuse_above(_MOST_AT_ONCE, (length + 1) * max([*texts, *numbers, 0]))


def _check_join(value: Any, given: Sequence[Any]) -> None:
    """The method (a joint, given a list) and the filter (a list, given a joint)."""
    other = given[0] if given else ""
    joint, pieces = (value, other) if isinstance(value, str) else (other, value)
    if isinstance(pieces, (list, tuple)):
        letters = sum(len(each) for each in pieces if isinstance(each, str))
        _refuse_above(_MOST_AT_ONCE, letters + len(pieces) * len(str(joint)))


def _check_operator(operator: str, left: Any, right: Any) -> None:
    if operator == "%" and isinstance(left, str):
        _check_widths(left)
    if operator == "*":
        for many, value in ((left, right), (right, left)):
            if isinstance(many, int) and isinstance(value, (str, list, tuple)):
                _refuse_above(_MOST_AT_ONCE, many * len(value))
    if isinstance(left, int) and isinstance(right, int):
        times = abs(right) if operator == "**" else 1
        _refuse_above(_MOST_BITS, left.bit_length() * times + right.bit_length())


def _check_widths(pattern: str) -> None:
    """A width of five digits, or one that is itself given, can make gigabytes of one figure."""
    if re.search(_WIDTH, pattern):
        raise TooMuchError


def _refuse_above(most: int, *amounts: int) -> None:
    if any(amount > most for amount in amounts):
        raise TooMuchError
