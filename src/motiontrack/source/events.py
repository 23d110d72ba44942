"""Where the YAML parser is named, and nowhere else.

``import yaml`` brings all of PyYAML in pure Python, an eighth of a cold start, of which reading
with libyaml needs the errors and the classes of events. So only those are imported.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

__all__ = [
    "MAX_DEPTH",
    "AliasEvent",
    "DocumentStartEvent",
    "MappingEndEvent",
    "MappingStartEvent",
    "MarkedYAMLError",
    "ScalarEvent",
    "SequenceEndEvent",
    "SequenceStartEvent",
    "YAMLError",
    "parse_events",
]

MAX_DEPTH = 64
"""Whoever iterates events stops here: libyaml slows down with the square of the depth."""

#: What ``yaml._yaml`` takes its classes from, and
_NEEDED = ("error", "tokens", "events", "nodes")
#: the modules of which it takes nothing but an error to raise (True: one with a place).
_ONLY_ERRORS = {
    "reader": ("ReaderError", False),
    "scanner": ("ScannerError", True),
    "parser": ("ParserError", True),
    "composer": ("ComposerError", True),
    "constructor": ("ConstructorError", True),
    "emitter": ("EmitterError", False),
    "serializer": ("SerializerError", False),
    "representer": ("RepresenterError", False),
}


def _find_loader() -> Any:
    """Libyaml's parser wherever PyYAML was built with it, else PyYAML's own."""
    if "yaml" not in sys.modules:
        try:
            return _libyaml_alone()
        except Exception:  # noqa: BLE001 - a PyYAML put together in another way: the usual import
            for name in [name for name in sys.modules if name.partition(".")[0] == "yaml"]:
                del sys.modules[name]
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _libyaml_alone() -> Any:
    """``CParser``, imported with stand-ins for the modules that only have errors to give.

    The stand-ins are taken away again: whoever imports ``yaml`` after this gets the whole of it.
    """
    spec = find_spec("yaml")
    package = _stand_in("yaml")
    package.__path__ = list(spec.submodule_search_locations or ()) if spec else []
    for name in _NEEDED:
        import_module(f"yaml.{name}")
    errors = sys.modules["yaml.error"]
    stand_ins = ["yaml"]
    for name, (raised, marked) in _ONLY_ERRORS.items():
        module = _stand_in(f"yaml.{name}")
        base = errors.MarkedYAMLError if marked else errors.YAMLError
        setattr(module, raised, type(raised, (base,), {}))
        setattr(package, name, module)
        stand_ins.append(module.__name__)
    parser = import_module("yaml._yaml").CParser
    for name in stand_ins:
        del sys.modules[name]
    return parser


def _stand_in(name: str) -> ModuleType:
    module = sys.modules[name] = ModuleType(name)
    return module


_LOADER: Any = _find_loader()

# By what is loaded now: `from yaml.events import …` would import the whole of PyYAML first.
YAMLError: Any = sys.modules["yaml.error"].YAMLError
MarkedYAMLError: Any = sys.modules["yaml.error"].MarkedYAMLError
_EVENTS = sys.modules["yaml.events"]
AliasEvent: Any = _EVENTS.AliasEvent
DocumentStartEvent: Any = _EVENTS.DocumentStartEvent
MappingStartEvent: Any = _EVENTS.MappingStartEvent
MappingEndEvent: Any = _EVENTS.MappingEndEvent
ScalarEvent: Any = _EVENTS.ScalarEvent
SequenceStartEvent: Any = _EVENTS.SequenceStartEvent
SequenceEndEvent: Any = _EVENTS.SequenceEndEvent


def parse_events(text: str) -> Iterator[Any]:
    """The parse events of ``text``."""
    # Until it answers None: `yaml.parse` asks before every event whether there is one.
    return iter(_LOADER(text).get_event, None)
