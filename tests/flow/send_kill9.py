"""Ana's campaign in an add-on that is a process, killed with kill -9 at any request or between two of them.

Gmail is ``GmailServer``, everything else of Google's the playground; all of them and the store live on.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any

from addon.accounts.policy_model import Policy
from addon.accounts.policy_service import Policies
from addon.bootstrap import documents_for
from addon.config import Config
from addon.lib.clock import OffsetClock
from addon.ports import Documents
from addon.ports import Query as Find
from addon.sequences.event_model import EventType
from playground import app as playground_app
from playground import environment
from playground import world as playground_world
from tests.cast import ANA, lead_rows
from tests.fakes.gmail_account import FakeAccount
from tests.fakes.gmail_server import GmailServer, Json, Query, Told, failure
from tests.flow.door import Door
from tests.flow.person import Person
from tests.flow.popup import connect
from tests.flow.process import Process
from tests.flow.wire import Wire

LEASE_HOURS = 0.03
"""A little more than the 90 seconds after which another worker takes over."""

MOST_CALLS = 14
"""Requests of Google's after a start among which the deadly one is: a mail takes some ten."""

STEPS = 3

_PAST_THE_END = 24.0 * 21


class MortalGmail(GmailServer):
    """Gmail, from which a request may be lost with the process that made it; whoever hung up is no error here."""

    def __init__(self, account: FakeAccount) -> None:
        super().__init__(account, token="")
        self.is_lost: Callable[[str, str], bool] = lambda method, path: False
        self._server.handle_error = lambda request, address: None  # type: ignore[method-assign, assignment]

    def answer(self, method: str, path: str, query: Query, body: Json) -> Told:
        if self.is_lost(method, path):
            return failure(503)
        return super().answer(method, path, query, body)


class Killed(Wire):
    """A wire whose add-on is a process, with people who wait for three mails each."""

    def __init__(self, folder: Path, people: int, store: Mapping[str, str]) -> None:
        self.people, self.kills = people, Counter[str]()
        self.bullet: threading.Timer | None = None
        self.google, clock_file = Door(), folder / "clock"
        self.clock = OffsetClock(clock_file)
        self.account = FakeAccount(ANA.email, self.clock)
        self.gmail = MortalGmail(self.account)
        home = folder / "addon"
        home.mkdir()
        google = environment.variables(self.google.origin, clock_file)
        settings = {**google, "GMAIL_API_URL": self.gmail.url, **store}
        self.process = Process(home, settings)
        self.world = playground_world.create(
            addon=self.process.origin, data=folder / "playground", clock_file=clock_file
        )  # fmt: skip
        self.google.app = playground_app.create_app(self.world)
        laptop = {"PLAYGROUND": "1", "BASE_URL": self.process.origin}
        self.config = Config.load({**laptop, **settings}, home)

    def close(self) -> None:
        self.process.end()
        self.gmail.stop()
        self.google.close()

    def documents(self) -> Documents:
        return documents_for(self.config)

    def begin(self, **settings: str) -> None:
        """Write drafts, connect both, and confirm a sequence for everybody in the tab."""
        self.process.start()
        ana = self.sheet(lead_rows(self.people))
        ana.press("Write drafts")
        self.work(ana)
        ana.press("Back to Home")
        ana.press("Settings")
        for button in ("Connect Gmail", "Connect Sheets"):
            connect(ana, self.process.origin, button)
        policy = Policy(postal_address="1 Harbour St, Hull", is_strict=False)
        Policies(self.documents(), self.clock).save(ANA, policy)
        self.ana = Person(self.google.origin, "ana", ana.file)
        self.ana.open()
        self.ana.press("Start sequence")
        self.ana.press("Confirm")

    # --- dying ---
    def die(self, random: Random) -> bool:
        """Start the add-on and kill it at one of its next requests; False if it has nothing left to do."""
        self.process.start()
        struck = self._aim(random)
        self.pass_time(LEASE_HOURS)
        while not struck.is_set() and self._next():
            pass
        self._rest()
        if self.bullet:
            self.bullet.join()
            self.bullet = None
        self.process.end()
        return struck.is_set()

    def _aim(self, random: Random) -> threading.Event:
        """Kill at the n-th request from now, before it takes effect or before its answer, or a little later."""
        struck, left, lock = threading.Event(), [random.randrange(MOST_CALLS)], threading.Lock()
        when, delay = random.choice(("before", "after")), random.choice((0.0, 0.0, 0.002, 0.005, 0.02, 0.05))

        def look(_: str, path: str) -> bool:
            with lock:
                if struck.is_set() or not path.startswith(("/gmail/", "/v4/")) or left[0] > 0:
                    left[0] -= 1
                    return True
                self._shoot(delay)
                struck.set()
            self.kills[_name(path)] += 1
            return when == "after" or delay > 0

        setattr(self.google, when, look)
        if when == "before":
            self.gmail.is_lost = lambda method, path: not look(method, path)
        else:
            self.gmail.after = look
        return struck

    def _shoot(self, delay: float) -> None:
        if not delay:
            self.process.kill()
            return
        self.bullet = threading.Timer(delay, self.process.kill)
        self.bullet.start()

    def _rest(self) -> None:
        self.google.quieten()
        self.gmail.after = lambda method, path: None
        self.gmail.is_lost = lambda method, path: False

    def _next(self) -> bool:
        """Do what is due next, and say whether there was anything."""
        return bool(self.play("/clock", advance_to="next")["moved"])

    def pass_time(self, hours: float) -> Any:
        return self.play("/clock", advance_hours=hours)

    # --- what came of it ---
    def end_in_peace(self) -> None:
        """Let everything that is left go in peace."""
        self.process.start()
        told = self.pass_time(_PAST_THE_END)
        assert "problem" not in told, f"{told}\n{self.process.log()[-3_000:]}"

    def broken_promises(self) -> list[str]:
        """Return what was not kept: every mail once, everybody through, log and sheet true."""
        return list(self._broken())

    def _broken(self) -> Iterator[str]:
        for send, copies in Counter(one.origin for one in self.account.deliveries).items():
            if copies > 1:
                yield f"twice: {copies} copies of {send}"
        for to, mails in Counter(one.to for one in self.account.deliveries).items():
            if mails != STEPS:
                yield f"{'twice' if mails > STEPS else 'lost'}: {mails} mails to number {to.split('@')[0]}"
        if missing := self.people - len({one.to for one in self.account.deliveries}):
            yield f"lost: {missing} people got nothing"
        yield from self._untold()

    def _untold(self) -> Iterator[str]:
        store = self.documents()
        for one in store.find(f"tenants/{ANA.tenant}/enrollments", Find(limit=400)).found:
            if one.data["state"] != "finished":
                yield f"lost: {one.data['state']} ({one.data['reason']}) at {one.data['step_id']}"
        events = store.find(f"tenants/{ANA.tenant}/events", Find(limit=400)).found
        told = Counter(one.data["send"] for one in events if one.data["type"] == EventType.SENT)
        if told != Counter({one.origin: 1 for one in self.account.deliveries}):
            yield f"log: {told.total()} events of sent for {len(self.account.deliveries)} mails"
        words = self.grid(self.ana.file).cells("Status")
        if set(words) != {f"Sent {STEPS} of {STEPS}, finished"}:
            yield f"sheet: {sorted(set(words))}"


def _name(path: str) -> str:
    """Return which call of Google's a path is, without the ids in it."""
    parts = [part for part in path.split("/") if part]
    kept = [part for part in parts if part.isalpha() or ":" in part]
    return "/".join(kept[-2:]).rpartition(":")[2]


def kill_seed(folder: Path, seed: int, kills: int, people: int, store: Mapping[str, str]) -> tuple[int, list[str]]:
    """Kill one campaign so many times; return how many deaths it died, and what it did not keep."""
    random, killed = Random(seed), Killed(folder, people, store)
    try:
        killed.begin()
        killed.process.end()
        died = sum(killed.die(random) for _ in range(kills))
        killed.end_in_peace()
        return died, [f"seed {seed}: {said}" for said in killed.broken_promises()]
    except Exception as error:
        error.add_note(f"seed {seed}: {killed.process.log()[-2_000:]}")
        raise
    finally:
        killed.close()
