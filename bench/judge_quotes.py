"""How well a reply is told from what it quotes: lines kept that are its own, lines left out that are another's."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from email import message_from_string, policy
from pathlib import Path
from typing import Any

from addon.tracking.html_text import text_of_html
from addon.tracking.quotes import said_html, said_text
from bench.judged import Judged, share

MAX_SECONDS = 1.0
"""What one message may take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """One message: the lines kept, those that should be, and what upstream asserts of single texts."""

    name: str
    kept: Sequence[str]
    own: Sequence[str] | None
    present: Sequence[str] = ()
    absent: Sequence[str] = ()
    seconds: float = 0.0

    @property
    def score(self) -> float:
        """F1 of lines as a bag; nothing kept where nothing is own is right."""
        kept, own = Counter(self.kept), Counter(self.own)
        if not kept and not own:
            return 1.0
        return 2 * (kept & own).total() / (kept.total() + own.total())

    @property
    def leaks(self) -> bool:
        """Whether a line stands that is not own, or a text that must not."""
        more = Counter(self.kept) - Counter(self.own) if self.own is not None else Counter[str]()
        return bool(more) or any(text in "\n".join(self.kept) for text in self.absent)

    @property
    def loses(self) -> bool:
        """Whether an own line is missing, or a text that must stand."""
        less = Counter(self.own) - Counter(self.kept) if self.own is not None else Counter[str]()
        return bool(less) or any(text not in "\n".join(self.kept) for text in self.present)


def judge(folder: Path) -> list[Judged]:
    """Return figures over ``replies/pairs.jsonl``: lines of ``raw``, ``expected`` (or null), ``format``."""
    file = folder / "replies" / "pairs.jsonl"
    cases = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    splits = [split_of(case) for case in cases if case.get("quality") != "disputed"]
    whole = [each for each in splits if each.own is not None]
    leaking, losing = [each for each in splits if each.leaks], [each for each in splits if each.loses]
    slowest = max((each.seconds for each in splits), default=0.0)
    return [
        Judged(name="replies: line F1", value=sum(each.score for each in whole) / max(len(whole), 1), aim=0.88),
        _ceiling("replies: leak quoted lines", leaking, len(splits), 0.20),
        _ceiling("replies: lose own lines", losing, len(splits), 0.05),
        Judged(name="replies: slowest message", value=slowest, aim=MAX_SECONDS, is_ceiling=True, unit=" s"),
    ]


def split_of(case: dict[str, Any]) -> Split:
    """Read one message as its format asks; what is expected of HTML is compared by its text."""
    started = time.perf_counter()
    kept = _said(case["raw"], case["format"])
    seconds = time.perf_counter() - started
    expected = case["expected"]
    if expected is not None and case["format"] == "html":
        expected = text_of_html(expected)
    return Split(
        name=case["name"], kept=_lines(kept), own=None if expected is None else _lines(expected),
        present=case["contains"], absent=case["not_contains"], seconds=seconds,
    )  # fmt: skip


def _said(raw: str, form: str) -> str:
    if form in ("html", "html-to-text"):
        return said_html(raw)
    return said_text(_plain(raw) if form == "eml" else raw)


def _plain(source: str) -> str:
    body = message_from_string(source, policy=policy.default).get_body(("plain",))
    return str(body.get_content()) if body else ""


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def _ceiling(name: str, wrong: Sequence[Split], of: int, aim: float) -> Judged:
    detail = ", ".join(each.name for each in wrong)
    counted = share(name, len(wrong), of, aim, detail)
    return Judged(name=name, value=counted.value, aim=aim, is_ceiling=True, detail=counted.detail)
