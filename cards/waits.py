"""Why the next mail does not go yet, in a sentence for every lock of the gate."""

from __future__ import annotations

from datetime import datetime

from addon.sequences.gate_model import Lock
from cards.times import soon
from cards.words import Message, say

WAITS = {
    Lock.KILL_SWITCH: Message(
        "All sending is stopped for your organisation. An administrator lets it go on in Settings"
    ),
    Lock.OPTED_OUT: Message("They opted out: no mail goes to them any more"),
    Lock.BOUNCED: Message("The address does not take mail"),
    Lock.REPLIED: Message("They replied"),
    Lock.BOOKED: Message("A meeting is booked"),
    Lock.WROTE_BY_HAND: Message("You wrote to them yourself"),
    Lock.OVER: Message("The sequence is over for them"),
    Lock.PAUSED: Message("Paused. Press Resume to go on"),
    Lock.AWAY: Message("They are out of office"),
    Lock.NOT_CONFIRMED: Message("Not confirmed yet"),
    Lock.ANSWERED: Message("Somebody answered in the thread"),
    Lock.THREAD_GONE: Message("The conversation was deleted in Gmail"),
    Lock.PERSON: Message("A colleague is writing to this person"),
    Lock.COMPANY: Message("Enough people of this company are being written to"),
    Lock.ROW_CHANGED: Message("The row holds another person now"),
    Lock.ROW_GONE: Message("The row was deleted"),
    Lock.EDITED: Message("The text in the row was edited after Confirm"),
    Lock.FOOTER: Message("The footer of mails has changed since Confirm"),
    Lock.APPROVAL: Message("This mail is not approved as it is now"),
    Lock.MISSING_FIELD: Message("The text needs a value that the row does not have"),
    Lock.POISONED: Message("Something in this mail broke on our side several times"),
    Lock.NO_ADDRESS: Message(
        "No postal address is set. Every mail must carry one: an administrator sets it in Settings"
    ),
    Lock.SENDER: Message(
        "Gmail may not send from the address you approved: connect that account again in Settings, "
        "or let Gmail verify the address again"
    ),
    Lock.GRANT: Message("Gmail is not connected any more. Connect it in Settings and the mails go on by themselves"),
    Lock.SHEET_GRANT: Message(
        "The sheet cannot be read to see what you edited. Connect Sheets in Settings and the mails go on by themselves"
    ),
    Lock.MAILBOX_PAUSED: Message("Google's limit"),
    Lock.CAP: Message("Your limit of mails a day"),
    Lock.WINDOW: Message("Outside their working hours"),
    Lock.HOLIDAY: Message("A public holiday where they are"),
    Lock.SPACING: Message("A pause between two mails"),
}
"""What each lock means. Each is a sentence by itself, and goes before ``: waiting until``."""

GOOGLES_DAY = Message("Google's daily limit")
"""What Google's limit is called when it holds for longer than its limits of a minute ever do."""

TIMED = frozenset(
    {Lock.AWAY, Lock.MAILBOX_PAUSED, Lock.CAP, Lock.WINDOW, Lock.HOLIDAY, Lock.SPACING},
)
"""Locks that open by themselves at an instant; the others open when somebody does something."""

LONG_SECONDS = 3_600
"""Google's limits of a minute are over long before an hour, its limit of mails a day hardly ever sooner."""


def waiting_line(lock: str, until: datetime | None, zone: str, now: datetime | None = None) -> str:
    """Say what a mail waits for and, where it ends by itself, until when in the IANA zone ``zone``.

    ``lock`` is a word of ``Lock``; another word is named as it is, ``""`` gives ``""``.
    """
    if not lock:
        return ""
    why = _why(lock, until, now)
    if until is None or lock not in TIMED:
        return why
    return say("{why}: waiting until {time}", why=why, time=soon(until, zone, now))


def _why(lock: str, until: datetime | None, now: datetime | None) -> str:
    if lock not in WAITS:
        return say("Waiting ({reason})", reason=lock)
    if lock == Lock.MAILBOX_PAUSED and until and now and (until - now).total_seconds() > LONG_SECONDS:
        return say(GOOGLES_DAY)
    return say(WAITS[Lock(lock)])
