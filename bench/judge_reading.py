"""How messages are read that break the rules of their format: subjects as expected, and always in time."""

from __future__ import annotations

import json
import time
from pathlib import Path

from addon.tracking.reading import read
from bench.judged import Judged, share

MAX_SECONDS = 1.0
"""What one message may take."""


def judge(folder: Path) -> list[Judged]:
    """Return figures over ``mime/index.jsonl``; nothing if it is missing."""
    index = folder / "mime" / "index.jsonl"
    if not index.is_file():
        return []
    cases = [json.loads(line) for line in index.read_text(encoding="utf-8").splitlines() if line.strip()]
    started = time.process_time()
    subjects = {case["path"]: read((index.parent / case["path"]).read_bytes()).subject for case in cases}
    each = (time.process_time() - started) / len(cases)
    expected = [case for case in cases if "expected" in case]
    wrong = [case["path"] for case in expected if _plain(case["expected"]["subject"]) != _plain(subjects[case["path"]])]
    return [
        share("reading: subjects as expected", len(expected) - len(wrong), len(expected), 1.0, "; ".join(wrong)),
        Judged(name="reading: seconds a message", value=each, aim=MAX_SECONDS, is_ceiling=True),
    ]


def _plain(subject: str | None) -> str:
    return " ".join((subject or "").split())
