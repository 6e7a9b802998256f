"""The fake's own promises: each ordered fault, the hand in the mailbox, and a Gmail that is not atomic."""

from __future__ import annotations

from datetime import timedelta

import pytest

from addon.adapters.mime import message_bytes
from addon.errors import AssistantError, Rejected, Unavailable
from addon.ports import Mailbox
from tests.fakes.clock import FakeClock
from tests.fakes.gmail_account import FakeAccount
from tests.fakes.mailboxes import AMBIGUOUS, FakeMailboxes, Fault
from tests.mails import MAIL

REASONS = {
    Fault.REQUEST_LOST: "no_answer",
    Fault.ANSWER_LOST: "no_answer",
    Fault.BUSY: "server_error",
    Fault.BUSY_AFTER: "server_error",
    Fault.CLOSED: "no_answer",
    Fault.LATE: "no_answer",
    Fault.RATE_LIMITED: "rate_limited",
    Fault.MAIL_LIMIT: "mail_limit",
    Fault.CONCURRENT: "concurrent",
    Fault.EXPIRED: "access_expired",
    Fault.NO_ACCESS: "no_access",
    Fault.BAD_MAIL: "bad_mail",
}


class Scene:
    """Ana's mailbox with one draft in it."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.world = FakeMailboxes(self.clock)
        self.account: FakeAccount = self.world.add("ana@nordwind.example")
        self.draft_id = self.open().create_draft(message_bytes(MAIL, send_id="s1")).draft_id

    def open(self) -> Mailbox:
        return self.world.open("any")

    def copies(self) -> int:
        return self.world.copies()[MAIL.to, "s1"]


@pytest.fixture
def scene() -> Scene:
    return Scene()


@pytest.mark.parametrize(("fault", "reason"), REASONS.items())
def test_a_fault_is_its_error_and_has_its_effect_or_none(scene: Scene, fault: Fault, reason: str) -> None:
    scene.world.order("send_draft", fault)
    with pytest.raises(AssistantError) as struck:
        scene.open().send_draft(scene.draft_id)
    assert struck.value.reason == reason
    assert scene.copies() == (fault in (Fault.ANSWER_LOST, Fault.BUSY_AFTER))
    assert (reason in ("no_answer", "server_error")) == (fault in AMBIGUOUS)


def test_a_limit_names_the_instant_it_was_ordered_with(scene: Scene) -> None:
    until = scene.clock.now() + timedelta(hours=7)
    scene.world.order("send_draft", Fault.MAIL_LIMIT, until=until)
    with pytest.raises(Unavailable) as limited:
        scene.open().send_draft(scene.draft_id)
    assert limited.value.retry_at == until


def test_a_fault_befalls_the_call_it_was_ordered_for(scene: Scene) -> None:
    scene.world.order("profile", Fault.BUSY, at=2)
    scene.open().profile()
    scene.open().find_draft(scene.draft_id)
    with pytest.raises(Unavailable):
        scene.open().profile()
    scene.open().profile()
    assert scene.world.calls == ["create_draft", "profile", "find_draft", "profile", "profile"]


def test_a_fault_of_no_method_is_refused(scene: Scene) -> None:
    with pytest.raises(AssertionError):
        scene.world.order("drafts.send", Fault.BUSY)


def test_a_late_send_takes_effect_in_its_time_and_only_if_the_draft_is_still_there(scene: Scene) -> None:
    for _ in range(2):
        scene.world.order("send_draft", Fault.LATE, seconds=400)
        with pytest.raises(Unavailable):
            scene.open().send_draft(scene.draft_id)
    scene.clock.advance(seconds=399)
    assert scene.copies() == 0
    scene.clock.advance(seconds=1)
    assert scene.copies() == 1


def test_another_worker_runs_in_the_middle_of_a_frozen_call(scene: Scene) -> None:
    scene.world.freeze("send_draft", lambda: scene.open().send_draft(scene.draft_id))
    with pytest.raises(Rejected) as refused:
        scene.open().send_draft(scene.draft_id)
    assert refused.value.reason == "not_found"
    assert scene.copies() == 1


def test_a_crash_can_be_put_before_and_after_the_effect(scene: Scene) -> None:
    def crash(method: str) -> None:
        if method == "send_draft":
            raise KeyboardInterrupt

    scene.world.before = crash
    with pytest.raises(KeyboardInterrupt):
        scene.open().send_draft(scene.draft_id)
    assert scene.copies() == 0
    scene.world.before, scene.world.after = lambda _: None, crash
    with pytest.raises(KeyboardInterrupt):
        scene.open().send_draft(scene.draft_id)
    assert scene.copies() == 1


def test_a_gmail_that_is_not_atomic_sends_twice_while_the_draft_lingers(scene: Scene) -> None:
    scene.account.linger = timedelta(seconds=60)
    scene.open().send_draft(scene.draft_id)
    scene.open().send_draft(scene.draft_id)
    assert scene.copies() == 2
    scene.clock.advance(seconds=60)
    with pytest.raises(Rejected):
        scene.open().send_draft(scene.draft_id)
    assert scene.copies() == 2


def test_deleting_a_pointer_that_outlived_its_draft_deletes_the_sent_mail(scene: Scene) -> None:
    scene.account.pointer_outlives = True
    sent = scene.open().send_draft(scene.draft_id)
    scene.open().delete_draft(scene.draft_id)
    assert scene.open().message(sent.message_id) is None
    assert scene.copies() == 1


def test_a_copy_sent_by_hand_is_counted_though_its_header_is_lost(scene: Scene) -> None:
    scene.account.user_sends(scene.draft_id)
    [copy] = scene.world.deliveries(MAIL.to)
    assert (copy.send_id, copy.origin, copy.by_user) == ("", "s1", True)
    assert scene.copies() == 1


def test_an_edited_draft_keeps_its_id_and_a_new_subject_moves_it(scene: Scene) -> None:
    before = scene.open().find_draft(scene.draft_id)
    scene.account.user_edits(scene.draft_id, text="Other")
    edited = scene.open().find_draft(scene.draft_id)
    scene.account.user_edits(scene.draft_id, subject="Other")
    moved = scene.open().find_draft(scene.draft_id)
    assert before is not None
    assert edited is not None
    assert moved is not None
    assert len({before.body_hash, edited.body_hash, moved.body_hash}) == 3
    assert before.thread_id == edited.thread_id != moved.thread_id
    scene.account.user_deletes(scene.draft_id)
    assert scene.open().find_draft(scene.draft_id) is None


def test_tokens_open_their_own_account_until_they_are_dead() -> None:
    world = FakeMailboxes(FakeClock())
    world.add("ana@nordwind.example", token="a")
    world.add("bo@nordwind.example", token="b")
    assert [world.open(token).profile().address[:2] for token in "ab"] == ["an", "bo"]
    world.dead.add("a")
    for token in ("a", "c"):
        with pytest.raises(Rejected) as refused:
            world.open(token).profile()
        assert refused.value.reason == "access_expired"
