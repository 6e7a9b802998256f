"""One mail, the real turns and buttons, and a store, a Gmail and people that a model checker may break at any point."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any, cast

from addon.errors import AssistantError, Unavailable
from addon.ports import Snapshot, Write
from addon.runs.model import LeaseLost
from addon.sequences.campaign_model import Enrollment, EnrollmentState
from addon.sequences.delivery_model import Send, SendState
from addon.sequences.held_service import Held, HeldDoors
from addon.sequences.mailbox_dispatch import MailboxDispatch, TurnDoors
from addon.sequences.repository import SequenceRepository
from addon.sequences.send_repository import SendRepository
from addon.sequences.service import SequenceDoors, Sequences
from tests.cast import ANA
from tests.fakes.clock import FakeClock
from tests.fakes.documents import FakeDocuments
from tests.fakes.ears import NoEars
from tests.fakes.enrolled import NOW, OWNER, TENANT
from tests.flow.send_checker import FINE, Choices
from tests.flow.send_checker_doors import CheckedDoors, stored
from tests.flow.send_checker_gmail import Account, Crash
from tests.flow.send_checker_settings import DURING, HANDS, Setting

LEASE = timedelta(minutes=2)
"""How long a worker that crashed keeps its mailbox."""

MOST_TURNS = 120
MOST_SPINS = 12
"""Turns in a row that are due at once: more and the mailbox spins."""


class CheckedDocuments(FakeDocuments):
    """The store: each commit of something that matters is a point of choice."""

    world: World

    def get_many(self, collection: str, ids: Sequence[str]) -> dict[str, Snapshot]:
        found = (self.stored.get((collection, id)) for id in ids)
        return {one.id: one for one in found if one}

    def _all(self, collection: str) -> list[Snapshot]:
        return [one for (at, _), one in self.stored.items() if at == collection]  # nobody here changes what was read

    def _commit(self, writes: Sequence[Write]) -> list[str]:
        label = _told(writes)
        fault = self.world.choose("store", label) if label else FINE
        if fault == "crash_before":
            raise Crash
        if fault == "frozen":
            self.world.another_worker()
        elif fault in self.world.acts:
            self.world.acts[fault]()
        versions = super()._commit(writes)
        if fault == "crash_after":
            raise Crash
        if fault == "unsure":
            raise Unavailable("The store did not answer.", reason="store_down")
        return versions


def _told(writes: Sequence[Write]) -> str:
    """Return what a commit is of, ``""`` where a crash beside it leaves no mail between two states."""
    kinds = {write.collection.rsplit("/", 1)[1] for write in writes}
    if not kinds & {"sends", "events"}:
        return ""
    states = [getattr(write, "data", {}).get("state") for write in writes if write.collection.endswith("/sends")]
    return f"store {' '.join(map(str, states)) or 'enrollment'}"


class World:
    """One run: it ends when nothing is due any more."""

    def __init__(self, setting: Setting, choices: Choices) -> None:
        self.setting, self._choices = setting, choices
        self.real, self.clock = NOW, FakeClock(NOW)
        self.account = Account(self)
        self.asked: list[str] = []
        self.deleted: set[str] = set()
        self.confirmed = 0
        self.marked = 0
        self.retried = False
        self.is_suppressed = False
        self.is_connected = True
        self._holder: object = None
        self._depth = 0
        self._next_at: datetime | None = NOW
        self._returns_at: datetime | None = None
        self._left = list(setting.acts)
        self.acts: dict[str, Callable[[], None]] = {
            "pause": lambda: self._act("pause", self._pause),
            "stop": lambda: self._act("stop", lambda: self._sequences().stop(ANA, "c1")),
            "opt_out": lambda: self._act("opt_out", self._opt_out),
            "disconnect": lambda: self._act("disconnect", self._disconnect),
            "hand_edits": lambda: self._act("hand_edits", lambda: self.account.hand_edits(self._draft_id())),
            "hand_sends": lambda: self._act("hand_sends", lambda: self.account.hand_sends(self._draft_id())),
            "hand_deletes": lambda: self._act("hand_deletes", lambda: self.account.hand_deletes(self._draft_id())),
            "clock_forward": lambda: self._act("clock_forward", lambda: self._jump(timedelta(hours=1))),
            "clock_back": lambda: self._act("clock_back", lambda: self._jump(timedelta(hours=-1))),
        }
        self.documents = CheckedDocuments(is_strict=False, stored=dict(_STORED[setting.steps]))
        self.documents.world = self
        self._doors = cast("Any", CheckedDoors(self))

    # --- what may go wrong ---
    def choose(self, name: str, label: str = "") -> str:
        acts = self._possible() if name in DURING else []
        faults = [*self.setting.faults.get(name, ()), *acts]
        if self._depth:
            faults = [one for one in faults if not one.startswith("frozen")]
        return self._choices.choose(label or name, faults) if faults and self._holder else FINE

    def _possible(self) -> list[str]:
        if len(self.setting.acts) - len(self._left) >= self.setting.most_acts:
            return []
        return [one for one in self._left if one not in HANDS or self._draft_id() in self.account.drafts]

    def _draft_id(self) -> str:
        """The draft whose id is stored: a person only meddles with one that we know of."""
        return next((send.draft_id for send in self.sends() if send.draft_id), "")

    def another_worker(self) -> None:
        """Freeze this worker past its lease, and let another one work until nothing is due within the hour."""
        self._depth += 1
        self.advance(LEASE + timedelta(seconds=1))
        horizon = self.clock.now() + timedelta(hours=1)
        for _ in range(MOST_TURNS):
            self.turn()
            if self._next_at is None or self._next_at > horizon:
                break
            self._forward()
        self._depth -= 1
        self._holder = object()

    # --- what people do ---
    def _act(self, name: str, act: Callable[[], object]) -> None:
        self._left.remove(name)
        holder, self._holder = self._holder, None
        act()
        self._holder = holder

    def _pause(self) -> None:
        self._sequences().pause(ANA, "c1")
        self._returns_at = self.clock.now() + timedelta(hours=1)

    def _disconnect(self) -> None:
        """Take our access away; the user connects again an hour later."""
        self.is_connected = False
        self._returns_at = self.clock.now() + timedelta(hours=1)

    def _opt_out(self) -> None:
        self.is_suppressed = True
        self._sequences().opted_out(TENANT, "p1", "")

    def _jump(self, length: timedelta) -> None:
        self.clock.at += length

    def _sequences(self) -> Sequences:
        doors = self._doors
        return Sequences(
            SequenceDoors(
                documents=self.documents, due=doors, grants=doors, policies=doors, leads=doors, clock=self.clock
            )
        )

    def _press(self) -> bool:
        """Have the user press a button of Held, if anything is held; whether they did."""
        one = self.enrollment()
        if one.state is not EnrollmentState.HELD or not self.setting.presses:
            return False
        button = self._choices.choose("held", self.setting.presses, is_free=True)
        if button == FINE:
            return False
        held = Held(self._held_doors())
        try:
            self._pressed(held, button)
        except AssistantError:
            return False
        except Crash:
            return True
        return True

    def _pressed(self, held: Held, button: str) -> None:
        self._holder = object()
        match button:
            case "cancel":
                held.cancel(ANA, "e1")
            case "mark_sent":
                self.marked += 1
                held.mark_sent(ANA, "e1")
            case "retry" | "retry_yes":
                self.retried = True
                if not held.retry(ANA, "e1") and button == "retry_yes":
                    self.confirmed += 1
                    held.again(ANA, "e1")

    # --- time ---
    def advance(self, length: timedelta) -> None:
        self.real += length
        self.clock.at += length

    def wake(self) -> None:
        self._next_at = self.clock.now()

    def _forward(self) -> None:
        """Let time pass until the next turn is due, or the user is back."""
        now = self.clock.now()
        if self._returns_at is not None and (self._next_at is None or self._returns_at <= self._next_at):
            self.advance(max(self._returns_at - now, timedelta(0)))
            self._returns_at = None
            self._return()
        elif self._next_at is not None:
            self.advance(max(self._next_at - now, timedelta(milliseconds=1)))

    def _return(self) -> None:
        """Have the user connect again and press Resume."""
        self._holder = None
        if not self.is_connected:
            self.is_connected = True
            self.wake()
        try:
            self._sequences().resume(ANA, "c1")
        except AssistantError:
            return

    # --- the run ---
    def play(self) -> str:
        """Work until nothing is due; return how it ended, in capitals where the promise is broken."""
        if not self._work():
            return "SPINS"
        self.advance(timedelta(days=3))
        self.account.settle()
        while self._press():
            if not self._work():
                return "SPINS"
            self.advance(timedelta(days=3))
            self.account.settle()
        return self._ending()

    def _work(self) -> bool:
        spins = 0
        for _ in range(MOST_TURNS):
            if self._next_at is None and self._returns_at is None:
                return True
            before = self.real
            self._forward()
            spins = spins + 1 if self.real - before <= timedelta(seconds=1) else 0
            if spins > MOST_SPINS:
                return False
            self.turn()
            self._press()
        return False

    def turn(self) -> None:
        """Give the mailbox one turn, as the worker does."""
        mine = self._holder = object()
        self._next_at = None

        def hold() -> None:
            if self._holder is not mine:
                raise LeaseLost

        again_at: datetime | None
        try:
            again_at = MailboxDispatch(self._turn_doors()).advance(TENANT, OWNER, lambda: False, hold)
        except (Crash, LeaseLost, AssistantError):
            again_at = self.clock.now() + LEASE
        times = [at for at in (again_at, self._next_at) if at is not None]
        self._next_at = min(times, default=None)

    def _turn_doors(self) -> TurnDoors:
        doors = self._doors
        return TurnDoors(
            documents=self.documents,
            grants=doors,
            policies=doors,
            suppressions=doors,
            leads=doors,
            mailboxes=doors,
            mime=doors,
            clock=self.clock,
            ears=NoEars(),
        )

    def _held_doors(self) -> HeldDoors:
        doors = self._doors
        return HeldDoors(
            documents=self.documents, due=doors, grants=doors, leads=doors, mailboxes=doors, clock=self.clock
        )

    # --- what is left ---
    def enrollment(self) -> Enrollment:
        found = SequenceRepository(self.documents).find(TENANT, "e1")
        assert found is not None
        return found

    def sends(self) -> list[Send]:
        ids = [id for collection, id in self.documents.stored if collection.endswith("/sends")]
        return list(SendRepository(self.documents).many(TENANT, ids).values())

    def _ending(self) -> str:
        one, sends, copies = self.enrollment(), self.sends(), len(self.account.sent)
        twice = max(Counter(sent.origin for sent in self.account.sent).values(), default=0) > 1
        if twice or len(sends) > self.setting.steps + self.confirmed:
            is_retry = self.setting.linger and self.retried
            return "twice after Retry, where sending is not atomic" if is_retry else f"DUPLICATE: {copies} copies"
        if self.deleted & set(self.asked):
            return "DELETED a draft that was asked to go"
        if not one.state.is_over or not all(send.state.is_final for send in sends):
            return f"UNFINISHED: {one.state}, {[str(send.state) for send in sends]}"
        says_sent = sum(send.state is SendState.SENT for send in sends)
        if one.state is EnrollmentState.HELD and any(
            send.id == one.send_id and send.state is SendState.CANCELLED for send in sends
        ):
            return "STUCK: held, and no button but Cancel works"
        if says_sent > copies + self.marked:
            return "LOST: it says sent"
        if one.state is EnrollmentState.FINISHED and says_sent < self.setting.steps:
            return "LOST: it says finished"
        if one.state is not EnrollmentState.FINISHED and not one.reason and not says_sent:
            return f"LOST: {one.state} without a reason"
        return f"{one.state}, {copies} gone"


_STORED = {steps: stored(steps) for steps in (1, 2)}


def played(setting: Setting) -> Callable[[Choices], str]:
    """Return what plays one run of a world."""
    return lambda choices: World(setting, choices).play()
