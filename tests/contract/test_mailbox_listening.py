"""The Mailbox port as the listener uses it: what was added, whole messages, and a search where the history is gone."""

from __future__ import annotations

from datetime import timedelta
from email import message_from_bytes

import pytest

from addon.adapters.mime import message_bytes
from addon.errors import Rejected
from addon.ports import Mailbox
from addon.sequences.mail_model import SEND_HEADER, Added, Changes
from tests.contract.mailbox_benches import Bench
from tests.mails import MAIL

LEAD = MAIL.to
SENT, DRAFT, ARRIVED = frozenset({"SENT"}), frozenset({"DRAFT"}), frozenset({"INBOX", "UNREAD"})

REPORT = (
    b"From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>\r\nTo: ana@nordwind.example\r\n"
    b"Subject: Delivery Status Notification (Failure)\r\nMessage-ID: <report-1@mail.example>\r\n"
    b'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
    b"--b\r\nContent-Type: text/plain\r\n\r\nNot found.\r\n"
    b"--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x.example\r\n\r\n"
    b"Final-Recipient: rfc822; bela@kunde.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--b--\r\n"
)
NOISE = b"From: <x@y.example>\r\nMessage-ID: <n@y.example>\r\nSubject: \xff\xfe\r\n\r\n" + bytes(range(256)) + b"\r\n"
BARE = b"\r\nno field at all\r\n"


def everything(mailbox: Mailbox, since: str) -> list[Changes]:
    """Return the pages of a history to its end."""
    pages = [mailbox.changes(since)]
    while pages[-1].is_more:
        pages.append(mailbox.changes(pages[-1].history_id))
    return pages


# --- what was added ---
def test_changes_name_what_came_what_was_sent_and_each_draft_in_order(bench: Bench) -> None:
    mailbox = bench.open()
    since = mailbox.profile().history_id
    draft = mailbox.create_draft(message_bytes(MAIL, send_id="s1"))
    by_hand = bench.account.user_writes(LEAD)
    answer = bench.account.receive(LEAD, thread_id=by_hand.thread_id)
    assert mailbox.changes(since) == Changes(
        added=(
            Added(message_id=draft.message_id, thread_id=draft.thread_id, labels=DRAFT),
            Added(message_id=by_hand.id, thread_id=by_hand.thread_id, labels=SENT),
            Added(message_id=answer.id, thread_id=by_hand.thread_id, labels=ARRIVED),
        ),
        history_id=mailbox.profile().history_id,
    )


def test_an_idle_mailbox_costs_two_units_and_stays_where_it_is(bench: Bench) -> None:
    bench.account.receive(LEAD)
    since = bench.open().profile().history_id
    spent: list[int] = []
    assert bench.open(spend=spent.append).changes(since) == Changes(added=(), history_id=since)
    assert spent == [2]


def test_a_long_history_is_told_in_pages_that_lead_on(bench: Bench) -> None:
    since = bench.open().profile().history_id
    ids = [bench.account.receive(LEAD).id for _ in range(205)]
    spent: list[int] = []
    pages = everything(bench.open(spend=spent.append), since)
    assert [len(page.added) for page in pages] == [100, 100, 5]
    assert [one.message_id for page in pages for one in page.added] == ids
    assert pages[-1].history_id == bench.open().profile().history_id
    assert spent == [2, 2, 2]


def test_what_was_deleted_since_stops_nothing(bench: Bench) -> None:
    mailbox = bench.open()
    since = mailbox.profile().history_id
    sent = mailbox.send_draft(mailbox.create_draft(message_bytes(MAIL, send_id="s1")).draft_id)
    draft, copy = mailbox.changes(since).added
    assert (draft.labels, mailbox.raw(draft.message_id)) == (DRAFT, None)
    assert (copy.message_id, copy.labels) == (sent.message_id, SENT)


def test_spam_is_told_with_its_label(bench: Bench) -> None:
    mailbox = bench.open()
    since = mailbox.profile().history_id
    spam = bench.account.receive(LEAD, labels=("SPAM", "UNREAD"))
    [added] = mailbox.changes(since).added
    assert (added.message_id, added.labels) == (spam.id, frozenset({"SPAM", "UNREAD"}))


def test_a_history_that_is_not_kept_is_gone_and_a_fresh_start_is_good(bench: Bench) -> None:
    mailbox = bench.open()
    since = mailbox.profile().history_id
    bench.account.receive(LEAD)
    bench.account.forget_history()
    with pytest.raises(Rejected) as gone:
        mailbox.changes(since)
    assert gone.value.reason == "history_gone"
    fresh = mailbox.profile().history_id
    assert mailbox.changes(fresh) == Changes(added=(), history_id=fresh)


@pytest.mark.parametrize("since", ["", "none", "-1", "0", "9" * 30])
def test_a_place_that_is_none_of_this_mailboxs_is_gone(bench: Bench, since: str) -> None:
    with pytest.raises(Rejected) as gone:
        bench.open().changes(since)
    assert gone.value.reason == "history_gone"


def test_what_is_shown_late_is_told_late_and_not_lost(bench: Bench) -> None:
    bench.account.read_lag = timedelta(seconds=400)
    mailbox = bench.open()
    since = mailbox.profile().history_id
    late = bench.account.user_writes(LEAD)
    answer = bench.account.receive(LEAD)
    first = mailbox.changes(since)
    assert [one.message_id for one in first.added] == [answer.id]
    bench.clock.advance(seconds=400)
    second = mailbox.changes(first.history_id)
    assert [one.message_id for one in second.added] == [late.id, answer.id]
    assert second.history_id == mailbox.profile().history_id


# --- whole messages ---
@pytest.mark.parametrize("source", [REPORT, NOISE, BARE], ids=["report", "noise", "bare"])
def test_a_message_comes_whole_byte_by_byte(bench: Bench, source: bytes) -> None:
    arrived = bench.account.receive("x@y.example", raw=source)
    found = bench.open().raw(arrived.id)
    assert found is not None
    assert found.source.endswith(source)
    assert (found.message_id, found.thread_id, found.labels) == (arrived.id, arrived.thread_id, ARRIVED)
    assert found.at == bench.clock.now()


def test_a_message_is_written_of_headers_text_and_html(bench: Bench) -> None:
    arrived = bench.account.receive(LEAD, headers={"X-Autoreply": "yes"}, text="Grüße 🙂", html="<p>Grüße</p>")
    found = bench.open().raw(arrived.id)
    assert found is not None
    read = message_from_bytes(found.source)
    assert (read["X-Autoreply"], read.get_content_type()) == ("yes", "multipart/alternative")
    plain, rich = [part for part in read.walk() if not part.is_multipart()]
    bodies = {part.get_content_type(): bytes(part.get_payload(decode=True)).strip() for part in (plain, rich)}
    assert bodies == {"text/plain": "Grüße 🙂".encode(), "text/html": "<p>Grüße</p>".encode()}


def test_a_mail_of_ours_shows_the_message_id_gmail_gave_it(bench: Bench) -> None:
    mailbox = bench.open()
    sent = mailbox.send_draft(mailbox.create_draft(message_bytes(MAIL, send_id="s1")).draft_id)
    head, found = mailbox.message(sent.message_id), mailbox.raw(sent.message_id)
    assert head is not None
    assert found is not None
    read = message_from_bytes(found.source)
    assert (read["Message-ID"], read[SEND_HEADER]) == (head.header("message-id"), "s1")
    assert (found.labels, found.at) == (SENT, head.at)


def test_a_message_that_is_gone_is_none(bench: Bench) -> None:
    assert bench.open().raw("none") is None


# --- a search where the history is gone ---
def test_what_arrived_since_is_found_whatever_its_labels_the_newest_first(bench: Bench) -> None:
    bench.account.receive(LEAD)
    bench.clock.advance(hours=1)
    at = bench.clock.now()
    expected: list[str] = []
    for labels in (("INBOX",), ("SPAM",), ("TRASH",)):
        expected.insert(0, bench.account.receive(LEAD, labels=labels).id)
        bench.clock.advance(hours=1)
    expected.insert(0, bench.account.user_writes(LEAD).id)
    found = bench.open().arrived_since(at)
    assert (list(found.ids), found.next_page) == (expected, "")
    assert len(bench.open().search(f"from:{LEAD}")) == 2


def test_more_than_a_hundred_are_found_page_by_page(bench: Bench) -> None:
    at = bench.clock.now()
    ids = {bench.account.receive(LEAD).id for _ in range(101)}
    first = bench.open().arrived_since(at)
    second = bench.open().arrived_since(at, first.next_page)
    assert (len(first.ids), len(second.ids), second.next_page) == (100, 1, "")
    assert {*first.ids, *second.ids} == ids


def test_nothing_that_arrived_since_is_an_empty_page(bench: Bench) -> None:
    found = bench.open().arrived_since(bench.clock.now())
    assert (found.ids, found.next_page) == ((), "")


def test_listening_is_paid_before_it_is_done(bench: Bench) -> None:
    arrived = bench.account.receive(LEAD)
    spent: list[int] = []
    mailbox = bench.open(spend=spent.append)
    mailbox.changes(bench.account.history_id())
    mailbox.raw(arrived.id)
    mailbox.arrived_since(bench.clock.now())
    assert spent == [2, 20, 5]
