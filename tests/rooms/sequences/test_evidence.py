"""Which message is a send's copy: ours by its header, a hand's by who it is to and when it left."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addon.sequences.delivery import HAND_SLACK
from addon.sequences.evidence import by_hand, hand_copy, is_to, own_copy, thread_ids
from addon.sequences.mail_model import MessageHead
from tests.fakes.enrolled import LEAD, NOW, a_head, a_send, an_enrollment

SEND, ONE = a_send(requested_at=NOW), an_enrollment()
OURS = a_head(send=SEND.id)
HANDS = a_head()


def test_our_copy_is_known_by_its_header() -> None:
    found = own_copy([HANDS, OURS], SEND)
    assert found is not None
    assert (found.message_id, found.thread_id, found.rfc_message_id) == ("m1", "t1", "<m1@mail.example>")
    assert (found.sent_at, found.is_ours) == (NOW, True)


@pytest.mark.parametrize(
    "head",
    [
        a_head(send="another"),
        a_head(send=SEND.id, labels=("DRAFT",)),
        a_head(send=SEND.id, labels=("SENT", "DRAFT")),
        a_head(send=SEND.id, labels=("INBOX",)),
        a_head(send=SEND.id + " "),
        HANDS,
    ],
)
def test_nothing_else_is_our_copy(head: MessageHead) -> None:
    assert own_copy([head], SEND) is None


def test_a_copy_a_hand_sent_is_known_by_whom_it_is_to() -> None:
    found = hand_copy([OURS, HANDS], SEND, ONE)
    assert found is not None
    assert (found.message_id, found.is_ours) == ("m1", False)


@pytest.mark.parametrize(
    "head",
    [
        a_head(send="another"),
        a_head(labels=("DRAFT",)),
        a_head(labels=("INBOX",)),
        a_head(at=NOW - HAND_SLACK - timedelta(seconds=1)),
        a_head(headers={"to": "eva@acme.example"}),
        a_head(headers={"to": ""}),
        a_head(headers={"message-id": "<known@x>"}),
    ],
)
def test_nothing_else_is_a_hands_copy(head: MessageHead) -> None:
    assert hand_copy([head], SEND, an_enrollment(rfc_ids=("<known@x>",))) is None


def test_two_clocks_may_differ_by_a_minute() -> None:
    assert hand_copy([a_head(at=NOW - HAND_SLACK)], SEND, ONE) is not None


def test_what_gmails_history_has_after_our_draft_counts_whatever_the_clocks_say() -> None:
    old = a_head(at=NOW - timedelta(hours=1))
    assert hand_copy([old], SEND, ONE) is None
    assert hand_copy([old], SEND, ONE, are_later=True) is not None
    assert hand_copy([a_head(send="another")], SEND, ONE, are_later=True) is None


def test_before_any_request_the_drafts_own_time_counts() -> None:
    send = a_send(created_at=NOW + timedelta(hours=1))
    assert hand_copy([HANDS], send, ONE) is None
    assert hand_copy([a_head(at=NOW + timedelta(hours=1))], send, ONE) is not None


def test_every_mail_a_hand_wrote_is_found() -> None:
    heads = [HANDS, OURS, a_head(message_id="m2", at=NOW + timedelta(days=1)), a_head(labels=("INBOX",))]
    assert [head.message_id for head in by_hand(heads, ONE, NOW)] == ["m1", "m2"]
    assert by_hand(heads, ONE, NOW + timedelta(days=2)) == []


@pytest.mark.parametrize(
    "to",
    [
        LEAD,
        LEAD.upper(),
        f'"Acme, Tom" <{LEAD}>',
        f"eva@acme.example, Tom <{LEAD}>",
        f"=?utf-8?q?T=C3=B6m?= <{LEAD}>",
    ],
)
def test_an_address_is_found_however_it_is_written(to: str) -> None:
    assert is_to(a_head(headers={"to": to}), LEAD)


@pytest.mark.parametrize("to", ["", "tom@acme.example.org", "atom@acme.example", f'"{LEAD}" <eva@acme.example>', "<>"])
def test_an_address_is_not_found_inside_another(to: str) -> None:
    assert not is_to(a_head(headers={"to": to}), LEAD)


@given(st.text(max_size=80))
def test_any_header_can_be_asked(to: str) -> None:
    assert is_to(a_head(headers={"to": to}), LEAD) in (True, False)


def test_a_thread_is_named_by_what_was_sent_in_it() -> None:
    heads = [
        OURS,
        a_head(labels=("INBOX",), headers={"message-id": "<theirs@x>"}),
        a_head(headers={"message-id": ""}),
        a_head(headers={"message-id": "<m3@x>"}),
    ]
    assert thread_ids(heads) == ("<m1@mail.example>", "<m3@x>")
    assert thread_ids([]) == ()
