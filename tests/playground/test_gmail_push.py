"""What the playground pushes: news of watched mailboxes as Pub/Sub tells them, doubled, late or lost on request."""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from playground import gmail_hands, gmail_push
from playground.cast import PUBSUB_SERVICE_ACCOUNT, PUBSUB_TOPIC
from playground.gmail_hands import Written
from playground.gmail_mailbox import Mailbox
from playground.gmail_push import PATH, Pushes
from playground.gmail_store import Mailboxes
from tests.fakes.clock import FakeClock
from tests.playground.fake_addon import FakeAddon, serving
from tests.playground.mail_double import ANA, BELA, Mail
from tests.playground.world_double import FakeWorld


class Signer:
    """Signs by saying what would be signed."""

    def service_token(self, email: str, audience: str) -> str:
        return f"{email} for {audience}"


class Post:
    """Ana's mailbox, and an add-on that is told of it."""

    def __init__(self, addon: FakeAddon) -> None:
        self.addon = addon
        self.mail = Mail(FakeWorld())
        self.world = self.mail.world
        world = self.world
        self.pushes = Pushes(addon.url, Signer(), world.mailboxes, world.faults, world.calls, pauses=(0, 0, 0))
        addon.say(PATH, b"", status=204)

    def watch(self, topic: str = PUBSUB_TOPIC) -> None:
        self.mail.post("watch", {"topicName": topic})
        self.told()

    def receive(self) -> None:
        with self.world.mailboxes.act():
            written = Written(sender=BELA, subject="Hello", text="Hi")
            gmail_hands.receive(self.world.mailboxes, ANA, written)

    def told(self) -> list[dict[str, Any]]:
        """Return what the add-on was told since the last time."""
        assert self.pushes.settle()
        seen = [one.event for one in self.addon.seen]
        self.addon.seen.clear()
        return [json.loads(base64.b64decode(event["message"]["data"])) for event in seen]

    def order(self, kind: str, **more: Any) -> None:
        self.world.faults.add(gmail_push.API, gmail_push.METHOD, kind, **more)


@pytest.fixture
def post() -> Iterator[Post]:
    with serving() as addon:
        yield Post(addon)


def test_a_watch_is_told_at_once_and_then_of_each_mail(post: Post) -> None:
    post.mail.post("watch", {"topicName": PUBSUB_TOPIC})
    assert [one["emailAddress"] for one in post.told()] == [ANA]
    post.receive()
    assert post.told() == [{"emailAddress": ANA, "historyId": post.mail.ana.history_id}]
    post.mail.sent()
    assert [one["emailAddress"] for one in post.told()] == [ANA]


def test_it_is_told_as_pubsub_tells_it(post: Post) -> None:
    post.watch()
    post.receive()
    assert post.pushes.settle()
    pushed = post.addon.last
    assert (pushed.path, pushed.bearer) == (PATH, f"{PUBSUB_SERVICE_ACCOUNT} for {post.addon.url}{PATH}")
    assert pushed.headers["content-type"].startswith("application/json")
    assert set(pushed.event) == {"message", "subscription"}
    message = pushed.event["message"]
    assert message["messageId"] == message["message_id"]
    assert message["publishTime"] == "2026-11-24T09:00:00.000Z"


def test_what_nobody_asked_for_is_told_to_nobody(post: Post) -> None:
    post.receive()
    assert post.told() == []
    post.watch("projects/another-project/topics/gmail")
    post.receive()
    assert post.told() == []
    post.mail.post("stop")
    post.watch()
    post.mail.draft()
    with post.world.mailboxes.act():
        post.mail.ana.label(next(iter(post.mail.ana.messages.values())), {"STARRED"}, (), post.world.clock.now())
    assert post.told() == []


def test_a_watch_ends_after_a_week_or_when_it_is_stopped(post: Post) -> None:
    post.watch()
    post.world.clock.advance(days=7)
    post.receive()
    assert post.told() == []
    post.watch()
    post.mail.post("stop")
    post.receive()
    assert post.told() == []


@pytest.mark.parametrize(
    ("kind", "times"), [("lost", 0), ("503", 0), ("doubled", 2), ("answer_lost", 2), ("503_after", 2), ("delay", 1)]
)
def test_a_push_may_be_lost_or_doubled(post: Post, kind: str, times: int) -> None:
    post.watch()
    post.order(kind)
    post.receive()
    assert len(post.told()) == times
    post.receive()
    assert len(post.told()) == 1


def test_a_push_may_be_late(post: Post) -> None:
    post.watch()
    post.order("late", seconds=600)
    post.receive()
    assert post.told() == []
    post.world.clock.advance(seconds=600)
    with post.world.mailboxes.act():
        pass
    assert [one["emailAddress"] for one in post.told()] == [ANA]


def test_what_is_not_acknowledged_comes_again_and_is_given_up(post: Post) -> None:
    post.watch()
    post.addon.say(PATH, b"", status=503)
    post.receive()
    assert len(post.told()) == 3
    assert post.world.calls.of(gmail_push.API, gmail_push.METHOD) == 4


def test_news_that_waits_to_be_told_is_told_once(post: Post) -> None:
    post.watch()
    post.addon.hold = threading.Event()
    for _ in range(5):
        post.receive()
    post.addon.hold.set()
    told = post.told()
    assert 1 <= len(told) <= 2
    assert told[-1]["historyId"] == post.mail.ana.history_id


def test_a_watch_survives_a_restart(tmp_path: Path) -> None:
    clock = FakeClock()

    def opened() -> Mailbox:
        return Mailboxes(clock.now, tmp_path / "mailboxes.sqlite").of_user("ana")

    store = Mailboxes(clock.now, tmp_path / "mailboxes.sqlite")
    with store.act():
        store.of_user("ana").watch(PUBSUB_TOPIC, clock.now())
    assert opened().topic == PUBSUB_TOPIC
    assert opened().watched_until == clock.now()
