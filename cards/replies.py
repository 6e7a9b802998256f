"""What needs an answer: who wrote what, what it seems to mean, and the buttons that say what came of it."""

from __future__ import annotations

from urllib.parse import quote

from addon.tracking.heard_model import Outcome
from addon.tracking.inbound_model import InboundKind
from addon.tracking.intent_model import Intent, Mood
from addon.tracking.reply_model import Ask, Colleague, OpenReplies, OpenReply
from cards import widgets as w
from cards.actions import Action, Input, Param
from cards.response import Card
from cards.words import Message, moment, number, say, say_many

MAIL = "https://mail.google.com/mail/"
"""Gmail's address; of its links only those below it may stand on a card."""

INTENTS: dict[Intent, Message] = {
    Intent.INTERESTED: Message("Interested"),
    Intent.WANTS_DATE: Message("Wants a date"),
    Intent.QUESTION: Message("Asks a question"),
    Intent.OBJECTION: Message("Objects"),
    Intent.NOT_NOW: Message("Not at the moment"),
    Intent.NOT_INTERESTED: Message("Not interested"),
    Intent.WRONG_PERSON: Message("Not the right person"),
    Intent.OPT_OUT: Message("Wants no more mail"),
    Intent.AWAY: Message("Away"),
    Intent.BOUNCE: Message("Came back undelivered"),
}
"""What an answer means, in words."""

MOODS: dict[Mood, Message] = {
    Mood.POSITIVE: Message("friendly"),
    Mood.NEUTRAL: Message("neutral"),
    Mood.NEGATIVE: Message("annoyed"),
}
"""How it sounds."""

KINDS: dict[InboundKind, Message] = {
    InboundKind.OWN: Message("Your own mail"),
    InboundKind.BOUNCE: Message("Came back undelivered"),
    InboundKind.COMPLAINT: Message("Reported as spam"),
    InboundKind.AUTO_REPLY: Message("Answered by a machine"),
    InboundKind.RECEIPT: Message("A receipt"),
    InboundKind.LIST: Message("A mailing list"),
    InboundKind.CALENDAR: Message("Answered an invitation"),
    InboundKind.OPT_OUT: Message("Wants no more mail"),
    InboundKind.REPLY: Message("An answer"),
    InboundKind.COLLEAGUE: Message("An answer of somebody else"),
}
"""What a message is, where nobody read what it means."""

DONE: dict[Action, Message] = {
    Action.BOOK_REPLY: Message("Noted: a meeting is booked. The sequence is over for them."),
    Action.OPT_OUT_REPLY: Message("Opted out for good. Nobody of your team mails them any more."),
    Action.FINISH_REPLY: Message("Done. It is off this list."),
    Action.RELABEL_REPLY: Message("Corrected. Your word counts from now on."),
}
"""What the buttons have done."""

Place = dict[Param, str]


def replies(page: OpenReplies, place: Place, *, asks: Ask = Ask.NOTHING, about: str = "") -> Card:
    """Show a page of what waits; of the message with id ``about`` the card asks something before it is done."""
    return w.card(
        say_many("{count} reply needs you", "{count} replies need you", page.total),
        [
            w.section(w.paragraph(_what(page))),
            *(w.section(*_reply(one, place, asks if one.id == about else Ask.NOTHING, page)) for one in page.shown),
            w.section(_pages(place, page), _ways(place, page)),
        ],
        name="replies",
    )


def done(action: Action) -> str:
    """Say what a button has done, for the notification."""
    return say(DONE[action])


def postponed(day: str) -> str:
    """Say until when a reply is put off; ``day`` is like 2026-12-24, ``""`` for good."""
    if not day:
        return say("Noted: not now. It is off this list.")
    return say("Noted: not now. It is back here on {day}. No mail goes by itself.", day=day)


def passed_on(found: Colleague) -> str:
    """Say where the named colleague stands."""
    row = number(found.row)
    if found.is_new:
        return say("{address} is added in row {row}. No mail goes to them by itself.", address=found.address, row=row)
    return say("{address} is in the sheet already: row {row}.", address=found.address, row=row)


def _what(page: OpenReplies) -> str:
    if not page.total:
        return say("Nobody waits for you. Who answers stands here.")
    return say("Who needs an answer first stands on top. Nothing is sent by these buttons.")


def _reply(one: OpenReply, place: Place, ask: Ask, page: OpenReplies) -> tuple[w.Widget | None, ...]:
    here = place | {Param.HEARD: one.id, Param.PAGE: str(page.page)}
    said = w.fact("\n".join(filter(None, _lines(one))), label=_where(one))
    if ask is Ask.DATE:
        return said, *_date(here)
    if ask is Ask.PERSON:
        return said, *_person(one, here)
    if ask is Ask.LABEL:
        return said, *_label(one, here)
    return said, *_outcomes(one, here)


def _where(one: OpenReply) -> str:
    step = say("Row {row} · step {step}", row=number(one.row), step=number(one.step))
    when = step if one.row else say("Step {step}", step=number(one.step))
    return " · ".join(filter(None, (moment(one.at, one.zone), when, one.campaign)))


def _lines(one: OpenReply) -> tuple[str, ...]:
    return (
        " · ".join(filter(None, (one.name, one.company, one.address))),
        _meaning(one),
        f"“{one.words}”" if one.words else "",
        say("Written by {who}", who=_whom(one.sender_name, one.sender)) if one.sender else "",
        say("They name {who}", who=_whom(one.contact_name, one.contact)) if one.contact else "",
        say("You put this off until today.") if one.outcome is Outcome.NOT_NOW else "",
    )


def _whom(name: str, address: str) -> str:
    return f"{name} ({address})" if name else address


def _meaning(one: OpenReply) -> str:
    """Say what it means and how it sounds; what it is, where nobody read it."""
    meaning = INTENTS[Intent(one.intent)] if one.intent in tuple(Intent) else KINDS[one.kind]
    mood = MOODS[Mood(one.mood)] if one.mood in (Mood.POSITIVE, Mood.NEGATIVE) else None
    return f"{say(meaning)} · {say(mood)}" if mood else say(meaning)


def _outcomes(one: OpenReply, here: Place) -> tuple[w.Widget | None, ...]:
    asks_whom = here | {Param.ASKS: str(Ask.PERSON)}
    wrong = (Action.NAME_COLLEAGUE, here) if one.contact else (Action.SHOW_REPLIES, asks_whom)
    return (
        w.buttons(
            w.button(say("Meeting booked"), Action.BOOK_REPLY, here),
            w.button(say("Not now"), Action.SHOW_REPLIES, here | {Param.ASKS: str(Ask.DATE)}),
            w.button(say("Wrong person"), *wrong),
        ),
        w.buttons(
            w.button(say("Opt out"), Action.OPT_OUT_REPLY, here),
            w.button(say("Done"), Action.FINISH_REPLY, here),
        ),
        w.buttons(
            w.link_button(say("Open in Gmail"), _thread(one)) if one.thread_id else None,
            w.button(say("This label is wrong"), Action.SHOW_REPLIES, here | {Param.ASKS: str(Ask.LABEL)}),
        ),
    )


def _thread(one: OpenReply) -> str:
    """Return the thread's address in the account it stands in, whichever the browser has open."""
    account = f"?authuser={_quoted(one.account)}" if one.account else ""
    return f"{MAIL}{account}#all/{_quoted(one.thread_id)}"


def _quoted(text: str) -> str:
    return quote(text, safe="", errors="replace")


def _date(here: Place) -> tuple[w.Widget | None, ...]:
    return (
        w.day(Input.LOOK_AT, say("Show it to me again on")),
        w.paragraph(say("Without a day it is off this list for good.")),
        w.buttons(w.button(say("Not now"), Action.POSTPONE_REPLY, here, primary=True), _back(here)),
    )


def _person(one: OpenReply, here: Place) -> tuple[w.Widget | None, ...]:
    return (
        w.text_input(Input.COLLEAGUE, say("The colleague's e-mail address"), one.contact, limit=254, is_email=True),
        w.text_input(Input.COLLEAGUE_NAME, say("The colleague's name"), one.contact_name, limit=200),
        w.buttons(w.button(say("Wrong person"), Action.NAME_COLLEAGUE, here, primary=True), _back(here)),
    )


def _label(one: OpenReply, here: Place) -> tuple[w.Widget | None, ...]:
    chosen = one.intent if one.intent in tuple(Intent) else str(Intent.QUESTION)
    items = [(str(intent), say(text)) for intent, text in INTENTS.items()]
    return (
        w.choice(Input.INTENT, say("What this reply means"), items, chosen),
        w.buttons(w.button(say("Save"), Action.RELABEL_REPLY, here, primary=True), _back(here)),
    )


def _back(here: Place) -> w.Widget:
    return w.button(say("Back"), Action.SHOW_REPLIES, here)


def _pages(place: Place, page: OpenReplies) -> w.Widget | None:
    more = say_many("{count} more", "{count} more", page.left)
    return w.buttons(
        w.button(say("Back"), Action.SHOW_REPLIES, place | {Param.PAGE: str(page.page - 1)}) if page.page else None,
        w.button(more, Action.SHOW_REPLIES, place | {Param.PAGE: str(page.page + 1)}) if page.left else None,
    )


def _ways(place: Place, page: OpenReplies) -> w.Widget | None:
    return w.buttons(
        w.button(say("Refresh"), Action.SHOW_REPLIES, place | {Param.PAGE: str(page.page)}),
        w.button(say("Back to Home"), Action.SHOW_HOME, place),
    )
