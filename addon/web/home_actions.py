"""Home, and the question for the open file."""

from __future__ import annotations

from addon.accounts.model import Caller
from addon.services import Services
from addon.web.draft_actions import cost_of
from addon.web.event_object import Event
from addon.web.open_file import file_of, open_file
from cards import home as home_card
from cards import response, start
from cards.response import Card, Reply


def home_of(services: Services, event: Event, caller: Caller, *, fresh: bool = False) -> Card:
    """Build Home of the open file: at most two calls to Google, for the tabs and for the numbers."""
    file = open_file(services, event, caller, fresh=fresh)
    numbers = services.leads.numbers(caller, file.id, file.tab.sheet_id, file.access_token)
    view = home_card.Home(
        email=caller.email,
        workbook=file.workbook,
        tab=file.tab,
        numbers=numbers,
        cost=cost_of(services, numbers.get("rows", 0) - numbers.get("drafted", 0)),
        runs=tuple(services.runs.renewed(caller, file.id, event.access_token)),
        has_model=services.drafting.has_model,
        knows_offer=services.accounts.offer(caller.tenant, caller.user).is_complete,
        campaigns=tuple(services.sequences.of_file(caller, file.id)),
        held=services.held.count(caller),
        replies=services.replies.count(caller),
        now=services.now(),
        rows=file.rows,
        range=file.range,
    )
    return home_card.home(view)


def allow_file(services: Services, event: Event, caller: Caller) -> Reply:  # noqa: ARG001 - every handler's shape
    """Have Google ask for the open file."""
    return response.ask_for_file()


def show_home(services: Services, event: Event, caller: Caller) -> Reply:
    """Go back to Home with fresh numbers and tabs: one may have been deleted or renamed, and Refresh must show it."""
    if not file_of(event):
        return response.home(start.open_a_sheet(caller.email))
    return response.home(home_of(services, event, caller, fresh=True))
