"""Whose name stands on a mail: what holds unless the user says otherwise, and what they may say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from addon.accounts.sender_model import Alias, Sender
from addon.errors import Invalid, Label, Rejected
from addon.lib.address import normalise
from addon.lib.text import clean

NAME_LIMIT, SIGNATURE_LIMIT, SIGNATURE_LINES = 100, 1_000, 12

_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Controls but the line feed, marks that turn text round, and halves of characters."""


def usable(aliases: Sequence[Alias]) -> tuple[Alias, ...]:
    """Return the addresses mails may be sent as: verified ones, and the mailbox's own."""
    return tuple(alias for alias in aliases if alias.is_usable)


def default_sender(mailbox: str, aliases: Sequence[Alias], signature: str) -> Sender:
    """Return who mails come from as Gmail has it set; without a name there, the first line of ``signature`` is it."""
    found = usable(aliases)
    alias = next((one for one in found if one.is_default), None) or next((one for one in found if one.is_primary), None)
    if alias is None:
        return Sender(mailbox=mailbox, address=mailbox, name=_first_line(signature))
    return Sender(
        mailbox=mailbox,
        address=alias.address,
        name=_one_line(alias.name) or _first_line(signature),
        reply_to=alias.reply_to,
    )


def held_to(sender: Sender, mailbox: str, aliases: Sequence[Alias]) -> Sender:
    """Return a sender that was stored, if mail may still leave like that; ``Rejected`` with reason ``sender_gone``."""
    if not _is_same(sender.mailbox, mailbox) or _alias(sender, aliases) is None:
        raise Rejected("The address mails leave from is no longer one of this mailbox.", reason="sender_gone")
    return sender


def checked(sender: Sender, aliases: Sequence[Alias]) -> Sender:
    """Return a sender as it may be stored; ``Invalid`` names the answer to mend."""
    alias = _alias(sender, aliases)
    if alias is None:
        raise Invalid("From: choose one of the addresses that Gmail has verified.", field="sender_address")
    name, signature = sender.name.strip(), sender.signature.strip().replace("\r\n", "\n")
    if _CONTROL.search(name) or "\n" in name or len(name) > NAME_LIMIT:
        raise _bad(Label("From name"), "sender_name", NAME_LIMIT)
    if _CONTROL.search(signature) or len(signature) > SIGNATURE_LIMIT or signature.count("\n") >= SIGNATURE_LINES:
        raise _bad(Label("Signature"), "sender_signature", SIGNATURE_LIMIT)
    reply_to = _address(sender.reply_to)
    return replace(sender, address=alias.address, name=name, signature=signature, reply_to=reply_to)


def _address(text: str) -> str:
    if not text.strip():
        return ""
    found = normalise(text)
    if found is None:
        raise Invalid("Reply to: write one mail address, or leave it empty.", field="reply_to")
    return found


def _alias(sender: Sender, aliases: Sequence[Alias]) -> Alias | None:
    return next((alias for alias in usable(aliases) if _is_same(alias.address, sender.address)), None)


def _is_same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


def _bad(label: Label, field: str, limit: int) -> Invalid:
    return Invalid("{label}: use plain text of at most {limit} characters.", field=field, label=label, limit=limit)


def _first_line(signature: str) -> str:
    return _one_line(next((line for line in signature.splitlines() if line.strip()), ""))


def _one_line(text: str) -> str:
    return clean(text)[:NAME_LIMIT]
