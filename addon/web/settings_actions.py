"""Settings: connections, what we sell, the ideal customer, snippets and problems."""

from __future__ import annotations

from addon.accounts.answers import check_ideal, employees, words
from addon.accounts.connection_model import Door
from addon.accounts.model import Caller, IdealCustomer, Offer, PainPoint, Snippet, Tone
from addon.errors import Invalid
from addon.leads.service import tab_id
from addon.services import Services
from addon.web.event_object import Event
from addon.web.home_actions import home_of
from addon.web.open_file import OpenFile, file_of, open_file
from cards import playbook, response, settings, start
from cards.actions import Input, Param
from cards.response import Card, Reply
from cards.words import say


def show_settings(services: Services, event: Event, caller: Caller) -> Reply:
    """Show the account and what is connected; nothing is asked of anybody outside."""
    return response.push(settings_of(services, event, caller))


def test_connection(services: Services, event: Event, caller: Caller) -> Reply:
    """Ask one door whether it works, and say what it answered."""
    asked = event.parameter(Param.DOOR)
    if asked not in tuple(Door):
        raise Invalid("There is nothing to test here yet.", reason="no_connection")
    found = services.connections.test(caller, Door(asked), file_of(event), event.access_token)
    return response.update(settings_of(services, event, caller), settings.finding(found))


def show_offer(services: Services, event: Event, caller: Caller) -> Reply:
    """Ask what we sell."""
    return response.push(start.what_we_sell(services.accounts.offer(caller.tenant, caller.user), file_of(event)))


def save_offer(services: Services, event: Event, caller: Caller) -> Reply:
    """Store what we sell and go back to Home."""
    services.accounts.save_offer(caller, _offer(event))
    return _home_again(services, event, caller, say("Saved. Drafts use it from now on."))


def show_ideal(services: Services, event: Event, caller: Caller) -> Reply:
    """Ask for the ideal customer of the tab."""
    file = open_file(services, event, caller)
    ideal = services.accounts.ideal(caller.tenant, tab_id(file.id, file.tab.sheet_id))
    return response.push(start.ideal_customer(ideal, file.tab.title, _place_of_file(file)))


def save_ideal(services: Services, event: Event, caller: Caller) -> Reply:
    """Store the ideal customer of the tab and go back to Home."""
    file = open_file(services, event, caller)
    ideal = _ideal(event)
    check_ideal(ideal)
    services.accounts.save_ideal(caller, tab_id(file.id, file.tab.sheet_id), ideal)
    return _home_again(services, event, caller, say("Saved. Press Score leads to score with it."))


def show_snippets(services: Services, event: Event, caller: Caller) -> Reply:
    """List the snippets."""
    return response.push(_snippets(services, event, caller))


def edit_snippet(services: Services, event: Event, caller: Caller) -> Reply:
    """Ask for a snippet: the one of the button, or a new one."""
    key = event.parameter(Param.KEY)
    known = services.accounts.playbook(caller.tenant).snippets
    return response.push(playbook.snippet_form(next((one for one in known if one.key == key), None), place_of(event)))


def save_snippet(services: Services, event: Event, caller: Caller) -> Reply:
    """Store a snippet and go back to the list."""
    snippet = Snippet(name=" ".join(event.text(Input.NAME).split()), text=event.text(Input.TEXT))
    services.accounts.save_snippet(caller, snippet, event.parameter(Param.KEY))
    return response.back(_snippets(services, event, caller), say("Saved. Drafts use it from now on."))


def delete_snippet(services: Services, event: Event, caller: Caller) -> Reply:
    """Remove a snippet and go back to the list."""
    services.accounts.delete_snippet(caller, event.parameter(Param.KEY))
    return response.back(_snippets(services, event, caller), say("Deleted. No draft uses it any more."))


def show_pains(services: Services, event: Event, caller: Caller) -> Reply:
    """List the problems."""
    return response.push(_pains(services, event, caller))


def edit_pain(services: Services, event: Event, caller: Caller) -> Reply:
    """Ask for a problem: the one of the button, or a new one."""
    key = event.parameter(Param.KEY)
    known = services.accounts.playbook(caller.tenant).pains
    return response.push(playbook.pain_form(next((one for one in known if one.key == key), None), place_of(event)))


def save_pain(services: Services, event: Event, caller: Caller) -> Reply:
    """Store a problem and go back to the list."""
    role, industry = event.text(Input.ROLE), event.text(Input.INDUSTRY)
    pain = PainPoint(text=" ".join(event.text(Input.PROBLEM).split()), role=role, industry=industry)
    services.accounts.save_pain(caller, pain, event.parameter(Param.KEY))
    return response.back(_pains(services, event, caller), say("Saved. Drafts use it from now on."))


def delete_pain(services: Services, event: Event, caller: Caller) -> Reply:
    """Remove a problem and go back to the list."""
    services.accounts.delete_pain(caller, event.parameter(Param.KEY))
    return response.back(_pains(services, event, caller), say("Deleted. No draft uses it any more."))


def settings_of(services: Services, event: Event, caller: Caller) -> Card:
    """Build Settings as things stand."""
    view = settings.Settings(
        email=caller.email,
        time_zone=caller.time_zone,
        connections=services.connections.shown(caller),
        place=place_of(event),
    )
    return settings.settings(view)


def _snippets(services: Services, event: Event, caller: Caller) -> Card:
    return playbook.snippets(services.accounts.playbook(caller.tenant), place_of(event))


def _pains(services: Services, event: Event, caller: Caller) -> Card:
    return playbook.pains(services.accounts.playbook(caller.tenant), place_of(event))


def _home_again(services: Services, event: Event, caller: Caller, notification: str) -> Reply:
    card = home_of(services, event, caller) if file_of(event) else start.open_a_sheet(caller.email)
    return response.home(card, notification)


def place_of(event: Event) -> dict[Param, str]:
    """Return what a button needs to find the open sheet and tab again; empty where none is open."""
    tab = event.text(Input.TAB) or event.parameter(Param.TAB)
    found = {Param.FILE: file_of(event), Param.TAB: tab}
    return {key: value for key, value in found.items() if value}


def _place_of_file(file: OpenFile) -> dict[Param, str]:
    return {Param.FILE: file.id, Param.TAB: str(file.tab.sheet_id)}


def _offer(event: Event) -> Offer:
    tone, language = event.text(Input.TONE), event.text(Input.LANGUAGE)
    return Offer(
        what=event.text(Input.WHAT),
        audience=event.text(Input.AUDIENCE),
        proof=event.text(Input.PROOF),
        booking_link=event.text(Input.BOOKING),
        tone=Tone(tone) if tone in tuple(Tone) else Tone.FRIENDLY,
        signature=event.text(Input.SIGNATURE),
        language="" if language == start.OWN_LANGUAGE else language,
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
