"""Start sequence and what follows: the plan, its Confirm, the buttons of a campaign, and changing its steps."""

from __future__ import annotations

from collections.abc import Callable

from addon.accounts.grant_model import GrantKind
from addon.accounts.model import Caller
from addon.errors import Invalid
from addon.sequences.campaign_model import Campaign, CampaignState, Source
from addon.sequences.plan_model import Plan, Proposal
from addon.services import Services
from addon.web.event_object import Event
from addon.web.open_file import file_of, open_file
from addon.web.sequence_form import recipe_in
from cards import campaign as campaign_card
from cards import changes, notice, response, sequence
from cards import log as log_card
from cards import recipe as recipe_card
from cards.actions import Action, Param
from cards.response import Card, Reply


def start_sequence(services: Services, event: Event, caller: Caller) -> Reply:
    """Make the plan for the chosen rows and show it; nothing is sent."""
    file = open_file(services, event, caller)
    target = file.target
    source = Source(spreadsheet_id=file.id, sheet_id=target.sheet_id, tab=target.tab)
    return response.push(_plan(services, caller, services.plans.start(caller, source, target.rows, file.access_token)))


def open_sequence(services: Services, event: Event, caller: Caller) -> Reply:
    """Show a campaign from Home, which stays beneath it."""
    return response.push(_card(services, event, caller, _campaign(services, event, caller)))


def show_sequence(services: Services, event: Event, caller: Caller) -> Reply:
    """Show a campaign as it stands now; before Confirm its plan is made anew, with fresh cells and grants."""
    return response.update(_card(services, event, caller, _campaign(services, event, caller)))


def confirm_sequence(services: Services, event: Event, caller: Caller) -> Reply:
    """Approve exactly what the card showed."""
    id, approval = event.parameter(Param.CAMPAIGN), event.parameter(Param.APPROVAL)
    is_open = file_of(event) == event.parameter(Param.FILE)  # the event's token is for the open file alone
    done = services.sequences.confirm(caller, id, approval, event.access_token if is_open else "")
    return response.update(_progress(services, caller, done), notice.confirmed(done.people))


def undo_sequence(services: Services, event: Event, caller: Caller) -> Reply:
    """Take Confirm back."""
    return _pressed(services, event, caller, services.sequences.undo, Action.UNDO_SEQUENCE)


def pause_sequence(services: Services, event: Event, caller: Caller) -> Reply:
    """Let nothing go until Resume."""
    return _pressed(services, event, caller, services.sequences.pause, Action.PAUSE_SEQUENCE)


def resume_sequence(services: Services, event: Event, caller: Caller) -> Reply:
    """Go on where it was."""
    return _pressed(services, event, caller, services.sequences.resume, Action.RESUME_SEQUENCE)


def stop_sequence(services: Services, event: Event, caller: Caller) -> Reply:
    """End the campaign for good."""
    return _pressed(services, event, caller, services.sequences.stop, Action.STOP_SEQUENCE)


def open_log(services: Services, event: Event, caller: Caller) -> Reply:
    """Show what happened in a campaign; its card stays beneath."""
    return response.push(_log(services, event, caller))


def show_log(services: Services, event: Event, caller: Caller) -> Reply:
    """Show another page of what happened."""
    return response.update(_log(services, event, caller))


def preview_sequence(services: Services, event: Event, caller: Caller) -> Reply:
    """Open the page that shows each mail exactly as it will leave."""
    found = _campaign(services, event, caller)
    path = services.plans.preview_path(caller, found)
    return response.open_page(path, sequence.preview_page(path, found))


def test_sequence(services: Services, event: Event, caller: Caller) -> Reply:
    """Send the first mail to the caller's own mailbox."""
    access = services.grants.access(caller.tenant, caller.user, GrantKind.GMAIL)
    return response.notify(notice.tested(services.plans.send_test(caller, _campaign(services, event, caller), access)))


def edit_sequence(services: Services, event: Event, caller: Caller) -> Reply:
    """Ask for the steps."""
    return response.push(_form(services, event, caller))


def save_sequence(services: Services, event: Event, caller: Caller) -> Reply:
    """Plan with the steps as typed, or show what they change of a campaign under way; nothing counts before Confirm."""
    found = _campaign(services, event, caller)
    typed = recipe_in(event, found.recipe)
    if found.state is CampaignState.DRAFT:
        plan = services.plans.again(caller, found, event.access_token, typed)
        return response.back(_plan(services, caller, plan), notice.done(Action.SAVE_SEQUENCE))
    proposal = services.changes.proposed(caller, found, typed, event.access_token)
    change = services.changes.keep(found, typed)
    return response.push(changes.diff(_changes(found, proposal, change=change)))


def renew_sequence(services: Services, event: Event, caller: Caller) -> Reply:
    """Approve the changes exactly as shown."""
    found = _campaign(services, event, caller)
    recipe = services.changes.kept(found, event.parameter(Param.CHANGE))
    services.changes.apply(
        caller,
        found,
        recipe,
        event.parameter(Param.APPROVAL),
        event.access_token,
        event.parameter(Param.ENROLLMENT),
    )
    return response.update(_progress(services, caller, found), notice.done(Action.RENEW_SEQUENCE))


def renew_held(services: Services, event: Event, caller: Caller) -> Reply:
    """Show what fresh cells change of one person's mails."""
    id = event.parameter(Param.ENROLLMENT)
    found = services.sequences.campaign_of(caller, id)
    proposal = services.changes.proposed(caller, found, found.recipe, event.access_token, id)
    return response.push(changes.diff(_changes(found, proposal, enrollment=id)))


def renew_all_held(services: Services, event: Event, caller: Caller) -> Reply:
    """Show what fresh cells and today's footer change of everybody's mails in one sequence."""
    found = _campaign(services, event, caller)
    proposal = services.changes.proposed(caller, found, found.recipe, event.access_token)
    return response.push(changes.diff(_changes(found, proposal)))


def _pressed(
    services: Services, event: Event, caller: Caller, press: Callable[[Caller, str], Campaign], action: Action
) -> Reply:
    done = press(caller, event.parameter(Param.CAMPAIGN))
    return response.update(_progress(services, caller, done), notice.done(action))


def _campaign(services: Services, event: Event, caller: Caller) -> Campaign:
    return services.sequences.campaign(caller, event.parameter(Param.CAMPAIGN))


def _card(services: Services, event: Event, caller: Caller, found: Campaign) -> Card:
    if found.state is not CampaignState.DRAFT:
        return _progress(services, caller, found)
    if not event.access_token:
        raise Invalid("Open your lead sheet and press the icon there, so that we know which file you mean.")
    return _plan(services, caller, services.plans.again(caller, found, event.access_token))


def _plan(services: Services, caller: Caller, plan: Plan) -> Card:
    return sequence.plan(plan, connect_paths(services, caller))


def connect_paths(services: Services, caller: Caller) -> dict[GrantKind, str]:
    """Return the paths of the pages that connect what is not connected yet."""
    absent = [
        kind
        for kind in GrantKind
        if services.grants.is_ready(kind) and not services.grants.is_living(caller.tenant, caller.user, kind)
    ]
    return {kind: services.grants.begin(caller, kind) for kind in absent}


def _progress(services: Services, caller: Caller, found: Campaign) -> Card:
    return campaign_card.progress(services.sequences.progress(caller, found.id), services.now())


def _form(services: Services, event: Event, caller: Caller) -> Card:
    from addon.sequences.fields import field_names  # names of people and forms of address: not for the first card

    found = _campaign(services, event, caller)
    sample = services.plans.sample(caller, found, event.access_token)
    ours = field_names(())
    theirs = [name for name in field_names(sample.headers) if name not in ours]
    form = recipe_card.Form(
        campaign=found,
        fields=(*theirs, *ours),
        examples=sample.texts,
        row=sample.row,
        most=services.policies.policy(caller.tenant).daily_cap,
    )
    return recipe_card.recipe(form)


def _log(services: Services, event: Event, caller: Caller) -> Card:
    found, page = _campaign(services, event, caller), event.page(Param.PAGE)
    told, has_older = services.sequences.log(caller, found.id, page)
    return log_card.log(found, told, caller.user, page=page, has_older=has_older)


def _changes(found: Campaign, proposal: Proposal, *, change: str = "", enrollment: str = "") -> changes.Changes:
    return changes.Changes(
        campaign=found,
        reworded=proposal.reworded,
        moved=proposal.moved,
        added=proposal.added,
        dropped=proposal.dropped,
        released=proposal.released,
        delays=proposal.delays,
        has_new_hours=proposal.has_new_hours,
        who=[(0, address) for address in proposal.who],
        lines=proposal.lines,
        example=proposal.example,
        enrollment=enrollment,
        change=change,
        approval=proposal.approval,
    )
