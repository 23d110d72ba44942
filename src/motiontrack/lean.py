"""Frozen, slotted dataclasses that cost little to declare.

``dataclasses.dataclass`` writes and compiles six methods for each class, 0.7 ms for ten fields; a
hundred classes were a third of a cold start. Here the six methods are written once and shared, and
the class is put together without looking for what is never used here (``ClassVar``, ``InitVar``,
``__post_init__``, ``field(init=False)``). Everything else is the standard library's: ``fields``,
``replace``, slots, pattern matching. Held by tests/test_speed_causes.py.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, dataclass_transform

__all__ = ["lean", "made_lean"]

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(dataclasses.field,))
def lean(cls: type[T]) -> type[T]:
    """``cls`` as a frozen dataclass with slots, compared by its values."""
    return made_lean(cls, kw_only=False)


def made_lean(cls: type[T], *, kw_only: bool) -> type[T]:
    """``lean`` for other decorators; ``kw_only`` as in ``dataclasses.dataclass``."""
    fields: dict[str, dataclasses.Field[Any]] = {}
    for base in reversed(cls.__mro__[1:]):
        fields.update(base.__dict__.get("__dataclass_fields__", ()))
    body = dict(cls.__dict__)
    if "__post_init__" in body:
        raise TypeError(f"{cls.__name__} has __post_init__, which would never be called: use dataclass")
    slots = []
    for name, annotation in cls.__annotations__.items():
        if name not in fields:
            slots.append(name)
        fields[name] = _field(name, annotation, body.pop(name, dataclasses.MISSING), kw_only=kw_only)
    body.pop("__dict__", None)
    body.pop("__weakref__", None)
    body["__slots__"] = tuple(slots)
    body["__dataclass_fields__"] = fields
    body["__dataclass_params__"] = _PARAMS
    body["__match_args__"] = tuple(name for name, field in fields.items() if not field.kw_only)
    # A class gets its slots when it is made, so it is made again.
    made: Any = type(cls.__name__, cls.__bases__, body | _METHODS)
    made.__qualname__ = cls.__qualname__
    return made  # type: ignore[no-any-return]


def _field(name: str, annotation: Any, given: Any, *, kw_only: bool) -> dataclasses.Field[Any]:
    if isinstance(given, dataclasses.Field):
        field: Any = given
    else:
        field = dataclasses.field() if given is dataclasses.MISSING else dataclasses.field(default=given)
    field.name, field.type, field.kw_only = name, annotation, kw_only
    field._field_type = _ORDINARY  # noqa: SLF001 - the one thing the standard library has no name for
    return field  # type: ignore[no-any-return]


def _init(self: Any, /, *args: Any, **given: Any) -> None:
    cls = type(self)
    table = _tables.get(cls) or _table(cls)
    table.made += 1
    if table.made == _MANY:
        cls.__init__ = _init_of(cls)
    if args:
        if len(args) > len(table.positional):
            raise TypeError(f"{cls.__name__} takes {len(table.positional)} values, {len(args)} were given")
        for name, value in zip(table.positional, args, strict=False):
            if name in given:
                raise TypeError(f"{cls.__name__} got two values for {name}")
            given[name] = value
    if len(given) < len(table.defaults):
        for name, default in table.defaults:
            if name not in given:
                if default is None:
                    raise TypeError(f"{cls.__name__} needs a value for {name}")
                given[name] = default()
    if len(given) > len(table.defaults):
        unknown = given.keys() - {name for name, _ in table.defaults}
        raise TypeError(f"{cls.__name__} has no field {', '.join(sorted(unknown))}")
    for name, put in table.puts:
        put(self, given[name])


#: From so many values of a class on, an ``__init__`` written for it has paid for itself.
_MANY = 200


def _init_of(cls: Any) -> Callable[..., None]:
    """An ``__init__`` for ``cls`` alone, as ``dataclasses`` writes one; takes half the time of ``_init``."""
    known: dict[str, Any] = {"missing": dataclasses.MISSING}
    signature, body, puts = [], [], dict(_table(cls).puts)
    for name, default in _table(cls).defaults:
        field = cls.__dataclass_fields__[name]
        known[f"put_{name}"] = puts[name]
        if field.kw_only and "*" not in signature:
            signature.append("*")
        if default is None:
            signature.append(name)
        else:
            known[f"default_{name}"] = default
            signature.append(f"{name}=missing")
        value = name if default is None else f"default_{name}() if {name} is missing else {name}"
        body.append(f"    put_{name}(self, {value})")
    lines = [f"def __init__(self, {', '.join(signature)}):", *body]
    exec("\n".join(lines), known)  # noqa: S102 - of the class's own names, nothing from outside
    written: Callable[..., None] = known["__init__"]
    return written


def _frozen(self: Any, name: str, *_: Any) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot change {name} of a {type(self).__name__}")


def _repr(self: Any) -> str:
    named = zip(_table(type(self)).defaults, _state(self), strict=True)
    shown = ", ".join(f"{name}={value!r}" for (name, _), value in named)
    return f"{type(self).__qualname__}({shown})"


def _eq(self: Any, other: object) -> bool:
    return type(other) is type(self) and _state(self) == _state(other)


def _state(self: Any) -> tuple[Any, ...]:
    cls = type(self)
    return (_tables.get(cls) or _table(cls)).values(self)


def _restore(self: Any, state: tuple[Any, ...]) -> None:
    for (name, _), value in zip(_table(type(self)).defaults, state, strict=True):
        object.__setattr__(self, name, value)


def _hash(self: Any) -> int:
    return hash(_state(self))


_METHODS: dict[str, Callable[..., Any]] = {
    "__init__": _init,
    "__setattr__": _frozen,
    "__delattr__": _frozen,
    "__repr__": _repr,
    "__eq__": _eq,
    "__hash__": _hash,
    "__getstate__": _state,
    "__setstate__": _restore,
}


@dataclasses.dataclass(init=False, repr=False, eq=False)
class _Model:
    """Made by the standard library once, for what it marks dataclasses and their fields with."""

    field: int


_PARAMS = _Model.__dataclass_params__  # type: ignore[attr-defined]
_ORDINARY: Any = _Model.__dataclass_fields__["field"]._field_type  # type: ignore[attr-defined]  # noqa: SLF001


class _Table:
    """What the methods need of one class: its fields in order, how to make, put and get each."""

    __slots__ = ("defaults", "made", "positional", "puts", "values")

    def __init__(self, cls: type) -> None:
        found = dataclasses.fields(cls)
        self.made = 0
        self.positional = tuple(field.name for field in found if not field.kw_only)
        self.defaults = tuple((field.name, _default(field)) for field in found)
        self.puts = tuple((field.name, getattr(cls, field.name).__set__) for field in found)
        self.values = _getter(tuple(field.name for field in found))


def _getter(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


_tables: dict[type, _Table] = {}


def _table(cls: type) -> _Table:
    if cls not in _tables:
        _tables[cls] = _Table(cls)
    return _tables[cls]


def _default(field: dataclasses.Field[Any]) -> Callable[[], Any] | None:
    if field.default is not dataclasses.MISSING:
        value = field.default
        return lambda: value
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory
    return None
