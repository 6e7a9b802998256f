"""What may befall a campaign, and seeds that put it together."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from types import FrameType

from addon.errors import AssistantError, Unavailable
from addon.ports import Documents
from addon.sequences.campaign_model import EnrollmentState
from addon.services import Services
from tests.cast import ANA
from tests.fakes.mailboxes import AMBIGUOUS, Fault
from tests.flow.send_kills import MOST_TICKS, PAST_THE_LEASE, WRITES, Bank, Crash, Deed, Life
from tests.flow.send_kills_verdict import broken_promises

Act = Callable[[Life, str], object]

LATE = (20.0, 299.0, 301.0, 400.0, 700.0)
"""Seconds after which a lost request takes effect after all: before and after each of the first two looks."""


def crash(life: Life, name: str) -> None:
    raise Crash


def store_is_away(life: Life, name: str) -> None:
    """Before a write it is not made; after it, it is, and nobody is told."""
    raise Unavailable("The store does not answer.", reason="store_down")


def befalls(fault: Fault, seconds: float = 400) -> Act:
    """Have a fault befall the call that is being made."""
    return lambda life, name: life.mailboxes.order(name.removeprefix("before "), fault, seconds=seconds)


def another_looks(life: Life, name: str) -> None:
    with life.another() as process, suppress(AssistantError):
        process.worker.tick(5.0)


def frozen(seconds: float) -> Act:
    """Stand still so long, while another worker does whatever becomes due."""

    def stand_still(life: Life, name: str) -> None:
        end = life.clock.at + timedelta(seconds=seconds)
        life.has_stale_words |= _is_saying(sys._getframe())
        life.has_frozen_request |= name == "before send_draft"
        with life.another() as process, suppress(AssistantError):
            life.clock.at += PAST_THE_LEASE
            for _ in range(MOST_TICKS):
                due = process.worker.tick(5.0).next_due
                if due is None or due >= end:
                    break
                life.clock.at = max(due, life.clock.at + timedelta(seconds=1))
        life.clock.at = max(end, life.clock.at)

    return stand_still


def _is_saying(frame: FrameType | None) -> bool:
    while frame and frame.f_code.co_name != "_say":
        frame = frame.f_back
    return frame is not None


def time_passes(seconds: float) -> Act:
    def pass_time(life: Life, name: str) -> None:
        life.clock.at += timedelta(seconds=seconds)

    return pass_time


def clock_jumps(seconds: float) -> Act:
    """Have our clock go wrong, not Google's."""

    def jump(life: Life, name: str) -> None:
        life.clock.at += timedelta(seconds=seconds)
        life.googles.behind += timedelta(seconds=seconds)

    return jump


# --- hands ---
def edits(life: Life, name: str) -> None:
    for draft in list(life.box.drafts)[-1:]:
        if _is_draft(life, draft):
            life.box.user_edits(draft)


def sends(life: Life, name: str) -> None:
    """Send our draft by hand: not one nobody knows of, nor one whose mail is out already and that lingers."""
    ours = {one.draft_id for one in life.morning.sends()}
    for draft in list(life.box.drafts)[-1:]:
        if draft in ours and _is_draft(life, draft) and not life.box.linger:
            life.box.user_sends(draft)


def deletes(life: Life, name: str) -> None:
    for draft in list(life.box.drafts)[-1:]:
        life.box.user_deletes(draft)


def writes_by_hand(life: Life, name: str) -> None:
    one = life.enrollments()[0]
    life.box.user_writes(one.to, thread_id=one.thread_id)


def answers(life: Life, name: str) -> None:
    one = life.enrollments()[-1]
    if one.thread_id:
        life.box.receive(one.to, thread_id=one.thread_id)


def _is_draft(life: Life, draft: str) -> bool:
    message = life.box.messages.get(life.box.drafts[draft])
    return message is not None and "DRAFT" in message.labels


# --- buttons ---
def pressed(name: str, button: Callable[[Services, str], object]) -> Act:
    """Have a button of the campaign pressed in another process meanwhile."""

    def press(life: Life, at: str) -> None:
        with life.another() as process, suppress(AssistantError):
            button(process, life.bank.campaign.id)
            life.pressed.add(name)

    return press


def opts_out(life: Life, name: str) -> None:
    one = life.enrollments()[0]
    with life.another() as process, suppress(AssistantError):
        process.suppressions.opt_out(process.suppressions.opt_out_token(ANA.tenant, one.to))
        mine = [send for send in life.morning.sends() if send.enrollment == one.id]
        life.asked_before |= {send.id: send.requests for send in mine if one.id not in life.out}
        life.out.add(one.id)


def decide(name: str) -> Act:
    """Press a button of Held for whoever is held."""

    def press(life: Life, at: str) -> None:
        for one in life.enrollments():
            if one.state is EnrollmentState.HELD:
                with life.another() as process, suppress(AssistantError):
                    getattr(process.held, name)(ANA, one.id)
                    life.pressed.add(name)

    return press


STOP = pressed("stop", lambda process, id: process.sequences.stop(ANA, id))
PAUSE = pressed("pause", lambda process, id: process.sequences.pause(ANA, id))
RESUME = pressed("resume", lambda process, id: process.sequences.resume(ANA, id))
UNDO = pressed("undo", lambda process, id: process.sequences.undo(ANA, id))
KILL_SWITCH = pressed("kill", lambda process, _: process.policies.stop(ANA))
LET_GO = pressed("go", lambda process, _: process.policies.go_on(ANA))


def _fault(random: Random) -> Deed:
    """Return a fault of Gmail, most often of sending."""
    fault = random.choice(list(Fault)) if random.random() < 0.4 else random.choice(AMBIGUOUS)
    while fault in (Fault.FROZEN, Fault.BAD_MAIL):  # ``frozen`` is the one, ``bad_address`` the other
        fault = random.choice(AMBIGUOUS)
    method = random.choice(["send_draft"] * 6 + ["create_draft"] * 3 + ["find_draft", "thread", "message", "profile"])
    return Deed(str(fault), befalls(fault, random.choice(LATE)), f"before {method}", random.randrange(2))


def _death(random: Random) -> Deed:
    at = random.choice(["", "", "after commit", "before commit", "after send_draft", "before send_draft",
                        "after create_draft", "before find_draft", "after thread"])  # fmt: skip
    return Deed("dies", crash, at, random.randrange(60 if not at else 4))


def _away(random: Random) -> Deed:
    when = random.choice(("before", "after"))
    return Deed("store away", store_is_away, f"{when} {random.choice(WRITES)}", random.randrange(8))


def _worker(random: Random) -> Deed:
    act = random.choice([another_looks, frozen(100), frozen(100), frozen(310), frozen(3_700), frozen(90_000)])
    at = random.choice(["", "before commit", "before send_draft", "before create_draft", "after send_draft"])
    return Deed("another worker", act, at, random.randrange(30 if not at else 3))


def _clock(random: Random) -> Deed:
    at = Deed("time passes", time_passes(random.choice((31.0, 301.0, 7_200.0, 90_000.0))), "", random.randrange(40))
    seconds = random.choice((-3_600.0, -60.0, 400.0, 7_200.0))
    return random.choice((at, Deed(f"clock {seconds:+.0f} s", clock_jumps(seconds), "", random.randrange(40))))


HANDS: tuple[tuple[str, Act], ...] = (
    ("user edits", edits), ("user sends", sends), ("user deletes", deletes), ("writes by hand", writes_by_hand),
    ("answer", answers), ("opt-out", opts_out), ("opt-out", opts_out), ("Stop", STOP), ("Pause", PAUSE),
    ("Resume", RESUME), ("Undo", UNDO), ("Stop all sending", KILL_SWITCH), ("let go", LET_GO),
)  # fmt: skip


def _hand(random: Random) -> Deed:
    words, act = random.choice(HANDS)
    at = random.choice(["", "", "before send_draft", "before find_draft", "before commit", "after commit"])
    return Deed(words, act, at, random.randrange(40 if not at else 4))


BUTTONS = ("retry", "mark_sent", "again", "cancel")
"""Held's, as methods of its service."""

_KINDS = (_fault, _fault, _fault, _death, _death, _worker, _worker, _clock, _hand, _hand, _away)


@dataclass(frozen=True, slots=True)
class Told:
    """What a life did not keep, each with seed and deeds, and how many deeds happened in it."""

    broken: list[str]
    happened: int


@dataclass(frozen=True, slots=True)
class Schedule:
    """What one seed has happen, from which moment on, and what the user decides of whatever is held at the end."""

    seed: int
    moment: int
    deeds: tuple[Deed, ...]
    decisions: tuple[str, ...]
    read_lag: float
    search_lag: float
    linger: float
    pointer_outlives: bool
    bad_address: bool

    def live(self, bank: Bank, documents: Documents) -> Told:
        """Live it on an empty store."""
        life = Life(bank, bank.moments[self.moment], documents, self.deeds)
        life.box.read_lag, life.box.search_lag = timedelta(seconds=self.read_lag), timedelta(seconds=self.search_lag)
        life.box.linger, life.box.pointer_outlives = timedelta(seconds=self.linger), self.pointer_outlives
        if self.bad_address:
            life.box.bad_recipients.add(life.enrollments()[0].to)
        life.live()
        for name in self.decisions:
            life.clock.at += timedelta(hours=1)
            decide(name)(life, "at last")
            life.live()
        broken = [f"seed {self.seed}: {said} after {life.fate.done}" for said in broken_promises(life)]
        return Told(broken=broken, happened=len(life.fate.done))


def schedule(seed: int, bank: Bank) -> Schedule:
    """Return what a seed says; late moments come up more often, for what follows them is short."""
    random = Random(seed)
    is_strict = bank.is_strict
    last = len(bank.moments) - 1
    return Schedule(
        seed=seed,
        moment=random.choice((*[last] * 8, last - 1, random.randrange(last))),
        deeds=tuple(random.choice(_KINDS)(random) for _ in range(random.choice((1, 2, 2, 3, 4)))),
        decisions=tuple(
            random.choices(("retry", "mark_sent", "again", "cancel"), (6, 1, 2, 1), k=random.choice((0, 0, 1, 3)))
        ),
        read_lag=random.choice((0.0, 0.0, 30.0, 200.0)),
        search_lag=random.choice((0.0, 3_600.0, 200_000.0)),
        linger=random.choice((0.0, 120.0)) if is_strict else 0.0,
        pointer_outlives=random.random() < 0.2,
        bad_address=random.random() < 0.08,
    )
