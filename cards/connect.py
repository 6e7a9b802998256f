"""What came of asking Google: connected, or what does not work without it, and the way on."""

from __future__ import annotations

from collections.abc import Sequence

from addon.accounts.grant_model import Ending, GrantKind, Outcome
from addon.accounts.scope_model import Scope
from cards import widgets as w
from cards.actions import Action, Param
from cards.response import Card
from cards.words import Message, say

NAMES = {GrantKind.GMAIL: Message("Gmail"), GrantKind.SHEETS: Message("Google Sheets")}
BUTTONS = {GrantKind.GMAIL: Message("Connect Gmail"), GrantKind.SHEETS: Message("Connect Sheets")}

LOST = {
    Scope.GMAIL_COMPOSE: Message("No mail can be drafted or sent."),
    Scope.GMAIL_READONLY: Message("Nobody sees whether a mail has gone or was answered, so nothing may be sent."),
    Scope.SPREADSHEETS: Message("Nothing is written into your sheet while its sidebar is closed."),
    Scope.DRIVE_FILE: Message("The sheet can be neither read nor written."),
}
"""What does not work without a scope."""

TITLES = {
    Ending.CONNECTED: Message("Connected"),
    Ending.LATER: Message("Google does not answer"),
}

STORIES = {
    Ending.CONNECTED: Message("{connection} is connected as {account}. You can close this window."),
    Ending.DENIED: Message("You said no at Google. Close this window; {button} asks again whenever you like."),
    Ending.PARTIAL: Message("A box was left unticked. {lost} Press {button} again and leave every box ticked."),
    Ending.SOMEBODY_ELSE: Message(
        "You signed in as {account}, the add-on runs as {expected}. Press {button} again and choose {expected}."
    ),
    Ending.STALE: Message("This page is too old, or belongs to another window. Close it and press {button} again."),
    Ending.REPLAYED: Message("This page was used already. Close it, look at Settings, and press {button} if needed."),
    Ending.INCOMPLETE: Message("Google gave no access that lasts. Close this window and press {button} again."),
    Ending.LATER: Message("Wait a minute, close this window and press {button} again."),
    Ending.MISCONFIGURED: Message("This server's OAuth client is not set up. Tell the administrator of the add-on."),
    Ending.REFUSED: Message("Google refused the request. Close this window and press {button} again."),
}


def title(outcome: Outcome) -> str:
    """Return the headline of the page that ends a visit to Google."""
    return say(TITLES.get(outcome.ending, Message("Nothing was connected")))


def story(kind: GrantKind, outcome: Outcome) -> str:
    """Say in words what happened, and the mend."""
    return say(
        STORIES[outcome.ending],
        connection=say(NAMES[kind]),
        button=say(BUTTONS[kind]),
        account=outcome.account or w.NOTHING,
        expected=outcome.expected or w.NOTHING,
        lost=lost(outcome.missing),
    )


def lost(scopes: Sequence[str]) -> str:
    """Say what does not work without these scopes."""
    return " ".join(say(LOST[Scope(scope)]) for scope in scopes if scope in LOST)


def refused(scopes: Sequence[Scope], parameters: dict[Param, str]) -> Card:
    """Say what does not work because the user ticked no box for it, and offer to ask once more.

    ``parameters`` carry a key of this card's own: each is good for one more question.
    """
    return w.card(
        say("Something is not allowed"),
        [
            w.section(
                w.fact(lost(scopes), icon="STAR"),
                w.paragraph(say("You were asked for this and left it unticked. Nothing was changed.")),
                w.buttons(w.button(say("Ask me again"), Action.ASK_SCOPES, parameters, primary=True)),
            )
        ],
        name="refused",
    )
