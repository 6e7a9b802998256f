"""What may go wrong in a checked world, and the worlds that are checked.

``python -m tests.flow.send_checker_long 3`` plays every world with up to three faults, an hour of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

UNSURE = ("request_lost", "answer_lost", "busy_after", "late")
CRASHES = ("crash_before", "crash_after")
FROZEN = ("frozen", "frozen_after")
STORE = (*CRASHES, "frozen")
FAULTS: Mapping[str, Sequence[str]] = {
    "store": STORE,
    "send_draft": (*UNSURE, *CRASHES, *FROZEN),
    "create_draft": ("request_lost", "answer_lost", *CRASHES, *FROZEN),
    "find_draft": ("request_lost", "crash_before", "frozen_after"),
    "thread": ("request_lost",),
    "history": ("request_lost", "crash_before"),
    "profile": ("request_lost",),
    "message": ("request_lost", "crash_before"),
}
"""What may befall each call that a network, a server or a machine breaks."""

REFUSALS: Mapping[str, Sequence[str]] = {
    "send_draft": ("rate_limited", "mail_limit", "access_expired", "bad_mail"),
    "create_draft": ("rate_limited", "access_expired"),
}
CLOCKS = ("clock_forward", "clock_back")
BUTTONS = ("pause", "stop", "opt_out", "disconnect")
HANDS = ("hand_edits", "hand_sends", "hand_deletes")
DURING = ("store", "find_draft", "create_draft", "send_draft")
"""Calls in the middle of which people act and clocks jump."""

PRESSES = ("retry", "retry_yes", "mark_sent", "cancel")


@dataclass(frozen=True, kw_only=True)
class Setting:
    """What a checked world is like, and what may befall it.

    ``late`` is when a request that was given up for lost takes effect, ``read_lag`` how long no sent copy can be read,
    ``linger`` how long a sent draft still stands and may be sent again: Gmail's sending is atomic where that is none.
    ``most_acts`` is how often people act, or clocks jump, in the middle of a call.
    """

    steps: int = 1
    is_strict: bool = False
    late: timedelta = timedelta(seconds=20)
    read_lag: timedelta = timedelta(0)
    linger: timedelta = timedelta(0)
    faults: Mapping[str, Sequence[str]] = field(default_factory=lambda: FAULTS)
    acts: Sequence[str] = ()
    most_acts: int = 1
    presses: Sequence[str] = ()


def joined(*tables: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    """Return tables of faults as one."""
    return {name: [one for table in tables for one in table.get(name, ())] for table in tables for name in table}


THAWED = {name: [one for one in faults if one not in FROZEN] for name, faults in FAULTS.items()}
"""The same on machines that never freeze for longer than a lease."""

_MINUTE, _SLOW, _EVER = timedelta(minutes=1), timedelta(seconds=400), timedelta(days=9)
_LOST = {"send_draft": ("request_lost", "answer_lost")}


@dataclass(frozen=True, kw_only=True)
class Checked:
    """A world, and how many faults and presses of a button are played there in every test run."""

    setting: Setting
    faults: int
    presses: int = 1


WORLDS: Mapping[str, Checked] = {
    "gmail": Checked(setting=Setting(), faults=2),
    "late and not to be read": Checked(setting=Setting(late=_SLOW, read_lag=_SLOW, faults=THAWED), faults=2),
    "strict, not atomic, never to be read": Checked(
        setting=Setting(is_strict=True, linger=_EVER, read_lag=_EVER, presses=("mark_sent", "cancel")),
        faults=2,
        presses=0,
    ),
    "strict, not atomic, pressed": Checked(
        setting=Setting(is_strict=True, linger=_EVER, read_lag=_EVER, presses=("mark_sent", "cancel")), faults=1
    ),
    "not atomic for a minute": Checked(setting=Setting(linger=_MINUTE, read_lag=_MINUTE, faults=THAWED), faults=1),
    "refusals": Checked(setting=Setting(faults=joined(FAULTS, REFUSALS), presses=PRESSES), faults=1, presses=2),
    "refused twice": Checked(setting=Setting(faults=joined(_LOST, REFUSALS)), faults=2),
    "a store that does not say": Checked(setting=Setting(faults=joined({"store": ("unsure",)}, _LOST)), faults=2),
    "a follow-up": Checked(setting=Setting(steps=2, read_lag=_MINUTE), faults=1),
    "people": Checked(setting=Setting(acts=(*BUTTONS, *HANDS, *CLOCKS), most_acts=3, presses=PRESSES), faults=1),
    "buttons": Checked(setting=Setting(faults=_LOST, acts=BUTTONS), faults=2),
    "hands": Checked(setting=Setting(faults=_LOST, acts=HANDS, presses=PRESSES), faults=2),
    "strict hands": Checked(setting=Setting(is_strict=True, faults=_LOST, acts=HANDS, presses=PRESSES), faults=1),
}
