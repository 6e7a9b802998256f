"""Mail in the playground's mailboxes: what the add-on and people outside would put there."""

from __future__ import annotations

from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formataddr

from playground import gmail_hands, gmail_sending
from playground.cast import CAST
from playground.gmail_hands import Written
from playground.gmail_store import Mailboxes

ANA = CAST["ana"].email


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """One mail as the add-on would write it."""

    to: str
    subject: str = "Pallets from Rotterdam"
    text: str = "Hi Jonas,\n\nshall we talk on Tuesday?\n"
    html: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    def written(self) -> bytes:
        made = EmailMessage(policy=SMTP)
        made["From"] = formataddr((CAST["ana"].name, ANA))
        made["To"] = self.to
        made["Subject"] = self.subject
        for name, value in self.headers.items():
            made[name] = value
        made.set_content(self.text)
        if self.html:
            made.add_alternative(self.html, subtype="html")
        return made.as_bytes()


class Post:
    """Puts mail into mailboxes, which are empty at first."""

    def __init__(self, store: Mailboxes) -> None:
        self.store = store
        store.reset()

    def draft(self, mail: Mail) -> None:
        """Write a draft of Ana's."""
        with self.store.act():
            gmail_sending.create_draft(self.store, self.store.get(ANA), mail.written(), "")

    def send(self, mail: Mail) -> None:
        """Send a mail of Ana's."""
        with self.store.act():
            gmail_sending.send(self.store, self.store.get(ANA), mail.written(), "")

    def receive(self, sender: str, *, to: str = ANA, subject: str, text: str, html: str = "") -> None:
        """Let a mail from outside arrive."""
        with self.store.act():
            written = Written(sender=sender, subject=subject, text=text, html=html)
            gmail_hands.receive(self.store, to, written)
