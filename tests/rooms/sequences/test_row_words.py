"""What a row says of its lead, whatever became of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addon.leads.standing_model import Rank
from addon.sequences.campaign_model import EnrollmentState
from addon.sequences.delivery import (
    BAD_RECIPIENT,
    DELETED,
    EDITED,
    GONE,
    LEFT,
    RECONNECT,
    UNCLEAR,
)
from addon.sequences.gate import EFFECTS
from addon.sequences.gate_model import Effect, Lock
from addon.sequences.row_words import HELD, WAITS, moment, said_of
from addon.sequences.signal_model import SignalKind
from addon.sequences.signals import HOLDS
from cards.held_reasons import HELD_REASONS
from tests.fakes.enrolled import NOW, an_enrollment

E = EnrollmentState
ONE_SENT = {"first": NOW - timedelta(days=3)}
ALL_SENT = {"first": NOW - timedelta(days=9), "follow_up_1": NOW - timedelta(days=4), "follow_up_2": NOW}

WORDS = [
    ({}, "Next mail 2026-11-24 11:00"),
    ({"next_at": None}, "Sending"),
    ({"sent": ONE_SENT}, "Sent 1 of 3, next mail 2026-11-24 11:00"),
    ({"sent": ONE_SENT, "next_at": None}, "Sent 1 of 3, sending"),
    ({"state": E.PAUSED}, "Paused"),
    ({"state": E.PAUSED, "sent": ONE_SENT}, "Sent 1 of 3, paused"),
    ({"state": E.FINISHED, "sent": ALL_SENT, "next_at": None}, "Sent 3 of 3, finished"),
    ({"state": E.REPLIED, "sent": ONE_SENT}, "Replied"),
    ({"state": E.BOOKED}, "Meeting booked"),
    ({"state": E.OPTED_OUT}, "Opted out"),
    ({"state": E.BOUNCED}, "Bounced"),
    ({"state": E.CANCELLED, "reason": "stopped"}, "Sequence stopped"),
    ({"state": E.HELD, "reason": "edited"}, "Held: edited after approval"),
    ({"state": E.HELD, "reason": "a new word"}, "Held: a new word"),
    ({"waits_for": "grant"}, "Waiting: connect Gmail"),
    ({"waits_for": "a new word"}, "Next mail 2026-11-24 11:00"),
    ({"waits_for": "cap", "waits_until": NOW}, "Waiting: today's mails are used up until 2026-11-24 11:00"),
    (
        {"waits_for": "spacing", "waits_until": NOW, "sent": ONE_SENT},
        "Sent 1 of 3, next in line until 2026-11-24 11:00",
    ),
    ({"state": E.AWAY, "waits_for": "away", "waits_until": NOW}, "Away until 2026-11-24 11:00"),
]


@pytest.mark.parametrize(("changes", "words"), WORDS)
def test_a_row_says_how_its_lead_stands(changes: dict[str, object], words: str) -> None:
    assert said_of(an_enrollment(**changes), "Europe/Berlin").status == words


@pytest.mark.parametrize("state", E)
def test_the_word_that_matters_more_counts(state: EnrollmentState) -> None:
    ranks = {E.HELD: Rank.HELD} | dict.fromkeys((E.REPLIED, E.BOOKED, E.OPTED_OUT, E.BOUNCED), Rank.REPLIED)
    said = said_of(an_enrollment(state=state), "UTC")
    assert said.rank is ranks.get(state, Rank.SEQUENCE)
    assert said.status


def test_the_last_mail_is_the_last_activity() -> None:
    assert said_of(an_enrollment(sent=ALL_SENT), "UTC").activity == NOW
    assert said_of(an_enrollment(), "UTC").activity is None


def test_every_lock_that_makes_wait_has_its_word() -> None:
    assert set(WAITS) == {str(lock) for lock, effect in EFFECTS.items() if effect is Effect.WAIT}


def test_every_reason_a_mail_is_held_for_has_its_word() -> None:
    of_locks = {str(lock) for lock, effect in EFFECTS.items() if effect is Effect.HOLD}
    of_sends = {EDITED, DELETED, GONE, UNCLEAR, RECONNECT, BAD_RECIPIENT, LEFT}
    of_signals = {str(kind) for kind in (*HOLDS, SignalKind.SOFT_BOUNCED)}
    assert of_locks | of_sends | of_signals == set(HELD)
    assert set(HELD) <= set(HELD_REASONS), "the card of what is held knows each word a row may show"


@pytest.mark.parametrize(
    ("at", "zone", "words"),
    [
        (datetime(2026, 7, 1, 22, 30, tzinfo=UTC), "Europe/Berlin", "2026-07-02 00:30"),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "Europe/Berlin", "2026-10-25 02:30"),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "Europe/Berlin", "2026-10-25 02:30"),
        (datetime(2026, 1, 1, tzinfo=UTC), "America/Los_Angeles", "2025-12-31 16:00"),
        (datetime(2026, 1, 1, tzinfo=UTC), "Asia/Kathmandu", "2026-01-01 05:45"),
    ],
)
def test_a_moment_is_in_the_senders_zone(at: datetime, zone: str, words: str) -> None:
    assert moment(at, zone) == words


@given(st.sampled_from(list(E)), st.text(max_size=30), st.text(max_size=30), st.none() | st.just(NOW), st.booleans())
def test_whatever_stands_in_a_lead_there_is_one_line_to_say(
    state: EnrollmentState, reason: str, waits_for: str, until: datetime | None, is_due: bool
) -> None:
    one = an_enrollment(
        state=state, reason=reason, waits_for=waits_for, waits_until=until, next_at=NOW if is_due else None
    )
    said = said_of(one, "UTC")
    assert said.status
    assert reason in said.status or state is not E.HELD or reason in HELD


def test_the_locks_a_row_may_wait_for_are_all_locks() -> None:
    assert set(WAITS) <= {str(lock) for lock in Lock}
