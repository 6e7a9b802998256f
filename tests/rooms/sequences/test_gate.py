"""Each lock shuts the gate by itself, the first in order answers, and what is nobody's business shuts nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addon.sequences.campaign_model import CampaignState, EnrollmentState
from addon.sequences.gate import EFFECTS, MIN_LEFT, OF_MAILBOX, blocked, gate
from addon.sequences.gate_model import Allowed, Blocked, Effect, Facts, Lock, Opening
from tests.fakes.enrolled import NOW

SOON = NOW + timedelta(hours=3)
OPEN = Opening(is_open=True, closes_at=SOON, opens_at=NOW + timedelta(days=1))
SHUT = Opening(is_open=False, closes_at=None, opens_at=SOON)

SHUTS: dict[Lock, list[tuple[dict[str, Any], datetime | None, str]]] = {
    Lock.KILL_SWITCH: [({"is_stopped": True}, None, "")],
    Lock.OPTED_OUT: [({"is_suppressed": True}, None, ""), ({"enrollment": "opted_out"}, None, "")],
    Lock.BOUNCED: [({"enrollment": "bounced"}, None, "")],
    Lock.REPLIED: [({"enrollment": "replied"}, None, "")],
    Lock.BOOKED: [({"enrollment": "booked"}, None, "")],
    Lock.WROTE_BY_HAND: [({"wrote_by_hand": True}, None, "")],
    Lock.OVER: [
        ({"enrollment": "finished"}, None, ""),
        ({"enrollment": "cancelled"}, None, ""),
        ({"enrollment": "held"}, None, ""),
        ({"campaign": "finished"}, None, ""),
        ({"campaign": "cancelled"}, None, ""),
    ],
    Lock.PAUSED: [({"enrollment": "paused"}, None, ""), ({"campaign": "paused"}, None, "")],
    Lock.AWAY: [({"away_until": SOON}, SOON, "")],
    Lock.NOT_CONFIRMED: [({"campaign": "draft"}, None, "")],
    Lock.ANSWERED: [({"is_answered": True}, None, "")],
    Lock.THREAD_GONE: [({"is_thread_gone": True}, None, "")],
    Lock.PERSON: [({"holder": "1002"}, None, "1002")],
    Lock.COMPANY: [
        ({"colleagues": 2, "company_limit": 2}, None, "2"),
        ({"colleagues": 5, "company_limit": 2}, None, "5"),
    ],
    Lock.ROW_CHANGED: [({"is_row_changed": True}, None, "")],
    Lock.ROW_GONE: [({"is_row_gone": True}, None, "")],
    Lock.EDITED: [({"is_edited": True}, None, "")],
    Lock.FOOTER: [({"is_footer_changed": True}, None, "")],
    Lock.APPROVAL: [({"is_approved": False}, None, "")],
    Lock.MISSING_FIELD: [({"missing_field": "first_name"}, None, "first_name")],
    Lock.NO_ADDRESS: [({"has_postal_address": False}, None, "")],
    Lock.SENDER: [({"is_sender_right": False}, None, "")],
    Lock.GRANT: [({"has_grant": False}, None, "")],
    Lock.SHEET_GRANT: [({"needs_sheet_grant": True}, None, "")],
    Lock.MAILBOX_PAUSED: [({"paused_until": SOON}, SOON, "")],
    Lock.CAP: [({"left_today": 0, "cap_until": SOON}, SOON, ""), ({"left_today": -3}, None, "")],
    Lock.WINDOW: [
        ({"opening": SHUT}, SOON, ""),
        ({"opening": replace(OPEN, closes_at=NOW + MIN_LEFT - timedelta(seconds=1)), "is_drafting": True},
         OPEN.opens_at, ""),
    ],
    Lock.HOLIDAY: [({"opening": replace(SHUT, is_holiday=True)}, SOON, "")],
    Lock.SPACING: [({"next_send_at": SOON}, SOON, "")],
}  # fmt: skip
ONE_EACH = {lock: cases[0] for lock, cases in SHUTS.items()}
ASKED = [lock for lock in Lock if lock in SHUTS]
CASES = [(lock, *case) for lock, cases in SHUTS.items() for case in cases]


@pytest.mark.parametrize(("lock", "facts", "until", "detail"), CASES)
def test_each_lock_shuts_the_gate_by_itself(
    lock: Lock, facts: dict[str, Any], until: datetime | None, detail: str
) -> None:
    assert gate(Facts(**facts), NOW) == Blocked(lock=lock, effect=EFFECTS[lock], until=until, detail=detail)


@pytest.mark.parametrize("lock", ASKED)
def test_a_state_that_is_not_shut_is_open_beside_each_lock(lock: Lock) -> None:
    """What a lock looks at opens it again: no lock is shut whatever it is told."""
    facts, _, _ = ONE_EACH[lock]
    assert gate(replace(Facts(**facts), **{name: getattr(Facts(), name) for name in facts}), NOW) == Allowed()


def test_a_lock_that_is_told_by_nobody_is_set_by_the_turn() -> None:
    assert set(Lock) - set(SHUTS) == {Lock.POISONED}


@given(st.sets(st.sampled_from(ASKED), min_size=1))
def test_the_first_lock_in_order_answers(locks: set[Lock]) -> None:
    facts = Facts(**{name: value for lock in locks for name, value in ONE_EACH[lock][0].items()})
    wanted = next(lock for lock in Lock if lock in locks)
    if _clash(locks):
        return
    found = gate(facts, NOW)
    assert isinstance(found, Blocked)
    assert found.lock is wanted


def _clash(locks: set[Lock]) -> bool:
    """Whether two of the locks are told by one and the same fact, so that only the last one is said."""
    names = [name for lock in locks for name in ONE_EACH[lock][0]]
    return len(set(names)) < len(names)


def test_the_order_is_that_of_the_enumeration_for_each_pair() -> None:
    order = list(Lock)
    for first in ASKED:
        for second in ASKED[ASKED.index(first) + 1 :]:
            if not _clash({first, second}):
                found = gate(Facts(**{**ONE_EACH[second][0], **ONE_EACH[first][0]}), NOW)
                assert isinstance(found, Blocked)
                assert found.lock is first, f"{first} is asked before {second}"
                assert order.index(first) < order.index(second)


@pytest.mark.parametrize("lock", Lock)
def test_every_lock_has_an_effect(lock: Lock) -> None:
    assert blocked(lock) == Blocked(lock=lock, effect=EFFECTS[lock])


def test_what_a_person_is_owed_ends_the_sequence() -> None:
    ends = {lock for lock, effect in EFFECTS.items() if effect is Effect.END}
    assert ends == {Lock.OPTED_OUT, Lock.BOUNCED, Lock.REPLIED, Lock.BOOKED, Lock.OVER}


def test_what_shuts_the_mailbox_only_waits() -> None:
    assert {EFFECTS[lock] for lock in OF_MAILBOX} == {Effect.WAIT}


def test_what_is_of_one_recipient_does_not_shut_the_mailbox() -> None:
    assert not OF_MAILBOX & {Lock.WINDOW, Lock.HOLIDAY, Lock.AWAY}


def test_nothing_shuts_a_gate_of_which_nothing_is_said() -> None:
    assert gate(Facts(), NOW) == Allowed()


@pytest.mark.parametrize("name", ["away_until", "paused_until", "next_send_at"])
def test_what_is_over_shuts_nothing(name: str) -> None:
    told: dict[str, Any] = {name: NOW}
    assert gate(Facts(**told), NOW) == Allowed()
    assert isinstance(gate(Facts(**told), NOW - timedelta(microseconds=1)), Blocked)


@pytest.mark.parametrize(
    "facts",
    [
        Facts(colleagues=9, company_limit=0),
        Facts(colleagues=1, company_limit=2),
        Facts(enrollment="away", away_until=NOW - timedelta(days=1)),
        Facts(campaign="scheduled"),
        Facts(opening=OPEN),
        Facts(opening=replace(OPEN, closes_at=NOW + MIN_LEFT), is_drafting=True),
        Facts(opening=replace(OPEN, closes_at=NOW + timedelta(seconds=1))),
        Facts(opening=replace(OPEN, closes_at=None), is_drafting=True),
        Facts(cap_until=SOON, left_today=1),
    ],
)
def test_what_is_no_lock_shuts_nothing(facts: Facts) -> None:
    assert gate(facts, NOW) == Allowed()


def test_two_minutes_are_left_for_a_draft() -> None:
    assert timedelta(minutes=2) == MIN_LEFT


@given(st.sampled_from(list(EnrollmentState)), st.sampled_from(list(CampaignState)), st.integers(-2, 2))
def test_a_mail_goes_only_where_both_lead_and_campaign_are_under_way(
    enrollment: EnrollmentState, campaign: CampaignState, left: int
) -> None:
    found = gate(Facts(enrollment=str(enrollment), campaign=str(campaign), left_today=left), NOW)
    is_under_way = enrollment in ("active", "away") and campaign in ("scheduled", "running")
    assert isinstance(found, Allowed) == (is_under_way and left > 0)


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "is_suppressed": st.booleans(), "is_answered": st.booleans(), "is_edited": st.booleans(),
            "colleagues": st.integers(0, 9), "company_limit": st.integers(0, 3), "left_today": st.integers(-1, 2),
            "holder": st.sampled_from(["", "1002"]), "opening": st.sampled_from([None, OPEN, SHUT]),
            "paused_until": st.sampled_from([None, NOW, SOON]), "is_drafting": st.booleans(),
        },
    )
)  # fmt: skip
def test_the_gate_is_open_only_where_no_lock_holds(facts: dict[str, Any]) -> None:
    found = gate(Facts(**facts), NOW)
    alone = [gate(Facts(**{name: value}), NOW) for name, value in facts.items()]
    if any(isinstance(one, Blocked) for one in alone):
        assert isinstance(found, Blocked)
        assert list(Lock).index(found.lock) <= min(
            list(Lock).index(one.lock) for one in alone if isinstance(one, Blocked)
        )
