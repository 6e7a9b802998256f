"""Grants from the sidebar: ending one, and Google's own scopes of the add-on."""

from __future__ import annotations

from collections.abc import Sequence

from addon.accounts.connection_model import Door
from addon.accounts.model import Caller
from addon.accounts.scope_model import Scope
from addon.accounts.scopes import missing
from addon.errors import Invalid
from addon.lib.ids import random_id
from addon.services import Services
from addon.web.event_object import Event
from addon.web.home_actions import show_home
from addon.web.open_file import file_of
from addon.web.router import Handler
from addon.web.settings_actions import settings_of
from cards import connect, response, settings
from cards.actions import Param
from cards.response import Reply

SHEET = (Scope.DRIVE_FILE,)
"""What working on the open file takes."""


def disconnect(services: Services, event: Event, caller: Caller) -> Reply:
    """End the grant behind a door, and say whether Google knows."""
    asked = event.parameter(Param.DOOR)
    if asked not in tuple(Door):
        raise Invalid("There is nothing to disconnect here.", reason="no_connection")
    ended = services.connections.disconnect(caller, Door(asked))
    return response.update(settings_of(services, event, caller), settings.disconnected(Door(asked), ended=ended))


def needing(scopes: Sequence[Scope], handler: Handler) -> Handler:
    """Have a handler run only with these of the add-on's scopes: else Google asks for them, once, then a card says so.

    Google calls again with the same request after the user has answered. Where an event names no scopes, the user was
    not free to leave one out.
    """

    def handle(services: Services, event: Event, caller: Caller) -> Reply:
        if event.scopes is None:
            return handler(services, event, caller)
        if absent := missing(scopes, event.scopes):
            return _ask(services, event, caller, absent)
        services.scope_asks.forget(caller)
        return handler(services, event, caller)

    return handle


def ask_scopes(services: Services, event: Event, caller: Caller) -> Reply:
    """Have Google ask once more, as the user wishes; with everything given, go on to Home."""
    if absent := missing(SHEET, event.scopes if event.scopes is not None else SHEET):
        return _ask(services, event, caller, absent, event.parameter(Param.KEY))
    services.scope_asks.forget(caller)
    return show_home(services, event, caller)


def _ask(services: Services, event: Event, caller: Caller, absent: Sequence[Scope], key: str = "") -> Reply:
    if services.scope_asks.may_ask(caller, absent, key):
        return response.ask_scopes(absent)
    place = {Param.FILE: file_of(event), Param.KEY: random_id()}
    return response.push(connect.refused(absent, {name: value for name, value in place.items() if value}))
