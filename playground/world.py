"""Everything the playground knows, in one place: files, permissions, counters, trouble, model, time, platform."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playground.access import Access
from playground.calls import Calls
from playground.clock import ClockFile, TickAnswer, Walk
from playground.faults import Faults
from playground.files import Files
from playground.gemini_modes import ModelSettings
from playground.gmail_push import Pushes
from playground.gmail_store import Mailboxes
from playground.judge import Envelope
from playground.keys import Keys
from playground.oauth_codes import Codes
from playground.platform import Platform
from playground.ticks import Ticker

DEPLOYMENT = Path(__file__).resolve().parent.parent / "deployment.json"


@dataclass(slots=True, kw_only=True)
class World:
    """One playground. ``addon`` is where the add-on runs, without a trailing slash."""

    addon: str
    files: Files
    access: Access
    calls: Calls
    faults: Faults
    model: ModelSettings
    clock: ClockFile
    keys: Keys
    platform: Platform
    mailboxes: Mailboxes
    pushes: Pushes
    codes: Codes = field(default_factory=Codes)
    _walking: threading.Lock = field(default_factory=threading.Lock)

    def has_file(self, file_id: object) -> bool:
        return isinstance(file_id, str) and self.files.find(file_id) is not None

    def now_text(self) -> str:
        """Return business time as the add-on has it."""
        return self.clock.now().isoformat(timespec="seconds").replace("+00:00", "Z")

    def advance(self, hours: float) -> Walk:
        """Move business time; one walk at a time."""
        with self._walking:
            return self.clock.advance(hours, self._tick)

    def advance_to_next(self, hours: float) -> Walk:
        """Move business time to the next thing the add-on has to do, ``hours`` at most."""
        with self._walking:
            return self.clock.advance_to_next(hours, self._tick)

    def _tick(self) -> TickAnswer:
        """Tick once everything was pushed that came of the tick before: it belongs to the same instant."""
        self.pushes.settle()
        return Ticker(self.addon, self.keys).tick()

    def state(self) -> dict[str, Any]:
        """Return what tests and people may look at."""
        return {
            "sheets": {file["id"]: file for file in self.files.state()},
            "mailboxes": self.mailboxes.state(),
            "calls": self.calls.as_dict(),
            "model": self.model.as_dict(),
            "grants": self.access.grants(),
        }

    def reset(self) -> None:
        """Put everything but the signing key back to the first day."""
        with self._walking:
            self.files.reset()
            self.access.reset()
            self.codes.reset()
            self.calls.reset()
            self.faults.clear()
            self.model.reset()
            self.clock.reset()
            self.mailboxes.reset()


def create(
    *, addon: str, data: Path, envelope: Envelope = Envelope.BOTH, clock_file: Path, deployment: Path = DEPLOYMENT
) -> World:
    """Open the world kept under ``data``, or begin it."""
    addon = addon.rstrip("/")
    files, calls, faults = Files(data / "files"), Calls(), Faults()
    keys, access = Keys(data / "keys"), Access(data / "access.json")
    platform = Platform(
        deployment_path=deployment,
        base_url=addon,
        keys=keys,
        access=access,
        calls=calls,
        title_of=lambda file_id: files.get(file_id).title,
        envelope=envelope,
    )
    clock = ClockFile(clock_file)
    mailboxes = Mailboxes(clock.now, data / "mailboxes.sqlite")
    return World(
        addon=addon,
        files=files,
        access=access,
        calls=calls,
        faults=faults,
        model=ModelSettings(),
        clock=clock,
        keys=keys,
        platform=platform,
        mailboxes=mailboxes,
        pushes=Pushes(addon, keys, mailboxes, faults, calls),
    )
