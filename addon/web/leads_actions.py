"""Checking leads and saying what the columns mean."""

from __future__ import annotations

from addon.accounts.model import Caller
from addon.leads.model import Field
from addon.services import Services
from addon.web.event_object import Event
from addon.web.open_file import open_file
from cards import columns, leads, response
from cards.actions import COLUMN, COLUMN_INPUT, NO_COLUMN
from cards.response import Reply
from cards.words import say


def check_leads(services: Services, event: Event, caller: Caller) -> Reply:
    """Read the chosen tab and say what is in it."""
    file = open_file(services, event, caller, fresh=True)
    return response.push(
        leads.checked(services.leads.check(caller, file.workbook, file.tab, file.access_token), file.id)
    )


def show_columns(services: Services, event: Event, caller: Caller) -> Reply:
    """Say what the columns of the chosen tab mean."""
    file = open_file(services, event, caller)
    check = services.leads.check(caller, file.workbook, file.tab, file.access_token)
    return response.push(columns.columns(check, file.id))


def save_columns(services: Services, event: Event, caller: Caller) -> Reply:
    """Store the user's columns and check again."""
    file = open_file(services, event, caller)
    answers = {field: text for field in Field if (text := _column(event, field)) is not None}
    check = services.leads.save_columns(caller, file.workbook, file.tab, answers, file.access_token)
    return response.update(leads.checked(check, file.id), say("Saved. This tab is read like this from now on."))


def _column(event: Event, field: Field) -> str | None:
    """Return the key of the header chosen for a field, ``""`` for none, None where the form did not say."""
    value = event.text(f"{COLUMN_INPUT}{field}")
    if value == NO_COLUMN:
        return ""
    return value.removeprefix(COLUMN) if value.startswith(COLUMN) else None
