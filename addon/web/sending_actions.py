"""Who mails come from, and the rules of sending."""

from __future__ import annotations

from dataclasses import replace

from addon.accounts.model import Caller
from addon.accounts.policy_model import Policy
from addon.accounts.sender_model import Sender
from addon.accounts.sending_as import usable
from addon.errors import Rejected
from addon.services import Services
from addon.web.event_object import Event
from addon.web.settings_actions import place_of, settings_of
from cards import policy as policy_card
from cards import response
from cards.actions import Input
from cards.policy import Rules
from cards.response import Card, Reply
from cards.sender import sender_form
from cards.words import say


def show_sender(services: Services, event: Event, caller: Caller) -> Reply:
    """Ask who mails come from, as Gmail and the user have it now."""
    aliases = usable(services.senders.aliases(caller.tenant, caller.user))
    return response.push(sender_form(_sender(services, caller), aliases, place_of(event)))


def save_sender(services: Services, event: Event, caller: Caller) -> Reply:
    """Store who mails come from and go back to Settings."""
    typed = Sender(
        mailbox="",
        address=event.text(Input.SENDER_ADDRESS),
        name=event.text(Input.SENDER_NAME),
        reply_to=event.text(Input.REPLY_TO),
        signature=event.text(Input.SENDER_SIGNATURE),
    )
    services.senders.save(caller, typed)
    return response.back(settings_of(services, event, caller), say("Saved. Mails you approve from now on use it."))


def show_policy(services: Services, event: Event, caller: Caller) -> Reply:
    """Show the rules of sending."""
    return response.push(_rules(services, event, caller, services.policies.policy(caller.tenant)))


def save_policy(services: Services, event: Event, caller: Caller) -> Reply:
    """Store the rules of sending; mails that waited for one of them are looked at anew."""
    known = services.policies.policy(caller.tenant)
    stored = services.policies.save(caller, _typed(event, known))
    services.sequences.wake_all(caller.tenant)
    return response.update(_rules(services, event, caller, stored), _saved(services, caller, known, stored))


def stop_sending(services: Services, event: Event, caller: Caller) -> Reply:
    """Stop all sending of the tenant; the rows of mails that are due say so."""
    stored = services.policies.stop(caller)
    services.sequences.wake_all(caller.tenant)
    return response.update(_rules(services, event, caller, stored), say("Stopped. No mail goes out any more."))


def go_on_sending(services: Services, event: Event, caller: Caller) -> Reply:
    """Let the tenant send again, beginning with what waited."""
    stored = services.policies.go_on(caller)
    services.sequences.wake_all(caller.tenant)
    return response.update(_rules(services, event, caller, stored), say("Mails go out again."))


def _sender(services: Services, caller: Caller) -> Sender:
    try:
        return services.senders.sender(caller.tenant, caller.user)
    except Rejected as refusal:
        if refusal.reason != "sender_gone":
            raise
    return services.senders.default(caller.tenant, caller.user)  # the form is where another is chosen


def _rules(services: Services, event: Event, caller: Caller, policy: Policy) -> Card:
    view = Rules(
        policy=policy,
        may_change=services.policies.may_change(caller),
        time_zone=caller.time_zone,
        place=place_of(event),
    )
    return policy_card.rules(view)


def _saved(services: Services, caller: Caller, old: Policy, new: Policy) -> str:
    if services.sequences.are_lapsed(caller.tenant, old, new):
        return say("Saved. Sequences under way have the old footer: approve their mails anew under Held.")
    return say("Saved. It holds for everybody here.")


def _typed(event: Event, known: Policy) -> Policy:
    daily_cap = event.integer(Input.DAILY_CAP, "Mails a day and mailbox")
    first_cap = event.integer(Input.FIRST_CAP, "Mails on the first day")
    ramp = event.integer(Input.RAMP, "More each clean day")
    people = event.integer(Input.PEOPLE_PER_COMPANY, "People per company")
    return replace(
        known,
        daily_cap=known.daily_cap if daily_cap is None else daily_cap,
        first_cap=known.first_cap if first_cap is None else first_cap,
        ramp=known.ramp if ramp is None else ramp,
        people_per_company=known.people_per_company if people is None else people,
        is_strict=event.checked(Input.STRICT, policy_card.STRICT),
        model_reads_answers=event.checked(Input.MODEL_READS, policy_card.MODEL_READS),
        postal_address=event.text(Input.POSTAL_ADDRESS),
        sender_company=event.text(Input.SENDER_COMPANY),
    )
