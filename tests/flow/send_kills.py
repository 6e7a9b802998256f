"""Ana's campaign from Confirm to its end, with something happening at any store write or call of Google.

A ``Bank`` keeps moments of one calm campaign; a ``Life`` goes on from one of them, on any store, and suffers its deeds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from copy import copy, deepcopy
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from addon.errors import AssistantError
from addon.ports import Create, Documents
from addon.sequences.campaign_model import Campaign, Enrollment, EnrollmentState
from addon.services import Services
from tests.cast import ANA
from tests.fakes.clock import FakeClock
from tests.fakes.documents import FakeDocuments
from tests.fakes.ears import NoEars
from tests.fakes.gmail_account import FakeAccount
from tests.fakes.mailboxes import FakeMailboxes
from tests.fakes.sending import Morning
from tests.fakes.spreadsheets import FakeSheet
from tests.fakes.world import FILE, World

PAST_THE_LEASE = timedelta(seconds=100)
WRITES = ("create", "replace", "delete", "commit")
MOST_TICKS = 40
"""Ticks until all is quiet: a calm life takes eight, one that waits out every look some twenty."""

DEEPEST = 2
"""Workers within workers: one that froze is overtaken by another, which may be overtaken too."""


class Crash(BaseException):
    """The process dies here: no line of it runs any more."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What happens when ``skip`` points whose name begins with ``at`` have passed; a point is ``before commit``."""

    words: str
    act: Callable[[Life, str], object]
    at: str = ""
    skip: int = 0


@dataclass(slots=True)
class _Wait:
    deed: Deed
    left: int


class Fate:
    """Deeds still to come, each with its own count; ``names`` are the points passed, ``done`` what happened where."""

    def __init__(self, deeds: Sequence[Deed]) -> None:
        self._waiting: list[_Wait] = [_Wait(deed, deed.skip) for deed in deeds]
        self.names: list[str] = []
        self.done: list[str] = []

    def step(self, life: Life, name: str) -> None:
        """Have the first deed happen that waits for this point; one at a point, and none too deep."""
        self.names.append(name)
        if life.depth > DEEPEST or (deed := self._taken(name)) is None:
            return
        self.done.append(f"{deed.words} {name}")
        deed.act(life, name)

    def _taken(self, name: str) -> Deed | None:
        for one in self._waiting:
            if name.startswith(one.deed.at):
                if one.left == 0:
                    self._waiting.remove(one)
                    return one.deed
                one.left -= 1
        return None


@dataclass
class GooglesClock:
    """Google's clock, which goes on where ours jumps."""

    ours: FakeClock
    behind: timedelta = timedelta(0)

    def now(self) -> datetime:
        return self.ours.now() - self.behind


class Watched:
    """A store at whose writes something may happen."""

    def __init__(self, documents: Documents, step: Callable[[str], None]) -> None:
        self._documents, self._step = documents, step

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._documents, name)
        if name not in WRITES:
            return method

        def write(*arguments: object) -> object:
            self._step(f"before {name}")
            result = method(*arguments)
            self._step(f"after {name}")
            return result

        return write


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """All there was at one instant between two ticks. ``passed`` points lie before it."""

    stored: tuple[Create, ...]
    box: FakeAccount
    sheet: FakeSheet
    at: datetime
    passed: int


class Bank:
    """Moments of one calm campaign, from just before Confirm to its end."""

    def __init__(self, people: int = 2, *, is_strict: bool = False) -> None:
        self.is_strict = is_strict
        self.morning = Morning(people=people, strict=is_strict)
        self.campaign = self.morning.plan().campaign
        store = self.morning.world.documents
        assert isinstance(store, FakeDocuments)
        life = Life(self, self._moment(self.morning, store, 0), FakeDocuments(is_strict=False))
        self.moments = list(life.moments(self._moment))
        self.names = life.fate.names

    def _moment(self, morning: Morning, documents: FakeDocuments, passed: int) -> Moment:
        stored = (
            Create(collection, id, {name: value for name, value in one.data.items() if name != "rev"})
            for (collection, id), one in documents.stored.items()
        )
        return Moment(
            stored=tuple(stored),
            box=deepcopy(morning.box, {id(morning.clock): morning.clock}),
            sheet=deepcopy(morning.sheet),
            at=morning.clock.at,
            passed=passed,
        )

    def before(self, point: int) -> Moment:
        """Return the last moment before a point of the calm campaign."""
        return next(one for one in reversed(self.moments) if one.passed <= point)


class Life:
    """One world that goes on from a moment; every ``process()`` is a fresh one on the same store, box and sheet."""

    def __init__(self, bank: Bank, moment: Moment, documents: Documents, deeds: Sequence[Deed] = ()) -> None:
        self.bank, self.moment, self.documents = bank, moment, documents
        self.fate, self.depth, self.is_quiet = Fate(deeds), 0, False
        self.pressed: set[str] = set()
        self.has_frozen_request = False
        """Whether a worker froze with its request in hand: it goes whenever the worker thaws, whatever was settled."""
        self.has_stale_words = False
        """Whether a worker froze between reading what a row shall say and writing it: the sheet knows no versions."""
        self.out: set[str] = set()
        """Enrollments of people who opted out, and below how often each of their sends had been asked to go by then."""
        self.asked_before: dict[str, int] = {}
        documents.commit(moment.stored)
        self.morning = copy(bank.morning)
        clock = FakeClock(moment.at)
        self.googles = GooglesClock(clock)
        self.world = self.morning.world = World(clock=clock, consent=bank.morning.world.consent, ears=NoEars())
        self.world.documents = Watched(documents, self._step)
        self.box = self.morning.box = deepcopy(moment.box, {id(moment.box.clock): self.googles})
        self.mailboxes = self.morning.mailboxes = self.world.mailboxes = FakeMailboxes(self.googles)
        self.mailboxes.accounts[ANA.email], self.mailboxes.open_to_all = self.box, ANA.email
        self.morning.sheet = deepcopy(moment.sheet)
        self.world.spreadsheets.files[FILE] = {0: self.morning.sheet}
        for asked in (self.mailboxes, self.world.spreadsheets):
            asked.before = lambda name: self._step(f"before {name}")
            asked.after = lambda name: self._step(f"after {name}")

    def _step(self, name: str) -> None:
        self.fate.step(self, name)

    # --- what is looked at: no point of it can be struck ---
    @property
    def clock(self) -> FakeClock:
        return self.world.clock

    @property
    def campaign(self) -> Campaign:
        return self.process().sequences.campaign(ANA, self.bank.campaign.id)

    def enrollments(self) -> list[Enrollment]:
        return self.morning.enrollments(self.bank.campaign)

    # --- what is done ---
    def process(self) -> Services:
        return self.world.services()

    @contextmanager
    def another(self) -> Iterator[Services]:
        """Be another process while this one stands still; if it dies, this one lives on."""
        self.depth += 1
        try:
            yield self.process()
        except Crash:
            pass
        finally:
            self.depth -= 1

    def press(self, button: Callable[[Services], object]) -> None:
        """Press a button, and once more if the process died of it; what the card would say is no matter here."""
        for _ in range(2):
            try:
                button(self.process())
            except Crash:
                self.clock.at += PAST_THE_LEASE
            except AssistantError:
                return
            else:
                return

    def confirm(self) -> None:
        if self.campaign.confirmed_at is None:
            plan = self.bank.campaign
            self.press(lambda process: process.sequences.confirm(ANA, plan.id, plan.approval))

    def go_on(self) -> None:
        """Tick at every due instant, in a fresh process after each death, until nothing is due, or for long."""
        self.is_quiet, process = False, self.process()
        for _ in range(MOST_TICKS):
            try:
                due = process.worker.tick(5.0).next_due
            except Crash:
                process = self.process()
                self.clock.at += PAST_THE_LEASE
                continue
            except AssistantError:  # the store was away
                self.clock.at += timedelta(seconds=60)
                continue
            if due is None:
                self.is_quiet = True
                return
            self._wait_until(max(due, self.clock.at + timedelta(seconds=1)))

    def _wait_until(self, at: datetime) -> None:
        """Let time pass; what takes effect late does so at its own instant, not when somebody looks next."""
        for late in sorted(instant for instant, _ in self.box._late):
            if self.clock.at < late + self.googles.behind < at:
                self.clock.at = late + self.googles.behind
                self.box.settle()
        self.clock.at = max(at, self.clock.at)

    def live(self) -> None:
        """Confirm, go on to the end, and do what a card then asks the user to do where all stands still.

        What is paused or stopped with a send in doubt is looked at again and again: its user lets it go on.
        """
        self.confirm()
        self.go_on()
        for _ in range(3):
            if not self._wake():
                return
            self.go_on()

    def _wake(self) -> bool:
        """Let sending go on, resume and connect again, where the cards ask for it; False if nobody waits."""
        states = {one.state for one in self.enrollments()}
        if self.is_quiet and not states & {EnrollmentState.ACTIVE, EnrollmentState.AWAY, EnrollmentState.PAUSED}:
            return False
        self.mailboxes.dead.clear()
        self.press(lambda process: process.policies.go_on(ANA))
        self.press(lambda process: self.morning.connect(process))
        self.press(lambda process: process.sequences.resume(ANA, self.bank.campaign.id))
        return True

    def moments(self, keep: Callable[[Morning, FakeDocuments, int], Moment]) -> Iterator[Moment]:
        """Live calmly, and keep each moment between two ticks."""
        assert isinstance(self.documents, FakeDocuments)
        yield keep(self.morning, self.documents, len(self.fate.names))
        self.confirm()
        due: datetime | None = self.clock.at
        while due is not None:
            self.clock.at = max(due, self.clock.at)
            yield keep(self.morning, self.documents, len(self.fate.names))
            due = self.process().worker.tick(5.0).next_due
