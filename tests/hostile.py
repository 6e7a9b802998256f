"""The hostile strings every place that shows or stores text must bear."""

from __future__ import annotations

import json
from pathlib import Path

FILE = Path(__file__).parent / "data" / "hostile" / "strings.jsonl"
OWN = (
    "<b>bold</b>",
    'a & b "quoted"',
    "שלום עולם",
    "\u202ereversed",
    "👩‍👩‍👧‍👦",
    '=HYPERLINK("http://x","y")',
    "\x00\x07nul",
    "\ud800",
    "x" * 60_000,
)

STRINGS: tuple[str, ...] = (
    *(json.loads(line)["text"] for line in FILE.read_text(encoding="utf-8").splitlines()),
    *OWN,
)
