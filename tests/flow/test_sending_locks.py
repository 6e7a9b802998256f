"""For every lock of the gate: a mail that was fine when planned and is forbidden when due does not go, and says why."""

from __future__ import annotations

import pytest

from addon.sequences.campaign_model import Campaign
from addon.sequences.event_repository import EventLog
from addon.sequences.gate import EFFECTS
from addon.sequences.gate_model import Effect, Lock
from tests.cast import ANA
from tests.fakes.sending import Morning
from tests.flow.sending_locks import CASES, mails

UNREACHED = {Lock.MISSING_FIELD}
"""A mail with a gap is refused before Confirm, and a cell blanked after it is an edited one."""


def reasons(morning: Morning, campaign: Campaign) -> dict[str, str]:
    """Return what the log tells of a campaign and its mailbox: the reason of each event and its type."""
    log = EventLog(morning.world.documents).of_campaign(ANA.tenant, campaign.id)
    return {event.reason: event.type for event in log}


def test_every_lock_is_tried() -> None:
    assert CASES.keys() | UNREACHED == set(Lock)
    assert not CASES.keys() & UNREACHED


@pytest.mark.parametrize("lock", list(CASES))
def test_a_mail_forbidden_when_due_is_not_sent_and_says_why(lock: Lock) -> None:
    case, morning = CASES[lock], Morning()
    campaign = morning.confirmed()
    if case.after:
        morning.work(hours=1)
    case.shut(morning, campaign)
    morning.work(hours=case.waits)
    assert len(mails(morning, campaign)) == case.after
    assert str(morning.words()[0]).startswith(case.words)
    [one] = morning.enrollments(campaign)
    assert case.words or str(lock) in (one.waits_for, one.reason), "where no row can say it the card does"
    if case.told:
        assert reasons(morning, campaign).get(case.reason or str(lock)) == case.told
    if case.lift is None:
        morning.work(hours=24 * 14)
        assert len(mails(morning, campaign)) == case.after
        return
    assert EFFECTS[lock] is not Effect.END
    case.lift(morning, campaign)
    morning.work(hours=case.later)
    assert len(mails(morning, campaign)) == case.after + 1
