"""The Mailbox port as far as Gmail pushes: a topic is told for a week, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest

from addon.errors import AssistantError, Rejected, Unavailable
from tests.contract.mailbox_benches import Bench, WireBench
from tests.fakes.gmail_server import Break, Told, failure

TOPIC, OTHER = "projects/my-project/topics/gmail", "projects/my-project/topics/other"
WEEK = timedelta(days=7)


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(Rejected) as refused:
        act()
    return refused.value.reason


def test_a_topic_is_told_for_a_week_and_for_another_when_asked_again(bench: Bench) -> None:
    mailbox = bench.open()
    first = mailbox.watch(TOPIC)
    assert (first.expires_at, first.history_id) == (bench.clock.now() + WEEK, mailbox.profile().history_id)
    bench.clock.advance(days=5)
    assert mailbox.watch(TOPIC).expires_at == bench.clock.now() + WEEK


def test_another_topic_has_to_wait_until_the_watch_is_stopped_or_over(bench: Bench) -> None:
    mailbox = bench.open()
    mailbox.watch(TOPIC)
    assert refusal(lambda: mailbox.watch(OTHER)) == "other_topic"
    mailbox.stop_watch()
    mailbox.watch(OTHER)
    bench.clock.advance(days=7)
    assert mailbox.watch(TOPIC).expires_at == bench.clock.now() + WEEK


def test_what_is_not_watched_can_be_stopped(bench: Bench) -> None:
    bench.open().stop_watch()
    bench.open().stop_watch()


def test_what_is_no_topic_is_refused(bench: Bench) -> None:
    mailbox = bench.open()
    for topic in ("", "gmail", "projects/my-project", "projects//topics/gmail", "🙂"):
        assert refusal(partial(mailbox.watch, topic)) == "no_topic"


def test_watching_is_paid_before_it_is_done(bench: Bench) -> None:
    spent: list[int] = []
    mailbox = bench.open(spend=spent.append)
    mailbox.watch(TOPIC)
    mailbox.stop_watch()
    assert spent == [100, 50]


def test_a_token_that_is_not_good_watches_nothing(bench: Bench) -> None:
    assert refusal(lambda: bench.open("bad").watch(TOPIC)) == "access_expired"


# --- Google's words ---------------------------------------------------------------------------------------------------
DENIED = "Error sending test message to Cloud PubSub projects/p/topics/t : User not authorized to perform this action."
GONE = "Error sending test message to Cloud PubSub projects/p/topics/t : Resource not found (resource=t)."


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        (failure(403, "forbidden", DENIED, "PERMISSION_DENIED"), "no_topic"),
        (failure(404, "notFound", GONE, "NOT_FOUND"), "no_topic"),
        (failure(400, "invalidArgument", GONE, "INVALID_ARGUMENT"), "no_topic"),
        (failure(403, "insufficientPermissions", "Insufficient Permission", "PERMISSION_DENIED"), "no_access"),
        (failure(403, "accessNotConfigured", "Gmail API is off", "PERMISSION_DENIED"), "no_access"),
        (failure(400, "failedPrecondition", "Mail service not enabled", "FAILED_PRECONDITION"), "no_mailbox"),
    ],
    ids=["may not publish", "no such topic", "no such topic, worded as 400", "scope", "api off", "no mailbox"],
)
def test_each_refusal_of_googles_has_its_reason(wire: WireBench, told: Told, reason: str) -> None:
    wire.server.breaks.append(told)
    assert refusal(lambda: wire.open().watch(TOPIC)) == reason


@pytest.mark.parametrize(
    "body",
    [
        {},
        [],
        {"historyId": "1"},
        {"expiration": "1"},
        {"historyId": "1", "expiration": "soon"},
        {"historyId": "1", "expiration": None},
        {"historyId": "1", "expiration": "9" * 30},
        b"",
        b"<html>",
    ],
    ids=str,
)
def test_an_answer_that_says_nothing_is_none(wire: WireBench, body: object) -> None:
    wire.server.breaks.append(Told(status=200, body=body))
    with pytest.raises(Unavailable) as silent:
        wire.open().watch(TOPIC)
    assert silent.value.reason == "no_answer"


@pytest.mark.parametrize("broken", [Break.LOST, Break.CLOSED, failure(500, "backendError", "Backend Error")], ids=str)
def test_a_bad_moment_is_for_later(wire: WireBench, broken: Break | Told) -> None:
    wire.server.breaks.append(broken)
    with pytest.raises(AssistantError) as later:
        wire.open().watch(TOPIC)
    assert isinstance(later.value, Unavailable)
    assert len(wire.server.requests) == 1
