"""The Held card and its buttons."""

from __future__ import annotations

from addon.accounts.model import Caller
from addon.services import Services
from addon.web.event_object import Event
from addon.web.open_file import file_of
from cards import held as held_card
from cards import notice, response
from cards.actions import Action, Input, Param
from cards.response import Card, Reply


def open_held(services: Services, event: Event, caller: Caller) -> Reply:
    """Show what waits, from a card that stays beneath."""
    return response.push(_card(services, event, caller))


def show_held(services: Services, event: Event, caller: Caller) -> Reply:
    """Show what waits now."""
    return response.update(_card(services, event, caller))


def retry_held(services: Services, event: Event, caller: Caller) -> Reply:
    """Have a mail go on, or ask first where a copy may already have gone."""
    id = event.parameter(Param.ENROLLMENT)
    if services.held.retry(caller, id, event.parameter(Param.SEND)):
        return response.update(_card(services, event, caller), notice.done(Action.RETRY_HELD))
    return response.update(_card(services, event, caller, asks=id))


def yes_held(services: Services, event: Event, caller: Caller) -> Reply:
    """Open another attempt: the user was told that a copy may be out, and said yes."""
    services.held.again(caller, event.parameter(Param.ENROLLMENT), event.parameter(Param.SEND))
    return response.update(_card(services, event, caller), notice.done(Action.YES_HELD))


def sent_held(services: Services, event: Event, caller: Caller) -> Reply:
    """Take the user's word that a mail is out."""
    services.held.mark_sent(caller, event.parameter(Param.ENROLLMENT), event.parameter(Param.SEND))
    return response.update(_card(services, event, caller), notice.done(Action.SENT_HELD))


def cancel_held(services: Services, event: Event, caller: Caller) -> Reply:
    """End the sequence for one person."""
    services.held.cancel(caller, event.parameter(Param.ENROLLMENT))
    return response.update(_card(services, event, caller), notice.done(Action.CANCEL_HELD))


def _card(services: Services, event: Event, caller: Caller, asks: str = "") -> Card:
    place = {Param.FILE: file_of(event), Param.TAB: event.text(Input.TAB) or event.parameter(Param.TAB)}
    return held_card.held(
        services.held.mails(caller, asks, file_of(event), event.access_token),
        {key: value for key, value in place.items() if value},
        page=event.page(Param.PAGE),
        total=services.held.count(caller),
        left=services.held.left(caller),
    )
