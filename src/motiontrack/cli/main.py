"""The entry point."""

from __future__ import annotations

import sys

from motiontrack.cli.languages import language_of_help
from motiontrack.cli.output import settle_streams

__all__ = ["main"]


def main() -> int:
    """Run the command line in the language that its user reads; the exit code, if it returns at all."""
    settle_streams()
    try:
        from motiontrack.cli.app import build_app

        build_app(language_of_help(sys.argv[1:]))()
    except KeyboardInterrupt:  # while modules were still being imported
        return 130
    return 0
