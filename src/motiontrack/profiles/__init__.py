"""Light profiles as YAML, each with the source of its thresholds; never edited, only succeeded."""

from __future__ import annotations

from pathlib import Path

__all__ = ["DEFAULT", "SHIPPED", "profile_file"]

DEFAULT = "default"
#: Every profile that comes with the program, in the order in which they are shown.
SHIPPED = (DEFAULT, "yinchuan-2025", "wuhan-ratio", "sanya-ratio", "suqian-3slip", "yanzhou-abcd")


def profile_file(name: str) -> Path:
    """The file of a shipped profile. By its path: importlib.resources is slow to start."""
    return Path(__file__).with_name(f"{name}.yaml")
