"""Check a folder a motion, in one process: ``python -m bench.folders FOLDER``.

What a command over many motions would do: load, check, keep the counts, drop the records.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from motiontrack.book import load_book
from motiontrack.rules import check


def main(root: Path) -> int:
    """Print how many tasks and how many diagnostics there are in all folders below ``root``."""
    gc.disable()  # as in every run of the program
    tasks = found = 0
    for folder in sorted(root.iterdir()):
        data = folder / "data"
        files = {path.name: path.read_bytes() for path in data.glob("*.yaml")}
        book, faults = load_book(files)
        found += len(faults) + (len(check(book)) if book else 0)
        tasks += len(book.tasks) if book else 0
    sys.stdout.write(f"{tasks} {found}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
