"""The Mailbox port: one suite over the fake, and over google-api-python-client to the fake and to the playground."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from addon.accounts.sender_model import Alias
from addon.adapters.gmail import GmailMailboxes
from addon.adapters.mime import message_bytes
from addon.adapters.mime_content import content_hash
from addon.errors import Rejected, Unavailable
from addon.ports import Mailbox
from addon.sequences.mail_model import SEND_HEADER, DraftMade
from tests.contract.mailbox_benches import ADDRESS, Bench
from tests.mails import MAIL

LEAD = MAIL.to


def drafted(mailbox: Mailbox, send_id: str = "s1", thread_id: str = "", answers: str = "") -> DraftMade:
    raw = message_bytes(MAIL, send_id=send_id, in_reply_to=answers, references=(answers,) if answers else ())
    return mailbox.create_draft(raw, thread_id)


def test_a_profile_names_its_owner_and_keeps_the_history_id_as_text(bench: Bench) -> None:
    found = bench.open().profile()
    assert found.address == ADDRESS
    assert found.history_id == bench.account.history_id()
    assert int(found.history_id) > 2**63


def test_aliases_come_with_the_primary_first(bench: Bench) -> None:
    bench.account.aliases += [
        Alias(address="sales@nordwind.example", name="Sales", reply_to="answers@nordwind.example"),
        Alias(address="new@nordwind.example", is_verified=False),
    ]
    first, sales, new = bench.open().aliases()
    assert (first.address, first.is_primary, first.is_verified) == (ADDRESS, True, True)
    assert (sales.name, sales.reply_to, sales.is_verified) == ("Sales", "answers@nordwind.example", True)
    assert (new.is_verified, new.is_primary) == (False, False)


def test_a_draft_reads_back_as_what_was_made(bench: Bench) -> None:
    mailbox = bench.open()
    made = drafted(mailbox)
    found = mailbox.find_draft(made.draft_id)
    assert found is not None
    assert found.is_draft
    assert (found.draft_id, found.message_id, found.thread_id) == (made.draft_id, made.message_id, made.thread_id)
    assert found.body_hash == content_hash(MAIL)


def test_an_edit_by_hand_shows(bench: Bench) -> None:
    mailbox = bench.open()
    made = drafted(mailbox)
    bench.account.user_edits(made.draft_id, text="Something else")
    found = mailbox.find_draft(made.draft_id)
    assert found is not None
    assert found.body_hash != content_hash(MAIL)
    assert found.message_id != made.message_id


def test_a_sent_draft_is_a_new_message_in_the_same_thread_and_no_draft_any_more(bench: Bench) -> None:
    mailbox = bench.open()
    made = drafted(mailbox)
    sent = mailbox.send_draft(made.draft_id)
    assert sent.thread_id == made.thread_id
    assert sent.message_id != made.message_id
    assert mailbox.find_draft(made.draft_id) is None
    assert [(one.to, one.send_id) for one in bench.account.deliveries] == [(LEAD, "s1")]


def test_a_sent_message_shows_our_header_and_a_message_id_of_gmails(bench: Bench) -> None:
    mailbox = bench.open()
    sent = mailbox.send_draft(drafted(mailbox).draft_id)
    head = mailbox.message(sent.message_id)
    assert head is not None
    assert head.is_sent
    assert not head.is_inbound
    assert head.header(SEND_HEADER) == "s1"
    assert head.header("message-id").endswith("@mail.gmail.com>")
    assert (head.header("To"), head.header("subject")) == (f"Béla Kovács <{LEAD}>", MAIL.subject)
    assert head.at == bench.clock.now()
    assert mailbox.thread(sent.thread_id) == (head,)


def test_a_second_send_of_a_draft_delivers_nothing(bench: Bench) -> None:
    mailbox = bench.open()
    made = drafted(mailbox)
    mailbox.send_draft(made.draft_id)
    with pytest.raises(Rejected) as refused:
        mailbox.send_draft(made.draft_id)
    assert refused.value.reason == "not_found"
    assert len(bench.account.deliveries) == 1


def test_a_pointer_that_outlived_its_draft_is_no_draft(bench: Bench) -> None:
    bench.account.pointer_outlives = True
    mailbox = bench.open()
    made = drafted(mailbox)
    mailbox.send_draft(made.draft_id)
    found = mailbox.find_draft(made.draft_id)
    assert found is not None
    assert not found.is_draft
    with pytest.raises(Rejected) as refused:
        mailbox.send_draft(made.draft_id)
    assert refused.value.reason == "not_a_draft"


def test_a_refused_recipient_leaves_the_draft(bench: Bench) -> None:
    bench.account.bad_recipients.add(LEAD)
    mailbox = bench.open()
    made = drafted(mailbox)
    with pytest.raises(Rejected) as refused:
        mailbox.send_draft(made.draft_id)
    assert refused.value.reason == "bad_mail"
    found = mailbox.find_draft(made.draft_id)
    assert found is not None
    assert found.is_draft


def test_a_follow_up_stays_in_the_thread_if_it_answers_its_mail(bench: Bench) -> None:
    mailbox = bench.open()
    first = mailbox.send_draft(drafted(mailbox).draft_id)
    head = mailbox.message(first.message_id)
    assert head is not None
    second = drafted(mailbox, "s2", first.thread_id, head.header("message-id"))
    assert second.thread_id == first.thread_id
    stranger = drafted(mailbox, "s3", first.thread_id, "<somebody@else.example>")
    assert stranger.thread_id != first.thread_id


def test_a_thread_shows_who_wrote_oldest_first(bench: Bench) -> None:
    mailbox = bench.open()
    sent = mailbox.send_draft(drafted(mailbox).draft_id)
    bench.clock.advance(hours=2)
    answer = bench.account.receive(LEAD, thread_id=sent.thread_id, headers={"Auto-Submitted": "auto-replied"})
    first, second = mailbox.thread(sent.thread_id)
    assert (first.message_id, second.message_id) == (sent.message_id, answer.id)
    assert second.is_inbound
    assert second.header("auto-submitted") == "auto-replied"
    assert second.at - first.at == timedelta(hours=2)


def test_what_is_not_there_is_none_or_empty_and_deleting_it_is_fine(bench: Bench) -> None:
    mailbox = bench.open()
    assert mailbox.find_draft("r-none") is None
    assert mailbox.message("none") is None
    assert mailbox.thread("none") == ()
    mailbox.delete_draft("r-none")


def test_a_deleted_draft_is_gone(bench: Bench) -> None:
    mailbox = bench.open()
    made = drafted(mailbox)
    mailbox.delete_draft(made.draft_id)
    assert mailbox.find_draft(made.draft_id) is None
    assert bench.account.deliveries == []


def test_drafts_are_listed_with_whose_they_are(bench: Bench) -> None:
    mailbox = bench.open()
    assert mailbox.drafts() == ()
    ours, edited = drafted(mailbox, "s1"), drafted(mailbox, "s2")
    sent = drafted(mailbox, "s3")
    bench.account.user_edits(edited.draft_id)
    mailbox.send_draft(sent.draft_id)
    ids = mailbox.drafts()
    assert sorted(ids) == sorted([ours.draft_id, edited.draft_id])
    found = [one for one in map(mailbox.find_draft, ids) if one]
    assert {one.draft_id: one.send_id for one in found} == {ours.draft_id: "s1", edited.draft_id: ""}


def test_no_more_than_the_latest_hundred_drafts_are_listed(bench: Bench) -> None:
    made = [bench.account.create(b"To: a@b.example\r\n\r\nHi\r\n")[0] for _ in range(101)]
    assert set(bench.open().drafts()) == set(made[1:])


def test_the_history_names_what_was_sent_and_nothing_else(bench: Bench) -> None:
    mailbox = bench.open()
    drafted(mailbox, "s0")
    since = mailbox.profile().history_id
    assert mailbox.sent_since(since) == ()
    sent = mailbox.send_draft(drafted(mailbox).draft_id)
    bench.account.receive("other@x.example")
    by_hand = bench.account.user_writes(LEAD)
    assert mailbox.sent_since(since) == (sent.message_id, by_hand.id)


def test_a_history_that_is_not_kept_any_more_is_none(bench: Bench) -> None:
    mailbox = bench.open()
    since = mailbox.profile().history_id
    bench.account.user_writes(LEAD)
    bench.account.forget_history()
    assert mailbox.sent_since(since) is None


def test_reads_by_id_and_searches_may_lag(bench: Bench) -> None:
    bench.account.read_lag, bench.account.search_lag = timedelta(seconds=400), timedelta(hours=5)
    mailbox = bench.open()
    since = mailbox.profile().history_id
    query = f"to:{LEAD} after:{int(bench.clock.now().timestamp()) - 60} in:anywhere"
    sent = mailbox.send_draft(drafted(mailbox).draft_id)
    assert (mailbox.message(sent.message_id), mailbox.thread(sent.thread_id)) == (None, ())
    assert (mailbox.sent_since(since), mailbox.search(query)) == ((), ())
    bench.clock.advance(seconds=400)
    assert len(mailbox.thread(sent.thread_id)) == 1
    assert (mailbox.sent_since(since), mailbox.search(query)) == ((sent.message_id,), ())
    bench.clock.advance(hours=5)
    assert mailbox.search(query) == (sent.message_id,)


def test_a_search_returns_no_more_than_it_was_asked_for(bench: Bench) -> None:
    for _ in range(3):
        bench.account.user_writes(LEAD)
    assert len(bench.open().search(f"to:{LEAD}", most=2)) == 2


def test_a_token_that_ran_out_is_told_by_its_reason(bench: Bench) -> None:
    with pytest.raises(Rejected) as refused:
        bench.open("bad").profile()
    assert refused.value.reason == "access_expired"


def test_every_request_is_paid_before_it_is_made(bench: Bench) -> None:
    spent: list[int] = []
    mailbox = bench.open(spend=spent.append)
    made = drafted(mailbox)
    mailbox.profile()
    mailbox.find_draft(made.draft_id)
    sent = mailbox.send_draft(made.draft_id)
    mailbox.message(sent.message_id)
    mailbox.thread(sent.thread_id)
    mailbox.drafts()
    assert spent == [10, 1, 20, 100, 20, 40, 5]


def test_a_request_that_cannot_be_paid_is_not_made(bench: Bench) -> None:
    def refuse(_: int) -> None:
        raise Unavailable("Used up.", reason="rate_limited")

    made = drafted(bench.open())
    with pytest.raises(Unavailable) as refused:
        bench.open(spend=refuse).send_draft(made.draft_id)
    assert refused.value.reason == "rate_limited"
    assert bench.account.deliveries == []


def test_a_user_who_sends_the_draft_by_hand_drops_our_header_and_keeps_the_thread(bench: Bench) -> None:
    mailbox = bench.open()
    made = drafted(mailbox)
    bench.account.user_sends(made.draft_id)
    [head] = mailbox.thread(made.thread_id)
    assert head.is_sent
    assert head.header(SEND_HEADER) == ""
    assert mailbox.find_draft(made.draft_id) is None


def test_international_mails_come_through_whole(bench: Bench) -> None:
    mail = replace(MAIL, subject="見積もりの件 🙂 Grüße", to_name='Doe, "Zoë"', sender_name="Łukasz Ż", text="שלום\n")
    mailbox = bench.open()
    made = mailbox.create_draft(message_bytes(mail, send_id="s1"))
    found = mailbox.find_draft(made.draft_id)
    assert found is not None
    assert found.body_hash == content_hash(mail)
    sent = mailbox.send_draft(made.draft_id)
    head = mailbox.message(sent.message_id)
    assert head is not None
    assert head.header("subject") == mail.subject


def test_no_server_is_no_answer() -> None:
    with pytest.raises(Unavailable) as silent:
        GmailMailboxes("http://127.0.0.1:9").open("token").send_draft("r-1")
    assert silent.value.reason == "no_answer"
