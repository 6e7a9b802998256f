"""A history that is doubled, out of order, bare or endless, of the fake and over the wire; and unreadable answers."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from addon.adapters.transport import MAX_BODY
from addon.errors import Invalid, Rejected, Unavailable
from addon.ports import Mailbox
from addon.sequences.mail_model import Added, Changes
from tests.contract.mailbox_benches import FakeBench, WireBench
from tests.fakes.clock import FakeClock
from tests.fakes.gmail_account import FakeEntry
from tests.fakes.gmail_server import Told, failure
from tests.mails import MAIL

Garble = Callable[[list[FakeEntry]], list[FakeEntry]]
MESSAGE = {"message": {"id": "m", "threadId": "t"}}


@pytest.fixture(params=[FakeBench, WireBench], ids=["fake", "google"])
def bench(request: pytest.FixtureRequest) -> Iterator[FakeBench | WireBench]:
    made: FakeBench | WireBench = request.param()
    yield made
    made.close()


def shuffled(page: list[FakeEntry]) -> list[FakeEntry]:
    return random.Random(5).sample(page, len(page))


def read_to_the_end(mailbox: Mailbox, since: str) -> list[Changes]:
    pages = [mailbox.changes(since)]
    while pages[-1].is_more:
        pages.append(mailbox.changes(pages[-1].history_id))
    return pages


@pytest.mark.parametrize(
    "garble",
    [lambda page: page + page, lambda page: page[::-1], shuffled],
    ids=["doubled", "reversed", "shuffled"],
)
def test_a_garbled_history_loses_nothing_and_names_each_message_once_a_page(
    bench: FakeBench | WireBench, garble: Garble
) -> None:
    since = bench.account.history_id()
    ids = {bench.account.receive(MAIL.to).id for _ in range(17)}
    bench.account.history_page, bench.account.garble = 5, garble
    pages = read_to_the_end(bench.open(), since)
    told = [[one.message_id for one in page.added] for page in pages]
    assert {id for page in told for id in page} == ids
    assert all(len(page) == len(set(page)) for page in told)
    assert pages[-1].history_id == bench.account.history_id()


def test_a_history_may_name_no_labels(bench: FakeBench | WireBench) -> None:
    since = bench.account.history_id()
    came = bench.account.receive(MAIL.to)
    bench.account.garble = lambda page: [replace(one, labels=frozenset()) for one in page]
    assert bench.open().changes(since).added == (Added(message_id=came.id, thread_id=came.thread_id),)


def test_a_page_that_leads_nowhere_is_a_history_that_is_gone(bench: FakeBench | WireBench) -> None:
    since = bench.account.history_id()
    for _ in range(3):
        bench.account.receive(MAIL.to)
    bench.account.history_page, bench.account.garble = 2, lambda page: []
    with pytest.raises(Rejected) as gone:
        bench.open().changes(since)
    assert gone.value.reason == "history_gone"


# --- over the wire ---
def test_the_history_is_asked_for_additions_of_every_label(wire: WireBench) -> None:
    since = wire.account.history_id()
    wire.open().changes(since)
    [(method, path, query, _)] = wire.server.requests
    assert (method, path.rpartition("/")[2]) == ("GET", "history")
    asked = {name: values for name, values in query.items() if name != "alt"}
    assert asked == {"startHistoryId": [since], "historyTypes": ["messageAdded"], "maxResults": ["100"]}


def test_entries_are_read_as_gmail_words_them(wire: WireBench) -> None:
    history = [
        {"id": "7", "messages": [{"id": "x", "threadId": "t"}]},
        {"id": "8", "messagesAdded": [MESSAGE, {"message": {"id": "n", "labelIds": ["SENT"]}}]},
        {"id": "9", "messagesAdded": [MESSAGE], "labelsAdded": [{"message": {"id": "l"}}]},
    ]
    body = {"history": history, "historyId": "99", "nextPageToken": "p"}
    wire.server.breaks.append(Told(status=200, body=body))
    assert wire.open().changes("1") == Changes(
        added=(Added(message_id="m", thread_id="t"), Added(message_id="n", thread_id="", labels=frozenset({"SENT"}))),
        history_id="9",
        is_more=True,
    )


@pytest.mark.parametrize(
    "body",
    [
        b"", b"[]", b"null", b"{}", b'{"history": [], "historyId"', {"history": 3, "historyId": "9"},
        {"history": [3], "historyId": "9"}, {"history": [{"messagesAdded": [{}]}], "historyId": "9"},
        {"history": [{"messagesAdded": [MESSAGE]}], "nextPageToken": "p"},
        {"history": [{"id": "9", "messagesAdded": [{"message": {"id": "m", "labelIds": 3}}]}], "historyId": "9"},
    ],
)  # fmt: skip
def test_a_history_that_cannot_be_read_is_no_answer(wire: WireBench, body: Any) -> None:
    wire.server.breaks.append(Told(status=200, body=body))
    with pytest.raises(Unavailable) as lost:
        wire.open().changes("1")
    assert lost.value.reason == "no_answer"


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", {}, {"id": "m"}, {"id": "m", "raw": 3}, {"id": "m", "raw": "a"}, {"id": "m", "raw": "ä"},
     {"raw": "YQ"}, {"id": "m", "raw": "YQ", "internalDate": "soon"}, {"id": "m", "raw": "YQ", "internalDate": 1e300}],
)  # fmt: skip
def test_a_message_that_cannot_be_read_is_no_answer(wire: WireBench, body: Any) -> None:
    wire.server.breaks.append(Told(status=200, body=body))
    with pytest.raises(Unavailable) as lost:
        wire.open().raw("m")
    assert lost.value.reason == "no_answer"


def test_a_mail_too_large_to_be_read_says_so_and_its_head_is_still_there(wire: WireBench) -> None:
    came = wire.account.receive(MAIL.to)
    wire.server.breaks.append(Told(status=200, body=b" " * (MAX_BODY + 1)))
    with pytest.raises(Invalid) as large:
        wire.open().raw(came.id)
    assert (large.value.reason, large.value.message) == ("too_large", "This mail is too large to be read.")
    assert wire.open().message(came.id) is not None


@pytest.mark.parametrize("ask", ["changes", "raw", "arrived_since"])
def test_a_limit_and_a_lost_access_are_told_as_of_every_read(wire: WireBench, ask: str) -> None:
    argument = FakeClock().now() if ask == "arrived_since" else "1"
    for told, kind, reason in (
        (failure(429, "rateLimitExceeded"), Unavailable, "rate_limited"),
        (failure(401, "authError"), Rejected, "access_expired"),
        (Told(status=503), Unavailable, "server_error"),
    ):
        wire.server.breaks.append(told)
        with pytest.raises(kind) as refused:
            getattr(wire.open(), ask)(argument)
        assert refused.value.reason == reason
    assert len(wire.server.requests) == 3
