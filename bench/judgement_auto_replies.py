"""How automatic answers are told from people's, on labelled examples of others read where they lie."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from addon.adapters.dates import CldrDates
from addon.tracking.auto_reply import auto_answer
from addon.tracking.inbound_model import Address, Inbound
from addon.tracking.listing import is_list
from addon.tracking.reading import read
from bench.judged import Judged, share

TODAY = date(2025, 4, 25)
SHOWN = 12
"""Mistakes named in a detail."""

Case = dict[str, Any]


def judge(folder: Path) -> list[Judged]:
    """Return figures over ``auto_replies``, ``replies`` and ``mime``; a folder that is missing gives none."""
    return [
        *_cases(folder / "auto_replies" / "cases.jsonl"),
        *_replies(folder / "replies" / "pairs.jsonl"),
        *_messages(folder / "mime"),
    ]


def _cases(path: Path) -> Iterator[Judged]:
    cases = _read(path)
    if not cases:
        return
    wrong = [case for case in cases if is_automatic(mail_of(case)) != case["auto_reply"]]
    lost = [case for case in wrong if not case["auto_reply"]]
    yield share("auto-replies: as labelled", len(cases) - len(wrong), len(cases), 0.95, _shown(wrong))
    yield Judged(name="auto-replies: people's lost", value=len(lost), aim=0, is_ceiling=True, detail=_shown(lost))


def _replies(path: Path) -> Iterator[Judged]:
    cases = _read(path)
    if cases:
        taken = [case["name"] for case in cases if auto_answer(_reply(case), TODAY, CldrDates().find)]
        yield Judged(
            name="replies: taken for automatic",
            value=len(taken),
            aim=0,
            is_ceiling=True,
            detail=f"of {len(cases)}; {', '.join(taken[:SHOWN])}",
        )


def _messages(folder: Path) -> Iterator[Judged]:
    messages = [(path.name, path.read_bytes()) for path in sorted(folder.glob("*.eml"))]
    plain = [(name, read(raw)) for name, raw in messages if not _is_reported(raw)]
    taken = [name for name, mail in plain if auto_answer(mail, TODAY, CldrDates().find)]
    if plain:
        yield Judged(
            name="mime: taken for automatic",
            value=len(taken),
            aim=0,
            is_ceiling=True,
            detail=f"of {len(plain)}; {', '.join(taken[:SHOWN])}",
        )


def is_automatic(mail: Inbound) -> bool:
    """Whether no person wrote the mail to us: a machine's answer, or sent to many."""
    return auto_answer(mail, TODAY, CldrDates().find) is not None or is_list(mail, ())


def mail_of(case: Case) -> Inbound:
    """Return a labelled case as it would have been read."""
    headers = {key.lower(): value for key, value in case["headers"].items()}
    return Inbound(
        headers=tuple(headers.items()),
        sender=Address(address=headers.get("from", "")),
        subject=case["subject"],
        text=case["body"],
    )


def _reply(case: Case) -> Inbound:
    answers = (("in-reply-to", "<1@example.com>"),)
    return Inbound(headers=answers, sender=Address(address="ana@example.com"), subject="Re: Hello", text=case["raw"])


def _is_reported(raw: bytes) -> bool:
    lower = raw.lower()
    return any(sign in lower for sign in (b"multipart/report", b"auto-submitted", b"mailer-daemon"))


def _read(path: Path) -> list[Case]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.is_file() else []


def _shown(cases: list[Case]) -> str:
    return "; ".join(f"{case['headers']} {case['subject']}" for case in cases[:SHOWN])
