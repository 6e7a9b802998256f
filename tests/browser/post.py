"""Mailboxes behind the page alone: answers what the page asks of ``/play/mailboxes``, and lets mail be put there."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parseaddr
from itertools import count
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Page, Route

from playground.cast import CAST

ANA = CAST["ana"].email
BEGAN = datetime(2027, 1, 4, 8, tzinfo=UTC)
Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """One mail as the add-on would write it."""

    to: str
    subject: str = "Pallets from Rotterdam"
    text: str = "Hi Jonas,\n\nshall we talk on Tuesday?\n"
    html: str = ""
    headers: dict[str, str] = field(default_factory=dict)


class Post:
    """Everybody's mail: by address the threads, each a list of messages as the page reads them."""

    def __init__(self, page: Page) -> None:
        self.boxes: dict[str, dict[str, list[Json]]] = {user.email: {} for user in CAST.values()}
        self.numbers = count(1)
        page.route("**/play/mailboxes", lambda route: route.fulfill(json={"mailboxes": self.listing()}))
        page.route("**/play/mailboxes/**", self.answer)

    # What tests put there

    def draft(self, mail: Mail) -> None:
        """Write a draft of Ana's."""
        self._put(ANA, mail, f"Ana Lindqvist <{ANA}>", ["DRAFT"], draft=f"r{next(self.numbers)}")

    def send(self, mail: Mail) -> None:
        """Send a mail of Ana's."""
        self._put(ANA, mail, f"Ana Lindqvist <{ANA}>", ["SENT"])
        self._put(parseaddr(mail.to)[1], mail, f"Ana Lindqvist <{ANA}>", ["INBOX", "UNREAD"])

    def receive(self, sender: str, *, to: str = ANA, subject: str, text: str, html: str = "") -> None:
        """Let a mail from outside arrive."""
        mail = Mail(to=to, subject=subject, text=text, html=html)
        self._put(to, mail, sender, ["INBOX", "UNREAD"])
        self._put(parseaddr(sender)[1], mail, sender, ["SENT"])

    def _put(self, address: str, mail: Mail, sender: str, labels: list[str], draft: str | None = None) -> None:
        number = next(self.numbers)
        headers = {"Message-ID": f"<{number}@mail.gmail.com>", **mail.headers}
        subject = mail.subject.removeprefix("Re: ")
        self.boxes.setdefault(address, {}).setdefault(subject, []).append(
            {
                "id": str(number),
                "threadId": subject,
                "draftId": draft,
                "from": sender,
                "to": mail.to,
                "subject": mail.subject,
                "at": (BEGAN + timedelta(minutes=number)).isoformat(),
                "text": mail.text,
                "html": mail.html,
                "labels": labels,
                "headers": [{"name": name, "value": value} for name, value in headers.items()],
            }
        )

    # What the page asks

    def listing(self) -> list[Json]:
        users = {user.email: user for user in CAST.values()}
        return [
            {
                "address": address,
                "name": users[address].name if address in users else "",
                "user": users[address].id if address in users else None,
                "zone": users[address].zone if address in users else None,
                "unread": sum("UNREAD" in message["labels"] for message in self.messages(address)),
            }
            for address in self.boxes
        ]

    def messages(self, address: str) -> list[Json]:
        return [message for messages in self.boxes[address].values() for message in messages]

    def answer(self, route: Route) -> None:
        address, *what = [unquote(part) for part in urlsplit(route.request.url).path.split("/")[3:]]
        if what:
            self.act(address, what, route.request.post_data_json or {})
        threads = [{"id": key, "messages": messages} for key, messages in self.boxes[address].items() if messages]
        route.fulfill(json={"address": address, "threads": threads})

    def act(self, address: str, what: list[str], body: Json) -> None:
        match what:
            case ["receive"]:
                self.receive(body["from"], to=address, subject=body["subject"], text=body["text"])
            case ["messages", message_id, "read"]:
                read = next(message for message in self.messages(address) if message["id"] == message_id)
                read["labels"] = [label for label in read["labels"] if label != "UNREAD"]
            case ["drafts", draft_id, hand]:
                found = next(message for message in self.messages(address) if message["draftId"] == draft_id)
                self.handle(address, found, hand, body)

    def handle(self, address: str, draft: Json, hand: str, body: Json) -> None:
        if hand == "edit":
            draft.update(body)
            return
        self.boxes[address][draft["threadId"]].remove(draft)
        if hand == "send":
            self.send(Mail(to=draft["to"], subject=draft["subject"], text=draft["text"]))
