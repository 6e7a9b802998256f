"""A mailbox that may do anything at any call: lose it, do it late, do it and not say so, or do it twice."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email import message_from_bytes
from typing import TYPE_CHECKING, TypeVar

from addon.accounts.sender_model import Alias
from addon.errors import AssistantError, Rejected, Unavailable
from addon.sequences.mail_model import SEND_HEADER, Delivery, DraftFound, DraftMade, MessageHead, Profile
from tests.fakes.enrolled import LEAD

if TYPE_CHECKING:
    from tests.flow.send_checker_world import World

Answer = TypeVar("Answer")


class Crash(BaseException):
    """The process is gone."""


@dataclass
class Draft:
    message_id: str
    thread_id: str
    header: str
    body: str


@dataclass
class Sent:
    """A copy that left; ``origin`` is the send it is of, also where a hand sent it and our header is lost."""

    message_id: str
    thread_id: str
    header: str
    origin: str
    at: datetime
    visible_at: datetime


@dataclass
class Account:
    """What Gmail holds. A draft that is sent is gone at once, or ``linger`` later where sending is not atomic."""

    world: World
    drafts: dict[str, Draft] = field(default_factory=dict)
    sent: list[Sent] = field(default_factory=list)
    late: list[tuple[datetime, Callable[[], object]]] = field(default_factory=list)
    made: int = 0
    at: datetime | None = None
    """When what is done late is done; None: now."""

    def create(self, raw: bytes, thread_id: str) -> DraftMade:
        self.made += 1
        header = str(message_from_bytes(raw)[SEND_HEADER])
        draft = Draft(f"m{self.made}", thread_id or f"t{self.made}", header, "as made")
        self.drafts[f"d{self.made}"] = draft
        return DraftMade(draft_id=f"d{self.made}", message_id=draft.message_id, thread_id=draft.thread_id)

    def send(self, draft_id: str) -> Delivery:
        draft = self._draft(draft_id)
        sent = self.deliver(draft, draft.header)
        if self.world.setting.linger:
            gone_at = (self.at or self.world.real) + self.world.setting.linger
            self.late.append((gone_at, lambda: self.drafts.pop(draft_id, None)))
        else:
            del self.drafts[draft_id]
        return Delivery(message_id=sent.message_id, thread_id=sent.thread_id)

    def deliver(self, draft: Draft, header: str) -> Sent:
        now = self.at or self.world.real
        id = f"{draft.message_id}.{len(self.sent)}"
        sent = Sent(id, draft.thread_id, header, draft.header, now, now + self.world.setting.read_lag)
        self.sent.append(sent)
        return sent

    def _draft(self, draft_id: str) -> Draft:
        if draft_id not in self.drafts:
            raise Rejected("No such draft.", reason="not_found")
        return self.drafts[draft_id]

    def settle(self) -> None:
        """Do what was to be done by now."""
        while due := sorted((one for one in self.late if one[0] <= self.world.real), key=lambda one: one[0]):
            self.late.remove(due[0])
            self.at, act = due[0]
            with suppress(AssistantError):
                act()
        self.at = None

    def heads(self) -> list[MessageHead]:
        return [_head(one) for one in self.sent if one.visible_at <= self.world.real]

    # --- what a person does in Gmail ---
    def hand_edits(self, draft_id: str) -> None:
        self.drafts[draft_id].body = "as edited"

    def hand_sends(self, draft_id: str) -> None:
        """Send a draft as it is: our header is lost."""
        self.deliver(self.drafts.pop(draft_id), "")

    def hand_deletes(self, draft_id: str) -> None:
        del self.drafts[draft_id]


def _head(sent: Sent) -> MessageHead:
    headers = {"to": LEAD, "message-id": f"<{sent.message_id}@mail.example>"}
    return MessageHead(
        message_id=sent.message_id,
        thread_id=sent.thread_id,
        labels=frozenset({"SENT"}),
        at=sent.at,
        headers=headers | ({SEND_HEADER.lower(): sent.header} if sent.header else {}),
    )


class CheckedMailbox:
    """The Mailbox port, each method a point of choice; it is its own opener."""

    def __init__(self, world: World) -> None:
        self._world = world

    def open(self, access_token: str, spend: Callable[[int], None] = lambda _: None) -> CheckedMailbox:
        return self

    def _call(self, name: str, act: Callable[[Account], Answer]) -> Answer:
        world = self._world
        account = world.account
        account.settle()
        fault = world.choose(name)
        if fault in _REFUSED:
            raise _error(fault, world)
        if fault == "crash_before":
            raise Crash
        if fault == "late":
            account.late.append((world.real + world.setting.late, lambda: act(account)))
            raise _error(fault, world)
        if fault == "frozen":
            world.another_worker()
        elif fault in world.acts:
            world.acts[fault]()
        return self._after(fault, act(account))

    def _after(self, fault: str, answer: Answer) -> Answer:
        if fault == "crash_after":
            raise Crash
        if fault in ("answer_lost", "busy_after"):
            raise _error(fault, self._world)
        if fault == "frozen_after":
            self._world.another_worker()
        return answer

    def profile(self) -> Profile:
        return self._call("profile", lambda box: Profile(address="ana@nordwind.example", history_id="h"))

    def aliases(self) -> tuple[Alias, ...]:
        return ()

    def create_draft(self, raw: bytes, thread_id: str = "") -> DraftMade:
        return self._call("create_draft", lambda box: box.create(raw, thread_id))

    def find_draft(self, draft_id: str) -> DraftFound | None:
        return self._call("find_draft", lambda box: _found(draft_id, box.drafts.get(draft_id)))

    def drafts(self) -> tuple[str, ...]:
        return self._call("drafts", lambda box: tuple(box.drafts))

    def delete_draft(self, draft_id: str) -> None:
        def deleted(box: Account) -> None:
            box.drafts.pop(draft_id, None)
            self._world.deleted.add(draft_id)

        self._call("delete_draft", deleted)

    def send_draft(self, draft_id: str) -> Delivery:
        self._world.asked.append(draft_id)
        return self._call("send_draft", lambda box: box.send(draft_id))

    def message(self, message_id: str) -> MessageHead | None:
        return self._call(
            "message", lambda box: next((head for head in box.heads() if head.message_id == message_id), None)
        )

    def thread(self, thread_id: str) -> tuple[MessageHead, ...]:
        return self._call("thread", lambda box: tuple(head for head in box.heads() if head.thread_id == thread_id))

    def sent_since(self, history_id: str) -> tuple[str, ...] | None:
        return self._call("history", lambda box: tuple(head.message_id for head in box.heads()))

    def search(self, query: str, most: int = 20) -> tuple[str, ...]:
        return ()  # an index that lags for ever


def _found(draft_id: str, draft: Draft | None) -> DraftFound | None:
    if draft is None:
        return None
    return DraftFound(
        draft_id=draft_id,
        message_id=draft.message_id,
        thread_id=draft.thread_id,
        is_draft=True,
        body_hash=draft.body,
        send_id=draft.header,
    )


_REFUSED = ("request_lost", "rate_limited", "mail_limit", "access_expired", "bad_mail")
"""Faults of which nothing comes."""


def _error(fault: str, world: World) -> AssistantError:
    now = world.clock.now()
    match fault:
        case "rate_limited":
            return Unavailable("Too many.", reason=fault, retry_at=now + timedelta(minutes=1))
        case "mail_limit":
            return Unavailable("Too many mails.", reason=fault, retry_at=now + timedelta(hours=24))
        case "access_expired" | "bad_mail":
            return Rejected("Refused.", reason=fault)
        case "busy_after":
            return Unavailable("Busy.", reason="server_error")
    return Unavailable("No answer.", reason="no_answer")
