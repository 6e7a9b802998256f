"""Ana's mailbox in the playground under the hands of the contract's tests: the verbs of ``FakeAccount``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from addon.accounts.sender_model import Alias
from addon.sequences.mail_model import SEND_HEADER
from playground import gmail_hands, gmail_mailbox, gmail_sending
from playground.gmail_hands import Written
from playground.gmail_mailbox import INBOX, UNREAD, Mailbox, Message
from playground.gmail_store import Mailboxes


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy that a recipient got."""

    to: str
    send_id: str


class BadRecipients:
    """The addresses Gmail refuses."""

    def __init__(self, box: Mailbox) -> None:
        self._box = box

    def add(self, address: str) -> None:
        self._box.habits.bad_recipients.append(address)


class PlaygroundAccount:
    """One account of the playground's; ``receive`` answers the newest mail of the thread it is given."""

    def __init__(self, store: Mailboxes) -> None:
        self.store, self.box = store, store.of_user("ana")
        self.box.aliases = self.box.aliases[:1]
        self.bad_recipients = BadRecipients(self.box)

    @property
    def aliases(self) -> list[Alias]:
        return []

    @aliases.setter
    def aliases(self, added: list[Alias]) -> None:
        self.box.aliases += [
            gmail_mailbox.Alias(address=one.address, name=one.name, reply_to=one.reply_to, is_verified=one.is_verified)
            for one in added
        ]

    def __setattr__(self, name: str, value: object) -> None:
        """Pass on what belongs to the mailbox's habits."""
        match name, value:
            case "pointer_outlives", bool():
                self.box.habits.pointer_outlives = value
            case (("read_lag" | "search_lag"), timedelta()):
                setattr(self.box.habits, f"{name}_seconds", value.total_seconds())
            case _:
                super().__setattr__(name, value)

    @property
    def deliveries(self) -> list[Copy]:
        """What reached mailboxes outside."""
        outside = [box for box in self.store.all() if box.user is None]
        arrived = [(box, one) for box in outside for one in box.messages.values() if "INBOX" in one.labels]
        return [Copy(box.address, one.head.get(SEND_HEADER)) for box, one in arrived]

    def create(self, raw: bytes) -> tuple[str, Message]:
        return gmail_sending.create_draft(self.store, self.box, raw, "")

    def history_id(self) -> str:
        return str(self.box.history_id)

    def forget_history(self) -> None:
        self.box.forget_history()

    def user_edits(self, draft_id: str, *, subject: str = "", text: str = "") -> None:
        old = self.box.draft(draft_id)
        assert old is not None
        to, about = old.head.get("To"), subject or old.head.get("Subject")
        gmail_hands.edit_draft(self.store, self.box, draft_id, to, about, text)

    def user_sends(self, draft_id: str) -> Message:
        return gmail_hands.send_draft(self.store, self.box, draft_id)

    def user_writes(self, to: str) -> Message:
        return gmail_hands.write(self.store, self.box, to, "By hand", "Hi")

    def receive(
        self,
        sender: str,
        *,
        thread_id: str = "",
        headers: Mapping[str, str] | None = None,
        text: str = "Hi",
        html: str = "",
        raw: bytes = b"",
        labels: Iterable[str] = (INBOX, UNREAD),
    ) -> Message:
        made = self._written(sender, thread_id, headers or {}, text, html) if not raw else self._raw(sender, raw)
        self.box.label(made, set(labels), {INBOX, UNREAD} - set(labels), self.store.now())
        return made

    def _raw(self, sender: str, raw: bytes) -> Message:
        return gmail_sending.deliver(self.store, self.box, raw, sender)

    def _written(self, sender: str, thread_id: str, headers: Mapping[str, str], text: str, html: str) -> Message:
        answered = self.box.thread(thread_id, self.store.now())[-1:]
        subject = f"Re: {answered[0].head.get('Subject')}" if answered else "Re: Hello"
        rfc_id = answered[0].rfc_id if answered else ""
        written = Written(
            sender=sender, subject=subject, text=text, html=html, in_reply_to=rfc_id, headers=dict(headers)
        )
        return gmail_hands.receive(self.store, self.box.address, written)
