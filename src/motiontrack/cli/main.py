"""The entry point."""

from __future__ import annotations

import gc
import os
import sys

__all__ = ["main", "run"]


def main() -> int:
    """Run the command line and end the process; returns only where that must be left to Python."""
    try:
        code = run()
    except SystemExit as ended:
        if not isinstance(ended.code, int):
            raise
        code = ended.code
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        return code
    if sys.gettrace() is None and sys.getprofile() is None:
        # Nothing is open any more, and taking all objects apart one by one is a twentieth of a cold
        # start (docs/decisions/0011).
        os._exit(code)
    return code


def run() -> int:
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
