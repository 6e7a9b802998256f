"""Home, the first cards and Settings."""

from __future__ import annotations

from addon.accounts.answers import check_ideal, employees, words
from addon.accounts.model import Caller, IdealCustomer, Offer, Tone
from addon.leads.service import tab_id
from addon.services import Services
from addon.web.draft_actions import cost_of
from addon.web.event_object import Event
from addon.web.open_file import OpenFile, file_of, open_file
from cards import home as home_card
from cards import response, settings, start
from cards.actions import Input, Param
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


def show_offer(services: Services, event: Event, caller: Caller) -> Reply:
    """Ask what we sell."""
    return response.push(start.what_we_sell(services.accounts.offer(caller.tenant, caller.user), file_of(event)))


def save_offer(services: Services, event: Event, caller: Caller) -> Reply:
    """Store what we sell and go back to Home."""
    services.accounts.save_offer(caller, _offer(event))
    return _home_again(services, event, caller, "Saved. Drafts use it from now on.")


def show_ideal(services: Services, event: Event, caller: Caller) -> Reply:
    """Ask for the ideal customer of the tab."""
    file = open_file(services, event, caller)
    ideal = services.accounts.ideal(caller.tenant, tab_id(file.id, file.tab.sheet_id))
    return response.push(start.ideal_customer(ideal, file.tab.title, _place(file)))


def save_ideal(services: Services, event: Event, caller: Caller) -> Reply:
    """Store the ideal customer of the tab and go back to Home."""
    file = open_file(services, event, caller)
    ideal = _ideal(event)
    check_ideal(ideal)
    services.accounts.save_ideal(caller, tab_id(file.id, file.tab.sheet_id), ideal)
    return _home_again(services, event, caller, "Saved. Press Score leads to score with it.")


def show_settings(services: Services, event: Event, caller: Caller) -> Reply:
    """Show the account and what is connected."""
    drafting = services.drafting
    card = settings.settings(
        email=caller.email, writer=drafting.writer_name, has_model=drafting.has_model, file=file_of(event)
    )
    return response.push(card)


def _home_again(services: Services, event: Event, caller: Caller, notification: str) -> Reply:
    card = home_of(services, event, caller) if file_of(event) else start.open_a_sheet(caller.email)
    return response.home(card, notification)


def _place(file: OpenFile) -> dict[Param, str]:
    return {Param.FILE: file.id, Param.TAB: str(file.tab.sheet_id)}


def _offer(event: Event) -> Offer:
    tone = event.text(Input.TONE)
    return Offer(
        what=event.text(Input.WHAT).strip(),
        audience=event.text(Input.AUDIENCE).strip(),
        proof=event.text(Input.PROOF).strip(),
        booking_link=event.text(Input.BOOKING).strip(),
        tone=Tone(tone) if tone in tuple(Tone) else Tone.FRIENDLY,
        signature=event.text(Input.SIGNATURE).strip(),
    )


def _ideal(event: Event) -> IdealCustomer:
    return IdealCustomer(
        titles=words(event.text(Input.TITLES)),
        industries=words(event.text(Input.INDUSTRIES)),
        countries=words(event.text(Input.COUNTRIES)),
        min_employees=employees(event.text(Input.MIN_EMPLOYEES), "Smallest number of employees"),
        max_employees=employees(event.text(Input.MAX_EMPLOYEES), "Largest number of employees"),
        keywords=words(event.text(Input.KEYWORDS)),
        avoid=words(event.text(Input.AVOID)),
    )
