"""Drafts that a crash left behind: between Gmail making one and us storing its id."""

from __future__ import annotations

import pytest

from addon.sequences.delivery_model import SendState
from addon.sequences.mail_model import SEND_HEADER
from tests.cast import ANA
from tests.fakes.gmail_account import written
from tests.fakes.mailboxes import Fault
from tests.fakes.sending import Morning

LEASE_OVER = 120 / 3600


class Crash(BaseException):
    """The process is gone."""


def crashed(morning: Morning, times: int = 1) -> list[str]:
    """Have the worker die right after each of the next drafts is made; return the ids of these drafts."""
    left = [times]

    def die(method: str) -> None:
        if method == "create_draft" and left[0]:
            left[0] -= 1
            raise Crash

    morning.mailboxes.after = die
    for _ in range(times):
        with pytest.raises(Crash):
            morning.work(hours=1)
        morning.clock.advance(hours=LEASE_OVER)
    return list(morning.box.drafts)


def test_a_draft_made_before_a_crash_is_deleted_and_one_mail_goes() -> None:
    morning = Morning()
    morning.confirmed()
    orphans = crashed(morning, times=2)
    assert len(orphans) == 2
    morning.work(hours=1)
    assert [one.to for one in morning.mailboxes.deliveries()] == ["person0@firm0.example"]
    assert morning.box.drafts == {}


def test_other_drafts_are_left_alone() -> None:
    morning = Morning(people=2)
    morning.confirmed()
    [orphan] = crashed(morning)
    own, _ = morning.box.create(written({"To": "friend@x.example", "Subject": "Mine"}, "Hi"))
    strange, _ = morning.box.create(written({"To": "a@b.example", SEND_HEADER: "another send"}, "Hi"))
    morning.work(hours=2)
    assert orphan not in morning.box.drafts
    assert set(morning.box.drafts) == {own, strange}
    assert len(morning.mailboxes.deliveries()) == 2


def test_a_draft_the_user_took_over_is_theirs() -> None:
    morning = Morning()
    morning.confirmed()
    [orphan] = crashed(morning)
    morning.box.user_edits(orphan, text="I write this one myself")
    morning.work(hours=1)
    assert list(morning.box.drafts) == [orphan]
    assert len(morning.mailboxes.deliveries()) == 1


@pytest.mark.parametrize("method", ["drafts", "find_draft", "delete_draft"])
def test_a_gmail_that_does_not_answer_then_keeps_no_mail_back(method: str) -> None:
    morning = Morning()
    morning.confirmed()
    crashed(morning)
    morning.mailboxes.order(method, Fault.BUSY)
    morning.work(hours=1)
    assert len(morning.mailboxes.deliveries()) == 1


def test_nothing_is_looked_for_where_nothing_crashed() -> None:
    morning = Morning(people=3)
    morning.confirmed()
    morning.work(hours=24 * 14)
    assert len(morning.mailboxes.deliveries()) == 9
    assert "drafts" not in morning.mailboxes.calls


def test_stop_after_the_crash_deletes_it_too() -> None:
    morning = Morning()
    campaign = morning.confirmed()
    crashed(morning)
    morning.services().sequences.stop(ANA, campaign.id)
    morning.work(hours=1)
    assert morning.box.drafts == {}
    assert morning.mailboxes.deliveries() == []


def test_an_opt_out_after_the_crash_deletes_it_too() -> None:
    morning = Morning()
    morning.confirmed()
    crashed(morning)
    suppressions = morning.services().suppressions
    suppressions.opt_out(suppressions.opt_out_token(ANA.tenant, "person0@firm0.example"))
    morning.work(hours=1)
    assert morning.box.drafts == {}
    assert morning.mailboxes.deliveries() == []
    assert [one.state for one in morning.sends()] == [SendState.CANCELLED]


def test_a_worker_that_slept_stores_no_second_draft() -> None:
    morning = Morning()
    morning.confirmed()

    def another_worker() -> None:
        morning.clock.advance(hours=LEASE_OVER)
        morning.services().worker.tick(5.0)

    morning.mailboxes.freeze("create_draft", another_worker)
    morning.work(hours=1)
    assert len(morning.mailboxes.deliveries()) == 1
    assert morning.box.drafts == {}
