"""One file read, in the quicker of two ways."""

from __future__ import annotations

from motiontrack.source.plain import read_plain
from motiontrack.source.text import SourceText
from motiontrack.source.values import Reading

__all__ = ["read_source"]


def read_source(source: SourceText) -> Reading:
    """The value of one file, or none where it cannot be read as YAML, and every fault seen."""
    value = read_plain(source)
    if value is not None:
        return Reading(value, ())
    from motiontrack.source.reader import read_through  # libyaml, for which most files have no need

    return read_through(source)
