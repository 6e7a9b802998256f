"""Plays every checked world with more faults than a test run has time for: ``python -m tests.flow.send_checker_long``.

A number says how many faults, names say which worlds. Prints how many runs ended how, each with its shortest story;
ends with 1 if a promise was broken.
"""

from __future__ import annotations

import logging
import sys
import time

from tests.flow.send_checker import explore, is_broken
from tests.flow.send_checker_settings import WORLDS
from tests.flow.send_checker_world import played


def main(faults: int, names: list[str]) -> int:
    logging.disable(logging.CRITICAL)
    broken = 0
    for name in names or WORLDS:
        checked, begun = WORLDS[name], time.process_time()
        found = explore(played(checked.setting), faults or checked.faults, checked.presses)
        lines = [f"{name}: {found.runs} runs, {time.process_time() - begun:.0f} s"]
        lines += [f"  {number:7} {ending}  {found.stories[ending]}" for ending, number in sorted(found.endings.items())]
        sys.stdout.write("\n".join(lines) + "\n")
        sys.stdout.flush()
        broken += any(map(is_broken, found.endings))
    return int(broken > 0)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 0, sys.argv[2:]))
