"""``python -m tests.fuzz [ROUNDS] [SEED]``: break the shipped files ROUNDS times and see what happens.

A finding is printed with its seed; ``python -m tests.fuzz 1 SEED`` does it once more. What was found is
mended and kept as a case, by its seed in test_fuzz.py or by hand in tests/test_broken_files.py.
"""

from __future__ import annotations

import sys
import traceback

from tests.fuzz.rounds import one_round


def main() -> int:
    rounds, seed = (int(each) for each in [*sys.argv[1:], *("1000", "0")[len(sys.argv) - 1 :]])
    findings = 0
    for number in range(seed, seed + rounds):
        try:
            one_round(number)
        except Exception:  # noqa: BLE001 - whatever it is, it is a finding
            findings += 1
            sys.stdout.write(f"seed {number}:\n{traceback.format_exc(limit=-4)}\n")
            sys.stdout.flush()
    sys.stdout.write(f"{rounds} rounds from {seed}, {findings} findings\n")
    return int(findings > 0)


if __name__ == "__main__":
    sys.exit(main())
