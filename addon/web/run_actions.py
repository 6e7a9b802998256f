"""Starting runs, and following them."""

from __future__ import annotations

from addon.accounts.model import Caller
from addon.runs.model import Run, RunKind
from addon.services import Services
from addon.web.event_object import Event
from addon.web.open_file import open_file
from cards import response, run
from cards.actions import Param
from cards.response import Reply


def start_score(services: Services, event: Event, caller: Caller) -> Reply:
    """Score the chosen rows; the receipt shows what the first second brought."""
    return response.push(run.receipt(_start(services, event, caller, RunKind.SCORE)))


def start_drafts(services: Services, event: Event, caller: Caller) -> Reply:
    """Write drafts for the chosen rows."""
    started = _start(services, event, caller, RunKind.DRAFT)
    offer = services.accounts.offer(caller.tenant, caller.user)
    notices = [] if offer.is_complete else ["Say what we sell on Home: drafts get better."]
    if not services.drafting.has_model:
        notices.append("No model is connected: the offline writer composes these drafts, and says so beside each.")
    return response.push(run.receipt(started, notices=tuple(notices)))


def show_run(services: Services, event: Event, caller: Caller) -> Reply:
    """Show the run as it stands now; a run that waits for access gets this request's."""
    return response.update(run.receipt(_found(services, event, caller)))


def open_run(services: Services, event: Event, caller: Caller) -> Reply:
    """Show a run from Home, which stays beneath it."""
    return response.push(run.receipt(_found(services, event, caller)))


def stop_run(services: Services, event: Event, caller: Caller) -> Reply:
    """Stop the run after the rows in hand."""
    return response.update(
        run.receipt(services.runs.stop(caller, event.parameter(Param.RUN), event.sheet_id, event.access_token))
    )


def _found(services: Services, event: Event, caller: Caller) -> Run:
    found = services.runs.get(caller, event.parameter(Param.RUN), event.sheet_id)
    return services.runs.renew(caller, found, event.access_token)


def _start(services: Services, event: Event, caller: Caller, kind: RunKind) -> Run:
    file = open_file(services, event, caller)
    return services.runs.start(caller, kind, file.target, file.tab, file.access_token)
