"""The Replies card and its buttons."""

from __future__ import annotations

from addon.accounts.model import Caller
from addon.services import Services
from addon.tracking.reply_model import Ask
from addon.web.event_object import Event
from addon.web.open_file import file_of
from cards import replies as replies_card
from cards import response
from cards.actions import Action, Input, Param
from cards.response import Card, Reply


def open_replies(services: Services, event: Event, caller: Caller) -> Reply:
    """Show what waits, from a card that stays beneath."""
    return response.push(_card(services, event, caller))


def show_replies(services: Services, event: Event, caller: Caller) -> Reply:
    """Show what waits now; a button may want to ask something about one of them first."""
    asked = event.parameter(Param.ASKS)
    return response.update(_card(services, event, caller, Ask(asked) if asked in tuple(Ask) else Ask.NOTHING))


def book_reply(services: Services, event: Event, caller: Caller) -> Reply:
    """Note that a meeting is booked."""
    services.replies.booked(caller, event.parameter(Param.HEARD))
    return _done(services, event, caller, replies_card.done(Action.BOOK_REPLY))


def postpone_reply(services: Services, event: Event, caller: Caller) -> Reply:
    """Put a reply off until the day picked, or for good."""
    day = event.day(Input.LOOK_AT)
    services.replies.not_now(caller, event.parameter(Param.HEARD), day)
    return _done(services, event, caller, replies_card.postponed(day.isoformat() if day else ""))


def name_colleague(services: Services, event: Event, caller: Caller) -> Reply:
    """Add the colleague who was typed, else the one whom the message names, to the sheet."""
    found = services.replies.wrong_person(
        caller,
        event.parameter(Param.HEARD),
        event.text(Input.COLLEAGUE),
        event.text(Input.COLLEAGUE_NAME),
        file_of(event),
        event.access_token,
    )
    return _done(services, event, caller, replies_card.passed_on(found))


def opt_out_reply(services: Services, event: Event, caller: Caller) -> Reply:
    """Let nobody of the tenant mail them again."""
    services.replies.opt_out(caller, event.parameter(Param.HEARD))
    return _done(services, event, caller, replies_card.done(Action.OPT_OUT_REPLY))


def finish_reply(services: Services, event: Event, caller: Caller) -> Reply:
    """Take a reply off the list."""
    services.replies.done(caller, event.parameter(Param.HEARD))
    return _done(services, event, caller, replies_card.done(Action.FINISH_REPLY))


def relabel_reply(services: Services, event: Event, caller: Caller) -> Reply:
    """Take the user's word for what a reply means."""
    services.replies.relabel(caller, event.parameter(Param.HEARD), event.text(Input.INTENT))
    return _done(services, event, caller, replies_card.done(Action.RELABEL_REPLY))


def _done(services: Services, event: Event, caller: Caller, said: str) -> Reply:
    return response.update(_card(services, event, caller), said)


def _card(services: Services, event: Event, caller: Caller, asks: Ask = Ask.NOTHING) -> Card:
    place = {Param.FILE: file_of(event), Param.TAB: event.text(Input.TAB) or event.parameter(Param.TAB)}
    return replies_card.replies(
        services.replies.open(caller, event.page(Param.PAGE), file_of(event), event.access_token),
        {key: value for key, value in place.items() if value},
        asks=asks,
        about=event.parameter(Param.HEARD),
    )
