"""How well delivery notices are told: found, for whom, and whether what is not final would forbid an address."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from addon.adapters.flufl_bounce import FluflBounceScanner
from addon.tracking.bounce import bounce_or_scan
from addon.tracking.inbound_model import Bounce, BounceKind
from addon.tracking.reading import read
from bench.judged import Judged, share

SHOWN = 12
"""Mistakes named in a detail."""

NOTICES = frozenset({"soft_bounce", "hard_bounce", "permanent_failure", "delayed", "mixed_bounce", "bounce"})
MACHINES = (b"multipart/report", b"auto-submitted", b"mailer-daemon")

Label = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A labelled notice and what came of it."""

    label: Label
    bounce: Bounce | None
    is_same: bool

    @property
    def wanted(self) -> dict[str, Label]:
        """The labelled recipients the mail did not reach, by address."""
        named = self.label["recipients"] or []
        return {each["address"].lower(): each for each in named if each.get("action") != "delivered"}

    @property
    def told(self) -> dict[str, BounceKind]:
        """The recipients found, by address."""
        return {each.address: each.kind for each in self.bounce.failures} if self.bounce else {}


def judge(folder: Path) -> list[Judged]:
    """Return figures over ``bounces/labels.jsonl``, and false alarms over ``replies`` and ``mime``."""
    return [*_notices(folder / "bounces"), *_false_alarms(folder)]


def _notices(folder: Path) -> Iterator[Judged]:
    cases = [_case(folder, label) for label in _read(folder / "labels.jsonl") if label["kind"] in NOTICES]
    if not cases:
        return
    missed = [case.label["path"] for case in cases if not case.bounce]
    yield share("bounces: found", len(cases) - len(missed), len(cases), 0.95, _shown(missed))
    named = [case for case in cases if case.wanted]
    inexact = [case.label["path"] for case in named if set(case.told) != set(case.wanted)]
    yield share("bounces: recipients exact", len(named) - len(inexact), len(named), 0.90, _shown(inexact))
    yield from _kinds(cases)
    same = sum(case.is_same for case in cases)
    yield share("bounces: same for CR, LF, CRLF", same, len(cases), 1.0)


def _kinds(cases: Sequence[Case]) -> Iterator[Judged]:
    judged = [
        (case.label["path"], case.told[address], _is_hard(case.label, each))
        for case in cases
        for address, each in case.wanted.items()
        if address in case.told
    ]
    mild = [(path, kind) for path, kind, is_hard in judged if is_hard is False]
    wrong = [path for path, kind in mild if kind is BounceKind.HARD]
    value = len(wrong) / len(mild) if mild else 0.0
    counted = f"{len(wrong)} of {len(mild)}; {_shown(wrong)}"
    yield Judged(name="bounces: mild ones come out hard", value=value, aim=0.05, is_ceiling=True, detail=counted)
    hard = [(path, kind) for path, kind, is_hard in judged if is_hard]
    lost = [path for path, kind in hard if kind is not BounceKind.HARD]
    yield share("bounces: hard ones come out hard", len(hard) - len(lost), len(hard), None, _shown(lost))


def _is_hard(label: Label, recipient: Label) -> bool | None:
    """Return the label's word; None where it only says that delivery failed for good."""
    if label["kind"] == "delayed":
        return False
    return bool(recipient["hard"]) if recipient.get("reason") else None


def _case(folder: Path, label: Label) -> Case:
    raw = (folder / label["path"]).read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    found, *others = (_bounce(raw.replace(b"\n", end)) for end in (b"\n", b"\r\n", b"\r"))
    return Case(label=label, bounce=found, is_same=all(other == found for other in others))


def _false_alarms(folder: Path) -> Iterator[Judged]:
    replies = [
        (each["name"], f"{head}{each['raw']}".encode("utf-8", "replace"))
        for each in _read(folder / "replies" / "pairs.jsonl")
        for head in ("", "From: someone@example.org\nSubject: Re: hello\n\n")
    ]
    mails = [(path.name, path.read_bytes()) for path in sorted((folder / "mime").glob("*.eml"))]
    human = [*replies, *(each for each in mails if not any(sign in each[1].lower() for sign in MACHINES))]
    if human:
        false = [name for name, raw in human if _bounce(raw)]
        yield share("bounces: people's mail left in peace", len(human) - len(false), len(human), 1.0, _shown(false))


def _bounce(raw: bytes) -> Bounce | None:
    return bounce_or_scan(read(raw), raw, FluflBounceScanner().scan)


def _read(path: Path) -> list[Label]:
    if not path.is_file():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _shown(names: Sequence[str]) -> str:
    return "; ".join(names[:SHOWN])
