"""Why a mail is held, in words, and what a person can do about it."""

from __future__ import annotations

from addon.sequences.gate_model import Lock
from addon.sequences.signal_model import SignalKind
from cards.words import Message, say

HELD_REASONS: dict[str, Message] = {
    "edited_draft": Message("You edited this draft in Gmail. Retry sends it as you left it."),
    "deleted_draft": Message("You deleted this draft in Gmail before it was sent. Retry writes it again."),
    "draft_gone": Message("The draft disappeared and no sent copy was found. It may have been sent."),
    "ambiguous": Message(
        "Gmail did not say whether it was sent. The draft is still there: Retry asks Gmail to send it once more."
    ),
    "reconnect": Message(
        "Gmail did not accept our access any more. Connect Gmail again in Settings, then press Retry."
    ),
    "bad_recipient": Message("Gmail refuses this address. Correct it in the row and start the sequence for it again."),
    Lock.POISONED: Message("Something in this mail broke on our side several times. Retry tries once more."),
    "left_in_drafts": Message(
        "This mail may not go any more, and it is open whether a copy went. Its draft is left in your Drafts."
    ),
    Lock.WROTE_BY_HAND: Message("You wrote to this person yourself in the meantime. Retry goes on all the same."),
    Lock.ANSWERED: Message("Somebody answered in the thread. Read the answer before you go on."),
    Lock.THREAD_GONE: Message(
        "The conversation was deleted in Gmail, so nobody can tell whether they answered. Retry goes on in a new one."
    ),
    Lock.PERSON: Message("A colleague is in a sequence with this person. Retry once theirs is over."),
    Lock.COMPANY: Message(
        "Enough people of this company are in a sequence already. Retry once one of them is through."
    ),
    Lock.ROW_CHANGED: Message("The row holds another person than the one you confirmed."),
    Lock.ROW_GONE: Message(
        "The row is gone, or its sheet is, or is closed to you. Put it back and press Retry, or cancel this."
    ),
    Lock.EDITED: Message(
        "The text in the row was edited after Confirm. Approve the new text, or put the old one back."
    ),
    Lock.FOOTER: Message("The footer of mails has changed since Confirm. Approve this mail with the new one."),
    Lock.APPROVAL: Message("This mail is not approved as it is now. Look at it and approve it."),
    Lock.MISSING_FIELD: Message(
        "The text needs a value that the row does not have. Fill the cell and approve the mail."
    ),
    SignalKind.LEFT: Message(
        "An automatic answer says that they work there no more. Replies names whom to write to instead, if it says so."
    ),
    SignalKind.SOFT_BOUNCED: Message(
        "Two mails came back though the address is right: a full mailbox, a server that is down. Retry goes on."
    ),
    SignalKind.BLOCKED: Message(
        "Their mail server refused the mail for what it says or where it comes from. Retry goes on with the next one."
    ),
    SignalKind.OWN_LIMIT: Message(
        "The mail came back because your own mailbox may send no more for now. Retry goes on with the next one."
    ),
}
"""Every word a held mail can carry: what happened first, then the mend."""

TAKEN_BACK = frozenset({Lock.EDITED})
"""Those of ``RENEWED`` that also end when what was changed is put back; of the others a Retry is held again."""


def held_reason(reason: str) -> str:
    """Say why a mail is held; a word without a sentence is given as it is, for whoever must look into it."""
    if reason in HELD_REASONS:
        return say(HELD_REASONS[reason])
    return say("It stopped for a reason we have no words for: {reason}.", reason=reason or "—")
