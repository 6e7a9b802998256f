"""Starting runs, and following them."""

from __future__ import annotations

from addon.accounts.model import Caller
from addon.runs.model import Manner, Run, RunKind
from addon.services import Services
from addon.web.draft_actions import card_of
from addon.web.event_object import Event
from addon.web.open_file import open_file
from cards import response
from cards.actions import BY_MODEL, Input, Param
from cards.response import Reply


def start_score(services: Services, event: Event, caller: Caller) -> Reply:
    """Score the chosen rows, by a model beside the rules where that was chosen."""
    file = open_file(services, event, caller)
    manner = Manner(by_model=event.text(Input.JUDGE) == BY_MODEL)
    started = services.runs.start(caller, RunKind.SCORE, file.target, file.tab, file.access_token, manner=manner)
    return response.push(card_of(services, event, caller, started))


def show_run(services: Services, event: Event, caller: Caller) -> Reply:
    """Show the run as it stands now; a run that waits for access gets this request's."""
    return response.update(card_of(services, event, caller, _found(services, event, caller)))


def open_run(services: Services, event: Event, caller: Caller) -> Reply:
    """Show a run from Home, which stays beneath it."""
    return response.push(card_of(services, event, caller, _found(services, event, caller)))


def stop_run(services: Services, event: Event, caller: Caller) -> Reply:
    """Stop the run after the rows in hand."""
    stopped = services.runs.stop(caller, event.parameter(Param.RUN), event.sheet_id, event.access_token)
    return response.update(card_of(services, event, caller, stopped))


def resume_run(services: Services, event: Event, caller: Caller) -> Reply:
    """Go on with a stopped run where it was."""
    resumed = services.runs.resume(caller, event.parameter(Param.RUN), event.sheet_id, event.access_token)
    return response.update(card_of(services, event, caller, resumed))


def _found(services: Services, event: Event, caller: Caller) -> Run:
    found = services.runs.get(caller, event.parameter(Param.RUN), event.sheet_id)
    return services.runs.renew(caller, found, event.access_token)
