"""Where the YAML parser is named, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

__all__ = ["MAX_DEPTH", "parse_events"]

MAX_DEPTH = 64
"""Whoever iterates events stops here: libyaml slows down with the square of the depth."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse_events(text: str) -> Iterator[Any]:
    """The parse events of ``text``, by libyaml wherever PyYAML was built with it."""
    # Until it answers None: `yaml.parse` asks before every event whether there is one.
    return iter(_LOADER(text).get_event, None)
