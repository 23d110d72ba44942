"""The entry point."""

from __future__ import annotations

import gc
import sys

__all__ = ["main"]


def main() -> int:
    """Run the command line in the language that its user reads; the exit code, if it returns at all."""
    # A sixth of a cold start went to collections that free nothing: of modules while they are being
    # imported, and of all of them once more at the end, which freezing spares (docs/decisions/0011).
    before = gc.get_threshold()
    gc.set_threshold(100_000, 50, 1000)
    try:
        # Not above: importing is what is to be spared the collector, and what Ctrl-C may meet.
        from motiontrack.cli.languages import language_of_help
        from motiontrack.cli.output import settle_streams

        settle_streams()
        from motiontrack.cli.app import build_app, commands_asked

        arguments = sys.argv[1:]
        build_app(language_of_help(arguments), commands_asked(arguments))()
    except KeyboardInterrupt:  # while modules were still being imported
        return 130
    finally:
        gc.freeze()
        gc.set_threshold(*before)
    return 0
