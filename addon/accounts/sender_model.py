"""Whose name stands on a mail: the mailbox it leaves from, the alias, the reply address, the signature."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """An address Gmail lets a user send as; ``is_verified`` ones only may be used, the primary one always is."""

    address: str
    name: str = ""
    is_primary: bool = False
    is_default: bool = False
    is_verified: bool = True
    reply_to: str = ""

    @property
    def is_usable(self) -> bool:
        """Whether mails may be sent as it: a verified one, or the mailbox's own."""
        return self.is_verified or self.is_primary


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who a user's mails come from. ``mailbox`` is the Gmail account, ``address`` it or one of its aliases.

    ``signature`` is plain text; blank means the one of What we sell. ``reply_to`` blank means ``address``.
    """

    mailbox: str
    address: str
    name: str = ""
    reply_to: str = ""
    signature: str = ""
