"""What a click has done, in one sentence; and the card that says what went wrong, why, and what to do."""

from __future__ import annotations

from cards import widgets as w
from cards.actions import Action
from cards.response import Card
from cards.words import Message, say, say_many

DONE = {
    Action.UNDO_SEQUENCE: Message("Undone. Nothing was sent."),
    Action.PAUSE_SEQUENCE: Message("Paused. Everybody keeps their place."),
    Action.RESUME_SEQUENCE: Message("Resumed. Mails go by themselves again."),
    Action.STOP_SEQUENCE: Message("Stopped. No further mail of this sequence goes."),
    Action.SAVE_SEQUENCE: Message("Saved. It counts once you confirm."),
    Action.RENEW_SEQUENCE: Message("Approved as shown."),
    Action.RETRY_HELD: Message("It is tried again, and goes unless something still stands in its way."),
    Action.SENT_HELD: Message("Marked as sent."),
    Action.CANCEL_HELD: Message("Cancelled. This person gets no further step."),
    Action.YES_HELD: Message("Another one will be sent."),
}
"""What the buttons of sequences have done."""


def done(action: Action) -> str:
    """Say what a button has done, for the notification."""
    return say(DONE[action])


def confirmed(people: int) -> str:
    """Say how many people a confirmed sequence is for."""
    return say_many("Confirmed for {count} person.", "Confirmed for {count} people.", people)


def tested(address: str) -> str:
    """Say where a test mail went."""
    return say("A test is on its way to {address}.", address=address)


def problem(message: str, reference: str) -> Card:
    """Say one sentence and the reference that finds its log line."""
    return w.card(
        say("That did not work"),
        [
            w.section(
                w.fact(message, icon="STAR"),
                w.fact(reference, label=say("Reference for your administrator")),
            ),
            w.section(w.buttons(w.button(say("Back to Home"), Action.SHOW_HOME, primary=True))),
        ],
        name="problem",
    )
