"""Who mails come from: the mailbox, the address, the name, where answers go, and the signature."""

from __future__ import annotations

from collections.abc import Sequence

from addon.accounts.sender_model import Alias, Sender
from cards import widgets as w
from cards.actions import Action, Input, Param
from cards.response import Card
from cards.words import say


def sender_line(sender: Sender) -> str:
    """Name who mails come from as their readers will see it, and the mailbox where that is another address."""
    shown = f"{sender.name} <{sender.address}>" if sender.name else sender.address
    if sender.address.casefold() == sender.mailbox.casefold():
        return shown
    return say("{sender}, sent by {mailbox}", sender=shown, mailbox=sender.mailbox)


def sender_form(sender: Sender, aliases: Sequence[Alias], place: dict[Param, str]) -> Card:
    """Ask who mails come from; ``aliases`` are those that may be used."""
    offered = tuple({w.plain(alias.address): _alias_line(alias) for alias in aliases}.items())
    gmail_keeps = say("Addresses come from Gmail: Settings, Accounts, Send mail as.")
    return w.card(
        say("Who mails come from"),
        [
            w.section(
                w.fact(sender_line(sender), label=say("Mail leaves from"), below=gmail_keeps, icon="EMAIL"),
            ),
            w.section(
                w.choice(Input.SENDER_ADDRESS, say("From"), offered, w.plain(sender.address)),
                w.text_input(Input.SENDER_NAME, say("From name"), sender.name, limit=100),
                w.text_input(
                    Input.REPLY_TO, say("Reply to"), sender.reply_to, hint=say("Empty: the same address"), limit=254
                ),
                w.text_input(
                    Input.SENDER_SIGNATURE,
                    say("Signature"),
                    sender.signature,
                    hint=say("Empty: the one of What we sell"),
                    multiline=True,
                    limit=1_000,
                ),
                w.buttons(
                    w.button(say("Save"), Action.SAVE_SENDER, place, primary=True),
                    w.button(say("Settings"), Action.SHOW_SETTINGS, place),
                ),
            ),
        ],
        name="sender",
    )


def _alias_line(alias: Alias) -> str:
    return f"{alias.name} <{alias.address}>" if alias.name else alias.address
