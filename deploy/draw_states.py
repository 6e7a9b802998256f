"""Draws ``docs/state_machine.md`` from the tables the code moves by: ``python -m deploy.draw_states``."""

from __future__ import annotations

import sys
from pathlib import Path

from addon.sequences.states import drawn

PAGE = Path(__file__).resolve().parent.parent / "docs" / "state_machine.md"


def main(page: Path = PAGE) -> int:
    page.write_text(drawn(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
