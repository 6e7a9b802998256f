"""What Google calls by itself: the homepages and the moment a file was allowed."""

from __future__ import annotations

from addon.accounts.model import Caller
from addon.services import Services
from addon.web.event_object import Event
from addon.web.home_actions import home_of
from cards import response, start
from cards.response import Reply


def home(services: Services, event: Event, caller: Caller) -> Reply:  # noqa: ARG001 - every handler's shape
    """Say where to start, in a host without a sheet."""
    return response.push(start.open_a_sheet(caller.email))


def sheets_home(services: Services, event: Event, caller: Caller) -> Reply:
    """Show Home of an allowed file, else ask for it."""
    if not event.sheet_id:
        return response.push(start.allow_file(caller.email))
    return response.push(home_of(services, event, caller, fresh=True))


def sheets_granted(services: Services, event: Event, caller: Caller) -> Reply:
    """Show Home as soon as the file is allowed."""
    return sheets_home(services, event, caller)
